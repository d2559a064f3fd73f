"""The bar of a long paper goes forward, at the pace of its stages, and ends where it must."""

from docgen.progress import SHARES, Share, Stage


class Bar:
    """Notes its steps, and what it was told."""

    def __init__(self) -> None:
        self.steps: list[int] = []
        self.said: list[str] = []

    def __call__(self, count: int = 1, what: str = "") -> None:
        self.steps.append(count)
        self.said.append(what)


def test_a_paper_that_is_done_has_taken_its_steps() -> None:
    bar = Bar()
    share = Share(50, 10, bar)
    for stage in Stage:
        for done in (1, 4, 8):
            share(stage, done, 8)
    assert sum(bar.steps) == 50
    assert all(step >= 0 for step in bar.steps)


def test_the_bar_says_the_stage_and_the_page() -> None:
    bar = Bar()
    share = Share(50, 10, bar)
    share(Stage.STYLES, 100, 900)
    share(Stage.PAGES, 3, 0)
    share(Stage.DESSIN, 2, 8)
    assert bar.said == ["styles", "mise en page 3", "dessin 2 sur 8"]


def test_more_pages_than_were_guessed_do_not_run_over_the_stage() -> None:
    bar = Bar()
    share = Share(100, 10, bar)
    for page in range(1, 40):
        share(Stage.PAGES, page, 0)
    assert sum(bar.steps) == sum(SHARES[one] for one in (Stage.DONNEES, Stage.STYLES, Stage.BOITES, Stage.PAGES))


def test_a_stage_that_is_left_out_takes_nothing() -> None:
    bar = Bar()
    share = Share(100, 10, bar, without=(Stage.DONNEES,))
    share(Stage.STYLES, 0, 8)
    share(Stage.DESSIN, 8, 8)
    assert (bar.steps[0], sum(bar.steps)) == (0, 100)
