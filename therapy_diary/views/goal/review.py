"""Looking at the goals again: suggested now and then, put off with one click, and never due."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from therapy_diary.widgets.card import Card
from therapy_diary.widgets.flow_layout import FlowLayout
from therapy_diary.widgets.words_label import words_label


class StillRight(QWidget):
    """The one question asked of a goal, and its four answers."""

    yes = Signal()
    clearer_words = Signal()
    another_aim = Signal()
    set_aside = Signal()

    def __init__(self, wording: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(6)
        column.addWidget(words_label(self.tr("Still the right aim?"), "label", self))
        buttons = QWidget(self)
        row = FlowLayout(buttons, spacing=8)
        self.buttons: list[QPushButton] = []
        for words, signal in (
            (self.tr("Yes"), self.yes),
            (self.tr("Clearer words"), self.clearer_words),
            (self.tr("A different aim"), self.another_aim),
            (self.tr("Set aside"), self.set_aside),
        ):
            button = QPushButton(words, buttons)
            button.setAccessibleName(f"{wording}: {words}")
            button.clicked.connect(lambda _=False, it=signal: it.emit())
            row.addWidget(button)
            self.buttons.append(button)
        column.addWidget(buttons)


class ReviewCard(Card):
    """The quiet offer above the goals, and while they are looked at, how to be done with it."""

    begun = Signal()
    put_off = Signal()
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = self.column(8)
        self._words = words_label("", "", self)
        column.addWidget(self._words)
        buttons = QWidget(self)
        row = FlowLayout(buttons, spacing=10)
        self.begin = QPushButton(self.tr("Look at them"), buttons)
        self.later = QPushButton(self.tr("Not now"), buttons)
        self.later.setProperty("kind", "ghost")
        self.finish = QPushButton(self.tr("Done looking"), buttons)
        for button, signal in (
            (self.begin, self.begun),
            (self.later, self.put_off),
            (self.finish, self.done),
        ):
            button.clicked.connect(lambda _=False, it=signal: it.emit())
            row.addWidget(button)
        column.addWidget(buttons)

    def show_stage(self, *, looking: bool) -> None:
        """Offer it, or accompany it."""
        self._words.setText(
            self.tr("One question for each goal. None of them needs an answer.")
            if looking
            else self.tr("Goals may change on the way. Would you like to look at yours again?")
        )
        self.begin.setVisible(not looking)
        self.later.setVisible(not looking)
        self.finish.setVisible(looking)
