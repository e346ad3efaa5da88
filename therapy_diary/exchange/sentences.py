"""What the person reads when a diary cannot be brought along or taken away: what is the matter, and what to do."""

from collections.abc import Callable

from therapy_diary.exchange.errors import ExchangeTrouble, Trouble
from therapy_diary.exchange.found import Why
from therapy_diary.exchange.report import Report
from therapy_diary.storage.attachments import LARGEST

CONTEXT = "exchange"
"""The name under which translators find these."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802, ARG001 - the name lupdate looks for
    """The text itself, marked for translators."""
    return text


_OF_TROUBLE: dict[Trouble, str] = {
    Trouble.MISSING: QT_TRANSLATE_NOOP(
        "exchange", "There is no file or folder of that name; check the name and try again."
    ),
    Trouble.UNREADABLE: QT_TRANSLATE_NOOP(
        "exchange", "This file or folder cannot be read; allow reading it, or copy it elsewhere first."
    ),
    Trouble.NOT_KNOWN: QT_TRANSLATE_NOOP(
        "exchange", "No diary that can be brought along was found here; the help lists what can."
    ),
    Trouble.OTHER_FORMAT: QT_TRANSLATE_NOOP(
        "exchange", "This is not in the format named; leave the format out, and it is found by itself."
    ),
    Trouble.BROKEN: QT_TRANSLATE_NOOP(
        "exchange", "This file is damaged or was not exported whole; export it again and try once more."
    ),
    Trouble.TOO_LARGE: QT_TRANSLATE_NOOP(
        "exchange", "This file is too large for a diary; export a shorter span of time."
    ),
    Trouble.UNPACKS_TOO_FAR: QT_TRANSLATE_NOOP(
        "exchange", "This archive holds far more than it shows, as no diary does; it was not opened."
    ),
    Trouble.PACKED_OTHERWISE: QT_TRANSLATE_NOOP(
        "exchange",
        "This file is packed in a way that is not read here; unpack it, then bring the folder along.",
    ),
    Trouble.ZIP_LOCKED: QT_TRANSLATE_NOOP(
        "exchange", "This ZIP has a password; unpack it with that, then bring the folder along."
    ),
    Trouble.JRNL_LOCKED: QT_TRANSLATE_NOOP(
        "exchange", "This jrnl is encrypted; run jrnl --decrypt copy.txt, bring that along, then delete it."
    ),
    Trouble.MINI_DIARY_LOCKED: QT_TRANSLATE_NOOP(
        "exchange", "This is Mini Diary's encrypted file; export to JSON there and bring that along."
    ),
    Trouble.DIARO_LOCKED: QT_TRANSLATE_NOOP(
        "exchange", "This Diaro backup is encrypted; make one without a password and bring that along."
    ),
    Trouble.STANDARD_NOTES_LOCKED: QT_TRANSLATE_NOOP(
        "exchange", "This Standard Notes backup is encrypted; export a decrypted one there."
    ),
    Trouble.LIFEOGRAPH_LOCKED: QT_TRANSLATE_NOOP(
        "exchange", "This Lifeograph diary is encrypted; export it as text there, one file for each entry."
    ),
    Trouble.LIFEOGRAPH: QT_TRANSLATE_NOOP(
        "exchange", "Lifeograph's own file is not read; export it there as text, one file for each entry."
    ),
    Trouble.NEWER: QT_TRANSLATE_NOOP(
        "exchange", "A newer version of Therapy Diary wrote this file; update the program and try again."
    ),
    Trouble.STOPPED: QT_TRANSLATE_NOOP("exchange", "Stopped. Nothing was changed."),
    Trouble.PLACE_TAKEN: QT_TRANSLATE_NOOP(
        "exchange", "There is something of that name already; choose another name."
    ),
    Trouble.NOT_WRITTEN: QT_TRANSLATE_NOOP(
        "exchange", "This could not be written; check that there is room and that writing is allowed there."
    ),
}
_OF_WHY: dict[Why, str] = {
    Why.NO_DATE: QT_TRANSLATE_NOOP("exchange", "it has no date"),
    Why.ABSURD_DATE: QT_TRANSLATE_NOOP("exchange", "its date cannot be right"),
    Why.NOT_A_RECORD: QT_TRANSLATE_NOOP("exchange", "it does not have the shape of an entry"),
    Why.EMPTY: QT_TRANSLATE_NOOP("exchange", "it is empty"),
    Why.TOO_LARGE: QT_TRANSLATE_NOOP("exchange", "it is too large"),
    Why.UNREADABLE: QT_TRANSLATE_NOOP("exchange", "it cannot be read"),
    Why.UNSAFE_PATH: QT_TRANSLATE_NOOP("exchange", "its path leads out of the archive"),
    Why.NOT_A_FILE: QT_TRANSLATE_NOOP("exchange", "it is a link or a device, not a file"),
    Why.FILE_MISSING: QT_TRANSLATE_NOOP("exchange", "the file is not in the export"),
    Why.FILE_TOO_LARGE: QT_TRANSLATE_NOOP("exchange", "the file is larger than {most}"),
    Why.LOCKED: QT_TRANSLATE_NOOP("exchange", "it is encrypted"),
    Why.IN_THE_BIN: QT_TRANSLATE_NOOP("exchange", "it was thrown away there"),
    Why.AGAINST_RULES: QT_TRANSLATE_NOOP("exchange", "it breaks a rule of the diary"),
    Why.BELONGS_NOWHERE: QT_TRANSLATE_NOOP("exchange", "it belongs to something that is not there"),
    Why.NO_QUESTIONNAIRE: QT_TRANSLATE_NOOP("exchange", "it is no questionnaire that this diary can read"),
    Why.OTHER_QUESTIONNAIRE: QT_TRANSLATE_NOOP(
        "exchange", "this diary keeps another questionnaire with its code and version"
    ),
}


def _as_it_is(text: str) -> str:
    return text


def sentence_for(error: ExchangeTrouble, translate: Callable[[str], str] = _as_it_is) -> str:
    """One sentence on why nothing was brought along or taken away."""
    return translate(_OF_TROUBLE[error.kind])


def reason(why: Why, translate: Callable[[str], str] = _as_it_is) -> str:
    """A few words on why one record was left out."""
    return translate(_OF_WHY[why]).replace("{most}", f"{LARGEST / 1_000_000:.1f} MB")


def as_object(report: Report) -> dict[str, object]:
    """A report as the command line gives it to programs."""
    return {
        "format": report.format,
        "found": report.found,
        "new": report.new,
        "already": report.already,
        "skipped": [{"what": it.what, "why": reason(it.why)} for it in report.skipped],
        "from": report.first and report.first.isoformat(),
        "to": report.last and report.last.isoformat(),
    }


def as_text(report: Report, *, dry_run: bool, split: bool = False) -> str:
    """A report as the command line gives it to people."""
    lines = [f"{report.found} found ({report.format}), {report.new} new, {report.already} here already."]
    if report.first and report.last:
        lines.append(f"They go from {report.first} to {report.last}.")
    if report.otherwise:
        way = "Left whole, without" if split else "Split there, with"
        lines += [
            "Some days hold several entries under headings.",
            f"{way} --split-headings: {report.otherwise.found} found, {report.otherwise.new} new.",
        ]
    if report.rated:
        lines.append(f"Ratings, which stand under Questionnaires: {', '.join(report.rated)}.")
    lines += [f"Left out: {it.what}: {reason(it.why)}." for it in report.skipped]
    if report.guessed:
        lines.append("Some text was not UTF-8; look whether its accents are right.")
    lines.append("Nothing was changed." if dry_run or not report.new else "All of it is in the diary now.")
    return "\n".join(lines)
