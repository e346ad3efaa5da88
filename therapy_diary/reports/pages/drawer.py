"""The drawer beside each section: the person's own material, to be put in by hand. Nothing of it enters by itself."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from therapy_diary.domain.closing import Section
from therapy_diary.domain.milestone import MilestoneKind
from therapy_diary.domain.pattern import SeenIn
from therapy_diary.domain.pointing import in_words
from therapy_diary.domain.task import Outcome
from therapy_diary.reports.pages.drawn import cut, first_line
from therapy_diary.reports.pages.words import PageWords
from therapy_diary.reports.pages.worksheet_records import Records

MOST_OF_A_KIND = 12  # the newest: a drawer that holds everything is a diary
LONGEST_NOTE = 400
OUTSIDE = (7, 8)  # the questions of the checklist about life outside the room


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One thing in the drawer. aside says when it was; text is what a click puts in."""

    text: str
    aside: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compartment:
    """Pieces of one kind, oldest first, under the name of their kind."""

    title: str
    pieces: tuple[Piece, ...]


IN_THE_DRAWER: Mapping[Section, tuple[str, ...]] = {
    Section.HEAD: (),
    Section.WHY_I_CAME: ("reason", "first_notes", "goals"),
    Section.GOALS_THEN_AND_NOW: ("goals", "goal_words"),
    Section.WHAT_CHANGED: ("starred", "outside", "tasks", "patterns"),
    Section.THE_ROAD: ("marks", "starred"),
    Section.WHAT_HELPED: ("signs", "parts", "starred"),
    Section.WHAT_WAS_HARD: ("strains", "said", "starred"),
    Section.WHAT_DID_NOT_FIT: ("said", "strains", "starred"),
    Section.WHAT_I_LEARNED: ("learned", "patterns", "starred"),
    Section.TOOLS_I_KEEP: ("tasks", "lines", "starred"),
    Section.WHEN_IT_GETS_HARD: ("patterns", "tasks", "starred"),
    Section.WHAT_I_CARRY_ON: ("goals", "open_tasks", "waiting"),
    Section.WHAT_COMES_NEXT: ("waiting", "lines"),
    Section.WHAT_I_WANT_TO_SAY: ("waiting", "said", "starred"),
    Section.GOOD_BYE: ("signs", "marks", "lines"),
}


class Drawer:
    """Gathers what lies in the drawer of a section, out of the records of one therapy.

    Notes that are never to be printed are not in it, and neither are topics that are covered.
    """

    def __init__(self, records: Records, words: PageWords, format_date: Callable[[date], str]) -> None:
        self._records, self._words, self._date = records, words, format_date

    def of(self, section: Section) -> tuple[Compartment, ...]:
        """The compartments of a section that have something in them."""
        kinds = IN_THE_DRAWER[section]
        filled = ((kind, tuple(self._pieces(kind))[-MOST_OF_A_KIND:]) for kind in kinds)
        return tuple(
            Compartment(title=self._words.word("drawer", kind), pieces=pieces)
            for kind, pieces in filled
            if pieces
        )

    def _pieces(self, kind: str) -> Iterable[Piece]:
        made = {
            "reason": self._reason,
            "first_notes": self._first_notes,
            "starred": self._starred,
            "goals": self._goals,
            "goal_words": self._goal_words,
            "signs": self._signs,
            "parts": self._parts,
            "said": self._said,
            "waiting": self._waiting,
            "outside": self._outside,
            "learned": self._learned,
            "marks": self._marks,
            "strains": self._strains,
            "patterns": self._patterns,
            "tasks": self._tasks,
            "open_tasks": self._open_tasks,
            "lines": self._lines,
        }[kind]()
        return [it for it in made if it.text.strip()]

    def _piece(self, text: str, day: date | None = None) -> Piece:
        return Piece(text=text.strip(), aside="" if day is None else self._date(day))

    def _reason(self) -> Iterable[Piece]:
        return [self._piece(self._records.therapy.reason_for_coming, self._records.therapy.started_on)]

    def _first_notes(self) -> Iterable[Piece]:
        """The notes of the first days, by their beginnings."""
        return [self._piece(_beginning(it.text), it.written_at.date()) for it in self._records.open_notes[:3]]

    def _starred(self) -> Iterable[Piece]:
        """Starred notes: title and first lines."""
        for it in self._records.open_notes:
            if it.starred:
                title, said = first_line(it.title), _beginning(it.text)
                yield self._piece(
                    f"{title}: {said}" if title and said else title or said, it.written_at.date()
                )

    def _goals(self) -> Iterable[Piece]:
        return [self._piece(it.wording.wording, it.wording.valid_from) for it in self._records.goals]

    def _goal_words(self) -> Iterable[Piece]:
        """How each goal was worded from its first day on, and what was said of the change."""
        for goal in self._records.goals:
            if len(goal.wordings) > 1:
                for it in goal.wordings:
                    yield self._piece(f"{it.wording} ({it.why})" if it.why else it.wording, it.valid_from)

    def _signs(self) -> Iterable[Piece]:
        days = {it.id: it.starts_at.date() for it in self._records.sessions}
        for it in self._records.signs:
            name = self._records.sign_names.get(it.sign, "")
            yield self._piece(it.words or name, days.get(it.session))

    def _parts(self) -> Iterable[Piece]:
        for it in self._records.held:
            for part in ("my_part", "their_part"):
                if text := getattr(it, part).strip():
                    yield Piece(
                        text=text,
                        aside=f"{self._date(it.starts_at.date())} · {self._words.word('drawn', part)}",
                    )

    def _said(self) -> Iterable[Piece]:
        """Topics that were brought, with what came of them."""
        for it in self._records.open_topics:
            if it.is_spoken:
                told = f"{it.wording} – {it.what_came_of_it}" if it.what_came_of_it else it.wording
                yield self._piece(told, it.created_on)

    def _waiting(self) -> Iterable[Piece]:
        waiting = [it for it in self._records.open_topics if it.is_waiting]
        return [self._piece(it.opening_line or it.wording, it.created_on) for it in waiting]

    def _outside(self) -> Iterable[Piece]:
        """What was different outside the room: lines to the checklist, new experiences, patterns seen there."""
        found = [(on, text) for on, question, text in self._answered() if question in OUTSIDE]
        found += [
            (it.on_date, it.words)
            for it in self._records.milestones
            if it.kind is MilestoneKind.NEW_EXPERIENCE
        ]
        found += [
            (it.seen_on, it.words) for it in self._records.pattern_moments if it.place is SeenIn.OUTSIDE
        ]
        return [self._piece(text, on) for on, text in sorted(found, key=lambda it: it[0])]

    def _learned(self) -> Iterable[Piece]:
        return [self._piece(text, on) for on, _, text in self._answered()]

    def _answered(self) -> Iterable[tuple[date, int, str]]:
        for answers in self._records.checklists:
            for question, given in sorted(answers.answers.items()):
                if given.words.strip():
                    yield answers.answered_on, question, given.words

    def _marks(self) -> Iterable[Piece]:
        return [self._piece(it.words, it.on_date) for it in self._records.milestones]

    def _strains(self) -> Iterable[Piece]:
        kinds = (MilestoneKind.STRAIN, MilestoneKind.MENDED)
        return [self._piece(it.words, it.on_date) for it in self._records.milestones if it.kind in kinds]

    def _patterns(self) -> Iterable[Piece]:
        for it in self._records.patterns:
            yield self._piece(f"{it.name}: {it.words}" if it.words else it.name)

    def _tasks(self) -> Iterable[Piece]:
        tried = [it for it in self._records.tasks if it.outcome in (Outcome.TRIED, Outcome.DONE)]
        return [
            self._piece(f"{it.wording}: {it.learnt}" if it.learnt else it.wording, it.created_on)
            for it in tried
        ]

    def _open_tasks(self) -> Iterable[Piece]:
        still = [it for it in self._records.tasks if it.outcome in (Outcome.OPEN, Outcome.TRIED)]
        return [self._piece(it.wording, it.created_on) for it in still]

    def _lines(self) -> Iterable[Piece]:
        """The lines left for next time."""
        return [self._piece(it.one_line, it.starts_at.date()) for it in self._records.held]


def _beginning(text: str) -> str:
    """The first lines of a note as plain words; what is left out is marked."""
    return cut(" ".join(in_words(text).split()), LONGEST_NOTE)
