"""A passphrase becomes a key by Argon2id, the same on every keyboard, and never asks for all the memory there is."""

import subprocess
import sys
import unicodedata

import pytest

from therapy_diary.keys.errors import EmptyPassphrase, KeyFileDamaged
from therapy_diary.keys.passphrase import Cost, key_from
from therapy_diary.keys.strength import Strength, strength_of

CHEAP = Cost(kibibytes=8 * 1024, passes=1, lanes=1)
SALT = b"s" * 16


def test_the_key_is_what_the_standard_says() -> None:
    known = "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"  # from the tests of the Argon2 authors

    assert key_from("password", b"somesalt", Cost(kibibytes=65_536, passes=2, lanes=1)).hex() == known


def test_the_default_cost_is_the_second_choice_of_rfc_9106() -> None:
    assert Cost() == Cost(kibibytes=64 * 1024, passes=3, lanes=4)


def test_accents_may_be_typed_in_either_of_the_two_ways() -> None:
    composed, taken_apart = (unicodedata.normalize(form, "Müßiggang ﬁn") for form in ("NFC", "NFD"))

    assert composed != taken_apart
    assert key_from(composed, SALT, CHEAP) == key_from(taken_apart, SALT, CHEAP)
    assert key_from("שלום עולם", SALT, CHEAP) != key_from("שלום", SALT, CHEAP)
    assert len(key_from("\udce4 from a broken terminal", SALT, CHEAP)) == 32


def test_an_empty_passphrase_is_none() -> None:
    with pytest.raises(EmptyPassphrase):
        key_from("", SALT, CHEAP)


@pytest.mark.parametrize(
    "cost",
    [
        Cost(kibibytes=2**31),
        Cost(kibibytes=1024 * 1024 + 1),
        Cost(kibibytes=8),
        Cost(passes=21),
        Cost(passes=0),
        Cost(lanes=9),
        Cost(lanes=0),
        Cost(lanes=-1),
    ],
)
def test_a_forged_cost_is_refused_before_any_work_is_done(cost: Cost) -> None:
    with pytest.raises(KeyFileDamaged):
        key_from("a long walk", SALT, cost)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited by RLIMIT_AS")
def test_too_little_memory_is_not_called_a_wrong_passphrase() -> None:
    script = """
import resource
from therapy_diary.keys.errors import TooLittleMemory
from therapy_diary.keys.passphrase import Cost, key_from
key_from("warm up", b"s" * 16, Cost(kibibytes=8192, passes=1, lanes=1))
resource.setrlimit(resource.RLIMIT_AS, (400 * 2**20, 400 * 2**20))
try:
    key_from("a long walk", b"s" * 16, Cost(kibibytes=2**20, passes=1, lanes=1))
except TooLittleMemory:
    print("said so")
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert done.stdout == "said so\n"


def test_strength_is_said_in_four_plain_words() -> None:
    assert strength_of("") == strength_of("password") == Strength.VERY_WEAK
    assert strength_of("lamp river seven coat quiet") == Strength.STRONG
    assert strength_of("word " * 1000) in Strength
    assert len(Strength) == 4
