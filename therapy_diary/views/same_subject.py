"""The same subject again: the first passage and the latest side by side, those in between, and one question."""

import json
from contextlib import suppress
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.domain.note import NoteKind
from therapy_diary.domain.subject import Subject
from therapy_diary.domain.therapy import Therapy
from therapy_diary.storage.errors import StorageError
from therapy_diary.storage.tags import tag_in
from therapy_diary.views.column_page import ColumnPage, along, clear
from therapy_diary.views.days import day_in_words
from therapy_diary.views.finding.looking import asks_for_something
from therapy_diary.views.finding.passages import Ends, Passage, Passages
from therapy_diary.views.finding.tag_field import TagField
from therapy_diary.views.half_given import HalfGiven, given_words, keep_or_say, trouble_in_words
from therapy_diary.views.page import Desk
from therapy_diary.views.review.in_order import InOrder
from therapy_diary.views.room import button, in_a_row, labelled, title_and_acts, words
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.growing_text import GrowingText
from therapy_diary.widgets.notice import Notice, Tone
from therapy_diary.widgets.words_label import breakable

NOTHING = Ends(first=None, latest=None, between=(), is_all=True)
DRAFT = "same_subject:"
"""The place of a half-written answer, one for each subject."""


class SameSubjectPage(ColumnPage):
    """A theme or a search is chosen here, or brought along; nothing is counted and nothing judged."""

    name: ClassVar[str] = "same_subject"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._therapy: Therapy | None = None
        self._subject = Subject()
        self.half = HalfGiven(desk, self)
        self.half.failed.connect(
            lambda _: self.trouble.say(self.tr("Your answer is not saved yet."), Tone.WRONG)
        )
        self.passages = Passages(desk.diary, self)
        self.passages.found.connect(self._show_ends)
        self.passages.more.connect(self._show_more)
        self.passages.failed.connect(
            lambda error: self.trouble.say(trouble_in_words(error), Tone.WRONG, aloud=True)
        )
        self.heading.set_title(self.tr("The same subject again"))
        self.heading.set_sub(
            self.tr("A subject may return many times. It need not be different for that to be of use.")
        )
        self._add_choice()
        self._add_passages()
        self._add_question()
        self.column.addStretch(1)
        self._show_ends(NOTHING)

    # what the window asks of a page

    def refresh(self) -> None:
        """Read the passages anew; what is half written stays."""
        self._therapy = self.desk.diary.therapies.current()
        self._offer_tags()
        if self._therapy is None or not self._subject.name:
            self._show_ends(NOTHING)
            return
        self._restore_half_written()
        self.passages.look_for(self._subject, self._therapy.id)

    def show_subject(self, subject: object) -> None:
        """Show what was written on a Subject; None leaves the one there was, or asks for one."""
        if isinstance(subject, Subject):
            self._take(subject)
        if not self._subject.name:
            self.tag.open()
            self.typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Put a half-written answer into the encrypted file. Raises StorageError."""
        self.half.keep()

    def bookmark(self) -> str:
        """The subject."""
        return json.dumps([self._subject.tag, self._subject.words])

    def return_to(self, bookmark: str) -> None:
        """The subject there was before a lock."""
        with suppress(ValueError, TypeError):
            tag, typed = json.loads(bookmark)
            self._take(Subject(tag=str(tag), words=str(typed)))

    def hideEvent(self, event: QHideEvent) -> None:
        """Who is elsewhere, or has locked, looks for nothing."""
        super().hideEvent(event)
        self.passages.close()

    # building

    def _add_choice(self) -> None:
        card = Card(self)
        self.column.addWidget(card)
        column = card.column(8)
        self.chosen = words("", "h3", card)
        column.addWidget(self.chosen)
        self.trouble = Notice(card)
        column.addWidget(self.trouble)
        self.typed = QLineEdit(card)
        self.typed.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self.typed.setPlaceholderText(self.tr("Words that stand in your notes"))
        self.typed.setAccessibleName(self.tr("Words that stand in your notes"))
        self.typed.returnPressed.connect(self._look)
        self.look = button(self.tr("Look for them"), self._look)
        self.look.setIcon(icon("search"))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.typed, 1)
        row.addWidget(self.look)
        column.addLayout(row)
        self.tag = TagField(self.tr("Or a tag"), self.desk.diary.tags.fitting, card, only_known=True)
        self.tag.picked.connect(lambda tag: self._take(Subject(tag=tag)))
        self.tag.left.connect(self.typed.setFocus)
        self.tag.offered.hide()
        column.addWidget(self.tag)

    def _add_passages(self) -> None:
        self.ends = InOrder(self, shares=(1, 1))
        self.first, self.latest = Card(self.ends), Card(self.ends)
        self._first, self._latest = self.first.column(6), self.latest.column(6)
        self.ends.put((self.first, self.latest), second=(self.latest,))
        self.column.addWidget(self.ends)
        self.none = words("", "sub", self)
        self.column.addWidget(self.none)
        self.between = Card(self)
        column = self.between.column(8)
        title_and_acts(column, self.tr("In between"))
        self._between = QVBoxLayout()
        self._between.setSpacing(12)
        column.addLayout(self._between)
        self.further = button(self.tr("Show further ones"), self.passages.go_on, "link")
        in_a_row(column, self.further)
        self.column.addWidget(self.between)

    def _add_question(self) -> None:
        self.question = Card(self)
        column = self.question.column(8)
        self.answer = GrowingText(self.question)
        self.answer.edited.connect(self._written)
        labelled(
            column,
            self.tr("From the first of these to the latest: has anything changed in how it is talked about?"),
            self.answer,
        )
        self.kept = button(self.tr("Keep it as a note"), self._keep, "primary")
        in_a_row(column, self.kept)
        column.addWidget(words(self.tr("“No” is an answer, and so is “I cannot tell”."), "caption", self))
        self.column.addWidget(self.question)

    # choosing

    def _offer_tags(self) -> None:
        self.tag.setVisible(bool(self.desk.diary.tags.fitting("", 1)))

    def _look(self) -> None:
        typed = self.typed.text()
        if asks_for_something(typed):
            self._take(Subject(words=typed))
        else:
            self.typed.setFocus()

    def _take(self, subject: Subject) -> None:
        """Turn to another subject; an answer half written for the one before waits for it."""
        if subject == self._subject:
            return
        try:
            self.keep()
        except StorageError as error:
            self.trouble.say(trouble_in_words(error), Tone.WRONG, aloud=True)
            return
        self._subject = subject
        self.trouble.say("")
        self.answer.set_text("")
        self.typed.setText(subject.words)
        self.tag.typed.clear()
        self.tag.offered.hide()
        if self.isVisible():
            self.refresh()

    # showing

    def _show_ends(self, ends: Ends) -> None:
        subject, has_one = self._subject, ends.first is not None
        told = self.tr("Which subject?")
        if subject.tag:
            told = self.tr("Notes with the tag “{tag}”").format(tag=subject.tag)
        elif subject.name:
            told = self.tr("Notes with the words “{words}”").format(words=subject.name)
        self.chosen.setText(breakable(told))
        for column in (self._first, self._latest, self._between):
            clear(column)
        if ends.first is not None:
            self._show(self._first, self.tr("The first time"), ends.first)
        if ends.latest is not None:
            self._show(self._latest, self.tr("The latest"), ends.latest)
        self.ends.setVisible(has_one)
        self.latest.setVisible(ends.latest is not None)
        self._say_so_far(ends)
        self.between.setVisible(bool(ends.between))
        self.question.setVisible(ends.latest is not None)
        self._show_more(ends.between, ends.is_all)

    def _say_so_far(self, ends: Ends) -> None:
        told = ""
        if self._subject.name and ends.first is None:
            told = self.tr("Nothing in your notes is about this so far.")
        elif self._subject.name and ends.latest is None:
            told = self.tr("This is the one passage so far. A second one can stand beside it some day.")
        self.none.setText(told)
        self.none.setVisible(bool(told))

    def _show_more(self, passages: tuple[Passage, ...], is_all: bool) -> None:
        for it in passages:
            row = QWidget(self.between)
            column = QVBoxLayout(row)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(4)
            self._show(column, "", it)
            self._between.addWidget(row)
        self.further.setVisible(not is_all)
        self.order_tabs()

    def _show(self, column: QVBoxLayout, title: str, passage: Passage) -> None:
        """When it was written, its title and words, and the way to the whole note."""
        day, parent = day_in_words(passage.written_at.date()), self.ends
        if title:
            column.addWidget(words(title, "h3", parent))
        column.addWidget(words(day, "caption", parent))
        if passage.title:
            column.addWidget(along(passage.title, "label", parent))
        if passage.text.strip():
            column.addWidget(along(passage.text.strip(), "", parent))
        opens = button(
            self.tr("Open the note"), lambda: self.asked_for.emit("session_note", passage.opens), "link"
        )
        opens.setAccessibleDescription(day)
        in_a_row(column, opens)

    # the answer

    def _place(self) -> str:
        return f"{DRAFT}{'#' if self._subject.tag else ''}{self._subject.name}"

    def _written(self) -> None:
        given = {"text": self.answer.text(), "cursor": self.answer.textCursor().position()}
        self.half.touch(self._place(), given if self.answer.text() else None)

    def _restore_half_written(self) -> None:
        given = None if self.answer.text() else self.half.at(self._place())
        if given is None:
            return
        self.answer.set_text(given_words(given, "text"))
        cursor = given.get("cursor")
        if isinstance(cursor, int):
            self.answer.setTextCursor(self.answer.cursor_at(cursor))

    def _keep(self) -> None:
        """The answer becomes a note between sessions, with the subject as its tag where that can be one."""
        therapy, subject, text = self._therapy, self._subject, self.answer.text()
        if therapy is None or not text.strip():
            self.answer.setFocus()
            return
        diary, now = self.desk.diary, self.desk.now()
        title = self.tr("The same subject again: {subject}").format(subject=subject.name)

        def change() -> None:
            note = diary.notes.write(therapy.id, text, now, kind=NoteKind.BETWEEN, title=title)
            with suppress(ValueError):  # a search can be longer than a tag may be
                diary.tags.put(note.id, tag_in(subject.name))
            self.half.settle(self._place())

        self.answer.set_text("")  # before the diary tells this page, which leaves typed words alone
        if keep_or_say(diary, change, self.trouble):
            self.said.emit(self.tr("Kept as a note on this subject."))
        else:
            self.answer.set_text(text)
            self._written()
