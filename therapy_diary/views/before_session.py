"""The two minutes before a session: when it is, the line left last time, what to bring, and what gathered since."""

from contextlib import suppress
from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.desktop.printing import Paper, Sheet
from therapy_diary.domain.found import Found
from therapy_diary.domain.note import Note
from therapy_diary.domain.setting import Place
from therapy_diary.domain.therapy import Therapy
from therapy_diary.domain.topic import Topic, TopicId, TopicState
from therapy_diary.forms.before_session import Ui_BeforeSession
from therapy_diary.insight.review import HARD_TO_SAY, MANY_NOTES, Review
from therapy_diary.storage.errors import StorageError
from therapy_diary.vault.sentences import CONTEXT, sentence_for
from therapy_diary.views.column import ReadableWidth
from therapy_diary.views.column_page import clear
from therapy_diary.views.days import day_in_words, start_in_words
from therapy_diary.views.half_given import HalfGiven, given_words
from therapy_diary.views.page import Desk, Page
from therapy_diary.views.review.aside_card import AsideCard
from therapy_diary.views.review.meant_card import MeantCard
from therapy_diary.views.review.reading_card import ReadingCard
from therapy_diary.views.room import button
from therapy_diary.views.sheets import review_alliance_sentence, review_file, review_of, review_sheet
from therapy_diary.views.topic_row import TopicRow
from therapy_diary.widgets.along_page import stand_along_page
from therapy_diary.widgets.elided_label import ElidedLabel
from therapy_diary.widgets.notice import Tone

TOPICS_SHOWN = 3
NOTES_SHOWN = 3
PLACE_OF_DRAFT = "topic:new"


class BeforeSessionPage(Page):
    """Shows the review and takes in what the person wants to bring. Nothing on it counts as left undone."""

    name: ClassVar[str] = "before_session"

    quiet_wanted = Signal(bool)
    """Numbers are to be hidden, or shown again."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._therapy: Therapy | None = None
        self._review: Review | None = None
        self._sentence = ""
        self._unfolded = False
        self._marked: Topic | None = None  # as it was before it was marked, for taking that back
        self.rows: list[TopicRow] = []
        self.half = HalfGiven(desk, self)
        self.form = Ui_BeforeSession()
        self.form.setupUi(self)
        self._build()

    # what the window asks of a page

    def refresh(self) -> None:
        """Gather the review anew; a half-typed topic stays."""
        diary, form = self.desk.diary, self.form
        self._therapy = diary.therapies.current()
        form.empty.setVisible(self._therapy is None)
        form.scroll.setVisible(self._therapy is not None)
        if self._therapy is None:
            return
        self._review = review_of(diary, self._therapy, self.desk.now())
        self._sentence = review_alliance_sentence(diary, self._therapy)
        self._show_head(self._review)
        self._show_topics(self._review)
        self._show_since(self._review)
        self.meant.show_therapy(self._therapy)
        self.reading.show_therapy(self._therapy)
        self.aside.show_therapy(
            self._therapy, number=self._review.number, beside_reading=not self.reading.isHidden()
        )
        self.quiet.setText(self.tr("Show numbers again") if self.is_quiet else self.tr("Hide numbers"))
        self._restore_half_typed()

    def show_subject(self, subject: object) -> None:
        """ "add" puts the cursor where something to bring is written; a topic that was Found is brought into view."""
        if subject == "add":
            self.form.wording.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(subject, Found):
            with suppress(KeyError):
                self._show_topic(self.desk.diary.topics.get(TopicId(subject.record)))

    def keep(self) -> None:
        """Put a half-typed topic into the encrypted file. Raises StorageError."""
        self.half.keep()

    def print_page(self) -> None:
        """What the print key does here."""
        if self._review is not None:
            self.form.bar.ask_to_print()

    # building

    def _build(self) -> None:
        form = self.form
        ReadableWidth(self.desk.theme, self, form.column)
        form.empty.say(
            "hourglass",
            self.tr("There is no therapy here yet"),
            self.tr("Once there is, this page gathers what you want to bring to the next session."),
            self.tr("Write the first note"),
        )
        form.empty.acted.connect(lambda: self.asked_for.emit("session_note", None))
        for step, words in enumerate(
            (self.tr("easy to say"), self.tr("a little hard"), self.tr("hard to say"), self.tr("very hard"))
        ):
            form.hard.addItem(words, step)
        form.hard.activated.connect(lambda _: self._typed())
        form.wording.textEdited.connect(lambda _: self._typed())
        form.opening.textEdited.connect(lambda _: self._typed())
        form.wording.returnPressed.connect(self._add)
        form.opening.returnPressed.connect(self._add)
        form.add.setIcon(icon("plus", "on_accent"))
        form.add.clicked.connect(self._add)
        form.more.clicked.connect(self._unfold)
        form.trouble.acted.connect(self._take_mark_back)
        form.bar.offer(self._sheet, self._file)
        form.bar.done.connect(self.said)
        self._add_cards()
        form.wording.setFocus()  # where the keyboard begins, not at the head of the page
        self.half.failed.connect(lambda: form.trouble.say(self.tr("Your line is not saved yet."), Tone.WRONG))
        self._show_opening()

    def _add_cards(self) -> None:
        """What was meant to be tried stands above what was written; the reading below, and then the way to be quiet."""
        layout = self.form.columnLayout
        self.meant, self.reading = MeantCard(self.desk, self), ReadingCard(self.desk, self)
        self.aside = AsideCard(self.desk, self)
        layout.insertWidget(layout.indexOf(self.form.pair), self.meant)
        for card in (self.reading, self.aside):
            layout.insertWidget(layout.indexOf(self.form.bar), card)
        self.quiet = button("", lambda: self.quiet_wanted.emit(not self.is_quiet), "link")
        self.form.heading.add_action(self.quiet)
        every = button(self.tr("Everything to bring"), lambda: self.asked_for.emit("topics", None), "link")
        self.form.heading.add_action(every)
        for said in (self.meant.said, self.reading.said, self.aside.said):
            said.connect(self.said)
        self.reading.ending_wanted.connect(lambda: self.asked_for.emit("ending", None))
        self.reading.contacts_wanted.connect(lambda: self.asked_for.emit("too_much", None))

    # showing

    def _show_head(self, review: Review) -> None:
        form, therapist = self.form, review.therapy.therapist_name.strip()
        number = QLocale().toString(review.number)
        if self.is_quiet:
            title = self.tr("Before the session with {name}") if therapist else self.tr("Before the session")
        elif therapist:
            title = self.tr("Before session {number} with {name}")
        else:
            title = self.tr("Before session {number}")
        title = title.format(number=number, name=therapist)
        form.heading.set_title(title)
        form.heading.set_sub(self._when(review))
        form.left.setVisible(bool(review.line_left))
        if review.last is not None and review.after_a_break:
            told = self.tr("Last time was on {date}; you wrote:").format(
                date=day_in_words(review.last.starts_at.date())
            )
        else:
            told = self.tr("The line you left yourself")
        form.leftTitle.setText(told)
        form.leftLine.setText(review.line_left)
        stand_along_page(form.leftLine)

    def _when(self, review: Review) -> str:
        if review.next is None:
            return self.tr("No date yet")
        starts_at = review.next.starts_at
        parts = [start_in_words(starts_at)]
        if review.next.place is not None:
            parts.append(self._place(review.next.place))
        days = (starts_at.date() - review.now.date()).days
        if days < 2:
            parts.append(self.tr("today") if days == 0 else self.tr("tomorrow"))
        elif not self.is_quiet:
            parts.append(self.tr("in {count} days").format(count=QLocale().toString(days)))
        return " · ".join(parts)

    def _place(self, place: Place) -> str:
        return {
            Place.ROOM: self.tr("in the room"),
            Place.ONLINE: self.tr("online"),
            Place.PHONE: self.tr("by phone"),
            Place.MIXED: self.tr("in the room or from afar"),
        }[place]

    def _show_topics(self, review: Review) -> None:
        form, topics = self.form, review.to_bring
        shown = topics if self._unfolded else topics[:TOPICS_SHOWN]
        if [it.topic for it in self.rows] != list(shown):
            for row in self.rows:
                form.topics.removeWidget(row)
                row.hide()
                row.deleteLater()
            self.rows = [TopicRow(it, form.bring) for it in shown]
            for row in self.rows:
                row.marked.connect(lambda state, topic=row.topic: self._mark(topic, state))
                form.topics.addWidget(row)
        folded = len(topics) > TOPICS_SHOWN
        form.more.setVisible(folded)
        form.more.setText(self.tr("Show fewer") if self._unfolded else self.tr("Show the others"))

    def _show_topic(self, topic: Topic) -> None:
        """Bring a topic into view; one that waits no more is told in full, as it has no row."""
        self.refresh()
        self._unfolded = True
        if self._review is not None:
            self._show_topics(self._review)
        row = next((it for it in self.rows if it.topic.id == topic.id), None)
        if row is not None:
            QTimer.singleShot(0, row, lambda: self.form.scroll.ensureWidgetVisible(row))
            next(it for it in row.buttons.values() if not it.isHidden()).setFocus()
            return
        said = (topic.wording, topic.opening_line, topic.what_came_of_it)
        words = "\n".join(f"\u2068{it.strip()}\u2069" for it in said if it.strip())
        self.form.trouble.say(f"{self.tr('No longer waiting:')}\n{words}", Tone.KNOW, aloud=True)

    def _show_since(self, review: Review) -> None:
        form, count = self.form, len(review.notes)
        if count == 0:
            told = self.tr("Nothing written since the last session. That is fine.")
        elif self.is_quiet:
            told = self.tr("What you wrote since the last session:")
        elif count == 1:
            told = self.tr("You wrote one note since the last session.")
        elif count > MANY_NOTES:
            told = self.tr("You wrote many notes since the last session.")
        else:
            told = self.tr("You wrote {count} notes since the last session.").format(
                count=QLocale().toString(count)
            )
        form.sinceWords.setText(told)
        clear(form.notes)
        for note in review.notes[:NOTES_SHOWN]:
            form.notes.addWidget(_opening_label(note))
        form.between.setVisible(bool(self._sentence))
        form.betweenWords.setText(self._sentence)

    # the person's acts

    def _typed(self) -> None:
        form = self.form
        self._show_opening()
        given = {
            "wording": form.wording.text(),
            "opening": form.opening.text(),
            "hard": form.hard.currentData(),
        }
        empty = not (form.wording.text() or form.opening.text())
        self.half.touch(PLACE_OF_DRAFT, None if empty else given)

    def _show_opening(self) -> None:
        """A first sentence is offered where it is hard to say, and stays while there is one."""
        hard = int(self.form.hard.currentData() or 0)
        self.form.opening.setVisible(hard >= HARD_TO_SAY or bool(self.form.opening.text()))

    def _restore_half_typed(self) -> None:
        form = self.form
        given = None if form.wording.text() or form.opening.text() else self.half.at(PLACE_OF_DRAFT)
        if given is None:
            return
        form.wording.setText(given_words(given, "wording"))
        form.opening.setText(given_words(given, "opening"))
        form.hard.setCurrentIndex(max(form.hard.findData(given.get("hard")), 0))
        self._show_opening()

    def _add(self) -> None:
        form, wording, opening = self.form, self.form.wording.text(), self.form.opening.text()
        if self._therapy is None or not wording.strip():
            form.wording.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        form.wording.clear()  # before the diary tells this page, which leaves typed words alone
        form.opening.clear()
        try:
            with self.desk.diary.change():
                self.desk.diary.topics.add(
                    self._therapy.id,
                    wording.strip(),
                    self.desk.now().date(),
                    hard_to_say=int(form.hard.currentData()),
                    opening_line=opening.strip(),
                )
                self.half.settle(PLACE_OF_DRAFT)
        except StorageError as error:
            form.wording.setText(wording)
            form.opening.setText(opening)
            self._typed()
            self._fail(error)
            return
        form.hard.setCurrentIndex(0)
        form.trouble.say("")
        self._show_opening()
        form.wording.setFocus(Qt.FocusReason.OtherFocusReason)
        self.said.emit(self.tr("Kept for the next session."))

    def _mark(self, topic: Topic, state: TopicState) -> None:
        """Say what came of a topic; brought and partly belong to the latest session."""
        last = None if self._review is None else self._review.last
        spoken = state in (TopicState.BROUGHT, TopicState.PARTLY)
        marked = replace(topic, state=state, brought_in=last.id if spoken and last is not None else None)
        if self._save(marked):
            self._marked = topic
            told = {
                TopicState.BROUGHT: self.tr("Marked as brought."),
                TopicState.PARTLY: self.tr("Marked as partly brought."),
                TopicState.LATER: self.tr("Put off for later."),
                TopicState.LET_GO: self.tr("Let go."),
            }[state]
            self.form.trouble.say(told, Tone.KNOW, self.tr("Undo"), aloud=True)

    def _take_mark_back(self) -> None:
        if self._marked is not None and self._save(self._marked):
            self._marked = None
            self.form.trouble.say("")

    def _save(self, topic: Topic) -> bool:
        try:
            with self.desk.diary.change():
                self.desk.diary.topics.save(topic)
        except StorageError as error:
            self._fail(error)
            return False
        return True

    def _fail(self, error: StorageError) -> None:
        sentence = sentence_for(error, lambda text: QApplication.translate(CONTEXT, text))
        self.form.trouble.say(sentence, Tone.WRONG, aloud=True)

    def _unfold(self) -> None:
        self._unfolded = not self._unfolded
        if self._review is not None:
            self._show_topics(self._review)

    def _sheet(self, paper: Paper) -> Sheet:
        return review_sheet(self._gathered(), paper, self._sentence, quiet=self.is_quiet)

    def _file(self) -> str:
        return review_file(self._gathered(), self._sentence, quiet=self.is_quiet)

    def _gathered(self) -> Review:
        if self._therapy is None:
            raise RuntimeError("there is no therapy to print")
        return review_of(self.desk.diary, self._therapy, self.desk.now())


def _opening_label(note: Note) -> QLabel:
    label = ElidedLabel()
    label.setText(note.title.strip() or " ".join(note.text.split()))
    return label
