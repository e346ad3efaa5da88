"""The words on screen: all can be translated, and none of them shouts, counts, praises or blames (measuring 4.2)."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "therapy_diary"
WINDOW_MODULES = sorted(
    it for folder in ("views", "widgets", "desktop") for it in (PACKAGE / folder).rglob("*.py")
)
FORMS = sorted((ROOT / "ui").glob("*.ui"))

SPEAKS = {
    "setText",
    "setTitle",
    "setToolTip",
    "setStatusTip",
    "setPlaceholderText",
    "setAccessibleName",
    "setAccessibleDescription",
    "addAction",
    "addMenu",
    "QLabel",
    "QPushButton",
    "QCheckBox",
    "QAction",
}
NEUTRAL = {"Document"}  # what print jobs and PDFs are called, in any language
NEVER = re.compile(
    r"streak|well done|keep it up|great job|congratulations|overdue|failed|abandoned|you missed|you must|"
    r"plateau|deteriorat|clinician|provider|!",
    re.IGNORECASE,
)


def literals_said(module: Path) -> Iterator[ast.Constant]:
    """Literal texts handed straight to a control, without tr()."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _name(node.func) in SPEAKS:
            for argument in node.args:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument


def said_in(module: Path) -> Iterator[tuple[int, str]]:
    """Every text inside tr() and QT_TRANSLATE_NOOP(), with its line."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _name(node.func) in ("tr", "translate", "QT_TRANSLATE_NOOP"):
            for argument in node.args:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield node.lineno, argument.value


def _name(called: ast.expr) -> str:
    return (
        called.attr
        if isinstance(called, ast.Attribute)
        else called.id
        if isinstance(called, ast.Name)
        else ""
    )


@pytest.mark.parametrize("module", WINDOW_MODULES, ids=lambda it: f"{it.parent.name}/{it.name}")
def test_no_text_reaches_a_control_without_a_translator(module: Path) -> None:
    bare = {str(it.value) for it in literals_said(module) if re.search(r"[A-Za-z]{2}", str(it.value))}
    assert bare - NEUTRAL == set()


@pytest.mark.parametrize(
    "module", sorted(PACKAGE.rglob("*.py")), ids=lambda it: f"{it.parent.name}/{it.name}"
)
def test_no_f_string_is_translated(module: Path) -> None:
    """The translator would look for the finished sentence and never find it."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _name(node.func) in ("tr", "translate", "QT_TRANSLATE_NOOP"):
            assert not any(isinstance(it, ast.JoinedStr) for it in node.args), f"line {node.lineno}"


@pytest.mark.parametrize(
    "module", sorted(PACKAGE.rglob("*.py")), ids=lambda it: f"{it.parent.name}/{it.name}"
)
def test_no_sentence_shouts_counts_praises_or_blames(module: Path) -> None:
    found = [(line, text) for line, text in said_in(module) if NEVER.search(text)]
    assert found == []


@pytest.mark.parametrize("form", FORMS, ids=lambda it: it.name)
def test_no_form_shouts_counts_praises_or_blames(form: Path) -> None:
    texts = [it.text or "" for it in ET.parse(form).iter("string")]  # noqa: S314 - our own file
    assert [it for it in texts if NEVER.search(it)] == []


@pytest.mark.parametrize(
    "file", sorted((ROOT / "resources" / "questions").glob("*.toml")), ids=lambda it: it.name
)
def test_no_question_shares_four_words_in_a_row_with_the_article(file: Path) -> None:
    """The wording is our own. The article's runs of words are kept as hashes, not as its sentences."""
    questions = tomllib.loads(file.read_text(encoding="utf-8"))["question"]
    article = set((ROOT / "tests" / "unit" / "article_runs.txt").read_text(encoding="utf-8").split())
    for it in questions:
        assert not {_fingerprint(run) for run in _runs(it["text"])} & article, it["text"]


def _runs(text: str) -> Iterator[str]:
    words = re.findall(r"[a-z']+", text.lower())
    return (" ".join(words[place : place + 4]) for place in range(len(words) - 3))


def _fingerprint(run: str) -> str:
    import hashlib

    return hashlib.sha256(run.encode()).hexdigest()[:12]
