"""The names of parties that users cite in what they type: `{{opco-atlas.le}}` in a fiche is the name of its day.

A name is thus typed once, in its party’s block; every paper reads it there. The convention's own articles have more
named values than these (`convention_values`), which are left for them.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, partial
from typing import Any

from docgen.dossier import Dossier, Entree
from docgen.french import capitalised
from docgen.french.signs import NO_BREAK
from docgen.model.base import Modele, Piece, champs
from docgen.model.common import Partie
from docgen.model.convention import Convention
from docgen.text.names import forms, partie_name
from docgen.values import replace

_CITED = re.compile(r"\{\{\s*([\w.-]+)\s*\}\}")


def with_names(dossier: Dossier) -> Dossier:
    """Return `dossier` with the names of parties in place of those that its pieces cite; unknown ones stay."""
    return replace(dossier, entrees=tuple(_named(entree, dossier) for entree in dossier.entrees))


def names_known(piece: Piece, dossier: Dossier) -> Mapping[str, str]:
    """Return the names that `piece` may cite, as they are on its date: those of its convention's parties.

    A piece that belongs to no convention (the house style) cites those of the dossier's first one.
    """
    convention = dossier.convention_de(piece) or next(iter(dossier.all(Convention)), None)
    if convention is None:
        return {}
    jour = dossier.date_de(piece)
    known: dict[str, str] = {}
    for partie in convention.parties:
        if partie.id:
            known |= dossier.once(f"names {jour}", (partie,), partial(_names, partie, jour))
    return known


def cited_in(text: str) -> tuple[str, ...]:
    """Return the names that `text` cites, in their order."""
    return tuple(_CITED.findall(text))


def filler(piece: Piece, dossier: Dossier) -> Callable[[str], str]:
    """Return what puts the names of parties in place of those that a text of `piece` cites; unknown ones stay."""

    @cache
    def known() -> Mapping[str, str]:
        return names_known(piece, dossier)

    def fill(text: str) -> str:
        return _CITED.sub(lambda found: known().get(found[1], found[0]), text) if "{{" in text else text

    return fill


def _named(entree: Entree, dossier: Dossier) -> Entree:
    piece = _filled(entree.piece, filler(entree.piece, dossier))
    return entree if piece is entree.piece else replace(entree, piece=piece)


def _names(party: Partie, jour: date | None) -> Mapping[str, str]:
    """Return the names of a party, as they are on the day in question, by what cites them."""
    partie = party.au_jour(jour)
    words = forms(f"{partie.id}", partie_name(partie)) | forms(f"{partie.id}.long", partie_name(partie, long=True))
    usual = partie.usuel
    words |= {
        f"{partie.id}": usual,
        f"{partie.id}.sigle": partie.sigle or usual,
        f"{partie.id}.titre": capitalised(usual) if usual else None,
    }
    # as a user would type them: what is typed has no no-break space, and is read again from what a paper carries
    return {name: word.replace(NO_BREAK, " ") for name, word in words.items() if word}


def _filled(value: Any, fill: Callable[[str], str]) -> Any:
    """Return `value` with each of its texts filled; itself where nothing changes."""
    if isinstance(value, str):
        return fill(value)
    if isinstance(value, Modele):
        changed = {}
        for name in champs(type(value)):
            if (old := getattr(value, name)) is not None and (new := _filled(old, fill)) is not old:
                changed[name] = new
        return value.avec(**changed) if changed else value
    if isinstance(value, tuple):
        items = tuple([_filled(one, fill) for one in value])
        return items if any(new is not old for new, old in zip(items, value, strict=True)) else value
    return value
