"""Files that come back: their data, and whether they are what docgen made."""

import json
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from docgen.cli.app import BLOQUE, Forcer, Sortie, app, count_of
from docgen.cli.terminal import say, say_text
from docgen.cli.usage import Commande

if TYPE_CHECKING:
    from docgen.returned.file import Returned

Fichier = Annotated[Path, typer.Argument(help="Fichier PDF ou Word (.docx) fait par docgen.")]


@app.command(cls=Commande)
def extraire(
    fichier: Fichier,
    sortie: Annotated[
        Path | None, typer.Option("--sortie", "-s", help="Dossier à faire ; sinon, au nom du fichier.")
    ] = None,
    refaire: Annotated[
        bool, typer.Option("--refaire", help="Refaire aussi le document, en Word et en PDF, définitif s’il l’était.")
    ] = False,
    forcer: Forcer = False,
) -> None:
    """Rendre les données dont un fichier est fait, en un petit dossier qui le refait."""
    from docgen.output import write_dossier
    from docgen.returned.extraction import files_of
    from docgen.returned.file import read_returned

    returned = read_returned(fichier)
    source = returned.source
    folder = sortie or Path(f"{fichier.stem}-donnees")
    files = files_of(source)
    write_dossier(folder, files, force=forcer)
    say(f"{count_of(len(files), 'fichier écrit')}, dans {folder}.")
    say("C’est ce que ce papier imprime, non un dossier entier : « docgen verifier » dirait tout ce qui y manque.")
    if refaire:
        _remake(returned, folder / "out", forcer=forcer)
        return
    draft = shlex.join(("docgen", "generer", str(folder), "--seulement", source.name.piece))
    say(f"Pour refaire le document, en projet : {draft}")
    again = shlex.join(("docgen", "extraire", str(fichier), "--sortie", str(folder), "--refaire", "--forcer"))
    say(f"Pour le refaire tel qu’il était : {again}")


def _remake(returned: "Returned", folder: Path, *, forcer: bool) -> None:
    from docgen.layout.engines import Engines
    from docgen.output import write_files
    from docgen.resources import templates_folder
    from docgen.returned.authentication import authenticate
    from docgen.returned.remaking import remade

    engines = Engines(templates_folder())
    verdict = authenticate(returned, engines)
    written = write_files(folder, remade(returned, verdict, engines), engines.versions, force=forcer)
    state = "en projet" if verdict.source.draft else "définitif"
    other = f" Le fichier a été fait par docgen {verdict.source.provenance.docgen}." if verdict.version else ""
    count = len(written.written) + len(written.unchanged)
    say(f"Document refait, {state} : {count_of(count, 'fichier')}, dans {folder}.{other}")


@app.command(cls=Commande)
def authentifier(
    fichier: Fichier,
    dossier: Annotated[
        Path | None, typer.Option("--dossier", "-d", help="Dossier dont le texte du fichier doit être celui.")
    ] = None,
    affichage: Annotated[Sortie, typer.Option("--format", "-f", help="texte ou json.")] = Sortie.TEXTE,
) -> None:
    """Dire si un fichier est celui que docgen a fait, ce qui y diffère, et qui l’a signé depuis."""
    from docgen.layout.engines import Engines
    from docgen.pipeline import load
    from docgen.resources import templates_folder
    from docgen.returned.authentication import authenticate
    from docgen.returned.file import read_returned
    from docgen.returned.telling import data_of, lines_of

    held = load(dossier)[0] if dossier else None
    verdict = authenticate(read_returned(fichier), Engines(templates_folder()), held)
    if affichage is Sortie.JSON:
        say_text(json.dumps(data_of(verdict), ensure_ascii=False, indent=2))
    else:
        for line in lines_of(verdict):
            say(line)
    raise typer.Exit(0 if verdict.conforme else BLOQUE)
