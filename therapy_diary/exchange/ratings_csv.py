"""Every rating as a line of CSV: what was rated, when, and the number. An answer left out has no number."""

import csv
import io
from collections.abc import Iterator
from typing import IO

import msgspec

from therapy_diary.domain.alliance import STATEMENTS
from therapy_diary.domain.difficulty import STATEMENTS as DIFFICULTIES
from therapy_diary.domain.measure_file import read_measure
from therapy_diary.domain.table_cell import harmless
from therapy_diary.exchange.choice import Choice, Part
from therapy_diary.exchange.report import GoOn, always, or_stop
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.whole import Values

COLUMNS = ("form", "date", "therapy", "session", "item", "value", "lowest", "highest", "words")
"""session is the day of the session a rating belongs to, empty for one between sessions."""

Line = tuple[str, str, str, str, str, int | float | None, int | str, int | str, str]
OfTherapy = tuple[int | None, Line]
"""A line, and the number of its therapy: two may have the same name. None for an answer given between therapies."""


def write_ratings(diary: Diary, file: IO[bytes], go_on: GoOn = always, choice: Choice | None = None) -> int:
    """Write those of a choice, or all, form by form, oldest first. Returns how many. Raises ExchangeTrouble."""
    text = io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
    try:
        out = csv.writer(text)
        out.writerow(COLUMNS)
        done = 0
        for line in _chosen(diary, choice or Choice()):
            done += 1
            or_stop(go_on, done)
            out.writerow([harmless(it) if isinstance(it, str) else it for it in line])
        return done
    finally:
        text.detach()


def count_ratings(diary: Diary, choice: Choice) -> int:
    """How many lines write_ratings() would write."""
    return sum(1 for _ in _chosen(diary, choice))


def _chosen(diary: Diary, choice: Choice) -> Iterator[Line]:
    """The lines that lie in the span and, where one therapy is chosen, belong to it."""
    for therapy, line in _lines(diary, choice):
        if choice.spans(line[1]) and choice.therapy in {None, therapy}:
            yield line


def _lines(diary: Diary, choice: Choice) -> Iterator[OfTherapy]:
    rows = {it.name: list(diary.whole.rows(it)) for it in diary.whole.tables() if it.name in _TABLES}
    therapies = {it["id"]: it["label"] for it in rows["therapy"]}
    sessions = {it["id"]: it for it in rows["session"]}
    if Part.ALLIANCE in choice.parts:
        yield from _of_sessions(rows["alliance_rating"], "alliance", STATEMENTS, 4, sessions, therapies)
        yield from _of_sessions(rows["difficulty_check"], "difficulty", DIFFICULTIES, 2, sessions, therapies)
    if Part.CHECKLIST in choice.parts:
        yield from _checklists(rows, sessions, therapies)
    if Part.GOALS in choice.parts:
        yield from _goals(rows, sessions, therapies)
    if Part.MEASURES in choice.parts:
        yield from _measures(rows, therapies)


_TABLES = {
    "therapy", "session", "alliance_rating", "difficulty_check", "checklist_answers", "checklist_answer", "goal",
    "goal_wording", "goal_rating", "measure", "measure_answers",
}  # fmt: skip


def _of_sessions(
    rows: list[Values],
    form: str,
    items: tuple[str, ...],
    highest: int,
    sessions: dict[int, Values],
    therapies: dict[int, str],
) -> Iterator[OfTherapy]:
    """Forms that have a column for each statement and belong to a session."""
    for row in sorted(rows, key=lambda it: (sessions[it["session"]]["starts_at"], it["session"])):
        session = sessions[row["session"]]
        day, filled, therapy = session["starts_at"][:10], row["filled_at"][:10], session["therapy"]
        for item in items:
            yield therapy, (form, filled, therapies[therapy], day, item, row[item], 0, highest, "")


def _checklists(
    rows: dict[str, list[Values]], sessions: dict[int, Values], therapies: dict[int, str]
) -> Iterator[OfTherapy]:
    answers: dict[int, list[Values]] = {}
    for answer in rows["checklist_answer"]:
        answers.setdefault(answer["checklist"], []).append(answer)
    for row in sorted(rows["checklist_answers"], key=lambda it: (it["answered_on"], it["id"])):
        day, on, therapy = _day_of(sessions, row["session"]), row["answered_on"], row["therapy"]
        for it in answers.get(row["id"], []):
            question = str(it["question"])
            yield (
                therapy,
                ("checklist", on, therapies[therapy], day, question, it["answer"], 0, 4, it["words"]),
            )


def _goals(
    rows: dict[str, list[Values]], sessions: dict[int, Values], therapies: dict[int, str]
) -> Iterator[OfTherapy]:
    wordings = {it["id"]: it for it in rows["goal_wording"]}
    goals = {it["id"]: it for it in rows["goal"]}
    for row in sorted(rows["goal_rating"], key=lambda it: (it["rated_on"], it["id"])):
        wording = wordings[row["wording"]]
        therapy, words = goals[wording["goal"]]["therapy"], wording["wording"]
        day = _day_of(sessions, row["session"])
        yield (
            therapy,
            ("goal", row["rated_on"], therapies[therapy], day, words, row["value"], 0, 10, row["words"]),
        )


def _measures(rows: dict[str, list[Values]], therapies: dict[int, str]) -> Iterator[OfTherapy]:
    """Answers to questionnaires that are numbers; what each number means stands in its definition."""
    measures = {it["id"]: read_measure(it["definition_toml"], is_kept=True) for it in rows["measure"]}
    for row in sorted(rows["measure_answers"], key=lambda it: (it["answered_at"], it["id"])):
        answers = msgspec.json.decode(row["answers_json"])
        day, therapy, measure = row["answered_at"][:10], row["therapy"], measures[row["measure"]]
        name = therapies.get(therapy, "")
        for item, value in sorted(answers.items()) if isinstance(answers, dict) else ():
            if value is None or isinstance(value, int | float):
                asked = measure.item(str(item))
                yield (
                    therapy,
                    (measure.code, day, name, "", asked.id, value, asked.lowest, asked.highest, ""),
                )


def _day_of(sessions: dict[int, Values], session: int | None) -> str:
    return sessions[session]["starts_at"][:10] if session is not None else ""
