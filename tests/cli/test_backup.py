"""therapy-diary backup and restore as a script uses them: from one computer's folder to another's."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import PASSPHRASE, PATIENCE

pytestmark = pytest.mark.thorough

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """therapy-diary on the diary of a computer of this name."""

    def therapy_diary(*arguments: str, at: str = "home", typed: str = "") -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "THERAPY_DIARY_HOME": str(tmp_path / at)}
        environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
        return subprocess.run(
            [sys.executable, "-m", "therapy_diary", *arguments],
            input=typed,
            capture_output=True,
            encoding="utf-8",
            env=environment,
            timeout=PATIENCE,
            check=False,
        )

    return therapy_diary


def backed_up(run: Run, file: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return run(
        "backup",
        str(file),
        "--passphrase-stdin",
        "--now",
        "2026-03-04T12:00",
        *options,
        typed=f"{PASSPHRASE}\n",
    )


def test_a_backup_is_restored_on_another_computer_with_the_paper_alone(
    run: Run, code: str, tmp_path: Path
) -> None:
    made = backed_up(run, tmp_path / "stick.diarybackup", "--json")
    assert made.returncode == 0, made.stderr
    assert json.loads(made.stdout)["made"] == "2026-03-04T12:00:00"

    restored = run(
        "restore", str(tmp_path / "stick.diarybackup"), "--recovery-stdin", "--json", at="there", typed=code
    )

    assert restored.returncode == 0, restored.stderr
    assert json.loads(restored.stdout)["counts"] == json.loads(made.stdout)["counts"]
    assert run("check", "--passphrase-stdin", at="there", typed=f"{PASSPHRASE}\n").returncode == 0


def test_a_file_that_is_there_is_never_written_over(run: Run, code: str, tmp_path: Path) -> None:
    (tmp_path / "x").write_text("mine")

    refused = backed_up(run, tmp_path / "x")

    assert (refused.returncode, refused.stdout) == (1, "")
    assert len(refused.stderr.splitlines()) == 1
    assert (tmp_path / "x").read_text() == "mine"
    assert code


@pytest.mark.parametrize("spoil", ["another file", "half", "nothing"])
def test_what_cannot_be_restored_is_one_sentence_and_changes_nothing(
    run: Run, code: str, tmp_path: Path, spoil: str
) -> None:
    file = tmp_path / "stick.diarybackup"
    if spoil == "half":
        backed_up(run, file)
        file.write_bytes(file.read_bytes()[:-9000])
    elif spoil == "another file":
        file.write_text("a shopping list")
    before = {it: it.read_bytes() for it in (tmp_path / "home").rglob("*") if it.is_file()}

    refused = run("restore", str(file), "--recovery-stdin", typed=code)

    assert (refused.returncode, refused.stdout) == (1, "")
    assert len(refused.stderr.splitlines()) == 1
    assert before == {it: it.read_bytes() for it in (tmp_path / "home").rglob("*") if it.is_file()}


def test_a_wrong_code_restores_nothing(run: Run, code: str, tmp_path: Path) -> None:
    backed_up(run, tmp_path / "stick.diarybackup")

    refused = run(
        "restore",
        str(tmp_path / "stick.diarybackup"),
        "--recovery-stdin",
        at="there",
        typed=code[:-7] + "000008",
    )

    assert refused.returncode == 1
    assert run("check", "--recovery-stdin", at="there", typed=code).returncode == 1


def test_the_demo_has_no_backup_and_says_so(run: Run, tmp_path: Path) -> None:
    refused = run("--demo", "backup", str(tmp_path / "x"))

    assert refused.returncode == 1
    assert "made-up" in refused.stderr
