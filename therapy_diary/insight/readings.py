"""Natural difficulty or lack of fit: which one careful thought the records allow, if any.

The two are asked for apart and never read out of a falling line. Whatever is found names its own sessions and
answers, claims no cause, and stays away when the person says so. Readings belong on the page before a session only.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from therapy_diary.domain.reading import Reading, Reason, Response, Rule, ShownReading
from therapy_diary.domain.setting_event import UNSAFE, SettingEvent, SettingEventKind
from therapy_diary.insight.limits import DEFAULT, Limits
from therapy_diary.insight.session_evidence import SessionEvidence
from therapy_diary.insight.stands_out import stands_out, usual_range
from therapy_diary.insight.window import Window, counting

OF_A_WINDOW = (Rule.MIXED, Rule.RELATIONSHIP, Rule.HARD_WORK, Rule.STANDING_STILL, Rule.UNCLEAR)


def reading(
    evidence: Sequence[SessionEvidence],
    now: datetime,
    *,
    events: Sequence[SettingEvent] = (),
    shown: Sequence[ShownReading] = (),
    limits: Limits = DEFAULT,
) -> Reading | None:
    """The reading to offer, at most one; None when nothing was found or the person wants none of it.

    When the one that is due was put off, no other takes its place. The first three rated sessions have none: finding
    each other takes time. What the person marked about their safety is not held back by that.
    """
    if are_turned_off(shown):
        return None
    found = find(evidence, now.date(), events=events, limits=limits)
    if not found.rule.has_text:
        return None
    rated = sum(it.is_rated for it in evidence)
    if found.rule is not Rule.SAFETY and rated <= limits.getting_to_know:
        return None
    silenced = any(_silences(it, found, evidence, limits) for it in shown)
    return None if silenced else found


def are_turned_off(shown: Sequence[ShownReading]) -> bool:
    """Whether the person answered one of these with "do not show readings", which no other answer takes back."""
    return any(it.response is Response.TURNED_OFF for it in shown)


def find(
    evidence: Sequence[SessionEvidence],
    day: date,
    *,
    events: Sequence[SettingEvent] = (),
    limits: Limits = DEFAULT,
) -> Reading:
    """What the rules find on a day, in their order, before anything the person said about readings.

    evidence has every held session, oldest first.
    """
    unsafe = _safety(events, day, limits)
    if unsafe is not None:
        return unsafe
    window = Window.ending(evidence, day, limits)
    if not window.is_enough:
        return _resting_on(window, Rule.NOT_ENOUGH)
    found = _after_talking(evidence, day, limits)
    if found is not None:
        return found
    for rule in OF_A_WINDOW:
        if window.meets(rule):
            return _of_a_window(window, rule)
    return _one_below(evidence, day, limits) or _resting_on(window, Rule.QUIET)


def _safety(events: Sequence[SettingEvent], day: date, limits: Limits) -> Reading | None:
    """Only the person's own mark, never inferred."""
    marks = [it for it in events if it.kind in UNSAFE and (day - it.on_date).days <= limits.oldest_days]
    if not marks:
        return None
    kinds = {it.kind for it in marks}
    reasons = [Reason.LINE_CROSSED] if SettingEventKind.LINE_CROSSED in kinds else []
    reasons += [Reason.NOT_SAFE] if SettingEventKind.NOT_SAFE in kinds else []
    return Reading(rule=Rule.SAFETY, reasons=tuple(reasons), marked_on=tuple(it.on_date for it in marks))


def _after_talking(evidence: Sequence[SessionEvidence], day: date, limits: Limits) -> Reading | None:
    """What became of it after the person spoke about a pattern that had held; None when that does not apply."""
    talks = [place for place, it in enumerate(evidence) if it.was_brought]
    if not talks or not _had_held(evidence[: talks[-1] + 1], limits):
        return None
    brought_on = evidence[talks[-1]].day
    since = evidence[talks[-1] + 1 :]
    count, window = len(counting(since, limits)), Window.ending(since, day, limits)
    if count < limits.after_talking_first or not window.is_enough:
        return replace(_resting_on(window, Rule.WAIT_AFTER_TALKING), brought_on=brought_on)
    reasons = (Reason.BROUGHT, *window.fit_reasons)
    if window.fit_reasons and count <= limits.still_there_until:
        still = _resting_on(window, Rule.STILL_THERE_AFTER_TALKING)
        return replace(still, reasons=reasons, counted=_counted(window), brought_on=brought_on)
    if not window.fit_reasons and count <= limits.eased_until:
        eased = _resting_on(window, Rule.EASED_AFTER_TALKING)
        return replace(eased, reasons=reasons, counted=_counted(window), brought_on=brought_on)
    return None


def _had_held(until_talk: Sequence[SessionEvidence], limits: Limits) -> bool:
    """Whether the pattern was there when it was spoken about, or had been within the sessions just before.

    The session in which one dares to speak may well be the first easier one, so windows ending before it count too.
    """
    counted, day = counting(until_talk, limits), until_talk[-1].day
    ends = range(len(counted), max(len(counted) - limits.window, 0), -1)
    return any(Window.ending(counted[:end], day, limits).meets(Rule.RELATIONSHIP) for end in ends)


def _of_a_window(window: Window, rule: Rule) -> Reading:
    about_fit = rule in (Rule.MIXED, Rule.RELATIONSHIP)
    reasons = list(window.fit_reasons) if about_fit else []
    reasons += [Reason.HARD] if window.is_hard and rule is not Rule.STANDING_STILL else []
    reasons += [Reason.STILL] if window.is_still and rule in (Rule.STANDING_STILL, Rule.UNCLEAR) else []
    if not about_fit:
        reasons.append(Reason.IN_BETWEEN if rule is Rule.UNCLEAR else Reason.HOLDS)
    return replace(
        _resting_on(window, rule),
        reasons=tuple(reasons),
        counted=_counted(window) if about_fit else None,
        is_growing=about_fit and window.is_growing,
    )


def _one_below(evidence: Sequence[SessionEvidence], day: date, limits: Limits) -> Reading | None:
    """The latest scored session, when it lies below the usual range of those before it."""
    scored = [(it, it.overall) for it in evidence if it.overall is not None]
    if not scored or (day - scored[-1][0].day).days > limits.oldest_days:
        return None
    (latest, now), earlier = scored[-1], [value for _, value in scored[:-1]]
    usual = usual_range(earlier, limits)
    if usual is None or not stands_out(earlier, now, limits):
        return None
    return Reading(
        rule=Rule.STANDS_OUT,
        sessions=(latest.as_input(),),
        reasons=(Reason.BELOW_USUAL,),
        score=now,
        low=usual.lower,
        high=usual.upper,
    )


def _resting_on(window: Window, rule: Rule) -> Reading:
    return Reading(rule=rule, sessions=tuple(it.as_input() for it in window.sessions))


def _counted(window: Window) -> tuple[int, int]:
    return window.fit_marked, len(window.sessions)


def _silences(
    shown: ShownReading, found: Reading, evidence: Sequence[SessionEvidence], limits: Limits
) -> bool:
    """Whether an earlier answer keeps this reading away.

    After "not now", and after it was made a topic, the same one stays away for three sessions; after "does not fit"
    for as long as the same thing goes on.
    """
    if shown.reading.rule is not found.rule:
        return False
    later = [it for it in evidence if it.starts_at > shown.shown_at]
    if shown.response in (Response.NOT_NOW, Response.MADE_TOPIC):
        return len(later) < limits.not_now_sessions
    return shown.response is Response.DOES_NOT_FIT and _goes_on(shown, found, evidence, limits)


def _goes_on(
    shown: ShownReading, found: Reading, evidence: Sequence[SessionEvidence], limits: Limits
) -> bool:
    """Whether what was found is the same episode as what was shown then."""
    before = shown.reading
    if found.rule is Rule.SAFETY:
        return set(found.marked_on) <= set(before.marked_on) and set(found.reasons) <= set(before.reasons)
    if found.rule is Rule.STANDS_OUT:
        return [it.day for it in found.sessions] == [it.day for it in before.sessions]
    if found.brought_on is not None:
        return found.brought_on == before.brought_on
    counted = counting(evidence, limits)
    later = [place for place, it in enumerate(counted, 1) if it.starts_at > shown.shown_at]
    return all(Window.ending(counted[:end], counted[end - 1].day, limits).meets(found.rule) for end in later)
