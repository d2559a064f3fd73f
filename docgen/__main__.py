"""`docgen`, and `python -m docgen`."""

import atexit
import os
import sys
import threading

INTERRUPTED = 130


def run() -> None:
    """Run the command line, then leave at once: a sixth of a short run went into taking apart what it had made.

    What was asked to be done at the end is done; Python leaves in its own way where output cannot be written out, which
    it then says, or where a thread is still at work.
    """
    try:
        line()
    except SystemExit as end:
        if isinstance(end.code, int) and threading.active_count() == 1:
            atexit._run_exitfuncs()
            if _written_out():
                os._exit(end.code)
        raise


def line() -> None:
    """Run the command line; one who presses Ctrl-C, even while it is being loaded, meets no traceback."""
    try:
        from docgen.cli import main

        main()
    except KeyboardInterrupt:
        sys.stderr.write("Interrompu.\n")
        sys.exit(INTERRUPTED)


def _written_out() -> bool:
    """Write out what was printed; tell whether it could be, to the last character."""
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:  # Python has none where it was started without one
                stream.flush()
    except (OSError, ValueError):  # a full disk, a pipe that no one reads any more; a stream that is closed
        return False
    return True


if __name__ == "__main__":  # a process that draws for this one reads this module too
    run()
