"""Where docgen's own files are: the templates and the samples that it ships."""

from pathlib import Path

from docgen.errors import EnvironmentFault

_PACKAGE = Path(__file__).parent


def templates_folder() -> Path:
    """Return the folder of the templates, style sheets and text models.

    Raises EnvironmentFault where this installation has none.
    """
    return _shipped("templates")


def samples_folder() -> Path:
    """Return the folder of the sample dossiers; raises EnvironmentFault where this installation has none."""
    return _shipped("samples")


def _shipped(name: str) -> Path:
    """Return the folder `name`: inside the package once installed, beside it in a checkout."""
    for folder in (_PACKAGE / f"_{name}", _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise EnvironmentFault(
        f"L’installation de docgen est incomplète : le dossier « {name} » manque. Réinstallez docgen."
    )
