"""The power fails at a random moment. Whatever the program had said was kept is there when it comes back."""

import os
import shutil
import sys
from collections import Counter
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.faults.amount import amount, chances
from tests.faults.conftest import Tally
from tests.faults.disk_after_power_cut import Deed, Disk, clear, record
from tests.faults.program import PASSPHRASE, begun, running
from tests.faults.torn_page import free_some_pages, tear_unused_page
from therapy_diary.keys.errors import NoKey, WrongPassphrase
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import StorageError
from therapy_diary.vault.errors import FolderTrouble, NoDiaryYet
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.opening import open_with_passphrase
from therapy_diary.vault.rescue import heal
from therapy_diary.vault.restore import lay_out

pytestmark = pytest.mark.thorough

STATES = amount(short=70, full=6000)
OF_CONTROL = amount(short=40, full=400)

LIFE = """
import os, random, sys
from datetime import date, datetime, timedelta
from pathlib import Path
from therapy_diary.keys.passphrase import Cost
from therapy_diary.keys.recovery import new_code
from therapy_diary.vault.backup import make_backup
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.new_key import replace_key
from therapy_diary.vault.opening import Passphrase, begin, open_with_passphrase
from therapy_diary.vault.rescue import heal
from therapy_diary.vault.restore import lay_out
from therapy_diary.vault.ways_in import change_passphrase
folder, careless, chance = DiaryFolder(Path(sys.argv[1])), sys.argv[2] == "careless", random.Random(1)
noon, cost = datetime(2026, 3, 4, 12, 0), Cost(kibibytes=8192, passes=1, lanes=1)
def say(word): os.write(1, word.encode())
def spoiled(diary):
    if careless:
        diary._connection.execute("PRAGMA journal_mode = OFF")
        diary._connection.execute("PRAGMA synchronous = OFF")
        diary._connection.execute("PRAGMA cache_size = 8")
    return diary
hold = folder.hold()
diary = spoiled(begin(folder, now=lambda: noon, way=Passphrase(text="p0", cost=cost))[0])
with diary.change():
    therapy = diary.therapies.begin(label="With Ruth", started_on=date(2026, 3, 4)).id
say("begun")
notes = []
for number in range(1, 19):
    with diary.change():
        text = "The %dth. " % number * chance.choice([10, 400, 4000])
        notes.append(diary.notes.write(therapy, text, noon, title=str(number)))
        if number > 4:
            old = notes[number - 4]
            diary.notes.rewrite(old.id, "Again. " * 900, noon, title=old.title, session=None, kind=old.kind)
    say("saved %d" % number)
    if number in (5, 9, 13) and not careless:
        made = make_backup(folder, diary.file, diary.key, noon + timedelta(seconds=number))
        say("backup " + made.file.name)
    if number in (7, 12) and not careless:
        change_passphrase(folder, diary.key, "p%d" % number, cost)
        say("opens p%d" % number)
    if number == 15 and not careless:
        made = make_backup(folder, diary.file, diary.key, noon + timedelta(seconds=99))
        diary.close()
        with lay_out(folder, made.file) as found:
            found.look(found.keys.open_by_passphrase("p12"))
            found.restore(noon)
        diary = open_with_passphrase(folder, "p12")
        say("restored")
    if number == 17 and not careless:
        key = diary.key
        diary.close()
        diary = replace_key(folder, hold, key, code=new_code(), passphrase="p12", cost=cost)
        say("rekeyed")
"""


@pytest.fixture(scope="module")
def traced(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Where the program lived, and where its traces are; skipped without strace, unless it is required."""
    if shutil.which("strace") is None:
        if os.environ.get("THERAPY_DIARY_TEST_REQUIRE") == "all":
            pytest.fail("needs strace")
        pytest.skip("needs strace")
    return tmp_path_factory.mktemp("lived"), tmp_path_factory.mktemp("traces")


def lived(traced: tuple[Path, Path], manner: str) -> tuple[Path, list[Deed]]:
    home, traces = traced[0] / manner, traced[1] / manner
    home.mkdir()
    deeds = record([sys.executable, "-B", "-c", LIFE, str(home / "diary"), manner], home, traces)
    return home, deeds


def said_until(deeds: list[Deed]) -> dict[str, list[str]]:
    """What the program had reported: word -> what it was about."""
    words: dict[str, list[str]] = {
        "begun": [],
        "saved": [],
        "backup": [],
        "opens": ["p0"],
        "restored": [],
        "rekeyed": [],
    }
    for deed in deeds:
        if deed.kind == "said":
            word, _, about = deed.content.decode().partition(" ")
            words.setdefault(word, []).append(about)
    return words


def harm_in(folder: DiaryFolder, said: dict[str, list[str]], passphrases: list[str]) -> str:
    """What of the reported is not there; "unused page" when only a page that nothing uses is torn."""
    if not said["begun"]:
        return _harm_before_the_beginning(folder)
    try:
        diary = _opened(folder, passphrases)
    except (StorageError, NoKey, FolderTrouble) as error:
        return f"does not open: {type(error).__name__}"
    with closing(diary):
        try:
            found = diary.examine()
            therapy = diary.therapies.current()
            if therapy is None:
                return "the therapy is gone"
            numbers = sorted(int(it.title) for it in diary.notes.newest(therapy.id, 1000))
        except StorageError as error:
            return f"damaged: {type(error).__name__}"
        last = len(said["saved"])
        if numbers not in ([*range(1, last + 1)], [*range(1, last + 2)]):
            return "a save that was reported is gone"
        try:
            for name in said["backup"][-2:]:
                _open_as_a_stranger(folder, folder.backups / name)
        except (StorageError, FolderTrouble, NoKey) as error:
            return f"a backup that was reported: {type(error).__name__}"
        if found.whole:
            return ""
        key = diary.key
    if not all(it.startswith("page") for it in found.problems):
        return found.problems[0]
    return "unused page" if heal(folder, key) else "a page in use"


def _open_as_a_stranger(folder: DiaryFolder, backup: Path) -> None:
    """With one of the passphrases of that time, and nothing else."""
    with lay_out(folder, backup) as found:
        for passphrase in ("p0", "p7", "p12"):
            with suppress(WrongPassphrase):
                found.look(found.keys.open_by_passphrase(passphrase))
                return
    raise WrongPassphrase


def _harm_before_the_beginning(folder: DiaryFolder) -> str:
    try:
        open_with_passphrase(folder, "p0").close()
    except NoDiaryYet:
        return ""
    except (StorageError, NoKey, FolderTrouble) as error:
        return f"begun: {type(error).__name__}"
    return ""


def _opened(folder: DiaryFolder, passphrases: list[str]) -> Diary:
    for passphrase in passphrases[:-1]:
        try:
            return open_with_passphrase(folder, passphrase)
        except NoKey:
            continue
    return open_with_passphrase(folder, passphrases[-1])


def states(home: Path, deeds: list[Deed], many: int, place: Path) -> Counter[str]:
    """Let the power fail so often, and count what was wrong afterwards."""
    chance, found = chances(11), Counter[str]()
    for _ in range(many):
        until = chance.randrange(1, len(deeds))
        disk = Disk(home)
        for deed in deeds[:until]:
            if deed.kind != "said":
                disk.do(deed)
        disk.lay_out(place, chance)
        said = said_until(deeds[:until])
        coming = [f"p{it}" for it in (7, 12)]
        passphrases = [said["opens"][-1], *(it for it in coming if it not in said["opens"])][:2]
        found[harm_in(DiaryFolder(place / "diary"), said, passphrases)] += 1
        clear(place)
    return found


def test_nothing_reported_is_lost_when_the_power_fails(
    traced: tuple[Path, Path], tmp_path: Path, tally: Tally
) -> None:
    home, deeds = lived(traced, "as the program does")

    found = states(home, deeds, STATES, tmp_path / "after")

    tally("states", STATES)
    tally("torn unused pages, healed", found.pop("unused page", 0))
    assert len(deeds) > 800
    assert found == {"": found[""]}


def test_a_page_that_was_torn_and_holds_no_word_is_mended_from_the_open_window(tmp_path: Path) -> None:
    folder, _ = begun(tmp_path / "diary")
    with closing(open_with_passphrase(folder, PASSPHRASE)) as diary:
        free_some_pages(diary)
        key = diary.key
    tear_unused_page(folder.vault().file, key)
    with running(folder.path, tmp_path / "errors") as program:
        program.unlock()
        program.begin_note("written before it is mended")
        program.do("kept['torn'] = main; main.file_news.look_through()")
        program.wait_for("main.above.news.isVisible()")
        assert "none of your words is missing" in program.do("main.above.news.text()")
        program.do("QTest.mouseClick(main.above.news.findChild(QPushButton), Qt.MouseButton.LeftButton)")
        program.wait_for("main is not None and main is not kept['torn']")
        program.do("main.file_news.look_through()")
        program.begin_note("written after it was mended")
        assert program.quit() == 0
    with closing(open_with_passphrase(folder, PASSPHRASE)) as diary:
        assert diary.examine().whole
        texts = [diary.notes.get(it.id).text for it in diary.notes.newest(diary.therapies.all()[0].id, 9)]
        assert sorted(texts) == ["written after it was mended", "written before it is mended"]


def test_control_without_forcing_anything_out_the_same_power_cuts_do_harm(
    traced: tuple[Path, Path], tmp_path: Path, tally: Tally
) -> None:
    home, deeds = lived(traced, "careless")

    found = states(home, deeds, OF_CONTROL, tmp_path / "after")

    harmed = found.total() - found[""]
    tally("harmed", f"{harmed} of {OF_CONTROL}")
    assert harmed > OF_CONTROL / 4
