"""How the window looks, and where the diary lies."""

from typing import ClassVar

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from therapy_diary.desktop.theme import Choice
from therapy_diary.forms.settings_look import Ui_SettingsLook
from therapy_diary.vault.place import Risk
from therapy_diary.views.room import Room
from therapy_diary.widgets.along_page import stand_along_page
from therapy_diary.widgets.notice import Notice, Tone
from therapy_diary.widgets.words_label import breakable

STEP = 10  # per cent: the sizes between are not worth redrawing everything for


class LookRoom(Room):
    """Colours and the size of the text."""

    name: ClassVar[str] = "look"

    def build(self) -> None:
        """Make the cards."""
        form = self.form = Ui_SettingsLook()
        holder = QWidget()
        form.setupUi(holder)
        self.add(holder)
        self.place = Notice(holder)
        form.placeLayout.addWidget(self.place)
        for choice, words in (
            (Choice.SYSTEM, self.tr("As the system has it")),
            (Choice.LIGHT, self.tr("Light")),
            (Choice.DARK, self.tr("Dark")),
            (Choice.CONTRAST, self.tr("High contrast")),
        ):
            form.theme.addItem(words, choice)
        folder = str(self.preferences.file.parent)
        form.folder.setText(breakable(f"\u2068{folder}\u2069"))
        form.folder.setAccessibleName(folder)
        stand_along_page(form.folder)
        form.theme.activated.connect(self._choose_theme)
        form.size.valueChanged.connect(self._choose_size)
        self.desk.theme.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show what is chosen now, also when it was chosen in the menu."""
        theme, form = self.desk.theme, self.form
        with QSignalBlocker(form.size):
            form.size.setValue(theme.text_size)
        form.theme.setCurrentIndex(form.theme.findData(theme.choice))
        form.sizeNow.setText(self.tr("{percent} %").format(percent=theme.text_size))
        risk = None if self._safe is None else self._safe.risk()
        said = {
            Risk.SYNCED: self.tr(
                "This folder seems to be copied between computers. Open the diary on one of them only:"
                " two at once can spoil it. Better keep it elsewhere, and copy backups there."
            ),
            Risk.NETWORK: self.tr(
                "This folder lies on a network disk. Such disks can lose what was saved."
                " Better keep the diary on this computer, and copy backups there."
            ),
        }
        self.place.say("" if risk is None else said[risk], Tone.MIND)

    def _choose_theme(self, row: int) -> None:
        choice = Choice(self.form.theme.itemData(row))
        self.desk.theme.choose(choice)
        self.preferences.change(theme=choice)

    def _choose_size(self, percent: int) -> None:
        wanted = round(percent / STEP) * STEP
        if wanted != self.desk.theme.text_size:
            self.desk.theme.set_text_size(wanted)
            self.preferences.change(text_size=wanted)
        self.form.sizeNow.setText(self.tr("{percent} %").format(percent=wanted))
