"""Standard Notes' decrypted backup: one JSON file, alone or in its ZIP."""

from datetime import tzinfo
from functools import partial

import msgspec

from therapy_diary.exchange import html_text, lexical
from therapy_diary.exchange.errors import ExchangeTrouble, Trouble
from therapy_diary.exchange.found import Found, FoundFile, LeftOut, Why
from therapy_diary.exchange.moments import moment_of
from therapy_diary.exchange.records import Record, Results, as_written, each, fields_of, words
from therapy_diary.exchange.source import Source, outermost

SOURCE = "standard-notes"
LOCKED = ("004:", "003:", "002:")


def recognises(source: Source) -> bool:
    """Whether there is a file with a version and items that have a content type. Raises ExchangeTrouble when locked."""
    return _items(source) is not None


def read(source: Source, here: tzinfo | None) -> Results:
    """Every note. One that is still encrypted is left out; raises ExchangeTrouble when all are."""
    items = _items(source) or []
    tags: dict[str, list[str]] = {}
    notes, readable, locked = [], 0, 0
    for raw in items:
        try:
            item = fields_of(raw)
        except LeftOut:
            notes.append(raw)
            continue
        content = item.get("content")
        is_locked = _is_locked(content)
        locked += is_locked
        if item.get("content_type") == "Note":
            notes.append(raw)
            readable += not is_locked
        elif item.get("content_type") == "Tag" and isinstance(content, dict):
            for uuid in _references(content):
                tags.setdefault(uuid, []).append(words(content, "title"))
    if locked and not readable:
        raise ExchangeTrouble(Trouble.STANDARD_NOTES_LOCKED)
    yield from each(notes, partial(_note, tags=tags, here=here), "note")


def _items(source: Source) -> list[msgspec.Raw] | None:
    names = (
        source.names
        if source.is_file
        else [it for it in source.ending(".txt", ".json") if it.count("/") <= 1]
    )
    for name in sorted(names, key=lambda it: "Backup and Import" not in it)[:20]:
        top = source.top(name)
        if isinstance(top, dict) and {"version", "items"} <= set(top):
            items = outermost(top["items"])
            if isinstance(items, list) and (
                not items or any(b'"content_type"' in bytes(it) for it in items[:20])
            ):
                return items
    return None


def _references(content: Record) -> list[str]:
    found = content.get("references")
    return [words(it, "uuid") for it in found if isinstance(it, dict)] if isinstance(found, list) else []


def _note(raw: msgspec.Raw, *, tags: dict[str, list[str]], here: tzinfo | None) -> Found:
    item = fields_of(raw)
    content = item.get("content")
    if item.get("deleted") is True:
        raise LeftOut(Why.IN_THE_BIN)
    if _is_locked(content):
        raise LeftOut(Why.LOCKED)
    if not isinstance(content, dict):
        raise LeftOut(Why.NOT_A_RECORD)
    if content.get("protected") is True and not words(content, "text"):
        raise LeftOut(Why.LOCKED)
    if content.get("trashed") is True:
        raise LeftOut(Why.IN_THE_BIN)
    created = words(item, "created_at")
    if not created:
        raise LeftOut(Why.NO_DATE)
    moment = moment_of(created, here=here)
    text, files = _text(words(content, "text"))
    return Found(
        source=SOURCE,
        source_id=words(item, "uuid"),
        written_at=moment.wall,
        instant=moment.instant,
        title=words(content, "title"),
        text=text,
        starred=_is_starred(content),
        tags=tuple(it for it in tags.get(words(item, "uuid"), []) if it),
        record=as_written(raw),
        files=files,
    )


def _is_locked(content: object) -> bool:
    return isinstance(content, str) and content.startswith(LOCKED)


def _is_starred(content: Record) -> bool:
    data = content.get("appData")
    own = data.get("org.standardnotes.sn") if isinstance(data, dict) else None
    return content.get("starred") is True or (isinstance(own, dict) and own.get("pinned") is True)


def _text(text: str) -> tuple[str, tuple[FoundFile, ...]]:
    """Plain text as it is, HTML as Markdown with its pictures, and what its newest editor writes as Markdown, too."""
    if text.startswith('{"root":'):
        try:
            return lexical.to_markdown(fields_of(text.encode("utf-8", "replace")).get("root")), ()
        except LeftOut:
            return text, ()
    return html_text.words_and_files(text)
