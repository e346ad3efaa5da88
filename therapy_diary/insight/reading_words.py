"""What a reading says, put together from the wording that anyone may translate, with the therapist's own name."""

import tomllib
from collections.abc import Mapping
from dataclasses import asdict

from therapy_diary.domain.contact import ContactKind
from therapy_diary.domain.reading import Reading, Reason, Rule
from therapy_diary.domain.topic import TopicKind
from therapy_diary.insight.imbalance import Imbalance
from therapy_diary.insight.limits import DEFAULT, Limits

SAFETY_CONTACTS = (ContactKind.OUTSIDE_ADVICE, ContactKind.PERSON, ContactKind.URGENT_LINE)
"""Whom a reading about safety shows: people outside, in this order."""

TOPIC_KIND = {
    Rule.HARD_WORK: TopicKind.WAY_OF_WORKING,
    Rule.STANDING_STILL: TopicKind.WAY_OF_WORKING,
    Rule.RELATIONSHIP: TopicKind.RELATIONSHIP,
    Rule.MIXED: TopicKind.RELATIONSHIP,
    Rule.UNCLEAR: TopicKind.RELATIONSHIP,
    Rule.STANDS_OUT: TopicKind.RELATIONSHIP,
    Rule.EASED_AFTER_TALKING: TopicKind.RELATIONSHIP,
    Rule.STILL_THERE_AFTER_TALKING: TopicKind.RELATIONSHIP,
}
"""What kind of topic a reading becomes. One about safety becomes none: nobody is pressed to raise it in the room."""

ABOUT_FIT = (Reason.FIT_MARKED, Reason.FIT_CLEAR, Reason.LOW_RUNNING)
NEEDED = {
    "text": (*(it.value for it in Rule if it.has_text), "growing"),
    "opening": tuple(it.value for it in ABOUT_FIT),
    "why": tuple(it.value for it in Reason),
    "buttons": ("made_topic", "not_now", "does_not_fit", "turned_off"),
    "topic": tuple(it.value for it in TOPIC_KIND),
    "imbalance": tuple(it.value for it in Imbalance),
    "other": ("getting_to_know", "match_question", "measure_further"),
}


class BadReadingWords(Exception):
    """The wording is not one of readings. Says which key."""


class ReadingWords:
    """The wording of the readings, by table and key."""

    def __init__(self, tables: Mapping[str, Mapping[str, str]], your_therapist: str) -> None:
        self._tables = tables
        self._your_therapist = your_therapist

    def text(self, reading: Reading, therapist: str = "") -> str:
        """What a reading says. therapist is the name the person typed; empty for "your therapist".

        Raises KeyError for a rule without a text.
        """
        pieces = {
            "{opening}": self._opening(reading),
            "{growing}": self.said("text", "growing") if reading.is_growing else "",
        }
        text = self.said("text", reading.rule)
        for place, piece in pieces.items():
            text = text.replace(place, piece)
        return self.named(" ".join(text.split()), therapist)

    def why(self, reading: Reading, limits: Limits = DEFAULT) -> tuple[str, ...]:
        """Which parts of the rule were met, by these limits, a sentence each; the sessions and answers are listed below."""
        count, of = reading.counted or (0, 0)
        numbers = asdict(limits) | {"count": count, "of": of}
        return tuple(_filled(self.said("why", it), numbers) for it in reading.reasons)

    def topic(self, rule: Rule) -> str | None:
        """The wording of the topic a reading becomes; None for one that makes none."""
        return self.said("topic", rule) if rule in TOPIC_KIND else None

    def said(self, table: str, key: str) -> str:
        """One wording. Raises KeyError."""
        return self._tables[table][key]

    def named(self, text: str, therapist: str) -> str:
        """A wording with the therapist's name; a name that ends in a full stop takes none after it."""
        name = therapist.strip() or self._your_therapist
        if name.endswith("."):
            text = text.replace("{therapist}.", name)
        return text.replace("{therapist}", name)

    def _opening(self, reading: Reading) -> str:
        """The sentence for what was really marked."""
        if not reading.reasons or reading.reasons[0] not in ABOUT_FIT:
            return ""
        count, of = reading.counted or (0, 0)
        openings = self._tables["opening"]
        if reading.reasons[0] is Reason.FIT_MARKED:
            return openings.get(f"{count}_of_{of}", openings["fit_marked"])
        return openings[reading.reasons[0]]


def read_reading_words(toml: str) -> ReadingWords:
    """Read the wording of the readings. Raises BadReadingWords."""
    loaded = _loaded(toml)
    tables = {name: _table(loaded, name, keys) for name, keys in NEEDED.items()}
    return ReadingWords(tables, _words(loaded, "your_therapist", "your_therapist"))


def _filled(text: str, numbers: Mapping[str, float]) -> str:
    """A wording with numbers in the place of their names."""
    for name, value in numbers.items():
        text = text.replace(f"{{{name}}}", f"{value:g}")
    return text


def _loaded(toml: str) -> dict[str, object]:
    try:
        return tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise BadReadingWords(str(error)) from error


def _table(loaded: dict[str, object], name: str, needed: tuple[str, ...]) -> dict[str, str]:
    table = loaded.get(name)
    if not isinstance(table, dict):
        raise BadReadingWords(f"the table {name!r} is missing")
    return {key: _words(table, key, f"{name}.{key}") for key in (*table, *needed)}


def _words(table: object, key: str, name: str) -> str:
    value = table.get(key) if isinstance(table, dict) else None
    if not isinstance(value, str) or not value.strip():
        raise BadReadingWords(f"the key {name!r} must hold words")
    return value
