"""A made-up diary of any size, the same at every run: for measuring, not for reading.

Words are syllables drawn by Zipf's law, with common English words in front; of a hundred notes two are in Hebrew,
two in Chinese and three have accents. About 250 words a note, spread over 27 years.
"""

import itertools
import random
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

BEGIN, YEARS = datetime(1999, 1, 1, 6, 0), 27
COMMON, RARE, PREFIX, PHRASE = "anxiety", "zyzzyvaquartz", "anx", "good night"
TWO_WORDS = "mother sleep"
HEBREW, CHINESE, TWO_SIGNS = "חרדה", "焦虑治疗", "焦虑"
HEAD = (
    "the i and to a of my was in it that me you is for on with but not have this had be so he she we at all about as"
    " just they do when what like feel felt up out if been or there from are day today because know time get can no her"
    " him them would think thought more really very after before still work home good bad anxious anxiety sleep night"
    " morning therapist session talked tried mood sad tired calm better worse week went going back one some want need"
    " mother father friend sister brother partner walk panic breathe homework feelings angry happy hope afraid"
)
HEBREW_WORDS = "שלום היום הרגשתי והחרדה חרדה טיפול פגישה לילה בוקר משפחה עבודה חבר אמא אבא שמח עצוב כועס עייף"
CHINESE_WORDS = "今天 我 觉得 很 焦虑 治疗 会谈 晚上 早上 家人 工作 朋友 高兴 难过 生气 疲倦 想法 呼吸 希望"
ACCENTED = "café naïve déjà señora Müller über façade jalapeño coração žena"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One note to be."""

    moment: datetime
    title: str
    text: str


def vocabulary(size: int = 20_000) -> tuple[list[str], list[float]]:
    """Words, the most usual first, and how often each and all before it come."""
    starts = [a + b for a in "bcdfgklmnprstv" for b in "aeiou"]
    made = ("".join(it) for it in itertools.product(starts, starts, starts))
    fresh = random.Random(7)  # noqa: S311 - the same at every run
    head = HEAD.split()
    words = [*head, *fresh.sample(list(made), size - len(head))]
    weights = [1 / (rank + 2.7) ** 1.07 for rank in range(len(words))]
    return words, list(itertools.accumulate(weights))


def entries(count: int) -> Iterator[Entry]:
    """So many notes, the oldest first."""
    words, heaps = vocabulary()
    hebrew, chinese, accented = HEBREW_WORDS.split(), CHINESE_WORDS.split(), ACCENTED.split()
    chance = random.Random(1)  # noqa: S311
    step = timedelta(days=365.25 * YEARS / count)
    for number in range(count):
        length = min(max(round(chance.lognormvariate(5.4, 0.5)), 20), 1500)
        drawn = [words[bisect(heaps, chance.random() * heaps[-1])] for _ in range(length + 5)]
        kind, joint = chance.random(), " "
        if kind < 0.02:
            drawn = chance.choices(hebrew, k=length + 5)
        elif kind < 0.04:
            drawn, joint = chance.choices(chinese, k=length + 5), ""
        elif kind < 0.07:
            drawn[::9] = chance.choices(accented, k=len(drawn[::9]))
        if number % 9973 == 17 or number == count // 2:
            drawn.append(RARE)
        lines = [joint.join(drawn[at : at + 12]) + "." for at in range(5, len(drawn), 12)]
        paragraphs = [" ".join(lines[at : at + 5]) for at in range(0, len(lines), 5)]
        yield Entry(moment=BEGIN + number * step, title=joint.join(drawn[:5]), text="\n\n".join(paragraphs))
