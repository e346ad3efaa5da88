"""A chart with everything that goes beside it: a title, a sentence, a table, and what each point says."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from therapy_diary.reports.charts.style import USUAL_TEXT, Ink

if TYPE_CHECKING:
    from matplotlib.figure import Figure

USUAL_WIDTH = 900  # pixels


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartPoint:
    """A place in the figure that a pointer or an arrow key may stop at, in the units of the first axes.

    y is None where there is nothing to ring, such as a session without a rating.
    """

    x: float
    y: float | None
    title: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One chart. Every cell is text, and a missing answer an empty one; note explains the numbers in the cells.

    key explains the signs, where the figure does not do so itself.
    While is_empty there is nothing to draw yet, and the sentence says when there will be.
    """

    name: str
    title: str
    sentence: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str
    points: tuple[ChartPoint, ...]
    is_empty: bool
    usual_height: int
    draw: Callable[[Ink, int, float, float], "Figure"]
    key: str = ""

    def height(self, base_px: int = USUAL_TEXT) -> int:
        """How many pixels high the figure wants to be in that text size."""
        return round(self.usual_height * base_px / USUAL_TEXT)

    def figure(
        self, ink: Ink, base_px: int = USUAL_TEXT, width: float = USUAL_WIDTH, height: float | None = None
    ) -> "Figure":
        """Build the figure, so many pixels wide and high at 100 dots an inch."""
        return self.draw(ink, base_px, width, self.height(base_px) if height is None else height)
