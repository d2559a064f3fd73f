"""`docgen`, and `python -m docgen`."""

import sys

INTERRUPTED = 130


def run() -> None:
    """Run the command line; one who presses Ctrl-C, even while it is being loaded, meets no traceback."""
    try:
        from docgen.cli import main

        main()
    except KeyboardInterrupt:
        sys.stderr.write("Interrompu.\n")
        sys.exit(INTERRUPTED)


if __name__ == "__main__":  # a process that draws for this one reads this module too
    run()
