"""Whether the keyring of this computer is a file that anybody can read: one with an empty password, as after automatic login.

Known of GNOME's keyring, which writes such a keyring as plain text. Of others nothing can be said.
"""

import os
from contextlib import suppress
from pathlib import Path

PLAIN_HEAD = b"[keyring]"
USUAL = "login"


def data_home() -> Path:
    """Where programs of this person keep their data, as the desktop has it."""
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def is_blank(data: Path) -> bool:
    """Whether the default keyring below this folder is written as plain text. Never raises."""
    folder = data / "keyrings"
    name = USUAL
    with suppress(OSError, UnicodeError):
        name = (folder / "default").read_text(encoding="utf-8")[:200].strip() or USUAL
    with suppress(OSError, ValueError), (folder / f"{name}.keyring").open("rb") as opened:
        return opened.read(len(PLAIN_HEAD)) == PLAIN_HEAD
    return False
