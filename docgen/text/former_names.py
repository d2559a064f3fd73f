"""Where a text still names a party as before, once an avenant has given it another name."""

from collections.abc import Iterator
from datetime import timedelta

from docgen.amend.places import places_of_any
from docgen.amend.remaining import Remaining
from docgen.french import capitalised
from docgen.model.common import Partie
from docgen.model.operations import OperationSaisie, Verbe
from docgen.text.consolidation import Step


def former_names(step: Step) -> Iterator[tuple[int, Remaining]]:
    """Yield each old name, short name or sigle that the text after the avenant still has, and where it has it.

    With the place, in the file, of the operation that renames the party.
    """
    for index, typed in enumerate(step.avenant.operations):
        partie = renamed(typed, step)
        names = (partie.nom, partie.nom_court, partie.sigle) if partie else ()
        new = (typed.nom, typed.nom_court, typed.sigle or (partie.sigle if partie else None))
        for name in dict.fromkeys(one for one in names if one and one not in new):
            wider = [one for one in (*new, *names) if one and one != name and name in one]
            forms = dict.fromkeys((name, capitalised(name)))
            both = [form for one in wider for form in (one, capitalised(one))]
            where = tuple(places_of_any(tuple(forms), step.after.tree, both))
            if where:
                yield index, Remaining(name, where)


def renamed(typed: OperationSaisie, step: Step) -> Partie | None:
    """Return the party that `typed` renames, as it is called until then; None for another operation."""
    partie = step.before.convention.partie(typed.partie) if typed.verbe is Verbe.RENOMMER_PARTIE else None
    effect = step.avenant.prend_effet_le or step.avenant.datee_du
    return partie.au_jour(effect - timedelta(days=1) if effect else None) if partie else None
