"""What the diary itself puts into each section of the worksheet."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from statistics import median

from therapy_diary.domain.closing import FIT, Section
from therapy_diary.domain.contact import ContactKind
from therapy_diary.domain.goal import Goal, GoalRating, GoalState
from therapy_diary.domain.milestone import Milestone, MilestoneKind
from therapy_diary.domain.pointing import in_words
from therapy_diary.domain.task import Outcome
from therapy_diary.domain.topic import Topic, TopicKind
from therapy_diary.insight.goal_progress import goal_lines
from therapy_diary.reports.pages.words import PageWords
from therapy_diary.reports.pages.worksheet_records import GoalRow, Line, Records

_MARK = re.compile(
    r"^[#>*\-\s]*(?:\[[ xX]\](?=\s|$))?"
)  # what a paragraph may begin with: heading, list, box to tick
MOST_MILESTONES = 8
MOST_LINES = 4  # of one kind in one section: a page is for what matters most
FEW = 2  # of a kind that stands beside others
ABOUT_US = (TopicKind.RELATIONSHIP, TopicKind.WAY_OF_WORKING)
BETWEEN_US = (*ABOUT_US, TopicKind.SETTING)
AT_EACH_END = 3  # ratings whose middle value stands for "start" and for "lately"
LOW, HIGH = 1, 3  # middle answers, 0 to 4, that are named as low or high
MIDDLE = 2
LEAST_ANSWERS = 3
MOST_NAMED = 3
LONGEST_TITLE = 120

FIRST_ON_THE_ROAD = (  # what stays on the road when there are more marks than fit
    MilestoneKind.FIRST_SESSION,
    MilestoneKind.LAST_SESSION,
    MilestoneKind.TURNING_POINT,
    MilestoneKind.NEW_EXPERIENCE,
    MilestoneKind.MENDED,
    MilestoneKind.STRAIN,
    MilestoneKind.GOALS_SET,
    MilestoneKind.ENDING_RAISED,
    MilestoneKind.GOALS_REVIEWED,
    MilestoneKind.OTHER,
    MilestoneKind.BREAK,
)


class Drawing:
    """Draws the lines of each section from the records of one therapy. Numbers have at most one decimal."""

    def __init__(self, records: Records, words: PageWords, format_date: Callable[[date], str]) -> None:
        self._records = records
        self._words = words
        self._date = format_date

    def lines(self, section: Section) -> tuple[Line, ...]:
        """The lines the diary gives for a section, possibly none."""
        drawn = {
            Section.HEAD: self._head,
            Section.WHY_I_CAME: self._why_i_came,
            Section.WHAT_CHANGED: self._what_changed,
            Section.THE_ROAD: self._road,
            Section.WHAT_HELPED: self._what_helped,
            Section.WHAT_WAS_HARD: self._what_was_hard,
            Section.WHAT_DID_NOT_FIT: self._what_did_not_fit,
            Section.WHAT_I_LEARNED: self._what_i_learned,
            Section.TOOLS_I_KEEP: self._tools,
            Section.WHEN_IT_GETS_HARD: self._to_whom,
            Section.WHAT_I_CARRY_ON: self._carried_on,
            Section.WHAT_I_WANT_TO_SAY: self._to_say,
        }.get(section)
        return () if drawn is None else tuple(drawn())

    def goals(self) -> tuple[GoalRow, ...]:
        """Every goal: first and latest words, where it started and where it stood lately."""
        return tuple(self._goal(it, self._records.goal_ratings.get(it.id, ())) for it in self._records.goals)

    # page one

    def _head(self) -> list[Line]:
        therapy, held = self._records.therapy, self._records.held
        word = self._words.word
        start = self._date(held[0].starts_at.date() if held else therapy.started_on)
        end = therapy.ended_on or (held[-1].starts_at.date() if len(held) > 1 else None)
        parts = [
            self._words.filled("head", "since", start=start)
            if end is None
            else self._words.filled("head", "from_to", start=start, end=self._date(end))
        ]
        if held:
            key = "session" if len(held) == 1 else "sessions"
            parts.append(self._words.filled("head", key, count=str(len(held))))
        agreed: list[str] = []
        if self._records.settings:
            setting = self._records.settings[-1]
            agreed = [setting.frequency, setting.place]
            parts.append(f"{word('frequency', setting.frequency)}, {word('place', setting.place)}")
        parts.append(word("approach", therapy.approach))
        facts = (held[0].starts_at.date() if held else therapy.started_on, end, len(held), therapy.approach)
        return [
            Line(
                text=" · ".join(it for it in parts if it),
                key="head",
                facts=" ".join(map(str, [*facts, *agreed])),
            )
        ]

    def _why_i_came(self) -> list[Line]:
        """The reason written down at the start; without one, the goals in their first words."""
        if reason := self._records.therapy.reason_for_coming.strip():
            return [Line(text=reason, key="reason")]
        goals = self._records.goals[:MOST_LINES]
        return [Line(text=it.first_wording.wording, key=f"goal:{it.uid}") for it in goals]

    def _goal(self, goal: Goal, ratings: Sequence[GoalRating]) -> GoalRow:
        first, last = goal.first_wording.wording.strip(), goal.wording.wording.strip()
        # Ratings from before a new aim were about something else.
        values = [it.value for it in goal_lines(goal, ratings)[-1].ratings]
        count = min(AT_EACH_END, max(len(values) // 2, 1))
        numbers = self._records.fits  # the page after a lack of fit is shorter
        start = _number(median(values[:count])) if numbers and values else ""
        latest = _number(median(values[-count:])) if numbers and len(values) > 1 else ""
        return GoalRow(
            key=f"goal:{goal.uid}",
            first=first,
            last="" if first == last else last,
            start=start,
            latest=latest,
            state=self._words.word("goal_state", goal.state),
            facts="\n".join([first, last, start, latest, goal.state]),
        )

    def _what_changed(self) -> list[Line]:
        """Starred notes that may be printed, by their titles; patterns that were named; tasks that were done.

        After a lack of fit the person writes alone.
        """
        if not self._records.fits:
            return []
        notes = [
            Line(
                text=first_line(it.title or it.text),
                aside=self._date(it.written_at.date()),
                key=f"note:{it.uid}",
            )
            for it in self._records.open_notes
            if it.starred
        ]
        word = self._words.word
        patterns = [
            Line(text=_together(it.name, it.words), aside=word("drawn", "pattern"), key=f"pattern:{it.uid}")
            for it in self._records.patterns
        ]
        tasks = [
            Line(text=it.wording.strip(), aside=word("drawn", "task"), key=f"task:{it.uid}")
            for it in self._records.tasks
            if it.outcome is Outcome.DONE
        ]
        return [it for it in notes if it.text][-MOST_LINES:] + patterns[-FEW:] + tasks[-FEW:]

    def _road(self) -> list[Line]:
        marks = sorted(
            self._records.milestones, key=lambda it: (FIRST_ON_THE_ROAD.index(it.kind), it.on_date)
        )
        along = sorted(marks[:MOST_MILESTONES], key=lambda it: it.on_date)
        return [self._mark(it) for it in along if self._said(it)]

    def _what_helped(self) -> list[Line]:
        found = self._signs()[-FEW:]
        for part in ("my_part", "their_part"):
            aside, said = (
                self._words.word("drawn", part),
                [(it, getattr(it, part).strip()) for it in self._records.held],
            )
            found += [
                Line(text=text, aside=aside, key=f"{part}:{it.uid}") for it, text in said[-40:] if text
            ][-FEW:]
        return found + self._rated("rated_high", lambda value: value >= HIGH)

    def _signs(self) -> list[Line]:
        """The moments that showed that it helps, as far as the person gave them words."""
        sessions = {it.id: it for it in self._records.sessions}
        return [
            Line(
                text=it.words.strip(),
                aside=self._date(sessions[it.session].starts_at.date()),
                key=f"sign:{sessions[it.session].uid}:{it.sign}",
            )
            for it in self._records.signs
            if it.words.strip() and it.session in sessions
        ]

    # page two

    def _what_was_hard(self) -> list[Line]:
        """Strain and what was mended, and what eased by being said: topics about the two of them, with what came of it."""
        kinds = (MilestoneKind.STRAIN, MilestoneKind.MENDED)
        marks = [self._mark(it) for it in self._records.milestones if it.kind in kinds and self._said(it)]
        said = [
            self._outcome(it)
            for it in self._records.open_topics
            if it.kind in ABOUT_US and it.is_spoken and it.what_came_of_it.strip()
        ]
        return marks[-MOST_LINES:] + said[-FEW:]

    def _what_did_not_fit(self) -> list[Line]:
        found = [
            Line(text=said, key=f"{FIT}{it}", facts=it) for it, said in self._words.groups["fit"].items()
        ]
        found += self._rated("rated_low", lambda value: value <= LOW)
        raised = [it for it in self._records.open_topics if it.kind in BETWEEN_US and not it.is_waiting]
        return found + [self._outcome(it) for it in raised[-MOST_LINES:]]

    def _what_i_learned(self) -> list[Line]:
        """The person's own lines beside questions 6 and 7 of the checklist."""
        if not self._records.fits:
            return []
        return [
            Line(
                text=given.words.strip(),
                aside=self._date(answers.answered_on),
                key=f"checklist:{answers.answered_on.isoformat()}:{question}",
            )
            for answers in self._records.checklists
            for question in (6, 7)
            if (given := answers.answers.get(question)) is not None and given.words.strip()
        ][-MOST_LINES:]

    def _tools(self) -> list[Line]:
        """The tasks that were done, each with what was learnt from it."""
        done = [it for it in self._records.tasks if it.outcome is Outcome.DONE]
        return [
            Line(text=_together(it.wording, it.learnt), key=f"task:{it.uid}") for it in done[-MOST_LINES:]
        ]

    def _to_whom(self) -> list[Line]:
        """Names only: how to reach them stays in the diary."""
        kinds = (ContactKind.PERSON, ContactKind.THERAPIST)
        names = [it.label.strip() for it in self._records.contacts if it.kind in kinds]
        if not names:
            return []
        told = self._words.filled("drawn", "to_whom", names=", ".join(names))
        return [Line(text=told, key="to_whom", facts="\n".join(names))]

    def _carried_on(self) -> list[Line]:
        kept = [it for it in self._records.goals if it.state is GoalState.CARRIED_ON]
        return [Line(text=it.wording.wording.strip(), key=f"goal:{it.uid}") for it in kept[:MOST_LINES]]

    def _to_say(self) -> list[Line]:
        """Only topics about the ending that still wait; what was said is said."""
        waiting = [it for it in self._records.open_topics if it.kind is TopicKind.ENDING and it.is_waiting]
        return [
            Line(text=it.opening_line.strip() or it.wording.strip(), key=f"topic:{it.uid}")
            for it in waiting[:MOST_LINES]
        ]

    # pieces

    def _mark(self, milestone: Milestone) -> Line:
        key = f"milestone:{milestone.on_date.isoformat()}:{milestone.kind}:{milestone.words.strip()[:40]}"
        return Line(text=self._said(milestone), aside=self._date(milestone.on_date), key=key, facts=key)

    def _said(self, milestone: Milestone) -> str:
        return milestone.words.strip() or self._words.word("milestone", milestone.kind)

    def _outcome(self, topic: Topic) -> Line:
        key = f"topic:{topic.uid}"
        if not topic.what_came_of_it.strip():
            return Line(text=topic.wording.strip(), key=key)
        wording, outcome = topic.wording.strip(), topic.what_came_of_it.strip()
        if wording[-1:] not in ".?!…":
            wording += "."
        told = self._words.filled("drawn", "came_of_it", topic=wording, outcome=outcome)
        return Line(text=told, key=key, facts=f"{topic.wording}\n{topic.what_came_of_it}")

    def _rated(self, key: str, chosen: Callable[[float], bool]) -> list[Line]:
        """The alliance statements whose middle answer is chosen, by their short names; each needs three answers."""
        found = []
        for statement in self._records.statements:
            given = [answer for it in self._records.alliance if (answer := it.answer(statement)) is not None]
            if len(given) >= LEAST_ANSWERS and chosen(median(given)):
                found.append((median(given), statement))
        found.sort(key=lambda it: abs(it[0] - MIDDLE), reverse=True)
        named = [it for _, it in found[:MOST_NAMED]]
        if not named:
            return []
        short = ", ".join(self._records.statements[it] for it in named)
        told = self._words.filled("drawn", key, statements=short)
        return [Line(text=told, key=key, facts=" ".join(named))]


def _number(value: float) -> str:
    return f"{value:g}"


def _together(name: str, words: str) -> str:
    return ": ".join(filter(None, (name.strip(), words.strip())))


def first_line(text: str) -> str:
    """The first line of a text that has words, cut at a word where it is long."""
    words = (_MARK.sub("", it).strip() for it in in_words(text).splitlines())
    return cut(next((it for it in words if it), ""), LONGEST_TITLE)


def cut(words: str, longest: int) -> str:
    """The words, ended at a blank where there are more letters than wanted, with a mark that says so."""
    return words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0] + " …"
