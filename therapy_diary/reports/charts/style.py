"""How a chart looks: its colours, its letters, and how much room words take. Nothing here knows what is drawn."""

import functools
import tomllib
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any

from therapy_diary import resources
from therapy_diary.reports.charts.library import leave_out_help

FAMILIES = (
    "Inter",
    "Noto Sans Hebrew",
    "Noto Sans Arabic",
    "DejaVu Sans",
)  # the last one travels with matplotlib
USUAL_TEXT = 14  # pixels, at 100 % text
DPI = 100  # at which a figure's pixels are the screen's at 100 %
POINTS_IN_A_PIXEL = 72 / DPI
SMALL = 0.86  # of the body text: everything in a chart but titles
SUBPIXELS = 64  # in which letters are measured
NO_LETTER = "\N{WHITE SQUARE}"
UNSEEN = frozenset(
    "\u2066\u2067\u2068\u2069"
)  # what keeps words apart from others' direction: drawn as nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """The colours of a chart as "#RRGGBB", by the names of tokens.toml. seq holds the five steps of a heat map."""

    surface: str
    inset: str
    hover: str
    line: str
    line_strong: str
    text: str
    text2: str
    text3: str
    accent: str
    d1: str
    seq: tuple[str, ...]

    @classmethod
    def of(cls, tokens: object) -> "Ink":
        """The inks of anything that has colours by these names, such as a theme's tokens."""
        return cls(**{it.name: getattr(tokens, it.name) for it in fields(cls)})


@functools.cache
def read_ink(theme: str = "light") -> Ink:
    """The inks of a shipped theme: light, which is also the one for paper, dark or contrast."""
    colours: dict[str, Any] = tomllib.loads(resources.text("theme/tokens.toml"))[theme]
    inks: dict[str, Any] = {it.name: colours[it.name] for it in fields(Ink)}
    return Ink(**(inks | {"seq": tuple(colours["seq"])}))


def style(ink: Ink, base_px: int) -> dict[str, Any]:
    """The settings under which a figure is built. Use inside rc_context: nothing global changes."""
    register_fonts()
    return {
        "font.family": list(FAMILIES),
        "font.size": small_size(base_px),
        "text.color": ink.text,
        "text.parse_math": False,  # a dollar in the person's words is a dollar
        "text.usetex": False,
        "figure.facecolor": ink.surface,
        "figure.dpi": DPI,
        "axes.facecolor": ink.surface,
        "axes.edgecolor": ink.line,
        "axes.labelcolor": ink.text2,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.spines.left": False,
        "axes.axisbelow": True,
        "xtick.color": ink.text2,
        "ytick.color": ink.text2,
        "xtick.labelsize": small_size(base_px),
        "ytick.labelsize": small_size(base_px),
        "xtick.major.size": 0,
        "ytick.major.size": 0,
        "xtick.major.pad": points(6 * base_px / 14),
        "ytick.major.pad": points(10 * base_px / 14),
        "lines.solid_capstyle": "round",
        "hatch.linewidth": 0.6,
    }


@functools.cache
def register_fonts() -> None:
    """Make the shipped fonts known to matplotlib, once, and the only ones besides its own.

    It looks through every font of the computer for each size and weight of each family, and would take one of the same
    name, if there is one there, before ours.
    """
    from matplotlib.font_manager import fontManager

    its_own = [it for it in fontManager.ttflist if it.name == FAMILIES[-1]]
    fontManager.ttflist = []
    for file in sorted(resources.path("fonts").glob("*.ttf")):
        fontManager.addfont(file)
    fontManager.ttflist += its_own


def families_for(words: str) -> list[str]:
    """The first family alone where it has all the letters: matplotlib asks each for every text, though one is enough."""
    return list(FAMILIES if set(map(ord, words)) - _letters_in(FAMILIES[0]) else FAMILIES[:1])


def points(px: float) -> float:
    """Matplotlib's unit for letters, lines and marks, from pixels."""
    return px * POINTS_IN_A_PIXEL


def small_size(base_px: int) -> float:
    """The size of a chart's words in points."""
    return points(base_px * SMALL)


@functools.lru_cache(maxsize=512)
def width_of(text: str, base_px: int, weight: str = "normal") -> float:
    """How many pixels a line of small words takes. The same words are measured again with each width of the window."""
    font, hinting = _letters_of(weight)
    font.set_size(small_size(base_px), DPI)
    font.set_text(text, 0.0, flags=hinting)
    width, _ = font.get_width_height()
    return float(width) / SUBPIXELS


def elided(text: str, room: float, base_px: int, weight: str = "normal") -> str:
    """As much of the words as fits into so many pixels, with … where some are left out."""
    words = drawable(text)
    if width_of(words, base_px, weight) <= room:
        return words
    return begun(
        words, most_that_fit(lambda it: width_of(begun(words, it), base_px, weight) <= room, len(words))
    )


def begun(words: str, letters: int) -> str:
    """So many letters of them, and … for the rest."""
    return words[:letters].rstrip() + "…"


def most_that_fit(fits: Callable[[int], bool], too_many: int, least: int = 0) -> int:
    """The greatest number of letters, from the least on, that fit; halving, for each look takes a while."""
    return least + bisect_left(range(least + 1, too_many), True, key=lambda it: not fits(it))


def drawable(text: str) -> str:
    """The words on one line, with a box for each letter that no font at hand has."""
    known = _letters()
    return "".join(it if ord(it) in known or it in UNSEEN else NO_LETTER for it in " ".join(text.split()))


def step_look(step: int | None, ink: Ink) -> tuple[str, str, str]:
    """The colour of the cell of an answer, 0 to 4, what is written on it, and in which colour; None is no answer."""
    if step is None:
        return ink.inset, "–", ink.text2
    return ink.seq[step], str(step), best_on(ink.seq[step], ink)


def best_on(background: str, ink: Ink) -> str:
    """Whichever of the theme's two strongest colours reads better on a background."""
    return max((ink.text, ink.surface), key=lambda it: _contrast(it, background))


@functools.cache
def _letters() -> frozenset[int]:
    return frozenset().union(*map(_letters_in, FAMILIES))


@functools.cache
def _letters_in(family: str) -> frozenset[int]:
    from matplotlib.font_manager import findfont, get_font

    register_fonts()
    return frozenset(get_font(findfont(family)).get_charmap())


@functools.cache
def _letters_of(weight: str) -> tuple[Any, Any]:
    """The letters of a weight, found once, and how their outlines meet the pixels: as matplotlib does for each text."""
    leave_out_help()
    from matplotlib.backends import backend_agg
    from matplotlib.font_manager import FontProperties, findfont, get_font

    register_fonts()
    drawn_by: Any = backend_agg  # Any: not typed
    files = [findfont(FontProperties(family=family, weight=weight)) for family in FAMILIES]
    return get_font(files), drawn_by.get_hinting_flag()


def _contrast(one: str, other: str) -> float:
    """The contrast of two colours from 1 to 21, as WCAG 2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (it / 12.92 if it <= 0.04045 else ((it + 0.055) / 1.055) ** 2.4 for it in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
