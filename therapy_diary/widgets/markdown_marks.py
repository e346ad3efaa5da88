"""Where the Markdown marks of one paragraph stand, and what they make of the words between them."""

import re
from dataclasses import dataclass
from functools import cache

from therapy_diary.widgets.utf16 import part_of

BOLD, ITALIC = 1, 2
LONGEST = 20_000  # a paragraph longer than this is shown as it is
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_QUOTE = re.compile(r"[ ]{0,3}>[ ]?")
_ITEM = re.compile(r"([ \t]*)([-*+]|\d{1,9}[.)])([ \t]+)")
_BOX = re.compile(r"\[([ xX])\](?:[ \t]+|$)")
_ESCAPED = re.compile(r"\\([\\\[\]])")


@cache
def _links_in() -> re.Pattern[str]:
    """Links, made when the first is met, as are the marks inside lines: 3 ms of a start."""
    return re.compile(r"(!?)\[((?:\\.|[^\[\]\\])*)\]\((note|attachment):([^()\s]{1,300})\)")


@cache
def _inline_marks() -> tuple[tuple[int, int, re.Pattern[str]], ...]:
    """Style, width and pattern of each kind of mark inside a line."""
    return (
        (BOLD | ITALIC, 3, re.compile(r"(?<![*\w\\])\*\*\*(?=\S)[^*]+?(?<=\S)\*\*\*(?![*\w])")),
        (BOLD, 2, re.compile(r"(?<![*\\])\*\*(?![*\s])(?:[^*]|\*(?!\*))+?(?<![\s\\])\*\*(?!\*)")),
        (BOLD, 2, re.compile(r"(?<![\w\\])__(?![_\s])[^_]+?(?<![\s\\])__(?!\w)")),
        (ITALIC, 1, re.compile(r"(?<![*\\])\*(?![*\s])[^*]+?(?<![\s\\*])\*(?!\*)")),
        (ITALIC, 1, re.compile(r"(?<![\w\\])_(?![_\s])[^_]+?(?<![\s\\])_(?!\w)")),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A picture, or a way to another note, in one paragraph. Places are UTF-16 units, as Qt counts.

    target is the name of the picture in its note, still quoted, or the uid of the other note.
    """

    start: int
    length: int
    label: tuple[int, int]  # (start, length) of the words that are seen
    target: str
    is_file: bool  # it points to a file of the note, not to another note
    is_picture: bool  # and is shown, not only named


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """One paragraph read. Places are UTF-16 units, as Qt counts."""

    heading: int = 0  # 1 … 6, 0 for none
    quote: bool = False
    item: str = ""  # the bullet or number of a list item
    box: int | None = None  # where the blank or x of a check box stands
    ticked: bool = False
    prefix: tuple[int, int] = (0, 0)  # where the mark at the beginning stands, with the blank after it
    styles: tuple[tuple[int, int, int], ...] = ()  # (start, length, BOLD and/or ITALIC), may overlap
    marks: tuple[tuple[int, int], ...] = ()  # (start, length) of each ** and _
    hidden: tuple[tuple[int, int], ...] = ()  # the same of what surrounds the words of a link
    links: tuple[Link, ...] = ()
    is_picture: bool = False  # the paragraph is one picture and nothing else


def in_utf16(text: str) -> str:
    """The text with two placeholders for each character that Qt counts as two."""
    return text if text.isascii() else _ASTRAL.sub("••", text)


def label_of(paragraph: str, link: Link) -> str:
    """The words of a link as they are meant, without what protects a bracket in them."""
    return _ESCAPED.sub(r"\1", part_of(paragraph, *link.label))


def as_label(words: str) -> str:
    """Words as they can stand between the brackets of a link."""
    return re.sub(r"([\\\[\]])", r"\\\1", " ".join(words.split()))


def read(paragraph: str) -> Marks:
    """Find the marks of one paragraph; anything doubtful is left as plain words."""
    if len(paragraph) > LONGEST:
        return Marks()
    line = in_utf16(paragraph)
    heading, quote, item, prefix = 0, False, "", (0, 0)
    box: re.Match[str] | None = None
    if found := _HEADING.match(line):
        heading, prefix = len(found[1]), (0, found.end())
    elif found := _QUOTE.match(line):
        quote, prefix = True, (0, found.end())
    elif found := _ITEM.match(line):
        box = None if found[2][0].isdigit() else _BOX.match(line, found.end())
        end = found.end() if box is None else box.end()
        item, prefix = found[2], (found.end(1), end - found.end(1))
    links = _links(line)
    styles, marks = _inline(_without_targets(line, links), sum(prefix))
    return Marks(
        heading=heading,
        quote=quote,
        item=item,
        box=None if box is None else box.start(1),
        ticked=box is not None and box[1] != " ",
        prefix=prefix,
        styles=styles,
        marks=marks,
        hidden=tuple(it for link in links for it in (*around(link), *_escapes(line, link))),
        links=links,
        is_picture=len(links) == 1
        and links[0].is_picture
        and (links[0].start, links[0].length) == (0, len(line.rstrip())),
    )


def _links(line: str) -> tuple[Link, ...]:
    if "](" not in line:
        return ()
    return tuple(
        Link(
            start=it.start(),
            length=it.end() - it.start(),
            label=(it.start(2), it.end(2) - it.start(2)),
            target=it[4],
            is_file=it[3] == "attachment",
            is_picture=it[3] == "attachment" and it[1] == "!",
        )
        for it in _links_in().finditer(line)
    )


def around(link: Link) -> tuple[tuple[int, int], tuple[int, int]]:
    """What stands before and after the words of a link."""
    after = sum(link.label)
    return (link.start, link.label[0] - link.start), (after, link.start + link.length - after)


def _escapes(line: str, link: Link) -> list[tuple[int, int]]:
    """Where a label has what protects a bracket in it."""
    first, length = link.label
    return [(it.start(), 1) for it in _ESCAPED.finditer(line, first, first + length)]


def _without_targets(line: str, links: tuple[Link, ...]) -> str:
    """The line with nothing that could be taken for a mark where links point to."""
    for link in links:
        for start, length in around(link):
            line = f"{line[:start]}{chr(0) * length}{line[start + length :]}"
    return line


def _inline(line: str, start: int) -> tuple[tuple[tuple[int, int, int], ...], tuple[tuple[int, int], ...]]:
    styles: list[tuple[int, int, int]] = []
    marks: list[tuple[int, int]] = []
    if "*" not in line and "_" not in line:
        return (), ()
    for style, width, pattern in _inline_marks():
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
    box = _BOX.match(paragraph, item.end()) if item and not item[2][0].isdigit() else None
    end = box.end() if box else item.end() if item else len(head)
    if not paragraph[end:].strip():
        return Continuation(text="", ends=len(in_utf16(paragraph)))
    if item is None:
        return Continuation(text=head if head.endswith(" ") else f"{head} ", ends=0)
    mark = item[2]
    if mark[:-1].isdecimal():
        mark = f"{int(mark[:-1]) + 1}{mark[-1]}"
    return Continuation(text=f"{head}{item[1]}{mark}{item[3]}{'[ ] ' if box else ''}", ends=0)
