"""How the parts of an ending are named on the screen."""

from PySide6.QtCore import QCoreApplication

from therapy_diary.domain.closing import Audience, DecidedBy, Variant
from therapy_diary.domain.therapy import EndKind


def audience_words() -> dict[Audience, str]:
    """For whom a page may be made, in the order offered."""
    return {
        Audience.ME: QCoreApplication.translate("EndingWords", "For me"),
        Audience.THERAPIST: QCoreApplication.translate("EndingWords", "For my therapist"),
        Audience.NEXT: QCoreApplication.translate("EndingWords", "For a next therapist"),
    }


def variant_words() -> dict[Variant, tuple[str, str]]:
    """The two worksheets: each with its name, and when it is the right one."""
    return {
        Variant.GOALS: (
            QCoreApplication.translate("EndingWords", "Looking back on the way we went"),
            QCoreApplication.translate(
                "EndingWords", "For when enough has happened, or the time is over for other reasons."
            ),
        ),
        Variant.FIT: (
            QCoreApplication.translate("EndingWords", "Parting because it does not fit"),
            QCoreApplication.translate(
                "EndingWords", "With room for what did not fit, and for what you now know you need."
            ),
        ),
    }


def decider_words() -> dict[DecidedBy | None, str]:
    """Who may have decided, in the order offered."""
    return {
        None: QCoreApplication.translate("EndingWords", "I leave this open"),
        DecidedBy.ME: QCoreApplication.translate("EndingWords", "I did"),
        DecidedBy.THERAPIST: QCoreApplication.translate("EndingWords", "My therapist did"),
        DecidedBy.TOGETHER: QCoreApplication.translate("EndingWords", "We did, together"),
        DecidedBy.OUTSIDE: QCoreApplication.translate("EndingWords", "It came from outside"),
    }


def end_kind_words() -> dict[EndKind, str]:
    """Why a therapy may have ended, in the order offered and all in one tone."""
    return {
        EndKind.GOALS_REACHED: QCoreApplication.translate("EndingWords", "Enough was reached"),
        EndKind.LACK_OF_FIT: QCoreApplication.translate("EndingWords", "It did not fit"),
        EndKind.PLANNED_LIMIT: QCoreApplication.translate("EndingWords", "The agreed time was over"),
        EndKind.OUTSIDE_REASONS: QCoreApplication.translate("EndingWords", "It came from outside"),
        EndKind.OTHER: QCoreApplication.translate("EndingWords", "Something else"),
    }
