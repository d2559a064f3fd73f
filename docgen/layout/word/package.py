"""Word file → its parts, in memory, once it is sure that opening them is safe."""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from lxml import etree

from docgen.layout.word.faults import FaultyTemplateError, LintFault
from docgen.layout.word.relations import MAIN, Relation, content_type_of, related, relations_of, rels_of
from docgen.values import Struct

_MAX_PARTS = 1_000
_MAX_SIZE = 64 * 2**20
_MAX_RATIO = 150
_SMALL = 2**20
"""A part below this many bytes may be packed as tightly as it likes."""
_ENCRYPTED = 0x1
_SYMLINK = 0o120000
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ACTIVE_PART = re.compile(r"vbaProject|vbaData|activeX|/embeddings/.*\.(bin|exe|docm|xlsm)$", re.IGNORECASE)
_ACTIVE_RELATIONS = frozenset({"attachedTemplate", "aFChunk", "oleObject", "control", "vbaProject", "package"})
_WEB = re.compile(r"(https?|mailto|tel):", re.IGNORECASE)
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError)
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}document"
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_REMEDY_SAVE = "Ouvrez-le dans Word ou LibreOffice et enregistrez-le au format .docx."


class Package(Struct, frozen=True):
    """The parts of a Word file by name, as their bytes; `main` is the name of the body's part."""

    name: str
    parts: Mapping[str, bytes]
    main: str


def read_package(content: bytes, name: str) -> Package:
    """Return the parts of the Word file `content`; `name` is what messages call it.

    Raises TemplateError, naming every reason, where it is no .docx file, unpacks to too much, runs code, reaches out of
    itself, or holds a part that is not well-formed XML.
    """
    return _package(content, name, _part_faults)


def read_words(content: bytes, name: str) -> Package:
    """Return the parts of the Word file `content` for who reads its words and runs or follows nothing that it holds.

    Macros and links are no fault then; raises TemplateError for the others, as `read_package` does.
    """
    return _package(content, name, _xml_faults)


def _package(content: bytes, name: str, faults_of: Callable[[str, bytes], Iterator[LintFault]]) -> Package:
    parts = _unzipped(content, name)
    faults = tuple(fault for part in sorted(parts) for fault in faults_of(part, parts[part]))
    if faults:
        raise FaultyTemplateError(name, faults)
    main = next((relation.target for relation in relations_of(parts, "") if relation.kind == MAIN), "")
    if main not in parts or etree.fromstring(parts[main]).tag != _WORD or content_type_of(parts, main) != _MAIN_TYPE:
        raise FaultyTemplateError(name, [LintFault("", 0, "ce n’est pas un document Word .docx.", _REMEDY_SAVE)])
    return Package(name, MappingProxyType(parts), main)


def filled_parts(package: Package) -> Iterator[str]:
    """Yield the names of the parts in which Jinja tags are filled in: body, headers, footers, footnotes, properties."""
    yield package.main
    for kind in ("header", "footer", "footnotes"):
        yield from related(package.parts, package.main, kind)
    yield from related(package.parts, "", "core-properties")


def _unzipped(content: bytes, name: str) -> dict[str, bytes]:
    if content.startswith(_OLD_WORD):
        fault = LintFault("", 0, "c’est un ancien fichier .doc, ou un fichier protégé par mot de passe.", _REMEDY_SAVE)
        raise FaultyTemplateError(name, [fault])
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if faults := tuple(_archive_faults(entries)):
                raise FaultyTemplateError(name, faults)
            return {entry.filename: _read(archive, entry) for entry in entries}
    except _DAMAGED as error:
        fault = LintFault("", 0, "ce fichier ne s’ouvre pas : ce n’est pas un .docx, ou il est abîmé.", _REMEDY_SAVE)
        raise FaultyTemplateError(name, [fault]) from error


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    # One byte more than declared: a bounded read never unpacks more, whatever the header of the entry pretends.
    with archive.open(entry) as stream:
        content = stream.read(entry.file_size + 1)
    if len(content) != entry.file_size:
        raise zipfile.BadZipFile(entry.filename)
    return content


def _archive_faults(entries: list[zipfile.ZipInfo]) -> Iterator[LintFault]:
    if len(entries) > _MAX_PARTS:
        yield LintFault("", 0, f"le fichier compte {len(entries)} parties ; au plus {_MAX_PARTS} sont admises.")
    size = sum(entry.file_size for entry in entries)
    if size > _MAX_SIZE:
        megabytes = _MAX_SIZE // 2**20
        yield LintFault("", 0, f"le fichier se déplie en {size // 2**20} Mo ; au plus {megabytes} Mo sont admis.")
    if len({entry.filename.lower() for entry in entries}) < len(entries):
        yield LintFault("", 0, "deux parties du fichier portent le même nom.", _REMEDY_SAVE)
    for entry in entries:
        yield from _entry_faults(entry)


def _entry_faults(entry: zipfile.ZipInfo) -> Iterator[LintFault]:
    steps = entry.filename.split("/")
    if "\\" in entry.filename or "" in steps or ".." in steps or (entry.external_attr >> 16) & 0o170000 == _SYMLINK:
        yield LintFault(entry.filename, 0, "le nom de cette partie mène hors du fichier.", _REMEDY_SAVE)
    if entry.flag_bits & _ENCRYPTED or entry.compress_type not in _METHODS:
        yield LintFault(entry.filename, 0, "cette partie est chiffrée ou comprimée autrement que Word.", _REMEDY_SAVE)
    if entry.file_size > _SMALL and entry.file_size > _MAX_RATIO * max(entry.compress_size, 1):
        yield LintFault(entry.filename, 0, f"cette partie se déplie en plus de {_MAX_RATIO} fois sa taille.")


def _part_faults(part: str, content: bytes) -> Iterator[LintFault]:
    if _ACTIVE_PART.search(part):
        yield LintFault(part, 0, "le fichier contient une macro ou un objet actif.", "Enregistrez-le au format .docx.")
    faults = [*_xml_faults(part, content)]
    yield from faults
    if not faults and part.endswith(".rels"):
        yield from (fault for relation in rels_of(part, content) for fault in _relation_faults(part, relation))


def _xml_faults(part: str, content: bytes) -> Iterator[LintFault]:
    if not part.endswith((".xml", ".rels")):
        return
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except (etree.XMLSyntaxError, ValueError):
        yield LintFault(part, 0, "cette partie n’est pas du XML bien formé.", _REMEDY_SAVE)
        return
    if root.getroottree().docinfo.internalDTD is not None:
        yield LintFault(part, 0, "cette partie déclare un type de document (DOCTYPE).", _REMEDY_SAVE)


def _relation_faults(part: str, relation: Relation) -> Iterator[LintFault]:
    if relation.kind == "attachedTemplate":
        remedy = "Détachez-le dans Word (Développeur, Modèle de document)."
        yield LintFault(part, 0, f"le fichier renvoie au modèle {relation.target}.", remedy)
    elif relation.kind in _ACTIVE_RELATIONS:
        yield LintFault(part, 0, f"le fichier contient un objet actif ({relation.kind}).", "Retirez-le.")
    elif relation.external and not (relation.kind == "hyperlink" and _WEB.match(relation.target)):
        message = f"le fichier renvoie hors de lui-même : {relation.target}."
        yield LintFault(part, 0, message, "Incorporez ce qui est visé, ou retirez le renvoi.")
