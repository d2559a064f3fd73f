"""Nodes → models: a model always comes out, and every fault of the input is said, each at its place.

Each plain value is read by itself, so that nothing stops at the first fault; what could not be read is a hole.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from docgen.findings import FieldPath, Finding, Place, Severity
from docgen.model.base import Modele, Piece, champs
from docgen.model.kinds import KINDS
from docgen.model.likely import corrige, days_of_month, reads
from docgen.model.messages import lu, proche
from docgen.model.refused import RefusedError
from docgen.model.shapes import Block, ByKey, Leaf, Many, Shape, field_shapes
from docgen.read import nodes
from docgen.read.characters import name_of
from docgen.values import Struct

_A_COMPLETER = re.compile(
    r"(x{2,}|…|[-–—]+|(\.\s*)+|(_\s*){2,}|\[?(à|a) (compléter|completer|définir|definir|renseigner)\b.*|\?+)",
    re.IGNORECASE,
)
_BETWEEN_ITEMS = re.compile(r"[,;](?=\s)")


Make = Callable[[type[Modele], Mapping[str, Any], FieldPath], Modele]
"""What makes a model of its values, read at a path of the input."""


def _plainly(model: type[Modele], values: Mapping[str, Any], _path: FieldPath) -> Modele:
    return model(**values)


class Built(Struct, frozen=True):
    """A piece, where each of its values stands in its file, what is wrong with the file, and what the file says.

    `illisibles` are the fields whose value was typed but could not be read, so that the piece does without; for an item
    of a list, the list.
    """

    piece: Piece
    places: Mapping[FieldPath, Place]
    findings: tuple[Finding, ...]
    mapping: nodes.Mapping
    illisibles: frozenset[FieldPath] = frozenset()


def build_piece(mapping: nodes.Mapping, make: Make = _plainly) -> Built | tuple[Finding, ...]:
    """Return the piece that `mapping` describes, or why no piece can be made of it (unknown `document:`).

    `make` makes each model of the piece, the innermost first.
    """
    kind = mapping.get("document")
    word = kind.text.strip() if isinstance(kind, nodes.Scalar) else ""
    model = KINDS.get(_word(word))
    if model is None:
        return (_unknown_kind(mapping, kind, word),)
    builder = _Builder("", make)
    piece = builder.block(model, mapping, ())
    assert isinstance(piece, Piece)
    findings = tuple(_named(finding, piece.cle) for finding in builder.findings)
    return Built(piece, builder.places, findings, mapping, frozenset(builder.illisibles))


def _named(finding: Finding, key: str) -> Finding:
    return Finding(finding.code, finding.severity, finding.message, finding.remedy, key, finding.path, finding.place)


def _unknown_kind(mapping: nodes.Mapping, kind: nodes.Node | None, word: str) -> Finding:
    known = ", ".join(KINDS)
    near = proche(word.lower(), list(KINDS))
    if not word:
        message, remedy = (
            "La clé « document » manque : rien ne dit ce que décrit ce fichier.",
            f"Ajoutez « document: » suivi de : {known}.",
        )
    else:
        message = f"lu {lu(word)} ; attendu : un genre de document ({known})."
        remedy = f"Écrivez « document: {near} »." if near else "Corrigez la clé « document »."
    return Finding("SAI-03", Severity.BLOQUANT, message, remedy, path=("document",), place=(kind or mapping).place)


class _Builder:
    """Reads one input; keeps the places and findings met on the way."""

    def __init__(self, document: str, make: Make) -> None:
        self.document = document
        self.make = make
        self.places: dict[FieldPath, Place] = {}
        self.findings: list[Finding] = []
        self.illisibles: set[FieldPath] = set()

    def say(self, code: str, message: str, remedy: str, path: FieldPath, place: Place) -> None:
        self.findings.append(Finding(code, Severity.BLOQUANT, message, remedy, self.document, path, place))

    def refuse(self, code: str, message: str, remedy: str, path: FieldPath, place: Place) -> None:
        """Say what is wrong with a value that was typed and that the model does without."""
        self.illisibles.add(path)
        self.say(code, message, remedy, path, place)

    def block(self, model: type[Modele], node: nodes.Mapping, path: FieldPath) -> Modele:
        self.places[path] = node.place
        shapes, fields = field_shapes(model), champs(model)
        values = {name: champ.defaut for name, champ in fields.items()}
        for entry in node.entries:
            if entry.key in shapes:
                value = self.value(shapes[entry.key], entry.value, (*path, entry.key), fields[entry.key].titre)
                values[entry.key] = values[entry.key] if value is None else value
            else:
                self.unknown(entry, list(shapes), node, path)
        self.missing(model, values, node, path)
        return self.make(model, values, path)

    def unknown(self, entry: nodes.Entry, known: list[str], block: nodes.Mapping, path: FieldPath) -> None:
        near = proche(entry.key, [key for key in known if block.get(key) is None])
        given = proche(entry.key, [key for key in known if block.get(key) is not None], nearly_the_same=True)
        remedy = f"Écrivez « {near} »." if near else f"Retirez-la ; les clés permises sont : {', '.join(known)}."
        if given:
            other = f" ; ou écrivez « {near} »" if near and near.startswith(entry.key) else ""
            near, remedy = None, f"Retirez-la : la clé « {given} » est déjà donnée{other}."
        message = f"La clé {lu(entry.raw)} est inconnue."
        head, stuck, value = entry.raw.partition(":")
        if stuck and head in known:
            near, remedy = head, f"Mettez une espace après « : » : « {head}: {value} »."
        elif entry.raw[:1].isspace() and entry.raw[0] not in " \t":
            message = f"La clé {lu(entry.raw)} est inconnue ici : sa ligne commence par {name_of(entry.raw[0])}."
            remedy = "Remplacez les espaces du début de la ligne par des espaces ordinaires."
        self.refuse("SAI-01", message, remedy, (*path, near or entry.key), entry.place)

    def missing(self, model: type[Modele], values: Mapping[str, Any], node: nodes.Mapping, path: FieldPath) -> None:
        needless = model.sans_objet(values)
        for name, champ in champs(model).items():
            if not champ.requis or name in needless or values[name] not in (None, (), {}):
                continue
            field_path = (*path, name)
            if not any(finding.path[: len(field_path)] == field_path for finding in self.findings):
                place = self.places.get(field_path, node.place)
                remedy = f"Ajoutez « {name}: »{_example(model, name)}."
                self.say("SAI-02", f"« {champ.titre} » manque.", remedy, field_path, place)

    def value(self, shape: Shape, node: nodes.Node, path: FieldPath, title: str) -> Any:
        self.places[path] = node.place
        if isinstance(node, nodes.Scalar) and not node.text.strip():
            return None
        match shape:
            case Leaf():
                return self.leaf(shape, node, path, title)
            case Block(model=model):
                return self.nested(model, node, path, title)
            case Many(item=item):
                items = node.items if isinstance(node, nodes.Sequence) else (node,)
                if (
                    isinstance(node, nodes.Scalar)
                    and isinstance(item, Leaf)
                    and self.list_in_a_text(item, node, path, title)
                ):
                    return ()
                return tuple(self.items(item, items, path, title))
            case ByKey():
                return self.by_key(shape, node, path, title)

    def list_in_a_text(self, item: Leaf, node: nodes.Scalar, path: FieldPath, title: str) -> bool:
        """Say that a list looks typed as one value, `a, b`, and return whether it cannot be read as that value.

        One between quotes is one value on purpose.
        """
        parts = [part.strip() for part in _BETWEEN_ITEMS.split(node.text)]
        if node.quoted or len(parts) < 2 or not all(parts) or not all(reads(part, item.read) for part in parts):
            return False
        message = f"« {title} » : lu {lu(node.text)}, une seule valeur ; attendu : une liste."
        listed = f"Écrivez « [{', '.join(parts)}] »"
        if not reads(node.text, item.read):
            self.refuse("SAI-03", message, f"{listed}.", path, node.place)
            return True
        remedy = f"{listed}, ou mettez la valeur entre guillemets si elle n’en fait qu’une."
        self.findings.append(Finding("SAI-03", Severity.A_VERIFIER, message, remedy, self.document, path, node.place))
        return False

    def items(self, shape: Shape, items: Sequence[nodes.Node], path: FieldPath, title: str) -> Iterator[Any]:
        """Yield the items that could be read; the place of each is that of its rank among these."""
        rank = 0
        for child in items:
            value = self.value(shape, child, (*path, rank), title)
            if value is not None:
                rank += 1
                yield value
            elif (*path, rank) in self.illisibles:
                self.illisibles = self.illisibles - {(*path, rank)} | {path}

    def nested(self, model: type[Modele], node: nodes.Node, path: FieldPath, title: str) -> Modele | None:
        if isinstance(node, nodes.Scalar) and model.forme_courte:
            short = model.forme_courte
            node = nodes.Mapping((nodes.Entry(key=short, place=node.place, value=node, raw=short),), node.place)
        if isinstance(node, nodes.Mapping):
            return self.block(model, node, path)
        keys = ", ".join(champs(model))
        self.refuse(
            "SAI-03", f"« {title} » : attendu : un bloc de clés.", f"Donnez les clés : {keys}.", path, node.place
        )
        return None

    def leaf(self, shape: Leaf, node: nodes.Node, path: FieldPath, title: str) -> Any:
        if not isinstance(node, nodes.Scalar):
            self.refuse(
                "SAI-03", f"« {title} » : attendu : une seule valeur.", "Donnez une valeur simple.", path, node.place
            )
            return None
        if _A_COMPLETER.fullmatch(node.text.strip()):
            message = f"« {title} » reste à compléter : lu {lu(node.text)}."
            self.refuse(
                "SAI-02",
                message,
                "Donnez la valeur, ou « Néant. » ou « Sans objet. » s’il n’y en a pas.",
                path,
                node.place,
            )
            return None
        try:
            return shape.read(node.text)
        except RefusedError as error:
            message = f"« {title} » : lu {lu(node.text)} ; attendu : {error.attendu}."
            likely = corrige(node.text, shape.read, error.valeurs)
            why = days_of_month(node.text) if error.genre == "date" else None
            wrong = f"Corrigez la valeur : {why}." if why else "Corrigez la valeur."
            remedy = f"Écrivez « {likely} »." if likely else wrong
            self.refuse("SAI-03", message, remedy, path, node.place)
            return None

    def by_key(self, shape: ByKey, node: nodes.Node, path: FieldPath, title: str) -> Any:
        if not isinstance(node, nodes.Mapping):
            self.refuse(
                "SAI-03",
                f"« {title} » : attendu : des clés suivies d’une valeur.",
                "Par exemple « opco: 1 200,00 ».",
                path,
                node.place,
            )
            return None
        return dict(self.pairs(shape, node, path, title))

    def pairs(self, shape: ByKey, node: nodes.Mapping, path: FieldPath, title: str) -> Iterator[tuple[str, Any]]:
        for entry in node.entries:
            value = self.value(shape.value, entry.value, (*path, entry.raw), title)
            if value is not None:
                yield entry.raw, value


class Rebuilder(_Builder):
    """Makes pieces of what is left of files that were read before, whose faults were said then.

    A block is made once, however often it comes back as the very same node.
    """

    def __init__(self) -> None:
        super().__init__("", _plainly)
        self._made: dict[int, tuple[nodes.Mapping, Modele]] = {}

    def piece(self, mapping: nodes.Mapping) -> Piece | None:
        """Return the piece that `mapping` describes; None where it describes none."""
        kind = mapping.get("document")
        model = KINDS.get(_word(kind.text)) if isinstance(kind, nodes.Scalar) else None
        made = self.block(model, mapping, ()) if model else None
        return made if isinstance(made, Piece) else None

    def say(self, *_: object) -> None:
        """Say nothing."""

    def missing(self, *_: object) -> None:
        """Say nothing."""

    def block(self, model: type[Modele], node: nodes.Mapping, path: FieldPath) -> Modele:
        """Return the model that `node` describes, the same for the same node."""
        known = self._made.get(id(node))
        if known is None:
            # the node is kept beside its block: as long as it lives, no other node has its identity
            known = self._made[id(node)] = node, super().block(model, node, path)
        return known[1]


def _word(typed: str) -> str:
    """Return the kind of a document, as `KINDS` knows it, of the word that was typed for it."""
    return typed.strip().lower().replace("_", "-").replace(" ", "-")


def _example(model: type[Modele], name: str) -> str:
    exemple = champs(model)[name].exemple
    return f", par exemple « {name}: {exemple} »" if exemple is not None else ""
