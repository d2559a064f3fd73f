"""The engine is loaded by who asks for a PDF, and says what the machine lacks."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]

NO_PANGO = """
import cffi
from pathlib import Path
from docgen.errors import EnvironmentFault
from docgen.layout.pdf.draw import PdfEngine

def nothing_here(*names):
    raise OSError("no such library")

cffi.FFI.dlopen = nothing_here
try:
    PdfEngine(Path("templates"))
except EnvironmentFault as fault:
    print(fault)
"""


def said_by(program: str) -> str:
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stderr == ""
    return run.stdout


def test_the_engine_is_not_loaded_before_it_is_made() -> None:
    program = "import sys, docgen.layout.pdf.draw; print('weasyprint' in sys.modules, 'pydyf' in sys.modules)"
    assert said_by(program) == "False False\n"


def test_a_missing_library_is_named_with_the_line_to_type() -> None:
    assert "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" in said_by(NO_PANGO)
