"""The tableau des modifications: article, wording in force, wording proposed, object (model-sentences §3)."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from docgen.amend.addresses import Annex, TextTree, annex_of, article_of, articles_of, same_number
from docgen.amend.consequences import consequences
from docgen.amend.lines import Line, lines_of
from docgen.amend.operations import Declare
from docgen.amend.passages import leaf_contents, part, sentences, spans
from docgen.amend.plan import Container
from docgen.amend.quoting import alineas_of
from docgen.amend.remaining import Remaining, remaining
from docgen.amend.words import compared, joined
from docgen.dossier import Dossier
from docgen.french import duration_figures, duration_words
from docgen.model.avenant import Avenant
from docgen.model.operations import OperationSaisie
from docgen.text.citations import auteur, convention_courte
from docgen.text.consolidation import Step, step_of
from docgen.text.former_names import former_names, renamed
from docgen.text.words import fill, sentence, words
from docgen.tree import (
    Article,
    Block,
    Break,
    Change,
    Column,
    Document,
    Family,
    Heading,
    HeadingRole,
    Inline,
    Inlines,
    Mark,
    PageKind,
    Paragraph,
    ParagraphRole,
    Row,
    Run,
    Section,
    Table,
    text_of,
)
from docgen.values import replace

KIND = "tableau-modifications"
SANS_OBJET, SUPPRIME = "(sans objet)", "(supprimé)"


def write_tableau(avenant: Avenant, dossier: Dossier) -> Document | None:
    """Return the table of what `avenant` changes; None where the dossier lacks the convention."""
    step = step_of(avenant, dossier)
    if step is None:
        return None
    title = f"Tableau des modifications apportées par l’avenant n° {avenant.numero or '…'}"
    name = convention_courte(step.before.origin)
    return Document(
        kind=KIND,
        id=avenant.id or "sans-id",
        title=title,
        short_title=f"{title} – {name.bare[:1].upper()}{name.bare[1:]}",
        author=auteur(step.before.origin, dossier.maison.auteur),
        family=Family.RAPPORT,
        sections=(Section(PageKind.PAYSAGE, tuple(_blocks(avenant, step))),),
        dated=avenant.datee_du,
    )


def _blocks(avenant: Avenant, step: Step) -> Iterator[Block]:
    yield Heading(HeadingRole.TITRE_PAPIER, 1, words("TABLEAU DES MODIFICATIONS"))
    number = avenant.numero or "…"
    yield Paragraph(
        words(f"apportées par l’avenant n° {number} {convention_courte(step.before.origin).a}"),
        ParagraphRole.SOUS_TITRE,
    )
    yield Paragraph(fill(avenant.objet, "objet de l’avenant"), ParagraphRole.MENTION)
    columns = (
        Column(words("Article"), 24),
        Column(words("Rédaction en vigueur"), 90),
        Column(words("Rédaction proposée"), 90),
        Column(words("Objet de la modification"), 53),
    )
    rows = tuple(_rows(step))
    yield Table((), columns, tuple(row for row, _ in rows))
    if any(weighted for _, weighted in rows):
        yield Paragraph(words("Les mots modifiés sont en gras."), ParagraphRole.MENTION)
    yield Paragraph(
        words(f"Modifications par voie de conséquence : {_consequences(step)}"), ParagraphRole.MENTION_TEXTE
    )


def _consequences(step: Step) -> str:
    found = consequences(step.before.tree, step.after.tree, step.operations)
    said = [f"{one.where} cite {one.cited}" for one in found]
    said += [_still_there(one) for one in remaining(step.after.tree, step.operations)]
    said += [f"le nom « {one.words} », que l’avenant change, figure encore {one.at}" for _, one in former_names(step)]
    return f"{' ; '.join(said)}." if said else "Aucune."


def _still_there(left: Remaining) -> str:
    several = " " in left.words
    named, verb = ("les mots", "figurent") if several else ("le mot", "figure")
    return f"{named} « {left.words} », que l’avenant modifie, {verb} encore {left.at}"


# ---------------------------------------------------------------- rows


def _rows(step: Step) -> Iterator[tuple[Row, bool]]:
    """Yield the rows in the order of the text, and whether some of their words are in bold because they changed.

    What is said of an article without changing it comes after what is changed in it; what is said of none, last.
    """
    changed = changed_containers(step)
    said = {rank: operation for rank, operation in enumerate(step.operations) if isinstance(operation, Declare)}
    for container in dict.fromkeys(_containers(step)):
        if container in changed:
            before, after, weighted = _changed(step.before.tree, step.after.tree, container)
            yield Row((words(_label(container)), before, after, _object(step, container))), weighted
        of_it = [rank for rank, one in said.items() if container[0] == "article" and _bears_on(one, container[1])]
        yield from ((_declared(said.pop(rank), rank, step), False) for rank in of_it)
    yield from ((_declared(operation, rank, step), False) for rank, operation in said.items())


def _bears_on(operation: Declare, number: str) -> bool:
    return bool(operation.article) and same_number(operation.article, number)


def _declared(operation: Declare, rank: int, step: Step) -> Row:
    """What the avenant says without changing a word, beside the sentence of the article that it bears on."""
    typed = step.avenant.operations[step.places[rank]]
    label = f"Article {operation.article}" if operation.article else "Parties" if operation.partie else "Durée"
    said = tuple(inline for one in operation.sentences for inline in (*one, Break()))[:-1]
    before = _on_duration(step, operation.article) or words(_old_name(typed, step) or SANS_OBJET)
    return Row((words(label), before, said, words(typed.objet or operation.title)))


def _old_name(typed: OperationSaisie, step: Step) -> str:
    partie = renamed(typed, step)
    return (partie.nom if partie else None) or ""


def _on_duration(step: Step, number: str) -> Inlines:
    """Return the first sentence of an article that gives the duration; empty where none can be told."""
    article = article_of(step.before.tree, number) if number else None
    durees = [one.duree for one in (step.before.convention, step.before.origin) if one.duree]
    forms = [say(one.nombre, one.unite) for one in durees for say in (duration_words, duration_figures)]
    contents = leaf_contents(article.body) if article else ()
    found = (part(content, *span) for content in contents for span in sentences(content))
    return next((one for one in found if any(spans(one, form) for form in forms)), ())


def changed_containers(step: Step) -> tuple[Container, ...]:
    """Return the articles, annexes or title that the avenant changes, in the order of the text."""
    found = {edit.container for edits in step.made.values() for edit in edits}
    return tuple(one for one in dict.fromkeys(_containers(step)) if one in found)


def _containers(step: Step) -> list[Container]:
    """The title, the articles and the annexes that there are before or after, in the order of the text."""
    return [("intitule", ""), *(("article", one.number) for one in _both(step)), *_annexes(step)]


def _both(step: Step) -> list[Article]:
    """The articles before and after, each in the place it has or had."""
    after = list(articles_of(step.after.tree.body))
    numbers = [one.number for one in after]
    for rank, article in enumerate(before := list(articles_of(step.before.tree.body))):
        if article.number not in numbers:
            previous = before[rank - 1].number if rank else ""
            place = numbers.index(previous) + 1 if previous in numbers else 0
            after.insert(place, article)
            numbers.insert(place, article.number)
    return after


def _annexes(step: Step) -> list[Container]:
    return [("annexe", one.number) for one in (*step.before.tree.annexes, *step.after.tree.annexes)]


def _label(container: Container) -> str:
    kind, number = container
    return {"article": f"Article {number}", "annexe": f"Annexe {number}".rstrip()}.get(kind, "Intitulé")


def _object(step: Step, container: Container) -> Inlines:
    """What its operations are for, where that is typed; else what they do: « Article supprimé »."""
    typed = (
        step.avenant.operations[step.places[rank]].objet
        for rank, edits in step.made.items()
        if any(edit.container == container for edit in edits)
    )
    done = (note.what for note in step.after.notes if note.container == container and note.avenant is step.avenant)
    return words(" ; ".join(dict.fromkeys(text for text in typed if text)) or next(done, "–"))


def _changed(before: TextTree, after: TextTree, container: Container) -> tuple[Inlines, Inlines, bool]:
    """The alinéas that differ, on each side; whether their words that changed are in bold."""
    if container[0] == "intitule":
        return before.title, after.title, False
    old, new = _held(before, container), _held(after, container)
    if old is None:
        return words(SANS_OBJET), _stacked(new or ()), False
    if new is None:
        return _stacked(old), words(SUPPRIME), False
    gone: list[Inlines] = []
    come: list[Inlines] = []
    weighted = False
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            pairs = [_weighted(*pair) for pair in zip(old[i:j], new[k:m], strict=True)] if j - i == m - k else None
            sides = list(zip(*pairs, strict=True)) if pairs else [old[i:j], new[k:m]]
            weighted = weighted or sides != [old[i:j], new[k:m]]
            gone += sides[0]
            come += sides[1]
    return _stacked(gone) if gone else words(SANS_OBJET), _stacked(come) if come else words(SUPPRIME), weighted


def _weighted(old: Inlines, new: Inlines) -> tuple[Inlines, Inlines]:
    """Both wordings of an alinéa, what differs in bold; as they stand where most of it does."""
    marked = compared(old, new)
    kept = sum(len(text_of((one,))) for one in marked if one.change is Change.KEPT)
    if 2 * kept < len(text_of(old)):
        return old, new
    sides = (Change.INSERTED, Change.DELETED)
    was, now = (joined(tuple(_in_bold(one) for one in marked if one.change is not gone)) for gone in sides)
    return was, now


def _in_bold(inline: Inline) -> Inline:
    if inline.change is Change.KEPT or not isinstance(inline, Run):
        return replace(inline, change=Change.KEPT)
    return replace(inline, marks=inline.marks | {Mark.STRONG}, change=Change.KEPT)


def _held(tree: TextTree, container: Container) -> tuple[Inlines, ...] | None:
    kind, number = container
    if kind == "article":
        article = article_of(tree, number)
        return (article.head.content, *_said(lines_of(article.body))) if article else None
    annex: Annex | None = annex_of(tree, number)
    return tuple(_said(lines_of(annex.blocks))) if annex else None


def _said(lines: Sequence[Line]) -> tuple[Inlines, ...]:
    return tuple(filter(None, alineas_of(lines)))


def _stacked(alineas: Sequence[Inlines]) -> Inlines:
    return sentence(*(part for one in alineas for part in (one, (Break(),))))[:-1] if alineas else ()
