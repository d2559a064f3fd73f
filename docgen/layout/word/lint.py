"""All that is wrong with a Word template, said at once, before a document is made with it."""

import re
from collections.abc import Callable, Iterator, Mapping

from lxml import etree

from docgen.layout.word.faults import FaultyTemplateError, LintFault
from docgen.layout.word.filling import compiled_part
from docgen.layout.word.package import Package, filled_parts, read_package
from docgen.layout.word.paragraphs import numbered_paragraphs, tags_in, words_of
from docgen.layout.word.relations import related
from docgen.layout.word.sandbox import TemplateSandbox
from docgen.layout.word.source import W, source_of
from docgen.layout.word.styles import style_names, style_uses, used_id
from docgen.layout.word.syntax import cited, has_curly_quotes, refused, syntax_faults
from docgen.layout.word.unfilled import unfilled_faults
from docgen.values import Struct

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_LEVELS = {"p": "tout le paragraphe", "tr": "toute la ligne", "tc": "toute la cellule"}
_DOCXTPL_OBJECT = re.compile(r"\b(InlineImage|Subdoc|new_subdoc|replace_(?:pic|media|embedded|zipname)|build_url_id)\b")
_NO_FORMATTING = frozenset({"pStyle", "rStyle", "rPr", "sectPr", "lang", "noProof"})
_FORMATTING = {
    "b": "gras",
    "bCs": "gras",
    "i": "italique",
    "iCs": "italique",
    "u": "soulignement",
    "sz": "taille",
    "szCs": "taille",
    "color": "couleur",
    "rFonts": "police",
    "jc": "alignement",
    "spacing": "espacement",
    "ind": "retrait",
    "numPr": "numérotation",
    "shd": "fond",
    "highlight": "surlignage",
    "pBdr": "bordure",
    "tabs": "tabulations",
}


class Draft(Struct, frozen=True):
    """A template that is looked at: its file, the XML of its filled parts, and what the house asks of it."""

    package: Package
    roots: Mapping[str, etree._Element]
    known_styles: frozenset[str] | None
    allow: frozenset[str] | None


Rule = Callable[[Draft], Iterator[LintFault]]


def lint(
    content: bytes,
    name: str,
    known_styles: frozenset[str] | None = None,
    allow: frozenset[str] | None = None,
) -> tuple[LintFault, ...]:
    """Return the faults of the template `content`, by part and paragraph; empty where there is none.

    `known_styles` are the names of the styles of the house, None where the template brings its own.
    `allow` names the properties of runs and paragraphs (`b`, `jc`…) that a house template may set beside its styles;
    None where direct formatting is not looked at.
    """
    try:
        package = read_package(content, name)
    except FaultyTemplateError as error:
        return error.faults
    roots = {part: etree.fromstring(package.parts[part]) for part in filled_parts(package)}
    draft = Draft(package, roots, known_styles, allow)
    faults = dict.fromkeys(fault for rule in RULES for fault in rule(draft))
    return tuple(sorted(faults, key=lambda fault: (fault.part, fault.paragraph)))


def tags_are_sound(draft: Draft) -> Iterator[LintFault]:
    """Yield the faults of syntax, and all those for which a part would not compile."""
    for part, root in draft.roots.items():
        yield from syntax_faults(part, root)
        try:
            compiled_part(source_of(draft.package.name, part, root), root, TemplateSandbox(), is_body=False)
        except FaultyTemplateError as error:
            yield from error.faults


def tags_are_where_they_are_filled(draft: Draft) -> Iterator[LintFault]:
    """Yield a fault for each tag in a part that is not filled in."""
    yield from unfilled_faults(draft.package)


def quotes_are_straight(draft: Draft) -> Iterator[LintFault]:
    """Yield a fault for each tag whose typographic quotes are straightened before it is read, in its texts too."""
    for part, root in draft.roots.items():
        for number, paragraph in numbered_paragraphs(root):
            for tag in filter(_is_straightened, tags_in(words_of(paragraph))):
                message = f"la balise {cited(tag)} contient des guillemets ou apostrophes typographiques."
                yield LintFault(part, number, message, "Écrivez-les droits (' ou \") dans la balise.")


def tags_of_level_stand_alone(draft: Draft) -> Iterator[LintFault]:
    """Yield a fault for each text beside a tag such as `{%tr … %}`, which takes the place of all around it."""
    for part, root in draft.roots.items():
        numbers = {paragraph: number for number, paragraph in numbered_paragraphs(root)}
        for level, whole in _LEVELS.items():
            for element in root.iter(f"{W}{level}"):
                words = words_of(element)
                tags = [tag for tag in tags_in(words) if re.match(rf"\{{[{{%#]{level}\s", tag)]
                if tags and (lost := words.replace(tags[-1], "", 1).strip()):
                    number = next(numbers[paragraph] for paragraph in element.iter(f"{W}p"))
                    message = f"{cited(lost)} serait perdu : {cited(tags[-1])} remplace {whole}."
                    yield LintFault(part, number, message, "Laissez la balise seule.")


def objects_are_supported(draft: Draft) -> Iterator[LintFault]:
    """Yield a fault for each tag that calls an object of docxtpl which is not drawn here."""
    for part, root in draft.roots.items():
        for number, paragraph in numbered_paragraphs(root):
            for tag in tags_in(words_of(paragraph)):
                if match := _DOCXTPL_OBJECT.search(tag):
                    message = f"la balise {cited(tag)} emploie {match[1]}, qui n’est pas pris en charge."
                    yield LintFault(part, number, message, "Les images se donnent à part, les blocs par {{p … }}.")


def pictures_have_alternatives(draft: Draft) -> Iterator[LintFault]:
    """Yield a fault for each picture without a text for those who do not see it."""
    for part, root in draft.roots.items():
        for number, paragraph in numbered_paragraphs(root):
            for drawing in paragraph.iter(_DRAWING):
                if next(drawing.iterancestors(f"{W}p")) is paragraph and not drawing.get("descr"):
                    message = f"l’image {cited(drawing.get('name', ''))} n’a pas de texte de remplacement."
                    yield LintFault(part, number, message, "Ajoutez-le dans Word (Texte de remplacement).")


def styles_are_known(draft: Draft) -> Iterator[LintFault]:
    """Yield a fault for each use of a style that the file does not define, or the house does not have."""
    own = related(draft.package.parts, draft.package.main, "styles")
    names = style_names(draft.package.parts[own[0]]) if own else {}
    for part, root in draft.roots.items():
        numbers = {paragraph: number for number, paragraph in numbered_paragraphs(root)}
        for use in style_uses(root):
            number = next((numbers[holder] for holder in use.iterancestors(f"{W}p")), 0)
            known = names.get(used_id(use))
            if known is None:
                message = f"le style {cited(used_id(use))} n’est pas défini dans le fichier."
                yield LintFault(part, number, message, "Choisissez un style de la charte.")
            elif draft.known_styles is not None and draft.known_styles.isdisjoint(known):
                message = f"le style {cited(known[0])} n’est pas dans la charte."
                yield LintFault(part, number, message, "Choisissez un style de la charte, ou ajoutez-le à charte.docx.")


def looks_come_from_styles(draft: Draft) -> Iterator[LintFault]:
    """Yield a fault for each paragraph that is formatted by hand, where the house forbids it."""
    if draft.allow is None:
        return
    for part, root in draft.roots.items():
        for number, paragraph in numbered_paragraphs(root):
            if found := [*dict.fromkeys(_set_by_hand(paragraph, _NO_FORMATTING | draft.allow))]:
                message = f"mise en forme directe : {', '.join(found)}."
                yield LintFault(part, number, message, "Appliquez un style de la charte, et effacez la mise en forme.")


def _is_straightened(tag: str) -> bool:
    return has_curly_quotes(tag) and refused(tag) is None


def _set_by_hand(paragraph: etree._Element, allowed: frozenset[str]) -> Iterator[str]:
    for properties in paragraph.iter(f"{W}pPr", f"{W}rPr"):
        if next(properties.iterancestors(f"{W}p")) is paragraph:
            for name in (etree.QName(child).localname for child in properties):
                if name not in allowed:
                    yield _FORMATTING.get(name, f"w:{name}")


RULES: tuple[Rule, ...] = (
    tags_are_sound,
    tags_are_where_they_are_filled,
    quotes_are_straight,
    tags_of_level_stand_alone,
    objects_are_supported,
    pictures_have_alternatives,
    styles_are_known,
    looks_come_from_styles,
)
