from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from therapy_diary.desktop.language import speak


@pytest.fixture(autouse=True)
def as_before(qapp: QApplication) -> Iterator[None]:
    """Takes back whatever a test made the application speak."""
    before = QLocale()
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_a_language_without_a_translation_is_english_dates_included(qapp: QApplication) -> None:
    speak(qapp, "fi")
    assert QLocale().language() == QLocale.Language.English
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_an_english_of_another_country_keeps_its_dates(qapp: QApplication) -> None:
    speak(qapp, "en_GB")
    assert QLocale().name() == "en_GB"


@pytest.mark.parametrize(("count", "words"), [(1, "1 session"), (2, "2 sessions")])
def test_english_counts_as_english_does(qapp: QApplication, count: int, words: str) -> None:
    speak(qapp, "en")
    assert QCoreApplication.translate("TimelinePage", "%n session(s)", None, count) == words
