"""A judged series in words: then and now first, a direction last, and a leaning only where details are asked for."""

import re

import pytest

from therapy_diary.insight.limits import Limits
from therapy_diary.insight.trend import Word, trend
from therapy_diary.reports.charts.trend_words import detail_sentence, trend_sentence
from therapy_diary.reports.charts.voice import Voice

GOAL = [2, 3, 3, 2, 4, 4, 3, 5, 6, 5, 6, 7, 7, 6]
NEVER = re.compile(r"better|worse|improv|because|!|plateau|progress", re.IGNORECASE)


def whole(value: float) -> str:
    return f"{value:g}"


def said(values: list[int], since: float | None = None, start: str = "") -> tuple[str, str]:
    seen = trend(values, least_change=1, since=since)
    return (
        trend_sentence(seen, whole, Voice(), since=start),
        detail_sentence(seen, whole, Voice(), since=start),
    )


@pytest.mark.parametrize(
    ("count", "panel"),
    [
        (0, ""),
        (3, "Answers so far: 3."),
        (5, "First three answers: about 3. Latest three: about 3. It is too early to speak of a direction."),
        (
            8,
            "First three answers: about 3. Latest three: about 4. Mostly between 2 and 4. No clear direction.",
        ),
        (
            10,
            "First three answers: about 3. Latest three: about 5. Mostly between 3 and 5. No clear direction.",
        ),
        (
            14,
            "Mostly between 3 and 6. It has been rising: from about 3 (first three) to about 7 (latest three).",
        ),
    ],
)
def test_the_sentence_says_more_the_more_there_is(count: int, panel: str) -> None:
    assert said(GOAL[:count])[0] == panel


def test_a_leaning_is_said_only_where_details_are_asked_for() -> None:
    panel, detail = said(GOAL[:10])
    assert detail == f"{panel} It leans up; that could be chance."
    panel, detail = said([10 - it for it in GOAL[:10]])
    assert detail == f"{panel} It leans down; that could be chance."


def test_a_fall_is_said_in_the_tone_of_a_rise() -> None:
    rise, fall = said(GOAL)[0], said([10 - it for it in GOAL])[0]
    assert fall == rise.replace("rising", "falling").replace("3 and 6", "4 and 7").replace(
        "about 3 (first three) to about 7", "about 7 (first three) to about 3"
    )


def test_a_picked_start_is_named() -> None:
    assert said(GOAL, since=8, start="3 March")[0].startswith("Since 3 March: First three answers")


def test_answers_that_hardly_differ_lie_about_one_value() -> None:
    assert "Mostly about 3." in said([3, 3, 3, 3, 2, 3, 3, 3, 4])[0]


def test_no_sentence_judges_or_claims_a_cause() -> None:
    for values in (GOAL, [10 - it for it in GOAL], [5] * 9, GOAL[:6]):
        assert not NEVER.search(" ".join(said(values)))


def test_limits_that_could_never_be_met_are_refused() -> None:
    with pytest.raises(ValueError, match="at least 6"):
        Limits(enough_for_a_direction=5)
    with pytest.raises(ValueError, match="as rare"):
        Limits(clear_below_p=0.1)
    with pytest.raises(ValueError, match="looks at"):
        Limits(window_needed=5)
    assert (
        trend(list(range(7)), least_change=1, limits=Limits(enough_for_a_direction=6)).word is Word.CLEAR_UP
    )
