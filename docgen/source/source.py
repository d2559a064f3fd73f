"""The source of a paper, as a value, and as the XML that its file carries: the same in Word and in PDF.

<source xmlns="urn:docgen:source:1" docgen="…" piece="fiche-action/2021-03" papier="fiche-action" id="2021-03" …>
  <fichier nom="01-fiche-action-2021-03.yaml">document: "fiche-action" …</fichier>
  <fichier nom="02-image.png" codage="base64">…</fichier>
</source>
"""

import binascii
from base64 import b64decode, b64encode
from collections.abc import Mapping
from xml.etree import ElementTree

from docgen.errors import UsageError
from docgen.source.papers import Name
from docgen.source.units import decoded
from docgen.values import Struct

NAMESPACE = "urn:docgen:source:1"
_SOURCE, _FILE = f"{{{NAMESPACE}}}source", f"{{{NAMESPACE}}}fichier"
_BASE64 = "base64"


class Provenance(Struct, frozen=True):
    """By what a paper was made: the version of docgen, those of its engines, what its templates and texts are.

    `templates` and `texts` are fingerprints: SHA-256, in hexadecimal.
    """

    docgen: str
    engines: str
    templates: str
    texts: str


class Source(Struct, frozen=True):
    """The data of a paper: a small dossier, by file name, of what it prints, and what it was made by."""

    name: Name
    draft: bool
    files: Mapping[str, bytes]
    provenance: Provenance


def xml_of(source: Source) -> bytes:
    """Return `source` as XML."""
    root = ElementTree.Element(_SOURCE, _attributes(source))
    for name, content in source.files.items():
        element = ElementTree.SubElement(root, _FILE, nom=name)
        text = decoded(content)
        if text is None or text.encode() != content or not _holds(text):
            element.set("codage", _BASE64)
            text = b64encode(content).decode()
        element.text = text
    ElementTree.register_namespace("", NAMESPACE)
    xml: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return xml


def _attributes(source: Source) -> dict[str, str]:
    return {
        "docgen": source.provenance.docgen,
        "moteurs": source.provenance.engines,
        "gabarits": source.provenance.templates,
        "textes": source.provenance.texts,
        "piece": source.name.piece,
        "papier": source.name.kind,
        "id": source.name.id,
        "etat": "projet" if source.draft else "définitif",
    }


def _holds(text: str) -> bool:
    """Whether XML gives `text` back: it has no control character but the ends of lines and tabs."""
    return all(char >= " " or char in "\n\t" for char in text) and not {"\ufffe", "\uffff"} & set(text)


def source_in(xml: bytes) -> Source:
    """Return the source that `xml` says; raises UsageError where it does not say one."""
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise UsageError("Les données de ce fichier ne sont pas celles que docgen écrit.")
    try:
        root = ElementTree.fromstring(xml)
        if root.tag != _SOURCE:
            raise UsageError("Les données de ce fichier ne sont pas celles que docgen écrit.")
        said = root.attrib
        return Source(
            Name(said["piece"], said["papier"], said["id"]),
            said["etat"] == "projet",
            {one.attrib["nom"]: _content(one) for one in root.iterfind(_FILE)},
            Provenance(said["docgen"], said["moteurs"], said["gabarits"], said["textes"]),
        )
    except (ElementTree.ParseError, KeyError, ValueError) as error:
        raise UsageError("Les données de ce fichier sont abîmées : elles ne se lisent pas.") from error


def _content(element: ElementTree.Element) -> bytes:
    text = element.text or ""
    if element.get("codage") != _BASE64:
        return text.encode()
    try:
        return b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError(text[:20]) from error
