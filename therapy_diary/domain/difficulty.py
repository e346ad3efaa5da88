"""What kind of hard it was: seven statements the person may mark after a session.

Four name difficulty that belongs to the work, three a possible lack of fit. They stand apart from the alliance
rating: a falling line is never taken for either.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from therapy_diary.domain.session import SessionId

NATURAL = ("h1", "h2", "h3", "h4")
FIT = ("f1", "f2", "f3")
STATEMENTS = NATURAL + FIT
# One mixed list without headings, which would lead the answer.
ON_SCREEN = ("h4", "f2", "h1", "f1", "h3", "f3", "h2")
NO, SOMEWHAT, CLEARLY = 0, 1, 2
FORM_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class DifficultyCheck:
    """The marks for one session: 0 no, 1 somewhat, 2 clearly; None was left out."""

    session: SessionId
    filled_at: datetime
    answers: Mapping[str, int | None] = field(default_factory=dict)
    form_version: int = FORM_VERSION

    def __post_init__(self) -> None:
        if unknown := set(self.answers) - set(STATEMENTS):
            raise ValueError(f"no such statement: {sorted(unknown)}")
        if any(it is not None and not NO <= it <= CLEARLY for it in self.answers.values()):
            raise ValueError(f"a mark lies between {NO} and {CLEARLY}")

    def answer(self, statement: str) -> int | None:
        """The mark of one statement, None when it was left out."""
        return self.answers.get(statement)
