"""Which questionnaires there are: those in the diary, and those in the box that were never switched on."""

from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from therapy_diary import resources
from therapy_diary.domain.measure import KeptMeasure, Measure, Origin
from therapy_diary.domain.measure_file import read_measure
from therapy_diary.storage.diary import Diary

QWidgetT = TypeVar("QWidgetT", bound=QWidget)
IN_THE_BOX = ("week_in_brief", "phq8", "gad7")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelved:
    """One questionnaire; kept is None while it is only in the box."""

    measure: Measure
    kept: KeptMeasure | None

    @property
    def is_on(self) -> bool:
        """Whether it is offered."""
        return self.kept is not None and self.kept.enabled


def shelf(diary: Diary) -> tuple[Shelved, ...]:
    """Those in the diary in the order they came, then the rest of the box, in the window's language where it can be."""
    kept = diary.measures.all()
    there = {(it.measure.code, it.measure.version) for it in kept}
    language = QLocale().name()
    boxed = (read_measure(resources.text_in(f"measures/{it}.toml", language)) for it in IN_THE_BOX)
    return (
        *(Shelved(measure=it.measure, kept=it) for it in kept),
        *(Shelved(measure=it, kept=None) for it in boxed if (it.code, it.version) not in there),
    )


def of_file(widget: QWidgetT, measure: Measure) -> QWidgetT:
    """Mark a widget as saying what a file says, in the language of the file."""
    widget.setProperty("language", measure.language)
    return widget


def switch_on(diary: Diary, it: Shelved) -> None:
    """Offer a questionnaire. Call it inside diary.change()."""
    if it.kept is None:
        diary.measures.add(it.measure, Origin.IN_BOX, enabled=True)
    else:
        diary.measures.enable(it.kept.id, True)
