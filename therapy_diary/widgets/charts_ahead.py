"""Imports the library of charts beside the window, so that neither a key nor the first chart waits for it."""

import gc
import sys
import time
from collections.abc import Callable
from importlib import import_module

FIRST = ("numpy", "matplotlib")
PIECES = (
    "matplotlib.font_manager",
    "matplotlib.transforms",
    "matplotlib.text",
    "matplotlib.collections",
    "matplotlib.axes",
    "matplotlib.figure",
    "matplotlib.backends.backend_agg",
)
PAUSE = 0.02  # seconds after each, in which the window has Python to itself
HAND_OVER = 0.001
"""Seconds after which Python lets another thread go on; it is five times as long by itself."""


def import_charts(make_ready: Callable[[], None]) -> None:
    """For a thread. An import holds Python fast, so it comes in pieces, and is made to let go more often meanwhile.

    Nor does Python look for rings among its objects then: with those of an import it takes 60 ms, in which no thread goes
    on. Those that are there afterwards are looked at no more, for a library that was imported stays.

    make_ready: what is to be done to the library before what draws is imported.
    """
    if PIECES[-1] in sys.modules:
        return
    before = sys.getswitchinterval()
    sys.setswitchinterval(HAND_OVER)
    gc.disable()
    try:
        for piece in FIRST:
            import_module(piece)
            time.sleep(PAUSE)
        make_ready()
        for piece in PIECES:
            time.sleep(PAUSE)
            import_module(piece)
    finally:
        gc.freeze()
        gc.enable()
        sys.setswitchinterval(before)
