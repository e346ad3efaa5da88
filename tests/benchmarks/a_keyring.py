"""A keyring of its own for measuring: a real daemon on a private bus, and a diary of many notes whose key lies in it."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from unittest.mock import patch

from tests.benchmarks import stores
from tests.keys.conftest import NOT_FOR_TESTS, environment_of, started
from therapy_diary.keys import keychain, recovery, slots
from therapy_diary.keys.keyring_process import State
from therapy_diary.keys.slots import DataKey
from therapy_diary.storage.connection import salt_of
from therapy_diary.vault.folder import DiaryFolder

DIARY_ID = "0123456789abcdef" * 2
KEY_ID = "0123456789abcdef"


def is_here() -> bool:
    """Whether this computer has what it takes."""
    return all(shutil.which(it) for it in ("dbus-daemon", "gnome-keyring-daemon"))


@contextmanager
def session() -> Iterator[dict[str, str]]:
    """The environment of a session with an unlocked keyring, for as long as it lasts."""
    with tempfile.TemporaryDirectory() as root, started(Path(root), unlocked=True) as session:
        kept = {name: it for name, it in os.environ.items() if name not in NOT_FOR_TESTS}
        yield kept | environment_of(session.root) | {"DBUS_SESSION_BUS_ADDRESS": session.bus}


def diary_in(environment: dict[str, str], size: int) -> DiaryFolder:
    """A folder with the measured diary in it, which opens by the keyring of this session."""
    folder = DiaryFolder(stores.shelf() / f"{size}.by-keyring")
    if not folder.path.exists():
        folder.prepare()
        vault = folder.vault_named(DIARY_ID)
        vault.path.mkdir()
        os.link(stores.diary_of(size), vault.file)
        code, data_key = recovery.new_code(), DataKey(key_id=KEY_ID, key=stores.KEY)
        generation = slots.new_generation(DIARY_ID, data_key, code)
        keys = slots.new_key_file(DIARY_ID, generation, backend=keychain.own_backend())
        slots.save(vault.key_file, keys.with_salt(salt_of(vault.file)))
        folder.point_to(DIARY_ID, datetime(2026, 3, 4, 12, 0))
    with patch.dict(os.environ, environment, clear=True):
        backend = keychain.own_backend() or ""
        state = keychain.keep(DIARY_ID, DataKey(key_id=KEY_ID, key=stores.KEY), backend, 30)
    if state != State.OK:
        raise RuntimeError(f"the keyring says {state}")
    return folder
