"""The comparison of the whole Atlas convention with an amended one: docgen beside python-redlines with Docxodus.

Both start from texts in memory and end with a Word file with tracked changes in memory: docgen from its trees, the peer
from docgen's Word files of the same texts. The peer works in a process of its own, so the clock is the wall's; what it
takes to start is counted, as it is paid at each comparison. So that both do the same work, docgen is also timed from
two Word files to one: it takes their texts back and compares what they say (the cover and the form, which taking back
leaves out, are not in it). Needs `python-redlines[docxodus]`, which scripts/bench.sh installs.
"""

import time
from collections.abc import Callable
from datetime import date
from statistics import median

from docgen.amend.compare import compare
from docgen.layout.word.draw import WordTemplates, draw_word
from docgen.model.convention import Convention
from docgen.pipeline import load
from docgen.resources import samples_folder, templates_folder
from docgen.takeback import take_back
from docgen.text.convention import write_convention
from docgen.text.markdown import Node, blocks, nodes
from docgen.text.values import Values, substitute
from docgen.tree import Block, Document, Heading, HeadingRole, Inlines, PageKind, Revision, Run, Section, rebuilt
from docgen.values import replace

RUNS = 9
ARTICLE = 2
"""The level of the head of an article, in Markdown."""
_WORDS = {"0,885": "1,2", "au moins deux fois": "au moins trois fois", "signataires": "parties"}


def measure() -> dict[str, float]:
    """Return the milliseconds of a comparison: docgen's, its trees alone, from file to file, the peer's; the ratios."""
    from python_redlines import DocxodusEngine

    dossier, _ = load(samples_folder() / "atlas")
    before = write_convention(dossier.all(Convention)[-1], dossier)
    after = rebuilt(before, _amended)
    templates = WordTemplates(templates_folder())
    old, new = (draw_word(paper, templates).content for paper in (before, after))
    engine = DocxodusEngine()
    revision = Revision("Avenant n° 1", date(2022, 6, 14))

    def ours() -> bytes:
        return draw_word(replace(compare(before, after), revision=revision), templates).content

    def tree() -> Document:
        return compare(before, after)

    def theirs() -> bytes:
        content: bytes = engine.run_redline("Avenant n° 1", old, new)[0]
        return content

    def from_files() -> bytes:
        marked = compare(_taken_back(before, old), _taken_back(after, new))
        return draw_word(replace(marked, revision=revision), templates).content

    times = _in_turn({"docgen": ours, "arbres": tree, "fichiers": from_files, "docxodus": theirs})
    ratios = {f"docxodus / {name}": times["docxodus"] / times[name] for name in ("docgen", "fichiers")}
    return {**times, **ratios}


def _taken_back(paper: Document, content: bytes) -> Document:
    nodes.cache_clear()
    body = tuple(
        block
        for node in nodes(take_back(content, "convention.docx").markdown)
        for block in (*_head(node), *blocks(node.body, Values()))
    )
    return replace(paper, sections=(Section(PageKind.TEXTE, body),))


def _head(node: Node) -> tuple[Block, ...]:
    role = HeadingRole.ARTICLE if node.level == ARTICLE else HeadingRole.PARTIE
    return (Heading(role, 2, substitute(node.head, Values())),) if node.level else ()


def _amended(content: Inlines) -> Inlines:
    for old, new in _WORDS.items():
        content = tuple(
            replace(one, text=one.text.replace(old, new)) if isinstance(one, Run) else one for one in content
        )
    return content


def _in_turn(peers: dict[str, Callable[[], object]]) -> dict[str, float]:
    for run in peers.values():
        run()
    seconds: dict[str, list[float]] = {name: [] for name in peers}
    for _ in range(RUNS):
        for name, run in peers.items():
            start = time.perf_counter()
            run()
            seconds[name].append(time.perf_counter() - start)
    return {name: 1000 * median(times) for name, times in seconds.items()}


if __name__ == "__main__":
    for name, figure in measure().items():
        print(f"{name:20} {figure:10.1f}")
