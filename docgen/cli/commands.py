"""All the commands."""

from docgen.cli import amendments, files, meetings, papers, signature, tools  # each adds its own, in the order of help
from docgen.cli.app import app

__all__ = ["amendments", "app", "files", "meetings", "papers", "signature", "tools"]
