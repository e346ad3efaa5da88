"""A set of questions with its wording and version, read from TOML text that anyone may translate."""

import tomllib
from dataclasses import dataclass
from typing import Any


class BadQuestions(Exception):
    """The TOML text is not a set of questions. Says which line or key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One statement or question. part says what it is about, short says it in three words for a chart."""

    key: str
    text: str
    short: str
    part: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionSet:
    """The questions of one form, in order, the words of its five answers, and the word for no answer."""

    version: int
    title: str
    intro: str
    answers: tuple[str, ...]
    no_answer: str
    questions: tuple[Question, ...]

    def question(self, key: str) -> Question:
        """The question of that key. Raises KeyError."""
        for it in self.questions:
            if it.key == key:
                return it
        raise KeyError(key)


def read_questions(toml: str) -> QuestionSet:
    """Read a set of questions. Raises BadQuestions."""
    try:
        data = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise BadQuestions(str(error)) from error
    try:
        return QuestionSet(
            version=int(data["version"]),
            title=_words(data, "title"),
            intro=_words(data, "intro"),
            answers=tuple(str(it) for it in data["answers"]),
            no_answer=_words(data, "no_answer"),
            questions=tuple(
                Question(
                    key=_words(it, "key"),
                    text=_words(it, "text"),
                    short=_words(it, "short"),
                    part=_words(it, "part"),
                )
                for it in data["question"]
            ),
        )
    except KeyError as error:
        raise BadQuestions(f"the key {error} is missing") from error


def _words(table: dict[str, Any], key: str) -> str:
    value = table[key]
    if not isinstance(value, str) or not value.strip():
        raise BadQuestions(f"the key {key!r} must hold words")
    return value
