"""The tags of notes: words of the person's own, each written in one way throughout the diary."""

from collections.abc import Iterable

from therapy_diary.domain.note import NoteId
from therapy_diary.domain.storable import without_nul
from therapy_diary.storage.connection import Connection

LONGEST_TAG = 60  # characters
MOST_FITTING = 40
BEYOND = "\U0010ffff"
AT_ONCE = 500  # notes asked about in one question


class Tags:
    """What notes are tagged with."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, note: NoteId) -> list[str]:
        """The tags of a note, by the alphabet."""
        return self.of_each([note]).get(note, [])

    def of_each(self, notes: Iterable[NoteId]) -> dict[NoteId, list[str]]:
        """The tags of those among these notes that have any, each by the alphabet."""
        found: dict[NoteId, list[str]] = {}
        wanted = list(notes)
        for start in range(0, len(wanted), AT_ONCE):
            some = wanted[start : start + AT_ONCE]
            rows = self._connection.execute(
                f"SELECT note, tag FROM note_tag WHERE note IN ({', '.join('?' * len(some))}) ORDER BY note, tag",
                some,
            )
            for row in rows:
                found.setdefault(NoteId(row["note"]), []).append(row["tag"])
        return {note: sorted(tags, key=str.casefold) for note, tags in found.items()}

    def fitting(self, typed: str, limit: int = MOST_FITTING) -> list[str]:
        """Tags that begin with what is typed, in small or capital letters, by the alphabet; for nothing typed, the first.

        Steps from one tag to the next: it takes the same time however many there are, on however many notes.
        """
        begin = dict.fromkeys((typed, typed.lower(), typed.capitalize(), typed.title(), typed.upper()))
        found = {tag for it in begin for tag in self._beginning(it, limit)}
        return sorted(found, key=str.casefold)[:limit]

    def _beginning(self, letters: str, limit: int) -> list[str]:
        rows = self._connection.execute(
            "WITH RECURSIVE step (tag) AS (SELECT min(tag) FROM note_tag WHERE tag >= ?1 UNION ALL"
            " SELECT (SELECT min(tag) FROM note_tag WHERE note_tag.tag > step.tag) FROM step WHERE step.tag < ?2)"
            " SELECT tag FROM step WHERE tag < ?2 LIMIT ?3",
            [letters, letters + BEYOND, limit],
        )
        return [str(row[0]) for row in rows]

    def put(self, note: NoteId, tag: str) -> str:
        """Tag a note; a tag that is there in other letters, "Sleep" for "sleep", is taken as it is written there.

        Returns the tag as it now stands. Raises ValueError for one without a letter, or too long.
        """
        tag = tag_in(tag)
        same = [it for it in self.fitting(tag) if it.casefold() == tag.casefold()]
        known = tag if tag in same or not same else same[0]
        self._connection.execute("INSERT OR IGNORE INTO note_tag (note, tag) VALUES (?, ?)", [note, known])
        return known

    def take(self, note: NoteId, tag: str) -> None:
        """Take a tag from a note."""
        self._connection.execute("DELETE FROM note_tag WHERE note = ? AND tag = ?", [note, tag])

    def rename(self, old: str, new: str) -> str:
        """Call a tag something else on every note; one that is there already takes it in. Returns the new tag.

        Raises ValueError as put() does.
        """
        new = tag_in(new)
        self._connection.execute("UPDATE OR IGNORE note_tag SET tag = ? WHERE tag = ?", [new, old])
        if new != old:
            self._connection.execute("DELETE FROM note_tag WHERE tag = ?", [old])
        return new


def tag_in(typed: str) -> str:
    """The tag in what was typed: "#late  nights" is "late nights". Raises ValueError where there is none, or too long."""
    tag = " ".join(without_nul(typed).strip().lstrip("#").split())
    tag = tag.encode("utf-8", "ignore").decode()  # half an emoji, which no file can hold
    if not 1 <= len(tag) <= LONGEST_TAG or '"' in tag:
        raise ValueError(f'a tag has 1 to {LONGEST_TAG} characters and no "')
    return tag
