"""Adding a questionnaire: a whole file is taken as it is, any other is refused with a sentence that names the place."""

import hashlib
import re
import tomllib
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from therapy_diary import resources
from therapy_diary.domain.measure import Better, Change, Every, MissingRule, decimals_of
from therapy_diary.domain.measure_file import read_measure
from therapy_diary.domain.measure_flaw import BadMeasure, Flaw
from therapy_diary.domain.measure_text import LARGEST_FILE

WEEK = resources.text("measures/week_in_brief.toml")
IN_THE_BOX = {  # a changed file is a new version: answers belong to one exact text
    "week_in_brief": "c44501156d896240",
    "phq8": "38908f0d6b0cb490",
    "gad7": "9ce81c352ab6ef13",
}
CHANGE = (
    '\n[scales.change]\nsd = 6.0\nreliability = 0.89\nkind = "test_retest"\nsource = "Author, year, table"\n'
)


def test_a_whole_file_is_read_as_it_is_written() -> None:
    week = read_measure(WEEK)
    assert (week.code, week.version, week.title, week.every) == (
        "week_in_brief",
        "1.0",
        "The week in brief",
        Every.WEEKLY,
    )
    assert [it.id for it in week.items] == ["slept", "managed", "people", "tense", "low"]
    assert [it.reverse for it in week.items] == [False, False, False, True, True]
    total, body = week.scales
    assert (total.better, total.missing.rule, total.missing.min_answered) == (
        Better.HIGHER,
        MissingRule.PRORATE,
        4,
    )
    assert [(it.low, it.high) for it in total.bands] == [(0, 6), (7, 13), (14, 20)]
    assert (body.bands, body.change, body.decimals) == ((), None, 1)
    assert week.sha256 == hashlib.sha256(WEEK.encode()).hexdigest()
    assert (week.toml, week.remarks, week.rights.own_use_only) == (WEEK, (), False)


@pytest.mark.parametrize("name", IN_THE_BOX)
def test_a_questionnaire_in_the_box_reads_without_a_remark_and_has_not_changed(name: str) -> None:
    measure = read_measure(resources.path(f"measures/{name}.toml").read_bytes())
    assert (measure.code, measure.remarks) == (name, ())
    assert measure.rights.evidence
    assert measure.sha256.startswith(IN_THE_BOX[name])
    assert all(it.safety is None for it in measure.items)


def test_the_two_public_forms_have_the_lowest_answer_and_the_number_of_items_of_the_authors() -> None:
    phq, gad = (read_measure(resources.text(f"measures/{it}.toml")) for it in ("phq8", "gad7"))
    assert (len(phq.items), len(gad.items)) == (8, 7)
    for measure in (phq, gad):
        labels = [it.label for it in measure.items[0].choices]
        assert labels == ["Not at all", "Several days", "More than half the days", "Nearly every day"]
        assert (
            measure.intro
            == "Over the last 2 weeks, how often have you been bothered by any of the following problems?"
        )
    assert not any("hurting" in it.text for it in phq.items)


def test_the_same_file_with_other_line_ends_is_the_same_file() -> None:
    windows = b"\xef\xbb\xbf" + WEEK.replace("\n", "\r\n").encode()
    assert read_measure(windows) == read_measure(WEEK)


def test_a_file_the_person_adds_is_for_their_own_use_whatever_it_says() -> None:
    assert read_measure(WEEK, added_by_me=True).rights.own_use_only


def test_a_declared_change_is_kept_with_its_source() -> None:
    scales = read_measure(WEEK + CHANGE).scales
    assert scales[1].change == Change(
        sd=6.0, reliability=0.89, kind="test_retest", source="Author, year, table"
    )


def test_an_item_that_counts_for_nothing_and_an_unused_list_are_remarked_on() -> None:
    toml = WEEK.replace('items   = ["slept", "tense"]', 'items   = ["slept"]').replace(
        '"people", "tense", "low"]', '"people", "low"]'
    )
    toml = toml.replace("min_answered = 4", "min_answered = 2").replace("to = 20", "to = 16")
    toml = toml.replace(
        "[[scales]]", 'yes_no = [{ value = 0, label = "no" }, { value = 1, label = "yes" }]\n\n[[scales]]', 1
    )
    remarks = read_measure(toml).remarks
    assert len(remarks) == 2
    assert "“tense”" in remarks[0].sentence()
    assert "“yes_no”" in remarks[1].sentence()


def test_bands_of_a_mean_may_have_the_decimals_that_are_shown() -> None:
    bands = 'bands = [{ from = 0, to = 1.4, label = "a" }, { from = 1.5, to = 4, label = "b" }]\n'
    assert len(read_measure(WEEK + bands).scales[1].bands) == 2
    with pytest.raises(BadMeasure, match="decimals"):
        read_measure(WEEK + bands.replace("1.4", "1.44").replace("1.5", "1.45"))


FLAWS: dict[str, tuple[Any, str, str]] = {
    "a typing error in a key": ("reverse = true", "revers = true", "“tense”.*“revers”"),
    "a key nobody knows at the top": ("schema = 1", "schema = 1\nnote = 'x'", "“note”"),
    "a key nobody knows in a scale": (
        'better    = "higher"',
        'better = "higher"\ncolour = "red"',
        "“total”.*“colour”",
    ),
    "an item that is there twice": ('id = "managed"', 'id = "slept"', "Entry 2 of “items”.*“slept”"),
    "a scale that is there twice": ('id      = "body"', 'id = "total"', "Entry 2 of “scales”.*“total”"),
    "an item twice in a scale": ('["slept", "tense"]', '["slept", "slept"]', "“body”.*“slept” twice"),
    "a scale over an item that is not there": ('["slept", "tense"]', '["slept", "angry"]', "“body”.*“angry”"),
    "a scale over nothing": ('["slept", "tense"]', "[]", "“body”.*“items”"),
    "overlapping bands": ("from = 7,", "from = 6,", "“lower third” and “middle” overlap"),
    "a gap between bands": ("from = 7,", "from = 8,", "gap.*“lower third” and “middle”"),
    "bands that end too early": ("to = 20", "to = 19", "“total”.*0 to 20"),
    "bands that begin too late": ("from = 0,", "from = 1,", "“total”.*0 to 20"),
    "a band from high to low": ("to = 6,", "to = -1,", "“to”"),
    "a band without a number": ("to = 6,", 'to = "6",', "“to”.*number"),
    "a band that never ends": ("to = 20", "to = inf", "“to”.*number"),
    "a band that is no number": ("from = 0,", "from = nan,", "“from”.*number"),
    "a band beyond all numbers": ("to = 20", "to = 1e9999999", "“to”.*ordinary"),
    "a band with endless decimals": ("to = 6,", f"to = 6.{'0' * 40}1,", "“to”.*ordinary"),
    "markup in a text": ("I was wound up.", "I was <b>wound</b> up.", "“tense”.*“text”.*plain text"),
    "a picture in a text": ("I was wound up.", "<img src='file:///etc/passwd'>", "“tense”.*“text”"),
    "a link in a text": ("I was wound up.", "I was [wound](http://x) up.", "“tense”.*“text”"),
    "an entity in a label": ('label = "a little"', 'label = "a &lt; little"', "ntry 2 of “degree”.*“label”"),
    "a control character in a text": ("I was wound up.", "I was\\u0007 wound up.", "“tense”.*“text”"),
    "a text over two lines": ("I was wound up.", "I was\\nwound up.", "“tense”.*“text”.*one line"),
    "a text without words": ("I was wound up.", "   ", "“tense”.*“text”.*empty"),
    "a text that is too long": ("I was wound up.", "x" * 401, "“tense”.*“text”.*400"),
    "a text that is a number": ('"I was wound up."', "7", "“tense”.*“text”"),
    "answers that do not rise": ("value = 3,", "value = 1,", "“degree”.*rise"),
    "an answer that is no whole number": ("value = 3,", "value = 2.5,", "“value”.*whole"),
    "an answer that is true": ("value = 1,", "value = true,", "“value”.*whole"),
    "an answer far away": ("value = 4,", "value = 101,", "“value”.*-100 to 100"),
    "an answer without words": ('label = "mostly"', 'label = ""', "“label”"),
    "an item with unknown answers": (
        'options = "degree", reverse',
        'options = "extent", reverse',
        "“tense”.*“options”",
    ),
    "another schema": ("schema = 1", "schema = 2", "“schema”"),
    "a schema that is true": ("schema = 1", "schema = true", "“schema”"),
    "a schema with decimals": ("schema = 1", "schema = 1.0", "“schema”"),
    "a day in the place of words": ('"The week in brief"', "2026-03-04", "“title”.*words"),
    "a table in the place of words": ('"The week in brief"', '{ en = "Week" }', "“title”.*words"),
    "an endless answer": ("value = 3,", "value = inf,", "“value”.*whole"),
    "an answer of a hundred digits": ("value = 4,", f"value = {'9' * 100},", "“value”.*whole"),
    "NUL in a text": ("I was wound up.", "I was\\u0000wound up.", "“tense”.*“text”.*control"),
    "letters that turn the others": ("wound up.", "wound \u202eup.", "“tense”.*“text”.*direction"),
    "the same, written otherwise": ('"completely"', '"\\u2067completely"', "“degree”.*“label”.*direction"),
    "such letters in a range": (
        'label = "middle"',
        'label = "\u202amiddle"',
        "entry 2 of “bands”.*direction",
    ),
    "a table for a code, of a name that breaks lines": (
        re.compile(r"^code .*$", re.MULTILINE),
        r'code = { "\\n" = [], "\\r" = "\\u202e" }',
        "“code”",
    ),
    "words that are not seen": ('"not at all"', '"\u200b"', "“label”.*empty"),
    "a mark of byte order in the middle": ("[measure]", "\ufeff[measure]", r"Line \d+"),
    "no schema": ("schema = 1", "", "“schema”"),
    "a code with capitals": ('"week_in_brief"', '"Week"', "“code”"),
    "a code that is too long": ('"week_in_brief"', f'"{"w" * 33}"', "“code”"),
    "a version that is a number": ('version  = "1.0"', "version = 1.0", "“version”"),
    "a version that is too long": ('version  = "1.0"', f'version = "{"1" * 21}"', "“version”.*20"),
    "a rhythm nobody knows": ('"weekly"', '"daily"', "“every”.*“fortnightly”"),
    "a sum without a rule for gaps": ('rule = "prorate", min_answered = 4', 'rule = "none"', "“rule”.*sum"),
    "too few answers to prorate": ("min_answered = 4", "min_answered = 2", "“min_answered”.*3 to 5"),
    "more answers than there are items": ("min_answered = 4", "min_answered = 6", "“min_answered”"),
    "prorating without a number": (", min_answered = 4", "", "“min_answered”"),
    "a number that goes with another rule": (
        'rule = "refuse"',
        'rule = "refuse", min_answered = 1',
        "“min_answered”",
    ),
    "many decimals": ("decimals  = 1", "decimals = 9", "“decimals”"),
    "a score that is worked out otherwise": ('"mean"', '"max"', "“score”.*“sum”"),
    "no word on which end is easier": ('better  = "higher"\n', "", "“body”.*“better”"),
    "no rights": (re.compile(r"\[rights\].*?\n\n", re.DOTALL), "", "“rights”"),
    "rights that are no yes or no": ("own_use_only = false", 'own_use_only = "no"', "“own_use_only”"),
    "a mark of safety out of reach": (
        "reverse = true },\n]",
        "safety = { at_least = 5 } },\n]",
        "“at_least”.*0 to 4",
    ),
    "a mark of safety with another key": (
        "reverse = true },\n]",
        "safety = { at_most = 1 } },\n]",
        "“at_most”",
    ),
    "a mark of safety that is a number": ("reverse = true },\n]", "safety = 1 },\n]", "“low”.*“safety”"),
    "a language that is none": ('"en"', '"English!"', "“language”"),
    "a bracket that is never closed": ("[measure]", "[measure", "Line"),
    "a list that is never closed": (
        re.compile(r"^\]\n\n\[measure\]", re.MULTILINE),
        "[measure]",
        r"Line \d+",
    ),
    "the same key twice": ('title    = "The week in brief"', "title = 'a'\ntitle = 'b'", r"Line \d+"),
    "items that are words": (
        re.compile(r"^items = \[.*?^\]", re.DOTALL | re.MULTILINE),
        "items = ['a']",
        "“items”",
    ),
    "no items": (
        re.compile(r"^items = \[.*?^\]", re.DOTALL | re.MULTILINE),
        "items = []",
        "“items”.*1 to 100",
    ),
    "no lists of answers": (re.compile(r"^degree = \[.*?^\]", re.DOTALL | re.MULTILINE), "", "“options”"),
    "one answer only": (re.compile(r"^  \{ value = [1-4].*?\n", re.MULTILINE), "", "“degree”.*2 to 11"),
}


@pytest.mark.parametrize("flaw", FLAWS)
def test_a_file_with_a_flaw_is_refused_with_a_sentence_that_names_the_place(flaw: str) -> None:
    there, instead, named = FLAWS[flaw]
    flawed = there.sub(instead, WEEK) if isinstance(there, re.Pattern) else WEEK.replace(there, instead, 1)
    assert flawed != WEEK
    with pytest.raises(BadMeasure, match=named) as refused:
        read_measure(flawed)
    assert str(refused.value).endswith(".")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("missing", "named"),
    [("sd = 6.0\n", "“sd”"), ("reliability = 0.89\n", "“reliability”"), ('kind = "test_retest"\n', "“kind”")],
)
def test_a_change_is_declared_whole_or_not_at_all(missing: str, named: str) -> None:
    with pytest.raises(BadMeasure, match=named):
        read_measure(WEEK + CHANGE.replace(missing, ""))


@pytest.mark.parametrize(
    ("there", "instead"), [("6.0", "0"), ("0.89", "1.0"), ("0.89", "0"), ("6.0", "-1"), ("6.0", "nan")]
)
def test_a_spread_is_above_nothing_and_a_reliability_is_a_share(there: str, instead: str) -> None:
    with pytest.raises(BadMeasure, match="change"):
        read_measure(WEEK + CHANGE.replace(there, instead))


def test_items_of_different_range_are_not_prorated() -> None:
    mixed = WEEK.replace(
        "[[scales]]", 'wide = [{ value = 0, label = "no" }, { value = 10, label = "yes" }]\n\n[[scales]]', 1
    )
    mixed = mixed.replace('a mood" options', "").replace(
        'options = "degree" },\n  { id = "managed"', 'options = "wide" },\n  { id = "managed"'
    )
    with pytest.raises(BadMeasure, match="different range"):
        read_measure(mixed)


def test_too_many_items_or_scales_are_refused() -> None:
    item = '{ id = "i%d", text = "x", options = "degree" }, '
    many = "items = [" + "".join(item % it for it in range(101)) + "]"
    with pytest.raises(BadMeasure, match="1 to 100"):
        read_measure(re.sub(r"^items = \[.*?^\]", many, WEEK, flags=re.DOTALL | re.MULTILINE))
    scale = '\n[[scales]]\nid = "s%d"\ntitle = "x"\nitems = ["low"]\nscore = "sum"\nbetter = "lower"\nmissing = { rule = "refuse" }\n'
    with pytest.raises(BadMeasure, match="1 to 20"):
        read_measure(WEEK + "".join(scale % it for it in range(19)))


@pytest.mark.parametrize(
    ("file", "named"),
    [
        (b"", "“schema”"),
        (b"\xff\xfe", "Line 1 is not text in UTF-8"),
        (WEEK.encode() + b"# \xe9\n", r"Line \d\d is not text"),
        (b"\0", "Line 1"),
        (b"x" * (10 * 1024 * 1024), "256 KiB"),
        (b"#" * (LARGEST_FILE + 1), "256 KiB"),
        (b"x = " + b"[" * 200_000, "Line 1 .*too deep"),
        (b"x = [\n" + b"{ x = [\n" * 5_000, "Line 5001 .*too deep"),
        (b"x = " + b"9" * 200_000, "Line 1 .*too long"),
        (b"y = 1\nx = " + b"9" * 5_000, "Line 2 .*too long"),
        (b"x = 1e99999999999999999999", "schema|too long"),
        (b".".join([b"a"] * 100_000) + b" = 1", "dots"),
        ("schema = 1\ud800", "UTF-8"),
    ],
    ids=lambda it: str(it[:24]) if isinstance(it, bytes) else str(it),
)
def test_what_is_no_questionnaire_at_all_is_refused_in_a_moment(file: bytes | str, named: str) -> None:
    with pytest.raises(BadMeasure, match=named):
        read_measure(file)


def test_a_mark_of_a_direction_turns_nothing_and_what_is_kept_is_read_as_it_is() -> None:
    assert (
        read_measure(WEEK.replace("wound up", "wound\u200f up")).item("tense").text == "I was wound\u200f up."
    )
    turned = WEEK.replace("wound up", "wound \u202eup")
    assert read_measure(turned, is_kept=True).toml == turned
    unseen = WEEK.replace('"not at all"', '"\u200b"')
    assert read_measure(unseen, is_kept=True).toml == unseen
    with pytest.raises(BadMeasure, match="empty"):
        read_measure(WEEK.replace('"not at all"', '" "'), is_kept=True)


@pytest.mark.parametrize("letter", ["\ue000", "\U000f0001", "\U0001fae9", "\u0378"])
def test_letters_of_ones_own_and_those_newer_than_this_program_are_words(letter: str) -> None:
    measure = read_measure(WEEK.replace('"not at all"', f'"{letter}"'))
    assert letter in {it.label for item in measure.items for it in item.choices}


@settings(max_examples=300)
@given(st.binary(max_size=400) | st.text(max_size=400))
@example(b"schema = 1\nitems = 1")
@example("[scales]\n[[scales]]")
def test_any_bytes_are_read_or_refused_and_nothing_else(file: bytes | str) -> None:
    _read_or_refused(file)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda it: st.lists(it, max_size=3) | st.dictionaries(st.text(max_size=5), it, max_size=3),
    max_leaves=6,
)


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_any_value_in_any_place_is_read_or_refused_and_nothing_else(data: st.DataObject) -> None:
    tree = tomllib.loads(WEEK + CHANGE)
    place: Any = tree
    while True:
        key = data.draw(st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place))))
        inside = place[key]
        if not isinstance(inside, dict | list) or not inside or data.draw(st.booleans()):
            break
        place = inside
    place[key] = data.draw(VALUES)
    _read_or_refused("\n".join(f"{name} = {_written(it)}" for name, it in tree.items()))


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(WEEK)), st.integers(0, 12), st.text(max_size=4))
def test_a_slip_of_the_hand_anywhere_is_read_or_refused_and_nothing_else(
    at: int, gone: int, new: str
) -> None:
    _read_or_refused(WEEK[:at] + new + WEEK[at + gone :])


def _read_or_refused(file: bytes | str) -> None:
    refused = None
    try:
        assert read_measure(file).scales
    except BadMeasure as error:
        refused = str(error)
    assert refused is None or re.fullmatch(r"[^\n]+\.", refused)


def _written(value: Any) -> str:
    """A value as TOML writes it in a line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_quoted(key)} = {_written(it)}" for key, it in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_written(it) for it in value) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return _quoted(value) if isinstance(value, str) else repr(value) if value is not None else "''"


def _quoted(text: str) -> str:
    return (
        '"' + "".join(f"\\U{ord(it):08x}" if not it.isalnum() or ord(it) > 126 else it for it in text) + '"'
    )


@pytest.mark.parametrize(
    ("number", "decimals"),
    [("0", 0), ("0.000", 0), ("-0", 0), ("1.50", 1), ("20", 0), ("2e3", 0), ("12e-3", 3), ("nan", 0)],
)
def test_decimals_are_counted_without_the_zeros_at_the_end(number: str, decimals: int) -> None:
    assert decimals_of(Decimal(number)) == decimals


def test_every_flaw_says_its_sentence_again_in_another_language_with_its_names_and_numbers() -> None:
    """The sentence is made where it is read, so a translation gets the same names and numbers as English."""
    seen = list[str]()

    def shouted(text: str) -> str:
        seen.append(text)
        return re.sub(r"(?<![{\w])\w+(?![\w}])", "zz", text)

    with pytest.raises(BadMeasure) as refused:
        read_measure(WEEK.replace("from = 7,", "frm = 7,"))
    assert (
        str(refused.value)
        == "Entry 2 of “bands” in entry 1 of “scales” (“total”) has a key “frm” that is not known here."
    )
    told = refused.value.said.sentence(shouted)
    assert re.findall("“.*?”", told) == re.findall("“.*?”", str(refused.value))
    assert re.findall(r"\d", told) == ["2", "1"]
    assert Flaw.UNKNOWN_KEY.value in seen


def test_a_scale_inside_a_scale_is_named_by_both() -> None:
    with pytest.raises(BadMeasure) as refused:
        read_measure(WEEK.replace('rule = "refuse"', 'rule = "refus"'))
    assert str(refused.value).startswith(
        "In “missing” of entry 2 of “scales” (“body”) the key “rule” must be one of"
    )
