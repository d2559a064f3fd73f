"""CON-04: the articles of a text: their numbers, and the references that it makes to itself.

The docstrings of the checks are in French: `docgen regles` shows them to users.
"""

import re
from collections.abc import Container, Iterable, Iterator, Sequence

from docgen.checks.fields import text_field
from docgen.checks.rule import Remark, Subject
from docgen.checks.spots import spots, text_place
from docgen.checks.wording import Passage, articles, at, holding
from docgen.findings import FieldPath
from docgen.model.convention import Convention, Etat
from docgen.model.messages import lu, proche

_NUMBER = r"(?:1er|\d+(?:-\d+)*)"
_REFERENCE = re.compile(
    rf"[Aa](?<=\b.)(?:rticles?|rt\.) (?P<numbers>{_NUMBER}(?:(?:, | et | ou | à ){_NUMBER}(?!°))*)"
    r"(?![\w-]|\.\d)(?=(?P<after>[^.;]*))"
)
_ONE = re.compile(_NUMBER)
_DETAIL = (
    r"(?:(?:,? (?:(?:[IVX]+|[A-Z]|\d+°?|bis|ter|quater|quinquies|et suivants|\w+ alinéas?|(?:alinéa|paragraphe)s? \w+"
    r"|précitée?s?|susvisée?s?|modifiée?s?)(?!\w)|\([^()]*\))|, [a-z]\b)+,?)?"
)
"""What stands between an article and its text: its paragraph, its rank (`13 bis`), its name in brackets."""
_OTHER_KIND = (
    r" (?:d’|des? (?!coopération\b)|du |entre |relati|sur |cadre\b|collective|constitutive|européenne|fiscale|"
    r"(?:inter)?nationale|type\b)|-"
)
"""What makes « la convention » another text: its subject, its place or its day, its kind."""
_OF_ITSELF = re.compile(rf"{_DETAIL} (?:de la|du) (?:présente? |(?:convention|accord)\b(?!{_OTHER_KIND}))")
_OF_ANOTHER = re.compile(
    rf"{_DETAIL} (?:du |de la |de l’|des |dudit |de ladite |(?:RGPD|CGI|CGCT|CPI|CRPA|CSP|CASF)\b)"
)
_LAW_BEFORE = re.compile(
    r"\b(?:code|loi|décret|règlement|directive|ordonnance|arrêté|traité|CGI|CPI|CRPA|RGPD)\b[^.;]*$"
    r"|\bstatuts\b[^.;,()]{0,60}[,(][^.;,()]{0,20}$",
    re.IGNORECASE,
)
_OF_ITS_OWN = re.compile(r"\b(?:son|ses|leurs?) $")
"""What says, before an article, that it is of a text just named: « la loi… ; son article 82 »."""
_TEXT_NAMED = re.compile(
    rf"\b(?:(?P<itself>présente? (?:convention|accord)|(?:convention|accord)\b(?!{_OTHER_KIND}))"
    r"|code|loi|décret|règlement|directive|ordonnance|arrêté|traité|statuts|convention|accord)\b",
    re.IGNORECASE,
)
_ANNEX = re.compile(
    r"[Aa](?<=\b.)nnexes? (?:n° ?)?(?P<numbers>(?:\d+|[IVX]+\b)(?:(?:, | et | ou | à )(?:\d+|[IVX]+\b))*)"
    r"(?![\w-])(?=(?P<after>[^.;]*))"
)
_NUMERALS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def numbers_of_articles(subject: Subject) -> Iterator[Remark]:
    """Deux articles ne portent pas le même numéro. Dans un texte nouveau, les numéros se suivent sans manque ; après un
    avenant, un manque reste et s’explique."""
    convention = subject.piece_as(Convention)
    numbers = [article.number for article in articles(subject.paper.blocks)] if subject.paper else []
    path = text_field(convention)
    for index, number in enumerate(numbers):
        if number in numbers[:index]:
            message, place = f"L’article {number} figure deux fois.", text_place(subject, f"Article {number}")
            yield Remark(message, "Donnez à l’un des deux un autre numéro.", path, None, place)
    if convention.etat is not Etat.SIGNE:
        yield from _gaps(subject, numbers, path)


def _gaps(subject: Subject, numbers: list[str], path: FieldPath) -> Iterator[Remark]:
    known = [_rank(number) for number in numbers if _ONE.fullmatch(number)]
    for before, after in zip([(0,), *known], known, strict=False):
        follows = after[0] == before[0] + 1 or (len(after) > 1 and after > before and after[0] == before[0])
        if not follows and after != before:
            message = (
                f"L’article {_written(after)} vient après l’article {_written(before)} ; attendu : {before[0] + 1}."
            )
            remedy = "Numérotez les articles sans manque, ou laissez docgen les numéroter d’après leur place."
            said = message if before[0] else f"Le premier article est l’article {_written(after)}."
            yield Remark(said, remedy, path, None, text_place(subject, f"Article {_written(after)}"))


def _rank(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.removesuffix("er").split("-"))


def _written(rank: tuple[int, ...]) -> str:
    return "-".join(map(str, rank))


def references_between_articles(subject: Subject) -> Iterator[Remark]:
    """Tout renvoi du texte à l’un de ses articles (« article 13 », « art. 13 ») trouve cet article, dans le texte
    consolidé. Les renvois aux articles d’un code, d’une loi ou d’un règlement ne sont pas des renvois internes."""
    if subject.paper is None:
        return
    numbers = [article.number for article in articles(subject.paper.blocks)]
    for passage, number, words in unresolved(subject.words, numbers):
        near = proche(number, [one for one in numbers if _ONE.fullmatch(one)])
        message = f"{at(passage.where)}, lu {lu(words)} ; le texte n’a pas d’article {number}."
        remedy = f"Corrigez le renvoi (article {near} ?)." if near else "Corrigez le renvoi."
        for path, place in spots(subject, words, passage.where):
            yield Remark(message, remedy, path, None, place)


def unresolved(words: Iterable[Passage], numbers: Iterable[str]) -> Iterator[tuple[Passage, str, str]]:
    """Yield each reference of a text to an article that is not among its `numbers`: passage, number, words."""
    known = {_rank(number) for number in numbers if _ONE.fullmatch(number)}
    for passage in words:
        yield from ((passage, number, said) for number, said in _internal(passage) if _rank(number) not in known)


def references_to_annexes(subject: Subject) -> Iterator[Remark]:
    """Tout renvoi du texte à une annexe (« annexe 2 », « annexe II ») trouve cette annexe parmi celles de la
    convention. Les annexes d’un code, d’une loi ou d’un règlement ne sont pas les siennes."""
    annexes = subject.piece_as(Convention).annexes
    attached = sum(bool(annexe.annexee) for annexe in annexes)
    for passage, number, words in unresolved_annexes(subject.words, range(1, attached + 1)):
        there = {0: "n’a pas d’annexe", 1: "a une annexe"}.get(attached, f"a {attached} annexes")
        message = f"{at(passage.where)}, lu {lu(words)} ; la convention {there}."
        remedy = (
            f"Corrigez le renvoi. « annexes: » ne prend que des modèles de docgen ; si l’annexe {number} est un autre "
            "texte, joignez-la à part, et désignez-la par son titre."
        )
        for path, place in spots(subject, words, passage.where):
            yield Remark(message, remedy, path, None, place)


def unresolved_annexes(words: Sequence[Passage], ranks: Container[int]) -> Iterator[tuple[Passage, str, str]]:
    """Yield each reference of a text to an annex whose rank is not among `ranks`: passage, number, words."""
    for passage in holding(words, _ANNEX):
        for found in (one for one in _ANNEX.finditer(passage.text) if not _foreign(passage.text, one)):
            numbers = re.findall(r"\d+|[IVX]+", found["numbers"])
            yield from ((passage, one, found[0]) for one in numbers if rank_of_annex(one) not in ranks)


def rank_of_annex(number: str) -> int:
    """Return the rank of an annex; beyond any where its Roman number is none that a convention would have."""
    return int(number) if number.isdigit() else _NUMERALS.index(number) if number in _NUMERALS else 99


def _foreign(text: str, found: re.Match[str]) -> bool:
    """Tell whether a reference is to another text: « annexe 2 du règlement », « le code…, article 3 »."""
    before = text[: found.start()]
    elsewhere = _OF_ANOTHER.match(found["after"]) or _LAW_BEFORE.search(before) or _of_a_text_named(before)
    return bool(elsewhere) and not _OF_ITSELF.match(found["after"])


def _of_a_text_named(before: str) -> bool:
    """Tell whether the words before a reference end in « son », which is said of another text named last."""
    named = list(_TEXT_NAMED.finditer(before)) if _OF_ITS_OWN.search(before) else []
    return bool(named) and not named[-1]["itself"]


def _internal(passage: Passage) -> Iterator[tuple[str, str]]:
    """Yield each number that `passage` refers to in its own text, and the words of the reference."""
    for found in _REFERENCE.finditer(passage.text):
        if not _foreign(passage.text, found):
            yield from ((number, found[0]) for number in _ONE.findall(found["numbers"]))
