"""import and export as a script uses them."""

import csv
import json
import shutil
import stat
from pathlib import Path

import pytest

from tests.cli.in_process import Done, called
from tests.exchange.conftest import laid_out

pytestmark = pytest.mark.thorough

DAY_ONE = {
    "metadata": {"version": "1.0"},
    "entries": [
        {
            "uuid": "A",
            "creationDate": "2024-03-02T01:30:00Z",
            "timeZone": "America/New_York",
            "text": "# T\n\nx",
        },
        {"uuid": "B", "creationDate": "2024-03-05T12:00:00Z", "timeZone": "Europe/Berlin", "text": "y"},
        {"uuid": "C"},
    ],
}


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an empty diary that opens by passphrase."""
    home = tmp_path_factory.mktemp("begun") / "home"
    done = opened(home, "init")
    assert done.returncode == 0, done.stderr
    return home


@pytest.fixture
def home(begun: Path, tmp_path: Path) -> Path:
    return shutil.copytree(begun, tmp_path / "home")


def opened(home: Path, *arguments: str) -> Done:
    return called(home, *arguments, "--passphrase-stdin", typed="four plain words here\n")


def test_import_reports_as_the_contract_says(home: Path, tmp_path: Path) -> None:
    source = laid_out(tmp_path / "in", {"J.json": DAY_ONE}) / "J.json"
    expected = {
        "format": "day-one",
        "found": 3,
        "new": 2,
        "already": 0,
        "skipped": [{"what": "J, entry 3", "why": "it has no date"}],
        "from": "2024-03-01",
        "to": "2024-03-05",
    }

    dry = opened(home, "import", str(source), "--dry-run", "--json")
    assert json.loads(dry.stdout) == expected
    first = opened(home, "import", str(source), "--json")
    assert (first.returncode, json.loads(first.stdout)) == (0, expected)
    again = opened(home, "import", str(source), "--format", "day-one", "--json")
    assert json.loads(again.stdout) == {**expected, "new": 0, "already": 2}


def test_nothing_found_has_no_dates(home: Path, tmp_path: Path) -> None:
    source = laid_out(tmp_path / "in", {"J.json": {"tags": {}, "entries": []}}) / "J.json"
    said = json.loads(opened(home, "import", str(source), "--json").stdout)
    assert (said["found"], said["from"], said["to"]) == (0, None, None)


def test_what_cannot_be_brought_along_is_one_sentence(home: Path, tmp_path: Path) -> None:
    source = laid_out(tmp_path / "in", {"x.bin": b"\x00\x01"}) / "x.bin"
    refused = opened(home, "import", str(source))
    assert (refused.returncode, refused.stdout) == (1, "")
    assert len(refused.stderr.strip().splitlines()) == 1
    assert "x.bin" not in refused.stderr


def test_a_format_there_is_not_is_wrong_usage(home: Path) -> None:
    refused = opened(home, "import", "x", "--format", "nonsense")
    assert refused.returncode == 2
    assert "day-one" in refused.stderr
    assert opened(home, "export", "x", "--format", "docx").returncode == 2


@pytest.mark.parametrize("content", [json.dumps(DAY_ONE), '{"entries": ['])
def test_where_an_import_came_from_is_written_down_nowhere(home: Path, tmp_path: Path, content: str) -> None:
    """Another importer logs the whole path."""
    source = tmp_path / "a very telling name.json"
    source.write_text(content)
    done = opened(home, "import", str(source))
    assert done.returncode == (0 if content.endswith("}") else 1)
    told = done.stderr.encode()
    told += b"".join(it.read_bytes() for it in home.rglob("*") if it.is_file())
    assert b"telling" not in told


def test_a_day_is_split_at_its_headings_when_asked(home: Path, tmp_path: Path) -> None:
    month = '1: {text: "= A =\\nx\\n= B =\\ny"}\n'
    source = laid_out(tmp_path / "in", {"2019-02.txt": month})
    look = opened(home, "import", str(source), "--dry-run")
    assert "1 found (rednotebook), 1 new" in look.stdout
    assert "with --split-headings: 2 found, 2 new." in look.stdout
    done = opened(home, "import", str(source), "--split-headings", "--json")
    assert (json.loads(done.stdout)["found"], json.loads(done.stdout)["new"]) == (2, 2)
    assert json.loads(opened(home, "import", str(source), "--json").stdout)["new"] == 0


def test_json_goes_out_in_and_out_again_to_the_byte(home: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "1.json", tmp_path / "2.json"
    assert called(home, "--demo", "export", str(first), "--format", "json").returncode == 0
    assert opened(home, "import", str(first)).returncode == 0
    assert opened(home, "export", str(second), "--format", "json").returncode == 0
    assert first.read_bytes() == second.read_bytes()
    assert stat.S_IMODE(second.stat().st_mode) == 0o600
    assert json.loads(opened(home, "check", "--json").stdout)["ok"]


def test_every_rating_goes_into_a_table(home: Path, tmp_path: Path) -> None:
    done = called(home, "--demo", "export", str(tmp_path / "r.csv"), "--format", "csv", "--json")
    assert json.loads(done.stdout) == {"file": str(tmp_path / "r.csv")}
    with (tmp_path / "r.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {it["form"] for it in rows} >= {"alliance", "checklist", "goal"}
    assert any(it["value"] == "" for it in rows if it["form"] == "alliance")  # left out is not 0
    assert all(int(it["lowest"]) <= int(it["value"]) <= int(it["highest"]) for it in rows if it["value"])


def test_markdown_is_a_folder_for_its_owner(home: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = called(home, "--demo", "export", str(out), "--format", "markdown")
    assert done.returncode == 0
    assert "not encrypted" in done.stdout
    assert stat.S_IMODE(out.stat().st_mode) == 0o700
    files = list(out.glob("*.md"))
    assert len(files) > 40
    assert {stat.S_IMODE(it.stat().st_mode) for it in files} == {0o600}


def test_notes_that_may_not_be_printed_stay_out_of_markdown_unless_asked_for(
    home: Path, tmp_path: Path
) -> None:
    source = laid_out(tmp_path / "in", {"J.json": DAY_ONE}) / "J.json"
    assert opened(home, "import", str(source)).returncode == 0

    without = opened(home, "export", str(tmp_path / "out"), "--format", "markdown")
    assert "2 notes may not be printed and stayed out; with --never-printed they go along." in without.stdout
    assert list((tmp_path / "out").glob("*.md")) == []

    asked = opened(home, "export", str(tmp_path / "all"), "--format", "markdown", "--never-printed")
    assert "stayed out" not in asked.stdout
    assert len(list((tmp_path / "all").glob("*.md"))) == 2
    opened(home, "export", str(tmp_path / "all.json"))
    assert len(json.loads((tmp_path / "all.json").read_text())["tables"]["note"]) == 2  # JSON loses nothing


@pytest.mark.parametrize("kind", ["json", "markdown", "csv"])
def test_nothing_is_written_over(home: Path, tmp_path: Path, kind: str) -> None:
    target = tmp_path / "there"
    target.write_text("mine")
    refused = called(home, "--demo", "export", str(target), "--format", kind)
    assert refused.returncode == 1
    assert target.read_text() == "mine"
    assert [it.name for it in tmp_path.iterdir() if it.name.endswith(".part")] == []


def test_a_place_that_is_not_there_is_said(home: Path, tmp_path: Path) -> None:
    for kind in ("json", "markdown", "csv"):
        refused = called(home, "--demo", "export", str(tmp_path / "no" / "such"), "--format", kind)
        assert (refused.returncode, len(refused.stderr.strip().splitlines())) == (1, 1)
