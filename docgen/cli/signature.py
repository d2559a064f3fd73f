"""What goes to signature."""

from pathlib import Path
from typing import Annotated

import typer

from docgen.cli.app import BLOQUE, Dossier, Forcer, Sortie, app, count_of, print_findings, progress
from docgen.cli.terminal import say
from docgen.cli.usage import Commande


@app.command(cls=Commande)
def bordereau(
    ids: Annotated[list[str], typer.Argument(help="Documents à signer, ou un bordereau du dossier.", metavar="ID…")],
    dossier: Annotated[Path, typer.Option("--dossier", "-d", help="Dossier, ou fichier d’un dossier.")] = Path(),
    sortie: Dossier = Path("out"),
    forcer: Forcer = False,
) -> None:
    """Faire le bordereau de signature, la note au signataire et l’archive pour le parapheur."""
    from docgen.drawing import Order
    from docgen.layout.engines import Engines
    from docgen.parapheur import send, signing
    from docgen.pipeline import examine, load
    from docgen.resources import templates_folder

    asked = signing(examine(*load(dossier)), ids)
    with progress(asked.steps) as step:
        outcome, archive = send(asked, Order(sortie, force=forcer), Engines(templates_folder()), step)
    print_findings([one for one in outcome.report if one.document in asked.keys], Sortie.TEXTE)
    for key in outcome.blocked:
        say(f"Retenu : {key} n’est pas définitif, voir les constats bloquants. Rien n’est envoyé.", err=True)
    for path in outcome.files.kept:
        say(f"Laissé tel quel : {path} a été modifié à la main (--forcer pour l’écraser).", err=True)
    if archive:
        signed = sum(len(one.signers) for one in asked.sending.documents)
        documents = count_of(len(asked.sending.documents), "document")
        say(f"{archive.name} : {documents}, {count_of(signed, 'signature attendue')}.")
    written, same = len(outcome.files.written), len(outcome.files.unchanged)
    say(f"{count_of(written, 'fichier écrit')}, {count_of(same, 'fichier inchangé')}, dans {sortie}.")
    raise typer.Exit(BLOQUE if outcome.blocked else 0)
