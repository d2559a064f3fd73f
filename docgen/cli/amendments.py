"""What changes a text: read it as it stands, take back one made elsewhere."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from docgen.cli.app import Forcer, app, day_of
from docgen.cli.terminal import say, say_text
from docgen.cli.usage import Commande
from docgen.errors import UsageError

if TYPE_CHECKING:
    from docgen.dossier import Dossier
    from docgen.model.convention import Convention


@app.command(cls=Commande)
def consulter(
    convention: Annotated[str, typer.Argument(help="Identifiant de la convention, ou son fichier.")],
    article: Annotated[str | None, typer.Option("--article", "-a", metavar="N", help="Un seul article.")] = None,
    au: Annotated[str | None, typer.Option("--au", metavar="DATE", help="Le texte en vigueur ce jour-là.")] = None,
    dossier: Annotated[Path, typer.Option("--dossier", "-d", help="Dossier de la convention.")] = Path(),
) -> None:
    """Lire le texte en vigueur, ses alinéas numérotés, pour désigner la cible d’un avenant."""
    from docgen.pipeline import load
    from docgen.text.consultation import consulted

    path = Path(convention)
    held, _ = load(path if path.exists() else dossier)
    for line in consulted(_named(convention, held), held, article, day_of(au)):
        say(line)


def _named(name: str, dossier: "Dossier") -> "Convention":
    """Return the convention `name` of `dossier`: its id, its file, or the only one of a folder."""
    from docgen.model.convention import Convention

    path = Path(name)
    conventions = dossier.all(Convention)
    wanted = [
        one
        for one in conventions
        if name in (one.id, one.cle) or (path.is_file() and dossier.entree(one).file == path.name)
    ]
    chosen = wanted or (list(conventions) if path.is_dir() else [])
    if len(chosen) != 1:
        there = ", ".join(str(one.id) for one in conventions) or "aucune"
        raise UsageError(f"Quelle convention est « {name} » ? Conventions du dossier : {there}.")
    return chosen[0]


@app.command(cls=Commande)
def reprendre(
    fichier: Annotated[Path, typer.Argument(help="Fichier Word (.docx) fait ailleurs, ou modifié à la main.")],
    sortie: Annotated[Path | None, typer.Option("--sortie", "-s", help="Fichier à créer ; sinon, à l’écran.")] = None,
    operations: Annotated[
        Path | None, typer.Option("--operations", help="Fichier où écrire les opérations des modifications suivies.")
    ] = None,
    reste: Annotated[
        Path | None, typer.Option("--reste", help="Fichier où écrire les lignes qui n’ont pas été reprises.")
    ] = None,
    forcer: Forcer = False,
) -> None:
    """Reprendre le texte d’une convention faite ailleurs, en Markdown ; ses modifications suivies, en opérations."""
    from docgen.output import write_new
    from docgen.read.foreign import read_foreign
    from docgen.takeback import take_back

    taken = take_back(read_foreign(fichier), fichier.name)
    for target, text in ((sortie, taken.markdown), (operations, taken.operations)):
        if target is None and text:
            say_text(text)
    left = "".join(f"{line}\n" for line in taken.left)
    for target, text in ((sortie, taken.markdown), (operations, taken.operations), (reste, left)):
        if target is not None:
            write_new(target, text, force=forcer)
            say(f"Écrit : {target}", err=True)
    for one in taken.findings:
        say(f"{fichier} : {one.severity} {one.code} : {one.message} {one.remedy}".rstrip(), err=True)
