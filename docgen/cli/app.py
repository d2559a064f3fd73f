"""What every command shares: the application, its options, and how it prints."""

import errno
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from docgen.cli.terminal import forgive_encoding, say, say_text
from docgen.cli.usage import Commandes
from docgen.errors import DocgenError, EnvironmentFault, UsageError, disk_reason

if TYPE_CHECKING:
    from docgen.findings import Finding
    from docgen.layout.engines import Format
    from docgen.output import Written
    from docgen.progress import Step

app = typer.Typer(
    cls=Commandes,
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
Seulement = Annotated[
    list[str] | None, typer.Option("--seulement", metavar="ID", help="Ne retenir que ces documents (virgules admises).")
]
Dossier = Annotated[Path, typer.Option("--sortie", "-s", help="Dossier où écrire les documents.")]
Formats = Annotated[str, typer.Option("--format", "-f", help="Formats, séparés par une virgule : docx, pdf.")]
Forcer = Annotated[bool, typer.Option("--forcer", help="Écraser même ce qui a été modifié à la main.")]
SansSource = Annotated[
    bool, typer.Option("--sans-source", help="Ne pas mettre dans les fichiers les données dont ils sont faits.")
]
Modeles = Annotated[Path | None, typer.Option("--modeles", help="Dossier de modèles Word de la maison.")]

Processus = Annotated[
    int | None,
    typer.Option(
        "--processus",
        metavar="N",
        min=1,
        help="Nombre de processus qui mettent en page les PDF.",
        show_default="les cœurs de la machine",
    ),
]


def run() -> None:
    """Run the line with the commands that were added; leave with the exit code of the error tree."""
    forgive_encoding()
    with _plain_errors():
        app()


@contextmanager
def _plain_errors() -> Iterator[None]:
    try:
        yield
    except DocgenError as error:
        say_text(f"docgen : {error}", err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:
        if error.filename is not None or error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EIO):
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left in it has nowhere to go
        say_text(f"docgen : ce qui devait être affiché ne l’a pas été en entier : {disk_reason(error)}.", err=True)
        sys.exit(EnvironmentFault.exit_code)


def formats_of(text: str) -> "tuple[Format, ...]":
    """Return the formats named in `text`; raise UsageError for an unknown one."""
    from docgen.layout.engines import Format

    try:
        return tuple(dict.fromkeys(Format(one.strip().lower()) for one in text.split(",")))
    except ValueError as error:
        raise UsageError(
            f"Format inconnu : « {text} ». Les formats sont docx et pdf, séparés par une virgule."
        ) from error


def processes_of(asked: int | None) -> int:
    """Return how many processes may draw: those `asked`, else one per core of the machine."""
    return asked or os.cpu_count() or 1


def day_of(text: str | None) -> date | None:
    """Return the day typed on the line, None for none; raise UsageError where it is not one."""
    from docgen.model.temps import read_date

    if text is None:
        return None
    jour = read_date(text.strip())
    if jour is None:
        raise UsageError(f"Date illisible : « {text} ». Écrivez-la 31/05/2026 ou 2026-05-31.")
    return jour


def print_findings(findings: "Sequence[Finding]", form: Sortie) -> None:
    """Print the findings, one a line, or as JSON."""
    if form is Sortie.JSON:
        import json

        say_text(json.dumps([_as_data(one) for one in findings], ensure_ascii=False, indent=2))
        return
    lines: dict[str, bool] = {}  # two documents of one text, or that await one file, have the same to say of it
    for one in findings:
        where = one.place or one.document or "dossier"
        line = f"{where} : {one.severity} {one.code} : {one.message}" + (f" {one.remedy}" if one.remedy else "")
        lines[line] = one.blocks
    for line in lines:
        say(line)
    if lines:
        say(f"{count_of(len(lines), 'constat')}, dont {count_of(sum(lines.values()), 'bloquant')}.")
    else:
        say("Aucun constat.")


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


def tell_files(files: "Written") -> None:
    """Print on standard error which files of the output are not what the dossier says today, and why."""
    for path in files.kept:
        say(f"Laissé tel quel : {path} a été modifié à la main (--forcer pour l’écraser).", err=True)
    for path in files.stale:
        say(
            f"Périmé : {path} date d’un passage précédent et n’est plus à signer ni à envoyer ; il est laissé en "
            "place. Refaites-le, dans ce format, une fois les constats bloquants corrigés, ou retirez-le.",
            err=True,
        )


def count_of(number: int, noun: str) -> str:
    """Return `2 fichiers écrits`, `1 fichier écrit`."""
    plural = " ".join(f"{word}s" for word in noun.split()) if number > 1 else noun
    return f"{number} {plural}"


_BAR = 16
"""Signs that the bar takes of a line of eighty, beside what it says."""


@contextmanager
def progress(count: int) -> Iterator["Step"]:
    """A bar on standard error, where a person is there to see it, that says what is being done; full at the end."""
    said = ""

    def shown(_: object) -> str:
        return said

    with typer.progressbar(
        length=count,
        label="Documents",
        file=sys.stderr,
        hidden=not sys.stderr.isatty(),
        item_show_func=shown,
        width=_BAR,
    ) as bar:

        def step(count: int = 1, what: str = "") -> None:
            nonlocal said
            said = what
            bar.update(count)
            bar.render_progress()

        yield step
        step(max(count - bar.pos, 0))
