"""Bond without clear goals, or goals without bond: Bordin's (1979) parts side by side over the latest sessions."""

import statistics
from collections.abc import Sequence
from enum import StrEnum

from therapy_diary.domain.alliance import AllianceRating
from therapy_diary.insight.limits import DEFAULT, ROUNDING, Limits


class Imbalance(StrEnum):
    """Which part reads clearly stronger than the other."""

    CONTACT_STRONGER = "contact_stronger"
    AIM_CLEARER = "aim_clearer"


def imbalance(ratings: Sequence[AllianceRating], limits: Limits = DEFAULT) -> Imbalance | None:
    """What the latest four ratings say, None where the two are near each other or too little was answered.

    ratings are in the order of their sessions. A rating counts when both the contact and one of the two statements
    about aims and way were answered, in the wording of the latest such rating.
    """
    usable = [it for it in ratings if it.answer("connection") is not None and _aim_answers(it)]
    same = [it for it in usable if it.form_version == usable[-1].form_version]
    latest = same[-limits.imbalance_sessions :]
    if not latest or len(latest) < limits.imbalance_sessions:
        return None
    contact = statistics.median([answer for it in latest if (answer := it.answer("connection")) is not None])
    aim = statistics.median([answer for it in latest for answer in _aim_answers(it)])
    if contact - aim >= limits.imbalance_gap - ROUNDING:
        return Imbalance.CONTACT_STRONGER
    if aim - contact >= limits.imbalance_gap - ROUNDING:
        return Imbalance.AIM_CLEARER
    return None


def _aim_answers(rating: AllianceRating) -> list[int]:
    return [it for it in (rating.answer("aims"), rating.answer("way")) if it is not None]
