"""AVN-06 and AVN-09: how long an avenant makes its convention last, and when it takes effect.

The docstrings of the checks are in French: `docgen regles` shows them to users.
"""

from collections.abc import Iterator, Sequence

from docgen.checks.rule import Remark, Subject
from docgen.findings import Severity
from docgen.french import duration_words, long_date
from docgen.model.avenant import Avenant, ModeEffet
from docgen.model.in_force import duree_prorogee
from docgen.model.operations import Verbe
from docgen.text.lasting import lasting


def prolongation(subject: Subject) -> Iterator[Remark]:
    """Une prorogation se décide avant le terme de la convention, et le recule. Une durée totale qui dépasse celle que
    la convention s’était donnée est signalée."""
    avenant = subject.piece_as(Avenant)
    step = subject.step
    if step is None:
        return
    before, first = step.before.convention, step.before.origin.duree
    for index, typed in enumerate(avenant.operations):
        if typed.verbe is not Verbe.PROROGER:
            continue
        path = ("operations", index)
        effect = avenant.prend_effet_le or avenant.datee_du
        if effect and before.expire_le and effect > before.expire_le:
            message = (
                f"La prorogation prend effet le {long_date(effect)}, après le terme ({long_date(before.expire_le)})."
            )
            yield Remark(message, "Faites prendre effet à l’avenant avant le terme.", path, Severity.BLOQUANT)
        if typed.jusqu_au and before.expire_le and typed.jusqu_au <= before.expire_le:
            message = (
                f"La prorogation va jusqu’au {long_date(typed.jusqu_au)} ; la convention expire déjà le "
                f"{long_date(before.expire_le)}."
            )
            remedy = "Donnez une date postérieure à ce terme ; une durée réduite s’écrit par « remplacer_mots »."
            yield Remark(message, remedy, (*path, "jusqu_au"), Severity.BLOQUANT)
            continue
        total = duree_prorogee(before, typed)
        if total and first:
            message = (
                f"La durée totale est portée à {lasting(total, before.signee_le)} ; la convention a été "
                f"conclue pour {duration_words(first.nombre, first.unite)}."
            )
            yield Remark(message, "Vérifiez que les parties, et les autorités de tutelle, l’entendent ainsi.", path)


def effect_not_before_signature(subject: Subject) -> Iterator[Remark]:
    """Un avenant ne prend pas effet avant sa signature, sauf à déclarer expressément la rétroactivité (« retroactif:
    oui ») et à nommer les articles qu’elle concerne, qu’il modifie : lui-même prend alors effet à sa signature."""
    avenant = subject.piece_as(Avenant)
    effet, day = avenant.effet, avenant.datee_du
    if effet.mode is ModeEffet.DATE and effet.date and day and effet.date < day and not effet.retroactif:
        message = f"L’avenant prend effet le {long_date(effet.date)}, avant d’être signé ({long_date(day)})."
        remedy = "Reculez la date d’effet, ou écrivez « retroactif: oui » et « articles_retroactifs: »."
        yield Remark(message, remedy, ("prise_effet", "date"))
    if effet.retroactif and not effet.articles_retroactifs and _changes_articles(subject):
        message = "La rétroactivité est déclarée sans dire quels articles elle concerne."
        yield Remark(message, "Donnez « articles_retroactifs: ».", ("prise_effet", "retroactif"))
    yield from _untouched(subject, effet.articles_retroactifs if effet.retroactif else ())
    if effet.mode is ModeEffet.CONDITION and effet.realisee_le and effet.limite and effet.realisee_le > effet.limite:
        message = (
            f"La condition a été réalisée le {long_date(effet.realisee_le)}, après le {long_date(effet.limite)} : "
            "l’avenant est sans effet."
        )
        yield Remark(message, "Concluez un nouvel avenant.", ("prise_effet", "realisee_le"), Severity.A_VERIFIER)


def _changes_articles(subject: Subject) -> bool:
    """Whether the avenant changes an article: a new name or a new term takes effect as a whole."""
    step = subject.step
    notes = [note for note in step.after.notes if note.avenant is subject.piece] if step else []
    return step is None or bool(step.faults) or any(note.container[0] == "article" for note in notes)


def _untouched(subject: Subject, early: Sequence[str]) -> Iterator[Remark]:
    """Yield the articles that are said retroactive and that no operation changes."""
    step = subject.step
    changed = (
        [note.container[1].removesuffix("er") for note in step.after.notes if note.avenant is subject.piece]
        if step
        else []
    )
    for index, typed in enumerate(early if step and not step.faults else ()):
        number = typed.removeprefix("article ").partition(",")[0].strip()
        if number.removesuffix("er") not in changed:
            message = f"L’article {number} est dit rétroactif ; l’avenant ne le modifie pas."
            yield Remark(message, "Corrigez « articles_retroactifs: ».", ("prise_effet", "articles_retroactifs", index))
