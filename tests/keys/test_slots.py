"""The key file: each way in opens it alone, nothing else does, and it is on the disk whole or not at all."""

import hashlib
import os
import random
import stat
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from therapy_diary.keys import slots
from therapy_diary.keys.errors import (
    KeyFileDamaged,
    KeyFileMissing,
    KeyFileTooNew,
    NoKey,
    NoSuchWay,
    WrongCode,
    WrongPassphrase,
)
from therapy_diary.keys.passphrase import Cost
from therapy_diary.keys.recovery import RecoveryCode, new_code
from therapy_diary.keys.slots import DataKey, KeyFile, dump, load, new_generation, new_key_file, parse, save

CHEAP = Cost(kibibytes=8 * 1024, passes=1, lanes=1)
DIARY = "d" * 32
CODE = RecoveryCode(secret=bytes(range(16)))
KEY = DataKey(key_id="0" * 16, key=bytes(range(32)))
KEYS = new_key_file(DIARY, new_generation(DIARY, KEY, CODE, "a long walk", CHEAP), backend=None)
RAW = dump(KEYS)


def resealed(body: bytes) -> bytes:
    """A key file as somebody makes it who knows the checksum but no secret."""
    return body + slots.CHECKSUM + hashlib.sha256(body).hexdigest().encode() + b"\n"


def body_of(raw: bytes) -> bytes:
    return raw.rpartition(slots.CHECKSUM)[0]


def test_passphrase_and_code_each_open_it_alone() -> None:
    keys = parse(RAW)

    assert keys.open_by_passphrase("a long walk") == (KEY,)
    assert keys.open_by_code(CODE) == (KEY,)
    assert len(RAW) < 2048


def test_another_passphrase_or_code_opens_nothing() -> None:
    keys = parse(RAW)

    with pytest.raises(WrongPassphrase):
        keys.open_by_passphrase("a long walk ")
    with pytest.raises(WrongCode):
        keys.open_by_code(new_code())


def test_a_diary_without_a_passphrase_says_so() -> None:
    keys = new_key_file(DIARY, new_generation(DIARY, KEY, CODE), backend="some.Keyring")

    with pytest.raises(NoSuchWay):
        keys.open_by_passphrase("a long walk")
    assert parse(dump(keys)) == keys


def test_two_generations_are_both_opened_the_newest_first() -> None:
    newer = DataKey.new()
    both = KeyFile(
        format=KEYS.format,
        version=1,
        min_reader=1,
        diary=DIARY,
        backend=None,
        cipher_salt=bytes(16),
        generations=(KEYS.generations[0], new_generation(DIARY, newer, CODE, "a long walk", CHEAP)),
    )

    assert parse(dump(both)).open_by_passphrase("a long walk") == (newer, KEY)
    assert parse(dump(both)).open_by_code(CODE) == (newer, KEY)


def test_a_slot_moved_from_another_diary_does_not_open() -> None:
    other = new_key_file("e" * 32, KEYS.generations[0], backend=None)

    with pytest.raises(WrongCode):
        parse(dump(other)).open_by_code(CODE)


def test_a_slot_slipped_in_by_somebody_without_the_key_is_noticed() -> None:
    forged_key = DataKey(key_id=KEY.key_id, key=b"f" * 32)
    forged = new_generation(DIARY, forged_key, CODE, "a long walk", CHEAP)
    body = msgspec.json.decode(body_of(RAW))
    body["generations"][0]["slots"] = msgspec.to_builtins(forged.slots)

    keys = parse(resealed(msgspec.json.encode(body)))

    with pytest.raises(KeyFileDamaged):
        keys.open_by_passphrase("a long walk")


def test_a_forged_cost_is_refused_and_no_memory_bomb() -> None:
    body = msgspec.json.decode(body_of(RAW))
    for slot in body["generations"][0]["slots"]:
        slot["cost"] = {"kibibytes": 2**40, "passes": 3, "lanes": 4}

    with pytest.raises(KeyFileDamaged):
        parse(resealed(msgspec.json.encode(body))).open_by_passphrase("a long walk")


def test_a_later_format_is_called_later_whatever_else_it_holds() -> None:
    body = b'{"format": "therapy-diary-keys", "min_reader": 2, "generations": "elsewhere"}'

    with pytest.raises(KeyFileTooNew):
        parse(resealed(body))


def test_after_an_accident_the_checksum_may_be_passed_over() -> None:
    spoiled = RAW[:-6] + b"00000\n"

    with pytest.raises(KeyFileDamaged):
        parse(spoiled)
    assert parse(spoiled, after_accident=True).open_by_code(CODE) == (KEY,)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{}",
        b"\xff\xfe",
        resealed(b""),
        resealed(b"[" * 100_000),
        resealed(b"[]"),
        resealed(b'{"format": "diary"}'),
        resealed(b"\xff"),
        RAW[:100],
        RAW * 2,
        RAW.replace(b"\n", b"\r\n"),
        resealed(body_of(RAW).replace(b'"wrapped"', b'"wrap"')),
        resealed(body_of(RAW).replace(b'"' + b"d" * 32, b'"../../../../' + b"d" * 20)),
        b" " * 100_000 + RAW,
    ],
)
def test_what_is_no_key_file_is_called_damaged(raw: bytes) -> None:
    with pytest.raises(KeyFileDamaged):
        parse(raw)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(RAW) - 1), st.integers(1, 255))
def test_one_changed_byte_is_always_noticed(at: int, by: int) -> None:
    changed = bytearray(RAW)
    changed[at] ^= by

    try:
        assert parse(bytes(changed)) == KEYS  # white space after the checksum may differ
    except (KeyFileDamaged, KeyFileTooNew):
        return


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_whatever_is_done_to_the_content_no_wrong_key_ever_comes_out(data: st.DataObject) -> None:
    body = bytearray(body_of(RAW))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(body) - 1))
        piece = data.draw(st.sampled_from([b"", b"0", b'"', b"null", b"-1", b"[]", b"9" * 30, b"\x00", b"A"]))
        body[at : at + data.draw(st.integers(0, 6))] = piece

    try:
        found = parse(resealed(bytes(body))).open_by_code(CODE)
    except NoKey:
        return
    assert found == (KEY,)


def test_it_lies_on_the_disk_for_its_owner_only_and_comes_back(tmp_path: Path) -> None:
    leftover = tmp_path / f"{slots.NAME}.0123abcd.part"
    leftover.write_bytes(b"from a kill")

    save(tmp_path / slots.NAME, KEYS)

    assert load(tmp_path / slots.NAME) == KEYS
    assert stat.S_IMODE((tmp_path / slots.NAME).stat().st_mode) == 0o600
    assert [it.name for it in tmp_path.iterdir()] == [slots.NAME]


def test_a_key_file_that_is_not_there_is_called_missing(tmp_path: Path) -> None:
    with pytest.raises(KeyFileMissing):
        load(tmp_path / slots.NAME)


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    save(tmp_path / slots.NAME, KEYS)
    script = """
import resource, signal, sys
from pathlib import Path
from therapy_diary.keys.whole_file import write_whole
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
try:
    write_whole(Path(sys.argv[1]), b"x" * 5000)
except OSError:
    print("said so")
"""
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / slots.NAME)], capture_output=True, text=True, check=True
    )

    assert done.stdout == "said so\n"
    assert load(tmp_path / slots.NAME) == KEYS
    assert len(list(tmp_path.iterdir())) == 1


WRITER = """
import os, sys
from pathlib import Path
from therapy_diary.keys.whole_file import write_whole
file, content = Path(sys.argv[1]), Path(sys.argv[3]).read_bytes()
os.write(1, b"go")
while True:
    if sys.argv[2] == "whole":
        write_whole(file, content)
    else:
        with file.open("wb", buffering=0) as opened:
            for at in range(0, len(content), 50):
                opened.write(content[at : at + 50])
"""


@pytest.mark.skipif(os.name != "posix", reason="needs kill -9")
@pytest.mark.parametrize("how", ["whole", "overwritten"])
def test_a_kill_in_the_middle_of_a_write_never_leaves_half_a_key_file(tmp_path: Path, how: str) -> None:
    file, content = tmp_path / "keys.json", tmp_path / "content"
    content.write_bytes(RAW)
    chance, damaged = random.Random(3), 0  # noqa: S311 - only for a test
    for _ in range(8):
        command = [sys.executable, "-c", WRITER, str(file), how, str(content)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.read(2)
            try:
                writer.wait(0.005 + chance.random() * 0.03)
            except subprocess.TimeoutExpired:
                writer.kill()
        try:
            load(file)
        except NoKey:
            damaged += 1

    assert (damaged == 0) == (how == "whole")  # the plain overwrite is the control: it must be seen to fail
