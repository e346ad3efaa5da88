"""The scales of a questionnaire's file: which items they take, and whether their rules can be kept."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from therapy_diary.domain.measure import (
    Band,
    Better,
    Change,
    Item,
    Missing,
    MissingRule,
    Scale,
    Scoring,
    band_places,
    half_up,
    score_range,
)
from therapy_diary.domain.measure_flaw import BadMeasure, Flaw
from therapy_diary.domain.measure_table import Table, short

MOST_BANDS = 20
MOST_DECIMALS = 3
LONGEST_TITLE, LONGEST_LABEL, LONGEST_SOURCE = 120, 100, 400


def read_scales(tables: Sequence[Table], items: Sequence[Item]) -> tuple[Scale, ...]:
    """The scales over these items. Raises BadMeasure."""
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
                id=table.fresh_id([it.id for it in scales]),
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


def _members(table: Table, known: dict[str, Item]) -> tuple[Item, ...]:
    names = table.needs("items")
    if not isinstance(names, list) or not names:
        raise table.wrong("items", Flaw.NO_ITEMS)
    for place, name in enumerate(names):
        if not isinstance(name, str) or name not in known:
            raise BadMeasure(Flaw.UNKNOWN_ITEM, table.place, name=short(name))
        if name in names[:place]:
            raise BadMeasure(Flaw.ITEM_TWICE, table.place, name=name)
    return tuple(known[it] for it in names)


def _missing(table: Table, items: Sequence[Item], scoring: Scoring) -> Missing:
    missing = table.table("missing")
    missing.knows("rule", "min_answered")
    rule = missing.one_of("rule", MissingRule)
    if rule is MissingRule.NONE and scoring is Scoring.SUM:
        raise missing.wrong("rule", Flaw.SUM_WITHOUT_RULE)
    if rule is not MissingRule.REFUSE and len({(it.lowest, it.highest) for it in items}) > 1:
        raise missing.wrong("rule", Flaw.MIXED_RANGES)
    if rule is not MissingRule.PRORATE:
        if "min_answered" in missing.values:
            raise missing.wrong("min_answered", Flaw.ONLY_PRORATED)
        return Missing(rule=rule)
    return Missing(rule=rule, min_answered=missing.whole("min_answered", (len(items) + 1) // 2, len(items)))


def _bands(table: Table, low: Fraction, high: Fraction, decimals: int) -> tuple[Band, ...]:
    """The bands, lowest first. They must cover the range from end to end, on whole numbers or on their own decimals."""
    if "bands" not in table.values:
        return ()
    bands = sorted((_band(it) for it in table.tables("bands", MOST_BANDS)), key=lambda it: it.low)
    places = band_places(bands)
    if places > decimals:
        raise table.wrong("bands", Flaw.BANDS_TOO_FINE)
    step = Decimal(1).scaleb(-places)
    for one, later in pairwise(bands):
        if later.low <= one.high:
            raise BadMeasure(Flaw.BANDS_OVERLAP, table.place, one=one.label, other=later.label)
        if later.low != one.high + step:
            raise BadMeasure(Flaw.BANDS_APART, table.place, one=one.label, other=later.label)
    lowest, highest = half_up(low, places), half_up(high, places)
    if bands[0].low != lowest or bands[-1].high != highest:
        raise BadMeasure(Flaw.BANDS_DO_NOT_COVER, table.place, low=lowest, high=highest)
    return tuple(bands)


def _band(table: Table) -> Band:
    table.knows("from", "to", "label")
    band = Band(low=table.number("from"), high=table.number("to"), label=table.words("label", LONGEST_LABEL))
    if band.high < band.low:
        raise table.wrong("to", Flaw.BAND_BACKWARDS)
    return band


def _change(table: Table) -> Change | None:
    if "change" not in table.values:
        return None
    change = table.table("change")
    change.knows("sd", "reliability", "kind", "source")
    sd, reliability = change.number("sd"), change.number("reliability")
    if sd <= 0:
        raise change.wrong("sd", Flaw.NO_SPREAD)
    if not 0 < reliability < 1:
        raise change.wrong("reliability", Flaw.NO_SHARE)
    return Change(
        sd=float(sd),
        reliability=float(reliability),
        kind=change.words("kind", LONGEST_LABEL),
        source=change.words("source", LONGEST_SOURCE),
    )
