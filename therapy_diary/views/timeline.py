"""The page where everything stands in the order of time: sessions, notes, milestones, breaks."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.domain.found import Found, FoundKind, FoundOnPage
from therapy_diary.domain.milestone import Milestone
from therapy_diary.domain.note import Note, NoteId
from therapy_diary.domain.session import SessionId
from therapy_diary.domain.setting import Frequency
from therapy_diary.domain.therapy import Therapy
from therapy_diary.forms.timeline import Ui_Timeline
from therapy_diary.storage.errors import StorageError
from therapy_diary.views.column import ReadableWidth, is_low
from therapy_diary.views.days import clock_in_words, date_in_words, short_day
from therapy_diary.views.finding.cards import CardDelegate
from therapy_diary.views.finding.entry import Entry, EntryList
from therapy_diary.views.finding.filters import Filters
from therapy_diary.views.finding.panels import Panels
from therapy_diary.views.finding.timeline_list import Narrowed, Shown, TimelineModel
from therapy_diary.views.goal.keys import on_keys
from therapy_diary.views.half_given import trouble_in_words
from therapy_diary.views.kept.doings import STAR_KEYS, NoteDoings
from therapy_diary.views.page import Desk, Page
from therapy_diary.widgets.notice import Tone

if TYPE_CHECKING:  # at run time what looks for words comes with the first word
    from therapy_diary.views.finding.found_list import FoundModel
    from therapy_diary.views.finding.looking import FoundPage, Looking

SEARCH = "search"
PAUSE = 150  # milliseconds after the last key until the search begins
EVERY_WEEK = (Frequency.WEEKLY, Frequency.TWICE_WEEKLY)
PAGES_OF_FOUND = {
    FoundKind.NOTE: "session_note",
    FoundKind.TOPIC: "topics",
    FoundKind.GOAL: "goals",
    FoundKind.CHECKLIST: "checklist",
    FoundKind.ENDING: "ending",
}


class TimelinePage(Page):
    """A list of cards, newest first, that reads on as it is scrolled; typing into its search shows what was found.

    Enter opens what a card is about, Del moves a note to the bin, Ctrl+D stars it.
    """

    name: ClassVar[str] = "timeline"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._therapy: Therapy | None = None
        self._changes_a_row = False
        self._dropped: tuple[int, list[Entry]] | None = None  # by the last Del, while the list is as it was
        self._is_empty = True
        self._told = ""
        self._asked_to_search = False  # also an empty timeline shows its search then
        self._stay_at: int | None = None  # the row of what was found that is to be chosen again
        self._read_on: date | None = None  # the day the list was read; None when the diary changed since
        self.model = TimelineModel(desk.diary, self)
        self._found: FoundModel | None = None
        self._looking: Looking | None = None
        self.doings = NoteDoings(self)
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
        if self._shows_found():
            self._stay_at = self.form.list.currentIndex().row()
            self._look_for()

    def show_subject(self, subject: object) -> None:
        """Put the keyboard on the list, or on the search for "search"; a Shown chooses what the list shows."""
        if subject == SEARCH:
            self._asked_to_search = True
            self.filters.show()
            self.filters.search.setFocus()
            self.filters.search.selectAll()
            return
        if isinstance(subject, Shown):
            self._end_search()
            self.filters.choose(Narrowed(shown=subject))
        self.form.list.setFocus()

    def search_for(self, words: str) -> None:
        """Look for words as if they had been typed; for none, show the timeline again."""
        self.filters.search.setText(words)
        self._look_for()

    def session_in_view(self) -> SessionId | None:
        """The session of the card the keyboard is on."""
        index = self.form.list.currentIndex()
        if not (self.form.list.hasFocus() and index.isValid()):
            return None
        subject = self._shown_list().entry(index).subject
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
        self.filters = Filters(form.column)
        self.panels = Panels(self.desk, self.model, self.filters, form.column)
        for place, part in enumerate((self.filters, self.panels), start=1):
            form.columnLayout.insertWidget(place, part)
        form.list.setModel(self.model)
        form.list.setItemDelegate(CardDelegate(form.list))
        self._connect()
        stops = [self.new_note, *self.filters.stops(), form.list]
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)
        self._fit()
        ReadableWidth(self.desk.theme, self, form.column)

    def _connect(self) -> None:
        form, filters = self.form, self.filters
        form.list.activated.connect(self._open)
        form.empty.acted.connect(lambda: self.asked_for.emit("session_note", None))
        filters.narrowed.connect(self._begin_again)
        self.panels.changed.connect(self._share_room)
        filters.order_chosen.connect(self._look_for)
        filters.search_left.connect(self._end_search)
        filters.search.returnPressed.connect(form.list.setFocus)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._look_for)
        filters.search.textEdited.connect(lambda: self._pause.start(PAUSE))
        filters.beside_wanted.connect(self._show_beside)
        self.doings.failed.connect(self._fail)
        on_keys(form.list, QKeySequence(Qt.Key.Key_Delete), lambda: self._with_note(self._bin))
        on_keys(form.list, QKeySequence(STAR_KEYS), lambda: self._with_note(self._star))
        form.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        form.list.customContextMenuRequested.connect(self._offer_doings)
        self.desk.theme.changed.connect(form.list.scheduleDelayedItemsLayout)
        self.desk.theme.changed.connect(self._fit)

    def _fit(self) -> None:
        self.filters.fit()

    def _on_diary_changed(self) -> None:
        if self._changes_a_row:
            return
        self._read_on = None
        super()._on_diary_changed()

    def hideEvent(self, event: QHideEvent) -> None:
        """Who is elsewhere, or has locked, looks for nothing."""
        super().hideEvent(event)
        self._asked_to_search = False
        self._look_no_longer()

    # what is shown

    def _read(self, therapy: Therapy) -> None:
        here, bar = self.form.list.currentIndex(), self.form.list.verticalScrollBar()
        subject = self.model.entry(here).subject if here.isValid() and not self._searches() else None
        place, rows = bar.value(), self.model.rowCount()
        self._dropped = None
        self.model.show_therapy(therapy.id, self.desk.now(), self.filters.now, least=max(rows, 1))
        if not self._searches():
            row = None if subject is None else self.model.row_of(subject)
            self._stand_at(row if row is not None or not here.isValid() else here.row())
            QTimer.singleShot(0, bar, lambda: bar.setValue(place))
        self._told = self._sub(therapy)

    def _stand_at(self, row: int | None) -> None:
        """Choose the card of that row, else one beside it, else the first there is."""
        shown, last = self._shown_list(), self._shown_list().rowCount() - 1
        row = shown.first_card() if row is None else min(max(row, 0), last)
        rows = (it for it in (row, row + 1, row - 1) if 0 <= it <= last) if row is not None else ()
        index = next((it for it in map(shown.index, rows) if _is_card(shown, it)), shown.index(-1))
        self.form.list.setCurrentIndex(index)

    def _shown_list(self) -> EntryList:
        return self.found if self._shows_found() else self.model

    def _shows_found(self) -> bool:
        """Whether the list shows what was found, not the timeline."""
        return self.form.list.model() is not self.model

    def _begin_again(self) -> None:
        """The list from its beginning, for another kind."""
        if self._therapy is not None:
            self._dropped = None
            self.model.show_therapy(self._therapy.id, self.desk.now(), self.filters.now)
            self._stand_at(None)
            self.form.list.scrollToTop()
        self._show_parts()

    # searching

    @property
    def found(self) -> "FoundModel":
        """What a search found, as rows."""
        if self._found is None:
            from therapy_diary.views.finding.found_list import FoundModel

            self._found = FoundModel(self.desk.diary, self.model, self)
            self._found.more_wanted.connect(
                lambda below: self.looking.look_for(self.filters.search.text(), self.filters.order, below)
            )
        return self._found

    @property
    def looking(self) -> "Looking":
        """What looks for words."""
        if self._looking is None:
            from therapy_diary.views.finding.looking import Looking

            self._looking = Looking(self.desk.diary, self)
            self._looking.found.connect(self._show_found)
            self._looking.counted.connect(lambda count: self._say_count(count + self.found.by_hand))
            self._looking.failed.connect(self._fail)
        return self._looking

    def _look_no_longer(self) -> None:
        if self._looking is not None:
            self._looking.close()

    def _searches(self) -> bool:
        typed = self.filters.search.text()
        if not typed:
            return False
        from therapy_diary.views.finding.looking import asks_for_something

        return asks_for_something(typed)

    def _show_beside(self) -> None:
        """Ask for the passages of what is searched for, or else of the tag that is chosen, side by side."""
        from therapy_diary.domain.subject import Subject

        tag = self.filters.now.tag
        subject = (
            Subject(tag=tag) if tag and not self._searches() else Subject(words=self.filters.search.text())
        )
        self.asked_for.emit("same_subject", subject)

    def _look_for(self) -> None:
        """Look for what is typed, beside the window; the list is shown again when nothing is asked for."""
        if self._searches():
            self.looking.look_for(self.filters.search.text(), self.filters.order)
            return
        self._look_no_longer()
        if self._shows_found():
            self.form.list.setModel(self.model)
            self.found.clear()
            self._stand_at(None)
            self.said.emit("")
        self._show_parts()

    def _show_found(self, page: "FoundPage") -> None:
        if page.is_more:
            self.found.show_more(page.found, is_all=page.is_all)
            return
        typed, order = self.filters.search.text(), self.filters.order
        self.found.show_found(typed, page.found, order, page.on_pages, is_all=page.is_all)
        if not self._shows_found():
            self.form.list.setModel(self.found)
        row, self._stay_at = self._stay_at, None
        self._stand_at(row)
        if row is None:
            self.form.list.scrollToTop()
        self.form.trouble.say("")
        self._show_parts()
        if page.is_all:
            self._say_count(self.found.count())

    def _say_count(self, count: int) -> None:
        self.said.emit(self.tr("%n found", "", count))

    def _end_search(self) -> None:
        if self.filters.search.text():
            self._pause.stop()
            self.filters.search.clear()
            self._look_for()

    def _fail(self, error: StorageError) -> None:
        self.form.trouble.say(trouble_in_words(error), Tone.WRONG, aloud=True)

    # which parts are there

    def _show_parts(self) -> None:
        searching = self._shows_found()
        is_empty = self._shown_list().rowCount() == 0 or self._therapy is None
        narrowed = searching or self._asked_to_search or not self.filters.now.is_all
        self.filters.show_searching(searching=searching)
        self.panels.show_searching(searching=searching)
        self._is_empty = is_empty
        self._share_room()
        self.form.empty.setVisible(is_empty)
        self.filters.setVisible(not is_empty or narrowed)
        self.new_note.setVisible(not is_empty or narrowed)  # one way to begin is enough
        if not is_empty:
            return
        if searching:
            self.form.empty.say(
                "search", self.tr("Nothing found"), self.tr("Nothing in this diary holds these words.")
            )
        elif self.filters.now.is_all:
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """On a low page there is room for the list or for what is open above it, and for no line below the title."""
        low = is_low(self)
        self.form.list.setVisible(not self._is_empty and not (low and self.panels.is_open))
        self.form.heading.set_sub("" if low else self._told)

    def _sub(self, therapy: Therapy) -> str:
        count, first, planned = self.model.counts()
        parts: list[str] = []
        if count and first is not None:
            since = (
                self.tr("Since {day}")
                if self.is_quiet
                else self.tr("{sessions} since {day}").replace(
                    "{sessions}", self.tr("%n session(s)", "", count)
                )
            )
            parts.append(since.format(day=date_in_words(first)))
        coming = planned.starts_at if planned is not None else self._expected(therapy)
        if coming is not None:
            day, clock = short_day(coming.date()), clock_in_words(coming)
            parts.append(self.tr("next one {day}, {time}").format(day=day, time=clock))
        return " · ".join(parts)

    def _expected(self, therapy: Therapy) -> datetime | None:
        """The next session by what was agreed, where sessions come every week."""
        now = self.desk.now()
        setting = self.desk.diary.settings.on(therapy.id, now.date())
        if not therapy.meets or setting is None or setting.frequency not in EVERY_WEEK:
            return None
        week = (setting.start_on(now.date() + timedelta(days=ahead)) for ahead in range(8))
        return next((it for it in week if it is not None and it > now), None)

    # what is done with a card

    def _open(self, index: QModelIndex) -> None:
        subject = self._shown_list().entry(index).subject
        if isinstance(subject, Found):
            self.asked_for.emit(PAGES_OF_FOUND[subject.kind], subject)
        elif isinstance(subject, FoundOnPage):
            self.asked_for.emit("ending", subject)
        elif subject is not None:
            self.asked_for.emit("milestones" if isinstance(subject, Milestone) else "session_note", subject)

    def _with_note(self, do: Callable[[Note], object]) -> None:
        """Do something with the note of the chosen card, if it is one."""
        index = self.form.list.currentIndex()
        subject = self._shown_list().entry(index).subject if index.isValid() else None
        if isinstance(subject, Found) and subject.kind is FoundKind.NOTE:
            note = NoteId(subject.record)
            subject = self.desk.diary.notes.of_ids([note]).get(note)
        if isinstance(subject, Note):
            do(subject)

    def _bin(self, note: Note) -> None:
        """In the place of a session's note the session itself may come: then the list is read anew."""
        row = self._row_to_change() if note.session is None else None
        with self._changing(row):
            done = self.doings.bin(note.id, lambda: self._put_back(note.id))
        self._dropped = None
        if done and row is not None:
            self._dropped = self._drop(row)

    def _put_back(self, note: NoteId) -> None:
        """Take a note out of the bin again. Raises StorageError."""
        dropped, self._dropped = self._dropped, None
        with self._changing(None if dropped is None else dropped[0]):
            self.doings.bring_back(note)
        if dropped is not None:
            self.model.put_back(*dropped)
            self._stand_at(dropped[0] + len(dropped[1]) - 1)
            self._show_parts()

    def _star(self, note: Note) -> None:
        row, starred = self._row_to_change(), not note.starred
        with self._changing(row):
            done = self.doings.star(note.id, starred=starred)
        if not done or row is None:
            return
        if self.filters.now.shown is Shown.STARRED:
            self._drop(row)
        else:
            tags = self.desk.diary.tags.of(note.id)
            self.model.change(row, self.model.note_entry(replace(note, starred=starred), tags))

    def _row_to_change(self) -> int | None:
        """The chosen row of the timeline; None while something is searched for, and all is read anew."""
        return self.form.list.currentIndex().row() if self._shown_list() is self.model else None

    def _drop(self, row: int) -> tuple[int, list[Entry]]:
        dropped = self.model.drop(row)
        self._stand_at(row)
        self._show_parts()
        return dropped

    @contextmanager
    def _changing(self, row: int | None) -> Iterator[None]:
        """What is changed inside shows in that row only: reading thousands of rows anew would be felt."""
        self._changes_a_row = row is not None
        try:
            yield
        finally:
            self._changes_a_row = False

    def _offer_doings(self, where: QPoint) -> None:
        """The menu of a note's card, by the menu key or the right button."""
        self._with_note(
            lambda note: self._doings_menu(note).popup(self.form.list.viewport().mapToGlobal(where))
        )

    def _doings_menu(self, note: Note) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, do in (
            (self.tr("&Open"), lambda: self.asked_for.emit("session_note", note)),
            (self.tr("Take the &star away") if note.starred else self.tr("&Star"), lambda: self._star(note)),
            (self.tr("&Earlier versions"), lambda: self.asked_for.emit("versions", note)),
            (self.tr("Move to the &bin"), lambda: self._bin(note)),
        ):
            menu.addAction(words).triggered.connect(lambda _=False, do=do: do())
        return menu


def _is_card(shown: EntryList, index: QModelIndex) -> bool:
    return bool(shown.flags(index) & Qt.ItemFlag.ItemIsSelectable)
