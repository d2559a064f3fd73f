"""Jinja's faults in the words of a template: all of them, in French, with the tag as its author wrote it."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jinja2 import Environment, TemplateSyntaxError
from lxml import etree

from docgen.layout.word.faults import LintFault
from docgen.layout.word.paragraphs import Tag, numbered_paragraphs, tags_in, without_tags, words_of

_CLOSED_BY = {
    "for": "endfor",
    "if": "endif",
    "set": "endset",
    "macro": "endmacro",
    "call": "endcall",
    "filter": "endfilter",
    "with": "endwith",
    "block": "endblock",
    "raw": "endraw",
    "autoescape": "endautoescape",
}
_CLOSING = frozenset(_CLOSED_BY.values())
_BETWEEN = {"elif": ("if",), "else": ("if", "for")}
_SPECIAL = re.compile(r"^\{%\s*(?:colspan|cellbg)\s+(.*?)\s*%\}$", re.DOTALL)
_MERGES = re.compile(r"^\{%\s*[vh]m\s*%\}$")
_LEVEL = re.compile(r"^(\{[{%#])(?:tr|tc|p|r)\s")
_KEYWORD = re.compile(r"^\{%[-+]?\s*(\w*)")
_CURLY = str.maketrans("’‘”“", "''\"\"")
_LONE = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_MOST = 60
_STRAIGHTEN = "Remplacez dans la balise les guillemets ou apostrophes typographiques par des droits (' ou \")."
_REASONS = (
    (
        r"Encountered unknown tag '(tr|tc|p|r|vm|hm|colspan|cellbg)'",
        "« {} » n’est pas dans la ligne, la cellule ou le paragraphe qu’il lui faut, "
        "ou la balise contient « % » ou « }} »",
    ),
    (r"Encountered unknown tag '(.+?)'", "« {} » n’est pas un mot-clé connu"),
    (r"No (?:filter|test) named '(.+?)'", "le filtre ou test « {} » n’existe pas"),
    (r"unexpected char (.+?) at", "le caractère {} n’y a pas sa place"),
    (r"unexpected '(.+?)'", "« {} » n’y a pas sa place"),
    (r"got 'end of (?:print statement|statement block)'", "l’expression s’arrête trop tôt"),
    (r"got '(.+?)'", "« {} » n’y a pas sa place"),
    (r"can't assign to (?:special loop variable in for-loop|')", "ce nom ne peut pas recevoir de valeur"),
)


class _Open(NamedTuple):
    keyword: str
    tag: Tag


def syntax_faults(part: str, root: etree._Element) -> Iterator[LintFault]:
    """Yield every fault of Jinja syntax in the words of a part: tags cut short, unreadable, or without their pair."""
    tags = []
    for number, paragraph in numbered_paragraphs(root):
        words = words_of(paragraph)
        for text in _LONE.findall(without_tags(words)):
            remedy = "Ouvrez et fermez la balise dans le même paragraphe."
            yield LintFault(part, number, f"« {text} » n’a pas son pendant.", remedy)
        tags += [Tag(text, number) for text in tags_in(words)]
    for tag in tags:
        yield from _tag_faults(part, tag)
    yield from _pair_faults(part, tags)


def cited(tag: str) -> str:
    """Return a tag for a message, in French quotes, cut where it is long."""
    return f"« {tag if len(tag) <= _MOST else tag[:_MOST] + '…'} »"


def has_curly_quotes(tag: str) -> bool:
    """Return whether Word has turned a quote of a tag into a typographic one."""
    return tag.translate(_CURLY) != tag


def refused(tag: str) -> str | None:
    """Return what Jinja says against a tag taken alone, its typographic quotes made straight; None where it reads."""
    try:
        Environment(autoescape=True).from_string(_whole(_plain(tag)))
    except TemplateSyntaxError as error:
        return error.message or ""
    return None


def unreadable(message: str) -> str:
    """Return the end of the sentence on a tag that cannot be read, with the reason that Jinja's `message` gives."""
    for pattern, words in _REASONS:
        if match := re.search(pattern, message):
            return f"ne se lit pas : {words.format(*match.groups())}."
    return "ne se lit pas."


def _tag_faults(part: str, tag: Tag) -> Iterator[LintFault]:
    message = refused(tag.text)
    if message is not None:
        remedy = _STRAIGHTEN if has_curly_quotes(tag.text) else ""
        yield LintFault(part, tag.paragraph, f"la balise {cited(tag.text)} {unreadable(message)}", remedy)


def _plain(tag: str) -> str:
    """Return a docxtpl tag as the Jinja tag that it stands for."""
    tag = _SPECIAL.sub(r"{{ \1 }}", _LEVEL.sub(r"\1 ", tag)).translate(_CURLY)
    return _MERGES.sub("", tag)


def _whole(tag: str) -> str:
    """Return a template that holds `tag` alone, with what it needs around it to be complete."""
    keyword = _keyword(tag)
    if keyword in _CLOSING:
        return ""
    if keyword in _BETWEEN:
        return "{% if x %}" + tag + "{% endif %}"
    return tag + ("{% " + _CLOSED_BY[keyword] + " %}" if _opens(keyword, tag) else "")


def _pair_faults(part: str, tags: Iterable[Tag]) -> Iterator[LintFault]:
    opened: list[_Open] = []
    for tag in tags:
        plain = _plain(tag.text)
        keyword = _keyword(plain)
        if _opens(keyword, plain):
            opened.append(_Open(keyword, tag))
        elif keyword in _BETWEEN and (not opened or opened[-1].keyword not in _BETWEEN[keyword]):
            yield LintFault(part, tag.paragraph, f"la balise {cited(tag.text)} n’est dans aucun « if ».")
        elif keyword in _CLOSING:
            yield from _closing_faults(part, tag, keyword, opened)
    for keyword, tag in opened:
        remedy = f"Ajoutez {{% {_CLOSED_BY[keyword]} %}}."
        yield LintFault(part, tag.paragraph, f"la balise {cited(tag.text)} n’est jamais fermée.", remedy)


def _closing_faults(part: str, tag: Tag, keyword: str, opened: list[_Open]) -> Iterator[LintFault]:
    """Yield a fault where `keyword` does not close the innermost opening; forget the openings that it ends."""
    depth = next((i for i in reversed(range(len(opened))) if _CLOSED_BY[opened[i].keyword] == keyword), None)
    if depth is None:
        yield LintFault(part, tag.paragraph, f"la balise {cited(tag.text)} ne ferme rien.", "Retirez-la, ou ouvrez-la.")
        return
    for unclosed in opened[depth + 1 :]:
        remedy = f"Fermez-la avant {cited(tag.text)} (paragraphe {tag.paragraph})."
        yield LintFault(part, unclosed.tag.paragraph, f"la balise {cited(unclosed.tag.text)} n’est pas fermée.", remedy)
    del opened[depth:]


def _keyword(tag: str) -> str:
    match = _KEYWORD.match(tag)
    return match[1] if match else ""


def _opens(keyword: str, tag: str) -> bool:
    return keyword in _CLOSED_BY and not (keyword == "set" and re.search(r"(?<![=!<>])=(?!=)", tag))
