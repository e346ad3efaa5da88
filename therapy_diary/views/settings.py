"""The settings: a list of rooms at one side, the room itself at the other."""

from importlib import import_module
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidgetItem, QWidget

from therapy_diary.forms.settings import Ui_Settings
from therapy_diary.preferences import Preferences
from therapy_diary.views.column import ReadableWidth
from therapy_diary.views.list_beside import place_list
from therapy_diary.views.page import Desk, Page
from therapy_diary.views.room import Room
from therapy_diary.views.safe import Safe

NAME = Qt.ItemDataRole.UserRole
ROOMS = {
    "look": "LookRoom",
    "locking": "LockingRoom",
    "opening": "OpeningRoom",
    "backups": "BackupsRoom",
    "bring": "BringRoom",
    "take": "TakeRoom",
    "contacts": "ContactsRoom",
    "readings": "ReadingsRoom",
    "delete": "DeleteRoom",
}
"""Every room by its name, which is its module's among the rooms, and the class that makes it."""
NEED_FOLDER = ("opening", "backups", "bring", "take", "delete")


class SettingsPage(Page):
    """Rooms, each built when it is first looked into."""

    name: ClassVar[str] = "settings"

    chosen = Signal()
    """A choice was made that the window has to follow."""
    diary_given_up = Signal(object)
    """Something is to be done to the diary while it is closed: a WhileClosed."""
    lock_wanted = Signal()

    def __init__(
        self, desk: Desk, preferences: Preferences, safe: Safe | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, parent)
        self._preferences, self._safe = preferences, safe
        self._built: dict[str, Room] = {}
        form = self.form = Ui_Settings()
        form.setupUi(self)
        form.heading.set_title(self.tr("Settings"))
        form.heading.set_sub(self.tr("Every choice holds at once."))
        form.rooms.setAccessibleName(self.tr("Rooms"))
        form.rooms.setProperty("plain", "true")
        for name, title in (
            ("look", self.tr("How it looks")),
            ("locking", self.tr("Locking")),
            ("opening", self.tr("How it opens")),
            ("backups", self.tr("Backups")),
            ("bring", self.tr("Bring along")),
            ("take", self.tr("Take out")),
            ("contacts", self.tr("If it gets too much")),
            ("readings", self.tr("Thoughts and limits")),
            ("delete", self.tr("Delete")),
        ):
            if safe is not None or name not in NEED_FOLDER:
                item = QListWidgetItem(title, form.rooms)
                item.setData(NAME, name)
        ReadableWidth(desk.theme, self, form.room)
        form.rooms.setCurrentRow(0)
        form.rooms.currentItemChanged.connect(self.refresh)
        desk.theme.changed.connect(self._fit)
        self._fit()

    def refresh(self) -> None:
        """Show the chosen room as things stand now."""
        room = self.room(self.form.rooms.currentItem().data(NAME))
        self.form.room.setCurrentWidget(room)
        room.refresh()

    def show_subject(self, subject: object) -> None:
        """Go into the room of that name, such as "backups", or look into a Path; else the one in view stays."""
        if isinstance(subject, Path):
            self.show_subject("bring")
            self.room("bring").take_up(subject)
            return
        for row in range(self.form.rooms.count()):
            if self.form.rooms.item(row).data(NAME) == subject:
                self.form.rooms.setCurrentRow(row)

    def keep(self) -> None:
        """Keep what is half typed in any room; passphrases and codes are not."""
        for room in self._built.values():
            room.keep()

    def bookmark(self) -> str:
        """The room."""
        return str(self.form.rooms.currentItem().data(NAME))

    def return_to(self, bookmark: str) -> None:
        """Back into it."""
        self.show_subject(bookmark)

    def room(self, name: str) -> Room:
        """The room of that name, built the first time. Raises KeyError for a name that is none."""
        if name not in self._built:
            kind = getattr(import_module(f"therapy_diary.views.rooms.{name}"), ROOMS[name])
            room: Room = kind(self.desk, self._preferences, self._safe)
            room.said.connect(self.said)
            room.chose.connect(self.chosen)
            room.wants_room.connect(self.show_subject)
            room.diary_given_up.connect(self.diary_given_up)
            room.lock_wanted.connect(self.lock_wanted)
            self._built[name] = room
            self.form.room.addWidget(room)
        return self._built[name]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        rooms = self.form.rooms
        place_list(rooms, self.form.parts, self.width(), self.desk.theme.tokens())
        rooms.scrollToItem(rooms.currentItem())
