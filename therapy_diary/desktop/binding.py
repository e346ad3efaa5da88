"""Knows the version of Qt's binding that falls over after some thousand calls, and with which Python it does."""

import sys

FALLS_OVER = (6, 12)
"""PySide6 6.12 gives away a reference to None with every call that returns nothing."""
HARMLESS_FROM = (3, 12)
"""From this Python on None cannot be used up."""


class WrongBinding(Exception):
    """The PySide6 that is installed would end the program in the middle of a sentence."""


def check_binding() -> None:
    """Raise WrongBinding unless the installed PySide6 goes with this Python."""
    import PySide6

    if not goes_with(sys.version_info[:2], PySide6.__version__):
        raise WrongBinding


def goes_with(python: tuple[int, int], binding: str) -> bool:
    """Whether a Python of that version can run for long with a PySide6 of that version, such as "6.11.3"."""
    major, minor = (int(it) for it in binding.split(".")[:2])
    return python >= HARMLESS_FROM or (major, minor) != FALLS_OVER
