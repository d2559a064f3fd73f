"""A house's own Word file for a kind of paper: an ordinary docxtpl template, drawn by the same compiled engine."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docgen.errors import TemplateError
from docgen.findings import Finding, Severity
from docgen.layout.laid_out import LaidOut
from docgen.layout.word.compiled import CompiledTemplate


def house_template(folder: Path | None, kind: str) -> CompiledTemplate | None:
    """Return the template `kind.docx` of a house's folder, compiled; None where the house has none.

    Raises TemplateError, with every fault, where the file is not a template that the engine can fill.
    """
    path = folder / f"{kind}.docx" if folder else None
    if path is not None and path.is_dir():
        raise TemplateError(f"{path.name} : ce gabarit est un dossier. Mettez à sa place le fichier Word.")
    if path is None or not path.is_file():
        return None
    return CompiledTemplate.compile(path.read_bytes(), path.name)


def draw_house(template: CompiledTemplate, values: Mapping[str, Any]) -> LaidOut:
    """Return the Word file of `values`; a value that the template asks for in vain is a hole and a finding (SAI-02)."""
    filled = template.fill(values)
    findings = tuple(
        Finding(
            "SAI-02",
            Severity.BLOQUANT,
            f"Le modèle {template.name} demande « {name} », qui manque.",
            "Complétez le dossier, ou retirez cette balise du modèle.",
        )
        for name in filled.missing
    )
    return LaidOut(filled.content, "docx", None, findings)
