"""From the bytes of a questionnaire's file to its text and its values, without trusting any of it."""

import re
import tomllib
from decimal import Decimal, InvalidOperation
from typing import Any

from therapy_diary.domain.measure_flaw import BadMeasure, Flaw

LARGEST_FILE = 256 * 1024  # bytes
MOST_DOTS = 300  # in one line: a name of thousands of parts would keep the reader busy for minutes


def text_of(file: bytes | str) -> str:
    """The text, with plain line ends and without a mark of byte order. Raises BadMeasure."""
    if isinstance(file, str):
        file = file.encode("utf-8", "surrogatepass")
    if len(file) > LARGEST_FILE:
        raise BadMeasure(Flaw.TOO_LARGE, most=LARGEST_FILE // 1024)
    try:
        text = file.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadMeasure(Flaw.NOT_UTF8, line=file.count(b"\n", 0, error.start) + 1) from None
    text = text.replace("\r\n", "\n")
    for number, content in enumerate(text.split("\n"), 1):
        if content.count(".") > MOST_DOTS:
            raise BadMeasure(Flaw.MANY_DOTS, line=number, most=MOST_DOTS)
    return text


def values_of(text: str) -> dict[str, Any]:
    """What the text says, numbers exact. Raises BadMeasure."""
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise _not_toml(str(error), text) from None
    except (RecursionError, ValueError, InvalidOperation):  # too deep; a number of thousands of digits
        raise BadMeasure(Flaw.TOO_DEEP, line=_line_too_deep(text)) from None


def _line_too_deep(text: str) -> int:
    """The line of a number no reader takes, else the one where most is open at a time."""
    open_now, deepest, line = 0, 0, 1
    for number, content in enumerate(text.split("\n"), 1):
        if re.search(r"[0-9_]{4000}|[eE][+-]?[0-9_]{9}", content):
            return number
        for it in content:
            open_now += (it in "[{") - (it in "]}")
            if open_now > deepest:
                deepest, line = open_now, number
    return line


def _not_toml(error: str, text: str) -> BadMeasure:
    """The refusal for a syntax error; its own words may quote the file, so only the place is taken from them."""
    found = re.search(r"at line (\d+), column (\d+)\)$", error)
    if found is not None:
        return BadMeasure(Flaw.NOT_TOML, line=int(found[1]), column=int(found[2]))
    return BadMeasure(Flaw.LEFT_OPEN, line=text.rstrip().count("\n") + 1)
