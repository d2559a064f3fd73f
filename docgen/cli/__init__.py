"""The command line: arguments in, exit code out; the only package that prints.

app       what every command shares
papers    verifier, generer, demo
meetings  seance, calendrier
tools     nouveau, schema, regles, modeles, docteur
"""

from docgen.cli import meetings, papers, tools  # each adds its commands
from docgen.cli.app import app, main

__all__ = ["app", "main", "meetings", "papers", "tools"]
