"""The recovery code survives handwriting, other keyboards and other digits, and names the slip."""

import random
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from therapy_diary.keys.errors import MistypedCode
from therapy_diary.keys.recovery import RecoveryCode, fits, new_code, parse, plain_digits

CODES = st.binary(min_size=16, max_size=16).map(lambda secret: RecoveryCode(secret=secret))
ARABIC, PERSIAN, DEVANAGARI, FULL_WIDTH = ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "０１２３４５６７８９")


def in_digits(text: str, digits: str) -> str:
    return text.translate(str.maketrans(string.digits, digits))


@settings(max_examples=60, deadline=None)
@given(CODES)
def test_a_code_read_back_from_paper_is_the_same(code: RecoveryCode) -> None:
    assert parse(code.text) == code
    assert len(code.groups) == 8
    assert all(fits(group, place) for place, group in enumerate(code.groups, start=1))


@pytest.mark.parametrize(
    "written",
    [
        lambda code: code.text.replace("-", " "),
        lambda code: code.text.replace("-", ""),
        lambda code: code.text.replace("-", "\n"),
        lambda code: code.text.replace("-", " – "),
        lambda code: f"  {code.text}.\r\n",
        lambda code: f"\u2066{code.text}\u2069\u200f",
        lambda code: code.text.replace("0", "O").replace("1", "l"),
        lambda code: code.text.replace("0", "о").replace("1", "I"),
        lambda code: in_digits(code.text, ARABIC),
        lambda code: in_digits(code.text, PERSIAN),
        lambda code: in_digits(code.text, DEVANAGARI),
        lambda code: in_digits(code.text, FULL_WIDTH),
        lambda code: " ".join(code.text.replace("-", "")[at : at + 4] for at in range(0, 48, 4)),
    ],
)
def test_a_code_may_be_typed_in_any_hand(written) -> None:
    for _ in range(20):
        code = new_code()
        assert parse(written(code)) == code


@settings(max_examples=200, deadline=None)
@given(CODES, st.integers(0, 47), st.integers(1, 9))
def test_one_wrong_digit_is_noticed_and_its_group_is_named(code: RecoveryCode, at: int, by: int) -> None:
    digits = list(plain_digits(code.text))
    digits[at] = str((int(digits[at]) + by) % 10)

    with pytest.raises(MistypedCode) as mistyped:
        parse("".join(digits))

    assert mistyped.value.groups == (at // 6 + 1,)


@settings(max_examples=100, deadline=None)
@given(CODES, st.integers(0, 7), st.integers(0, 7))
def test_two_groups_in_the_wrong_order_are_both_named(code: RecoveryCode, one: int, other: int) -> None:
    groups = list(code.groups)
    groups[one], groups[other] = groups[other], groups[one]
    if one == other:
        assert parse(" ".join(groups)) == code
        return

    with pytest.raises(MistypedCode) as mistyped:
        parse(" ".join(groups))

    assert mistyped.value.groups == tuple(sorted({one + 1, other + 1}))


def test_neighbours_swapped_inside_a_group_are_noticed() -> None:
    chance = random.Random(5)  # noqa: S311 - only for a test
    for _ in range(200):
        groups = list(new_code().groups)
        place, at = chance.randrange(8), chance.randrange(5)
        group = groups[place]
        swapped = group[:at] + group[at + 1] + group[at] + group[at + 2 :]
        if swapped == group:
            continue
        groups[place] = swapped
        with pytest.raises(MistypedCode) as mistyped:
            parse("-".join(groups))
        assert mistyped.value.groups == (place + 1,)


def test_a_digit_left_out_is_counted_and_the_first_group_it_spoils_is_named() -> None:
    code = new_code()

    with pytest.raises(MistypedCode) as with_dashes:
        parse("-".join([*code.groups[:4], code.groups[4][:5], *code.groups[5:]]))
    with pytest.raises(MistypedCode) as half:
        parse("-".join(code.groups[:4]))
    with pytest.raises(MistypedCode) as nothing:
        parse("")

    assert (with_dashes.value.groups, with_dashes.value.digits) == ((5,), 47)
    assert (half.value.groups, half.value.digits) == ((5,), 24)
    assert nothing.value.digits == 0


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_no_text_at_all_makes_it_fall_over(text: str) -> None:
    try:
        code = parse(text)
    except MistypedCode:
        return
    assert plain_digits(text) == plain_digits(code.text)


def test_a_code_does_not_show_itself_in_a_log() -> None:
    code = new_code()

    assert code.groups[0] not in repr(code)
    assert repr(code.secret) not in repr(code)
