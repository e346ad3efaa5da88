"""The first start, gone through as a person would, and the page that asks for the passphrase afterwards."""

from pathlib import Path

from therapy_diary.desktop.background import Background
from therapy_diary.tour.scene import Scene
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.views.first_run import FirstRun
from therapy_diary.views.unlock import Unlock

PASSPHRASE = "harbour lamp seven willow"  # noqa: S105 - of a diary that lasts for seven pictures
THERAPIST = "Noa"


def take(scene: Scene, place: Path) -> None:
    """Pictures of each step, and of the lock page, over a new diary in this place."""
    camera, folder, background = scene.camera, DiaryFolder(place), Background()
    first = FirstRun(
        folder, theme=scene.theme, background=background, now=lambda: scene.now, hold=lambda: None
    )
    first.begun.connect(lambda diary: diary.close())
    form = first.form
    camera.show(first)
    camera.take(first, "first-1-welcome")
    form.next.click()
    form.passphrase.setText(PASSPHRASE)
    form.again.setText(PASSPHRASE)
    camera.take(first, "first-2-opens")
    form.next.click()
    camera.wait(form.code.isVisible)
    camera.take(first, "first-3-code")
    form.next.click()
    groups = form.groups.accessibleDescription().split(", ")
    for field in (form.first, form.second):
        field.setText(groups[field.property("place") - 1])
    camera.take(first, "first-4-check")
    form.next.click()
    form.name.setText(THERAPIST)
    camera.take(first, "first-5-therapy")
    form.next.click()
    lock = Unlock(folder, theme=scene.theme, background=background, hold=lambda: None)
    camera.show(lock)
    lock.start()
    camera.take(lock, "unlock")
    background.close()
    camera.put_away(first, lock)
