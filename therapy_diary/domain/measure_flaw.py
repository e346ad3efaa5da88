"""What can be wrong with a questionnaire's file: which flaw, at which place, and the sentence for it in any language.

Whoever finds a flaw hands over names and numbers only; the sentence is made where it is read.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

CONTEXT = "measure_file"
"""The name under which translators find these."""

Translate = Callable[[str], str]


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802, ARG001 - the name lupdate looks for
    """The text itself, marked for translators."""
    return text


class Flaw(Enum):
    """A flaw and its sentence. place stands for a place, anything else in braces for a name or a number."""

    # the file as a whole
    TOO_LARGE = QT_TRANSLATE_NOOP(
        "measure_file", "The file is larger than {most} KiB, which no questionnaire needs."
    )
    NOT_UTF8 = QT_TRANSLATE_NOOP("measure_file", "Line {line} is not text in UTF-8.")
    MANY_DOTS = QT_TRANSLATE_NOOP(
        "measure_file", "Line {line} has more than {most} dots, which no questionnaire needs."
    )
    NOT_TOML = QT_TRANSLATE_NOOP(
        "measure_file", "Line {line} cannot be read as TOML, from character {column} on."
    )
    LEFT_OPEN = QT_TRANSLATE_NOOP(
        "measure_file", "Line {line}, the last one, leaves something open: the file cannot be read as TOML."
    )
    TOO_DEEP = QT_TRANSLATE_NOOP(
        "measure_file", "Line {line} holds a number or a list that is too long or too deep to be read."
    )
    OTHER_SCHEMA = QT_TRANSLATE_NOOP(
        "measure_file", "The key “schema” must be {schema}: this diary reads no other kind of file."
    )
    OTHER_CONTENT = QT_TRANSLATE_NOOP(
        "measure_file",
        "The diary keeps another file with the code “{code}” and the version “{version}”: give this one a new version.",
    )

    # any key
    UNKNOWN_KEY = QT_TRANSLATE_NOOP("measure_file", "{place} has a key “{key}” that is not known here.")
    MISSING_KEY = QT_TRANSLATE_NOOP("measure_file", "{place} needs the key “{key}”.")
    NOT_A_TABLE = QT_TRANSLATE_NOOP("measure_file", "In {place} the key “{key}” must be a table.")
    NOT_TABLES = QT_TRANSLATE_NOOP("measure_file", "In {place} the key “{key}” must be a list of tables.")
    NUMBER_OF_ENTRIES = QT_TRANSLATE_NOOP(
        "measure_file", "In {place} the key “{key}” must be a list of 1 to {most} entries, and has {count}."
    )
    NOT_WORDS = QT_TRANSLATE_NOOP(
        "measure_file", "In {place} the key “{key}” must be words in quotation marks."
    )
    NO_WORDS = QT_TRANSLATE_NOOP("measure_file", "In {place} the key “{key}” must be words, and is empty.")
    TOO_LONG = QT_TRANSLATE_NOOP(
        "measure_file", "In {place} the key “{key}” must be at most {most} characters long, and has {count}."
    )
    CONTROL = QT_TRANSLATE_NOOP(
        "measure_file", "In {place} the key “{key}” must be plain text without control characters."
    )
    CONTROL_OR_LINES = QT_TRANSLATE_NOOP(
        "measure_file",
        "In {place} the key “{key}” must be plain text without control characters, on one line.",
    )
    TURNS = QT_TRANSLATE_NOOP(
        "measure_file",
        "In {place} the key “{key}” must be plain text without characters that turn the direction of others.",
    )
    MARKUP = QT_TRANSLATE_NOOP(
        "measure_file",
        "In {place} the key “{key}” must be plain text: markup such as tags, links or &…; is not shown here.",
    )
    NOT_ONE_OF = QT_TRANSLATE_NOOP("measure_file", "In {place} the key “{key}” must be one of {words}.")
    NOT_WHOLE = QT_TRANSLATE_NOOP(
        "measure_file", "In {place} the key “{key}” must be a whole number from {low} to {high}."
    )
    NOT_A_NUMBER = QT_TRANSLATE_NOOP("measure_file", "In {place} the key “{key}” must be a number.")
    NOT_ORDINARY = QT_TRANSLATE_NOOP(
        "measure_file", "In {place} the key “{key}” must be a number of ordinary size."
    )
    NOT_YES_OR_NO = QT_TRANSLATE_NOOP("measure_file", "In {place} the key “{key}” must be true or false.")
    NOT_AN_ID = QT_TRANSLATE_NOOP(
        "measure_file", "In {place} the key “{key}” must be 1 to 32 letters, digits, - or _."
    )
    TAKEN_ID = QT_TRANSLATE_NOOP(
        "measure_file", "{place} has an id that an earlier entry has already: “{name}”."
    )

    # about the questionnaire and its answers
    NOT_A_CODE = QT_TRANSLATE_NOOP(
        "measure_file",
        "In {place} the key “{key}” must be 2 to 32 small letters, digits or _, with a letter first.",
    )
    NOT_A_LANGUAGE = QT_TRANSLATE_NOOP(
        "measure_file", "In {place} the key “{key}” must be a language code such as “en”."
    )
    NO_OPTIONS = QT_TRANSLATE_NOOP("measure_file", "The table “options” needs at least one list of answers.")
    NAME_OF_OPTIONS = QT_TRANSLATE_NOOP(
        "measure_file", "“{name}” is no name for a list of answers: letters, digits, - and _ only."
    )
    NUMBER_OF_ANSWERS = QT_TRANSLATE_NOOP(
        "measure_file", "In {place} the key “{key}” must be a list of {fewest} to {most} answers."
    )
    NOT_RISING = QT_TRANSLATE_NOOP(
        "measure_file",
        "In {place} the key “{key}” must be a list of answers whose values rise from one to the next.",
    )
    UNKNOWN_OPTIONS = QT_TRANSLATE_NOOP(
        "measure_file", "In {place} the key “{key}” must be the name of a list in the table “options”."
    )

    # scales
    NO_ITEMS = QT_TRANSLATE_NOOP(
        "measure_file", "In {place} the key “{key}” must be a list of at least one item’s id."
    )
    UNKNOWN_ITEM = QT_TRANSLATE_NOOP(
        "measure_file", "{place} names an item “{name}” that is not in the file."
    )
    ITEM_TWICE = QT_TRANSLATE_NOOP("measure_file", "{place} names the item “{name}” twice.")
    SUM_WITHOUT_RULE = QT_TRANSLATE_NOOP(
        "measure_file",
        "In {place} the key “{key}” must be “refuse” or “prorate” for a sum: a sum over fewer items reads too low.",
    )
    MIXED_RANGES = QT_TRANSLATE_NOOP(
        "measure_file",
        "In {place} the key “{key}” must be “refuse” where the items have answers of different range.",
    )
    ONLY_PRORATED = QT_TRANSLATE_NOOP(
        "measure_file", "In {place} the key “{key}” goes with the rule “prorate” only."
    )
    BANDS_TOO_FINE = QT_TRANSLATE_NOOP(
        "measure_file",
        "In {place} the key “{key}” must be ranges with no more decimals than the scale shows.",
    )
    BANDS_OVERLAP = QT_TRANSLATE_NOOP("measure_file", "In {place} the bands “{one}” and “{other}” overlap.")
    BANDS_APART = QT_TRANSLATE_NOOP(
        "measure_file", "In {place} there is a gap between the bands “{one}” and “{other}”."
    )
    BANDS_DO_NOT_COVER = QT_TRANSLATE_NOOP(
        "measure_file", "In {place} the bands must cover all scores from {low} to {high}, and no others."
    )
    BAND_BACKWARDS = QT_TRANSLATE_NOOP(
        "measure_file", "In {place} the key “{key}” must be at least as high as “from”."
    )
    NO_SPREAD = QT_TRANSLATE_NOOP("measure_file", "In {place} the key “{key}” must be above 0.")
    NO_SHARE = QT_TRANSLATE_NOOP("measure_file", "In {place} the key “{key}” must be between 0 and 1.")

    # no flaws, only remarks
    UNUSED_ITEM = QT_TRANSLATE_NOOP(
        "measure_file", "The item “{name}” is in no scale: it is asked, but counts for nothing."
    )
    UNUSED_OPTIONS = QT_TRANSLATE_NOOP("measure_file", "The list of answers “{name}” is used by no item.")


_WHOLE = QT_TRANSLATE_NOOP("measure_file", "the file")
_TABLE = QT_TRANSLATE_NOOP("measure_file", "the table “{key}”")
_INNER = QT_TRANSLATE_NOOP("measure_file", "“{key}” of {place}")
_ENTRY = QT_TRANSLATE_NOOP("measure_file", "entry {number} of “{key}”")
_INNER_ENTRY = QT_TRANSLATE_NOOP("measure_file", "entry {number} of “{key}” in {place}")
_NAMED_ENTRY = QT_TRANSLATE_NOOP("measure_file", "entry {number} of “{key}” (“{name}”)")


@dataclass(frozen=True, slots=True)
class Place:
    """A table in the file: the key it stands under, and its number from 1 and its id where it is one of a list."""

    key: str = ""
    within: "Place | None" = None
    number: int | None = None
    name: str = ""

    def words(self, translate: Translate) -> str:
        """What to call it inside a sentence."""
        if self.within is None:
            return translate(_WHOLE)
        is_inner, is_entry = self.within.within is not None, self.number is not None
        if self.name:
            text = _NAMED_ENTRY
        elif is_inner:
            text = _INNER_ENTRY if is_entry else _INNER
        else:
            text = _ENTRY if is_entry else _TABLE
        place = self.within.words(translate) if is_inner else ""
        return translate(text).format(number=self.number, key=self.key, name=self.name, place=place)


def _as_it_is(text: str) -> str:
    return text


@dataclass(frozen=True, slots=True)
class Said:
    """A flaw or a remark, its place, and the names and numbers that its sentence needs."""

    flaw: Flaw
    place: Place | None = None
    given: tuple[tuple[str, object], ...] = ()

    def sentence(self, translate: Translate = _as_it_is) -> str:
        """One plain sentence, in English unless translated."""
        place = "" if self.place is None else self.place.words(translate)
        words = translate(self.flaw.value).format(place=place, **dict(self.given))
        return words[0].upper() + words[1:]


class BadMeasure(Exception):
    """A file is not a questionnaire this diary can keep. Says in one plain sentence where and why."""

    def __init__(self, flaw: Flaw, place: Place | None = None, **given: object) -> None:
        self.said = Said(flaw, place, tuple(given.items()))
        super().__init__(self.said.sentence())


class OtherContent(BadMeasure):
    """Another file with the same code and version is kept already."""
