"""What goes to signature in one command: the definitive files, the bordereau, the note, the fields, the archive."""

import json
import shutil
import zipfile
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from typer.testing import CliRunner

from docgen.cli.commands import app
from docgen.parapheur import signing
from docgen.pipeline import examine, load
from docgen.resources import samples_folder
from docgen.text.a_signer import Sending
from docgen.text.bordereau import write_bordereau
from docgen.text.note_signataire import write_note
from docgen.tree import Document, paragraphs_of
from tests.text.dossiers import CONVENTION

ATLAS = samples_folder() / "atlas"
TO_SIGN = CONVENTION.replace("etat: signe", "etat: a-signer\netablie_le: 30/04/2021").replace("date: 12/05/2021, ", "")
DELEGATED = (
    "qualite: ministre de l’éducation nationale, delegation: {civilite: M., prenom: Luc, nom: Noir, qualite: directeur "
    "général de l’enseignement scolaire, acte: décret du 3 juillet 2019, date_acte: 03/07/2019, publiee_le: 04/07/2019}"
)


def call(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, [str(one) for one in arguments])
    return result.exit_code, result.output + (f"\n{result.exception}" if result.exception else "")


def said(document: Document) -> str:
    """Return the words of a paper, no-break spaces as plain ones."""
    return "\n".join(paragraphs_of(document)).replace("\u00a0", " ").replace("\u202f", " ")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "dossier"
    path.mkdir()
    (path / "convention.yaml").write_text(TO_SIGN, encoding="utf-8")
    return path


def sent(folder: Path, *names: str) -> Sending:
    return signing(examine(*load(folder)), names).sending


def typed(folder: Path, text: str) -> None:
    head = "document: bordereau\nid: b\ndate: 02/05/2021\ndocuments: [c]\n"
    (folder / "bordereau.yaml").write_text(head + text, encoding="utf-8")


# ---------------------------------------------------------------- the files


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bordereau of the sample, made."""
    out = tmp_path_factory.mktemp("parapheur")
    code, output = call("bordereau", "2021-04", "-d", ATLAS, "-s", out)
    assert code == 0, output
    assert "parapheur-2021-04.zip : 1 document, 4 signatures attendues." in output
    return out


def test_one_command_makes_what_goes_to_signature(atlas: Path) -> None:
    assert sorted(path.name for path in atlas.iterdir()) == [
        "bordereau-signature-2021-04.docx",
        "bordereau-signature-2021-04.pdf",
        "champs-signature-2021-04.json",
        "convention-atlas-2021-a-signer.docx",
        "convention-atlas-2021-a-signer.pdf",
        "manifeste.json",
        "note-signataire-2021-04.docx",
        "note-signataire-2021-04.pdf",
        "parapheur-2021-04.zip",
    ]


def test_the_archive_holds_all_the_files_and_their_fingerprints(atlas: Path) -> None:
    with zipfile.ZipFile(atlas / "parapheur-2021-04.zip") as archive:
        names = archive.namelist()
        assert {*names[:-1], "manifeste.json", "parapheur-2021-04.zip"} == {path.name for path in atlas.iterdir()}
        assert all(archive.read(name) == (atlas / name).read_bytes() for name in names[:-1])
        assert {entry.date_time for entry in archive.infolist()} == {(2021, 4, 30, 0, 0, 0)}


def test_the_fields_are_told_where_the_file_has_them_in_the_order_of_signature(atlas: Path) -> None:
    (document,) = json.loads((atlas / "champs-signature-2021-04.json").read_text(encoding="utf-8"))["documents"]
    pdf = (atlas / document["fichier"]).read_bytes()
    pages = PdfReader(BytesIO(pdf)).pages
    assert (document["pages"], document["empreinte_sha256"]) == (len(pages), sha256(pdf).hexdigest())
    persons = [field["personne"] for field in document["champs"]]
    assert persons == ["Philippe DEGONZAGUE", "Céline VICAINÉ", "Edouard GEFFRAY", "Anne-Sophie BARTHEZ"]
    for field in document["champs"]:
        widgets = [one.get_object() for one in pages[field["page"] - 1]["/Annots"]]
        (widget,) = [one for one in widgets if one["/T"] == field["champ"]]
        assert [float(edge) for edge in widget["/Rect"]] == pytest.approx(field["rectangle"], abs=0.01)
        assert widget["/TU"] == field["libelle"]


def test_the_bordereau_prints_the_fingerprint_and_the_pages_of_the_file(atlas: Path) -> None:
    pdf = (atlas / "convention-atlas-2021-a-signer.pdf").read_bytes()
    printed = "".join(page.extract_text() for page in PdfReader(atlas / "bordereau-signature-2021-04.pdf").pages)
    assert sha256(pdf).hexdigest() in printed
    assert f"établi sur {len(PdfReader(BytesIO(pdf)).pages)} pages" in printed.replace("\u00a0", " ")


def test_a_field_is_named_after_a_role_cut_at_a_whole_word(atlas: Path) -> None:
    (document,) = json.loads((atlas / "champs-signature-2021-04.json").read_text(encoding="utf-8"))["documents"]
    last = document["champs"][-1]
    assert last["champ"] == "signature-directrice-generale-de-l-enseignement-superieur-et-de-l"
    assert last["libelle"].startswith("Signature d’Anne-Sophie BARTHEZ")


def test_the_note_is_one_page(atlas: Path) -> None:
    assert len(PdfReader(atlas / "note-signataire-2021-04.pdf").pages) == 1


def test_the_same_documents_go_with_the_bordereau_that_names_them(folder: Path) -> None:
    typed(folder, "reference: R-7\n")
    assert sent(folder, "convention/c").bordereau.id == "b"
    assert sent(folder, "b").bordereau.reference == "R-7"


# ---------------------------------------------------------------- the words


def test_partners_sign_first_and_ministries_last(folder: Path) -> None:
    (one,) = sent(folder, "c").documents
    assert [signer.partie.id for signer in one.signers] == ["o", "a"]
    assert "Les partenaires signent en premier" in said(write_bordereau(sent(folder, "c")))


def test_the_order_may_be_typed_and_the_usual_one_is_then_not_said(folder: Path) -> None:
    typed(folder, "ordre: [a, o]\n")
    (one,) = sent(folder, "b").documents
    assert [signer.partie.id for signer in one.signers] == ["a", "o"]
    assert "Les partenaires signent en premier" not in said(write_bordereau(sent(folder, "b")))


@pytest.mark.parametrize(("count", "each"), [(2, "chaque partie ayant un intérêt distinct"), (3, "chaque partie")])
def test_each_party_is_promised_an_original_only_where_there_are_as_many(folder: Path, count: int, each: str) -> None:
    other = "  - {id: b, nature: ministère, cote: 1, nom: ministère de la culture, sigle: MC,\n     signataires: "
    other += "[{civilite: M., prenom: Luc, nom: Noir, qualite: ministre de la culture}]}\n  - {id: o,"
    text = TO_SIGN.replace("  - {id: o,", other).replace("lieu: Paris", f"lieu: Paris, originaux: {count}")
    (folder / "convention.yaml").write_text(text, encoding="utf-8")
    figure = {2: "deux", 3: "trois"}[count]
    assert f"{figure} originaux papier, dont un pour {each}." in said(write_bordereau(sent(folder, "c")))


def test_a_minister_signs_in_person_and_a_director_by_the_decree(folder: Path) -> None:
    assert "signature personnelle" in said(write_bordereau(sent(folder, "c")))
    changed = TO_SIGN.replace("qualite: ministre de l’éducation nationale", DELEGATED)
    (folder / "convention.yaml").write_text(changed, encoding="utf-8")
    text = said(write_bordereau(sent(folder, "c")))
    assert "article 1er du décret n° 2005-850 du 27 juillet 2005" in text
    assert "nomination par décret du 3 juillet 2019, publié au Journal officiel du 4 juillet 2019" in text
    assert "M. Luc Noir signe pour la ministre de l’éducation nationale" in said(write_note(sent(folder, "c")))


def test_the_bordereau_and_the_note_say_who_signs_in_the_meantime(folder: Path) -> None:
    meantime = DELEGATED.replace("publiee_le: 04/07/2019", "publiee_le: 04/07/2019, interim: oui")
    changed = TO_SIGN.replace("qualite: ministre de l’éducation nationale", meantime)
    (folder / "convention.yaml").write_text(changed, encoding="utf-8")
    function = "directeur général de l’enseignement scolaire par intérim"
    assert f"Le {function}" in said(write_bordereau(sent(folder, "c")))
    assert f"M. Luc Noir, {function}, signe pour" in said(write_note(sent(folder, "c")))


def test_what_is_typed_of_a_signature_is_printed(folder: Path) -> None:
    typed(
        folder,
        "suivi: [{partie: o, fondement: statuts, article 12, mode: électronique, transmis_le: 03/05/2021}]\n"
        "derogations: [{regle: REU-01, motif: envoi accepté, auteur: le comité}]\n",
    )
    text = (
        (folder / "bordereau.yaml").read_text(encoding="utf-8").replace("statuts, article 12", "'statuts, article 12'")
    )
    (folder / "bordereau.yaml").write_text(text, encoding="utf-8")
    printed = said(write_bordereau(sent(folder, "b")))
    assert all(one in printed for one in ("statuts, article 12", "électronique", "3 mai 2021", "REU-01, envoi accepté"))


def test_a_foundation_that_nobody_gave_is_a_hole(folder: Path) -> None:
    assert "[à compléter : statuts, délibération ou délégation de pouvoirs]" in said(write_bordereau(sent(folder, "c")))


@pytest.fixture
def avenants(tmp_path: Path) -> Path:
    """The dossier of the avenants, the second one not signed yet."""
    folder = shutil.copytree(samples_folder() / "avenants", tmp_path / "avenants")
    (folder / "avenant-3.yaml").unlink()
    file = folder / "avenant-2.yaml"
    text = file.read_text(encoding="utf-8").replace("etat: signe", "etat: a-signer\netablie_le: 14/12/2022")
    file.write_text(text.replace("  date: 14/12/2022\n", ""), encoding="utf-8")
    return folder


def test_the_note_tells_each_operation_of_an_avenant_in_a_sentence(avenants: Path) -> None:
    text = said(write_note(sent(avenants, "atlas-avenant-2")))
    assert "Après l’article 12, est inséré un article 12-1." in text
    assert "Le sixième alinéa de l’article 14 est remplacé par de nouvelles stipulations." in text
    assert "Aucune des modifications ne cite de somme ni de taux." in text


def test_a_brief_note_counts_them(avenants: Path) -> None:
    text = said(write_note(sent(avenants, "atlas-avenant-2"), brief=True))
    assert "3 modifications, que le tableau des modifications présente." in text


def test_several_documents_go_with_one_bordereau_and_enclosures_are_said() -> None:
    sending = sent(ATLAS, "atlas-2021-a-signer", "menjs-2021-112", "annexe-financiere/2021-03")
    assert [len(one.signers) for one in sending.documents] == [4, 1, 0]
    assert "Joint au dossier de signature" in said(write_bordereau(sending))


def test_the_note_holds_on_one_page_however_many_sign(tmp_path: Path) -> None:
    folder = samples_folder() / "cas" / "trois-academies-et-entreprise"
    code, output = call("bordereau", "academies-ferralys-2024", "-d", folder, "-s", tmp_path)
    assert (code, "9 signatures attendues" in output) == (0, True)
    assert len(PdfReader(tmp_path / "note-signataire-academies-ferralys-2024.pdf").pages) == 1


def test_the_date_of_an_act_that_names_it_is_not_said_twice() -> None:
    folder = samples_folder() / "cas" / "trois-academies-et-entreprise"
    text = said(write_bordereau(sent(folder, "academies-ferralys-2024")))
    assert "délégation de pouvoirs du 11 juillet 2024" in text
    assert "11 juillet 2024 du 11 juillet 2024" not in text


# ---------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("change", "names", "message"),
    [
        ({}, ["zz"], "Aucun document « zz » dans ce dossier"),
        ({"etat: a-signer": "etat: projet"}, ["c"], "à l’état de projet"),
        ({"etat: a-signer": "etat: signe"}, ["c"], "déjà signé"),
        ({}, ["b", "c"], "Donnez un seul bordereau"),
    ],
)
def test_what_cannot_be_signed_is_said(folder: Path, change: dict[str, str], names: list[str], message: str) -> None:
    typed(folder, "")
    text = TO_SIGN
    for old, new in change.items():
        text = text.replace(old, new)
    (folder / "convention.yaml").write_text(text, encoding="utf-8")
    code, output = call("bordereau", *names, "-d", folder, "-s", folder / "out")
    assert code != 0
    assert message in output
    assert not (folder / "out").exists()


def test_a_bordereau_that_cannot_be_read_is_not_taken_for_another_piece(tmp_path: Path) -> None:
    (tmp_path / "convention.yaml").write_text(TO_SIGN, encoding="utf-8")
    (tmp_path / "bordereau-c.yaml").write_text("document: bordereau\nid: c\ndocuments: [a\n", encoding="utf-8")
    code, output = call("bordereau", "c", "-d", tmp_path, "-s", tmp_path / "out")
    assert code != 0
    assert "Le bordereau « c » ne se lit pas" in output


def test_a_fiche_alone_has_nothing_to_sign(tmp_path: Path) -> None:
    code, output = call("bordereau", "fiche-action/2021-03", "-d", ATLAS, "-s", tmp_path / "out")
    assert code != 0
    assert "Rien à signer dans fiche-action/2021-03" in output


def test_a_blocked_document_is_never_sent(tmp_path: Path) -> None:
    changed = tmp_path / "dossier"
    changed.mkdir()
    text = TO_SIGN.replace("duree: 3 ans\n", "")
    (changed / "convention.yaml").write_text(text, encoding="utf-8")
    code, output = call("bordereau", "c", "-d", changed, "-s", tmp_path / "out")
    assert code == 1
    assert "Retenu : convention/c" in output
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["manifeste.json"]


def test_a_document_that_is_not_there_is_a_blocking_finding(folder: Path) -> None:
    typed(folder, "ordre: [x]\nsuivi: [{partie: y}]\n")
    text = (folder / "bordereau.yaml").read_text(encoding="utf-8").replace("[c]", "[c, d]")
    (folder / "bordereau.yaml").write_text(text, encoding="utf-8")
    report = examine(*load(folder)).report
    found = [one.path for one in report if one.document == "bordereau/b" and one.blocks]
    assert sorted(map(str, found)) == sorted(map(str, [("documents", 1), ("ordre", 0), ("suivi", 0, "partie")]))
