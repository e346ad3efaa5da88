"""The person's own contacts on one side of paper, to hang up or to carry."""

from collections.abc import Sequence

from therapy_diary.domain.contact import Contact
from therapy_diary.reports.pages.words import PageWords
from therapy_diary.reports.pages.worksheet_page import render


def contacts_page(contacts: Sequence[Contact], words: PageWords, *, today: str, on_paper: bool = True) -> str:
    """The contacts as one HTML page; today is the day of printing, already written."""
    return render(
        "contacts.html.j2",
        words,
        on_paper=on_paper,
        contacts=contacts,
        title=words.word("page", "title"),
        footer=words.filled("page", "printed", date=today),
    )
