"""What a questionnaire comes to: exact, inside its range, and nothing where too little was answered."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapy_diary import resources
from therapy_diary.domain.measure import Better, Change, Measure, half_up
from therapy_diary.domain.measure_file import read_measure
from therapy_diary.insight.limits import Limits
from therapy_diary.insight.measure_score import (
    full_range,
    least_change,
    reaches_safety,
    score_measure,
)
from therapy_diary.insight.reliable_change import is_further_from_easy, reliable_change

WEEK = read_measure(resources.text("measures/week_in_brief.toml"))
PHQ, GAD = (read_measure(resources.text(f"measures/{it}.toml")) for it in ("phq8", "gad7"))
ROUGH = Change(sd=7.5, reliability=0.8, kind="test_retest", source="a paper")


def made_up(rule: str, score: str, reverse: list[bool], lists: list[tuple[int, ...]]) -> Measure:
    """A questionnaire with one scale over items of these answers."""
    options = "".join(
        f"o{number} = [" + ", ".join(f'{{ value = {it}, label = "a" }}' for it in values) + "]\n"
        for number, values in enumerate(lists)
    )
    items = ", ".join(
        f'{{ id = "i{number}", text = "x", options = "o{number}", reverse = {str(it).lower()} }}'
        for number, it in enumerate(reverse)
    )
    ids = ", ".join(f'"i{number}"' for number in range(len(reverse)))
    return read_measure(
        f"schema = 1\nitems = [{items}]\n[options]\n{options}"
        '[measure]\ncode = "made_up"\nversion = "1"\ntitle = "x"\nlanguage = "en"\n'
        '[rights]\nholder = "x"\nlicence = "x"\n'
        f'[[scales]]\nid = "s"\ntitle = "x"\nitems = [{ids}]\nscore = "{score}"\nbetter = "higher"\nmissing = {{ {rule} }}\n'
    )


FIVE = (0, 1, 2, 3, 4)
ANSWER_LISTS = st.lists(st.integers(-100, 100), min_size=2, max_size=11, unique=True).map(
    lambda it: tuple(sorted(it))
)


@given(st.data(), st.sampled_from(["sum", "mean"]))
def test_a_complete_answer_scores_inside_the_range_of_any_file_that_loads(
    data: st.DataObject, score: str
) -> None:
    lists = data.draw(st.lists(ANSWER_LISTS, min_size=1, max_size=6))
    reverse = [data.draw(st.booleans()) for _ in lists]
    measure = made_up('rule = "refuse"', score, reverse, lists)
    answers = {f"i{number}": data.draw(st.sampled_from(it)) for number, it in enumerate(lists)}
    low, high = full_range(measure.scales[0])
    value = score_measure(measure, answers)["s"].value
    assert value is not None
    assert low - 1e-9 <= value <= high + 1e-9
    turned = made_up('rule = "refuse"', score, [not it for it in reverse], lists)
    other = score_measure(turned, answers)["s"].value
    assert other is not None
    assert value + other == pytest.approx(low + high)


@given(
    st.lists(st.none() | st.integers(0, 4), min_size=1, max_size=9),
    st.sampled_from(
        [
            ('rule = "refuse"', "sum"),
            ('rule = "refuse"', "mean"),
            ('rule = "none"', "mean"),
            ("prorate", "sum"),
            ("prorate", "mean"),
        ]
    ),
)
def test_a_score_never_invents_an_answer(given_answers: list[int | None], how: tuple[str, str]) -> None:
    rule, score = how
    size = len(given_answers)
    least = (size + 1) // 2
    if rule == "prorate":
        rule = f'rule = "prorate", min_answered = {least}'
    measure = made_up(rule, score, [False] * size, [FIVE] * size)
    found = score_measure(measure, {f"i{number}": it for number, it in enumerate(given_answers)})["s"]
    said = [it for it in given_answers if it is not None]
    needed = size if "refuse" in rule else least if "prorate" in rule else 1
    assert found.answered == len(said)
    assert (found.value is None) == (len(said) < needed)
    if found.value is not None:
        mean = found.value / size if score == "sum" else found.value
        assert min(said) - 1e-9 <= mean <= max(said) + 1e-9
        assert found.is_part_answered == (len(said) < size)


def test_leaving_an_item_out_is_the_same_as_not_naming_it() -> None:
    answers = {"slept": 3, "managed": 3, "tense": 1, "low": 0}
    assert score_measure(WEEK, answers) == score_measure(WEEK, answers | {"people": None})


def test_an_answer_that_cannot_be_chosen_is_refused() -> None:
    with pytest.raises(ValueError, match="not an answer to slept"):
        score_measure(WEEK, {"slept": 5})
    with pytest.raises(ValueError, match="no such item"):
        score_measure(WEEK, {"dreamt": 1})


@pytest.mark.parametrize(
    ("score", "places", "shown"),
    [
        ("16.25", 1, "16.3"),
        ("0.15", 1, "0.2"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "-2"),
        ("-0.25", 1, "-0.2"),
        ("7", 1, "7.0"),
    ],
)
def test_scores_are_rounded_half_up(score: str, places: int, shown: str) -> None:
    assert str(half_up(Fraction(score), places)) == shown


@pytest.mark.parametrize(
    ("answers", "shown", "band"),
    [
        ((3, 3, 2, 1, 0), "15.0", "upper third"),
        ((3, 2, None, 1, 3), "11.3", "middle"),  # 11.25
        ((3, 3, None, 1, 1), "15.0", "upper third"),
        ((3, 3, None, 2, 1), "13.8", "upper third"),  # 13.75 is placed as 14
        ((2, 0, 0, 4, 0), "6.0", "lower third"),
        ((3, None, None, 1, 0), None, None),
    ],
)
def test_a_score_is_rounded_half_up_before_it_is_placed_in_a_band(
    answers: tuple[int | None, ...], shown: str | None, band: str | None
) -> None:
    found = score_measure(
        WEEK, dict(zip(("slept", "managed", "people", "tense", "low"), answers, strict=True))
    )
    total = found["total"]
    assert (None if total.shown is None else str(total.shown)) == shown
    assert (None if total.band is None else total.band.label) == band


@given(st.integers(0, 3), st.integers(0, 3))
def test_every_score_of_the_public_forms_lies_in_a_band_of_the_authors(one: int, rest: int) -> None:
    for measure in (PHQ, GAD):
        answers = {it.id: rest for it in measure.items} | {"q1": one}
        total = score_measure(measure, answers)["total"]
        assert total.shown == Decimal(one + rest * (len(measure.items) - 1))
        assert total.band is not None


def test_the_least_change_is_the_declared_one_or_a_tenth_of_the_range() -> None:
    assert least_change(WEEK.scales[0]) == pytest.approx(2.0)
    assert least_change(WEEK.scales[1]) == pytest.approx(0.4)
    assert least_change(WEEK.scales[1], Limits(least_change_measure_share=0.25)) == pytest.approx(1.0)
    declared = resources.text("measures/week_in_brief.toml") + (
        '\n[scales.change]\nsd = 7.5\nreliability = 0.8\nkind = "test_retest"\nsource = "a paper"\n'
    )
    assert least_change(read_measure(declared).scales[1]) == pytest.approx(9.297, abs=1e-3)


def test_an_item_about_harm_goes_by_the_answer_as_it_was_chosen() -> None:
    toml = resources.text("measures/week_in_brief.toml").replace(
        "reverse = true },\n]", "reverse = true, safety = { at_least = 3 } },\n]"
    )
    measure = read_measure(toml)
    assert [it.id for it in reaches_safety(measure, {"low": 3})] == ["low"]
    assert reaches_safety(measure, {"low": 2, "slept": 4}) == ()
    assert reaches_safety(measure, {"low": None}) == ()
    assert reaches_safety(measure, {}) == ()


def test_only_a_declared_and_reliable_change_to_the_harder_side_is_said() -> None:
    assert is_further_from_easy(47.5, 32.5, Better.HIGHER, ROUGH)
    assert not is_further_from_easy(47.5, 32.5, Better.LOWER, ROUGH)
    assert is_further_from_easy(32.5, 47.5, Better.LOWER, ROUGH)
    assert not is_further_from_easy(47.5, 40, Better.HIGHER, ROUGH)
    assert not is_further_from_easy(47.5, 32.5, Better.HIGHER, None)


def test_wobble_is_told_from_change_by_the_smallest_that_counts() -> None:
    found = reliable_change(10, 19.29, ROUGH)
    assert found is not None
    assert not found.is_reliable
    more = reliable_change(10, 19.31, ROUGH)
    assert more is not None
    assert more.is_reliable
