"""The words that a meeting's input chooses among."""

from enum import StrEnum


class NatureReunion(StrEnum):
    """Which meeting it is: one of the two of article 14, one more, or the one of article 18."""

    MAI = "mai"
    OCTOBRE = "octobre"
    SUPPLEMENTAIRE = "supplémentaire"
    EXCEPTIONNELLE = "exceptionnelle"


class RegleDerogeable(StrEnum):
    """The rules about delays and dates that those concerned may set aside, with a reason that is printed."""

    ENVOI = "REU-01"
    LIMITE = "REU-02"


class Presence(StrEnum):
    """How a member attended."""

    PRESENT = "présent"
    REPRESENTE = "représenté"
    EXCUSE = "excusé"
    ABSENT = "absent"


class RoleInvite(StrEnum):
    """In what quality a person without voice attends."""

    EXPERT = "expert"
    INVITE = "invité"


class NaturePoint(StrEnum):
    """What is expected of the committee on an item."""

    INFORMATION = "information"
    AVIS = "avis"
    ARBITRAGE = "arbitrage"
    APPROBATION = "approbation"
    ACCORD = "accord"


class EnvoiTardif(StrEnum):
    """What the members did of papers sent too late."""

    ACCEPTE = "accepté"
    REPORTE = "reporté"


class Issue(StrEnum):
    """What became of a fiche of the agenda."""

    EXAMINEE = "examinée"
    AJOURNEE = "ajournée"
    RETIREE = "retirée"


class PointUsuel(StrEnum):
    """The items that docgen prints without their being typed."""

    OUVERTURE = "ouverture"
    RELEVE = "relevé précédent"
    RETOUR = "retour du conseil"
    BILAN = "bilan"
    SUIVI = "suivi"
    PRIORITES = "priorités"
    PLAN = "plan d’actions"
    FICHES = "fiches"
    RESERVES = "réserves"
    VIGILANCE = "vigilance"
    CALENDRIER = "calendrier"
    EXPOSE = "exposé"
    OBSERVATIONS = "observations"
    CONCILIATION = "conciliation"
    SUITES = "suites"
    DIVERSES = "questions diverses"
