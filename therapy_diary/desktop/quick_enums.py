"""Lets PySide make Qt's enumerations quickly."""

import enum
import sys
from collections.abc import Iterable
from functools import cache
from types import CodeType
from typing import Any

from therapy_diary.compiled import Compiled

KNOWN = (3, 11)
"""The Python whose enumerations are made of just these parts; any other makes them its own way."""

PARTS = {
    "_member_names_": list,
    "_member_map_": dict,
    "_value2member_map_": dict,
    "_unhashable_values_": list,
}
"""What each has of its own."""

SAMPLE = [("NONE", 0), ("ONE", 1), ("TWO", 2), ("THREE", 3), ("UNO", 1), ("TWELVE", 12), ("EIGHT", 8)]
"""Members of every sort: none, single, several together, one of several that is not there alone, another name."""


def make_enums_quickly(compiled: Compiled) -> None:
    """Call it before anything of PySide is imported.

    PySide makes all enumerations of a class at the first touch of the class: 250 with 4,000 members until the first paint,
    half of them for the first Qt.AlignmentFlag. Python checks each member as if it were written by hand, and changes the
    class three times for it. Measured: that took a fifth of the start, and takes a third of the time so. The outcome is the
    same to the last attribute.

    compiled: may hold, by the very version of Python and of what is below, whether a sample turns out the same.
    """
    kind: Any = enum.EnumType  # Any: these parts of it are Python's own affair
    usual = kind._create_
    if sys.version_info[:2] != KNOWN or hasattr(usual, "usual"):
        return

    @cache
    def empty(base: type[enum.Enum], boundary: enum.FlagBoundary | None) -> dict[str, Any]:
        made = usual(base, "empty", (), boundary=boundary)
        return {name: it for name, it in vars(made).items() if name not in ("__doc__", "__new__")}

    def create(base: type[enum.Enum], name: str, names: Any, **more: Any) -> Any:
        if more.get("module") is None:  # where Python would look for it, were it not called from here
            more["module"] = sys._getframe(2).f_globals.get("__name__")  # noqa: SLF001
        if more.get("type") is not None or more.get("qualname") or not _are_whole_members(names):
            return usual(base, name, names, **more)
        body = empty(base, more.get("boundary")) | {it: made() for it, made in PARTS.items()}
        body["__module__"] = more["module"]
        made = kind.__new__(kind, name, (base,), body, _simple=True)
        made.__new__ = enum.Enum.__new__  # as Python does: set afterwards, it is not wrapped
        _add(made, names)
        return made

    create.usual = usual  # type: ignore[attr-defined]
    kinds = (enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag)
    very_same = sys.version + _told(create.__code__) + _told(_add.__code__)
    if compiled.made(very_same, lambda: all(_are_alike(create, usual, base) for base in kinds)):
        kind._create_ = create


def _told(code: CodeType) -> str:
    """What tells one form of a function from another: a verdict holds for one only."""
    inside = [_told(it) if isinstance(it, CodeType) else repr(it) for it in code.co_consts]
    return f"{code.co_code!r} {code.co_names} {inside}"


def _are_alike(create: Any, usual: Any, base: type[enum.Enum]) -> bool:
    """Whether this very Python makes the same of a sample: small versions differ in what an enumeration has."""
    one, other = (make(base, "sample", SAMPLE, module=__name__) for make in (create, usual))
    parts = {name for name, it in vars(other).items() if not callable(it) and name != "__doc__"}
    return vars(one).keys() == vars(other).keys() and all(
        repr(getattr(one, it)) == repr(getattr(other, it)) for it in parts
    )


def _are_whole_members(names: object) -> bool:
    """Whether these are names with their numbers, as PySide gives them."""
    return isinstance(names, list) and all(type(it) is tuple and type(it[1]) is int for it in names)


def _add(made: Any, members: Iterable[tuple[str, int]]) -> None:
    """Give members to an enumeration that has none. A number that comes again is another name for its member."""
    is_flag, several, give = issubclass(made, enum.Flag), 0, type.__setattr__
    by_number, by_name, in_order = made._value2member_map_, made._member_map_, made._member_names_
    new, takes_number = made._new_member_, made._use_args_
    for name, number in members:
        member = by_number.get(number)
        if member is None:
            member = by_number[number] = new(made, number) if takes_number else new(made)
            member._value_, member._name_, member.__objclass__ = number, name, made
            member._sort_order_ = len(in_order)
            if not is_flag or _is_single(number):
                in_order.append(name)
            several |= number
        by_name[name] = member
        give(made, name, member)
    if is_flag:
        singles = sum(it for it in made._value2member_map_ if _is_single(it))
        if hasattr(made, "_singles_mask_"):  # since 3.11.4
            made._flag_mask_, made._singles_mask_ = several, singles
        else:
            made._flag_mask_ = singles
        made._all_bits_ = 2 ** several.bit_length() - 1
        numbers = [it.value for it in made]
        if numbers != sorted(numbers):
            made._iter_member_ = made._iter_member_by_def_


def _is_single(number: int) -> bool:
    """Whether a flag is one alone, not several together or none."""
    return number > 0 and number & (number - 1) == 0
