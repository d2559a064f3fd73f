"""Any docxtpl template, compiled once and filled for each document, with what docxtpl gives and fifty times faster.

docxtpl unzips, patches, compiles and parses anew for each document. Here all that depends on the template alone is done
once: per document there is left a Jinja rendering, the deflating of the parts that it changed, and a join of bytes.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from lxml import etree

from docgen.errors import TemplateError
from docgen.layout.word.additions import Addition, place_of, with_additions
from docgen.layout.word.archive import LEVEL_ONCE, Entry, joined, packed, packed_once
from docgen.layout.word.faults import FaultyTemplateError, LintFault
from docgen.layout.word.filling import FilledPart, compiled_part
from docgen.layout.word.package import Package, filled_parts, read_package
from docgen.layout.word.relations import related
from docgen.layout.word.sandbox import TemplateSandbox
from docgen.layout.word.source import source_of
from docgen.layout.word.styles import refer_by_name, style_names
from docgen.layout.word.unfilled import unfilled_faults
from docgen.values import Struct

_NOTHING: Mapping[str, bytes] = MappingProxyType({})
_PLAIN = frozenset({str, bool})
"""Values that are equal only where they print the same; a Markup, which is a text, is none of them."""


class Media(Struct, frozen=True):
    """A picture to put in a document: the name of its file, its bytes and its media type ("image/svg+xml")."""

    name: str
    content: bytes
    media_type: str


class Filled(Struct, frozen=True):
    """A finished Word file, and the names of the values that its template asked for in vain, each once, in order."""

    content: bytes
    missing: tuple[str, ...]


class CompiledTemplate(Struct, frozen=True, eq=False):
    """A Word template, ready to be filled; `variables` are the names that its tags take from the context."""

    name: str
    variables: frozenset[str]
    _main: str
    _filled: tuple[FilledPart, ...]
    _entries: Mapping[str, Entry]
    _parts: Mapping[str, bytes]

    @classmethod
    def compile(
        cls, content: bytes, name: str, shared: Mapping[str, bytes] = _NOTHING, *, finished: bool = False
    ) -> "CompiledTemplate":
        """Return the template `content` compiled; the same object for the same bytes.

        `name` is what messages call it. `shared` holds parts that take the place of the template's own, or are added to
        it: with shared styles, the template's references go to the style of the same name. `finished` says that what
        fills the body has drawings whose ids differ and grids that fit: it is not gone through for them again.
        Raises TemplateError, naming part, paragraph and tag, one line per fault.
        """
        return _compiled(content, name, tuple(sorted(shared.items())), finished)

    def render(
        self,
        context: Mapping[str, object],
        media: Sequence[Media] = (),
        parts: Mapping[str, bytes] = _NOTHING,
        *,
        strict: bool = False,
    ) -> bytes:
        """Return the document filled with the values of `context`: text, or raw XML where a value is `Markup`.

        The pictures of `media` go to `word/media`, and the body refers to them as `rIdDocgen1`, `rIdDocgen2`… in order;
        `parts` are put in as they are, in the place of the template's own where it has them.
        A value that is missing or None is printed as a hole, `[à compléter : fiche.titre]`; a list that is missing is
        empty. Raises TemplateError where a tag fails, and where a value is missing if `strict`.
        """
        filled = self.fill(context, media, parts)
        if strict and filled.missing:
            names = ", ".join(filled.missing)
            raise FaultyTemplateError(self.name, [LintFault("", 0, f"il manque de quoi remplir : {names}.")])
        return filled.content

    def fill(
        self, context: Mapping[str, object], media: Sequence[Media] = (), parts: Mapping[str, bytes] = _NOTHING
    ) -> Filled:
        """Return the document as `render` does, with the names of the values that are missing."""
        entries = dict(self._entries)
        missing: list[str] = []
        for part in self._filled:
            if part.name in parts:
                continue
            entries[part.name], names = _filled(part, context, body=part.name == self._main)
            missing += names
        for name, content in self._added(media, parts).items():
            entries[name] = (packed if name in parts else packed_once)(name, content)
        return Filled(joined(entries.values()), tuple(dict.fromkeys(missing)))

    def _added(self, media: Sequence[Media], parts: Mapping[str, bytes]) -> dict[str, bytes]:
        if not media and not parts:
            return {}
        pictures = [Addition(f"word/media/{picture.name}", picture.content, picture.media_type) for picture in media]
        if taken := [picture.name for picture in pictures if picture.name in self._parts]:
            raise TemplateError(f"{self.name} : le gabarit a déjà une image {taken[0]}.")
        others = [Addition(name, content) for name, content in sorted(parts.items())]
        return with_additions(self._parts, self._main, [*pictures, *others], "rIdDocgen")


def _filled(part: FilledPart, context: Mapping[str, object], *, body: bool) -> tuple[Entry, Sequence[str]]:
    """Return `part` filled and packed; a header, a footer, the properties are filled once for the same plain values."""
    values = () if body else tuple([(name, context[name]) for name in part.variables if name in context])
    if not body and _PLAIN.issuperset([type(value) for _, value in values]):
        return _filled_once(part, values)
    content, missing = part.fill(context)
    return packed(part.name, content), missing


@lru_cache(maxsize=256)
def _filled_once(part: FilledPart, values: tuple[tuple[str, object], ...]) -> tuple[Entry, Sequence[str]]:
    content, missing = part.fill(dict(values))
    return packed(part.name, content), tuple(missing)


@lru_cache(maxsize=32)
def _compiled(content: bytes, name: str, shared: tuple[tuple[str, bytes], ...], finished: bool) -> CompiledTemplate:
    own = read_package(content, name)
    package = _with_shared(own, shared)
    faults = list(unfilled_faults(package))
    filled, sandbox = [], TemplateSandbox()
    body = "" if finished else package.main
    for part in filled_parts(package):
        root = _parsed(package, part)
        if package.parts[part] is own.parts.get(part):
            _refer(root, own, package)
        try:
            filled.append(compiled_part(source_of(name, part, root), root, sandbox, is_body=part == body))
        except FaultyTemplateError as error:
            faults += error.faults
    if faults:
        raise FaultyTemplateError(name, faults)
    return _assembled(package, filled)


def _with_shared(package: Package, shared: tuple[tuple[str, bytes], ...]) -> Package:
    added = [Addition(place_of(package.parts, package.main, part), content) for part, content in shared]
    parts = {**package.parts, **with_additions(package.parts, package.main, added, "rIdCharte")}
    return Package(package.name, MappingProxyType(parts), package.main)


def _parsed(package: Package, part: str) -> etree._Element:
    # Blanks between elements go, as python-docx has them go: their line ends would look like those of values.
    return etree.fromstring(package.parts[part], etree.XMLParser(remove_blank_text=True, resolve_entities=False))


def _refer(root: etree._Element, own: Package, package: Package) -> None:
    """Turn the references to styles of a part from ids of its `own` file into those of the `package`."""
    before, after = _styles(own), _styles(package)
    if before != after:
        refer_by_name(root, style_names(before), style_names(after))


def _styles(package: Package) -> bytes:
    names = related(package.parts, package.main, "styles")
    return package.parts[names[0]] if names else b"<none/>"


def _assembled(package: Package, compiled: list[FilledPart]) -> CompiledTemplate:
    """Return the template made of its `compiled` parts and of all the others, which are packed once and for all."""
    constant = {part.name: part.fill({})[0] for part in compiled if part.constant}
    filled = tuple(part for part in compiled if not part.constant)
    static = package.parts.keys() - {part.name for part in filled}
    return CompiledTemplate(
        name=package.name,
        variables=frozenset().union(*(part.variables for part in filled)),
        _main=package.main,
        _filled=filled,
        _entries={part: packed(part, constant.get(part, package.parts[part]), LEVEL_ONCE) for part in static},
        _parts=package.parts,
    )
