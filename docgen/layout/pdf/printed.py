"""What the engine gives back of one page of HTML."""

from docgen.values import Struct


class Complaint(Struct, frozen=True):
    """One line of the engine's log: its form, the values in it, and both together."""

    form: str
    values: tuple[object, ...]
    message: str


class Printed(Struct, frozen=True):
    """A PDF and its number of pages, with what went wrong on the way; empty where nothing did.

    `complaints` are the lines of the engine's log, `refused` the addresses that it asked for in vain, `lone_signatures`
    the pages (from 1) on which a signature block is cut or alone.
    """

    content: bytes
    pages: int
    complaints: tuple[Complaint, ...] = ()
    refused: tuple[str, ...] = ()
    lone_signatures: tuple[int, ...] = ()
