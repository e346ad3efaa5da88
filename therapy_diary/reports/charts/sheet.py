"""A picture as it goes to a file: under its title and its sentence, and above its key, which the window shows beside it."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from therapy_diary.reports.charts.paper import ONE_AT_A_TIME, on_sheet
from therapy_diary.reports.charts.picture import USUAL_WIDTH, Picture
from therapy_diary.reports.charts.style import (
    UNSEEN,
    USUAL_TEXT,
    Ink,
    drawable,
    most_that_fit,
    points,
    small_size,
    width_of,
)

if TYPE_CHECKING:
    from matplotlib.figure import Figure

EDGE, SIDE, BETWEEN = (
    12,
    6,
    10,
)  # pixels above and below the words, beside them, and between them and the chart
TITLE, WORDS, KEY = 1.2, 1.0, 0.86  # of the body text
LEADING = 1.45  # of the letters, from one line to the next
LEFT_TO_RIGHT, RIGHT_TO_LEFT = "\u200e", "\u200f"


@dataclass(frozen=True, slots=True)
class _Lines:
    """Words on so many lines, and how they look."""

    lines: tuple[str, ...]
    size: float
    colour: str
    weight: str = "normal"

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * USUAL_TEXT * LEADING


def sheet_figure(picture: Picture, ink: Ink, width: float = USUAL_WIDTH) -> "Figure":
    """The figure of a picture with its words, so many pixels wide."""
    with ONE_AT_A_TIME:  # words are measured with the one ruler there is
        return _figure(picture, ink, width)


def _figure(picture: Picture, ink: Ink, width: float) -> "Figure":
    turned = reads_from_right(picture.sentence)
    title = _lines(picture.title, TITLE, ink.text, width, turned=turned, weight="bold")
    sentence = _lines(picture.sentence, WORDS, ink.text2, width, turned=turned)
    key = _lines(picture.key, KEY, ink.text3, width, turned=turned)
    head = EDGE + title.height + sentence.height + BETWEEN
    foot = key.height + EDGE if key.lines else 0
    chart = picture.height()
    whole = head + chart + foot

    with on_sheet(picture.figure(ink, width=width, height=chart), ink, head, foot) as over:
        for top, told in ((EDGE, title), (EDGE + title.height, sentence), (whole - foot, key)):
            for place, line in enumerate(told.lines):
                over.text(
                    width - SIDE if turned else SIDE,
                    top + (place + 0.5) * told.size * USUAL_TEXT * LEADING,
                    line,
                    ha="right" if turned else "left",
                    va="center",
                    fontsize=points(told.size * USUAL_TEXT),
                    color=told.colour,
                    weight=told.weight,
                )
        return over.figure  # type: ignore[return-value]


def reads_from_right(words: str) -> bool:
    """Whether a sentence of ours is written from the right: as its first letter is that no person's words are put around."""
    inside = 0
    for it in words:
        if it == "\N{FIRST STRONG ISOLATE}":
            inside += 1
        elif it == "\N{POP DIRECTIONAL ISOLATE}":
            inside -= 1
        elif not inside and (kind := unicodedata.bidirectional(it)) in ("L", "R", "AL"):
            return kind != "L"
    return False


def _lines(
    words: str, size: float, colour: str, width: float, *, turned: bool, weight: str = "normal"
) -> _Lines:
    """The words broken where the room ends; where they go both ways, each line is told the way of the whole."""
    room = (width - 2 * SIDE) * small_size(USUAL_TEXT) / points(size * USUAL_TEXT)
    shown, mark = drawable(words), RIGHT_TO_LEFT if turned else LEFT_TO_RIGHT
    if len({unicodedata.bidirectional(it) for it in words} & {"L", "R", "AL"}) < 2:
        shown, mark = "".join(it for it in shown if it not in UNSEEN), ""
    return _Lines(tuple(mark + it for it in _broken(shown, room, weight)), size, colour, weight)


def _broken(words: str, room: float, weight: str) -> Iterator[str]:
    """Line after line, as much on each as fits; a word that fits nowhere is broken, too."""
    rest = words
    while rest:
        fits = _fitting(rest, room, weight)
        at = len(rest) if fits == len(rest) else rest.rfind(" ", 0, fits + 1)
        at = fits if at <= 0 else at
        yield rest[:at].rstrip()
        rest = rest[at:].lstrip()


def _fitting(words: str, room: float, weight: str) -> int:
    """How many letters of them fit, at least one."""
    return most_that_fit(lambda it: width_of(words[:it], USUAL_TEXT, weight) <= room, len(words) + 1, least=1)
