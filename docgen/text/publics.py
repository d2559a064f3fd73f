"""Which of the three publics of article 15 a fiche leaves aside."""

from docgen.french import joined
from docgen.model.fiche_action import FicheAction
from docgen.model.normalise import normalise

PUBLICS = {"lyce": "les lycéens", "etudiant": "les étudiants", "apprenti": "les apprentis"}


def publics_absents(fiche: FicheAction) -> str:
    """Return the publics that the fiche does not name, joined: `les étudiants et les apprentis`; empty for none."""
    named = normalise(fiche.publics or "")
    return joined([title for stem, title in PUBLICS.items() if stem not in named])
