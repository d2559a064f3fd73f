"""The sentence of each operation, as an avenant writes it (model-sentences §2.2)."""

from collections.abc import Callable, Sequence
from typing import Any

from docgen.amend.addresses import Absent, Address, TextTree, lines_at, table_at
from docgen.amend.naming import Namer, Place, listed
from docgen.amend.operations import (
    AddAnnex,
    CompleteAlinea,
    CompleteArticle,
    Declare,
    DeleteAnnex,
    DeleteArticles,
    DeleteLines,
    DeleteRows,
    DeleteSentences,
    DeleteWords,
    InsertArticles,
    InsertLines,
    InsertRows,
    InsertWords,
    Noun,
    Operation,
    ReplaceAnnex,
    ReplaceArticles,
    ReplaceLines,
    ReplaceRows,
    ReplaceSentences,
    ReplaceTitle,
    ReplaceWords,
    RestoreArticle,
)
from docgen.amend.operations import Place as Where
from docgen.amend.passages import joined, sentences
from docgen.amend.quoting import alineas_of, quoted_articles, quoted_words, typed_words
from docgen.french import capitalised, cardinal, typeset
from docgen.tree import Block, Inlines, Row, Run, Table, text_of
from docgen.values import Struct, replace

_FEMININE = frozenset({Noun.SOMME, Noun.DATE, Noun.ANNEE, Noun.REFERENCE})


class Clause(Struct, frozen=True):
    """What one operation says: its sentence without the last sign, the alinéas it quotes, the table it shows."""

    sentence: Inlines
    quoted: tuple[Inlines, ...] = ()
    table: tuple[Block, ...] = ()


class House(Struct, frozen=True):
    """The words of the house: what is taken out, what clauses are called, the first rank, the guillemets."""

    deleted: str = "supprimé"
    clauses: str = "stipulations"
    first: str = "premier"
    reopened: bool = True


class Writer(Struct, frozen=True):
    """What a sentence needs beside its operation: the names of places, the words of the house."""

    namer: Namer
    house: House

    @property
    def tree(self) -> TextTree:
        """The text before the avenant."""
        return self.namer.tree

    def at(self, addresses: Sequence[Address]) -> str:
        """Return « À l’article 14, », empty where the place is the article already named."""
        places = [self.namer.place(address) for address in addresses]
        if len(places) == 1 and self._named(places[0]):
            return ""
        return f"{capitalised(listed(places))}, "

    def subject(self, place: Place) -> str:
        """Return « Le troisième alinéa de l’article 14 », « Il » for the article already named."""
        if self._named(place):
            return "Elle" if place.feminine else "Il"
        return place.subject

    def _named(self, place: Place) -> bool:
        return bool(self.namer.within) and place.le == self.namer.named


def clause_of(operation: Operation, writer: Writer) -> Clause:
    """Return what `operation` says, on the text as it stands before the avenant."""
    return _CLAUSES[type(operation)](operation, writer)


# ---------------------------------------------------------------- words


def _is_one_word(text: str) -> bool:
    return len(text.replace("’", "’ ").replace("'", "' ").split()) == 1


def _noun(noun: Noun, text: str) -> Place:
    """« le mot », « les mots », « la somme »: what the words are called."""
    if noun is Noun.MOT:
        return Place("le mot") if _is_one_word(text) else Place("les mots", plural=True)
    article = "l’" if noun is Noun.ANNEE else "la " if noun in _FEMININE else "le "
    return Place(f"{article}{noun.value}", noun in _FEMININE)


def _say(*parts: str | Inlines) -> Inlines:
    return joined(*((Run(typeset(part)),) if isinstance(part, str) else part for part in parts if part))


def _lead(at: str, rest: str) -> str:
    return at + (rest if at else capitalised(rest))


def _replace_words(operation: ReplaceWords, writer: Writer) -> Clause:
    old, new = _noun(operation.noun, operation.old), _noun(operation.noun, text_of(operation.new))
    each = ", à chaque occurrence," if operation.everywhere and len(operation.addresses) == 1 else ""
    lead = _lead(writer.at(operation.addresses), f"{old.le} : {typed_words(operation.old)} ")
    return Clause(_say(f"{lead}{old.agreed('remplacé')}{each} par {new.le} : ", quoted_words(operation.new)))


def _insert_words(operation: InsertWords, writer: Writer) -> Clause:
    after, new = _noun(Noun.MOT, operation.after), _noun(Noun.MOT, text_of(operation.new))
    lead = _lead(writer.at((operation.address,)), f"après {after.le} : {typed_words(operation.after)}, ")
    return Clause(_say(f"{lead}{new.agreed('inséré')} {new.le} : ", quoted_words(operation.new)))


def _delete_words(operation: DeleteWords, writer: Writer) -> Clause:
    old = _noun(Noun.MOT, operation.old)
    each = ", à chaque occurrence," if operation.everywhere and len(operation.addresses) == 1 else ""
    lead = _lead(writer.at(operation.addresses), f"{old.le} : {typed_words(operation.old)} ")
    verb = old.agreed(writer.house.deleted)
    return Clause(_say(lead + (verb.replace(" ", f"{each} ", 1) if each else verb)))


def _counted(count: int, noun: str, *, feminine: bool = False) -> Place:
    words = f"{cardinal(count, feminine=feminine)} {noun}" + ("s" if count > 1 else "")
    return Place(words, feminine, count > 1)


def _written(counted: Place) -> str:
    """« un alinéa ainsi rédigé », « deux phrases ainsi rédigées »."""
    return f"{counted.le} ainsi rédigé{'e' if counted.feminine else ''}{'s' if counted.plural else ''}"


def _replace_sentences(operation: ReplaceSentences, writer: Writer) -> Clause:
    place = writer.namer.place(operation.address)
    new = _counted(max(1, len(sentences(operation.new))), "phrase", feminine=True)
    text = f"{writer.subject(place)} {place.agreed('remplacé')} par {_written(new)} : "
    return Clause(_say(text, quoted_words(operation.new)))


def _delete_sentences(operation: DeleteSentences, writer: Writer) -> Clause:
    place = writer.namer.place(operation.address)
    return Clause(_say(f"{writer.subject(place)} {place.agreed(writer.house.deleted)}"))


def _complete_alinea(operation: CompleteAlinea, writer: Writer) -> Clause:
    place = writer.namer.place(operation.address)
    if operation.sentence:
        what = _written(_counted(max(1, len(sentences(operation.new))), "phrase", feminine=True))
    else:
        what = _noun(Noun.MOT, text_of(operation.new)).le
    text = f"{writer.subject(place)} {place.agreed('complété')} par {what} : "
    return Clause(_say(text, quoted_words(operation.new)))


def _replace_title(operation: ReplaceTitle, writer: Writer) -> Clause:
    place = writer.namer.place(replace(operation.address, title=True))
    return Clause(_say(f"{place.subject} est remplacé par l’intitulé suivant : ", quoted_words(operation.new)))


# ---------------------------------------------------------------- alinéas


def _replace_lines(operation: ReplaceLines, writer: Writer) -> Clause:
    place = writer.namer.place(operation.address)
    text = f"{writer.subject(place)} {place.agreed('remplacé')} par les {writer.house.clauses} suivantes :"
    return Clause(_say(text), tuple(alineas_of(operation.new)))


def _insert_lines(operation: InsertLines, writer: Writer) -> Clause:
    new = _counted(len(operation.new), "alinéa")
    if operation.address.alineas or operation.address.item:
        place = writer.namer.place(operation.address)
        text = f"Après {place.le}, {new.agreed('inséré')} {_written(new)} :"
    else:
        place = writer.namer.container(operation.address)
        start = "Au début" if writer.namer.within else f"Au début {place.de}"
        text = f"{start}, {new.agreed('ajouté')} {_written(new)} :"
    return Clause(_say(text), tuple(alineas_of(operation.new)))


def _complete_article(operation: CompleteArticle, writer: Writer) -> Clause:
    place = writer.namer.container(operation.address)
    new = _written(_counted(len(operation.new), "alinéa"))
    text = f"{writer.subject(place)} {place.agreed('complété')} par {new} :"
    return Clause(_say(text), tuple(alineas_of(operation.new)))


def _delete_lines(operation: DeleteLines, writer: Writer) -> Clause:
    place = writer.namer.place(operation.address)
    return Clause(_say(f"{writer.subject(place)} {place.agreed(writer.house.deleted)}"))


# ---------------------------------------------------------------- rows


def _replace_rows(operation: ReplaceRows, writer: Writer) -> Clause:
    place = writer.namer.place(operation.address)
    what = "la ligne suivante" if len(operation.new) == 1 else "les lignes suivantes"
    return Clause(
        _say(f"{writer.subject(place)} {place.agreed('remplacé')} par {what} :"),
        table=_shown(operation.address, operation.new, writer),
    )


def _insert_rows(operation: InsertRows, writer: Writer) -> Clause:
    place = writer.namer.place(operation.address)
    new = _counted(len(operation.new), "ligne", feminine=True)
    text = f"Après {place.le}, {new.agreed('inséré')} {_written(new)} :"
    return Clause(_say(text), table=_shown(operation.address, operation.new, writer))


def _delete_rows(operation: DeleteRows, writer: Writer) -> Clause:
    place = writer.namer.place(operation.address)
    return Clause(_say(f"{writer.subject(place)} {place.agreed(writer.house.deleted)}"))


def _shown(address: Address, new: Sequence[tuple[Inlines, ...]], writer: Writer) -> tuple[Block, ...]:
    lines = lines_at(writer.tree, address)
    at = lines if isinstance(lines, Absent) else table_at(lines)
    table = None if isinstance(at, Absent) or isinstance(lines, Absent) else lines[at].block
    return (Table((), table.columns, tuple(Row(cells) for cells in new)),) if isinstance(table, Table) else ()


# ---------------------------------------------------------------- articles and annexes


def _named(numbers: Sequence[str]) -> Place:
    if len(numbers) == 1:
        return Place(f"l’article {numbers[0]}")
    return Place(f"les articles {', '.join(numbers[:-1])} et {numbers[-1]}", plural=True)


def _replace_articles(operation: ReplaceArticles, writer: Writer) -> Clause:
    place = _named([writer.namer.number(one.number) for one in operation.articles])
    clauses = writer.house.clauses
    if operation.with_titles:
        text = f"{place.Le} {place.agreed('remplacé')} par les {clauses} suivantes :"
    else:
        text = f"Les {clauses} {place.de} sont remplacées par les {clauses} suivantes :"
    return Clause(_say(text), tuple(quoted_articles(operation.articles, titles=operation.with_titles)))


def _insert_articles(operation: InsertArticles, writer: Writer) -> Clause:
    numbers = [one.number for one in operation.articles]
    count = _counted(len(numbers), "article")
    listing = ", ".join(numbers[:-1]) + (" et " if len(numbers) > 1 else "") + numbers[-1]
    new = f"{count.le} {listing} ainsi rédigé{'s' if count.plural else ''}"
    section = f"section {operation.where}" if operation.where.isupper() and len(operation.where) < 6 else ""
    named = section or f"section « {operation.where} »"
    match operation.place:
        case Where.AFTER:
            text = f"Après l’article {writer.namer.number(operation.where)}, {count.agreed('inséré')} {new} :"
        case Where.END:
            text = f"La {named} est complétée par {new} :"
        case Where.START:
            text = f"Au début de la {named}, {count.agreed('ajouté')} {new} :"
    return Clause(_say(text), tuple(quoted_articles(operation.articles, titles=True)))


def _delete_articles(operation: DeleteArticles, writer: Writer) -> Clause:
    place = _named([writer.namer.number(number) for number in operation.numbers])
    return Clause(_say(f"{place.Le} {place.agreed(writer.house.deleted)}"))


def _restore_article(operation: RestoreArticle, _writer: Writer) -> Clause:
    text = f"L’article {operation.article.number} est rétabli dans la rédaction suivante :"
    return Clause(_say(text), tuple(quoted_articles((operation.article,), titles=True)))


def _annex(number: str) -> str:
    return f"annexe {number}".rstrip()


def _replace_annex(operation: ReplaceAnnex, _writer: Writer) -> Clause:
    return Clause(_say(f"L’{_annex(operation.annex.number)} est remplacée par l’annexe jointe au présent avenant"))


def _add_annex(operation: AddAnnex, _writer: Writer) -> Clause:
    return Clause(_say(f"Il est ajouté une {_annex(operation.annex.number)}, jointe au présent avenant"))


def _delete_annex(operation: DeleteAnnex, writer: Writer) -> Clause:
    return Clause(_say(f"L’{_annex(operation.number)} est {writer.house.deleted}e"))


def _declare(operation: Declare, _writer: Writer) -> Clause:
    spaced = (part for one in operation.sentences for part in ((Run(" "),), one))
    return Clause(joined(*tuple(spaced)[1:]))


_CLAUSES: dict[type, Callable[[Any, Writer], Clause]] = {
    ReplaceWords: _replace_words,
    InsertWords: _insert_words,
    DeleteWords: _delete_words,
    ReplaceSentences: _replace_sentences,
    DeleteSentences: _delete_sentences,
    CompleteAlinea: _complete_alinea,
    ReplaceLines: _replace_lines,
    InsertLines: _insert_lines,
    CompleteArticle: _complete_article,
    DeleteLines: _delete_lines,
    ReplaceTitle: _replace_title,
    ReplaceRows: _replace_rows,
    InsertRows: _insert_rows,
    DeleteRows: _delete_rows,
    ReplaceArticles: _replace_articles,
    InsertArticles: _insert_articles,
    DeleteArticles: _delete_articles,
    RestoreArticle: _restore_article,
    ReplaceAnnex: _replace_annex,
    AddAnnex: _add_annex,
    DeleteAnnex: _delete_annex,
    Declare: _declare,
}
"""How each operation is said."""
