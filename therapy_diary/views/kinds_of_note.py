"""When a note was written, seen from its session, in words."""

from PySide6.QtCore import QCoreApplication

from therapy_diary.domain.note import NoteKind


def kind_in_words(kind: NoteKind) -> str:
    """Such as "After the session"."""
    return {
        NoteKind.BEFORE: QCoreApplication.translate("NoteKind", "Before the session"),
        NoteKind.AFTER: QCoreApplication.translate("NoteKind", "After the session"),
        NoteKind.BETWEEN: QCoreApplication.translate("NoteKind", "Between sessions"),
    }[kind]
