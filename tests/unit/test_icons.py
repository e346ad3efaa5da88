"""Every icon that ships is listed with its meaning, and every icon that the code names ships."""

import ast
import tomllib

from tests.unit.our_modules import MODULES, called, calls_in
from therapy_diary import resources


def listed() -> dict[str, str]:
    return tomllib.loads(resources.text("icons/names.toml"))


def named_in_code() -> set[str]:
    """Every literal given to `icon(...)` as its first argument."""
    names = set()
    for call in (it for module in MODULES for it in calls_in(module)):
        first = call.args[0] if call.args else None
        if called(call) in {"icon", "show_icon"} and isinstance(first, ast.Constant) and first.value:
            names.add(str(first.value))
    return names


def test_what_ships_is_what_is_listed() -> None:
    shipped = {it.stem for it in resources.path("icons").glob("*.svg")}
    assert shipped == set(listed())
    assert all(listed().values())


def test_what_the_code_names_ships() -> None:
    assert named_in_code() <= set(listed())
    assert named_in_code(), "the search itself must find something"


def test_every_icon_takes_the_colour_it_is_given() -> None:
    for name in listed():
        svg = resources.text(f"icons/{name}.svg")
        assert 'stroke="currentColor"' in svg
        assert "#" not in svg
