"""docgen finds the folders it ships, in a checkout and in an installed package."""

import pytest

from docgen import resources
from docgen.errors import EnvironmentFault


def test_the_templates_and_samples_of_a_checkout_are_found() -> None:
    assert (resources.templates_folder() / "charte.css").is_file()
    assert (resources.samples_folder() / "atlas").is_dir()


def test_an_installation_without_them_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path_factory.mktemp("vide") / "docgen")
    with pytest.raises(EnvironmentFault, match="le dossier « templates » manque"):
        resources.templates_folder()


def test_an_installed_package_carries_its_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    package = tmp_path_factory.mktemp("site") / "docgen"
    (package / "_templates").mkdir(parents=True)
    monkeypatch.setattr(resources, "_PACKAGE", package)
    assert resources.templates_folder() == package / "_templates"
