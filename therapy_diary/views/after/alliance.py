"""How it was between the two of them, asked without showing what was answered before."""

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapy_diary.domain.alliance import AllianceRating
from therapy_diary.domain.session import Session
from therapy_diary.views.after.part import Line, Part, Sitting
from therapy_diary.views.answers.beginning import beginning_words
from therapy_diary.views.answers.statement import NOT_SAID, Statement
from therapy_diary.views.answers.statements import Statements
from therapy_diary.views.days import day_in_words
from therapy_diary.views.page import Desk
from therapy_diary.views.room import labelled
from therapy_diary.views.wording import form_in_use
from therapy_diary.widgets.growing_text import GrowingText
from therapy_diary.widgets.notice import Notice
from therapy_diary.widgets.words_label import words_label


class AlliancePart(Part):
    """The eight statements of the alliance page, each kept as it is answered, and the line about one thing different."""

    rests_when_quiet: ClassVar[bool] = True

    opened = Signal()
    """The answers are wanted on their own page."""

    def __init__(
        self, desk: Desk, ensure: Callable[[], Session | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, ensure, parent)
        self.questions = form_in_use("alliance")
        self.add_title(self.questions.title, self.questions.intro)
        self.beginning = words_label("", "caption", self)
        self._column.addWidget(self.beginning)
        self.notice = Notice(self)
        self.notice.acted.connect(self._acted)
        self._column.addWidget(self.notice)
        self.inside = QWidget(self)
        inside = QVBoxLayout(self.inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(14)
        self._inside = inside
        self.asked = Statements(self.questions, self.inside, inside, ruled=True)
        self.asked.changed.connect(self._answered)
        self.count = words_label("", "caption", self.inside)
        self._column.addWidget(self.inside)
        self._rating: AllianceRating | None = None
        self._half_elsewhere = False

    @property
    def statements(self) -> Sequence[Statement]:
        """The eight, in the order of the screen."""
        return self.asked.all()

    def pieces(self) -> Iterator[None]:
        yield from self.asked.pieces()
        self._inside.addWidget(self.count)
        self.one_change = GrowingText(self.inside)
        self.one_change.set_lines(1, 8)
        told = self.tr("If one thing had been different today, what?")
        for part in (self.count, labelled(self._inside, told, self.one_change), self.one_change):
            part.show()
        self.add_line(Line(key="one_change", field=self.one_change, put=self._put_line))
        self._fill_line()

    def show_sitting(self, sitting: Sitting) -> None:
        session, diary = sitting.session, self.desk.diary
        self._rating = None if session is None else diary.alliance_ratings.at(session.id)
        half = None if session is None else diary.drafts.at(f"alliance:{session.id}")
        self._half_elsewhere = half is not None
        self._fill()
        closed = self._half_elsewhere or (self._rating is not None and not sitting.going_on)
        self._close(closed)
        self._show_beginning(session)

    def unsaid(self) -> list[str]:
        return [key for key, given in self.asked.answers().items() if given == NOT_SAID]

    def set_unsaid(self, keys: list[str]) -> None:
        self.asked.fill({**dict.fromkeys(keys, NOT_SAID), **self.asked.answers()}, {})
        self._count()

    def _fill(self) -> None:
        self.asked.fill({} if self._rating is None else self._rating.answers, {})
        self._fill_line()
        self._count()

    def _fill_line(self) -> None:
        for line in self.lines:
            line.fill("" if self._rating is None else self._rating.one_change)

    def _close(self, closed: bool) -> None:
        """Show the statements, or say that they were answered before: that is shown when the person asks for it."""
        self.inside.setHidden(closed)
        if self._half_elsewhere:
            words = self.tr("These answers lie half given on their own page.")
            self.notice.say(words, action=self.tr("Go on there"))
        elif closed and self._rating is not None:
            day = day_in_words(self._rating.filled_at.date())
            words = self.tr("You answered for this session on {day}.").format(day=day)
            self.notice.say(words, action=self.tr("Change those answers"))
        else:
            self.notice.say("")

    def _acted(self) -> None:
        if self._half_elsewhere:
            self.opened.emit()
            return
        self._close(closed=False)
        self.statements[0].row.segments()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_beginning(self, session: Session | None) -> None:
        therapy, here = self.desk.diary.therapies.current(), None if session is None else session.id
        words = beginning_words(self.desk.diary, None if therapy is None else therapy.id, here)
        self.beginning.setText(words)
        self.beginning.setVisible(bool(words))

    def _answered(self) -> None:
        self._count()
        self.keep(self._put)

    def _put(self, session: Session, one_change: str | None = None) -> None:
        """Keep the answers as they now stand; a rating without anything in it is none."""
        ratings, before = self.desk.diary.alliance_ratings, self._rating
        answers = self.asked.values()
        if one_change is None:
            one_change = "" if before is None else before.one_change
        if not one_change and not self.asked.answers():
            ratings.take_back(session.id)
            self._rating = None
            return
        same = before is not None and all(before.answer(key) == answers[key] for key in answers)
        self._rating = AllianceRating(
            session=session.id,
            filled_at=before.filled_at if before is not None and same else self.desk.now(),
            answers=answers,
            one_change=one_change,
            form_version=before.form_version if before is not None and same else self.questions.version,
        )
        ratings.give(self._rating)

    def _put_line(self, session: Session, text: str) -> None:
        self._put(session, text.strip())

    def _count(self) -> None:
        self.count.setText(self.asked.said_count())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
