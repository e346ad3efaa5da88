"""The language of the window: the system's where there is a translation, with its direction of writing."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from therapy_diary import resources

NAME = "therapy_diary"
"""Translations are resources/translations/therapy_diary_<language>.qm."""


def speak(application: QApplication, language: str | None = None) -> None:
    """Let the application speak a language such as "he"; without one, the system's. Otherwise English.

    Dates and numbers follow the language of the words, written as in the person's country.
    """
    wanted = QLocale.system() if language is None else QLocale(language)
    english = QLocale(QLocale.Language.English, QLocale.system().territory())
    ours, qt = QTranslator(application), QTranslator(application)
    if _load(ours, wanted) and QLocale(ours.language()).language() == wanted.language():
        locale = wanted
        if qt.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            application.installTranslator(qt)
    else:
        locale = english  # also where the system names English second: dates follow the words
        _load(ours, english)  # its plural forms: "1 session", "2 sessions"
    application.installTranslator(ours)
    QLocale.setDefault(locale)
    application.setLayoutDirection(locale.textDirection())


def _load(translator: QTranslator, locale: QLocale) -> bool:
    return translator.load(locale, NAME, "_", str(resources.ROOT / "translations"))
