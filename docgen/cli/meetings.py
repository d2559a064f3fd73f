"""Meetings: all that one gives, and the limits of a year."""

from pathlib import Path
from typing import Annotated

import typer

from docgen.cli.app import BLOQUE, Dossier, Forcer, Formats, Sortie, app, count_of, formats_of, print_findings, progress


@app.command()
def seance(
    reunion: Annotated[str, typer.Argument(help="Identifiant de la réunion, ou son fichier.")],
    chemin: Annotated[Path, typer.Argument(help="Dossier.", show_default="le dossier courant")] = Path(),
    sortie: Dossier = Path("out"),
    formats: Formats = "docx,pdf",
    definitif: Annotated[bool, typer.Option("--definitif", help="Papiers définitifs ; sinon, des projets.")] = False,
    forcer: Forcer = False,
) -> None:
    """Faire les papiers d’une réunion, son dossier de séance, l’invitation, le courriel et l’archive de tout."""
    from docgen.layout.engines import Engines
    from docgen.pipeline import Order, examine, load
    from docgen.resources import templates_folder
    from docgen.seance import hold, meeting

    file = Path(reunion)
    dossier, found = load(file.parent if file.is_file() else chemin)
    id = next((entree.piece.id for entree in dossier.entrees if entree.file == file.name), None) or reunion
    held = meeting(examine(dossier, found), id if file.is_file() else reunion)
    order = Order(sortie, formats_of(formats), definitif, forcer)
    with progress(held.steps) as step:
        outcome, whole = hold(held, order, Engines(templates_folder()), step)
    keys = {held.reunion.cle, *(piece.cle for piece, _ in held.pack.pieces)}
    print_findings([one for one in outcome.report if one.document in keys], Sortie.TEXTE)
    for key in outcome.blocked:
        typer.echo(f"Retenu : {key} n’est pas définitif, voir les constats bloquants.", err=True)
    for path in outcome.files.kept:
        typer.echo(f"Laissé tel quel : {path} a été modifié à la main (--forcer pour l’écraser).", err=True)
    if whole:
        size = f"{len(whole.content) / 1_000_000:.1f}".replace(".", ",")
        typer.echo(f"{whole.name} : {len(held.pack.pieces)} pièces, {whole.pages} pages, {size} Mo.")
    written, same = len(outcome.files.written), len(outcome.files.unchanged)
    typer.echo(f"{count_of(written, 'fichier écrit')}, {count_of(same, 'fichier inchangé')}, dans {sortie}.")
    raise typer.Exit(BLOQUE if outcome.blocked else 0)
