"""The options that stand without a command and with every one, and what they mean: which diary, and what time it is.

A start of the window reads these and nothing else of the command line.
"""

import argparse
import os
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from therapy_diary import __version__
from therapy_diary.paths import diary_folder
from therapy_diary.vault.folder import DiaryFolder


def folder_of(options: argparse.Namespace) -> DiaryFolder:
    """The folder of the diary that is meant, whether one lies there or not."""
    return DiaryFolder(diary_folder(options.diary, os.environ))


def clock_of(options: argparse.Namespace, otherwise: datetime | None = None) -> Callable[[], datetime]:
    """Local wall time; standing still where --now or the demo's story says so."""
    fixed: datetime | None = options.now or otherwise
    return datetime.now if fixed is None else lambda: fixed


def want_only_the_window(words: Sequence[str]) -> bool:
    """Whether the program is started as from a menu: then no command can be meant, and 15 parsers need not be made."""
    said = [it for it in words if it != "--locked"]
    return not said or (len(said) == 2 and said[0] == "--diary" and not said[1].startswith("-"))


def window_parser() -> argparse.ArgumentParser:
    """What reads a command line that names no command."""
    parser = argparse.ArgumentParser(
        prog="therapy-diary",
        description="A private, offline, encrypted diary for people in psychological therapy. Without a command, the window opens.",
    )
    add_options(parser, default=None)
    parser.add_argument("--version", action="version", version=__version__)
    parser.add_argument("--locked", action="store_true", help=argparse.SUPPRESS)
    return parser


def add_options(options: argparse.ArgumentParser, default: object) -> None:
    """Those that may stand before or after the command."""
    options.add_argument(
        "--diary",
        metavar="FOLDER",
        type=Path,
        help="the diary's folder; else THERAPY_DIARY_HOME, else this user's",
    )
    options.add_argument(
        "--demo",
        action="store_true",
        default=default or False,
        help="a made-up therapy in a folder that is removed at exit",
    )
    options.add_argument(
        "--now", metavar="TIME", type=_wall_time, help="fix the clock, such as 2026-03-04T12:00"
    )
    options.add_argument(
        "--json", action="store_true", default=default or False, help="print one JSON object and nothing else"
    )
    options.add_argument(
        "--passphrase-stdin",
        action="store_true",
        default=default or False,
        help="read the passphrase as one line",
    )
    options.add_argument(
        "--recovery-stdin",
        action="store_true",
        default=default or False,
        help="read the recovery code as one line",
    )


def _wall_time(text: str) -> datetime:
    meant = argparse.ArgumentTypeError("a local time is meant, such as 2026-03-04T12:00")
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise meant from None
    if moment.tzinfo is not None:
        raise meant
    return moment
