"""What is said of a goal: where in life it lies, how the two see it, and how it ended."""

from PySide6.QtCore import QCoreApplication

from therapy_diary.domain.goal import GoalState, Level, Shared


def level_words() -> dict[Level, str]:
    """Where in life a goal may lie, in the order offered."""
    return {
        Level.FEELINGS: QCoreApplication.translate("GoalWords", "Feelings"),
        Level.PATTERNS: QCoreApplication.translate("GoalWords", "Patterns"),
        Level.DAILY_LIFE: QCoreApplication.translate("GoalWords", "Daily life"),
        Level.OTHER: QCoreApplication.translate("GoalWords", "Something else"),
    }


def shared_words() -> dict[Shared, str]:
    """How the two of them may see a goal, in the order offered."""
    return {
        Shared.AGREED: QCoreApplication.translate("GoalWords", "We agreed on it"),
        Shared.DIFFERS: QCoreApplication.translate("GoalWords", "We see it differently"),
        Shared.NOT_DISCUSSED: QCoreApplication.translate("GoalWords", "Not talked about yet"),
    }


def state_words() -> dict[GoalState, str]:
    """How a goal may end, in the order offered."""
    return {
        GoalState.REACHED: QCoreApplication.translate("GoalWords", "Reached"),
        GoalState.SET_ASIDE: QCoreApplication.translate("GoalWords", "Set aside"),
        GoalState.CARRIED_ON: QCoreApplication.translate("GoalWords", "Carried on alone"),
        GoalState.REPLACED: QCoreApplication.translate("GoalWords", "Replaced by another"),
    }
