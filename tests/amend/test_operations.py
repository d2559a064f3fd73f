"""What holds for any list of valid operations on any text."""

from hypothesis import given
from hypothesis import strategies as st

from docgen.amend.addresses import Address, TextTree, articles_of, known_numbers, rank_of
from docgen.amend.apply import apply
from docgen.amend.lines import Line, alineas, lines_of
from docgen.amend.operations import (
    CompleteArticle,
    DeleteArticles,
    DeleteLines,
    DeleteWords,
    InsertArticles,
    InsertLines,
    InsertWords,
    Operation,
    ReplaceLines,
    ReplaceWords,
    RestoreArticle,
)
from docgen.amend.plan import container_of
from docgen.amend.planning import FaultKind
from docgen.tree import Article, Block, Paragraph, Part, Run, text_of
from docgen.values import replace
from tests.amend.texts import article, atlas_tree, operations_on, trees


@st.composite
def amended(draw: st.DrawFn) -> tuple[TextTree, tuple[Operation, ...]]:
    tree = draw(trees())
    return tree, draw(operations_on(tree))


def of_number(tree: TextTree, number: str) -> Article:
    return next(one for one in articles_of(tree.body) if one.number == number)


@given(amended())
def test_no_operation_changes_a_word_outside_its_article(case: tuple[TextTree, tuple[Operation, ...]]) -> None:
    tree, operations = case
    after, faults = apply(tree, operations)
    aimed = {container_of(one, rank, tree)[1] for rank, one in enumerate(operations)}
    aimed |= {number for one in operations if isinstance(one, DeleteArticles) for number in one.numbers}
    rewritten = {new.number for one in operations for new in getattr(one, "articles", ())}
    kept = {one.number: one for one in articles_of(after.body)}

    assert not [fault for fault in faults if fault.kind is FaultKind.OVERLAP]
    for before in articles_of(tree.body):
        if before.number not in aimed | rewritten:
            assert kept[before.number] is before
    assert after.body[0] is tree.body[0]
    assert after.title == tree.title


def texts_of(one: Article) -> list[str]:
    return [text_of(line.content) for line in lines_of(one.body)]


@given(trees(), st.data())
def test_alineas_come_and_go_at_their_place_and_the_others_stay(tree: TextTree, data: st.DataObject) -> None:
    one = data.draw(st.sampled_from(list(articles_of(tree.body))))
    lines = lines_of(one.body)
    rank = data.draw(st.integers(1, len(alineas(lines))))
    place = alineas(lines)[rank - 1]
    at, new, was = Address(one.number, alineas=(rank,)), (Line(Paragraph((Run("nouveau"),))),), texts_of(one)
    expected: list[tuple[Operation, list[str]]] = [
        (ReplaceLines(at, new), [*was[:place], "nouveau", *was[place + 1 :]]),
        (InsertLines(at, new), [*was[: place + 1], "nouveau", *was[place + 1 :]]),
        (InsertLines(Address(one.number), new), ["nouveau", *was]),
        (CompleteArticle(Address(one.number), new), [*was, "nouveau"]),
        (DeleteLines(at), [*was[:place], *was[place + 1 :]]),
    ]
    for operation, texts in expected:
        after, faults = apply(tree, (operation,))
        assert not faults
        assert texts_of(of_number(after, one.number)) == texts, operation


@given(amended())
def test_one_pass_and_one_avenant_for_each_operation_give_the_same_text(
    case: tuple[TextTree, tuple[Operation, ...]],
) -> None:
    tree, operations = case
    at_once, _ = apply(tree, operations)
    one_by_one = tree
    for operation in operations:
        one_by_one, _ = apply(one_by_one, (operation,))
    assert at_once == one_by_one


@given(trees())
def test_operations_that_replace_nothing_leave_the_text_itself(tree: TextTree) -> None:
    assert apply(tree, ()) == (tree, ())
    same = [ReplaceLines(Address(one.number), lines_of(one.body)) for one in articles_of(tree.body)]
    after, faults = apply(tree, same)
    assert not faults
    assert after == tree


@given(amended())
def test_numbers_never_change(case: tuple[TextTree, tuple[Operation, ...]]) -> None:
    tree, operations = case
    after, _ = apply(tree, operations)
    gone = {number for one in operations if isinstance(one, DeleteArticles) for number in one.numbers}
    come = {new.number for one in operations if isinstance(one, InsertArticles) for new in one.articles}
    assert set(known_numbers(after)) == set(known_numbers(tree)) - gone | come
    assert known_numbers(after) == sorted(known_numbers(after), key=rank_of)


@given(trees(), st.data())
def test_an_article_taken_out_and_restored_is_back_in_its_place(tree: TextTree, data: st.DataObject) -> None:
    one = data.draw(st.sampled_from(list(articles_of(tree.body))))
    without, _ = apply(tree, (DeleteArticles((one.number,)),))
    back, faults = apply(without, (RestoreArticle(one),))
    assert not faults
    assert known_numbers(back) == known_numbers(tree)


# ---------------------------------------------------------------- words


def paragraph(text: str) -> TextTree:
    return TextTree((Run("convention"),), (article("1", (Paragraph((Run(text),)),)),))


def after(text: str, *operations: Operation) -> str:
    tree, faults = apply(paragraph(text), operations)
    assert not faults
    return text_of(lines_of(next(articles_of(tree.body)).body)[0].content)


AT = Address("1")


def test_words_are_found_whatever_their_spaces_and_apostrophes() -> None:
    text = "la limite de 0,885\u00a0% des fonds de l’OPCO\u00a0;"
    new = (Run("x"),)
    assert after(text, ReplaceWords((AT,), "0,885%", new)).startswith("la limite de x des fonds")
    assert after(text, ReplaceWords((AT,), "l'OPCO ;", new)) == "la limite de 0,885\u00a0% des fonds de x"


def test_words_are_never_found_inside_a_word_or_a_number() -> None:
    tree = paragraph("Le motif tient en 12 mois, à 0,885 %, pour 12\u202f500 euros.")
    for words in ("mot", "2 mois", "885 %", "0.885 %", "500 euros"):
        _, faults = apply(tree, (ReplaceWords((AT,), words, (Run("x"),)),))
        assert [fault.kind for fault in faults] == [FaultKind.ABSENT], words


def test_words_that_do_not_stand_there_are_answered_by_the_nearest() -> None:
    _, faults = apply(paragraph("Les avis sont rendus avant le 31 mai."), (DeleteWords((AT,), "avant le 30 mai"),))
    assert "« avant le 31 mai. »" in faults[0].message


def test_words_taken_out_leave_one_space() -> None:
    assert after("Il rend un avis motivé.", DeleteWords((AT,), "motivé")) == "Il rend un avis."
    assert after("Il rend un bon avis.", DeleteWords((AT,), "bon")) == "Il rend un avis."


def test_words_are_inserted_after_those_that_they_follow() -> None:
    new = (Run("ou à leurs familles"),)
    assert (
        after("Destiné aux mineurs.", InsertWords(AT, "aux mineurs", new)) == "Destiné aux mineurs ou à leurs familles."
    )


def test_two_operations_on_the_same_words_exclude_each_other() -> None:
    first = ReplaceWords((AT,), "un avis", (Run("x"),))
    _, faults = apply(paragraph("Il rend un avis motivé."), (first, DeleteWords((AT,), "avis motivé")))
    assert [(fault.rank, fault.kind) for fault in faults] == [(1, FaultKind.OVERLAP)]


def test_words_and_the_alinea_that_holds_them_exclude_each_other() -> None:
    operations = (ReplaceWords((AT,), "avis", (Run("x"),)), DeleteLines(Address("1", alineas=(1,))))
    _, faults = apply(paragraph("Il rend un avis."), operations)
    assert [fault.kind for fault in faults] == [FaultKind.OVERLAP]


def test_targets_are_those_of_the_text_before_the_avenant() -> None:
    body: tuple[Block, ...] = tuple(Paragraph((Run(word),)) for word in ("un", "deux", "trois"))
    tree = TextTree((), (article("1", body),))
    new = (Line(Paragraph((Run("nouveau"),))),)
    operations = (DeleteLines(Address("1", alineas=(1,))), ReplaceLines(Address("1", alineas=(3,)), new))
    changed, faults = apply(tree, operations)
    assert not faults
    assert [text_of(line.content) for line in lines_of(next(articles_of(changed.body)).body)] == ["deux", "nouveau"]


def test_what_stands_outside_the_articles_is_out_of_reach() -> None:
    _, faults = apply(atlas_tree(), (ReplaceWords((Address("0"),), "Vu le code", (Run("x"),)),))
    assert "n’a pas d’article 0" in faults[0].message


def test_a_division_keeps_what_it_does_not_lose() -> None:
    tree = atlas_tree()
    changed, _ = apply(tree, (DeleteArticles(("9",)),))
    parts = [block for block in changed.body if isinstance(block, Part)]
    assert [part.head for part in parts] == [block.head for block in tree.body if isinstance(block, Part)]
    assert "9" not in known_numbers(changed)
    assert replace(of_number(changed, "10")) == of_number(tree, "10")
