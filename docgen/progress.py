"""How far a long task has come: its stages, as the stage that does them tells them, and as steps of a bar."""

from collections.abc import Callable, Collection, Mapping
from enum import StrEnum
from typing import Protocol


class Stage(StrEnum):
    """The stages of one long paper, in their order, as the bar names them."""

    DONNEES = "données jointes"
    STYLES = "styles"
    BOITES = "composition"
    PAGES = "mise en page"
    PIEDS = "en-têtes et pieds"
    DESSIN = "dessin"


Tell = Callable[[Stage, int, int], None]
"""Told how much of a stage is done, and of how much: 0 while nobody knows."""


class Step(Protocol):
    """Told how many more steps of a bar are done, and what is being done."""

    def __call__(self, count: int = 1, what: str = "") -> None:
        """Move the bar by `count` steps."""


SHARES: Mapping[Stage, int] = {
    Stage.DONNEES: 24,
    Stage.STYLES: 11,
    Stage.BOITES: 6,
    Stage.PAGES: 33,
    Stage.PIEDS: 7,
    Stage.DESSIN: 19,
}
"""Parts of a hundred that each stage takes, as measured on a pack of a hundred fiches (benchmarks/pack.py)."""

COUNTED = (Stage.DONNEES, Stage.PAGES, Stage.PIEDS, Stage.DESSIN)
"""The stages whose count says something: of papers, of pages."""


def untold(stage: Stage, done: int, whole: int) -> None:
    """Tell nobody."""


def unstepped(count: int = 1, what: str = "") -> None:
    """Move no bar."""


class Share:
    """Turns what is told of one long paper into `steps` of a bar; it never goes back, nor beyond them."""

    def __init__(self, steps: int, pages: int, step: Step, without: Collection[Stage] = ()) -> None:
        """Take how many steps and, until they are laid out, how many pages the paper is held to have.

        The stages of `without` are not gone through.
        """
        self._steps, self._pages, self._step = steps, pages, step
        self._shares = {stage: 0 if stage in without else share for stage, share in SHARES.items()}
        self._at = 0

    def __call__(self, stage: Stage, done: int, whole: int) -> None:
        """Move the bar to where the paper has come."""
        stages = list(Stage)
        before = sum(self._shares[one] for one in stages[: stages.index(stage)])
        part = min(1.0, done / (whole or max(self._pages, 1)))
        at = round(self._steps * (before + self._shares[stage] * part) / sum(self._shares.values()))
        told = f" {done}{f' sur {whole}' if whole else ''}" if stage in COUNTED else ""
        self._step(max(0, at - self._at), f"{stage.value}{told}")
        self._at = max(at, self._at)
