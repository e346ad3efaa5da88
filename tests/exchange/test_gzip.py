"""A tar packed by gzip, as a folder is put together for a move: read like a tar, from any place, and kept within limits."""

import gzip
import io
import os
import random
import tarfile
import time
from pathlib import Path

import pytest

from tests.conftest import NOON
from tests.exchange.conftest import HERE
from tests.exchange.test_tar import add, named, refused, tarred
from tests.pace import at_this_pace
from therapy_diary.exchange import gzipped
from therapy_diary.exchange.bringing import bring, look_through
from therapy_diary.exchange.errors import ExchangeTrouble, Trouble
from therapy_diary.exchange.found import Why
from therapy_diary.exchange.gzipped import Gunzipped
from therapy_diary.storage.diary import Diary

pytestmark = pytest.mark.thorough


def gzip_of(place: Path, content: bytes) -> Path:
    place.write_bytes(gzip.compress(content, compresslevel=1, mtime=0))
    return place


def packed_tar(tmp_path: Path, name: str = "export.tar.gz", **names: bytes) -> Path:
    return gzip_of(tmp_path / name, tarred(tmp_path / "plain", **names).read_bytes())


@pytest.mark.parametrize("name", ["export.tar.gz", "export.tgz", "export.jex", "export"])
def test_it_is_read_by_what_is_in_it_and_is_the_same_as_the_tar(
    diary: Diary, tmp_path: Path, name: str
) -> None:
    place = packed_tar(tmp_path, name)
    report = bring(diary, place, now=NOON, here=HERE)
    assert (report.format, report.new, report.skipped) == ("joplin", 1, ())
    [note] = diary.notes.newest(diary.therapies.all()[0].id, 9)
    assert (note.title, note.text) == ("A day", "Look: ![](attachment:my%20sea.png)")
    [picture] = diary.attachments.of(note.id)
    assert diary.attachments.content(picture.id) == b"picture"
    assert bring(diary, tmp_path / "plain", now=NOON, here=HERE).new == 0


def test_a_folder_of_another_program_packed_so_comes_too(diary: Diary, tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "data.tar.gz", "w:gz") as archive:
        add(archive, "./rednotebook/data/2019-02.txt", b"1: {text: 'By the lake'}\n")
        add(archive, "./rednotebook/data/2019-03.txt", b"4: {text: 'At home'}\n")
    report = bring(diary, tmp_path / "data.tar.gz", now=NOON, here=HERE)
    assert (report.format, report.new) == ("rednotebook", 2)


def test_a_member_that_leads_out_is_named_and_never_read(diary: Diary, tmp_path: Path) -> None:
    place = gzip_of(tmp_path / "e.tgz", tarred(tmp_path / "t", named("../../evil.md")).read_bytes())
    report = bring(diary, place, now=NOON, here=HERE)
    assert (report.new, [(it.what, it.why) for it in report.skipped]) == (
        1,
        [("evil.md", Why.UNSAFE_PATH)],
    )


def test_one_that_was_cut_anywhere_is_refused(diary: Diary, tmp_path: Path) -> None:
    whole = packed_tar(tmp_path, noise=os.urandom(50_000)).read_bytes()
    place = tmp_path / "cut.tgz"
    for cut in (3, 12, 600, len(whole) // 2, len(whole) - 9, len(whole) - 1):
        place.write_bytes(whole[:cut])
        assert refused(diary, place) is Trouble.BROKEN


def test_one_that_was_harmed_is_refused(diary: Diary, tmp_path: Path) -> None:
    whole = bytearray(packed_tar(tmp_path).read_bytes())
    whole[-6] ^= 1  # its checksum
    (tmp_path / "bad.tgz").write_bytes(whole)
    assert refused(diary, tmp_path / "bad.tgz") is Trouble.BROKEN


def test_one_whose_tar_was_cut_before_it_was_packed_is_refused(diary: Diary, tmp_path: Path) -> None:
    whole = tarred(tmp_path / "plain").read_bytes()
    assert refused(diary, gzip_of(tmp_path / "e.tgz", whole[:1700])) is Trouble.BROKEN


@pytest.mark.parametrize(
    "content",
    [
        gzip.compress(b"[2020-01-01 10:00] a diary\n"),
        gzip.compress(gzip.compress(b"x")),
        gzip.compress(b""),
        b"BZh91AY&SY" + bytes(40),
        b"\xfd7zXZ\0" + bytes(40),
        b"7z\xbc\xaf\x27\x1c" + bytes(40),
        b"Rar!\x1a\x07\x01\0" + bytes(40),
        b"\x28\xb5\x2f\xfd" + bytes(40),
    ],
    ids=["a text in gzip", "gzip in gzip", "nothing in gzip", "bzip2", "xz", "7z", "rar", "zstd"],
)
def test_what_is_packed_otherwise_is_answered_with_what_to_do(
    diary: Diary, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "packed").write_bytes(content)
    assert refused(diary, tmp_path / "packed") is Trouble.PACKED_OTHERWISE


def test_a_text_that_begins_like_the_name_of_a_packer_is_a_text(diary: Diary, tmp_path: Path) -> None:
    (tmp_path / "2020-01-01.md").write_text("BZh was written on the door. Rar! 7z.")
    assert bring(diary, tmp_path / "2020-01-01.md", now=NOON, here=HERE).new == 1


def test_one_that_unpacks_too_far_is_refused_before_it_is_unpacked(
    diary: Diary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = packed_tar(tmp_path, spaces=b" " * 40_000_000)
    assert refused(diary, place) is Trouble.UNPACKS_TOO_FAR
    fair = packed_tar(tmp_path, spaces=b" " * 10_000_000)
    assert look_through(diary, fair, now=NOON, here=HERE).new == 1
    monkeypatch.setattr(gzipped, "MOST_UNPACKED", 9_000_000)
    assert refused(diary, fair) is Trouble.TOO_LARGE


def test_it_can_be_stopped_while_it_is_unpacked(diary: Diary, tmp_path: Path) -> None:
    place = packed_tar(tmp_path)
    with pytest.raises(ExchangeTrouble) as error:
        look_through(diary, place, now=NOON, go_on=lambda _: False)
    assert error.value.kind is Trouble.STOPPED


def opened(content: bytes) -> Gunzipped:
    return Gunzipped(io.BytesIO(content), len(content))


@pytest.mark.parametrize("places", [3, 1024])
def test_it_reads_from_any_place_as_if_it_were_not_packed(
    monkeypatch: pytest.MonkeyPatch, places: int
) -> None:
    monkeypatch.setattr(gzipped, "MOST_PLACES", places)
    monkeypatch.setattr(gzipped, "NEAREST", 5_000)
    monkeypatch.setattr(gzipped, "CHUNK", 4_000)
    chance = random.Random(7)  # noqa: S311
    some = b"".join(chance.randbytes(chance.randrange(300)) * chance.randrange(1, 9) for _ in range(700))
    parts = (some[:90_000], b"", some[90_000:])
    file = opened(b"".join(gzip.compress(it) for it in parts) + bytes(700))
    assert file.size == len(some)
    assert len(file._places) <= places
    for _ in range(300):
        at, size = chance.randrange(len(some) + 50), chance.randrange(20_000)
        assert file.seek(at) == at
        assert file.read(size) == some[at : at + size]
        assert file.tell() == max(at, min(at + size, len(some)))
    assert file.seek(-10, io.SEEK_END) == len(some) - 10
    assert file.read() == some[-10:]
    assert file.seek(-4, io.SEEK_CUR) == len(some) - 4
    assert file.read(99) == some[-4:]


def test_going_back_does_not_begin_at_the_beginning() -> None:
    """Else ten thousand members, which stand in a tar in any order, would take an hour."""
    content = os.urandom(8_000_000)
    file = opened(gzip.compress(content, compresslevel=1))
    begun = time.process_time()
    for it in range(200):
        at = len(content) * (7 * it % 200) // 200
        file.seek(at)
        assert file.read(100) == content[at : at + 100]
    assert time.process_time() - begun < at_this_pace(2)


@pytest.mark.parametrize(
    "after", [b"words behind the end", gzip.compress(b"x")[:-3]], ids=["words", "a cut one"]
)
def test_what_follows_and_is_no_gzip_is_a_fault(after: bytes) -> None:
    with pytest.raises(ExchangeTrouble):
        opened(gzip.compress(b"x") + after)


def test_parts_of_nothing_have_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gzipped, "MOST_PARTS", 10)
    nothing = gzip.compress(b"")
    assert opened(nothing * 11).size == 0
    with pytest.raises(ExchangeTrouble):
        opened(nothing * 12)
