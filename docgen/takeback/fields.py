"""The fields of a Word file: what is typed in them is code, what they show is text (ECMA-376, part 1, § 17.16)."""

from docgen.values import Struct

_CONTENTS = frozenset({"TOC", "TOA", "INDEX"})
_SILENT = frozenset({"HYPERLINK", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN", ""})
"""Fields that show what was typed: no value that a computer fills in."""


class _Field(Struct):
    code: str = ""
    shown: bool = False


class Fields:
    """The fields that are open where a file is being read."""

    def __init__(self) -> None:
        """Begin outside of any field."""
        self._open: list[_Field] = []

    @property
    def in_code(self) -> bool:
        """Whether what is read now is the code of a field, and not shown."""
        return any(not one.shown for one in self._open)

    @property
    def in_contents(self) -> bool:
        """Whether what is read now belongs to a table of contents or an index."""
        return any(keyword(one.code) in _CONTENTS for one in self._open)

    def sign(self, kind: str) -> str:
        """Take a sign of a field (begin, separate, end); return the name of a filled-in field that now shows its value.

        Empty for any other.
        """
        if kind == "begin":
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].shown = True
            return filled_in(self._open[-1].code)
        elif kind == "end" and self._open:
            self._open.pop()
        return ""

    def close_codes(self) -> None:
        """Leave the fields whose code goes on at the end of a line: none does in a file that is sound."""
        while self._open and not self._open[-1].shown:
            self._open.pop()

    def type(self, code: str) -> None:
        """Take a piece of the code of the innermost field."""
        if self._open:
            self._open[-1].code += code


def keyword(code: str) -> str:
    """Return the name of a field: TOC, PAGE, REF."""
    return next(iter(code.split()), "").upper()


def filled_in(code: str) -> str:
    """Return the name of a field that a computer fills in; empty for one that shows what was typed, or for contents."""
    name = keyword(code)
    return "" if name in _SILENT | _CONTENTS else name
