"""The lock of the diary: opens it by what the person has, and says plainly why when it does not open."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from therapy_diary.desktop.background import Background, Task
from therapy_diary.desktop.icons import icon
from therapy_diary.desktop.theme import Theme
from therapy_diary.forms.unlock import Ui_Unlock
from therapy_diary.keys.errors import KeyFileDamaged, KeyFileMissing, NoKey, WrongCode, WrongPassphrase
from therapy_diary.keys.keychain import KeychainRead, KeychainTrouble
from therapy_diary.keys.keyring_process import State
from therapy_diary.keys.slots import DataKey, KeyFile
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import DiaryDamaged, NotHere, StorageError, WrongKeyOrDamaged
from therapy_diary.vault import asking, opening
from therapy_diary.vault.errors import FolderTrouble
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.lock_page import on_lock_page
from therapy_diary.vault.new_key import was_interrupted
from therapy_diary.vault.opening import WayIn
from therapy_diary.vault.sentences import CONTEXT, sentence_for
from therapy_diary.views.room import blank_keyring_in_words, bring_into_view, button, in_a_row, words
from therapy_diary.views.window.early_keys import give_early_keys
from therapy_diary.widgets.notice import Tone

if TYPE_CHECKING:  # at run time it comes when a backup is to be brought back
    from therapy_diary.views.restore_backup import RestoreBackup, Wanted

BOX_WIDTH = 480  # pixels at 100 % text
CAN_BE_RESCUED = (DiaryDamaged, WrongKeyOrDamaged, NotHere, KeyFileDamaged, KeyFileMissing)
KEYS_ARE_GONE = (KeyFileDamaged, KeyFileMissing)
FOR_PERSON = 120.0
"""Seconds the system's own window may wait for somebody to unlock the keyring."""


class Unlock(QWidget):
    """One way in at a time, with a link to the other; what was typed stays after an error."""

    opened = Signal(object)
    """The diary is open: a Diary."""
    rescue_wanted = Signal(object)
    """The diary is damaged, and the person wants to see what can be done: see Rescue's attempt."""

    def __init__(
        self,
        folder: DiaryFolder,
        *,
        theme: Theme,
        background: Background,
        hold: Callable[[], object],
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        """hold: keeps other copies of the program out of the folder; raises FolderInUse or a StorageError."""
        super().__init__()
        self._now = now
        self.wants_passphrase = False
        """Whether the person said here that the diary should ask for a passphrase from now on."""
        self.keyring_had_nothing = False
        """Whether the keyring of this computer was asked and does not hold the key, as on another computer."""
        self.key_was_changing = False
        """Whether a change of the key was cut short: then only one of two papers still opens the diary."""
        self._panel: RestoreBackup | None = None
        self._folder, self._background, self._hold = folder, background, hold
        self._theme = theme
        self._ways: frozenset[WayIn] = frozenset()
        self._way = WayIn.PASSPHRASE
        self._failures = 0
        self._wait = 0
        self._busy = False
        self._asked: tuple[KeychainRead, Task] | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._wait_on)
        self._build()

    def start(self, read: KeychainRead | None = None) -> None:
        """Find out what opens this diary; with a reading of the keyring under way, wait for it and open."""
        try:
            self._hold()
            self._ways = opening.ways(self._folder)
            self.key_was_changing = was_interrupted(self._folder)
        except (FolderTrouble, NoKey, StorageError) as error:
            self.say_why(error)
            return
        first = (WayIn.KEYRING, WayIn.PASSPHRASE, WayIn.RECOVERY)
        self._choose(next(way for way in first if way in self._ways))
        if read is not None:
            self._ask_keyring(read)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nobody waits for the keyring any more."""
        self._stop_asking()
        if self._panel is not None:
            self._panel.forget()
        event.accept()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses the button that has the keyboard; the fields know it themselves."""
        focus = QApplication.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, QPushButton):
            focus.click()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        form = self.form = Ui_Unlock()
        form.setupUi(self)
        self.setObjectName("unlock")
        self.setProperty("role", "page")
        self.setWindowTitle(self.tr("Therapy Diary"))
        give_early_keys(self, self._theme)
        form.leaf.show_icon("leaf", "accent", 1.5)
        form.title.setText(self.tr("Your diary is locked"))
        form.code.setPlaceholderText("000000-000000-…")
        form.emergency.setText(
            self.tr(
                "This diary is on your device only. Nobody reads it and it cannot call anyone."
                " If you or someone else is in danger, call your local emergency number."
            )
        )
        self._add_ways_on()
        form.open.clicked.connect(self._open)
        form.passphrase.returnPressed.connect(self._open)
        form.code.returnPressed.connect(self._open)
        form.other.clicked.connect(self._use_other)
        form.byPassphrase.hide()
        form.byCode.hide()
        form.other.hide()
        form.sub.hide()
        form.open.setText(self.tr("Try again"))
        self._theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.form.box.setFixedWidth(min(self._theme.tokens().scaled(BOX_WIDTH), 760))

    def _choose(self, way: WayIn) -> None:
        """Ask for this way in, and offer another."""
        form = self.form
        self._way = way
        form.byPassphrase.setVisible(way is WayIn.PASSPHRASE)
        form.byCode.setVisible(way is WayIn.RECOVERY)
        form.sub.setVisible(way is WayIn.KEYRING)
        curtain = self.tr(
            "The key lies in the keyring of this computer. A lock hides the diary from a glance here;"
            " whoever sits at your unlocked session can open it. With a passphrase, nobody else can."
        )
        form.sub.setText(f"{curtain} {blank_keyring_in_words()}".rstrip())
        self.passphrase_instead.setVisible(way is WayIn.KEYRING)
        form.open.setText(self.tr("&Open the diary"))
        form.open.setIcon(icon("lock-open", "on_accent"))
        others = {
            WayIn.KEYRING: self.tr("Open by &keyring instead"),
            WayIn.PASSPHRASE: self.tr("Use the p&assphrase instead"),
            WayIn.RECOVERY: self.tr("&Use the recovery code instead"),
        }
        other = self._other()
        form.other.setVisible(other is not None)
        form.other.setText("" if other is None else others[other])
        form.notice.say("")
        self.rescue.hide()
        self._focus()

    def _other(self) -> WayIn | None:
        if self._way is not WayIn.RECOVERY:
            return WayIn.RECOVERY if WayIn.RECOVERY in self._ways else None
        return next((it for it in (WayIn.KEYRING, WayIn.PASSPHRASE) if it in self._ways), None)

    def _use_other(self) -> None:
        other = self._other()
        if self._asked is not None:
            self._stop_asking()
        if other is not None and not self._busy:
            self._choose(other)

    def _stop_asking(self) -> None:
        """Wait for the keyring no longer."""
        if self._asked is not None:
            read, task = self._asked
            task.cancel()
            read.stop()
        self._ready_again()

    def _focus(self) -> None:
        fields: dict[WayIn, QWidget] = {
            WayIn.PASSPHRASE: self.form.passphrase,
            WayIn.RECOVERY: self.form.code,
        }
        if self._ways:
            fields.get(self._way, self.form.open).setFocus()

    # ways on

    def _add_ways_on(self) -> None:
        """Below the ways in: a passphrase instead of the keyring, a backup, a rescue; and the person's own contacts."""
        form = self.form
        self.passphrase_instead = button(
            self.tr("Open it, and choose a passphrase"), self._open_for_passphrase, "link"
        )
        self.rescue = button(self.tr("See what can be done"), self._ask_for_rescue, "link")
        self.from_backup = button(self.tr("Restore a backup …"), self._choose_backup, "link")
        self.passphrase_instead.hide()
        self.rescue.hide()
        self.ways_on = in_a_row(form.cardLayout, self.rescue, self.passphrase_instead, self.from_backup)
        form.cardLayout.addWidget(form.progress)  # below all of them
        lines = on_lock_page(self._folder)
        self.contacts = words("\n".join(f"\u2068{it}\u2069" for it in lines), "", self)
        self.contacts.setVisible(bool(lines))
        form.boxLayout.addWidget(self.contacts)

    def _open_for_passphrase(self) -> None:
        self.wants_passphrase = True
        self._open()

    def _choose_backup(self) -> None:
        """A backup from a stick, or of before: also where nothing else opens any more."""
        if self._busy:
            return
        try:
            self._hold()
        except (FolderTrouble, StorageError) as error:
            self.say_why(error)
            return
        self.restoring().choose()

    def restoring(self) -> "RestoreBackup":
        """The part of the page that brings a backup back, made when it is first needed."""
        from therapy_diary.views.restore_backup import RestoreBackup

        if self._panel is None:
            self._panel = RestoreBackup(self._folder, self._background, parent=self.form.card)
            self._panel.wanted.connect(self._restore)
            panel = self._panel
            panel.told.connect(lambda: bring_into_view(self.form.scroll, panel))
            self._panel.begun.connect(lambda: self._show_opening(False))
            self._panel.left.connect(lambda: self._show_opening(True))
            self.form.cardLayout.addWidget(self._panel)
        return self._panel

    def _show_opening(self, wanted: bool) -> None:
        """Leave the page to a backup that is looked at, and come back to the ways in."""
        form = self.form
        form.title.setText(self.tr("Your diary is locked") if wanted else self.tr("Restore a backup"))
        for it in (form.open, form.other, self.ways_on, form.progress):
            it.setVisible(wanted)
        if not wanted:
            for it in (form.sub, form.notice, form.byPassphrase, form.byCode):
                it.hide()
        elif self._ways:
            self._choose(self._way)
        else:
            form.other.hide()
            self.start()

    def _restore(self, wanted: "Wanted") -> None:
        now = self._now()
        self._run(lambda: wanted.restore(now), self.tr("Restoring …"))

    def _ask_for_rescue(self) -> None:
        """With what was just tried, which is why the damage is known."""
        way, passphrase, code = self._way, self.form.passphrase.text(), self.form.code.text()

        from therapy_diary.views.restore_backup import keys_by_what_was_typed

        def attempt(keys: KeyFile) -> tuple[DataKey, ...]:
            if way is WayIn.KEYRING:
                return asking.read_keyring_for(keys).result(for_person=FOR_PERSON).unwrap()
            return keys_by_what_was_typed(keys, passphrase if way is WayIn.PASSPHRASE else code)

        self.rescue_wanted.emit(attempt)

    # opening

    def _open(self) -> None:
        if self._busy or self._wait:
            return
        if not self._ways:
            self.start()
            return
        if self._way is WayIn.KEYRING:
            try:
                self._ask_keyring(asking.start_keyring_read(self._folder))
            except (FolderTrouble, NoKey, StorageError) as error:
                self.say_why(error)
            return
        folder = self._folder
        if self._way is WayIn.PASSPHRASE:
            typed = self.form.passphrase.text()
            self._run(lambda: opening.open_with_passphrase(folder, typed), self.tr("Opening …"))
        else:
            typed = self.form.code.text()
            self._run(lambda: opening.open_with_recovery(folder, typed), self.tr("Opening …"))

    def _ask_keyring(self, read: KeychainRead) -> None:
        folder = self._folder
        task = self._run(
            lambda: opening.open_with_keyring(folder, read, for_person=FOR_PERSON),
            self.tr("Asking the keyring of this computer …"),
        )
        self._asked = read, task

    def _run(self, work: Callable[[], Diary], words: str) -> Task:
        self._busy = True
        self.form.open.setEnabled(False)
        self.form.progress.setText(words)
        return self._background.run(work, self._done, self._failed)

    def _ready_again(self) -> None:
        self._busy, self._asked = False, None
        self.form.progress.setText("")
        self.form.open.setEnabled(True)

    def _done(self, diary: Diary) -> None:
        self._asked = None
        self.form.passphrase.clear_and_hide()
        self.form.code.clear()
        self.opened.emit(diary)

    def _failed(self, error: Exception) -> None:
        self._ready_again()
        if not isinstance(error, (FolderTrouble, NoKey, StorageError)):
            raise error  # a bug of ours: mishap takes it
        if self._panel is not None and not self._panel.isHidden():
            self._panel.forget()
        if isinstance(error, KeychainTrouble):
            self.keyring_had_nothing = error.state == State.MISSING
        if isinstance(error, (WrongPassphrase, WrongCode)):
            self._failures += 1
            self._wait = round(opening.delay_after(self._failures))
        self.say_why(error)
        if self._wait:
            self.form.open.setEnabled(False)
            self._say_wait()
            self._clock.start()

    def say_why(self, error: Exception) -> None:
        """Why it does not open, or why something could not be done to it. Raises an error that is a bug of ours."""
        sentence = sentence_for(error, lambda text: QApplication.translate(CONTEXT, text))
        self.rescue.setVisible(isinstance(error, CAN_BE_RESCUED))
        if isinstance(error, KEYS_ARE_GONE) and not self._ways:
            self._ask_for_anything()
        self.form.notice.say(sentence, Tone.WRONG, aloud=True)
        self._focus()
        if self._way is WayIn.PASSPHRASE:
            self.form.passphrase.selectAll()
        bring_into_view(self.form.scroll, self.form.notice)

    def _ask_for_anything(self) -> None:
        """The key file says no more what opens the diary: whatever the person has may open a copy of it."""
        self._way = WayIn.PASSPHRASE
        self.form.byPassphrase.show()
        self.form.passphraseLabel.setText(self.tr("&Passphrase or recovery code"))

    def _wait_on(self) -> None:
        self._wait -= 1
        if self._wait > 0:
            self._say_wait()
            return
        self._clock.stop()
        self.form.progress.setText("")
        self.form.open.setEnabled(True)

    def _say_wait(self) -> None:
        self.form.progress.setText(self.tr("You can try again in {seconds} s.").format(seconds=self._wait))
