"""The command line: arguments in, exit code out; the only package that prints.

app         what every command shares
papers      verifier, generer, demo
amendments  consulter, reprendre
meetings    seance, calendrier
signature   bordereau
tools       nouveau, schema, regles, modeles, docteur
"""

from docgen.cli import amendments, meetings, papers, signature, tools  # each adds its commands
from docgen.cli.app import app, main

__all__ = ["amendments", "app", "main", "meetings", "papers", "signature", "tools"]
