from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import KEY
from therapy_diary.storage.connection import Connection, create
from therapy_diary.storage.errors import DiaryTooNew
from therapy_diary.storage.migrate import migrate, run_step, statements, steps, version_of


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    connection = create(tmp_path / "diary.db", KEY)
    yield connection
    connection.close()


def test_a_step_that_fails_leaves_the_file_as_it_was(connection: Connection) -> None:
    with pytest.raises(Exception, match="no such table"):
        run_step(connection, 1, "CREATE TABLE kept (x);\nDROP TABLE missing;\n")

    assert connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0
    assert version_of(connection) == 0


def test_a_step_that_leaves_a_row_pointing_nowhere_is_refused(connection: Connection) -> None:
    script = "CREATE TABLE a (id INTEGER PRIMARY KEY);\nCREATE TABLE b (a INTEGER REFERENCES a (id));\nINSERT INTO b VALUES (7);\n"
    with pytest.raises(RuntimeError, match="points nowhere"):
        run_step(connection, 1, script)
    assert version_of(connection) == 0


def test_a_file_from_a_later_version_is_left_alone(connection: Connection) -> None:
    connection.execute(f"PRAGMA user_version = {len(steps()) + 1}")

    with pytest.raises(DiaryTooNew):
        migrate(connection)


def test_every_step_is_made_of_whole_statements() -> None:
    for script in steps():
        assert len(list(statements(script))) > 0


def test_every_table_is_strict(connection: Connection) -> None:
    migrate(connection)
    lax = connection.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    assert [row[0] for row in lax] == []
