"""The keys that mark a moment, wherever one is."""

from therapy_diary.domain.milestone import MilestoneKind

SIGN_KEY = "F5"
KEYS = {
    MilestoneKind.TURNING_POINT: "F7",
    MilestoneKind.STRAIN: "F8",
    MilestoneKind.MENDED: "F9",
    MilestoneKind.BREAK: "Shift+F7",
}
"""The keys of the menu "Mark this moment", which work on every page."""
