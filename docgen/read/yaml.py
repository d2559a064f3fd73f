"""YAML → nodes with their places: every plain scalar kept as text, and a sentence for all that is refused.

No YAML parser gives a SIRET, a date, an amount or `non` right, so none is asked to: PyYAML's events are taken, not its
values. The only module that imports PyYAML.
"""

import re
from collections.abc import Callable
from itertools import islice
from typing import Any, Protocol

import yaml

from docgen.findings import Finding, Place
from docgen.read.characters import FORBIDDEN, PLACEHOLDER, forbidden_escapes, forbidden_in, is_sound, without_forbidden
from docgen.read.cut_text import cut_text
from docgen.read.encoding import decode
from docgen.read.faults import fault
from docgen.read.keys import normalised_key
from docgen.read.nodes import Entry, Mapping, Node, Scalar, Sequence
from docgen.read.syntax import Choke, explain

MAX_BYTES = 1_000_000
MAX_DEPTH = 30
MAX_FINDINGS = 100
"""Of structure, in one file: nobody reads more."""

Loader = type[yaml.CSafeLoader] | type[yaml.SafeLoader]
LOADER: Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = frozenset({"~", "null", "Null", "NULL"})
_CUT = re.compile(r"\d+(?:[ \u00a0]?[%€])?")
"""What a comma leaves of a number between braces: the decimals, as a key of their own."""
_SURROGATE_DIGITS = len("DC00")


def read_yaml(content: bytes, file: str) -> tuple[Mapping | None, tuple[Finding, ...]]:
    """Return the top mapping of `content` and what is wrong with it; `file` is the name that the places bear.

    The mapping is None where the content is too large, of no known encoding, not YAML, too deep or not a mapping.
    In all other cases it stands beside the findings: a key typed twice keeps its first value, an alias stays as typed,
    a character that cannot be held is a space.
    """
    if len(content) > MAX_BYTES:
        return None, (too_large(len(content), file),)
    decoded = decode(content, file)
    if decoded.text is None:
        return None, decoded.findings
    characters = tuple(forbidden_in(decoded.text, file))
    held = FORBIDDEN.sub(PLACEHOLDER, decoded.text) if characters else decoded.text
    mapping, structure = nodes_of(held, file)
    return mapping, (*decoded.findings, *characters, *structure)


def too_large(size: int, file: str) -> Finding:
    """Return the finding that a file of `size` bytes is larger than any input of a dossier."""
    return fault(
        "SAI-06",
        Place(file),
        read=f"{_figures(size)} octets",
        expected=f"{_figures(MAX_BYTES)} octets au plus",
        remedy="Répartissez les données en plusieurs fichiers, ou retirez ce fichier du dossier.",
    )


def _figures(number: int) -> str:
    return f"{number:,}".replace(",", "\u202f")


def nodes_of(text: str, file: str, loader: Loader = LOADER) -> tuple[Mapping | None, tuple[Finding, ...]]:
    """Return the top mapping of a `text` that has no forbidden character, and its faults of syntax and structure."""
    reader = _Reader(text, file, loader)
    try:
        mapping = reader.document()
    except _TooDeepError as stop:
        return None, (*reader.findings, _too_deep(stop.place))
    except yaml.MarkedYAMLError as error:
        return None, (*reader.findings, *_syntax_faults(error, reader))
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        # PyYAML's own parser, used where libyaml is absent, lets Python's conversions of numbers fail.
        choke = Choke(str(error), "", reader.lines, reader.place)
        return None, (*reader.findings, explain(choke))
    return mapping, tuple(reader.findings)


class _Mark(Protocol):
    """A place as libyaml and PyYAML give it, counted from 0."""

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


class _TooDeepError(Exception):
    """The walk went below the last level that is read."""

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.place = place


class _Reader:
    """One walk over the parser's events; `findings` grows on the way."""

    def __init__(self, text: str, file: str, loader: Loader) -> None:
        self.text = text
        self.file = file
        self.findings: list[Finding] = []
        self.quote: Place | None = None
        self._sound = is_sound(text)
        self._loader = loader
        self._event: yaml.Event | None = None

    def document(self) -> Mapping | None:
        """Return the top mapping of the first document, None where there is none."""
        # One call an event: yaml.parse would ask, before each, whether there is one.
        self._parsed: Callable[[], Any] = self._loader(self.text).get_event
        self._next()
        if isinstance(self._next(), yaml.StreamEndEvent):
            remedy = "Remplissez le fichier, ou supprimez-le."
            self._refuse("un fichier vide", "des lignes « clé: valeur »", remedy, Place(self.file))
            return None
        root = self._node(self._next(), 1)
        self._next()
        if isinstance(self._next(), yaml.DocumentStartEvent):
            remedy = "Mettez ce qui suit dans un autre fichier, ou retirez la ligne « --- »."
            self._refuse("---", "un seul document par fichier", remedy)
        if isinstance(root, Mapping):
            return root
        read = root.text if isinstance(root, Scalar) else "une liste"
        remedy = "Commencez par la ligne « document: » et son genre, puis une clé par ligne."
        self._refuse(read, "des lignes « clé: valeur »", remedy, root.place)
        return None

    @property
    def place(self) -> Place:
        """Where the walk is."""
        mark = self._event.start_mark if self._event else None
        return _place(mark, self.file) if mark else Place(self.file)

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the text, as they may be shown."""
        return tuple(FORBIDDEN.sub(" ", self.text).splitlines())

    def _next(self) -> yaml.Event:
        event: yaml.Event = self._parsed()
        self._event = event
        return event

    def _refuse(self, read: str, expected: str, remedy: str, place: Place | None = None, code: str = "SAI-06") -> None:
        if len(self.findings) < MAX_FINDINGS:
            self.findings.append(fault(code, place or self.place, read=read, expected=expected, remedy=remedy))

    def _node(self, event: yaml.Event, depth: int) -> Node:
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        place = self.place
        if isinstance(event, yaml.AliasEvent):
            remedy = "Recopiez la valeur, ou mettez-la entre guillemets."
            self._refuse(f"*{event.anchor}", "la valeur elle-même, sans renvoi", remedy)
            return Scalar(f"*{event.anchor}", place)
        if isinstance(event, yaml.CollectionStartEvent):
            self._refuse_marks(event)
        if depth > MAX_DEPTH:
            raise _TooDeepError(place)
        return (
            self._mapping(place, depth) if isinstance(event, yaml.MappingStartEvent) else self._sequence(place, depth)
        )

    def _refuse_marks(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        """Refuse the anchor and the tag of a node, which then reads as if it had none."""
        if event.anchor is not None:
            remedy = "Retirez l’ancre, ou mettez la valeur entre guillemets."
            self._refuse(f"&{event.anchor}", "une valeur sans ancre", remedy)
        if event.tag is not None:
            remedy = "Retirez l’étiquette, ou mettez la valeur entre guillemets."
            self._refuse(event.tag, "une valeur sans étiquette « ! »", remedy)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        style, value, place = event.style, event.value, self.place
        # The text of a sound file is sound, however its lines are joined; only an escape can bring in what it has not.
        text = value if self._sound and style != '"' else without_forbidden(value)
        self.quote = place if style in ("'", '"') else None
        if style == '"' and text != value and event.start_mark and event.end_mark:
            source = self.text[event.start_mark.index : event.end_mark.index]
            self.findings.extend(islice(forbidden_escapes(source, place), MAX_FINDINGS - len(self.findings)))
        if style:
            return Scalar(text, place, quoted=True)
        end = event.end_mark.index if event.end_mark else len(self.text)
        if self.text.startswith((" ", "\t"), end) and len(self.findings) < MAX_FINDINGS:
            self.findings.extend(cut_text(self.text, end, text, self.file))
        return Scalar("" if value in _NULLS else text, place)

    def _sequence(self, place: Place, depth: int) -> Sequence:
        items = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return Sequence(tuple(items), place)

    def _mapping(self, place: Place, depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            entry = self._entry(key, self._node(self._next(), depth + 1))
            if entry is None:
                continue
            first = entries.setdefault(entry.key, entry)
            if first is not entry:
                self._refuse_twice(entry, first)
        return Mapping(tuple(entries.values()), place)

    def _refuse_twice(self, entry: Entry, first: Entry) -> None:
        typed = entry.raw if entry.raw == first.raw else f"{entry.raw}, comme {first.raw}"
        expected = f"chaque clé une seule fois (elle est déjà ligne {first.place.line})"
        remedy = "Gardez une seule des deux lignes ; la première est lue, l’autre non."
        self._refuse(typed, expected, remedy, entry.place, "SAI-04")

    def _entry(self, key: Node, value: Node) -> Entry | None:
        """Return the entry, None where its key was refused."""
        if isinstance(value, Scalar) and not value.text and isinstance(key, Scalar) and _CUT.fullmatch(key.text):
            remedy = 'Mettez le nombre entre guillemets, par exemple {opco: "6 000,75"}.'
            self._refuse(
                key.text,
                "un nombre d’un seul tenant : entre accolades, la virgule sépare deux valeurs",
                remedy,
                key.place,
            )
            return None
        if not isinstance(key, Scalar):
            remedy = "Mettez la valeur entre guillemets si elle commence par une accolade ou un crochet."
            self._refuse("une liste ou un groupe à la place d’une clé", "un mot", remedy, key.place)
        elif key.text == "<<" and not key.quoted:
            self._refuse("<<", "les valeurs elles-mêmes, sans fusion", "Recopiez les lignes à reprendre.", key.place)
        elif not (name := normalised_key(key.text)):
            self._refuse("une clé vide", "un mot avant « : »", "Écrivez la clé, ou retirez la ligne.", key.place)
        elif key.quoted or not key.text.startswith("*"):
            return Entry(name, key.place, value, key.text)
        return None


def _place(mark: _Mark, file: str) -> Place:
    return Place(file, mark.line + 1, mark.column + 1)


def _too_deep(place: Place) -> Finding:
    return fault(
        "SAI-06",
        place,
        read=f"plus de {MAX_DEPTH} niveaux",
        expected=f"{MAX_DEPTH} niveaux au plus",
        remedy="Réduisez l’emboîtement des listes et des clés.",
    )


def _syntax_faults(error: yaml.MarkedYAMLError, reader: _Reader) -> tuple[Finding, ...]:
    """Return what the parser choked on: a forbidden character written as an escape, or a fault of syntax."""
    stop, start = error.problem_mark, error.context_mark
    where = _place(stop, reader.file) if stop else reader.place
    began = _place(start, reader.file) if start else None
    if began and start and stop and "Unicode" in (error.problem or ""):
        source = reader.text[start.index : stop.index + _SURROGATE_DIGITS]
        if escapes := tuple(forbidden_escapes(source, began)):
            return escapes
    return (explain(Choke(error.problem or "", error.context or "", reader.lines, where, began, reader.quote)),)
