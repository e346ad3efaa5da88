"""A judged series in words: first then and now, then where most answers lie, and only last a direction.

Up and down are said in the same tone. A leaning is said where somebody asked for the details, and nowhere else.
"""

from collections.abc import Callable

from therapy_diary.insight.trend import Trend, Word
from therapy_diary.reports.charts.voice import Voice


def trend_sentence(trend: Trend, shown: Callable[[float], str], voice: Voice, *, since: str = "") -> str:
    """What stands under a panel; empty before the first answer. shown writes one value, as a number or in words.

    since is the start that was picked, already written; the sentence names it.
    """
    parts = (_then_and_now(trend, shown, voice), _usual(trend, shown, voice), _word(trend, shown, voice))
    said = " ".join(it for it in parts if it)
    if since and said:
        return voice.translate("charts", "Since {start}: {words}").format(start=since, words=said)
    return said


def detail_sentence(trend: Trend, shown: Callable[[float], str], voice: Voice, *, since: str = "") -> str:
    """The same where details were asked for: with a leaning, and that it could be chance."""
    told = trend_sentence(trend, shown, voice, since=since)
    leaning = {
        Word.LEAN_UP: voice.translate("charts", "It leans up; that could be chance."),
        Word.LEAN_DOWN: voice.translate("charts", "It leans down; that could be chance."),
    }
    return f"{told} {leaning[trend.word]}" if trend.word in leaning else told


def one_sentence(trend: Trend, shown: Callable[[float], str], voice: Voice) -> str:
    """What a small panel has room for: the word the series has earned, and nothing before the first answer."""
    seen = trend.comparison
    if (
        trend.word in (Word.TOO_FEW, Word.EARLY)
        or trend.word.is_clear
        or seen.low is None
        or seen.high is None
    ):
        return _word(trend, shown, voice)
    low, high = shown(seen.low), shown(seen.high)
    if low == high:
        return voice.translate("charts", "No clear direction; mostly about {middle}.").format(middle=low)
    told = voice.translate("charts", "No clear direction; mostly between {low} and {high}.")
    return told.format(low=low, high=high)


def _then_and_now(trend: Trend, shown: Callable[[float], str], voice: Voice) -> str:
    """The plain comparison, which is always true; a clear direction says it itself."""
    seen = trend.comparison
    if seen.first is None or seen.latest is None or trend.word.is_clear:
        return ""
    told = voice.translate("charts", "First three answers: about {then}. Latest three: about {now}.")
    return told.format(then=shown(seen.first), now=shown(seen.latest))


def _usual(trend: Trend, shown: Callable[[float], str], voice: Voice) -> str:
    """Where most answers lie: the quartiles, which hold at least half of them."""
    seen = trend.comparison
    if seen.low is None or seen.high is None:
        return ""
    low, high = shown(seen.low), shown(seen.high)
    if low == high:
        return voice.translate("charts", "Mostly about {middle}.").format(middle=low)
    return voice.translate("charts", "Mostly between {low} and {high}.").format(low=low, high=high)


def _word(trend: Trend, shown: Callable[[float], str], voice: Voice) -> str:
    translate, seen = voice.translate, trend.comparison
    if trend.word is Word.TOO_FEW:
        return translate("charts", "Answers so far: {count}.").format(count=seen.count) if seen.count else ""
    if trend.word is Word.EARLY:
        return translate("charts", "It is too early to speak of a direction.")
    if not trend.word.is_clear or seen.first is None or seen.latest is None:
        return translate("charts", "No clear direction.")
    rising, falling = (
        translate(
            "charts", "It has been rising: from about {then} (first three) to about {now} (latest three)."
        ),
        translate(
            "charts", "It has been falling: from about {then} (first three) to about {now} (latest three)."
        ),
    )
    told = rising if trend.word is Word.CLEAR_UP else falling
    return told.format(then=shown(seen.first), now=shown(seen.latest))
