"""The sentences that change words, sentences and titles."""

from docgen.amend.addresses import Absent, TextTree
from docgen.amend.naming import Place
from docgen.amend.operations import (
    CompleteAlinea,
    DeleteSentences,
    DeleteWords,
    InsertWords,
    Noun,
    ReplaceSentences,
    ReplaceTitle,
    ReplaceWords,
)
from docgen.amend.passages import sentences
from docgen.amend.planning import edits_of
from docgen.amend.quoting import quoted_words, signed_words
from docgen.amend.writer import Clause, Writer, counted, say, written
from docgen.french import capitalised
from docgen.french.elision import de
from docgen.french.signs import NO_BREAK
from docgen.tree import text_of
from docgen.values import replace

_FEMININE = frozenset({Noun.SOMME, Noun.DATE, Noun.ANNEE, Noun.REFERENCE})
_REFERRED = (
    *(("l’", "à l’"), ("la ", "à la "), ("le ", "au "), ("les ", "aux ")),
    *(("article ", "à l’article "), ("articles ", "aux articles ")),
    *(("annexe ", "à l’annexe "), ("annexes ", "aux annexes ")),
)
"""How a reference begins, and what it then is after « la référence »."""


def _is_one_word(text: str) -> bool:
    return len(text.replace("’", "’ ").replace("'", "' ").split()) == 1


def _noun(noun: Noun, text: str) -> Place:
    """« le mot », « les mots », « la somme »: what the words are called."""
    if noun is Noun.MOT:
        return Place("le mot") if _is_one_word(text) else Place("les mots", plural=True)
    article = "l’" if noun is Noun.ANNEE else "la " if noun in _FEMININE else "le "
    return Place(f"{article}{noun.value}", noun in _FEMININE)


def _unquoted(noun: Noun, text: str) -> str | None:
    """« la date du 30 octobre », « le taux de 1,2 % »: the words in the sentence, without guillemets.

    None for a reference that no sentence would hold without them.
    """
    match noun:
        case Noun.DATE:
            said = f"du {text.removeprefix('le ')}"
        case Noun.TAUX | Noun.SOMME:
            said = de(text)
        case Noun.REFERENCE:
            said = _referred(text) or ""
        case _:
            said = text
    return f"{_noun(noun, text).le} {said}" if said else None


def _referred(text: str) -> str | None:
    """« à l’article 4 », « aux annexes », « au décret »; a number of the law stands bare: « L. 6332-1 »."""
    plain = text.replace(NO_BREAK, " ")
    said = next((new.rstrip() + text[len(old.rstrip()) :] for old, new in _REFERRED if plain.startswith(old)), None)
    return said or (None if text[:1].islower() else text)


def _lead(at: str, rest: str) -> str:
    return at + (rest if at else capitalised(rest))


def replace_words(operation: ReplaceWords, writer: Writer) -> Clause:
    """Return what `operation` says."""
    old, new = _noun(operation.noun, operation.old), _noun(operation.noun, text_of(operation.new))
    verb = _at_each(operation, old.agreed("remplacé"), writer.tree)
    at = writer.at(operation.addresses)
    was = operation.signed or operation.old
    bare = _unquoted(operation.noun, was), _unquoted(operation.noun, text_of(operation.new))
    if operation.unquoted and bare[0] and bare[1]:
        return Clause(say(f"{_lead(at, bare[0])} {verb} par {bare[1]}"))
    return Clause(
        say(f"{_lead(at, old.le)} : ", signed_words(was), f" {verb} par {new.le} : ", quoted_words(operation.new))
    )


def insert_words(operation: InsertWords, writer: Writer) -> Clause:
    """Return what `operation` says."""
    after, new = _noun(Noun.MOT, operation.after), _noun(Noun.MOT, text_of(operation.new))
    lead = _lead(writer.at((operation.address,)), f"après {after.le} : ")
    inserted = f", {new.agreed('inséré')} {new.le} : "
    return Clause(say(lead, signed_words(operation.signed or operation.after), inserted, quoted_words(operation.new)))


def delete_words(operation: DeleteWords, writer: Writer) -> Clause:
    """Return what `operation` says."""
    old = _noun(Noun.MOT, operation.old)
    lead = _lead(writer.at(operation.addresses), f"{old.le} : ")
    verb = _at_each(operation, old.agreed(writer.house.deleted), writer.tree, last=True)
    return Clause(say(lead, signed_words(operation.signed or operation.old), f" {verb}"))


def _at_each(operation: ReplaceWords | DeleteWords, verb: str, tree: TextTree, *, last: bool = False) -> str:
    """« est remplacé, à chaque occurrence, »: the comma closes what is not the end of the sentence."""
    edits = edits_of(operation, tree)
    once = isinstance(edits, Absent) or len(edits) < 2
    if once or not operation.everywhere or len(operation.addresses) != 1:
        return verb
    if last:
        return verb.replace(" ", ", à chaque occurrence, ", 1)
    return f"{verb}, à chaque occurrence,"


def replace_sentences(operation: ReplaceSentences, writer: Writer) -> Clause:
    """Return what `operation` says."""
    place = writer.namer.place(operation.address)
    new = counted(max(1, len(sentences(operation.new))), "phrase", feminine=True)
    text = f"{writer.subject(place)} {place.agreed('remplacé')} par {written(new)} : "
    return Clause(say(text, quoted_words(operation.new)))


def delete_sentences(operation: DeleteSentences, writer: Writer) -> Clause:
    """Return what `operation` says."""
    place = writer.namer.place(operation.address)
    return Clause(say(f"{writer.subject(place)} {place.agreed(writer.house.deleted)}"))


def complete_alinea(operation: CompleteAlinea, writer: Writer) -> Clause:
    """Return what `operation` says."""
    place = writer.namer.place(operation.address)
    if operation.sentence:
        what = written(counted(max(1, len(sentences(operation.new))), "phrase", feminine=True))
    else:
        what = _noun(Noun.MOT, text_of(operation.new)).le
    text = f"{writer.subject(place)} {place.agreed('complété')} par {what} : "
    return Clause(say(text, quoted_words(operation.new)))


def replace_title(operation: ReplaceTitle, writer: Writer) -> Clause:
    """Return what `operation` says."""
    place = writer.namer.place(replace(operation.address, title=True))
    return Clause(say(f"{place.subject} est remplacé par l’intitulé suivant : ", quoted_words(operation.new)))
