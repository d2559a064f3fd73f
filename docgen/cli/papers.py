"""The papers of a dossier: check them, make them."""

import gc
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from docgen.cli.app import (
    BLOQUE,
    Chemin,
    Dossier,
    Forcer,
    Formats,
    Modeles,
    Processus,
    SansSource,
    Seulement,
    Sortie,
    app,
    count_of,
    day_of,
    formats_of,
    print_findings,
    processes_of,
    progress,
    tell_files,
)
from docgen.cli.terminal import say
from docgen.cli.usage import Commande
from docgen.errors import UsageError
from docgen.values import replace

if TYPE_CHECKING:
    from docgen.dossier import Dossier as Pieces
    from docgen.drawing import Order
    from docgen.pipeline import Outcome


@app.command(cls=Commande)
def verifier(
    chemin: Chemin = Path(),
    sortie: Annotated[Sortie, typer.Option("--format", "-f", help="texte ou json.")] = Sortie.TEXTE,
    au: Annotated[str | None, typer.Option("--au", metavar="DATE", help="Jour tenu pour aujourd’hui.")] = None,
    seulement: Seulement = None,
    fichier: Annotated[
        Path | None,
        typer.Option("--fichier", metavar="F", help="Un PDF ou un Word que l’on vous rend, au lieu du dossier."),
    ] = None,
) -> None:
    """Contrôler un dossier : tous les constats, avec leur ligne, leur colonne et leur remède."""
    if fichier:
        _verify_file(fichier, sortie)
    from docgen.checks.blocking import concerning
    from docgen.drawing import known
    from docgen.pipeline import examine, load

    gc.freeze()  # what is loaded by now is in use until the end: it is not looked through for what is not
    dossier, found = load(chemin)
    only = _asked(chemin, seulement, dossier)
    known(only, dossier)
    examined = examine(dossier, found, day_of(au))
    findings = concerning(only, dossier, examined.report)
    print_findings(findings, sortie)
    raise typer.Exit(BLOQUE if any(one.blocks for one in findings) else 0)


def _verify_file(fichier: Path, sortie: Sortie) -> NoReturn:
    """Print what is to be said of a file that someone sends."""
    from docgen.layout.engines import Engines
    from docgen.resources import templates_folder
    from docgen.returned.file import read_returned
    from docgen.returned.inspection import inspect
    from docgen.returned.telling import identity

    returned = read_returned(fichier)
    with suppress(UsageError):  # without data that can be read, the report says so
        if sortie is Sortie.TEXTE:
            say(identity(returned.name, returned.source))
    report = inspect(returned, Engines(templates_folder()))
    print_findings(report.findings, sortie)
    raise typer.Exit(BLOQUE if report.blocks else 0)


@app.command(cls=Commande)
def generer(
    chemin: Chemin = Path(),
    sortie: Dossier = Path("out"),
    formats: Formats = "docx,pdf",
    seulement: Seulement = None,
    definitif: Annotated[bool, typer.Option("--definitif", help="Documents définitifs ; sinon, des projets.")] = False,
    forcer: Forcer = False,
    modeles: Modeles = None,
    sans_source: SansSource = False,
    processus: Processus = None,
) -> None:
    """Faire les documents d’un dossier, en Word et en PDF."""
    from docgen.drawing import Order

    order = Order(sortie, formats_of(formats), force=forcer, source=not sans_source, processes=processes_of(processus))
    run = Run(chemin, order, modeles)
    only = _asked(chemin, seulement, run.examined.dossier)
    run.make(definitive=definitif, only=only)
    run.tell(of=only)
    raise typer.Exit(BLOQUE if run.blocked else 0)


@app.command(cls=Commande)
def demo(
    sortie: Dossier = Path("out"),
    formats: Formats = "docx,pdf",
    forcer: Forcer = False,
    sans_source: SansSource = False,
    processus: Processus = None,
) -> None:
    """Faire tous les documents du dossier d’exemple : définitifs s’ils sont complets, en projet sinon."""
    from docgen.drawing import Order
    from docgen.resources import samples_folder

    order = Order(sortie, formats_of(formats), force=forcer, source=not sans_source, processes=processes_of(processus))
    atlas = Run(samples_folder() / "atlas", order)
    atlas.make(definitive=True)
    if atlas.blocked:
        atlas.make(definitive=False, only=atlas.blocked)
    atlas.tell()
    _amend(Run(samples_folder() / "avenants", order))


def _amend(run: "Run") -> None:
    """Make the papers of the avenants alone: their convention is the one that the first dossier has made."""
    say("Et trois avenants à cette convention :")
    run.make(definitive=True, only=run.avenants)
    run.tell(of=run.avenants)


class Run:
    """One dossier, read and examined once, and what was made of it."""

    def __init__(self, path: Path, order: "Order", house: Path | None = None) -> None:
        from docgen.layout.engines import Engines
        from docgen.pipeline import examine, load
        from docgen.resources import templates_folder

        gc.freeze()  # as above
        self.examined = examine(*load(path))
        if house and not house.is_dir():
            raise UsageError(f"{house} n’est pas un dossier. Donnez un dossier à --modeles.")
        self.engines = Engines(templates_folder(), house)
        self.order = order
        self.outcomes: list[Outcome] = []

    @property
    def blocked(self) -> tuple[str, ...]:
        """The pieces whose definitive papers were held back."""
        return tuple(key for outcome in self.outcomes for key in outcome.blocked)

    @property
    def avenants(self) -> tuple[str, ...]:
        """The avenants of the dossier."""
        from docgen.model.avenant import Avenant

        return tuple(avenant.cle for avenant in self.examined.dossier.all(Avenant))

    def make(self, *, definitive: bool, only: Sequence[str] = ()) -> None:
        """Draw and write what is asked, behind a progress bar."""
        from docgen.drawing import selected
        from docgen.pipeline import generate

        order = replace(self.order, definitive=definitive, only=tuple(only))
        count = sum(1 for _ in selected(self.examined, order)) * len(order.formats)
        with progress(count) as step:
            self.outcomes.append(generate(self.examined, order, self.engines, step))

    def tell(self, of: Sequence[str] = ()) -> None:
        """Print the findings (on the pieces asked for; all when empty), then what was written, kept or held back."""
        from docgen.checks.blocking import concerning

        said = [one for outcome in self.outcomes[:1] for one in outcome.report]
        found = concerning(of, self.examined.dossier, said)
        print_findings(found, Sortie.TEXTE)
        for key in self.blocked:
            say(f"Retenu : {key} n’est pas définitif, voir les constats bloquants.", err=True)
        for awaited in (one for outcome in self.outcomes for one in outcome.postponed):
            say(f"Plus tard : {awaited}", err=True)
        for outcome in self.outcomes:
            tell_files(outcome.files)
        written = sum(len(outcome.files.written) for outcome in self.outcomes)
        same = sum(len(outcome.files.unchanged) for outcome in self.outcomes)
        say(f"{count_of(written, 'fichier écrit')}, {count_of(same, 'fichier inchangé')}, dans {self.order.output}.")


def _asked(chemin: Path, seulement: Sequence[str] | None, dossier: "Pieces") -> tuple[str, ...]:
    """Return the ids asked for, which commas may part; else the documents of the file that was named; else none."""
    if seulement:
        return tuple(name.strip() for names in seulement for name in names.split(",") if name.strip())
    named = (entree for entree in dossier.entrees if chemin.is_file() and entree.file == chemin.name)
    return tuple(entree.piece.cle for entree in named)
