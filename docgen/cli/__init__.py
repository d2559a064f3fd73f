"""The command line: arguments in, exit code out; the only package that prints.

app         what every command shares
usage       the help and the faults of a line, in French
terminal    what reaches the screen
papers      verifier, generer, demo
amendments  consulter, reprendre
files       extraire, authentifier
meetings    seance, calendrier
signature   bordereau
tools       nouveau, schema, regles, modeles, docteur
"""

from docgen.cli import amendments, files, meetings, papers, signature, tools  # each adds its commands
from docgen.cli.app import app, main

__all__ = ["amendments", "app", "files", "main", "meetings", "papers", "signature", "tools"]
