"""What each kind of milestone is called."""

from PySide6.QtCore import QCoreApplication

from therapy_diary.domain.milestone import MilestoneKind


def kind_words() -> dict[MilestoneKind, str]:
    """Every kind, in the order offered."""
    return {
        MilestoneKind.TURNING_POINT: QCoreApplication.translate("MilestoneWords", "Turning point"),
        MilestoneKind.NEW_EXPERIENCE: QCoreApplication.translate("MilestoneWords", "A new experience"),
        MilestoneKind.STRAIN: QCoreApplication.translate("MilestoneWords", "Strain between you"),
        MilestoneKind.MENDED: QCoreApplication.translate("MilestoneWords", "Mended"),
        MilestoneKind.BREAK: QCoreApplication.translate("MilestoneWords", "Break"),
        MilestoneKind.GOALS_SET: QCoreApplication.translate("MilestoneWords", "Goals set"),
        MilestoneKind.GOALS_REVIEWED: QCoreApplication.translate("MilestoneWords", "Goals looked at"),
        MilestoneKind.FIRST_SESSION: QCoreApplication.translate("MilestoneWords", "First session"),
        MilestoneKind.ENDING_RAISED: QCoreApplication.translate("MilestoneWords", "Ending raised"),
        MilestoneKind.LAST_SESSION: QCoreApplication.translate("MilestoneWords", "Last session"),
        MilestoneKind.OTHER: QCoreApplication.translate("MilestoneWords", "Milestone"),
    }


def kind_icon(kind: MilestoneKind) -> str:
    """The drawing that stands for a kind."""
    return {
        MilestoneKind.BREAK: "calendar-off",
        MilestoneKind.STRAIN: "waves",
        MilestoneKind.MENDED: "handshake",
    }.get(kind, "sprout")
