"""Trees of papers, built from the words of the mockups, to look at pages without the stages before layout."""

from tests.specimens.annexe import annexe_specimen
from tests.specimens.convention import convention_specimen
from tests.specimens.fiche import fiche_specimen

__all__ = ["annexe_specimen", "convention_specimen", "fiche_specimen"]
