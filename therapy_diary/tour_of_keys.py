"""The part of the tour that needs a folder with keys: the rooms of the settings, the lock page, a restore, a rescue.

The made-up therapy is told into a diary that opens by passphrase; it is gone when the tour ends.
"""

import tomllib
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from therapy_diary import resources
from therapy_diary.demo import tell
from therapy_diary.domain.contact import ContactKind
from therapy_diary.keys import recovery, slots
from therapy_diary.keys.passphrase import Cost
from therapy_diary.storage.connection import PAGE_BYTES
from therapy_diary.storage.diary import Diary
from therapy_diary.vault import opening
from therapy_diary.vault.backup import backups, make_backup
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.new_key import replace_key

if TYPE_CHECKING:  # at run time these load Qt
    from PySide6.QtWidgets import QWidget

    from therapy_diary.desktop.background import Background
    from therapy_diary.desktop.theme import Theme
    from therapy_diary.preferences import Preferences

Take = Callable[["QWidget", str], None]
Wait = Callable[[Callable[[], bool]], None]
WIDTH, HEIGHT, TALLEST = 1280, 832, 3000
ROOMS = ("locking", "opening", "backups", "bring", "take", "contacts", "delete")
PASSPHRASE = "harbour lamp seven willow"  # noqa: S105 - of a diary that lasts for some pictures
QUICK = Cost(kibibytes=8 * 1024, passes=1, lanes=1)
A_KEYRING = "keyring.backends.SecretService.Keyring"


def take_keys(
    place: Path, theme: "Theme", preferences: "Preferences", now: datetime, take: Take, wait: Wait
) -> None:
    """Pictures of the settings' rooms, of a restore, of the lock page as it may stand, and of a rescue."""
    from therapy_diary.desktop.background import Background

    folder, background = DiaryFolder(place), Background()
    diary = _kept(folder, now)
    _rooms(folder, diary, theme, preferences, background, now, take, wait)
    _locks(folder, theme, background, now, take, wait)
    _rescue(folder, theme, background, now, take, wait)
    background.close()


def _kept(folder: DiaryFolder, now: datetime) -> Diary:
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


def _rooms(
    folder: DiaryFolder,
    diary: Diary,
    theme: "Theme",
    preferences: "Preferences",
    background: "Background",
    now: datetime,
    take: Take,
    wait: Wait,
) -> None:
    """Every room, whole; the backups once more with one looked into, and the question before everything is deleted."""
    from therapy_diary.app import build_window
    from therapy_diary.views.safe import Safe

    with folder.hold() as hold:
        safe = Safe(folder=folder, background=background, hold=lambda: hold, cost=QUICK)
        window = build_window(diary, lambda: now, theme, preferences, safe)
        window.resize(WIDTH, HEIGHT)
        window.show()

        def enter(name: str) -> Any:
            window.show_subject("settings", name)
            return window.page.room(name)  # type: ignore[union-attr]

        def whole(name: str, room: Any) -> None:
            take(window, "")  # until it stands
            hidden: int = room.verticalScrollBar().maximum()
            window.resize(WIDTH, min(TALLEST, HEIGHT + hidden))
            take(window, name)
            window.resize(WIDTH, HEIGHT)

        for name in ROOMS:
            room = enter(name)
            if name == "backups":
                wait(lambda room=room: room.list.count() > 0)  # type: ignore[misc]
            whole(f"settings-{name}", room)
        room = enter("backups")
        room.list.setCurrentRow(1)
        room.bring_back.click()
        wait(room.panel.restore.isVisible)
        whole("settings-backups-restore", room)
        room.panel.leave.click()
        room = enter("delete")
        room.delete_everything.click()
        whole("settings-delete-asked", room)
        window.close()
        window.deleteLater()
    diary.close()


def _locks(
    folder: DiaryFolder, theme: "Theme", background: "Background", now: datetime, take: Take, wait: Wait
) -> None:
    """The lock page: a passphrase that does not open, the code, a backup, and the keyring."""
    from therapy_diary.views.unlock import Unlock

    def lock() -> Unlock:
        page = Unlock(folder, theme=theme, background=background, hold=lambda: None, now=lambda: now)
        page.resize(WIDTH, HEIGHT)
        page.show()
        page.start()
        return page

    page = lock()
    page.form.passphrase.setText("harbour lamp eight willow")
    page.form.open.click()
    wait(page.form.notice.isVisible)
    take(page, "unlock-wrong")
    page.form.other.click()
    take(page, "unlock-code")
    panel = page.restoring()
    panel.begin(backups(folder)[0].file)
    wait(panel.typed.isVisible)
    take(page, "unlock-restore")
    panel.forget()
    page.deleteLater()
    key_file = folder.vault().key_file
    keys = slots.load(key_file)
    slots.save(key_file, keys.with_backend(A_KEYRING))
    page = lock()
    take(page, "unlock-keyring")
    page.deleteLater()
    slots.save(key_file, keys)


def _rescue(
    folder: DiaryFolder, theme: "Theme", background: "Background", now: datetime, take: Take, wait: Wait
) -> None:
    """A diary with damaged pages: what was found, and what could be read of it."""
    from therapy_diary.views.rescue import Rescue

    file = folder.vault().file
    spoiled = bytearray(file.read_bytes())
    for page_number in range(20, len(spoiled) // PAGE_BYTES, 40):
        spoiled[page_number * PAGE_BYTES + 900] ^= 1
    file.write_bytes(spoiled)
    page = Rescue(
        folder,
        lambda keys: keys.open_by_passphrase(PASSPHRASE),
        theme=theme,
        background=background,
        now=lambda: now,
    )
    page.resize(WIDTH, HEIGHT)
    page.show()
    page.start()
    wait(page.read.isVisible)
    take(page, "rescue")
    page.read.click()
    wait(page.take.isVisible)
    take(page, "rescue-read")
    page.close()
    page.deleteLater()
