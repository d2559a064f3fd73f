"""The styles that a part uses: by id in the file, by name for people and from one file to another.

Word and LibreOffice rewrite ids when they save ("Encadrétitre" became "Encadrtitre"); names stay.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from lxml import etree

from docgen.layout.word.source import W

_USES = tuple(f"{W}{name}" for name in ("pStyle", "rStyle", "tblStyle"))
_FRENCH = MappingProxyType({"Subtitle": "Sous-titre", "footer": "Pied de page", "header": "En-tête"})
"""Word takes a style that bears one of its own French names for its own, and saves it under its English name."""


def style_names(styles: bytes) -> dict[str, tuple[str, ...]]:
    """Return the names of each style of a styles part, by id: its own, its aliases, its French one in Word."""
    return {style.get(f"{W}styleId", ""): _names(style) for style in etree.fromstring(styles).iterfind(f"{W}style")}


def style_uses(root: etree._Element) -> Iterator[etree._Element]:
    """Yield each element of a part that refers to a style by its id."""
    yield from root.iter(*_USES)


def used_id(use: etree._Element) -> str:
    """Return the id that a reference to a style holds."""
    return use.get(f"{W}val", "")


def refer_by_name(
    root: etree._Element, own: Mapping[str, tuple[str, ...]], shared: Mapping[str, tuple[str, ...]]
) -> None:
    """Turn the references of a part from ids of its `own` styles into those of the `shared` styles of the same name.

    A style that the shared ones lack keeps its id.
    """
    ids = {name: id_ for id_, names in shared.items() for name in names}
    for use in style_uses(root):
        id_ = used_id(use)
        use.set(f"{W}val", next((ids[name] for name in own.get(id_, ()) if name in ids), id_))


def _names(style: etree._Element) -> tuple[str, ...]:
    values = (found.get(f"{W}val", "") for found in style.iterfind("*") if found.tag in (f"{W}name", f"{W}aliases"))
    written = [name for value in values for name in value.split(",")]
    return (*written, *(_FRENCH[name] for name in written if name in _FRENCH))
