"""The statements and questions as the window words them."""

from PySide6.QtCore import QLocale

from therapy_diary import resources
from therapy_diary.domain.questions import QuestionSet, read_questions


def form_in_use(name: str) -> QuestionSet:
    """The form of that name, such as "alliance", in the language of the window; in English where it has no other.

    Another language is another wording with a version of its own: lines on a chart do not join across the two.
    """
    return read_questions(resources.text_in(f"questions/{name}.toml", QLocale().name()))
