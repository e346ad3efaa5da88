"""The setting: what was agreed, as dated versions, and what happened to it."""

import functools
from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.desktop.in_turns import InTurns, Late, those_there
from therapy_diary.domain.setting import Setting
from therapy_diary.domain.therapy import Therapy
from therapy_diary.storage.errors import StorageError
from therapy_diary.views.agreed.events import SettingEventsCard
from therapy_diary.views.agreed.form import Agreed, SettingForm
from therapy_diary.views.agreed.words import SettingWords
from therapy_diary.views.column_page import ColumnPage, along, clear, widgets_in
from therapy_diary.views.days import date_in_words
from therapy_diary.views.half_given import HalfGiven, trouble_in_words
from therapy_diary.views.out_of_order import remark_on
from therapy_diary.views.page import Desk
from therapy_diary.views.room import button, in_a_row, words
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.notice import Notice, Tone

DRAFT = "setting:new"


class SettingPage(ColumnPage):
    """A change is a new version from a day on; the earlier ones stay as they were."""

    name: ClassVar[str] = "setting"

    turns: InTurns
    events = Late[SettingEventsCard]()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._words = SettingWords(self)
        self._therapy: Therapy | None = None
        self._shown: tuple[list[Setting], date] | None = None
        self.half = HalfGiven(desk, self)
        self.heading.set_title(self.tr("The setting"))
        self.heading.set_sub(
            self.tr("What was agreed, as you understood it. A change is a new version; earlier ones stay.")
        )
        self.trouble = Notice(self)
        self.column.addWidget(self.trouble)
        self.now = Card(self.area.widget())
        self._now_column = self.now.column(8)
        self.column.addWidget(self.now)
        self._happened = QVBoxLayout()
        self.column.addLayout(self._happened)
        self.earlier = button(self.tr("Earlier versions"), self._fold, "link")
        self.earlier.setCheckable(True)
        self._earlier_row = in_a_row(self.column, self.earlier)
        self._earlier_row.hide()  # until what stands above it is there
        self._others: list[Setting] = []  # the earlier versions, made into cards when they are wanted
        self.versions = QVBoxLayout()
        self.versions.setSpacing(10)
        self.column.addLayout(self.versions)
        self.column.addStretch(1)
        self.half.failed.connect(self._say_failed)
        self.half.recovered.connect(lambda: self.trouble.say(""))
        self.turns = InTurns(self, self._pieces())

    @functools.cached_property
    def form(self) -> SettingForm:
        """The fields for a change; made when one is first written down."""
        form = SettingForm(self.area.widget())
        form.hide()
        form.edited.connect(lambda: self.half.touch(DRAFT, form.given()))
        form.wanted.connect(self._agree)
        form.cancelled.connect(self._cancel)
        self.column.insertWidget(self.column.indexOf(self.now), form)
        return form

    def _pieces(self) -> Iterator[None]:
        """What happened, below what holds."""
        yield
        events = SettingEventsCard(self.desk, self.half, self.area.widget())
        events.said.connect(self.said)
        events.contacts_wanted.connect(lambda: self.asked_for.emit("too_much", None))
        self._happened.addWidget(events)
        self.events = events
        events.setVisible(self._therapy is not None)
        yield
        if self._therapy is not None:
            events.show_therapy(self._therapy)
        self._earlier_row.show()
        self.order_tabs()

    # what the window asks of a page

    def refresh(self) -> None:
        """Show what the diary holds now; what is half typed stays."""
        diary = self.desk.diary
        self._therapy = diary.therapies.current()
        settings = [] if self._therapy is None else diary.settings.of(self._therapy.id)
        if not self._is_writing() and self.half.at(DRAFT) is not None:
            self._open(from_draft=True)
        if self._shown != (settings, self.desk.now().date()):
            self._shown = settings, self.desk.now().date()
            self._show_versions(settings)
        if self.turns.is_whole:
            self.events.setVisible(self._therapy is not None)
            if self._therapy is not None:
                self.events.show_therapy(self._therapy)
        self.order_tabs()

    def _is_writing(self) -> bool:
        return any(not it.isHidden() for it in those_there(self, "form"))

    def keep(self) -> None:
        """Put what is half typed into the encrypted file. Raises StorageError."""
        self.half.keep()

    # what is shown

    def _show_versions(self, settings: list[Setting]) -> None:
        today = self.desk.now().date()
        holding = [it for it in settings if it.valid_from <= today]
        now = holding[-1] if holding else (settings[0] if settings else None)
        clear(self._now_column)
        self._now_column.addWidget(words(self.tr("As it is now"), "h3", self.now))
        if now is None:
            self._now_column.addWidget(
                words(
                    self.tr("Nothing is written down yet. Day and place are enough to begin with."),
                    "sub",
                    self.now,
                )
            )
        else:
            self._fill(self._now_column, now, self.now)
        self.change = button(
            self.tr("Write it down") if now is None else self.tr("Something changed"), self._open, "primary"
        )
        self.change.setIcon(icon("pencil", "on_accent"))
        in_a_row(self._now_column, self.change).setVisible(self._therapy is not None)
        others = [it for it in reversed(settings) if it is not now]
        clear(self.versions)
        self._others = others
        self.earlier.setVisible(bool(others))
        self._fold()

    def _show_earlier(self) -> None:
        for it in self._others:
            card = Card(self.area.widget())
            column = card.column(6)
            self._fill(column, it, card)
            back = button(self.tr("Take this version back"), functools.partial(self._take_back, it), "chip")
            back.setAccessibleDescription(date_in_words(it.valid_from))
            in_a_row(column, back)
            self.versions.addWidget(card)
        self.order_tabs()

    def _fill(self, column: QVBoxLayout, it: Setting, parent: QWidget) -> None:
        column.addWidget(words(self._words.meeting(it), "question", parent))
        since = self.tr("since {day}").format(day=date_in_words(it.valid_from))
        if it.valid_from > self.desk.now().date():
            since = self.tr("from {day} on").format(day=date_in_words(it.valid_from))
        column.addWidget(words(since, "caption", parent))
        for name, title in self._words.terms().items():
            text = getattr(it.terms, name)
            if text:
                pair = QVBoxLayout()
                pair.setSpacing(1)
                pair.addWidget(words(title, "caption", parent))
                pair.addWidget(along(text, "", parent))
                column.addLayout(pair)

    def _fold(self) -> None:
        shown = self.earlier.isChecked() and not self.earlier.isHidden()
        self.earlier.setIcon(icon("chevron-up" if shown else "chevron-down", "accent"))
        if shown and not self.versions.count():
            self._show_earlier()
        for card in widgets_in(self.versions):
            card.setVisible(shown)

    # the person's acts

    def _open(self, *, from_draft: bool = False) -> None:
        if self._therapy is None:
            return
        today = self.desk.now().date()
        self.form.begin(self.desk.diary.settings.on(self._therapy.id, today), today)
        draft = self.half.at(DRAFT) if from_draft else None
        if draft is not None:
            try:
                self.form.set_given(draft)
            except ValueError:
                return  # none of ours
        self.form.show()
        self.now.hide()
        if not from_draft:
            self.form.since.setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.ensureWidgetVisible(self.heading)

    def _agree(self, agreed: Agreed) -> None:
        if self._therapy is None:
            return
        self.form.hide()  # before the diary tells this page
        try:
            with self.desk.diary.change():
                self.desk.diary.settings.agree(
                    self._therapy.id,
                    agreed.valid_from,
                    weekday=agreed.weekday,
                    start_time=agreed.start_time,
                    minutes=agreed.minutes,
                    frequency=agreed.frequency,
                    place=agreed.place,
                    terms=agreed.terms,
                )
                self.half.settle(DRAFT)
        except StorageError as error:
            self.form.show()
            self.form.trouble.say(trouble_in_words(error), Tone.WRONG, aloud=True)
            return
        self._close()
        remark = remark_on(agreed.valid_from, self._therapy, self.desk.now().date())
        self.trouble.say(remark, aloud=bool(remark))
        self.said.emit(self.tr("Kept."))

    def _cancel(self) -> None:
        self.half.touch(DRAFT, None)
        self._close()

    def _close(self) -> None:
        self.form.hide()
        self.now.show()
        self.change.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_back(self, it: Setting) -> None:
        try:
            with self.desk.diary.change():
                self.desk.diary.settings.take_back(it.id)
        except StorageError as error:
            self._say_failed(error)
            return
        self.said.emit(self.tr("Taken back."))

    def _say_failed(self, error: StorageError) -> None:
        self.trouble.say(trouble_in_words(error), Tone.WRONG, aloud=True)
