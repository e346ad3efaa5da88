"""Joplin's own files, exported as RAW or as JEX, which is a tar of the same: Markdown, with lines about each at its end."""

import re
from collections.abc import Iterator
from datetime import tzinfo
from functools import partial
from pathlib import PurePosixPath

from therapy_diary.exchange.found import Found, FoundFile, LeftOut, Skipped, Why
from therapy_diary.exchange.html_text import attribute, words_and_files, words_of
from therapy_diary.exchange.moments import moment_of
from therapy_diary.exchange.records import Results, as_json, each, file_in, link_to
from therapy_diary.exchange.source import Source

SOURCE = "joplin"
LARGEST = 8 * 1024 * 1024
NOTE, RESOURCE, TAG, TAGGED = "1", "4", "5", "6"
_NAME = re.compile(r"[0-9a-f]{32}\.md")
_LINE = re.compile(r"([a-z_]+): ?(.*)")
_LINK = re.compile(
    r"!?\[((?:\\.|[^\[\]\n\\]|\[[^\[\]\n]{0,200}\]){0,300})\]\(:/([0-9a-f]{32})(?:[ \t]+\"[^\"\n]{0,200}\")?\)"
)
_PICTURE = re.compile(r"<img\s[^<>]{1,2000}>", re.IGNORECASE)
_ANCHOR = re.compile(
    r"<a\s[^<>]{0,500}?href=[\"']?:/([0-9a-f]{32})[^<>]{0,500}>(.{0,1000}?)</a>", re.IGNORECASE | re.DOTALL
)
_OWN = re.compile(r":/([0-9a-f]{32})")
HTML = "2"
"""What a note says of its text that is HTML, such as one that was clipped from the web."""
Item = tuple[str, dict[str, str]]


def recognises(source: Source) -> bool:
    """Whether there are files with such names and such ends."""
    names = _names(source)[:5]
    return not source.is_file and any(_item(source, it)[1].get("type_") for it in names)


def read(source: Source, here: tzinfo | None) -> Results:
    """Every note, with its tags and what it shows. Notebooks are not kept."""
    notes, names, tags, tagged = list[Item](), dict[str, str](), dict[str, str](), list[tuple[str, str]]()
    for name in _names(source):
        text, said = _item(source, name)
        kind, own = said.get("type_"), said.get("id", "")
        if kind == NOTE:
            notes.append((text, said))
        elif kind == RESOURCE:
            names[own] = text.strip() or own
        elif kind == TAG:
            tags[own] = text.strip()
        elif kind == TAGGED:
            tagged.append((said.get("note_id", ""), said.get("tag_id", "")))
        elif kind is None:
            yield Skipped(what=PurePosixPath(name).name, why=Why.NOT_A_RECORD)
    by_note: dict[str, list[str]] = {}
    for note, tag in tagged:
        by_note.setdefault(note, []).append(tags.get(tag, ""))
    yield from each(notes, partial(_note, names=names, tags=by_note, source=source, here=here), "note")


def _names(source: Source) -> list[str]:
    return [it for it in source.names if _NAME.fullmatch(PurePosixPath(it).name)]


def _item(source: Source, name: str) -> Item:
    """What a file says, and the lines about it at its end; none where it cannot be read."""
    try:
        text = source.text(name, LARGEST)
    except LeftOut:
        return "", {}
    body, _, end = text.rpartition("\n\n")
    said = dict(_said(end))
    return (body, said) if "type_" in said else (text, {})


def _said(end: str) -> Iterator[tuple[str, str]]:
    for line in end.strip("\n").split("\n"):
        found = _LINE.fullmatch(line)
        if found is not None:
            yield found[1], found[2]


def _note(
    item: Item, *, names: dict[str, str], tags: dict[str, list[str]], source: Source, here: tzinfo | None
) -> Found:
    text, said = item
    if said.get("encryption_applied") == "1":
        raise LeftOut(Why.LOCKED)
    if said.get("deleted_time", "0") not in {"", "0"}:
        raise LeftOut(Why.IN_THE_BIN)
    created = said.get("user_created_time") or said.get("created_time", "")
    if not created:
        raise LeftOut(Why.NO_DATE)
    moment = moment_of(created, here=here)
    title, _, body = text.partition("\n")
    files: dict[str, FoundFile] = {}
    lost: list[Skipped] = []

    def kept(link: re.Match[str]) -> str:
        words, own = link[1], link[2]
        place = source.by_stem.get(own, "")
        if own not in names or PurePosixPath(place).parent.name != "resources":
            if link[0].startswith("!"):
                lost.append(Skipped(what=f"a file of the note of {moment.wall.date()}", why=Why.FILE_MISSING))
            return link[0]
        if own not in files:
            files[own] = file_in(source, place, _free(names[own], place, files))
        return link_to(files[own].name, "" if words == names[own] else words)

    markdown, inside = _as_markdown(body.lstrip("\n"), is_html=said.get("markup_language") == HTML)
    shown = _LINK.sub(kept, markdown)
    return Found(
        source=SOURCE,
        source_id=said.get("id", ""),
        written_at=moment.wall,
        instant=moment.instant,
        title=title.strip(),
        text=shown,
        tags=tuple(it for it in tags.get(said.get("id", ""), []) if it),
        record=as_json({**said, "text": text}),
        files=(*inside, *files.values()),
        lost=tuple(lost),
    )


def _as_markdown(text: str, *, is_html: bool) -> tuple[str, tuple[FoundFile, ...]]:
    """The text with its own pictures as Markdown has them, also those that were given a size, which Markdown cannot.

    Beside it the pictures that a page of the web carries inside itself.
    """

    def shown(tag: re.Match[str]) -> str:
        own = _OWN.match(attribute(tag[0], "src"))
        return tag[0] if own is None else f"![{words_of(tag[0])}]({own[0]})"

    text = _PICTURE.sub(shown, text)
    return words_and_files(_ANCHOR.sub(r"[\2](:/\1)", text) if is_html else text, is_html=is_html)


def _free(name: str, place: str, taken: dict[str, FoundFile]) -> str:
    """A name no other file of the note has, with an ending."""
    whole = PurePosixPath(name.replace("\\", "/")).name or PurePosixPath(place).name
    whole = whole if PurePosixPath(whole).suffix else whole + PurePosixPath(place).suffix
    return whole if whole not in {it.name for it in taken.values()} else PurePosixPath(place).name
