"""What a test needs of the system besides Python: skipped with the reason where it is missing, an error in CI."""

import os
import shutil

import pytest

EVERYTHING_REQUIRED = os.environ.get("THERAPY_DIARY_TEST_REQUIRE") == "all"


def needs(program: str) -> pytest.MarkDecorator:
    """Mark a test that runs this program. Where all is required it is never skipped, and fails without it."""
    missing = shutil.which(program) is None
    return pytest.mark.skipif(missing and not EVERYTHING_REQUIRED, reason=f"{program} is not installed")
