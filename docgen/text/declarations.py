"""What an avenant says that changes no word of the text: a longer duration, another name or signatory, a new party."""

from collections.abc import Callable
from datetime import date, timedelta

from docgen.amend.operations import Declare
from docgen.french import Name, duration_words, long_date, name_of
from docgen.french.elision import de
from docgen.model.avenant import Avenant, ModeEffet
from docgen.model.common import Partie, Personne
from docgen.model.convention import Convention
from docgen.model.in_force import duree_prorogee, remplace
from docgen.model.operations import OperationSaisie, Verbe
from docgen.model.periods import derniere_journee
from docgen.text.citations import convention_courte
from docgen.text.lasting import lasting
from docgen.text.names import partie_name, qualite
from docgen.text.words import hole, sentence
from docgen.tree import Inlines
from docgen.values import Struct


class _Case(Struct, frozen=True):
    """An operation of an avenant, and the convention as it stood before it."""

    typed: OperationSaisie
    avenant: Avenant
    convention: Convention


def declaration_of(typed: OperationSaisie, avenant: Avenant, convention: Convention) -> Declare | None:
    """Return what `typed` has the avenant say; None for an operation on the text itself."""
    maker = _MAKERS.get(typed.verbe) if typed.verbe else None
    return maker(_Case(typed, avenant, convention)) if maker else None


def _from(case: _Case) -> str:
    """« À compter du 1er janvier 2023, »: the same words before and after the signature."""
    on_a_day = case.avenant.effet.mode is ModeEffet.DATE and not case.avenant.retroagit
    day = case.avenant.effet.date if on_a_day else None
    return f"À compter du {long_date(day)}, " if day else "À compter de la prise d’effet du présent avenant, "


def _text_name(case: _Case) -> Name:
    """« la convention », « la convention-cadre », « l’accord »: the text as the avenant calls it."""
    return name_of(convention_courte(case.convention).bare.split()[0])


def _prolonged(case: _Case) -> Declare:
    typed, before, text = case.typed, case.convention.duree, _text_name(case)
    where = f" par l’article {typed.article}" if typed.article else ""
    fixed = f", fixée à {lasting(before, case.convention.signee_le)}{where}," if before else ""
    end = expires_once_prolonged(typed, case.convention)
    if typed.jusqu_au:
        sentences: tuple[Inlines, ...] = (
            sentence(f"La durée {text.de}{fixed} est prorogée jusqu’au {long_date(typed.jusqu_au)} à minuit."),
        )
    else:
        more = de(duration_words(typed.duree.nombre, typed.duree.unite)) if typed.duree else "de …"
        day: Inlines | str = long_date(end) if end else hole("date d’expiration")
        sentences = (
            sentence(f"La durée {text.de}{fixed} est prorogée {more}."),
            sentence(f"En conséquence, {text.le} expire le ", day, " à minuit."),
        )
    note = f"Durée prorogée jusqu’au {long_date(end)}" if end else "Durée prorogée"
    return Declare(sentences, f"Prorogation {text.de}", typed.article or "", note)


def expires_once_prolonged(typed: OperationSaisie, convention: Convention) -> date | None:
    """Return the last day of the convention once prolonged; None while it cannot be told."""
    duree = duree_prorogee(convention, typed)
    return typed.jusqu_au or (derniere_journee(convention.signee_le, duree) if convention.signee_le and duree else None)


def _renamed(case: _Case) -> Declare:
    partie = case.convention.partie(case.typed.partie)
    name = partie_name(_that_day(partie, case), long=True) if partie else None
    old: Inlines | str = name.le if name else hole("partie concernée")
    verb = name.accord("a", "a", "ont", "ont") if name else "a"
    text = sentence(_from(case), old, f" {verb} pour dénomination : « {case.typed.nom} ».")
    title, note = "Changement de dénomination d’une partie", "Dénomination changée"
    return Declare((text,), title, note=note, partie=case.typed.partie or "")


def _new_signatory(case: _Case) -> Declare:
    partie = case.convention.partie(case.typed.partie)
    name = partie_name(_that_day(partie, case), long=True) if partie else None
    new = case.typed.signataire
    gone = [one for one in partie.signataires if remplace(one, partie, case.typed)] if partie else []
    instead = f", en remplacement {_de_person(gone[0])}" if gone else ""
    text = sentence(
        _from(case),
        name.le if name else hole("partie concernée"),
        f" {name.accord('est', 'est', 'sont', 'sont') if name else 'est'} ",
        f"{name.represente} " if name else "représenté par ",
        _presented(new) if new else hole("nouveau signataire"),
        f"{instead}.",
    )
    return Declare((text,), "Changement de signataire", note="Signataire changé", partie=case.typed.partie or "")


def _that_day(partie: Partie, case: _Case) -> Partie:
    effet = case.avenant.prend_effet_le or case.avenant.datee_du
    return partie.au_jour(effet - timedelta(days=1) if effet else None)


def _de_person(person: Personne) -> str:
    return f"de {_called(person)}"


def _called(person: Personne) -> str:
    """« Mme Anne Martin », as prose writes a name."""
    return " ".join(part for part in (person.civilite, person.prenom, person.nom) if part)


def _presented(person: Personne) -> str:
    function = qualite(person, capital=False) or ""
    bare = function.removeprefix("le ").removeprefix("la ").removeprefix("l’")
    return f"{_called(person)}, {bare}"


def _joins(case: _Case) -> Declare:
    new = case.typed.nouvelle_partie
    name = partie_name(new, long=True) if new else None
    verb = name.accord("devient", "devient", "deviennent", "deviennent") if name else "devient"
    accept = name.accord("accepte", "accepte", "acceptent", "acceptent") if name else "accepte"
    text = sentence(
        name.Le if name else hole("partie qui adhère"),
        f" {verb} partie {_text_name(case).a} à compter de la date d’effet du présent avenant et en {accept} "
        "l’ensemble des stipulations.",
    )
    partie = (new.id if new else None) or ""
    return Declare((text,), "Adhésion d’une partie", note="Partie ajoutée", partie=partie)


_MAKERS: dict[Verbe, Callable[[_Case], Declare]] = {
    Verbe.PROROGER: _prolonged,
    Verbe.RENOMMER_PARTIE: _renamed,
    Verbe.CHANGER_SIGNATAIRE: _new_signatory,
    Verbe.ADHERER: _joins,
}
"""The verbs that change data, and what each has the avenant say."""
