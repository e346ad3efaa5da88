"""What the drawings small enough for a printed page share: their size, their letters, and how they become SVG."""

from collections.abc import Iterable
from html import escape

WIDTH, HEIGHT = 513, 118  # CSS pixels: as wide as the column of words on A4
TOP, BOTTOM, RIGHT = 8, 22, 10
LETTER = 10
FAMILY = "Inter, 'Noto Sans Hebrew', 'Noto Sans Arabic', sans-serif"
_A_LETTER_TAKES = 0.56  # of its height, about


def drawing(parts: Iterable[str]) -> bytes:
    """The parts as one SVG file."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}"'
        f' viewBox="0 0 {WIDTH} {HEIGHT}">{"".join(parts)}</svg>'
    ).encode()


def room_for(labels: Iterable[str]) -> float:
    """How far from the left edge a plot begins that has these words beside it, in CSS pixels."""
    return max((len(it) for it in labels), default=0) * LETTER * _A_LETTER_TAKES + 12


def text(said: str, x: float, y: float, anchor: str, colour: str, size: float = LETTER) -> str:
    """Words on a line at that height; anchor is "start", "middle" or "end"."""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}"'
        f' style="font-family: {FAMILY}; font-size: {size:g}px">{escape(said, quote=False)}</text>'
    )


def level(left: float, y: float, colour: str) -> str:
    """A thin line across the plot."""
    return f'<line x1="{left:.1f}" y1="{y:.1f}" x2="{WIDTH - RIGHT}" y2="{y:.1f}" stroke="{colour}"/>'


def shade(left: float, right: float, colour: str) -> str:
    """A stretch of the plot, from top to bottom."""
    return (
        f'<rect x="{left:.1f}" y="{TOP}" width="{right - left:.1f}" height="{HEIGHT - TOP - BOTTOM}"'
        f' fill="{colour}"/>'
    )


def joined(places: Iterable[tuple[float, float]], colour: str) -> str:
    """A line through these places."""
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    return (
        f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="1.6"'
        ' stroke-linejoin="round" stroke-linecap="round"/>'
    )


def dot(x: float, y: float, colour: str) -> str:
    """One answer."""
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.1" fill="{colour}"/>'
