"""The named values of a convention's text."""

from collections.abc import Iterator
from datetime import date

from docgen.dossier import Dossier
from docgen.french import (
    Name,
    all_a,
    all_de,
    all_le,
    capitalised,
    cardinal,
    duration_figures,
    duration_words,
    joined,
    long_date,
    month_day,
    name_of,
    percent,
)
from docgen.french.elision import de as of
from docgen.model.common import Partie
from docgen.model.convention import College, Convention, Designation
from docgen.model.temps import Duree, JourMois
from docgen.text.names import forms, names, partie_name, state_name
from docgen.text.values import Values
from docgen.text.words import fill, sentence
from docgen.tree import Block, BulletList, Inlines, ListItem, Paragraph, ParagraphRole


def convention_values(convention: Convention, jour: date | None) -> Values:
    """Return the named values of the text of `convention`, with the names in force on `jour`."""
    parties = tuple(partie.au_jour(jour) for partie in convention.parties)
    etat = names([partie.au_jour(jour) for partie in convention.etat_partie])
    words: dict[str, str | None] = {}
    for partie in parties:
        name = partie_name(partie)
        words |= forms(partie.id or "partie", name)
        words |= forms(f"{partie.id}.long", partie_name(partie, long=True))
        words[f"{partie.id}.sigle"] = partie.sigle
    partenaire = convention.partenaire
    if partenaire:
        words |= forms("opco", partie_name(partenaire.au_jour(jour)))
    words |= (
        dict(_group("ministeres", etat))
        | dict(_state(convention))
        | dict(_numbers(convention))
        | dict(_bodies(convention))
        | dict(_defined(convention, jour))
    )
    counts = {
        "ministeres": len(convention.etat_partie),
        "parties": len(convention.parties),
        "destinataires": len(convention.destinataires_du_bilan),
        "annexes": sum(bool(annexe.annexee) for annexe in convention.annexes),
    }
    return Values(words, {"colleges": _colleges(convention), "visas": tuple(_visas(convention, jour))}, counts, _TITLES)


def values_at(convention: Convention, jour: date | None, dossier: Dossier) -> Values:
    """Return the same values, found once for all who ask `dossier` for those of `jour`."""
    return dossier.once(f"values {jour}", (convention,), lambda: convention_values(convention, jour))


MANQUANT = "texte-manquant"
"""The name of a value that is always missing: the text of an article that has none."""

_TITLES = {
    MANQUANT: "texte de l’article",
    "duree.lettres": "durée",
    "duree.de": "durée",
    "preavis.de": "préavis de dénonciation",
    **{f"organe.{form}": "nom du comité" for form in ("le", "Le", "de", "a", "bare", "titre", "court", "exceptionnel")},
    **{f"organe.{form}": "nom du comité" for form in ("defini", "charge", "compose")},
    "opco.defini": "nom du partenaire",
    "ministeres.Definis": "noms des ministères",
    **{f"cpt.{form}": "nom de la commission paritaire" for form in ("le", "Le", "de", "a", "bare")},
    **{f"opco.{form}": "nom du partenaire" for form in ("le", "Le", "de", "a", "bare")},
    **{f"ministeres.{form}": "noms des ministères" for form in ("le", "Le", "de", "a", "ensemble")},
    "duree.chiffres": "durée",
    "preavis.lettres": "préavis de dénonciation",
    "preavis.chiffres": "préavis de dénonciation",
    "plafond_frais_gestion": "plafond des frais de gestion",
    "bilan_avant": "date limite du bilan",
    "reunion_1": "date limite de la première réunion",
    "reunion_2": "date limite de la seconde réunion",
    "delai_envoi.lettres": "délai d’envoi des documents",
    "colleges.nombre": "nombre de collèges",
    "colleges.lettres": "nombre de collèges",
}


def _group(prefix: str, group: tuple[Name, ...]) -> Iterator[tuple[str, str | None]]:
    le = all_le(group) if group else None
    yield f"{prefix}.le", le
    yield f"{prefix}.Le", le[:1].upper() + le[1:] if le else None
    yield f"{prefix}.de", all_de(group) if group else None
    yield f"{prefix}.a", all_a(group) if group else None


def _state(convention: Convention) -> Iterator[tuple[str, str | None]]:
    """The State's side named by its kind: `les ministères`, `de l’académie`, and what agrees with it."""
    group = convention.etat_partie
    several = len(group) > 1
    noun = state_name(group)
    yield "etat.le", noun.le
    yield "etat.du", noun.de
    yield "etat.chacun", noun.accord("Il", "Elle", "Chacun", "Chacune")
    yield "etat.concernes", noun.accord("concerné", "concernée", "concernés", "concernées")
    yield "etat.dudit", f"{noun.accord('dudit', 'de ladite', 'desdits', 'desdites')} {noun.bare}"
    yield (
        "etat.de_ces_derniers",
        noun.accord("de ce dernier", "de cette dernière", "de ces derniers", "de ces dernières"),
    )
    yield "ministeres.ensemble", f"les {cardinal(len(group))} {noun.bare}" if several else noun.le


def _numbers(convention: Convention) -> Iterator[tuple[str, str | None]]:
    yield from _duration("duree", convention.duree)
    yield from _duration("preavis", convention.preavis)
    yield from _duration("delai_envoi", convention.comite.delai_envoi if convention.comite else None)
    cap = convention.plafond_frais_gestion
    yield "plafond_frais_gestion", percent(cap) if cap is not None else None
    yield "bilan_avant", _day(convention.bilan_avant)
    limits = convention.comite.reunions_avant if convention.comite else ()
    for index in (0, 1):
        yield f"reunion_{index + 1}", _day(limits[index]) if index < len(limits) else None
    announced = convention.comite and (convention.comite.colleges_annonces or len(convention.comite.colleges))
    yield "colleges.nombre", str(announced) if announced else None
    yield "colleges.lettres", cardinal(announced) if announced else None


def _duration(prefix: str, duree: Duree | None) -> Iterator[tuple[str, str | None]]:
    yield f"{prefix}.lettres", duration_words(duree.nombre, duree.unite) if duree else None
    yield f"{prefix}.de", of(duration_words(duree.nombre, duree.unite)) if duree else None
    yield f"{prefix}.chiffres", duration_figures(duree.nombre, duree.unite) if duree else None


def _day(jour: JourMois | None) -> str | None:
    return month_day(jour.jour, jour.mois) if jour else None


def _bodies(convention: Convention) -> Iterator[tuple[str, str | None]]:
    comite = convention.comite
    organe = name_of(comite.nom) if comite and comite.nom else None
    yield from forms("organe", organe).items()
    yield "organe.titre", organe.bare[:1].upper() + organe.bare[1:] if organe else None
    yield "organe.court", f"du {comite.sigle.lower()}" if comite and comite.sigle else organe.de if organe else None
    yield (
        "organe.charge",
        organe.accord("est chargé", "est chargée", "sont chargés", "sont chargées") if organe else None,
    )
    composed = organe.accord("est composé", "est composée", "sont composés", "sont composées") if organe else None
    yield "organe.compose", composed
    one = organe.accord("d’un", "d’une", "de", "de") if organe else ""
    special = organe.accord("exceptionnel", "exceptionnelle", "exceptionnels", "exceptionnelles") if organe else ""
    yield "organe.exceptionnel", f"{one} {organe.bare} {special}" if organe else None
    yield from forms("cpt", name_of(comite.cpt) if comite and comite.cpt else None).items()
    yield from forms("ca", name_of(comite.ca) if comite and comite.ca else None).items()


def _defined(convention: Convention, jour: date | None) -> Iterator[tuple[str, str | None]]:
    """Names with their sigle, as a text says them first: `le comité de pilotage (COPIL)`."""
    etat = [one for partie in convention.etat_partie if (one := _with_sigle(convention, partie.au_jour(jour)))]
    yield "ministeres.Definis", capitalised(joined(etat)) if etat else None
    partenaire = convention.partenaire
    yield "opco.defini", _with_sigle(convention, partenaire.au_jour(jour)) if partenaire else None
    comite = convention.comite
    organe = name_of(comite.nom).le if comite and comite.nom else None
    yield "organe.defini", f"{organe} ({comite.sigle})" if organe and comite and comite.sigle else organe


def _with_sigle(convention: Convention, partie: Partie) -> str | None:
    """The name of a party, with its sigle where the page of the parties does not say it."""
    name = partie_name(partie)
    if name is None or not partie.sigle or partie.sigle == partie.usuel:
        return name.le if name else None
    said = convention.designation is not Designation.ORGANES and partie.nom_court is None
    return name.le if said else f"{name.le} ({partie.sigle})"


def _visas(convention: Convention, jour: date | None) -> Iterator[Block]:
    """The visas of the acts whose dates are known (model-sentences §1.3); nothing for the others."""
    partenaire = convention.partenaire
    name = partie_name(partenaire.au_jour(jour)) if partenaire else None
    if name and convention.convention_objectifs:
        day = long_date(convention.convention_objectifs)
        yield _visa(
            f"Vu la convention d’objectifs et de moyens conclue le {day} entre l’État et {name.le} en application de "
            "l’article L. 6332-2 du code du travail ;"
        )
    board = name_of(convention.comite.ca).de if convention.comite and convention.comite.ca else None
    if name and board and convention.deliberation:
        day = long_date(convention.deliberation)
        yield _visa(
            f"Vu la délibération {board} {name.de} en date du {day} autorisant la signature de la présente convention ;"
        )


def _visa(text: str) -> Block:
    return Paragraph(sentence(text), ParagraphRole.VISA)


def _colleges(convention: Convention) -> tuple[Block, ...]:
    colleges = convention.comite.colleges if convention.comite else ()
    own = convention.texte is not None  # a text of its own is printed as it is, without the stops of the model's lists
    ends = ["" if own else " ;"] * (len(colleges) - 1) + ["" if own else "."]
    listed = tuple(ListItem(_college(*one)) for one in zip(colleges, ends, strict=True)) if colleges else ()
    return (BulletList(listed),) if listed else ()


def _college(college: College, end: str) -> Inlines:
    libelle = college.libelle.rstrip(" ;\u00a0\u202f") if college.libelle and end else college.libelle
    voices = f" ({college.voix} voix)" if college.voix is not None else ""
    return (*fill(libelle, "libellé du collège"), *sentence(voices + end))
