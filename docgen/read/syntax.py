"""What the YAML parser choked on, in French, with the remedy.

The parser says where it stopped, in a few English words; what a person did wrong is mostly seen in the line itself.
"""

import re
from collections.abc import Callable

from docgen.findings import Finding, Place
from docgen.read.characters import name_of
from docgen.read.faults import fault
from docgen.values import Struct


class Choke(Struct, frozen=True):
    """Where and how the parser stopped.

    `problem` and `context` are its own words. `stop` is where it stopped, `start` where the thing it was reading began.
    `quote` is where the last value between quotes began, None where the last value was not between quotes.
    """

    problem: str
    context: str
    lines: tuple[str, ...]
    stop: Place
    start: Place | None = None
    quote: Place | None = None

    def line(self, place: Place) -> str:
        """Return the line of `place`, empty past the end of the file."""
        return self.lines[place.line - 1] if place.line <= len(self.lines) else ""

    @property
    def before(self) -> str:
        """The line of the stop, up to the stop."""
        return self.line(self.stop)[: self.stop.column - 1]


class Advice(Struct, frozen=True):
    """What was expected, what to do, and the place to show; `mend` is whether quotes around the value may help."""

    expected: str
    remedy: str
    place: Place
    mend: bool = False


def explain(choke: Choke) -> Finding:
    """Return the finding (SAI-06) that says what the parser choked on."""
    advice = next(found for look in LOOKS if (found := look(choke)) is not None)
    line = choke.line(advice.place)
    mended = _mended(line) if advice.mend else ""
    return fault(
        "SAI-06",
        advice.place,
        read=line if line.strip() else "la fin du fichier",
        expected=advice.expected,
        remedy=f"{advice.remedy} : « {mended} »." if mended else f"{advice.remedy}.",
    )


def _tab(choke: Choke) -> Advice | None:
    """See a tab among the spaces that begin a line."""
    head = choke.line(choke.stop)[: choke.stop.column].replace("-", " ")
    if "\t" not in head or not head.isspace():
        return None
    return Advice(
        "des espaces au début de la ligne, pas de tabulation", "Remplacez la tabulation par des espaces", choke.stop
    )


def _colon_without_space(choke: Choke) -> Advice | None:
    """See a colon that no plain space follows: `porteur:AKTO`, a no-break space pasted after it.

    The parser stops there or on the next line, for it took the words for the beginning of a text.
    """
    stop = choke.stop
    before = Place(stop.file, stop.line - 1) if stop.line > 1 else stop
    for place in (choke.start or stop, stop, before):
        if found := _STUCK.match(choke.line(place)):
            sign, value = found["sign"], found["value"].strip()
            read = "il n’y en a pas" if sign.isprintable() else f"lu {name_of(sign)}"
            short = value if len(value) <= _LONGEST_LINE_TO_MEND else "…"
            return Advice(
                f"une espace ordinaire après « : » ({read})",
                f"Écrivez « {found['key']}: {short} »",
                Place(stop.file, place.line, found.end("key") + 1),
            )
    return None


def _second_colon(choke: Choke) -> Advice | None:
    """See a second colon on the line: `titre: Salon : les métiers`."""
    if not choke.problem.startswith("mapping values") or not re.search(r":\s", choke.before):
        return None
    return Advice(
        "un seul « : » par ligne, sauf entre guillemets", "Mettez la valeur entre guillemets", choke.stop, mend=True
    )


def _key_in_a_value(choke: Choke) -> Advice | None:
    """See a key under a value: a wrong indentation, a line without its colon, or prose over two lines."""
    if not choke.problem.startswith("mapping values"):
        return None
    line = choke.line(choke.stop)
    return Advice(
        "une clé alignée sur ses voisines, après une ligne achevée",
        "Si cette ligne porte une clé, alignez-la sur les autres clés et vérifiez le « : » de la ligne d’avant ; "
        "si elle continue un texte, mettez tout le texte entre guillemets, ou sous la clé après « | »",
        Place(choke.stop.file, choke.stop.line, len(line) - len(line.lstrip()) + 1),
    )


def _text_after_a_close(choke: Choke) -> Advice | None:
    """See words after a closing quote or bracket: `'L'action'`, `"Salon" 2021`, `[Projet] salon`."""
    if not _wants_a_key(choke) or not choke.before.rstrip().endswith(("'", '"', "]", "}")):
        return None
    if choke.quote and choke.quote.line < choke.stop.line:
        return Advice(
            f"rien après le guillemet qui ferme le texte ouvert ligne {choke.quote.line}",
            f"Fermez le guillemet ouvert ligne {choke.quote.line}, colonne {choke.quote.column}",
            choke.stop,
        )
    expected = "rien après le guillemet ou le crochet fermant"
    return Advice(expected, "Mettez la valeur entière entre guillemets", choke.stop, mend=True)


def _indentation(choke: Choke) -> Advice | None:
    """See a line that stands neither under the line before it nor beside it."""
    if not _wants_a_key(choke) or choke.start is None:
        return None
    return Advice(
        f"une ligne de même retrait que ses voisines (colonne {choke.start.column}, comme ligne {choke.start.line})",
        "Alignez cette ligne : autant d’espaces au début que les lignes du même niveau, « - » compris",
        choke.stop,
    )


def _wants_a_key(choke: Choke) -> bool:
    return choke.problem.startswith(("did not find expected key", "did not find expected '-'", "expected <block end>"))


def _known_words(choke: Choke) -> Advice | None:
    """See what the parser's own words tell well enough."""
    words = f"{choke.context}: {choke.problem}"
    known = next((known for known in _KNOWN if re.search(known.words, words)), None)
    if known is None:
        return None
    place = choke.start if known.at_start and choke.start else choke.stop
    return Advice(known.expected, known.remedy, place, known.mend)


def _anything(choke: Choke) -> Advice:
    return Advice(
        "du YAML : « clé: valeur » sur chaque ligne", "Mettez la valeur entre guillemets", choke.stop, mend=True
    )


LOOKS: tuple[Callable[[Choke], Advice | None], ...] = (
    _tab,
    _colon_without_space,
    _second_colon,
    _key_in_a_value,
    _text_after_a_close,
    _indentation,
    _known_words,
    _anything,
)
"""The causes, the surest first; the last one always has an advice."""


class _Known(Struct, frozen=True):
    """A pattern of the parser's words (libyaml's and PyYAML's differ), and what it means for the person who typed."""

    words: str
    expected: str
    remedy: str
    at_start: bool = False
    mend: bool = True


_QUOTE_IT = "Mettez la valeur entre guillemets"
_KNOWN = (
    _Known(
        r"quoted scalar: found unexpected (end of stream|document)",
        "un guillemet fermant",
        "Fermez le guillemet ouvert ici, ou retirez-le",
        at_start=True,
        mend=False,
    ),
    _Known(
        r"unknown escape|hex\w*decimal|Unicode character escape",
        "après une barre oblique inverse (\\), un code connu",
        "Mettez des guillemets simples (') au lieu de doubles",
    ),
    _Known(
        r"simple key: could not find expected ':'",
        "une clé suivie de « : »",
        "Ajoutez « : » après la clé, ou rattachez cette ligne au texte d’avant par un retrait",
        at_start=True,
        mend=False,
    ),
    _Known(
        r"sequence entries are not allowed",
        "une liste qui commence à la ligne sous sa clé",
        "Passez à la ligne avant le tiret « - », ou mettez la valeur entre guillemets",
    ),
    _Known(
        r"flow (sequence|mapping): ",
        "un crochet ou une accolade qui se ferme",
        "Fermez le crochet ou l’accolade ; si ce sont des mots du texte, mettez la valeur entre guillemets",
        at_start=True,
    ),
    _Known(
        r"block scalar: ",
        "rien après « | » ou « > », le texte à la ligne suivante, en retrait",
        "Passez à la ligne après « | » ou « > », ou mettez la valeur entre guillemets",
        at_start=True,
    ),
    _Known(r"an (alias|anchor): ", "une valeur qui ne commence pas par « * » ou « & »", _QUOTE_IT, at_start=True),
    _Known(r"\btag\b", "une valeur qui ne commence pas par « ! »", _QUOTE_IT, at_start=True),
    _Known(
        r"start any token|expected (the )?node content", "une lettre ou un chiffre au début de la valeur", _QUOTE_IT
    ),
    _Known(
        r"<document start>|incompatible YAML|directive|version number",
        "des lignes « clé: valeur » et rien d’autre",
        "Retirez la ligne qui commence par « % », « --- » ou « ... », et mettez la suite dans un autre fichier",
        mend=False,
    ),
)

_LONGEST_LINE_TO_MEND = 100
_STUCK = re.compile(r"^\s*(?:-\s+)*(?P<key>[^\W\d]\w*):(?P<value>(?P<sign>[^\s/:]|[^\S \t\r\n]).*)$")
"""A key whose colon no plain space follows, its value beginning with the `sign`."""
_LINE = re.compile(r"^\s*(?P<head>(?:-\s+)*(?:[^\s'\"#\[{:?][^:]*:\s+)?)(?P<value>\S.*?)\s*$")


def _mended(line: str) -> str:
    """Return `line` with its value between quotes; empty where it is long, has a comment or has no key."""
    match = _LINE.match(line)
    if match is None or len(line) > _LONGEST_LINE_TO_MEND or " #" in line:
        return ""
    if not match["head"] or (match["head"].rstrip().endswith("-") and re.search(r":\s", match["value"])):
        return ""
    return match["head"] + _quoted(match["value"])


def _quoted(value: str) -> str:
    """Return `value` between the quotes that leave its words as they are; quotes that already stood around it go."""
    bare = value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"" else value
    if '"' in bare or "\\" in bare:
        return "'" + bare.replace("'", "''") + "'"
    return f'"{bare}"'
