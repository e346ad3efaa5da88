"""What a note is called where others are listed: its title, else the words it begins with."""

from therapy_diary.domain.note import Note
from therapy_diary.domain.session import LONGEST_LINE
from therapy_diary.views.finding.entry_words import plain_words


def name_of(note: Note) -> str:
    """The title, or the first line in plain words; empty for a note of blanks."""
    first = next((line for line in note.text.splitlines() if line.strip()), "")
    return note.title.strip() or plain_words(first[:LONGEST_LINE])
