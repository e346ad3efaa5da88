"""The page for the two minutes before a session, on one side of paper."""

from collections.abc import Callable
from datetime import date, datetime

from therapy_diary.insight.review import HARD_TO_SAY, MANY_NOTES, Review
from therapy_diary.reports.pages.words import PageWords
from therapy_diary.reports.pages.worksheet_page import render

RULED_LINES = 6
MOST_TITLES = 5


def review_page(
    review: Review,
    words: PageWords,
    *,
    format_date: Callable[[date], str],
    format_moment: Callable[[datetime], str],
    alliance_sentence: str = "",
    on_paper: bool = True,
    quiet: bool = False,
) -> str:
    """The review as one HTML page, without numbers where it is to be quiet. A note is named only when the person allowed it to be printed."""
    counted = _how_counted(len(review.notes), quiet=quiet)
    titles = [it.title.strip() for it in review.notes if not it.never_print and it.title.strip()]
    return render(
        "review.html.j2",
        words,
        on_paper=on_paper,
        review=review,
        title=words.filled("page", "title_quietly" if quiet else "title", number=str(review.number)),
        when=_when(review, words, format_moment),
        left_on=_left_on(review, words, format_date),
        notes_counted=words.filled("line", counted, count=str(len(review.notes))),
        note_titles=titles[:MOST_TITLES],
        alliance_sentence=alliance_sentence,
        hard=HARD_TO_SAY,
        ruled=RULED_LINES,
        footer=review_footer(review, words, format_date),
    )


def _how_counted(notes: int, *, quiet: bool) -> str:
    """The name of the line that says how much was written."""
    if quiet:
        return "notes_quietly"
    return "note" if notes == 1 else "notes" if notes <= MANY_NOTES else "many_notes"


def review_footer(review: Review, words: PageWords, format_date: Callable[[date], str]) -> str:
    """The line at the foot of the page."""
    return words.filled("page", "printed", date=format_date(review.now.date()))


def _when(review: Review, words: PageWords, format_moment: Callable[[datetime], str]) -> str:
    if review.next is None:
        return words.word("line", "no_date")
    when = format_moment(review.next.starts_at)
    return when if review.next.place is None else f"{when} · {words.word('place', review.next.place)}"


def _left_on(review: Review, words: PageWords, format_date: Callable[[date], str]) -> str:
    if review.last is None:
        return ""
    return words.filled("line", "left_after_a_break", date=format_date(review.last.starts_at.date()))
