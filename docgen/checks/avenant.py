"""AVN-01 to 05, 07 and 08: the chain of an avenant, its operations, who asks and who signs.

The docstrings of the checks are in French: `docgen regles` shows them to users.
What reads and changes texts is loaded where a dossier has an avenant.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.checks.avenant_values import gone_from, old_values, untold_values
from docgen.checks.rule import Remark, Subject
from docgen.findings import FieldPath, Severity
from docgen.french import capitalised, long_date
from docgen.model.avenant import Avenant
from docgen.model.convention import Convention
from docgen.model.messages import lu, proche
from docgen.model.operations import NomDesMots, OperationSaisie, Verbe, manques
from docgen.read.cited import text_of_file

if TYPE_CHECKING:
    from docgen.text.consolidation import Step


_PREAMBLE_KEPT = "Rien à faire : un avenant ne modifie pas le préambule."

_DIVISION_KEPT = "Vérifiez ce passage, qui est hors des articles et des annexes : un avenant ne l’atteint pas."


def references_of_avenant(subject: Subject) -> Iterator[Remark]:
    """Un avenant désigne sa convention par l’identifiant qu’elle a dans le dossier, et cite des fichiers qui s’y
    trouvent, et qui sont des textes."""
    avenant = subject.piece_as(Avenant)
    known = [one.id for one in subject.dossier.all(Convention) if one.id]
    if avenant.convention and avenant.convention not in known:
        near = proche(avenant.convention, known)
        remedy = f"Écrivez « {near} »." if near else "Ajoutez au dossier le fichier de la convention."
        yield Remark(
            f"lu {lu(avenant.convention)}, que le dossier n’a pas ; attendu : une convention.", remedy, ("convention",)
        )
    for index, typed in enumerate(avenant.operations):
        path: FieldPath = ("operations", index, "fichier")
        content = subject.dossier.file(avenant, typed.fichier) if typed.fichier else None
        if typed.fichier and content is None:
            remedy = "Ajoutez ce fichier au dossier, ou corrigez son chemin, qui part du fichier qui le cite."
            yield Remark(f"Le fichier {lu(typed.fichier)} est introuvable.", remedy, path)
        elif typed.fichier and content is not None and text_of_file(content, typed.fichier) is None:
            message = f"Le fichier {lu(typed.fichier)} ne se lit pas : il n’est pas un texte."
            yield Remark(message, "Donnez un fichier Markdown, enregistré en UTF-8.", path)


# ---------------------------------------------------------------- chain, request, signature


def chain_of_avenants(subject: Subject) -> Iterator[Remark]:
    """Un avenant modifie une convention du dossier. Son numéro suit celui du précédent, sans manque ni doublon, et
    l’avenant cite tous ceux qui le précèdent. Deux avenants qui prendraient effet dans un autre ordre que celui de
    leurs numéros sont signalés : la version consolidée les applique dans l’ordre des numéros."""
    avenant = subject.piece_as(Avenant)
    convention = subject.convention
    if convention is None or avenant.numero is None:
        return
    others = [one for one in subject.dossier.avenants_de(convention) if one.cle != avenant.cle]
    numbers = [one.numero for one in others if one.numero is not None]
    if avenant.numero in numbers:
        yield Remark(f"L’avenant n° {avenant.numero} figure deux fois.", "Donnez à chacun son numéro.", ("numero",))
    missing = [number for number in range(1, avenant.numero) if number not in numbers]
    if missing or avenant.numero < 1:
        gone = ", ".join(f"n° {number}" for number in missing) or "n° 1"
        message = f"lu « n° {avenant.numero} » ; le dossier n’a pas l’avenant {gone}, qui le précède."
        yield Remark(message, "Ajoutez les avenants antérieurs au dossier, ou corrigez le numéro.", ("numero",))
    effect = avenant.prend_effet_le
    for one in others:
        later = one.prend_effet_le
        if effect and later and (one.numero or 0) < avenant.numero and later > effect:
            message = (
                f"L’avenant n° {avenant.numero} prend effet le {long_date(effect)}, avant l’avenant n° {one.numero} "
                f"({long_date(later)})."
            )
            remedy = "Vérifiez la version consolidée entre ces deux dates."
            yield Remark(message, remedy, ("prise_effet",), Severity.A_VERIFIER)


def signed_in_force(subject: Subject) -> Iterator[Remark]:
    """Un avenant se signe pendant la période de validité de la convention, prorogations comprises : après son terme, il
    n’y a plus rien à modifier ; avant sa signature, pas encore."""
    avenant = subject.piece_as(Avenant)
    step, day = subject.step, avenant.datee_du
    if step is None or day is None:
        return
    convention = step.before.convention
    path = ("signature", "date") if avenant.signe_le else ("etablie_le",)
    if convention.signee_le is None:
        yield Remark(
            "La convention n’est pas signée : un avenant ne peut pas encore la modifier.",
            "Corrigez le texte de la convention, ou donnez la date de sa signature.",
            ("convention",),
        )
    elif day < convention.signee_le:
        message = f"L’avenant est daté du {long_date(day)}, avant la convention ({long_date(convention.signee_le)})."
        yield Remark(message, "Corrigez la date.", path)
    elif convention.expire_le and day > convention.expire_le:
        message = (
            f"La convention a expiré le {long_date(convention.expire_le)} à minuit ; un avenant signé le "
            f"{long_date(day)} ne peut plus la modifier."
        )
        yield Remark(message, "Concluez une nouvelle convention, ou corrigez la date.", path)


def requested_by_a_party(subject: Subject) -> Iterator[Remark]:
    """Un avenant se conclut à la demande de l’une ou l’autre des parties à la convention ; celles qu’il renomme, ou
    dont il change le signataire, en sont aussi."""
    avenant = subject.piece_as(Avenant)
    convention = subject.convention
    if convention is None:
        return
    step = subject.step
    parties = [one.id for one in (step.before.convention if step else convention).parties if one.id]
    asked = avenant.demande.partie if avenant.demande else None
    named = [(("operations", index, "partie"), one.partie) for index, one in enumerate(avenant.operations)]
    for path, id in ((("demande", "partie"), asked), *named):
        if id and id not in parties:
            message = f"lu {lu(id)}, qui n’est pas partie à la convention ; parties : {', '.join(parties)}."
            near = proche(id, parties)
            yield Remark(message, f"Écrivez « {near} »." if near else "Donnez l’identifiant d’une partie.", path)


def signed_by_all(subject: Subject) -> Iterator[Remark]:
    """Toutes les parties à la convention signent l’avenant, chacune par un signataire en fonction ce jour-là."""
    from docgen.text.avenant import signing_parties

    avenant = subject.piece_as(Avenant)
    step = subject.step
    if step is None:
        return
    there = {one.id for one in signing_parties(avenant, step)}
    for partie in step.after.convention.parties:
        if partie.id not in there:
            message = f"« {partie.usuel or partie.id} » ne signe pas l’avenant ; toutes les parties doivent le signer."
            yield Remark(message, f"Ajoutez « {partie.id} » à « parties: », ou retirez cette clé.", ("parties",))
        elif avenant.datee_du and not any(one.en_fonction(avenant.datee_du) for one in partie.signataires):
            message = f"« {partie.usuel} » n’a aucun signataire en fonction le {long_date(avenant.datee_du)}."
            yield Remark(message, "Donnez dans la convention, ou par un avenant, celui qui signe ce jour-là.")


# ---------------------------------------------------------------- operations


def operations_that_apply(subject: Subject) -> Iterator[Remark]:
    """Chaque opération trouve sa cible dans le texte tel qu’il est avant l’avenant : l’article, l’alinéa, les mots. Les
    mots cités y figurent une fois, sauf à demander toutes les occurrences ; à défaut, les mots les plus proches qui s’y
    trouvent sont donnés."""
    from docgen.amend.planning import FaultKind

    avenant = subject.piece_as(Avenant)
    for index, typed in enumerate(avenant.operations):
        for need in manques(typed) if typed.verbe else ():
            keys = " ou ".join(f"« {key}: »" for key in need.split("|"))
            message = f"L’opération « {_verb(typed)} » demande {keys}."
            yield Remark(message, "Complétez l’opération.", ("operations", index))
        yield from _guillemets_kept(typed, index)
    step = subject.step
    for fault in step.faults if step else ():
        if fault.kind is FaultKind.ABSENT:
            path = ("operations", step.places[fault.rank] if step else 0)
            yield Remark(fault.message, fault.remedy, path)


def _guillemets_kept(typed: OperationSaisie, index: int) -> Iterator[Remark]:
    named = typed.nom_des_mots not in {None, NomDesMots.MOT}
    if typed.sans_guillemets and not (typed.verbe is Verbe.REMPLACER_MOTS and named):
        message = (
            "Des mots se remplacent entre guillemets : seuls un taux, une somme, un nombre, une date, une année ou une "
            "référence s’en passent."
        )
        remedy = "Donnez « nom_des_mots: », ou retirez « sans_guillemets: »."
        yield Remark(message, remedy, ("operations", index, "sans_guillemets"))


def _verb(typed: OperationSaisie) -> str:
    return typed.verbe.value.replace("-", "_") if typed.verbe else ""


def order_of_operations(subject: Subject) -> Iterator[Remark]:
    """Les opérations suivent l’ordre des articles, et celles qui portent sur un même article forment un seul article de
    l’avenant : docgen les regroupe et les ordonne, et le dit. Deux opérations qui portent sur les mêmes mots ou les
    mêmes alinéas s’excluent."""
    from docgen.amend.operations import Declare
    from docgen.amend.planning import FaultKind

    step = subject.step
    if step is None:
        return
    for fault in step.faults:
        if fault.kind is FaultKind.OVERLAP:
            yield Remark(fault.message, fault.remedy, ("operations", step.places[fault.rank]))
    printed = [rank for group in step.groups for rank in group.ranks]
    on_text = [rank for rank in printed if not isinstance(step.operations[rank], Declare)]
    moved = next((rank for rank, typed in zip(on_text, sorted(on_text), strict=True) if rank != typed), None)
    if moved is not None:
        order = ", ".join(str(step.places[rank] + 1) for rank in printed)
        message = f"Les opérations ne suivent pas l’ordre du texte ; l’avenant les donne dans l’ordre {order}."
        remedy = "Rien à faire, ou rangez-les dans cet ordre."
        yield Remark(message, remedy, ("operations", step.places[moved]), Severity.A_VERIFIER)


def chain_effects(subject: Subject) -> Iterator[Remark]:
    """Ce que l’avenant change ailleurs par voie de conséquence est signalé : un article qui renvoie à un article
    supprimé ou récrit, un endroit où demeurent un taux, une date ou un nom remplacés ailleurs (préambule compris, qu’un
    avenant ne modifie pas), l’ancien nom d’une partie que l’avenant renomme, une valeur de la
    convention que le texte modifié ne dit plus, une énumération qui ne finit plus par un point."""
    from docgen.amend.consequences import Consequence, consequences
    from docgen.amend.enumerations import wrong_endings

    step = subject.step
    if step is None:
        return
    said: set[Consequence] = set()
    for rank, operation in enumerate(step.operations):
        for one in consequences(step.before.tree, step.after.tree, (operation,)):
            if one not in said:
                verb = "supprime" if one.gone else "modifie"
                message = f"{capitalised(one.where)} cite {one.cited}, que l’avenant {verb}."
                yield Remark(message, _remedy(one.where), ("operations", step.places[rank]))
            said.add(one)
    for ending in wrong_endings(step.before.tree, step.after.tree):
        place = "finit par" if ending.last else "a, avant son dernier point,"
        message = f"À l’article {ending.article}, l’énumération {place} {lu(ending.item)}."
        yield Remark(message, "Corrigez aussi le signe final de ce point.", _last_on(step, ending.article))
    for index, typed in enumerate(subject.piece_as(Avenant).operations):
        gone = gone_from(typed.article, step.before.tree, step.after.tree)
        for message, remedy in (*old_values(typed, step.before.convention, gone), *untold_values(typed)):
            yield Remark(message, remedy, ("operations", index))
    yield from _former_names(step)


def _remedy(where: str) -> str:
    from docgen.amend.places import DIVISION, PREAMBLE

    if where == PREAMBLE:
        return _PREAMBLE_KEPT
    beyond = where.startswith(DIVISION)
    return _DIVISION_KEPT if beyond else "Vérifiez s’il faut aussi modifier ce passage."


def _last_on(step: "Step", number: str) -> FieldPath:
    """The last operation on an article; all of them where none is on it."""
    made = step.made.items()
    ranks = [rank for rank, edits in made if any(one.container == ("article", number) for one in edits)]
    return ("operations", step.places[max(ranks)]) if ranks else ("operations",)


def _former_names(step: "Step") -> Iterator[Remark]:
    from docgen.amend.places import PREAMBLE
    from docgen.text.former_names import former_names

    for index, left in former_names(step):
        message = f"« {left.words} », que l’avenant renomme, figure encore {left.at}."
        remedy = "Remplacez aussi ce nom : « verbe: remplacer_mots », « partout: oui »."
        yield Remark(message, _PREAMBLE_KEPT if left.where == (PREAMBLE,) else remedy, ("operations", index))
