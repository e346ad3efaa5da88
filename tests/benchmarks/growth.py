"""What the same work costs in a diary of 1,000, 10,000 and 100,000 notes: start, first page, search and saving.

The sizes take turns, so that a busy minute slows all of them. The work is the same: one screen of notes, fifty finds of a
common word, one note saved. Processor milliseconds where a process of its own can be asked for them.
"""

import statistics
import time
from collections.abc import Callable
from contextlib import ExitStack, closing

from tests.benchmarks import corpus, start_up, stores, storing
from therapy_diary.storage.diary import Diary

STARTS, TURNS = 7, 41  # fewer than the versions kept of a note
SHOWN = 50


def table(sizes: list[int]) -> list[str]:
    """The lines of a Markdown table."""
    figures = {"start to the first paint, processor": starts(sizes), **inside(sizes)}
    lines = [
        "| what | " + " | ".join(f"{it:,} notes: ms" for it in sizes) + " | most ÷ least |",
        "|---|" + "--:|" * (len(sizes) + 1),
    ]
    for name, of_sizes in figures.items():
        cells = " | ".join(f"{it:.2f}" for it in of_sizes)
        lines.append(f"| {name} | {cells} | {max(of_sizes) / min(of_sizes):.2f} |")
    return lines


def starts(sizes: list[int]) -> list[float]:
    """The milliseconds a processor works until the timeline is painted for the first time."""
    kinds = [start_up.Kind(name=f"{it}", window="timeline", file=stores.diary_of(it)) for it in sizes]
    work: list[list[float]] = [[] for _ in sizes]
    for number in range(STARTS + 1):
        for kept, kind in zip(work, kinds, strict=True):
            took = start_up.first_paint(kind, "offscreen")[1]
            if number:  # the first only warms the caches
                kept.append(took)
    return [statistics.median(it) for it in work]


def inside(sizes: list[int]) -> dict[str, list[float]]:
    """What an open diary takes for its first page, a search and saving."""
    with ExitStack() as opened:
        files = [stores.scratch(stores.diary_of(it)) for it in sizes]
        diaries = [opened.enter_context(closing(Diary.open(it, stores.KEY))) for it in files]
        found: dict[str, list[float]] = {}
        for name, work in ON_DISK.items():
            found[name] = list(storing.turns(*map(work, diaries), count=TURNS))
        for name, typed in IN_MEMORY.items():
            asked = [lambda it=it, typed=typed: it.search.find(typed, SHOWN) for it in diaries]
            found[name] = list(storing.turns(*asked, count=TURNS, clock=time.thread_time))
    for file in files:
        stores.throw_away(file)
    return found


def first_page(diary: Diary) -> Callable[[], object]:
    """Opens the same file once more and reads one screen of notes, with nothing of it in memory."""

    def read() -> None:
        with closing(Diary.open(diary.file, stores.KEY)) as fresh:
            therapy = fresh.therapies.current()
            assert therapy is not None
            fresh.notes.newest(therapy.id, SHOWN)

    return read


ON_DISK: dict[str, Callable[[Diary], Callable[[], object]]] = {
    "opening the file, and its first page": first_page,
    "saving a new note": storing.writing,
    "saving a note anew": storing.rewriting,
}
IN_MEMORY = {
    "search, common word by date, processor": f"{corpus.COMMON} ",
    "search, two words by date, processor": f"{corpus.TWO_WORDS} ",
}
