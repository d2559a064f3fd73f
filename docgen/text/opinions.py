"""The opinions on the actions of a year, in a word each (model-sentences §9)."""

import re
from collections.abc import Iterable, Iterator, Sequence

from docgen.french import long_date
from docgen.french.signs import NO_BREAK
from docgen.model.common import Partie
from docgen.model.fiche_action import Avis, FicheAction, Sens
from docgen.text.words import fill, words
from docgen.tree import Column, Inlines, Row, Table


def opinion_state(avis: Avis | None) -> str:
    """Return where an opinion stands: `favorable`, `réservé, réserve à lever`, `réserve levée le 13 octobre 2021`…"""
    if avis is None or avis.sens in (None, Sens.EN_ATTENTE):
        return "à recueillir"
    if avis.levee:
        return f"réserve levée le {long_date(avis.levee.date)}" if avis.levee.date else "réserve levée"
    return _STATES.get(avis.sens, str(avis.sens)) if avis.sens else "à recueillir"


_FEW = 2
"""Ministries whose opinions, with the committee's, leave each a column in which a date stands on one line."""
_YEAR = re.compile(r"(?<=[^\W\d_]) (?=\d{4}\b)")
"""What stands between a month and its year."""
_STATES = {
    Sens.RESERVE: "réservé, réserve à lever",
    Sens.NON_CONCERNE: "ministère non concerné",
    Sens.AJOURNE: "examen reporté",
}


def opinions_table(caption: Inlines, fiches: Iterable[FicheAction], ministeres: Sequence[Partie], copil: str) -> Table:
    """Return the table of the opinions: a row per action, a column for the committee and one per ministry."""
    wide = len(ministeres) <= _FEW
    action, opinion = (35, 35) if wide else (60, 26)
    columns = (
        Column(words("N°"), 16),
        Column(words("Action"), action),
        Column(words(copil), opinion),
        *(Column(words(partie.sigle or partie.usuel or "Ministère"), opinion) for partie in ministeres),
    )
    return Table(caption, columns, tuple(_row(fiche, ministeres, wide) for fiche in fiches))


def _row(fiche: FicheAction, ministeres: Sequence[Partie], wide: bool) -> Row:
    given = (fiche.avis_copil, *(fiche.avis_de(partie.id) for partie in ministeres))
    number = fill(fiche.numero, "numéro de la fiche")
    return Row((number, fill(fiche.titre, "titre de l’action"), *(_cell(avis, wide) for avis in given)))


def _cell(avis: Avis | None, wide: bool) -> Inlines:
    """The state; its day where it is given and the state does not say one: whole on its line, in a `wide` column."""
    state = opinion_state(avis)
    dated = f" ({long_date(avis.date)})" if avis and avis.date and avis.levee is None else ""
    said = f"{state}{dated}"
    return words(_YEAR.sub(NO_BREAK, said) if wide else said)


def unfavourable(fiche: FicheAction, ministeres: Sequence[Partie], organe: str) -> Iterator[str]:
    """Yield whose opinion on `fiche` is unfavourable: the committee's name as given, the ministries' own."""
    if fiche.avis_copil and fiche.avis_copil.sens is Sens.DEFAVORABLE:
        yield organe
    for partie in ministeres:
        avis = fiche.avis_de(partie.id)
        if avis and avis.sens is Sens.DEFAVORABLE:
            yield partie.sigle or partie.usuel or "…"
