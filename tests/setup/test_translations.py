"""Translations hold exactly the words that are said, and English has its plurals."""

import runpy
import shutil
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
