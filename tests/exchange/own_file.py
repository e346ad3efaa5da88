"""Our own file among those that are fuzzed: taken into a real diary, leafed through there, and taken back."""

import atexit
import io
import json
import shutil
import tempfile
from datetime import datetime
from functools import cache
from pathlib import Path

from therapy_diary.demo import demo
from therapy_diary.exchange import archive
from therapy_diary.exchange.source import Source
from therapy_diary.storage.diary import Diary

KEY = b"k" * 32
NOON = datetime(2026, 3, 4, 12, 0)
EVERYTHING = 10_000
BY_THERAPY = (
    "sessions", "milestones", "alliance_ratings", "topics", "checklists", "goals", "difficulty_checks", "signs",
    "setting_events", "tasks", "patterns", "readings", "settings",
)  # fmt: skip
"""What of a diary lists its records with of(therapy)."""
MORE: dict[str, list[dict[str, object]]] = {
    "attachment": [{"id": 1, "uid": "a", "note": 1, "name": "a.png", "media": "image/png", "size": 3, "added_at": "2026-03-01T10:00:00", "content": "AAEC"}],
    "note_source": [{"note": 1, "source": "jrnl", "identity": "i", "day_only": 0, "instant": "2026-03-01T10:00:00", "mood": 3, "mood_words": "", "record": "{}"}],
    "note_said": [{"note": 1, "said": "h", "form": 1}],
    "measure_answers_source": [{"answers": 1, "source": "track-and-graph", "zone": "Europe/Berlin", "utc_offset_min": 60, "instant": "2026-03-01T09:00:00", "record": "{}"}],
    "second_look": [{"note": 1, "form_version": 1}],
    "choice": [{"id": 1, "name": "readings", "value": "true"}],
    "own_word": [{"word": "Noa"}],
    "difficulty_check": [{"session": 1, "form_version": 1, "filled_at": "2025-04-15T19:07:00", "h1": 1, "h2": 0, "h3": None, "h4": 2, "f1": 0, "f2": 1, "f3": None}],
    "closing_tick": [{"therapy": 1, "audience": "me", "section": "good_bye", "line": "", "in_print": 1}],
    "closing_snapshot": [{"therapy": 1, "number": 1, "finished_on": "2026-02-17", "snapshot_json": "{}"}],
    "reading": [{"id": 1, "therapy": 1, "rule": "mixed", "rule_version": 1, "shown_at": "2026-02-17T10:00:00", "inputs_json": "{\"sessions\": [{\"number\": 1, \"day\": \"2025-04-15\", \"answers\": {\"aims\": 2}}], \"reasons\": [], \"counted\": [1, 2], \"is_growing\": null, \"brought_on\": null, \"marked_on\": [], \"score\": null, \"low\": null, \"high\": null}", "response": "none", "topic": None}],
}  # fmt: skip
"""What the demo has none of."""


class _OnlyLooking(Exception):
    """Takes back what came."""


def take_and_give_back(source: Source) -> int:
    """Take one of our files into an empty diary, leaf through it, take it back; how many records came.

    Raises ExchangeTrouble. Anything else is a row that should not have been let in.
    """
    diary, came = _empty(), 0
    try:
        with diary.quiet_change():
            came = archive.bring(diary, source, NOON).new
            leaf_through(diary)
            raise _OnlyLooking  # noqa: TRY301
    except _OnlyLooking:
        return came


def leaf_through(diary: Diary) -> None:
    """Read every record as the pages do, and write all of it out again."""
    for therapy in diary.therapies.all():
        for name in BY_THERAPY:
            getattr(diary, name).of(therapy.id)
        for note in diary.notes.newest(therapy.id, EVERYTHING):
            diary.notes.get(note.id)
            diary.notes.versions(note.id)
            diary.attachments.of(note.id)
            diary.imports.origin_of(note.id)
        for goal in diary.goals.of(therapy.id):
            diary.goals.ratings_of(goal.id)
        for session in diary.sessions.of(therapy.id):
            diary.second_looks.at(session.id)
        diary.patterns.moments_of(therapy.id)
        for read in (
            diary.closings.at,
            diary.closings.sections,
            diary.closings.lines,
            diary.closings.ticks,
            diary.closings.snapshots,
        ):
            read(therapy.id)
    for measure in diary.measures.all():
        diary.measures.answers_of(measure.id)
        diary.answer_origins.of(measure.id)
    diary.notes.binned()
    diary.contacts.all()
    diary.own_words.all()
    diary.therapies.current()
    archive.write(diary, io.BytesIO())


@cache
def _empty() -> Diary:
    """A diary with nothing in it, which lasts as long as the process."""
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Diary.create(folder / "diary.db", KEY)


@cache
def seed() -> str:
    """A small file of ours: one row of each table, the first of the demo or of MORE, numbered 1."""
    file = io.BytesIO()
    with demo() as told:
        archive.write(told.diary, file)
        shape = told.diary.whole.tables()
    written = json.loads(file.getvalue())
    for table in shape:
        first = (MORE.get(table.name) or written["tables"][table.name])[0]
        parents = {
            it.column: 1 for it in table.references if first[it.column] is not None and it.table != table.name
        }
        written["tables"][table.name] = [first | parents | ({table.number: 1} if table.number else {})]
    lines = (f'"{name}":[\n{_plainly(row)}\n]' for name, [row] in written["tables"].items())
    head = _plainly({it: written[it] for it in ("format", "version", "schema")})[:-1]
    return head + ',"tables":{\n' + ",\n".join(lines) + "\n}}\n"


def _plainly(value: object) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)
