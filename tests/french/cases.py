"""Tables of cases in text: one case a line, what is given and what is expected parted by an arrow."""

from pathlib import Path

SHOWN = str.maketrans({"~": "\u00a0", "^": "\u202f"})


def cases(name: str) -> list[tuple[str, str]]:
    """Return the pairs of the table `name`, beside this file; ~ and ^ are the no-break spaces."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    pairs = (line.split(" → ", 1) for line in lines if line.strip() and not line.startswith("#"))
    return [(given, given if expected == "(rien)" else expected.translate(SHOWN)) for given, expected in pairs]
