"""A small convention given as Markdown, and avenants on it, as the tests write them."""

from pathlib import Path
from typing import Any

import yaml

from docgen.dossier import Dossier, gather
from docgen.model.avenant import Avenant
from docgen.model.build import Built, build_piece
from docgen.model.convention import Convention
from docgen.read.yaml import read_yaml
from tests.text.dossiers import CONVENTION

TEXT = (Path(__file__).parent / "convention.md").read_text(encoding="utf-8")
SIGNED: dict[str, Any] = {
    "document": "avenant",
    "convention": "c",
    "etat": "signe",
    "objet": "relatif aux actions",
    "demande": {"partie": "o", "date": "01/03/2022"},
    "motif": "Les actions changent.",
}


def avenant(numero: int, *operations: dict[str, Any], signed: str = "01/06/2022", **more: Any) -> dict[str, Any]:
    """Return the data of a signed avenant that makes `operations`."""
    signature = {"date": signed, "lieu": "Paris"}
    known = {"id": f"a{numero}", "numero": numero, "operations": list(operations), "signature": signature}
    return {**SIGNED, **known, **more}


def amended(*pieces: dict[str, Any], text: str = TEXT) -> Dossier:
    """Return the dossier of the small convention and of `pieces`, avenants and house style."""
    convention = {**yaml.load(CONVENTION, Loader=yaml.BaseLoader), "texte": "convention.md"}
    built = []
    for rank, data in enumerate((convention, *pieces)):
        mapping, faults = read_yaml(yaml.safe_dump(data, allow_unicode=True).encode(), f"{rank}.yaml")
        assert mapping, faults
        made = build_piece(mapping)
        assert isinstance(made, Built), made
        assert not made.findings, made.findings
        built.append((f"{rank}.yaml", made))
    return gather(built, {"convention.md": text.encode()})[0]


def convention_of(dossier: Dossier) -> Convention:
    """Return the convention of a dossier that has one."""
    return dossier.all(Convention)[0]


def avenant_of(dossier: Dossier, numero: int = 1) -> Avenant:
    """Return the avenant of that number."""
    return next(one for one in dossier.all(Avenant) if one.numero == numero)
