"""Whatever goes wrong, the person reads one plain sentence that says what happened and what to do."""

import importlib
import re
from collections.abc import Iterator

import pytest

from therapy_diary.keys.errors import MistypedCode, NoKey
from therapy_diary.keys.keychain import KeychainTrouble
from therapy_diary.keys.keyring_process import State
from therapy_diary.storage.errors import StorageError, WrongKeyOrDamaged
from therapy_diary.vault.errors import FolderTrouble
from therapy_diary.vault.sentences import sentence_for

importlib.import_module("therapy_diary.vault.opening")  # so that every error there is has been defined


def kinds_below(kind: type[Exception]) -> Iterator[type[Exception]]:
    yield kind
    for below in kind.__subclasses__():
        yield from kinds_below(below)


PLAIN = [
    kind()
    for tree in (StorageError, NoKey, FolderTrouble)
    for kind in kinds_below(tree)
    if kind not in {MistypedCode, KeychainTrouble}
]
ERRORS = [
    *PLAIN,
    *(KeychainTrouble(state) for state in State if state != State.OK),
    MistypedCode((3,), 48),
    MistypedCode((3, 5), 48),
    MistypedCode((8,), 47),
    MistypedCode((), 0),
]


@pytest.mark.parametrize("error", ERRORS, ids=repr)
def test_every_error_has_one_short_sentence(error: Exception) -> None:
    sentence = sentence_for(error)

    assert 3 <= len(sentence.split()) <= 20
    assert re.fullmatch(r"[A-Z][^!{}]*\.", sentence)
    assert not re.search(r"SQL|Exception|None|Error", sentence)


def test_no_two_errors_share_a_sentence() -> None:
    sentences = [sentence_for(error) for error in ERRORS]

    assert len(set(sentences)) == len(sentences)


def test_what_cannot_be_told_apart_is_not_told_apart() -> None:
    sentence = sentence_for(WrongKeyOrDamaged())

    assert "key" in sentence
    assert "damaged" in sentence


def test_the_group_to_look_at_is_named() -> None:
    assert "Group 3 " in sentence_for(MistypedCode((3,), 48))
    assert "3, 5 " in sentence_for(MistypedCode((3, 5), 48))
    assert "47" in sentence_for(MistypedCode((8,), 47))


def test_a_sentence_can_be_said_in_another_language() -> None:
    assert sentence_for(MistypedCode((3,), 48), lambda _: "שורה {groups}") == "שורה 3"


def test_an_error_that_is_a_bug_of_ours_gets_no_sentence() -> None:
    with pytest.raises(KeyError):
        sentence_for(ZeroDivisionError())
