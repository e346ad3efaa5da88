"""The command line as a script uses it: a process, its exit code, its two streams."""

import json
import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.conftest import PASSPHRASE, PATIENCE
from tests.cli.in_process import Done, called
from therapy_diary.storage.diary import Diary
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.opening import open_with_passphrase

Run = Callable[..., subprocess.CompletedProcess[str]]


@contextmanager
def changed(home: Path) -> Iterator[Diary]:
    """The diary in this folder, opened for one change."""
    folder = DiaryFolder(home)
    with folder.hold():
        diary = open_with_passphrase(folder, PASSPHRASE)
        with diary.change():
            yield diary
        diary.close()


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
            timeout=PATIENCE,
            check=False,
        )

    return therapy_diary


def test_init_prints_the_folder_and_the_code_as_one_object(run: Run, home: Path) -> None:
    begun = run("init", "--passphrase-stdin", "--json", typed=f"{PASSPHRASE}\n")

    said = json.loads(begun.stdout)
    assert set(said) == {"diary", "recovery_code"}
    assert said["diary"] == str(home)
    assert [len(group) for group in said["recovery_code"].split("-")] == [6] * 8
    assert (home / "current.json").is_file()


def test_check_opens_by_passphrase_and_by_recovery_code_and_counts(run: Run, code: str) -> None:
    by_words = run("check", "--json", "--passphrase-stdin", typed=f"{PASSPHRASE}\n")
    by_code = run("--json", "--recovery-stdin", "check", typed=f"{code}\n")

    assert by_words.returncode == by_code.returncode == 0
    report = json.loads(by_words.stdout)
    assert report == json.loads(by_code.stdout)
    assert (report["ok"], report["integrity"], report["problems"]) == (True, "ok", [])
    assert set(report["counts"]) == {
        "therapies", "sessions", "notes", "alliance_ratings", "checklists", "goals", "goal_ratings", "topics", "attachments",
    }  # fmt: skip


@pytest.mark.usefixtures("code")
def test_a_wrong_passphrase_is_one_sentence_and_exit_code_1(run: Run) -> None:
    refused = run("check", "--passphrase-stdin", typed="not these words\n")

    assert (refused.returncode, refused.stdout) == (1, "")
    assert len(refused.stderr.strip().splitlines()) == 1
    assert "Traceback" not in refused.stderr


def test_no_diary_is_said_with_the_way_to_begin_one(run: Run, home: Path) -> None:
    refused = run("check", "--passphrase-stdin", typed="x\n")

    assert refused.returncode == 1
    assert "therapy-diary init" in refused.stderr
    assert not home.exists() or not any(home.iterdir())


@pytest.mark.usefixtures("code")
def test_init_leaves_a_diary_alone_that_is_there(run: Run, home: Path) -> None:
    before = sorted((it, it.read_bytes()) for it in home.rglob("*") if it.is_file())

    refused = run("init", "--passphrase-stdin", typed="others\n")

    assert refused.returncode == 1
    assert before == sorted((it, it.read_bytes()) for it in home.rglob("*") if it.is_file())


def test_wrong_usage_is_exit_code_2(run: Run) -> None:
    assert run("worksheet").returncode == 2
    assert run("--no-such-option").returncode == 2


def test_two_ways_to_open_at_once_and_a_time_that_is_none_are_wrong_usage(run: Run, home: Path) -> None:
    assert run("check", "--passphrase-stdin", "--recovery-stdin", typed="x\n").returncode == 2
    assert run("init", "--passphrase-stdin", "--keyring", typed="x\n").returncode == 2

    refused = run("check", "--now", "noon")
    assert refused.returncode == 2
    assert "such as 2026-03-04T12:00" in refused.stderr
    assert not home.exists()


def test_a_beginning_that_is_refused_leaves_nothing_behind(run: Run, home: Path) -> None:
    for refused in (
        run("init", "--passphrase-stdin", "--json", typed="\n"),
        run("init", "--keyring", "--json"),
        run("--demo", "init", "--passphrase-stdin", "--json", typed="four plain words here\n"),
    ):
        assert (refused.returncode, refused.stdout, refused.stderr.count("\n")) == (1, "", 1)
        assert not home.exists()


def test_a_file_in_the_place_of_the_folder_is_called_so_and_left_alone(run: Run, home: Path) -> None:
    home.write_text("a shopping list")

    for command in ("init", "check"):
        refused = run(command, "--passphrase-stdin", typed="x\n")
        assert refused.returncode == 1
        assert "not a diary of this program" in refused.stderr
    assert home.read_text() == "a shopping list"


@pytest.mark.usefixtures("code")
def test_a_diary_whose_vault_is_gone_is_refused_and_stays_as_it_is(run: Run, home: Path) -> None:
    shutil.rmtree(home / "vaults")
    before = sorted(home.rglob("*"))

    refused = run("check", "--passphrase-stdin", typed=f"{PASSPHRASE}\n")

    assert refused.returncode == 1
    assert "vaults folder" in refused.stderr
    assert sorted(home.rglob("*")) == before


@pytest.mark.thorough(but=("init-none", "window-one that does not encrypt"))
@pytest.mark.parametrize(
    ("library", "says"),
    [
        ("from sqlite3.dbapi2 import *", "The part of the program that encrypts is missing or too old"),
        (None, "sqlcipher3 is missing"),
    ],
    ids=["one that does not encrypt", "none"],
)
@pytest.mark.parametrize("command", [["init", "--passphrase-stdin"], []], ids=["init", "window"])
def test_without_the_library_that_encrypts_nothing_begins(
    home: Path, tmp_path: Path, library: str | None, says: str, command: list[str]
) -> None:
    place = tmp_path / "libraries" / "sqlcipher3"
    place.mkdir(parents=True)
    (place / "__init__.py").write_text("" if library else "raise ImportError('gone', name='sqlcipher3')")
    (place / "dbapi2.py").write_text(library or "")
    program = (
        "import sys; from PySide6.QtWidgets import QMessageBox;"
        "QMessageBox.critical = lambda *it: print(it[-1]);"  # a person would press the button
        "from therapy_diary.__main__ import main; sys.exit(main())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *command],
        input=f"{PASSPHRASE}\n",
        capture_output=True,
        encoding="utf-8",
        env={
            **os.environ,
            "PYTHONPATH": str(place.parent),
            "THERAPY_DIARY_HOME": str(home),
            "QT_QPA_PLATFORM": "offscreen",
        },
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 1
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert (says in done.stdout) == (library is not None and not command)
    assert not (home / "current.json").exists()
    assert list(home.rglob("*.db")) == []


def test_a_tour_that_cannot_be_taken_is_one_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")

    for refused in (
        run("tour", str(tmp_path / "taken")),
        run("tour", str(tmp_path / "tour"), "--language", "tlh"),
    ):
        assert (refused.returncode, refused.stdout, refused.stderr.count("\n")) == (1, "", 1)
    assert [it.name for it in tmp_path.iterdir()] == ["taken"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_without_a_screen_the_window_is_refused_in_one_line_and_no_command_was_loaded(home: Path) -> None:
    screens = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in screens}
    program = (
        "import sys; from therapy_diary.__main__ import main; code = main();"
        "print(*sorted(it for it in sys.modules if it.startswith('therapy_diary.cli.'))); sys.exit(code)"
    )
    command = [sys.executable, "-c", program, "--diary", str(home)]

    for arguments, has_commands in (([], False), (["--locked"], False), (["--demo"], True)):
        refused = subprocess.run(
            [*command, *arguments],
            capture_output=True,
            encoding="utf-8",
            env=environment,
            timeout=PATIENCE,
            check=False,
        )
        assert (refused.returncode, refused.stderr.count("\n")) == (1, 1)
        assert "no screen" in refused.stderr
        rooms = {it.removeprefix("therapy_diary.cli.") for it in refused.stdout.split()}
        assert rooms >= {"words", "opening"} if has_commands else rooms == {"options", "outcome"}
    assert not home.exists()


@pytest.mark.thorough
def test_a_drawn_page_leaves_nothing_in_the_home_folder(tmp_path: Path) -> None:
    person = tmp_path / "person"
    person.mkdir()
    unset = {"XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "MPLCONFIGDIR"}
    environment = {name: value for name, value in os.environ.items() if name not in unset}
    command = [sys.executable, "-m", "therapy_diary", "--demo", "chart", "goals", str(tmp_path / "goals.svg")]

    subprocess.run(command, env={**environment, "HOME": str(person)}, timeout=PATIENCE, check=True)

    assert list(person.rglob("*")) == []


@pytest.mark.thorough
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


@pytest.mark.thorough(but=("arguments1-points1", "arguments4-points4"))
@pytest.mark.parametrize(
    ("arguments", "points"),
    [
        (("worksheet",), (595, 842)),
        (("worksheet", "--paper", "Letter"), (612, 792)),
        (("review", "--paper", "A4"), (595, 842)),
        (("review", "--paper", "A5"), (420, 595)),
        (("review", "--paper", "letter", "--large"), (612, 792)),
    ],
)
def test_a_page_is_written_on_the_paper_asked_for(
    home: Path, told: str, tmp_path: Path, arguments: tuple[str, ...], points: tuple[int, int]
) -> None:
    command, *options = arguments
    out = tmp_path / "page.pdf"
    opened = ("--passphrase-stdin", "--now", told)
    done = called(home, command, str(out), *options, *opened, typed=f"{PASSPHRASE}\n")
    assert (done.returncode, done.stderr) == (0, "")
    pages = PdfReader(out).pages
    assert len(pages) == (2 if command == "worksheet" else 1)
    assert tuple(round(it) for it in pages[0].mediabox[2:]) == points


@pytest.mark.thorough
@pytest.mark.usefixtures("code")
def test_large_print_that_takes_more_than_one_side_says_so(home: Path, tmp_path: Path) -> None:
    told, out = tmp_path / "told.json", tmp_path / "page.pdf"
    assert called(home, "--demo", "export", str(told), "--format", "json").returncode == 0
    wordy = told.read_text(encoding="utf-8").replace(
        "I would like to talk about", "I would like to talk about " + "this and that, and " * 40
    )
    told.write_text(wordy, encoding="utf-8")
    opened = ("--passphrase-stdin", "--now", "2026-03-04T12:00")
    assert called(home, "import", str(told), *opened, typed=f"{PASSPHRASE}\n").returncode == 0
    review = ("review", str(out), "--paper", "a5", "--large")
    done = called(home, *review, *opened, typed=f"{PASSPHRASE}\n")
    assert done.returncode == 0, done.stderr
    sides = len(PdfReader(out).pages)
    assert sides > 1
    assert f"It takes {sides} sides." in done.stderr


def test_a_paper_that_is_not_known_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    assert run("--demo", "review", str(tmp_path / "page.pdf"), "--paper", "a3").returncode == 2


@pytest.mark.thorough(but=("worksheet-page.txt", "review-page"))
@pytest.mark.parametrize("name", ["page.txt", "page", "page.docx"])
@pytest.mark.parametrize("command", ["worksheet", "review"])
def test_a_page_is_written_to_a_pdf_or_not_at_all(
    home: Path, tmp_path: Path, command: str, name: str
) -> None:
    refused = called(home, "--demo", command, str(tmp_path / name))

    assert refused.returncode == 1
    assert refused.stderr == "This page is written as a PDF. Choose a file that ends in .pdf.\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.thorough
def test_a_chart_is_for_this_person_only_and_comes_whole_or_not_at_all(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "goals.svg"
    assert run("--demo", "chart", "goals", str(out)).returncode == 0
    assert stat.S_IMODE(out.stat().st_mode) == 0o600

    nowhere = run("--demo", "chart", "goals", str(tmp_path / "gone" / "goals.svg"))
    assert nowhere.returncode == 1
    assert "no longer there" in nowhere.stderr
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.thorough
def test_an_unknown_chart_is_answered_with_those_there_are_and_each_comes_with_its_sentence(
    home: Path, told: str, tmp_path: Path
) -> None:
    def chart(name: str, out: Path) -> Done:
        opened = ("--passphrase-stdin", "--now", told)
        return called(home, "chart", name, str(out), *opened, typed=f"{PASSPHRASE}\n")

    refused = chart("streaks", tmp_path / "x.svg")

    assert refused.returncode == 1
    assert refused.stderr.count("\n") == 1
    names = refused.stderr.rstrip(".\n").partition("There are: ")[2].split(", ")
    assert names[:5] == ["alliance", "checklist", "goals", "overall", "goal-1"]
    assert "Sleep" not in refused.stderr  # no word of the diary
    for name in [*names, "Sleep, most nights"]:
        out = tmp_path / f"{name}.svg"
        done = chart(name, out)
        assert (done.returncode, done.stderr) == (0, ""), name
        words = " ".join(re.findall(r"<text[^>]*>([^<]*)</text>", out.read_text(encoding="utf-8")))
        assert re.search(r"at first|first three|First three|Since \w", words), name
    by_place, by_title = ((tmp_path / f"{it}.svg").read_bytes() for it in ("goal-1", "Sleep, most nights"))
    assert by_place == by_title


@pytest.mark.thorough
@pytest.mark.usefixtures("code")
def test_quiet_mode_draws_no_chart_and_gives_no_number(home: Path, tmp_path: Path) -> None:
    with changed(home) as diary:
        diary.therapies.begin(label="With N.", started_on=date(2026, 1, 6))
        diary.choices.be_quiet(True)
    opened = {"typed": f"{PASSPHRASE}\n"}
    for command in (("chart", "alliance", "a.png"), ("chart", "goal-1", "g.svg"), ("worksheet", "w.pdf")):
        out = tmp_path / command[-1]
        refused = called(home, *command[:-1], str(out), "--passphrase-stdin", **opened)
        assert (refused.returncode, refused.stdout) == (1, "")
        assert refused.stderr == (
            "Quiet mode is on: no numbers and no charts. Press F12 in the window to show everything again.\n"
        )
        assert not out.exists()
    checked = called(home, "check", "--passphrase-stdin", **opened)
    assert checked.returncode == 0
    assert not re.search(r"\d", checked.stdout)
    assert "Quiet mode is on" in checked.stdout
    counted = called(home, "check", "--json", "--passphrase-stdin", **opened)
    assert json.loads(counted.stdout)["counts"]["therapies"] == 1


@pytest.mark.usefixtures("code")
def test_a_chart_with_nothing_in_it_yet_is_one_sentence(home: Path, tmp_path: Path) -> None:
    with changed(home) as diary:
        diary.therapies.begin(label="With N.", started_on=date(2026, 1, 6))
    for name in ("alliance", "checklist", "goals"):
        out = tmp_path / "x.svg"
        refused = called(home, "chart", name, str(out), "--passphrase-stdin", typed=f"{PASSPHRASE}\n")
        assert (refused.returncode, refused.stdout, refused.stderr.count("\n")) == (1, "", 1)
        assert "appear here after" in refused.stderr
        assert not out.exists()


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
