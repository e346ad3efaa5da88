"""The page with the eight reflective questions: answered now and then, never summed up, never due."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import pairwise
from typing import ClassVar

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.desktop.in_turns import InTurns, Late
from therapy_diary.domain.checklist import ChecklistAnswer, ChecklistAnswers
from therapy_diary.domain.found import Found
from therapy_diary.domain.session import SessionId
from therapy_diary.domain.therapy import Therapy
from therapy_diary.forms.checklist import Ui_Checklist
from therapy_diary.storage.errors import StorageError
from therapy_diary.views.answers.earlier import EarlierAnswers
from therapy_diary.views.answers.statement import NOT_SAID, Statement
from therapy_diary.views.answers.statements import Statements
from therapy_diary.views.answers.to_bring import Offer
from therapy_diary.views.column import ReadableWidth
from therapy_diary.views.days import day_in_words
from therapy_diary.views.half_given import Given, HalfGiven, given_words, trouble_in_words
from therapy_diary.views.page import Desk, Page
from therapy_diary.views.session_picker import SessionPicker
from therapy_diary.views.wording import form_in_use
from therapy_diary.widgets.notice import Tone

PLACE = "checklist:new"


@dataclass(frozen=True, slots=True, kw_only=True)
class OnPage:
    """What the eight questions show: answers and lines by question, and the session they belong to."""

    answers: dict[str, int | str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    session: str = ""


class ChecklistPage(Page):
    """Asks the eight questions; earlier answers lie folded below until the person opens them."""

    name: ClassVar[str] = "checklist"
    rests_when_quiet: ClassVar[bool] = True

    turns: InTurns
    statements = Late[tuple[Statement, ...]]()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.questions = form_in_use("checklist")
        self.half = HalfGiven(desk, self)
        self._therapy: Therapy | None = None
        self._loaded = False
        self._stored: ChecklistAnswers | None = None
        self._kept = OnPage()
        self._day = desk.now().date()
        self._just_given = False  # on this page, in this sitting: the person knows whose answers these are
        self._saving = False
        self._build()

    # what the window asks of a page

    def refresh(self) -> None:
        """Show what the diary holds for today, unless something is half given."""
        if self._saving:
            return
        self._therapy = self.desk.diary.therapies.current()
        self._show_parts()
        if self._therapy is None:
            return
        self.picker.show_diary(self.desk.diary, self._therapy, self.desk.now)
        if not self._loaded or not self._is_changed():
            self._load()
        self._show_earlier()

    def show_subject(self, subject: object) -> None:
        """Unfold the earlier answers at the line that was Found."""
        self.refresh()
        if isinstance(subject, Found) and self._therapy is not None:
            self.form.earlierButton.setChecked(True)
            self._fold()
            self.earlier.go_to(subject.part, subject.moment.date())

    def keep(self) -> None:
        """Put half-given answers into the encrypted file. Raises StorageError."""
        self.half.keep()

    def keyboard_begins_at(self) -> QWidget:
        """The first answer."""
        return self.asked.first_stop() or self

    def save_asked(self) -> bool:
        """Save, as the button does."""
        self.save()
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """Earlier answers are folded away again before new ones are given."""
        super().hideEvent(event)
        self.form.earlierButton.setChecked(False)
        self._fold()
        if not self._is_changed():
            self._loaded = False

    # the person's acts

    def save(self) -> None:
        """Keep the answers as those of the day, in place of any given earlier that day."""
        if self._therapy is None:
            return
        answers = self._answers()
        if not answers and self._stored is None:
            self.form.trouble.say(self.tr("Nothing is answered yet, so nothing was saved."), aloud=True)
            return
        self._saving = True
        try:
            with self.desk.diary.change():
                session = self.picker.ensure(self.desk.diary)
                self.desk.diary.checklists.answer(
                    self._therapy.id,
                    self._day,
                    answers,
                    session=None if session is None else session.id,
                    form_version=self.questions.version,
                )
                self.half.settle(PLACE)
        except StorageError as error:
            self.half.touch(PLACE, self._given())
            self._say_failed(error)
            return
        finally:
            self._saving = False
        self._show_saved(self._therapy, None if session is None else session.id)

    def _show_saved(self, therapy: Therapy, session: SessionId | None) -> None:
        """Leave the answers where they are, say that they are kept, and offer what can be done with them."""
        self.picker.show_diary(self.desk.diary, therapy, self.desk.now)
        self.picker.choose(session)
        self._stored, self._kept = self._stored_on(self._day), self._on_page()
        self._just_given = not self.form.notice.text()
        self._show_notice()
        self._quieten()
        self._show_earlier()
        for offer, statement in zip(self.offers, self.statements, strict=True):
            value = statement.row.value()
            offer.show_for(therapy.id, value is not None and value <= 1)
        self.form.saved.show_saved(self.desk.now())
        self.said.emit(self.form.saved.text())

    def _changed(self) -> None:
        self._quieten()
        self._count()
        answers = self.asked.answers()
        for key, offer in self._offers.items():
            if answers.get(key) != self._kept.answers.get(key):
                offer.hide()
        self.half.touch(PLACE, self._given() if self._is_changed() else None)
        self._show_notice()

    def _fold(self) -> None:
        unfolded = self.form.earlierButton.isChecked()
        self.form.earlierButton.setIcon(icon("chevron-up" if unfolded else "chevron-down"))
        self.form.earlier.setVisible(unfolded)
        if unfolded:
            self._show_earlier()

    # reading and writing

    def _load(self) -> None:
        """Today's answers if there are some, with what is half given on top."""
        half = self.half.at(PLACE)
        self._day = self.desk.now().date()
        if half is not None:
            self._day = _day_in(given_words(half, "day")) or self._day
        stored = self._stored_on(self._day)
        if self._loaded and stored == self._stored:
            return
        self._loaded, self._stored, self._just_given = True, stored, False
        self._kept = _as_kept(stored)
        self._fill(self._kept)
        if half is not None:
            self._fill(_as_given(half))
        for offer in self._offers.values():
            offer.hide()
        self._quieten()
        self._show_notice()
        self._count()

    def _fill(self, page: OnPage) -> None:
        self.asked.fill(page.answers, page.words)
        if page.session.isdecimal():
            self.picker.choose(SessionId(int(page.session)))
        elif (start := _moment_in(page.session)) is not None:
            self.picker.choose_start(start)
        else:
            self.picker.choose(None)

    def _stored_on(self, day: date) -> ChecklistAnswers | None:
        if self._therapy is None:
            return None
        given = self.desk.diary.checklists.of(self._therapy.id)
        return next((it for it in given if it.answered_on == day), None)

    def _on_page(self) -> OnPage:
        chosen = self.picker.chosen()
        return OnPage(
            answers=self.asked.answers(),
            words=self.asked.words(),
            session=chosen.isoformat(timespec="minutes")
            if isinstance(chosen, datetime)
            else f"{chosen or ''}",
        )

    def _is_changed(self) -> bool:
        """Whether the page holds something the diary does not."""
        return self._on_page() != self._kept

    def _given(self) -> dict[str, object]:
        """The page as a draft keeps it, with the day whose answers are being changed."""
        page = self._on_page()
        day = "" if self._stored is None else self._day.isoformat()
        return {"answers": page.answers, "words": page.words, "session": page.session, "day": day}

    def _answers(self) -> dict[int, ChecklistAnswer]:
        """What to keep: nothing for a question that was left out."""
        answers, words = self.asked.answers(), self.asked.words()
        return {
            int(it.key): ChecklistAnswer(answer=self.asked.value(it.key), words=words.get(it.key, ""))
            for it in self.questions.questions
            if it.key in answers or it.key in words
        }

    # what is shown

    def _build(self) -> None:
        self.form = Ui_Checklist()
        self.form.setupUi(self)
        self.form.heading.set_title(self.questions.title)
        self.form.heading.set_sub(self.questions.intro)
        self._offers = dict[str, Offer]()
        card, wanted = self.form.statements, self.tr("A line about it, if you like")
        self.asked = Statements(self.questions, card, card.column(28), wanted, ruled=False)
        self.asked.changed.connect(self._changed)
        self.turns = self.asked.turns = InTurns(self, self._pieces())
        self.picker = SessionPicker(self)
        self.picker.set_optional(True)
        self.picker.picked.connect(self._changed)
        self.form.sessionLabel.setBuddy(self.picker.combo)
        self.form.sessionRow.addWidget(self.picker)
        self.earlier = EarlierAnswers(self.form.table, self.form.cell, self.questions)
        self.form.earlierButton.clicked.connect(self._fold)
        self.form.save.setIcon(icon("check", "on_accent"))
        self.form.save.clicked.connect(self.save)
        self.form.empty.acted.connect(lambda: self.asked_for.emit("today", None))
        self.half.failed.connect(self._say_failed)
        self.half.recovered.connect(self._quieten)
        ReadableWidth(self.desk.theme, self, self.form.column, self.form.footer)
        self._fold()

    def _pieces(self) -> Iterator[None]:
        yield from self.asked.pieces()
        self.statements = tuple(self.asked.there())
        self._order_tabs()

    @property
    def offers(self) -> list[Offer]:
        """One under each question; they are made when the first answers are kept, before that none is shown."""
        if not self._offers:
            for statement in self.statements:
                offer = self._offers[statement.question.key] = Offer(self.desk, statement.question)
                statement.add_below(offer)
                self.setTabOrder(statement.line or statement.row.segments()[-1], offer.button)
        return list(self._offers.values())

    def _order_tabs(self) -> None:
        """What stands below the questions comes after them; the form itself was there first."""
        below = [
            self.statements[-1].line or self.statements[-1].row.segments()[-1],
            self.picker,  # which stands for its list: left behind, it would lead past the questions
            self.picker.combo,
            self.picker.day,
            self.picker.time,
            self.form.earlierButton,
            self.form.table,
            self.form.save,
        ]
        for before, after in pairwise(below):
            self.setTabOrder(before, after)

    def _show_parts(self) -> None:
        """Either the questions, or what to do first."""
        has_therapy = self._therapy is not None
        self.form.empty.setVisible(not has_therapy)
        self.form.scroll.setVisible(has_therapy)
        self.form.footer.setVisible(has_therapy)
        if not has_therapy:
            self.form.empty.say(
                "list-checks",
                self.tr("No therapy yet"),
                self.tr("Begin with the therapy this diary is about."),
            )

    def _show_notice(self) -> None:
        """Say plainly whose day's answers are on the page."""
        if self._stored is None or self._just_given:
            self.form.notice.say("")
        elif self._day == self.desk.now().date():
            self.form.notice.say(
                self.tr("These are your answers of today. Saving again puts new ones in their place.")
            )
        else:
            words = self.tr("These are your answers of {day}, with changes that are not saved yet.")
            self.form.notice.say(words.format(day=day_in_words(self._day)))

    def _show_earlier(self) -> None:
        if self._therapy is None:
            return
        given = self.desk.diary.checklists.of(self._therapy.id)
        self.form.earlierButton.setVisible(bool(given))
        if self.form.earlierButton.isChecked():
            self.earlier.show(given)

    def _count(self) -> None:
        self.form.count.setText(self.asked.said_count())

    def _quieten(self) -> None:
        """Nothing is said about saving while something changes."""
        self.form.saved.show_nothing()
        self.form.trouble.say("")

    def _say_failed(self, error: StorageError) -> None:
        self.form.saved.show_nothing()
        if self.form.trouble.text() != trouble_in_words(error):
            self.form.trouble.say(trouble_in_words(error), Tone.WRONG, aloud=True)


def _as_kept(stored: ChecklistAnswers | None) -> OnPage:
    """What the page shows for a set that is in the diary. No number and no words can only mean "not sure"."""
    if stored is None:
        return OnPage()
    given = {str(key): it for key, it in stored.answers.items()}
    numbers: dict[str, int | str] = {key: it.answer for key, it in given.items() if it.answer is not None}
    unsure: dict[str, int | str] = {
        key: NOT_SAID for key, it in given.items() if it.answer is None and not it.words
    }
    return OnPage(
        answers=numbers | unsure,
        words={key: it.words for key, it in given.items() if it.words},
        session="" if stored.session is None else str(stored.session),
    )


def _as_given(half: Given) -> OnPage:
    """What the page shows for a draft."""
    answers, words = half.get("answers"), half.get("words")
    return OnPage(
        answers=answers if isinstance(answers, dict) else {},
        words={key: given_words(words, key) for key in words} if isinstance(words, dict) else {},
        session=given_words(half, "session"),
    )


def _day_in(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _moment_in(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
