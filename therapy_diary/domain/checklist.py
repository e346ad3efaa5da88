"""The reflective checklist: eight questions about the therapeutic relationship, asked now and then."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NewType

from therapy_diary.domain.answer import check_answer
from therapy_diary.domain.session import SessionId
from therapy_diary.domain.therapy import TherapyId

ChecklistId = NewType("ChecklistId", int)

QUESTIONS = tuple(range(1, 9))
FORM_VERSION = 1
GROUPS = {"being_here": (1, 2, 5), "being_met": (3, 8), "moving": (4, 6, 7)}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistAnswer:
    """One question's answer, 0 to 4, or None for "not sure"; and a line in the person's words."""

    answer: int | None
    words: str = ""

    def __post_init__(self) -> None:
        check_answer(self.answer)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistAnswers:
    """The answers of one day. Eight separate lines: there is no total, which would be a grade."""

    id: ChecklistId
    therapy: TherapyId
    session: SessionId | None
    answered_on: date
    answers: Mapping[int, ChecklistAnswer] = field(default_factory=dict)
    form_version: int = FORM_VERSION

    def __post_init__(self) -> None:
        if unknown := set(self.answers) - set(QUESTIONS):
            raise ValueError(f"no such question: {sorted(unknown)}")

    def answer(self, question: int) -> int | None:
        """The step answered to a question, None when missing or not sure."""
        given = self.answers.get(question)
        return None if given is None else given.answer
