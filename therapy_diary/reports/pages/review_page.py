"""The page for the two minutes before a session, on one side of paper."""

from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum

from therapy_diary.insight.review import HARD_TO_SAY, MANY_NOTES, Element, Review, Ticks, initials
from therapy_diary.reports.pages.words import PageWords
from therapy_diary.reports.pages.worksheet_page import render


class Layout(StrEnum):
    """How a page is set: its headings beside the words, above them where there is little room across, or close together.

    small is close, for letters that are drawn smaller.
    """

    BESIDE = "beside"
    ABOVE = "above"
    CLOSE = "close"
    SMALL = "small"


def review_page(
    review: Review,
    ticks: Ticks,
    words: PageWords,
    *,
    format_date: Callable[[date], str],
    format_moment: Callable[[datetime], str],
    on_paper: bool = True,
    quiet: bool = False,
    ruled: int,
    layout: Layout = Layout.BESIDE,
) -> str:
    """What is ticked of the review as one HTML page, without numbers where it is to be quiet.

    The rest is taken out before the page is made. A note is named only when the person allowed it to be printed.
    ruled: how many lines there are to write on.
    """
    shown = review.only(ticks)
    is_dated = Element.WHEN in ticks.elements
    return render(
        "review.html.j2",
        words,
        on_paper=on_paper,
        review=shown,
        title=_title(review, words, counted=is_dated and not quiet, named=is_dated),
        when=_when(shown, words, format_moment) if is_dated else "",
        left_on=_left_on(shown, words, format_date),
        since=_since(shown, words, quiet=quiet) if Element.SINCE in ticks.elements else "",
        note_titles=[it.title.strip() for it in shown.pinned if not it.never_print and it.title.strip()],
        panels=() if quiet else shown.panels,
        hard=HARD_TO_SAY,
        ruled=ruled if Element.OWN_WORDS in ticks.elements else 0,
        layout=layout,
        footer=review_footer(review, words, format_date),
    )


def review_footer(review: Review, words: PageWords, format_date: Callable[[date], str]) -> str:
    """The line at the foot of the page."""
    return words.filled("page", "printed", date=format_date(review.now.date()))


def _title(review: Review, words: PageWords, *, counted: bool, named: bool) -> str:
    """With the number where it may stand, and of the therapist no more than initials."""
    short = initials(review.therapy.therapist_name) if named else ""
    if short and words.direction == "rtl":
        short = f"\u2068{short}\u2069"  # else the full stop of Latin initials would stand before them
    key = ("title" if counted else "title_quietly") + ("_with" if short else "")
    return words.filled("page", key, number=str(review.number), initials=short)


def _since(review: Review, words: PageWords, *, quiet: bool) -> str:
    """How much was written; nothing where nothing was, for a page is not there to say so."""
    notes = len(review.notes)
    if not notes:
        return ""
    counted = "note" if notes == 1 else "notes" if notes <= MANY_NOTES else "many_notes"
    return words.filled("line", "notes_quietly" if quiet else counted, count=str(notes))


def _when(review: Review, words: PageWords, format_moment: Callable[[datetime], str]) -> str:
    if review.next is None:
        return words.word("line", "no_date")
    when = format_moment(review.next.starts_at)
    return when if review.next.place is None else f"{when} · {words.word('place', review.next.place)}"


def _left_on(review: Review, words: PageWords, format_date: Callable[[date], str]) -> str:
    """After a long break, from when the line is; the day alone where none was left."""
    if review.last is None or not review.after_a_break:
        return ""
    key = "left_after_a_break" if review.line_left else "last_time"
    return words.filled("line", key, date=format_date(review.last.starts_at.date()))
