"""What stands around the sessions: the setting, tasks and patterns, questionnaires; each a page of its own."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.domain.task import Outcome
from therapy_diary.domain.therapy import Therapy
from therapy_diary.views.agreed.words import SettingWords
from therapy_diary.views.column_page import ColumnPage
from therapy_diary.views.days import date_in_words
from therapy_diary.views.page import Desk
from therapy_diary.views.room import button, words
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.elided_label import ElidedLabel
from therapy_diary.widgets.glyph import Glyph

NAMED = 2  # tasks or patterns named on a card


class TherapyPage(ColumnPage):
    """A card for each, with a line of what is there now."""

    name: ClassVar[str] = "therapy"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._setting_words = SettingWords(self)
        self.doors: dict[str, Door] = {}
        for name, glyph, title in (
            ("setting", "map-pin", self.tr("The setting")),
            ("tasks_and_patterns", "footprints", self.tr("Tasks and patterns")),
            ("questionnaires", "list", self.tr("Questionnaires")),
            ("too_much", "life-buoy", self.tr("If it gets too much")),
        ):
            door = self.doors[name] = Door(glyph, title, self.tr("Open: {page}").format(page=title))
            door.open.clicked.connect(lambda _=False, name=name: self.asked_for.emit(name, None))
            self.column.addWidget(door)
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Say what there is now."""
        therapy, diary = self.desk.diary.therapies.current(), self.desk.diary
        name = "" if therapy is None else therapy.therapist_name.strip()
        title = self.tr("With {name}").format(name=f"\u2068{name}\u2069") if name else self.tr("Therapy")
        self.heading.set_title(title)
        self.heading.set_sub(
            self.tr("Around the sessions.")
            if therapy is None
            else self.tr("Since {day}").format(day=date_in_words(therapy.started_on))
        )
        self.doors["setting"].say(self._setting(therapy))
        self.doors["tasks_and_patterns"].say(self._work(therapy))
        self.doors["questionnaires"].setVisible(not self.is_quiet)
        titles = [it.measure.title for it in diary.measures.all() if it.enabled]
        self.doors["questionnaires"].say(
            self.tr(", ").join(f"\u2068{it}\u2069" for it in titles)
            or self.tr("None is switched on. They are here if you want them.")
        )
        self.doors["too_much"].say(
            self.tr(", ").join(f"\u2068{it.label}\u2069" for it in diary.contacts.all())
            or self.tr("Your own contacts, one key away from every page.")
        )
        self.order_tabs()
        for door in self.doors.values():
            door.settle()

    def _setting(self, therapy: Therapy | None) -> str:
        now = None
        if therapy is not None:
            now = self.desk.diary.settings.on(therapy.id, self.desk.now().date())
        return (
            self.tr("Day, place, and what was agreed.") if now is None else self._setting_words.meeting(now)
        )

    def _work(self, therapy: Therapy | None) -> str:
        named: list[str] = []
        if therapy is not None:
            tasks = self.desk.diary.tasks.open(therapy.id)
            named = [it.wording for it in tasks if it.outcome is Outcome.OPEN][:NAMED]
            named += [it.name for it in self.desk.diary.patterns.of(therapy.id)[:NAMED]]
        return " · ".join(f"\u2068{it}\u2069" for it in named) or self.tr(
            "What you mean to try, and what keeps coming back."
        )


class Door(Card):
    """A card that leads to a page: what it is called, a line of what is there, and a button."""

    def __init__(self, glyph: str, title: str, spoken: str) -> None:
        super().__init__()
        drawing = Glyph(self)
        drawing.show_icon(glyph, "accent", 1.35)
        self._line = ElidedLabel(self)
        self._line.setProperty("role", "sub")
        self.open = button(self.tr("Open"), lambda: None, "ghost")
        self.open.setAccessibleName(spoken)
        self.open.setIcon(icon("chevron-right"))
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(14)
        row.addWidget(drawing, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(4)
        called = words(title, "h3", self)
        called.setWordWrap(False)
        column.addWidget(called)
        column.addWidget(self._line)
        row.addLayout(column, 1)
        row.addWidget(self.open, 0, Qt.AlignmentFlag.AlignVCenter)

    def settle(self) -> None:
        """Take the letters of the theme before the first layout, so that the card is high enough at once."""
        for label in self.findChildren(QLabel):
            label.ensurePolished()
            label.setMinimumHeight(label.sizeHint().height())

    def say(self, line: str) -> None:
        """Show what is there now."""
        self._line.setText(line)
