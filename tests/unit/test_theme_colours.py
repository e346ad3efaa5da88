"""Whether words can be read and lines be told apart in every theme, also by people who see colours differently."""

import itertools
import math

import pytest

from therapy_diary.desktop.theme import Tokens, load_tokens

THEMES = ("light", "dark", "contrast")
ENOUGH = [  # words, what is behind them, and the least ratio of WCAG 2.2
    *[("text", behind, 7.0) for behind in ("bg", "surface", "sidebar", "hover")],
    *[("text2", behind, 4.5) for behind in ("bg", "surface", "sidebar", "hover")],
    *[("text3", behind, 4.5) for behind in ("surface", "bg", "sidebar", "inset")],
    *[("on_accent", behind, 4.5) for behind in ("accent", "accent_hover")],
    *[("accent", behind, 4.5) for behind in ("surface", "bg")],
    ("on_accent_soft", "accent_soft", 4.5),
    *[("line_strong", behind, 3.0) for behind in ("surface", "bg", "inset")],
    *[("focus", behind, 3.0) for behind in ("surface", "bg", "sidebar", "accent_soft")],
    *[(tone, "surface", 4.5) for tone in ("danger", "warn", "ok", "info")],
    *[(tone, f"{tone}_soft", 4.5) for tone in ("danger", "warn", "ok", "info")],
    *[(line, "surface", 4.5) for line in ("d1", "d2", "d3")],
    ("d4", "surface", 3.0),
]
SIGHTS = {  # Machado, Oliveira and Fernandes 2009, severity 1
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
LEAST_DISTANCE = 25  # CIE76


def linear(colour: str) -> list[float]:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [it / 12.92 if it <= 0.04045 else ((it + 0.055) / 1.055) ** 2.4 for it in parts]


def luminance(colour: str) -> float:
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True))


def ratio(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def times(matrix: tuple[tuple[float, ...], ...], vector: list[float]) -> list[float]:
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def lab(colour: str, sight: str) -> list[float]:
    seen = [min(max(it, 0.0), 1.0) for it in times(SIGHTS[sight], linear(colour))]
    to_xyz = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    xyz = [it / white for it, white in zip(times(to_xyz, seen), (0.95047, 1.0, 1.08883), strict=True)]
    x, y, z = (math.cbrt(it) if it > 0.008856 else 7.787 * it + 16 / 116 for it in xyz)
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("words", "behind", "least"), ENOUGH)
def test_words_and_edges_stand_out_from_what_is_behind_them(
    theme: str, words: str, behind: str, least: float
) -> None:
    tokens = load_tokens()[theme]
    assert ratio(tokens.colour(words), tokens.colour(behind)) >= least


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("sight", SIGHTS)
def test_the_lines_of_a_chart_can_be_told_apart_by_every_eye(theme: str, sight: str) -> None:
    tokens = load_tokens()[theme]
    lines = [lab(tokens.colour(name), sight) for name in ("d1", "d2", "d3", "d4")]
    assert min(math.dist(one, other) for one, other in itertools.combinations(lines, 2)) >= LEAST_DISTANCE


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("sight", SIGHTS)
def test_the_steps_of_a_heat_map_go_one_way_for_every_eye(theme: str, sight: str) -> None:
    steps = [lab(it, sight)[0] for it in load_tokens()[theme].seq]
    assert steps in (sorted(steps), sorted(steps, reverse=True))


def test_larger_text_makes_everything_that_holds_text_larger() -> None:
    tokens: Tokens = load_tokens()["light"]
    large = tokens.at_text_size(200)
    assert large.px("body") == 2 * tokens.px("body")
    assert large.size("control") == 2 * tokens.size("control")
    assert large.size("radius_card") == tokens.size("radius_card")
    assert tokens.at_text_size(900) == large
