"""The first rated sessions of a therapy, in which the two are getting to know each other and nothing is read into answers."""

from PySide6.QtCore import QCoreApplication

from therapy_diary.domain.session import SessionId
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.insight.limits import GETTING_TO_KNOW
from therapy_diary.storage.diary import Diary


def beginning_words(diary: Diary, therapy: TherapyId | None, session: SessionId | None) -> str:
    """The label of such a session, or of one about to be rated; empty for a later one."""
    rated = [] if therapy is None else diary.alliance_ratings.first_rated(therapy, GETTING_TO_KNOW)
    if len(rated) >= GETTING_TO_KNOW and session not in rated:
        return ""
    return QCoreApplication.translate("Beginning", "Getting to know each other")
