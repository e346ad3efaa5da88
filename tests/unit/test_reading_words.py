"""What a reading says: true to what was marked, short, and with the therapist's own name."""

import re

import pytest

from therapy_diary import resources
from therapy_diary.domain.reading import Reading, Reason, Rule
from therapy_diary.insight.limits import Limits
from therapy_diary.insight.reading_words import TOPIC_KIND, BadReadingWords, read_reading_words

TOML = resources.text("readings/readings.toml")
WORDS = read_reading_words(TOML)
NEVER = re.compile(
    r"because|means that|you should|you must|warning|poor alliance|clinician|provider|!", re.IGNORECASE
)
TEXTS = [it for it in Rule if it.has_text]


def example(rule: Rule) -> Reading:
    return Reading(rule=rule, reasons=(Reason.FIT_MARKED,), counted=(3, 4), is_growing=True)


@pytest.mark.parametrize("rule", TEXTS)
def test_a_reading_is_short_calm_and_claims_no_cause(rule: Rule) -> None:
    text = WORDS.text(example(rule), "Noa")
    assert len(text.split()) <= 60
    assert not NEVER.search(text.replace("Ending because of poor fit", ""))  # a choice, not a cause
    assert "{" not in text
    assert "  " not in text


def test_the_name_the_person_typed_stands_in_the_text() -> None:
    reading = Reading(rule=Rule.STANDING_STILL)
    assert WORDS.text(reading, "Noa").endswith("You could ask Noa how they see it.")
    assert WORDS.text(reading, "  ").endswith("You could ask your therapist how they see it.")


def test_an_initial_with_a_full_stop_gets_no_second_one() -> None:
    assert "rely on N. It has grown" in WORDS.text(example(Rule.RELATIONSHIP), "N.")
    assert "rely on Noa. It has grown" in WORDS.text(example(Rule.RELATIONSHIP), "Noa")


def test_a_name_is_never_taken_for_a_place_in_the_text() -> None:
    assert "ask {growing} how" in WORDS.text(Reading(rule=Rule.STANDING_STILL), "{growing}")


@pytest.mark.parametrize(
    ("reasons", "counted", "opening"),
    [
        ((Reason.FIT_MARKED,), (3, 4), "In three of the last four sessions you marked"),
        ((Reason.FIT_MARKED, Reason.FIT_CLEAR), (4, 4), "In each of the last four sessions you marked"),
        ((Reason.FIT_MARKED,), (3, 3), "In each of the last three sessions you marked"),
        ((Reason.FIT_MARKED,), (4, 6), "In several of the last sessions you marked"),
        ((Reason.FIT_CLEAR,), (2, 4), "More than once lately you clearly marked"),
        ((Reason.LOW_RUNNING,), (0, 4), "In two sessions running, being safe to speak"),
    ],
)
def test_a_reading_about_the_relationship_says_what_was_really_marked(
    reasons: tuple[Reason, ...], counted: tuple[int, int], opening: str
) -> None:
    text = WORDS.text(Reading(rule=Rule.RELATIONSHIP, reasons=reasons, counted=counted), "N.")
    assert text.startswith(opening)
    assert "It has grown" not in text


def test_why_it_is_shown_names_the_counts() -> None:
    why = WORDS.why(
        Reading(rule=Rule.RELATIONSHIP, reasons=(Reason.FIT_MARKED, Reason.FIT_CLEAR), counted=(3, 4))
    )
    assert why[0] == "At least one of three marks about the two of you, in 3 of 4 sessions."
    assert why[1].endswith("in at least 2 of the last 3 sessions.")
    assert len(why) == 2


@pytest.mark.parametrize("language", ["en", "he"])
def test_why_it_is_shown_goes_by_the_limits_of_the_person_and_leaves_no_name_of_one(language: str) -> None:
    words = read_reading_words(resources.text_in("readings/readings.toml", language))
    changed = Limits.changed(
        {"hard_sessions": 1, "holds_from": 2.25, "earlier_looked_at": 20, "low_answer": 2}
    )
    for it in Reason:
        [usual], [otherwise] = (
            words.why(Reading(rule=Rule.UNCLEAR, reasons=(it,), counted=(3, 4)), limits)
            for limits in (Limits(), changed)
        )
        assert "{" not in usual + otherwise
        moved = (Reason.HARD, Reason.HOLDS, Reason.IN_BETWEEN, Reason.BELOW_USUAL, Reason.LOW_RUNNING)
        assert (usual != otherwise) is (it in moved)


def test_every_reading_but_that_about_safety_can_become_a_topic() -> None:
    assert set(TEXTS) - set(TOPIC_KIND) == {Rule.SAFETY}
    assert WORDS.topic(Rule.SAFETY) is None
    assert all(1 <= len(WORDS.topic(it) or "") <= 400 for it in TOPIC_KIND)


def test_what_shows_nothing_has_no_text() -> None:
    with pytest.raises(KeyError):
        WORDS.text(Reading(rule=Rule.QUIET))


@pytest.mark.parametrize(
    ("toml", "named"),
    [
        ("= 1", "line 1"),
        ("version = 1", "text"),
        (TOML.replace("mixed =", "mixt ="), "text.mixed"),
        (TOML.replace('your_therapist = "your therapist"', 'your_therapist = ""'), "your_therapist"),
    ],
)
def test_a_wording_with_something_missing_says_what(toml: str, named: str) -> None:
    with pytest.raises(BadReadingWords, match=named):
        read_reading_words(toml)
