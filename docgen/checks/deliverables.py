"""REA-02, of deliverables: each one that the fiche promised is named by the fiche de réalisation.

Both are typed in words, the fiche in prose: what shares half of its words with a deliverable is taken for it.
The docstring of the check is in French: `docgen regles` shows it to users.
"""

import re
from collections.abc import Iterator

from docgen.checks.rule import Remark, Subject
from docgen.checks.wording import plain
from docgen.findings import Severity
from docgen.model.fiche_action import FicheAction
from docgen.model.fiche_realisation import FicheRealisation
from docgen.model.messages import lu
from docgen.model.normalise import normalise

_APART = re.compile(r"\s*;\s*|\n\s*\n|\n\s*(?=[-–•*]\s|\d+[.)]\s)")
_MARK = re.compile(r"^(?:[-–•*]|\d+[.)])\s+")
_WORD = re.compile(r"[a-z0-9]+")
_LITTLE = frozenset(
    "les des une aux par pour sur avec dans sans sous leur leurs ses son que qui est sont ces cet cette plus".split()
)
_NOTHING = ("neant", "sans-objet", "aucun")
_SHORTEST = 3


def deliverables_answered(subject: Subject) -> Iterator[Remark]:
    """Chaque livrable annoncé par la fiche action (séparé des autres par un point-virgule, ou sur sa ligne) figure dans
    la fiche de réalisation, livré ou non. Un livrable dont aucun ne reprend les mots est signalé."""
    one = subject.piece_as(FicheRealisation)
    fiche = subject.dossier.find(FicheAction, one.fiche)
    given = [_words(livrable.libelle) for livrable in one.livrables if livrable.libelle]
    for promised in _promised(fiche.livrables or "") if fiche and given else ():
        if (words := _words(promised)) and not any(_alike(words, other) for other in given):
            message = f"Le livrable {lu(promised)} de la fiche action n’est pas dans la fiche de réalisation."
            remedy = "Ajoutez-le à « livrables: », avec « livre_le: » ou le « motif: » qui l’a empêché."
            yield Remark(message, remedy, ("livrables",), Severity.A_VERIFIER)


def _promised(prose: str) -> Iterator[str]:
    for item in _APART.split(prose.strip()):
        bare = _MARK.sub("", plain(item)).strip(" .")
        if bare and not normalise(bare).startswith(_NOTHING):
            yield bare


def _words(text: str) -> frozenset[str]:
    """Return the words of `text` that tell a thing, folded and in the singular."""
    found = _WORD.findall(normalise(plain(text)))
    return frozenset(word.rstrip("sx") for word in found if len(word) >= _SHORTEST and word not in _LITTLE)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return 2 * len(one & other) >= min(len(one), len(other)) > 0
