"""Whom the person can turn to when it gets too much: their own contacts, in their own words."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from therapy_diary.domain.contact import Contact, ContactKind
from therapy_diary.domain.draft import NEW_CONTACT
from therapy_diary.storage.errors import StorageError
from therapy_diary.vault.lock_page import hide_from_lock_page, is_on_lock_page, show_on_lock_page
from therapy_diary.views.days import date_in_words
from therapy_diary.views.half_given import HalfGiven, given_words
from therapy_diary.views.room import Room, button, grow_to_rows, in_a_row, in_words, labelled, words
from therapy_diary.views.too_much import kind_in_words
from therapy_diary.widgets.notice import Notice, Tone

CONTACT = Qt.ItemDataRole.UserRole
LONGEST = 200  # characters of one line


class ContactsRoom(Room):
    """Add, change, remove; shown in the help, and on the lock page if that is ticked."""

    name: ClassVar[str] = "contacts"

    def build(self) -> None:
        """Make the cards."""
        self._build_list(self.card(self.tr("Your contacts")))
        self._build_one(self.card(self.tr("One contact")))
        if self._safe is not None:
            self._build_lock_page(self.card(self.tr("On the lock page")))

    def refresh(self) -> None:
        """Show the contacts in their order; the one chosen stays chosen."""
        contacts, chosen = self.desk.diary.contacts.all(), self._chosen()
        self.list.blockSignals(True)
        self.list.clear()
        for it in contacts:
            item = QListWidgetItem(self._line(it), self.list)
            item.setData(CONTACT, it)
            if chosen is not None and it.id == chosen.id:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self.list.setVisible(bool(contacts))
        self.none_yet.setVisible(not contacts)
        self._show_chosen(fill=False)
        if self._safe is not None:
            self.on_lock_page.setChecked(is_on_lock_page(self.safe.folder))

    # the list

    def _build_list(self, column: QVBoxLayout) -> None:
        column.addWidget(
            words(
                self.tr(
                    "Nobody reads this diary, and it calls nobody. These lines are for you: F2 shows them"
                    " from every page. No numbers come with the program."
                ),
                "sub",
                self,
            )
        )
        self.none_yet = words(self.tr("None yet."), "", self)
        column.addWidget(self.none_yet)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Your contacts"))
        grow_to_rows(self.list, 220)
        self.list.currentItemChanged.connect(lambda: self._show_chosen(fill=True))
        column.addWidget(self.list)
        self.checked = button(self.tr("It is right as of today"), self._note_checked)
        self.remove = button(self.tr("Remove it"), self._remove)
        in_a_row(column, self.checked, self.remove)

    def _chosen(self) -> Contact | None:
        item = self.list.currentItem()
        it = None if item is None else item.data(CONTACT)
        return it if isinstance(it, Contact) else None

    def _line(self, it: Contact) -> str:
        hours = f"\u2068{it.hours}\u2069" if it.hours else ""
        parts = [f"\u2068{it.label}\u2069: \u2068{it.reach}\u2069", hours]
        if it.checked_on is not None:
            asked = self.tr("checked on {day}; still right?")
            told = asked if it.may_be_old(self.desk.now().date()) else self.tr("checked on {day}")
            parts.append(told.format(day=date_in_words(it.checked_on)))
        return " · ".join(part for part in parts if part)

    # one of them

    def _build_one(self, column: QVBoxLayout) -> None:
        self.label, self.reach, self.hours = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.kind = QComboBox(self)
        for kind in ContactKind:
            self.kind.addItem(kind_in_words(kind), kind)
        self.kind.setCurrentIndex(2)
        for text, field in (
            (self.tr("Name"), self.label),
            (self.tr("How to reach them"), self.reach),
            (self.tr("When, if that matters"), self.hours),
        ):
            field.setMaxLength(LONGEST)
            field.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
            labelled(column, text, field)
            field.textEdited.connect(self._keep_half)
        labelled(column, self.tr("What for"), self.kind)
        self.kind.activated.connect(self._keep_half)
        self._half = HalfGiven(self.desk, self)
        self._half.failed.connect(self._not_kept)
        self._half.recovered.connect(self._kept_after_all)
        self._fill_half()
        self.add_it = button(self.tr("Add this contact"), self._add, "primary")
        self.change = button(self.tr("Change the chosen one"), self._change)
        in_a_row(column, self.add_it, self.change)
        self.one_said = Notice(self)
        column.addWidget(self.one_said)

    def keep(self) -> None:
        """Put a half-typed contact into the encrypted file. Raises StorageError."""
        self._half.keep()

    def _not_kept(self, error: StorageError) -> None:
        self.one_said.say(in_words(error), Tone.WRONG, aloud=True)

    def _kept_after_all(self) -> None:
        self.one_said.say("")

    def _keep_half(self) -> None:
        given = {
            "label": self.label.text(),
            "reach": self.reach.text(),
            "hours": self.hours.text(),
        }
        whole = {**given, "kind": str(self.kind.currentData())}
        self._half.touch(NEW_CONTACT, whole if any(given.values()) else None)

    def _fill_half(self) -> None:
        """Bring back what was half typed before a lock or a crash."""
        half = self._half.at(NEW_CONTACT)
        if half is None:
            return
        for key, field in (("label", self.label), ("reach", self.reach), ("hours", self.hours)):
            field.setText(given_words(half, key))
        kinds = [str(self.kind.itemData(row)) for row in range(self.kind.count())]
        with suppress(ValueError):
            self.kind.setCurrentIndex(kinds.index(given_words(half, "kind")))

    def _show_chosen(self, *, fill: bool) -> None:
        it = self._chosen()
        for each in (self.checked, self.remove, self.change):
            each.setEnabled(it is not None)
        if it is not None and fill:
            self.label.setText(it.label)
            self.reach.setText(it.reach)
            self.hours.setText(it.hours)
            self.kind.setCurrentIndex(self.kind.findData(it.kind))

    def _typed(self) -> tuple[str, str, str, ContactKind] | None:
        label, reach, hours = (it.text().strip() for it in (self.label, self.reach, self.hours))
        if not label or not reach:
            self.one_said.say(self.tr("A name and a way to reach them are needed."), Tone.WRONG, aloud=True)
            (self.reach if label else self.label).setFocus()
            return None
        return label, reach, hours, ContactKind(self.kind.currentData())

    def _add(self) -> None:
        typed = self._typed()
        if typed is not None:
            label, reach, hours, kind = typed
            added = self._keep(
                lambda: self.desk.diary.contacts.add(
                    label, reach, kind, hours=hours, checked_on=self.desk.now().date()
                ),
                whole=True,
            )
            for field in (self.label, self.reach, self.hours) if added else ():
                field.clear()

    def _change(self) -> None:
        it, typed = self._chosen(), self._typed()
        if it is not None and typed is not None:
            label, reach, hours, kind = typed
            day = self.desk.now().date()
            changed = replace(it, label=label, reach=reach, hours=hours, kind=kind, checked_on=day)
            self._keep(lambda: self.desk.diary.contacts.save(changed), whole=True)

    def _note_checked(self) -> None:
        it = self._chosen()
        if it is not None:
            checked = replace(it, checked_on=self.desk.now().date())
            self._keep(lambda: self.desk.diary.contacts.save(checked))

    def _remove(self) -> None:
        it = self._chosen()
        if it is not None:
            self._keep(lambda: self.desk.diary.contacts.remove(it.id))

    def _keep(self, change: Callable[[], object], *, whole: bool = False) -> bool:
        """Change the diary; the lock page follows. Whole: what was typed is in the change. Says whether it worked."""
        try:
            with self.desk.diary.change():
                change()
                if whole:
                    self._half.settle(NEW_CONTACT)
            if self._safe is not None and is_on_lock_page(self.safe.folder):
                show_on_lock_page(self.safe.folder, self._lines())
            self.one_said.say("")
        except StorageError as error:
            self.one_said.say(in_words(error), Tone.WRONG, aloud=True)
            return False
        self.refresh()
        return True

    # on the lock page

    def _build_lock_page(self, column: QVBoxLayout) -> None:
        self.on_lock_page = QCheckBox(self.tr("Show them on the lock page too"))
        self.on_lock_page.clicked.connect(self._show_on_lock_page)
        column.addWidget(self.on_lock_page)
        self.lock_page_said = Notice(self)
        self.lock_page_said.say(
            self.tr(
                "The lock page can show them only from a copy that is not encrypted."
                " Whoever gets at this computer or the folder can read these lines."
            ),
            Tone.MIND,
        )
        column.addWidget(self.lock_page_said)

    def _show_on_lock_page(self, wanted: bool) -> None:
        try:
            if wanted:
                show_on_lock_page(self.safe.folder, self._lines())
            else:
                hide_from_lock_page(self.safe.folder)
        except StorageError as error:
            self.one_said.say(in_words(error), Tone.WRONG, aloud=True)
        self.refresh()

    def _lines(self) -> list[str]:
        contacts = self.desk.diary.contacts.all()
        return [" ".join(f"{it.label}: {it.reach} {it.hours}".split()) for it in contacts]
