"""How many times a fault is staged: few in every test run, many when somebody has an hour.

THERAPY_DIARY_TEST_FAULTS=full asks for the full numbers; a number asks for that many of everything.
tests/faults/run_full.py sets it and prints what came of it.
"""

import os
import random

VARIABLE = "THERAPY_DIARY_TEST_FAULTS"


def amount(short: int, full: int) -> int:
    """The number of trials this run is to make."""
    asked = os.environ.get(VARIABLE, "short")
    if asked == "short":
        return short
    return full if asked == "full" else int(asked)


def chances(seed: int) -> random.Random:
    """The same chances in every run, so that what went wrong once goes wrong again."""
    return random.Random(seed)  # noqa: S311 - only for a test
