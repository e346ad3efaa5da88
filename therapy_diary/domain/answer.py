"""An answer on the five worded steps shared by the alliance rating and the checklist."""

LOWEST, HIGHEST = 0, 4


def check_answer(value: int | None) -> None:
    """Refuse what is neither missing nor a step from 0 to 4. Raises ValueError."""
    if value is not None and not LOWEST <= value <= HIGHEST:
        raise ValueError(f"an answer lies between {LOWEST} and {HIGHEST}")
