"""SIG-01, for an act whose day is known: a signatory whose term has ended, and whom nobody follows, has no block.

The docstring of the check is in French: `docgen regles` shows it to users.
"""

from collections.abc import Iterator
from datetime import date

from docgen.checks.rule import Remark, Subject
from docgen.findings import FieldPath, Severity
from docgen.french import long_date
from docgen.model.avenant import Avenant
from docgen.model.common import Partie, Signataire
from docgen.model.convention import Convention
from docgen.model.convention_application import ConventionApplication
from docgen.text.signatures import signed_on

Signing = tuple[FieldPath, Partie]
"""A party that signs, and where it stands in the file of the act: nowhere where another file gives it."""

_REMEDY = (
    "Ajoutez qui lui succède (avec « du: »), ou corrigez « au: » ; si la partie signe désormais par moins de "
    "personnes, il n’y a rien à faire."
)


def terms_ended(subject: Subject) -> Iterator[Remark]:
    """Un signataire dont les fonctions ont pris fin avant le jour de l’acte n’y a pas de bloc. Si personne ne lui
    succède, alors que la partie signe encore par d’autres, il est nommé : il manque peut-être un signataire."""
    day = signed_on(subject.piece) if isinstance(subject.piece, Convention) else subject.jour
    for path, partie in _signing(subject) if day else ():
        for rank, one in enumerate(partie.signataires):
            if day and one.au and one.au < day and _unfollowed(one, partie, day):
                who = " ".join(str(part) for part in (one.civilite, one.prenom, one.nom) if part)
                message = (
                    f"{who or 'Un signataire'} n’a pas de bloc de signature pour la partie « "
                    f"{partie.usuel or partie.id} » : ses fonctions ont pris fin le {long_date(one.au)}, avant le "
                    f"{long_date(day)}, et personne ne lui succède."
                )
                where = (*path, "signataires", rank, "au") if path else ()
                yield Remark(message, _REMEDY, where, Severity.A_VERIFIER)


def _unfollowed(gone: Signataire, partie: Partie, day: date) -> bool:
    """Whether fewer persons sign for the party on `day` than when `gone` left, and none of them began after that.

    Nobody at all in office is another fault (CON-01, AVN-05).
    """
    left = sum(one.en_fonction(gone.au) for one in partie.signataires)
    there = [one for one in partie.signataires if one.en_fonction(day)]
    return 0 < len(there) < left and not any(one.du and gone.au and one.du > gone.au for one in there)


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
