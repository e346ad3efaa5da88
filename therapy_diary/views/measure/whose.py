"""Whose wording a questionnaire is, in words for a person: its file says it in words for lawyers."""

import re

from PySide6.QtCore import QCoreApplication

from therapy_diary.domain.measure import Rights

_NOBODY_S = re.compile(r"none: public domain(?:; developed by (?P<people>.+))?", re.DOTALL)


def whose(rights: Rights) -> str:
    """Who wrote it; or that it belongs to nobody, and who wrote it first."""
    found = _NOBODY_S.fullmatch(rights.holder.strip())
    if found is None:
        told = QCoreApplication.translate("WhoseMeasure", "Wording: {holder}")
        return told.format(holder=f"\u2068{rights.holder}\u2069")
    free = QCoreApplication.translate("WhoseMeasure", "Free for everyone to use.")
    if not found["people"]:
        return free
    wrote = QCoreApplication.translate("WhoseMeasure", "Developed by {people}.")
    people = found["people"].strip().rstrip(".")
    return " ".join((free, wrote.format(people=f"\u2068{people}\u2069")))
