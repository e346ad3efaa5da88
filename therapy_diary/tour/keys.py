"""What needs a folder with keys: the rooms of the settings, the lock page, a restore, a rescue.

The made-up therapy is told into a diary that opens by passphrase; it is gone when the tour ends.
"""

import tomllib
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from therapy_diary import resources
from therapy_diary.app import build_window
from therapy_diary.demo import tell
from therapy_diary.desktop.background import Background
from therapy_diary.domain.contact import ContactKind
from therapy_diary.keys import recovery, slots
from therapy_diary.keys.passphrase import Cost
from therapy_diary.storage.connection import PAGE_BYTES
from therapy_diary.storage.diary import Diary
from therapy_diary.tour.scene import Scene
from therapy_diary.vault import opening
from therapy_diary.vault.backup import backups, make_backup
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.new_key import replace_key
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.rescue import Rescue
from therapy_diary.views.safe import Safe
from therapy_diary.views.unlock import Unlock

ROOMS = ("locking", "opening", "backups", "bring", "take", "contacts", "delete")
PASSPHRASE = "harbour lamp seven willow"  # noqa: S105 - of a diary that lasts for some pictures
QUICK = Cost(kibibytes=8 * 1024, passes=1, lanes=1)
A_KEYRING = "keyring.backends.SecretService.Keyring"


def take(scene: Scene, place: Path) -> None:
    """Pictures of the settings' rooms, of a restore, of the lock page as it may stand, and of a rescue."""
    kept = _Kept(scene, DiaryFolder(place), Background())
    _rooms(kept, _told(kept.folder, scene.now))
    _locks(kept)
    _rescue(kept)
    kept.background.close()


@dataclass(frozen=True, slots=True)
class _Kept:
    """A folder with keys, and what takes pictures of it."""

    scene: Scene
    folder: DiaryFolder
    background: Background

    def lock(self) -> Unlock:
        """A new lock page."""
        page = Unlock(
            self.folder,
            theme=self.scene.theme,
            background=self.background,
            hold=lambda: None,
            now=lambda: self.scene.now,
        )
        self.scene.camera.show(page)
        page.start()
        return page


def _told(folder: DiaryFolder, now: datetime) -> Diary:
    """The made-up therapy in a folder of its own, with backups, one of them of an older key."""
    way = opening.Passphrase(text=PASSPHRASE, cost=QUICK)
    diary, _ = opening.begin(folder, now=lambda: now, way=way)
    tell(tomllib.loads(resources.text("demo/story.toml")), diary)
    with diary.change():
        checked = (now - timedelta(days=500)).date()
        diary.contacts.add("Noa's practice", "they call back", ContactKind.THERAPIST, checked_on=checked)
    make_backup(folder, diary.file, diary.key, now - timedelta(days=60))
    diary.close()
    with folder.hold() as hold:
        diary = replace_key(
            folder, hold, diary.key, code=recovery.new_code(), passphrase=PASSPHRASE, cost=QUICK
        )
    for days in (21, 7, 1):
        make_backup(folder, diary.file, diary.key, now - timedelta(days=days))
    return diary


def _rooms(kept: _Kept, diary: Diary) -> None:
    """Every room, whole; the backups once more with one looked into, and the question before everything is deleted."""
    scene, camera = kept.scene, kept.scene.camera
    with kept.folder.hold() as hold:
        safe = Safe(folder=kept.folder, background=kept.background, hold=lambda: hold, cost=QUICK)
        window = build_window(diary, lambda: scene.now, scene.theme, scene.preferences, safe)
        camera.show(window)
        for name in ROOMS:
            room = _enter(window, name)
            if name == "backups":
                camera.wait(lambda room=room: room.list.count() > 0)  # type: ignore[misc]
            camera.take_whole(window, f"settings-{name}")
        room = _enter(window, "backups")
        room.list.setCurrentRow(1)
        room.bring_back.click()
        camera.wait(room.panel.restore.isVisible)
        camera.take_whole(window, "settings-backups-restore")
        room.panel.leave.click()
        _enter(window, "delete").delete_everything.click()
        camera.take_whole(window, "settings-delete-asked")
        camera.put_away(window)
    diary.close()


def _enter(window: MainWindow, name: str) -> Any:
    window.show_subject("settings", name)
    return window.page.room(name)  # type: ignore[union-attr]


def _locks(kept: _Kept) -> None:
    """The lock page: a passphrase that does not open, the code, a backup, and the keyring."""
    camera = kept.scene.camera
    page = kept.lock()
    page.form.passphrase.setText("harbour lamp eight willow")
    page.form.open.click()
    camera.wait(page.form.notice.isVisible)
    camera.take(page, "unlock-wrong")
    page.form.other.click()
    camera.take(page, "unlock-code")
    panel = page.restoring()
    panel.begin(backups(kept.folder)[0].file)
    camera.wait(panel.typed.isVisible)
    camera.take(page, "unlock-restore")
    panel.forget()
    camera.put_away(page)
    key_file = kept.folder.vault().key_file
    keys = slots.load(key_file)
    slots.save(key_file, keys.with_backend(A_KEYRING))
    page = kept.lock()
    camera.take(page, "unlock-keyring")
    camera.put_away(page)
    slots.save(key_file, keys)


def _rescue(kept: _Kept) -> None:
    """A diary with damaged pages: what was found, and what could be read of it."""
    file, camera = kept.folder.vault().file, kept.scene.camera
    spoiled = bytearray(file.read_bytes())
    for page_number in range(20, len(spoiled) // PAGE_BYTES, 40):
        spoiled[page_number * PAGE_BYTES + 900] ^= 1
    file.write_bytes(spoiled)
    page = Rescue(
        kept.folder,
        lambda keys: keys.open_by_passphrase(PASSPHRASE),
        theme=kept.scene.theme,
        background=kept.background,
        now=lambda: kept.scene.now,
    )
    camera.show(page)
    page.start()
    camera.wait(page.read.isVisible)
    camera.take(page, "rescue")
    page.read.click()
    camera.wait(page.take.isVisible)
    camera.take(page, "rescue-read")
    camera.put_away(page)
