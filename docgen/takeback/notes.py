"""The notes and comments of a Word file, which stand in parts of their own, by the numbers that the text calls."""

from collections.abc import Iterator

from lxml import etree

from docgen.layout.word.package import Package
from docgen.layout.word.relations import related
from docgen.takeback.numbers import W
from docgen.takeback.words import words_of

CALLS = {
    f"{W}footnoteReference": ("footnotes", "note"),
    f"{W}endnoteReference": ("endnotes", "note de fin"),
    f"{W}commentReference": ("comments", "commentaire"),
}
"""What calls a note: the kind of the part that holds it, and how the text calls it."""
KEPT = {
    "footnotes": "note(s) de bas de page, mise(s) entre crochets dans le texte",
    "endnotes": "note(s) de fin, mise(s) entre crochets dans le texte",
}
LEFT = {"footnotes": "note(s) que rien n’appelle", "endnotes": "note(s) que rien n’appelle"}
COMMENT = "commentaire(s)"


class Notes:
    """The notes of a file, each until the text calls it."""

    def __init__(self, package: Package) -> None:
        """Read the parts of the notes and comments; a file that has none has no notes."""
        self._texts = {
            (kind, one.get(f"{W}id", "")): " ".join(words_of(one))
            for kind, _ in CALLS.values()
            for name in related(package.parts, package.main, kind)
            for one in etree.fromstring(package.parts[name])
        }
        self._counts: dict[str, int] = {}

    def called(self, kind: str, number: str) -> tuple[int, str]:
        """Return the rank, from 1, at which a note of that kind is called, and its words; empty where it has none."""
        self._counts[kind] = self._counts.get(kind, 0) + 1
        return self._counts[kind], self._texts.pop((kind, number), "")

    def uncalled(self) -> Iterator[tuple[str, str]]:
        """Yield the notes that nothing called: the kind and the words of each."""
        yield from ((kind, words) for (kind, _), words in self._texts.items() if words)
