"""What reaches the screen: nothing that moves the cursor, hides or turns round what is read there.

A name of a file may hold any character: an escape sequence, a line end, a change of direction. It is shown by its code.
"""

import re
import sys
from io import TextIOWrapper

import typer

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ue000-\uf8ff\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]"
)
"""What is not seen, or acts on the screen, but tabs and line ends."""


def say(line: str, *, err: bool = False) -> None:
    """Print one line, on standard error if asked; what cannot be seen is shown by its code."""
    typer.echo(visible(line), err=err)


def say_text(text: str, *, err: bool = False, nl: bool = True) -> None:
    """Print a text of several lines: whole into a file or a pipe, its unseen characters by their codes on a screen."""
    shown = text if not err and not sys.stdout.isatty() else visible(text, lines=True)
    typer.echo(shown, err=err, nl=nl)


def visible(text: str, *, lines: bool = False) -> str:
    r"""Return `text` with each character that is not seen, or acts on the screen, as `\u001b` (which JSON reads too).

    Tabs and line ends stay if `text` has several `lines`.
    """
    shown = _UNSEEN.sub(_code, text)
    return shown if lines else shown.replace("\t", r"\u0009").replace("\n", r"\u000a")


def _code(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))


def forgive_encoding() -> None:
    """Let a screen that knows no French letter show a question mark in its place, instead of stopping."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
