"""From the bytes of a questionnaire's file to its text and its values, without trusting any of it."""

import re
import tomllib
from decimal import Decimal, InvalidOperation
from typing import Any

from therapy_diary.domain.measure import BadMeasure

LARGEST_FILE = 256 * 1024  # bytes
MOST_DOTS = 300  # in one line: a name of thousands of parts would keep the reader busy for minutes


def text_of(file: bytes | str) -> str:
    """The text, with plain line ends and without a mark of byte order. Raises BadMeasure."""
    if isinstance(file, str):
        file = file.encode("utf-8", "surrogatepass")
    if len(file) > LARGEST_FILE:
        raise BadMeasure(f"The file is larger than {LARGEST_FILE // 1024} KiB, which no questionnaire needs.")
    try:
        text = file.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = file.count(b"\n", 0, error.start) + 1
        raise BadMeasure(f"Line {line} is not text in UTF-8.") from None
    text = text.replace("\r\n", "\n")
    for number, content in enumerate(text.split("\n"), 1):
        if content.count(".") > MOST_DOTS:
            raise BadMeasure(f"Line {number} has more than {MOST_DOTS} dots, which no questionnaire needs.")
    return text


def values_of(text: str) -> dict[str, Any]:
    """What the text says, numbers exact. Raises BadMeasure."""
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise BadMeasure(_where(str(error), text)) from None
    except (RecursionError, ValueError, InvalidOperation):  # too deep; a number of thousands of digits
        raise BadMeasure(
            "The file holds a number or a list that is too long or too deep to be read."
        ) from None


def _where(error: str, text: str) -> str:
    """Our sentence for a syntax error; its own words may quote the file, so only the line is taken from them."""
    found = re.search(r"at line (\d+), column (\d+)\)$", error)
    if found is not None:
        return f"Line {found[1]} cannot be read as TOML, from character {found[2]} on."
    return f"Line {text.rstrip().count(chr(10)) + 1}, the last one, leaves something open: the file cannot be read as TOML."
