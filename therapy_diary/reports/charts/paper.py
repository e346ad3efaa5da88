"""A figure measured in pixels: every chart is laid out on one, so that words have the room they need."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from threading import RLock
from typing import TYPE_CHECKING, Any

from therapy_diary.reports.charts.library import leave_out_help
from therapy_diary.reports.charts.style import (
    DPI,
    USUAL_TEXT,
    Ink,
    drawable,
    families_for,
    small_size,
    style,
    width_of,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


# Figures are built and drawn beside the window, and matplotlib's settings are the whole program's: two threads at
# a time would give a chart the colours or the letters of another.
ONE_AT_A_TIME = RLock()


class Paper:
    """A figure of so many pixels, and a sheet over it whose units are pixels, counted from the top left."""

    def __init__(self, ink: Ink, base_px: int, width: float, height: float) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg

        self.ink = ink
        self.base_px = base_px
        self.width = width
        self.height = height
        self.figure = _figure(width, height, ink)
        FigureCanvasAgg(self.figure)
        self._over: Axes | None = None

    def px(self, at_usual_size: float) -> float:
        """A length that grows with the text, given as it is at 14 pixels."""
        return at_usual_size * self.base_px / 14

    def plot(self, left: float, top: float, right: float, bottom: float, **how: Any) -> "Axes":
        """Axes between these pixels. The first ones made are those a pointer is followed over."""
        place = (
            left / self.width,
            1 - bottom / self.height,
            max(right - left, 1) / self.width,
            max(bottom - top, 1) / self.height,
        )
        axes = self.figure.add_axes(place, **how)
        # What stands under a plot is written by us, and ticks that nobody sees were a fifth of the work.
        axes.set_xticks([])
        axes.patch.set_visible(False)
        return axes

    def lift_words(self, axes: "Axes") -> None:
        """Put the words beside a plot at the height of what they name: a line's middle is not its letters' middle."""
        from matplotlib.transforms import ScaledTranslation

        lifted = ScaledTranslation(0, self.px(1.6) / DPI, self.figure.dpi_scale_trans)
        for label in axes.get_yticklabels():
            label.set_transform(label.get_transform() + lifted)

    @property
    def over(self) -> "Axes":
        """The sheet in pixels; make it after the axes."""
        if self._over is None:
            self._over = self.figure.add_axes((0, 0, 1, 1))
            self._over.set_xlim(0, self.width)
            self._over.set_ylim(self.height, 0)
            self._over.set_axis_off()
        return self._over

    def write(self, x: float, y: float, words: str, colour: str, **how: Any) -> None:
        """Small words with the middle of their line at a height."""
        shown = drawable(words)
        plain: dict[str, Any] = {
            "va": "center",
            "ha": "left",
            "fontsize": small_size(self.base_px),
            "family": families_for(shown),
        }
        self.over.text(x, y, shown, color=colour, **(plain | how))

    def name_heights(self, axes: "Axes", named: Mapping[float, str]) -> None:
        """Words beside a plot, each at its height."""
        words = [drawable(it) for it in named.values()]
        axes.set_yticks(list(named), words, family=families_for("".join(words)))

    def width_of(self, words: str, weight: str = "normal") -> float:
        """The room small words take."""
        return width_of(drawable(words), self.base_px, weight)


def on_paper(ink: Ink, base_px: int, width: float, height: float, draw: Callable[[Paper], None]) -> "Figure":
    """Draw on a new sheet under the chart style, leaving matplotlib's own settings as they were."""
    import matplotlib as mpl

    leave_out_help()
    settings: Any = style(ink, base_px)
    with ONE_AT_A_TIME, mpl.rc_context(settings):
        paper = Paper(ink, base_px, width, height)
        draw(paper)
        return paper.figure


@contextmanager
def on_sheet(figure: "Figure", ink: Ink, head: float, foot: float) -> Iterator["Axes"]:
    """Make a figure so many pixels higher above and below, and give a sheet over all of it whose units are pixels."""
    import matplotlib as mpl

    settings: Any = style(ink, USUAL_TEXT)
    with ONE_AT_A_TIME, mpl.rc_context(settings):
        width, height = (it * DPI for it in figure.get_size_inches())
        whole = head + height + foot
        figure.set_size_inches(width / DPI, whole / DPI)
        for axes in figure.axes:
            at = axes.get_position(original=True)
            axes.set_position((at.x0, (foot + at.y0 * height) / whole, at.width, at.height * height / whole))
        over = figure.add_axes((0, 0, 1, 1))
        over.set_xlim(0, width)
        over.set_ylim(whole, 0)
        over.set_axis_off()
        yield over


def _figure(width: float, height: float, ink: Ink) -> "Figure":
    """A figure that nothing else is drawn beside, whoever draws it."""
    from matplotlib.backend_bases import RendererBase
    from matplotlib.figure import Figure

    class Alone(Figure):
        def draw(self, renderer: RendererBase) -> None:
            with ONE_AT_A_TIME:
                super().draw(renderer)

    return Alone(figsize=(width / DPI, height / DPI), dpi=DPI, facecolor=ink.surface)
