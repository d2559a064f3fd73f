"""A Word file → its Markdown, the operations that its tracked changes come to, and what a person should look at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.errors import TemplateError, UsageError
from docgen.findings import Finding
from docgen.layout.word.package import read_words
from docgen.takeback.doubts import doubt, some
from docgen.takeback.lines import Grid
from docgen.takeback.markdown import markdown_of
from docgen.takeback.proposals import Operation, operations_of, yaml_of
from docgen.takeback.reading import Reading, read_body
from docgen.takeback.sorting import Kind, Passage, sorted_passages


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What a Word file gives: its text as Markdown, the operations as YAML (empty for none), and the doubts."""

    markdown: str
    operations: str
    findings: tuple[Finding, ...]


def take_back(content: bytes, name: str) -> TakenBack:
    """Return what the Word file `content` says; `name` is what messages call it.

    Tracked changes are taken as accepted. Raises UsageError where it is no .docx file, or not safe to open.
    """
    try:
        package = read_words(content, name)
    except TemplateError as error:
        raise UsageError(str(error)) from error
    reading = read_body(package)
    passages, sorting = sorted_passages(reading.items)
    operations, unproposed = operations_of(passages)
    said = (*sorting, *_left(reading), *_doubts(passages), *unproposed, *_changed(operations))
    return TakenBack(markdown_of(passages), yaml_of(operations), tuple(said))


def _left(reading: Reading) -> Iterator[Finding]:
    for what, count in reading.left.items():
        yield doubt("REP-03", f"{count} {what} : non repris.", "Reportez à la main ce qu’il faut garder.")


def _changed(operations: Sequence[Operation]) -> Iterator[Finding]:
    if operations:
        message = f"Le fichier porte des modifications suivies : {len(operations)} opération(s) proposée(s)."
        yield doubt("REP-04", message, "Relisez-les ; le Markdown donne le texte une fois tout accepté.")


def _doubts(passages: Sequence[Passage]) -> Iterator[Finding]:
    if not any(passage.kind is Kind.ARTICLE for passage in passages):
        yield doubt("REP-07", "Aucun article n’a été trouvé.", "Donnez aux titres la forme « Article 1er – Objet ».")
    for passage in passages:
        if isinstance(passage.item, Grid):
            yield from _of_table(passage.item)
        elif "{{" in passage.item.text:
            message = f"« {some(passage.item.text)} » porte « {{{{ », que docgen lit comme une valeur."
            yield doubt("REP-05", message, "Récrivez ce passage.")


def _of_table(grid: Grid) -> Iterator[Finding]:
    widths = {len(row) for row in grid.rows}
    several = any(len([line for line in cell if line.text.strip()]) > 1 for row in grid.rows for cell in row)
    if len(widths) > 1 or several:
        first = next((line.text for row in grid.rows for cell in row for line in cell if line.text.strip()), "")
        message = f"Le tableau « {some(first)} » a des cellules fusionnées ou de plusieurs alinéas : il est simplifié."
        yield doubt("REP-06", message, "Comparez-le à l’original.")
