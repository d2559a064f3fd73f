"""Names of institutions, bodies and texts, with their article, elided and contracted.

A name is data, typed without its article (`ministère de l’éducation nationale`, `OPCO Atlas`, `AKTO`). Its head noun
tells gender, number and article; what is typed wins over what is derived. An unknown head with a capital is a proper
noun, which takes no article and agrees in the masculine singular; an unknown common noun goes by its ending.
"""

from collections.abc import Sequence
from functools import lru_cache

from docgen.french.elision import de, elides
from docgen.french.letters import capitalised, folded
from docgen.french.nouns import Agreement, Gender, Number, agreement_of, likely_agreement_of
from docgen.french.signs import APOSTROPHE
from docgen.values import Struct

_ELIDED = f"l{APOSTROPHE}"
_ARTICLES = {"le": "le", "la": "la", "l'": _ELIDED, _ELIDED: _ELIDED, "les": "les", "aucun": "", "": ""}
_GENDER_OF_ARTICLE = {"le": Gender.MASCULINE, "la": Gender.FEMININE}
_CONTRACTED_DE = {"le": "du", "les": "des"}
_CONTRACTED_A = {"le": "au", "les": "aux"}


class Name(Struct, frozen=True):
    """A name, its agreement and its article: "le", "la", "l’", "les", or empty for none."""

    bare: str
    gender: Gender
    number: Number
    article: str

    @property
    def le(self) -> str:
        """The name with its article: "le ministère…", "l’OPCO Atlas", "AKTO"."""
        return _attached(self.article, self.bare)

    @property
    def Le(self) -> str:  # noqa: N802 – the capital is what it adds
        """The same at the head of a sentence: "Le ministère…", "L’OPCO Atlas"."""
        return capitalised(self.le)

    @property
    def de(self) -> str:
        """The name after "de": "du ministère…", "de l’OPCO Atlas", "des académies…", "d’AKTO"."""
        if self.article in _CONTRACTED_DE:
            return _attached(_CONTRACTED_DE[self.article], self.bare)
        return f"de {self.le}" if self.article else de(self.bare)

    @property
    def a(self) -> str:
        """The name after "à": "au ministère…", "à l’OPCO Atlas", "aux académies…", "à AKTO"."""
        if self.article in _CONTRACTED_A:
            return _attached(_CONTRACTED_A[self.article], self.bare)
        return f"à {self.le}"

    @property
    def present(self) -> "Name":
        """The name of the paper itself: "le présent accord", "de la présente convention" through `le` and `de`."""
        word = self.accord("présent", "présente", "présents", "présentes")
        return Name(f"{word} {self.bare}", self.gender, self.number, article_of(word, self.gender, self.number))

    @property
    def denomme(self) -> str:
        """The words "ci-après dénommé", agreed with the name."""
        return f"ci-après {self.accord('dénommé', 'dénommée', 'dénommés', 'dénommées')}"

    @property
    def represente(self) -> str:
        """The words "représenté par", agreed with the name."""
        return f"{self.accord('représenté', 'représentée', 'représentés', 'représentées')} par"

    @property
    def immatricule(self) -> str:
        """The word "immatriculé", agreed with the name."""
        return self.accord("immatriculé", "immatriculée", "immatriculés", "immatriculées")

    def accord(self, masculine: str, feminine: str, masculine_plural: str, feminine_plural: str) -> str:
        """Return the one of four forms that agrees with the name."""
        if self.number is Number.PLURAL:
            return feminine_plural if self.gender is Gender.FEMININE else masculine_plural
        return feminine if self.gender is Gender.FEMININE else masculine


@lru_cache(maxsize=512)
def name_of(text: str, gender: Gender | None = None, number: Number | None = None, article: str | None = None) -> Name:
    """Return the name typed as `text`; an article typed before it is taken off (`article_typed`), and is its article.

    `gender`, `number` and `article` override what the head noun tells. `article` is "le", "la", "l’", "les", or "aucun"
    for none, and is ignored where it is something else; "le" and "la" are still elided before a vowel, not before an h.
    """
    before, bare = article_typed(text.strip())
    head = _head_of(bare)
    known = agreement_of(head)
    given = article if article is not None or known else before or None
    typed = None if given is None else _ARTICLES.get(given.strip().lower())
    proper = known is None and not head[:1].islower()
    derived = known or (_PROPER if proper else likely_agreement_of(head))
    agreement = _agreement(typed, derived, gender, number)
    if typed is None:
        return Name(bare, *agreement, "" if proper else article_of(bare, *agreement))
    elided = typed in ("le", "la") and elides(bare) and not folded(head).startswith("h")
    return Name(bare, *agreement, _ELIDED if elided else typed)


def article_of(text: str, gender: Gender, number: Number) -> str:
    """Return the definite article of `text`: "le", "la", "l’" or "les"."""
    if number is Number.PLURAL:
        return "les"
    if elides(text):
        return _ELIDED
    return "la" if gender is Gender.FEMININE else "le"


def article_typed(text: str) -> tuple[str, str]:
    """Return the article that stands before the name in `text`, empty for none, and the name without it.

    A capital before an unknown head is part of the name: "La Poste", "Le Havre"; "l’Afpa" is "Afpa" and its article.
    """
    for article in ("le ", "la ", "les ", "l'", _ELIDED):
        bare = text[len(article) :].lstrip() if text.lower().startswith(article) else ""
        if bare and (text.startswith(article) or agreement_of(_head_of(bare))):
            return article.strip(), bare
    return "", text


def name_known(text: str) -> bool:
    """Return whether the head noun of a name is known, so that its agreement is sure."""
    return agreement_of(_head_of(article_typed(text.strip())[1])) is not None


def joined(texts: Sequence[str]) -> str:
    """Return "a, b et c"; empty for none."""
    return " et ".join(filter(None, (", ".join(texts[:-1]), *texts[-1:])))


def all_le(names: Sequence[Name]) -> str:
    """Return the names together, "le ministère A et le ministère B"; empty for none."""
    return joined([name.le for name in names])


def all_de(names: Sequence[Name]) -> str:
    """Return the names together after "de", "du ministère A et du ministère B"; empty for none."""
    return joined([name.de for name in names])


def all_a(names: Sequence[Name]) -> str:
    """Return the names together after "à", "au ministère A et au ministère B"; empty for none."""
    return joined([name.a for name in names])


_PROPER: Agreement = (Gender.MASCULINE, Number.SINGULAR)


def _agreement(article: str | None, derived: Agreement, gender: Gender | None, number: Number | None) -> Agreement:
    """Return the agreement typed, else what the typed article says, else the derived one."""
    said_gender, said_number = derived
    if article:
        said_gender = _GENDER_OF_ARTICLE.get(article, said_gender)
        said_number = Number.PLURAL if article == "les" else Number.SINGULAR
    return gender or said_gender, number or said_number


def _head_of(text: str) -> str:
    return text.split(maxsplit=1)[0].rstrip(",;") if text else ""


def _attached(article: str, text: str) -> str:
    return f"{article}{text}" if article in ("", _ELIDED) else f"{article} {text}"
