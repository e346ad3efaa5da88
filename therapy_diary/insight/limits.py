"""Every limit of the words and the readings, each with its default and its reason.

The limits are reasoned and were tried on invented series, not fitted to people. Help shows them, and the person may
change them: whoever judges a series takes a Limits, and the defaults here are the only place they stand.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields

# How much must be there before anything is said
ENOUGH_FOR_A_MEDIAN_LINE = 5  # answers: fewer are dots only
ENOUGH_FOR_A_DIRECTION = 8  # answers: before that it is too early to speak of a direction
FEWEST_FOR_CLEAR = 6  # with five answers no order at all is rarer than one in sixty
LEAN_BELOW_P = 0.05  # "leans, could be chance", in the detail panel only
CLEAR_BELOW_P = (
    0.01  # a direction word: looked at after every session, .05 would speak in half of all flat therapies
)

# The least change worth a word, from the first answer to the latest along the middle slope
LEAST_CHANGE_OVERALL = 0.5  # the relationship as a whole, 0 to 4
LEAST_CHANGE_STATEMENT = 1.0  # one statement or question, 0 to 4
LEAST_CHANGE_GOAL = 1.0  # a goal, 0 to 10
LEAST_CHANGE_MEASURE_SHARE = 0.10  # of a scale's range, where its file declares no reliable change

# A session that stands out
EARLIER_NEEDED = 5  # rated sessions before it
EARLIER_LOOKED_AT = 12  # the latest of them
MOVING_RANGE_FACTOR = 2.66  # 3 / 1.128, the individuals chart (E2)
LEAST_HALF_WIDTH = 1.0  # steps of 0 to 4: a steady course is not over-read (Gumz 2012)

# The readings
WINDOW = 4  # the latest sessions that are looked at
WINDOW_NEEDED = 3  # with fewer nothing is said
FIT_ANSWERS_NEEDED = 2  # of the three statements of fit, for a session to count
OLDEST_DAYS = 120  # older sessions do not count
HOLDS_FROM = 2.5  # between "partly" and "mostly"
HOLDS_MEANS = 3  # the latest means of safe, understood and connection
HOLDS_ANSWERS_NEEDED = 2  # of these three
FIT_MARKED_SESSIONS = 3  # of the window, with any statement of fit marked
FIT_CLEAR_SESSIONS = 2  # of the last three, with one marked "clearly"
FIT_CLEAR_WITHIN = 3
LOW_ANSWER = 1  # safe or understood at or below it, in two sessions running
HARD_SESSIONS = 2  # of the window, with h1 or h2
STILL_SESSIONS = 3  # of the window, with h3 or h4
AFTER_TALKING_FIRST = 3  # rated sessions since it was brought, before anything is said
STILL_THERE_UNTIL = 8
EASED_UNTIL = 6
GETTING_TO_KNOW = 3  # the first rated sessions, without a reading: finding each other takes time
NOT_NOW_SESSIONS = 3  # held sessions for which a reading that was put off stays away

# Bond without aims, or aims without bond
IMBALANCE_SESSIONS = 4  # the latest rated ones
IMBALANCE_GAP = 1.5  # between the two medians, 0 to 4

LARGEST = 10_000  # of any limit
MAY_BE_NOTHING = ("low_answer", "getting_to_know", "not_now_sessions", "after_talking_first")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The limits as they are for this person: the defaults, unless they changed some."""

    enough_for_a_median_line: int = ENOUGH_FOR_A_MEDIAN_LINE
    enough_for_a_direction: int = ENOUGH_FOR_A_DIRECTION
    lean_below_p: float = LEAN_BELOW_P
    clear_below_p: float = CLEAR_BELOW_P
    least_change_overall: float = LEAST_CHANGE_OVERALL
    least_change_statement: float = LEAST_CHANGE_STATEMENT
    least_change_goal: float = LEAST_CHANGE_GOAL
    least_change_measure_share: float = LEAST_CHANGE_MEASURE_SHARE
    earlier_needed: int = EARLIER_NEEDED
    earlier_looked_at: int = EARLIER_LOOKED_AT
    moving_range_factor: float = MOVING_RANGE_FACTOR
    least_half_width: float = LEAST_HALF_WIDTH
    window: int = WINDOW
    window_needed: int = WINDOW_NEEDED
    fit_answers_needed: int = FIT_ANSWERS_NEEDED
    oldest_days: int = OLDEST_DAYS
    holds_from: float = HOLDS_FROM
    holds_means: int = HOLDS_MEANS
    holds_answers_needed: int = HOLDS_ANSWERS_NEEDED
    fit_marked_sessions: int = FIT_MARKED_SESSIONS
    fit_clear_sessions: int = FIT_CLEAR_SESSIONS
    fit_clear_within: int = FIT_CLEAR_WITHIN
    low_answer: int = LOW_ANSWER
    hard_sessions: int = HARD_SESSIONS
    still_sessions: int = STILL_SESSIONS
    after_talking_first: int = AFTER_TALKING_FIRST
    still_there_until: int = STILL_THERE_UNTIL
    eased_until: int = EASED_UNTIL
    getting_to_know: int = GETTING_TO_KNOW
    not_now_sessions: int = NOT_NOW_SESSIONS
    imbalance_sessions: int = IMBALANCE_SESSIONS
    imbalance_gap: float = IMBALANCE_GAP

    def __post_init__(self) -> None:
        for name, value in asdict(self).items():
            if value < 0 or (value == 0 and name not in MAY_BE_NOTHING):
                raise ValueError(f"{name} is above 0")
        if self.enough_for_a_direction < FEWEST_FOR_CLEAR:
            raise ValueError(f"a direction needs at least {FEWEST_FOR_CLEAR} answers")
        if not 0 < self.clear_below_p <= self.lean_below_p < 1:
            raise ValueError("a clear direction is at least as rare by chance as a leaning")
        if not 2 <= self.window_needed <= self.window:
            raise ValueError("a reading needs two sessions or more, and no more than it looks at")

    @classmethod
    def changed(cls, changes: Mapping[str, object]) -> "Limits":
        """The defaults with what the person changed, such as {"oldest_days": 90}. Raises ValueError, with the name."""
        kinds = {it.name: it.type for it in fields(cls)}
        for name, value in changes.items():
            if name not in kinds:
                raise ValueError(f"no such limit: {name}")
            fits = int if kinds[name] is int else int | float
            if isinstance(value, bool) or not isinstance(value, fits) or not value <= LARGEST:
                raise ValueError(f"{name} is a {'whole number' if kinds[name] is int else 'number'}")
        return cls(**changes)  # type: ignore[arg-type] # looked at just above

    def changes(self) -> dict[str, int | float]:
        """What differs from the defaults, as it can be kept and given to changed() again."""
        usual = asdict(DEFAULT)
        return {name: value for name, value in asdict(self).items() if value != usual[name]}


DEFAULT = Limits()
ROUNDING = 1e-9  # two values nearer than this are the same: a limit that is just reached counts as reached
