"""The first pages: what this is, how it opens, the recovery code, and who the therapy is with. They end with a diary."""

import secrets
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QSizePolicy, QWidget

from therapy_diary.desktop.background import Background
from therapy_diary.desktop.icons import icon
from therapy_diary.desktop.theme import Theme
from therapy_diary.forms.first_run import Ui_FirstRun
from therapy_diary.keys import keychain, recovery, slots
from therapy_diary.keys.errors import NoKey
from therapy_diary.keys.keyring_process import State
from therapy_diary.keys.passphrase import Cost
from therapy_diary.keys.recovery import RecoveryCode
from therapy_diary.keys.strength import Strength, strength_of
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import StorageError
from therapy_diary.vault import opening
from therapy_diary.vault.errors import FolderTrouble
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.opening import Keyring, Passphrase
from therapy_diary.vault.sentences import CONTEXT, sentence_for
from therapy_diary.views.code_paper import print_code
from therapy_diary.views.room import blank_keyring_in_words, bring_into_view, button, in_a_row
from therapy_diary.views.therapy_form import TherapyForm
from therapy_diary.views.window.early_keys import give_early_keys
from therapy_diary.widgets.date_fields import settle_fields
from therapy_diary.widgets.notice import Tone

if TYPE_CHECKING:  # at run time it comes when a backup is to be brought in
    from therapy_diary.views.restore_backup import RestoreBackup, Wanted

BOX_WIDTH = 620  # pixels at 100 % text
PAUSE = 300  # milliseconds of quiet typing until the strength of a passphrase is looked at


class FirstRun(QWidget):
    """Five steps with a way back. Nothing is on the disk before the second is done."""

    begun = Signal(object)
    """There is a diary, and it is open: a Diary."""

    def __init__(
        self,
        folder: DiaryFolder,
        *,
        theme: Theme,
        background: Background,
        now: Callable[[], datetime],
        hold: Callable[[], object],
        cost: Cost | None = None,
    ) -> None:
        """hold: see Unlock. cost: what one guess of the passphrase costs; the usual one when left out."""
        super().__init__()
        self._folder, self._theme, self._background, self._now = folder, theme, background, now
        self._hold, self._cost = hold, cost or Cost()
        self._diary: Diary | None = None
        self._code: RecoveryCode | None = None
        self._asked: tuple[int, int] = (0, 1)
        self._busy = self._handed_over = False
        self._panel: RestoreBackup | None = None
        self.keyring_had_nothing = False
        """Whether a diary was brought along that opened by the keyring of another computer."""
        self._at = 0
        form = self.form = Ui_FirstRun()
        form.setupUi(self)
        self.therapy = TherapyForm(form, now)
        settle_fields(form.therapy)
        self._steps = [form.welcome, form.opens, form.code, form.check, form.therapy]
        self._titles = [
            form.welcomeTitle,
            form.opensTitle,
            form.codeTitle,
            form.checkTitle,
            form.therapyTitle,
        ]
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(PAUSE)
        self._quiet.timeout.connect(self._look_at_strength)
        self._build()
        self._go(0)

    def start(self) -> None:
        """Find out, beside the window, whether this computer could open the diary by itself."""
        self._background.run(keychain.available, self.offer_keyring)

    def ask_about_therapy(self, diary: Diary) -> None:
        """Only the last step: for a diary begun on the command line, or left before that step was done."""
        self._diary = diary
        self._go(self._steps.index(self.form.therapy))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return goes on, unless another button has the keyboard."""
        focus = QApplication.focusWidget()
        in_panel = self._panel is not None and focus is not None and self._panel.isAncestorOf(focus)
        goes_on = isinstance(focus, QPushButton) or not in_panel
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not goes_on:
            super().keyPressEvent(event)
            return
        (focus if isinstance(focus, QPushButton) else self.form.next).click()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leaving before the code was asked back takes everything back: nobody could open such a diary for sure."""
        if self._busy:
            event.ignore()  # for less than a second: a diary that is being made is not left half made
            return
        if self._panel is not None:
            self._panel.forget()
        asked_back = self._at == self._steps.index(self.form.therapy)
        if self._diary is not None and not self._handed_over and not asked_back:
            self._diary.close()
            take_back(self._folder)
            self._diary = None
        event.accept()

    # building

    def _build(self) -> None:
        form = self.form
        self.setObjectName("first_run")
        self.setProperty("role", "page")
        self.setWindowTitle(self.tr("Therapy Diary"))
        give_early_keys(self, self._theme)
        form.leaf.show_icon("leaf", "accent", 1.5)
        form.welcomeWords.setText(
            "\n".join(
                f"•  {it}"
                for it in (
                    self.tr("It is one encrypted file on this computer. You choose how it opens."),
                    self.tr("There is no account, and nothing is sent anywhere."),
                    self.tr("Everything can be left empty."),
                )
            )
        )
        form.emergency.say(
            self.tr(
                "This diary is on your device only. Nobody reads it and it cannot call anyone."
                " If you or someone else is in danger, call your local emergency number."
            )
        )
        self.bring = button(self.tr("I have a backup of my diary …"), self._choose_backup, "link")
        self._above_foot(in_a_row(form.welcomeLayout, self.bring))
        self._by_itself = form.byItselfSub.text()
        self.offer_keyring(State.UNAVAILABLE)
        form.groups.setLayoutDirection(
            Qt.LayoutDirection.LeftToRight
        )  # as on the printed page, in every language
        form.next.clicked.connect(self._next)
        form.back.clicked.connect(self._back)
        form.skip.clicked.connect(self._skip)
        form.print.clicked.connect(self._print)
        form.print.setIcon(icon("printer"))
        form.byPassphrase.toggled.connect(form.passphrases.setVisible)
        form.passphrase.textEdited.connect(lambda _: self._quiet.start())
        self._say_strength(None)
        self._theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.form.box.setFixedWidth(min(self._theme.tokens().scaled(BOX_WIDTH), 840))

    # going through the steps

    def _go(self, step: int) -> None:
        """Show a step; only its page takes room, so that the box is as high as what is in it."""
        form = self.form
        if self._panel is not None:
            self._panel.forget()  # whoever goes on begins anew
        for number, page in enumerate(self._steps):
            kind = QSizePolicy.Policy.Preferred if number == step else QSizePolicy.Policy.Ignored
            page.setSizePolicy(QSizePolicy.Policy.Preferred, kind)
        self._at = step
        form.steps.setCurrentWidget(self._steps[step])
        form.notice.say("")
        form.progress.setText("")
        form.step.setText(self.tr("{step} of {steps}").format(step=step + 1, steps=len(self._steps)))
        form.back.setVisible(self._steps[step] in (form.opens, form.check))
        form.skip.setVisible(self._steps[step] is form.therapy)
        form.next.setText(
            self.tr("&Open the diary") if self._steps[step] is form.therapy else self.tr("&Next")
        )
        self.setAccessibleName(self._titles[step].text())
        first: dict[QWidget, QWidget] = {
            form.opens: form.passphrase if form.byPassphrase.isChecked() else form.byItself,
            form.code: form.groups,
            form.check: form.first,
            form.therapy: form.name,
        }
        first.get(self._steps[step], form.next).setFocus()
        form.scroll.verticalScrollBar().setValue(0)

    def _back(self) -> None:
        if not self._busy:
            self._go(self._at - 1)

    def _next(self) -> None:
        if self._busy:
            return
        doings: dict[QWidget, Callable[[], None]] = {
            self.form.opens: self._make,
            self.form.code: self._ask_back,
            self.form.check: self._check,
            self.form.therapy: self._finish,
        }
        doings.get(self._steps[self._at], lambda: self._go(self._at + 1))()

    # a diary that is there already

    def _choose_backup(self) -> None:
        """A backup from another computer, or of a diary that is gone from this one."""
        if self._hold_folder():
            self.restoring().choose()

    def restoring(self) -> "RestoreBackup":
        """The part of the first page that brings a backup in, made when it is first needed."""
        from therapy_diary.views.restore_backup import RestoreBackup

        if self._panel is None:
            panel = self._panel = RestoreBackup(
                self._folder, self._background, replaces=False, parent=self.form.welcome
            )
            panel.told.connect(lambda: bring_into_view(self.form.scroll, panel))
            self._panel.wanted.connect(self._restore)
            self._above_foot(self._panel)
        return self._panel

    def _above_foot(self, widget: QWidget) -> None:
        column = self.form.welcomeLayout
        column.insertWidget(column.indexOf(self.form.welcomeFoot), widget)

    def _restore(self, wanted: "Wanted") -> None:
        now = self._now()
        self._busy = True
        self.form.next.setEnabled(False)
        self.keyring_had_nothing = wanted.laid.keys.backend is not None
        self._background.run(lambda: wanted.restore(now), self._restored, self._failed)

    def _restored(self, diary: Diary) -> None:
        self._ready_again()
        self._handed_over = True
        self.begun.emit(diary)

    def _hold_folder(self) -> bool:
        """Keep other copies of the program out; when that fails, say why."""
        try:
            self._hold()
        except (FolderTrouble, StorageError) as error:
            self._failed(error)
            return False
        return True

    # how it opens

    def offer_keyring(self, state: State) -> None:
        """Offer opening by itself if a keyring answered. A choice of one is no choice: else there are only the fields."""
        form, offered = self.form, state is State.OK
        for widget in (form.byItself, form.byItselfSub, form.byPassphrase):
            widget.setVisible(offered)
        form.byItselfSub.setText(f"{self._by_itself} {blank_keyring_in_words()}".rstrip())
        if not offered:
            form.byPassphrase.setChecked(True)
        form.opensTitle.setText(self.tr("How should it open?") if offered else self.tr("Choose a passphrase"))

    def _make(self) -> None:
        """Begin the diary beside the window, by the way chosen."""
        form, way = self.form, self._chosen_way()
        if way is None:
            return
        folder, now = self._folder, self._now
        if not self._hold_folder():
            return
        self._busy = True
        for it in (form.next, form.back):
            it.setEnabled(False)
        form.progress.setText(self.tr("Making your diary …"))
        self._background.run(lambda: opening.begin(folder, now=now, way=way), self._made, self._failed)

    def _chosen_way(self) -> Passphrase | Keyring | None:
        """The way in that was chosen; None when the passphrase is not typed twice alike."""
        form = self.form
        if form.byItself.isChecked():
            return Keyring()
        typed = form.passphrase.text()
        if not typed:
            self._say_wrong(self.tr("Type a passphrase first."), form.passphrase)
            return None
        if typed != form.again.text():
            self._say_wrong(self.tr("The two are not the same. Type the second one again."), form.again)
            form.again.selectAll()
            return None
        return Passphrase(text=typed, cost=self._cost)

    def _made(self, made: tuple[Diary, RecoveryCode]) -> None:
        form = self.form
        self._ready_again()
        self._diary, self._code = made
        form.passphrase.clear_and_hide()
        form.again.clear_and_hide()
        labels = self.findChildren(QLabel)
        named = {it.objectName(): it for it in labels}
        for place, group in enumerate(self._code.groups, start=1):
            named[f"group{place}"].setText(group)
        form.groups.setAccessibleName(self.tr("Recovery code"))
        form.groups.setAccessibleDescription(", ".join(self._code.groups))
        self._go(self._steps.index(form.code))

    def _failed(self, error: Exception) -> None:
        self._ready_again()
        if not isinstance(error, (FolderTrouble, NoKey, StorageError)):
            raise error  # a bug of ours: mishap takes it
        if self._panel is not None:
            self._panel.forget()
        self._say_wrong(sentence_for(error, lambda text: QApplication.translate(CONTEXT, text)))

    def _ready_again(self) -> None:
        self._busy = False
        self.form.progress.setText("")
        for it in (self.form.next, self.form.back):
            it.setEnabled(True)

    def _look_at_strength(self) -> None:
        typed = self.form.passphrase.text()
        if typed:
            self._background.run(lambda: strength_of(typed), self._say_strength)
        else:
            self._say_strength(None)

    def _say_strength(self, strength: Strength | None) -> None:
        advice = self.tr("Four or five words picked at random are easy to keep in mind and hard to guess.")
        said = {
            Strength.VERY_WEAK: self.tr("This one is guessed quickly."),
            Strength.WEAK: self.tr("This one can be guessed with some patience."),
            Strength.FAIR: self.tr("This one is hard to guess."),
            Strength.STRONG: self.tr("This one is very hard to guess."),
        }
        first = "" if strength is None else said[strength]
        needs_advice = strength not in (Strength.FAIR, Strength.STRONG)
        self.form.strength.setText(" ".join(it for it in (first, advice if needs_advice else "") if it))

    # the code

    def _ask_back(self) -> None:
        """Ask for two groups picked at random, the earlier one first."""
        form = self.form
        first, second = sorted(secrets.SystemRandom().sample(range(recovery.GROUPS), 2))
        self._asked = first, second
        for label, field, place in (
            (form.firstLabel, form.first, first),
            (form.secondLabel, form.second, second),
        ):
            label.setText(self.tr("Group {place}").format(place=place + 1))
            field.setAccessibleName(label.text())
            field.setProperty("place", place + 1)
            field.clear()
        self._go(self._steps.index(form.check))

    def _check(self) -> None:
        form = self.form
        if self._code is None:
            return
        for field, place in zip((form.first, form.second), self._asked, strict=True):
            if recovery.plain_digits(field.text()) != self._code.groups[place]:
                self._say_wrong(
                    self.tr(
                        "Group {place} is another one. Look at your paper, or go back to see the code."
                    ).format(place=place + 1),
                    field,
                )
                field.selectAll()
                return
        self._go(self._steps.index(form.therapy))

    def _print(self) -> None:
        if self._code is not None:
            print_code(self._code, self)

    # the therapy

    def _skip(self) -> None:
        self.therapy.clear()
        self._finish()

    def _finish(self) -> None:
        if self._diary is None:
            return
        try:
            with self._diary.change():
                self.therapy.begin(self._diary)
        except StorageError as error:
            self._failed(error)
            return
        self._handed_over = True
        self.begun.emit(self._diary)

    def _say_wrong(self, sentence: str, field: QWidget | None = None) -> None:
        self.form.notice.say(sentence, Tone.WRONG, aloud=True)
        if field is not None:
            field.setFocus()
        bring_into_view(self.form.scroll, self.form.notice)


def take_back(folder: DiaryFolder) -> None:
    """Remove a diary in which nothing was ever written, and its key from the keyring."""
    try:
        vault = folder.vault()
        keys = slots.load(vault.key_file)
    except (FolderTrouble, NoKey, StorageError, OSError):
        return  # what cannot be read is left alone
    folder.discard(vault.id)
    if keys.backend is not None:
        for generation in keys.generations:
            keychain.forget(keys.diary, generation.key_id, keys.backend)
