"""First sentences for what is hard to say, each in three ways: offered when asked for, and the person's own after that."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from therapy_diary.domain.topic import TopicKind


class BadFirstSentences(Exception):
    """The wording is not one of first sentences. Says which key."""


class Manner(StrEnum):
    """How a sentence says it."""

    SOFT = "soft"
    PLAIN = "plain"
    DIRECT = "direct"


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstSentence:
    """A way to begin, in every manner. kinds are the kinds of topic where it is offered first."""

    key: str
    said: Mapping[Manner, str]
    kinds: frozenset[TopicKind]


def read_first_sentences(toml: str) -> tuple[FirstSentence, ...]:
    """Read the first sentences. Raises BadFirstSentences."""
    try:
        sentences = tomllib.loads(toml).get("sentence")
    except tomllib.TOMLDecodeError as error:
        raise BadFirstSentences(str(error)) from error
    if not isinstance(sentences, list) or not sentences:
        raise BadFirstSentences("the key 'sentence' is missing")
    try:
        return tuple(
            FirstSentence(
                key=_words(it, "key"),
                said={manner: _words(it, manner) for manner in Manner},
                kinds=frozenset(TopicKind(kind) for kind in it["kinds"]),
            )
            for it in sentences
        )
    except (KeyError, TypeError, ValueError) as error:
        raise BadFirstSentences(str(error)) from error


def nearest_first(sentences: Sequence[FirstSentence], kind: TopicKind) -> tuple[FirstSentence, ...]:
    """Those made for this kind of topic before the others, else in their own order."""
    return tuple(sorted(sentences, key=lambda it: kind not in it.kinds))


def _words(table: object, key: str) -> str:
    value = table.get(key) if isinstance(table, dict) else None
    if not isinstance(value, str) or not value.strip():
        raise BadFirstSentences(f"the key {key!r} must hold words")
    return value
