"""charte.docx → what drawing asks of it: styles by name, their spacing, lists, colours.

The look lives in that file, where a designer changes it in Word; here it is only looked up.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType

from lxml import etree

from docgen.errors import TemplateError
from docgen.layout.word.package import Package, read_package
from docgen.layout.word.relations import related
from docgen.layout.word.source import W
from docgen.layout.word.styles import style_names
from docgen.tree import HeadingRole, Mark, ParagraphRole, SignatureRole
from docgen.values import Struct

_SHARED = ("styles", "theme", "numbering", "settings", "fontTable")
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


class Style(StrEnum):
    """The styles that no block of the tree names by its role: parts of forms, tables, signatures; frames; furniture."""

    BLOC_ETAT = "Bloc État"
    DEVISE = "Devise"
    EMETTEUR = "Émetteur"
    LISTE = "Liste tiret"
    LISTE_FIN = "Liste tiret fin"
    CITATION_FIN = "Citation de loi fin"
    SIGNATURE_CHAMP = "Signature champ"
    BANDEAU_ETIQUETTE = "Bandeau étiquette"
    BANDEAU_TITRE = "Bandeau titre"
    RENSEIGNEMENT = "Renseignement"
    AVIS = "Avis"
    AVIS_SUIVANT = "Avis suivant"
    AVIS_SUITE = "Avis suite"
    ENCADRE_TITRE = "Encadré titre"
    ENCADRE_TEXTE = "Encadré texte"
    ENCADRE_LISTE = "Encadré liste"
    ENCADRE_LISTE_FIN = "Encadré liste fin"
    CHOIX = "Choix"
    INTERVALLE = "Intervalle"
    TABLEAU_LEGENDE = "Tableau légende"
    TABLEAU_TETE = "Tableau tête"
    TABLEAU_CELLULE = "Tableau cellule"
    MONTANT = "Montant"
    TABLEAU_TOTAL = "Tableau total"
    TABLEAU_PART = "Tableau part"
    PIED_DE_PAGE = "Pied de page"
    PROJET = "Projet"
    TROU = "Trou"
    BLANC = "Blanc"
    CASE = "Case"
    CASE_A_COCHER = "Case à cocher"
    CADRE_SIGNES = "Cadre signes"
    CADRE_BANDEAU = "Cadre bandeau"
    CADRE_EN_TETE = "Cadre en-tête"
    CADRE_AVIS = "Cadre avis"
    CADRE_ENCADRE = "Cadre encadré"
    CADRE_DONNEES = "Cadre données"
    CADRE_SIGNATURES = "Cadre signatures"


_NEEDED = tuple(str(name) for names in (HeadingRole, ParagraphRole, SignatureRole, Mark, Style) for name in names)


class Spacing(Struct, frozen=True):
    """The space above and below a paragraph, and the least height of its lines, in twentieths of a point."""

    before: int
    after: int
    line: int


class Charte(Struct, frozen=True, eq=False):
    """The house's look.

    `parts` are the parts that every document shares; `ids` gives the id of a style by name; `spacing` and `levels` are
    those of the paragraph styles, by name (levels count from 1; a style that is no heading has none); `lists` gives the
    numbering of a list style; `colours` are the six-digit colours of the theme by slot ("dk2", "accent1").
    `openings` are a paragraph of each style, by name, up to where its own properties come; `tight` are those of the
    styles that leave no space above, `subtitles` those of what stands under a title, `texts` of what begins a text.
    `frames` are a table of each style, by name, up to where its width comes; `signs` is that of the zone of signs.
    """

    parts: Mapping[str, bytes]
    ids: Mapping[str, str]
    spacing: Mapping[str, Spacing]
    levels: Mapping[str, int]
    lists: Mapping[str, str]
    colours: Mapping[str, str]
    openings: Mapping[str, str]
    frames: Mapping[str, str]
    signs: str
    tight: tuple[str, ...]
    subtitles: tuple[str, ...]
    texts: tuple[str, ...]


def read_charte(content: bytes, name: str) -> Charte:
    """Return the look that the Word file `content` holds; `name` is what messages call it.

    Raises TemplateError where the file cannot be opened, or names the styles that it lacks.
    """
    package = read_package(content, name)
    parts = {part: package.parts[part] for kind in _SHARED for part in related(package.parts, package.main, kind)}
    styles = _Styles(_one(package, "styles"))
    if lacking := [needed for needed in _NEEDED if needed not in styles.ids]:
        listed = ", ".join(f"« {style} »" for style in lacking)
        raise TemplateError(f"{name} : il manque des styles : {listed}. Recréez-les dans Word, sous ces noms.")
    return _charte(parts, styles, _colours(etree.fromstring(_one(package, "theme"))))


def _charte(parts: dict[str, bytes], styles: "_Styles", colours: dict[str, str]) -> Charte:
    ids = styles.ids
    spacing = {name: styles.spacing(id_) for name, id_ in ids.items()}
    openings = {name: f'<w:p><w:pPr><w:pStyle w:val="{id_}"/>' for name, id_ in ids.items()}
    frames = {name: f'<w:tbl><w:tblPr><w:tblStyle w:val="{id_}"/>' for name, id_ in ids.items()}
    return Charte(
        parts=MappingProxyType(parts),
        ids=MappingProxyType(ids),
        spacing=MappingProxyType(spacing),
        levels=MappingProxyType({name: int(level) + 1 for name, level in styles.values("outlineLvl")}),
        lists=MappingProxyType(dict(styles.values("numPr", "numId"))),
        colours=MappingProxyType(colours),
        openings=MappingProxyType(openings),
        frames=MappingProxyType(frames),
        signs=frames[Style.CADRE_SIGNES],
        tight=tuple(opening for name, opening in openings.items() if not spacing[name].before),
        subtitles=(openings[ParagraphRole.SOUS_TITRE], openings[ParagraphRole.MENTION]),
        texts=("<w:tbl>", openings[ParagraphRole.ALINEA], openings[Style.TABLEAU_LEGENDE]),
    )


def _one(package: Package, kind: str) -> bytes:
    found = related(package.parts, package.main, kind)
    if not found:
        raise TemplateError(f"{package.name} : il manque la partie « {kind} ». Enregistrez le fichier dans Word.")
    return package.parts[found[0]]


class _Styles:
    """The styles part, with what a style has from those that it is based on."""

    def __init__(self, part: bytes) -> None:
        self._root = root = etree.fromstring(part)
        self.ids = {name: id_ for id_, names in style_names(part).items() for name in names}
        self._elements = {style.get(f"{W}styleId", ""): style for style in root.iterfind(f"{W}style")}

    def values(self, *path: str) -> Iterator[tuple[str, str]]:
        """Yield each style that has a value at `path` in its paragraph properties or its bases', with that value."""
        for name, id_ in self.ids.items():
            if value := self._attribute(id_, "val", *path):
                yield name, value

    def spacing(self, id_: str) -> Spacing:
        """Return the spacing of a style, its bases and the defaults of the document included."""
        before, after, line = (int(self._attribute(id_, side, "spacing") or 0) for side in ("before", "after", "line"))
        return Spacing(before, after, line)

    def _attribute(self, id_: str, attribute: str, *path: str) -> str:
        steps = "/".join(f"{W}{step}" for step in ("pPr", *path))
        for style in self._lineage(id_):
            found = style.find(steps)
            if found is not None and (value := found.get(f"{W}{attribute}")) is not None:
                return value
        return ""

    def _lineage(self, id_: str) -> list[etree._Element]:
        lineage = []
        while id_ in self._elements and self._elements[id_] not in lineage:
            lineage.append(self._elements[id_])
            base = self._elements[id_].find(f"{W}basedOn")
            id_ = base.get(f"{W}val", "") if base is not None else ""
        lineage += self._root.iterfind(f"{W}docDefaults/{W}pPrDefault")
        return lineage


def _colours(theme: etree._Element) -> dict[str, str]:
    scheme = theme.find(f"{_DRAWING}themeElements/{_DRAWING}clrScheme")
    slots = scheme if scheme is not None else ()
    return {etree.QName(slot).localname: slot[0].get("val", slot[0].get("lastClr", "")) for slot in slots if len(slot)}
