"""Where a goal is put into words, or into other words."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from therapy_diary.domain.goal import LONGEST_WORDING, ChangeKind, Goal, Level, Shared
from therapy_diary.forms.goal_editor import Ui_GoalEditor
from therapy_diary.storage.errors import StorageError
from therapy_diary.views.goal.words import level_words, shared_words
from therapy_diary.views.half_given import Given, given_words, trouble_in_words
from therapy_diary.widgets.answer_row import AnswerRow
from therapy_diary.widgets.notice import Tone

LEVELS, SHARED = tuple(Level), tuple(Shared)
KINDS = (ChangeKind.CLEARER_WORDS, ChangeKind.NEW_AIM)


@dataclass(frozen=True, slots=True, kw_only=True)
class Worded:
    """What the person gave for a goal. kind is None when the words stay as they were."""

    wording: str
    level: Level
    shared: Shared
    kind: ChangeKind | None = None
    why: str = ""


class GoalEditor(QWidget):
    """The words, where in life, how the two see it; for a goal that is there also what the new words are."""

    edited = Signal()  # by the person
    wanted = Signal(object)  # Worded: to be kept
    cancelled = Signal()

    def __init__(self, goal: Goal | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._goal = goal
        self.form = Ui_GoalEditor()
        self.form.setupUi(self)
        form = self.form
        form.level.set_question(form.levelLabel.text(), list(level_words().values()), None)
        form.shared.set_question(form.sharedLabel.text(), list(shared_words().values()), None)
        kinds = [self.tr("Clearer words, the same aim"), self.tr("A new aim")]
        form.kind.set_question(form.kindLabel.text(), kinds, None)
        form.wording.set_lines(2, 8)
        form.why.set_lines(1, 8)
        for row in (form.level, form.shared, form.kind):
            row.answered.connect(lambda _: self._edited())
        form.wording.edited.connect(self._edited)
        form.why.edited.connect(self._edited)
        form.keep.clicked.connect(self.save)
        form.cancel.clicked.connect(self.cancelled)
        if goal is None:
            form.keep.setProperty("kind", "primary")
            form.keep.setText(self.tr("Keep this goal"))
        self.show_goal(goal)

    def show_goal(self, goal: Goal | None) -> None:
        """Show a goal as it stands, or room for a new one."""
        self._goal = goal
        self.form.wording.set_text("" if goal is None else goal.wording.wording)
        self.form.why.set_text("")
        self.form.kind.clear()
        self.form.level.clear()
        self.form.shared.clear()
        if goal is not None:
            self.form.level.set_answer(LEVELS.index(goal.level))
            self.form.shared.set_answer(SHARED.index(goal.shared))
        self.form.trouble.say("")
        self._show_change()

    def choose_kind(self, kind: ChangeKind) -> None:
        """Show what the new words are going to be, as that was said elsewhere."""
        self.form.kind.set_answer(KINDS.index(kind))

    def given(self) -> dict[str, object]:
        """What stands here, as a draft keeps it."""
        form = self.form
        return {
            "wording": form.wording.text(),
            "why": form.why.text(),
            "level": form.level.value(),
            "shared": form.shared.value(),
            "kind": form.kind.value(),
        }

    def set_given(self, given: Given) -> None:
        """Show what a draft kept."""
        self.form.wording.set_text(given_words(given, "wording"))
        self.form.why.set_text(given_words(given, "why"))
        _choose(self.form.level, given.get("level"))
        _choose(self.form.shared, given.get("shared"))
        _choose(self.form.kind, given.get("kind"))
        self._show_change()

    def is_changed(self) -> bool:
        """Whether anything here is not in the diary."""
        untouched: dict[str, object] = {"why": "", "kind": None}
        if self._goal is None:
            untouched |= {"wording": "", "level": None, "shared": None}
        else:
            untouched |= {
                "wording": self._goal.wording.wording,
                "level": LEVELS.index(self._goal.level),
                "shared": SHARED.index(self._goal.shared),
            }
        return self.given() != untouched

    def say_failed(self, error: StorageError) -> None:
        """Say why it could not be kept; everything stays where it is."""
        self.form.trouble.say(trouble_in_words(error), Tone.WRONG, aloud=True)

    def _edited(self) -> None:
        self.form.trouble.say("")
        self._show_change()
        self.edited.emit()

    def _has_new_words(self) -> bool:
        return self._goal is not None and self.form.wording.text().strip() != self._goal.wording.wording

    def _show_change(self) -> None:
        """What the new words are is asked once there are new words."""
        self.form.change.setVisible(self._has_new_words())

    def save(self) -> None:
        form, wording = self.form, self.form.wording.text().strip()
        level, shared, kind = form.level.value(), form.shared.value(), form.kind.value()
        if not wording:
            form.trouble.say(self.tr("Write a few words first."), aloud=True)
        elif len(wording) > LONGEST_WORDING:
            words = self.tr("A goal has room for {most} characters. This one has {now}.")
            form.trouble.say(words.format(most=LONGEST_WORDING, now=len(wording)), aloud=True)
        elif self._has_new_words() and kind is None:
            form.trouble.say(self.tr("Say whether these are clearer words or a new aim."), aloud=True)
        else:
            self.wanted.emit(
                Worded(
                    wording=wording,
                    level=Level.OTHER if level is None else LEVELS[level],
                    shared=Shared.NOT_DISCUSSED if shared is None else SHARED[shared],
                    kind=KINDS[kind] if self._has_new_words() and kind is not None else None,
                    why=form.why.text().strip(),
                )
            )


def _choose(row: AnswerRow, answer: object) -> None:
    """Show an answer as a draft kept it, or none."""
    if isinstance(answer, int) and 0 <= answer < len(row.segments()):
        row.set_answer(answer)
    else:
        row.clear()
