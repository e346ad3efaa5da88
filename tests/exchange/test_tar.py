"""Joplin's JEX and any other tar: listed without unpacking, and made to do no harm."""

import io
import os
import random
import tarfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import NOON
from tests.exchange.conftest import HERE, as_bytes, zipped
from tests.exchange.test_as_programs_write import NOTE, PICTURE, joplin, joplins
from tests.pace import at_this_pace
from therapy_diary.exchange import packed
from therapy_diary.exchange.bringing import bring, look_through
from therapy_diary.exchange.errors import ExchangeTrouble, Trouble
from therapy_diary.exchange.found import Why
from therapy_diary.storage.diary import Diary

pytestmark = pytest.mark.thorough

Change = Callable[[tarfile.TarInfo], None]
FILES = joplins(joplin(f"A day\n\nLook: ![](:/{PICTURE})", 1, id=NOTE))


def tarred(place: Path, more: Change | None = None, kind: int = tarfile.USTAR_FORMAT, **names: bytes) -> Path:
    """Joplin's files in a tar, and one more member made as told."""
    with tarfile.open(place, "w", format=kind) as archive:
        for name, content in FILES.items():
            add(archive, name, as_bytes(content))
        if more is not None:
            member = tarfile.TarInfo("more.md")
            more(member)
            archive.addfile(member, io.BytesIO(bytes(member.size)))
        for name, content in names.items():
            add(archive, name, content)
    return place


def add(archive: tarfile.TarFile, name: str, content: bytes) -> None:
    member = tarfile.TarInfo(name)
    member.size = len(content)
    archive.addfile(member, io.BytesIO(content))


def refused(diary: Diary, place: Path) -> Trouble:
    with pytest.raises(ExchangeTrouble) as error:
        bring(diary, place, now=NOON, here=HERE)
    assert all(count == 0 for count in diary.examine().counts.values())
    return error.value.kind


@pytest.mark.parametrize("kind", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
@pytest.mark.parametrize("name", ["export.jex", "export.tar", "export"])
def test_joplins_archive_is_read_by_what_is_in_it(diary: Diary, tmp_path: Path, kind: int, name: str) -> None:
    report = bring(diary, tarred(tmp_path / name, kind=kind), now=NOON, here=HERE)
    assert (report.format, report.new, report.skipped) == ("joplin", 1, ())
    [note] = diary.notes.newest(diary.therapies.all()[0].id, 9)
    assert (note.title, note.text) == ("A day", "Look: ![](attachment:my%20sea.png)")
    [picture] = diary.attachments.of(note.id)
    assert diary.attachments.content(picture.id) == b"picture"


def test_the_same_as_a_folder_adds_nothing(diary: Diary, tmp_path: Path) -> None:
    bring(diary, tarred(tmp_path / "export.jex"), now=NOON, here=HERE)
    with tarfile.open(tmp_path / "export.jex") as archive:
        for it in archive.getmembers():
            file = tmp_path / "raw" / it.name
            file.parent.mkdir(parents=True, exist_ok=True)
            if (
                content := archive.extractfile(it)
            ) is not None:  # Debian's Python knows no filter for extractall()
                file.write_bytes(content.read())
    assert bring(diary, tmp_path / "raw", now=NOON, here=HERE).new == 0


def named(name: str) -> Change:
    return lambda it: setattr(it, "name", name)


def of_type(kind: bytes) -> Change:
    def change(it: tarfile.TarInfo) -> None:
        it.type, it.linkname = kind, "/etc/passwd"

    return change


@pytest.mark.parametrize(
    ("change", "what", "why"),
    [
        (named("/etc/evil.md"), "evil.md", Why.UNSAFE_PATH),
        (named("../../evil.md"), "evil.md", Why.UNSAFE_PATH),
        (named("a/../../evil.md"), "evil.md", Why.UNSAFE_PATH),
        (named("C:\\evil.md"), "evil.md", Why.UNSAFE_PATH),
        (named("..\\evil.md"), "evil.md", Why.UNSAFE_PATH),
        (of_type(tarfile.SYMTYPE), "more.md", Why.NOT_A_FILE),
        (of_type(tarfile.LNKTYPE), "more.md", Why.NOT_A_FILE),
        (of_type(tarfile.CHRTYPE), "more.md", Why.NOT_A_FILE),
        (of_type(tarfile.BLKTYPE), "more.md", Why.NOT_A_FILE),
        (of_type(tarfile.FIFOTYPE), "more.md", Why.NOT_A_FILE),
    ],
)
def test_members_that_lead_out_or_are_no_files_are_named_and_never_read(
    diary: Diary, tmp_path: Path, change: Change, what: str, why: Why
) -> None:
    report = bring(diary, tarred(tmp_path / "e.jex", change), now=NOON, here=HERE)
    assert report.new == 1
    assert [(it.what, it.why) for it in report.skipped] == [(what, why)]
    assert sorted(it.name for it in tmp_path.iterdir() if it.suffix == ".md") == []


def test_a_tar_that_was_cut_is_refused(diary: Diary, tmp_path: Path) -> None:
    whole = tarred(tmp_path / "whole.jex").read_bytes()
    with tarfile.open(tmp_path / "whole.jex") as archive:
        ends = [it.offset_data + -(-it.size // 512) * 512 for it in archive]
    for cut in (600, ends[1], ends[1] + 200, ends[-1], ends[-1] - 1):
        (tmp_path / "cut.jex").write_bytes(whole[:cut])
        assert refused(diary, tmp_path / "cut.jex") is Trouble.BROKEN


def test_one_whose_list_is_damaged_in_the_middle_is_refused(diary: Diary, tmp_path: Path) -> None:
    whole = bytearray(tarred(tmp_path / "whole.jex").read_bytes())
    with tarfile.open(tmp_path / "whole.jex") as archive:
        second = archive.getmembers()[1].offset
    whole[second + 150] ^= 0xFF  # its checksum
    (tmp_path / "bad.jex").write_bytes(whole)
    assert refused(diary, tmp_path / "bad.jex") is Trouble.BROKEN


def header(size: bytes, kind: bytes = b"0", name: bytes = b"a.md") -> bytes:
    """A block that says what follows, with any size."""
    block = bytearray(tarfile.TarInfo("x").tobuf(tarfile.USTAR_FORMAT))
    block[0:100] = name.ljust(100, b"\0")
    block[124:136] = size
    block[156:157] = kind
    block[148:156] = b" " * 8
    block[148:156] = f"{sum(block):06o}\0 ".encode()
    return bytes(block)


HUGE, NEGATIVE = b"\x80" + bytes(3) + b"\x7f" + b"\xff" * 7, b"\xff" * 10 + b"\xfe\x00"
LINES = b"".join(f"{len(it) + 3} {it}\n".encode() for it in ("GNU.sparse.major=1", "GNU.sparse.minor=0"))


@pytest.mark.parametrize(
    ("blocks", "trouble"),
    [
        (header(HUGE), Trouble.BROKEN),
        (header(NEGATIVE), Trouble.BROKEN),
        (header(HUGE, b"x"), Trouble.BROKEN),
        (header(NEGATIVE, b"x"), Trouble.BROKEN),
        (header(HUGE, b"L"), Trouble.BROKEN),
        (header(b"00010000000\0", b"x"), Trouble.BROKEN),
        (header(b"00000000000\0", b"S"), Trouble.UNPACKS_TOO_FAR),
        (header(f"{len(LINES):011o}\0".encode(), b"x") + LINES.ljust(512, b"\0") + header(b"00000100000\0") + b"1\n" * (1 << 20), Trouble.BROKEN),
        (header(b"00000000000\0", b"x") * 5000, Trouble.BROKEN),
    ],
    ids=["huge", "negative", "huge head", "negative head", "huge name", "large head", "holes", "list of holes", "heads without an end"],
)  # fmt: skip
def test_a_tar_that_lies_is_refused(diary: Diary, tmp_path: Path, blocks: bytes, trouble: Trouble) -> None:
    place = tmp_path / "liar.jex"
    place.write_bytes(blocks + bytes(1024))
    assert refused(diary, place) is trouble


def pax(body: bytes, kind: bytes = b"x", most: int = 0) -> bytes:
    """PAX that holds this, once for each of so many members, else for one."""
    head = header(f"{len(body):011o}\0".encode(), kind) + body + bytes(-len(body) % 512)
    return (head + header(b"00000000000\0")) * (most or 1)


def line(key: str, value: str) -> bytes:
    """A line of PAX, which says how long it is, that included."""
    rest = f" {key}={value}\n".encode()
    size = next(it for it in range(len(rest), len(rest) + 9) if it == len(rest) + len(str(it)))
    return str(size).encode() + rest


@pytest.mark.parametrize(
    "blocks",
    [
        pax(b"9" * 15_000),
        pax(line("comment", "9" * 15_000), most=9),
        pax(line("comment", "9" * 101)),
        pax(b"1 " * 5_000),
        pax(b"0 a=\n"),
        pax(b"5 a=b\n"),
        pax(b"9 a=b\n"),
        pax(b"4 =b\n"),
        pax(b"no line"),
        pax(line("a", "b") + b"\0" + line("a", "b")),
        pax(line("a", "b" * 17_000)),
        pax(line("a", "b" * 400), b"g", most=3),
    ],
    ids=["digits", "digits in a line", "too many digits", "lengths", "of no length", "too short", "too long", "no key", "words", "more behind the end", "large", "much for all"],
)  # fmt: skip
def test_pax_that_is_none_is_refused_in_a_moment(diary: Diary, tmp_path: Path, blocks: bytes) -> None:
    place = tmp_path / "liar.jex"
    place.write_bytes(blocks + bytes(1024))
    took = []
    for _ in range(3):  # what takes long does so each time, and a busy machine does not
        began = time.process_time()
        assert refused(diary, place) is Trouble.BROKEN
        took.append(time.process_time() - began)
    assert min(took) < at_this_pace(0.25)


def test_pax_about_all_members_together_has_an_end(
    diary: Diary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packed, "LARGEST_HEADS", 2048)
    place = tmp_path / "e.jex"
    place.write_bytes(pax(line("comment", "words"), most=4) + bytes(1024))
    assert look_through(diary, place, now=NOON, here=HERE).new == 0
    place.write_bytes(pax(line("comment", "words"), most=5) + bytes(1024))
    assert refused(diary, place) is Trouble.BROKEN


def test_pax_as_programs_write_it_is_read(diary: Diary, tmp_path: Path) -> None:
    place = tmp_path / "e.jex"
    said = {"comment": "Wörter = mehr\nof them", "mtime": "1700000000.123456789", "SCHILY.fflags": "x"}
    with tarfile.open(place, "w", format=tarfile.PAX_FORMAT, pax_headers={"comment": "c" * 60}) as archive:
        for name, content in FILES.items():
            member = tarfile.TarInfo(name)
            member.size, member.pax_headers = (
                len(as_bytes(content)),
                {**said, "path": f"{'long/' * 99}{name}"},
            )
            archive.addfile(member, io.BytesIO(as_bytes(content)))
    assert bring(diary, place, now=NOON, here=HERE).new == 1


@pytest.mark.parametrize("kind", ["tar", "zip"])
def test_one_with_more_members_than_a_diary_has_is_refused(
    diary: Diary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr(packed, "MOST_NAMES", 5)
    place = zipped(tmp_path / "e", FILES) if kind == "zip" else tarred(tmp_path / "e")
    assert refused(diary, place) is Trouble.TOO_LARGE


def test_an_empty_one_is_no_diary(diary: Diary, tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "e.jex", "w") as archive:
        archive.add(tmp_path, "folder", recursive=False)
    assert refused(diary, tmp_path / "e.jex") is Trouble.NOT_KNOWN


def test_a_harmed_tar_never_brings_more_than_a_sentence(diary: Diary, tmp_path: Path) -> None:
    whole = tarred(tmp_path / "whole.jex", kind=tarfile.PAX_FORMAT, **{"n" * 120: b"x"}).read_bytes()
    chance, place = random.Random(7), tmp_path / "e.jex"  # noqa: S311
    for _ in range(300):
        harmed = bytearray(whole)
        for _ in range(chance.randrange(1, 4)):
            at = chance.randrange(len(harmed))
            harmed[at : at + chance.randrange(2)] = bytes([chance.randrange(256)])
        place.write_bytes(harmed)
        try:
            look_through(diary, place, now=NOON, here=HERE)
        except ExchangeTrouble:
            continue


def test_a_link_in_a_zip_is_named_too(diary: Diary, tmp_path: Path) -> None:
    link = zipfile.ZipInfo("2020-01-02.md")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "e.zip", "w") as archive:
        archive.writestr("2020-01-01.md", "x")
        archive.writestr(link, os.fspath("/etc/passwd"))
    report = bring(diary, tmp_path / "e.zip", now=NOON, here=HERE)
    assert (report.new, [it.why for it in report.skipped]) == (1, [Why.NOT_A_FILE])
