"""An open diary: the one door to everything kept in the file."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from therapy_diary.storage.choices import Choices
from therapy_diary.storage.connection import Connection, connect, create, transaction
from therapy_diary.storage.migrate import migrate
from therapy_diary.storage.milestones import Milestones
from therapy_diary.storage.notes import Drafts, Notes
from therapy_diary.storage.sessions import Sessions
from therapy_diary.storage.therapies import Settings, Therapies

if TYPE_CHECKING:  # at run time each comes with the page that needs it: a start saves 10 ms
    from therapy_diary.storage.answer_origins import AnswerOrigins
    from therapy_diary.storage.attachments import Attachments, DraftAttachments
    from therapy_diary.storage.checklists import Checklists
    from therapy_diary.storage.closings import Closings
    from therapy_diary.storage.contacts import Contacts
    from therapy_diary.storage.difficulty_checks import DifficultyChecks
    from therapy_diary.storage.examine import Findings
    from therapy_diary.storage.goals import Goals
    from therapy_diary.storage.imports import Imports
    from therapy_diary.storage.measures import Measures
    from therapy_diary.storage.own_words import OwnWords
    from therapy_diary.storage.patterns import Patterns
    from therapy_diary.storage.ratings import AllianceRatings
    from therapy_diary.storage.readings import Readings
    from therapy_diary.storage.search import Search, SearchBeside
    from therapy_diary.storage.second_looks import SecondLooks
    from therapy_diary.storage.setting_events import SettingEvents
    from therapy_diary.storage.signs import Signs
    from therapy_diary.storage.tags import Tags
    from therapy_diary.storage.tasks import Tasks
    from therapy_diary.storage.topics import Topics
    from therapy_diary.storage.whole import Whole
    from therapy_diary.storage.whose import Whose


class Diary:
    """An open diary, readable at once and changed inside change().

    What the first pages show is here from the start; the rest is loaded when it is first asked for.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._watchers: list[Callable[[], object]] = []
        self.is_open = True
        """Until close(): whatever a clock calls must ask first."""
        self.choices = Choices(connection)
        self.therapies = Therapies(connection, self.choices)
        self.settings = Settings(connection)
        self.sessions = Sessions(connection)
        self.notes = Notes(connection)
        self.drafts = Drafts(connection)
        self.milestones = Milestones(connection)

    @cached_property
    def alliance_ratings(self) -> "AllianceRatings":
        from therapy_diary.storage.ratings import AllianceRatings

        return AllianceRatings(self._connection)

    @cached_property
    def topics(self) -> "Topics":
        from therapy_diary.storage.topics import Topics

        return Topics(self._connection)

    @cached_property
    def checklists(self) -> "Checklists":
        from therapy_diary.storage.checklists import Checklists

        return Checklists(self._connection)

    @cached_property
    def goals(self) -> "Goals":
        from therapy_diary.storage.goals import Goals

        return Goals(self._connection)

    @cached_property
    def closings(self) -> "Closings":
        from therapy_diary.storage.closings import Closings

        return Closings(self._connection)

    @cached_property
    def contacts(self) -> "Contacts":
        from therapy_diary.storage.contacts import Contacts

        return Contacts(self._connection)

    @cached_property
    def attachments(self) -> "Attachments":
        from therapy_diary.storage.attachments import Attachments

        return Attachments(self._connection)

    @cached_property
    def draft_attachments(self) -> "DraftAttachments":
        from therapy_diary.storage.attachments import DraftAttachments

        return DraftAttachments(self._connection)

    @cached_property
    def own_words(self) -> "OwnWords":
        from therapy_diary.storage.own_words import OwnWords

        return OwnWords(self._connection)

    @cached_property
    def imports(self) -> "Imports":
        from therapy_diary.storage.imports import Imports

        return Imports(self._connection)

    @cached_property
    def answer_origins(self) -> "AnswerOrigins":
        from therapy_diary.storage.answer_origins import AnswerOrigins

        return AnswerOrigins(self._connection)

    @cached_property
    def whole(self) -> "Whole":
        from therapy_diary.storage.whole import Whole

        return Whole(self._connection)

    @cached_property
    def difficulty_checks(self) -> "DifficultyChecks":
        from therapy_diary.storage.difficulty_checks import DifficultyChecks

        return DifficultyChecks(self._connection)

    @cached_property
    def second_looks(self) -> "SecondLooks":
        from therapy_diary.storage.second_looks import SecondLooks

        return SecondLooks(self._connection)

    @cached_property
    def signs(self) -> "Signs":
        from therapy_diary.storage.signs import Signs

        return Signs(self._connection)

    @cached_property
    def setting_events(self) -> "SettingEvents":
        from therapy_diary.storage.setting_events import SettingEvents

        return SettingEvents(self._connection)

    @cached_property
    def tags(self) -> "Tags":
        from therapy_diary.storage.tags import Tags

        return Tags(self._connection)

    @cached_property
    def tasks(self) -> "Tasks":
        from therapy_diary.storage.tasks import Tasks

        return Tasks(self._connection)

    @cached_property
    def patterns(self) -> "Patterns":
        from therapy_diary.storage.patterns import Patterns

        return Patterns(self._connection)

    @cached_property
    def measures(self) -> "Measures":
        from therapy_diary.storage.measures import Measures

        return Measures(self._connection)

    @cached_property
    def whose(self) -> "Whose":
        from therapy_diary.storage.whose import Whose

        return Whose(self._connection)

    @cached_property
    def readings(self) -> "Readings":
        from therapy_diary.storage.readings import Readings

        return Readings(self._connection)

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

    @cached_property
    def search(self) -> "Search":
        """Finds what was written, for a moment that can wait for it."""
        from therapy_diary.storage.search import Search

        return Search(self._connection)

    def search_beside(self) -> "SearchBeside":
        """The same for a thread beside the window: stopped when the words change, and closed by whoever asked for it.

        Raises a StorageError.
        """
        from therapy_diary.storage.search import SearchBeside

        return SearchBeside(connect(self.file, self.key, read_only=True))

    def beside(self) -> "Diary":
        """The same diary through a connection of its own, for long work in a thread; closed by whoever asked for it.

        Nothing else may change the diary meanwhile. Raises a StorageError.
        """
        return Diary.open(self.file, self.key)

    @property
    def writes(self) -> int | None:
        """How many changes the file has seen, as far as this connection knows."""
        return self._connection.writes

    def catch_up(self, writes: int | None) -> None:
        """Take what was changed beside() this for our own and not for a stranger's, and tell the watchers."""
        self._connection.writes = writes
        self.choices.forget_what_was_read()
        for tell in tuple(self._watchers):
            tell()

    def counts(self) -> dict[str, int]:
        """How much it holds, by the names under which counts are told."""
        from therapy_diary.storage.examine import counted

        return counted(self._connection)

    def examine(self) -> "Findings":
        """Look through every page and every rule of the file."""
        from therapy_diary.storage.examine import examine

        return examine(self._connection)

    def close(self) -> None:
        """Close the file, once whoever writes beside the window is done. Nothing can be read or written afterwards."""
        self._watchers.clear()
        with self._connection.turn:
            self.is_open = False
            self._connection.close()
