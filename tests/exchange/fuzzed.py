"""One source of random bytes or shapes, read by every reader: nothing may come out but entries, skips and our own error."""

import base64
import gzip
import io
import json
import tarfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta, timezone, tzinfo
from functools import cache
from pathlib import Path

from tests.exchange.own_file import seed as our_seed
from tests.exchange.own_file import take_and_give_back
from therapy_diary.exchange.archive import NAME
from therapy_diary.exchange.errors import ExchangeTrouble
from therapy_diary.exchange.formats import FORMATS, Format, check_locked
from therapy_diary.exchange.found import Found, FoundRating, LeftOut, Skipped
from therapy_diary.exchange.packed import listing_of
from therapy_diary.exchange.source import Source, opened

HERE = timezone(timedelta(hours=2))
MANY = 500
SLOW = 250
"""A first byte from here on chooses our own file, each of which is taken into a diary: it takes a hundred times as long."""
NAMES_OF = {
    "day-one-classic": "J.dayone/entries/A.doentry",
    "diaro": "DiaroBackup.xml",
    "journey": "a.json",
    "daylio-backup": "backup.daylio",
    "rednotebook": "2019-02.txt",
    "joplin": "J/0123456789abcdef0123456789abcdef.md",
    "markdown": "2019-02-03.md",
}
"""What the file must be called for its reader to look into it."""


BACKUP = {
    "version": 15, "customMoods": [{"id": 6, "custom_name": "x", "mood_group_id": 1, "predefined_name_id": -1}],
    "tags": [{"id": 1, "name": "a"}], "assets": [{"id": 9, "checksum": "abc", "type": 1}],
    "dayEntries": [{"id": 7, "minute": 30, "hour": 20, "day": 5, "month": 0, "year": 2024, "datetime": 1704504600000,
    "timeZoneOffset": -18000000, "mood": 6, "note": "<b>n</b>", "note_title": "t", "tags": [1], "assets": [9]}],
}  # fmt: skip
NOTE, PICTURE, SEA = "a" * 32, "b" * 32, "c" * 32
JOPLIN = {
    f"{NOTE}.md": f"A day\n\nLook: ![](:/{PICTURE})\n\nid: {NOTE}\ncreated_time: 2023-05-01T17:02:11.123Z\ntype_: 1",
    f"{PICTURE}.md": f"sea.png\n\nid: {PICTURE}\ntype_: 4",
    f"{SEA}.md": f"sea\n\nid: {SEA}\ntype_: 5",
    f"{'d' * 32}.md": f"id: {'d' * 32}\nnote_id: {NOTE}\ntag_id: {SEA}\ntype_: 6",
    f"resources/{PICTURE}.png": "picture",
}
"""A whole notebook: a note with its picture and its tag."""
SEEDS: dict[str, str] = {
    "day-one": '{"metadata":{"version":"1.0"},"entries":[{"uuid":"A","creationDate":"2024-03-02T01:30:00Z","timeZone":"America/New_York","isAllDay":false,"starred":true,"tags":["a b"],"text":"# T\\n\\nx ![](dayone-moment://ID)","richText":"{\\"contents\\":[{\\"attributes\\":{\\"line\\":{\\"header\\":1}},\\"text\\":\\"T\\"}]}","photos":[{"identifier":"ID","md5":"00","type":"jpeg","orderInEntry":0}],"location":{}}]}',
    "jrnl": '{"tags":{"@a":1},"entries":[{"title":"T","body":"b","date":"2020-08-29","time":"11:11","tags":["@a"],"starred":true}]}',
    "mini-diary": '{"metadata":{"application":"Mini Diary","version":"3.3.0"},"entries":{"2019-01-03":{"dateUpdated":"Thu Jan 03 2019 00:00:00 GMT-0800","title":"T","text":"x"}}}',
    "standard-notes": '{"version":"004","items":[{"content_type":"Note","uuid":"n","created_at":"2024-03-01T20:30:00.000Z","content":{"title":"T","text":"<p>x</p>"}},{"content_type":"Tag","uuid":"t","content":{"title":"a","references":[{"uuid":"n"}]}}]}',
    "daylio-backup": base64.b64encode(json.dumps(BACKUP).encode()).decode(),
    "diaro": '<?xml version="1.0"?><data version="2"><table name="diaro_tags"><r><uid>T1</uid><title>a</title></r></table><table name="diaro_entries"><r><uid>E1</uid><date>1709343000000</date><tz_offset>-05:00</tz_offset><title>T</title><text>x</text><tags>,T1,</tags><mood>1</mood></r></table></data>',
    "journey": '{"id":"x1","date_journal":1709343000000,"timezone":"America/New_York","text":"<p>x</p>","type":"html","tags":["a"],"mood":4,"favourite":true,"photos":["p.jpg"]}',
    "diarium": '[{"date":"2024-03-01T20:30:15.12345","heading":"H","html":"<p>x</p>","rating":2,"tags":[{"name":"t"}],"location":[1,2]}]',
    "daylio-csv": "full_date,date,weekday,time,mood,activities,scales,note_title,note\n2024-01-05,x,x,6:50 pm, good ,a | b,S: 8/10,T,n<br>m\n",
    "track-and-graph": "FeatureName,Timestamp,Value,Label,Note\nMood,2024-01-05T20:30:00+02:00,3.0,fair,n\nRun,2024-01-05T20:33:00Z,1:02:03,,\n",
    "day-one-classic": '<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict><key>Creation Date</key><date>2013-10-27T02:27:00Z</date><key>Entry Text</key><string>x</string><key>Starred</key><true/><key>Tags</key><array><string>a</string></array><key>Time Zone</key><string>Europe/Berlin</string><key>UUID</key><string>A</string></dict></plist>',
    "day-one-text": "\tDate:\t01 January 2019 at 00:00:00 GMT\n\tTags:\ta, b\n\nT\n\nx\n",
    "jrnl-text": "[2020-01-01 10:00] T *\nbody\n[1] no header\n[2020-01-02 10:00] U @tag\n",
    "joplin": "T\n\nx ![p](:/0123456789abcdef0123456789abcdef)\n\nid: 0123456789abcdef0123456789abcdef\ncreated_time: 2023-05-01T17:02:11.123Z\nuser_created_time: 2023-05-01T17:02:11.123Z\ndeleted_time: 0\nencryption_applied: 0\ntype_: 1",
    "rednotebook": "1: {text: '=== T ===\\n//a// **b**\\n=== U ===\\nx', Work: {x: null}, Tags: {a: null}}\n2: {text: !!python/unicode 'y', Tags: null}\n",
    "markdown": "---\ntitle: T\ndate: 2020-01-01T10:00:00.000Z\ntags: [a, b]\nstarred: true\n---\n\n# T\n\nx #inline ![[a.png]]\n",
}  # fmt: skip
"""A small file of each kind that its reader takes, for others to be made of by harming it."""


PARTLY_LOCKED = '{"version":"004","items":[{"content_type":"Note","uuid":"a","created_at":"2024-03-01T20:30:00.000Z","content":"004:abc:def"},{"content_type":"Note","uuid":"b","created_at":"2024-03-01T20:30:00.000Z","content":{"title":"T","text":"{\\"root\\":{\\"children\\":[{\\"type\\":\\"heading\\",\\"tag\\":\\"h2\\",\\"children\\":[{\\"text\\":\\"H\\",\\"format\\":1}]},{\\"type\\":\\"horizontalrule\\"}]}}","protected":true,"trashed":false,"appData":{"org.standardnotes.sn":{"pinned":true}}}},{"content_type":"Tag","uuid":"t","content":"004:x"}]}'
SEVERAL = '1: {text: "x\\n=== A ===\\ny\\n====================\\n=== B ===\\n==== C ====\\nz\\n=== A ===\\ny", Ideas: {a boat: null}, Tags: {home: null}}\n'
MORE_SEEDS = {"standard-notes": (PARTLY_LOCKED,), "rednotebook": (SEVERAL,)}


@cache
def tar() -> bytes:
    """Joplin's notebook as JEX."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name, content in JOPLIN.items():
            member = tarfile.TarInfo(name)
            member.size, member.pax_headers = len(content), {"comment": "a day"}
            archive.addfile(member, io.BytesIO(content.encode()))
    return file.getvalue().rstrip(b"\0") + bytes(1024)


def _listed(content: bytes) -> Iterator[Found]:
    """What the readers of notes make of an archive."""
    with listing_of(io.BytesIO(content), len(content)) as listing:
        if listing is not None:
            source = Source(Path("export"), listing.members, packed=listing)
            for kind in FORMATS:
                if kind.name in {"joplin", "markdown"} and kind.recognises(source):
                    yield from kind.read(source, HERE)  # type: ignore[misc]


def _packed_after(content: bytes) -> Iterator[Found]:
    """The same of a tar that is packed when the harm is done, in two parts: its checksum would keep all harm out."""
    half = len(content) // 2
    yield from _listed(gzip.compress(content[:half], 0) + gzip.compress(content[half:], 0))


def _of_archives(name: str, read: Callable[[bytes], Iterator[Found]]) -> Format:
    def read_whole(source: Source, _: tzinfo | None) -> Iterator[Found]:
        assert isinstance(source, InMemory)
        yield from read(source.content)

    return Format(name=name, label=name, recognises=lambda _: True, read=read_whole)


ARCHIVES = (
    _of_archives("tar", _listed),
    _of_archives("tar in gzip", _packed_after),
    _of_archives("gzip", _listed),
)
"""What is in an archive, read by those who read notes in it."""
READERS = (*FORMATS, *ARCHIVES)


def seeds(kind: Format) -> list[bytes]:
    """Small files that its reader takes."""
    if kind in ARCHIVES:
        return [gzip.compress(tar(), mtime=0) if kind.name == "gzip" else tar()]
    first = our_seed() if kind.name == NAME else SEEDS[kind.name]
    return [it.encode() for it in (first, *MORE_SEEDS.get(kind.name, ()))]


def chosen(first: int, among: Sequence[Format] = READERS) -> Format:
    """The reader that the first byte of a made-up file chooses."""
    ours, others = FORMATS[0], [it for it in among if it is not FORMATS[0]]
    return ours if ours in among and (first >= SLOW or not others) else others[first % len(others)]


def first_of(kind: Format, among: Sequence[Format] = READERS) -> int:
    """A first byte that chooses this reader."""
    return next(it for it in range(256) if chosen(it, among) is kind)


@dataclass(slots=True)
class Tally:
    """How often each reader was run, on how many files it found something, and how many entries."""

    runs: Counter[str] = field(default_factory=Counter)
    read: Counter[str] = field(default_factory=Counter)
    entries: Counter[str] = field(default_factory=Counter)

    def count(self, kind: str, entries: int) -> None:
        """One run of one reader."""
        self.runs[kind] += 1
        self.read[kind] += entries > 0
        self.entries[kind] += entries


class InMemory(Source):
    """A source with one file, without a disk."""

    def __init__(self, name: str, content: bytes) -> None:
        path = Path(name)
        super().__init__(path, {path.name: path})
        self.content = content
        if "/" in name:
            self._places = {name: path}
            self.is_file = False

    def size(self, name: str) -> int:
        return len(self.content) if name in self._places else 0

    @contextmanager
    def _opened(self, place: object) -> Iterator[object]:  # noqa: ARG002 - there is only one
        yield io.BytesIO(self.content)


def read_all(kind: Format, source: Source) -> int:
    """Read as bring() does; how many entries came."""
    count = 0
    try:
        check_locked(source)
        if not kind.recognises(source):
            return 0
        if kind.name == NAME:
            return take_and_give_back(source)
        for it in kind.read(source, HERE):
            assert isinstance(it, Found | FoundRating | Skipped)
            if isinstance(it, Skipped):
                continue
            count += 1
            if isinstance(it, Found):
                look_at_parts(it)
            for file in (it.note if isinstance(it, FoundRating) else it).files:
                try:
                    file.content(1000)
                except LeftOut:
                    continue
            if count > MANY:
                break
    except (ExchangeTrouble, LeftOut):
        return count
    return count


def look_at_parts(found: Found) -> None:
    """The parts of a day, each by itself, and what it may have come as before."""
    for _ in found.parts:
        assert all(place <= len(found.parts) for places, _ in found.stages() for place in places)


def read_one(kind: Format, content: bytes, tally: Tally | None = None) -> int:
    """What one reader makes of these bytes under the name it looks for."""
    count = read_all(kind, InMemory(NAMES_OF.get(kind.name, "export.txt"), content))
    if tally is not None:
        tally.count(kind.name, count)
    return count


def read_everywhere(content: bytes, tally: Tally | None = None) -> int:
    """What every reader makes of these bytes under the name it looks for."""
    return sum(read_one(kind, content, tally) for kind in READERS)


def read_place(place: Path) -> int:
    """What every reader makes of what lies at a place."""
    count = 0
    for kind in FORMATS:
        try:
            with opened(place) as source:
                count += read_all(kind, source)
        except ExchangeTrouble:
            continue
    return count
