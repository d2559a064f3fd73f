"""REU-05: a reserve is lifted, or maintained, by the ministry that made it.

The docstring of the check is in French: `docgen regles` shows it to users.
"""

from collections.abc import Iterator, Mapping

from docgen.checks.rule import Remark, Subject
from docgen.french import joined
from docgen.model.avis_rendus import avis_rendus
from docgen.model.common import Partie
from docgen.model.fiche_action import AvisMinistere, FicheAction, Sens
from docgen.model.reunion import Reunion


def reserve_of_that_ministry(subject: Subject) -> Iterator[Remark]:
    """Une réserve est levée, ou maintenue, par le ministère qui l’a faite : celui dont l’avis, rendu à une réunion ou
    saisi sur la fiche, n’est pas réservé n’a rien à lever, et le relevé ne le dit pas."""
    reunion, convention = subject.piece_as(Reunion), subject.convention
    for index, one in enumerate(reunion.levees):
        partie = convention.partie(one.ministere) if convention else None
        fiche = subject.dossier.find(FicheAction, one.fiche)
        if partie is None or fiche is None:
            continue
        own = fiche.avis_de(one.ministere)
        before, given = (_given_by_then(subject, fiche, reunion, itself=itself) for itself in (False, True))
        known = [avis for avis in (before.get(one.ministere or ""), given.get(one.ministere or ""), own) if avis]
        if not any(avis.sens for avis in known) or any(avis.sens is Sens.RESERVE for avis in known):
            continue
        message = f"{_called(partie)} n’a pas de réserve sur la fiche {one.fiche} ; {_whose(subject, fiche, given)}."
        verb = "maintenue" if one.maintenue else "levée"
        remedy = f"Nommez à « ministere: » celui dont la réserve est {verb}, ou retirez cette ligne de « levees: »."
        yield Remark(message, remedy, ("levees", index, "ministere"))


def _given_by_then(
    subject: Subject, fiche: FicheAction, reunion: Reunion, *, itself: bool
) -> Mapping[str, AvisMinistere]:
    """Return the opinions of the meetings on `fiche` up to `reunion`, with those that it gives `itself`, without what
    it lifts."""
    held = reunion.date
    before = [one for one in subject.dossier.reunions_de(fiche) if one is not reunion]
    before = [one for one in before if one.date and held and one.date <= held]
    own = (reunion.avec(levees=()),) if itself else ()
    return avis_rendus(fiche, (*before, *own), subject.convention).ministeres


def _whose(subject: Subject, fiche: FicheAction, given: Mapping[str, AvisMinistere]) -> str:
    """Return `MEN en a une`, or that nobody has one."""
    parties = subject.convention.etat_partie if subject.convention else ()
    opinions = [(one, given.get(one.id or "") or fiche.avis_de(one.id)) for one in parties]
    reserved = [_called(one) for one, avis in opinions if avis and avis.sens is Sens.RESERVE]
    if not reserved:
        return "aucun ministère n’en a"
    return f"{joined(reserved)} en {'a' if len(reserved) == 1 else 'ont'} une"


def _called(partie: Partie) -> str:
    return partie.sigle or partie.usuel or partie.id or "…"
