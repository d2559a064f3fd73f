"""The sentences that change words, sentences and titles."""

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
from docgen.amend.quoting import quoted_words, typed_words
from docgen.amend.writer import Clause, Writer, counted, say, written
from docgen.french import capitalised
from docgen.tree import text_of
from docgen.values import replace

_FEMININE = frozenset({Noun.SOMME, Noun.DATE, Noun.ANNEE, Noun.REFERENCE})


def _is_one_word(text: str) -> bool:
    return len(text.replace("’", "’ ").replace("'", "' ").split()) == 1


def _noun(noun: Noun, text: str) -> Place:
    """« le mot », « les mots », « la somme »: what the words are called."""
    if noun is Noun.MOT:
        return Place("le mot") if _is_one_word(text) else Place("les mots", plural=True)
    article = "l’" if noun is Noun.ANNEE else "la " if noun in _FEMININE else "le "
    return Place(f"{article}{noun.value}", noun in _FEMININE)


def _lead(at: str, rest: str) -> str:
    return at + (rest if at else capitalised(rest))


def replace_words(operation: ReplaceWords, writer: Writer) -> Clause:
    """Return what `operation` says."""
    old, new = _noun(operation.noun, operation.old), _noun(operation.noun, text_of(operation.new))
    each = ", à chaque occurrence," if operation.everywhere and len(operation.addresses) == 1 else ""
    lead = _lead(writer.at(operation.addresses), f"{old.le} : {typed_words(operation.old)} ")
    return Clause(say(f"{lead}{old.agreed('remplacé')}{each} par {new.le} : ", quoted_words(operation.new)))


def insert_words(operation: InsertWords, writer: Writer) -> Clause:
    """Return what `operation` says."""
    after, new = _noun(Noun.MOT, operation.after), _noun(Noun.MOT, text_of(operation.new))
    lead = _lead(writer.at((operation.address,)), f"après {after.le} : {typed_words(operation.after)}, ")
    return Clause(say(f"{lead}{new.agreed('inséré')} {new.le} : ", quoted_words(operation.new)))


def delete_words(operation: DeleteWords, writer: Writer) -> Clause:
    """Return what `operation` says."""
    old = _noun(Noun.MOT, operation.old)
    each = ", à chaque occurrence," if operation.everywhere and len(operation.addresses) == 1 else ""
    lead = _lead(writer.at(operation.addresses), f"{old.le} : {typed_words(operation.old)} ")
    verb = old.agreed(writer.house.deleted)
    return Clause(say(lead + (verb.replace(" ", f"{each} ", 1) if each else verb)))


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
