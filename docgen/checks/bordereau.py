"""SAI-04 on what goes to signature.

The docstring of the check is in French: `docgen regles` shows it to users.
"""

from collections.abc import Iterator

from docgen.checks.references import cited
from docgen.checks.rule import Remark, Subject
from docgen.findings import FieldPath
from docgen.model.bordereau import Bordereau
from docgen.text.a_signer import parties_of


def references_of_bordereau(subject: Subject) -> Iterator[Remark]:
    """Un bordereau désigne les documents à signer par leur identifiant (« convention/atlas-2021 » si deux genres le
    portent), et les parties par le leur. Un identifiant que le dossier n’a pas arrête l’envoi ; le plus proche est
    proposé."""
    bordereau, dossier = subject.piece_as(Bordereau), subject.dossier
    pieces = [entree.piece for entree in dossier.entrees if not isinstance(entree.piece, Bordereau)]
    names = [name for piece in pieces for name in (piece.cle, piece.id) if name]
    for index, name in enumerate(bordereau.documents):
        yield from cited(name, names, "un document du dossier", ("documents", index))
    sent = [piece for piece in pieces if {piece.id, piece.cle} & set(bordereau.documents)]
    parties = list(dict.fromkeys(id for piece in sent for id in parties_of(piece, dossier)))
    if not parties:
        return
    named: list[tuple[FieldPath, str]] = [(("ordre", index), id) for index, id in enumerate(bordereau.ordre)]
    named += [(("suivi", index, "partie"), one.partie) for index, one in enumerate(bordereau.suivi) if one.partie]
    for path, id in named:
        yield from cited(id, parties, "une partie qui signe", path)
    if bordereau.expediteur:
        yield from cited(bordereau.expediteur, parties, "une partie qui signe", ("expediteur",))
