"""The backups: when the last was seen to open, making one, taking one along, and bringing one back."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QListWidget, QListWidgetItem, QVBoxLayout

from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import WrongKeyOrDamaged
from therapy_diary.vault.backup import (
    Backup,
    backups,
    check_again,
    copy_to,
    fewer,
    make_backup,
    remove,
)
from therapy_diary.vault.bundle import SUFFIX, Summary
from therapy_diary.vault.erase import erase_put_aside, put_aside
from therapy_diary.vault.older_keys import of_older_keys
from therapy_diary.vault.restore import undo_restore
from therapy_diary.views.days import moment_in_words
from therapy_diary.views.restore_backup import RestoreBackup, Wanted
from therapy_diary.views.room import (
    KNOWN,
    Counts,
    Room,
    bring_into_view,
    button,
    grow_to_rows,
    in_a_row,
    in_words,
    words,
)
from therapy_diary.views.rooms.older_keys import OlderKeys
from therapy_diary.views.safe import WhileClosed
from therapy_diary.widgets.notice import Notice, Tone

BACKUP = Qt.ItemDataRole.UserRole


class BackupsRoom(Room):
    """What the program does by itself, and what the person can do besides."""

    name: ClassVar[str] = "backups"

    def build(self) -> None:
        """Make the cards."""
        self._counts = Counts(self)
        self._to_remove: Backup | None = None
        self._build_state(self.card(self.tr("Backups")))
        self._build_list(self.card(self.tr("What there is")))
        self._build_restore(self.card(self.tr("Restore a backup")))
        self.older = OlderKeys(self.desk, self.safe, self)
        self.older.done.connect(self._made_again)
        self.older.hide()
        self.add(self.older)

    def refresh(self) -> None:
        """Look at the folder of backups, beside the window."""
        folder, key = self.safe.folder, self.desk.diary.key
        self.safe.background.run(lambda: backups(folder, key), self._show, self._say_trouble)
        self.undo.setVisible(self._there(self.safe.folder.put_aside))
        self.let_go.setVisible(self._there(lambda: put_aside(self.safe.folder)))

    def _there(self, find: Callable[[], object]) -> bool:
        try:
            return bool(find())
        except KNOWN:
            return False

    # how things stand

    def _build_state(self, column: QVBoxLayout) -> None:
        self.state = words("", "", self)
        column.addWidget(self.state)
        column.addWidget(
            words(
                self.tr(
                    "The diary is backed up by itself, into its own folder: an hour apart at the least, after a change."
                    " That helps against mistakes, but not against a broken or stolen computer: take a copy elsewhere now and then."
                ),
                "sub",
                self,
            )
        )
        self.make = button(self.tr("Back up now"), self._make, "primary")
        self.copy = button(self.tr("Copy to a stick …"), self._copy)
        in_a_row(column, self.make, self.copy)
        self.state_said = Notice(self)
        column.addWidget(self.state_said)

    def _make(self) -> None:
        folder, diary, now = self.safe.folder, self.desk.diary, self.desk.now()
        file, key = diary.file, diary.key
        self.run(
            self.state_said, self.make, lambda: make_backup(folder, file, key, now), lambda _: self._made()
        )

    def _made(self) -> None:
        self.state_said.say(
            self.tr("The backup is made and was opened again to see that it is whole."), aloud=True
        )
        self.refresh()

    def _copy(self) -> None:
        name = f"{self.desk.now():%Y-%m-%d}{SUFFIX}"
        chosen, _ = QFileDialog.getSaveFileName(
            self.window(),
            self.tr("Copy the diary"),
            name,
            self.tr("Backups (*{suffix})").format(suffix=SUFFIX),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            self.copy_into(Path(chosen))

    def copy_into(self, target: Path) -> None:
        """Copy the diary into this file; its ending is added when it was left out."""
        if target.suffix != SUFFIX:
            target = target.with_name(target.name + SUFFIX)
        folder, diary, now = self.safe.folder, self.desk.diary, self.desk.now()
        file, key = diary.file, diary.key

        def done(made: Backup) -> None:
            sentence = self.tr(
                "The copy is made and opens. It holds {counts}. It is encrypted like the diary."
            )
            counts = "" if made.summary is None else self._counts.say(made.summary.counts)
            self.state_said.say(sentence.format(counts=counts), aloud=True)

        self.run(self.state_said, self.copy, lambda: copy_to(folder, file, key, target, now), done)

    # the list

    def _build_list(self, column: QVBoxLayout) -> None:
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Backups"))
        grow_to_rows(self.list, 300)
        self.list.currentItemChanged.connect(self._follow_choice)
        self.none_yet = words(self.tr("None yet."), "", self)
        column.addWidget(self.none_yet)
        column.addWidget(self.list)
        self.check = button(self.tr("Look through it again"), self._check)
        self.bring_back = button(self.tr("Restore this one …"), self._bring_back)
        self.remove = button(self.tr("Remove this one …"), self._ask_to_remove)
        in_a_row(column, self.check, self.bring_back, self.remove)
        self.list_said = Notice(self)
        self.list_said.acted.connect(self._remove)
        column.addWidget(self.list_said)

    def _show(self, found: tuple[Backup, ...]) -> None:
        chosen = self._chosen()
        self.list.clear()
        for it in found:
            item = QListWidgetItem(self._line(it), self.list)
            item.setData(BACKUP, it)
            if chosen is not None and it.file == chosen.file:
                self.list.setCurrentItem(item)
        self.list.setVisible(bool(found))
        self.none_yet.setVisible(not found)
        self._follow_choice()
        good = [it for it in found if it.verified is not None and it.summary is not None]
        self.state.setText(self._state_in_words(good[0] if good else None))
        self._mind_if_fewer(*[it.summary for it in good[:2] if it.summary is not None])
        keys = self.safe.key_file()
        older = () if keys is None else of_older_keys(found, keys.diary)
        if older:
            self.older.show_these(older)
        self.older.setVisible(bool(older))

    def _state_in_words(self, newest: Backup | None) -> str:
        if newest is None or newest.summary is None:
            return self.tr("There is no backup yet that opens with the present key.")
        return self.tr("The last backup is of {moment}. It was seen to open, and holds {counts}.").format(
            moment=moment_in_words(newest.made), counts=self._counts.say(newest.summary.counts)
        )

    def _mind_if_fewer(self, *newest: Summary) -> None:
        if len(newest) == 2 and fewer(*newest):
            sentence = self.tr(
                "The newest backup holds much less than the one before: {now} instead of {before}."
                " If you did not delete anything, look at what is missing. No older backup is removed until then."
            )
            now, before = (self._counts.say(it.counts) for it in newest)
            self.list_said.say(sentence.format(now=now, before=before), Tone.MIND)

    def _line(self, it: Backup) -> str:
        if it.trouble is not None:
            held = in_words(it.trouble)
        elif it.summary is None:
            held = self.tr("opens with the code or passphrase of its time")
        else:
            held = self._counts.say(it.summary.counts)
        if it.trouble is not None:
            seen = ""
        elif it.verified is None:
            seen = self.tr("found damaged")
        else:
            seen = self.tr("last seen to open on {moment}").format(moment=moment_in_words(it.verified))
        return f"{moment_in_words(it.made)}\n{' · '.join(part for part in (held, seen) if part)}"

    def _chosen(self) -> Backup | None:
        item = self.list.currentItem()
        it = None if item is None else item.data(BACKUP)
        return it if isinstance(it, Backup) else None

    def _follow_choice(self) -> None:
        for it in (self.check, self.bring_back, self.remove):
            it.setEnabled(self._chosen() is not None)
        if self._to_remove is not None:
            self._to_remove = None
            self.list_said.say("")

    def _check(self) -> None:
        it, folder, key, now = self._chosen(), self.safe.folder, self.desk.diary.key, self.desk.now()
        if it is None:
            return
        file = it.file

        def done(summary: Summary) -> None:
            sentence = self.tr("It opens, every page of it is whole, and it holds {counts}.")
            self.list_said.say(sentence.format(counts=self._counts.say(summary.counts)), aloud=True)
            self.refresh()

        self.run(self.list_said, self.check, lambda: check_again(folder, file, key, now), done)

    def _ask_to_remove(self) -> None:
        it = self._chosen()
        if it is not None:
            self._to_remove = it
            sentence = self.tr(
                "The backup of {moment} would be gone for good. Nothing else of it is kept here."
            )
            moment = moment_in_words(it.made)
            self.list_said.say(
                sentence.format(moment=moment), Tone.MIND, self.tr("Remove it for good"), aloud=True
            )

    def _remove(self) -> None:
        it, folder = self._to_remove, self.safe.folder
        if it is not None:
            self._to_remove, file = None, it.file
            self.run(self.list_said, self.remove, lambda: remove(folder, file), lambda _: self._removed())

    def _removed(self) -> None:
        self.list_said.say(self.tr("The backup is removed."), aloud=True)
        self.refresh()

    def _say_trouble(self, error: Exception) -> None:
        if not isinstance(error, KNOWN):
            raise error  # a bug of ours: mishap takes it
        self.list_said.say(in_words(error), Tone.WRONG)

    # bringing one back

    def _build_restore(self, column: QVBoxLayout) -> None:
        column.addWidget(
            words(
                self.tr(
                    "First you see what the backup holds. Then it takes the place of the present diary, which stays beside it."
                ),
                "sub",
                self,
            )
        )
        safe, diary = self.safe, self.desk.diary
        self.panel = RestoreBackup(
            safe.folder,
            safe.background,
            key=diary.key,
            there_now=diary.counts,
            parent=self,
        )
        self.panel.wanted.connect(self._restore)
        self.panel.told.connect(lambda: bring_into_view(self, self.panel))
        self.from_file = button(self.tr("Restore from a file …"), self.panel.choose)
        self.undo = button(self.tr("Take the last restore back"), self._undo)
        self.let_go = button(self.tr("Remove what was put aside …"), self._ask_to_let_go)
        in_a_row(column, self.from_file, self.undo, self.let_go)
        self.aside_said = Notice(self)
        self.aside_said.acted.connect(self._let_go)
        column.addWidget(self.aside_said)
        column.addWidget(self.panel)

    def _made_again(self, sentence: str) -> None:
        self.list_said.say(sentence, aloud=True)
        self.refresh()

    def _bring_back(self) -> None:
        it = self._chosen()
        if it is not None:
            self.panel.begin(it.file)

    def _restore(self, wanted: Wanted) -> None:
        now = self.desk.now()
        said = self.tr("This backup is your diary now. The one before is put aside.")
        self.diary_given_up.emit(WhileClosed(lambda: wanted.restore(now), said))

    def _ask_to_let_go(self) -> None:
        self.aside_said.say(
            self.tr(
                "The diaries that a restore or a rescue put aside would be gone for good."
                " The last restore could then not be taken back."
            ),
            Tone.MIND,
            self.tr("Remove them for good"),
            aloud=True,
        )

    def _let_go(self) -> None:
        folder, now = self.safe.folder, self.desk.now()
        self.run(self.aside_said, self.let_go, lambda: erase_put_aside(folder, now), lambda _: self._gone())

    def _gone(self) -> None:
        self.refresh()
        self.aside_said.say(self.tr("What was put aside is removed."), aloud=True)

    def _undo(self) -> None:
        folder, now, key = self.safe.folder, self.desk.now(), self.desk.diary.key

        def work() -> Diary | None:
            vault = undo_restore(folder, now)
            try:
                return Diary.open(vault.file, key)
            except WrongKeyOrDamaged:
                return None  # of another key: the lock page asks for what opens it

        self.diary_given_up.emit(WhileClosed(work, self.tr("The restore is taken back.")))
