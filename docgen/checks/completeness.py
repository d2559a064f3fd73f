"""SAI-02: what becomes required by what else is said.

The docstrings of the checks are in French: `docgen regles` shows them to users.
"""

import re
from collections.abc import Iterator

from docgen.checks.rule import Remark, Subject
from docgen.findings import FieldPath
from docgen.model.avenant import Avenant
from docgen.model.base import titre_de
from docgen.model.common import Nature, Partie
from docgen.model.convention import Action, ArticleModifie, Comite, Convention, Designation, Etat
from docgen.text.convention_text import source_of
from docgen.text.convention_values import values_at
from docgen.text.signatures import signed_on

_NAME = re.compile(r"\{\{\s*([\w.-]+)")
_OF_CONVENTION = ("plafond_frais_gestion", "preavis", "bilan_avant")
_OF_COMITE = {"delai_envoi": "delai_envoi", "cpt": "cpt", "reunion_1": "reunions_avant", "reunion_2": "reunions_avant"}
_COLLEGES = ("comite", "colleges")


def values_that_text_needs(subject: Subject) -> Iterator[Remark]:
    """Une valeur facultative devient nécessaire dès que le texte de la convention l’emploie : préavis, plafond des
    frais de gestion, dates des réunions, délai d’envoi, collèges, date du bilan."""
    convention = subject.piece_as(Convention)
    source = source_of(convention, subject.dossier)
    if source is None or convention.comite is None:
        return
    texts = (source, *(change.texte for change in convention.articles if change.texte))
    used = dict.fromkeys(name for text in texts for name in _NAME.findall(text))
    words = values_at(convention, signed_on(convention), subject.dossier).words
    missing = [name for name in used if name in words and words[name] is None]
    if "colleges" in used and not convention.comite.colleges:
        missing.append("colleges")
    for path in dict.fromkeys(path for name in missing for path in _path_of(name)):
        yield _missing(path, _title(path), "le texte l’emploie")


def _path_of(name: str) -> Iterator[FieldPath]:
    """Yield the optional field that gives the named value; nothing for a required one, which is said elsewhere."""
    head = name.partition(".")[0]
    if head in _OF_CONVENTION:
        yield (head,)
    elif head in _OF_COMITE:
        yield ("comite", _OF_COMITE[head])
    elif head == "colleges":
        yield _COLLEGES


def _title(path: FieldPath) -> str:
    model = Comite if path[0] == "comite" else Convention
    return titre_de(model, str(path[-1]))


def date_of_text_to_sign(subject: Subject) -> Iterator[Remark]:
    """Un texte prêt à signer est daté : le bordereau de signature imprime le jour où il a été établi."""
    piece = subject.piece
    if isinstance(piece, Convention | Avenant) and piece.etat is Etat.A_SIGNER and piece.etablie_le is None:
        title = titre_de(type(piece), "etablie_le")
        yield _missing(("etablie_le",), title, "le texte est à signer, et le bordereau de signature en dit la date")


def seat_of_parties(subject: Subject) -> Iterator[Remark]:
    """Quand la page des parties les désigne par leurs institutions, le siège de chaque partie qui n’est pas un
    ministère y est imprimé : il est donc nécessaire."""
    convention = subject.piece_as(Convention)
    if convention.designation is Designation.INSTITUTIONS:
        for index, partie in enumerate(convention.parties):
            if partie.siege is None and partie.nature not in (None, Nature.MINISTERE):
                title = titre_de(Partie, "siege")
                yield _missing(("parties", index, "siege"), title, f"la page des parties l’imprime ({partie.usuel})")


def words_of_changed_articles(subject: Subject) -> Iterator[Remark]:
    """Un article remplacé ou ajouté a son texte ; un article ajouté a en outre un titre et l’article après lequel il
    se place."""
    convention = subject.piece_as(Convention)
    for index, change in enumerate(convention.articles):
        needed = {Action.REMPLACER: ("texte",), Action.AJOUTER: ("apres", "titre", "texte")}
        for field in needed.get(change.action, ()) if change.action else ():
            if getattr(change, field) is None:
                title = titre_de(ArticleModifie, field)
                yield _missing(("articles", index, field), title, f"il faut le donner pour « {change.action} »")


def _missing(path: FieldPath, title: str, why: str) -> Remark:
    return Remark(f"« {title} » manque : {why}.", f"Ajoutez « {path[-1]}: ».", path)
