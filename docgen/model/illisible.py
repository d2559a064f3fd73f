"""A file of the dossier of which no piece could be made, and what can still be guessed of it."""

from docgen.findings import Place
from docgen.values import Struct


class Illisible(Struct, frozen=True):
    """A file that could not be read, or whose kind is unknown: where it is at fault, and what its lines declare.

    `genre` and `id` are empty where no line of the file says them.
    """

    place: Place
    genre: str = ""
    id: str = ""

    def peut_etre(self, genre: str, id: str) -> bool:
        """Tell whether the file may be the piece of kind `genre` known by `id` (any, where `id` is empty)."""
        return self.genre in ("", genre) and (not id or self.id in ("", id) or self._named_after(id))

    def est(self, genre: str, id: str) -> bool:
        """Tell whether the file says that it is that piece: its kind, and its id or a name that holds it."""
        return self.genre == genre and bool(id) and (self.id == id or self._named_after(id))

    @property
    def ou(self) -> str:
        """Where it is to be mended: « fiche.yaml, ligne 3 »."""
        return f"{self.place.file}, ligne {self.place.line}"

    def _named_after(self, id: str) -> bool:
        return not self.id and id in self.place.file.rsplit("/", 1)[-1]
