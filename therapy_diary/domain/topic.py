"""Something to bring into a session, how hard it is to say, and what came of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from therapy_diary.domain.session import SessionId
from therapy_diary.domain.therapy import TherapyId

TopicId = NewType("TopicId", int)

LONGEST_WORDING = 400


class TopicKind(StrEnum):
    """What a topic is about."""

    CONTENT = "content"
    RELATIONSHIP = "relationship"
    GOALS = "goals"
    WAY_OF_WORKING = "way_of_working"
    SETTING = "setting"
    PRACTICAL = "practical"
    ENDING = "ending"


class TopicState(StrEnum):
    """Where a topic stands. Letting one go carries no mark."""

    WAITING = "waiting"
    BROUGHT = "brought"
    PARTLY = "partly"
    LATER = "later"
    LET_GO = "let_go"


SPOKEN = (TopicState.BROUGHT, TopicState.PARTLY)
"""The states of what was said in a session, whole or in part."""


class Received(StrEnum):
    """How it was received, as the person felt it."""

    LISTENED = "listened"
    EXPLAINED = "explained"
    TURNED_AWAY = "turned_away"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """Something to bring. hard_to_say runs from 0 (easy) to 3 (very hard). covered: not shown before it is opened.

    received stays None until the person says how it was received.
    """

    id: TopicId
    uid: str
    therapy: TherapyId
    position: int
    kind: TopicKind
    wording: str
    hard_to_say: int
    opening_line: str
    state: TopicState
    created_on: date
    brought_in: SessionId | None = None
    what_came_of_it: str = ""
    received: Received | None = None
    covered: bool = False

    def __post_init__(self) -> None:
        if not 1 <= len(self.wording.strip()) <= LONGEST_WORDING:
            raise ValueError(f"a topic has 1 to {LONGEST_WORDING} characters")
        if not 0 <= self.hard_to_say <= 3:
            raise ValueError("how hard to say lies between 0 and 3")

    @property
    def is_waiting(self) -> bool:
        """Whether it is still to be brought."""
        return self.state in (TopicState.WAITING, TopicState.LATER)

    @property
    def is_spoken(self) -> bool:
        """Whether it was said, whole or in part."""
        return self.state in SPOKEN


@dataclass(frozen=True, slots=True, kw_only=True)
class PastTopic:
    """A topic that waits no more. on is the day of the session it was said in, else the day it was written down.

    place orders such topics from the oldest to the newest, and no two have the same.
    """

    topic: Topic
    on: date
    place: tuple[str, int]
