"""Which therapy is on the screen: said in the column and the menu where there are several, and changed from there."""

from contextlib import suppress

from PySide6.QtCore import QObject, QPoint, Signal

from therapy_diary.domain.found import Found, FoundOnPage
from therapy_diary.domain.note import Note
from therapy_diary.domain.therapy import Therapy, TherapyId
from therapy_diary.storage.errors import StorageError
from therapy_diary.views.page import Desk
from therapy_diary.views.window.menus import Menus
from therapy_diary.views.window.sidebar import Sidebar


class TherapySwitch(QObject):
    """Shows nothing while there is one therapy. What is on the screen changes by the person's wish only."""

    wanted = Signal(object)
    """Another therapy is to come onto the screen: its TherapyId."""
    lost = Signal()
    """The one on the screen was deleted, and another has taken its place."""

    def __init__(self, desk: Desk, sidebar: Sidebar, menus: Menus, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._sidebar, self._menus = desk, sidebar, menus
        self._shown = desk.diary.therapies.current()
        self._told: tuple[list[Therapy], Therapy | None] | None = None
        desk.changed.connect(self.follow)
        menus.therapy_wanted.connect(self._choose)
        menus.next_therapy.triggered.connect(self._go_on)
        sidebar.therapy.clicked.connect(self._open)
        self.follow()

    def follow(self) -> None:
        """Show the therapies there are now. One that was begun or closed elsewhere takes nothing off the screen."""
        diary = self._desk.diary
        therapies, current = diary.therapies.all(), diary.therapies.current()
        before = self._shown
        if before is not None and current is not None and current.id != before.id:
            is_there = before.id in [it.id for it in therapies]
            with suppress(StorageError), diary.quiet_change():  # else the next change tries again
                if is_there:
                    diary.therapies.keep_on_screen(before.id)
                else:
                    diary.therapies.put_on_screen(current.id)
            if is_there:
                current = diary.therapies.get(before.id)
            else:
                self.lost.emit()
        self._shown = current
        if (therapies, current) != self._told:
            self._told = therapies, current
            self._tell(therapies)

    def put(self, therapy: TherapyId) -> None:
        """Put it on the screen. Raises StorageError."""
        diary = self._desk.diary
        before, self._shown = self._shown, diary.therapies.get(therapy)
        try:
            with diary.change():
                diary.therapies.put_on_screen(therapy)
        except StorageError:
            self._shown = before
            raise

    def other_therapy_of(self, subject: object) -> TherapyId | None:
        """The therapy of a note or of what a search found, where that is not the one on the screen."""
        therapy: TherapyId | None = None
        if isinstance(subject, Note | FoundOnPage):
            therapy = subject.therapy
        elif isinstance(subject, Found):
            therapy = self._desk.diary.whose.of([subject]).get((subject.kind, subject.record))
        return None if self._shown is None or therapy == self._shown.id else therapy

    def name(self) -> str:
        """What the one on the screen is called."""
        return "" if self._shown is None else self._shown.label

    def _tell(self, therapies: list[Therapy]) -> None:
        shown = None if self._shown is None else self._shown.id
        several = therapies if len(therapies) > 1 else []
        self._menus.show_therapies([(it.id, it.label) for it in several], shown)
        self._sidebar.show_therapy(self.name() if several else "")

    def _choose(self, therapy: TherapyId) -> None:
        if self._shown is None or therapy != self._shown.id:
            self.wanted.emit(therapy)

    def _go_on(self) -> None:
        """To the one after it in the list; after the last comes the first."""
        order = [it.id for it in self._desk.diary.therapies.all()]
        if self._shown is not None and len(order) > 1:
            self.wanted.emit(order[(order.index(self._shown.id) + 1) % len(order)])

    def _open(self) -> None:
        row = self._sidebar.therapy
        self._menus.therapies.popup(row.mapToGlobal(QPoint(0, row.height())))
