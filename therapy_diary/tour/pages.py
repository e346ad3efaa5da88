"""Every page of the main window once, and then what opens on them."""

from therapy_diary.app import build_window
from therapy_diary.demo import Demo
from therapy_diary.domain.subject import Subject
from therapy_diary.tour import opened, two, writing
from therapy_diary.tour.scene import Scene

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
    for name in PAGES:
        window.show_subject(name, _subject(told, name))
        camera.take_whole(window, name)
    opened.take(told, window, camera)
    writing.take(window, camera)
    two.take(told, window, camera)
    camera.put_away(window)


def _subject(told: Demo, name: str) -> object:
    """What a page is to show: the latest session where it is about one."""
    if name == "same_subject":
        return Subject(tag=TAGGED)
    therapy = told.diary.therapies.current()
    if therapy is None or name not in ("session_note", "after_session", "alliance", "versions"):
        return None
    if name == "versions":
        notes = told.diary.notes
        changed = (it for it in notes.newest(therapy.id, NOTES_LOOKED_AT) if notes.version_heads(it.id))
        return next(changed, None)
    return told.diary.sessions.held(therapy.id)[-1].id
