"""Who a name that is typed alone belongs to: a person whom the dossier knows with a civility."""

from collections.abc import Iterator

from docgen.dossier import Dossier
from docgen.model.common import Civilite, Personne
from docgen.model.convention import Convention
from docgen.model.normalise import normalise
from docgen.model.reunion import Reunion
from docgen.values import asdict


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
