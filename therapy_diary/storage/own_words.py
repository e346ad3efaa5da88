"""The own_word table: words that are right although no dictionary has them."""

from therapy_diary.storage.connection import Connection


class OwnWords:
    """The person's own dictionary."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[str]:
        """Every word, in order."""
        return [row["word"] for row in self._connection.execute("SELECT word FROM own_word ORDER BY word")]

    def add(self, word: str) -> None:
        """Take a word in; one that is there already stays."""
        self._connection.execute("INSERT INTO own_word (word) VALUES (?) ON CONFLICT DO NOTHING", [word])

    def remove(self, word: str) -> None:
        """Take a word out."""
        self._connection.execute("DELETE FROM own_word WHERE word = ?", [word])
