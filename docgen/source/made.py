"""The source of each paper of a dossier: pruned, renamed, and read again to be sure."""

from collections.abc import Collection, Iterator, Mapping

from docgen.dossier import Dossier, Entree, cited_files, gather, resolve
from docgen.errors import UsageError
from docgen.findings import Finding, Severity
from docgen.model.base import Piece
from docgen.model.build import Built, build_piece
from docgen.progress import Tell, untold
from docgen.read import nodes
from docgen.read.yaml import read_yaml
from docgen.source.groups import Group
from docgen.source.papers import Name, paper
from docgen.source.pruned import Pruner
from docgen.source.source import Provenance, Source, xml_of
from docgen.source.yaml import yaml_of
from docgen.text.cited_names import with_names
from docgen.tree import Document
from docgen.values import replace


class Sources:
    """Makes the sources of the papers of one dossier."""

    def __init__(self, dossier: Dossier, provenance: Provenance) -> None:
        self._provenance = provenance
        self._pruner = Pruner(dossier)

    def carried(self, piece: Piece, document: Document, tell: Tell = untold) -> tuple[bytes, tuple[Finding, ...]]:
        """Return the XML that the file of a paper of `piece` carries; empty, with the reason, where it has none.

        `tell` is told how far a paper that holds others has come.
        """
        source = self.of(Name(piece.cle, document.kind, document.id), document, tell)
        if source:
            return xml_of(source), ()
        message = f"{document.title} ne porte pas ses données : celles du dossier, seules, ne le redonnent pas."
        remedy = "Le document se lit et se signe ; « docgen authentifier » ne pourra pas le comparer à ses données."
        return b"", (Finding("SRC-01", Severity.A_VERIFIER, message, remedy, piece.cle),)

    def of(self, name: Name, document: Document, tell: Tell = untold) -> Source | None:
        """Return the source of `document`, the paper called `name`; None where no data of the dossier gives it back."""
        plain = replace(document, draft=False)
        printed = self._pruner.printed_by(name, plain, tell)
        if printed is None:
            return None
        source = Source(name, document.draft, self._files(printed), self._provenance)
        return source if paper(name, dossier_in(source.files)) == plain else None

    def _files(self, printed: Group) -> Mapping[str, bytes]:
        """Return the small dossier of what is `printed`; no file keeps its name, which nothing prints.

        The order of the names is that of the dossier, on which the order of what is printed may rest.
        """
        cited = self._pruner.cut.files(printed)
        width = len(str(len(printed.parts)))
        images = {name: f"joint-{rank}{_suffix(name)}" for rank, name in enumerate(cited, 1)}
        files: dict[str, bytes] = {}
        for rank, (entree, mapping) in enumerate(self._pruner.cut.mappings(printed), 1):
            renamed = _renamed(mapping, frozenset(entree.piece.fichiers), entree, images)
            name = f"{rank:0{width}}-{entree.piece.cle.replace('/', '-')}.yaml"
            files[name] = yaml_of(renamed).encode()
        return files | {images[name]: content for name, content in cited.items()}


def _renamed(node: nodes.Node, paths: Collection[str], entree: Entree, names: Mapping[str, str]) -> nodes.Mapping:
    """Return `node` with the new names of the files that it cites."""

    def made(one: nodes.Node) -> nodes.Node:
        match one:
            case nodes.Scalar(text=text):
                return replace(one, text=names.get(resolve(entree.file, text), text)) if text in paths else one
            case nodes.Sequence():
                return replace(one, items=tuple(map(made, one.items)))
            case nodes.Mapping():
                return replace(one, entries=tuple(replace(entry, value=made(entry.value)) for entry in one.entries))

    renamed = made(node)
    assert isinstance(renamed, nodes.Mapping)
    return renamed


def _suffix(name: str) -> str:
    stem, dot, suffix = name.rpartition(".")
    return f".{suffix.lower()}" if dot and stem and suffix.isalnum() else ""


def dossier_in(files: Mapping[str, bytes]) -> Dossier:
    """Return the small dossier of a source; raises UsageError where a file of it does not read."""
    built = list(_built(files))
    cited = {name: files[name] for name in cited_files((file, one.piece) for file, one in built) if name in files}
    return with_names(gather(built, cited)[0])


def _built(files: Mapping[str, bytes]) -> Iterator[tuple[str, Built]]:
    for name in sorted(files):
        if not name.endswith(".yaml"):
            continue
        mapping, _ = read_yaml(files[name], name)
        one = build_piece(mapping) if mapping else ()
        if not isinstance(one, Built):
            raise UsageError(f"Les données de ce fichier sont abîmées : {name} ne se lit pas.")
        yield name, one
