"""Unfinished texts about a therapy that is not on the screen: they wait with it, and are in their places when it is."""

from therapy_diary.domain.draft import NOTES, OF_THE_DIARY
from therapy_diary.storage.connection import Connection

ASIDE = "aside:"
"""How the place of a draft begins that waits; the uid of its therapy follows, and then the place it has on the screen."""
TABLES = ("draft", "draft_attachment")
ON_SCREEN = " AND ".join(
    f"substr(place, 1, {len(it)}) <> '{it}'" for it in (ASIDE, *OF_THE_DIARY)
)  # names of our own, and no text of anybody's
"""What is half written about the therapy on the screen, in SQL."""


def place_aside(uid: str) -> str:
    """How the places of a therapy's waiting drafts begin."""
    return f"{ASIDE}{uid}:"


def put_aside(connection: Connection, uid: str) -> None:
    """Let what is half written on the screen wait with the therapy of that uid. Costs nothing for each note there is."""
    for table in TABLES:
        connection.execute(f"UPDATE {table} SET place = ? || place WHERE {ON_SCREEN}", [place_aside(uid)])


def bring_back(connection: Connection, uid: str) -> None:
    """Put what waits with the therapy of that uid into its places again; where a place is taken, it waits on."""
    beginning = place_aside(uid)
    for table in TABLES:
        connection.execute(
            f"UPDATE OR IGNORE {table} SET place = substr(place, ?) WHERE substr(place, 1, ?) = ?",
            [len(beginning) + 1, len(beginning), beginning],
        )


def forget_aside(connection: Connection, uid: str) -> None:
    """Delete what waits with a therapy that is deleted."""
    beginning = place_aside(uid)
    for table in TABLES:
        connection.execute(f"DELETE FROM {table} WHERE substr(place, 1, ?) = ?", [len(beginning), beginning])


def forget_about_notes(connection: Connection, therapy: int) -> None:
    """Delete what is half written about the notes of a therapy that is deleted, wherever it lies; before they are."""
    for table in TABLES:
        connection.execute(
            f"DELETE FROM {table} WHERE place IN (SELECT ? || id FROM note WHERE therapy = ?)",
            [NOTES, therapy],
        )


def forget_on_screen(connection: Connection) -> None:
    """Delete what is half written about the therapy on the screen, because that is deleted."""
    for table in TABLES:
        connection.execute(f"DELETE FROM {table} WHERE {ON_SCREEN}")
