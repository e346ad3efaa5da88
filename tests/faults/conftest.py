"""What the tests of staged faults share: how a count of trials gets into the table of run_full.py."""

from collections.abc import Callable

import pytest

Tally = Callable[[str, object], None]


@pytest.fixture
def tally(record_property: Tally) -> Tally:
    """Write down a number for the table, such as tally("states", 600)."""
    return record_property
