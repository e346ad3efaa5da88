"""What several notes are about: a tag they have, or words that stand in them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One of the two is given. words is what was typed into a search."""

    tag: str = ""
    words: str = ""

    @property
    def name(self) -> str:
        """As the person would call it."""
        return self.tag or " ".join(self.words.split())
