"""Which papers a meeting gives, before it is held and after."""

from collections.abc import Iterator
from functools import partial

from docgen.dossier import Dossier
from docgen.model.reunion import Reunion
from docgen.model.reunion_choix import NatureReunion
from docgen.text.later import Later
from docgen.text.reunion.case import case_of
from docgen.text.reunion.convocation import write_convocation
from docgen.text.reunion.emargement import write_feuille_emargement
from docgen.text.reunion.ordre_du_jour import write_ordre_du_jour
from docgen.text.reunion.releve import write_releve_avis
from docgen.text.reunion.transmissions import transmissions, write_conciliation, write_retour_decisions


def papers_of(reunion: Reunion, dossier: Dossier) -> Iterator[Later]:
    """Yield the convocation, the agenda and the attendance sheet; once the meeting is held, what came of it.

    An exceptional meeting ends with a procès-verbal in the place of the relevé d’avis (article 18).
    """
    case = case_of(reunion, dossier)
    yield Later("convocation", partial(write_convocation, case))
    yield Later("ordre-du-jour", partial(write_ordre_du_jour, case))
    yield Later("feuille-emargement", partial(write_feuille_emargement, case))
    seance = reunion.seance
    if seance is None:
        return
    if reunion.nature is NatureReunion.EXCEPTIONNELLE:
        yield Later("proces-verbal-conciliation", partial(write_conciliation, case, seance, reunion.litige))
        return
    yield Later("releve-avis", partial(write_releve_avis, case, seance))
    yield from (Later("transmission-avis", write) for write in transmissions(case, seance))
    if reunion.decisions_ca:
        yield Later("retour-decisions", partial(write_retour_decisions, case))
