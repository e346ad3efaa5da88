"""Ways to write another program's diary and to bring it along."""

import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import NOON
from therapy_diary.domain.note import Note
from therapy_diary.exchange.bringing import bring
from therapy_diary.exchange.report import Report
from therapy_diary.storage.diary import Diary

HERE = timezone(timedelta(hours=2))
"""The zone of the computer in these tests, for entries that do not say theirs."""

Files = Mapping[str, str | bytes | object]


@dataclass(frozen=True)
class Brought:
    """What came, and the diary it is in."""

    report: Report
    diary: Diary

    @property
    def notes(self) -> list[Note]:
        """Every note, oldest first, whole."""
        therapy = self.diary.therapies.current()
        if therapy is None:
            return []
        newest = self.diary.notes.newest(therapy.id, 100_000)
        return [self.diary.notes.get(it.id) for it in reversed(newest)]

    @property
    def note(self) -> Note:
        [note] = self.notes
        return note


Bring = Callable[..., Brought]


def as_bytes(content: object) -> bytes:
    if isinstance(content, bytes):
        return content
    return (content if isinstance(content, str) else json.dumps(content)).encode()


def zipped(place: Path, files: Files) -> Path:
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, as_bytes(content))
    return place


def laid_out(place: Path, files: Files) -> Path:
    for name, content in files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(as_bytes(content))
    return place


@pytest.fixture
def come(diary: Diary, tmp_path: Path) -> Bring:
    """Bring along a file with this content, or a ZIP or folder with these files."""

    def come(content: Any, name: str = "export", *, packed: bool = False, **more: Any) -> Brought:
        place = tmp_path / name
        if not isinstance(content, dict) or not any("." in key for key in content):
            place.write_bytes(as_bytes(content))
        elif packed:
            zipped(place, content)
        else:
            laid_out(place, content)
        return Brought(report=bring(diary, place, now=NOON, here=HERE, **more), diary=diary)

    return come
