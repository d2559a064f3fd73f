"""Start-up: `docgen verifier` of the sample beside the import of the three libraries that it cannot do without."""

import os
import resource
import subprocess
import sys
from statistics import median

from docgen.resources import samples_folder

RUNS = 15
PEER = (sys.executable, "-c", "import typer, pydantic, yaml")


def measure() -> dict[str, float]:
    """Return the seconds of processor time of the whole process, for each, and the ratio of their medians.

    Both find their modules compiled, as an installed command does.
    """
    ours = (sys.executable, "-m", "docgen", "verifier", str(samples_folder() / "atlas"))
    seconds: dict[str, list[float]] = {"docgen verifier": [], "import typer, pydantic, yaml": []}
    for _ in range(RUNS):
        for name, command in zip(seconds, (ours, PEER), strict=True):
            seconds[name].append(_run(command))
    del seconds["docgen verifier"][0], seconds["import typer, pydantic, yaml"][0]  # the first one compiled
    ours_median, peer_median = (median(times) for times in seconds.values())
    return {"docgen verifier": ours_median, "import": peer_median, "ratio": ours_median / peer_median}


def _run(command: tuple[str, ...]) -> float:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, capture_output=True, check=False, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    for name, figure in measure().items():
        print(f"{name:18} {figure:8.3f}")
