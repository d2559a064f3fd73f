"""REA-02, of deliverables: each one that the fiche promised is named by the fiche de réalisation.

Both are typed in words, the fiche in prose: what shares half of its words with a deliverable is taken for it, the
nearest first; the words that answer one deliverable answer no other.
The docstring of the check is in French: `docgen regles` shows it to users.
"""

import re
from collections.abc import Iterator, Sequence

from docgen.checks.rule import Remark, Subject
from docgen.checks.wording import plain
from docgen.findings import Severity
from docgen.model.fiche_action import FicheAction
from docgen.model.fiche_realisation import FicheRealisation
from docgen.model.messages import lu
from docgen.model.normalise import normalise

_APART = re.compile(r"\s*;\s*(?![^()]*\))|\n\s*\n|\n\s*(?=[-–•*]\s|\d+[.)]\s)")
"""What parts two deliverables; not within brackets."""
_MARK = re.compile(r"^(?:[-–•*]|\d+[.)])\s+")
_WORD = re.compile(r"[a-z0-9]+")
_LITTLE = frozenset(
    "les des une aux par pour sur avec dans sans sous leur leurs ses son que qui est sont ces cet cette plus".split()
)
_NO_DELIVERABLE = re.compile(
    r"(?:neant|sans-objet|aucune?|ils?|elles?|ce|cela|ceux-ci|celles?-ci|celui-ci|ces|le-tout|remise?s?|diffusee?s?|"
    r"livree?s?|disponibles?|accessibles?)\b"
)
"""How begins what tells of none, or goes on about the one before; folded."""
_SHORTEST = 3


def deliverables_answered(subject: Subject) -> Iterator[Remark]:
    """Chaque livrable annoncé par la fiche action (séparé des autres par un point-virgule, ou derrière son tiret)
    figure dans la fiche de réalisation, livré ou non. Un livrable dont aucun ne reprend les mots est signalé."""
    one = subject.piece_as(FicheRealisation)
    fiche = subject.dossier.find(FicheAction, one.fiche)
    given = [_words(livrable.libelle) for livrable in one.livrables if livrable.libelle]
    promised = [*_promised(fiche.livrables or "")] if fiche and given else []
    answered = _answered([*map(_words, promised)], given)
    for rank, deliverable in enumerate(promised):
        if rank not in answered:
            message = f"Le livrable {lu(deliverable)} de la fiche action n’est pas dans la fiche de réalisation."
            remedy = "Ajoutez-le à « livrables: », avec « livre_le: » ou le « motif: » qui l’a empêché."
            yield Remark(message, remedy, ("livrables",), Severity.A_VERIFIER)


def _promised(prose: str) -> Iterator[str]:
    for item in _APART.split(prose.strip()):
        bare = _MARK.sub("", plain(item)).strip(" .")
        if _words(bare) and not bare.endswith(":") and not _NO_DELIVERABLE.match(normalise(bare)):
            yield bare


def _words(text: str) -> frozenset[str]:
    """Return the words of `text` that tell a thing, folded and in the singular."""
    found = _WORD.findall(normalise(plain(text).replace("œ", "oe").replace("Œ", "Oe")))
    return frozenset(_singular(word) for word in found if len(word) >= _SHORTEST and word not in _LITTLE)


def _singular(word: str) -> str:
    return f"{word[:-3]}al" if word.endswith("aux") else word.rstrip("sx")


def _answered(promised: Sequence[frozenset[str]], given: Sequence[frozenset[str]]) -> frozenset[int]:
    """Return the ranks of the promised deliverables that a given one answers."""
    pairs = [(len(one & other), rank, at) for rank, one in enumerate(promised) for at, other in enumerate(given)]
    left, answered = [*given], set()
    for _, rank, at in sorted(pairs, key=lambda pair: -pair[0]):
        one, asked = promised[rank], min(len(promised[rank]), len(given[at]))
        if rank not in answered and 2 * len(one & left[at]) >= asked > 0:
            answered.add(rank)
            left[at] -= one
    return frozenset(answered)
