"""Brings a diary file up to the shape this version of the program reads.

Each file in migrations/ is one step, is written once, and is never edited after a release. To add one, name it
with the next number and say in its first comment what it is for; tests/storage/test_migrate.py finds it by itself.
"""

from collections.abc import Iterator
from pathlib import Path

from therapy_diary.storage.connection import Connection, is_complete
from therapy_diary.storage.errors import DiaryTooNew

FOLDER = Path(__file__).with_name("migrations")


def steps() -> list[str]:
    """The SQL of every step, oldest first. Step n takes a file from version n - 1 to n."""
    return [script.read_text(encoding="utf-8") for script in _scripts()]


def newest() -> int:
    """The number of the last step there is."""
    return len(_scripts())


def version_of(connection: Connection) -> int:
    """Which step the file has seen last; 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: Connection) -> None:
    """Run the steps this file has not seen, each one whole or not at all. Raises DiaryTooNew."""
    version = version_of(connection)
    if version > newest():
        raise DiaryTooNew
    if version == newest():
        return  # at nearly every start: nothing need be read
    waiting = steps()
    for number, script in enumerate(waiting[version:], start=version + 1):
        run_step(connection, number, script)


def run_step(connection: Connection, number: int, script: str) -> None:
    """Run one step and its version number in one transaction.

    Statement by statement, because executescript() would end the transaction first.
    """
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        connection.execute("BEGIN IMMEDIATE")
        for statement in statements(script):
            connection.execute(statement)
        if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise RuntimeError(f"step {number} leaves a row that points nowhere")
        connection.execute(f"PRAGMA user_version = {number:d}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute("PRAGMA foreign_keys = ON")


def _scripts() -> list[Path]:
    return sorted(FOLDER.glob("*.sql"))


def statements(script: str) -> Iterator[str]:
    """The statements of a script one by one; a trigger with its body counts as one."""
    gathered = ""
    for line in script.splitlines(keepends=True):
        gathered += line
        if is_complete(gathered):
            yield gathered
            gathered = ""
    if gathered.strip():
        raise ValueError("the last statement of a step has no end")
