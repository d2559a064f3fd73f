"""From what a lawyer typed to operations on the text: places as addresses, new words as blocks."""

import re
from collections.abc import Callable, Iterator, Sequence

from docgen.amend.addresses import Absent, Address, Annex, TextTree, articles_of, chosen_lines, lines_at, settled
from docgen.amend.lines import Line, alineas, by_returns, lines_of
from docgen.amend.operations import (
    AddAnnex,
    CompleteAlinea,
    CompleteArticle,
    DeleteAnnex,
    DeleteArticles,
    DeleteLines,
    DeleteRows,
    DeleteSentences,
    DeleteWords,
    InsertArticles,
    InsertLines,
    InsertRows,
    InsertWords,
    Noun,
    Operation,
    Place,
    ReplaceAnnex,
    ReplaceArticles,
    ReplaceLines,
    ReplaceRows,
    ReplaceSentences,
    ReplaceTitle,
    ReplaceWords,
    RestoreArticle,
)
from docgen.amend.passages import leaf_contents, spans
from docgen.french import typeset
from docgen.model.operations import Forme, NouvelArticle, OperationSaisie, Position, Verbe
from docgen.text.markdown import blocks, inline, nodes
from docgen.text.signed_words import SignedCopy
from docgen.text.values import Values, substitute
from docgen.text.words import hole
from docgen.tree import Article, Block, Heading, HeadingRole, Inlines, ListItem, Paragraph, text_of
from docgen.values import Struct, replace


class Context(Struct, frozen=True):
    """The text before the avenant, the named values that new words may use, the words of the annexes joined to it.

    `signed` tells how the signed copy has the words that are aimed at.
    """

    tree: TextTree
    values: Values
    joined: Callable[[str], str | None]
    signed: SignedCopy = SignedCopy()


def operation_of(typed: OperationSaisie, context: Context) -> Operation | None:
    """Return the operation that `typed` describes, all that its verb needs being there; None for one on no words."""
    maker = _MAKERS.get(typed.verbe) if typed.verbe else None
    return _as_signed(maker(_as_printed(typed), context), typed, context) if maker else None


def _as_printed(typed: OperationSaisie) -> OperationSaisie:
    """Return `typed` with its old words set as those of the text are ("0.885%" is printed "0,885 %")."""
    aimed = ("mots", "apres") if typed.verbe is Verbe.INSERER_MOTS else ("mots",)
    return typed.avec(**{key: typeset(words) for key in aimed if (words := getattr(typed, key))})


def _as_signed(operation: Operation, typed: OperationSaisie, context: Context) -> Operation:
    """Return `operation` with its old words as the signed copy has them beside those that the text has."""
    match operation:
        case ReplaceWords() | DeleteWords():
            return replace(operation, signed=context.signed.words(typed.mots or "", typed.article or ""))
        case InsertWords():
            return replace(operation, signed=context.signed.words(typed.apres or "", typed.article or ""))
        case _:
            return operation


# ---------------------------------------------------------------- places


def address_of(typed: OperationSaisie) -> Address:
    """Return the place that `typed` aims at, without the words in it."""
    annexe = typed.annexe and ("" if typed.annexe.lower() == "unique" else typed.annexe)
    return Address(
        article=typed.article or "",
        annex=None if typed.article else annexe,
        title=bool(typed.intitule),
        alineas=typed.alineas,
        item=tuple(part for part in (typed.point, typed.sous_point) if part),
        sentences=typed.phrases,
        rows=typed.lignes,
    )


def everywhere(tree: TextTree, words: str) -> Iterator[Address]:
    """Yield every place of the text where `words` stand, alinéas of one article together."""
    if spans(tree.title, words):
        yield Address()
    for article in articles_of(tree.body):
        if spans(article.head.content, words):
            yield Address(article.number, title=True)
        lines = lines_of(article.body)
        ranks = tuple(rank for rank, index in enumerate(alineas(lines), 1) if _holds(lines[index], words))
        if ranks:
            yield Address(article.number, alineas=ranks)
    for annex in tree.annexes:
        if any(spans(content, words) for content in leaf_contents(annex.blocks)):
            yield Address(annex=annex.number)


def _holds(line: Line, words: str) -> bool:
    return not line.quoted and any(spans(content, words) for content in leaf_contents(line.block))


def _addresses(typed: OperationSaisie, context: Context) -> tuple[Address, ...]:
    if typed.partout and typed.mots:
        return tuple(everywhere(context.tree, typed.mots)) or (address_of(typed),)
    return (address_of(typed),)


# ---------------------------------------------------------------- words


def _words(text: str | None, context: Context) -> Inlines:
    return substitute(" ".join((text or "").split()), context.values)


_HEADS = (HeadingRole.ARTICLE, HeadingRole.RUBRIQUE)
"""What the heads that an annex has of its own are, those of its highest level first."""


_Roles = Sequence[HeadingRole]


def _blocks(text: str | None, context: Context, head: int, roles: _Roles = _HEADS[1:]) -> Iterator[Block]:
    """Yield the blocks of new wording, which stands under a head of level `head`; the heads that it has are kept."""
    cut = nodes(text or "")
    levels = sorted({node.level for node in cut} - {0})
    depth = 0
    for node in cut:
        if node.level:
            depth = min(levels.index(node.level), depth) + 1
            role = roles[min(depth, len(roles)) - 1]
            yield Heading(role, head + depth, inline(node.head, context.values))
        yield from by_returns(blocks(node.body, context.values, head + depth + 1))


def _level(context: Context) -> int:
    """The level of the heads of articles."""
    return next((one.head.level for one in articles_of(context.tree.body)), 2)


def _lines(text: str | None, context: Context) -> tuple[Line, ...]:
    return lines_of(_blocks(text, context, _level(context)))


def _article(typed: NouvelArticle, context: Context) -> Article:
    number = typed.numero or ""
    level = _level(context)
    head = f"Article {number} – {typed.titre}" if typed.titre else f"Article {number}"
    body = tuple(_blocks(typed.texte, context, level))
    return Article(number, Heading(HeadingRole.ARTICLE, level, _words(head, context)), body)


def _articles(typed: OperationSaisie, context: Context, number: str | None, text: str | None) -> tuple[Article, ...]:
    own = NouvelArticle(numero=number, titre=typed.titre, texte=text)
    return tuple(_article(one, context) for one in typed.nouveaux_articles or (own,))


def _annex(typed: OperationSaisie, context: Context) -> Annex:
    number = address_of(typed).annex or ""
    text = typed.texte or (context.joined(typed.fichier) if typed.fichier else None)
    head = Heading(HeadingRole.PARTIE, 2, _words(f"ANNEXE {number}".rstrip(), context))
    missing = Paragraph(hole(f"texte de l’annexe {number}".rstrip()))
    first, *others = tuple(_blocks(text, context, head.level, _HEADS)) or (missing,)
    own = re.compile(rf"annexe\s*{number}(?:\s*[-–—:.].*)?", re.IGNORECASE)
    if isinstance(first, Heading) and own.fullmatch(text_of(first.content)):
        return Annex(number, (replace(head, content=first.content), *others))
    return Annex(number, (head, first, *others))


# ---------------------------------------------------------------- verbs


def _replace_words(typed: OperationSaisie, context: Context) -> Operation:
    noun = Noun(typed.nom_des_mots.value) if typed.nom_des_mots else Noun.MOT
    everywhere = bool(typed.toutes_les_occurrences or typed.partout)
    unquoted = bool(typed.sans_guillemets) and noun is not Noun.MOT
    new = _words(typed.par, context)
    places, throughout = _addresses(typed, context), bool(typed.partout)
    return ReplaceWords(places, typed.mots or "", new, noun, everywhere, unquoted, throughout=throughout)


def _delete_words(typed: OperationSaisie, context: Context) -> Operation:
    everywhere = bool(typed.toutes_les_occurrences or typed.partout)
    return DeleteWords(_addresses(typed, context), typed.mots or "", everywhere, throughout=bool(typed.partout))


def _insert_words(typed: OperationSaisie, context: Context) -> Operation:
    return InsertWords(address_of(typed), typed.apres or "", _words(typed.texte, context))


def _replace_lines(typed: OperationSaisie, context: Context) -> Operation:
    address = address_of(typed)
    return ReplaceLines(address, _as_items(_lines(typed.par, context), address, context.tree))


def _as_items(new: Sequence[Line], address: Address, tree: TextTree) -> tuple[Line, ...]:
    """What replaces an item of a list is an item, typed with its dash or not."""
    lines = lines_at(tree, settled(address, tree))
    chosen = lines if isinstance(lines, Absent) else chosen_lines(lines, address)
    if isinstance(lines, Absent) or isinstance(chosen, Absent) or not isinstance(lines[chosen[0]].block, ListItem):
        return tuple(new)
    return tuple(
        replace(line, block=ListItem(line.content)) if isinstance(line.block, Paragraph) else line for line in new
    )


def _complete(typed: OperationSaisie, context: Context) -> Operation:
    address = address_of(typed)
    if address.alineas or address.item or typed.forme is Forme.MOTS:
        return CompleteAlinea(address, _words(typed.texte, context), typed.forme is not Forme.MOTS)
    return CompleteArticle(address, _lines(typed.texte, context))


def _replace_article(typed: OperationSaisie, context: Context) -> Operation:
    articles = _articles(typed, context, typed.article, typed.par)
    titled = bool(typed.titre or any(one.titre for one in typed.nouveaux_articles))
    return ReplaceArticles(articles, titled)


def _insert_article(typed: OperationSaisie, context: Context) -> Operation:
    articles = _articles(typed, context, typed.numero, typed.texte)
    if typed.apres:
        return InsertArticles(Place.AFTER, typed.apres, articles)
    return InsertArticles(Place.START if typed.position is Position.DEBUT else Place.END, typed.section or "", articles)


def _cells(typed: OperationSaisie, context: Context) -> tuple[tuple[Inlines, ...], ...]:
    return (tuple(inline(cell, context.values) for cell in typed.cellules),)


_MAKERS: dict[Verbe, Callable[[OperationSaisie, Context], Operation]] = {
    Verbe.REMPLACER_MOTS: _replace_words,
    Verbe.INSERER_MOTS: _insert_words,
    Verbe.SUPPRIMER_MOTS: _delete_words,
    Verbe.REMPLACER_PHRASE: lambda typed, context: ReplaceSentences(address_of(typed), _words(typed.par, context)),
    Verbe.SUPPRIMER_PHRASE: lambda typed, _: DeleteSentences(address_of(typed)),
    Verbe.REMPLACER_ALINEA: _replace_lines,
    Verbe.INSERER_ALINEA: lambda typed, context: InsertLines(address_of(typed), _lines(typed.texte, context)),
    Verbe.SUPPRIMER_ALINEA: lambda typed, _: DeleteLines(address_of(typed)),
    Verbe.COMPLETER: _complete,
    Verbe.REMPLACER_INTITULE: lambda typed, context: ReplaceTitle(address_of(typed), _words(typed.par, context)),
    Verbe.REMPLACER_ARTICLE: _replace_article,
    Verbe.INSERER_ARTICLE: _insert_article,
    Verbe.SUPPRIMER_ARTICLE: lambda typed, _: DeleteArticles(typed.articles or (typed.article or "",)),
    Verbe.RETABLIR_ARTICLE: lambda typed, context: RestoreArticle(
        _articles(typed, context, typed.article, typed.texte)[0]
    ),
    Verbe.REMPLACER_LIGNE: lambda typed, context: ReplaceRows(address_of(typed), _cells(typed, context)),
    Verbe.INSERER_LIGNE: lambda typed, context: InsertRows(address_of(typed), _cells(typed, context)),
    Verbe.SUPPRIMER_LIGNE: lambda typed, _: DeleteRows(address_of(typed)),
    Verbe.REMPLACER_ANNEXE: lambda typed, context: ReplaceAnnex(_annex(typed, context)),
    Verbe.AJOUTER_ANNEXE: lambda typed, context: AddAnnex(_annex(typed, context)),
    Verbe.SUPPRIMER_ANNEXE: lambda typed, _: DeleteAnnex(address_of(typed).annex or ""),
}
"""How what is typed under each verb becomes an operation on the text; the other verbs change data only."""
