"""What is raised where a value is read, and caught where its place is known."""


class RefusedError(ValueError):
    """A value is not what its type asks for: the type (`date`), what was expected, the values allowed if few."""

    def __init__(self, genre: str, attendu: str, valeurs: tuple[str, ...] = ()) -> None:
        super().__init__(f"attendu : {attendu}")
        self.genre, self.attendu, self.valeurs = genre, attendu, valeurs
