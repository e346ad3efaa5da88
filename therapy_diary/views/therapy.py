"""What stands around the sessions, each a page of its own; and below it the therapies in this diary."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.domain.draft import NEW_THERAPY
from therapy_diary.domain.task import Outcome
from therapy_diary.domain.therapy import Therapy, TherapyState
from therapy_diary.storage.errors import StorageError
from therapy_diary.views.agreed.words import SettingWords
from therapy_diary.views.column_page import ColumnPage
from therapy_diary.views.days import date_in_words
from therapy_diary.views.half_given import Given, HalfGiven, trouble_in_words
from therapy_diary.views.page import Desk
from therapy_diary.views.room import bring_into_view, button, words
from therapy_diary.views.several.editor import TherapyEditor
from therapy_diary.views.several.list_card import TherapiesCard
from therapy_diary.views.several.words import TherapyWords
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.elided_label import ElidedLabel
from therapy_diary.widgets.glyph import Glyph
from therapy_diary.widgets.notice import Notice, Tone

NAMED = 2  # tasks or patterns named on a card


class TherapyPage(ColumnPage):
    """A card for each, with a line of what is there now."""

    name: ClassVar[str] = "therapy"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._therapy: Therapy | None = None
        self._setting_words = SettingWords(self)
        self.doors: dict[str, Door] = {}
        for name, glyph, title in (
            ("setting", "map-pin", self.tr("The setting")),
            ("tasks_and_patterns", "footprints", self.tr("Tasks and patterns")),
            ("questionnaires", "list", self.tr("Questionnaires")),
            ("too_much", "life-buoy", self.tr("If it gets too much")),
        ):
            door = self.doors[name] = Door(glyph, title, self.tr("Open: {page}").format(page=title))
            door.open.clicked.connect(lambda _=False, name=name: self.asked_for.emit(name, None))
            self.column.addWidget(door)
        self._add_therapies()
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Say what there is now; what is half typed stays."""
        therapy, diary = self.desk.diary.therapies.current(), self.desk.diary
        self._therapy = therapy
        self.heading.set_title(self._title(therapy))
        self.heading.set_sub(self._sub(therapy))
        self.doors["setting"].say(self._setting(therapy))
        self.doors["tasks_and_patterns"].say(self._work(therapy))
        self.doors["questionnaires"].setVisible(not self.is_quiet)
        titles = [it.measure.title for it in diary.measures.all() if it.enabled]
        self.doors["questionnaires"].say(
            self.tr(", ").join(f"\u2068{it}\u2069" for it in titles)
            or self.tr("None is switched on. They are here if you want them.")
        )
        self.doors["too_much"].say(
            self.tr(", ").join(f"\u2068{it.label}\u2069" for it in diary.contacts.all())
            or self.tr("Your own contacts, one key away from every page.")
        )
        if self.editor.isHidden():
            self._bring_back_half_typed(therapy)
        self.therapies.show_therapies(therapy)
        self.therapies.setVisible(therapy is not None and self.editor.isHidden())
        self.order_tabs()
        for door in self.doors.values():
            door.settle()

    def keep(self) -> None:
        """Put what is half typed into the encrypted file. Raises StorageError."""
        self.half.keep()

    def _title(self, therapy: Therapy | None) -> str:
        if therapy is not None and len(self.desk.diary.therapies.all()) > 1:
            return self._therapy_words.name(therapy)
        name = "" if therapy is None else therapy.therapist_name.strip()
        return self.tr("With {name}").format(name=f"\u2068{name}\u2069") if name else self.tr("Therapy")

    def _sub(self, therapy: Therapy | None) -> str:
        if therapy is None:
            return self.tr("Around the sessions.")
        if therapy.state not in {TherapyState.STARTING, TherapyState.ACTIVE}:
            return self._therapy_words.line(therapy)
        return self.tr("Since {day}").format(day=date_in_words(therapy.started_on))

    # the therapies there are

    def _add_therapies(self) -> None:
        self.half = HalfGiven(self.desk, self)
        self._therapy_words = TherapyWords(self)
        self.trouble = Notice(self)
        self.editor = TherapyEditor(self.desk.now, self)
        self.editor.hide()
        self.therapies = TherapiesCard(self.desk, self)
        for part in (self.trouble, self.editor, self.therapies):
            self.column.addWidget(part)
        self.half.failed.connect(lambda error: self._fail(error, self.trouble))
        self.half.recovered.connect(lambda: self.trouble.say(""))
        self.editor.edited.connect(lambda: self.half.touch(self._place(), self.editor.given()))
        self.editor.kept.connect(self._keep_therapy)
        self.editor.cancelled.connect(self._cancel)
        card = self.therapies
        card.wanted.connect(self.therapy_wanted)
        card.change_wanted.connect(self._change)
        card.another_wanted.connect(self._begin_another)
        card.pause_wanted.connect(self._pause)
        card.comparison_wanted.connect(lambda: self.asked_for.emit("side_by_side", None))

    def _place(self) -> str:
        """Where what is half typed about a therapy waits."""
        changes = self.editor.changes
        return NEW_THERAPY if changes is None else _place_of(changes)

    def _bring_back_half_typed(self, therapy: Therapy | None) -> None:
        """What a lock, a crash or another page left half typed."""
        another = self.half.at(NEW_THERAPY)
        if another is not None:
            self.editor.begin()
            self._open(another)
        elif therapy is not None and (half := self.half.at(_place_of(therapy))) is not None:
            self.editor.change(therapy)
            self._open(half)

    def _begin_another(self) -> None:
        self.editor.begin()
        self._open(None)

    def _change(self) -> None:
        if self._therapy is not None:
            self.editor.change(self._therapy)
            self._open(None)

    def _open(self, half: Given | None) -> None:
        """Room to write, with what was half typed, in place of the list."""
        if half is not None:
            self.editor.set_given(half)
        self.editor.show()
        self.therapies.hide()
        self.order_tabs()
        if half is None:
            self.editor.name.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_view(self.area, self.editor)

    def _close(self) -> None:
        self.editor.hide()
        self.refresh()

    def _cancel(self) -> None:
        self.half.touch(self._place(), None)
        self._close()
        self.therapies.another.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_therapy(self) -> None:
        """Keep what is written; another therapy comes onto the screen once it is begun."""
        diary, begins, shown = self.desk.diary, self.editor.changes is None, self._therapy
        self.editor.hide()  # before the diary tells this page
        try:
            with diary.change():
                kept = self.editor.put(diary)
                self.half.settle(self._place())
                if shown is not None:
                    diary.therapies.keep_on_screen(shown.id)
        except StorageError as error:
            self._open(self.editor.given())
            self._fail(error, self.editor.trouble)
            return
        self._close()
        if begins:
            self.therapy_wanted.emit(kept.id)
        else:
            self.said.emit(self.tr("Kept."))

    def _pause(self, pause: bool) -> None:
        """Let the therapy on the screen rest, or go on; either can be taken back."""
        therapy, diary = self._therapy, self.desk.diary
        if therapy is None:
            return

        def move(state: TherapyState) -> None:
            with diary.change():
                diary.therapies.move_to(therapy.id, state)

        try:
            move(TherapyState.PAUSED if pause else TherapyState.ACTIVE)
        except StorageError as error:
            self._fail(error, self.trouble)
            return
        told = self.tr("This therapy is paused.") if pause else self.tr("This therapy goes on.")
        self.can_be_undone.emit(told, lambda: move(therapy.state))
        if (act := self.therapies.acts.get("go_on" if pause else "pause")) is not None:
            act.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fail(self, error: StorageError, notice: Notice) -> None:
        notice.say(trouble_in_words(error), Tone.WRONG, aloud=True)

    # what the cards say

    def _setting(self, therapy: Therapy | None) -> str:
        now = None
        if therapy is not None:
            now = self.desk.diary.settings.on(therapy.id, self.desk.now().date())
        return (
            self.tr("Day, place, and what was agreed.") if now is None else self._setting_words.meeting(now)
        )

    def _work(self, therapy: Therapy | None) -> str:
        named: list[str] = []
        if therapy is not None:
            tasks = self.desk.diary.tasks.open(therapy.id)
            named = [it.wording for it in tasks if it.outcome is Outcome.OPEN][:NAMED]
            named += [it.name for it in self.desk.diary.patterns.of(therapy.id)[:NAMED]]
        return " · ".join(f"\u2068{it}\u2069" for it in named) or self.tr(
            "What you mean to try, and what keeps coming back."
        )


def _place_of(therapy: Therapy) -> str:
    return f"therapy:{therapy.id}"


class Door(Card):
    """A card that leads to a page: what it is called, a line of what is there, and a button."""

    def __init__(self, glyph: str, title: str, spoken: str) -> None:
        super().__init__()
        drawing = Glyph(self)
        drawing.show_icon(glyph, "accent", 1.35)
        self._line = ElidedLabel(self)
        self._line.setProperty("role", "sub")
        self.open = button(self.tr("Open"), lambda: None, "ghost")
        self.open.setAccessibleName(spoken)
        self.open.setIcon(icon("chevron-right"))
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(14)
        row.addWidget(drawing, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(4)
        called = words(title, "h3", self)
        called.setWordWrap(False)
        column.addWidget(called)
        column.addWidget(self._line)
        row.addLayout(column, 1)
        row.addWidget(self.open, 0, Qt.AlignmentFlag.AlignVCenter)

    def settle(self) -> None:
        """Take the letters of the theme before the first layout, so that the card is high enough at once."""
        for label in self.findChildren(QLabel):
            label.ensurePolished()
            label.setMinimumHeight(label.sizeHint().height())

    def say(self, line: str) -> None:
        """Show what is there now."""
        self._line.setText(line)
