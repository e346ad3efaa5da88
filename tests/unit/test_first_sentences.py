"""First sentences for what is hard to say: for every kind of topic, in three manners, in every language, calm and short."""

import re
import tomllib

import pytest

from therapy_diary import resources
from therapy_diary.domain.topic import TopicKind
from therapy_diary.insight.first_sentences import (
    BadFirstSentences,
    Manner,
    nearest_first,
    read_first_sentences,
)

FILES = sorted(it.name for it in resources.path("topics").glob("first_sentences*.toml"))
TOML = resources.text("topics/first_sentences.toml")
SENTENCES = read_first_sentences(TOML)
LONGEST = 20  # words


@pytest.mark.parametrize("file", FILES)
def test_every_sentence_is_there_in_every_language_and_manner(file: str) -> None:
    read = read_first_sentences(resources.text(f"topics/{file}"))
    assert [(it.key, it.kinds) for it in read] == [(it.key, it.kinds) for it in SENTENCES]
    said = [words for it in read for words in it.said.values()]
    assert len(set(said)) == len(SENTENCES) * len(Manner)
    for words in said:
        assert "!" not in words
        assert all(len(it.split()) <= LONGEST for it in re.split(r"[.?:]\s", words))


@pytest.mark.parametrize("kind", TopicKind)
def test_a_topic_of_any_kind_is_offered_its_own_sentences_first(kind: TopicKind) -> None:
    offered = nearest_first(SENTENCES, kind)
    assert sorted(it.key for it in offered) == sorted(it.key for it in SENTENCES)
    assert kind in offered[0].kinds
    own = [kind in it.kinds for it in offered]
    assert own == sorted(own, reverse=True)


@pytest.mark.parametrize(
    ("toml", "named"),
    [
        ("= 1", "line 1"),
        ("version = 1", "sentence"),
        ("sentence = 3", "sentence"),
        (TOML.replace("soft =", "sofd =", 1), "soft"),
        (TOML.replace('kinds = ["goals"', 'kinds = ["aims"'), "aims"),
        (TOML.replace('key = "ending"', 'key = ""'), "key"),
    ],
)
def test_a_wording_with_something_missing_says_what(toml: str, named: str) -> None:
    with pytest.raises(BadFirstSentences, match=named):
        read_first_sentences(toml)


def test_the_hebrew_file_says_something_else_in_each_place() -> None:
    english, hebrew = (tomllib.loads(resources.text(f"topics/{it}"))["sentence"] for it in reversed(FILES))
    assert FILES == ["first_sentences.he.toml", "first_sentences.toml"]
    assert all(one[it] != other[it] for one, other in zip(english, hebrew, strict=True) for it in Manner)
