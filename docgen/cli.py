"""The command line: arguments in, exit code out; the only module that prints."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from docgen.errors import DocgenError, UsageError

if TYPE_CHECKING:
    from docgen.findings import Finding
    from docgen.layout.engines import Format
    from docgen.model.base import Piece
    from docgen.pipeline import Outcome

app = typer.Typer(
    help="docgen : les documents d’une convention de coopération, en Word et en PDF, à partir de fichiers YAML.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["--help", "--aide", "-h"]},
)

BLOQUE = 1


class Sortie(StrEnum):
    """How findings are printed."""

    TEXTE = "texte"
    JSON = "json"


Chemin = Annotated[Path, typer.Argument(help="Dossier, ou fichier d’un dossier.", show_default="le dossier courant")]
Seulement = Annotated[list[str] | None, typer.Option("--seulement", metavar="ID", help="Ne retenir que ces documents.")]
Dossier = Annotated[Path, typer.Option("--sortie", "-s", help="Dossier où écrire les documents.")]
Formats = Annotated[str, typer.Option("--format", "-f", help="Formats, séparés par une virgule : docx, pdf.")]
Forcer = Annotated[bool, typer.Option("--forcer", help="Écraser même ce qui a été modifié à la main.")]
Modeles = Annotated[Path | None, typer.Option("--modeles", help="Dossier de modèles Word de la maison.")]


def main() -> None:
    """Run the command; leave with the exit code of the error tree, never with a traceback for a user's mistake."""
    with _plain_errors():
        app()


@contextmanager
def _plain_errors() -> Iterator[None]:
    try:
        yield
    except DocgenError as error:
        typer.echo(f"docgen : {error}", err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)


@app.command()
def verifier(
    chemin: Chemin = Path(),
    sortie: Annotated[Sortie, typer.Option("--format", "-f", help="texte ou json.")] = Sortie.TEXTE,
    au: Annotated[str | None, typer.Option("--au", metavar="DATE", help="Jour tenu pour aujourd’hui.")] = None,
    seulement: Seulement = None,
) -> None:
    """Contrôler un dossier : tous les constats, avec leur ligne, leur colonne et leur remède."""
    from docgen.pipeline import examine, load

    dossier, found = load(chemin)
    examined = examine(dossier, found, _jour(au))
    findings = [one for one in examined.report if _concerns(one.document, seulement)]
    _print_findings(findings, sortie)
    raise typer.Exit(BLOQUE if any(one.blocks for one in findings) else 0)


@app.command()
def generer(
    chemin: Chemin = Path(),
    sortie: Dossier = Path("out"),
    formats: Formats = "docx,pdf",
    seulement: Seulement = None,
    definitif: Annotated[bool, typer.Option("--definitif", help="Documents définitifs ; sinon, des projets.")] = False,
    forcer: Forcer = False,
    modeles: Modeles = None,
) -> None:
    """Faire les documents d’un dossier, en Word et en PDF."""
    run = _Run(chemin, sortie, formats, forcer, modeles)
    run.make(definitive=definitif, only=tuple(seulement or ()))
    run.tell()
    raise typer.Exit(BLOQUE if run.blocked else 0)


@app.command()
def consulter(
    convention: Annotated[str, typer.Argument(help="Identifiant de la convention, ou son fichier.")],
    article: Annotated[str | None, typer.Option("--article", "-a", metavar="N", help="Un seul article.")] = None,
    au: Annotated[str | None, typer.Option("--au", metavar="DATE", help="Le texte en vigueur ce jour-là.")] = None,
    dossier: Annotated[Path, typer.Option("--dossier", "-d", help="Dossier de la convention.")] = Path(),
) -> None:
    """Lire le texte en vigueur, ses alinéas numérotés, pour désigner la cible d’un avenant."""
    from docgen.pipeline import consult

    for line in consult(convention, dossier, article, _jour(au)):
        typer.echo(line)


@app.command()
def reprendre(
    fichier: Annotated[Path, typer.Argument(help="Fichier Word (.docx) fait ailleurs, ou modifié à la main.")],
    sortie: Annotated[Path | None, typer.Option("--sortie", "-s", help="Fichier à créer ; sinon, à l’écran.")] = None,
    operations: Annotated[
        Path | None, typer.Option("--operations", help="Fichier où écrire les opérations des modifications suivies.")
    ] = None,
    forcer: Forcer = False,
) -> None:
    """Reprendre le texte d’une convention faite ailleurs, en Markdown ; ses modifications suivies, en opérations."""
    from docgen.output import write_new
    from docgen.read.foreign import read_foreign
    from docgen.takeback import take_back

    taken = take_back(read_foreign(fichier), fichier.name)
    for target, text in ((sortie, taken.markdown), (operations, taken.operations)):
        if target is not None:
            write_new(target, text, force=forcer)
            typer.echo(f"Écrit : {target}", err=True)
        elif text:
            typer.echo(text)
    for one in taken.findings:
        typer.echo(f"{fichier} : {one.severity} {one.code} : {one.message} {one.remedy}".rstrip(), err=True)


@app.command()
def demo(sortie: Dossier = Path("out"), formats: Formats = "docx,pdf", forcer: Forcer = False) -> None:
    """Faire tous les documents du dossier d’exemple : définitifs s’ils sont complets, en projet sinon."""
    from docgen.resources import samples_folder

    run = _Run(samples_folder() / "atlas", sortie, formats, forcer)
    run.make(definitive=True)
    if run.blocked:
        run.make(definitive=False, only=run.blocked)
    run.tell()


@app.command()
def nouveau(
    genre: Annotated[str, typer.Argument(help="Genre de document.")],
    sortie: Annotated[Path | None, typer.Option("--sortie", "-s", help="Fichier à créer ; sinon, à l’écran.")] = None,
    forcer: Forcer = False,
) -> None:
    """Écrire un exemple commenté et valide d’un genre de document."""
    from docgen.model.example import example
    from docgen.output import write_new

    text = example(_kind(genre))
    if sortie is None:
        typer.echo(text, nl=False)
    else:
        write_new(sortie, text, force=forcer)
        typer.echo(f"Écrit : {sortie}")


@app.command()
def schema(
    genre: Annotated[str, typer.Argument(help="Genre de document.")],
) -> None:
    """Imprimer le schéma JSON d’un genre de document, pour l’éditeur."""
    from docgen.model.schema import json_schema

    typer.echo(json.dumps(json_schema(_kind(genre)), ensure_ascii=False, indent=2))


@app.command()
def regles(
    code: Annotated[str | None, typer.Argument(help="Code d’une règle, pour son explication.")] = None,
) -> None:
    """Lister les règles : code, effet, source ; avec un code, son explication."""
    from docgen.checks.elsewhere import NOTICES, Notice
    from docgen.checks.rule import Rule
    from docgen.checks.rules import RULES

    everything: list[Rule | Notice] = [*RULES, *NOTICES]
    listed = sorted(everything, key=lambda rule: rule.code)
    chosen = [rule for rule in listed if code is None or rule.code == code.upper()]
    if not chosen:
        raise UsageError(f"Aucune règle ne porte le code « {code} ». Tapez « docgen regles » pour la liste.")
    for rule in chosen:
        typer.echo(f"{rule.code}  {rule.severity or 'corrigé':<10}  {rule.title} ({rule.source})")
        if code:
            typer.echo(f"  {rule.explanation}\n")


@app.command()
def modeles(
    dossier: Annotated[Path | None, typer.Argument(help="Dossier de modèles ; par défaut, ceux de docgen.")] = None,
) -> None:
    """Contrôler les modèles Word : syntaxe, mise en forme directe, styles inconnus."""
    from docgen.layout.templates import lint_folder
    from docgen.resources import templates_folder

    faults = lint_folder(dossier or templates_folder(), templates_folder())
    for fault in faults:
        typer.echo(f"{fault.place} : {fault.message} {fault.remedy}")
    typer.echo(f"{len(faults)} défaut(s)." if faults else "Aucun défaut.")
    raise typer.Exit(4 if faults else 0)


@app.command()
def docteur() -> None:
    """Dire ce qui manque à cette machine, la ligne à taper, et les versions dont dépendent les octets des documents."""
    from docgen.doctor import diagnose

    diagnosis = diagnose()
    for line in diagnosis.lines:
        typer.echo(line)
    raise typer.Exit(0 if diagnosis.healthy else 3)


class _Run:
    """One dossier, read and examined once, and what was made of it."""

    def __init__(self, path: Path, output: Path, formats: str, force: bool, house: Path | None = None) -> None:
        from docgen.layout.engines import Engines
        from docgen.pipeline import examine, load
        from docgen.resources import templates_folder

        self.examined = examine(*load(path))
        self.engines = Engines(templates_folder(), house)
        self.output, self.formats, self.force = output, _formats(formats), force
        self.outcomes: list[Outcome] = []

    @property
    def blocked(self) -> tuple[str, ...]:
        """The pieces whose definitive papers were held back."""
        return tuple(key for outcome in self.outcomes for key in outcome.blocked)

    def make(self, *, definitive: bool, only: Sequence[str] = ()) -> None:
        """Draw and write what is asked, behind a progress bar."""
        from docgen.pipeline import Order, generate, selected

        order = Order(self.output, self.formats, definitive, self.force, tuple(only))
        count = sum(1 for _ in selected(self.examined, order)) * len(order.formats)
        with _progress(count) as step:
            self.outcomes.append(generate(self.examined, order, self.engines, step))

    def tell(self) -> None:
        """Print the findings, then what was written, kept or held back."""
        self.outcomes[-1]
        _print_findings([one for outcome in self.outcomes[:1] for one in outcome.report], Sortie.TEXTE)
        for key in self.blocked:
            typer.echo(f"Retenu : {key} n’est pas définitif, voir les constats bloquants.", err=True)
        for path in (path for outcome in self.outcomes for path in outcome.files.kept):
            typer.echo(f"Laissé tel quel : {path} a été modifié à la main (--forcer pour l’écraser).", err=True)
        written = sum(len(outcome.files.written) for outcome in self.outcomes)
        same = sum(len(outcome.files.unchanged) for outcome in self.outcomes)
        typer.echo(f"{_count(written, 'fichier écrit')}, {_count(same, 'fichier inchangé')}, dans {self.output}.")


def _formats(text: str) -> "tuple[Format, ...]":
    from docgen.layout.engines import Format

    try:
        return tuple(dict.fromkeys(Format(one.strip().lower()) for one in text.split(",")))
    except ValueError as error:
        raise UsageError(
            f"Format inconnu : « {text} ». Les formats sont docx et pdf, séparés par une virgule."
        ) from error


def _kind(genre: str) -> "type[Piece]":
    from docgen.model.kinds import KINDS
    from docgen.model.messages import proche

    kind = KINDS.get(genre)
    if kind is None:
        near = proche(genre, list(KINDS))
        hint = f" Vouliez-vous dire « {near} » ?" if near else ""
        raise UsageError(f"Genre inconnu : « {genre} ».{hint} Les genres sont : {', '.join(KINDS)}.")
    return kind


def _jour(text: str | None) -> date | None:
    from docgen.model.scalars import read_date

    if text is None:
        return None
    jour = read_date(text)
    if jour is None:
        raise UsageError(f"Date illisible : « {text} ». Écrivez-la 31/05/2026 ou 2026-05-31.")
    return jour


def _concerns(document: str, only: Sequence[str] | None) -> bool:
    return not only or not document or document in only or document.rpartition("/")[2] in only


def _print_findings(findings: "Sequence[Finding]", form: Sortie) -> None:
    if form is Sortie.JSON:
        typer.echo(json.dumps([_as_data(one) for one in findings], ensure_ascii=False, indent=2))
        return
    for one in findings:
        where = one.place or one.document or "dossier"
        typer.echo(f"{where} : {one.severity} {one.code} : {one.message}" + (f" {one.remedy}" if one.remedy else ""))
    blocking = sum(one.blocks for one in findings)
    if findings:
        typer.echo(f"{_count(len(findings), 'constat')}, dont {_count(blocking, 'bloquant')}.")
    else:
        typer.echo("Aucun constat.")


def _as_data(finding: "Finding") -> dict[str, Any]:
    place = finding.place
    return {
        "code": finding.code,
        "effet": finding.severity.value,
        "message": finding.message,
        "remede": finding.remedy,
        "document": finding.document,
        "champ": list(finding.path),
        "fichier": place.file if place else None,
        "ligne": place.line if place else None,
        "colonne": place.column if place else None,
        "source": finding.source,
    }


def _count(number: int, noun: str) -> str:
    plural = " ".join(f"{word}s" for word in noun.split()) if number > 1 else noun
    return f"{number} {plural}"


@contextmanager
def _progress(count: int) -> Iterator[Callable[[], None]]:
    """A bar on standard error, where a person is there to see it."""
    with typer.progressbar(length=count, label="Documents", file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        yield lambda: bar.update(1)
