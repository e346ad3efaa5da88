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
    locale = QLocale.system() if language is None else QLocale(language)
    ours, qt = QTranslator(application), QTranslator(application)
    if ours.load(locale, NAME, "_", str(resources.ROOT / "translations")):
        application.installTranslator(ours)
        if qt.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            application.installTranslator(qt)
    elif locale.language() != QLocale.Language.English:
        locale = QLocale(QLocale.Language.English, QLocale.system().territory())
    QLocale.setDefault(locale)
    application.setLayoutDirection(locale.textDirection())
