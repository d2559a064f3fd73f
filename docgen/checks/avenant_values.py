"""AVN-08: the named values that an operation's words change, and what the data then say of them."""

from collections.abc import Iterator

from docgen.checks.wording import plain
from docgen.french import duration_figures, duration_words, month_day, percent
from docgen.model.convention import Convention
from docgen.model.operations import OperationSaisie, ValeurModifiee
from docgen.model.temps import Duree

_TITLES = {
    "plafond_frais_gestion": "le plafond des frais de gestion",
    "duree": "la durée",
    "preavis": "le préavis de dénonciation",
    "bilan_avant": "la date limite du bilan",
}


def old_values(typed: OperationSaisie, convention: Convention) -> Iterator[tuple[str, str]]:
    """Yield what to say where the words taken out are those of a named value, and its new value is not given."""
    for field, title in _TITLES.items():
        given = getattr(typed.valeur, field) if typed.valeur else None
        written = [form for form in _forms(convention, field) if typed.mots and form in plain(typed.mots)]
        if written and given is None:
            message = f"Les mots « {typed.mots} » disent {title} ({written[0]}), que les contrôles emploient."
            yield message, f"Donnez sa nouvelle valeur : « valeur: » puis « {field}: »."


def untold_values(typed: OperationSaisie) -> Iterator[tuple[str, str]]:
    """Yield what to say where the new words do not hold the value that the operation gives."""
    new = plain(typed.par or typed.texte or "")
    for field, title in _TITLES.items():
        forms = _forms(typed.valeur, field) if typed.valeur and new else ()
        if forms and not any(form in new for form in forms):
            message = f"La valeur donnée pour {title} ({forms[0]}) ne figure pas dans la rédaction nouvelle."
            yield message, "Accordez « valeur: » et la rédaction nouvelle."


def _forms(holder: Convention | ValeurModifiee, field: str) -> tuple[str, ...]:
    """The ways in which a text writes a value; empty for one that is not given."""
    value = getattr(holder, field)
    if value is None:
        return ()
    forms: tuple[str, ...]
    if isinstance(value, Duree):
        forms = (duration_words(value.nombre, value.unite), duration_figures(value.nombre, value.unite))
    elif field == "bilan_avant":
        forms = (month_day(value.jour, value.mois),)
    else:
        forms = (percent(value),)
    return tuple(plain(form) for form in forms)
