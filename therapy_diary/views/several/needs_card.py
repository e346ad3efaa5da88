"""Before the first session of a therapy: what an earlier ending left for it, offered once and never pressed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.domain.therapy import Therapy
from therapy_diary.domain.topic import LONGEST_WORDING, TopicKind
from therapy_diary.views.column_page import along, clear
from therapy_diary.views.days import date_in_words
from therapy_diary.views.half_given import keep_or_say
from therapy_diary.views.page import Desk
from therapy_diary.views.room import button, in_a_row, words
from therapy_diary.views.several.needs import NeedsWords, needs_before
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.notice import Notice


class NeedsCard(Card):
    """The words lie folded until they are opened. They come from the end of a therapy that did not fit."""

    said = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._words = NeedsWords(self)
        self._therapy: Therapy | None = None
        self._told: tuple[str, ...] = ()
        column = self.column(8)
        column.addWidget(words(self.tr("From an earlier ending"), "h3", self))
        self.where = words("", "sub", self)
        column.addWidget(self.where)
        self.told = QWidget(self)
        self._column = QVBoxLayout(self.told)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        column.addWidget(self.told)
        self.trouble = Notice(self)
        column.addWidget(self.trouble)
        self.read = button(self.tr("Read it"), self._fold, "chip")
        self.read.setCheckable(True)
        self.bring = button(self.tr("Make it something to bring"), self._bring, "chip")
        in_a_row(column, self.read, self.bring)
        self.hide()

    def show_therapy(self, therapy: Therapy, *, first: bool) -> None:
        """Offer it where the session to come is the first one and an earlier therapy left such words."""
        self._therapy = therapy
        found = needs_before(self._desk.diary, therapy) if first and therapy.meets else None
        self.setVisible(found is not None)
        if found is None:
            return
        before, needs = found
        ended = "" if before.ended_on is None else date_in_words(before.ended_on)
        told = self.tr("When “{name}” ended, on {day}, you wrote down what you need now.")
        self.where.setText(told.format(name=f"\u2068{before.label}\u2069", day=ended))
        if self._told != tuple(needs.values()):
            self._told = tuple(needs.values())
            clear(self._column)
            for section, text in needs.items():
                self._column.addWidget(words(self._words.title(section), "caption", self.told))
                self._column.addWidget(along(text, "", self.told))
        brought = {it.wording for it in self._desk.diary.topics.of(therapy.id)}
        self.bring.setVisible(self._wording() not in brought)
        self._fold()

    def _fold(self) -> None:
        self.told.setVisible(self.read.isChecked())
        self.read.setIcon(icon("chevron-up" if self.read.isChecked() else "chevron-down"))

    def _wording(self) -> str:
        """What to bring: the beginning of the words, as far as a topic holds them. All of them stay where they are."""
        whole = " ".join(" ".join(self._told).split())
        if len(whole) <= LONGEST_WORDING:
            return whole
        return f"{whole[: LONGEST_WORDING - 2].rsplit(' ', 1)[0]} …"

    def _bring(self) -> None:
        if self._therapy is None:
            return
        therapy, wording, today = self._therapy.id, self._wording(), self._desk.now().date()

        def change() -> None:
            self._desk.diary.topics.add(
                therapy, wording, today, kind=TopicKind.RELATIONSHIP, source="closing"
            )

        if keep_or_say(self._desk.diary, change, self.trouble):
            self.said.emit(self.tr("Kept for the next session."))
