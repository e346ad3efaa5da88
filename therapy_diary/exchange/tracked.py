"""Something another program tracked with numbers: a questionnaire of one question, and its ratings on their way in."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from therapy_diary.domain.measure import KeptMeasure, Measure, MeasureId, Origin
from therapy_diary.domain.measure_file import read_measure
from therapy_diary.domain.measure_flaw import BadMeasure
from therapy_diary.domain.measure_table import TURNING
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.exchange.found import FoundRating
from therapy_diary.storage.answer_origins import AnswerOrigin
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.imports import ImportId

SCALES = (range(11), range(-5, 6))
"""Whole numbers that a questionnaire can ask for; hours of sleep or a weight are none."""
ITEM = "value"
VERSION = "1"


def scale_of(rated: Iterable[tuple[float | None, str]]) -> dict[int, str]:
    """The steps of something rated with such numbers, each with its word; empty when these numbers are no ratings.

    A word is taken where it always stood with the same number.
    """
    words: dict[int, set[str]] = {}
    for value, label in rated:
        if value is None or value != int(value):
            return {}
        words.setdefault(int(value), set()).add(label)
    steps = next((it for it in SCALES if set(words) <= set(it)), range(0))
    return {it: next(iter(found)) if len(found := words.get(it, {""})) == 1 else "" for it in steps}


def code_of(source: str, name: str) -> str:
    """The code of the questionnaire that asks for it, by the name letter by letter."""
    mark = hashlib.sha256(f"{source}\n{name}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return f"tracked_{mark}"


def measure_of(source: str, name: str, scale: Mapping[int, str]) -> Measure:
    """The questionnaire that asks for it, without the marks that turn letters. Raises BadMeasure for a name that none may have."""
    title = _quoted(_unturned(name))
    choices = ", ".join(
        f"{{ value = {value}, label = {_quoted(_label(value, label))} }}" for value, label in scale.items()
    )
    return read_measure(
        f"""schema = 1
items = [{{ id = "{ITEM}", text = {title}, options = "steps" }}]
[measure]
code = "{code_of(source, name)}"
version = "{VERSION}"
title = {title}
language = "und"
[rights]
holder = {_quoted(source)}
licence = "own"
[options]
steps = [{choices}]
[[scales]]
id = "{ITEM}"
title = {title}
items = ["{ITEM}"]
score = "sum"
better = "open"
missing = {{ rule = "refuse" }}
decimals = 0
""",
        added_by_me=True,
    )


def _label(value: int, word: str) -> str:
    """What a step is called: its number, and its word where it has one."""
    word = _unturned(word)
    return f"{value}: {word}" if word else str(value)


def _unturned(words: str) -> str:
    return TURNING.sub("", words)


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


_Given = tuple[datetime, bool, int | None]
"""When something was rated, whether that is in UTC, and with what."""


@dataclass(slots=True)
class _Series:
    """One tracked thing: its questionnaire, kept already or not, what was rated before, and what waits."""

    measure: Measure
    kept: KeptMeasure | None
    there: Counter[_Given] = field(default_factory=Counter)
    waiting: list[tuple[datetime, dict[str, int | None], AnswerOrigin]] = field(default_factory=list)


class RatingsIn:
    """Sorts ratings into what a diary has and what is new in it, and puts the new ones in."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary
        self._series: dict[str, _Series | None] = {}
        self.names: list[str] = []
        """The things something new was rated of."""

    def takes(self, found: FoundRating) -> bool:
        """Whether this can be kept as a rating: its series has such a step, here or in the source."""
        return self._step(found) is not None

    def tells_all(self, found: FoundRating) -> bool:
        """Whether the rating holds everything that was said; else there is a note to be written as well."""
        step = _unturned(self._step(found) or "")
        is_in_step = not found.label or step == _label(found.value, found.label)
        return is_in_step and not found.note.text.strip()

    def is_here(self, found: FoundRating) -> bool:
        """Whether the diary has it. What was rated alike twice in one second is there twice.

        By the moment in UTC where that is known of both: the clock on the wall may be another one when it comes again.
        """
        series, note = self._of(found), found.note
        by_wall = (note.written_at, False, found.value)
        keys = [by_wall] if note.instant is None else [(note.instant, True, found.value), by_wall]
        key = next((it for it in keys if series is not None and series.there[it]), None)
        if series is None or key is None:
            return False
        series.there[key] -= 1
        return True

    def wait(self, found: FoundRating) -> None:
        """Take a new one up."""
        series = self._of(found)
        if series is not None:
            note = found.note
            origin = AnswerOrigin(
                source=note.source,
                record=note.record,
                zone=note.zone,
                utc_offset_min=note.offset_min,
                instant=note.instant,
            )
            series.waiting.append((note.written_at, {ITEM: found.value}, origin))
            if found.name not in self.names:
                self.names.append(found.name)

    def put_in(self, import_: ImportId, therapy: TherapyId) -> None:
        """Write what waits, as part of an import."""
        measures, rows = self._diary.measures, list[tuple[str, int]]()
        for series in (it for it in self._series.values() if it is not None and it.waiting):
            if series.kept is None:
                series.kept = measures.add(series.measure, Origin.ADDED_BY_ME, enabled=True)
                rows.append(("measure", series.kept.id))
            answers = [(when, chosen) for when, chosen, _ in series.waiting]
            given = measures.answer_all(series.kept.id, answers, therapy=therapy)
            origins = (origin for _, _, origin in series.waiting)
            self._diary.answer_origins.keep(zip(given, origins, strict=True))
            rows += [("measure_answers", it) for it in given]
            series.waiting.clear()
        self._diary.imports.note_rows(import_, rows)

    @cached_property
    def _by_code(self) -> dict[str, KeptMeasure]:
        """The questionnaires that were there before, read once: each is a file of its own."""
        return {it.measure.code: it for it in reversed(self._diary.measures.all())}

    @property
    def any_wait(self) -> bool:
        """Whether something is to be written."""
        return any(it is not None and it.waiting for it in self._series.values())

    def _step(self, found: FoundRating) -> str | None:
        """The words of its step; None where there is none."""
        series = self._of(found)
        choices = series.measure.item(ITEM).choices if series else ()
        return next((it.label for it in choices if it.value == found.value), None)

    def _of(self, found: FoundRating) -> _Series | None:
        """The series of a rating; None where nothing in the diary or in the source makes it one."""
        if found.name not in self._series:
            self._series[found.name] = self._found_or_made(found)
        return self._series[found.name]

    def _found_or_made(self, found: FoundRating) -> _Series | None:
        kept = self._by_code.get(code_of(found.source_label, found.name))
        if kept is not None:
            return _Series(kept.measure, kept, Counter(self._given(kept.id)))
        with suppress(BadMeasure):
            return (
                _Series(measure_of(found.source_label, found.name, found.scale), None)
                if found.scale
                else None
            )
        return None

    def _given(self, measure: MeasureId) -> Iterator[_Given]:
        origins = self._diary.answer_origins.of(measure)
        for it in self._diary.measures.answers_of(measure):
            instant = origins[it.id].instant if it.id in origins else None
            yield instant or it.answered_at, instant is not None, it.answers.get(ITEM)
