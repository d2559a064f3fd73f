"""French, as the documents print it: signs, numbers, dates, names, functions. Pure; no third-party module at start."""

from docgen.french.dates import duration_figures, duration_words, hour, long_date, month_day, weekday_date
from docgen.french.functions import (
    agree_function,
    call,
    de_function,
    delegation_formula,
    function_gender,
    function_known,
    function_name,
    joined_functions,
    joint_delegation_formula,
    lower_function,
    with_article,
)
from docgen.french.letters import capitalised, capitals, superscripts
from docgen.french.names import Name, all_a, all_de, all_le, article_typed, joined, name_known, name_of
from docgen.french.nouns import Gender, Number
from docgen.french.number_words import amount_in_words, cardinal, number_named, ordinal_words
from docgen.french.numbers import (
    amount,
    euros,
    euros_in_prose,
    figures,
    ordinal,
    percent,
    percents,
    price,
    quantity,
    roman,
)
from docgen.french.sentences import continued
from docgen.french.typography import typeset

__all__ = [
    "Gender",
    "Name",
    "Number",
    "agree_function",
    "all_a",
    "all_de",
    "all_le",
    "amount",
    "amount_in_words",
    "article_typed",
    "call",
    "capitalised",
    "capitals",
    "cardinal",
    "continued",
    "de_function",
    "delegation_formula",
    "duration_figures",
    "duration_words",
    "euros",
    "euros_in_prose",
    "figures",
    "function_gender",
    "function_known",
    "function_name",
    "hour",
    "joined",
    "joined_functions",
    "joint_delegation_formula",
    "long_date",
    "lower_function",
    "month_day",
    "name_known",
    "name_of",
    "number_named",
    "ordinal",
    "ordinal_words",
    "percent",
    "percents",
    "price",
    "quantity",
    "roman",
    "superscripts",
    "typeset",
    "weekday_date",
    "with_article",
]
