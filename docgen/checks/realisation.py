"""REA-01 to 03: what became of an action, against what was foreseen.

The docstrings of the checks are in French: `docgen regles` shows them to users.
"""

from collections.abc import Iterator
from decimal import Decimal
from difflib import get_close_matches

from docgen.bilan.actions import LigneDepense, lignes_de, poste_de
from docgen.bilan.mesures import inventes, mesures
from docgen.checks.references import cited, ids_of, unknown
from docgen.checks.rule import Remark, Subject
from docgen.checks.wording import plain
from docgen.findings import Severity
from docgen.french import capitalised, euros, long_date
from docgen.model.annexe_financiere import AnnexeFinanciere, Categorie, somme
from docgen.model.autorisation_logo import AutorisationLogo
from docgen.model.fiche_action import FicheAction, NatureIndicateur
from docgen.model.fiche_realisation import EtatAction, FicheRealisation
from docgen.model.messages import lu, proche
from docgen.model.normalise import sans_accents
from docgen.text.citations import bodies
from docgen.text.opinions import unfavourable

_PUBLICS = {
    sans_accents(name): name for name in ("collégiens", "lycéens", "apprentis", "étudiants", "enseignants", "élèves")
}
_STEMS = ("colleg", "lycee", "apprenti", "apprenant", "etudiant", "enseign", "eleve")
"""How the words of these publics begin, rightly spelt, and of their neighbours: `lycées`, `enseignement`."""


def _fiche(subject: Subject) -> FicheAction | None:
    return subject.dossier.find(FicheAction, subject.piece_as(FicheRealisation).fiche)


def _annexe(subject: Subject) -> AnnexeFinanciere | None:
    fiche = _fiche(subject)
    return subject.dossier.annexe_de(fiche) if fiche else None


def references(subject: Subject) -> Iterator[Remark]:
    """Une fiche de réalisation désigne par leur identifiant sa fiche action, les financeurs de son annexe, les
    ministères dont le logo a servi et les autorisations qui l’ont permis."""
    one, convention, annexe = subject.piece_as(FicheRealisation), subject.convention, _annexe(subject)
    yield from cited(one.fiche, ids_of(subject, FicheAction), "la fiche action", ("fiche",), FicheAction)
    funders = [financeur.id for financeur in annexe.financeurs if financeur.id] if annexe else []
    for year, exercice in enumerate(one.exercices):
        for rank, depense in enumerate(exercice.depenses):
            for id in depense.paye if annexe else ():
                path = ("exercices", year, "depenses", rank, "paye", id)
                yield from cited(id, funders, "un financeur de l’annexe", path)
    parties = [partie.id for partie in convention.parties if partie.id] if convention else []
    granted = ids_of(subject, AutorisationLogo)
    for rank, logo in enumerate(one.logos):
        if convention:
            yield from cited(logo.ministere, parties, "une partie de la convention", ("logos", rank, "ministere"))
        yield from cited(
            logo.autorisation, granted, "une autorisation de logo", ("logos", rank, "autorisation"), AutorisationLogo
        )


def completeness(subject: Subject) -> Iterator[Remark]:
    """Une action achevée ou abandonnée a sa date réelle de fin, un abandon son motif, un livrable sa date ou le motif
    qui l’a empêché."""
    one = subject.piece_as(FicheRealisation)
    if one.etat in (EtatAction.REALISEE, EtatAction.ABANDONNEE) and one.fin is None:
        message = f"« Date réelle de fin » manque : l’action est {one.etat}."
        yield Remark(message, "Ajoutez « fin: ».", ("fin",))
    if one.etat is EtatAction.ABANDONNEE and one.motif_calendrier is None:
        yield Remark("Le motif de l’abandon manque.", "Ajoutez « motif_calendrier: ».", ("motif_calendrier",))
    for rank, livrable in enumerate(one.livrables):
        if livrable.livre_le is None and livrable.motif is None:
            message = f"Le livrable {lu(livrable.libelle or '…')} n’a ni date de livraison ni motif."
            yield Remark(message, "Donnez « livre_le: », ou « motif: » s’il n’est pas livré.", ("livrables", rank))


def one_fiche_each(subject: Subject) -> Iterator[Remark]:
    """Une action a une fiche de réalisation, et une seule : ses années y sont réunies. Un avis défavorable rendu sur
    l’action est rappelé, avec son auteur."""
    one, fiche = subject.piece_as(FicheRealisation), _fiche(subject)
    others = [piece for piece in subject.dossier.all(FicheRealisation) if piece is not one and piece.fiche == one.fiche]
    if one.fiche and others:
        message = f"L’action « {one.fiche} » a aussi la fiche de réalisation « {others[0].id or '…'} »."
        yield Remark(message, "Réunissez-les : une seule fiche, un exercice par année.", ("fiche",), Severity.BLOQUANT)
    ministeres = subject.convention.etat_partie if subject.convention else ()
    organe, _ = bodies(subject.convention)
    for whose in unfavourable(fiche, ministeres, organe.bare) if fiche else ():
        message = f"L’action a reçu un avis défavorable ({whose}) ; la fiche le rappelle."
        yield Remark(message, "Rien à corriger si l’action a été menée.", ("fiche",))


def fiche_of_ended_action(subject: Subject) -> Iterator[Remark]:
    """Toute action a sa fiche de réalisation. Une action dont la date de fin est passée et qui n’en a pas est
    signalée ; ce contrôle demande « --au »."""
    fiche, today = subject.piece_as(FicheAction), subject.au
    known = {piece.fiche for piece in subject.dossier.all(FicheRealisation)}
    if today and fiche.fin and fiche.fin < today and fiche.id not in known:
        message = f"L’action a pris fin le {long_date(fiche.fin)} et n’a pas de fiche de réalisation."
        yield Remark(message, "Établissez-la : « docgen nouveau fiche-realisation ».", ("fin",))


def indicators_answered(subject: Subject) -> Iterator[Remark]:
    """Chaque indicateur de la fiche action a sa réponse, une valeur ou un constat, et aucun n’est inventé. Une réponse
    porte le libellé de son indicateur ; une valeur qui n’est pas un nombre ne donne ni écart ni taux."""
    one, fiche = subject.piece_as(FicheRealisation), _fiche(subject)
    if fiche is None:
        return
    known = [indicateur.libelle for indicateur in fiche.indicateurs if indicateur.libelle]
    unanswered = [label for each in mesures(fiche, one) if not each.resultat and (label := each.indicateur.libelle)]
    for rank, name in inventes(fiche, one):
        path = ("indicateurs", rank, "libelle")
        yield unknown(name, known, "un indicateur de la fiche action", path, proche(name, unanswered))
    for measure in mesures(fiche, one):
        label, result = measure.indicateur.libelle, measure.resultat
        if label and not measure.repondu:
            message = f"L’indicateur {lu(label)} de la fiche action n’a pas de réponse."
            yield Remark(message, "Donnez « realise: », ou « constat: ».", ("indicateurs",))
        counted = measure.indicateur.nature is NatureIndicateur.QUANTITATIF
        if counted and result and result.realise and measure.realise is None:
            message = f"Indicateur {lu(label or '…')} : lu {lu(result.realise)} ; attendu : un nombre, sans unité."
            path = ("indicateurs", one.indicateurs.index(result), "realise")
            yield Remark(message, "Corrigez la valeur, ou donnez-la dans « constat: ».", path, Severity.A_VERIFIER)


def publics_spelt(subject: Subject) -> Iterator[Remark]:
    """Un public dont le nom est presque celui d’une catégorie du formulaire (collégiens, lycéens, apprentis, étudiants,
    enseignants) est signalé : le bilan réunit les personnes de même public, et imprime ce nom."""
    for year, exercice in enumerate(subject.piece_as(FicheRealisation).exercices):
        for rank, one in enumerate(exercice.publics):
            for word in plain(one.categorie or "").replace("’", " ").split():
                if meant := _public_meant(word):
                    said = meant if word[:1].islower() else capitalised(meant)
                    message = f"Public : lu {lu(one.categorie or '')} ; vouliez-vous « {said} » ?"
                    remedy = f"Écrivez « {said} », ou gardez ce nom s’il est voulu."
                    yield Remark(message, remedy, ("exercices", year, "publics", rank, "categorie"))


def _public_meant(word: str) -> str | None:
    """Return the public that `word` nearly is; None for its true name, its feminine, or another word."""
    typed = sans_accents(word).strip(",;:.()")
    if typed.startswith(_STEMS):
        return None
    near = get_close_matches(typed, _PUBLICS, n=1, cutoff=0.85)
    return _PUBLICS[near[0]] if near else None


def spending_explained(subject: Subject) -> Iterator[Remark]:
    """Une dépense supérieure au budget, en tout ou dans l’année, une dépense que l’annexe n’a pas prévue et des frais
    de gestion supérieurs à ceux de l’annexe sont expliqués."""
    one, annexe = subject.piece_as(FicheRealisation), _annexe(subject)
    if annexe is None or one.motif_depense:
        return
    paid, planned = list(lignes_de(one, annexe)), subject.dossier.budget_de(annexe)
    excess = somme(ligne.montant for ligne in paid) - somme((planned.total.ttc,))
    remedy = "Donnez « motif_depense: », ou vérifiez les montants."
    if excess > 0:
        message = f"La dépense constatée est supérieure de {euros(excess)} au budget, sans explication."
        yield Remark(message, remedy, ("exercices",))
    yield from _unforeseen(one, annexe)
    excess = _fees(paid) - somme((planned.frais.montants.ttc if planned.frais else None,))
    if excess > 0:
        message = f"Les frais de gestion constatés dépassent de {euros(excess)} ceux de l’annexe, sans explication."
        yield Remark(message, remedy, ("exercices",))


def _fees(paid: list[LigneDepense]) -> Decimal:
    return somme(ligne.montant for ligne in paid if ligne.poste is None and ligne.categorie is Categorie.GESTION)


def _unforeseen(one: FicheRealisation, annexe: AnnexeFinanciere) -> Iterator[Remark]:
    known = [poste.libelle for poste in annexe.postes if poste.libelle]
    for year, exercice in enumerate(one.exercices):
        for rank, depense in enumerate(exercice.depenses):
            if depense.poste and poste_de(depense.poste, annexe) is None:
                path = ("exercices", year, "depenses", rank, "poste")
                left = [poste for poste in known if poste not in {each.poste for each in exercice.depenses}]
                found = unknown(depense.poste, known, "un poste de l’annexe", path, proche(depense.poste, left))
                yield Remark(found.message, f"{found.remedy} Sinon, donnez « motif_depense: ».", path)


def dates_explained(subject: Subject) -> Iterator[Remark]:
    """Des dates réelles hors des dates prévues sont expliquées. La fin ne précède pas le début ; la fiche n’est pas
    établie avant la fin de l’action."""
    one, fiche = subject.piece_as(FicheRealisation), _fiche(subject)
    if one.debut and one.fin and one.fin < one.debut:
        message = f"L’action finit le {long_date(one.fin)}, avant de commencer le {long_date(one.debut)}."
        yield Remark(message, "Corrigez l’une des deux dates.", ("fin",), Severity.BLOQUANT)
    if one.fin and one.etablie_le and one.etablie_le < one.fin:
        message = f"La fiche est établie le {long_date(one.etablie_le)}, avant la fin de l’action."
        yield Remark(message, "Corrigez l’une des deux dates, ou dites l’action en cours.", ("etablie_le",))
    if fiche is None or one.motif_calendrier:
        return
    late = [(("debut",), one.debut)] if one.debut and fiche.debut and one.debut < fiche.debut else []
    late += [(("fin",), one.fin)] if one.fin and fiche.fin and one.fin > fiche.fin else []
    for path, day in late:
        message = f"La date réelle ({long_date(day)}) est hors des dates prévues, sans explication."
        yield Remark(message, "Donnez « motif_calendrier: ».", path)
