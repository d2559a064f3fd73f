"""What all the tests share."""

import os

from hypothesis import settings

# No test may fail because the machine is slow; a run of CI must be the same twice.
settings.register_profile("docgen", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("docgen")
