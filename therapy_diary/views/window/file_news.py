"""What is found out about the diary file while it is open, beside the window, and the sentences about it."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from therapy_diary.storage.errors import StorageError
from therapy_diary.views.page import Desk
from therapy_diary.widgets.notice import Tone

if TYPE_CHECKING:  # at run time each comes when it is needed, and none before the first paint
    from therapy_diary.desktop.background import Task
    from therapy_diary.views.safe import Safe
    from therapy_diary.views.window.page_seals import PageSeals, State
    from therapy_diary.views.window.steady_backup import SteadyBackup

Tell = Callable[[str, Tone, str, Callable[[], object]], None]
"""Shows a sentence with what can be done about it."""


class FileNews(QObject):
    """Watches over the diary and its backups: damage, a backup that holds less, an older key, a folder others write to."""

    said = Signal(str)
    """In one sentence, how a backup went."""
    room_wanted = Signal(str)
    """A room of the settings is wanted, where something can be done."""
    mending_wanted = Signal(object)
    """The file is torn, and the person wants it mended: a WhileClosed."""
    rescue_wanted = Signal()

    def __init__(self, desk: Desk, safe: "Safe", tell: Tell, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._safe, self._tell = desk, safe, tell
        self.steady: SteadyBackup | None = None
        """What makes backups by itself, once begun."""
        self._seals: PageSeals | None = None
        self._looks: list[Task] = []

    def begin(self) -> None:
        """Back up from now on, and look the whole file through after a while; once."""
        if self.steady is not None:
            return
        from therapy_diary.views.window.page_seals import PageSeals
        from therapy_diary.views.window.steady_backup import SteadyBackup

        seals = self._seals = PageSeals(self._desk.diary, self._safe, self)
        seals.found.connect(self._say_state)
        steady = self.steady = SteadyBackup(self._desk, self._safe, self)
        steady.said.connect(self.said)
        steady.damaged.connect(seals.look)  # which finds out how badly
        steady.holds_less.connect(self._say_less)

    def stop(self) -> None:
        """Ask the diary nothing any more: answers are for an open diary only."""
        for look in self._looks:
            look.cancel()
        for it in (self.steady, self._seals):
            if it is not None:
                it.stop()

    # where it lies, and which key or paper opens it

    def say_where_it_lies(self) -> None:
        """It lies in a folder that other computers may write to."""
        self._tell(
            self.tr("The diary lies in a folder that other computers may write to as well."),
            Tone.MIND,
            self.tr("What to know about that"),
            lambda: self.room_wanted.emit("look"),
        )

    def offer_keyring(self) -> None:
        """The diary opens by itself elsewhere; here its key would first have to be given to the keyring."""
        self._tell(
            self.tr("The keyring of this computer does not hold the key to this diary."),
            Tone.KNOW,
            self.tr("Choose how it opens here"),
            lambda: self.room_wanted.emit("opening"),
        )

    def mind_the_paper(self) -> None:
        """A change of the key was cut short, and only the old recovery code or only the new one still holds."""
        self._tell(
            self.tr("A change of the key was cut short. Only one of your two papers opens the diary now."),
            Tone.MIND,
            self.tr("See which paper is right"),
            lambda: self.room_wanted.emit("opening"),
        )

    def mind_older_keys(self) -> None:
        """After a change of what the diary is: say so if backups of it still open with an older key."""
        folder, keys, key = self._safe.folder, self._safe.key_file(), self._desk.diary.key

        def work() -> int:
            from therapy_diary.vault.backup import backups
            from therapy_diary.vault.older_keys import of_older_keys

            return 0 if keys is None else len(of_older_keys(backups(folder, key), keys.diary))

        self._looks.append(self._safe.background.run(work, self._say_older_keys, self._cannot_look))

    def _say_older_keys(self, many: int) -> None:
        if many:
            self._tell(
                self.tr("%n backup(s) still open with an older key.", "", many),
                Tone.MIND,
                self.tr("Look at the backups"),
                lambda: self.room_wanted.emit("backups"),
            )

    def _say_less(self) -> None:
        self._tell(
            self.tr("The new backup holds much less than the one before."),
            Tone.MIND,
            self.tr("Look at the backups"),
            lambda: self.room_wanted.emit("backups"),
        )

    # whether it is whole

    def look_through(self) -> None:
        """See now, beside the window, whether every page of the diary is whole."""
        self.begin()
        if self._seals is not None:
            self._seals.look()

    def _say_state(self, state: "State") -> None:
        from therapy_diary.views.window.page_seals import State

        if state is State.WHOLE:
            self._empty_bin_if_due()
        elif state is State.TORN:
            self._tell(
                self.tr("The diary file is torn, but none of your words is missing."),
                Tone.MIND,
                self.tr("Mend it"),
                self._ask_to_mend,
            )
        else:
            self._tell(
                self.tr("A part of the diary file is damaged. What you write now may not be kept."),
                Tone.WRONG,
                self.tr("See what can be done"),
                self.rescue_wanted.emit,
            )

    def _empty_bin_if_due(self) -> None:
        diary, now = self._desk.diary, self._desk.now()
        if diary.is_open and diary.notes.bin_is_due(now):
            with suppress(StorageError), diary.quiet_change():  # the next start tries again
                diary.notes.empty_bin(now)

    def _ask_to_mend(self) -> None:
        if self._seals is not None:
            self.mending_wanted.emit(self._seals.mend(self.tr("The diary file is whole again.")))

    def _cannot_look(self, error: Exception) -> None:
        """Another program at the file, or a disk just gone, is said when something is to be saved."""
        if not isinstance(error, StorageError):
            raise error  # a bug of ours: mishap takes it
