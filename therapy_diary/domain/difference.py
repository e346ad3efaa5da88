"""What changed between two texts, word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

MOST_AT_ONCE = 1500  # lines or words compared one by one: the time it takes grows with their square
_WORD = re.compile(r"\w+|[^\w\s]|\s+")


class Change(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words that stayed, went or came."""

    change: Change
    text: str


def difference(then: str, now: str) -> list[Piece]:
    """The pieces of both texts in order: those not NEW make then, those not GONE make now, to the character.

    Lines that differ are compared word by word; very many at once are one piece that went and one that came.
    """
    made: list[Piece] = []
    for change, text in _changes(then, now):
        if text and made and made[-1].change is change:
            made[-1] = Piece(change=change, text=made[-1].text + text)
        elif text:
            made.append(Piece(change=change, text=text))
    return made


def _changes(then: str, now: str) -> Iterator[tuple[Change, str]]:
    for same, before, after in _blocks(then.splitlines(keepends=True), now.splitlines(keepends=True)):
        if same:
            yield Change.SAME, before
            continue
        for kept, gone, new in _blocks(_WORD.findall(before), _WORD.findall(after)):
            if kept:
                yield Change.SAME, gone
            else:
                yield Change.GONE, gone
                yield Change.NEW, new


def _blocks(then: Sequence[str], now: Sequence[str]) -> Iterator[tuple[bool, str, str]]:
    """Runs of parts that are the same, and of such that are not, in order."""
    start = 0
    while start < min(len(then), len(now)) and then[start] == now[start]:
        start += 1
    end = 0
    while end < min(len(then), len(now)) - start and then[-1 - end] == now[-1 - end]:
        end += 1
    head, tail = "".join(then[:start]), "".join(then[len(then) - end :])
    before, after = then[start : len(then) - end], now[start : len(now) - end]
    yield True, head, head
    if max(len(before), len(after)) > MOST_AT_ONCE:
        yield False, "".join(before), "".join(after)
    else:
        for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
            yield what == "equal", "".join(before[a:b]), "".join(after[c:d])
    yield True, tail, tail
