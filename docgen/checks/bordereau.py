"""SAI-04 on what goes to signature.

The docstring of the check is in French: `docgen regles` shows it to users.
"""

from collections.abc import Iterator

from docgen.checks.references import all_cited, at, cited
from docgen.checks.rule import Remark, Subject
from docgen.model.bordereau import Bordereau
from docgen.text.a_signer import parties_of


def references_of_bordereau(subject: Subject) -> Iterator[Remark]:
    """Un bordereau désigne les documents à signer par leur identifiant (« convention/atlas-2021 » si deux genres le
    portent), et les parties par le leur. Un identifiant que le dossier n’a pas arrête l’envoi ; le plus proche est
    proposé."""
    bordereau, dossier = subject.piece_as(Bordereau), subject.dossier
    pieces = [entree.piece for entree in dossier.entrees if not isinstance(entree.piece, Bordereau)]
    names = [name for piece in pieces for name in (piece.cle, piece.id) if name]
    sent = [piece for piece in pieces if {piece.id, piece.cle} & set(bordereau.documents)]
    taken = {name for piece in sent for name in (piece.cle, piece.id)} - set(bordereau.documents)
    yield from all_cited(
        at("documents", bordereau.documents), [name for name in names if name not in taken], "un document du dossier"
    )
    parties = list(dict.fromkeys(id for piece in sent for id in parties_of(piece, dossier)))
    if not parties:
        return
    yield from all_cited(at("ordre", bordereau.ordre), parties, "une partie qui signe")
    for path, id in at("suivi", [one.partie for one in bordereau.suivi], "partie"):
        yield from cited(id, parties, "une partie qui signe", path)
    if bordereau.expediteur:
        yield from cited(bordereau.expediteur, parties, "une partie qui signe", ("expediteur",))
