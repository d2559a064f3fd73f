"""The pack of a meeting of a hundred fiches with their annexes: pages, seconds, peak memory, size.

The fiches are those of the Atlas sample, in turn, under other numbers. `python -m benchmarks.pack 5` does five.
"""

import resource
import sys
import time

from docgen.dossier import Dossier, Entree
from docgen.layout.engines import Engines, Format
from docgen.model.base import Piece
from docgen.model.fiche_action import FicheAction
from docgen.model.reunion import Reunion
from docgen.pack import pack
from docgen.pipeline import load
from docgen.resources import samples_folder, templates_folder
from docgen.text.papers import write
from docgen.values import replace

FICHES = 100


def many(count: int) -> tuple[Reunion, Dossier]:
    """Return a meeting of `count` fiches, each with its annex, and its dossier."""
    dossier, _ = load(samples_folder() / "atlas")
    models = [fiche for fiche in dossier.all(FicheAction) if dossier.annexe_de(fiche)]
    made: list[Piece] = []
    for rank in range(1, count + 1):
        fiche = models[rank % len(models)]
        annexe = dossier.annexe_de(fiche)
        assert annexe
        id = f"2023-{rank:03}"
        made.append(fiche.avec(id=id, numero=id))
        made.append(annexe.avec(id=id, fiche=id))
    reunion = next(one for one in dossier.all(Reunion) if one.id == "copil-2021-10")
    wanted = tuple(piece.id for piece in made if isinstance(piece, FicheAction))
    meeting = reunion.avec(fiches=wanted, reserves=())
    others = (entree for entree in dossier.entrees if entree.piece is not reunion)
    return meeting, replace(dossier, entrees=(Entree(meeting), *others, *map(Entree, made)))


def measure(count: int = FICHES) -> dict[str, float]:
    """Return what a pack of `count` fiches costs."""
    reunion, dossier = many(count)
    start = time.perf_counter()
    papers = {entree.piece.cle: write(entree.piece, dossier) for entree in dossier.entrees}
    document = pack(reunion, dossier, papers).document
    drawn = Engines(templates_folder()).draw(document, Format.PDF, dict)
    seconds = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "fiches": count,
        "pages": drawn.pages or 0,
        "seconds": seconds,
        "peak memory, MB": memory,
        "file, MB": len(drawn.content) / 1e6,
    }


if __name__ == "__main__":
    for name, figure in measure(int(sys.argv[1]) if len(sys.argv) > 1 else FICHES).items():
        print(f"{name:16} {figure:10.1f}")
