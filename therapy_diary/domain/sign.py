"""A moment that showed that therapy helps: collected, because memory keeps the hard parts. Never scored."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from therapy_diary.domain.session import SessionId

SignMomentId = NewType("SignMomentId", int)


class Sign(StrEnum):
    """The four signs; their wording stands in resources/questions/signs.toml."""

    MORE_MYSELF = "s1"
    NO_VERDICT = "s2"
    STAYED_WITH_IT = "s3"
    TOGETHER = "s4"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignMoment:
    """One sign in one session, with a line in the person's words if they like."""

    id: SignMomentId
    session: SessionId
    sign: Sign
    words: str = ""
