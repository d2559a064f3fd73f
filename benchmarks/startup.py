"""Start-up: `docgen verifier` of the sample beside the import of the three libraries that it cannot do without."""

import subprocess
import sys
import time
from statistics import median

from docgen.resources import samples_folder

RUNS = 15
PEER = (sys.executable, "-c", "import typer, pydantic, yaml")


def measure() -> dict[str, float]:
    """Return the seconds of the whole process, for each, and the ratio of their medians."""
    ours = (sys.executable, "-m", "docgen", "verifier", str(samples_folder() / "atlas"))
    seconds: dict[str, list[float]] = {"docgen verifier": [], "import typer, pydantic, yaml": []}
    for _ in range(RUNS):
        for name, command in zip(seconds, (ours, PEER), strict=True):
            start = time.perf_counter()
            subprocess.run(command, capture_output=True, check=False)
            seconds[name].append(time.perf_counter() - start)
    ours_median, peer_median = (median(times) for times in seconds.values())
    return {"docgen verifier": ours_median, "import": peer_median, "ratio": ours_median / peer_median}


if __name__ == "__main__":
    for name, figure in measure().items():
        print(f"{name:18} {figure:8.3f}")
