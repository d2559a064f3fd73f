"""TYP-02: words that betray a draft, and slips of French that a second reader would see.

The docstrings of the checks are in French: `docgen regles` shows them to users.
"""

import re
from collections.abc import Iterator

from docgen.checks.rule import Remark, Subject
from docgen.checks.spots import spots
from docgen.checks.wording import Rare, Sought, at, leading, occurrences
from docgen.findings import FieldPath, Place
from docgen.model.messages import lu

_DRAFT = re.compile(
    r"[Xx\[àÀA_?(TLlJj{](?:"  # what `re` leaps to; each branch then says which of these it has passed
    r"(?<=\b[Xx])[Xx]{2,}\b"
    r"|(?<=\[) ?(?:…|\.{3,}) ?\]"
    r"|(?:(?<=\b[àÀA])(?:(?<!\breste .)(?<!\brestent .)|(?= \w+ ?\]))|(?<=\[)[àÀA])"  # not « reste à définir »
    r" (?:définir|compléter|préciser|déterminer|confirmer|valider)\b"
    r"(?= ?(?:[].,;:)!?»]|$))\]?"
    r"|(?<=_)_{2,}|(?<=\?)\?+|(?<=\()\?\)"
    r"|(?<=\bT)(?:ODO|BC|BD)\b|(?<=\b[Ll])orem ipsum\b|(?<=\bJ)J/MM/AAAA\b|(?<=\bj)j/mm/aaaa\b"
    r"|(?<=\{)\{[^}]*\}\})",
    re.MULTILINE,
)
_ENDING = r"\((?:e|ne|le|se|te|ère|trice|rice|euse|s|x|es|nes|les|ses|tes)\)"
_INCLUSIVE = Rare(
    re.compile(rf"\b[\w’-]++(?<=\w){_ENDING}(?:\((?:s|x)\))?", re.IGNORECASE),
    re.compile(_ENDING, re.IGNORECASE).finditer,
)
_QUOTING = (("mots",), ("apres",))
"""How the paths end of the fields of an operation that give the words of the text as it stands."""
_OF_THE_FORM = "partenaire(s)"
"""The form's own label (PARTENAIRE(S)), which is kept."""

_AIMS = "d’objectifs et de moyens (code du travail, art. L. 6332-2)"
_DOUBLED = r"\b(?!nous|vous)([^\W\d]{2,}+) \1\b"
SLIPS = {
    leading("au travers") + r" (?:différent\w*|plusieurs|divers\w*)\b": "au travers de …",
    leading("initiales et continue") + r"\b": "initiale et continue",
    leading("convention") + r"s? d’objectif et de moyens\b": _AIMS,
    leading("DRAFFPIC") + r"\b": "DRAFPIC",
    leading("pallier") + r" (?:à|au|aux)\b": "pallier, sans préposition",
    leading("au jour d’aujourd’hui") + r"\b": "aujourd’hui",
    _DOUBLED: "le mot une seule fois",
}
"""A slip, as a pattern, and what to write instead."""
_ALIKE = re.compile(r" (?<=(\w\w) )\w*+(?<=\1)\b")
"""The second of two words that end alike, and the space before it."""


def _doubled(text: str) -> Iterator[re.Match[str]]:
    """Yield each word that the one before it ends with."""
    return (found for found in _ALIKE.finditer(text) if text.endswith(found[0][1:], 0, found.start()))


def _sought(slip: str) -> Sought:
    return Rare(re.compile(slip), _doubled) if slip == _DOUBLED else re.compile(slip)


_SLIPS = tuple((_sought(slip), right) for slip, right in SLIPS.items())


def _of_a_draft(text: str) -> bool:
    return bool(_DRAFT.search(text) or _INCLUSIVE.search(text))


def _slipped(text: str) -> bool:
    return any(pattern.search(text) for pattern, _ in _SLIPS)


def _written_in(subject: Subject, words: str, *places: str) -> Iterator[tuple[FieldPath, Place | None]]:
    """Yield where `words` are written; a field that quotes them from a text to be amended does not write them."""
    yield from (spot for spot in spots(subject, words, *places) if spot[0][-1:] not in _QUOTING)


def words_of_a_draft(subject: Subject) -> Iterator[Remark]:
    """Un document définitif ne garde aucun mot de projet : « XXX », « […] », « à définir », « représenté(e) ».
    L’intitulé « PARTENAIRE(S) » du formulaire est le sien, et […] marque une coupure dans un texte de loi cité : ni
    l’un ni l’autre ne sont signalés."""
    if not subject.may_print(_of_a_draft):
        return
    for words, places in occurrences(subject.words, _DRAFT, _INCLUSIVE).items():
        if words.lower() != _OF_THE_FORM:
            remedy = (
                "Accordez le mot." if _INCLUSIVE.pattern.fullmatch(words) else "Remplacez-le par les mots définitifs."
            )
            for path, place in _written_in(subject, words, *places):
                yield Remark(f"{at(*places)}, lu {lu(words)}, qui est un mot de projet.", remedy, path, None, place)


def slips_of_french(subject: Subject) -> Iterator[Remark]:
    """Quelques fautes qu’une relecture trouverait sont signalées sans arrêter le document : un mot doublé, « au travers
    différentes », « initiales et continue », « convention d’objectif et de moyens », « pallier à »."""
    for pattern, right in _SLIPS if subject.may_print(_slipped) else ():
        for words, places in occurrences(subject.words, pattern).items():
            message = f"{at(*places)}, lu {lu(words)} ; attendu : {right}."
            for path, place in _written_in(subject, words, *places):
                yield Remark(message, "Corrigez, si le texte n’est pas déjà signé.", path, None, place)
