"""The text models that docgen ships."""

from functools import cache
from pathlib import Path

from docgen.errors import TemplateError
from docgen.resources import templates_folder


@cache
def text_model(name: str) -> str:
    """Return the Markdown of the text model `name`; raises TemplateError where there is none."""
    path: Path = templates_folder() / "textes" / f"{name}.md"
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateError(f"Le modèle de texte « {name} » est illisible ou introuvable dans « textes ».") from error
