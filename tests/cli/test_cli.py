"""The command line as a script uses it: a process, its exit code, its two streams."""

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
PASSPHRASE = "four plain words here"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def run(home: Path) -> Run:
    """therapy-diary with these arguments, on a diary in a folder of its own."""

    def therapy_diary(*arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "THERAPY_DIARY_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
        environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
        command = [sys.executable, "-m", "therapy_diary", *arguments]
        return subprocess.run(
            command,
            input=typed,
            capture_output=True,
            encoding="utf-8",
            env=environment,
            timeout=120,
            check=False,
        )

    return therapy_diary


def begin(run: Run) -> str:
    """A diary that opens by passphrase; its recovery code."""
    begun = run("init", "--passphrase-stdin", "--json", typed=f"{PASSPHRASE}\n")
    assert begun.returncode == 0, begun.stderr
    return str(json.loads(begun.stdout)["recovery_code"])


def test_init_prints_the_folder_and_the_code_as_one_object(run: Run, home: Path) -> None:
    begun = run("init", "--passphrase-stdin", "--json", typed=f"{PASSPHRASE}\n")

    said = json.loads(begun.stdout)
    assert set(said) == {"diary", "recovery_code"}
    assert said["diary"] == str(home)
    assert [len(group) for group in said["recovery_code"].split("-")] == [6] * 8
    assert (home / "current.json").is_file()


def test_check_opens_by_passphrase_and_by_recovery_code_and_counts(run: Run) -> None:
    code = begin(run)

    by_words = run("check", "--json", "--passphrase-stdin", typed=f"{PASSPHRASE}\n")
    by_code = run("--json", "--recovery-stdin", "check", typed=f"{code}\n")

    assert by_words.returncode == by_code.returncode == 0
    report = json.loads(by_words.stdout)
    assert report == json.loads(by_code.stdout)
    assert (report["ok"], report["integrity"], report["problems"]) == (True, "ok", [])
    assert set(report["counts"]) == {
        "therapies", "sessions", "notes", "alliance_ratings", "checklists", "goals", "goal_ratings", "topics", "attachments",
    }  # fmt: skip


def test_a_wrong_passphrase_is_one_sentence_and_exit_code_1(run: Run) -> None:
    begin(run)

    refused = run("check", "--passphrase-stdin", typed="not these words\n")

    assert (refused.returncode, refused.stdout) == (1, "")
    assert len(refused.stderr.strip().splitlines()) == 1
    assert "Traceback" not in refused.stderr


def test_no_diary_is_said_with_the_way_to_begin_one(run: Run, home: Path) -> None:
    refused = run("check", "--passphrase-stdin", typed="x\n")

    assert refused.returncode == 1
    assert "therapy-diary init" in refused.stderr
    assert not home.exists() or not any(home.iterdir())


def test_init_leaves_a_diary_alone_that_is_there(run: Run, home: Path) -> None:
    begin(run)
    before = sorted((it, it.read_bytes()) for it in home.rglob("*") if it.is_file())

    refused = run("init", "--passphrase-stdin", typed="others\n")

    assert refused.returncode == 1
    assert before == sorted((it, it.read_bytes()) for it in home.rglob("*") if it.is_file())


def test_wrong_usage_is_exit_code_2(run: Run) -> None:
    assert run("worksheet").returncode == 2
    assert run("--no-such-option").returncode == 2


def test_the_demo_goes_with_every_command_that_reads(run: Run, tmp_path: Path) -> None:
    counted = run("--demo", "check", "--json")
    assert json.loads(counted.stdout)["counts"]["sessions"] == 41

    for arguments in (
        ("worksheet", "w.pdf"),
        ("review", "r.pdf"),
        ("chart", "alliance", "a.svg"),
        ("chart", "goals", "g.png"),
    ):
        out = tmp_path / arguments[-1]
        done = run("--demo", *arguments[:-1], str(out))
        assert done.returncode == 0, done.stderr
        assert out.stat().st_size > 1000


def test_a_chart_is_for_this_person_only_and_comes_whole_or_not_at_all(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "goals.svg"
    assert run("--demo", "chart", "goals", str(out)).returncode == 0
    assert stat.S_IMODE(out.stat().st_mode) == 0o600

    nowhere = run("--demo", "chart", "goals", str(tmp_path / "gone" / "goals.svg"))
    assert nowhere.returncode == 1
    assert "no longer there" in nowhere.stderr
    assert list(tmp_path.iterdir()) == [out]


def test_an_unknown_chart_is_answered_with_those_there_are(run: Run, tmp_path: Path) -> None:
    refused = run("--demo", "chart", "streaks", str(tmp_path / "x.svg"))

    assert refused.returncode == 1
    assert "alliance" in refused.stderr


def test_a_reader_that_has_heard_enough_is_no_bug_of_ours(home: Path) -> None:
    command = f"{sys.executable} -m therapy_diary --demo check | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", command],
        env={**os.environ, "THERAPY_DIARY_HOME": str(home)},
        capture_output=True,
        check=False,
    )

    assert done.returncode == 1
    assert done.stderr == b""
