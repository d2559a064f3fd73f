"""What is wrong with a value, in French, by the type of error that pydantic gives."""

from difflib import get_close_matches

from pydantic_core import ErrorDetails

from docgen.model.scalars import ATTENDUS

ATTENDUS_PYDANTIC = {
    "string_type": "un texte",
    "extra_forbidden": "une clé connue",
    "model_type": "un bloc de clés",
    "model_attributes_type": "un bloc de clés",
    "tuple_type": "une liste",
    "mapping_type": "un bloc de clés",
    "missing": "une valeur",
}
"""What pydantic's own error types expect; they occur only for models made in Python."""

_LU_MAX = 60


def attendu(error: ErrorDetails) -> str:
    """Return what was expected where `error` occurred, in French."""
    context = error.get("ctx") or {}
    return str(context.get("attendu") or ATTENDUS.get(error["type"]) or ATTENDUS_PYDANTIC[error["type"]])


def lu(text: str) -> str:
    """Return what was read, shortened to one line, between guillemets."""
    line = " ".join(text.split())
    return f"« {line if len(line) <= _LU_MAX else line[: _LU_MAX - 1] + '…'} »"


def proche(word: str, known: list[str]) -> str | None:
    """Return the known word nearest to `word`, None where none is near."""
    return next(iter(get_close_matches(word, known, n=1, cutoff=0.6)), None)
