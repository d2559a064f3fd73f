"""SAI-06: the papers that gather the whole dossier, while a file of it cannot be read.

The docstring of the check is in French: `docgen regles` shows it to users.
"""

from collections.abc import Iterator

from docgen.checks.rule import Remark, Subject
from docgen.model.fiche_action import FicheAction
from docgen.model.reunion import Reunion


def gathered_from_all(subject: Subject) -> Iterator[Remark]:
    """Le bilan annuel, le plan d’actions et les papiers d’une réunion se calculent d’après tout le dossier : tant qu’un
    fichier n’en est pas lu, ou est d’un genre inconnu, une action, une réunion ou un avis y manquerait sans que rien ne
    le dise. Une fiche action attend de même les réunions, d’où viennent ses avis."""
    for one in subject.dossier.illisibles:
        if not isinstance(subject.piece, FicheAction) or one.genre == Reunion.genre:
            message = f"{subject.piece.cle} attend le fichier {one.place.file}, qui n’a pas pu être lu."
            yield Remark(message, f"Corrigez d’abord {one.ou}.", place=one.place)
