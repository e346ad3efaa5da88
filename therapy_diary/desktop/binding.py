"""Refuses a PySide6 that is known to end the program after a while."""

import sys

LOSES_NONE = (6, 12)
"""These take a reference from None with each call that returns nothing; before Python 3.12 that ends the program."""


class WrongBinding(Exception):
    """Installing the program again, or a newer Python, helps."""


def check_binding() -> None:
    """Look at the versions, before the first window. Raises WrongBinding."""
    import PySide6

    if tuple(PySide6.__version_info__[:2]) == LOSES_NONE and sys.version_info < (3, 12):
        raise WrongBinding
