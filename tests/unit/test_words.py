"""The words on screen: all can be translated, and none of them shouts, counts, praises or blames (measuring 4.2)."""

import ast
import re
import tomllib
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from tests.conftest import ROOT
from tests.unit.our_modules import MODULES, PACKAGE, called, calls_in, short, texts_in

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
TRANSLATES = {"tr", "translate", "QT_TRANSLATE_NOOP"}
NEUTRAL = {"Document"}  # what print jobs and PDFs are called, in any language
NEVER = re.compile(
    r"streak|well done|keep it up|great job|congratulations|overdue|failed|abandoned|you missed|you must|"
    r"plateau|deteriorat|clinician|provider|!",
    re.IGNORECASE,
)


def test_no_text_reaches_a_control_without_a_translator() -> None:
    bare = {}
    for module in WINDOW_MODULES:
        said = {text for call in calls_in(module) if called(call) in SPEAKS for text in texts_in(call)}
        bare[short(module)] = {it for it in said if re.search(r"[A-Za-z]{2}", it)} - NEUTRAL
    assert {module: it for module, it in bare.items() if it} == {}


def test_no_f_string_is_translated() -> None:
    """The translator would look for the finished sentence and never find it."""
    found = [
        f"{short(module)}, line {call.lineno}"
        for module in MODULES
        for call in calls_in(module)
        if called(call) in TRANSLATES and any(isinstance(it, ast.JoinedStr) for it in call.args)
    ]
    assert found == []


def test_no_sentence_shouts_counts_praises_or_blames() -> None:
    found = [
        f"{short(module)}, line {call.lineno}: {text}"
        for module in MODULES
        for call in calls_in(module)
        if called(call) in TRANSLATES
        for text in texts_in(call)
        if NEVER.search(text)
    ]
    assert found == []


def test_no_form_shouts_counts_praises_or_blames() -> None:
    assert FORMS
    for form in FORMS:
        texts = [it.text or "" for it in ET.parse(form).iter("string")]  # noqa: S314 - our own file
        assert [it for it in texts if NEVER.search(it)] == [], form.name


def test_no_question_shares_four_words_in_a_row_with_the_article() -> None:
    """The wording is our own. The article's runs of words are kept as hashes, not as its sentences."""
    article = set((ROOT / "tests" / "unit" / "article_runs.txt").read_text(encoding="utf-8").split())
    files = sorted((ROOT / "resources" / "questions").glob("*.toml"))
    assert files
    for file in files:
        for it in tomllib.loads(file.read_text(encoding="utf-8"))["question"]:
            assert not {_fingerprint(run) for run in _runs(it["text"])} & article, (file.name, it["text"])


def _runs(text: str) -> Iterator[str]:
    words = re.findall(r"[a-z']+", text.lower())
    return (" ".join(words[place : place + 4]) for place in range(len(words) - 3))


def _fingerprint(run: str) -> str:
    import hashlib

    return hashlib.sha256(run.encode()).hexdigest()[:12]
