"""The key of a chart: each sign with its words, one after the other, in as many rows as they need."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from therapy_diary.reports.charts.paper import Paper
from therapy_diary.reports.charts.style import step_look

ROW_HEIGHT, AFTER_SIGN, BETWEEN = 20, 6, 22  # pixels at the usual text size

Sign = Callable[
    [Paper, float, float], None
]  # draws on the paper, from the sign's left pixel, around a height


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyEntry:
    """A sign, how wide it is in pixels, and what it means."""

    draw: Sign
    width: float
    words: str
    words_before: str = ""


def step_swatches(paper: Paper, answers: Sequence[str], no_answer: str) -> list[KeyEntry]:
    """What the colours of answers mean: a cell with its number for each of the five, and one for none."""
    steps, words = (*range(len(answers)), None), (*answers, no_answer)
    return [
        KeyEntry(draw=_swatch(step), width=paper.px(20), words=told)
        for step, told in zip(steps, words, strict=True)
    ]


def key_height(paper: Paper, entries: Sequence[KeyEntry], left: float, right: float) -> float:
    """How much room the key needs between two pixels."""
    rows = [row for row, _, _ in _laid_out(paper, entries, left, right)]
    return paper.px(ROW_HEIGHT) * (max(rows) + 1) if rows else 0


def write_key(paper: Paper, entries: Sequence[KeyEntry], left: float, right: float, top: float) -> None:
    """Write the key between two pixels, from `top` downwards."""
    for row, x, entry in _laid_out(paper, entries, left, right):
        middle = top + (row + 0.5) * paper.px(ROW_HEIGHT)
        begins = x
        if entry.words_before:
            paper.write(x, middle, entry.words_before, paper.ink.text3)
            begins += paper.width_of(entry.words_before) + paper.px(AFTER_SIGN)
        entry.draw(paper, begins, middle)
        paper.write(begins + entry.width + paper.px(AFTER_SIGN), middle, entry.words, paper.ink.text3)


def _laid_out(
    paper: Paper, entries: Sequence[KeyEntry], left: float, right: float
) -> Iterator[tuple[int, float, KeyEntry]]:
    """Each entry with its row and its left pixel."""
    row, x = 0, left
    for entry in entries:
        before = paper.width_of(entry.words_before) + paper.px(AFTER_SIGN) if entry.words_before else 0
        wide = before + entry.width + paper.px(AFTER_SIGN) + paper.width_of(entry.words)
        if x > left and x + wide > right:
            row, x = row + 1, left
        yield row, x, entry
        x += wide + paper.px(BETWEEN)


def _swatch(step: int | None) -> Sign:
    def draw(paper: Paper, x: float, y: float) -> None:
        half, wide = paper.px(8), paper.px(20)
        colour, told, on_it = step_look(step, paper.ink)
        paper.over.fill_between([x, x + wide], y - half, y + half, color=colour, lw=0)
        paper.write(x + wide / 2, y, told, on_it, ha="center")

    return draw
