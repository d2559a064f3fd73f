"""How far the engine has come with one paper, from what it logs and from what it asks for on its way."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from docgen.progress import Stage, Tell

_TOLD = 100
"""How often, at most, the styles of one paper are told of."""


class Following(logging.Handler):
    """Hears `Step 3 - Applying CSS`, `Step 5 - Creating layout - Page 12`; counts pages, told once each."""

    def __init__(self, tell: Tell) -> None:
        """Take who is told."""
        super().__init__(logging.INFO)
        self._tell = tell
        self._styling = False
        self.pages = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Tell of a stage that begins, of a page that is laid out for the first time."""
        said = str(record.msg)
        self._styling = "Step 3" in said
        if "Step 4" in said:
            self._tell(Stage.BOITES, 0, 1)
        number = record.args[0] if isinstance(record.args, tuple) and record.args else None
        if "Page" in said and isinstance(number, int) and number > self.pages:
            self.pages = number
            self._tell(Stage.PAGES, number, 0)

    def follow(self, root: Any) -> None:
        """Count the elements under `root`, the engine's, as it asks for them to give each its style."""
        elements: Callable[[], Iterator[object]] = root.iter_subtree
        whole = sum(1 for _ in root.etree_element.iter())
        often = max(1, whole // _TOLD)

        def counted() -> Iterator[object]:
            for rank, element in enumerate(elements(), 1):
                if self._styling and rank % often == 0:
                    self._tell(Stage.STYLES, rank, whole)
                yield element

        root.iter_subtree = counted

    def foot_done(self, done: int) -> None:
        """Tell of a page whose head and foot stand."""
        self._tell(Stage.PIEDS, done, self.pages)

    def painted(self, done: int) -> None:
        """Tell of a page that is drawn."""
        self._tell(Stage.DESSIN, done, self.pages)


@contextmanager
def followed(tell: Tell) -> Iterator[Following]:
    """Give who follows the engine inside the block."""
    logger, following = logging.getLogger("weasyprint.progress"), Following(tell)
    level = logger.level
    logger.addHandler(following)
    logger.setLevel(logging.INFO)
    try:
        yield following
    finally:
        logger.removeHandler(following)
        logger.setLevel(level)
