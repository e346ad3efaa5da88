"""Whether answers go up or down over time, more than shuffling them would: the test of Mann (1945) and Kendall (1975).

It uses the order of the answers only, so words on steps are enough; equal answers are allowed for. Times are taken to
be different and in order; gaps are left out before.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

LONGEST_EXACT = 60  # answers; beyond that the normal form is as good, and the count of orderings grows


@dataclass(frozen=True, slots=True, kw_only=True)
class Kendall:
    """The test of one series. p values are two-sided.

    s: pairs that rise less pairs that fall; variance of s under shuffling, with ties; z: s in standard deviations,
    drawn one nearer to zero (Gilbert 1987). p_exact is None beyond 60 answers. tau_a and tau_b run from -1 to 1,
    None where they are not defined: below two answers, and tau_b where all are equal.
    """

    n: int
    s: int
    variance: float
    z: float
    p_normal: float
    p_exact: float | None
    tau_a: float | None
    tau_b: float | None

    @property
    def p(self) -> float:
        """The one to go by: exact as far as it reaches, the normal form beyond."""
        return self.p_normal if self.p_exact is None else self.p_exact


def kendall(values: Sequence[float]) -> Kendall:
    """Test the answers, in the order they were given."""
    n, s, ties = len(values), rises_less_falls(values), tie_sizes(values)
    pairs = n * (n - 1) // 2
    tied = sum(it * (it - 1) // 2 for it in ties)
    variance = variance_of_s(n, ties)
    z = 0.0 if s == 0 or variance == 0 else (s - math.copysign(1, s)) / math.sqrt(variance)
    return Kendall(
        n=n,
        s=s,
        variance=variance,
        z=z,
        p_normal=math.erfc(abs(z) / math.sqrt(2)),
        p_exact=exact_p(n, ties, s) if n <= LONGEST_EXACT else None,
        tau_a=s / pairs if pairs else None,
        tau_b=s / math.sqrt(pairs * (pairs - tied)) if pairs > tied else None,
    )


def rises_less_falls(values: Sequence[float]) -> int:
    """S: the sum of sgn(later - earlier) over all pairs."""
    return sum((later > earlier) - (later < earlier) for earlier, later in combinations(values, 2))


def tie_sizes(values: Iterable[float]) -> tuple[int, ...]:
    """How many times each repeated value occurs."""
    return tuple(it for it in Counter(values).values() if it > 1)


def variance_of_s(n: int, ties: Iterable[int]) -> float:
    """[n(n-1)(2n+5) - sum of t(t-1)(2t+5)] / 18 (Kendall 1975); 0 when all are equal."""
    return (_spread(n) - sum(_spread(it) for it in ties)) / 18


def exact_p(n: int, ties: Sequence[int], s: int) -> float:
    """The share of all orderings of the same values whose |S| is at least |s|, counted in whole numbers.

    The orderings with k falling pairs are the coefficient of q^k in [n]!_q / product of [t]!_q, where
    [m]!_q = product of (1 - q^i) / (1 - q) for i up to m; and S = pairs that are not tied - 2k. The coefficients
    read the same from both ends, so those at one end are enough: k up to (untied pairs - |s|) / 2.
    """
    if s == 0:
        return 1.0
    untied = n * (n - 1) // 2 - sum(it * (it - 1) // 2 for it in ties)
    last = (untied - abs(s)) // 2
    counts = [1] + [0] * last  # of orderings by k; the powers of (1 - q) cancel out
    for size in range(2, n + 1):
        _multiply(counts, size)
    for tie in ties:
        for size in range(2, tie + 1):
            _divide(counts, size)
    for _ in range(n - 1 - sum(it - 1 for it in ties)):
        _divide(counts, 1)
    orderings = math.factorial(n) // math.prod(math.factorial(it) for it in ties)
    return 2 * sum(counts) / orderings


def _multiply(counts: list[int], power: int) -> None:
    """Multiply a power series by 1 - q^power, in place."""
    for place in range(len(counts) - 1, power - 1, -1):
        counts[place] -= counts[place - power]


def _divide(counts: list[int], power: int) -> None:
    """Divide a power series by 1 - q^power, in place."""
    for place in range(power, len(counts)):
        counts[place] += counts[place - power]


def _spread(n: int) -> int:
    return n * (n - 1) * (2 * n + 5)
