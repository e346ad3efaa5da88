"""What hides the diary when it must lock and cannot yet: nothing to read, and the unsaved words still in memory."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from therapy_diary.desktop.background import Background
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.notice import Notice, Tone
from therapy_diary.widgets.passphrase_field import PassphraseField

WIDTH = 480  # pixels at the least


class Curtain(QWidget):
    """Says why, and gives way to whoever could open the diary anyway."""

    lifted = Signal()

    def __init__(
        self,
        proof: Callable[[str], bool] | None,
        background: Background | None,
        parent: QWidget | None = None,
    ) -> None:
        """proof: whether what was typed opens the diary; None where nothing has to be typed."""
        super().__init__(parent)
        self._proof, self._background = proof, background
        self.setObjectName("curtain")
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        card = Card(self)
        card.setMinimumWidth(WIDTH)
        card.setMaximumWidth(WIDTH + 160)
        self._column = card.column(12)
        self._say(self.tr("The diary is covered"), "h2")
        self.why = self._say("", "")
        self._say(
            self.tr(
                "Your last words are still here. They are saved, and the diary locks, as soon as that works."
            ),
            "sub",
        )
        self._ask()
        self.notice = Notice(card)
        self._column.addWidget(self.notice)
        self._place(card)

    def say_why(self, sentence: str) -> None:
        """Why it cannot lock yet."""
        self.why.setText(sentence)
        self.why.setAccessibleName(sentence)

    def _ask(self) -> None:
        self.typed: PassphraseField | None = None
        if self._proof is not None:
            label = self._say(self.tr("&Passphrase or recovery code"), "label")
            self.typed = PassphraseField(self)
            self.typed.setAccessibleName(self.tr("Passphrase or recovery code"))
            self.typed.returnPressed.connect(self._lift)
            label.setBuddy(self.typed)
            self._column.addWidget(self.typed)
        self.show_again = QPushButton(self.tr("&Show the diary again"), self)
        self.show_again.clicked.connect(self._lift)
        row = QHBoxLayout()
        row.addWidget(self.show_again)
        row.addStretch(1)
        self._column.addLayout(row)

    def _lift(self) -> None:
        if self._proof is None or self._background is None or self.typed is None:
            self.lifted.emit()
            return
        proof, typed = self._proof, self.typed.text()
        self.show_again.setEnabled(False)
        self._background.run(lambda: proof(typed), self._proved, lambda _: self._proved(False), for_whom=self)

    def _proved(self, right: bool) -> None:
        self.show_again.setEnabled(True)
        if self.typed is not None:
            self.typed.clear_and_hide()
        if right:
            self.lifted.emit()
        else:
            self.notice.say(self.tr("That does not open this diary. Type it again."), Tone.WRONG, aloud=True)

    def _say(self, text: str, role: str) -> QLabel:
        label = QLabel(text, self)
        label.setWordWrap(True)
        label.setProperty("role", role)
        self._column.addWidget(label)
        return label

    def _place(self, card: Card) -> None:
        across, down = QHBoxLayout(), QVBoxLayout(self)
        across.addStretch(1)
        across.addWidget(card)
        across.addStretch(1)
        down.addStretch(2)
        down.addLayout(across)
        down.addStretch(3)
