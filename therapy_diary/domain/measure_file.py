"""Reads a questionnaire from its TOML file (schema 1), strictly: a typing error must not pass silently.

Data only: no expressions, no templates, no includes, no links. Every refusal is one plain sentence that names the
line or the key, and nothing of a refused file is kept.
"""

import hashlib
import re
import tomllib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from typing import Any, TypeVar

from therapy_diary.domain.measure import (
    BadMeasure,
    Band,
    Better,
    Change,
    Choice,
    Every,
    Item,
    Measure,
    Missing,
    MissingRule,
    Rights,
    Scale,
    Scoring,
)

SCHEMA = 1
LARGEST_FILE = 256 * 1024  # bytes
LONGEST_VERSION = 20
MOST_ITEMS, MOST_SCALES, MOST_BANDS = 100, 20, 20
FEWEST_CHOICES, MOST_CHOICES = 2, 11
LOWEST_VALUE, HIGHEST_VALUE = -100, 100
LONGEST_ITEM, LONGEST_TITLE, LONGEST_LABEL, LONGEST_INTRO, LONGEST_LINE = 400, 120, 100, 1000, 400
MOST_DECIMALS = 3
MOST_DOTS = 300  # in one line: a name of thousands of parts would keep the reader busy for minutes

CODE = re.compile(r"[a-z][a-z0-9_]{1,31}")
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,31}")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
MARKUP = re.compile(r"<[A-Za-z/!?]|&(#\w+|[A-Za-z]\w*);|\]\(")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")

Word = TypeVar("Word", bound=StrEnum)
Choices = tuple[Choice, ...]


def read_measure(file: bytes | str, *, added_by_me: bool = False) -> Measure:
    """Read a questionnaire. One that the person added is for their own use only, whatever it says.

    The text is taken with plain line ends, so that the same file on another system is the same file.
    Raises BadMeasure.
    """
    text = _text(file)
    top = _Table("the file", _toml(text))
    top.knows("schema", "items", "measure", "rights", "options", "scales")
    if top.needs("schema") != SCHEMA or isinstance(top.values["schema"], bool):
        raise BadMeasure(f"The key “schema” must be {SCHEMA}: this diary reads no other kind of file.")
    about = top.table("measure")
    about.knows("code", "version", "title", "language", "intro", "every")
    options = _options(top.table("options"))
    items = _items(top.tables("items", MOST_ITEMS), options)
    scales = _scales(top.tables("scales", MOST_SCALES), items)
    return Measure(
        code=about.named("code", CODE, "2 to 32 small letters, digits or _, with a letter first"),
        version=about.words("version", LONGEST_VERSION),
        title=about.words("title", LONGEST_TITLE),
        language=about.named("language", LANGUAGE, "a language code such as “en”"),
        intro=about.words("intro", LONGEST_INTRO, default="", lines=True),
        every=about.one_of("every", Every, default=Every.NEVER),
        rights=_rights(top.table("rights"), added_by_me=added_by_me),
        items=items,
        scales=scales,
        toml=text,
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        remarks=_remarks(items, scales, options, top),
    )


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of the file, and what to call it in a sentence."""

    name: str
    values: dict[str, Any]

    def knows(self, *keys: str) -> None:
        for key in self.values:
            if key not in keys:
                raise BadMeasure(f"{_capital(self.name)} has a key “{_short(key)}” that is not known here.")

    def needs(self, key: str) -> Any:
        if key not in self.values:
            raise BadMeasure(f"{_capital(self.name)} needs the key “{key}”.")
        return self.values[key]

    def wrong(self, key: str, what: str) -> BadMeasure:
        return BadMeasure(f"In {self.name} the key “{key}” must be {what}.")

    def table(self, key: str) -> "_Table":
        value = self.needs(key)
        if not isinstance(value, dict):
            raise self.wrong(key, "a table")
        return _Table(f"the table “{key}”" if self.name == "the file" else f"“{key}” of {self.name}", value)

    def tables(self, key: str, most: int) -> tuple["_Table", ...]:
        value = self.needs(key)
        if not isinstance(value, list) or not all(isinstance(it, dict) for it in value):
            raise self.wrong(key, "a list of tables")
        if not 1 <= len(value) <= most:
            raise self.wrong(key, f"a list of 1 to {most} entries, and has {len(value)}")
        return tuple(_Table(_entry(key, number, it), it) for number, it in enumerate(value, 1))

    def words(self, key: str, longest: int, *, default: str | None = None, lines: bool = False) -> str:
        if default is not None and key not in self.values:
            return default
        value = self.needs(key)
        if not isinstance(value, str):
            raise self.wrong(key, "words in quotation marks")
        if not (lines and default is not None) and not value.strip():
            raise self.wrong(key, "words, and is empty")
        if len(value) > longest:
            raise self.wrong(key, f"at most {longest} characters long, and has {len(value)}")
        if CONTROL.search(value) or (not lines and "\n" in value) or "\t" in value:
            raise self.wrong(
                key, "plain text without control characters" + ("" if lines else ", on one line")
            )
        if MARKUP.search(value):
            raise self.wrong(key, "plain text: markup such as tags, links or &…; is not shown here")
        return value

    def named(self, key: str, pattern: re.Pattern[str], what: str) -> str:
        value = self.needs(key)
        if not isinstance(value, str) or pattern.fullmatch(value) is None:
            raise self.wrong(key, what)
        return value

    def one_of(self, key: str, words: type[Word], *, default: Word | None = None) -> Word:
        if default is not None and key not in self.values:
            return default
        value = self.needs(key)
        if not isinstance(value, str) or value not in {it.value for it in words}:
            raise self.wrong(key, "one of " + ", ".join(f"“{it.value}”" for it in words))
        return words(value)

    def whole(self, key: str, low: int, high: int, *, default: int | None = None) -> int:
        if default is not None and key not in self.values:
            return default
        value = self.needs(key)
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise self.wrong(key, f"a whole number from {low} to {high}")
        return value

    def number(self, key: str) -> Decimal:
        value = self.needs(key)
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            raise self.wrong(key, "a number")
        exact = Decimal(value)
        if not exact.is_finite() or abs(exact) > 1_000_000 or not _is_short(exact):
            raise self.wrong(key, "a number of ordinary size")
        return exact

    def yes_or_no(self, key: str) -> bool:
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            raise self.wrong(key, "true or false")
        return value


def _text(file: bytes | str) -> str:
    if isinstance(file, str):
        file = file.encode("utf-8", "surrogatepass")
    if len(file) > LARGEST_FILE:
        raise BadMeasure(f"The file is larger than {LARGEST_FILE // 1024} KiB, which no questionnaire needs.")
    try:
        text = file.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = file.count(b"\n", 0, error.start) + 1
        raise BadMeasure(f"Line {line} is not text in UTF-8.") from None
    text = text.replace("\r\n", "\n")
    for number, content in enumerate(text.split("\n"), 1):
        if content.count(".") > MOST_DOTS:
            raise BadMeasure(f"Line {number} has more than {MOST_DOTS} dots, which no questionnaire needs.")
    return text


def _toml(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise BadMeasure(_where(str(error), text)) from None
    except (
        RecursionError,
        ValueError,
        InvalidOperation,
    ):  # nested too deeply; a number of thousands of digits
        raise BadMeasure(
            "The file holds a number or a list that is too long or too deep to be read."
        ) from None


def _where(error: str, text: str) -> str:
    """Our sentence for a syntax error; its own words may quote the file, so only the line is taken from them."""
    found = re.search(r"at line (\d+), column (\d+)\)$", error)
    if found is not None:
        return f"Line {found[1]} cannot be read as TOML, from character {found[2]} on."
    return f"Line {text.rstrip().count(chr(10)) + 1}, the last one, leaves something open: the file cannot be read as TOML."


def _options(options: _Table) -> dict[str, Choices]:
    """The named answer lists."""
    if not options.values:
        raise BadMeasure("The table “options” needs at least one list of answers.")
    read = {}
    for name in options.values:
        if ID.fullmatch(name) is None:
            raise BadMeasure(
                f"“{_short(name)}” is no name for a list of answers: letters, digits, - and _ only."
            )
        choices = options.tables(name, MOST_CHOICES)
        if len(choices) < FEWEST_CHOICES:
            raise options.wrong(name, f"a list of {FEWEST_CHOICES} to {MOST_CHOICES} answers")
        read[name] = tuple(_choice(it) for it in choices)
        if any(later.value <= one.value for one, later in pairwise(read[name])):
            raise options.wrong(name, "a list of answers whose values rise from one to the next")
    return read


def _choice(choice: _Table) -> Choice:
    choice.knows("value", "label")
    return Choice(
        value=choice.whole("value", LOWEST_VALUE, HIGHEST_VALUE), label=choice.words("label", LONGEST_LABEL)
    )


def _items(tables: Sequence[_Table], options: dict[str, Choices]) -> tuple[Item, ...]:
    items: list[Item] = []
    for table in tables:
        table.knows("id", "text", "options", "reverse", "safety")
        item = Item(
            id=_fresh_id(table, [it.id for it in items]),
            text=table.words("text", LONGEST_ITEM),
            choices=_choices_of(table, options),
            reverse=table.yes_or_no("reverse"),
        )
        items.append(_with_safety(item, table))
    return tuple(items)


def _choices_of(table: _Table, options: dict[str, Choices]) -> Choices:
    name = table.needs("options")
    if not isinstance(name, str) or name not in options:
        raise table.wrong("options", "the name of a list in the table “options”")
    return options[name]


def _with_safety(item: Item, table: _Table) -> Item:
    if "safety" not in table.values:
        return item
    safety = table.table("safety")
    safety.knows("at_least")
    at_least = safety.whole("at_least", item.lowest, item.highest)
    return Item(id=item.id, text=item.text, choices=item.choices, reverse=item.reverse, safety=at_least)


def _scales(tables: Sequence[_Table], items: Sequence[Item]) -> tuple[Scale, ...]:
    known = {it.id: it for it in items}
    scales: list[Scale] = []
    for table in tables:
        table.knows("id", "title", "items", "score", "better", "missing", "decimals", "bands", "change")
        members = _members(table, known)
        scoring = table.one_of("score", Scoring)
        missing = _missing(table, members, scoring)
        decimals = table.whole("decimals", 0, MOST_DECIMALS, default=1)
        scales.append(
            Scale(
                id=_fresh_id(table, [it.id for it in scales]),
                title=table.words("title", LONGEST_TITLE),
                items=members,
                scoring=scoring,
                better=table.one_of("better", Better),
                missing=missing,
                decimals=decimals,
                bands=_bands(table, *score_range(members, scoring), decimals),
                change=_change(table),
            )
        )
    return tuple(scales)


def score_range(items: Sequence[Item], scoring: Scoring) -> tuple[Fraction, Fraction]:
    """The lowest and the highest score that all items together can come to."""
    low, high = Fraction(sum(it.lowest for it in items)), Fraction(sum(it.highest for it in items))
    return (low, high) if scoring is Scoring.SUM else (low / len(items), high / len(items))


def _members(table: _Table, known: dict[str, Item]) -> tuple[Item, ...]:
    names = table.needs("items")
    if not isinstance(names, list) or not names:
        raise table.wrong("items", "a list of at least one item’s id")
    for place, name in enumerate(names):
        if not isinstance(name, str) or name not in known:
            raise BadMeasure(
                f"{_capital(table.name)} names an item “{_short(name)}” that is not in the file."
            )
        if name in names[:place]:
            raise BadMeasure(f"{_capital(table.name)} names the item “{name}” twice.")
    return tuple(known[it] for it in names)


def _missing(table: _Table, items: Sequence[Item], scoring: Scoring) -> Missing:
    missing = table.table("missing")
    missing.knows("rule", "min_answered")
    rule = missing.one_of("rule", MissingRule)
    if rule is MissingRule.NONE and scoring is Scoring.SUM:
        raise missing.wrong("rule", "“refuse” or “prorate” for a sum: a sum over fewer items reads too low")
    if rule is not MissingRule.REFUSE and len({(it.lowest, it.highest) for it in items}) > 1:
        raise missing.wrong("rule", "“refuse” where the items have answers of different range")
    if rule is not MissingRule.PRORATE:
        if "min_answered" in missing.values:
            raise BadMeasure(f"In {missing.name} the key “min_answered” goes with the rule “prorate” only.")
        return Missing(rule=rule)
    return Missing(rule=rule, min_answered=missing.whole("min_answered", (len(items) + 1) // 2, len(items)))


def _bands(table: _Table, low: Fraction, high: Fraction, decimals: int) -> tuple[Band, ...]:
    """The bands, lowest first. They must cover the range from end to end, on whole numbers or on their own decimals."""
    if "bands" not in table.values:
        return ()
    bands = sorted((_band(it) for it in table.tables("bands", MOST_BANDS)), key=lambda it: it.low)
    places = band_places(bands)
    if places > decimals:
        raise table.wrong("bands", "ranges with no more decimals than the scale shows")
    step = Decimal(1).scaleb(-places)
    for one, later in pairwise(bands):
        if later.low <= one.high:
            raise BadMeasure(f"In {table.name} the bands “{one.label}” and “{later.label}” overlap.")
        if later.low != one.high + step:
            raise BadMeasure(
                f"In {table.name} there is a gap between the bands “{one.label}” and “{later.label}”."
            )
    if bands[0].low != half_up(low, places) or bands[-1].high != half_up(high, places):
        ends = f"{half_up(low, places)} to {half_up(high, places)}"
        raise BadMeasure(f"In {table.name} the bands must cover all scores from {ends}, and no others.")
    return tuple(bands)


def _band(table: _Table) -> Band:
    table.knows("from", "to", "label")
    band = Band(low=table.number("from"), high=table.number("to"), label=table.words("label", LONGEST_LABEL))
    if band.high < band.low:
        raise table.wrong("to", "at least as high as “from”")
    return band


def band_places(bands: Collection[Band]) -> int:
    """How many decimals the ends of the bands have: a score is rounded to these before it is placed."""
    ends = [end for it in bands for end in (it.low, it.high)]
    return max((_places(it) for it in ends), default=0)


def half_up(score: Fraction, places: int) -> Decimal:
    """A score rounded to some decimals, half way up, as in school."""
    shifted = score * 10**places + Fraction(1, 2)
    return Decimal(shifted.numerator // shifted.denominator).scaleb(-places)


def _change(table: _Table) -> Change | None:
    if "change" not in table.values:
        return None
    change = table.table("change")
    change.knows("sd", "reliability", "kind", "source")
    sd, reliability = change.number("sd"), change.number("reliability")
    if sd <= 0:
        raise change.wrong("sd", "above 0")
    if not 0 < reliability < 1:
        raise change.wrong("reliability", "between 0 and 1")
    return Change(
        sd=float(sd),
        reliability=float(reliability),
        kind=change.words("kind", LONGEST_LABEL),
        source=change.words("source", LONGEST_LINE),
    )


def _rights(table: _Table, *, added_by_me: bool) -> Rights:
    table.knows("holder", "licence", "evidence", "own_use_only")
    own_use_only = table.yes_or_no("own_use_only")
    return Rights(
        holder=table.words("holder", LONGEST_LINE),
        licence=table.words("licence", LONGEST_LINE),
        evidence=table.words("evidence", LONGEST_LINE, default=""),
        own_use_only=own_use_only or added_by_me,
    )


def _remarks(
    items: Sequence[Item], scales: Sequence[Scale], options: dict[str, Choices], top: _Table
) -> tuple[str, ...]:
    scored = {it.id for scale in scales for it in scale.items}
    unused = [
        f"The item “{it.id}” is in no scale: it is asked, but counts for nothing."
        for it in items
        if it.id not in scored
    ]
    asked = {it["options"] for it in top.values["items"]}
    unused += [f"The list of answers “{it}” is used by no item." for it in options if it not in asked]
    return tuple(unused)


def _fresh_id(table: _Table, taken: Collection[str]) -> str:
    name = table.named("id", ID, "1 to 32 letters, digits, - or _")
    if name in taken:
        raise BadMeasure(f"{_capital(table.name)} has an id that an earlier entry has already: “{name}”.")
    return name


def _entry(key: str, number: int, values: dict[str, Any]) -> str:
    """What an entry of a list is called: its number, and its id where it has a usable one."""
    name = values.get("id")
    return f"entry {number} of “{key}”" + (
        f" (“{name}”)" if isinstance(name, str) and ID.fullmatch(name) else ""
    )


def _is_short(number: Decimal) -> bool:
    return _places(number) <= 12


def _places(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def _short(value: object) -> str:
    """A name from the file as a sentence can bear it."""
    plain = CONTROL.sub(" ", str(value)).replace("\n", " ")
    return plain if len(plain) <= 40 else plain[:39] + "…"


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]
