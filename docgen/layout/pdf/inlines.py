"""The inlines of the tree as HTML."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from html import escape
from itertools import groupby

from markupsafe import Markup

from docgen.layout.pdf.changes import is_changed, shown
from docgen.tree import Blank, Break, Change, FormField, Hole, Inline, Inlines, Mark, PageCount, Run, Tick

_MARKS = {
    Mark.LABEL: ('<span class="etiquette">', "</span>"),
    Mark.GUIDANCE: ('<span class="aide">', "</span>"),
    Mark.STRONG: ("<strong>", "</strong>"),
    Mark.EMPHASIS: ("<em>", "</em>"),
    Mark.SUPERSCRIPT: ("<sup>", "</sup>"),
}
"""The elements of each mark, the outermost first."""

_LINE_ENDS = re.compile(r"[\t\n\r]+")
_LONG = re.compile(r"\S{40,}")
"""Words that may be broken anywhere, such as addresses."""


def html_of(content: Inlines) -> Markup:
    """Return `content` as HTML; empty where nothing is printed."""
    if is_changed(content):
        return Markup("".join(_changed(content)))
    return Markup(_joined(content))


def _joined(content: Iterable[Inline]) -> str:
    return "".join(_WRITERS[type(inline)](inline) for inline in content)


def _changed(content: Inlines) -> Iterator[str]:
    apart = True
    for change, group in groupby(content, lambda inline: inline.change):
        html = _joined(group)
        if change is Change.KEPT:
            yield html
            apart = True
        else:
            yield shown(html, change, follows_change=not apart)
            apart = html.endswith(" ")


def _text(text: str) -> str:
    # in HTML that keeps its spaces a line end would break the line
    escaped = escape(_LINE_ENDS.sub(" ", text), quote=False)
    return _LONG.sub(r'<span class="long">\g<0></span>', escaped)


@lru_cache(maxsize=64)
def _elements(marks: frozenset[Mark]) -> tuple[str, str]:
    pairs = [pair for mark, pair in _MARKS.items() if mark in marks]
    return "".join(start for start, _ in pairs), "".join(end for _, end in reversed(pairs))


def _run(run: Run) -> str:
    if not run.marks:
        return _text(run.text)
    start, end = _elements(run.marks)
    return f"{start}{_text(run.text)}{end}"


def _hole(hole: Hole) -> str:
    return f'<span class="trou">{_text(hole.text)}</span>'


def _break(_: Break) -> str:
    # the space is what the break is in the words of the tree
    return " <br>"


def _blank(blank: Blank) -> str:
    return f'<span class="blanc" style="width:{blank.width:g}mm"></span>'


def _page_count(_: PageCount) -> str:
    return '<span class="nombre-de-pages"></span>'


def _tick(tick: Tick) -> str:
    state = "cochee" if tick.ticked else "non-cochee"
    spoken = "case cochée" if tick.ticked else "case non cochée"
    drawn = f'<img src="images/case-{state}.svg" alt="{spoken}">'
    return f'<span class="case {state}">{drawn}{_text(tick.label)}</span>'


def _form_field(field: FormField) -> str:
    return f'<span class="aide">{_text(field.guidance)}</span>' if field.guidance else ""


_WRITERS: dict[type[Inline], Callable[..., str]] = {
    Run: _run,
    Hole: _hole,
    Break: _break,
    Blank: _blank,
    PageCount: _page_count,
    Tick: _tick,
    FormField: _form_field,
}
