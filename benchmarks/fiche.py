"""A sample fiche, from validated model to Word bytes: docgen beside docxtpl on a template of the same content.

The peer's template is docgen's own file of a fiche whose every text is a tag, so that both draw the same page; docxtpl
then gets the plain values. Both write to memory, turn by turn, and the processor's time is counted.
"""

import io
import time
from collections.abc import Callable, Mapping
from statistics import median
from typing import Any

from docxtpl import DocxTemplate

from docgen.dossier import Dossier, Entree
from docgen.layout.word.draw import WordTemplates, draw_word
from docgen.model.fiche_action import FicheAction
from docgen.pipeline import load
from docgen.resources import samples_folder, templates_folder
from docgen.text.fiche_action import write_fiche_action

RUNS = 15
BATCH = 20
_TEXTS = ("titre", "initiateur", "publics", "porteur", "presentation", "mixite", "livrables", "partenaires")
_MORE = ("prestataire", "mode_evaluation", "points_vigilance")


def measure() -> dict[str, float]:
    """Return the papers per second of docgen and of docxtpl, and the ratio of their medians."""
    dossier, _ = load(samples_folder() / "atlas")
    fiche = dossier.all(FicheAction)[0]
    templates = WordTemplates(templates_folder())
    values = {name: getattr(fiche, name) for name in (*_TEXTS, *_MORE) if getattr(fiche, name)}
    peer = _peer_template(fiche, dossier, values, templates)

    def ours() -> bytes:
        return draw_word(write_fiche_action(fiche, dossier), templates).content

    def theirs() -> bytes:
        template = DocxTemplate(io.BytesIO(peer))
        template.render(values, autoescape=True)
        out = io.BytesIO()
        template.save(out)
        return out.getvalue()

    rates = _in_turn({"docgen": ours, "docxtpl": theirs})
    return {**rates, "ratio": rates["docgen"] / rates["docxtpl"]}


def _peer_template(fiche: FicheAction, dossier: Dossier, values: Mapping[str, Any], templates: WordTemplates) -> bytes:
    tagged = fiche.avec(**{name: f"{{{{ {name} }}}}" for name in values})
    others = tuple(entree for entree in dossier.entrees if entree.piece is not fiche)
    return draw_word(write_fiche_action(tagged, Dossier((Entree(tagged), *others), dossier.files)), templates).content


def _in_turn(peers: Mapping[str, Callable[[], bytes]]) -> dict[str, float]:
    for draw in peers.values():
        draw()
    seconds: dict[str, list[float]] = {name: [] for name in peers}
    for _ in range(RUNS):
        for name, draw in peers.items():
            count = BATCH if name == "docgen" else 1
            start = time.process_time()
            for _ in range(count):
                draw()
            seconds[name].append((time.process_time() - start) / count)
    return {name: 1 / median(times) for name, times in seconds.items()}


if __name__ == "__main__":
    for name, figure in measure().items():
        print(f"{name:10} {figure:10.1f}")
