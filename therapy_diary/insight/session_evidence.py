"""What each held session holds for the readings: its marks, its rating, and whether it was spoken about there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from therapy_diary.domain.alliance import AllianceRating
from therapy_diary.domain.difficulty import FIT, DifficultyCheck
from therapy_diary.domain.reading import SessionInput
from therapy_diary.domain.session import Session, SessionId
from therapy_diary.domain.topic import Topic, TopicKind, TopicState
from therapy_diary.insight.alliance_score import score

TIE = ("safe", "understood", "connection")  # the statements that tell whether the relationship holds


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionEvidence:
    """One held session. marks are h1…h4 and f1…f3, rating the eight statements; None is left out.

    overall is the alliance score, None where there is none or its wording is not the latest. was_brought tells that
    a topic about the relationship was brought in this session.
    """

    session: SessionId
    number: int
    starts_at: datetime
    marks: Mapping[str, int | None] = field(default_factory=dict)
    rating: Mapping[str, int | None] = field(default_factory=dict)
    overall: float | None = None
    was_brought: bool = False

    @property
    def day(self) -> date:
        """When it was."""
        return self.starts_at.date()

    @property
    def is_rated(self) -> bool:
        """Whether anything was answered after it."""
        return any(it is not None for it in (*self.marks.values(), *self.rating.values()))

    def marked(self, statements: Sequence[str], at_least: int = 1) -> bool:
        """Whether any of the statements was marked so."""
        return any((self.marks.get(it) or 0) >= at_least for it in statements)

    def tie_answers(self) -> list[int]:
        """The answers given to safe, understood and connection."""
        return [answer for it in TIE if (answer := self.rating.get(it)) is not None]

    @property
    def fit_answered(self) -> int:
        """How many of the three statements of fit were answered."""
        return sum(self.marks.get(it) is not None for it in FIT)

    def as_input(self) -> SessionInput:
        """The session and the answers that counted, as "why this is shown" lists them."""
        answers = dict(self.marks) | {it: self.rating[it] for it in TIE if it in self.rating}
        return SessionInput(number=self.number, day=self.day, answers=answers)


def gather(
    sessions: Sequence[Session],
    checks: Sequence[DifficultyCheck] = (),
    ratings: Sequence[AllianceRating] = (),
    topics: Sequence[Topic] = (),
) -> tuple[SessionEvidence, ...]:
    """The held sessions with what belongs to each, oldest first. sessions are in the order they took place."""
    marks = {it.session: it.answers for it in checks}
    given = {it.session: it for it in ratings}
    held = [it for it in sessions if it.is_held]
    rated = [given[it.id] for it in held if it.id in given]
    version = rated[-1].form_version if rated else None
    brought = {
        it.brought_in for it in topics if it.kind is TopicKind.RELATIONSHIP and it.state is TopicState.BROUGHT
    }
    return tuple(
        SessionEvidence(
            session=it.id,
            number=number,
            starts_at=it.starts_at,
            marks=marks.get(it.id, {}),
            rating=given[it.id].answers if it.id in given else {},
            overall=_overall(given.get(it.id), version),
            was_brought=it.id in brought,
        )
        for number, it in enumerate(held, 1)
    )


def _overall(rating: AllianceRating | None, version: int | None) -> float | None:
    if rating is None or rating.form_version != version:
        return None
    return score(rating.answers).overall
