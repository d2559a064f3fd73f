"""A Word file → its Markdown, the operations that its tracked changes come to, and what a person should look at."""

from collections.abc import Iterator, Sequence

from docgen.errors import TemplateError, UsageError
from docgen.findings import Finding
from docgen.layout.word.package import read_words
from docgen.takeback.asides import told as told_asides
from docgen.takeback.doubts import agreed, doubt, some
from docgen.takeback.hinge import without_hinge
from docgen.takeback.keys import keys_of, told
from docgen.takeback.lines import Grid
from docgen.takeback.markdown import markdown_of
from docgen.takeback.operation import Operation
from docgen.takeback.proposals import operations_of, yaml_of
from docgen.takeback.reading import read_body
from docgen.takeback.sorting import Kind, Passage, sorted_passages
from docgen.values import Struct


class TakenBack(Struct, frozen=True):
    """What a Word file gives: its text as Markdown, the operations as YAML (empty for none), and the doubts.

    `left` are the lines that the Markdown does not have: cover, parties, signatures, annexes, notes, text boxes.
    """

    markdown: str
    operations: str
    findings: tuple[Finding, ...]
    left: tuple[str, ...] = ()


def take_back(content: bytes, name: str) -> TakenBack:
    """Return what the Word file `content` says; `name` is what messages call it.

    Tracked changes are taken as accepted. Raises UsageError where it is no .docx file, or not safe to open.
    """
    try:
        package = read_words(content, name)
    except TemplateError as error:
        raise UsageError(str(error)) from error
    reading = read_body(package)
    found = sorted_passages(reading.items)
    operations, unproposed = operations_of(found.passages)
    text, apart = without_hinge(found.passages)
    keys = keys_of(text)
    said = (
        *found.findings,
        *told_asides(reading),
        *_doubts(text),
        *unproposed,
        *_changed(operations),
        *apart,
        *told(keys),
    )
    return TakenBack(markdown_of(text, keys), yaml_of(operations), said, (*found.left, *reading.words))


def _changed(operations: Sequence[Operation]) -> Iterator[Finding]:
    if operations:
        count = len(operations)
        proposed = agreed(count, "opération(s) proposée(s)")
        message = f"Le fichier porte des modifications suivies : {count} {proposed}."
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
    widths = {len(row.cells) for row in grid.kept}
    cells = [cell for row in grid.kept for cell in row.cells]
    several = any(len([line for line in cell if line.text.strip()]) > 1 for cell in cells)
    if len(widths) > 1 or several or grid.merged:
        first = next((line.text for cell in cells for line in cell if line.text.strip()), "")
        message = f"Le tableau « {some(first)} » a des cellules fusionnées ou de plusieurs alinéas : il est simplifié."
        yield doubt("REP-06", message, "Comparez-le à l’original.")
