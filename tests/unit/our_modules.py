"""The modules of the program as Python reads them, each read once for all tests that look at them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "therapy_diary"
MODULES = sorted(PACKAGE.rglob("*.py"))


@cache
def tree_of(module: Path) -> ast.Module:
    """What stands in a module; not to be changed."""
    return ast.parse(module.read_text(encoding="utf-8"))


@cache
def calls_in(module: Path) -> tuple[ast.Call, ...]:
    """Every call in a module."""
    return tuple(it for it in ast.walk(tree_of(module)) if isinstance(it, ast.Call))


def called(call: ast.Call) -> str:
    """The name of what is called: the last one, of a method; empty where it has none."""
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def texts_in(call: ast.Call) -> Iterator[str]:
    """The literal texts a call is given."""
    for argument in call.args:
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            yield argument.value


def short(module: Path) -> str:
    """A module in the words of a failing test."""
    return str(module.relative_to(PACKAGE))
