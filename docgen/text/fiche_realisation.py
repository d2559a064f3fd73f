"""The completion fiche: what was planned, what was done, box by box (model-sentences §7)."""

from collections.abc import Callable, Iterator
from datetime import date

from docgen.dossier import Dossier
from docgen.french import agree_function, capitalised, continued, long_date
from docgen.model.annexe_financiere import AnnexeFinanciere
from docgen.model.autorisation_logo import AutorisationLogo
from docgen.model.common import Civilite, Partie
from docgen.model.convention import Convention
from docgen.model.fiche_action import FicheAction
from docgen.model.fiche_realisation import EtatAction, FicheRealisation, LivrableRendu, Relais, UsageLogo
from docgen.text.cells import overspent
from docgen.text.citations import auteur, bodies, convention_citee
from docgen.text.fiche_realisation_tables import indicators, publics, spending, spending_by_funder, spending_by_year
from docgen.text.names import partie_name, state_name
from docgen.text.opinions import opinion_state, unfavourable
from docgen.text.persons import civilite_de
from docgen.text.words import fill, hole, label, lines, prose, sentence, words
from docgen.tree import (
    Band,
    Block,
    Box,
    Column,
    Document,
    Family,
    FieldGrid,
    Inlines,
    Labelled,
    LabelledText,
    PageKind,
    Paragraph,
    ParagraphRole,
    Row,
    Section,
    Table,
)
from docgen.values import Struct


class Case(Struct, frozen=True):
    """A fiche de réalisation with what its boxes need; what the dossier lacks is None."""

    realisation: FicheRealisation
    fiche: FicheAction | None
    annexe: AnnexeFinanciere | None
    convention: Convention | None
    dossier: Dossier
    ministeres: tuple[Partie, ...]

    @property
    def numero(self) -> str:
        """The number of the action."""
        return (self.fiche.numero if self.fiche else None) or "…"


def write_fiche_realisation(realisation: FicheRealisation, dossier: Dossier) -> Document:
    """Return the fiche, every box in its order; what is missing stands as a hole."""
    fiche = dossier.find(FicheAction, realisation.fiche)
    convention = dossier.convention_de(realisation)
    parties = convention.etat_partie if convention else ()
    case = Case(
        realisation,
        fiche,
        dossier.annexe_de(fiche) if fiche else None,
        convention,
        dossier,
        tuple(partie.au_jour(realisation.etablie_le) for partie in parties),
    )
    title = f"Fiche de réalisation – action n° {case.numero}"
    return Document(
        kind=realisation.genre,
        id=realisation.id or "sans-id",
        title=title,
        short_title=f"{title} – {convention_citee(convention)}",
        author=auteur(convention, dossier.maison.auteur),
        family=Family.FORMULAIRE,
        sections=(Section(PageKind.FORMULAIRE, tuple(_blocks(case))),),
        dated=realisation.etablie_le,
    )


def _blocks(case: Case) -> Iterator[Block]:
    one, fiche = case.realisation, case.fiche
    number, title = (fiche.numero, fiche.titre) if fiche else (None, None)
    action = fill(title, "titre de l’action")
    yield Band(words("FICHE DE RÉALISATION"), sentence("Action n° ", fill(number, "numéro"), " – ", action))
    yield FieldGrid(
        (
            (Labelled(label("État de l’action :"), fill(one.etat, "état de l’action")),),
            (Labelled(label("Fiche établie le :"), _jour(one.etablie_le, "date d’établissement")),),
        )
    )
    for title, writer in BOXES.items():
        yield Box(words(title), tuple(writer(case)))
    author = fill(one.auteur, "auteur")
    day = _jour(one.etablie_le, "date d’établissement")
    quality = fill(_quality(case), "qualité de l’auteur")
    yield Paragraph(
        sentence("Fiche établie le ", day, " par ", author, ", ", quality, "."), ParagraphRole.MENTION_TEXTE
    )


def _quality(case: Case) -> str | None:
    """The author's function, agreed where the name is typed with its civility, or the dossier tells it."""
    one = case.realisation
    typed = (one.auteur or "").partition(" ")[0]
    known = typed if typed in (Civilite.MADAME, Civilite.MONSIEUR) else civilite_de(one.auteur or "", case.dossier)
    return agree_function(one.qualite, known == Civilite.MADAME) if known and one.qualite else one.qualite


def _jour(day: date | None, title: str) -> Inlines:
    return fill(long_date(day) if day else None, title)


# ---------------------------------------------------------------- boxes


def _identification(case: Case) -> Iterator[Block]:
    fiche = case.fiche
    asked = _jour(fiche.date_demande if fiche else None, "date de la demande")
    yield Paragraph(sentence(f"Fiche action prévisionnelle n° {case.numero}, demandée le ", asked, "."))
    organe, _ = bodies(case.convention)
    if fiche:
        given = [(organe.bare, fiche.avis_copil)]
        given += [(_sigle(partie), fiche.avis_de(partie.id)) for partie in case.ministeres]
        stated = (f"{name}, {opinion_state(avis)}" for name, avis in given)
        yield LabelledText(label("Avis rendus :"), (words(f"{' ; '.join(stated)}."),))
        for whose in unfavourable(fiche, case.ministeres, organe.bare):
            yield Paragraph(words(f"Avis défavorable : {whose}."))
    yield LabelledText(label("Porteur :"), lines(fiche.porteur if fiche else None, "porteur de l’action"))
    yield LabelledText(label("Partenaires :"), lines(fiche.partenaires if fiche else None, "partenaires"))
    reasons = fill(case.realisation.interet_public, "réponse aux valeurs d’intérêt public")
    values = f"L’action répond aux valeurs d’intérêt public portées par {state_name(case.ministeres).le} : "
    yield Paragraph(sentence(values, reasons, "" if _ended(case.realisation.interet_public) else "."))


def _sigle(partie: Partie) -> str:
    return partie.sigle or partie.usuel or "ministère"


def _stopped(text: str) -> str:
    return text if _ended(text) else f"{text}."


def _ended(text: str | None) -> bool:
    return bool(text) and str(text).endswith((".", "!", "?", "…"))


def _calendrier(case: Case) -> Iterator[Block]:
    fiche, one = case.fiche, case.realisation
    start = _jour(fiche.debut if fiche else None, "date de début")
    end = _jour(fiche.fin if fiche else None, "date de fin")
    yield LabelledText(label("Dates prévues :"), (sentence("du ", start, " au ", end, "."),))
    really = _jour(one.debut, "date réelle de début")
    if one.fin:
        yield LabelledText(label("Dates réelles :"), (sentence("du ", really, f" au {long_date(one.fin)}."),))
    elif one.etat is EtatAction.EN_COURS:
        yield LabelledText(label("Dates réelles :"), (sentence("depuis le ", really, " ; action en cours."),))
    else:
        gone = hole("date réelle de fin")
        yield LabelledText(label("Dates réelles :"), (sentence("du ", really, " au ", gone, "."),))
    if one.motif_calendrier:
        yield LabelledText(label("Motif :"), (words(_stopped(one.motif_calendrier)),))
    if one.territoires:
        yield LabelledText(label("Territoires :"), (words(f"{', '.join(one.territoires)}."),))


def _publics(case: Case) -> Iterator[Block]:
    yield publics(case.realisation)


def _livrables(case: Case) -> Iterator[Block]:
    rendered = case.realisation.livrables
    if not rendered:
        yield Paragraph(hole("livrables"))
        return
    columns = (Column(words("Livrable"), 104), Column(words("État"), 70))
    yield Table((), columns, tuple(Row(tuple(_livrable(one))) for one in rendered))


def _livrable(livrable: LivrableRendu) -> Iterator[Inlines]:
    """A deliverable, then its state: in a column of its own, which agrees with no name."""
    yield fill(capitalised(livrable.libelle) if livrable.libelle else None, "livrable")
    if livrable.livre_le:
        yield words(f"Livré le {long_date(livrable.livre_le)}")
        return
    reason = continued(livrable.motif.rstrip(".")) if livrable.motif else None
    yield sentence("Non livré : ", fill(reason, "date de livraison, ou motif"))


def _indicateurs(case: Case) -> Iterator[Block]:
    if case.fiche is None:
        yield Paragraph(hole("fiche action, dont les indicateurs sont repris"))
    else:
        yield from indicators(case.fiche, case.realisation)


def _finances(case: Case) -> Iterator[Block]:
    one, annexe = case.realisation, case.annexe
    if annexe is None:
        yield Paragraph(hole("annexe financière de l’action"))
        return
    table, excess = spending(one, annexe)
    yield table
    if excess > 0:
        yield Paragraph(words(overspent("La dépense constatée", excess, "prévu", one.motif_depense)))
    elif one.motif_depense:
        yield Paragraph(words(_stopped(capitalised(one.motif_depense))))
    if len({*(year.annee for year in annexe.exercices), *(year.annee for year in one.exercices)}) > 1:
        yield spending_by_year(one, annexe)
    yield spending_by_funder(one, annexe)


def _communication(case: Case) -> Iterator[Block]:
    one = case.realisation
    for usage in one.logos:
        yield Paragraph(_logo(usage, case))
    if not one.logos:
        yield Paragraph(words("Aucun logo ministériel n’a été utilisé."))
    if one.communication:
        yield from prose(one.communication)


def _logo(usage: UsageLogo, case: Case) -> Inlines:
    partie = case.convention.partie(usage.ministere) if case.convention else None
    name = partie_name(partie.au_jour(case.realisation.etablie_le)) if partie else None
    found = case.dossier.find(AutorisationLogo, usage.autorisation)
    return sentence(
        "Logo ",
        fill(name.de if name else None, "ministère"),
        " utilisé sur ",
        fill(usage.supports, "supports"),
        " en vertu de l’autorisation n° ",
        fill(found.reference if found else None, "référence de l’autorisation"),
        " du ",
        _jour(found.date if found else None, "date de l’autorisation"),
        ", valable du ",
        _jour(found.debut if found else None, "début de l’autorisation"),
        " au ",
        _jour(found.fin if found else None, "fin de l’autorisation"),
        ".",
    )


def _relais(case: Case) -> Iterator[Block]:
    for relais in case.realisation.relais:
        yield Paragraph(_relay(relais))
    if not case.realisation.relais:
        yield Paragraph(words("Aucun relais."))


def _relay(relais: Relais) -> Inlines:
    service, day = fill(relais.service, "service"), _jour(relais.date, "date du relais")
    reached = fill(relais.destinataires, "destinataires")
    return sentence("Relais assuré par ", service, " le ", day, " auprès ", reached, ".")


def _typed(field: str, title: str) -> Callable[[Case], Iterator[Block]]:
    def write(case: Case) -> Iterator[Block]:
        value = getattr(case.realisation, field)
        yield from prose(value) if value else (Paragraph(hole(title)),)

    return write


BOXES: dict[str, Callable[[Case], Iterator[Block]]] = {
    "1. IDENTIFICATION": _identification,
    "2. CALENDRIER": _calendrier,
    "3. PUBLICS TOUCHÉS": _publics,
    "4. LIVRABLES": _livrables,
    "5. INDICATEURS": _indicateurs,
    "6. EXÉCUTION FINANCIÈRE": _finances,
    "7. COMMUNICATION ET LOGOS": _communication,
    "8. RELAIS AUPRÈS DES SERVICES DÉCONCENTRÉS ET DES OPÉRATEURS": _relais,
    "9. OUTILS NUMÉRIQUES": _typed("outils_numeriques", "outils numériques"),
    "10. DIFFICULTÉS RENCONTRÉES": _typed("difficultes", "difficultés rencontrées"),
    "11. SUITES DONNÉES": _typed("suites", "suites données"),
}
"""The boxes of the fiche, in their order."""
