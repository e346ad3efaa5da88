"""Charts: what they join and what they leave open, what they say, and what stands in their tables and files."""

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from tests.unit import made_up_therapy as story
from tests.unit.made_up_therapy import MadeUp, made_up
from therapy_diary.domain.alliance import STATEMENTS
from therapy_diary.domain.goal import ChangeKind
from therapy_diary.domain.milestone import MilestoneKind
from therapy_diary.insight.limits import Limits
from therapy_diary.reports.charts.alliance_figure import AllianceChart, alliance_chart
from therapy_diary.reports.charts.catalogue import CHARTS, FORMATS, chart_svg, figure_bytes, picture
from therapy_diary.reports.charts.course import course
from therapy_diary.reports.charts.picture import Picture
from therapy_diary.reports.charts.sheet import reads_from_right, sheet_figure
from therapy_diary.reports.charts.style import drawable, elided, read_ink, width_of
from therapy_diary.reports.charts.voice import Voice

WORDS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=80).filter(str.strip)
VOICE = Voice()


def alliance(made: MadeUp) -> AllianceChart:
    over = course(made.sessions, made.milestones, VOICE)
    return alliance_chart(over, made.ratings, story.ALLIANCE_FORM)


def joined(made: MadeUp) -> set[tuple[int, int]]:
    return {(one.number, other.number) for one, other in alliance(made).joined()}


def cell(drawn: Picture, row: int, column: str) -> str:
    return drawn.rows[row][drawn.columns.index(column)]


def row_of(drawn: Picture, session: int) -> tuple[str, ...]:
    return next(it for it in drawn.rows if it[drawn.columns.index("Session")] == str(session))


# what a line joins


def test_sessions_rated_one_after_the_other_are_joined() -> None:
    assert {(1, 2), (2, 3), (38, 39), (39, 40)} <= joined(made_up())


def test_a_session_without_a_rating_leaves_a_gap() -> None:
    assert not {(7, 8), (8, 9), (7, 9), (29, 30), (30, 31)} & joined(made_up())


def test_too_few_answers_leave_a_gap_and_not_a_zero() -> None:
    chart = alliance(made_up())
    assert chart.points[story.TOO_LITTLE - 1].overall is None
    assert not {(32, 33), (33, 34)} & joined(made_up())


def test_no_line_runs_across_a_break() -> None:
    assert (15, 16) not in joined(made_up())
    assert (15, 16) in joined(
        replace_milestones(made_up(), keep=lambda it: it.kind is not MilestoneKind.BREAK)
    )


def test_a_break_of_which_the_end_is_not_known_lasts_until_the_next_session() -> None:
    made = replace_milestones(made_up(), keep=lambda it: it.kind is not MilestoneKind.BREAK)
    made.milestones.append(story.milestone(50, MilestoneKind.BREAK, story.day_of(20).date()))
    assert (20, 21) not in joined(made)
    assert {(19, 20), (21, 22)} <= joined(made)


def test_a_session_on_the_last_day_of_a_break_belongs_to_what_comes_after() -> None:
    made = replace_milestones(made_up(), keep=lambda it: it.kind is not MilestoneKind.BREAK)
    begins, ends = story.day_of(20).date() + timedelta(days=1), story.day_of(21).date()
    made.milestones.append(story.milestone(50, MilestoneKind.BREAK, begins, until=ends))
    assert (20, 21) not in joined(made)
    assert (21, 22) in joined(made)


def test_no_line_runs_from_one_wording_of_the_statements_to_another() -> None:
    made = made_up()
    made.ratings = [replace(it, form_version=2 if it.session > 24 else 1) for it in made.ratings]
    assert (24, 25) not in joined(made)
    assert alliance(made).new_wordings == (25,)
    assert alliance(made).comparison.count == sum(it.number >= 25 for it in alliance(made).scored)


def replace_milestones(made: MadeUp, keep: Any) -> MadeUp:
    made.milestones = [it for it in made.milestones if keep(it)]
    return made


def test_only_held_sessions_are_numbered() -> None:
    assert len(alliance(made_up()).points) == story.SESSIONS


# what stands in the tables


def test_the_alliance_table_holds_every_answer_as_it_was_given() -> None:
    made = made_up()
    drawn = picture("alliance", made.records())
    for it in made.ratings:
        given = tuple("" if it.answer(name) is None else str(it.answer(name)) for name in STATEMENTS)
        assert row_of(drawn, it.session)[3:11] == given


def test_a_session_without_a_rating_has_empty_cells_in_the_table() -> None:
    assert row_of(picture("alliance", made_up().records()), 8)[2:] == ("",) * 10


def test_what_is_particular_about_a_rating_is_remarked() -> None:
    drawn = picture("alliance", made_up().records())
    assert row_of(drawn, story.PART)[-1] == "6 of 8 answered"
    assert row_of(drawn, story.LATE)[-1] == "filled in later"
    assert row_of(drawn, 19)[-1] == "I felt talked past"


def test_a_mark_and_a_break_between_two_sessions_have_a_row_of_their_own() -> None:
    rows = [it for it in picture("alliance", made_up().records()).rows if not it[0]]
    assert [it[-1] for it in rows] == ["break, until 15 Aug 2025", "התקשרתי לאחותי קודם"]


def test_not_sure_and_left_out_differ_in_the_checklist_table() -> None:
    made = made_up()
    drawn = picture("checklist", made.records())
    unsure, left_out = (story.CHECKLIST_FORM.question(it).short for it in ("6", "8"))
    assert cell(drawn, 2, unsure) == "not sure"
    assert cell(drawn, 3, left_out) == ""
    for row, answered in enumerate(made.checklists):
        first = answered.answer(1)
        assert cell(drawn, row, story.CHECKLIST_FORM.question("1").short) == str(first)


def test_the_goal_table_tells_every_rating_and_every_new_wording() -> None:
    made = made_up()
    goal, ratings = made.goals[0]
    newer = replace(
        goal.wordings[0],
        id=story.WordingId(77),
        version=2,
        wording="Sleep by midnight",
        valid_from=story.day_of(9).date(),
        change_kind=ChangeKind.CLEARER_WORDS,
    )
    made.goals = [(replace(goal, wordings=(goal.wordings[0], newer)), ratings)]
    rows = picture("goals", made.records()).rows
    assert [it[3] for it in rows if it[3]] == [str(it.value) for it in ratings]
    assert [it for it in rows if not it[3]] == [
        ("Sleep by midnight", "10 Jun 2025", "", "", "clearer words"),
        ("Sleep by midnight", "26 Jul 2025", "", "", "break, until 15 Aug 2025"),
    ]


def test_goals_have_no_axis_of_time_so_breaks_stand_in_their_table_and_the_sentence_says_where_else() -> None:
    made = made_up()
    assert [it.kind for it in made.milestones if it.kind is MilestoneKind.BREAK]
    shown = picture("goals", made.records())
    rows = [it for it in shown.rows if it[4].startswith("break")]
    goal = made.goals[0][0].wording.wording
    assert [it[0] for it in rows].count(goal) == 1
    place = shown.rows.index(next(it for it in rows if it[0] == goal))
    assert shown.rows[place - 1][0] == shown.rows[place + 1][0] == goal
    assert "breaks are drawn on each goal’s own chart." in shown.sentence
    made.milestones = []
    assert "break" not in picture("goals", made.records()).sentence


# what the sentences say


@pytest.mark.parametrize("sessions", [0, 1, 3, 5, 7, 8, 12, 40])
@pytest.mark.parametrize("name", CHARTS)
def test_a_sentence_is_short_and_gives_neither_cause_nor_praise(name: str, sessions: int) -> None:
    told = picture(name, made_up(sessions).records()).sentence
    assert told
    assert not re.search(
        r"because|better|worse|improv|declin|rising|falling|good|poor|!", told, re.IGNORECASE
    )
    ours = re.sub(r"“[^”]*”", "“words”", told)
    assert all(len(it.split()) <= 20 for it in re.split(r"(?<=[.:]) ", ours))


def test_with_nothing_answered_there_is_a_sentence_and_nothing_to_draw() -> None:
    for name in CHARTS:
        drawn = picture(name, MadeUp().records())
        assert drawn.is_empty
        assert "appear here after" in drawn.sentence


def test_four_ratings_are_not_compared() -> None:
    assert picture("alliance", made_up(4).records()).sentence.startswith("Ratings so far: 4.")


def test_six_ratings_are_compared_and_no_direction_is_spoken_of() -> None:
    told = picture("alliance", made_up(6).records()).sentence
    assert told.startswith("First three ratings: around “")
    assert "too early to speak of a direction" in told


def test_forty_ratings_are_compared_with_the_band_where_half_of_them_lie() -> None:
    told = picture("alliance", made_up().records()).sentence
    assert "At least half of all ratings" in told
    assert "too early" not in told


def test_the_checklist_says_what_moved_since_the_time_before() -> None:
    made = made_up()
    before, now = made.checklists[-2:]
    told = picture("checklist", made.records()).sentence
    changed = [it for it in range(1, 9) if None not in (before.answer(it), now.answer(it))]
    changed = [it for it in changed if before.answer(it) != now.answer(it)]
    assert changed
    assert sum(f"“{story.CHECKLIST_FORM.question(str(it)).short}”" in told for it in changed) == min(
        3, len(changed)
    )


def test_a_translator_is_asked_for_every_sentence_in_its_context() -> None:
    asked: set[str] = set()

    def translate(context: str, text: str) -> str:
        assert context == "charts"
        asked.add(text)
        return text[::-1] if "{" not in text else text

    told = picture("alliance", MadeUp().records(), Voice(translate=translate)).sentence
    assert told[::-1] in asked


# what is drawn


@pytest.fixture(params=CHARTS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.thorough(but=("alliance-contrast-28-860", "checklist-dark-11-560", "goals-light-14-900"))
@pytest.mark.parametrize(
    ("theme", "base_px", "width"), [("light", 14, 900), ("dark", 11, 560), ("contrast", 28, 860)]
)
def test_a_chart_is_drawn_in_every_theme_and_text_size(
    name: str, theme: str, base_px: int, width: int
) -> None:
    figure = picture(name, made_up().records()).figure(read_ink(theme), base_px, width)
    figure.canvas.draw()
    assert figure.get_size_inches()[0] * 100 == pytest.approx(width)


def test_the_first_sessions_bear_a_label_for_as_long_as_the_person_says() -> None:
    def ends(first: int) -> list[float]:
        limits = Limits.changed({"getting_to_know": first})
        over = picture("alliance", replace(made_up().records(), limits=limits)).figure(read_ink()).axes[-1]
        words = [it for it in over.texts if it.get_text() == "getting to know each other"]
        starts = [it.get_position()[0] for it in words]
        lines = [it.get_xdata() for it in over.lines]
        return [max(float(it[-1]) for it in lines if it[0] == start) for start in starts]

    [three], [five] = ends(3), ends(5)
    assert three < five
    assert ends(0) == []


@pytest.mark.parametrize("sessions", [1, 2, 7, 40])
def test_the_alliance_is_always_drawn_on_its_full_range(sessions: int) -> None:
    main = picture("alliance", made_up(sessions).records()).figure(read_ink()).axes[0]
    low, high = main.get_ylim()
    assert low < 0
    assert high > 4
    assert [it.get_text() for it in main.get_yticklabels()] == list(story.ALLIANCE_FORM.answers)


def test_over_more_than_a_year_dates_carry_the_year() -> None:
    made = made_up()
    short = chart_svg(picture("alliance", made.records()).figure(read_ink())).decode()
    longer = replace(story.session(41), starts_at=story.BEGUN + timedelta(days=500))
    made.sessions.append(longer)
    long = chart_svg(picture("alliance", made.records()).figure(read_ink())).decode()
    assert ">15 Apr<" in short
    assert ">15 Apr 2025<" in long


def test_matplotlib_is_left_with_the_settings_it_had() -> None:
    import matplotlib as mpl

    before = dict(mpl.rcParams)
    chart_svg(picture("alliance", made_up().records()).figure(read_ink("dark")))
    assert dict(mpl.rcParams) == before


def test_charts_drawn_at_the_same_time_keep_their_own_colours_and_sizes() -> None:
    looks = [("light", 11), ("dark", 14), ("contrast", 20)]
    drawn = picture("goals", made_up().records())

    def svg(look: tuple[str, int]) -> bytes:
        return chart_svg(drawn.figure(read_ink(look[0]), look[1]))

    alone = [svg(it) for it in looks]
    with ThreadPoolExecutor(3) as threads:
        assert list(threads.map(svg, looks * 5, timeout=600)) == alone * 5


def test_words_of_marks_never_lie_on_each_other() -> None:
    made = made_up()
    made.milestones = [
        story.milestone(
            n, MilestoneKind.OTHER, story.day_of(n).date() + timedelta(days=n % 2), f"mark number {n} of many"
        )
        for n in range(1, 40, 3)
    ]
    figure = picture("alliance", made.records()).figure(read_ink(), width=800)
    figure.canvas.draw()
    boxes = [it.get_window_extent() for it in figure.axes[-1].texts if "mark" in it.get_text()]
    assert len(boxes) >= 6
    assert not any(one.overlaps(other) for n, one in enumerate(boxes) for other in boxes[n + 1 :])


def test_the_limits_of_the_person_hold_in_the_charts_and_in_what_they_say() -> None:
    later = Limits.changed({"enough_for_a_median_line": 50, "enough_for_a_direction": 60})
    for name in ("alliance", "goals"):
        usual = picture(name, made_up().records())
        changed = picture(name, replace(made_up().records(), limits=later))
        assert usual.sentence != changed.sentence
    assert "from 50 on" in picture("alliance", replace(made_up().records(), limits=later)).sentence
    early = Limits.changed({"enough_for_a_direction": 60})
    told = picture("goals", replace(made_up().records(), limits=early)).sentence
    assert "fewer than 60 ratings" in told


@pytest.mark.thorough(but=("checklist-120-640", "alliance-900-1100"))
@pytest.mark.parametrize("width", [640, 1100])
@pytest.mark.parametrize("sessions", [120, 900])
@pytest.mark.parametrize("name", ["alliance", "checklist"])
def test_in_a_therapy_of_many_years_no_words_lie_on_others(name: str, sessions: int, width: int) -> None:
    made = made_up(sessions)
    for n in range(12, sessions, 12):
        on = story.day_of(n).date() + timedelta(days=1)
        away = {"until": on + timedelta(days=4)} if n % 36 == 0 else {}
        kind = MilestoneKind.BREAK if away else MilestoneKind.OTHER
        made.milestones.append(story.milestone(1000 + n, kind, on, f"a moment, {n}", **away))
    figure = picture(name, made.records()).figure(read_ink(), width=width)
    figure.canvas.draw()
    written = [it for it in figure.axes[-1].texts if it.get_text()]
    boxes = [(it.get_window_extent().padded(-2), it.get_text()) for it in written]  # lines stand close
    assert "break" in {words for _, words in boxes}
    pairs = [(a, b) for n, (one, a) in enumerate(boxes) for other, b in boxes[n + 1 :] if one.overlaps(other)]
    assert pairs == []


def test_where_dots_have_no_room_each_answer_is_a_colour_and_the_key_says_so() -> None:
    def patches(sessions: int) -> int:
        return len(
            picture("alliance", made_up(sessions).records()).figure(read_ink(), width=640).axes[1].collections
        )

    assert patches(40) == 0
    assert patches(400) > len(STATEMENTS)


@settings(max_examples=8, deadline=None)
@given(
    st.lists(WORDS, min_size=8, max_size=8)
)  # a drawing takes long, and with more words in it hardly longer
def test_any_words_of_the_person_can_be_drawn(words: list[str]) -> None:
    made = made_up(6)
    for number, it in enumerate(words[:4]):
        day = story.day_of(1 + number).date()
        made.milestones.append(story.milestone(60 + number, MilestoneKind.OTHER, day, it))
    made.goals = [story.goal(1 + number, it) for number, it in enumerate(words[4:])]
    for it in ("alliance", "goals"):
        picture(it, made.records()).figure(read_ink(), width=600).canvas.draw()


@given(WORDS, st.integers(30, 400))
def test_shortened_words_fit_their_room(words: str, room: int) -> None:
    short = elided(words, room, 14)
    assert short == drawable(words) or width_of(short, 14) <= room or short == "…"


# files


@pytest.mark.thorough(but=("alliance-svg", "goals-pdf", "checklist-png"))
@pytest.mark.parametrize("kind", FORMATS)
def test_a_chart_is_written_without_a_trace_of_when_or_with_what(name: str, kind: str) -> None:
    data, again = (
        figure_bytes(picture(name, made_up().records()).figure(read_ink()), kind) for _ in range(2)
    )
    assert data == again
    assert not re.search(rb"Matplotlib v|CreationDate|Producer|<dc:date>|<metadata>|Software", data)


@pytest.mark.parametrize(
    ("words", "turned"),
    [
        ("Goals", False),
        ("“\u2068לישון\u2069”: around 2 at first.", False),
        ("“\u2068Sleep\u2069”: בסביבות 2 בהתחלה.", True),
        ("יעדים", True),
        ("12", False),
    ],
)
def test_a_sentence_is_read_from_the_side_its_own_letters_are(words: str, turned: bool) -> None:
    assert reads_from_right(words) is turned


@settings(max_examples=8, deadline=None)
@given(WORDS, st.lists(WORDS, min_size=1, max_size=3))
def test_a_picture_goes_to_a_file_with_any_words_and_none_of_ours_runs_out_of_it(
    title: str, words: list[str]
) -> None:
    drawn = replace(picture("goals", made_up(3).records()), title=title, sentence=" ".join(words * 3))
    figure = sheet_figure(drawn, read_ink())
    figure.canvas.draw()
    right = figure.get_size_inches()[0] * 100
    for it in figure.axes[-1].texts:
        box = it.get_window_extent()
        assert box.x0 >= 0
        assert box.x1 <= right + 1


def test_words_stay_words_in_svg_and_pdf() -> None:
    figure = picture("goals", made_up().records()).figure(read_ink())
    assert "Sleep, most nights" in chart_svg(figure).decode()
    assert "Sleep, most nights" in PdfReader(BytesIO(figure_bytes(figure, "pdf"))).pages[0].extract_text()


def test_an_svg_for_a_reader_of_one_font_names_one_font() -> None:
    svg = chart_svg(picture("goals", made_up().records()).figure(read_ink()), family="Inter").decode()
    assert set(re.findall(r"font-family: ([^;]+);", svg)) == {"'Inter'"}


def test_another_kind_of_file_is_refused() -> None:
    with pytest.raises(ValueError, match="svg"):
        figure_bytes(picture("goals", made_up().records()).figure(read_ink()), "bmp")


def test_making_a_picture_does_not_load_the_drawing_library() -> None:
    call = (
        "import sys; from tests.unit.made_up_therapy import made_up;"
        "from therapy_diary.reports.charts.catalogue import *;"
        "[picture(it, made_up().records()) for it in CHARTS]; sys.exit('matplotlib' in sys.modules)"
    )
    root = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", call], cwd=root, check=False).returncode == 0
