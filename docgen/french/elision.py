"""Elision: before which words the article and "de" lose their vowel.

A word begins as it is written: sigles are not spelled ("le MENJS", "l’ONISEP", "la SNCF"), and one in h is not elided
("le HCERES"). What is said otherwise is typed with its article.
"""

import re

from docgen.french.letters import folded
from docgen.french.signs import APOSTROPHE

_FIRST_WORD = re.compile(r"[^\W_]+")
_VOWELS = tuple("aeiou")
_ASPIRATED = frozenset(
    "haie haine hall halle halles halte hameau hameaux hand handball handicap handicape handicapee handicapes "
    "handicapees handisport hangar hanovre hanse harcelement hardi harpe hasard hausse haut haute hautes hauteur hauts "
    "havre haye hernie heros herse hetre hibou hierarchie hobby hockey hollandais hollandaise hollande hongrie "
    "hongrois hongroise honte hors hotte houille houle housse hub huit huitieme hurlement hussard hutte".split()
)
_NOT_ELIDED = frozenset("onze onzieme oui ouistiti uhlan".split())


def elides(text: str) -> bool:
    """Return whether "le", "la" and "de" are elided before `text`; not before an empty one or a figure."""
    first = _FIRST_WORD.search(text)
    if not first:
        return False
    word = folded(first[0])
    if word.startswith("h"):
        return word not in _ASPIRATED and not (first[0].isupper() and len(word) > 1)
    if word.startswith("y"):
        return len(word) > 1 and not word.startswith(_VOWELS, 1)
    return word.startswith(_VOWELS) and word not in _NOT_ELIDED


def de(text: str) -> str:
    """Return "d’AKTO", "de Lyon": "de" before a text that takes no article."""
    return f"d{APOSTROPHE}{text}" if elides(text) else f"de {text}"
