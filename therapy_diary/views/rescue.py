"""What can be done about a damaged diary: write it anew, a backup that was seen whole, or whatever can still be read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from therapy_diary.desktop.background import Background
from therapy_diary.desktop.theme import Theme
from therapy_diary.keys.slots import DataKey, KeyFile
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.rescue import Words
from therapy_diary.vault.errors import BackupHasOtherKey
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.rescue import (
    Damage,
    Saved,
    damage_of,
    open_healed,
    open_key_files,
    put_key_file_back,
    save_what_is_readable,
)
from therapy_diary.vault.restore import switch_to
from therapy_diary.views.days import moment_in_words
from therapy_diary.views.restore_backup import RestoreBackup, Wanted
from therapy_diary.views.room import KNOWN, Counts, bring_into_view, button, in_a_row, in_words, words
from therapy_diary.views.window.early_keys import give_early_keys
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.notice import Notice, Tone

WIDTH = 700  # pixels at 100 % text
Attempt = Callable[[KeyFile], tuple[DataKey, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found: the key, the key file that held it, and the damage."""

    keys: KeyFile
    data_key: DataKey
    damage: Damage


class Rescue(QWidget):
    """Looks on a copy; a damaged file is never touched, and a torn one that heals only when the person says so."""

    opened = Signal(object)
    """There is a whole diary again, and it is open: a Diary."""
    left = Signal()

    def __init__(
        self,
        folder: DiaryFolder,
        attempt: Attempt,
        *,
        theme: Theme,
        background: Background,
        now: Callable[[], datetime],
    ) -> None:
        """attempt: gets the key out of a key file, by what the person has. The lock on the folder is held."""
        super().__init__()
        self._folder, self._attempt, self._background = folder, attempt, background
        self._theme, self._now = theme, now
        self._counts = Counts(self)
        self._found: Found | None = None
        self._saved: Saved | None = None
        self.setObjectName("rescue")
        self.setProperty("role", "page")
        self.setWindowTitle(self.tr("Therapy Diary"))
        give_early_keys(self, theme)
        self._build()

    def start(self) -> None:
        """Look at the damage, beside the window."""
        folder, attempt = self._folder, self._attempt

        def work() -> Found:
            keys, data_keys = open_key_files(folder, attempt)
            for it in data_keys:
                return Found(keys=keys, data_key=it, damage=damage_of(folder, it))
            raise BackupHasOtherKey

        _tell(self.what, self.tr("Looking at the diary, page by page …"))
        self._background.run(work, self._show, self._failed)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take a backup that was laid out away again."""
        if self.panel is not None:
            self.panel.forget()
        event.accept()

    # building

    def _build(self) -> None:
        self.view = QScrollArea(self)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setFrameShape(QScrollArea.Shape.NoFrame)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setWidgetResizable(True)
        around, inside = QVBoxLayout(self), QWidget()
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.view)
        self.view.setWidget(inside)
        self.card = Card(inside)
        across, down = QHBoxLayout(), QVBoxLayout(inside)
        across.addStretch(1)
        across.addWidget(self.card)
        across.addStretch(1)
        down.setContentsMargins(24, 24, 24, 24)
        down.addStretch(2)
        down.addLayout(across)
        down.addStretch(3)
        self._fill(self.card.column(12))
        self._theme.changed.connect(self._fit)
        self._fit()

    def _fill(self, column: QVBoxLayout) -> None:
        self.title = words(self.tr("Parts of the diary cannot be read"), "h2", self.card)
        column.addWidget(self.title)
        self.what = words("", "", self.card)
        self.newest = words("", "", self.card)
        self.saved = words("", "", self.card)
        for said in (self.what, self.newest, self.saved):
            column.addWidget(said)
            said.hide()
        self.stays = words(
            self.tr("The damaged file stays as it is, whatever you do here."), "sub", self.card
        )
        column.addWidget(self.stays)
        self.notice = Notice(self.card)
        column.addWidget(self.notice)
        self.put_back = button(self.tr("Put the key file back"), self._put_back, "primary")
        self.mend = button(self.tr("Mend the file"), self._mend, "primary")
        self.restore = button(self.tr("Restore this backup"), self._restore_newest, "primary")
        self.read = button(self.tr("Rescue what is readable"), self._read)
        self.take = button(self.tr("Open what was rescued"), self._take, "primary")
        self.other = button(self.tr("Another backup …"), self._choose)
        self.leave = button(self.tr("Back"), self.left.emit, "ghost")
        self._deeds = (self.put_back, self.mend, self.restore, self.read, self.take, self.other)
        in_a_row(column, *self._deeds, self.leave)
        for deed in self._deeds:
            deed.hide()
        self.panel: RestoreBackup | None = None
        self._column = column

    def _fit(self) -> None:
        self.card.setFixedWidth(min(self._theme.tokens().scaled(WIDTH), 840))

    # what was found

    def _show(self, found: Found) -> None:
        self._found, damage = found, found.damage
        whole = damage.damaged == 0 and not damage.beyond_rescue
        _tell(self.what, self._damage_in_words(damage))
        if damage.newest is not None and damage.newest.summary is not None:
            sentence = self.tr("The newest backup that was seen whole is of {moment} and holds {counts}.")
            _tell(
                self.newest,
                sentence.format(
                    moment=moment_in_words(damage.newest.made),
                    counts=self._counts.say(damage.newest.summary.counts),
                ),
            )
        else:
            _tell(
                self.newest, self.tr("There is no backup beside the diary. Perhaps there is one on a stick.")
            )
        self.put_back.setVisible(whole)
        self.mend.setVisible(damage.heals)
        if damage.heals:
            self.title.setText(self.tr("The diary file is torn"))
            self.stays.setText(self.tr("The file stays as it is until you mend it."))
            _make_plain(self.restore)
        self.restore.setVisible(damage.newest is not None)
        self.read.setVisible(not damage.beyond_rescue and not damage.heals)
        self.other.setVisible(True)
        self._make_panel(found.data_key)
        first = next((it for it in self._deeds if not it.isHidden()), self.leave)
        first.setFocus()

    def _damage_in_words(self, damage: Damage) -> str:
        if damage.beyond_rescue:
            return self.tr("The beginning of the file is gone. Only a backup can help.")
        if damage.damaged == 0:
            return self.tr(
                "Every page of the diary is whole. What is damaged or gone is the file with its keys,"
                " and a copy of that was found."
            )
        if damage.heals:
            return self.tr("None of your words is missing. Written anew, the file is whole again.")
        return self.tr("Damaged pages: {damaged} of {pages}. The rest can be read.").format(
            pages=damage.pages, damaged=damage.damaged
        )

    def _make_panel(self, data_key: DataKey) -> None:
        self.panel = RestoreBackup(self._folder, self._background, key=data_key.key, parent=self.card)
        self._place_panel(self.panel)

    def _place_panel(self, panel: RestoreBackup) -> None:
        panel.wanted.connect(self._restore)
        panel.told.connect(lambda: bring_into_view(self.view, panel))
        self._column.addWidget(panel)

    # what can be done

    def _put_back(self) -> None:
        folder, found = self._folder, self._found
        if found is None:
            return

        def work() -> Diary:
            put_key_file_back(folder, found.keys, found.data_key)
            return Diary.open(folder.vault().file, found.data_key.key)

        self._run(work, self.opened.emit)

    def _mend(self) -> None:
        folder, found = self._folder, self._found
        if found is not None:
            self._run(lambda: open_healed(folder, found.data_key.key), self.opened.emit)

    def _restore_newest(self) -> None:
        found = self._found
        if found is not None and found.damage.newest is not None and self.panel is not None:
            self.panel.begin(found.damage.newest.file)

    def _choose(self) -> None:
        if self.panel is not None:
            self.panel.choose()

    def _restore(self, wanted: Wanted) -> None:
        now = self._now()
        self._run(lambda: wanted.restore(now), self.opened.emit)

    def _read(self) -> None:
        folder, found, now = self._folder, self._found, self._now()
        if found is None:
            return
        said = Words(
            therapy=self.tr("A therapy (its name could not be read)"),
            note=self.tr("A note (its title and date could not be read)"),
            session=self.tr("(its date could not be read)"),
            goal=self.tr("(its wording could not be read)"),
            rest=self.tr("[The rest of this note could not be read.]"),
        )
        _tell(self.saved, self.tr("Reading what can be read …"))
        self._run(lambda: save_what_is_readable(folder, found.data_key, now, said), self._show_saved)

    def _show_saved(self, saved: Saved) -> None:
        self._saved = saved
        rescued = saved.rescued
        parts = [
            self.tr("Rescued: {saved}.").format(saved=self._counts.say(rescued.saved)),
            self.tr("There were, as far as can be known: {there}.").format(
                there=self._counts.say(rescued.there)
            ),
        ]
        if rescued.cut:
            parts.append(self.tr("Of %n note(s) only the beginning could be read.", "", rescued.cut))
        if rescued.everything:
            parts = [parts[0], self.tr("As far as can be known, nothing is missing.")]
        _tell(self.saved, " ".join(parts))
        self.read.hide()
        _make_plain(self.restore)
        self.take.show()
        self.take.setFocus()
        bring_into_view(self.view, self.take)

    def _take(self) -> None:
        folder, found, saved, now = self._folder, self._found, self._saved, self._now()
        if found is None or saved is None:
            return

        def work() -> Diary:
            switch_to(folder, saved.vault, now)
            return Diary.open(saved.vault.file, found.data_key.key)

        self._run(work, self.opened.emit)

    def _run(self, work: Callable[[], object], done: Callable[..., object]) -> None:
        self.notice.say("")
        self._enable(wanted=False)

        def succeeded(result: object) -> None:
            self._enable(wanted=True)
            done(result)

        self._background.run(work, succeeded, self._failed, for_whom=self)

    def _enable(self, *, wanted: bool) -> None:
        for it in (*self._deeds, self.leave):
            it.setEnabled(wanted)

    def _failed(self, error: Exception) -> None:
        self._enable(wanted=True)
        if not isinstance(error, KNOWN):
            raise error  # a bug of ours: mishap takes it
        if self._found is None:
            _tell(self.what, "")
        _tell(self.saved, "")
        self.notice.say(in_words(error), Tone.WRONG, aloud=True)
        self.other.show()
        if self.panel is not None:
            self.panel.forget()
        else:
            self.panel = RestoreBackup(self._folder, self._background, parent=self.card)
            self._place_panel(self.panel)


def _tell(label: QLabel, text: str) -> None:
    """Show the words; a label without any takes no room."""
    label.setText(text)
    label.setVisible(bool(text))


def _make_plain(deed: QPushButton) -> None:
    """Leave the eye to another button."""
    deed.setProperty("kind", "")
    deed.style().unpolish(deed)
    deed.style().polish(deed)
