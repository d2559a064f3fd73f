"""SAI-04: what a file cites and the dossier does not have, with the nearest id.

The docstrings of the checks are in French: `docgen regles` shows them to users.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from docgen.checks.fields import texts_in
from docgen.checks.rule import Remark, Subject
from docgen.checks.spots import text_place
from docgen.dossier import resolve
from docgen.findings import FieldPath, Place, Severity
from docgen.model.annexe_financiere import AnnexeFinanciere
from docgen.model.autorisation_logo import AutorisationLogo
from docgen.model.avenant import Avenant
from docgen.model.base import Piece
from docgen.model.convention import Action, ArticleModifie, Convention
from docgen.model.fiche_action import FicheAction
from docgen.model.messages import lu, proche
from docgen.text.cited_names import cited_in, names_known
from docgen.text.convention_text import modified, source_of
from docgen.text.convention_values import values_at
from docgen.text.markdown import nodes
from docgen.text.numbering import numbered
from docgen.text.signatures import signed_on
from docgen.text.values import unknown_values
from docgen.values import replace

MODELES = ("fiche-action", "fiche-realisation", "annexe-financiere")
"""The models that a convention may annex."""


def references_of_fiche(subject: Subject) -> Iterator[Remark]:
    """Une fiche désigne sa convention et les ministères par leur identifiant. Un identifiant que le dossier n’a pas
    arrête le document définitif ; le plus proche est proposé."""
    fiche = subject.piece_as(FicheAction)
    yield from cited(fiche.convention, ids_of(subject, Convention), "la convention", ("convention",), Convention)
    if subject.convention is None:
        return
    ministeres = [partie.id for partie in subject.convention.etat_partie if partie.id]
    outil = fiche.outil_numerique
    agreed = [(("outil_numerique", *path), id) for path, id in at("accords", outil.accords)] if outil else []
    for named in (at("avis", [one.ministere for one in fiche.avis], "ministere"), at("logos", fiche.logos), agreed):
        yield from all_cited(named, ministeres, "un ministère de la convention")


def names_cited(subject: Subject) -> Iterator[Remark]:
    """Un texte saisi nomme une partie par son identifiant : {{opco.le}}, {{opco.de}}, {{menj.sigle}}. Le nom s’écrit
    ainsi en un seul endroit, dans la convention. Un nom que le dossier n’a pas serait imprimé tel quel."""
    left = ("operations",) if isinstance(subject.piece, Avenant) else ("articles",)  # they have more values than these
    for path, text in texts_in(subject.piece, subject.dossier):
        for name in cited_in(text) if "{{" in text and path[:1] != left else ():
            known = list(names_known(subject.piece, subject.dossier))
            yield unknown(f"{{{{{name}}}}}", known, "le nom d’une partie", path, proche(name, list(known)))


def axes_of_fiche(subject: Subject) -> Iterator[Remark]:
    """Les axes d’une fiche sont des articles de sa convention (« article 3 »), d’après lesquels le bilan regroupe les
    actions. Un article que le texte n’a pas est signalé."""
    fiche, convention = subject.piece_as(FicheAction), subject.convention
    source = source_of(convention, subject.dossier) if convention else None
    if convention is None or source is None:
        return
    known = [f"article {number}" for number in _numbers(source, convention.articles, bool(convention.article_1er))]
    for index, axe in enumerate(fiche.axes):
        if axe.lower() not in known:
            message = f"Axe : lu {lu(axe)} ; attendu : un article de la convention, par exemple « article 3 »."
            near = proche(axe.lower(), known)
            remedy = f"Écrivez « {near} »." if near else "Donnez le numéro de l’article."
            yield Remark(message, remedy, ("axes", index), Severity.A_VERIFIER)


@lru_cache(maxsize=8)
def _numbers(source: str, changes: tuple[ArticleModifie, ...], first_as_1er: bool) -> tuple[str, ...]:
    """Return the numbers of the articles of a text, which all the fiches of a convention share."""
    return tuple(number for number in numbered(modified(nodes(source), changes), first_as_1er=first_as_1er) if number)


def references_of_annexe(subject: Subject) -> Iterator[Remark]:
    """Une annexe financière désigne sa fiche action et le financeur des frais de gestion par leur identifiant. Deux
    financeurs n’ont pas le même."""
    annexe = subject.piece_as(AnnexeFinanciere)
    yield from cited(annexe.fiche, ids_of(subject, FicheAction), "la fiche action", ("fiche",), FicheAction)
    financeurs = [financeur.id for financeur in annexe.financeurs if financeur.id]
    if annexe.frais_gestion:
        path = ("frais_gestion", "financeur")
        yield from cited(annexe.frais_gestion.financeur, financeurs, "un financeur de l’annexe", path)
    yield from _twice([financeur.id for financeur in annexe.financeurs], "financeurs")


def references_of_autorisation(subject: Subject) -> Iterator[Remark]:
    """Une autorisation de logo désigne par leur identifiant la convention, les ministères et le bénéficiaire, qui en
    sont parties, et la fiche action."""
    autorisation = subject.piece_as(AutorisationLogo)
    yield from cited(autorisation.convention, ids_of(subject, Convention), "la convention", ("convention",), Convention)
    yield from cited(autorisation.fiche, ids_of(subject, FicheAction), "la fiche action", ("fiche",), FicheAction)
    if subject.convention is None:
        return
    parties = [partie.id for partie in subject.convention.parties if partie.id]
    yield from cited(autorisation.beneficiaire, parties, "une partie à la convention", ("beneficiaire",))
    ministeres = [partie.id for partie in subject.convention.etat_partie if partie.id]
    yield from all_cited(at("ministeres", autorisation.ministeres), ministeres, "un ministère de la convention")


_TAKEN = frozenset("ministeres etat organe cpt ca duree preavis delai_envoi colleges article parties".split())
"""Names of values of a text that a party's id would take the place of."""


def references_of_convention(subject: Subject) -> Iterator[Remark]:
    """Les parties d’une convention ont chacune leur identifiant. Les fichiers qu’elle cite (texte propre, marque d’un
    partenaire) sont dans le dossier, et les modèles annexés sont de ceux que docgen connaît."""
    convention = subject.piece_as(Convention)
    yield from _twice([partie.id for partie in convention.parties], "parties")
    for index, partie in enumerate(convention.parties):
        if partie.id in _TAKEN:
            message = f"L’identifiant {lu(partie.id)} est celui d’une valeur du texte."
            yield Remark(message, "Donnez à la partie un autre identifiant.", ("parties", index, "id"))
    yield from _missing_file(subject, convention.texte, ("texte",))
    for index, partie in enumerate(convention.parties):
        if partie.marque:
            yield from _missing_file(subject, partie.marque.fichier, ("parties", index, "marque", "fichier"))
    annexed = at("annexes", [annexe.modele for annexe in convention.annexes], "modele")
    yield from all_cited(annexed, MODELES, "un modèle à annexer")


def changed_articles(subject: Subject) -> Iterator[Remark]:
    """Un article remplacé, ajouté ou retiré est désigné par son nom dans le modèle de texte ({#mobilite}). Un nom que
    le texte n’a pas ne changerait rien : il est signalé, avec le plus proche."""
    convention = subject.piece_as(Convention)
    source = source_of(convention, subject.dossier)
    if source is None or not convention.articles:
        return
    known = [node.key for node in nodes(source) if node.key]
    for index, change in enumerate(convention.articles):
        field = "apres" if change.action is Action.AJOUTER else "article"
        target = change.apres if change.action is Action.AJOUTER else change.article
        yield from cited(target, known, "un article du texte", ("articles", index, field))
        if change.article is None:
            continue
        if change.action is Action.AJOUTER and change.article in known:
            message = f"L’article ajouté porte un nom déjà pris : {lu(change.article)}."
            yield Remark(message, "Donnez-lui un autre nom.", ("articles", index, "article"))
        elif change.action is Action.AJOUTER:
            known.append(change.article)
        elif change.action is Action.RETIRER and change.article in known:
            known.remove(change.article)


def names_of_articles(subject: Subject) -> Iterator[Remark]:
    """Deux articles ne portent pas le même nom ({#objet}) : les renvois et les avenants ne sauraient lequel ils visent.
    Un article n’est remplacé ou retiré qu’une fois."""
    convention = subject.piece_as(Convention)
    source = source_of(convention, subject.dossier) if convention.texte else None
    met: dict[str, int] = {}
    for node in nodes(source) if source else ():
        if node.key in met:
            message = f"Le nom « {node.key} » est déjà celui de l’article de la ligne {met[node.key]}."
            place = Place(resolve(subject.dossier.entree(convention).file, convention.texte or ""), node.line)
            yield Remark(message, "Donnez à l’un des deux un autre nom.", ("texte",), None, place)
        elif node.key:
            met[node.key] = node.line
    replaced: set[str | None] = set()
    for index, change in enumerate(convention.articles):
        if change.article and change.article in replaced and change.action is not Action.AJOUTER:
            message = f"L’article {lu(change.article)} est déjà remplacé plus haut."
            yield Remark(message, "Gardez une des deux modifications.", ("articles", index, "article"))
        if change.action is Action.REMPLACER:
            replaced.add(change.article)


def values_of_text(subject: Subject) -> Iterator[Remark]:
    """Un texte emploie des valeurs nommées ({{opco.le}}, {{duree.lettres}}, {{article.objet}}). Un nom que docgen ne
    connaît pas laisserait un trou dans le document : il est signalé, avec le plus proche."""
    convention = subject.piece_as(Convention)
    source = source_of(convention, subject.dossier)
    if source is None:
        return
    values = values_at(convention, signed_on(convention), subject.dossier)
    named = {f"article.{node.key}": "" for node in modified(nodes(source), convention.articles) if node.key}
    values = replace(values, words={**values.words, **named})
    known = [*values.words, *values.blocks]
    for path, text in (_text_path(convention, source), *_typed_articles(convention)):
        for name in unknown_values(text, values):
            place = text_place(subject, f"{{{{ {name}") if path == ("texte",) else None
            yield replace(
                unknown(f"{{{{{name}}}}}", known, "une valeur connue", path, proche(name, list(known))), place=place
            )


def _text_path(convention: Convention, source: str) -> tuple[FieldPath, str]:
    return (("texte",) if convention.texte else (), source)


def _typed_articles(convention: Convention) -> Iterator[tuple[FieldPath, str]]:
    for index, change in enumerate(convention.articles):
        for field, text in (("titre", change.titre), ("texte", change.texte)):
            if text:
                yield ("articles", index, field), text


def ids_of(subject: Subject, kind: type[Piece]) -> list[str]:
    """Return the ids of the pieces of `kind` that the dossier has."""
    return [piece.id for piece in subject.dossier.all(kind) if piece.id]


def cited(
    id: str | None, known: Sequence[str], what: str, path: FieldPath, kind: type[Piece] | None = None
) -> Iterator[Remark]:
    """Yield what is wrong with an `id` that is not among those `known`, with the nearest; `what` was expected, a
    piece of the dossier where `kind` is given."""
    return all_cited([(path, id)], known, what, kind)


def all_cited(
    ids: Sequence[tuple[FieldPath, str | None]], known: Sequence[str], what: str, kind: type[Piece] | None = None
) -> Iterator[Remark]:
    """Yield what is wrong with the `ids` of one list, each with its path: the nearest is one that the list has not."""
    strange = [(path, id) for path, id in ids if id is not None and id not in known]
    if strange:
        there = {id for _, id in ids}
        left = [one for one in known if one not in there]
        for path, id in strange:
            said = unknown(id, known, what, path, proche(id, left))
            if known and not left:
                said = replace(said, remedy="Corrigez-le, ou retirez-le : tous ceux que docgen connaît y sont déjà.")
            yield replace(said, lacks=(kind.genre, id) if kind else None)


def at(field: str, ids: Iterable[str | None], key: str = "") -> tuple[tuple[FieldPath, str | None], ...]:
    """Return the `ids` of the list `field`, each with its path; `key` is that of the id in an item that has others."""
    return tuple(((field, index, key) if key else (field, index), id) for index, id in enumerate(ids))


def unknown(read: str, known: Sequence[str], what: str, path: FieldPath, near: str | None = None) -> Remark:
    """Return what is wrong with what was `read`, which is none of those `known`; `near` is the one that was meant."""
    listed = ", ".join(known) if len(known) <= 12 else ""
    remedy = f"Écrivez « {near} »." if near else f"Sont connus : {listed}." if listed else "Corrigez ce nom."
    if not known:
        remedy = "Ajoutez au dossier le fichier qui porte cet identifiant, ou corrigez-le."
    return Remark(f"lu {lu(read)}, que le dossier n’a pas ; attendu : {what}.", remedy, path)


def _twice(ids: Sequence[str | None], field: str) -> Iterator[Remark]:
    for index, id in enumerate(ids):
        if id is not None and id in ids[:index]:
            message = f"L’identifiant {lu(id)} est porté deux fois."
            yield Remark(message, "Donnez à chacun un identifiant à lui.", (field, index, "id"))


def _missing_file(subject: Subject, path: str | None, field: FieldPath) -> Iterator[Remark]:
    if path is not None and subject.dossier.file(subject.piece, path) is None:
        remedy = "Ajoutez ce fichier au dossier, ou corrigez son chemin, qui part du fichier qui le cite."
        yield Remark(f"Le fichier {lu(path)} est introuvable.", remedy, field)
