"""Has LibreOffice accept, or reject, all the tracked changes of a Word file, through its programming interface.

Run with the Python that LibreOffice's bindings (`uno`) belong to: office_changes.py COMMAND FROM.docx TO.docx; the
command is AcceptAllTrackedChanges or RejectAllTrackedChanges. Ends with 1 where a change is left.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]

_SECONDS = 90


def main(command: str, source: str, target: str) -> int:
    """Write `source` with all its changes settled to `target`; return how many are left, 1 at most."""
    with tempfile.TemporaryDirectory() as profile:
        pipe = f"docgen-{Path(profile).name}"
        listens = f"--accept=pipe,name={pipe};urp;"
        own = f"-env:UserInstallation={Path(profile).as_uri()}"
        office = subprocess.Popen(["soffice", own, "--headless", "--norestore", listens], stderr=subprocess.DEVNULL)
        try:
            return settle(connected(pipe), command, source, target)
        finally:
            office.terminate()
            office.wait(_SECONDS)


def connected(pipe: str) -> Any:
    """Return the context of the office that listens at `pipe`, once it does."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    end = time.monotonic() + _SECONDS
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


def settle(context: Any, command: str, source: str, target: str) -> int:
    """Do what `main` says in an office that runs."""
    desktop = service(context, "com.sun.star.frame.Desktop")
    hidden = option("Hidden", True)
    document = desktop.loadComponentFromURL(Path(source).resolve().as_uri(), "_blank", 0, (hidden,))
    frame = document.CurrentController.Frame
    service(context, "com.sun.star.frame.DispatchHelper").executeDispatch(frame, f".uno:{command}", "", 0, ())
    left = document.Redlines.createEnumeration().hasMoreElements()
    document.storeToURL(Path(target).resolve().as_uri(), (option("FilterName", "MS Word 2007 XML"),))
    document.close(True)
    return int(left)


def service(context: Any, name: str) -> Any:
    """Return a service of the office."""
    return context.ServiceManager.createInstanceWithContext(name, context)


def option(name: str, value: object) -> Any:
    """Return a named argument as the office wants it."""
    made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
