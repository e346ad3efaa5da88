"""The page where a session's alliance is rated: eight statements, and three lines of words."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import pairwise
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.desktop.in_turns import InTurns, Late
from therapy_diary.domain.alliance import AllianceRating
from therapy_diary.domain.session import Session, SessionId
from therapy_diary.domain.therapy import Therapy
from therapy_diary.forms.alliance import Ui_Alliance
from therapy_diary.storage.errors import StorageError
from therapy_diary.views.answers.beginning import beginning_words
from therapy_diary.views.answers.statement import NOT_SAID, Statement
from therapy_diary.views.answers.statements import Statements
from therapy_diary.views.column import ReadableWidth
from therapy_diary.views.days import day_in_words
from therapy_diary.views.half_given import Given, HalfGiven, given_words, trouble_in_words
from therapy_diary.views.page import Desk, Page
from therapy_diary.views.session_picker import SessionPicker
from therapy_diary.views.wording import form_in_use
from therapy_diary.widgets.notice import Tone

HERE = "alliance:"
NEW = HERE + "new"
WORDS = ("one_change", "my_part", "their_part")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What the diary holds for the chosen session, as the page would show it."""

    rating: AllianceRating | None = None
    answers: dict[str, int] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)


class AlliancePage(Page):
    """Asks how it was between them, shows nothing of earlier times, and requires nothing."""

    name: ClassVar[str] = "alliance"
    rests_when_quiet: ClassVar[bool] = True

    turns: InTurns
    statements = Late[tuple[Statement, ...]]()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.questions = form_in_use("alliance")
        self.half = HalfGiven(desk, self)
        self._therapy: Therapy | None = None
        self._place = ""
        self._kept = Kept()
        self._marked: set[str] = set()  # "can't say" as last saved; the diary holds no number for it
        self._changing = False  # whether answers given before were asked for
        self._just_given = False  # on this page, in this sitting: the person knows whose answers these are
        self._saving = False
        self._found_half = False  # whether answers left half given were looked for
        self._build()

    # what the window asks of a page

    def refresh(self) -> None:
        """Show the sessions the diary holds now, and the chosen one's answers unless some are half given."""
        if self._saving:
            return
        self._therapy = self.desk.diary.therapies.current()
        self._show_parts()
        if self._therapy is None:
            return
        self.picker.show_diary(self.desk.diary, self._therapy, self.desk.now)
        if not self._found_half:
            self._found_half = True
            self._choose_half_given()
        self._catch_up()

    def show_subject(self, subject: object) -> None:
        """Show the rating of one session, or the room for it. Its answers are shown if it has some."""
        self._therapy = self.desk.diary.therapies.current()
        if self._therapy is None or not isinstance(subject, int):
            return
        self.picker.show_diary(self.desk.diary, self._therapy, self.desk.now)
        self.picker.choose(SessionId(subject))
        self._changing = True
        self._load()

    def keep(self) -> None:
        """Put half-given answers into the encrypted file. Raises StorageError."""
        self.half.keep()

    def bookmark(self) -> str:
        """The session."""
        chosen = self.picker.chosen()
        return str(chosen) if isinstance(chosen, int) else ""

    def return_to(self, bookmark: str) -> None:
        """Back to it, with what was half given."""
        if bookmark.isdecimal():
            self.show_subject(int(bookmark))

    def session_in_view(self) -> SessionId | None:
        """The session chosen, if it is in the diary."""
        chosen = self.picker.chosen()
        return None if isinstance(chosen, datetime) else chosen

    def keyboard_begins_at(self) -> QWidget:
        """The first answer."""
        return self.asked.first_stop() or self

    def save_asked(self) -> bool:
        """Save, as the button does."""
        self.save()
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """What was given before is not on the screen when the person comes back for the next time."""
        super().hideEvent(event)
        if not self._is_changed():
            self._changing = False
            self._place = ""
            self.picker.begin_anew()

    # the person's acts

    def save(self) -> None:
        """Keep the answers as the session's rating, and the two parts with the session."""
        if self._therapy is None or self._is_closed():
            return
        if not self.picker.has_begun():
            self._say_trouble(self.tr("This session has not begun. Choose one that has."))
            return
        self._saving = True
        try:
            with self.desk.diary.change():
                session = self.picker.ensure(self.desk.diary)
                if session is not None:
                    self._write(session)
        except StorageError as error:
            self.half.touch(self._place, self._given())
            self._say_failed(error)
            return
        finally:
            self._saving = False
        if session is not None:
            self._show_saved(session)

    def _show_saved(self, session: Session) -> None:
        """Leave the answers where they are, and say that they are kept."""
        if self._therapy is not None:
            self.picker.show_diary(self.desk.diary, self._therapy, self.desk.now)
        self.picker.choose(session.id)
        self._place, self._kept, self._changing = self._place_of_chosen(), self._stored(), True
        self._marked = {key for key, given in self.asked.answers().items() if given == NOT_SAID}
        self._just_given = not self.form.notice.text()
        self._show_notice()
        self._quieten()
        self.form.saved.show_saved(self.desk.now())
        self.said.emit(self.form.saved.text())

    def _answer_changed(self) -> None:
        self._quieten()
        self._count()
        self.half.touch(self._place, self._given() if self._is_changed() else None)

    def _session_picked(self) -> None:
        """Half-given answers go along to a session that has none; else they wait where they were given."""
        given, before = self._given(), self._place
        place = self._place_of_chosen()
        moves = self._is_changed() and self._kept.rating is None and place != before
        self._changing = True
        self._quieten()
        if moves and self._stored().rating is None and self.half.at(place) is None:
            self.half.touch(before, None)
            self.half.touch(place, {**given, "start": self._start()})
        elif place == before and self._is_changed():
            self.half.touch(place, given)
            return
        self._load()

    # reading and writing

    def _catch_up(self) -> None:
        """Load what the diary holds, unless the page shows just that or something newer."""
        same_place = self._place == self._place_of_chosen()
        if same_place and (self._is_changed() or self._stored() == self._kept):
            self._show_notice()
            return
        self._load()

    def _load(self) -> None:
        self._place = self._place_of_chosen()
        self._kept = self._stored()
        self._marked, self._just_given = set(), False
        self._fill({"answers": self._kept.answers, **self._kept.words})
        half = self.half.at(self._place)
        if half is not None:
            self._fill({"answers": {}, **self._kept.words, **half})
        self._quieten()
        self._show_notice()
        self._show_beginning()
        self._count()

    def _show_beginning(self) -> None:
        """The first sessions that are rated have a label of their own beside the intro."""
        therapy = None if self._therapy is None else self._therapy.id
        words = beginning_words(self.desk.diary, therapy, self.session_in_view())
        self.form.heading.set_sub(" · ".join(it for it in (words, self.questions.intro) if it))

    def _choose_half_given(self) -> None:
        """Come back to the session whose answers were left half given last."""
        places = (it.place for it in self.desk.diary.drafts.all())
        place = next((it for it in places if it.startswith(HERE)), None)
        if place is None or self._place:
            return
        if place != NEW:
            number = place.removeprefix(HERE)
            self.picker.choose(SessionId(int(number)) if number.isdecimal() else None)
            return
        half = self.half.at(NEW)
        try:
            self.picker.choose_start(datetime.fromisoformat(given_words(half or {}, "start")))
        except ValueError:
            return
        made = self._place_of_chosen()
        if made != NEW and self.half.at(made) is None:  # the session was made since
            self.half.touch(made, half)
            self.half.touch(NEW, None)

    def _fill(self, given: Given) -> None:
        answers = given.get("answers")
        self.asked.fill(answers if isinstance(answers, dict) else {}, {})
        for key, line in self.lines.items():
            words = given_words(given, key)
            if line.text() != words:
                line.set_text(words)

    def _stored(self) -> Kept:
        """What the diary holds for the chosen session."""
        chosen = self.picker.chosen()
        if chosen is None or isinstance(chosen, datetime):
            return Kept(words=dict.fromkeys(WORDS, ""))
        rating = self.desk.diary.alliance_ratings.at(chosen)
        session = self.desk.diary.sessions.get(chosen)
        given = {} if rating is None else rating.answers
        return Kept(
            rating=rating,
            answers={key: value for key, value in given.items() if value is not None},
            words={
                "one_change": "" if rating is None else rating.one_change,
                "my_part": session.my_part,
                "their_part": session.their_part,
            },
        )

    def _given(self) -> dict[str, object]:
        """What stands on the page, as a draft keeps it: only words that differ from what the diary holds."""
        answers = self.asked.answers()
        words = {key: line.text() for key, line in self.lines.items()}
        kept = {key: text.strip() for key, text in self._kept.words.items()}
        changed = {key: text for key, text in words.items() if text.strip() != kept.get(key, "")}
        return {"answers": answers, "start": self._start(), **changed}

    def _is_changed(self) -> bool:
        """Whether the page holds something the diary does not."""
        given = self._given()
        kept = self._kept.answers | dict.fromkeys(self._marked, NOT_SAID)
        return given["answers"] != kept or any(key in given for key in WORDS)

    def _write(self, session: Session) -> None:
        """Put everything into the diary, inside a change."""
        diary, before = self.desk.diary, self.desk.diary.alliance_ratings.at(session.id)
        answers = self.asked.values()
        same = before is not None and all(before.answer(key) == answers[key] for key in answers)
        diary.alliance_ratings.give(
            AllianceRating(
                session=session.id,
                filled_at=before.filled_at if before is not None and same else self.desk.now(),
                answers=answers,
                one_change=self.lines["one_change"].text().strip(),
                form_version=before.form_version if before is not None and same else self.questions.version,
            )
        )
        given = self._given()
        parts = {key: str(given[key]).strip() for key in WORDS[1:] if key in given}
        if parts:
            diary.sessions.save(replace(session, **parts))  # type: ignore[arg-type]
        self.half.settle(self._place)

    def _place_of_chosen(self) -> str:
        chosen = self.picker.chosen()
        return NEW if chosen is None or isinstance(chosen, datetime) else f"{HERE}{chosen}"

    def _start(self) -> str:
        chosen = self.picker.chosen()
        return chosen.isoformat(timespec="minutes") if isinstance(chosen, datetime) else ""

    # what is shown

    def _build(self) -> None:
        self.form = Ui_Alliance()
        self.form.setupUi(self)
        self.form.heading.set_title(self.questions.title)
        self.form.heading.set_sub(self.questions.intro)
        self.picker = SessionPicker(self)
        self.picker.set_begun_only(True)
        self.picker.picked.connect(self._session_picked)
        self.form.sessionRow.addWidget(self.picker, 1)
        card = self.form.statements
        self.asked = Statements(self.questions, card, card.column(14), ruled=True)
        self.asked.changed.connect(self._answer_changed)
        self.turns = self.asked.turns = InTurns(self, self._pieces())
        self.lines = {
            "one_change": self.form.oneChange,
            "my_part": self.form.myPart,
            "their_part": self.form.theirPart,
        }
        for line in self.lines.values():
            line.set_lines(1, 8)
            line.edited.connect(self._answer_changed)
        self.form.save.setIcon(icon("check", "on_accent"))
        self.form.save.clicked.connect(self.save)
        self.form.notice.acted.connect(self._show_answers)
        self.form.empty.acted.connect(lambda: self.asked_for.emit("today", None))
        self.half.failed.connect(self._say_failed)
        self.half.recovered.connect(self._quieten)
        ReadableWidth(self.desk.theme, self, self.form.column, self.form.footer)

    def _pieces(self) -> Iterator[None]:
        yield from self.asked.pieces()
        self.statements = tuple(self.asked.there())
        stops = [self.statements[-1].row.segments()[-1], *self.lines.values(), self.form.save]
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    def _show_parts(self) -> None:
        """Either the statements, or what to do first."""
        has_therapy = self._therapy is not None
        self.form.empty.setVisible(not has_therapy)
        self.form.scroll.setVisible(has_therapy)
        self.form.footer.setVisible(has_therapy)
        if not has_therapy:
            self.form.empty.say(
                "handshake", self.tr("No therapy yet"), self.tr("Begin with the therapy this diary is about.")
            )

    def _is_closed(self) -> bool:
        """Whether the chosen session was rated earlier and nobody asked to see that."""
        return self._kept.rating is not None and not self._changing and self.half.at(self._place) is None

    def _show_answers(self) -> None:
        self._changing = True
        self._show_notice()
        self.statements[0].row.segments()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_notice(self) -> None:
        """Say plainly when answers given before are on the page, or could be."""
        closed = self._is_closed()
        for part in (self.form.statements, self.form.words, self.form.footer):
            part.setHidden(closed)
        if self._kept.rating is None or self._just_given:
            self.form.notice.say("")
            return
        day = day_in_words(self._kept.rating.filled_at.date())
        if closed:
            words = self.tr("You answered for this session on {day}. You can choose another one above.")
            self.form.notice.say(words.format(day=day), action=self.tr("Change those answers"))
        elif self._is_changed():
            words = self.tr("You answered for this session on {day}. Your changes are not saved yet.")
            self.form.notice.say(words.format(day=day))
        else:
            words = self.tr("These are your answers of {day}. You can change them.")
            self.form.notice.say(words.format(day=day))

    def _count(self) -> None:
        self.form.count.setText(self.asked.said_count())

    def _quieten(self) -> None:
        """Nothing is said about saving while something changes."""
        self.form.saved.show_nothing()
        self.form.trouble.say("")

    def _say_failed(self, error: StorageError) -> None:
        self._say_trouble(trouble_in_words(error))

    def _say_trouble(self, words: str) -> None:
        self.form.saved.show_nothing()
        if self.form.trouble.text() != words:
            self.form.trouble.say(words, Tone.WRONG, aloud=True)
