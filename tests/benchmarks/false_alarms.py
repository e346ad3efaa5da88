"""How often the rules speak by chance: made-up therapies in which nothing changes, looked at after every session.

    python tests/benchmarks/false_alarms.py [SERIES]

Eight statements on steps of 0 to 4 around one level (spread .45, with the session before weighing in by rho, and .55
for each answer by itself), thirty sessions. Said is the share of these flat therapies that are ever told a direction,
or of a session that stands out; and the share of people who mark a statement of fit at random, in so many of the
sessions, and are ever shown the reading about the relationship. Ends with 1 when a share is above what the help says.
"""

import math
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[2]))

from therapy_diary.domain.difficulty import STATEMENTS
from therapy_diary.domain.reading import Rule
from therapy_diary.domain.session import SessionId
from therapy_diary.insight.limits import LEAST_CHANGE_OVERALL
from therapy_diary.insight.readings import find
from therapy_diary.insight.session_evidence import TIE, SessionEvidence
from therapy_diary.insight.stands_out import stands_out
from therapy_diary.insight.trend import trend

SERIES, SESSIONS, ITEMS = 1500, 30, 8
LEVEL, SPREAD, NOISE = 3.0, 0.45, 0.55
DIRECTION_AT_MOST = {
    0.0: 0.08,
    0.3: 0.15,
    0.5: 0.27,
}  # by rho: .04, .13, .23 and what 1,500 series may be off
STANDS_OUT_AT_MOST = {0.0: 0.26, 0.3: 0.32, 0.5: 0.36}
RELATIONSHIP_AT_MOST = {0.05: 0.03, 0.10: 0.09, 0.20: 0.40}  # by how often a statement of fit is marked
BEGUN = datetime(2026, 1, 6, 17, 0)


def flat_therapy(random: Random, rho: float) -> list[float]:
    """The overall scores of thirty sessions between which nothing changes."""
    scores, latent = [], random.gauss(0, SPREAD)
    for _ in range(SESSIONS):
        answers = [round(LEVEL + latent + random.gauss(0, NOISE)) for _ in range(ITEMS)]
        scores.append(sum(min(max(it, 0), 4) for it in answers) / ITEMS)
        latent = rho * latent + math.sqrt(1 - rho**2) * random.gauss(0, SPREAD)
    return scores


def is_ever_told(scores: list[float]) -> bool:
    """Whether a direction is said after any session."""
    looks = range(8, SESSIONS + 1)
    return any(trend(scores[:it], least_change=LEAST_CHANGE_OVERALL).word.is_clear for it in looks)


def ever_stands_out(scores: list[float]) -> bool:
    """Whether any session is said to stand out."""
    return any(stands_out(scores[:it], scores[it]) for it in range(SESSIONS))


def is_ever_shown(random: Random, often: float) -> bool:
    """Whether somebody who marks a statement of fit at random, so often, is shown the reading about it."""
    evidence: list[SessionEvidence] = []
    for number in range(1, SESSIONS + 1):
        marks = dict.fromkeys(STATEMENTS, 0) | {"f2": int(random.random() < often)}
        starts_at = BEGUN + timedelta(weeks=number)
        evidence.append(
            SessionEvidence(
                session=SessionId(number),
                number=number,
                starts_at=starts_at,
                marks=marks,
                rating=dict.fromkeys(TIE, 3),
            )
        )
        if find(evidence[-4:], starts_at.date()).rule is Rule.RELATIONSHIP:
            return True
    return False


def share(series: int, happens: Callable[[], bool]) -> float:
    """In how many of the series it happens."""
    return sum(happens() for _ in range(series)) / series


def main(series: int) -> int:
    """Print the shares; 1 when one is too large."""
    random, too_often = Random(20), False  # noqa: S311 - the same made-up therapies every time
    tables = {
        "a direction, rho": (DIRECTION_AT_MOST, lambda rho: is_ever_told(flat_therapy(random, rho))),
        "stands out, rho": (STANDS_OUT_AT_MOST, lambda rho: ever_stands_out(flat_therapy(random, rho))),
        "relationship, marked": (RELATIONSHIP_AT_MOST, lambda often: is_ever_shown(random, often)),
    }
    for name, (limits, happens) in tables.items():
        for given, at_most in limits.items():
            found = share(series, lambda happens=happens, given=given: happens(given))  # type: ignore[misc]
            too_often |= found > at_most
            print(f"{name} {given:.2f}: {found:.3f} (at most {at_most:.2f})", flush=True)
    return int(too_often)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else SERIES))
