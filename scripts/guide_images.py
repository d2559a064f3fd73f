"""Draw the pictures of the guide, docs/images/*.png, from the samples: one page of a paper each.

python scripts/guide_images.py

It needs pdftoppm (poppler-utils).
"""

import io
import subprocess
import tempfile
from pathlib import Path

from PIL import Image
from pypdf import PdfReader

from docgen.layout.engines import Engines, Format
from docgen.model.reunion import Reunion
from docgen.pipeline import examine, load
from docgen.resources import samples_folder, templates_folder
from docgen.seance import meeting
from docgen.tree import Document
from docgen.values import replace

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "images"
_DPI, _COLOURS = 56, 24

PICTURES = {
    "convention-garde": ("atlas", "convention-atlas-2021", "CONVENTION DE COOPÉRATION"),
    "convention-signatures": ("atlas", "convention-atlas-2021-a-signer", "par délégation"),
    "avenant": ("avenants", "avenant-atlas-avenant-1", "AVENANT N°"),
    "comparaison": ("avenants", "comparaison-atlas-avenant-1", "Article 14 –"),
    "fiche-action": ("atlas", "fiche-action-2021-03", "TITRE DE L’ACTION"),
    "fiche-action-projet": ("atlas", "fiche-action-2022-05", "à compléter"),
    "annexe-financiere": ("atlas", "annexe-financiere-2021-03", "ANNEXE FINANCIÈRE"),
    "convocation": ("atlas", "convocation-copil-2021-10", "convocation"),
    "ordre-du-jour": ("atlas", "ordre-du-jour-copil-2021-10", "ORDRE DU JOUR"),
    "releve-avis": ("atlas", "releve-avis-copil-2021-10", "RELEVÉ"),
    "sommaire": ("atlas", "dossier-seance-copil-2021-10", "Sommaire"),
    "bilan-graphique": ("atlas", "bilan-annuel-atlas-2021", "Publics touchés"),
}
"""Each picture: the sample, the stem of the paper, and words of the page: the first that has them is drawn."""

DRAFTS = {"fiche-action-projet"}


def papers(sample: str) -> dict[str, Document]:
    """Return the papers of a sample by their stem, the packs of its meetings among them."""
    dossier, found = load(samples_folder() / sample)
    examined = examine(dossier, found)
    made = {paper.stem: paper for _, documents in examined.papers for paper in documents}
    packs = (meeting(dossier, found, one.cle).pack.document for one in dossier.all(Reunion))
    return made | {pack.stem: pack for pack in packs}


def page_with(words: str, pdf: bytes) -> int:
    """Return the number of the first page of `pdf` that has `words`; raises StopIteration where none has."""
    pages = enumerate(PdfReader(io.BytesIO(pdf)).pages, 1)
    return next(number for number, page in pages if words in page.extract_text().replace("\u00a0", " "))


def picture(pdf: bytes, page: int) -> bytes:
    """Return a page of `pdf` as a PNG of few colours."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "paper.pdf"
        source.write_bytes(pdf)
        command = ["pdftoppm", "-r", str(_DPI), "-f", str(page), "-l", str(page), "-singlefile", "-png", source, source]
        subprocess.run(command, check=True)
        image = Image.open(source.with_suffix(".pdf.png")).convert("RGB")
    small = io.BytesIO()
    image.quantize(_COLOURS, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
    return small.getvalue()


def main() -> None:
    """Write every picture, and drop those that are no longer asked for."""
    FOLDER.mkdir(exist_ok=True)
    engines = Engines(templates_folder())
    made = {sample: papers(sample) for sample in {sample for sample, _, _ in PICTURES.values()}}
    for name, (sample, stem, words) in PICTURES.items():
        document = replace(made[sample][stem], draft=name in DRAFTS)
        drawn = engines.draw(document, Format.PDF, dict)
        (FOLDER / f"{name}.png").write_bytes(picture(drawn.content, page_with(words, drawn.content)))
    for path in FOLDER.glob("*.png"):
        if path.stem not in PICTURES:
            path.unlink()


if __name__ == "__main__":
    main()
