"""Persons whose name is typed in one line: its form on paper, and who it belongs to, as the dossier knows."""

import re
from collections.abc import Iterator

from docgen.dossier import Dossier
from docgen.model.common import Civilite, Personne, nom_en_capitales
from docgen.model.convention import Convention
from docgen.model.normalise import normalise
from docgen.model.reunion import Reunion
from docgen.values import asdict

_PARTICLE = r"(?:des?|du|la|von|van|der)\s+|d[’']"
_IN_ONE_LINE = re.compile(
    r"(?P<before>(?:M\.|Mme|Monsieur|Madame)\s+(?P<first>[^\W\d_a-zà-öø-ÿ][\w’'-]*)\s+)"
    rf"(?P<name>(?:{_PARTICLE})*[^\W\d_a-zà-öø-ÿ][\w’'-]*)"
)
"""A civility, a first name, a surname of one word, its particles apart, both with a capital: of more words nobody knows
which is which, and « M. le préfet » is no name."""
_NO_FIRST_NAME = frozenset(
    "le la les l d de des du von van der directeur directrice président présidente préfet préfète recteur rectrice "
    "ministre secrétaire délégué déléguée chef cheffe sous-directeur sous-directrice vice-président vice-présidente "
    "inspecteur inspectrice conseiller conseillère chargé chargée responsable maire proviseur proviseure".split()
)


def person_named(name: str) -> str:
    """Return a name typed in one line, its surname in capitals as that of all persons: `Mme Inès OGER`.

    What is no civility, first name and surname stays as it is typed.
    """
    found = _IN_ONE_LINE.fullmatch(name.strip())
    if found is None or found["first"].lower() in _NO_FIRST_NAME:
        return name
    return found["before"] + nom_en_capitales(found["name"])


def civilite_de(name: str, dossier: Dossier) -> Civilite | None:
    """Return the civility of the person called `name`; None where the dossier tells none, or tells two.

    The others are passed by without a field of theirs being read, which `asdict` does not count as reading: the paper
    does not rest on them, and its file carries nothing of them.
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
