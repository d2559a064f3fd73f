"""Words that a sentence takes up after a colon: typed as a sentence of their own, they lose their capital."""

import re

from docgen.french.letters import folded

_COMMON = frozenset(
    "le la les l un une des du de d ce cet cette ces c son sa ses leur leurs s notre nos aucun aucune chaque "
    "plusieurs certains certaines quelques tous toutes tout toute il elle ils elles on nous n en dans par pour sur "
    "sous avec sans a au aux si comme puisque parce car pas trop peu plus apres avant depuis pendant lors selon "
    "faute suite qu absence manque retard defaut insuffisance impossibilite difficulte difficultes report annulation "
    "hausse baisse augmentation surcout greve greves indisponibilite demande choix afin malgre vu compte etant ayant "
    "cela ceci deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente quarante cinquante cent "
    "seul seule seuls seules autre autres meme memes".split()
)
"""Words, folded, that are no part of a name, unless another capital follows: « La Poste », « Le Havre »."""
_HEAD = re.compile(r"(?P<first>[^\W\d_])(?P<rest>[^\W\d_]*)(?:['’]|\s+)(?P<next>\w+)")
_SIGLE = re.compile(r"[^\W\d_a-z]{2,}")


def continued(text: str) -> str:
    """Return `text` as it goes on after a colon: « le prestataire a tardé », from « Le prestataire a tardé ».

    Only a common word loses its capital, and only before a word in small letters, a number or a sigle: « Paris »,
    « La Poste » and « LYON » keep theirs.
    """
    head = _HEAD.match(text)
    if head is None or not head["first"].isupper() or (head["rest"] and not head["rest"].islower()):
        return text
    common = folded(head["first"] + head["rest"]) in _COMMON
    after = head["next"]
    return head["first"].lower() + text[1:] if common and (not after[0].isupper() or _SIGLE.fullmatch(after)) else text
