"""The opinions of a fiche, as the form shows them (model-sentences §5.2)."""

from collections.abc import Iterator, Sequence
from datetime import date

from docgen.french import Name, Number, capitalised, continued, long_date
from docgen.model.common import Partie
from docgen.model.convention import Convention
from docgen.model.fiche_action import COCHES, Avis, FicheAction, Levee, Sens
from docgen.text.fiche_action_form import AVIS, CORRECTIVES, copil_label, opinion_label
from docgen.text.names import partie_name
from docgen.text.words import fill, label, lines, of_papers, on_one_line, sentence, words
from docgen.tree import Inlines, LabelledText, Paragraph, Tick, TickLine, TickPanel


def opinions(fiche: FicheAction, convention: Convention | None, ministeres: Sequence[Partie]) -> TickPanel:
    """Return the panel: the committee's line, then one line per signatory ministry, by its own sigle."""
    copil = fiche.avis_copil
    lines = [TickLine(label(copil_label(convention)), _ticks(copil), tuple(_said(copil, None, fiche)))]
    for partie in ministeres:
        avis = fiche.avis_de(partie.id)
        corrective = LabelledText(label(CORRECTIVES), _corrective(avis))
        name = label(opinion_label(partie))
        lines.append(TickLine(name, _ticks(avis), (corrective, *_said(avis, partie, fiche))))
    return TickPanel(tuple(lines))


def _ticks(avis: Avis | None) -> tuple[Tick, ...]:
    given = avis.sens.value if avis and avis.sens in COCHES else ""
    return tuple(Tick(text, value == given) for value, text in AVIS.items())


def _corrective(avis: Avis | None) -> tuple[Inlines, ...]:
    if avis is None or avis.sens not in COCHES:
        return ()
    if avis.sens is not Sens.RESERVE:
        return (words("Néant."),)
    return lines(avis.recommandations, "recommandations permettant d’obtenir un avis favorable")


def _said(avis: Avis | None, partie: Partie | None, fiche: FicheAction) -> Iterator[Paragraph]:
    """Yield what must be said of an opinion beside its boxes."""
    if avis is None or avis.sens in (None, Sens.EN_ATTENTE):
        yield from _pending(avis, fiche) if partie is None else ()
    elif avis.sens is Sens.NON_CONCERNE and partie:
        field = _form(partie, "de")
        yield Paragraph(words(f"Cette action n’entre pas dans le champ {field}, qui ne rend pas d’avis."))
    elif avis.sens is Sens.AJOURNE:
        until = _jour(avis.reunion, "date de la réunion")
        why = f", pour le motif suivant : {continued(on_one_line(avis.motifs))}." if avis.motifs else "."
        yield Paragraph(sentence("Examen reporté à la réunion du ", until, why))
    else:
        yield from _given(avis, partie)


def _given(avis: Avis, partie: Partie | None) -> Iterator[Paragraph]:
    if avis.date:
        yield Paragraph(words(f"Avis rendu le {long_date(avis.date)}."))
    if avis.levee:
        yield Paragraph(lifting(avis.levee, partie))
    if avis.sens is Sens.DEFAVORABLE:
        yield from _unfavourable(avis, partie)


def lifting(levee: Levee, partie: Partie | None) -> Inlines:
    """Return the sentence on the lifting of a reserve: its day, its papers, by whom it was noted."""
    when = _jour(levee.date, "date de levée")
    shown = fill(of_papers(levee.pieces), "pièces au vu desquelles la réserve est levée")
    return sentence("Réserve levée le ", when, " au vu ", shown, f"{_noted(levee, partie)} ; avis favorable.")


def _noted(levee: Levee, partie: Partie | None) -> str:
    """By whom the lifting is noted; a ministry that notes that of its own reserve has its article."""
    if levee.par is None:
        return ""
    own = partie is not None and levee.par in (partie.nom, partie.nom_court)
    return f", constatée par {_form(partie, 'le') if own and partie else levee.par}"


def _unfavourable(avis: Avis, partie: Partie | None) -> Iterator[Paragraph]:
    why = f" pour les motifs suivants : {continued(on_one_line(avis.motifs))}" if avis.motifs else ""
    if partie:
        name = partie_name(partie)
        plural = name is not None and name.number is Number.PLURAL
        gave, logo = ("ont", "leur") if plural else ("a", "son")
        yield Paragraph(
            sentence(
                fill(name.Le if name else None, f"nom de la partie {partie.id}"),
                f" {gave} rendu un avis défavorable{why}. {capitalised(not_committed(name))} dans la réalisation de "
                f"cette action ; {logo} logo n’y figure pas.",
            )
        )
    elif why:
        yield Paragraph(words(f"Avis défavorable{why}."))


def not_committed(name: Name | None) -> str:
    """« elle n’est pas engagée », of the party of that name."""
    forms = (
        *("il n’est pas engagé", "elle n’est pas engagée"),
        *("ils ne sont pas engagés", "elles ne sont pas engagées"),
    )
    return name.accord(*forms) if name else forms[0]


def _pending(avis: Avis | None, fiche: FicheAction) -> Iterator[Paragraph]:
    day = next((one.reunion for one in (avis, *fiche.avis) if one and one.reunion), None)
    yield Paragraph(sentence("Avis à recueillir lors de la réunion du ", _jour(day, "date de la réunion"), "."))


def _jour(day: date | None, title: str) -> Inlines:
    return fill(long_date(day) if day else None, title)


def _form(partie: Partie, form: str) -> str:
    name = partie_name(partie)
    return getattr(name, form) if name else f"[à compléter : nom de la partie {partie.id}]"
