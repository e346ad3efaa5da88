"""The backups that still have an older key, and the offer to make them again with the present one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from therapy_diary.keys.errors import NoKey
from therapy_diary.keys.slots import DataKey, KeyFile
from therapy_diary.vault.backup import Backup
from therapy_diary.vault.older_keys import MadeAgain, make_all_again
from therapy_diary.views.days import moment_in_words
from therapy_diary.views.page import Desk
from therapy_diary.views.restore_backup import keys_by_what_was_typed
from therapy_diary.views.room import KNOWN, button, in_a_row, in_words, labelled, words
from therapy_diary.views.safe import Safe
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.notice import Notice, Tone
from therapy_diary.widgets.passphrase_field import PassphraseField


class OlderKeys(Card):
    """Asks for what opened the diary at their time; nothing else has their key any more."""

    done = Signal(str)
    """Some of them were made again: how it went, in a sentence."""

    def __init__(self, desk: Desk, safe: Safe, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._safe = desk, safe
        self._older: tuple[Backup, ...] = ()
        column = self.column()
        column.addWidget(words(self.tr("Backups of an older key"), "h3", self))
        self.what = words("", "", self)
        column.addWidget(self.what)
        column.addWidget(
            words(
                self.tr(
                    "Whoever has the passphrase or the code of that time can read them."
                    " Made again with the present key, they hold the same and open as the diary does now."
                ),
                "sub",
                self,
            )
        )
        self.typed = PassphraseField(self)
        labelled(column, self.tr("Passphrase or recovery code of their time"), self.typed)
        self.again = button(self.tr("Make them again with the present key"), self._make_again)
        self.typed.returnPressed.connect(self._make_again)
        in_a_row(column, self.again)
        self.said = Notice(self)
        column.addWidget(self.said)

    def show_these(self, older: tuple[Backup, ...]) -> None:
        """The backups it is about, the newest first; not empty."""
        self._older = older
        last, first = older[0].made, older[-1].made
        many = self.tr("%n backup(s) still open with an older key.", "", len(older))
        span = (
            self.tr("The newest is of {last}, the oldest of {first}.")
            if len(older) > 1
            else self.tr("It is of {last}.")
        )
        said = span.format(last=moment_in_words(last), first=moment_in_words(first))
        self.what.setText(f"{many} {said}")

    def _make_again(self) -> None:
        typed, older, safe, diary = self.typed.text(), self._older, self._safe, self._desk.diary
        key, now = diary.key, self._desk.now()
        if not typed.strip():
            self.said.say(self.tr("Type the passphrase or the code first."), Tone.WRONG, aloud=True)
            self.typed.setFocus()
            return

        def attempt(keys: KeyFile) -> tuple[DataKey, ...]:
            return keys_by_what_was_typed(keys, typed)

        self.again.setEnabled(False)
        self.said.say(self.tr("Making them again …"))
        safe.background.run(
            lambda: make_all_again(safe.folder, older, attempt, key, now),
            self._made_again,
            self._failed,
            for_whom=self,
        )

    def _made_again(self, how: MadeAgain) -> None:
        self.again.setEnabled(True)
        self.typed.clear_and_hide()
        said = self.tr("%n backup(s) now open with the present key.", "", how.made)
        if how.left:
            said = f"{said} {self.tr('%n backup(s) stayed as they were.', '', how.left)}"
        self.said.say("")
        self.done.emit(said)

    def _failed(self, error: Exception) -> None:
        self.again.setEnabled(True)
        if not isinstance(error, KNOWN):
            raise error  # a bug of ours: mishap takes it
        self.said.say(in_words(error), Tone.WRONG, aloud=True)
        if isinstance(error, NoKey):
            self.typed.setFocus()
            self.typed.selectAll()
