"""What became of each fiche of the agenda, as the relevé says it: one box a fiche (model-sentences §10.4)."""

from collections.abc import Iterator
from datetime import date

from docgen.french import all_de, continued, long_date
from docgen.model.common import Partie
from docgen.model.fiche_action import Avis, Sens
from docgen.model.reunion import AvisSeance, Examen, LeveeSeance, Suffrages
from docgen.model.reunion_choix import Issue
from docgen.text.avis import lifting
from docgen.text.names import partie_name
from docgen.text.reunion.case import COMMUNICATION, Case, college_name, day
from docgen.text.words import fill, hole, of_papers, on_one_line, sentence, words
from docgen.tree import Block, Box, Inlines, Mark, Paragraph

RELAIS = "les services déconcentrés et les opérateurs"
"""To whom an action is passed on, in the words of article 14, where nobody is named."""


def fiches_examined(case: Case) -> Iterator[Box]:
    """Yield one box for each fiche that was examined, put off or withdrawn, then for each reserve examined."""
    for examen in case.reunion.avis:
        yield Box(_title(case, examen.fiche), _paragraphs(_examined(case, examen)))
    for levee in case.reunion.levees:
        yield Box(_title(case, levee.fiche), _paragraphs(_lifted(case, levee)))


def _paragraphs(contents: Iterator[Inlines]) -> tuple[Block, ...]:
    return tuple(Paragraph(content) for content in contents)


def _title(case: Case, id: str | None) -> Inlines:
    fiche = case.fiche(id)
    number = fill((fiche.numero if fiche else None) or id, "numéro de la fiche")
    return sentence("Fiche action n° ", *number, " – ", *fill(fiche.titre if fiche else None, "titre de l’action"))


def _examined(case: Case, examen: Examen) -> Iterator[Inlines]:
    if examen.issue is Issue.RETIREE:
        yield words("Fiche retirée par son initiateur.")
    elif examen.issue is Issue.AJOURNEE:
        until, why = (
            day(examen.reportee_au, "date de la réunion"),
            fill(continued(on_one_line(examen.motif or "")), "motif du report"),
        )
        yield sentence(
            "Fiche ajournée : l’examen est reporté à la réunion du ", *until, ", pour le motif suivant : ", *why, "."
        )
    else:
        yield _said(case.organe.Le, examen.comite)
        yield from _since_lifted(case, examen.comite, None)
        for partie in case.ministeres:
            yield _of_ministry(case, partie, examen)
            given = next((one for one in examen.ministeres if one.ministere == partie.id), None)
            yield from _since_lifted(case, (_answer(case, given) or given) if given else None, partie)
        yield from _votes(case, examen.suffrages)
        yield from _consequence(case, examen)


def _of_ministry(case: Case, partie: Partie, examen: Examen) -> Inlines:
    name = partie_name(partie)
    who = name.Le if name else f"[{partie.id}]"
    avis = next((one for one in examen.ministeres if one.ministere == partie.id), None)
    if avis is None or avis.sens is None:
        return sentence(f"{who} : ", *hole("avis du ministère"))
    if avis.sens is Sens.NON_CONCERNE:
        return words(f"{who} ne se prononce pas, l’action n’entrant pas dans son champ.")
    if avis.sens in (Sens.EN_ATTENTE, Sens.AJOURNE):
        return _awaited(case, who, avis)
    return _said(who, avis)


def _awaited(case: Case, who: str, avis: AvisSeance) -> Inlines:
    answer = _answer(case, avis)
    if answer and answer.date:
        return _said(who, answer, f", par écrit le {long_date(answer.date)}")
    limit = day(avis.ecrit_avant, "date limite de l’avis écrit")
    return sentence(f"{who} fera connaître son avis par écrit avant le ", *limit, ".")


def _answer(case: Case, avis: AvisSeance) -> Avis | None:
    """The written answer, where it came before the relevé was made: what came later is no part of it."""
    answer = avis.reponse
    return answer if answer and _known(case, answer.date) else None


def _known(case: Case, jour: date | None) -> bool:
    made = case.reunion.seance.etabli_le if case.reunion.seance else None
    return jour is not None and made is not None and jour <= made


def _said(who: str, avis: Avis | None, how: str = "") -> Inlines:
    if avis is None or avis.sens is None:
        return sentence(f"{who} : ", *hole("avis"))
    given = (*sentence(f"{who} rend un "), *words(f"avis {avis.sens.value}", Mark.STRONG))
    if avis.sens is Sens.RESERVE and avis.recommandations:
        after = (
            f"{how} et formule les recommandations suivantes, permettant d’obtenir un avis favorable : "
            f"{continued(on_one_line(avis.recommandations))}."
        )
    elif avis.sens is Sens.DEFAVORABLE and avis.motifs:
        after = f"{how} pour les motifs suivants : {continued(on_one_line(avis.motifs))}."
    else:
        after = f"{how}."
    return (*given, *sentence(after))


def _since_lifted(case: Case, avis: Avis | None, partie: Partie | None) -> Iterator[Inlines]:
    """The lifting of a reserve, where it came before the relevé was made."""
    if avis and avis.sens is Sens.RESERVE and avis.levee and _known(case, avis.levee.date):
        yield lifting(avis.levee, partie)


def _votes(case: Case, suffrages: tuple[Suffrages, ...]) -> Iterator[Inlines]:
    if not suffrages:
        return
    cast = ((one.pour or 0, one.contre or 0, one.abstentions or 0) for one in suffrages)
    pour, contre, abstentions = (sum(column) for column in zip(*cast, strict=True))
    yield words(
        f"Suffrages : {pour} voix pour, {contre} voix contre, {abstentions} "
        f"{'abstentions' if abstentions > 1 else 'abstention'}."
    )
    if len(suffrages) > 1:
        yield words(f"Par collège : {' ; '.join(_college(case, one) for one in suffrages)}.")


def _college(case: Case, one: Suffrages) -> str:
    rank = one.college or 0
    name = college_name(case.colleges[rank - 1]) if 0 < rank <= len(case.colleges) else f"collège {rank or '…'}"
    told = ((one.pour, "pour"), (one.contre, "contre"), (one.abstentions, "abstention"))
    said = [f"{count} {word}{'s' if word == 'abstention' and count > 1 else ''}" for count, word in told if count]
    return f"{name}, {', '.join(said) or 'aucun suffrage'}"


def _consequence(case: Case, examen: Examen) -> Iterator[Inlines]:
    """An action has the support of the ministries whose opinion is favourable (article 14)."""
    favourable = [one.ministere for one in examen.ministeres if _is_favourable(case, _answer(case, one) or one)]
    yield from _support(case, [partie for partie in case.ministeres if partie.id in favourable], examen.destinataires)


def _is_favourable(case: Case, avis: Avis) -> bool:
    lifted = avis.levee is not None and _known(case, avis.levee.date)
    return avis.sens is Sens.FAVORABLE or (avis.sens is Sens.RESERVE and lifted)


def _support(case: Case, parties: list[Partie], destinataires: str | None) -> Iterator[Inlines]:
    names = [name for partie in parties if (name := partie_name(partie))]
    if names:
        logo = "leur logo" if len(names) > 1 else "son logo"
        yield words(
            f"Conséquence : l’action bénéficie du soutien {all_de(names)}, matérialisé par {logo} sous réserve de "
            f"l’autorisation écrite prévue {_foreseen(case)}, et d’un relais vers {destinataires or RELAIS}."
        )


def _foreseen(case: Case) -> str:
    article = case.article(COMMUNICATION)
    return article.a if article.bare.startswith("article") else f"par {article.le}"


def _lifted(case: Case, levee: LeveeSeance) -> Iterator[Inlines]:
    partie = case.ministere(levee.ministere)
    name = partie_name(partie) if partie else None
    who = fill(name.le if name else None, "ministère")
    papers = fill(of_papers(levee.pieces), "pièces au vu desquelles la réserve est examinée")
    if levee.maintenue:
        yield sentence(
            "Réserve maintenue : ", *who, " constate, au vu ", *papers, ", que ses recommandations ne sont pas suivies."
        )
        return
    yield (
        *sentence("Réserve levée : ", *who, " constate, au vu ", *papers, ", que ses recommandations sont "),
        *sentence("suivies et rend un "),
        *words("avis favorable", Mark.STRONG),
        *words("."),
    )
    yield from _support(case, [partie] if partie else [], levee.destinataires)
