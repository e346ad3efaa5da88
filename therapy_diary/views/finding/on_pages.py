"""Finds words on the pages of finished endings: few pages, frozen as they stood, and no index holds them."""

from collections.abc import Collection, Iterator

from therapy_diary.domain.closing import Audience, Section, Snapshot
from therapy_diary.domain.found import FoundOnPage, Marked
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.reports.pages.snapshot import BadSnapshot, thawed
from therapy_diary.reports.pages.worksheet import SheetSection, Worksheet
from therapy_diary.storage.query import Query, understood
from therapy_diary.storage.search import Search
from therapy_diary.views.finding.by_hand import marks_in
from therapy_diary.views.finding.entry import Marks

TOPIC = "topic:"
"""What the key of a line begins with that was drawn from a topic."""
BEFORE, LENGTH = 40, 160  # characters of a passage: before the first find, and in all


def found_on_pages(search: Search, typed: str) -> list[FoundOnPage]:
    """The sections that hold the words, each once for a finish, on the first page that has them. Raises SearchStopped.

    What was drawn from a topic that is kept covered since, or is gone, is passed over: nobody is to come upon it here.
    """
    query = understood(typed, still_typing=True)
    finished = [] if query.tags else search.finished()
    topics = search.open_topics() if finished else frozenset()
    return [it for therapy, pages in finished for it in _on_pages(therapy, pages, topics, query)]


def _on_pages(
    therapy: TherapyId, snapshot: Snapshot, topics: Collection[str], query: Query
) -> Iterator[FoundOnPage]:
    try:
        pages = thawed(snapshot.pages).pages
    except BadSnapshot:
        return
    done = set[Section]()
    for audience in Audience:
        page = pages.get(audience)
        for section in () if page is None else _not_yet(page, done):
            text = _words_of(section, topics)
            marks = marks_in(text, snapshot.finished_on, query) if text else None
            if marks is None:
                continue
            done.add(section.section)
            yield FoundOnPage(
                therapy=therapy,
                number=snapshot.number,
                finished_on=snapshot.finished_on,
                audience=audience,
                section=section.section,
                title=section.title,
                passage=_passage(text, marks),
            )


def _not_yet(page: Worksheet, done: Collection[Section]) -> list[SheetSection]:
    return [it for it in page.printed if it.section not in done]


def _words_of(section: SheetSection, topics: Collection[str]) -> str:
    """What stands in a section, line by line."""
    lines = [
        it.text for it in section.lines if not it.key.startswith(TOPIC) or it.key[len(TOPIC) :] in topics
    ]
    goals = [words for it in section.goals for words in (it.first, it.last)]
    return "\n".join(it for it in (*lines, *goals, section.my_text.strip()) if it)


def _passage(text: str, marks: Marks) -> Marked:
    """The part of a text around the first find."""
    first = marks[0][0] if marks else 0
    start = max(0, first - BEFORE)
    if start:
        start = text.find(" ", start, first) + 1 or start  # from the beginning of a word, where there is one
    cut = text[start : start + LENGTH]
    before, after = "…" if start else "", "…" if start + LENGTH < len(text) else ""
    inside = tuple(
        (place - start + len(before), min(length, start + LENGTH - place))
        for place, length in marks
        if start <= place < start + LENGTH
    )
    return Marked(text=f"{before}{cut}{after}", marks=inside)
