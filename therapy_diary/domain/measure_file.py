"""Reads a questionnaire from its TOML file (schema 1), strictly: a typing error must not pass silently.

Data only: no expressions, no templates, no includes, no links. Every refusal is one plain sentence that names the
line or the key, and nothing of a refused file is kept.
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from therapy_diary.domain.measure import Choice, Every, Item, Measure, Rights, Scale
from therapy_diary.domain.measure_flaw import BadMeasure, Flaw, Place, Said
from therapy_diary.domain.measure_scales import LONGEST_LABEL, LONGEST_TITLE, read_scales
from therapy_diary.domain.measure_table import ID, Table, short
from therapy_diary.domain.measure_text import text_of, values_of

SCHEMA = 1
LONGEST_VERSION = 20
MOST_ITEMS, MOST_SCALES = 100, 20
FEWEST_CHOICES, MOST_CHOICES = 2, 11
LOWEST_VALUE, HIGHEST_VALUE = -100, 100
LONGEST_ITEM, LONGEST_INTRO, LONGEST_LINE = 400, 1000, 400

CODE = re.compile(r"[a-z][a-z0-9_]{1,31}")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")

Choices = tuple[Choice, ...]


def read_measure(file: bytes | str, *, added_by_me: bool = False, is_kept: bool = False) -> Measure:
    """Read a questionnaire. One that the person added is for their own use only, whatever it says.

    The text is taken with plain line ends, so that the same file on another system is the same file. One that a diary
    keeps is read as it is where newer rules ask for more than those it was taken in under. Raises BadMeasure.
    """
    text = text_of(file)
    top = Table(Place(), values_of(text), is_kept)
    top.knows("schema", "items", "measure", "rights", "options", "scales")
    if type(top.needs("schema")) is not int or top.values["schema"] != SCHEMA:  # neither 1.0 nor true
        raise BadMeasure(Flaw.OTHER_SCHEMA, schema=SCHEMA)
    about = top.table("measure")
    about.knows("code", "version", "title", "language", "intro", "every")
    options = _options(top.table("options"))
    items = _items(top.tables("items", MOST_ITEMS), options)
    scales = read_scales(top.tables("scales", MOST_SCALES), items)
    measure = Measure(
        code=about.named("code", CODE, Flaw.NOT_A_CODE),
        version=about.words("version", LONGEST_VERSION),
        title=about.words("title", LONGEST_TITLE),
        language=about.named("language", LANGUAGE, Flaw.NOT_A_LANGUAGE),
        intro=about.words("intro", LONGEST_INTRO, default="", lines=True),
        every=about.one_of("every", Every, default=Every.NEVER),
        rights=_rights(top.table("rights"), added_by_me=added_by_me),
        items=items,
        scales=scales,
        toml=text,
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        remarks=_remarks(items, scales, options, top),
    )
    if not is_kept:  # last, when every key is one that a sentence can name
        top.turns_nothing()
    return measure


def _options(options: Table) -> dict[str, Choices]:
    """The named answer lists."""
    if not options.values:
        raise BadMeasure(Flaw.NO_OPTIONS)
    read = {}
    for name in options.values:
        if ID.fullmatch(name) is None:
            raise BadMeasure(Flaw.NAME_OF_OPTIONS, name=short(name))
        choices = options.tables(name, MOST_CHOICES)
        if len(choices) < FEWEST_CHOICES:
            raise options.wrong(name, Flaw.NUMBER_OF_ANSWERS, fewest=FEWEST_CHOICES, most=MOST_CHOICES)
        read[name] = tuple(_choice(it) for it in choices)
        if any(later.value <= one.value for one, later in pairwise(read[name])):
            raise options.wrong(name, Flaw.NOT_RISING)
    return read


def _choice(choice: Table) -> Choice:
    choice.knows("value", "label")
    return Choice(
        value=choice.whole("value", LOWEST_VALUE, HIGHEST_VALUE), label=choice.words("label", LONGEST_LABEL)
    )


def _items(tables: Sequence[Table], options: dict[str, Choices]) -> tuple[Item, ...]:
    items: list[Item] = []
    for table in tables:
        table.knows("id", "text", "options", "reverse", "safety")
        item = Item(
            id=table.fresh_id([it.id for it in items]),
            text=table.words("text", LONGEST_ITEM),
            choices=_choices_of(table, options),
            reverse=table.yes_or_no("reverse"),
        )
        items.append(_with_safety(item, table))
    return tuple(items)


def _choices_of(table: Table, options: dict[str, Choices]) -> Choices:
    name = table.needs("options")
    if not isinstance(name, str) or name not in options:
        raise table.wrong("options", Flaw.UNKNOWN_OPTIONS)
    return options[name]


def _with_safety(item: Item, table: Table) -> Item:
    if "safety" not in table.values:
        return item
    safety = table.table("safety")
    safety.knows("at_least")
    at_least = safety.whole("at_least", item.lowest, item.highest)
    return replace(item, safety=at_least)


def _rights(table: Table, *, added_by_me: bool) -> Rights:
    table.knows("holder", "licence", "evidence", "own_use_only")
    own_use_only = table.yes_or_no("own_use_only")
    return Rights(
        holder=table.words("holder", LONGEST_LINE),
        licence=table.words("licence", LONGEST_LINE),
        evidence=table.words("evidence", LONGEST_LINE, default=""),
        own_use_only=own_use_only or added_by_me,
    )


def _remarks(
    items: Sequence[Item], scales: Sequence[Scale], options: dict[str, Choices], top: Table
) -> tuple[Said, ...]:
    scored = {it.id for scale in scales for it in scale.items}
    unused = [Said(Flaw.UNUSED_ITEM, given=(("name", it.id),)) for it in items if it.id not in scored]
    asked = {it["options"] for it in top.values["items"]}
    unused += [Said(Flaw.UNUSED_OPTIONS, given=(("name", it),)) for it in options if it not in asked]
    return tuple(unused)
