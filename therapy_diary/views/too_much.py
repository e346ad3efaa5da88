"""If it gets too much: the person's own contacts, one key away from everywhere, and on paper."""

from dataclasses import replace
from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from therapy_diary.desktop.printing.paper import Paper
from therapy_diary.desktop.printing.sheet import Sheet
from therapy_diary.domain.contact import Contact, ContactKind
from therapy_diary.views.column_page import ColumnPage, along, clear
from therapy_diary.views.days import date_in_words
from therapy_diary.views.half_given import keep_or_say
from therapy_diary.views.page import Desk
from therapy_diary.views.room import button, in_a_row, words
from therapy_diary.views.sheets import contacts_file, contacts_sheet
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.notice import Notice
from therapy_diary.widgets.paper_bar import PaperBar


class TooMuchPage(ColumnPage):
    """What the diary cannot do, whom the person can turn to, and what may help right now."""

    name: ClassVar[str] = "too_much"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._shown: tuple[list[Contact], date] | None = None
        self.heading.set_title(self.tr("If it gets too much"))
        self.plain = Notice(self)
        self.plain.say(
            self.tr(
                "This diary is on your device only. Nobody reads it and it cannot call anyone."
                " If you or someone else is in danger, call your local emergency number."
            )
        )
        self.column.addWidget(self.plain)
        self.trouble = Notice(self)
        self.column.addWidget(self.trouble)
        self.contacts = QVBoxLayout()
        self.contacts.setSpacing(10)
        self.column.addLayout(self.contacts)
        self._add_right_now()
        self.bar = PaperBar(self)
        self.bar.offer(self._sheet, self._file)
        self.bar.done.connect(self.said)
        self.column.addWidget(self.bar)
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Show the contacts the diary holds now."""
        contacts, today = self.desk.diary.contacts.all(), self.desk.now().date()
        if self._shown == (contacts, today):
            return
        self._shown = contacts, today
        clear(self.contacts)
        for it in contacts:
            self.contacts.addWidget(self._card(it, today))
        if not contacts:
            self.contacts.addWidget(self._none_yet())
        self.bar.setVisible(bool(contacts))
        self.order_tabs()

    def print_page(self) -> None:
        """What the print key does here."""
        if self.desk.diary.contacts.all():
            self.bar.ask_to_print()

    # the cards

    def _card(self, it: Contact, today: date) -> Card:
        card = Card()
        column = card.column(4)
        column.addWidget(words(kind_in_words(it.kind), "caption", card))
        column.addWidget(along(it.label, "label", card))
        column.addWidget(along(it.reach, "h2", card))
        if it.hours:
            column.addWidget(along(it.hours, "sub", card))
        if it.checked_on is not None and it.may_be_old(today):
            day = date_in_words(it.checked_on)
            column.addWidget(
                words(self.tr("Checked on {day}. Still right?").format(day=day), "caption", card)
            )
            right = button(self.tr("Yes, still right"), lambda: self._note_checked(it), "chip")
            other = button(self.tr("Change it"), self._change, "chip")
            for made in (right, other):
                made.setAccessibleDescription(it.label)
            in_a_row(column, right, other)
        return card

    def _none_yet(self) -> Card:
        card = Card()
        column = card.column(8)
        column.addWidget(words(self.tr("Your own contacts can stand here"), "h3", card))
        column.addWidget(
            words(
                self.tr(
                    "People, numbers, a line that is open at night. You could write them down with your therapist."
                    " No numbers come with this program: they change, and differ from country to country."
                ),
                "sub",
                card,
            )
        )
        in_a_row(column, button(self.tr("Write down a contact"), self._change, "primary"))
        return card

    def _add_right_now(self) -> None:
        column = self.add_card(self.tr("Right now"))
        for line in (
            self.tr("You can stop writing. What you typed is kept."),
            self.tr("You can lock the diary, or close it."),
            self.tr("You can go to a person, or call one, before you write on."),
        ):
            column.addWidget(words(line, "", self))
        in_a_row(column, button(self.tr("Change your contacts"), self._change, "ghost"))

    # the person's acts

    def _change(self) -> None:
        self.asked_for.emit("settings", "contacts")

    def _note_checked(self, it: Contact) -> None:
        diary, checked = self.desk.diary, replace(it, checked_on=self.desk.now().date())
        if keep_or_say(diary, lambda: diary.contacts.save(checked), self.trouble):
            self.focusNextChild()

    def _sheet(self, paper: Paper) -> Sheet:
        return contacts_sheet(self.desk.diary.contacts.all(), self.desk.now().date(), paper)

    def _file(self) -> str:
        return contacts_file(self.desk.diary.contacts.all(), self.desk.now().date())


def kind_in_words(kind: ContactKind) -> str:
    """What a contact is for."""
    translate = QApplication.translate
    return {
        ContactKind.EMERGENCY: translate("Contacts", "In an emergency"),
        ContactKind.URGENT_LINE: translate("Contacts", "A line that is open day and night"),
        ContactKind.PERSON: translate("Contacts", "Somebody I know"),
        ContactKind.THERAPIST: translate("Contacts", "My therapist"),
        ContactKind.OUTSIDE_ADVICE: translate("Contacts", "Advice from outside"),
    }[kind]
