"""What opens the diary: this computer by itself, a passphrase, the recovery code, and the key behind all three."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from therapy_diary.keys.keyring_process import State
from therapy_diary.keys.recovery import RecoveryCode
from therapy_diary.keys.slots import SlotKind
from therapy_diary.storage.diary import Diary
from therapy_diary.views.room import (
    Room,
    blank_keyring_in_words,
    bring_into_view,
    button,
    in_a_row,
    labelled,
    words,
)
from therapy_diary.views.rooms.new_code import NewCode
from therapy_diary.views.safe import WhileClosed
from therapy_diary.widgets.notice import Notice, Tone
from therapy_diary.widgets.passphrase_field import PassphraseField


class OpeningRoom(Room):
    """Each change is seen to open the diary before the old way goes."""

    name: ClassVar[str] = "opening"

    def build(self) -> None:
        """Make the cards."""
        self._for_new_key = ""  # the passphrase that was found right, or typed twice
        self._build_itself(self.card(self.tr("By itself on this computer")))
        self._build_passphrase(self.card(self.tr("Passphrase")))
        self._build_check(self.card(self.tr("Check the recovery code")))
        self._build_code(self.card(self.tr("A new recovery code")))
        self._build_key(self.card(self.tr("A new key")))

    def refresh(self) -> None:
        """Show what opens the diary now."""
        by_itself, has_passphrase = self.safe.opens_by_itself(), self._has_passphrase()
        self.itself_now.setText(
            self.tr(
                "It opens by itself in your session on this computer. A lock is a curtain here, not a door."
            )
            if by_itself
            else self.tr("It does not open by itself. Each time, it asks for the passphrase.")
        )
        self.blank.say(blank_keyring_in_words() if by_itself else "", Tone.MIND)
        self.remember.setText(
            self.tr("Give its key to this keyring again")
            if by_itself
            else self.tr("Let it open by itself here")
        )
        self.remember.setAccessibleName(self.remember.text())
        self.stop.setVisible(by_itself)
        self.stop.setEnabled(has_passphrase)
        self.needs_passphrase.setVisible(by_itself and not has_passphrase)
        self.set_passphrase.setText(
            self.tr("Change the passphrase") if has_passphrase else self.tr("Set the passphrase")
        )
        for field in (self.key_passphrase, self.key_label):
            field.setVisible(has_passphrase)

    def _has_passphrase(self) -> bool:
        keys = self.safe.key_file()
        return keys is not None and SlotKind.PASSPHRASE in keys.kinds

    # by itself

    def _build_itself(self, column: QVBoxLayout) -> None:
        self.itself_now = words("", "", self)
        column.addWidget(self.itself_now)
        column.addWidget(
            words(
                self.tr(
                    "Whoever sits at your unlocked session can then open the diary with one click."
                    " If you share this computer, use a passphrase only."
                ),
                "sub",
                self,
            )
        )
        self.blank = Notice(self)
        column.addWidget(self.blank)
        self.needs_passphrase = words(self.tr("Set a passphrase below first."), "sub", self)
        column.addWidget(self.needs_passphrase)
        self.remember = button("", self._remember)
        self.stop = button(self.tr("Ask for the passphrase each time"), self._stop)
        in_a_row(column, self.remember, self.stop)
        self.itself_said = Notice(self)
        column.addWidget(self.itself_said)

    def _remember(self) -> None:
        from therapy_diary.vault.ways_in import remember_here

        folder, key = self.safe.folder, self.desk.diary.key
        self.run(
            self.itself_said,
            self.remember,
            lambda: remember_here(folder, key),
            lambda _: self._changed(self.itself_said, self.tr("From now on it opens by itself here.")),
        )

    def _stop(self) -> None:
        from therapy_diary.vault.ways_in import stop_remembering

        folder, key = self.safe.folder, self.desk.diary.key
        self.run(self.itself_said, self.stop, lambda: stop_remembering(folder, key), self._after_stop)

    def _after_stop(self, state: State) -> None:
        self.passphrase_said.say("")
        bring_into_view(self, self.itself_said)
        if state in (State.OK, State.MISSING):
            self._changed(self.itself_said, self.tr("From now on it asks for the passphrase."))
            return
        self.refresh()
        self.itself_said.say(
            self.tr(
                "It asks for the passphrase now. The keyring could not be emptied, though, and may still hold the key."
                " Unlock the keyring and do this once more."
            ),
            Tone.MIND,
            aloud=True,
        )

    # the passphrase

    def _build_passphrase(self, column: QVBoxLayout) -> None:
        self.passphrase, self.again = PassphraseField(self), PassphraseField(self)
        labelled(column, self.tr("New passphrase"), self.passphrase)
        labelled(column, self.tr("The same once more"), self.again)
        column.addWidget(
            words(
                self.tr(
                    "Four or five words picked at random are easy to keep in mind and hard to guess."
                    " Older copies of the diary still open with the old passphrase; only a new key ends that."
                ),
                "sub",
                self,
            )
        )
        self.set_passphrase = button("", self._set_passphrase)
        self.again.returnPressed.connect(self._set_passphrase)
        in_a_row(column, self.set_passphrase)
        self.passphrase_said = Notice(self)
        self.passphrase_said.acted.connect(self._stop)
        column.addWidget(self.passphrase_said)

    def _set_passphrase(self) -> None:
        from therapy_diary.vault.ways_in import change_passphrase

        typed, folder, key, cost = (
            self.passphrase.text(), self.safe.folder, self.desk.diary.key, self.safe.cost,
        )  # fmt: skip
        if not typed:
            self._wrong(self.passphrase_said, self.tr("Type a passphrase first."), self.passphrase)
        elif typed != self.again.text():
            sentence = self.tr("The two are not the same. Type the second one again.")
            self._wrong(self.passphrase_said, sentence, self.again)
        else:
            self.run(
                self.passphrase_said,
                self.set_passphrase,
                lambda: change_passphrase(folder, key, typed, cost),
                lambda _: self._passphrase_set(),
            )

    def _passphrase_set(self) -> None:
        for field in (self.passphrase, self.again):
            field.clear_and_hide()
        self._changed(self.passphrase_said, self.tr("The new passphrase opens the diary."))
        if self.safe.opens_by_itself():
            self.passphrase_said.say(
                self.tr("The passphrase opens the diary. It still opens by itself here too."),
                Tone.MIND,
                self.stop.text(),
                aloud=True,
            )

    # the code

    def _build_check(self, column: QVBoxLayout) -> None:
        column.addWidget(
            words(
                self.tr("See whether your paper is the right one. The code itself is not shown."), "sub", self
            )
        )
        self.code = QLineEdit(self)
        self.code.setPlaceholderText("000000-000000-…")
        self.code.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        labelled(column, self.tr("Recovery code from your paper"), self.code)
        self.check = button(self.tr("Check it"), self._check)
        self.code.returnPressed.connect(self._check)
        in_a_row(column, self.check)
        self.code_said = Notice(self)
        column.addWidget(self.code_said)

    def _check(self) -> None:
        from therapy_diary.vault.ways_in import check_code

        typed, folder, key = self.code.text(), self.safe.folder, self.desk.diary.key

        def right(_: object) -> None:
            self.code.clear()
            self._changed(self.code_said, self.tr("This code opens your diary."))

        self.run(self.code_said, self.check, lambda: check_code(folder, key, typed), right)

    def _build_code(self, column: QVBoxLayout) -> None:
        column.addWidget(
            words(
                self.tr(
                    "For when the paper is lost. The old code then opens this diary no more,"
                    " but it still opens the backups of before."
                ),
                "sub",
                self,
            )
        )
        self.make_code = button(self.tr("Make a new code …"), lambda: self._begin(self.new_code))
        in_a_row(column, self.make_code)
        self.new_code = NewCode(self)
        self.new_code.confirmed.connect(self._change_code)
        column.addWidget(self.new_code)
        self.new_code_said = Notice(self)
        column.addWidget(self.new_code_said)

    def _begin(self, code: NewCode) -> None:
        self.new_code_said.say("")
        code.show_code()
        bring_into_view(self, code)

    def _change_code(self, code: RecoveryCode) -> None:
        from therapy_diary.vault.ways_in import change_code

        folder, key = self.safe.folder, self.desk.diary.key
        self.run(
            self.new_code_said,
            self.make_code,
            lambda: change_code(folder, key, code),
            lambda _: self._changed(self.new_code_said, self.tr("The new code opens the diary.")),
        )

    # the key

    def _build_key(self, column: QVBoxLayout) -> None:
        column.addWidget(
            words(
                self.tr(
                    "Somebody may have a copy of your diary and know how it opened. Then a new passphrase is not"
                    " enough, because it leads to the same key. A new key locks them out of everything you write"
                    " from now on. What is in their copy, they can still read."
                ),
                "sub",
                self,
            )
        )
        self.key_passphrase = PassphraseField(self)
        self.key_label = labelled(column, self.tr("Your passphrase, or a new one"), self.key_passphrase)
        self.key_again = PassphraseField(self)
        self.key_again_label = labelled(column, self.tr("The new passphrase once more"), self.key_again)
        self._ask_once()
        self.make_key = button(self.tr("Make a new key …"), self._begin_key)
        in_a_row(column, self.make_key)
        self.key_code = NewCode(self)
        self.key_code.confirmed.connect(self._replace_key)
        column.addWidget(self.key_code)
        self.key_said = Notice(self)
        column.addWidget(self.key_said)

    def _begin_key(self) -> None:
        """With the present passphrase at once; a new one must be typed twice, or a slip would lock the person out."""
        typed = self._for_new_key = self.key_passphrase.text()
        if not self._has_passphrase():
            self._show_key_code()
        elif not typed:
            self._wrong(self.key_said, self.tr("Type a passphrase first."), self.key_passphrase)
        elif typed == self.key_again.text():
            self._show_key_code()
        else:
            safe, key = self.safe, self.desk.diary.key
            self.run(self.key_said, self.make_key, lambda: safe.is_passphrase(typed, key), self._looked_at)

    def _looked_at(self, present: bool) -> None:
        if present:
            self._show_key_code()
            return
        for it in (self.key_again_label, self.key_again):
            it.show()
        self._wrong(
            self.key_said,
            self.tr("This is not the present passphrase. To take it as the new one, type it once more."),
            self.key_again,
        )

    def _ask_once(self) -> None:
        self.key_again.clear_and_hide()
        for it in (self.key_again_label, self.key_again):
            it.hide()

    def _show_key_code(self) -> None:
        self.key_said.say(
            self.tr(
                "A new key comes with a new recovery code. Backups made before keep the old key and the old code."
            ),
            Tone.MIND,
        )
        self.key_code.show_code()
        bring_into_view(self, self.key_code)

    def _replace_key(self, code: RecoveryCode) -> None:
        safe, key = self.safe, self.desk.diary.key
        passphrase = self._for_new_key if self._has_passphrase() else None
        self._for_new_key = ""
        self.key_passphrase.clear_and_hide()
        self._ask_once()

        def work() -> Diary:
            from therapy_diary.vault.new_key import replace_key

            return replace_key(
                safe.folder, safe.hold(), key, code=code, passphrase=passphrase, cost=safe.cost
            )

        self.diary_given_up.emit(WhileClosed(work, self.tr("The diary has a new key.")))

    # said

    def _changed(self, notice: Notice, sentence: str) -> None:
        self.refresh()
        notice.say(sentence, Tone.KNOW, aloud=True)

    def _wrong(self, notice: Notice, sentence: str, field: QLineEdit) -> None:
        notice.say(sentence, Tone.WRONG, aloud=True)
        field.setFocus()
        field.selectAll()
