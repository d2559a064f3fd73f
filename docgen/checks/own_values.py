"""CON-05, of an own text: the rate, the delays and the dates that it states are those of the data.

The docstring of the check is in French: `docgen regles` shows it to users.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from docgen.checks.avenant_values import TITLES, value_forms
from docgen.checks.rule import Remark, Subject
from docgen.checks.wording import Passage, any_case, at, holding
from docgen.french import number_named
from docgen.french.dates import MONTHS
from docgen.model.convention import Convention
from docgen.model.messages import lu
from docgen.model.temps import Duree, JourMois, Unite
from docgen.values import Struct

Value = Decimal | JourMois | tuple[int, bool]
"""A rate, a day of the year, or a duration: how many days, or months where the second is true."""

_RATE = re.compile(r"(?<![\d,.])(?P<rate>\d{1,2}(?:[.,]\d+)?) ?%")
_DAY = re.compile(rf"\bavant le (?P<day>\d{{1,2}})(?:er)? (?P<month>{'|'.join(MONTHS)})\b(?! \d)")
_LASTING = re.compile(r"\b(?P<number>[\w-]+) (?P<unit>jours?|semaines?|mois|ans?)\b(?! (?:ouvr|franc))", re.IGNORECASE)
_DAYS, _MONTHS = {Unite.JOUR: 1, Unite.SEMAINE: 7}, {Unite.MOIS: 1, Unite.AN: 12}
_IDIOMS = {8: 7, 15: 14}
"""« huit jours » is a week, « quinze jours » are two."""


class _Stated(Struct, frozen=True):
    """A named value: its path, what a sentence on it says first and then, and how the value itself is written."""

    path: tuple[str, ...]
    about: re.Pattern[str]
    also: re.Pattern[str]
    written: re.Pattern[str]


_STATED = (
    _Stated(("plafond_frais_gestion",), re.compile(any_case("frais de gestion")), re.compile("limit|plafon"), _RATE),
    _Stated(
        ("comite", "delai_envoi"),
        re.compile(any_case("documents")),
        re.compile(r"(?:envoy|adress|transmi)\w*.*\bavant (?:la|chaque|sa) (?:date|réunion|séance)"),
        _LASTING,
    ),
    _Stated(("preavis",), re.compile(any_case("préavis")), re.compile("dénonc|résili"), _LASTING),
    _Stated(("bilan_avant",), re.compile(any_case("le bilan")), re.compile("adress|transmi|envoy|établi"), _DAY),
)
_SENTENCE = re.compile(r"(?<=[.;]) ")
_OTHER_CASE = re.compile(r"urgen|mise en demeure|manquement|faute|d’étape|au plus tard|trimestre", re.IGNORECASE)
"""What speaks of another delay than the usual one, or counts it otherwise."""
_DAYS_OF_A_MONTH = 30


def values_as_stated(subject: Subject) -> Iterator[Remark]:
    """Le taux, le délai d’envoi, le préavis et la date du bilan que le texte propre énonce sont ceux des données, que
    les contrôles des autres documents emploient. Rien n’est dit d’un texte qui les tait."""
    convention = subject.piece_as(Convention)
    for one in _STATED if convention.texte else ():
        *parents, field = one.path
        holder = convention.comite if parents else convention
        given = getattr(holder, field, None)
        said = list(_said(subject.words, one)) if given is not None else []
        if said and not any(_same(value, _of_data(given)) for _, _, value in said):
            passage, words, _ = said[0]
            form = value_forms(holder, field)[0]
            message = f"{at(passage.where)}, le texte dit {lu(words)} pour {TITLES[field]} ; la donnée est {lu(form)}."
            yield Remark(message, f"Accordez le texte et « {field}: », que les contrôles emploient.", one.path)


def _same(said: Value, given: Value | None) -> bool:
    """Whether two values are the same, « trente jours » being a month."""
    match said, given:
        case (int() as days, False), (int() as months, True):
            return days == _DAYS_OF_A_MONTH * months
        case _:
            return said == given


def _said(words: Sequence[Passage], sought: _Stated) -> Iterator[tuple[Passage, str, Value]]:
    for passage in holding(words, sought.about):
        for sentence in _SENTENCE.split(passage.text):
            if sought.about.search(sentence) and sought.also.search(sentence) and not _OTHER_CASE.search(sentence):
                for found in sought.written.finditer(sentence):
                    value = _of_text(found)
                    if value is not None:
                        yield passage, found[0], value


def _of_text(found: re.Match[str]) -> Value | None:
    groups = found.groupdict()
    if "rate" in groups:
        return Decimal(groups["rate"].replace(",", "."))
    if "day" in groups:
        return JourMois(int(groups["day"]), MONTHS.index(groups["month"]) + 1)
    number = number_named(groups["number"])
    unit = next(one for one in Unite if groups["unit"].lower().startswith(one.value))
    return _counted(Duree(number, unit)) if number else None


def _of_data(value: object) -> Value | None:
    return _counted(value) if isinstance(value, Duree) else value if isinstance(value, Decimal | JourMois) else None


def _counted(duree: Duree) -> tuple[int, bool]:
    if duree.unite in _MONTHS:
        return duree.nombre * _MONTHS[duree.unite], True
    days = duree.nombre * _DAYS[duree.unite]
    return _IDIOMS.get(days, days), False
