"""The convention through its avenants: each applied to the text that it knew, in the order of their numbers."""

from collections.abc import Mapping, Sequence
from datetime import date

from docgen.amend.addresses import Annex, TextTree
from docgen.amend.apply import with_edits
from docgen.amend.edits import Container, Edits
from docgen.amend.operations import (
    Operation,
)
from docgen.amend.plan import Group, groups
from docgen.amend.planning import Fault, planned
from docgen.amend.throughout import spared
from docgen.dossier import Dossier
from docgen.model.avenant import Avenant
from docgen.model.convention import Convention
from docgen.model.in_force import apres, apres_en_partie
from docgen.model.operations import OperationSaisie, manques
from docgen.read.cited import text_of_file
from docgen.text.convention import annexes
from docgen.text.convention_text import source_of, text_blocks
from docgen.text.convention_values import convention_values
from docgen.text.declarations import declaration_of
from docgen.text.new_text import Context, operation_of
from docgen.text.notes import Note, notes_of
from docgen.text.signatures import signed_on
from docgen.text.signed_words import SignedCopy
from docgen.text.words import words
from docgen.tree import PageKind
from docgen.values import Struct


class State(Struct, frozen=True):
    """The convention at one point of its life: its text, what is noted of each article, the avenants taken.

    `origin` is the convention as it was signed, `convention` its data now.
    """

    tree: TextTree
    origin: Convention
    convention: Convention
    notes: tuple[Note, ...] = ()
    taken: tuple[Avenant, ...] = ()


class Step(Struct, frozen=True):
    """What one avenant does: the state before, its operations (by their place in the file), the state after.

    `made` gives the edits of each operation that could be made, by its rank among `operations`.
    """

    avenant: Avenant
    before: State
    operations: tuple[Operation, ...]
    places: tuple[int, ...]
    groups: tuple[Group, ...]
    made: Mapping[int, Edits]
    faults: tuple[Fault, ...]
    after: State

    def article_of(self, rank: int) -> int:
        """Return which article of the avenant, from 1, makes the operation of `rank`."""
        return next(number for number, group in enumerate(self.groups, 1) if rank in group.ranks)


def signed_state(convention: Convention, dossier: Dossier) -> State:
    """Return the convention as it was signed."""
    return dossier.once("signed state", (convention,), lambda: _signed_state(convention, dossier))


def _signed_state(convention: Convention, dossier: Dossier) -> State:
    jour = signed_on(convention)
    kept = (
        Annex(number, section.blocks, section.page is PageKind.FORMULAIRE)
        for number, section in annexes(convention, jour)
    )
    title = words(convention.nature or "convention de coopération")
    return State(TextTree(title, tuple(text_blocks(convention, dossier, jour)), tuple(kept)), convention, convention)


def steps(convention: Convention, dossier: Dossier, avenants: Sequence[Avenant] | None = None) -> tuple[Step, ...]:
    """Return what each of `avenants` does (by default all those of the convention), in the order of their numbers."""
    state = signed_state(convention, dossier)
    result: list[Step] = []
    for avenant in dossier.avenants_de(convention) if avenants is None else avenants:
        result.append(step(avenant, state, dossier))
        state = result[-1].after
    return tuple(result)


def step_of(avenant: Avenant, dossier: Dossier) -> Step | None:
    """Return what `avenant` does to the text that it knew: that of the avenants of a lower number; None for none."""
    convention = dossier.convention_de(avenant)
    if convention is None:
        return None
    earlier = [one for one in dossier.avenants_de(convention) if before(one, avenant)]
    known = steps(convention, dossier, earlier)
    return step(avenant, known[-1].after if known else signed_state(convention, dossier), dossier)


def before(one: Avenant, other: Avenant) -> bool:
    """Return whether `one` has a lower number than `other`."""
    return one.cle != other.cle and (one.numero or 0) < (other.numero or 0)


def state_at(convention: Convention, dossier: Dossier, jour: date | None) -> State:
    """Return the convention in force on `jour`; as it was signed where no day is known."""
    state = signed_state(convention, dossier)
    for avenant in dossier.avenants_de(convention):
        if avenant.en_effet(jour):
            state = step(avenant, state, dossier).after
        elif avenant.en_partie(jour):
            state = _in_part(step(avenant, state, dossier))
    return state


def _in_part(step: Step) -> State:
    """Return what the retroactive articles of an avenant, and they alone, make of the text before it."""
    avenant, before = step.avenant, step.before

    def early(container: Container) -> bool:
        return container[0] == "article" and avenant.touche_avant(container[1])

    made = [(rank, tuple(edit for edit in edits if early(edit.container))) for rank, edits in step.made.items()]
    notes = tuple(one for one in step.after.notes if one.avenant is not avenant or early(one.container))
    convention = apres_en_partie(before.convention, avenant)
    return State(with_edits(before.tree, made), before.origin, convention, notes, step.after.taken)


def step(avenant: Avenant, state: State, dossier: Dossier) -> Step:
    """Return what `avenant` does to `state`; operations that cannot be read are left out."""
    return dossier.once("step", (avenant, state), lambda: _step(avenant, state, dossier))


def _step(avenant: Avenant, state: State, dossier: Dossier) -> Step:
    origin = state.origin
    context = Context(
        state.tree,
        convention_values(state.convention, avenant.datee_du),
        lambda path: _text(dossier, avenant, path),
        SignedCopy(origin.corrections, source_of(origin, dossier) or "" if origin.texte else ""),
    )
    readable = [
        (place, operation)
        for place, typed in enumerate(avenant.operations)
        if not manques(typed) and (operation := _read(typed, avenant, state, context)) is not None
    ]
    operations = spared(state.tree, [operation for _, operation in readable])
    made, faults = planned(state.tree, operations)
    edits = dict(made)
    grouped = groups(state.tree, operations, edits)
    notes = (*state.notes, *notes_of(avenant, operations, grouped, edits))
    after = State(
        with_edits(state.tree, made), state.origin, apres(state.convention, avenant), notes, (*state.taken, avenant)
    )
    return Step(avenant, state, operations, tuple(place for place, _ in readable), grouped, edits, faults, after)


def _read(typed: OperationSaisie, avenant: Avenant, state: State, context: Context) -> Operation | None:
    return declaration_of(typed, avenant, state.convention) or operation_of(typed, context)


def _text(dossier: Dossier, avenant: Avenant, path: str) -> str | None:
    content = dossier.file(avenant, path)
    return text_of_file(content, path) if content is not None else None
