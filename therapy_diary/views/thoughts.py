"""What the rules make of a diary: the limits as this person has them, and the one reading that may be shown."""

from datetime import datetime
from functools import lru_cache

from PySide6.QtCore import QLocale

from therapy_diary import resources
from therapy_diary.domain.reading import Reading
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.insight.limit_words import LimitGroup, read_limit_words
from therapy_diary.insight.limits import DEFAULT, Limits
from therapy_diary.insight.reading_words import ReadingWords, read_reading_words
from therapy_diary.insight.readings import are_turned_off, reading
from therapy_diary.insight.session_evidence import gather
from therapy_diary.storage.diary import Diary


def limits_in_use(diary: Diary) -> Limits:
    """The limits with what the person changed; the usual ones where what was kept makes no sense any more."""
    try:
        return Limits.changed(diary.choices.limits())
    except ValueError:
        return DEFAULT


def readings_are_off(diary: Diary, therapy: TherapyId) -> bool:
    """Whether the person wants nothing shown that the rules find: said on a reading itself, or in the settings."""
    return diary.choices.wants_no_readings or are_turned_off(diary.readings.of(therapy))


def reading_for(diary: Diary, therapy: TherapyId, now: datetime) -> Reading | None:
    """The reading to offer before a session, at most one, after everything the person said about readings."""
    if readings_are_off(diary, therapy):
        return None
    held = [it for it in diary.sessions.of(therapy) if it.is_held and it.starts_at <= now]
    evidence = gather(
        held,
        diary.difficulty_checks.of(therapy),
        diary.alliance_ratings.of(therapy),
        diary.topics.of(therapy),
    )
    return reading(
        evidence,
        now,
        events=diary.setting_events.of(therapy),
        shown=diary.readings.of(therapy),
        limits=limits_in_use(diary),
    )


def limit_words() -> tuple[str, tuple[LimitGroup, ...]]:
    """What help and settings say about each limit, in the language of the window."""
    return read_limit_words(resources.text_in("readings/limits.toml", QLocale().name()))


def reading_words() -> ReadingWords:
    """The wording of the readings in the language of the window."""
    return _reading_words(QLocale().name())


@lru_cache(maxsize=4)
def _reading_words(language: str) -> ReadingWords:
    """Read once: the page before a session asks each time it is shown."""
    return read_reading_words(resources.text_in("readings/readings.toml", language))
