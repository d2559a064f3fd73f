"""AVN-08: the named values that an operation's words change, and what the data then say of them."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from docgen.checks.wording import articles, plain, words_of_blocks
from docgen.french import duration_figures, duration_words, month_day, percent
from docgen.model.convention import Comite, Convention
from docgen.model.operations import OperationSaisie, ValeurModifiee
from docgen.model.temps import Duree, JourMois

if TYPE_CHECKING:
    from docgen.amend.addresses import TextTree

TITLES = {
    "plafond_frais_gestion": "le plafond des frais de gestion",
    "duree": "la durée",
    "preavis": "le préavis de dénonciation",
    "bilan_avant": "la date limite du bilan",
    "delai_envoi": "le délai d’envoi des documents",
    "reunions_avant": "une date limite de réunion",
}
_OF_COMMITTEE = ("delai_envoi", "reunions_avant")
_POINT, _PER_CENT = re.compile(r"(?<=\d)\.(?=\d)"), re.compile(r" ?%")


def _stays(_form: str) -> bool:
    return False


def old_values(
    typed: OperationSaisie, convention: Convention, gone: Callable[[str], bool] = _stays
) -> Iterator[tuple[str, str]]:
    """Yield what to say where the words taken out are those of a named value, and its new value is not given.

    They may be some of its words, « huit » of « huit jours », where these are `gone` from the article.
    """
    for field, title in TITLES.items():
        given = getattr(typed.valeur, field) if typed.valeur else None
        holder = convention.comite if field in _OF_COMMITTEE else convention
        written = [form for form in value_forms(holder, field) if _strikes(typed.mots or "", form, gone)]
        if written and not given:
            message = f"Les mots « {typed.mots} » disent {title} ({written[0]}), que les contrôles emploient."
            yield message, f"Donnez sa nouvelle valeur : « valeur: » puis « {field}: »."


def _strikes(words: str, form: str, gone: Callable[[str], bool]) -> bool:
    return _says(words, form) or (bool(words.strip()) and _says(form, plain(words)) and gone(form))


def gone_from(number: str | None, before: "TextTree", after: "TextTree") -> Callable[[str], bool]:
    """Return what tells whether words stand less often in an article after the avenant than before."""
    bare = (number or "").removesuffix("er")

    def said(tree: "TextTree") -> str:
        mine = [one for one in articles(tree.body) if one.number.removesuffix("er") == bare]
        return "\n".join(one.text for one in words_of_blocks(mine))

    return lambda form: said(after).count(form) < said(before).count(form)


def untold_values(typed: OperationSaisie) -> Iterator[tuple[str, str]]:
    """Yield what to say where the new words do not hold the value that the operation gives."""
    new = typed.par or typed.texte or ""
    for field, title in TITLES.items():
        forms = value_forms(typed.valeur, field) if typed.valeur and new else ()
        if forms and not any(_says(new, form) for form in forms):
            message = f"La valeur donnée pour {title} ({forms[0]}) ne figure pas dans la rédaction nouvelle."
            yield message, "Accordez « valeur: » et la rédaction nouvelle."


def _says(words: str, form: str) -> bool:
    """Whether `words` hold a value, a rate even with a decimal point or no space before its sign."""
    usual = _PER_CENT.sub(" %", _POINT.sub(",", plain(words)))
    return re.search(rf"(?<![\w,-]){re.escape(form)}(?!\w)", usual) is not None


def value_forms(holder: Convention | Comite | ValeurModifiee | None, field: str) -> tuple[str, ...]:
    """The ways in which a text writes a value (of several dates, each); empty for one that is not given."""
    value = getattr(holder, field, None)
    match value:
        case None:
            return ()
        case Duree():
            forms = [duration_words(value.nombre, value.unite), duration_figures(value.nombre, value.unite)]
        case Decimal():
            forms = [percent(value)]
        case JourMois():
            forms = [month_day(value.jour, value.mois)]
        case _:
            forms = [month_day(one.jour, one.mois) for one in value]
    return tuple(plain(form) for form in forms)
