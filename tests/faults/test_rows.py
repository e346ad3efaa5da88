"""The table of faults is complete: each row has its tests, each of them exists, and each test here has a row."""

import ast
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.faults.rows import ROWS, Row


def named_in(file: Path) -> list[str]:
    """The names of the tests in a file."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return [it.name for it in tree.body if isinstance(it, ast.FunctionDef) and it.name.startswith("test_")]


def named_by(row: Row) -> list[str]:
    """Every test of a row; fails for one that is not there."""
    found = list[str]()
    for path, _, name in (it.partition("::") for it in row.tests):
        named = [it for it in named_in(ROOT / path) if it.startswith(name)]
        assert named, f"{path}::{name}"
        found += named
    return found


def test_the_rows_are_those_of_the_reference() -> None:
    assert [it.number for it in ROWS] == list(range(1, 24))


@pytest.mark.parametrize("row", ROWS, ids=lambda it: str(it.number))
def test_a_row_has_tests_and_among_them_a_control(row: Row) -> None:
    assert any("control" in it for it in named_by(row))
    assert any("control" not in it for it in named_by(row))


def test_each_test_of_a_fault_has_a_row() -> None:
    here = [it for it in sorted((ROOT / "tests" / "faults").glob("test_*.py")) if it.name != "test_rows.py"]
    astray = [
        f"{file.name}::{test}"
        for file in here
        for test in named_in(file)
        if not any(row.holds(f"tests/faults/{file.name}", test) for row in ROWS)
    ]
    assert astray == []
