"""TYP-02: words that betray a draft, and slips of French that a second reader would see.

The docstrings of the checks are in French: `docgen regles` shows them to users.
"""

import re
from collections.abc import Iterator

from docgen.checks.rule import Remark, Subject
from docgen.checks.spots import spots
from docgen.checks.wording import at, occurrences
from docgen.findings import FieldPath, Place
from docgen.model.messages import lu

_DRAFT = re.compile(
    r"\b[Xx]{3,}\b"
    r"|\[ ?(?:…|\.{3,}) ?\]"
    r"|\[?\b(?:à|À|A) (?:définir|compléter|préciser|déterminer|confirmer|valider)\b(?= ?(?:[].,;:)!?»]|$))\]?"
    r"|_{3,}|\?{2,}|\(\?\)"
    r"|\b(?:TODO|TBC|TBD|[Ll]orem ipsum|JJ/MM/AAAA|jj/mm/aaaa)\b"
    r"|\{\{[^}]*\}\}",
    re.MULTILINE,
)
_INCLUSIVE = re.compile(
    r"\b[\w’-]++(?<=\w)\((?:e|ne|le|se|te|ère|trice|rice|euse|s|x|es|nes|les|ses|tes)\)(?:\((?:s|x)\))?", re.IGNORECASE
)
_QUOTING = (("mots",), ("apres",))
"""How the paths end of the fields of an operation that give the words of the text as it stands."""
_OF_THE_FORM = "partenaire(s)"
"""The form's own label (PARTENAIRE(S)), which is kept."""

SLIPS = {
    r"\bau travers (?:différent\w*|plusieurs|divers\w*)\b": "au travers de …",
    r"\binitiales et continue\b": "initiale et continue",
    r"\bconventions? d’objectif et de moyens\b": "d’objectifs et de moyens (code du travail, art. L. 6332-2)",
    r"\bDRAFFPIC\b": "DRAFPIC",
    r"\bpallier (?:à|au|aux)\b": "pallier, sans préposition",
    r"\bau jour d’aujourd’hui\b": "aujourd’hui",
    r"\b(?!nous|vous)([^\W\d]{2,}+) \1\b": "le mot une seule fois",
}
"""A slip, as a pattern, and what to write instead."""
_SLIPS = tuple((re.compile(pattern), right) for pattern, right in SLIPS.items())


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
            remedy = "Accordez le mot." if _INCLUSIVE.fullmatch(words) else "Remplacez-le par les mots définitifs."
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
