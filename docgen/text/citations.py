"""How a paper cites its convention."""

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


def courte(convention: Convention) -> Name:
    """Return the name of the convention with its date, "convention de coopération du 12 mai 2021", to be agreed."""
    nature = convention.nature or "convention de coopération"
    return name_of(nature + (f" du {long_date(convention.signee_le)}" if convention.signee_le else ""))


def citee(convention: Convention) -> Name:
    """Return the same name followed by its parties: "… conclue entre le ministère … et l’OPCO Atlas"."""
    name = courte(convention)
    parties = names([partie.au_jour(convention.signee_le) for partie in convention.parties])
    if not parties:
        return name
    concluded = name.accord("conclu", "conclue", "conclus", "conclues")
    return Name(f"{name.bare} {concluded} entre {all_le(parties)}", name.gender, name.number, name.article)


def auteur(convention: Convention | None, maison_auteur: str | None) -> str:
    """Return the author written in the properties of a paper: the house's, else the partner's name."""
    name = partie_name(convention.partenaire) if convention and convention.partenaire else None
    return maison_auteur or (name.bare if name else "docgen")
