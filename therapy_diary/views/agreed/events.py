"""What happened to the setting: a line to write one down, and all of them, the newest first."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from therapy_diary.domain.milestone import Milestone, MilestoneKind
from therapy_diary.domain.setting_event import UNSAFE, SettingEvent, SettingEventKind
from therapy_diary.domain.therapy import Therapy
from therapy_diary.domain.topic import LONGEST_WORDING, TopicKind
from therapy_diary.views.agreed.words import SettingWords
from therapy_diary.views.column_page import along, clear
from therapy_diary.views.days import date_in_words, whole_year_format
from therapy_diary.views.half_given import HalfGiven, given_words, keep_or_say
from therapy_diary.views.out_of_order import remark_on
from therapy_diary.views.page import Desk
from therapy_diary.views.room import button, in_a_row, words
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.date_fields import DayField, settle_fields
from therapy_diary.widgets.flow_layout import FlowLayout
from therapy_diary.widgets.notice import Notice, Tone
from therapy_diary.widgets.words_and_acts import WordsAndActs

DRAFT = "setting:event"
LONGEST = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """One row: an event, or a break, which is a milestone because it stands on every chart.

    A break that became something to bring is an event as well, which names its topic.
    """

    kind: SettingEventKind
    on: date
    until: date | None
    words: str
    event: SettingEvent | None
    mark: Milestone | None


class SettingEventsCard(Card):
    """Each event can become something to bring, and each can be taken back."""

    said = Signal(str)
    contacts_wanted = Signal()

    def __init__(self, desk: Desk, half: HalfGiven, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._half, self._words = desk, half, SettingWords(self)
        self._therapy: Therapy | None = None
        self._shown: list[Happened] | None = None
        column = self.column(10)
        column.addWidget(words(self.tr("What happened"), "h3", self))
        column.addWidget(
            words(
                self.tr("Moved, cut short, late, a break, a line crossed: for your own record."), "sub", self
            )
        )
        self._add_line(column)
        self._restore_half_typed()  # before anything is typed in its place
        self.trouble = Notice(self)
        self.trouble.acted.connect(self.contacts_wanted)
        column.addWidget(self.trouble)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(12)
        column.addLayout(self.rows)

    def show_therapy(self, therapy: Therapy) -> None:
        """Show what the diary holds; what is half typed stays."""
        self._therapy = therapy
        self._restore_half_typed()
        happened = self._happened(therapy)
        if happened == self._shown:
            return
        self._shown = happened
        clear(self.rows)
        for it in happened:
            self.rows.addWidget(self._row(it))

    # writing one down

    def _add_line(self, column: QVBoxLayout) -> None:
        self.kind, self.on, self.until = QComboBox(self), DayField(self), DayField(self)
        for kind in SettingEventKind:
            self.kind.addItem(self._words.happening(kind), kind)
        self.kind.setAccessibleName(self.tr("What happened"))
        for field, name in (
            (self.on, self.tr("On this day")),
            (self.until, self.tr("Last day of the break")),
        ):
            field.setDisplayFormat(whole_year_format())
            field.setAccessibleName(name)
        self.until_words = words(self.tr("until"), "sub", self)
        self.until_words.setWordWrap(False)
        self.what = QLineEdit(self)
        self.what.setMaxLength(LONGEST)
        self.what.setPlaceholderText(self.tr("How it was for me, if I like"))
        self.what.setAccessibleName(self.tr("How it was for me"))
        self.what.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self.add = button(self.tr("Write it down"), self._add, "primary")
        holder = QWidget(self)
        flow = FlowLayout(holder, spacing=10)
        for part in (self.kind, self.on, self.until_words, self.until):
            flow.addWidget(part)
        column.addWidget(holder)
        column.addWidget(self.what)
        in_a_row(column, self.add)
        settle_fields(self)
        self.kind.activated.connect(lambda _: self._typed())
        self.on.dateChanged.connect(lambda _: self._typed())
        self.until.dateChanged.connect(lambda _: self._typed())
        self.what.textEdited.connect(lambda _: self._typed())
        self.what.returnPressed.connect(self._add)
        self._begin_anew()

    def _begin_anew(self) -> None:
        today = self._desk.now().date()
        self._fill(SettingEventKind(self.kind.itemData(0)), today, today, "")
        self._empty = self._given()

    def _fill(self, kind: SettingEventKind, on: date, until: date, typed: str) -> None:
        self.kind.setCurrentIndex(self.kind.findData(kind))
        self.on.show_day(on)
        self.until.show_day(until)
        self.what.setText(typed)
        self._show_until()

    def _given(self) -> dict[str, str]:
        """What stands in the line, as a draft keeps it."""
        return {
            "what": self.what.text(),
            "kind": str(self.kind.currentData()),
            "on": self.on.day().isoformat(),
            "until": self.until.day().isoformat(),
        }

    def _show_until(self) -> None:
        is_break = self.kind.currentData() == SettingEventKind.BREAK
        for part in (self.until, self.until_words):
            part.setVisible(is_break)

    def _typed(self) -> None:
        self._show_until()
        given = self._given()
        self._half.touch(DRAFT, given if given != self._empty else None)

    def _restore_half_typed(self) -> None:
        given = None if self.what.text() else self._half.at(DRAFT)
        if given is None:
            return
        typed = given_words(given, "what")
        try:
            self._fill(
                SettingEventKind(given_words(given, "kind")),
                date.fromisoformat(given_words(given, "on")),
                date.fromisoformat(given_words(given, "until")),
                typed,
            )
        except ValueError:  # of an earlier version, which kept no days
            self.what.setText(typed)

    def _add(self) -> None:
        if self._therapy is None:
            return
        therapy, diary, typed = self._therapy.id, self._desk.diary, self.what.text()
        kind = SettingEventKind(self.kind.currentData())
        on, until = self.on.day(), self.until.day()
        if kind is SettingEventKind.BREAK and until < on:
            self.trouble.say(self.tr("A break ends on or after the day it began."), aloud=True)
            self.until.setFocus()
            return
        at = next((it for it in diary.sessions.of(therapy) if it.starts_at.date() == on), None)

        def change() -> None:
            if kind is SettingEventKind.BREAK:
                diary.milestones.mark(therapy, on, MilestoneKind.BREAK, typed.strip(), until=until)
            else:
                session = None if at is None else at.id
                diary.setting_events.mark(therapy, on, kind, typed.strip(), session=session)
            self._half.settle(DRAFT)

        self.what.clear()  # before the diary tells this page, which leaves typed words alone
        if not self._keep(change):
            self.what.setText(typed)
            self._typed()
            return
        self._begin_anew()
        self.said.emit(self.tr("Written down."))
        remark = remark_on(on, self._therapy, self._desk.now().date())
        if kind in UNSAFE:
            outside = self.tr(
                "You do not have to sort this out with your therapist. Someone outside can help you think."
            )
            self.trouble.say(f"{outside} {remark}".strip(), Tone.KNOW, self.tr("Your contacts"))
        else:
            self.trouble.say(remark, aloud=bool(remark))

    # what is there

    def _happened(self, therapy: Therapy) -> list[Happened]:
        events = self._desk.diary.setting_events.of(therapy.id)
        breaks = {it.on_date: it for it in events if it.kind is SettingEventKind.BREAK}
        found = [
            Happened(
                kind=SettingEventKind.BREAK,
                on=it.on_date,
                until=it.until,
                words=it.words,
                event=breaks.pop(it.on_date, None),
                mark=it,
            )
            for it in self._desk.diary.milestones.of(therapy.id)
            if it.kind is MilestoneKind.BREAK
        ]
        paired = {it.event.id for it in found if it.event is not None}
        found += [
            Happened(kind=it.kind, on=it.on_date, until=None, words=it.words, event=it, mark=None)
            for it in events
            if it.id not in paired
        ]
        return sorted(found, key=lambda it: it.on, reverse=True)

    def _row(self, it: Happened) -> QWidget:
        row = WordsAndActs(self)
        title = self._words.happening(it.kind)
        row.words.addWidget(words(title, "label", row))
        day = date_in_words(it.on)
        if it.until is not None and it.until != it.on:
            day = self.tr("{first} to {last}").format(first=day, last=date_in_words(it.until))
        row.words.addWidget(words(day, "caption", row))
        if it.words:
            row.words.addWidget(along(it.words, "", row))
        waits = it.event is not None and it.event.topic is not None
        topic = button(self.tr("Make it something to bring"), lambda: self._make_topic(it), "chip")
        back = button(self.tr("Take it back"), lambda: self._take_back(it), "chip")
        for made in (topic, back):
            made.setAccessibleDescription(f"{title}, {day}")
        if waits:
            row.words.addWidget(words(self.tr("This is among what you want to bring."), "caption", row))
        for made in (back,) if waits else (topic, back):
            row.add_act(made)
        return row

    def _make_topic(self, it: Happened) -> None:
        if self._therapy is None:
            return
        therapy, diary = self._therapy.id, self._desk.diary
        wording = f"{self._words.happening(it.kind)}, {date_in_words(it.on)}"
        if it.words:
            wording = f"{wording}: {it.words}"

        def change() -> None:
            made = diary.topics.add(
                therapy,
                wording[:LONGEST_WORDING],
                self._desk.now().date(),
                kind=TopicKind.SETTING,
                source="setting",
            )
            event = it.event or diary.setting_events.mark(therapy, it.on, it.kind, it.words)
            diary.setting_events.save(replace(event, topic=made.id))

        if self._keep(change):
            self.said.emit(self.tr("Kept for the next session."))

    def _take_back(self, it: Happened) -> None:
        diary = self._desk.diary

        def change() -> None:
            if it.event is not None:
                diary.setting_events.take_back(it.event.id)
            if it.mark is not None:
                diary.milestones.take_back(it.mark.id)

        if self._keep(change):
            self.said.emit(self.tr("Taken back."))

    def _keep(self, change: Callable[[], None]) -> bool:
        return keep_or_say(self._desk.diary, change, self.trouble)
