"""Brings a backup back: which file, whether it opens, what it holds, and only then the question."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from therapy_diary.desktop.background import Background
from therapy_diary.keys import recovery
from therapy_diary.keys.errors import NoKey, NoSuchWay, WrongPassphrase
from therapy_diary.keys.slots import DataKey, KeyFile
from therapy_diary.storage.diary import Diary
from therapy_diary.vault.bundle import SUFFIX
from therapy_diary.vault.errors import BackupHasOtherKey
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.restore import LaidOut, Preview, lay_out
from therapy_diary.views.days import moment_in_words
from therapy_diary.views.room import (
    KNOWN,
    Counts,
    button,
    in_a_row,
    in_words,
    labelled,
    words,
)
from therapy_diary.widgets.notice import Notice, Tone
from therapy_diary.widgets.passphrase_field import PassphraseField

DIGITS_OF_CODE = 40
"""From so many digits on, what was typed is taken for a recovery code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A backup that was looked through, that opens, and that the person wants back."""

    laid: LaidOut
    data_key: DataKey

    def restore(self, now: datetime) -> Diary:
        """Make it the diary that counts, and open it. Call it while no diary of the folder is open."""
        vault = self.laid.restore(now)
        return Diary.open(vault.file, self.data_key.key)


class RestoreBackup(QWidget):
    """Hidden until begin(). Asks for the passphrase or the code only when the key in hand does not fit."""

    wanted = Signal(object)
    """The person said yes: a Wanted."""
    begun = Signal()
    """A backup is being looked at; the page around it may give way."""
    told = Signal()
    """There is something new to see; the page around it should bring it into view."""
    left = Signal()
    """It was left, and everything is as it was."""

    def __init__(
        self,
        folder: DiaryFolder,
        background: Background,
        *,
        key: bytes | None = None,
        there_now: Callable[[], dict[str, int]] | None = None,
        replaces: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """key: of the open diary, if one is; there_now: how much that holds; replaces: whether there is one at all."""
        super().__init__(parent)
        self._folder, self._background, self._key, self._there_now = folder, background, key, there_now
        self._replaces = replaces
        self._laid: LaidOut | None = None
        self._found: Wanted | None = None
        self._counts = Counts(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.what = words("", "", self)
        column.addWidget(self.what)
        self.typed = PassphraseField(self)
        self.typed_label = labelled(column, self.tr("Passphrase or recovery code of its time"), self.typed)
        self.typed.returnPressed.connect(self._try)
        self.look = button(self.tr("Look into it"), self._try, "primary")
        self.restore = button(self.tr("Restore this backup"), self._say_yes, "primary")
        self.leave = button(self.tr("Leave it"), self.forget, "ghost")
        self.notice = Notice(self)
        column.addWidget(self.notice)
        in_a_row(column, self.look, self.restore, self.leave)
        self.hide()

    def choose(self) -> None:
        """Let the person choose a file."""
        title, kinds = self.tr("Choose a backup"), self.tr("Backups (*{suffix})").format(suffix=SUFFIX)
        chosen, _ = QFileDialog.getOpenFileName(self.window(), title, "", kinds)
        if chosen:
            self.begin(Path(chosen))

    def begin(self, file: Path) -> None:
        """Look at this file."""
        self._discard()
        self._ask_nothing(self.tr("Looking into the backup …"))
        self.show()
        self.begun.emit()
        folder, key = self._folder, self._key

        def work() -> tuple[LaidOut, DataKey | None, Preview | None]:
            laid = lay_out(folder, file)
            try:
                data_key = None if key is None else laid.keys.named(key)
                return laid, data_key, None if data_key is None else laid.look((data_key,))
            except BaseException:
                laid.discard()
                raise

        self._background.run(work, self._laid_out, self._failed)

    def forget(self) -> None:
        """Leave everything as it is."""
        self._discard()
        self.hide()
        self.left.emit()

    def _laid_out(self, found: tuple[LaidOut, DataKey | None, Preview | None]) -> None:
        self._laid, data_key, preview = found
        if data_key is not None and preview is not None:
            self._preview(data_key, preview)
            return
        self.what.setText(
            self.tr(
                "This backup is of {moment}. It opens with the passphrase or the code of its time."
            ).format(moment=moment_in_words(self._laid.made))
        )
        for it in (self.typed_label, self.typed, self.look):
            it.show()
        self.typed.setFocus()
        self.told.emit()

    def _try(self) -> None:
        laid, typed = self._laid, self.typed.text()
        if laid is None:
            return
        self.look.setEnabled(False)

        def work() -> tuple[DataKey, Preview]:
            data_keys = keys_by_what_was_typed(laid.keys, typed)
            for it in data_keys:
                return it, laid.look((it,))
            raise BackupHasOtherKey

        self._background.run(work, lambda it: self._preview(*it), self._failed, for_whom=self)

    def _preview(self, data_key: DataKey, preview: Preview) -> None:
        self.typed.clear_and_hide()
        laid = self._laid
        if laid is None:
            return
        self._found = Wanted(laid=laid, data_key=data_key)
        said = self.tr("This backup is of {moment} and holds {counts}.").format(
            moment=moment_in_words(preview.made), counts=self._counts.say(preview.counts)
        )
        if self._there_now is not None:
            now = self.tr("Now there are {counts}.").format(counts=self._counts.say(self._there_now()))
            said = f"{said} {now}"
        self._ask_nothing(said)
        if self._replaces:
            self.notice.say(
                self.tr("The present diary is put aside and not removed. The restore can be taken back.")
            )
        self.restore.show()
        self.restore.setFocus()
        self.told.emit()

    def _say_yes(self) -> None:
        found, self._found, self._laid = self._found, None, None
        if found is not None:
            self._ask_nothing(self.tr("Restoring …"))
            self.wanted.emit(found)

    def _failed(self, error: Exception) -> None:
        self.look.setEnabled(True)
        if not isinstance(error, KNOWN):
            raise error  # a bug of ours: mishap takes it
        if self._laid is None:
            self.what.setText("")
        self.notice.say(in_words(error), Tone.WRONG, aloud=True)
        self.told.emit()
        if isinstance(error, NoKey):
            self.typed.setFocus()
            self.typed.selectAll()

    def _ask_nothing(self, said: str) -> None:
        self.what.setText(said)
        self.notice.say("")
        self.look.setEnabled(True)
        for it in (self.typed_label, self.typed, self.look, self.restore):
            it.hide()

    def _discard(self) -> None:
        if self._laid is not None:
            self._laid.discard()
        self._laid = self._found = None


def keys_by_what_was_typed(keys: KeyFile, typed: str) -> tuple[DataKey, ...]:
    """What a passphrase or a recovery code opens, whichever was typed. Raises a NoKey."""
    if sum(it.isdigit() for it in typed) >= DIGITS_OF_CODE:
        return keys.open_by_code(recovery.parse(typed))
    try:
        return keys.open_by_passphrase(typed)
    except NoSuchWay:
        raise WrongPassphrase from None
