"""Translations hold exactly the words that are said, and English has its plurals."""

import re
import runpy
import shutil
from collections import Counter, defaultdict
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).parents[2]
TRANSLATIONS = sorted((ROOT / "resources" / "translations").glob("therapy_diary_*.ts"))
translate = runpy.run_path(str(ROOT / "packaging" / "translate.py"))


def words_in(file: Path) -> set[tuple[str, str]]:
    """Every word with the place it is said in."""
    return {
        (context.findtext("name") or "", message.findtext("source") or "")
        for context in ET.parse(file).getroot().iter("context")  # noqa: S314 - our own file
        for message in context.iter("message")
    }


@pytest.mark.parametrize("file", TRANSLATIONS, ids=lambda it: it.stem)
def test_a_translation_holds_the_words_that_are_said(file: Path, tmp_path: Path) -> None:
    """Renew with: python packaging/translate.py"""
    fresh = tmp_path / file.name
    shutil.copy(file, fresh)
    translate["update"](fresh, file.stem.rpartition("_")[2])
    assert words_in(fresh) == words_in(file)


def test_english_has_every_plural() -> None:
    english = ET.parse(ROOT / "resources" / "translations" / "therapy_diary_en.ts").getroot()  # noqa: S314
    forms = [it.text for it in english.iter("numerusform")]
    assert forms
    assert all(forms)


OTHERS = [it for it in TRANSLATIONS if not it.stem.endswith("_en")]
PLACES = re.compile(r"\{\w*\}|%n")


def messages_in(file: Path) -> list[tuple[str, ET.Element]]:
    """Every message with the name of the place it is said in."""
    return [
        (context.findtext("name") or "", message)
        for context in ET.parse(file).getroot().iter("context")  # noqa: S314 - our own file
        for message in context.iter("message")
    ]


def said(message: ET.Element) -> list[str]:
    """What a message is translated to: one text, or one for each plural form."""
    forms = [it.text or "" for it in message.iter("numerusform")]
    return forms or [message.findtext("translation") or ""]


@pytest.mark.parametrize("file", OTHERS, ids=lambda it: it.stem)
def test_every_word_is_translated(file: Path) -> None:
    left = [
        (place, it.findtext("source"))
        for place, it in messages_in(file)
        if it.find("translation[@type]") is not None or not all(said(it))
    ]
    assert left == []


@pytest.mark.parametrize("file", OTHERS, ids=lambda it: it.stem)
def test_a_translation_keeps_what_is_filled_in(file: Path) -> None:
    """The last plural form stands for many and needs the number; "one note" does not."""
    for _, it in messages_in(file):
        source = it.findtext("source") or ""
        assert sorted(PLACES.findall(said(it)[-1])) == sorted(PLACES.findall(source)), source


@pytest.mark.parametrize("file", OTHERS, ids=lambda it: it.stem)
def test_a_key_that_goes_somewhere_goes_there_in_every_language(file: Path) -> None:
    for _, it in messages_in(file):
        source = it.findtext("source") or ""
        assert [text.count("&") for text in said(it)] == [source.count("&")] * len(said(it)), source


@pytest.mark.parametrize("file", OTHERS, ids=lambda it: it.stem)
def test_no_form_gives_an_access_key_twice(file: Path) -> None:
    """The menus are one place in this file and several on the screen: tests/qt/test_hebrew.py looks at those."""
    forms = {
        ET.parse(it).getroot().findtext("class")  # noqa: S314 - our own file
        for it in (ROOT / "ui").glob("*.ui")
    }
    keys: dict[str, Counter[str]] = defaultdict(Counter)
    for place, it in messages_in(file):
        text = said(it)[0]
        if place in forms and "&" in text:
            keys[place][text[text.index("&") + 1]] += 1
    assert {place: key for place, found in keys.items() for key, count in found.items() if count > 1} == {}


def test_hebrew_counts_one_and_many() -> None:
    hebrew = next(it for it in OTHERS if it.stem.endswith("_he"))
    counted = [said(it) for _, it in messages_in(hebrew) if it.get("numerus")]
    assert counted
    assert all(len(it) == 2 and len(set(it)) == 2 for it in counted)
