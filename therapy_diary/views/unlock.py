"""The lock of the diary: opens it by what the person has, and says plainly why when it does not open."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from therapy_diary.desktop.background import Background, Task
from therapy_diary.desktop.icons import icon
from therapy_diary.desktop.theme import Theme
from therapy_diary.forms.unlock import Ui_Unlock
from therapy_diary.keys.errors import NoKey, WrongCode, WrongPassphrase
from therapy_diary.keys.keychain import KeychainRead
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import StorageError
from therapy_diary.vault import opening
from therapy_diary.vault.errors import FolderTrouble
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.opening import WayIn
from therapy_diary.vault.sentences import CONTEXT, sentence_for
from therapy_diary.views.early_keys import give_early_keys
from therapy_diary.widgets.notice import Tone

BOX_WIDTH = 480  # pixels at 100 % text
FOR_PERSON = 120.0
"""Seconds the system's own window may wait for somebody to unlock the keyring."""


class Unlock(QWidget):
    """One way in at a time, with a link to the other; what was typed stays after an error."""

    opened = Signal(object)
    """The diary is open: a Diary."""

    def __init__(
        self, folder: DiaryFolder, *, theme: Theme, background: Background, hold: Callable[[], object]
    ) -> None:
        """hold: keeps other copies of the program out of the folder; raises FolderInUse or a StorageError."""
        super().__init__()
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
        tokens = self._theme.tokens()
        wanted = round(BOX_WIDTH * tokens.base_px / tokens.sizes["base"])
        self.form.box.setFixedWidth(min(wanted, 760))

    def _choose(self, way: WayIn) -> None:
        """Ask for this way in, and offer another."""
        form = self.form
        self._way = way
        form.byPassphrase.setVisible(way is WayIn.PASSPHRASE)
        form.byCode.setVisible(way is WayIn.RECOVERY)
        form.sub.setVisible(way is WayIn.KEYRING)
        form.sub.setText(self.tr("The key lies in the keyring of this computer."))
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

    # opening

    def _open(self) -> None:
        if self._busy or self._wait:
            return
        if not self._ways:
            self.start()
            return
        if self._way is WayIn.KEYRING:
            try:
                self._ask_keyring(opening.start_keyring_read(self._folder))
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
        self.form.notice.say(sentence, Tone.WRONG, aloud=True)
        self._focus()
        if self._way is WayIn.PASSPHRASE:
            self.form.passphrase.selectAll()
        QTimer.singleShot(0, self, lambda: self.form.scroll.ensureWidgetVisible(self.form.notice))

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
