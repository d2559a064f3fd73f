"""All the inputs of a folder, resolved by id, and the values in force at a date."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import TypeVar, cast

from docgen.findings import FieldPath, Finding, Place, Severity
from docgen.model.annexe_financiere import AnnexeFinanciere
from docgen.model.avenant import Avenant
from docgen.model.avis_rendus import AvisRendus, avec_avis, avis_rendus
from docgen.model.base import Piece
from docgen.model.budget import Budget, calcule
from docgen.model.build import Built
from docgen.model.convention import Convention
from docgen.model.fiche_action import FicheAction
from docgen.model.illisible import Illisible
from docgen.model.in_force import en_vigueur
from docgen.model.maison import Maison
from docgen.model.reunion import Reunion
from docgen.read import nodes
from docgen.values import Struct, field, replace

P = TypeVar("P", bound=Piece)
T = TypeVar("T")


_MAISON = Maison(id="maison")


class Entree(Struct, frozen=True):
    """A piece of the dossier: the file it was read from (empty for one made in Python) and its values' places.

    `mapping` is what the file says, None for a piece made in Python. `illisibles` are the fields that were typed and
    could not be read; for an item of a list, the list.
    """

    piece: Piece
    file: str = ""
    places: Mapping[FieldPath, Place] = field(default_factory=dict)
    mapping: nodes.Mapping | None = None
    illisibles: frozenset[FieldPath] = frozenset()

    def place(self, path: FieldPath) -> Place | None:
        """Return where `path` stands, else the nearest value that holds it; None for a piece made in Python."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path)


class Dossier(Struct, frozen=True, eq=False, dict=True):
    """The inputs of one convention; it is equal to itself alone, so that what is found in it can be kept by it.

    `files` gives the bytes of the texts and images that the inputs cite, by the path `file-of-the-input:path-as-typed`
    resolved to a name relative to the dossier; a cited file that does not exist is not there. `illisibles` are
    the files of which no piece could be made.
    """

    entrees: tuple[Entree, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    illisibles: tuple[Illisible, ...] = ()

    def all(self, kind: type[P]) -> tuple[P, ...]:
        """Return the pieces of `kind`, in the order of the files."""
        if kind not in self._by_kind:
            self._by_kind[kind] = tuple(entree.piece for entree in self.entrees if isinstance(entree.piece, kind))
        return cast("tuple[P, ...]", self._by_kind[kind])

    @cached_property
    def _by_kind(self) -> dict[type[Piece], tuple[Piece, ...]]:
        """The pieces of each kind that was asked for."""
        return {}

    @cached_property
    def a_relire(self) -> tuple[Entree, ...]:
        """The entries of which a value was typed and could not be read."""
        return tuple(entree for entree in self.entrees if entree.illisibles)

    @cached_property
    def _by_identity(self) -> Mapping[int, Entree]:
        return {id(entree.piece): entree for entree in reversed(self.entrees)}

    @cached_property
    def _by_key(self) -> Mapping[str, Entree]:
        """The entry of each piece that has an id, by its key; the first where two share one."""
        return {entree.piece.cle: entree for entree in reversed(self.entrees) if entree.piece.id}

    def once(self, what: str, of: tuple[object, ...], find: Callable[[], T]) -> T:
        """Return what `find` finds of these very objects, found once for all who ask the dossier for it."""
        known = self._found.get((what, *map(id, of)))
        if known is None:
            # the objects are kept beside what was found: as long as they live, no other has their identity
            known = self._found[(what, *map(id, of))] = of, find()
        return cast("T", known[1])

    @cached_property
    def _found(self) -> dict[tuple[str | int, ...], tuple[tuple[object, ...], object]]:
        return {}

    def find(self, kind: type[P], id: str | None) -> P | None:
        """Return the piece of `kind` known by `id`; None where there is none."""
        found = self.of_kind(kind.genre, id) if id else None
        return found if isinstance(found, kind) else None

    def entree(self, piece: Piece) -> Entree:
        """Return the entry of `piece`, whatever avenants changed in it; raises KeyError for one of another dossier."""
        return self._by_identity.get(id(piece)) or self._by_key[piece.cle]

    def file(self, piece: Piece, path: str | None) -> bytes | None:
        """Return the bytes of a file that `piece` cites; None where it is not there."""
        return self.files.get(resolve(self.entree(piece).file, path)) if path else None

    @property
    def maison(self) -> Maison:
        """The house style; its defaults where the dossier has none."""
        return next(iter(self.all(Maison)), _MAISON)

    def cited_by(self, piece: Piece) -> tuple[Piece, ...]:
        """Return the pieces that `piece` cites by id and that the dossier has, in the order of its fields."""
        return self.once("cited", (piece,), lambda: tuple(self._cited(piece)))

    def _cited(self, piece: Piece) -> Iterator[Piece]:
        for field_name, kind in piece.citations.items():
            found = (self.of_kind(kind, id) for id in piece.ids_cites(field_name))
            yield from (one for one in found if one is not None)

    def of_kind(self, kind: str, id: str) -> Piece | None:
        """Return the piece of the kind named `kind` known by `id`; None where there is none."""
        entree = self._by_key.get(f"{kind}/{id}")
        return entree.piece if entree else None

    def convention_de(self, piece: Piece) -> Convention | None:
        """Return the convention that `piece` is, cites, or belongs to through what it cites; None for none.

        A convention and its avenants get it as it was signed, any other piece as it stands on its date.
        """
        return self.once("convention", (piece,), lambda: self._convention_de(piece))

    def _convention_de(self, piece: Piece) -> Convention | None:
        convention = self._convention_signee(piece)
        if convention is None or isinstance(piece, Convention | Avenant):
            return convention
        return self.convention_au(convention, self.date_de(piece))

    def _convention_signee(self, piece: Piece) -> Convention | None:
        if isinstance(piece, Convention):
            return piece
        found = (self._convention_signee(one) for one in self.cited_by(piece) if one is not piece)
        return next((convention for convention in found if convention), None)

    def convention_au(self, convention: Convention, jour: date | None) -> Convention:
        """Return `convention` with the values in force on `jour`; itself where none was changed by then."""
        return en_vigueur(convention, self.avenants_de(convention), jour)

    def avenants_de(self, convention: Convention) -> tuple[Avenant, ...]:
        """Return the avenants of `convention`, in the order of their numbers."""
        avenants = (one for one in self.all(Avenant) if one.convention and one.convention == convention.id)
        return tuple(sorted(avenants, key=lambda one: one.numero or 0))

    def annexe_de(self, fiche: FicheAction) -> AnnexeFinanciere | None:
        """Return the financial annex of `fiche`; None where it has none."""
        return next(iter(self.annexes_de(fiche)), None)

    def annexes_de(self, fiche: FicheAction) -> tuple[AnnexeFinanciere, ...]:
        """Return all the financial annexes of `fiche`, where there should be one."""
        return self._annexes.get(fiche.id, ())

    @cached_property
    def _annexes(self) -> Mapping[str | None, tuple[AnnexeFinanciere, ...]]:
        annexes: dict[str | None, tuple[AnnexeFinanciere, ...]] = {}
        for annexe in self.all(AnnexeFinanciere):
            annexes[annexe.fiche] = (*annexes.get(annexe.fiche, ()), annexe)
        return annexes

    def budget_de(self, annexe: AnnexeFinanciere) -> Budget:
        """Return the computed budget of `annexe`, computed once for all who ask for it."""
        return self.once("budget", (annexe,), lambda: calcule(annexe))

    def avis_de(self, fiche: FicheAction) -> AvisRendus:
        """Return the opinions that the meetings of its convention gave on `fiche`; empty where none did."""
        reunions = (one for one in self.all(Reunion) if one.convention == fiche.convention)
        return avis_rendus(fiche, reunions, self.convention_de(fiche))

    def reunions_de(self, fiche: FicheAction) -> tuple[Reunion, ...]:
        """Return the meetings of its convention whose opinions `fiche` shows."""
        reunions = (one for one in self.all(Reunion) if one.convention == fiche.convention)
        return self.once("meetings", (fiche,), lambda: tuple(one for one in reunions if one.rend_avis(fiche.id)))

    def date_de(self, piece: Piece) -> date | None:
        """Return the date of a document, on which logos, values in force and metadata rest; None while unknown.

        A piece without a date of its own takes that of what it cites, its convention left aside.
        """
        own = piece.datee_du
        if own or isinstance(piece, Convention):
            return own
        cited = (one for one in self.cited_by(piece) if not isinstance(one, Convention) and one is not piece)
        return next((day for day in map(self.date_de, cited) if day), None)


def resolve(file: str, path: str) -> str:
    """Return `path`, typed in `file`, as a name relative to the dossier; a path that leaves it keeps its `..`."""
    parts: list[str] = file.split("/")[:-1]
    for part in path.split("/"):
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def gather(
    built: list[tuple[str, Built]], files: Mapping[str, bytes], illisibles: Iterable[Illisible] = ()
) -> tuple[Dossier, tuple[Finding, ...]]:
    """Return the dossier of what was built, file by file, and the ids that two files share (SAI-04).

    Its fiches have the opinions that the meetings gave on them.
    """
    entrees: dict[str, Entree] = {}
    findings: list[Finding] = []
    for file, one in built:
        other = entrees.get(one.piece.cle)
        if other and one.piece.id:
            findings.append(_duplicate(Entree(one.piece, file, one.places), other))
        else:
            key = one.piece.cle if one.piece.id else file
            entrees[key] = Entree(one.piece, file, one.places, one.mapping, one.illisibles)
    return with_opinions(Dossier(tuple(entrees.values()), files, tuple(illisibles))), tuple(findings)


def with_opinions(dossier: Dossier) -> Dossier:
    """Carry the opinions of the meetings to the fiches of `dossier`, once for all who read these."""
    if not dossier.all(Reunion):
        return dossier
    entrees = (
        replace(one, piece=avec_avis(one.piece, dossier.avis_de(one.piece)))
        if isinstance(one.piece, FicheAction)
        else one
        for one in dossier.entrees
    )
    return replace(dossier, entrees=tuple(entrees))


def _duplicate(entree: Entree, other: Entree) -> Finding:
    message = f"L’identifiant « {entree.piece.id} » est déjà celui de {other.file}."
    remedy = "Donnez à chaque fichier un identifiant à lui."
    return Finding("SAI-04", Severity.BLOQUANT, message, remedy, entree.piece.cle, ("id",), entree.place(("id",)))


def cited_files(pieces: Iterable[tuple[str, Piece]]) -> Iterator[str]:
    """Yield the names, relative to the dossier, of the texts and images that each piece, read from a file, cites."""
    for file, piece in pieces:
        yield from (resolve(file, path) for path in piece.fichiers)
