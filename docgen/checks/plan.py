"""REU-04 and REU-07 on the plan of a year: who agreed to it and when, and whether its days follow one another.

The docstrings of the checks are in French: `docgen regles` shows them to users.
"""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from docgen.checks.rule import Remark, Subject
from docgen.findings import FieldPath
from docgen.french import capitalised, long_date
from docgen.model.convention import Convention
from docgen.model.jours_feries import non_ouvre
from docgen.model.plan_actions import PlanActions
from docgen.model.reunion import Reunion

_EITHER = "Corrigez l’une des deux dates."
_NAMES = (
    ("priorites_le", "les priorités ont été envisagées"),
    ("etabli_le", "le plan est établi"),
    ("accord_le", "l’accord est recueilli"),
)
"""The days of a plan in the order in which they come, and what was done on each."""


def agreed_plan(subject: Subject) -> Iterator[Remark]:
    """Le plan d’actions est fixé d’un commun accord avec les représentants des ministères ; tant que l’accord n’est pas
    recueilli, le plan dit qu’il leur est soumis."""
    if subject.piece_as(PlanActions).accord_le is None:
        message = "L’accord des ministères sur le plan d’actions n’est pas recueilli."
        yield Remark(message, "Donnez « accord_le: » une fois l’accord recueilli.", ("accord_le",))


def days_of_plan(subject: Subject) -> Iterator[Remark]:
    """Les dates d’un plan se suivent : le comité envisage les priorités, à l’une de ses réunions de l’année qui précède
    (ou, la première année, après la signature), le plan est établi, l’accord est recueilli avant la fin de l’année.
    Elles sont de la période de la convention, et les échéances saisies, de l’année du plan."""
    plan, convention = subject.piece_as(PlanActions), subject.convention
    yield from _in_order(plan)
    for key, what in _NAMES:
        day = getattr(plan, key)
        if day:
            yield from _in_force(day, (key,), what, convention)
            yield from _of_the_year(day, (key,), what, plan, convention)
    yield from _at_a_meeting(plan, subject)
    for rank, one in enumerate(plan.echeances):
        if one.date and plan.annee and one.date.year != plan.annee:
            message = f"L’échéance du {long_date(one.date)} n’est pas de {plan.annee}, l’année du plan."
            yield Remark(message, "Corrigez la date, ou retirez l’échéance.", ("echeances", rank, "date"))


def _in_order(plan: PlanActions) -> Iterator[Remark]:
    known = [(key, what, getattr(plan, key)) for key, what in _NAMES if getattr(plan, key)]
    for (_, first, before), (key, then, after) in pairwise(known):
        if after < before:
            message = f"{capitalised(then)} le {long_date(after)}, mais {first} le {long_date(before)}."
            yield Remark(message, _EITHER, (key,))


def _in_force(day: date, path: FieldPath, what: str, convention: Convention | None) -> Iterator[Remark]:
    signed, end = (convention.signee_le, convention.expire_le) if convention else (None, None)
    if signed and day < signed:
        message = f"{capitalised(what)} le {long_date(day)}, avant la signature de la convention ({long_date(signed)})."
        yield Remark(message, "Corrigez la date.", path)
    elif end and day > end:
        message = f"{capitalised(what)} le {long_date(day)}, après l’expiration de la convention ({long_date(end)})."
        yield Remark(message, "Corrigez la date.", path)


def _of_the_year(
    day: date, path: FieldPath, what: str, plan: PlanActions, convention: Convention | None
) -> Iterator[Remark]:
    """Priorities are of the year before, but for the year in which the convention is signed; all is before the end."""
    annee, signed = plan.annee, convention.signee_le if convention else None
    if annee is None:
        return
    if day.year > annee:
        message = f"{capitalised(what)} le {long_date(day)}, alors que {annee}, l’année du plan, est finie."
        yield Remark(message, "Corrigez la date, ou l’année.", path)
    elif day.year == annee and path == ("priorites_le",) and not (signed and signed.year == annee):
        message = f"{capitalised(what)} le {long_date(day)} ; celles de {annee} s’envisagent en {annee - 1}."
        yield Remark(message, "Corrigez la date, ou l’année.", path)


def _at_a_meeting(plan: PlanActions, subject: Subject) -> Iterator[Remark]:
    """Where the dossier has meetings of the convention, the one that the plan cites is among them."""
    day = plan.priorites_le
    held = {one.date for one in subject.dossier.all(Reunion) if one.convention == plan.convention and one.date}
    if day and held and day not in held:
        message = (
            f"Le dossier n’a pas de réunion du comité le {long_date(day)}, jour où les priorités ont été envisagées."
        )
        yield Remark(message, "Corrigez la date, ou ajoutez la réunion.", ("priorites_le",))


def days_off(subject: Subject) -> Iterator[Remark]:
    """Un accord recueilli, ou des priorités envisagées, un samedi, un dimanche ou un jour férié sont signalés."""
    plan = subject.piece_as(PlanActions)
    for key, what in (_NAMES[0], _NAMES[2]):
        day = getattr(plan, key)
        off = non_ouvre(day) if day else None
        if off:
            yield Remark(f"{capitalised(what)} le {long_date(day)}, {off}.", "Vérifiez la date.", (key,))
