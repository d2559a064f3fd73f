"""Meetings: all that one gives, and the limits of a year."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from docgen.cli.app import (
    BLOQUE,
    Chemin,
    Dossier,
    Forcer,
    Formats,
    SansSource,
    Sortie,
    app,
    count_of,
    day_of,
    formats_of,
    print_findings,
    progress,
    tell_files,
)
from docgen.cli.terminal import say, say_text
from docgen.cli.usage import Commande

if TYPE_CHECKING:
    from docgen.findings import Finding
    from docgen.model.reunion import Reunion


@app.command(cls=Commande)
def seance(
    reunion: Annotated[str, typer.Argument(help="Identifiant de la réunion, ou son fichier.")],
    chemin: Annotated[Path, typer.Argument(help="Dossier.", show_default="le dossier courant")] = Path(),
    sortie: Dossier = Path("out"),
    formats: Formats = "docx,pdf",
    definitif: Annotated[bool, typer.Option("--definitif", help="Papiers définitifs ; sinon, des projets.")] = False,
    forcer: Forcer = False,
    sans_source: SansSource = False,
) -> None:
    """Faire les papiers d’une réunion, son dossier de séance, l’invitation, le courriel et l’archive de tout."""
    from docgen.drawing import Order
    from docgen.layout.engines import Engines
    from docgen.pipeline import load
    from docgen.resources import templates_folder
    from docgen.seance import hold, meeting

    file = Path(reunion)
    dossier, found = load(file.parent if file.is_file() else chemin)
    id = next((entree.piece.id for entree in dossier.entrees if entree.file == file.name), None) or reunion
    held = meeting(dossier, found, id if file.is_file() else reunion)
    order = Order(sortie, formats_of(formats), definitif, forcer, source=not sans_source)
    with progress(held.steps) as step:
        outcome, whole = hold(held, order, Engines(templates_folder()), step)
    keys = {held.reunion.cle, *(piece.cle for piece, _ in held.pack.pieces)}
    print_findings([one for one in outcome.report if one.document in keys or _of_no_document(one)], Sortie.TEXTE)
    for key in outcome.blocked:
        say(f"Retenu : {key} n’est pas définitif, voir les constats bloquants.", err=True)
    tell_files(outcome.files)
    if whole:
        _tell_state(held.reunion)
        size = _size(len(whole.content))
        say(f"{whole.name} : {len(held.pack.pieces)} pièces, {whole.pages} pages, {size}{_memory()}.")
    written, same = len(outcome.files.written), len(outcome.files.unchanged)
    say(f"{count_of(written, 'fichier écrit')}, {count_of(same, 'fichier inchangé')}, dans {sortie}.")
    raise typer.Exit(BLOQUE if outcome.blocked else 0)


@app.command(cls=Commande)
def calendrier(
    annee: Annotated[int, typer.Option("--annee", help="Année des échéances.", min=1900, max=2200)],
    chemin: Chemin = Path(),
    ics: Annotated[Path | None, typer.Option("--ics", metavar="F", help="Fichier d’agenda à écrire.")] = None,
    au: Annotated[str | None, typer.Option("--au", metavar="DATE", help="Jour tenu pour aujourd’hui.")] = None,
    affichage: Annotated[Sortie, typer.Option("--format", "-f", help="texte ou json.")] = Sortie.TEXTE,
    forcer: Forcer = False,
) -> None:
    """Lister les échéances d’une année, les retards en tête ; en faire un agenda."""
    from docgen.calendrier.listed import agenda, as_data, as_line, echeances, vacances_connues
    from docgen.output import write_new
    from docgen.pipeline import load

    today = day_of(au)
    dossier, found = load(chemin)
    if dossier.illisibles:
        print_findings([one for one in found if _of_no_document(one)], Sortie.TEXTE)
        say("Retenu : le calendrier, tant qu’un fichier du dossier n’est pas lu.", err=True)
        raise typer.Exit(BLOQUE)
    listed = echeances(dossier, annee, today)
    if affichage is Sortie.JSON:
        say_text(json.dumps([as_data(one, today) for one in listed], ensure_ascii=False, indent=2))
    else:
        _print_table([as_line(one, today) for one in listed])
        before = sum(one.jour.year < annee for one in listed)
        left = f", et {before} en retard des années précédentes" if before else ""
        say(f"{count_of(len(listed) - before, 'échéance')} en {annee}{left}.")
        if not vacances_connues(dossier, annee):
            say(
                f"Les vacances scolaires de {annee} ne sont pas toutes connues : un arrêté les fixe année par année ; "
                "donnez-les à « vacances_scolaires: » de la maison. Les jours fériés sont ceux de tout le territoire."
            )
    if ics:  # a calendar takes what is to come: the day of what an earlier year left undone is past
        write_new(ics, agenda(tuple(one for one in listed if one.jour.year == annee)).decode(), force=forcer)
        say(f"Écrit : {ics}", err=affichage is Sortie.JSON)


def _tell_state(reunion: "Reunion") -> None:
    from docgen.french import long_date

    if reunion.arretee_le:
        say(f"Dossier de séance arrêté au {long_date(reunion.arretee_le)} : rien de postérieur n’y figure.")


def _size(count: int) -> str:
    """Return a size in bytes as people say it: `2,1 Mo`, `48 ko`."""
    return f"{count / 1_000_000:.1f} Mo".replace(".", ",") if count >= 100_000 else f"{max(1, round(count / 1000))} ko"


def _memory() -> str:
    """Say how much memory the run took at most; empty where the machine does not tell."""
    try:
        import resource
    except ImportError:
        return ""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    size = round(peak / (1_000_000 if sys.platform == "darwin" else 1_000))
    return f" ; mémoire employée, au plus : {size} Mo"


def _of_no_document(finding: "Finding") -> bool:
    """Tell whether a finding is on a file of which no document was made: it concerns whoever reads the dossier."""
    return not finding.document


def _print_table(rows: list[tuple[str, str, str, str]]) -> None:
    heads = ("État", "Jour", "Échéance", "Remarques")
    widths = [max(len(row[place]) for row in (heads, *rows)) for place in range(len(heads))]
    for row in (heads, *rows):
        say("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
