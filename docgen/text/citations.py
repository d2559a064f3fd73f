"""How a paper cites its convention."""

from docgen.french import long_date
from docgen.model.convention import Convention
from docgen.text.names import partie_name


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


def auteur(convention: Convention | None, maison_auteur: str | None) -> str:
    """Return the author written in the properties of a paper: the house's, else the partner's name."""
    name = partie_name(convention.partenaire) if convention and convention.partenaire else None
    return maison_auteur or (name.bare if name else "docgen")
