"""The statements and questions as the window words them."""

from functools import lru_cache

from PySide6.QtCore import QLocale

from therapy_diary import resources
from therapy_diary.domain.questions import QuestionSet, read_questions


def form_in_use(name: str) -> QuestionSet:
    """The form of that name, such as "alliance", in the language of the window; in English where it has no other.

    Another language is another wording with a version of its own: lines on a chart do not join across the two.
    """
    return _form(name, QLocale().name())


@lru_cache(maxsize=16)
def _form(name: str, language: str) -> QuestionSet:
    """Read once: pages ask each time they are shown, and reading TOML takes 20 ms."""
    return read_questions(resources.text_in(f"questions/{name}.toml", language))
