"""A value that could not be read is said once, by reading; no rule then reports a sum or a lack that it makes."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest

from docgen.checks.rules import RULES
from docgen.model.kinds import KINDS
from docgen.model.shapes import Block, ByKey, Many, Shape, field_shapes
from tests.checks.cases import ON_DEMAND, line, spoken

UNREAD = "12 0OO"
WHOLE: Mapping[str, Any] = {name: {} for name in ON_DEMAND}
"""A dossier that has every piece of the base."""

FIELDS = """
convention parties.0.id
convention parties.2.nature
convention parties.0.cote
convention etat
convention signature.date
convention designation
convention preavis
convention plafond_frais_gestion
convention comite.colleges.1.voix
fiche convention
fiche avis.0.ministere
fiche avis.0.sens
fiche avis_copil.sens
annexe fiche
annexe financeurs.0.id
annexe financeurs.0.frais_de_mission
annexe postes.0.quantite
annexe postes.0.prix_unitaire
annexe postes.1.tva
annexe postes.0.financement.opco
annexe frais_gestion.taux
annexe exercices.0
autorisation ministeres.0
autorisation debut
autorisation logo.empreinte
realisation fiche
realisation exercices.0.annee
reunion convention
reunion date
reunion membres.2.presence
reunion avis.0.fiche
reunion avis.0.ministeres.1.sens
reunion-mai ca_le
reunion-mai date
fiche fin
fiche date_demande
plan etabli_le
application fiches.0
application parties_reprises.2
application financements.0.montant
denonciation expediteur
denonciation destinataires.1.partie
""".strip().splitlines()


@cache
def said_of_the_whole() -> frozenset[str]:
    return frozenset(line(finding) for _, finding in spoken(WHOLE))


@pytest.mark.parametrize("field", FIELDS)
def test_no_rule_speaks_of_what_an_unread_value_leaves_out(field: str) -> None:
    file, path = field.split()
    found = {line(finding) for _, finding in spoken({**WHOLE, file: {path: UNREAD}})}
    assert found - said_of_the_whole() == set()


def test_what_rests_on_no_unread_value_is_still_said() -> None:
    changes = {"annexe": {"postes.0.quantite": UNREAD, "postes.1.ht": "1,00", "frais_gestion.base": "800,01"}}
    assert "ANX-01 bloquant annexe-financiere/a postes.1.ht" in {line(one) for _, one in spoken(changes)}


def test_the_unread_annex_of_one_fiche_leaves_the_others_examined() -> None:
    changes = {"reunion": {}, "annexe": {"postes.0.quantite": UNREAD}, "autre-fiche": {"budget": "1,00"}}
    found = {line(one) for _, one in spoken(changes)}
    assert "FIC-06 bloquant fiche-action/g budget" in found
    assert not any("fiche-action/f" in one for one in found)


def _names(shapes: Mapping[str, Shape], path: str) -> bool:
    head, _, rest = path.partition(".")
    shape = shapes.get(head)
    while isinstance(shape, Many):
        shape = shape.item
    if rest and isinstance(shape, Block):
        return _names(field_shapes(shape.model), rest)
    return shape is not None and (not rest or isinstance(shape, ByKey))


@pytest.mark.parametrize("need", sorted({need for rule in RULES for need in rule.needs}))
def test_what_a_rule_needs_is_a_field_that_there_is(need: str) -> None:
    kind, _, path = need.partition(".")
    assert not path or _names(field_shapes(KINDS[kind]), path)
