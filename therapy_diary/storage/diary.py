"""An open diary: the one door to everything kept in the file."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from therapy_diary.storage.checklists import Checklists
from therapy_diary.storage.closings import Closings
from therapy_diary.storage.connection import Connection, connect, create, transaction
from therapy_diary.storage.contacts import Contacts
from therapy_diary.storage.examine import Findings, examine
from therapy_diary.storage.goals import Goals
from therapy_diary.storage.migrate import migrate
from therapy_diary.storage.milestones import Milestones
from therapy_diary.storage.notes import Drafts, Notes
from therapy_diary.storage.ratings import AllianceRatings
from therapy_diary.storage.sessions import Sessions
from therapy_diary.storage.therapies import Settings, Therapies
from therapy_diary.storage.topics import Topics


class Diary:
    """An open diary, readable at once and changed inside change()."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._watchers: list[Callable[[], object]] = []
        self.therapies = Therapies(connection)
        self.settings = Settings(connection)
        self.sessions = Sessions(connection)
        self.notes = Notes(connection)
        self.drafts = Drafts(connection)
        self.alliance_ratings = AllianceRatings(connection)
        self.checklists = Checklists(connection)
        self.goals = Goals(connection)
        self.topics = Topics(connection)
        self.milestones = Milestones(connection)
        self.closings = Closings(connection)
        self.contacts = Contacts(connection)

    @classmethod
    def create(cls, file: Path, key: bytes) -> "Diary":
        """Begin a diary in a file that must not exist yet; leaves none behind when it fails. Raises a StorageError."""
        connection = create(file, key)
        try:
            return cls._prepared(connection)
        except BaseException:
            for leftover in (file, file.with_name(f"{file.name}-journal")):
                leftover.unlink(missing_ok=True)
            raise

    @classmethod
    def open(cls, file: Path, key: bytes) -> "Diary":
        """Open a diary file. Raises a StorageError."""
        return cls._prepared(connect(file, key))

    @classmethod
    def _prepared(cls, connection: Connection) -> "Diary":
        try:
            migrate(connection)
        except BaseException:
            connection.close()
            raise
        return cls(connection)

    @property
    def file(self) -> Path:
        """Where the encrypted file lies."""
        return self._connection.file

    @property
    def key(self) -> bytes:
        """The key that opened it: for copies of it, and for wrapping it anew."""
        return self._connection.key

    @contextmanager
    def change(self) -> Iterator[None]:
        """Keep everything written inside, or nothing; then tell the watchers, once."""
        with transaction(self._connection):
            yield
        for tell in tuple(self._watchers):
            tell()

    @contextmanager
    def quiet_change(self) -> Iterator[None]:
        """The same without telling anyone: for drafts, which no page shows but the one that keeps them."""
        with transaction(self._connection):
            yield

    def watch(self, tell: Callable[[], object]) -> Callable[[], None]:
        """Call tell() after every change that was kept. Returns what ends the watch."""
        self._watchers.append(tell)
        return lambda: self._watchers.remove(tell) if tell in self._watchers else None

    def examine(self) -> Findings:
        """Look through every page and every rule of the file."""
        return examine(self._connection)

    def close(self) -> None:
        """Close the file. Nothing can be read or written afterwards."""
        self._watchers.clear()
        self._connection.close()
