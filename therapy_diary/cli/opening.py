"""How a command gets into a diary: by what is announced on stdin, by the keyring, or by asking on the terminal."""

import argparse
import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from therapy_diary.cli.options import clock_of, folder_of
from therapy_diary.cli.outcome import CannotDo
from therapy_diary.desktop.traces import keep_charts_inside
from therapy_diary.keys import keychain, recovery
from therapy_diary.keys.errors import EmptyPassphrase
from therapy_diary.keys.keychain import KeychainTrouble
from therapy_diary.keys.keyring_process import State
from therapy_diary.keys.slots import DataKey, KeyFile, SlotKind
from therapy_diary.vault import asking
from therapy_diary.vault.folder import DiaryFolder

if TYPE_CHECKING:  # at run time these come with the command that needs them
    from therapy_diary.storage.diary import Diary
    from therapy_diary.vault.opening import Keyring


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """A diary that a command may read, and the time it is there."""

    diary: "Diary"
    now: datetime


@contextmanager
def opened(options: argparse.Namespace) -> Iterator[Open]:
    """The diary the options mean, opened as they say; closed at the end."""
    if options.demo:
        from therapy_diary.demo import demo

        with demo() as told:
            keep_charts_inside(told.folder)
            yield Open(diary=told.diary, now=clock_of(options, told.now)())
        return
    folder = folder_of(options)
    if not folder.has_diary():
        raise CannotDo(f"There is no diary in {folder.path}. Begin one with: therapy-diary init")
    folder.vault()  # what is missing is said before the lock makes anything
    keep_charts_inside(folder.path)
    with folder.hold():
        diary = _open_by_what_was_given(options, folder)
        try:
            yield Open(diary=diary, now=clock_of(options)())
        finally:
            diary.close()


def _open_by_what_was_given(options: argparse.Namespace, folder: DiaryFolder) -> "Diary":
    """By the line on stdin when one is announced, else by the keyring, else by asking on the terminal."""
    from therapy_diary.vault import opening

    if options.passphrase_stdin:
        return opening.open_with_passphrase(folder, _line())
    if options.recovery_stdin:
        return opening.open_with_recovery(folder, _line())
    ways = opening.ways(folder)
    if opening.WayIn.KEYRING in ways:
        try:
            return opening.open_with_keyring(
                folder, asking.start_keyring_read(folder), for_person=keychain.FOR_PERSON
            )
        except KeychainTrouble:
            if not sys.stdin.isatty():
                raise
    if not sys.stdin.isatty():
        raise CannotDo("This diary opens by passphrase. Give it as one line with --passphrase-stdin.")
    if opening.WayIn.PASSPHRASE in ways:
        return opening.open_with_passphrase(folder, getpass.getpass("Passphrase: "))
    return opening.open_with_recovery(folder, getpass.getpass("Recovery code: "))


def keys_by_what_was_given(options: argparse.Namespace, keys: KeyFile) -> tuple[DataKey, ...]:
    """What opens a backup: asked for as with a diary, for it may come from another computer or another time."""
    if options.passphrase_stdin:
        return keys.open_by_passphrase(_line())
    if options.recovery_stdin:
        return keys.open_by_code(recovery.parse(_line()))
    if keys.backend is not None:
        try:
            return asking.read_keyring_for(keys).result(for_person=keychain.FOR_PERSON).unwrap()
        except KeychainTrouble:
            if not sys.stdin.isatty():
                raise
    if not sys.stdin.isatty():
        raise CannotDo(
            "Give the backup's passphrase with --passphrase-stdin, or its code with --recovery-stdin."
        )
    if SlotKind.PASSPHRASE in keys.kinds:
        return keys.open_by_passphrase(getpass.getpass("Passphrase of the backup: "))
    return keys.open_by_code(recovery.parse(getpass.getpass("Recovery code of the backup: ")))


def new_keyring() -> "Keyring":
    """The keyring of this computer, for a diary that begins. Raises KeychainTrouble where there is none."""
    from therapy_diary.vault.opening import Keyring

    if keychain.available() == State.UNAVAILABLE:  # asked before a folder is made
        raise KeychainTrouble(State.UNAVAILABLE)
    return Keyring()


def new_passphrase(options: argparse.Namespace) -> str:
    """The passphrase of a diary that begins. Raises CannotDo and EmptyPassphrase."""
    if options.passphrase_stdin:
        first = _line()
    elif sys.stdin.isatty():
        first = getpass.getpass("Choose a passphrase (four or five words are good): ")
        if getpass.getpass("The same once more: ") != first:
            raise CannotDo("The two were not the same. Nothing was made.")
    else:
        raise CannotDo("Say how the diary opens: --passphrase-stdin with one line, or --keyring.")
    if not first:
        raise EmptyPassphrase
    return first


def _line() -> str:
    return sys.stdin.readline().rstrip("\r\n")
