"""The request for a ministry's logo, and the decision on it (model-sentences §11)."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from docgen.dossier import Dossier
from docgen.french import all_a, all_de, all_le, capitalised, capitals, continued, duration_words, joined, long_date
from docgen.model.autorisation_logo import AutorisationLogo, EtatDemande
from docgen.model.common import Partie, Signataire
from docgen.model.convention import Convention
from docgen.model.fiche_action import FicheAction
from docgen.model.periods import span
from docgen.text.citations import auteur, convention_longue
from docgen.text.convention_text import articles_of
from docgen.text.letters import Letter, addressee, called, done, farewell, letter_blocks, place_and_date, sender
from docgen.text.model_text import values_of, written
from docgen.text.names import forms, names, partie_name, qualite
from docgen.text.signatures import letter_signatures
from docgen.text.values import Values
from docgen.text.words import fill, hole, quoted, sentence, words
from docgen.tree import (
    Block,
    Break,
    BulletList,
    Document,
    Family,
    Heading,
    HeadingRole,
    ListItem,
    Mark,
    PageKind,
    Paragraph,
    ParagraphRole,
    Section,
    Sender,
    Signs,
)
from docgen.values import Struct, replace

DEMANDE = "demande-logo"


class Case(Struct, frozen=True):
    """An authorisation with its convention, the ministries and the beneficiary by their names of the day."""

    piece: AutorisationLogo
    dossier: Dossier
    convention: Convention | None
    fiche: FicheAction | None
    ministeres: tuple[Partie, ...]
    beneficiaire: Partie


def _case(piece: AutorisationLogo, dossier: Dossier, jour: date | None) -> Case:
    convention = dossier.convention_de(piece)
    known = [convention.partie(id) if convention else None for id in (*piece.ministeres, piece.beneficiaire)]
    *ministeres, beneficiaire = (partie.au_jour(jour) if partie else None for partie in known)
    fiche = dossier.find(FicheAction, piece.fiche)
    return Case(piece, dossier, convention, fiche, tuple(filter(None, ministeres)), beneficiaire or Partie())


def write_autorisation_logo(piece: AutorisationLogo, dossier: Dossier) -> Iterator[Document]:
    """Yield the request where one is dated or nothing is decided yet, then the decision once there is one."""
    if piece.demandee_le or piece.etat is EtatDemande.DEMANDEE:
        yield _demande(_case(piece, dossier, piece.demandee_le))
    if piece.etat is not EtatDemande.DEMANDEE:
        yield _decision(_case(piece, dossier, piece.date))


# ---------------------------------------------------------------- request


def _demande(case: Case) -> Document:
    piece, convention = case.piece, case.convention
    addressed = piece.autorite or next((one for partie in case.ministeres for one in partie.signataires), None)
    signing = (piece.demandeur or next(iter(case.beneficiaire.signataires), None) or Signataire(),)
    values = _values(case, piece.demandee_le)
    values = replace(values, words={**values.words, "appel": called(addressed)})
    subject = f"Objet : demande d’autorisation d’utilisation du logo {values.words['ministere.de'] or '…'}"
    number = f" – action n° {case.fiche.numero}" if case.fiche and case.fiche.numero else ""
    letter = Letter(
        signs=sender(convention or Convention(), case.beneficiaire, case.dossier),
        addressee=addressee(addressed, next(iter(case.ministeres), Partie())),
        place_and_date=place_and_date(piece.lieu_demande, piece.demandee_le),
        subject=words(subject + number),
        body=(*written(DEMANDE, values), farewell(addressed, len(signing))),
        signatures=letter_signatures(case.beneficiaire, signing),
        enclosures=(("P. J. :", " ; ".join(piece.maquettes) + "."),) if piece.maquettes else (),
    )
    title = f"Demande d’autorisation d’utilisation de logo – {_sigles(case)}"
    return _document(case, DEMANDE, title, tuple(letter_blocks(letter)), piece.demandee_le)


def _sigles(case: Case) -> str:
    return ", ".join(partie.sigle or partie.usuel or "" for partie in case.ministeres) + (
        f", action n° {case.fiche.numero}" if case.fiche and case.fiche.numero else ""
    )


# ---------------------------------------------------------------- decision


def _decision(case: Case) -> Document:
    piece = case.piece
    refused = piece.etat is EtatDemande.REFUSEE
    head = "REFUS D’AUTORISATION" if refused else "AUTORISATION"
    number = fill(f"N° {piece.reference}" if piece.reference else None, "référence de la décision")
    authority = f"{qualite(piece.autorite)}," if piece.autorite and piece.autorite.qualite else None
    state = tuple(words(capitals(name.bare), Mark.STRONG) for name in names(case.ministeres))
    blocks = (
        Signs((Sender(state),), ()),
        Heading(HeadingRole.TITRE_PAPIER, 1, (*words(f"{head} D’UTILISATION DE LOGO"), Break(), *number)),
        Paragraph(fill(authority, "qualité de l’autorité"), ParagraphRole.AUTORITE),
        *written("refus-logo" if refused else piece.genre, _values(case, piece.date)),
        done(piece.lieu, piece.date),
        letter_signatures(next(iter(case.ministeres), Partie()), (piece.autorite or Signataire(),)),
    )
    short = f"{head.capitalize()} d’utilisation de logo n° {piece.reference or '…'} – {_sigles(case)}"
    return _document(case, piece.genre, short, blocks, piece.date)


def _document(case: Case, kind: str, title: str, blocks: tuple[Block, ...], dated: date | None) -> Document:
    return Document(
        kind=kind,
        id=case.piece.id or "sans-id",
        title=title,
        short_title=title,
        author=auteur(case.convention, case.dossier.maison.auteur),
        family=Family.LETTRE,
        sections=(Section(PageKind.TEXTE, blocks),),
        dated=dated,
    )


# ---------------------------------------------------------------- values


def _values(case: Case, jour: date | None) -> Values:
    """Return the values of the three texts, with the names of `jour`."""
    piece = case.piece
    common = values_of(case.convention, jour)
    state = names(case.ministeres)
    articles = articles_of(case.convention, case.dossier)
    visa = [articles[key] for key in ("communication", "fonctionnement-du-comite") if key in articles]
    named = {
        "article": f"de l’article {articles['communication']} " if "communication" in articles else "",
        "articles": f", notamment ses articles {joined(visa)}" if len(visa) > 1 else "",
        "ministere.le": all_le(state) or None,
        "ministere.Le": capitalised(all_le(state)) or None,
        "ministere.de": all_de(state) or None,
        "ministere.a": all_a(state) or None,
        **forms("beneficiaire", partie_name(case.beneficiaire)),
        "supports.liste": " ; ".join(piece.supports) or None,
        "territoire": piece.territoire,
        "debut": _day(piece.debut),
        "fin": _day(piece.fin),
        "duree": _duration(piece),
        "action": _action(case),
        "fichier": piece.logo.fichier.rpartition("/")[2] if piece.logo and piece.logo.fichier else None,
        "empreinte": piece.logo.empreinte if piece.logo else None,
        "mention": _mention(case, jour),
        "diffuses": f" Les supports déjà diffusés {piece.supports_diffuses}." if piece.supports_diffuses else "",
        "motif": continued(piece.refus.motif) if piece.refus and piece.refus.motif else None,
        "tribunal": piece.refus.tribunal if piece.refus else None,
    }
    blocks: dict[str, tuple[Block, ...]] = {
        "supports": _listed(piece.supports),
        "fiche": tuple(_fiche_said(case)),
        "visas": tuple(_visas(case)),
    }
    return replace(common, words={**common.words, **named}, blocks=blocks, titles={**common.titles, **_TITLES})


_TITLES = {
    "ministere.le": "ministère",
    "ministere.Le": "ministère",
    "ministere.de": "ministère",
    "ministere.a": "ministère",
    "beneficiaire.le": "bénéficiaire",
    "beneficiaire.de": "bénéficiaire",
    "supports.liste": "supports",
    "territoire": "territoire de diffusion",
    "debut": "premier jour de l’autorisation",
    "fin": "dernier jour de l’autorisation",
    "duree": "durée de l’autorisation",
    "action": "action",
    "fichier": "fichier du logo",
    "empreinte": "empreinte SHA-256 du fichier",
    "mention": "mention du partenariat",
    "motif": "motif du refus",
    "tribunal": "siège du tribunal administratif",
}


def _day(day: date | None) -> str | None:
    return long_date(day) if day else None


def _duration(piece: AutorisationLogo) -> str | None:
    if piece.debut is None or piece.fin is None or piece.fin < piece.debut:
        return None
    duree = span(piece.debut, piece.fin + timedelta(days=1))
    return duration_words(duree.nombre, duree.unite)


def _action(case: Case) -> str:
    fiche = case.fiche
    if fiche is None:
        return "aux actions menées dans le cadre de la convention"
    return f"à l’action n° {fiche.numero or '…'} {quoted(fiche.titre or '…')}"


def _mention(case: Case, jour: date | None) -> str | None:
    if case.piece.mention or case.convention is None:
        return case.piece.mention and case.piece.mention.strip(" .")
    return f"Action conduite dans le cadre {convention_longue(case.convention, jour).de}"


def _listed(supports: Sequence[str]) -> tuple[Block, ...]:
    last = len(supports) - 1
    ended = (f"{one}{'.' if rank == last else ' ;'}" for rank, one in enumerate(supports))
    return (BulletList(tuple(ListItem(words(one)) for one in ended)),) if supports else (Paragraph(hole("supports")),)


def favourable_days(case: Case) -> tuple[date, ...]:
    """Return the days on which each ministry's opinion became favourable, earliest first; empty while one is not."""
    opinions = [case.fiche.avis_de(partie.id) if case.fiche else None for partie in case.ministeres]
    days = [(one.levee.date if one.levee else one.date) for one in opinions if one is not None and one.vaut_favorable]
    known = sorted({day for day in days if day})
    return tuple(known) if len(days) == len(case.ministeres) and None not in days else ()


def _fiche_said(case: Case) -> Iterator[Paragraph]:
    if case.fiche:
        whose = all_de(names(case.ministeres))
        given = joined([f"le {long_date(day)}" for day in favourable_days(case)])
        opinion = f", ayant reçu un avis favorable {whose} {given}" if given else ""
        title = quoted(case.fiche.titre or "…")
        yield Paragraph(words(f"Action : n° {case.fiche.numero or '…'}, {title}{opinion}."))


def _visas(case: Case) -> Iterator[Paragraph]:
    days = joined([f"le {long_date(day)}" for day in favourable_days(case)])
    if case.fiche and days:
        text = f"Vu l’avis favorable rendu {days} sur la fiche action n° {case.fiche.numero or '…'} ;"
        yield Paragraph(words(text), ParagraphRole.VISA)
    asked = case.piece.demandee_le
    name = partie_name(case.beneficiaire)
    if asked and name:
        text = f"Vu la demande présentée le {long_date(asked)} par {name.le},"
        yield Paragraph(sentence(text), ParagraphRole.VISA)
