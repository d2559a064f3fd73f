"""SAI-04, REU-05: what stands twice where it may stand once; the second is reported.

The docstrings of the checks are in French: `docgen regles` shows them to users.
"""

from collections.abc import Iterable, Iterator

from docgen.checks.rule import Remark, Subject
from docgen.findings import FieldPath
from docgen.model.base import Modele
from docgen.model.convention_application import ConventionApplication
from docgen.model.messages import lu
from docgen.model.reunion import Examen, LeveeSeance, Reunion
from docgen.model.scalars import Identifiant
from docgen.model.shapes import field_shapes, shape_of

_IDS = shape_of(tuple[Identifiant, ...])
"""The shape of a list of ids, the same wherever one is declared."""


def ids_listed_twice(subject: Subject) -> Iterator[Remark]:
    """Un identifiant figure une fois dans une liste d’identifiants (fiches, ministères, parties, logos…) : ce qu’il
    désigne serait imprimé ou compté deux fois. De même, un financeur a une ligne dans les financements, et une de plus
    pour ce qu’il paie sur ses frais de mission."""
    for path, ids in _lists(subject.piece, ()):
        for index in _seconds(ids):
            message = f"{lu(ids[index])} figure deux fois dans la liste."
            yield Remark(message, "Gardez-le une fois.", (*path, index))
    piece = subject.piece
    if isinstance(piece, ConventionApplication):
        funders = [one.financeur and (one.financeur, one.frais_de_mission) for one in piece.financements]
        for index in _seconds(funders):
            message = f"{lu(piece.financements[index].financeur or '')} a deux financements."
            yield Remark(message, "Faites-en un seul, de la somme des deux.", ("financements", index, "financeur"))


def _lists(value: object, path: FieldPath) -> Iterator[tuple[FieldPath, tuple[str, ...]]]:
    """Yield the lists of ids that `value` holds, each with its path."""
    if isinstance(value, Modele):
        for name, shape in field_shapes(type(value)).items():
            one = getattr(value, name)
            if shape is _IDS:
                yield (*path, name), one
            elif isinstance(one, Modele | tuple):
                yield from _lists(one, (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _lists(item, (*path, index))


def opinions_given_once(subject: Subject) -> Iterator[Remark]:
    """Une réunion donne une fois ce qu’elle décide : une fiche y est examinée une fois, un ministère y rend un avis sur
    elle, une réserve y est levée ou maintenue une fois. Sinon le relevé et la fiche se contrediraient."""
    reunion = subject.piece_as(Reunion)
    for index in _seconds([examen.fiche for examen in reunion.avis]):
        message = f"La fiche {reunion.avis[index].fiche} est examinée deux fois dans cette réunion."
        yield Remark(message, "Gardez une issue.", ("avis", index, "fiche"))
    for index, examen in enumerate(reunion.avis):
        yield from _ministries(examen, ("avis", index, "ministeres"))
    for index in _seconds([_reserve(levee) for levee in reunion.levees]):
        levee = reunion.levees[index]
        message = f"La réserve de « {levee.ministere} » sur la fiche {levee.fiche} est examinée deux fois."
        yield Remark(message, "Dites-la levée ou maintenue, une fois.", ("levees", index, "ministere"))


def _ministries(examen: Examen, path: FieldPath) -> Iterator[Remark]:
    for index in _seconds([avis.ministere for avis in examen.ministeres]):
        message = f"Le ministère « {examen.ministeres[index].ministere} » rend deux avis sur la fiche {examen.fiche}."
        remedy = "Gardez-en un ; ce qu’il a répondu depuis, par écrit, se donne à « reponse: »."
        yield Remark(message, remedy, (*path, index, "ministere"))


def _reserve(levee: LeveeSeance) -> tuple[str, str] | None:
    return (levee.fiche, levee.ministere) if levee.fiche and levee.ministere else None


def _seconds(keys: Iterable[object]) -> Iterator[int]:
    """Yield the places of the keys that were met before; None is no key."""
    met: set[object] = set()
    for index, key in enumerate(keys):
        if key is not None and key in met:
            yield index
        met.add(key)
