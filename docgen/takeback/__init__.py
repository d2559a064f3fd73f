"""A Word file made elsewhere, or changed by hand → the Markdown that docgen reads, and what changed in it.

The words are taken as they stand; what could not be told for sure is said, and nothing is made up.
"""

from docgen.takeback.take import TakenBack, take_back

__all__ = ["TakenBack", "take_back"]
