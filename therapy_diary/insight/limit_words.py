"""What help and settings say about each limit, in groups."""

import tomllib
from dataclasses import dataclass, fields

from therapy_diary.insight.limits import Limits


class BadLimitWords(Exception):
    """The wording does not go with the limits. Says which name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitGroup:
    """Some limits under one heading: the sentence of each by its name, with {value} for the limit."""

    title: str
    sentences: dict[str, str]

    def said(self, limits: Limits) -> dict[str, str]:
        """The sentences with the limits as they are for this person."""
        return {
            name: it.replace("{value}", f"{getattr(limits, name):g}") for name, it in self.sentences.items()
        }


def read_limit_words(toml: str) -> tuple[str, tuple[LimitGroup, ...]]:
    """The opening sentence and the groups, in the order of the file. Raises BadLimitWords."""
    try:
        loaded = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise BadLimitWords(str(error)) from error
    groups = tuple(_group(name, it) for name, it in loaded.items() if isinstance(it, dict))
    said = [name for it in groups for name in it.sentences]
    known = {it.name for it in fields(Limits)}
    if sorted(said) != sorted(known):
        odd = known.symmetric_difference(said) or {it for it in said if said.count(it) > 1}
        raise BadLimitWords(f"missing, unknown or there twice: {sorted(odd)}")
    intro = loaded.get("intro")
    if not isinstance(intro, str):
        raise BadLimitWords("missing: intro")
    return intro, groups


def _group(name: str, table: dict[str, object]) -> LimitGroup:
    words = {key: it for key, it in table.items() if isinstance(it, str)}
    if "title" not in words or any("{value}" not in it for key, it in words.items() if key != "title"):
        raise BadLimitWords(f"a title, and a {{value}} in each sentence, are needed in {name!r}")
    return LimitGroup(
        title=words["title"], sentences={key: it for key, it in words.items() if key != "title"}
    )
