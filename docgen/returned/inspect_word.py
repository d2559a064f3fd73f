"""What a person should know of a Word file that someone sends: what is hidden, left open, or lost for the blind."""

from collections.abc import Iterator

from lxml import etree

from docgen.findings import Finding
from docgen.layout.word.relations import related
from docgen.returned.findings import ACCES, CACHE, COMMENTAIRE, SUIVI, blocking, doubtful, levels_skipped
from docgen.returned.word import W, WordFile

_TRACKED = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "tblPrChange"))
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_OFF = ("0", "false", "off")


def inspect_word(word: WordFile) -> Iterator[Finding]:
    """Yield what is to be said of `word`, beside its words."""
    root = word.root
    yield from _hidden(root)
    yield from _tracked(root)
    yield from _comments(word)
    yield from _accessible(word, root)


def _hidden(root: etree._Element) -> Iterator[Finding]:
    marks = ((run, run.find(f"{W}rPr/{W}vanish")) for run in root.iter(f"{W}r"))
    hidden = [run for run, mark in marks if mark is not None and mark.get(f"{W}val", "1") not in _OFF]
    texts = [text for text in map(_text, hidden) if text.strip()]
    if texts:
        message = f"Le fichier porte du texte caché, par exemple « {texts[0][:60]} »."
        yield blocking(CACHE, message, "Affichez-le (Police, Masqué) et retirez-le, ou gardez-le visible.")


def _tracked(root: etree._Element) -> Iterator[Finding]:
    count = sum(1 for _ in root.iter(*_TRACKED))
    if count:
        message = f"Le fichier porte des modifications suivies : {count}."
        yield blocking(SUIVI, message, "Acceptez-les ou refusez-les ; « docgen reprendre » les propose en opérations.")


def _comments(word: WordFile) -> Iterator[Finding]:
    part = word.part("comments")
    comments = part.findall(f"{W}comment") if part is not None else []
    if comments:
        first = _text(comments[0])[:60]
        message = f"Le fichier porte des commentaires : {len(comments)}, par exemple « {first} »."
        yield doubtful(COMMENTAIRE, message, "Répondez-y, puis retirez-les avant de diffuser le fichier.")


def _text(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def _accessible(word: WordFile, root: etree._Element) -> Iterator[Finding]:
    remedy = "Corrigez-le dans Word, ou refaites le fichier avec docgen."
    parts = word.package.parts
    core = [etree.fromstring(parts[name]) for name in related(parts, "", "core-properties")]
    if not any((one.findtext(_TITLE) or "").strip() for one in core):
        yield doubtful(ACCES, "Le fichier n’a pas de titre dans ses propriétés.", remedy)
    styles = word.part("styles")
    default = styles.find(f"{W}docDefaults//{W}lang") if styles is not None else None
    if default is None or not default.get(f"{W}val"):
        yield doubtful(ACCES, "Le fichier ne dit pas sa langue.", remedy)
    skipped = levels_skipped(word.title_levels())
    if skipped:
        yield doubtful(ACCES, f"Les titres sautent un niveau, {skipped}.", remedy)
    mute = sum(1 for one in root.iter(_DRAWN) if not (one.get("descr") or "").strip())
    if mute:
        yield doubtful(ACCES, f"Images sans texte de remplacement : {mute}.", remedy)
