"""How tasks and patterns are named on the screen."""

from PySide6.QtCore import QCoreApplication

from therapy_diary.domain.pattern import SeenIn
from therapy_diary.domain.task import Outcome


def outcome_in_words(outcome: Outcome) -> str:
    """What became of a task. Letting one go carries no mark."""
    translate = QCoreApplication.translate
    return {
        Outcome.OPEN: translate("Work", "open"),
        Outcome.TRIED: translate("Work", "tried"),
        Outcome.DONE: translate("Work", "done"),
        Outcome.LET_GO: translate("Work", "let go"),
        Outcome.CHANGED: translate("Work", "changed into another"),
    }[outcome]


def place_in_words(place: SeenIn, therapist: str) -> str:
    """Where a pattern was seen. therapist is the name the person typed; empty for "my therapist"."""
    translate = QCoreApplication.translate
    if place is SeenIn.OUTSIDE:
        return translate("Work", "outside")
    if not therapist.strip():
        return translate("Work", "with my therapist")
    return translate("Work", "with {name}").format(name=f"\u2068{therapist.strip()}\u2069")
