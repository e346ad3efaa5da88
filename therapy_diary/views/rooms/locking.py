"""When the diary locks, and what a lock can do."""

import sys
from typing import ClassVar

from PySide6.QtWidgets import QCheckBox, QSpinBox, QVBoxLayout

from therapy_diary.desktop import screen_capture
from therapy_diary.views.room import Room, labelled, words
from therapy_diary.widgets.date_fields import settle_fields
from therapy_diary.widgets.notice import Notice, Tone

LONGEST = 600  # minutes
TRIED_HERE = sys.platform == "linux"


class LockingRoom(Room):
    """Minutes, and putting the window away."""

    name: ClassVar[str] = "locking"

    def build(self) -> None:
        """Make the cards."""
        column = self.card(self.tr("When it locks"))
        self.minutes = QSpinBox()
        self.minutes.setRange(0, LONGEST)
        self.minutes.setSpecialValueText(self.tr("never"))
        self.minutes.setMaximumWidth(260)
        labelled(column, self.tr("Minutes without a touch"), self.minutes)
        column.addWidget(
            words(self.tr("Half a minute before, it says so. Any key puts it off."), "sub", self)
        )
        self.minimised = QCheckBox(self.tr("Lock also when the window is minimised"))
        column.addWidget(self.minimised)
        column.addWidget(words(self._what_else(), "sub", self))
        if screen_capture.OFFERED:
            self._build_captures(self.card(self.tr("Pictures of the screen")))
        column = self.card(self.tr("What a lock does"))
        column.addWidget(
            words(
                self.tr(
                    "What you are writing is kept in the encrypted file first. Then the program starts anew, so"
                    " that nothing of it stays in memory. After unlocking, your cursor is where it was."
                ),
                "",
                self,
            )
        )
        self.curtain = Notice(self)
        self.curtain.acted.connect(self.ask_for_opening)
        column.addWidget(self.curtain)
        settle_fields(self)
        self.minutes.valueChanged.connect(self._choose_minutes)
        self.minimised.clicked.connect(self._choose_minimised)

    def _build_captures(self, column: QVBoxLayout) -> None:
        self.out_of_captures = QCheckBox(self.tr("Keep the diary out of screenshots and recordings"))
        self.out_of_captures.setChecked(bool(self.preferences.chosen.out_of_captures))
        self.out_of_captures.clicked.connect(self._choose_captures)
        column.addWidget(self.out_of_captures)
        column.addWidget(
            words(
                self.tr(
                    "Some tools that read the screen aloud or enlarge it need to see it: then switch this off."
                    " Nobody has tried it on this system yet."
                ),
                "sub",
                self,
            )
        )

    def refresh(self) -> None:
        """Show what is chosen now."""
        chosen = self.preferences.chosen
        self.minutes.blockSignals(True)
        self.minutes.setValue(chosen.lock_after)
        self.minutes.blockSignals(False)
        self.minimised.setChecked(bool(chosen.lock_minimised))
        if self._safe is not None and self._safe.opens_by_itself():
            self.curtain.say(
                self.tr(
                    "Your diary opens by itself in this session. A lock hides it from a glance;"
                    " whoever sits here can open it again. A passphrase makes it a door."
                ),
                Tone.MIND,
                self.tr("Choose a passphrase"),
            )
        else:
            self.curtain.say("")

    def ask_for_opening(self) -> None:
        """Go to the room where the passphrase is chosen."""
        self.wants_room.emit("opening")

    def _what_else(self) -> str:
        if TRIED_HERE:
            return self.tr(
                "It also locks when the computer sleeps, when its screen is locked, and when another user comes."
            )
        return self.tr(
            "It should also lock when the computer sleeps, its screen is locked, or another user comes."
            " Nobody has tried that on this system yet: see once whether it does. The key and the minutes work."
        )

    def _choose_minutes(self, minutes: int) -> None:
        self.preferences.change(lock_after=minutes)
        self.chose.emit()

    def _choose_captures(self, wanted: bool) -> None:
        self.preferences.change(out_of_captures=int(wanted))
        self.chose.emit()

    def _choose_minimised(self, wanted: bool) -> None:
        self.preferences.change(lock_minimised=int(wanted))
