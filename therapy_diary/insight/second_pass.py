"""When a second look at a session is offered: once a night lies between, and only for some days."""

from datetime import datetime

from therapy_diary.domain.session import Session

FROM_DAYS, UNTIL_DAYS = (
    1,
    7,
)  # calendar days since the session; afterwards it is no longer offered, and nothing says so


def is_offered(session: Session, *, has_note: bool, has_second_look: bool, now: datetime) -> bool:
    """Whether to ask "does it look different today?": there is something to look at again, and nobody has yet."""
    days = (now.date() - session.starts_at.date()).days
    return session.is_held and has_note and not has_second_look and FROM_DAYS <= days <= UNTIL_DAYS
