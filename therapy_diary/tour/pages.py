"""Every page of the main window once, and then what opens on them."""

from therapy_diary.app import build_window
from therapy_diary.demo import Demo
from therapy_diary.domain.subject import Subject
from therapy_diary.storage.diary import Diary
from therapy_diary.tour import asked, opened, two, writing
from therapy_diary.tour.camera import Camera
from therapy_diary.tour.scene import Scene
from therapy_diary.views.main_window import MainWindow

TAGGED = "sister"
NOTES_LOOKED_AT = 200
PAGES = (
    "today",
    "timeline",
    "session_note",
    "after_session",
    "alliance",
    "checklist",
    "goals",
    "milestones",
    "progress",
    "before_session",
    "topics",
    "same_subject",
    "therapy",
    "setting",
    "tasks_and_patterns",
    "questionnaires",
    "side_by_side",
    "too_much",
    "ending",
    "versions",
    "bin",
    "settings",
    "help",
)


def take(scene: Scene, told: Demo) -> None:
    """Pictures of the pages over the told diary, which is afterwards as it was."""
    camera = scene.camera
    window = build_window(told.diary, lambda: told.now, scene.theme, scene.preferences)
    camera.show(window)
    every_page(told.diary, window, camera)
    opened.take(told, window, camera)
    asked.take(told, window, camera)
    writing.take(window, camera)
    two.take(told, window, camera)
    camera.put_away(window)


def every_page(diary: Diary, window: MainWindow, camera: Camera) -> None:
    """One picture of each page, whole."""
    for name in PAGES:
        window.show_subject(name, _subject(diary, name))
        camera.take_whole(window, name)


def _subject(diary: Diary, name: str) -> object:
    """What a page is to show: the latest session where it is about one."""
    if name == "same_subject":
        return Subject(tag=TAGGED)
    therapy = diary.therapies.current()
    if therapy is None or name not in ("session_note", "after_session", "alliance", "versions"):
        return None
    if name == "versions":
        notes = diary.notes
        changed = (it for it in notes.newest(therapy.id, NOTES_LOOKED_AT) if notes.version_heads(it.id))
        return next(changed, None)
    held = diary.sessions.held(therapy.id)
    return held[-1].id if held else None
