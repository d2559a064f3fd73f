"""SIG-01, for an act whose day is known: a signatory whose term has ended or not begun has no block.

The docstring of the check is in French: `docgen regles` shows it to users.
"""

from collections.abc import Iterator
from datetime import date

from docgen.checks.rule import Remark, Subject
from docgen.findings import FieldPath, Severity
from docgen.french import agree_function, long_date
from docgen.model.avenant import Avenant
from docgen.model.common import Partie, Signataire
from docgen.model.convention import Convention
from docgen.model.convention_application import ConventionApplication
from docgen.model.normalise import normalise
from docgen.text.signatures import signed_on

Signing = tuple[FieldPath, Partie]
"""A party that signs, and where it stands in the file of the act: nowhere where another file gives it."""

_REMEDY = (
    "Ajoutez qui lui succède (avec « du: »), ou corrigez « au: » ; si la partie signe désormais par moins de "
    "personnes, il n’y a rien à faire."
)


_NOT_YET = (
    "Corrigez « du: » ou la date de l’acte ; ou donnez « au: » à la personne à qui elle succède. S’il est juste que la "
    "partie signe ce jour-là par moins de personnes, il n’y a rien à faire."
)


def out_of_office(subject: Subject) -> Iterator[Remark]:
    """Un signataire dont les fonctions ont pris fin avant le jour de l’acte, ou commencent après, n’y a pas de bloc. Si
    personne ne lui succède, ou s’il ne succède à personne, alors que la partie signe par d’autres, il est nommé : il
    manque peut-être un signataire."""
    day = signed_on(subject.piece) if isinstance(subject.piece, Convention) else subject.jour
    for path, partie in _signing(subject) if day else ():
        alone = _unfollowed(partie, day) if day else frozenset()
        for rank, one in enumerate(partie.signataires):
            where = (*path, "signataires", rank)
            if day and one.au and rank in alone:
                message = (
                    f"{_no_block(one, partie)} : ses fonctions ont pris fin le {long_date(one.au)}, avant le "
                    f"{long_date(day)}, et personne ne lui succède."
                )
                yield Remark(message, _REMEDY, (*where, "au") if path else (), Severity.A_VERIFIER)
            elif day and one.du and one.du > day and _follows_nobody(one, partie, day):
                message = (
                    f"{_no_block(one, partie)} : ses fonctions ne commencent que le {long_date(one.du)}, après le "
                    f"{long_date(day)}."
                )
                yield Remark(message, _NOT_YET, (*where, "du") if path else (), Severity.A_VERIFIER)


def _no_block(one: Signataire, partie: Partie) -> str:
    who = " ".join(str(part) for part in (one.civilite, one.prenom, one.nom) if part)
    return f"{who or 'Un signataire'} n’a pas de bloc de signature pour la partie « {partie.usuel or partie.id} »"


def _follows_nobody(coming: Signataire, partie: Partie, day: date) -> bool:
    """Whether nobody who signs for the party on `day` is to leave before `coming` begins; false where nobody signs."""
    there = [one for one in partie.signataires if one.en_fonction(day)]
    return bool(there) and not any(one.au and coming.du and one.au <= coming.du for one in there)


def _unfollowed(partie: Partie, day: date) -> frozenset[int]:
    """Return the ranks of those whose term ended before `day` and whom nobody follows, when fewer persons sign for the
    party on `day` than when they left; none where nobody signs at all, which is another fault (CON-01, AVN-05).

    A successor follows one person: the nearest of the same office, else whoever began when the other one left.
    """
    everyone = partie.signataires
    there = sum(one.en_fonction(day) for one in everyone)
    gone = sorted((one.au, rank) for rank, one in enumerate(everyone) if one.au and one.au < day)
    free = [one for one in everyone if one.du]
    alone = set()
    for left, rank in gone:
        one = everyone[rank]
        comers = [other for other in free if other is not one and (other.au is None or other.au > left)]
        same = [other for other in comers if _same_office(other, one) and _began(other) > _began(one)]
        next_one = [*same, *(other for other in comers if other.du and other.du >= left)][:1]
        free = [other for other in free if other not in next_one]
        if not next_one and 0 < there < sum(other.en_fonction(left) for other in everyone):
            alone.add(rank)
    return frozenset(alone)


def _began(one: Signataire) -> date:
    return one.du or date.min


def _same_office(one: Signataire, other: Signataire) -> bool:
    """Whether two hold the same office, whatever the gender and the place with which it is typed."""
    names = [normalise(agree_function(holder.qualite or "", feminine=False)) for holder in (one, other)]
    short, longer = sorted(names, key=len)
    return bool(short) and f"{longer}-".startswith(f"{short}-")


def _signing(subject: Subject) -> Iterator[Signing]:
    """Yield the parties that sign the act, with all who have signed or will sign for each."""
    match subject.piece:
        case Convention(parties=parties):
            yield from ((("parties", index), partie) for index, partie in enumerate(parties))
        case Avenant(parties=chosen) if subject.step:
            there = subject.step.after.convention.parties
            yield from (((), partie) for partie in there if not chosen or partie.id in chosen)
        case ConventionApplication(parties_reprises=taken, autres_parties=others):
            parents = subject.convention.parties if subject.convention else ()
            yield from (((), partie) for partie in parents if partie.id in taken)
            yield from ((("autres_parties", index), partie) for index, partie in enumerate(others))
