"""LOG-01 to 07: why a logo is not shown, what supports must say, and which authorisations are about to end.

The decision itself is taken by `docgen.logos`; it is explained here. The docstrings of the checks are in French:
`docgen regles` shows them to users.
"""

from collections.abc import Iterator
from datetime import timedelta
from hashlib import sha256

from docgen.checks.rule import Remark, Subject
from docgen.findings import FieldPath, Severity
from docgen.french import long_date
from docgen.images import DPI_MIN, printed_dpi
from docgen.logos import FICHE_ACTION, MARK_WIDTH, decisions, media_type
from docgen.model.autorisation_logo import AutorisationLogo, EtatDemande
from docgen.model.convention import Convention
from docgen.model.fiche_action import FicheAction
from docgen.model.messages import lu
from docgen.model.normalise import normalise
from docgen.soundness import unsound

_PARTNERSHIP = ("convention", "accord", "protocole", "partenariat", "soutien")
"""The words by which a mention names the partnership, folded."""
NOTICE_DAYS = 30
"""An authorisation that ends within so many days is said."""


def _obstacles(subject: Subject, code: str, remedy: str) -> Iterator[Remark]:
    """Yield why a logo is not shown, as far as the rule `code` goes; it blocks only where the logo was asked for by
    name."""
    fiche = subject.piece_as(FicheAction)
    for decision in decisions(fiche, subject.dossier):
        name = decision.ministere.id or ""
        asked = name in fiche.logos
        path: FieldPath = ("logos", fiche.logos.index(name)) if asked else ("logos",)
        for obstacle in decision.obstacles:
            if obstacle.code == code:
                sigle = decision.ministere.sigle or name
                message = f"Logo {sigle} : {obstacle.reason} ; le nom du ministère tient sa place."
                yield Remark(message, remedy, path, None if asked else Severity.A_VERIFIER)


def express_authorisation(subject: Subject) -> Iterator[Remark]:
    """Le logo d’un ministère ne figure sur une fiche qu’avec une autorisation expresse et écrite : sa référence, sa
    date, l’autorité qui la donne. Sinon le nom du ministère est imprimé à sa place. Le constat n’arrête le document que
    si le logo est demandé nommément (« logos: »)."""
    return _obstacles(subject, "LOG-01", "Obtenez l’autorisation et ajoutez-la au dossier, ou retirez le logo.")


def duration_of_authorisation(subject: Subject) -> Iterator[Remark]:
    """L’autorisation précise sa durée, et la date du document y est comprise."""
    return _obstacles(
        subject, "LOG-02", "Demandez une autorisation qui vaut à la date du document, ou retirez le logo."
    )


def support_of_authorisation(subject: Subject) -> Iterator[Remark]:
    """L’autorisation vise l’action et le support : « fiche action » pour la fiche elle-même."""
    return _obstacles(subject, "LOG-03", "Demandez une autorisation qui vise la fiche action, ou retirez le logo.")


def favourable_opinion(subject: Subject) -> Iterator[Remark]:
    """Un logo suit un avis favorable, ou une réserve levée. Un bloc commun à plusieurs ministères demande l’avis
    favorable de chacun."""
    return _obstacles(subject, "LOG-04", "Attendez l’avis favorable ou la levée de la réserve, ou retirez le logo.")


def authorised_file(subject: Subject) -> Iterator[Remark]:
    """Le fichier du logo existe, il est celui qui est autorisé (son empreinte le prouve), vectoriel ou de 300 points
    par pouce au moins à la taille imprimée, et il a une alternative textuelle."""
    return _obstacles(subject, "LOG-05", "Remplacez le fichier par celui qui est autorisé, ou retirez le logo.")


def fingerprint_of_authorised_file(subject: Subject) -> Iterator[Remark]:
    """L’autorisation accordée imprime le nom et l’empreinte du fichier du logo : l’empreinte est celle du fichier du
    dossier, même quand aucune fiche ne le demande nommément."""
    autorisation = subject.piece_as(AutorisationLogo)
    logo = autorisation.logo
    content = subject.dossier.file(autorisation, logo.fichier) if logo else None
    if autorisation.etat is not EtatDemande.ACCORDEE or logo is None or content is None or not logo.empreinte:
        return
    found = sha256(content).hexdigest()
    if found != logo.empreinte.lower():
        message = f"Empreinte du fichier « {logo.fichier} » : lu {logo.empreinte} ; celle du fichier est {found}."
        remedy = "Recopiez l’empreinte de l’autorisation signée, ou remplacez le fichier par celui qui est autorisé."
        yield Remark(message, remedy, ("logo", "empreinte"))


def mark_of_partner(subject: Subject) -> Iterator[Remark]:
    """La marque d’un partenaire est un fichier SVG, PNG ou JPEG, vectoriel ou de 300 points par pouce au moins à la
    taille imprimée ; sinon son nom est imprimé à sa place, ou la marque s’imprime mal."""
    convention = subject.piece_as(Convention)
    for index, partie in enumerate(convention.parties):
        marque = partie.marque
        content = subject.dossier.file(convention, marque.fichier) if marque else None
        if marque is None or marque.fichier is None or content is None:
            continue
        path: FieldPath = ("parties", index, "marque", "fichier")
        dpi = printed_dpi(content, marque.largeur) if marque.largeur else None
        kind = media_type(marque.fichier)
        if kind is None:
            message = f"La marque « {marque.fichier} » n’est ni SVG, ni PNG, ni JPEG ; le nom tient sa place."
            yield Remark(message, "Donnez un fichier SVG.", path)
        elif reason := unsound(content, kind, marque.largeur or MARK_WIDTH):
            message = f"La marque « {marque.fichier} » ne peut pas être imprimée : {reason} ; le nom tient sa place."
            yield Remark(message, "Donnez un fichier SVG, PNG ou JPEG entier.", path)
        elif dpi is not None and dpi < DPI_MIN:
            size = f"{dpi} points par pouce à {marque.largeur} mm"
            message = f"La marque « {marque.fichier} » n’a que {size} ; attendu : {DPI_MIN}."
            yield Remark(message, "Donnez un fichier SVG, ou une image plus fine.", path)


def end_of_authorisation(subject: Subject) -> Iterator[Remark]:
    """Une autorisation qui prend fin dans les trente jours, ou dont la fin dépasse celle de la convention, est
    signalée."""
    autorisation = subject.piece_as(AutorisationLogo)
    end, convention = autorisation.fin, subject.convention
    if end is None or autorisation.etat is not EtatDemande.ACCORDEE:
        return
    if subject.au and end < subject.au:
        yield Remark(
            f"L’autorisation a pris fin le {long_date(end)}.", "Demandez-en une autre si le logo sert encore.", ("fin",)
        )
    elif subject.au and end <= subject.au + timedelta(days=NOTICE_DAYS):
        left = (end - subject.au).days
        message = f"L’autorisation prend fin le {long_date(end)}, dans {left} jour{'s' if left > 1 else ''}."
        yield Remark(message, "Demandez son renouvellement si le logo sert encore.", ("fin",))
    expiry = convention.expire_le if convention else None
    if expiry and end > expiry:
        message = f"L’autorisation court jusqu’au {long_date(end)} ; la convention expire le {long_date(expiry)}."
        yield Remark(message, "Vérifiez la fin de l’autorisation.", ("fin",))


def mention_of_partnership(subject: Subject) -> Iterator[Remark]:
    """Tout support de communication financé dans le cadre de la convention mentionne le partenariat : la mention est
    donnée, et elle nomme la convention ou le partenariat. « Avec le soutien » d’un ministère demande son avis
    favorable."""
    autorisation = subject.piece_as(AutorisationLogo)
    own = normalise(FICHE_ACTION)
    supports = [one for one in autorisation.supports if not normalise(one).startswith(own)]
    if autorisation.etat is EtatDemande.REFUSEE:
        return
    mention = normalise(autorisation.mention or "")
    if supports and not mention:
        message = f"La mention du partenariat n’est pas donnée pour {lu(supports[0])}."
        yield Remark(message, "Donnez « mention: », telle que les supports la portent.", ("mention",))
    elif mention and not any(word in mention for word in _PARTNERSHIP):
        message = f"La mention {lu(autorisation.mention or '')} ne nomme ni la convention ni le partenariat."
        remedy = "Écrivez par exemple « Action conduite dans le cadre de la convention … »."
        yield Remark(message, remedy, ("mention",))
    fiche = subject.dossier.find(FicheAction, autorisation.fiche)
    opinions = [fiche.avis_de(id) if fiche else None for id in autorisation.ministeres]
    if "soutien" in mention and not all(avis and avis.vaut_favorable for avis in opinions):
        message = "La mention dit le soutien d’un ministère qui n’a pas rendu d’avis favorable."
        yield Remark(message, "Attendez cet avis, ou retirez le soutien de la mention.", ("mention",))
