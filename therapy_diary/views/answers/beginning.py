"""The first rated sessions of a therapy, in which the two are getting to know each other and nothing is read into answers."""

from PySide6.QtCore import QCoreApplication

from therapy_diary.domain.session import SessionId
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.storage.diary import Diary
from therapy_diary.views.thoughts import limits_in_use


def beginning_words(diary: Diary, therapy: TherapyId | None, session: SessionId | None) -> str:
    """The label of such a session, or of one about to be rated; empty for a later one."""
    first = limits_in_use(diary).getting_to_know
    rated = [] if therapy is None else diary.alliance_ratings.first_rated(therapy, first)
    if len(rated) >= first and session not in rated:
        return ""
    return QCoreApplication.translate("Beginning", "Getting to know each other")
