"""How the window looks, and where the diary lies. Every choice holds at once."""

from typing import ClassVar

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from therapy_diary.desktop.theme import Choice
from therapy_diary.forms.settings import Ui_Settings
from therapy_diary.preferences import Preferences
from therapy_diary.views.column import ReadableWidth
from therapy_diary.views.page import Desk, Page
from therapy_diary.views.safe import Safe
from therapy_diary.widgets.along_page import stand_along_page

STEP = 10  # per cent: the sizes between are not worth redrawing everything for


class SettingsPage(Page):
    """A few choices; the diary itself needs none."""

    name: ClassVar[str] = "settings"

    chosen = Signal()
    """A choice was made that the window has to follow."""
    diary_given_up = Signal(object)
    """Something is to be done to the diary while it is closed: see MainWindow.give_up()."""

    def __init__(
        self, desk: Desk, preferences: Preferences, safe: Safe | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, parent)
        self._safe = safe
        self._preferences = preferences
        form = self.form = Ui_Settings()
        form.setupUi(self)
        ReadableWidth(desk.theme, self, form.column)
        form.heading.set_title(self.tr("Settings"))
        form.heading.set_sub(self.tr("Every choice holds at once."))
        for choice, words in (
            (Choice.SYSTEM, self.tr("As the system has it")),
            (Choice.LIGHT, self.tr("Light")),
            (Choice.DARK, self.tr("Dark")),
            (Choice.CONTRAST, self.tr("High contrast")),
        ):
            form.theme.addItem(words, choice)
        form.folder.setText(f"\u2068{preferences.file.parent}\u2069")
        stand_along_page(form.folder)
        form.theme.activated.connect(self._choose_theme)
        form.size.valueChanged.connect(self._choose_size)
        desk.theme.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show what is chosen now, also when it was chosen in the menu."""
        theme, form = self.desk.theme, self.form
        with QSignalBlocker(form.size):
            form.size.setValue(theme.text_size)
        form.theme.setCurrentIndex(form.theme.findData(theme.choice))
        form.sizeNow.setText(self.tr("{percent} %").format(percent=theme.text_size))

    def _choose_theme(self, row: int) -> None:
        choice = Choice(self.form.theme.itemData(row))
        self.desk.theme.choose(choice)
        self._preferences.change(theme=choice)

    def _choose_size(self, percent: int) -> None:
        wanted = round(percent / STEP) * STEP
        if wanted != self.desk.theme.text_size:
            self.desk.theme.set_text_size(wanted)
            self._preferences.change(text_size=wanted)
        self.form.sizeNow.setText(self.tr("{percent} %").format(percent=wanted))
