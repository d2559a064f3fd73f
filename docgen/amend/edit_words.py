"""Operations on words, sentences and titles, as edits of leaves."""

from collections.abc import Callable, Iterator, Sequence

from docgen.amend.addresses import (
    Absent,
    Address,
    TextTree,
    article_of,
    chosen_lines,
    lines_at,
    no_article,
    settled,
)
from docgen.amend.edits import HEAD, Container, Edit, Edits, LeafEdit
from docgen.amend.lines import Line
from docgen.amend.operations import (
    CompleteAlinea,
    DeleteSentences,
    DeleteWords,
    InsertWords,
    ReplaceSentences,
    ReplaceTitle,
    ReplaceWords,
)
from docgen.amend.passages import Span, flat, leaf_contents, nearest, sentences, spans, with_space
from docgen.amend.places import outside_articles, places_of
from docgen.french import joined
from docgen.tree import Inlines, Run, text_of
from docgen.values import Struct, replace


class _Leaf(Struct, frozen=True):
    """A leaf that an address reaches, and the part of it that is meant."""

    container: Container
    line: int
    leaf: int
    content: Inlines
    low: int
    high: int


def _leaves(tree: TextTree, address: Address) -> tuple[_Leaf, ...] | Absent:
    address = settled(address, tree)
    if address.title or (not address.article and address.annex is None):
        return _title_leaf(tree, address)
    lines = lines_at(tree, address)
    if isinstance(lines, Absent):
        return lines
    chosen = chosen_lines(lines, address)
    if isinstance(chosen, Absent):
        return chosen
    found = tuple(_of_lines(lines, chosen, address.container))
    return _in_sentences(found, address) if address.sentences else found


def _of_lines(lines: Sequence[Line], chosen: Sequence[int], container: Container) -> Iterator[_Leaf]:
    for index in chosen:
        line = lines[index]
        if line.counted and not line.quoted:
            for leaf, content in enumerate(leaf_contents(line.block)):
                yield _Leaf(container, index, leaf, content, 0, len(flat(content)))


def _title_leaf(tree: TextTree, address: Address) -> tuple[_Leaf, ...] | Absent:
    if not address.article:
        return (_Leaf(address.container, HEAD, 0, tree.title, 0, len(flat(tree.title))),)
    article = article_of(tree, address.article)
    if article is None:
        return no_article(tree, address.article)
    text = flat(article.head.content)
    start = text.find(" – ") + 3 if " – " in text else len(text)
    return (_Leaf(address.container, HEAD, 0, article.head.content, start, len(text)),)


def _in_sentences(leaves: Sequence[_Leaf], address: Address) -> tuple[_Leaf, ...] | Absent:
    if len(leaves) != 1:
        return Absent("Une phrase se désigne dans un seul alinéa.", "Donnez « alineas: » avec un rang.")
    cut = sentences(leaves[0].content)
    ranks = [rank if rank > 0 else rank + len(cut) + 1 for rank in address.sentences]
    if any(not 1 <= rank <= len(cut) for rank in ranks):
        many = f"{len(cut)} phrases" if len(cut) > 1 else "une seule phrase"
        return Absent(f"L’alinéa n’a pas tant de phrases ; il en a {len(cut)} ({many}).", "Corrigez le rang.")
    low, high = cut[min(ranks) - 1][0], cut[max(ranks) - 1][1]
    return (replace(leaves[0], low=low, high=high),)


def _found(leaves: Sequence[_Leaf], words: str) -> list[tuple[_Leaf, Span]]:
    return [
        (leaf, span)
        for leaf in leaves
        for span in spans(leaf.content, words)
        if leaf.low <= span[0] and span[1] <= leaf.high
    ]


def _at_each(
    tree: TextTree,
    addresses: Sequence[Address],
    words: str,
    everywhere: bool,
    make: Callable[[_Leaf, Span], LeafEdit],
) -> Edits | Absent:
    made: list[Edit] = []
    for address in addresses:
        leaves = _leaves(tree, address)
        if isinstance(leaves, Absent):
            return leaves
        found = _found(leaves, words)
        if not found or (len(found) > 1 and not everywhere):
            out_of_reach = None if found else _out_of_reach(tree, settled(address, tree), words)
            throughout = everywhere and address == Address()
            return out_of_reach or _not_once(leaves, words, len(found), settled(address, tree), throughout)
        made += [make(leaf, span) for leaf, span in found]
    return tuple(made)


def _out_of_reach(tree: TextTree, address: Address, words: str) -> Absent | None:
    """Why words that do stand where they were looked for cannot be changed: quoted law there, or the preamble."""
    lines = lines_at(tree, address) if address.article and not address.title else ()
    quoted = () if isinstance(lines, Absent) else [line.block for line in lines if line.quoted]
    if any(spans(content, words) for block in quoted for content in leaf_contents(block)):
        return Absent(
            f"Les mots « {words} », à l’article {address.article}, sont ceux d’un texte de loi cité, qui ne se modifie "
            "pas.",
            "Retirez l’opération, ou supprimez ou récrivez l’article entier.",
        )
    return _outside(tree, words) if address.container[0] == "intitule" else None


def _outside(tree: TextTree, words: str) -> Absent | None:
    """Why words cannot be changed that stand in the preamble or the head of a division, and nowhere else."""
    outside = {where for where, _ in outside_articles(tree)}
    where = tuple(places_of(words, tree))
    if not where or not outside.issuperset(where):
        return None
    at = joined([f"à {one}".replace("à le ", "au ") for one in where])
    return Absent(f"Les mots « {words} » ne figurent qu’{at}, qu’un avenant ne modifie pas.", "Retirez l’opération.")


def _not_once(leaves: Sequence[_Leaf], words: str, count: int, address: Address, throughout: bool) -> Absent:
    kind, number = address.container
    title = "dans le texte" if throughout else "dans l’intitulé"
    place = {"article": f"à l’article {number}", "annexe": f"à l’annexe {number}".rstrip()}.get(kind, title)
    if count:
        return Absent(
            f"Les mots « {words} » figurent {count} fois {place}.",
            "Précisez l’alinéa, ou demandez « toutes_les_occurrences: oui ».",
        )
    near = nearest([leaf.content for leaf in leaves], words)
    there = f" Les mots les plus proches qui y figurent : « {near} »." if near else ""
    return Absent(
        f"Les mots « {words} » ne figurent pas {place}.{there}", "Citez les mots tels que le texte les porte."
    )


def replace_words(operation: ReplaceWords, tree: TextTree) -> Edits | Absent:
    """Return the edits of `operation`; why it cannot be done."""

    def make(leaf: _Leaf, span: Span) -> LeafEdit:
        return LeafEdit(leaf.container, leaf.line, leaf.leaf, span, operation.new, span)

    return _at_each(tree, operation.addresses, operation.old, operation.everywhere, make)


def delete_words(operation: DeleteWords, tree: TextTree) -> Edits | Absent:
    """Return the edits of `operation`; why it cannot be done."""

    def make(leaf: _Leaf, span: Span) -> LeafEdit:
        return LeafEdit(leaf.container, leaf.line, leaf.leaf, with_space(leaf.content, span), (), span)

    return _at_each(tree, operation.addresses, operation.old, operation.everywhere, make)


def insert_words(operation: InsertWords, tree: TextTree) -> Edits | Absent:
    """Return the edits of `operation`; why it cannot be done."""
    glued = text_of(operation.new)[:1] in tuple(",.)…") or operation.after.endswith(("’", "'"))
    new = operation.new if glued else (Run(" "), *operation.new)

    def make(leaf: _Leaf, span: Span) -> LeafEdit:
        return LeafEdit(leaf.container, leaf.line, leaf.leaf, (span[1], span[1]), new, span)

    return _at_each(tree, (operation.address,), operation.after, False, make)


def replace_sentences(operation: ReplaceSentences, tree: TextTree) -> Edits | Absent:
    """Return the edits of `operation`; why it cannot be done."""
    leaves = _leaves(tree, operation.address)
    if isinstance(leaves, Absent):
        return leaves
    return tuple(_over(leaf, (leaf.low, leaf.high), operation.new) for leaf in leaves)


def delete_sentences(operation: DeleteSentences, tree: TextTree) -> Edits | Absent:
    """Return the edits of `operation`; why it cannot be done."""
    leaves = _leaves(tree, operation.address)
    if isinstance(leaves, Absent):
        return leaves
    return tuple(_over(leaf, with_space(leaf.content, (leaf.low, leaf.high)), ()) for leaf in leaves)


def _over(leaf: _Leaf, span: Span, new: Inlines) -> LeafEdit:
    return LeafEdit(leaf.container, leaf.line, leaf.leaf, span, new, (leaf.low, leaf.high))


def complete_alinea(operation: CompleteAlinea, tree: TextTree) -> Edits | Absent:
    """Return the edits of `operation`; why it cannot be done."""
    leaves = _leaves(tree, operation.address)
    if isinstance(leaves, Absent):
        return leaves
    if len(leaves) != 1:
        return Absent("On complète un alinéa à la fois.", "Donnez « alineas: » avec un rang.")
    leaf = leaves[0]
    end = leaf.high
    text = flat(leaf.content)
    if not operation.sentence:
        while end and text[end - 1] in ".;,: \u00a0\u202f":
            end -= 1
    return (LeafEdit(leaf.container, leaf.line, leaf.leaf, (end, end), (Run(" "), *operation.new), (end, end)),)


def replace_title(operation: ReplaceTitle, tree: TextTree) -> Edits | Absent:
    """Return the edits of `operation`; why it cannot be done."""
    leaves = _leaves(tree, replace(operation.address, title=True))
    if isinstance(leaves, Absent):
        return leaves
    leaf = leaves[0]
    bare = bool(operation.address.article) and leaf.low == leaf.high
    return (_over(leaf, (leaf.low, leaf.high), (Run(" – "), *operation.new) if bare else operation.new),)
