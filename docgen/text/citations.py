"""How a paper cites its convention."""

from datetime import date

from docgen.french import Name, all_le, long_date, name_of
from docgen.model.convention import Convention
from docgen.text.names import names, partie_name


def convention_citee(convention: Convention | None) -> str:
    """Return `Convention de coopération du 12 mai 2021, OPCO Atlas`; without its date until it is signed."""
    if convention is None:
        return "Convention de coopération"
    nature = convention.nature or "convention de coopération"
    title = nature[:1].upper() + nature[1:]
    if convention.signee_le:
        title += f" du {long_date(convention.signee_le)}"
    name = partie_name(convention.partenaire) if convention.partenaire else None
    return f"{title}, {name.bare}" if name else title


def convention_longue(convention: Convention, jour: date | None) -> Name:
    """Return the convention with its date and its parties, by their names of `jour`, as a name.

    `convention de coopération du 12 mai 2021 conclue entre le ministère A, le ministère B et l’OPCO Atlas`.
    """
    name = convention_courte(convention)
    parties = names([partie.au_jour(jour) for partie in convention.parties])
    made = name.accord("conclu", "conclue", "conclus", "conclues")
    between = f" {made} entre {all_le(parties)}" if parties else ""
    return Name(f"{name.bare}{between}", name.gender, name.number, name.article)


def auteur(convention: Convention | None, maison_auteur: str | None) -> str:
    """Return the author written in the properties of a paper: the house's, else the partner's name."""
    name = partie_name(convention.partenaire) if convention and convention.partenaire else None
    return maison_auteur or (name.bare if name else "docgen")


def convention_courte(convention: Convention | None) -> Name:
    """Return the name `convention de coopération du 12 mai 2021`; without its date until the text is signed."""
    nature = (convention.nature if convention else None) or "convention de coopération"
    dated = f" du {long_date(convention.signee_le)}" if convention and convention.signee_le else ""
    return name_of(f"{nature}{dated}")


def bodies(convention: Convention | None) -> tuple[Name, Name]:
    """Return the names of the steering committee and of the board, those of common use where none is given."""
    comite = convention.comite if convention else None
    organe = (comite.nom if comite else None) or "comité de pilotage"
    return name_of(organe), name_of((comite.ca if comite else None) or "conseil d’administration")


def opco(convention: Convention | None) -> Name:
    """Return the name of the partner that keeps the secretariat."""
    name = partie_name(convention.partenaire) if convention and convention.partenaire else None
    return name or name_of("opérateur de compétences")
