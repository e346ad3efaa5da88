"""A diary as a folder of Markdown files with front matter, one for each note, its files beside it.

The same folder can be brought along again; lists that are no notes say so in their front matter.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from therapy_diary.domain.pointing import files_named, with_files_at, with_notes_at
from therapy_diary.exchange.choice import Choice, Part
from therapy_diary.exchange.records import as_json
from therapy_diary.exchange.report import GoOn, or_stop
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.shape import Table
from therapy_diary.storage.whole import Values

LIST_MARK = "therapy-diary-list"
_UNSAFE = re.compile(r'[\x00-\x1f<>:"/\\|?*#^\[\]]+')
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)")


def write_folder(diary: Diary, folder: Path, choice: Choice, go_on: GoOn) -> None:
    """Write notes, their files and lists of other things into an empty folder. Raises ExchangeTrouble and OSError."""
    rows = {it.name: it for it in diary.whole.tables()}
    therapies = {it["id"]: it for it in diary.whole.rows(rows["therapy"])}
    sessions = {it["id"]: it for it in diary.whole.rows(rows["session"])}
    names = _names(diary.whole.rows(rows["note"]), choice)
    for done, note in enumerate(diary.whole.rows(rows["note"]), start=1):
        or_stop(go_on, done)
        if note["uid"] in names:
            _write_note(diary, folder, note, therapies, sessions, names)
    wanted = [it for it in therapies.values() if choice.therapy in {None, it["id"]}]
    for part, lines in _lists(diary, rows, wanted, choice).items():
        if part in choice.parts and (written := list(lines)):
            _write(folder / f"{part}.md", f"---\n{LIST_MARK}: {part}\n---\n\n" + "\n".join(written) + "\n")


def _lists(
    diary: Diary, rows: Mapping[str, Table], therapies: list[Values], choice: Choice
) -> dict[Part, Iterator[str]]:
    """The lines of each list that is no note."""

    def chosen(table: str, day: str) -> list[Values]:
        return [it for it in diary.whole.rows(rows[table]) if choice.spans(it[day])]

    topics = [it for it in chosen("topic", "created_on") if choice.covered or not it["covered"]]
    return {
        Part.TOPICS: _topics(topics, therapies),
        Part.GOALS: _goals(
            chosen("goal", "opened_on"), list(diary.whole.rows(rows["goal_wording"])), therapies
        ),
        Part.MILESTONES: _milestones(chosen("milestone", "on_date"), therapies),
    }


def _names(notes: Iterable[Values], choice: Choice) -> dict[str, str]:
    """What the file of each note that goes out is called, by the note's uid."""
    taken: dict[str, int] = {}
    return {it["uid"]: _free(taken, _name_of(it)) for it in notes if choice.takes(it)}


def _write_note(
    diary: Diary,
    folder: Path,
    note: Values,
    therapies: dict[int, Values],
    sessions: dict[int, Values],
    names: dict[str, str],
) -> None:
    whole = diary.notes.get(note["id"])
    files = _write_files(diary, folder, note)
    shown = files_named(whole.text)
    session = sessions.get(note["session"])
    head = {
        "uid": note["uid"],
        "title": whole.title,
        "date": f"{note['written_at'].replace('T', ' ')}",
        "zone": note["zone"],
        "kind": note["kind"],
        "therapy": therapies[note["therapy"]]["label"],
        "session": session["starts_at"].replace("T", " ") if session else "",
        "starred": whole.starred,
        "never_print": whole.never_print,
        "tags": diary.imports.tags_of(whole.id),
        "files": [place for own, place in files.items() if own not in shown],
    }
    matter = "".join(
        f"{key}: {as_json(value)}\n" for key, value in head.items() if value not in ("", [], False)
    )
    text = with_files_at(whole.text, files.get)
    text = with_notes_at(text, lambda uid: f"{names[uid]}.md" if uid in names else None)
    _write(folder / f"{names[note['uid']]}.md", f"---\n{matter}---\n\n{text}\n")


def _write_files(diary: Diary, folder: Path, note: Values) -> dict[str, str]:
    """Write the files of a note; the place of each under its name in the note."""
    places: dict[str, str] = {}
    names: dict[str, int] = {}
    for it in diary.attachments.of(note["id"]):
        place = folder / "attachments" / note["uid"]
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
        name = _free(names, _safe(it.name) or "file")
        _write(place / name, diary.attachments.content(it.id))
        places[it.name] = f"attachments/{note['uid']}/{name}"
    return places


def _topics(rows: list[Values], therapies: list[Values]) -> Iterator[str]:
    for therapy in therapies:
        own = [it for it in rows if it["therapy"] == therapy["id"]]
        if own:
            yield f"# {_line(therapy['label'])}\n"
        for it in sorted(own, key=lambda it: (it["position"], it["id"])):
            yield f"- {it['created_on']} · {_line(it['wording'])} ({it['state']})"
            yield from (f"  - {_line(it[key])}" for key in ("opening_line", "what_came_of_it") if it[key])
            if it["received"]:
                yield f"  - received: {it['received'].replace('_', ' ')}"


def _goals(rows: list[Values], wordings: list[Values], therapies: list[Values]) -> Iterator[str]:
    for therapy in therapies:
        own = [it for it in rows if it["therapy"] == therapy["id"]]
        if own:
            yield f"# {_line(therapy['label'])}\n"
        for goal in sorted(own, key=lambda it: (it["position"], it["id"])):
            said = [it for it in wordings if it["goal"] == goal["id"]]
            yield f"- {_line(said[-1]['wording']) if said else ''} ({goal['state']})"
            yield from (f"  - {it['valid_from']} · {_line(it['wording'])}" for it in said)


def _milestones(rows: list[Values], therapies: list[Values]) -> Iterator[str]:
    for therapy in therapies:
        own = [it for it in rows if it["therapy"] == therapy["id"]]
        if own:
            yield f"# {_line(therapy['label'])}\n"
        for it in sorted(own, key=lambda it: (it["on_date"], it["id"])):
            until = f" – {it['until']}" if it["until"] else ""
            yield " · ".join(filter(None, (f"- {it['on_date']}{until}", it["kind"], _line(it["words"]))))


def _name_of(note: Values) -> str:
    """Day, time and title: files in the order of the notes, whatever sorts them."""
    title = _safe(note["title"])[:60].strip(" .")
    return f"{note['written_at'][:10]} {note['written_at'][11:16].replace(':', '')} {title}".strip()


def _safe(name: str) -> str:
    """A name that every file system takes, and that no link stumbles over."""
    name = _UNSAFE.sub(" ", name).strip(" .")[:100]
    return f"_{name}" if _RESERVED.match(name) else name


def _free(taken: dict[str, int], name: str) -> str:
    """The name, or with a number when it is taken; small and capital letters are the same on many disks."""
    stem, dot, ending = name.rpartition(".") if re.search(r"\.\w{1,5}$", name) else (name, "", "")
    while True:
        taken[name.casefold()] = count = taken.get(name.casefold(), 0) + 1
        if count == 1:
            return name
        name = f"{stem} ({count}){dot}{ending}"


def _line(text: str) -> str:
    return " ".join(text.split())


def _write(place: Path, content: str | bytes) -> None:
    data = content.encode("utf-8") if isinstance(content, str) else content
    with open(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:  # noqa: PTH123
        file.write(data)
