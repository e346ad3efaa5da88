"""The sentences of what somebody typed, so that each can have a tick of its own on a printed page."""

import difflib
import hashlib
import re
from collections.abc import Callable, Iterator, Sequence

MINE = "mine:"
"""What the key of a sentence begins with; no key of a line of the diary does."""
_ENDS = re.compile(r"""(?<=[.!?…؟۔。！？])["'”’»)\]」』）]*\s+|(?<=[。！？])["'”’»)\]」』）]*""")
_SHORT = re.compile(r"(?:^|\W)(?:\w|[A-Z][a-z]|Mrs)\.$")
"""What ends like "Dr." or an initial: another word goes with it."""


def sentences(text: str) -> tuple[str, ...]:
    """The sentences from the first to the last, without blanks around them; a line ends one, too."""
    return tuple(it for line in text.splitlines() for it in _of_line(line))


def key_of(sentence: str) -> str:
    """By what a tick knows its sentence: the same words, the same tick. Nobody can read the words out of it."""
    words = " ".join(sentence.split())
    return f"{MINE}{hashlib.sha256(words.encode('utf-8', 'surrogatepass')).hexdigest()[:24]}"


def only(text: str, stays: Callable[[str], bool]) -> str:
    """The text with only the sentences whose key stays; as it was typed where all do."""
    if all(stays(key_of(it)) for it in sentences(text)):
        return text
    kept = ([it for it in _of_line(line) if stays(key_of(it))] for line in text.splitlines())
    return "\n".join(" ".join(line) for line in kept if line)


def follows(before: str, after: str) -> tuple[tuple[str, str], ...]:
    """Which sentences of a text that was changed took the place of which: pairs of keys, the old and the new one.

    A sentence that was cut in two has two to follow it, and two that became one are followed by that.
    """
    old, new = _without_same_ends(sentences(before), sentences(after))
    changed = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return tuple(
        (key_of(one), key_of(other))
        for what, begin, end, first, last in changed
        if what == "replace"
        for one in old[begin:end]
        for other in new[first:last]
    )


def _without_same_ends(old: Sequence[str], new: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Only what lies between the same beginning and the same end: at a key stroke that is one sentence of hundreds."""
    most = min(len(old), len(new))
    begin = next((it for it in range(most) if old[it] != new[it]), most)
    end = next((it for it in range(most - begin) if old[-1 - it] != new[-1 - it]), most - begin)
    return old[begin : len(old) - end], new[begin : len(new) - end]


def _of_line(line: str) -> Iterator[str]:
    """Cut where a sentence ends, and not after a short word with a full stop."""
    waiting = ""
    for it in _cut(line):
        waiting = f"{waiting} {it}".strip()
        if not _SHORT.search(waiting):
            if waiting:
                yield waiting
            waiting = ""
    if waiting:
        yield waiting


def _cut(line: str) -> Sequence[str]:
    pieces, begin = [], 0
    for it in _ENDS.finditer(line):
        pieces.append(line[begin : it.end()].strip())
        begin = it.end()
    return [*pieces, line[begin:].strip()]
