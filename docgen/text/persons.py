"""Persons whose name is typed in one line: its form on paper, and who it belongs to, as the dossier knows."""

import re
from collections.abc import Iterator

from docgen.dossier import Dossier
from docgen.model.common import Civilite, Personne, nom_en_capitales
from docgen.model.convention import Convention
from docgen.model.normalise import normalise
from docgen.model.reunion import Reunion
from docgen.values import asdict

_IN_ONE_LINE = re.compile(
    r"(?P<before>(?:M\.|Mme|Monsieur|Madame)\s+[^\W\d_][\w’'-]*\s+)"
    r"(?P<name>(?:(?:des?|du|la|le)\s+|d[’'])*[^\W\d_][\w’'-]*)",
    re.IGNORECASE,
)
"""A civility, a first name, a surname of one word, its particles apart: of more words nobody knows which is which."""


def person_named(name: str) -> str:
    """Return a name typed in one line, its surname in capitals as that of all persons: `Mme Inès OGER`.

    What is no civility, first name and surname stays as it is typed.
    """
    found = _IN_ONE_LINE.fullmatch(name.strip())
    return found["before"] + nom_en_capitales(found["name"]) if found else name


def civilite_de(name: str, dossier: Dossier) -> Civilite | None:
    """Return the civility of the person called `name`; None where the dossier tells none, or tells two.

    The others are passed by without a field of theirs being read: the paper does not rest on them, and its file
    carries nothing of them.
    """
    wanted = normalise(name)
    found = [one for one in _persons(dossier) if normalise(f"{asdict(one)['prenom']} {asdict(one)['nom']}") == wanted]
    told = {one.civilite for one in found if one.prenom_nom and one.civilite}
    return told.pop() if len(told) == 1 else None


def _persons(dossier: Dossier) -> Iterator[Personne]:
    for reunion in map(asdict, dossier.all(Reunion)):
        yield from (reunion["secretaire"],) if reunion["secretaire"] else ()
        yield from (*reunion["membres"], *reunion["invites"])
    for convention in map(asdict, dossier.all(Convention)):
        for partie in map(asdict, convention["parties"]):
            yield from partie["signataires"]
