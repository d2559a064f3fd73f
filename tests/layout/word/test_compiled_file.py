"""The file that comes out, what is put into it, and the files that are refused."""

import io
import struct
import subprocess
import sys
import zipfile

import pytest
from docx import Document
from lxml import etree

from docgen.errors import TemplateError
from docgen.layout.word.compiled import CompiledTemplate, Media
from tests.layout.word.oracle import (
    NAMESPACES,
    OFFICE,
    W,
    body_of,
    canonical,
    canonical_parts,
    paragraph,
    parts_of,
    texts_of,
    word_file,
    zipped,
)

PLAIN = word_file(paragraph("{{ v }}"), styles="", core="<dc:title>{{ v }}</dc:title>")
LOGO = Media("logo1.svg", b"<svg/>", "image/svg+xml")
PHOTO = Media("photo.png", b"\x89PNG" * 50, "image/png")
RELS = "word/_rels/document.xml.rels"


def compiled(template: bytes = PLAIN, **shared: bytes) -> CompiledTemplate:
    return CompiledTemplate.compile(template, "essai.docx", shared)


def with_part(name: str, content: bytes, template: bytes = PLAIN) -> bytes:
    return zipped(parts_of(template) | {name: content})


def relation(kind: str, target: str, mode: str = "External") -> bytes:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId9" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="{mode}"/></Relationships>'
    ).encode()


def styles(**names: str) -> str:
    return "".join(f'<w:style w:styleId="{id_}"><w:name w:val="{name}"/></w:style>' for id_, name in names.items())


def test_the_file_is_a_sound_archive_in_canonical_order_outside_of_time() -> None:
    with zipfile.ZipFile(io.BytesIO(compiled(with_part("Note.bin", b"n")).render({"v": "é"}, [PHOTO]))) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert names == ["[Content_Types].xml", "_rels/.rels", *sorted(names[2:])]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_same_values_give_the_same_bytes() -> None:
    again = CompiledTemplate.compile(zipped(parts_of(PLAIN)), "autre.docx")
    assert compiled().render({"v": "a"}, [LOGO]) == again.render({"v": "a"}, [LOGO])


def test_python_docx_opens_the_file() -> None:
    document = Document(io.BytesIO(compiled().render({"v": "titre"}, [LOGO, PHOTO])))
    assert document.core_properties.title == "titre"
    assert [item.text for item in document.paragraphs] == ["titre"]


def test_a_part_with_a_name_beyond_ascii_keeps_it() -> None:
    names = parts_of(compiled(with_part("word/media/été.bin", b"x")).render({"v": "a"}))
    assert names["word/media/été.bin"] == b"x"


def test_parts_are_found_however_their_relation_is_written() -> None:
    template = word_file(paragraph("a"), header=paragraph("{{ v }}"), footer=paragraph("{{ v }}"))
    rels = (
        parts_of(template)[RELS].replace(b'"header.xml"', b'"../word/header.xml"').replace(b'"footer', b'"/word/footer')
    )
    content = compiled(with_part(RELS, rels, template)).render({"v": "b"})
    assert [texts_of(content, f"word/{kind}.xml") for kind in ("header", "footer")] == [["b"], ["b"]]


def test_the_body_does_not_declare_again_what_the_document_declares() -> None:
    assert b"<w:body><w:p>" in parts_of(compiled().render({"v": "a"}))["word/document.xml"]


def test_a_template_is_compiled_once_for_the_same_bytes() -> None:
    assert compiled(bytes(bytearray(PLAIN))) is compiled(bytes(bytearray(PLAIN)))
    assert compiled(PLAIN) is not compiled(word_file(paragraph("autre")))


def test_docxtpl_is_not_imported_before_a_template_is_compiled() -> None:
    program = "import sys, docgen.layout.word.compiled; sys.exit('docxtpl' in sys.modules or 'docx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_pictures_are_declared_and_led_to_in_order() -> None:
    parts = parts_of(compiled().render({"v": "a"}, [LOGO, PHOTO]))
    assert parts["word/media/logo1.svg"] == LOGO.content
    assert parts["word/media/photo.png"] == PHOTO.content
    added = {
        item.get("Id"): item.get("Target")
        for item in etree.fromstring(parts[RELS])
        if item.get("Type") == f"{OFFICE}/image"
    }
    assert added == {"rIdDocgen1": "media/logo1.svg", "rIdDocgen2": "media/photo.png"}
    types = {item.get("Extension"): item.get("ContentType") for item in etree.fromstring(parts["[Content_Types].xml"])}
    assert types["svg"] == "image/svg+xml"
    assert types["png"] == "image/png"


def test_a_suffix_is_declared_once_for_all_the_pictures_that_bear_it() -> None:
    parts = parts_of(compiled().render({"v": "a"}, [LOGO, Media("logo2.svg", b"<svg/>", "image/svg+xml")]))
    types = [item for item in etree.fromstring(parts["[Content_Types].xml"]) if "svg" in item.get("ContentType", "")]
    assert [item.get("Extension") for item in types] == ["svg"]


def test_a_suffix_that_means_something_else_is_declared_for_the_part_alone() -> None:
    parts = parts_of(compiled().render({"v": "a"}, [Media("dessin.xml", b"<svg/>", "image/svg+xml")]))
    types = {item.get("PartName"): item.get("ContentType") for item in etree.fromstring(parts["[Content_Types].xml"])}
    assert types["/word/media/dessin.xml"] == "image/svg+xml"


def test_a_picture_may_not_take_the_name_of_one_of_the_template() -> None:
    template = compiled(with_part("word/media/logo1.svg", b"<svg>autre</svg>"))
    with pytest.raises(TemplateError, match=r"word/media/logo1\.svg"):
        template.render({"v": "a"}, [LOGO])


def test_parts_take_the_place_of_those_of_the_template() -> None:
    core = b"<core/>"
    filled = compiled().fill({"v": "a"}, parts={"docProps/core.xml": core})
    parts = parts_of(filled.content)
    assert parts["docProps/core.xml"] == core
    assert parts[RELS] == parts_of(PLAIN)[RELS]
    assert parts["[Content_Types].xml"] == parts_of(PLAIN)["[Content_Types].xml"]


def test_a_part_that_is_replaced_is_not_asked_for_its_values() -> None:
    template = compiled(word_file("", core="<dc:title>{{ v }}</dc:title>"))
    assert template.fill({}, parts={"docProps/core.xml": b"<core/>"}).missing == ()


def test_new_parts_are_declared_and_led_to() -> None:
    properties = relation("customXmlProps", "itemProps1.xml", "Internal")
    data = {
        "customXml/item1.xml": b"<donnees/>",
        "customXml/itemProps1.xml": b"<props/>",
        "customXml/_rels/item1.xml.rels": properties,
        "docProps/app.xml": b"<app/>",
    }
    parts = parts_of(compiled().render({"v": "a"}, [LOGO], data))
    assert {name: parts[name] for name in data} == data
    from_body = {item.get("Target"): item.get("Id") for item in etree.fromstring(parts[RELS])}
    assert from_body["../customXml/item1.xml"] == "rIdDocgen2"
    assert "docProps/app.xml" in {item.get("Target") for item in etree.fromstring(parts["_rels/.rels"])}
    types = {
        item.get("PartName"): item.get("ContentType", "") for item in etree.fromstring(parts["[Content_Types].xml"])
    }
    assert "/customXml/_rels/item1.xml.rels" not in types
    assert types["/customXml/itemProps1.xml"].endswith("customXmlProperties+xml")
    assert types["/docProps/app.xml"].endswith("extended-properties+xml")


def test_shared_parts_take_the_place_of_the_templates_own() -> None:
    look = f"<w:styles {NAMESPACES}>{styles(Corps='Corps')}</w:styles>".encode()
    parts = parts_of(CompiledTemplate.compile(PLAIN, "essai.docx", {"word/styles.xml": look}).render({"v": "a"}))
    assert canonical(parts["word/styles.xml"]) == canonical(look)
    assert parts[RELS] == parts_of(PLAIN)[RELS]


def test_shared_parts_that_the_template_lacks_are_declared_and_led_to() -> None:
    theme = b"<theme/>"
    template = CompiledTemplate.compile(PLAIN, "essai.docx", {"word/theme/theme1.xml": theme})
    parts = parts_of(template.render({"v": "a"}))
    assert parts["word/theme/theme1.xml"] == theme
    assert {"rIdCharte1": "theme/theme1.xml"}.items() <= {
        item.get("Id"): item.get("Target") for item in etree.fromstring(parts[RELS])
    }.items()


def test_references_go_to_the_shared_style_of_the_same_name() -> None:
    own = styles(Alinea="Alinéa", Sub="Subtitle", Own="À moi", Listed="autre,Liste tiret")
    lines = "".join(paragraph("{{ v }}", style) for style in ("Alinea", "Sub", "Own", "Listed", "Inconnu"))
    shared = styles(A1="Alinéa", S1="Sous-titre", L1="Liste tiret")
    look = f"<w:styles {NAMESPACES}>{shared}</w:styles>".encode()
    template = CompiledTemplate.compile(word_file(lines, styles=own), "essai.docx", {"word/styles.xml": look})
    root = body_of(template.render({"v": "a"}))
    used = [item.get(f"{{{W}}}val") for item in root.iter(f"{{{W}}}pStyle")]
    assert used == ["A1", "S1", "Own", "L1", "Inconnu"]


def test_a_shared_part_refers_to_the_shared_styles_already() -> None:
    own = word_file(paragraph("a"), styles=styles(A="Alinéa", B="Autre"))
    shared = parts_of(word_file(paragraph("{{ v }}", "B"), styles=styles(B="Alinéa", C="Autre")))
    both = {name: shared[name] for name in ("word/document.xml", "word/styles.xml")}
    root = body_of(CompiledTemplate.compile(own, "essai.docx", both).render({"v": "a"}))
    assert [item.get(f"{{{W}}}val") for item in root.iter(f"{{{W}}}pStyle")] == ["B"]


def test_a_template_whose_own_styles_have_another_name_is_given_the_shared_ones_in_their_place() -> None:
    parts = parts_of(word_file(paragraph("a"), styles=""))
    moved = {name: part.replace(b"styles.xml", b"styles2.xml") for name, part in parts.items() if "styles" not in name}
    template = zipped(moved | {"word/styles2.xml": parts["word/styles.xml"]})
    look = f"<w:styles {NAMESPACES}>{styles(Corps='Corps')}</w:styles>".encode()
    result = parts_of(CompiledTemplate.compile(template, "essai.docx", {"word/styles.xml": look}).render({}))
    assert canonical(result["word/styles2.xml"]) == canonical(look)
    assert "word/styles.xml" not in result


def test_parts_that_hold_no_tag_stay_as_they_are() -> None:
    template = word_file(paragraph("{{ v }}"), styles=styles(Corps="Corps"), header=paragraph("fixe"))
    ours = canonical_parts(CompiledTemplate.compile(template, "essai.docx").render({"v": "a"}))
    theirs = canonical_parts(template)
    assert {name for name in ours if ours[name] != theirs[name]} == {"word/document.xml"}


def lying(template: bytes) -> bytes:
    """Return a file whose body pretends, in both places that say it, to unpack to ten bytes."""
    real = struct.pack("<L", len(parts_of(template)["word/document.xml"]))
    return template.replace(real, struct.pack("<L", 10))


def retyped(kind: str) -> bytes:
    """Return a file whose body is declared to be of another kind."""
    types = parts_of(PLAIN)["[Content_Types].xml"].replace(b"wordprocessingml.document.main+xml", kind.encode())
    return with_part("[Content_Types].xml", types)


def without(name: str) -> bytes:
    """Return a file that lacks a part."""
    return zipped({part: content for part, content in parts_of(PLAIN).items() if part != name})


HOSTILE = {
    "not an archive": (b"bonjour", "ce fichier ne s’ouvre pas"),
    "an archive cut short": (PLAIN[:400], "ce fichier ne s’ouvre pas"),
    "an old .doc": (b"\xd0\xcf\x11\xe0" + bytes(100), "ancien fichier .doc"),
    "no body": (zipped({"a.xml": b"<a/>"}), "ce n’est pas un document Word"),
    "another office file": (with_part("word/document.xml", b"<workbook/>"), "ce n’est pas un document Word"),
    "a .dotx": (retyped("wordprocessingml.template.main+xml"), "ce n’est pas un document Word"),
    "a .docm": (retyped("wordprocessingml.document.macroEnabled.main+xml"), "ce n’est pas un document Word"),
    "no content types": (without("[Content_Types].xml"), "ce n’est pas un document Word"),
    "a bomb": (with_part("word/media/a.bin", bytes(2**21)), "plus de 150 fois"),
    "too large a file": (with_part("a.bin", bytes(65 * 2**20)), "au plus 64 Mo"),
    "too many parts": (zipped({f"{n}.bin": b"" for n in range(1_001)}), "au plus 1000"),
    "a body that lies about its size": (lying(PLAIN), "ce fichier ne s’ouvre pas"),
    "a name that climbs": (with_part("../a.xml", b"<a/>"), "mène hors du fichier"),
    "an absolute name": (with_part("/a.xml", b"<a/>"), "mène hors du fichier"),
    "two parts of one name": (with_part("word/Document.xml", b"<a/>"), "le même nom"),
    "a macro": (with_part("word/vbaProject.bin", b"x"), "macro"),
    "an entity": (with_part("word/x.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "DOCTYPE"),
    "an entity in UTF-16": (with_part("word/x.xml", "<!DOCTYPE a><a/>".encode("utf-16")), "DOCTYPE"),
    "broken XML": (with_part("word/x.xml", b"<a>"), "XML bien formé"),
    "a template of its own": (
        with_part("word/_rels/x.xml.rels", relation("attachedTemplate", "file:///n.dotm")),
        "Détachez",
    ),
    "an object": (with_part("word/_rels/x.xml.rels", relation("oleObject", "o.bin", "Internal")), "objet actif"),
    "a picture elsewhere": (
        with_part("word/_rels/x.xml.rels", relation("image", "https://a.fr/b.png")),
        "hors de lui-même",
    ),
    "a link to a file": (with_part("word/_rels/x.xml.rels", relation("hyperlink", "file:///etc")), "hors de lui-même"),
}


@pytest.mark.parametrize(("content", "message"), HOSTILE.values(), ids=HOSTILE.keys())
def test_a_file_that_is_not_a_safe_word_document_is_refused(content: bytes, message: str) -> None:
    with pytest.raises(TemplateError, match=f"essai.docx : .*{message}"):
        compiled(content)


def test_links_to_the_web_are_no_danger() -> None:
    rels = relation("hyperlink", "https://www.education.gouv.fr")
    template = with_part("word/_rels/document.xml.rels", rels, word_file(paragraph("{{ v }}")))
    assert texts_of(compiled(template).render({"v": "a"})) == ["a"]


def test_all_the_reasons_to_refuse_a_file_come_at_once() -> None:
    content = zipped(parts_of(PLAIN) | {"word/vbaProject.bin": b"x", "word/x.xml": b"<a>"})
    with pytest.raises(TemplateError) as caught:
        compiled(content)
    assert len(str(caught.value).splitlines()) == 2
