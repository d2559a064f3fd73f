"""SAI-05, 06, 07: the Markdown that a convention or an avenant brings: its bytes, characters, words that would be lost.

The docstrings of the checks are in French: `docgen regles` shows them to users.
"""

import re
from collections.abc import Iterator

from docgen.checks.rule import Remark, Subject
from docgen.checks.spots import place_at
from docgen.dossier import resolve
from docgen.findings import FieldPath, Finding, Place
from docgen.model.avenant import Avenant
from docgen.model.convention import Convention
from docgen.model.messages import lu
from docgen.read.characters import forbidden_in
from docgen.read.cited import text_of_file
from docgen.read.encoding import decode
from docgen.text.convention_text import source_of
from docgen.text.markdown import lost_cells, nodes
from docgen.values import replace

_TEXT: FieldPath = ("texte",)
_RAW = (
    ("](", r"!\[[^\]\n]*\]\([^)\n]*\)", "une image", "Retirez-la, ou joignez-la en annexe"),
    ("](", r"(?<!!)\[[^\]\n]+\]\([^)\n]*\)", "un lien", "Écrivez l’adresse en toutes lettres, ou retirez-la"),
    ("```", r"^[ >]*```.*$", "un bloc de code", "Retirez la ligne"),
    ("~~~", r"^[ >]*~~~.*$", "un bloc de code", "Retirez la ligne"),
    ("`", r"(?<!`)`[^`\n]+`(?!`)", "des mots entre accents graves", "Retirez ces signes"),
    ("^", r"\w\^[^\s^]+\^", "un exposant", "Écrivez-le par son caractère (« m² », « 1er »), ou en toutes lettres"),
    ("[^", r"\[\^[^\]\s]+\]", "un appel de note", "Mettez la note dans le texte"),
    ("~~", r"~~\S(?:.*?\S)?~~", "des mots barrés", "Retirez les mots, ou leurs signes « ~~ »"),
    ("{%", r"\{%.*?%\}", "une instruction de modèle", "Retirez-la : le texte ne porte que des valeurs, « {{…}} »"),
    ("<", r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>\n]*)?/?>|<!--.*?(?:-->|$)", "une balise", "Retirez-la"),
)
"""The markup that is no sign of a text of docgen, and would be printed as it is typed: what stands in all of it, and is
looked for first; its pattern, what it is, remedy."""
_MARKUP = tuple(
    (sign, re.compile(rf"(?<!\\)(?:{raw})", re.MULTILINE), what, remedy) for sign, raw, what, remedy in _RAW
)


def encoding_of_text(subject: Subject) -> Iterator[Remark]:
    """Le texte propre d’une convention est un fichier en UTF-8. Un autre encodage est reconnu et dit ; il faut le
    réenregistrer, sans quoi ses lettres accentuées sont perdues."""
    if file := _file(subject):
        content = subject.dossier.files.get(file)
        yield from map(_remark, decode(content, file).findings if content is not None else ())


def characters_of_text(subject: Subject) -> Iterator[Remark]:
    """Le texte propre d’une convention ne porte aucun caractère de commande ni aucun caractère que Word ou le PDF ne
    savent pas garder. Chacun est montré à sa ligne et à sa colonne."""
    if file := _file(subject):
        content = subject.dossier.files.get(file)
        text = decode(content, file).text if content is not None else None
        yield from map(_remark, forbidden_in(text or "", file))


def words_left_out(subject: Subject) -> Iterator[Remark]:
    """Aucun mot du texte ne se perd : une ligne de tableau n’a pas plus de cases que son en-tête, et le texte d’un
    article remplacé ou ajouté n’a pas de titre d’article ni de division à lui, qui ne seraient pas imprimés."""
    convention, file = subject.piece_as(Convention), _file(subject)
    source = source_of(convention, subject.dossier)
    for line, words in lost_cells(source) if source and file else ():
        yield _lost_cell(words, _TEXT, Place(file, line))
    for index, change in enumerate(convention.articles):
        path: FieldPath = ("articles", index, "texte")
        for _, words in lost_cells(change.texte or ""):
            yield _lost_cell(words, path, None)
        for node in nodes(change.texte or ""):
            if node.level:
                message = f"Lu le titre {lu('#' * node.level + ' ' + node.head)} dans le texte d’un article."
                remedy = "Donnez-le par « titre: », ou écrivez « ### » pour un intertitre."
                yield Remark(message, remedy, path)


def raw_markup(subject: Subject) -> Iterator[Remark]:
    """Un lien, une image, un bloc de code, un appel de note, des mots barrés ou entre accents graves, un exposant
    (« m^2^ »), une balise HTML, une instruction de modèle ne sont pas lus : leurs signes seraient imprimés tels quels.
    Chacun est montré à sa ligne."""
    convention, file = subject.piece_as(Convention), _file(subject)
    source = (source_of(convention, subject.dossier) or "") if file else ""
    for offset, remark in _markup(source, _TEXT):
        yield replace(remark, place=place_at(source, offset, file))
    for index, change in enumerate(convention.articles):
        yield from (remark for _, remark in _markup(change.texte or "", ("articles", index, "texte")))


def words_left_out_of_avenant(subject: Subject) -> Iterator[Remark]:
    """Aucun mot de ce que donne un avenant ne se perd : une ligne de tableau n’a pas plus de cases que son en-tête."""
    for path, text in _new_wording(subject):
        yield from (_lost_cell(words, path, None) for _, words in lost_cells(text))


def raw_markup_of_avenant(subject: Subject) -> Iterator[Remark]:
    """Dans ce que donne un avenant non plus, un lien, une image, un appel de note, des mots entre accents graves, un
    exposant (« m^2^ »), une balise ne sont pas lus : leurs signes seraient imprimés tels quels."""
    for path, text in _new_wording(subject):
        yield from (remark for _, remark in _markup(text, path))


def _new_wording(subject: Subject) -> Iterator[tuple[FieldPath, str]]:
    """Yield the words that the operations of an avenant give, with where they are typed, or cited."""
    avenant = subject.piece_as(Avenant)
    for index, typed in enumerate(avenant.operations):
        for key, text in (("par", typed.par), ("texte", typed.texte)):
            yield ("operations", index, key), text or ""
        for rank, article in enumerate(typed.nouveaux_articles):
            yield ("operations", index, "nouveaux_articles", rank, "texte"), article.texte or ""
        content = subject.dossier.file(avenant, typed.fichier) if typed.fichier and not typed.texte else None
        if typed.fichier and content is not None:
            yield ("operations", index, "fichier"), text_of_file(content, typed.fichier) or ""


def _markup(text: str, path: FieldPath) -> Iterator[tuple[int, Remark]]:
    for sign, pattern, what, remedy in _MARKUP:
        for found in pattern.finditer(text) if sign in text else ():
            message = f"Lu {lu(found[0])} : {what}, dont les signes seraient imprimés tels quels."
            yield found.start(), Remark(message, f"{remedy}.", path)


def _lost_cell(words: str, path: FieldPath, place: Place | None) -> Remark:
    message = f"La case {lu(words)} est de trop : la ligne du tableau en a plus que son en-tête."
    remedy = "Ajoutez une colonne à l’en-tête, ou écrivez « \\| » si la barre est un signe du texte."
    return Remark(message, remedy, path, None, place)


def _file(subject: Subject) -> str:
    """Return the name of the file of the own text, relative to the dossier; empty for a text model."""
    convention = subject.piece_as(Convention)
    return resolve(subject.dossier.entree(convention).file, convention.texte) if convention.texte else ""


def _remark(finding: Finding) -> Remark:
    return Remark(finding.message, finding.remedy, _TEXT, None, finding.place)
