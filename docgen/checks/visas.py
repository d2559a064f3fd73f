"""CON-03, SIG-03: the articles of law that found a convention, as its visas cite them; the days of what they cite.

The docstrings of the checks are in French: `docgen regles` shows them to users.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import takewhile

from docgen.checks.rule import Remark, Subject
from docgen.checks.signatures import days_in, deliberations
from docgen.checks.wording import Passage, plain
from docgen.findings import FieldPath
from docgen.french import joined, long_date
from docgen.model.common import Nature
from docgen.model.convention import Convention
from docgen.model.messages import lu
from docgen.tree import ParagraphRole
from docgen.values import Struct

CODES = {
    "L. 6332-1": "code du travail",
    "L. 6332-14": "code du travail",
    "R. 6332-17": "code du travail",
    "D. 331-23": "code de l’éducation",
}
"""The articles to cite, each with its own code (rules.md CON-03)."""

_ARTICLE = re.compile(r"\b(?P<kind>[LRD])\.? ?(?P<number>\d+(?:-\d+)+)(?![\d-])")
_CODE = re.compile(r"\bcode (?:du travail|de l’éducation)", re.IGNORECASE)
_VERSION = re.compile(r"version en vigueur au", re.IGNORECASE)
_REWORDED = "L. 6332-1"
_OLD, _NEW = "convention de coopération", "convention-cadre de coopération"


class Citation(Struct, frozen=True):
    """An article that the visas cite, the code that it is listed under (empty for none), its words where quoted."""

    article: str
    code: str
    quoted: str = ""


def law_of_an_opco(subject: Subject) -> Iterator[Remark]:
    """Une convention avec un opérateur de compétences vise les articles L. 6332-1, L. 6332-14 et R. 6332-17 du code du
    travail et D. 331-23 du code de l’éducation, chacun sous son code. Un article cité mot à mot porte la date de la
    version citée, qui est celle en vigueur le jour de la convention."""
    convention = subject.piece_as(Convention)
    if subject.paper is None or not any(partie.nature is Nature.OPCO for partie in convention.parties):
        return
    visas = [passage for passage in subject.passages if not passage.where]
    cited = tuple(_citations(visas))
    yield from _absent(convention, cited)
    yield from _under_another_code(convention, cited)
    yield from _undated(convention, cited)
    yield from _reworded(subject, convention, cited)


def _citations(visas: Sequence[Passage]) -> Iterator[Citation]:
    """Follow the visas: a quotation stands under the code that the last visa names."""
    code = ""
    for index, passage in enumerate(visas):
        if passage.role is ParagraphRole.VISA:
            for found in _ARTICLE.finditer(passage.text):
                yield Citation(_article(found), _code(passage.text[: found.start()]) or _code(passage.text))
            code = _code(passage.text)
        elif passage.role is ParagraphRole.REFERENCE:
            reference = _ARTICLE.search(passage.text)
            if reference:
                yield Citation(_article(reference), code, _quotation(visas[index:]))


def _quotation(passages: Sequence[Passage]) -> str:
    """Return the words of the quotation that `passages` begin with."""
    rest = takewhile(lambda passage: passage.role is ParagraphRole.CITATION, passages[1:])
    return " ".join((passages[0].text, *(passage.text for passage in rest)))


def _article(found: re.Match[str]) -> str:
    return f"{found['kind']}. {found['number']}"


def _code(text: str) -> str:
    """Return the last code that `text` names; empty for none."""
    return next((name.lower() for name in reversed(_CODE.findall(text))), "")


def _absent(convention: Convention, cited: Sequence[Citation]) -> Iterator[Remark]:
    known = {citation.article for citation in cited}
    for article, code in CODES.items():
        if article not in known:
            message = f"Les visas ne citent pas l’article {article} du {code}."
            yield Remark(message, "Ajoutez-le aux visas.", _field(convention, article))


def _under_another_code(convention: Convention, cited: Sequence[Citation]) -> Iterator[Remark]:
    for citation in cited:
        own = CODES.get(citation.article)
        if own and citation.code and citation.code != own:
            message = f"L’article {citation.article}, du {own}, est rangé sous le {citation.code}."
            yield Remark(message, f"Citez-le à la suite du visa du {own}.", _field(convention, citation.article))
    for index, loi in enumerate(convention.lois):
        own = CODES.get(_normal(loi.article))
        if own and loi.code and loi.code != own:
            message = f"L’article {loi.article} : lu {lu(loi.code)} ; attendu : {own}."
            yield Remark(message, f"Écrivez « code: {own} ».", ("lois", index, "code"))


def _undated(convention: Convention, cited: Sequence[Citation]) -> Iterator[Remark]:
    dated = {_normal(loi.article) for loi in convention.lois if loi.version}
    for citation in cited:
        if citation.quoted and citation.article not in dated and not _VERSION.search(citation.quoted):
            message = f"L’article {citation.article} est cité mot à mot sans la date de la version citée."
            remedy = "Donnez « version: » à cet article, sous « lois: »."
            yield Remark(message, remedy, _field(convention, citation.article))


def _reworded(subject: Subject, convention: Convention, cited: Sequence[Citation]) -> Iterator[Remark]:
    """L. 6332-1 has come to say « convention-cadre »; since which day is not recorded here, only that it now does."""
    quoted = " ".join(citation.quoted.lower() for citation in cited if citation.article == _REWORDED)
    if _OLD in quoted and _NEW not in quoted:
        day = f"au {long_date(subject.au)}" if subject.au else "aujourd’hui"
        message = (
            f"Le texte cité de l’article {_REWORDED} porte « {_OLD} » ; la version en vigueur {day} porte « {_NEW} »."
        )
        remedy = "Pour un texte nouveau, citez la version en vigueur le jour de la signature."
        yield Remark(message, remedy, _field(convention, _REWORDED))


def _field(convention: Convention, article: str) -> FieldPath:
    index = next((rank for rank, loi in enumerate(convention.lois) if _normal(loi.article) == article), None)
    return ("lois",) if index is None else ("lois", index)


def laws_that_are_not_printed(subject: Subject) -> Iterator[Remark]:
    """« lois: » décrit les articles de loi que le texte cite : leur code, la version citée. Il n’ajoute rien aux
    visas : un article que le texte ne cite pas n’a aucun effet, et cela se dit."""
    convention = subject.piece_as(Convention)
    if subject.paper is None:
        return
    known = CODES if any(partie.nature is Nature.OPCO for partie in convention.parties) else {}
    own = (
        f"Citez-le dans les visas de « {convention.texte} », ou retirez-le"
        if convention.texte
        else "Donnez un texte propre qui le vise, ou retirez-le"
    )
    for index, loi in enumerate(convention.lois):
        article = _normal(loi.article) or plain(loi.article or "")
        if article and article not in known and not _cited(article, subject.passages):
            message = (
                f"L’article {article} du {loi.code or '…'} n’est cité nulle part : « lois: » n’ajoute rien au texte."
            )
            yield Remark(message, f"{own} de « lois: ».", ("lois", index))


def _cited(article: str, passages: Sequence[Passage]) -> bool:
    """Return whether some of `passages` name `article`, and not one whose number only begins as its does."""
    exact = re.compile(rf"{re.escape(article)}(?![\d-])")
    holding = (passage.text for passage in passages if article.rpartition(" ")[2] in passage.text)
    return any(
        exact.search(text) or article in (_article(found) for found in _ARTICLE.finditer(text)) for text in holding
    )


def _normal(article: str | None) -> str:
    found = _ARTICLE.search(article or "")
    return _article(found) if found else ""


# ---------------------------------------------------------------- days


def days_of_visas(subject: Subject) -> Iterator[Remark]:
    """Un texte vise des actes qui lui sont antérieurs : la convention d’objectifs et de moyens et la délibération du
    conseil ne sont pas datées d’après sa signature, ou d’après le jour où un texte à signer est établi. La délibération
    visée est celle qui habilite le partenaire à signer."""
    convention = subject.piece_as(Convention)
    made = convention.datee_du
    for key, what, day in _acts(convention):
        if made and day and day > made:
            said = "signé" if convention.signee_le else "établi"
            message = f"{what} est du {long_date(day)} ; le texte qui la vise est {said} le {long_date(made)}."
            yield Remark(message, "Corrigez l’une des deux dates : un visa cite un acte antérieur.", (key,))
    board, partner = convention.deliberation, convention.partenaire
    for path, text in deliberations(convention) if board and partner else ():
        days = tuple(days_in(text)) if "délibération" in text.lower() else ()
        if board and days and board not in days and convention.parties[int(path[1])] is partner:
            given = joined([long_date(day) for day in days])
            message = (
                f"La délibération visée est du {long_date(board)} ; l’habilitation à signer cite celle du {given}."
            )
            yield Remark(message, "Accordez « deliberation: » et « habilitation: ».", path)


def _acts(convention: Convention) -> Iterator[tuple[str, str, date | None]]:
    """Yield the acts that the visas cite by their day: the field, what it is, the day."""
    yield "convention_objectifs", "La convention d’objectifs et de moyens", convention.convention_objectifs
    yield "deliberation", "La délibération", convention.deliberation
