"""What the answers to a questionnaire come to, scale by scale. Worked out every time, never stored.

Missing is not zero: each scale's own rule says whether a score stands without the items that were left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from therapy_diary.domain.measure import (
    Band,
    Item,
    Measure,
    MissingRule,
    Scale,
    Scoring,
    band_places,
    half_up,
    score_range,
)
from therapy_diary.insight.limits import DEFAULT, Limits
from therapy_diary.insight.reliable_change import smallest_change


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleScore:
    """The score of one scale, exact; None where too little was answered. answered counts the items of the scale."""

    scale: Scale
    exact: Fraction | None
    answered: int

    @property
    def value(self) -> float | None:
        """The score for a chart, before any rounding."""
        return None if self.exact is None else float(self.exact)

    @property
    def shown(self) -> Decimal | None:
        """The score as it is written: with the scale's decimals, rounded half up."""
        return None if self.exact is None else half_up(self.exact, self.scale.decimals)

    @property
    def is_part_answered(self) -> bool:
        """Whether it stands although items were left out: drawn hollow, and said."""
        return self.exact is not None and self.answered < len(self.scale.items)

    @property
    def band(self) -> Band | None:
        """The range the authors name for it: rounded half up to the bands' own decimals, then looked up."""
        if self.exact is None or not self.scale.bands:
            return None
        placed = half_up(self.exact, band_places(self.scale.bands))
        return next((it for it in self.scale.bands if it.low <= placed <= it.high), None)


def score_measure(measure: Measure, answers: Mapping[str, int | None]) -> dict[str, ScaleScore]:
    """Every scale's score by its id, from raw answers by item id. Raises ValueError for an answer that cannot be."""
    measure.check_answers(answers)
    return {it.id: score_scale(it, answers) for it in measure.scales}


def score_scale(scale: Scale, answers: Mapping[str, int | None]) -> ScaleScore:
    """One scale's score."""
    given = [it.scored(answer) for it in scale.items if (answer := answers.get(it.id)) is not None]
    exact = _mean_scaled(scale, given) if _is_enough(scale, len(given)) else None
    return ScaleScore(scale=scale, exact=exact, answered=len(given))


def full_range(scale: Scale) -> tuple[float, float]:
    """The ends of the axis a scale is drawn on, always whole."""
    low, high = score_range(scale.items, scale.scoring)
    return float(low), float(high)


def least_change(scale: Scale, limits: Limits = DEFAULT) -> float:
    """The least change worth a word: the smallest reliable one where declared, else a tenth of the range."""
    declared = smallest_change(scale.change)
    if declared is not None:
        return declared
    low, high = full_range(scale)
    return (high - low) * limits.least_change_measure_share


def reaches_safety(measure: Measure, answers: Mapping[str, int | None]) -> tuple[Item, ...]:
    """The items that ask about harm and were answered from their mark on: the person's own contacts are shown.

    It goes by the answer as it was chosen. Nothing is blocked, stored specially or sent.
    """
    return tuple(
        it
        for it in measure.items
        if it.safety is not None and (answer := answers.get(it.id)) is not None and answer >= it.safety
    )


def _is_enough(scale: Scale, answered: int) -> bool:
    if scale.missing.rule is MissingRule.PRORATE:
        return answered >= (scale.missing.min_answered or len(scale.items))
    if scale.missing.rule is MissingRule.NONE:
        return answered > 0
    return answered == len(scale.items)


def _mean_scaled(scale: Scale, given: list[int]) -> Fraction:
    """The mean of what was answered, times the number of items for a sum."""
    mean = Fraction(sum(given), len(given))
    return mean * len(scale.items) if scale.scoring is Scoring.SUM else mean
