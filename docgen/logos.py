"""Which logos a paper may carry: the decision that the text draws and the checks explain (articles 11 and 14)."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256

from docgen.dossier import Dossier
from docgen.images import DPI_MIN, RASTER, image_type, printed_dpi
from docgen.model.autorisation_logo import AutorisationLogo, EtatDemande, FichierLogo
from docgen.model.common import Partie
from docgen.model.fiche_action import FicheAction, Sens
from docgen.model.normalise import normalise
from docgen.soundness import unsound
from docgen.values import Struct

FICHE_ACTION = "fiche action"
"""The support that an authorisation must list for a logo to stand on the fiche itself."""

_SUPPORT = re.compile(r"fiches?-actions?(?:-n°?)?(?:-?(?P<numero>\S+))?")
"""`fiche action`, or one fiche by its number."""

MEDIA_TYPES = {".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}
_SHOWN = 16
"""How many digits of a fingerprint tell it from any other, for a reader."""

WIDTH = 45
"""The printed width, in millimetres, of a logo that asks for none."""
MARK_WIDTH = 58
"""The same of the mark of a partner."""


class Obstacle(Struct, frozen=True):
    """Why a logo may not be shown: the code of the rule, and the reason as a sentence."""

    code: str
    reason: str


class Decision(Struct, frozen=True):
    """What stands in the zone of signs for one ministry: its authorised logo, or why it is not there."""

    ministere: Partie
    autorisation: AutorisationLogo | None
    logo: FichierLogo | None
    content: bytes | None
    obstacles: tuple[Obstacle, ...]

    @property
    def shown(self) -> bool:
        """Whether the logo itself may be drawn."""
        return not self.obstacles


def decisions(fiche: FicheAction, dossier: Dossier) -> tuple[Decision, ...]:
    """Return one decision per ministry whose logo is asked for by name or authorised for this fiche.

    Empty where no logo is in question: the annexed form carries none.
    """
    return dossier.once("logos", (fiche,), lambda: _decisions(fiche, dossier))


def _decisions(fiche: FicheAction, dossier: Dossier) -> tuple[Decision, ...]:
    given = [one for one in dossier.all(AutorisationLogo) if _granted(one) and one.fiche == fiche.id]
    convention = dossier.convention_de(fiche) if fiche.logos or given else None
    if convention is None:
        return ()
    jour = dossier.date_de(fiche)
    decided = []
    for ministere in (partie.au_jour(jour) for partie in convention.etat_partie):
        its = [one for one in given if ministere.id in one.ministeres]
        if ministere.id in fiche.logos or its:
            decided.append(_decision(fiche, ministere, its, dossier, jour))
    return tuple(decided)


def _granted(autorisation: AutorisationLogo) -> bool:
    return autorisation.etat is EtatDemande.ACCORDEE


def _decision(
    fiche: FicheAction, ministere: Partie, given: Iterable[AutorisationLogo], dossier: Dossier, jour: date | None
) -> Decision:
    candidates = [_weigh(fiche, ministere, one, dossier, jour) for one in given]
    if not candidates:
        missing = Obstacle("LOG-01", f"aucune autorisation écrite du ministère ({ministere.sigle}) ne vise cette fiche")
        return Decision(ministere, None, None, None, (missing,))
    return min(candidates, key=lambda decision: len(decision.obstacles))


def _weigh(
    fiche: FicheAction, ministere: Partie, autorisation: AutorisationLogo, dossier: Dossier, jour: date | None
) -> Decision:
    content = dossier.file(autorisation, autorisation.logo.fichier) if autorisation.logo else None
    obstacles = (
        *_written(fiche, autorisation),
        *_in_force(autorisation, _shown_from(autorisation, jour)),
        *_covers(fiche, autorisation),
        *_favourable(fiche, autorisation, dossier),
        *_same_file(autorisation.logo, content),
    )
    return Decision(ministere, autorisation, autorisation.logo, content, obstacles)


def _written(fiche: FicheAction, autorisation: AutorisationLogo) -> Iterator[Obstacle]:
    """The act itself: whole, and given under the convention of the fiche."""
    authority = autorisation.autorite
    if not (autorisation.reference and autorisation.date and authority and authority.prenom_nom and authority.qualite):
        yield Obstacle("LOG-01", "l’autorisation n’a pas sa référence, sa date et son autorité")
    elif autorisation.convention != fiche.convention:
        yield Obstacle("LOG-01", "l’autorisation est donnée sous une autre convention")


def _shown_from(autorisation: AutorisationLogo, jour: date | None) -> date | None:
    """The day on which the logo may first stand on the fiche: its own, or the decision's, which follows the opinion."""
    return max(jour, autorisation.date) if jour and autorisation.date else jour


def _in_force(autorisation: AutorisationLogo, jour: date | None) -> Iterator[Obstacle]:
    valid = autorisation.vaut_le(jour) if jour else None
    if autorisation.debut is None or autorisation.fin is None:
        yield Obstacle("LOG-02", "l’autorisation ne précise pas sa durée")
    elif jour is None:
        yield Obstacle("LOG-02", "le document n’a pas de date à comparer à la durée de l’autorisation")
    elif not valid:
        span = f"du {autorisation.debut:%d/%m/%Y} au {autorisation.fin:%d/%m/%Y}"
        reference = autorisation.reference or autorisation.id
        yield Obstacle("LOG-02", f"l’autorisation n° {reference} vaut {span} ; le document est daté du {jour:%d/%m/%Y}")


def _covers(fiche: FicheAction, autorisation: AutorisationLogo) -> Iterator[Obstacle]:
    """The fiche is among the supports: any fiche action of the authorisation, or this one by its number."""
    met = [_SUPPORT.fullmatch(normalise(support)) for support in autorisation.supports]
    numbers = [one["numero"] for one in met if one]
    if not any(number in (None, normalise(fiche.numero or "")) for number in numbers):
        listed = ", ".join(autorisation.supports) or "aucun"
        yield Obstacle("LOG-03", f"l’autorisation vaut pour d’autres supports ({listed})")


def _favourable(fiche: FicheAction, autorisation: AutorisationLogo, dossier: Dossier) -> Iterator[Obstacle]:
    """A joint block needs the favourable opinion of each of its ministries (article 14)."""
    convention = dossier.convention_de(fiche)
    for id in autorisation.ministeres:
        avis = fiche.avis_de(id)
        if avis is None or not avis.vaut_favorable:
            partie = convention.partie(id) if convention else None
            given = avis.sens.value if avis and avis.sens else Sens.EN_ATTENTE.value
            yield Obstacle("LOG-04", f"l’avis du ministère ({partie.sigle if partie else id}) est {given}")


def _same_file(logo: FichierLogo | None, content: bytes | None) -> Iterator[Obstacle]:
    if logo is None or logo.fichier is None or content is None:
        yield Obstacle("LOG-05", "le fichier du logo est introuvable")
    elif not logo.empreinte:
        found = sha256(content).hexdigest()
        yield Obstacle("LOG-05", f"l’empreinte du fichier autorisé manque (celle du fichier du dossier : {found})")
    elif (found := sha256(content).hexdigest()) != logo.empreinte.lower():
        pair = f"empreinte lue : {found[:_SHOWN]}… ; autorisée : {logo.empreinte.lower()[:_SHOWN]}…"
        yield Obstacle("LOG-05", f"le fichier du logo n’est pas celui qui est autorisé ({pair})")
    elif media_type(logo.fichier) is None or media_type(logo.fichier) != image_type(content):
        yield Obstacle("LOG-05", "le fichier du logo n’est pas une image SVG, PNG ou JPEG, comme son nom doit le dire")
    elif reason := unsound(content, media_type(logo.fichier) or "", logo.largeur or WIDTH):
        yield Obstacle("LOG-05", f"le fichier du logo ne peut pas être imprimé : {reason}")
    elif not logo.alternative:
        yield Obstacle("LOG-05", "le logo n’a pas d’alternative textuelle")
    elif media_type(logo.fichier) in RASTER:
        yield from _fine_enough(content, logo.largeur or 0)


def _fine_enough(content: bytes, width: int) -> Iterator[Obstacle]:
    dpi = printed_dpi(content, width)
    if dpi is None:
        yield Obstacle("LOG-05", "le logo n’a pas de largeur imprimée")
    elif dpi < DPI_MIN:
        found = f"n’a que {dpi} points par pouce à {width} mm de large"
        yield Obstacle("LOG-05", f"le fichier du logo {found}, au lieu de {DPI_MIN}")


def media_type(path: str) -> str | None:
    """Return the media type of an image file by its suffix; None where docgen cannot draw it."""
    return next((kind for suffix, kind in MEDIA_TYPES.items() if path.lower().endswith(suffix)), None)
