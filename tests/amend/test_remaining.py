"""What an avenant leaves elsewhere of the words that it replaces in one place."""

from docgen.amend.remaining import Remaining, remaining
from docgen.text.consolidation import step_of
from docgen.text.tableau_modifications import write_tableau
from tests.amend.dossiers import amended, avenant, avenant_of
from tests.text.dossiers import words_of


def left(mots: str, par: str, article: int = 4) -> tuple[Remaining, ...]:
    made = amended(avenant(1, {"verbe": "remplacer_mots", "article": article, "mots": mots, "par": par, "alineas": 1}))
    step = step_of(avenant_of(made), made)
    assert step is not None
    assert not step.faults
    return remaining(step.after.tree, step.operations)


def test_the_word_that_changed_is_looked_for_in_the_whole_text() -> None:
    assert left("comité de pilotage", "comité de suivi") == (Remaining("pilotage", ("l’article 5",)),)


def test_a_count_or_words_that_stand_nowhere_else_are_not_left() -> None:
    assert left("deux fois", "trois fois") == ()
    assert left("se réunit", "siège") == ()


def test_the_tableau_lists_them() -> None:
    mots = {
        "verbe": "remplacer_mots",
        "article": 4,
        "alineas": 1,
        "mots": "comité de pilotage",
        "par": "comité de suivi",
    }
    made = amended(avenant(1, mots))
    tableau = write_tableau(avenant_of(made), made)
    assert tableau is not None
    said = "le mot « pilotage », que l’avenant modifie, figure encore à l’article 5."
    assert words_of(tableau)[-1] == f"Modifications par voie de conséquence : {said}"


def test_the_tableau_says_what_is_done_where_no_object_is_typed() -> None:
    made = amended(avenant(1, {"verbe": "supprimer_phrase", "article": 4, "alineas": "dernier", "phrases": 2}))
    tableau = write_tableau(avenant_of(made), made)
    assert tableau is not None
    said = words_of(tableau)
    assert "Article modifié" in said
    assert said.count("relatif aux actions") == 1
