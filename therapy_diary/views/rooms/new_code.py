"""A new recovery code: shown once, printed if wanted, and two of its groups asked back before it counts."""

import secrets

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from therapy_diary.keys import recovery
from therapy_diary.keys.recovery import RecoveryCode
from therapy_diary.views.code_paper import print_code
from therapy_diary.views.room import button, in_a_row, labelled, words
from therapy_diary.widgets.notice import Notice, Tone

IN_A_LINE = 4  # groups, as on the first pages and on paper


class NewCode(QWidget):
    """Hidden until show_code(); then the code, then two fields, then it says that the paper is right."""

    confirmed = Signal(object)
    """The person has it on paper: the RecoveryCode."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code: RecoveryCode | None = None
        self._asked = (0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._build_paper(column)
        self._build_question(column)
        self.notice = Notice(self)
        column.addWidget(self.notice)
        self.hide()

    def show_code(self) -> None:
        """Make a code and show it."""
        self._code = recovery.new_code()
        for place, label in enumerate(self._groups):
            label.setText(self._code.groups[place])
        self.groups.setAccessibleDescription(", ".join(self._code.groups))
        self.paper.show()
        self.question.hide()
        self.notice.say("")
        self.show()
        self.groups.setFocus()

    def forget(self) -> None:
        """Show nothing of it any more."""
        self._code = None
        for label in self._groups:
            label.setText("")
        self.groups.setAccessibleDescription("")
        for field in (self.first, self.second):
            field.clear()
        self.hide()

    def _build_paper(self, column: QVBoxLayout) -> None:
        self.paper = QWidget(self)
        inside = QVBoxLayout(self.paper)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(
            words(self.tr("Write these eight groups on paper. They are not shown again."), "", self.paper)
        )
        self.groups = QFrame(self.paper)
        self.groups.setProperty("role", "well")
        self.groups.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.groups.setAccessibleName(self.tr("Recovery code"))
        self.groups.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as on the paper, in every language
        grid = QGridLayout(self.groups)
        grid.setContentsMargins(20, 14, 20, 18)
        grid.setSpacing(4)
        grid.setRowMinimumHeight(2, 10)
        self._groups = [words("", "code", self.groups) for _ in range(recovery.GROUPS)]
        for place, label in enumerate(self._groups):
            number = words(str(place + 1), "caption", self.groups)
            line, across = divmod(place, IN_A_LINE)
            for below, it in enumerate((number, label)):
                it.setWordWrap(False)
                it.setAlignment(Qt.AlignmentFlag.AlignCenter)
                grid.addWidget(it, 3 * line + below, across)
        inside.addWidget(self.groups)
        self.next = button(self.tr("I have it on paper"), self._ask_back, "primary")
        self.print = button(self.tr("Print it …"), self._print)
        self.leave = button(self.tr("Keep the old one"), self._leave, "ghost")
        in_a_row(inside, self.next, self.print, self.leave)
        column.addWidget(self.paper)

    def _build_question(self, column: QVBoxLayout) -> None:
        self.question = QWidget(self)
        inside = QVBoxLayout(self.question)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(words(self.tr("Type these two groups from your paper."), "", self.question))
        self.first, self.second = QLineEdit(self.question), QLineEdit(self.question)
        for field in (self.first, self.second):
            field.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self._labels = [labelled(inside, "…", it) for it in (self.first, self.second)]
        self.check = button(self.tr("This is my code from now on"), self._check, "primary")
        self.again = button(self.tr("Show it again"), self._show_again, "ghost")
        in_a_row(inside, self.check, self.again)
        self.second.returnPressed.connect(self._check)
        column.addWidget(self.question)

    def _ask_back(self) -> None:
        first, second = sorted(secrets.SystemRandom().sample(range(recovery.GROUPS), 2))
        self._asked = first, second
        for label, field, place in zip(self._labels, (self.first, self.second), self._asked, strict=True):
            label.setText(self.tr("Group {place}").format(place=place + 1))
            field.setAccessibleName(label.text())
            field.clear()
        self.paper.hide()
        self.question.show()
        self.first.setFocus()

    def _show_again(self) -> None:
        self.question.hide()
        self.paper.show()

    def _check(self) -> None:
        if self._code is None:
            return
        for field, place in zip((self.first, self.second), self._asked, strict=True):
            if recovery.plain_digits(field.text()) != self._code.groups[place]:
                sentence = self.tr("Group {place} is another one. Look at your paper, or see the code again.")
                self.notice.say(sentence.format(place=place + 1), Tone.WRONG, aloud=True)
                field.setFocus()
                field.selectAll()
                return
        code = self._code
        self.forget()
        self.confirmed.emit(code)

    def _leave(self) -> None:
        self.forget()
        self.left.emit()

    def _print(self) -> None:
        if self._code is not None:
            print_code(self._code, self)
