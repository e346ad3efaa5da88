"""Qt's enumerations are the same however they are made: each attribute of each, in two processes side by side."""

import subprocess
import sys

import pytest

from therapy_diary.desktop.quick_enums import KNOWN

pytestmark = pytest.mark.thorough

EVERY_ONE = """
import enum, re, sys

if sys.argv[1] == "quickly":
    from therapy_diary.compiled import Compiled
    from therapy_diary.desktop.quick_enums import make_enums_quickly
    make_enums_quickly(Compiled())
from PySide6 import QtCore, QtGui, QtNetwork, QtPrintSupport, QtSvg, QtWidgets

def told(thing):
    if isinstance(thing, enum.Enum) or not callable(thing):
        return repr(thing)
    return getattr(thing, "__qualname__", str(thing))

seen = set()
for module in (QtCore, QtGui, QtNetwork, QtPrintSupport, QtSvg, QtWidgets):
    owners = [it for it in (getattr(module, name) for name in dir(module)) if isinstance(it, type)]
    for owner in owners:
        for name in sorted(vars(owner)):
            made = getattr(owner, name, None)
            if isinstance(made, enum.EnumType) and made not in seen:
                seen.add(made)
                print(made.__module__, made.__qualname__, made.__mro__, list(made))
                print({name: re.sub(" at 0x[0-9a-f]+", "", told(it)) for name, it in sorted(vars(made).items())})
print(len(seen), hasattr(enum.EnumType._create_, "usual"))
"""


def every_enumeration(made: str) -> list[str]:
    command = [sys.executable, "-c", EVERY_ONE, made]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()


@pytest.mark.skipif(sys.version_info[:2] != KNOWN, reason="this Python makes them in its own way")
def test_made_quickly_they_are_the_same_to_the_last_attribute() -> None:
    quickly, usually = every_enumeration("quickly"), every_enumeration("usually")
    assert quickly[:-1] == usually[:-1]
    count, is_quick = quickly[-1].split()
    assert int(count) > 600
    assert is_quick == "True"
    assert usually[-1] == f"{count} False"


def test_enumerations_of_others_are_made_as_ever() -> None:
    tell = (
        "import enum; from therapy_diary.compiled import Compiled; from therapy_diary.desktop.quick_enums import make_enums_quickly;"
        " make_enums_quickly(Compiled());"
        " Way = enum.Enum('Way', 'HERE THERE'); Old = enum.Enum('Old', [('A', 'x'), ('B', 'x')]);"
        " print(list(Way), Way.__module__, Old.B is Old.A)"
    )
    said = subprocess.run([sys.executable, "-c", tell], check=True, capture_output=True, text=True).stdout
    assert said == "[<Way.HERE: 1>, <Way.THERE: 2>] __main__ True\n"


def test_where_a_sample_turns_out_otherwise_python_makes_them_itself() -> None:
    """As in a Python whose enumerations have a part that this one's have not."""
    tell = (
        "import enum; from therapy_diary.compiled import Compiled; from therapy_diary.desktop import quick_enums; usual = enum.EnumType._create_; add = quick_enums._add\n"
        "def otherwise(made, names):\n"
        "    add(made, names)\n"
        "    made._mask_of_another_python_ = 0\n"
        "quick_enums._add = otherwise; quick_enums.make_enums_quickly(Compiled.kept('enums')); print(enum.EnumType._create_ == usual)"
    )
    said = subprocess.run([sys.executable, "-c", tell], check=True, capture_output=True, text=True).stdout
    assert said == "True\n"
