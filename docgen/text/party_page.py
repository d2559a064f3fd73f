"""Who the parties are, at the head of a text: by their organs or as institutions (model-sentences §1.2)."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from docgen.french import joined_functions
from docgen.french.signs import NO_BREAK
from docgen.model.common import Nature, Partie
from docgen.text.names import full_quality, held, held_address, partie_name, qualite
from docgen.text.words import fill, hole, sentence, words
from docgen.tree import Block, Inlines, Paragraph, ParagraphRole

_PARTS = {2: ("d’une part,", "d’autre part,")}


def sides_of(parties: Sequence[Partie]) -> list[list[Partie]]:
    """Return the parties of each side, the first side first."""
    sides = sorted({partie.cote or 0 for partie in parties})
    return [[partie for partie in parties if (partie.cote or 0) == side] for side in sides]


def _nothing(_partie: Partie) -> tuple[Block, ...]:
    return ()


def party_page(
    parties: Sequence[Partie],
    *,
    organes: bool = False,
    opening: str = "",
    between: str = "",
    noted: Callable[[Partie], Iterable[Block]] = _nothing,
) -> Iterator[Block]:
    """Yield who the parties are, side after side: by their organs (the minister, the president), else as institutions.

    `opening` stands before the first side, `between` before each other one, what is `noted` of a party after it. What
    is missing of a party stands as a hole.
    """
    sides = sides_of(parties)
    for rank, side in enumerate(sides, 1):
        if word := opening if rank == 1 else between:
            yield Paragraph(words(word), ParagraphRole.CHARNIERE)
        for partie in side:
            if organes:
                yield Paragraph(_organs(partie), ParagraphRole.PARTIE_NOMMEE)
            else:
                yield Paragraph(_institution(partie), ParagraphRole.ALINEA)
            yield from noted(partie)
        yield Paragraph(words(_side_label(rank, len(sides))), ParagraphRole.COTE)


def _side_label(rank: int, count: int) -> str:
    labels = _PARTS.get(count, ("de première part,", "de deuxième part,", "de troisième part,", "de quatrième part,"))
    return labels[min(rank, len(labels)) - 1]


def _organs(partie: Partie) -> Inlines:
    functions = [(full_quality(one.qualite, partie), one.feminin) for one in partie.signataires if one.qualite]
    if not functions:
        return hole(f"qualité des signataires, {partie.sigle or partie.usuel}")
    return words(joined_functions(functions, capital=True))


def _institution(partie: Partie) -> Inlines:
    name = partie_name(partie, long=True)
    if name is None:
        return hole("nom de la partie")
    pieces: list[str | Inlines] = [name.Le]
    if partie.siege or partie.nature is not Nature.MINISTERE:
        pieces += [", dont le siège est situé ", fill(_seat(partie.siege), f"siège, {partie.usuel}")]
        if partie.siret:
            pieces.append(f", {name.immatricule} sous le numéro SIRET {_siret(partie.siret)}")
    pieces += [f", {name.represente} ", *_representatives(partie)]
    if partie.habilitation:
        pieces.append(f", en vertu de {partie.habilitation}")
    short = partie.nom_court or partie.sigle
    pieces.append(f", {name.denomme} « {held(short)} »," if short else ",")
    return sentence(*pieces)


def _seat(siege: str | None) -> str | None:
    """A seat typed as the name of a town takes its preposition: `à Paris`."""
    kept = held_address(siege) if siege else None
    return f"à {kept}" if kept and kept[0].isupper() else kept


def _representatives(partie: Partie) -> Iterator[str | Inlines]:
    last = len(partie.signataires) - 1
    for rank, one in enumerate(partie.signataires):
        if rank:
            yield ", et par " if rank == last else ", par "
        if one.civilite and one.prenom and one.nom:
            yield f"{one.civilite.value} {one.prenom}{NO_BREAK}{one.nom}, "
        else:
            yield hole("représentant")
            yield ", "
        function = qualite(one, capital=False)
        yield fill(re.sub(r"^(le |la |l[’'])", "", function) if function else None, "qualité du représentant")


def _siret(digits: str) -> str:
    return f"{digits[:3]} {digits[3:6]} {digits[6:9]} {digits[9:]}"
