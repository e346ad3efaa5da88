"""Matplotlib draws the same without the help that it writes for programmers, and measures words as it draws them."""

import subprocess
import sys

import pytest

from therapy_diary.reports.charts.style import DPI, FAMILIES, register_fonts, small_size, width_of

DRAWN = """
import sys
if sys.argv[1] == "without":
    from therapy_diary.reports.charts.library import leave_out_help
    leave_out_help()
from io import BytesIO
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

class Bold(Line2D):
    def set_linewidth(self, width):
        super().set_linewidth(width * 2)

figure = Figure(figsize=(4, 3))
axes = figure.add_subplot()
axes.plot([1, 3, 2], label="how it went", color="#336699", lw=2, ls="--")
axes.add_line(Bold([0, 2], [2, 1], linewidth=1))
axes.add_patch(Rectangle((0, 0), 1, 1)).set(alpha=0.5, zorder=3)
axes.set(xlim=(0, 3), title="A title")
axes.annotate("here", (1, 3))
axes.legend()
out = BytesIO()
figure.savefig(out, format="png")
import hashlib
print(hashlib.sha256(out.getvalue()).hexdigest())
try:
    axes.lines[0].set(colour="red")
except AttributeError as error:
    print(error)
print(len(Rectangle.set.__doc__ or "") > 500)
"""


def drawn(how: str) -> list[str]:
    command = [sys.executable, "-c", DRAWN, how]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()


def test_without_its_help_it_draws_and_refuses_the_same() -> None:
    with_help, without = drawn("with"), drawn("without")
    assert without[:2] == with_help[:2]
    assert (with_help[2], without[2]) == ("True", "False")


def test_a_table_for_tex_is_made_for_whoever_asks_for_it_and_for_no_chart() -> None:
    """In a fresh Python, over a chart of ours: what is put off is a module like any other once it is used."""
    code = (
        "from therapy_diary.reports.charts.library import leave_out_help\n"
        "leave_out_help()\n"
        "import matplotlib.dviread, fontTools.agl\n"
        "from matplotlib.backends.backend_agg import FigureCanvasAgg\n"
        "from matplotlib.figure import Figure\n"
        "figure = Figure()\n"
        "figure.add_subplot().set_title('How it went, $x^2$')\n"
        "FigureCanvasAgg(figure).draw()\n"
        "print('AGL2UV' in vars(fontTools.agl))\n"
        "print(fontTools.agl.toUnicode('alpha'), 'AGL2UV' in vars(fontTools.agl))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["False", "α", "True"]


def test_while_it_is_imported_ahead_python_does_not_stop_to_look_for_rings() -> None:
    """In a fresh Python: no look that would hold up every thread, then or at the next one that is due."""
    code = (
        "import gc, sys, threading\n"
        "from therapy_diary.reports.charts.library import leave_out_help\n"
        "from therapy_diary.widgets.charts_ahead import import_charts\n"
        "looks = []\n"
        "gc.callbacks.append(lambda phase, _: looks.append(phase))\n"
        "import_charts(leave_out_help)\n"
        "print(len(looks), gc.isenabled(), gc.get_freeze_count() > 50_000, len(gc.get_objects()) < 5_000)\n"
        "import_charts(leave_out_help)\n"
        "rings = [[] for _ in range(100_000)]\n"
        "print('matplotlib.figure' in sys.modules, len(looks) > 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["0", "True", "True", "True", "True", "True"]


@pytest.mark.parametrize("weight", ["normal", "bold"])
@pytest.mark.parametrize("words", ["Session 3", "שלום עולם", "مرحبا", "AVAVA Wo, yes …", ""])
def test_words_are_measured_as_matplotlib_draws_them(words: str, weight: str) -> None:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

    register_fonts()
    for base_px in (11, 14, 28):
        renderer = FigureCanvasAgg(Figure(figsize=(1, 1), dpi=DPI)).get_renderer()
        font = FontProperties(family=list(FAMILIES), size=small_size(base_px), weight=weight)
        drawn_so_wide, _, _ = renderer.get_text_width_height_descent(words, font, ismath=False)
        assert width_of(words, base_px, weight) == drawn_so_wide
