"""The command line: arguments in, exit code out; the only package that prints.

app         what every command shares
usage       the help and the faults of a line, in French
typed       what is typed, as values
terminal    what reaches the screen
papers      verifier, generer, demo
amendments  consulter, reprendre
files       extraire, authentifier
meetings    seance, calendrier
signature   bordereau
tools       nouveau, schema, regles, modeles, docteur
commands    all of them
"""

import gc
import sys

_YOUNG_OBJECTS = 100_000
"""How many new objects Python waits for before it looks for unused ones: nearly all that a command makes at its start
(code, models, dossier) is in use until its end, and to look through it at the usual 700 takes a tenth of its time."""


def main() -> None:
    """Run the command line; leave with the exit code of the error tree, never with a traceback for a user's mistake.

    A line that begins with a command on papers loads no other: they are the ones that are run all day.
    """
    gc.set_threshold(_YOUNG_OBJECTS)
    from docgen.cli.app import run

    if sys.argv[1:2] in (["verifier"], ["generer"], ["demo"]):
        from docgen.cli import papers  # noqa: F401 (it adds its commands)
    else:
        from docgen.cli import commands  # noqa: F401 (it adds them all)
    run()
