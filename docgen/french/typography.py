"""French spaces and signs, set in one pass.

`typeset` never changes a letter or a digit, and typesetting twice is typesetting once. A rule applies whatever kind
of space was typed, and looks on both sides only at what no other rule changes, so that its result satisfies it.

Choices where the text alone does not tell:

- groups of three digits are thousands (`12 500`), also where they are a SIREN; a SIRET (3-3-3-5) takes plain no-break
  spaces; a telephone number in pairs, and a number that starts with 0, keep theirs;
- a hyphen becomes a dash only between two years in order (`2021-2022`), and not in the number of an act or article;
- a full stop is added to `L`, `R`, `D` only before the number of an article in two parts (`L6332-14`);
- straight quotes become guillemets only where both ends are clear, and “ ” inside guillemets;
- a hyphen between spaces, single quotes, dotted lines and runs of spaces between words are left as they are.
"""

import re
from collections.abc import Callable
from functools import cache

from docgen.french.signs import APOSTROPHE, NARROW, NO_BREAK

# ---------------------------------------------------------------- the rules

_SP = f"[ {NO_BREAK}\u2009{NARROW}]"
_TICK = "['‘´]"
_OPENERS = r"\s(\[«“‘"
_AFTER_SIGN = r"""(?=[\s»”")\]]|\Z)"""
_COUNT_ENDS = rf"(?!\w|{_SP}\d)"
_MINUTES = rf"(?:{_SP}++(?=\d\d(?!\d|[^\W\dh]))|(?=\d\d(?!\w)))(?!\d\d{_SP}\d)"
_MONTHS = "(?i:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
_UNITS = (
    "[kM]€|Md€|[$£]|°C?|euros?|centimes?|millions?|milliards?|ans?|années?|mois|semaines?|jours?|heures?|minutes?|"
    "secondes?|h|min|s|j|[kcm]?m[²³]?|ha|[kcm]?g|t|[cm]?l|[kMGT]?Wh?|[kMGT]o|px|dpi|pt"
)

# Before a sign; before the number of an article, after `nos`; after a number (units, months, `14 h 30`) and `1er`.
# Most spaces are done with once what stands on both sides is seen. The space just passed is called `.`.
_SPACE_RULES = rf"""
(?=[{_SP[1:-1]},.:;!?»)\]%‰€\dLRDA])(?:
  (?<![{_OPENERS}].)(?:
    {_SP}*+(?:(?P<no_break>(?=[:»%‰€]))|(?P<narrow>(?=[;!?])))
    |(?<!".){_SP}*+(?P<cut>(?=[,)\]]))
    |(?<=[^\W\d_]{{4}}.){_SP}*+(?P<cut_stop>(?=\.(?:[:;!?]|{_AFTER_SIGN}))))
  |(?P<reference>
    (?:(?<=\barticle.)|(?<=\barticles.)){_SP}*+(?=\d|[LRDA]\.?{_SP}?\*?\d)
    |(?<=\b[nN]os.){_SP}*+(?=\d)
    |(?<=\b[aA]rt\..){_SP}*+(?=[\dLRDA])))
|(?<=[\d)\]rR].)(?:
  (?<=[\d)\]].){_SP}*+(?:(?P<hour>h{_MINUTES})|(?P<unit>(?=(?:{_UNITS}|{_MONTHS})(?![\w'’‘´]))))
  |(?<=\d[eE][rR].){_SP}*+(?P<first>(?={_MONTHS}\b)))
"""

_APOSTROPHE_RULE = rf"""
(?<=[^\W\d_]{_TICK})(?P<apostrophe>
  (?=[^\W\d_])|(?:(?<=\b[^\W\d_]{_TICK})|(?<=[qQ][uU]{_TICK}))(?=[\d«“"*(\[{{]|\Z))
"""

_DOT_RULES = rf"""
(?<=\.)(?:(?P<ellipsis>(?<!\.\.)\.\.(?!\.))|(?P<decimal>(?<=\d\.)(?=\d+{_SP}*+%)))
"""

_NUMBER_RULES = rf"""
(?<=\d)(?<![\w.,…+]\d)(?<!\d{_SP}\d)(?<!\w[-/]\d)(?<![LRDA]\.{_SP}\d)(?:
  (?P<siret>\d\d(?:{_SP}\d\d\d){{2}}{_SP}\d{{5}}{_COUNT_ENDS})
  |(?P<thousands>(?<=[1-9])\d{{0,2}}(?:{_SP}\d\d\d)++{_COUNT_ENDS})
  |(?P<years>(?<![-–/°]\d)(?<![°LRDA]{_SP}\d)
    (?:(?<=1)9|(?<=2)0)\d\d-(?:19|20)\d\d(?![\w/–-]|[.,]\w)))
"""

_SIGN_RULES = rf"""
(?<=«)(?P<opening>{_SP}*+(?=[^\s»])|{_SP}++\Z)
|(?<=[^{_OPENERS}]»)(?P<closing>)
|(?<=[\w)\]»”"%‰€°….*][:;!?])(?=[!?]*{_AFTER_SIGN})(?:(?<=:)(?P<colon>)|(?P<sign>))
|(?<=\d[%‰€])(?!\w)(?P<rate>)
|(?<=\b[nN]°)(?P<numero>{_SP}++(?=[^\s:;!?»,.…)\]%‰€]|\Z)|(?=\d))
|(?<![^{_OPENERS}'’´/–—-]")(?<=")(?P<quote>[^\s"«»](?:[^"«»\n]*[^\s"«»])?"(?!\w)(?:{_SP}++(?=[,)\]]))?)
|(?<=[(\[])(?P<bracket>{_SP}++(?![\s)\]»]|["“](?!\w)|«{_SP}*+(?!\w)))
"""

_LETTER_RULES = rf"""
(?:(?<=\b\dh)|(?<=\b\d\dh))(?:(?P<hour_glued>{_MINUTES})|(?![\w'’‘´])(?P<hour_alone>))
|(?<=[LRD])(?<![\w/.…-][LRD])(?P<law>\.{_SP}*+(?=\d)|{_SP}?+(?=\d{{3,4}}-\d))
|(?<=M)(?<!\wM)(?P<title>(?:M?\.|mes?|lles?|e){_SP}++(?=[A-ZÀ-ÖØ-ÞŒŸ]))
"""

# The first set is what the engine jumps to, and a space, by far the most frequent, is soon done with:
# this is what makes one pass fast. So each rule begins by telling which sign it has just passed.
# The set says what no rule begins with: to say what one does would have \d looked up for every letter.
_RULES = rf"""
[^a-gi-zA-CE-KN-QS-ZÀ-ÖØ-öø-ÿ,’)/–-]
(?:(?<={_SP})(?:{_SPACE_RULES})
  |(?<!{_SP})(?:{_APOSTROPHE_RULE}|{_DOT_RULES}|{_NUMBER_RULES}|{_SIGN_RULES}|{_LETTER_RULES}))
"""

# ---------------------------------------------------------------- what is left alone

_OUTSIDE = r"""\s"«»“”()\[\]<>"""
_LOCAL_PART = r"\w.+%'’‘´-"
_ELISION = r"[lLdD]['’‘´]"
_LAST = rf"[^{_OUTSIDE}.,;:!?…'’]"
_EXTENSIONS = "(?i:pdf|docx?|xlsx?|pptx?|od[ts]|csv|ya?ml|json|svg|png|jpe?g|ics|eml|zip|txt|md|html?|xml)"
_ADDRESS = rf"""
(?:https?|ftp)://[^{_OUTSIDE}]*{_LAST}
|(?:(?<![{_LOCAL_PART}])|(?<=[^{_LOCAL_PART}]{_ELISION})|(?<=\A{_ELISION}))(?!{_ELISION})
  [{_LOCAL_PART}]++@[\w.-]*\w
|(?:(?<![^{_OUTSIDE},;])|(?<=[{_OUTSIDE},;]{_ELISION})|(?<=\A{_ELISION}))(?!{_ELISION})
  (?:www\.[^{_OUTSIDE}]*{_LAST}|[^{_OUTSIDE},;]+\.{_EXTENSIONS}(?!\w))
"""

_FILE = re.compile(rf"\.{_EXTENSIONS}(?!\w)")

# ---------------------------------------------------------------- the pass


def typeset(text: str) -> str:
    """Return `text` with French spaces, apostrophes, guillemets, dashes and ellipses; its letters and digits unchanged.

    Addresses of web and mail and names of files are left alone. Quoted law is left alone by not being passed here.
    """
    if "@" in text or "://" in text or "www." in text or _FILE.search(text):
        return _around_addresses(text)
    return _compiled(_RULES).sub(_replacement, text)


def _around_addresses(text: str) -> str:
    """Return `text` typeset but for its addresses: of an address and a rule, the one that begins first has its place.

    One pattern of both would be compiled for longer, and have no set to jump to.
    """
    pieces: list[str] = []
    done = 0
    address, rule = _compiled(_ADDRESS).search(text), _compiled(_RULES).search(text)
    while found := min((one for one in (address, rule) if one), key=re.Match.start, default=None):
        pieces += (text[done : found.start()], found[0] if found is address else _replacement(found))
        done = found.end()
        if address and address.start() < done:
            address = _compiled(_ADDRESS).search(text, done)
        if rule and rule.start() < done:
            rule = _compiled(_RULES).search(text, done)
    return "".join((*pieces, text[done:]))


@cache
def _compiled(rules: str) -> re.Pattern[str]:
    """Return a pattern, compiled when it is first needed, for a quick start."""
    return re.compile(rules, re.VERBOSE)


def _replacement(match: re.Match[str]) -> str:
    rule = match.lastgroup or ""
    fixed = _FIXED.get(rule)
    return _COMPUTED[rule](match) if fixed is None else fixed


_FIXED = {
    "no_break": NO_BREAK,
    "unit": NO_BREAK,
    "reference": NO_BREAK,
    "first": NO_BREAK,
    "narrow": NARROW,
    "cut": "",
    "cut_stop": "",
    "apostrophe": APOSTROPHE,
    "ellipsis": "…",
    "decimal": ",",
    "opening": f"«{NO_BREAK}",
    "closing": f"{NO_BREAK}»",
    "colon": f"{NO_BREAK}:",
    "numero": f"°{NO_BREAK}",
    "hour": f"{NO_BREAK}h{NO_BREAK}",
    "hour_glued": f"{NO_BREAK}h{NO_BREAK}",
    "hour_alone": f"{NO_BREAK}h",
}


def _set_years(match: re.Match[str]) -> str:
    first, last = match[0].split("-")
    return f"{first}–{last}" if first < last else match[0]


def _set_quote(match: re.Match[str]) -> str:
    words = typeset(match[0].rstrip()[1:-1])
    before = match.string[: match.start()]
    if before.rfind("«") > before.rfind("»"):
        return f"“{words}”"
    return f"«{NO_BREAK}{words}{NO_BREAK}»"


_COMPUTED: dict[str, Callable[[re.Match[str]], str]] = {
    "siret": lambda match: re.sub(_SP, NO_BREAK, match[0]),
    "thousands": lambda match: re.sub(_SP, NARROW, match[0]),
    "years": _set_years,
    "sign": lambda match: NARROW + match[0],
    "rate": lambda match: NO_BREAK + match[0],
    "quote": _set_quote,
    "law": lambda match: f"{match[0][0]}.{NO_BREAK}",
    "title": lambda match: match[0].rstrip() + NO_BREAK,
    "bracket": lambda match: match[0][0],
}
