"""CON-04 and CON-06, on the consolidated text: what an avenant makes of references and of annexes announced.

The docstrings of the checks are in French: `docgen regles` shows them to users.
What reads and changes texts is loaded where a dossier has an avenant.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.checks.convention import announced_models
from docgen.checks.fields import typed_in
from docgen.checks.internal_references import rank_of_annex, unresolved, unresolved_annexes
from docgen.checks.rule import Remark, Subject
from docgen.checks.wording import Passage, at, plain, words_of_blocks
from docgen.findings import FieldPath
from docgen.model.avenant import Avenant
from docgen.model.messages import lu
from docgen.model.operations import Verbe

if TYPE_CHECKING:
    from docgen.amend.addresses import Annex, TextTree
    from docgen.text.consolidation import Step

_ANNEXED = re.compile(r"\b(?:annexée?s? (?:à la présente|au présent|aux présents)|en annexe)\b(?! d)", re.IGNORECASE)
_ON_ANNEXES = (Verbe.SUPPRIMER_ANNEXE, Verbe.REMPLACER_ANNEXE)


def references_once_amended(subject: Subject) -> Iterator[Remark]:
    """Tout renvoi du texte consolidé à l’un de ses articles trouve cet article : un renvoi que contiennent des mots
    nouveaux vise le texte tel qu’il sera."""
    step = subject.step
    if step is None:
        return
    known = {words for _, _, words in _unresolved(step.before.tree)}
    for passage, number, words in _unresolved(step.after.tree):
        if words not in known:
            message = f"{at(passage.where)}, lu {lu(words)} ; le texte consolidé n’a pas d’article {number}."
            yield Remark(message, "Corrigez le renvoi.", _typed(subject, words))


def _unresolved(tree: "TextTree") -> Iterator[tuple[Passage, str, str]]:
    from docgen.amend.addresses import known_numbers

    return unresolved(words_of_blocks(tree.body), known_numbers(tree))


def _typed(subject: Subject, words: str) -> FieldPath:
    """The first field of the operations that brings `words`; all the operations where none does."""
    fields = typed_in(subject.piece, subject.dossier, words)
    return next((path for path in fields if path[0] == "operations"), ("operations",))


# ---------------------------------------------------------------- annexes


def annexes_once_amended(subject: Subject) -> Iterator[Remark]:
    """Tout renvoi du texte consolidé à l’une de ses annexes (« annexe II ») trouve cette annexe : celles de la
    convention, moins celles que les avenants suppriment, plus celles qu’ils ajoutent."""
    step = subject.step
    if step is None:
        return
    known = {words for _, _, words in _without_annex(subject, step, step.before.tree)}
    for passage, number, words in _without_annex(subject, step, step.after.tree):
        if words not in known:
            message = f"{at(passage.where)}, lu {lu(words)} ; le texte consolidé n’a pas d’annexe {number}."
            remedy = "Corrigez le renvoi, ou gardez ou ajoutez cette annexe."
            path = _typed(subject, words)
            yield Remark(message, remedy, path if len(path) > 1 else _on_annex(subject))


def _without_annex(subject: Subject, step: "Step", tree: "TextTree") -> Iterator[tuple[Passage, str, str]]:
    from docgen.text.consolidation import signed_state

    signed = signed_state(step.before.origin, subject.dossier).tree
    attached = sum(bool(annexe.annexee) for annexe in step.before.origin.annexes)
    apart = set(range(1, attached + 1)) - _ranks(signed)  # annexed, and not printed by docgen
    return unresolved_annexes(words_of_blocks(tree.body), apart | _ranks(tree))


def _ranks(tree: "TextTree") -> set[int]:
    return {rank_of_annex(one.number) if one.number else 1 for one in tree.annexes}


def announced_once_amended(subject: Subject) -> Iterator[Remark]:
    """Un modèle que le texte consolidé dit annexé l’est encore : un avenant ne le supprime pas, ne le remplace pas par
    autre chose, et n’en annonce pas un nouveau, sans changer le texte qui l’annonce. De même pour la seule annexe."""
    step = subject.step
    if step is None or step.before.tree is step.after.tree:
        return
    lacked = {(passage.where, modele) for passage, modele, _ in _announced(step.before.tree)}
    gone = False
    for passage, modele, name in _announced(step.after.tree):
        if (passage.where, modele) not in lacked:
            gone = True
            message = f"{at(passage.where)}, le texte consolidé annonce le modèle de {name} ; il n’est plus annexé."
            yield Remark(message, "Gardez cette annexe, ou changez aussi le texte qui l’annonce.", _on_annex(subject))
    if step.before.tree.annexes and not step.after.tree.annexes and not gone:
        for passage in words_of_blocks(step.after.tree.body):
            if passage.where and (found := _ANNEXED.search(passage.text)):
                message = f"{at(passage.where)}, lu {lu(found[0])} ; le texte consolidé n’a plus d’annexe."
                yield Remark(message, "Gardez cette annexe, ou changez aussi ce passage.", _on_annex(subject))


def _announced(tree: "TextTree") -> Iterator[tuple[Passage, str, str]]:
    """Yield the models that a text announces, and that none of its annexes is."""
    for passage, modele, name in announced_models(words_of_blocks(tree.body)):
        if not any(_is_model(one, name) for one in tree.annexes):
            yield passage, modele, name


def _is_model(annex: "Annex", name: str) -> bool:
    return any(name in plain(passage.text).lower() for passage in words_of_blocks(annex.blocks))


def _on_annex(subject: Subject) -> FieldPath:
    """The operation that takes an annex away; all of them where none does."""
    operations = subject.piece_as(Avenant).operations
    return next((("operations", rank) for rank, one in enumerate(operations) if one.verbe in _ON_ANNEXES), _ALL)


_ALL: FieldPath = ("operations",)
