"""The recovery code with every kind of slip in it, and the whole way from the code to a new passphrase and a new start."""

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.amount import amount, chances
from tests.faults.conftest import Tally
from tests.faults.program import begun, running
from therapy_diary.keys.errors import MistypedCode
from therapy_diary.keys.recovery import new_code, parse

pytestmark = pytest.mark.thorough

TYPOS = amount(short=1000, full=10_000)
NEW = "a new one after all"

Groups = list[str]
Slip = Callable[[Groups, random.Random], set[int]]
"""Does it to the groups; the places, from 1, of those that are wrong now. Nothing is wrong when it is the same again."""


def wrong_digit(groups: Groups, chance: random.Random) -> set[int]:
    place, at = chance.randrange(8), chance.randrange(6)
    group = groups[place]
    groups[place] = group[:at] + str((int(group[at]) + chance.randrange(1, 10)) % 10) + group[at + 1 :]
    return {place + 1}


def neighbours(groups: Groups, chance: random.Random) -> set[int]:
    place, at = chance.randrange(8), chance.randrange(5)
    group = groups[place]
    groups[place] = group[:at] + group[at + 1] + group[at] + group[at + 2 :]
    return {place + 1} if groups[place] != group else set()


def two_groups(groups: Groups, chance: random.Random) -> set[int]:
    one, other = chance.sample(range(8), 2)
    groups[one], groups[other] = groups[other], groups[one]
    return {one + 1, other + 1}


def left_out(groups: Groups, chance: random.Random) -> set[int]:
    place, at = chance.randrange(8), chance.randrange(6)
    groups[place] = groups[place][:at] + groups[place][at + 1 :]
    return {place + 1}


def twice(groups: Groups, chance: random.Random) -> set[int]:
    place, at = chance.randrange(8), chance.randrange(6)
    groups[place] = groups[place][: at + 1] + groups[place][at:]
    return {place + 1}


def two_wrong_digits(groups: Groups, chance: random.Random) -> set[int]:
    """In two groups: inside of one, two slips can make up for each other in one case of eleven."""
    one, other = chance.sample(range(8), 2)
    for place in (one, other):
        at, group = chance.randrange(6), groups[place]
        groups[place] = group[:at] + str((int(group[at]) + chance.randrange(1, 10)) % 10) + group[at + 1 :]
    return {one + 1, other + 1}


SLIPS: list[Slip] = [wrong_digit, neighbours, two_groups, left_out, twice, two_wrong_digits]
NAMED_EXACTLY = (wrong_digit, neighbours, two_groups, two_wrong_digits)


def test_slips_are_noticed_before_anything_is_derived_and_the_group_is_named(tally: Tally) -> None:
    chance, made, unnoticed, misnamed = chances(20), Counter[str](), list[str](), list[str]()
    while made.total() < TYPOS:
        slip, groups = chance.choice(SLIPS), list(new_code().groups)
        wrong = slip(groups, chance)
        if not wrong:
            continue
        made[slip.__name__] += 1
        try:
            parse("-".join(groups))
            unnoticed.append(slip.__name__)
        except MistypedCode as mistyped:
            if (slip in NAMED_EXACTLY and set(mistyped.groups) != wrong) or (
                slip not in NAMED_EXACTLY and mistyped.groups and min(mistyped.groups) > min(wrong)
            ):
                misnamed.append(slip.__name__)
    tally("slips", dict(made))
    tally("not noticed, wrong group named", f"{len(unnoticed)}, {len(misnamed)}")
    assert len(unnoticed) <= TYPOS / 1000
    assert misnamed == []


def test_control_six_digits_without_a_rule_notice_no_wrong_digit() -> None:
    chance, noticed = chances(21), 0
    for _ in range(500):
        groups = [f"{chance.randrange(10**6):06d}" for _ in range(8)]
        wrong_digit(groups, chance)
        noticed += any(len(it) != 6 or not it.isdigit() for it in groups)
    assert noticed == 0


def test_from_the_code_to_a_new_passphrase_and_a_new_start(tmp_path: Path) -> None:
    folder, code = begun(tmp_path / "diary")
    digits = code.text.replace("-", "")
    slipped = code.text.replace(code.groups[2], f"{(int(code.groups[2]) + 1) % 10**6:06d}", 1)
    with running(folder.path, tmp_path / "errors") as program:
        program.wait_for("unlock is not None")
        program.do("unlock.form.other.click()")
        program.do(f"QTest.keyClicks(unlock.form.code, {slipped!r})")
        program.do("QTest.keyClick(unlock.form.code, Qt.Key.Key_Return)")
        program.wait_for("unlock.form.notice.isVisible()")
        assert "3" in program.do("unlock.form.notice.text()")
        program.do("unlock.form.code.clear()")
        program.do(f"QTest.keyClicks(unlock.form.code, {digits!r})")
        program.do("QTest.keyClick(unlock.form.code, Qt.Key.Key_Return)")
        program.wait_for("main is not None")
        program.do("main.show_subject('settings', 'opening')")
        program.do(
            f"page.room('opening').passphrase.setText({NEW!r}); page.room('opening').again.setText({NEW!r})"
        )
        program.do("page.room('opening').set_passphrase.click()")
        program.wait_for("page.room('opening').passphrase_said.isVisible()")
        assert program.quit() == 0
    with running(folder.path, tmp_path / "errors") as program:
        program.unlock(NEW)
        assert program.quit() == 0
