"""The tree as HTML: one Jinja2 macro per block, one page per family."""

from collections.abc import Callable, Sequence
from enum import Enum
from pathlib import Path
from traceback import extract_tb

import jinja2
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from docgen.errors import TemplateError
from docgen.layout.charts import pictures_of
from docgen.layout.leading import leads_on
from docgen.layout.pdf.assets import address_of
from docgen.layout.pdf.changes import SIGNS, bar_of, spread
from docgen.layout.pdf.inlines import html_of
from docgen.layout.room import (
    fits_a_page,
    is_short,
    is_short_panel,
    is_short_table,
    is_wide_panel,
    never_alone,
    rows_held,
    rows_too_high,
)
from docgen.tree import (
    Article,
    Band,
    Block,
    Box,
    BulletList,
    Chart,
    Choices,
    Contents,
    Document,
    FieldGrid,
    FormField,
    Heading,
    Inlines,
    LabelledText,
    Paragraph,
    Part,
    Quote,
    Signatures,
    Signs,
    Table,
    TickPanel,
    text_of,
)

MACROS: dict[type[Block], str] = {
    Heading: "titre",
    Paragraph: "paragraphe",
    BulletList: "liste",
    Quote: "citation",
    Article: "article",
    Part: "partie",
    Table: "tableau",
    Chart: "graphique",
    Contents: "sommaire",
    Band: "bandeau",
    FieldGrid: "entete",
    TickPanel: "panneau",
    Choices: "choix",
    LabelledText: "texte_etiquete",
    Box: "encadre",
    Signs: "signes",
    Signatures: "signatures",
}
"""The macro of `blocs.html` that draws each kind of block."""


class HtmlWriter:
    """Writes documents as HTML with the templates of one folder."""

    def __init__(self, templates: Path) -> None:
        """Compile the macros of `templates`; raise TemplateError where they are at fault."""
        self._environment = SandboxedEnvironment(
            loader=jinja2.FileSystemLoader(templates),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals["blocs"] = self._blocks
        self._environment.filters |= {
            "mots": html_of,
            "texte": text_of,
            "classe": _css_class,
            "trait": bar_of,
            "signe": SIGNS.get,
            "adresse": address_of,
            "amene": leads_on,
            "dessins": pictures_of,
            "est_court": is_short,
            "est_court_panneau": is_short_panel,
            "est_court_tableau": is_short_table,
            "est_large_panneau": is_wide_panel,
            "rangs_tenus": rows_held,
            "rangs_hauts": rows_too_high,
            "est_vierge": _is_blank,
            "tient_en_page": fits_a_page,
        }
        self._macros = self._compiled_macros()

    def write(self, document: Document) -> str:
        """Return `document` as one HTML page; raise TemplateError where a template is at fault."""
        document = spread(document) if document.revision else document
        try:
            return self._environment.get_template(f"{document.family.value}.html").render(document=document)
        except jinja2.TemplateError as error:
            raise _fault(error) from error

    def _compiled_macros(self) -> dict[type[Block], Callable[[Block], Markup]]:
        try:
            module = self._environment.get_template("blocs.html").module
        except jinja2.TemplateError as error:
            raise _fault(error) from error
        missing = [name for name in MACROS.values() if not hasattr(module, name)]
        if missing:
            raise TemplateError(f"blocs.html : il manque la macro {missing[0]}.")
        return {kind: getattr(module, name) for kind, name in MACROS.items()}

    def _blocks(self, blocks: tuple[Block, ...]) -> Markup:
        drawn = []
        for place, block in enumerate(blocks):
            html = self._macros[type(block)](block).strip()
            closes = _closes(blocks[place + 1 : place + 3])
            drawn.append(Markup(f'<div class="lie">{html}</div>') if closes else html)
        return Markup("".join(drawn))


def _fault(error: jinja2.TemplateError) -> TemplateError:
    if isinstance(error, jinja2.TemplateSyntaxError):
        return TemplateError(f"{error.name}, ligne {error.lineno} : {error.message}")
    if isinstance(error, jinja2.TemplateNotFound):
        return TemplateError(f"{error.name} : modèle introuvable.")
    frames = [frame for frame in extract_tb(error.__traceback__) if frame.filename.endswith(".html")]
    places = [f"{Path(frame.filename).name}, ligne {frame.lineno} : " for frame in frames]
    return TemplateError("".join(places[-1:]) + str(error.message))


def _closes(following: Sequence[Block]) -> bool:
    """Whether signatures, or a table in company, come next or after the one paragraph before them: all of it stands on
    one page."""
    nearest = following[1:] if following and isinstance(following[0], Paragraph) else following
    return len(nearest) > 0 and never_alone(nearest[0])


def _css_class(name: Enum) -> str:
    return name.name.lower().replace("_", "-")


def _is_blank(content: Inlines) -> bool:
    return all(isinstance(inline, FormField) for inline in content)
