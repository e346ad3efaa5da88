"""Bond without clear aims, or aims without bond."""

import pytest

from tests.conftest import NOON
from therapy_diary.domain.alliance import AllianceRating
from therapy_diary.domain.session import SessionId
from therapy_diary.insight.imbalance import Imbalance, imbalance


def rated(*answers: tuple[int | None, int | None, int | None], version: int = 1) -> list[AllianceRating]:
    """Ratings with these answers to aims, way and connection."""
    return [
        AllianceRating(
            session=SessionId(number),
            filled_at=NOON,
            answers=dict(zip(("aims", "way", "connection"), it, strict=True)),
            form_version=version,
        )
        for number, it in enumerate(answers, 1)
    ]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([(2, 2, 4)] * 4, Imbalance.CONTACT_STRONGER),
        ([(4, 4, 2)] * 4, Imbalance.AIM_CLEARER),
        ([(3, 3, 4)] * 4, None),
        ([(2, 3, 4)] * 4, Imbalance.CONTACT_STRONGER),  # the median of all eight is 2.5: just reached
        ([(2, 2, 4)] * 3, None),
        ([(0, 0, 4), *[(3, 3, 3)] * 4], None),  # only the latest four
        ([(2, None, 4)] * 4, Imbalance.CONTACT_STRONGER),
        ([(None, None, 4), *[(2, 2, 4)] * 3], None),  # nothing about the aim there
        ([(2, 2, None), *[(2, 2, 4)] * 3], None),
        ([], None),
    ],
)
def test_the_two_parts_are_weighed_over_the_latest_four(
    answers: list[tuple[int | None, int | None, int | None]], expected: Imbalance | None
) -> None:
    assert imbalance(rated(*answers)) is expected


def test_answers_in_other_words_are_not_weighed_together() -> None:
    assert imbalance([*rated((2, 2, 4), (2, 2, 4)), *rated((2, 2, 4), (2, 2, 4), version=2)]) is None
