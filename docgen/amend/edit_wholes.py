"""Operations on whole articles and annexes."""

from collections.abc import Sequence

from docgen.amend.addresses import (
    Absent,
    TextTree,
    annex_of,
    article_of,
    known_numbers,
    no_article,
    same_number,
    section_of,
)
from docgen.amend.edits import Edits, WholeEdit
from docgen.amend.operations import (
    AddAnnex,
    DeleteAnnex,
    DeleteArticles,
    InsertArticles,
    Place,
    ReplaceAnnex,
    ReplaceArticles,
    RestoreArticle,
)


def replace_articles(operation: ReplaceArticles, tree: TextTree) -> Edits | Absent:
    """Return the edits of `operation`; why it cannot be done."""
    for one in operation.articles:
        if article_of(tree, one.number) is None:
            return no_article(tree, one.number)
    return tuple(WholeEdit(("article", one.number), operation) for one in operation.articles)


def delete_articles(operation: DeleteArticles, tree: TextTree) -> Edits | Absent:
    """Return the edits of `operation`; why it cannot be done."""
    found = [article_of(tree, number) for number in operation.numbers]
    if None in found:
        return no_article(tree, operation.numbers[found.index(None)])
    return tuple(WholeEdit(("article", one.number), operation) for one in found if one)


def insert_articles(operation: InsertArticles, tree: TextTree) -> Edits | Absent:
    """Return the edits of `operation`; why it cannot be done."""
    if operation.place is Place.AFTER and article_of(tree, operation.where) is None:
        return no_article(tree, operation.where)
    if operation.place is not Place.AFTER and section_of(tree, operation.where) is None:
        return Absent(f"Le texte n’a pas de section « {operation.where} ».", "Corrigez la section.")
    return _free(tree, [one.number for one in operation.articles], operation)


def restore_article(operation: RestoreArticle, tree: TextTree) -> Edits | Absent:
    """Return the edits of `operation`; why it cannot be done."""
    return _free(tree, [operation.article.number], operation)


def _free(tree: TextTree, numbers: Sequence[str], operation: InsertArticles | RestoreArticle) -> Edits | Absent:
    for number in numbers:
        if any(same_number(number, known) for known in known_numbers(tree)):
            return Absent(f"Le texte a déjà un article {number}.", "Donnez un numéro libre, par exemple 12-1.")
    return tuple(WholeEdit(("article", number), operation) for number in numbers)


def replace_annex(operation: ReplaceAnnex, tree: TextTree) -> Edits | Absent:
    """Return the edits of `operation`; why it cannot be done."""
    return _annex(operation, tree, operation.annex.number, present=True)


def add_annex(operation: AddAnnex, tree: TextTree) -> Edits | Absent:
    """Return the edits of `operation`; why it cannot be done."""
    return _annex(operation, tree, operation.annex.number, present=False)


def delete_annex(operation: DeleteAnnex, tree: TextTree) -> Edits | Absent:
    """Return the edits of `operation`; why it cannot be done."""
    return _annex(operation, tree, operation.number, present=True)


def _annex(
    operation: ReplaceAnnex | AddAnnex | DeleteAnnex, tree: TextTree, number: str, *, present: bool
) -> Edits | Absent:
    there = any(one.number == number for one in tree.annexes) or (present and annex_of(tree, number) is not None)
    if there is not present:
        said = "n’a pas d’annexe" if present else "a déjà une annexe"
        return Absent(f"Le texte {said} {number}".rstrip() + ".", "Corrigez le numéro de l’annexe.")
    return (WholeEdit(("annexe", number), operation),)
