"""How it was between the two of them: eight statements the person may rate after a session.

Three statements are Bordin's (1979) parts of the alliance, five are the article's conditions of a good
therapeutic relationship. The check is the product's own and not a validated instrument.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from therapy_diary.domain.answer import check_answer
from therapy_diary.domain.session import SessionId

CORE = ("aims", "way", "connection")
CONDITIONS = ("safe", "understood", "steady", "frame", "fit")
STATEMENTS = CORE + CONDITIONS
FORM_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class AllianceRating:
    """The answers given for one session, 0 (not at all) to 4 (completely); None is "can't say" or left out.

    Scores are worked out by insight.alliance_score and never stored: missing is not zero.
    """

    session: SessionId
    filled_at: datetime
    answers: Mapping[str, int | None] = field(default_factory=dict)
    one_change: str = ""
    form_version: int = FORM_VERSION

    def __post_init__(self) -> None:
        if unknown := set(self.answers) - set(STATEMENTS):
            raise ValueError(f"no such statement: {sorted(unknown)}")
        for value in self.answers.values():
            check_answer(value)

    def answer(self, statement: str) -> int | None:
        """The answer to one statement, None when it was left out."""
        return self.answers.get(statement)

    @property
    def answered(self) -> int:
        """How many of the eight have an answer."""
        return sum(self.answer(it) is not None for it in STATEMENTS)
