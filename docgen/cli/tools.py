"""Around the papers: an example to begin with, the schema, the rules, the templates, the machine."""

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from docgen.cli.app import Forcer, app
from docgen.cli.terminal import say, say_text
from docgen.cli.usage import Commande
from docgen.errors import UsageError

if TYPE_CHECKING:
    from docgen.model.base import Piece


@app.command(cls=Commande)
def nouveau(
    genre: Annotated[str, typer.Argument(help="Genre de document ; sans lui, la liste.", show_default=False)] = "",
    sortie: Annotated[Path | None, typer.Option("--sortie", "-s", help="Fichier à créer ; sinon, à l’écran.")] = None,
    forcer: Forcer = False,
) -> None:
    """Écrire un exemple commenté et valide d’un genre de document."""
    from docgen.model.example import example
    from docgen.model.kinds import KINDS
    from docgen.output import write_new

    if not genre:
        raise UsageError(f"Donnez un genre de document : {', '.join(KINDS)}.")
    text = example(_kind(genre))
    if sortie is None:
        say_text(text, nl=False)
    else:
        write_new(sortie, text, force=forcer)
        say(f"Écrit : {sortie}")


@app.command(cls=Commande)
def schema(
    genre: Annotated[str, typer.Argument(help="Genre de document.")],
) -> None:
    """Imprimer le schéma JSON d’un genre de document, pour l’éditeur."""
    from docgen.model.schema import json_schema

    say_text(json.dumps(json_schema(_kind(genre)), ensure_ascii=False, indent=2))


class Liste(StrEnum):
    """How the rules are printed."""

    TEXTE = "texte"
    MARKDOWN = "markdown"


@app.command(cls=Commande)
def regles(
    code: Annotated[str | None, typer.Argument(help="Code d’une règle, pour son explication.")] = None,
    affichage: Annotated[Liste, typer.Option("--format", "-f", help="texte, ou markdown pour tout le guide.")] = (
        Liste.TEXTE
    ),
) -> None:
    """Lire les règles : code, effet, source ; avec un code, son explication."""
    from docgen.checks.catalogue import catalogue, markdown

    if affichage is Liste.MARKDOWN:
        say_text(markdown(), nl=False)
        return
    chosen = [rule for rule in catalogue() if code is None or rule.code == code.upper()]
    if not chosen:
        raise UsageError(f"Aucune règle ne porte le code « {code} ». Tapez « docgen regles » pour la liste.")
    for rule in chosen:
        say(f"{rule.code}  {rule.severity or 'corrigé':<10}  {rule.title} ({rule.source})")
        if code:
            say_text(f"  {rule.explanation}\n")


@app.command(cls=Commande)
def modeles(
    dossier: Annotated[Path | None, typer.Argument(help="Dossier de modèles ; par défaut, ceux de docgen.")] = None,
) -> None:
    """Contrôler les modèles Word : syntaxe, mise en forme directe, styles inconnus."""
    from docgen.layout.templates import lint_folder
    from docgen.resources import templates_folder

    if dossier and not dossier.is_dir():
        raise UsageError(f"« {dossier} » n’est pas un dossier : donnez celui de vos modèles.")
    faults = lint_folder(dossier or templates_folder(), templates_folder())
    for fault in faults:
        say(f"{fault.place} : {fault.message} {fault.remedy}")
    say(f"{len(faults)} défaut(s)." if faults else "Aucun défaut.")
    raise typer.Exit(4 if faults else 0)


@app.command(cls=Commande)
def docteur() -> None:
    """Dire ce qui manque à cette machine, la ligne à taper, et les versions dont dépendent les octets des documents."""
    from docgen.doctor import diagnose

    diagnosis = diagnose()
    for line in diagnosis.lines:
        say(line)
    raise typer.Exit(0 if diagnosis.healthy else 3)


def _kind(genre: str) -> "type[Piece]":
    from docgen.model.kinds import KINDS
    from docgen.model.messages import proche

    kind = KINDS.get(genre)
    if kind is None:
        near = proche(genre, list(KINDS))
        hint = f" Vouliez-vous dire « {near} » ?" if near else ""
        raise UsageError(f"Genre inconnu : « {genre} ».{hint} Les genres sont : {', '.join(KINDS)}.")
    return kind
