import json
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from therapy_diary import __version__, mishap

CANARY = "my sister Dana"


def in_a_number() -> None:
    int(CANARY)


def in_a_date() -> None:
    datetime.strptime(CANARY, "%Y")


def in_a_name() -> None:
    {}[CANARY]


def in_a_file() -> None:
    Path(f"/nowhere/{CANARY}").read_text()


def in_an_encoding() -> None:
    f"{CANARY} \ud800".encode()


def in_a_reader() -> None:
    json.loads(f"[{CANARY}")


def in_a_chain() -> None:
    try:
        in_a_number()
    except ValueError as error:
        raise RuntimeError(CANARY) from error


CASES = [in_a_number, in_a_date, in_a_name, in_a_file, in_an_encoding, in_a_reader, in_a_chain]


@pytest.mark.parametrize("case", CASES)
def test_the_log_says_where_and_never_what(case: Callable[[], None], tmp_path: Path) -> None:
    with pytest.raises(Exception) as raised:  # noqa: PT011 - of any type at all
        case()
    line = mishap.record(raised.value, tmp_path / "log").read_text()
    assert raised.type.__name__ in line
    assert CANARY not in line
    assert "Dana" not in line
    assert "test_mishap.py:" in line
    assert case.__name__ in line
    assert __version__ in line
    assert str(tmp_path) not in line


def test_the_log_can_be_read_by_its_owner_only(tmp_path: Path) -> None:
    file = mishap.write_down("something", tmp_path / "log")
    assert file.stat().st_mode & 0o077 == 0


def test_the_log_does_not_grow_for_ever(tmp_path: Path) -> None:
    for _ in range(60):
        mishap.write_down("x" * 10_000, tmp_path)
    assert sum(it.stat().st_size for it in tmp_path.iterdir()) < 3 * mishap.LARGEST


def test_a_disk_that_refuses_the_log_is_no_second_error(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("a file stands where the folder should be")
    mishap.write_down("something", tmp_path / "log")


AT_EXIT = f"""
import sys, threading
from pathlib import Path
from therapy_diary import mishap
told = []
mishap.watch(Path(sys.argv[1]), lambda: told.append(1))
class Bad:
    def __del__(self): int({CANARY!r})
bad = Bad(); del bad
thread = threading.Thread(target=lambda: int({CANARY!r})); thread.start(); thread.join()
print(len(told))
int({CANARY!r})
"""


def test_errors_nobody_caught_are_written_down_wherever_they_come_from(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", AT_EXIT, str(tmp_path)], capture_output=True, text=True, check=False
    )
    log = (tmp_path / mishap.NAME).read_text()
    assert done.stdout == "2\n"
    assert log.count("ValueError") == 3
    assert CANARY not in log + done.stdout + done.stderr
