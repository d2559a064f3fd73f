"""SAI-05: characters that Word and PDF cannot hold, and those that no shipped font can draw.

A file never brings a control character this far (the reading says it); a model made in Python may.
The docstrings of the checks are in French: `docgen regles` shows them to users.
"""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from docgen.checks.fields import texts_in
from docgen.checks.glyph_table import RANGES
from docgen.checks.rule import Remark, Subject
from docgen.checks.spots import spots
from docgen.read.characters import FORBIDDEN, is_sound, name_of
from docgen.tree import leaves, text_of

_FIRSTS = [first for first, _ in RANGES]


@cache
def has_glyph(char: str) -> bool:
    """Return whether every shipped font has a glyph for `char`."""
    index = bisect_right(_FIRSTS, ord(char)) - 1
    return index >= 0 and ord(char) <= RANGES[index][1]


def control_characters(subject: Subject) -> Iterator[Remark]:
    """Un texte ne porte aucun caractère de commande ni aucun caractère que Word ou le PDF ne savent pas garder : un
    seul suffit à leur faire perdre la suite du texte."""
    texts = texts_in(subject.piece, subject.dossier)
    if is_sound("\n".join([text for _, text in texts])):
        return
    for path, text in texts:
        for char in dict.fromkeys(FORBIDDEN.findall(text)):
            message = f"Lu {name_of(char)} ; attendu : un caractère que Word et le PDF savent porter."
            yield Remark(message, "Effacez ce caractère invisible, ou retapez-le.", path)


def characters_without_glyph(subject: Subject) -> Iterator[Remark]:
    """Chaque caractère imprimé est dessiné par les polices fournies avec docgen (Liberation Sans). Un émoji, une case à
    cocher, un caractère d’une autre écriture qui n’y sont pas laisseraient un vide dans le PDF."""
    if not subject.may_print(_some_without_glyph):
        return
    printed = [text_of(content) for document in subject.documents for content in leaves(document.blocks)]
    for char in sorted(set().union(*printed)):
        if not has_glyph(char) and not FORBIDDEN.match(char) and char not in "\n\t":
            message = f"Le caractère « {char} » (U+{ord(char):04X}) n’est dans aucune police fournie."
            for path, place in spots(subject, char):
                yield Remark(message, "Remplacez-le par un mot ou par un autre caractère.", path, None, place)


def _some_without_glyph(text: str) -> bool:
    return not all(map(has_glyph, set(text)))
