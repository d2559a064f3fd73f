"""Documents per second of the compiled Word engine and of docxtpl, on one template, in one run, on one core.

    python benchmarks/engine.py

The two take turns, and time is that of the processor, so that what else the machine does weighs little, and on both
alike; figures are medians.
"""

import io
import os
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from statistics import median

from docxtpl import DocxTemplate

from docgen.layout.word.compiled import CompiledTemplate

TEMPLATE = Path(__file__).parent / "templates" / "fiche.docx"
ROUNDS = 15
OURS_PER_ROUND = 30
"""Ours are so short that one alone would measure the clock."""

Context = dict[str, object]

_SENTENCE = (
    "Le parcours présente aux élèves d’Île-de-France les métiers de l’ingénierie & du numérique, avec l’appui de "
    "l’opérateur de compétences, des branches et des campus ; les professeurs principaux y préparent leurs classes. "
)


def short_values() -> Context:
    """Return the values of an ordinary fiche: a line in each field."""
    return _context("Faire connaître les métiers <en tension> & les formations.")


def long_prose() -> Context:
    """Return the values of a fiche whose four texts count 14,000 characters."""
    return _context((_SENTENCE * 20)[:3_500])


def prose_with_line_ends() -> Context:
    """Return the values of a fiche whose four long texts have several paragraphs each, parted by line ends."""
    return _context((f"{_SENTENCE * 2}\n" * 10)[:3_500])


CASES: Mapping[str, Callable[[], Context]] = {
    "short values": short_values,
    "long prose": long_prose,
    "prose with line ends": prose_with_line_ends,
}


def measure() -> dict[str, float]:
    """Return, for each case, `<case>: docgen` and `<case>: docxtpl` in documents per second, and `<case>: ratio`."""
    content = TEMPLATE.read_bytes()
    template = CompiledTemplate.compile(content, TEMPLATE.name)
    figures: dict[str, float] = {}
    for case, values in CASES.items():
        context = values()
        ours, theirs = _alternating(partial(template.render, context), partial(_docxtpl, content, context))
        figures |= {f"{case}: docgen": 1 / ours, f"{case}: docxtpl": 1 / theirs, f"{case}: ratio": theirs / ours}
    return figures


def main() -> None:
    """Print the figures as a table."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    figures = measure()
    print(f"{'documents/s':24}{'docgen':>10}{'docxtpl':>10}{'ratio':>10}")
    for case in CASES:
        ours, theirs, ratio = (figures[f"{case}: {column}"] for column in ("docgen", "docxtpl", "ratio"))
        print(f"{case:24}{ours:10.0f}{theirs:10.1f}{'×' + format(ratio, '.0f'):>10}")


def _docxtpl(content: bytes, context: Context) -> bytes:
    document = DocxTemplate(io.BytesIO(content))
    document.render(context, autoescape=True)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _alternating(ours: Callable[[], bytes], theirs: Callable[[], bytes]) -> tuple[float, float]:
    """Return the median time of a document by each of two engines that take turns."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        times[0].append(_time_of(ours, OURS_PER_ROUND))
        times[1].append(_time_of(theirs, 1))
    return median(times[0]), median(times[1])


def _time_of(render: Callable[[], bytes], count: int) -> float:
    start = time.process_time()
    for _ in range(count):
        render()
    return (time.process_time() - start) / count


def _context(text: str) -> Context:
    lines = [
        {"libelle": f"Poste {n}", "quantite": n, "prix": "250,00 €", "total": f"{250 * n},00 €"} for n in range(1, 6)
    ]
    fiche = {
        "numero": "2021-03",
        "titre": "Salon : les métiers de l’ingénierie",
        "axe": "Axe 2 – Faire connaître les métiers",
        "porteur": "Délégation régionale",
        "partenaires": "Région, campus & branches",
        "territoire": "Île-de-France",
        "publics": "Élèves de troisième et de seconde",
        "debut": "1er mai 2021",
        "fin": "31 août 2021",
        "montant": "3 750,00 €",
        "contact": "contact@exemple.fr",
        **dict.fromkeys(("contexte", "presentation", "objectifs", "vigilance"), text),
        "livrables": ["Un guide", "Une affiche", "Un bilan chiffré"],
        "postes": lines,
        "avis": "favorable",
        "lieu": "Paris",
        "date": "3 mai 2021",
    }
    convention = {"nom": "Atlas", "partie": "l’opérateur de compétences"}
    return {"fiche": fiche, "convention": convention, "signataires": ["Jeanne Martin", "Paul Durand"]}


if __name__ == "__main__":
    main()
