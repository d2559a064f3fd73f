"""The papers of a meeting: what the convocation lists and what the pack holds, from one list (REU-08)."""

from collections.abc import Iterator

from docgen.french import long_date
from docgen.model.base import Piece
from docgen.model.fiche_action import FicheAction
from docgen.model.reunion import Reunion
from docgen.text.reunion.case import Case
from docgen.values import Struct


class Attached(Struct, frozen=True):
    """A paper of the meeting: the kind of paper, the piece that gives it, how it is called."""

    kind: str
    piece: Piece
    title: str


def pieces_of(case: Case) -> tuple[Attached, ...]:
    """Return the papers of a meeting in their order: agenda, last relevé, each fiche and its annex, other papers."""
    return tuple(_pieces(case))


def _pieces(case: Case) -> Iterator[Attached]:
    reunion = case.reunion
    yield Attached("ordre-du-jour", reunion, "ordre du jour")
    before = case.precedente
    if before and before.date and _releve_known(before, reunion):
        yield Attached("releve-avis", before, f"relevé d’avis de la réunion du {long_date(before.date)}")
    for id in reunion.fiches_examinees:
        fiche = case.fiche(id)
        if fiche:
            yield from _fiche(case, fiche)
    for key in reunion.pieces:
        piece = other_piece(case, key)
        if piece:
            yield Attached(piece.genre, piece, title_of(piece))


def _releve_known(before: Reunion, reunion: Reunion) -> bool:
    """Whether the relevé of the last meeting was made when the papers of this one were sent."""
    if before.seance is None:
        return False
    made, limit = before.seance.etabli_le, reunion.arretee_le
    return made is None or limit is None or made <= limit


def _fiche(case: Case, fiche: FicheAction) -> Iterator[Attached]:
    number = fiche.numero or fiche.id
    yield Attached(fiche.genre, fiche, f"fiche action n° {number}")
    annexe = case.dossier.annexe_de(fiche)
    if annexe:
        yield Attached(annexe.genre, annexe, f"annexe financière à la fiche action n° {number}")


def other_piece(case: Case, key: str) -> Piece | None:
    """Return the piece that `genre/id` names; None where the dossier has none."""
    genre, _, id = key.partition("/")
    return case.dossier.of_kind(genre, id)


def title_of(piece: Piece) -> str:
    """Return how a paper is called by its kind and id, `plan-actions 2022`."""
    return f"{piece.genre.replace('-', ' ')} {piece.id or ''}".rstrip()
