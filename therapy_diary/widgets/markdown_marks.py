"""Where the Markdown marks of one paragraph stand, and what they make of the words between them."""

import re
from dataclasses import dataclass

BOLD, ITALIC = 1, 2
LONGEST = 20_000  # a paragraph longer than this is shown as it is
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_QUOTE = re.compile(r"[ ]{0,3}>[ ]?")
_ITEM = re.compile(r"([ \t]*)([-*+]|\d{1,9}[.)])([ \t]+)")
_INLINE = (
    (BOLD | ITALIC, 3, re.compile(r"(?<![*\w\\])\*\*\*(?=\S)[^*]+?(?<=\S)\*\*\*(?![*\w])")),
    (BOLD, 2, re.compile(r"(?<![*\\])\*\*(?![*\s])(?:[^*]|\*(?!\*))+?(?<![\s\\])\*\*(?!\*)")),
    (BOLD, 2, re.compile(r"(?<![\w\\])__(?![_\s])[^_]+?(?<![\s\\])__(?!\w)")),
    (ITALIC, 1, re.compile(r"(?<![*\\])\*(?![*\s])[^*]+?(?<![\s\\*])\*(?!\*)")),
    (ITALIC, 1, re.compile(r"(?<![\w\\])_(?![_\s])[^_]+?(?<![\s\\])_(?!\w)")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """One paragraph read. Places are UTF-16 units, as Qt counts."""

    heading: int = 0  # 1 … 6, 0 for none
    quote: bool = False
    item: str = ""  # the bullet or number of a list item
    prefix: tuple[int, int] = (0, 0)  # where the mark at the beginning stands, with the blank after it
    styles: tuple[tuple[int, int, int], ...] = ()  # (start, length, BOLD and/or ITALIC), may overlap
    marks: tuple[tuple[int, int], ...] = ()  # (start, length) of each ** and _


def in_utf16(text: str) -> str:
    """The text with two placeholders for each character that Qt counts as two."""
    return text if text.isascii() else _ASTRAL.sub("••", text)


def read(paragraph: str) -> Marks:
    """Find the marks of one paragraph; anything doubtful is left as plain words."""
    if len(paragraph) > LONGEST:
        return Marks()
    line = in_utf16(paragraph)
    heading, quote, item, prefix = 0, False, "", (0, 0)
    if found := _HEADING.match(line):
        heading, prefix = len(found[1]), (0, found.end())
    elif found := _QUOTE.match(line):
        quote, prefix = True, (0, found.end())
    elif found := _ITEM.match(line):
        item, prefix = found[2], (found.end(1), found.end() - found.end(1))
    styles, marks = _inline(line, sum(prefix))
    return Marks(heading=heading, quote=quote, item=item, prefix=prefix, styles=styles, marks=marks)


def _inline(line: str, start: int) -> tuple[tuple[tuple[int, int, int], ...], tuple[tuple[int, int], ...]]:
    styles: list[tuple[int, int, int]] = []
    marks: list[tuple[int, int]] = []
    if "*" not in line and "_" not in line:
        return (), ()
    for style, width, pattern in _INLINE:
        for found in pattern.finditer(line, start):
            styles.append((found.start(), found.end() - found.start(), style))
            marks += [(found.start(), width), (found.end() - width, width)]
            # The same marks must not be read twice: *** is not ** and then *.
            hidden = "\x00" * width
            line = f"{line[: found.start()]}{hidden}{line[found.start() + width : found.end() - width]}{hidden}{line[found.end() :]}"
    return tuple(styles), tuple(marks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Continuation:
    """What Enter does at the end of a list item or quotation."""

    text: str  # what the next paragraph begins with
    ends: int  # UTF-16 units of an empty item to take away instead; 0 to go on


def continued(paragraph: str) -> Continuation | None:
    """How the paragraph goes on after Enter; None when it is neither list nor quotation."""
    quote = _QUOTE.match(paragraph)
    head = quote[0] if quote else ""
    item = _ITEM.match(paragraph, len(head))
    if not quote and not item:
        return None
    end = item.end() if item else len(head)
    if not paragraph[end:].strip():
        return Continuation(text="", ends=len(in_utf16(paragraph)))
    if item is None:
        return Continuation(text=head if head.endswith(" ") else f"{head} ", ends=0)
    mark = item[2]
    if mark[:-1].isdecimal():
        mark = f"{int(mark[:-1]) + 1}{mark[-1]}"
    return Continuation(text=f"{head}{item[1]}{mark}{item[3]}", ends=0)
