"""An ending in the file: its lines, its ticks, and the pages of each finish, there and back."""

import io
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import KEY, NOON
from therapy_diary.domain.closing import (
    Audience,
    Closing,
    ClosingLine,
    ClosingSection,
    Section,
    Tick,
    Ticks,
    Variant,
)
from therapy_diary.domain.therapy import EndKind, Therapy
from therapy_diary.exchange import archive
from therapy_diary.exchange.bringing import bring
from therapy_diary.storage.connection import create
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.migrate import run_step, steps

DAY = date(2026, 3, 1)


@pytest.fixture
def therapy(diary: Diary) -> Therapy:
    with diary.change():
        begun = diary.therapies.begin(label="With N.", started_on=date(2026, 1, 6))
        diary.closings.begin(closing(begun))
    return begun


def closing(therapy: Therapy) -> Closing:
    return Closing(
        therapy=therapy.id,
        variant=Variant.GOALS,
        decided_by=None,
        opened_on=DAY,
        why=EndKind.PLANNED_LIMIT,
    )


def test_every_finish_is_kept_and_the_newest_stands_in_the_ending(diary: Diary, therapy: Therapy) -> None:
    with diary.change():
        diary.closings.finish(therapy.id, DAY, '{"pages": 1}')
    now = diary.closings.at(therapy.id)
    assert now is not None
    assert (now.finished_on, now.why) == (DAY, EndKind.PLANNED_LIMIT)
    with diary.change():
        diary.closings.open_again(therapy.id)
    again = diary.closings.at(therapy.id)
    assert again is not None
    assert again.finished_on is None
    with diary.change():
        diary.closings.finish(therapy.id, DAY, '{"pages": 2}')
        diary.closings.finish(therapy.id, NOON.date(), '{"pages": 3}')  # never in place of another
    found = diary.closings.snapshots(therapy.id)
    assert [(it.number, it.pages) for it in found] == [
        (1, '{"pages": 1}'),
        (2, '{"pages": 2}'),
        (3, '{"pages": 3}'),
    ]
    assert found[-1].finished_on == NOON.date()


def test_an_ending_begun_anew_keeps_the_pages_of_the_one_before(diary: Diary, therapy: Therapy) -> None:
    with diary.change():
        diary.closings.finish(therapy.id, DAY, '{"pages": 1}')
        diary.closings.begin(closing(therapy))
    assert [it.pages for it in diary.closings.snapshots(therapy.id)] == ['{"pages": 1}']


def test_pages_lines_and_ticks_go_out_with_the_diary_and_come_back(
    diary: Diary, therapy: Therapy, tmp_path: Path
) -> None:
    line = ClosingLine(section=Section.THE_ROAD, line="milestone:x", seen="as it was", my_words="my words")
    tick = Tick(audience=Audience.NEXT, section=Section.THE_ROAD, line="milestone:x", in_print=False)
    with diary.change():
        diary.closings.see(therapy.id, line)
        diary.closings.tick(therapy.id, tick)
        diary.closings.finish(therapy.id, DAY, '{"pages": 1}')
        diary.closings.finish(therapy.id, DAY, '{"pages": 2}')
    out = tmp_path / "all.json"
    with out.open("wb") as file:
        archive.write(diary, file)
    other = Diary.create(tmp_path / "other.db", key=KEY)
    report = bring(other, out, now=NOON)
    assert report.skipped == ()
    found = other.therapies.current()
    assert found is not None
    assert other.closings.lines(found.id) == {(Section.THE_ROAD, "milestone:x"): line}
    assert other.closings.ticks(found.id).given == {(Audience.NEXT, Section.THE_ROAD, "milestone:x"): False}
    assert [it.pages for it in other.closings.snapshots(found.id)] == ['{"pages": 1}', '{"pages": 2}']
    again = io.BytesIO()
    archive.write(other, again)
    assert again.getvalue() == out.read_bytes()
    other.close()


def test_nothing_of_an_ending_outlives_its_therapy(diary: Diary, therapy: Therapy) -> None:
    with diary.change():
        diary.closings.see(therapy.id, ClosingLine(section=Section.HEAD, line="head", seen="x"))
        diary.closings.finish(therapy.id, DAY, '{"pages": 1}')
        diary.closings.open_again(therapy.id)
        diary.therapies.remove(therapy.id)
    assert diary.closings.snapshots(therapy.id) == []
    assert diary.closings.lines(therapy.id) == {}
    assert diary.examine().whole


def test_a_section_kept_off_the_page_by_an_earlier_program_is_on_nobodys_page(tmp_path: Path) -> None:
    file = tmp_path / "earlier.db"
    earlier = create(file, KEY)
    for number, script in enumerate(steps()[:8], start=1):
        run_step(earlier, number, script)
    with earlier:
        earlier.execute(
            "INSERT INTO therapy (id, uid, label, started_on, state) VALUES (1, 'u', 'With N.', '2026-01-06', 'ending')"
        )
        earlier.execute("INSERT INTO closing (therapy, variant, opened_on) VALUES (1, 'goals', '2026-03-01')")
        earlier.execute(
            "INSERT INTO closing_section (therapy, section, my_text, in_print) VALUES (1, 'good_bye', 'mine', 0)"
        )
    earlier.close()
    diary = Diary.open(file, key=KEY)
    therapy = diary.therapies.all()[0]
    section = diary.closings.sections(therapy.id)[Section.GOOD_BYE]
    ticks = diary.closings.ticks(therapy.id)
    assert section.my_text == "mine"
    assert not any(ticks.of(it, section) for it in Audience)
    diary.close()


def test_what_is_off_my_page_is_off_every_page_until_it_is_ticked_there() -> None:
    section, off = ClosingSection(section=Section.TOOLS_I_KEEP), Ticks()
    assert all(off.of(it, section) and off.of(it, section, "line") for it in Audience)
    off = off.with_tick(Tick(audience=Audience.ME, section=Section.TOOLS_I_KEEP, line="line", in_print=False))
    assert not any(off.of(it, section, "line") for it in Audience)
    on = off.with_tick(Tick(audience=Audience.NEXT, section=Section.TOOLS_I_KEEP, line="line"))
    assert [on.of(it, section, "line") for it in Audience] == [False, False, True]
    good_bye = ClosingSection(section=Section.GOOD_BYE)
    assert [on.of(it, good_bye) for it in Audience] == [True, True, False]
