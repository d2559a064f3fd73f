"""What the disk refuses is said in French."""

import errno
from pathlib import Path

import pytest

from docgen.errors import TemplateError, disk_reason
from docgen.layout.templates import lint_folder
from docgen.layout.word.house import house_template


@pytest.mark.parametrize(
    ("number", "said"), [(errno.ENOSPC, "le disque est plein"), (errno.EISDIR, "c’est un dossier"), (999, "erreur 999")]
)
def test_a_refusal_of_the_disk_is_in_french_or_has_its_number(number: int, said: str) -> None:
    assert said in disk_reason(OSError(number, "English words"))


def test_a_folder_named_as_a_template_is_an_error_of_ours(tmp_path: Path) -> None:
    (tmp_path / "fiche-action.docx").mkdir()
    with pytest.raises(TemplateError, match="est un dossier"):
        lint_folder(tmp_path, tmp_path / "ailleurs")


def test_a_folder_in_the_place_of_a_house_template_is_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "fiche-action.docx").mkdir()
    with pytest.raises(TemplateError, match="est un dossier"):
        house_template(tmp_path, "fiche-action")
