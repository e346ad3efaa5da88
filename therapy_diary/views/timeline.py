"""The page where everything stands in the order of time: sessions, notes, milestones, breaks."""

from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import ClassVar

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPushButton, QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.domain.milestone import Milestone
from therapy_diary.domain.note import Note
from therapy_diary.domain.session import SessionId
from therapy_diary.domain.setting import Frequency
from therapy_diary.domain.therapy import Therapy
from therapy_diary.forms.timeline import Ui_Timeline
from therapy_diary.views.column import ReadableWidth
from therapy_diary.views.days import clock_in_words, date_in_words, short_day
from therapy_diary.views.page import Desk, Page
from therapy_diary.views.timeline_cards import CardDelegate
from therapy_diary.views.timeline_list import EntryKind, Shown, TimelineModel
from therapy_diary.widgets.flow_layout import FlowLayout

SEARCH = "search"
PAUSE = 150  # milliseconds after the last key until the search begins
WIDTH_OF_SEARCH = 260  # pixels at 100 % text
EVERY_WEEK = (Frequency.WEEKLY, Frequency.TWICE_WEEKLY)


class TimelinePage(Page):
    """A list of cards, newest first, that reads on as it is scrolled. Enter opens the note."""

    name: ClassVar[str] = "timeline"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._therapy: Therapy | None = None
        self._shown = Shown.ALL
        self._read_on: date | None = None  # the day the list was read; None when the diary changed since
        self.model = TimelineModel(desk.diary, self)
        self.form = Ui_Timeline()
        self._build()

    def refresh(self) -> None:
        """Read the list again if the diary has changed or a new day has begun, and stay at the same card."""
        today = self.desk.now().date()
        if self._read_on == today:
            return
        self._read_on = today
        self._therapy = self.desk.diary.therapies.current()
        if self._therapy is not None:
            self._read(self._therapy)
        self._show_parts()

    def show_subject(self, subject: object) -> None:
        """Put the keyboard on the list, or on the search for "search"; a Shown chooses what the list shows."""
        if subject == SEARCH:
            self.search.setFocus()
            self.search.selectAll()
            return
        if isinstance(subject, Shown):
            self._buttons[subject].setChecked(True)
            self._show_only(subject)
        self.form.list.setFocus()

    def session_in_view(self) -> SessionId | None:
        """The session of the card the keyboard is on."""
        index = self.form.list.currentIndex()
        if not (self.form.list.hasFocus() and index.isValid()):
            return None
        subject = self.model.entry(index).subject
        if isinstance(subject, Note | Milestone):
            return subject.session
        return SessionId(subject) if isinstance(subject, int) else None

    def _build(self) -> None:
        form = self.form
        form.setupUi(self)
        self.setObjectName(self.name)
        form.heading.set_title(self.tr("Timeline"))
        self.new_note = QPushButton(self.tr("New note"))
        self.new_note.setProperty("kind", "primary")
        self.new_note.setIcon(icon("plus", "on_accent"))
        self.new_note.clicked.connect(lambda: self.asked_for.emit("session_note", None))
        form.heading.add_action(self.new_note)
        row = FlowLayout(form.chips)
        self.search = self._add_search(row)
        self._buttons = self._add_chips(row)
        form.list.setModel(self.model)
        form.list.setItemDelegate(CardDelegate(form.list))
        form.list.activated.connect(self._open)
        form.empty.acted.connect(lambda: self.asked_for.emit("session_note", None))
        for before, after in pairwise([self.new_note, self.search, *self._buttons.values(), form.list]):
            self.setTabOrder(before, after)
        self.desk.theme.changed.connect(form.list.scheduleDelayedItemsLayout)
        self.desk.theme.changed.connect(self._fit)
        self._fit()
        ReadableWidth(self.desk.theme, self, form.column)

    def _fit(self) -> None:
        """Widths that grow with the text; a chip must not become narrower than it is high."""
        tokens = self.desk.theme.tokens()
        self.search.setMinimumWidth(round(WIDTH_OF_SEARCH * tokens.base_px / tokens.sizes["base"]))
        for button in self._buttons.values():
            button.setMinimumWidth(tokens.px() * 4)

    def _add_search(self, row: FlowLayout) -> QLineEdit:
        search = QLineEdit(self.form.chips)
        search.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        search.setPlaceholderText(self.tr("Search your diary"))
        search.setAccessibleName(self.tr("Search your diary"))
        search.setClearButtonEnabled(True)
        search.addAction(icon("search", "text3"), QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._look_for)
        search.textEdited.connect(lambda: self._pause.start(PAUSE))
        search.returnPressed.connect(self.form.list.setFocus)
        QShortcut(
            QKeySequence(Qt.Key.Key_Escape),
            search,
            self._end_search,
            context=Qt.ShortcutContext.WidgetShortcut,
        )
        row.addWidget(search)
        return search

    def _add_chips(self, row: FlowLayout) -> dict[Shown, QPushButton]:
        words = {
            Shown.ALL: self.tr("All"),
            Shown.SESSIONS: self.tr("Sessions"),
            Shown.NOTES: self.tr("Notes"),
            Shown.MILESTONES: self.tr("Milestones"),
            Shown.BREAKS: self.tr("Breaks"),
        }
        group = QButtonGroup(self)
        buttons: dict[Shown, QPushButton] = {}
        for shown, label in words.items():
            button = QPushButton(label, self.form.chips)
            button.setProperty("kind", "chip")
            button.setCheckable(True)
            button.setChecked(shown is Shown.ALL)
            button.setAccessibleName(self.tr("Show: {what}").format(what=label))
            button.clicked.connect(lambda _=False, it=shown: self._show_only(it))
            group.addButton(button)
            row.addWidget(button)
            buttons[shown] = button
        return buttons

    def _on_diary_changed(self) -> None:
        self._read_on = None
        super()._on_diary_changed()

    # what is shown

    def _read(self, therapy: Therapy) -> None:
        here, bar = self.form.list.currentIndex(), self.form.list.verticalScrollBar()
        subject = self.model.entry(here).subject if here.isValid() else None
        place, rows = bar.value(), self.model.rowCount()
        words = self.search.text()
        self.model.show_therapy(therapy.id, self.desk.now(), self._shown, words=words, least=max(rows, 1))
        row = None if subject is None else self.model.row_of(subject)
        if row is None:
            row = next((it for it in range(self.model.rowCount()) if self._is_card(it)), None)
        if row is not None:
            self.form.list.setCurrentIndex(self.model.index(row))
        QTimer.singleShot(0, bar, lambda: bar.setValue(place))
        self.form.heading.set_sub(self._sub(therapy))

    def _is_card(self, row: int) -> bool:
        return self.model.entry(self.model.index(row)).kind is not EntryKind.MONTH

    def _show_only(self, shown: Shown) -> None:
        if shown is self._shown:
            return
        self._shown = shown
        self._begin_again()

    def _look_for(self) -> None:
        """Show what holds the words typed, and say how much that is."""
        self._begin_again()
        if self.search.text().strip():
            cards = sum(self._is_card(row) for row in range(self.model.rowCount()))
            self.said.emit(self.tr("%n found", "", cards))
        else:
            self.said.emit("")

    def _end_search(self) -> None:
        if self.search.text():
            self.search.clear()
            self._look_for()

    def _begin_again(self) -> None:
        """The list from its beginning, for another kind or other words."""
        if self._therapy is not None:
            words = self.search.text()
            self.model.show_therapy(self._therapy.id, self.desk.now(), self._shown, words=words)
            if self.model.rowCount() > 1:
                self.form.list.setCurrentIndex(self.model.index(1))
            self.form.list.scrollToTop()
        self._show_parts()

    def _show_parts(self) -> None:
        is_empty = self.model.rowCount() == 0 or self._therapy is None
        narrowed = self._shown is not Shown.ALL or bool(self.search.text().strip())
        self.form.list.setVisible(not is_empty)
        self.form.empty.setVisible(is_empty)
        self.form.chips.setVisible(not is_empty or narrowed)
        self.new_note.setVisible(not is_empty or narrowed)  # one way to begin is enough
        if not is_empty:
            return
        if self.search.text().strip():
            self.form.empty.say(
                "search", self.tr("Nothing found"), self.tr("Nothing in this diary holds these words.")
            )
        elif self._shown is Shown.ALL:
            self.form.empty.say(
                "notebook-text",
                self.tr("Nothing here yet"),
                self.tr("Your notes and sessions will stand here, the newest first."),
                self.tr("Write the first note"),
            )
        else:
            self.form.empty.say(
                "notebook-text",
                self.tr("Nothing of this kind"),
                self.tr("There is none in this diary so far."),
            )

    def _sub(self, therapy: Therapy) -> str:
        count, first, planned = self.model.counts()
        parts: list[str] = []
        if count and first is not None:
            sessions = self.tr("%n session(s)", "", count)
            parts.append(
                self.tr("{sessions} since {day}").format(sessions=sessions, day=date_in_words(first))
            )
        coming = planned.starts_at if planned is not None else self._expected(therapy)
        if coming is not None:
            day, clock = short_day(coming.date()), clock_in_words(coming)
            parts.append(self.tr("next one {day}, {time}").format(day=day, time=clock))
        return " · ".join(parts)

    def _expected(self, therapy: Therapy) -> datetime | None:
        """The next session by what was agreed, where sessions come every week."""
        now = self.desk.now()
        setting = self.desk.diary.settings.on(therapy.id, now.date())
        if therapy.ended_on is not None or setting is None or setting.frequency not in EVERY_WEEK:
            return None
        week = (setting.start_on(now.date() + timedelta(days=ahead)) for ahead in range(8))
        return next((it for it in week if it is not None and it > now), None)

    def _open(self, index: QModelIndex) -> None:
        subject = self.model.entry(index).subject
        if subject is not None:
            self.asked_for.emit("milestones" if isinstance(subject, Milestone) else "session_note", subject)
