"""Peak memory of a whole process: the sample dossier in each format, beside the engine of that format on one paper."""

import json
import subprocess
import sys
import tempfile

FORMATS = {"docx": "import docxtpl", "pdf": "import weasyprint; weasyprint.HTML(string='<p>Un</p>').write_pdf()"}
MEASURED = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], capture_output=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def measure() -> dict[str, float]:
    """Return peak memory in MiB: the whole sample in Word, in PDF, and each engine alone."""
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for format, engine in FORMATS.items():
            command = ("-m", "docgen", "demo", "--format", format, "--sortie", f"{folder}/{format}")
            figures[f"docgen demo, {format}"] = _peak(*command)
            figures[f"engine alone, {format}"] = _peak("-c", engine)
    return figures


def _peak(*arguments: str) -> float:
    run = (sys.executable, "-c", MEASURED, sys.executable, *arguments)
    printed = subprocess.run(run, capture_output=True, text=True, check=True).stdout
    return int(json.loads(printed)) / 1024


if __name__ == "__main__":
    for name, figure in measure().items():
        print(f"{name:20} {figure:8.0f} MiB")
