"""How easily a passphrase can be guessed. A hint while typing; nobody is ever turned away by it."""

from enum import StrEnum

LOOKED_AT = 72
"""Signs that zxcvbn looks at; its time grows with the square of the length."""


class Strength(StrEnum):
    """Four plain words, from worst to best."""

    VERY_WEAK = "very weak"
    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


ADVICE = "Four or five words picked at random are easy to keep in mind and hard to guess."

_OF_SCORE = (Strength.VERY_WEAK, Strength.VERY_WEAK, Strength.WEAK, Strength.FAIR, Strength.STRONG)


def strength_of(passphrase: str) -> Strength:
    """The strength of this passphrase against somebody who guesses cleverly. About 100 ms the first time."""
    from zxcvbn import zxcvbn

    if not passphrase:
        return Strength.VERY_WEAK
    return _OF_SCORE[int(zxcvbn(passphrase[:LOOKED_AT])["score"])]
