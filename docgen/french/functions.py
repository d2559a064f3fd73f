"""Functions of persons: they agree with who holds them, and take article and preposition.

A function is typed without its article, in either gender (`directeur général de l’enseignement scolaire`). Its own
words agree; its complement, from the first "de", "à", "en"… on, does not, until a comma or "et" begins another
function. A word that is not in the tables stays as typed, and so do capitals.
"""

import re
from collections.abc import Callable, Sequence

from docgen.french.function_words import COMPOUNDS, FEMININE_OF, MASCULINE_OF, NOUNS, WITHOUT_TITLE
from docgen.french.letters import capitalised, folded
from docgen.french.names import Name, article_of, joined
from docgen.french.nouns import Gender, Number, plural

Held = tuple[str, bool]
"""A function and whether it is held by a woman."""

_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*['’]?|,|\s+|.", re.DOTALL)
_COMPLEMENT = frozenset(
    "d' de du des a au aux en l' le la les par pour pres aupres chez sur sous dans entre hors sans qu' que qui".split()
)
_ANOTHER = frozenset((",", "et", "ou", "puis"))
_HEAD_COMPLEMENT = re.compile(
    r"\s*,|\s+(?=(?:d|l)['’]|(?:de|du|des|à|au|aux|en|le|la|les|par|pour|près|auprès|chez|sur|dans|et|chargée?)\b)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\A\s*(?:l['’]|l[ea]\s+)(?=\w)", re.IGNORECASE)


def agree_function(qualite: str, feminine: bool) -> str:
    """Return a function agreed with its holder, whichever gender was typed: "directrice générale de l’enseignement…".

    A function typed after it agrees too: "rectrice de région académique, chancelière des universités".
    """
    forms = FEMININE_OF if feminine else MASCULINE_OF
    return _changed(qualite, lambda word: forms.get(folded(word), word))


def lower_function(qualite: str) -> str:
    """Return a function with the words that docgen knows in lower case; "Premier ministre" keeps its capital (§4)."""
    lower = _changed(qualite, _lower, keep_capitals=False)
    return capitalised(lower) if re.match(r"premi(?:er|ère) ministre\b", lower) else lower


def function_gender(qualite: str) -> Gender | None:
    """Return the gender in which a function was typed; None where it is the same in both ("ministre") or unknown."""
    for word in re.split(r"[\s-]+", _head(qualite)):
        key = folded(word)
        masculine, feminine = MASCULINE_OF.get(key), FEMININE_OF.get(key)
        if masculine != feminine:
            return Gender.MASCULINE if key == folded(masculine or "") else Gender.FEMININE
    return None


def function_known(qualite: str) -> bool:
    """Return whether the first word of a function is known, so that its agreement is sure."""
    return _is_function(_head(qualite).partition(" ")[0])


def function_name(qualite: str, feminine: bool) -> Name:
    """Return a function, agreed with its holder, as a name with `le`, `Le`, `de`, `a`; a typed article is taken off."""
    agreed = agree_function(_without_article(qualite), feminine)
    gender = Gender.FEMININE if feminine else Gender.MASCULINE
    return Name(agreed, gender, Number.SINGULAR, article_of(agreed, gender, Number.SINGULAR))


def with_article(qualite: str, feminine: bool, *, capital: bool = False) -> str:
    """Return "le directeur général…", "la ministre…", "l’inspectrice…"; with `capital`, "Le directeur général…"."""
    name = function_name(qualite, feminine)
    return name.Le if capital else name.le


def de_function(qualite: str, feminine: bool) -> str:
    """Return a function after "de": "du ministre…", "de la ministre…", "de l’inspectrice…"."""
    return function_name(qualite, feminine).de


def joined_functions(held: Sequence[Held], *, capital: bool = False) -> str:
    """Return functions together, the complement that all share said once; empty for none.

    "le Président et la Vice-Présidente de l’Opérateur de compétences Atlas".
    """
    names = [function_name(qualite, feminine) for qualite, feminine in held]
    complements = {_complement(name.bare).replace("'", "’") for name in names}
    shared = complements.pop() if len(complements) == 1 and len(names) > 1 else ""
    text = joined([name.le[: len(name.le) - len(shared)] for name in names]) + shared
    return capitalised(text) if capital else text


def delegation_formula(qualite: str, feminine: bool) -> str:
    """Return "Pour le ministre et par délégation", "Pour la directrice générale et par délégation"."""
    return joint_delegation_formula([(qualite, feminine)])


def joint_delegation_formula(held: Sequence[Held]) -> str:
    """Return the formula of a delegation from several authorities: "Pour les ministres et par délégation".

    Authorities of different functions are named each: "Pour le président et la vice-présidente et par délégation".
    """
    heads = [function_name(lower_function(_head(qualite)), feminine) for qualite, feminine in held]
    both = {name.gender for name in heads} == set(Gender)
    same = {agree_function(name.bare, not both and name.gender is Gender.FEMININE) for name in heads}
    if len(heads) > 1 and len(same) == 1:
        named = f"les {' '.join(plural(word) for word in same.pop().split(' '))}"
    else:
        named = joined([name.le for name in heads])
    return f"Pour {named} et par délégation"


def call(qualite: str, feminine: bool) -> str:
    """Return how a letter calls its addressee, without a comma: "Madame la Ministre", "Monsieur le Directeur général".

    "Madame" or "Monsieur" alone for a function that is unknown or is no title, and for an empty one.
    """
    civility = "Madame" if feminine else "Monsieur"
    head = lower_function(_head(qualite))
    first = folded(re.split(r"[\s-]", head, maxsplit=1)[0])
    if not function_known(qualite) or folded(MASCULINE_OF.get(first, first)) in WITHOUT_TITLE:
        return civility
    first_word, space, others = head.partition(" ")
    title = "-".join(map(capitalised, first_word.split("-"))) + space + others
    return f"{civility} {with_article(title, feminine)}"


def _changed(qualite: str, change: Callable[[str], str], *, keep_capitals: bool = True) -> str:
    """Return `qualite` with `change` made to the words that agree with the holder."""
    result: list[str] = []
    own, begins = True, False
    for token in _TOKEN.findall(qualite):
        key = folded(token)
        if key in _ANOTHER:
            begins = True
        elif key in _COMPLEMENT:
            own = begins = False
        elif not token.isspace():
            own = own or (begins and _is_function(token))
            begins = False
        result.append(_each_part(token, change, keep_capitals) if own else token)
    return "".join(result)


def _lower(word: str) -> str:
    return word.lower() if folded(word) in FEMININE_OF else word


def _each_part(token: str, change: Callable[[str], str], keep_capitals: bool) -> str:
    parts = [(part, change(part)) for part in token.split("-")]
    return "-".join(_like(part, new) if keep_capitals else new for part, new in parts)


def _like(typed: str, word: str) -> str:
    """Return `word` with the capitals of `typed`."""
    if folded(typed) == folded(word):
        return typed
    if typed.isupper() and len(typed) > 1:
        return word.upper()
    return capitalised(word) if typed[:1].isupper() else word


def _is_function(word: str) -> bool:
    return any(part in NOUNS for part in folded(word).split("-"))


def _without_article(qualite: str) -> str:
    return _ARTICLE.sub("", qualite.strip())


def _head(qualite: str) -> str:
    """Return the words of a function before its complement: "directeur général", "secrétaire d’État"."""
    text = _without_article(qualite)
    return text.removesuffix(_complement(text))


def _complement(text: str) -> str:
    masculine = folded(agree_function(text, feminine=False))
    for compound in COMPOUNDS:
        if re.match(rf"{re.escape(folded(compound))}\b", masculine):
            words = re.match(rf"[^\s,]+(?:\s+[^\s,]+){{{compound.count(' ')}}}", text)
            return text[words.end() :] if words else ""
    found = _HEAD_COMPLEMENT.search(text)
    return text[found.start() :] if found else ""
