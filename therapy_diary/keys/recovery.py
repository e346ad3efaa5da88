"""The recovery code: 48 digits on paper that open the diary when everything else is lost.

Eight groups of six digits. Group i is x * 11 + i with x below 65,536, so the remainder by 11 tells the place: one
wrong digit, two neighbours swapped or two groups swapped are always noticed, and the group is named. 8 * 16 = 128 bits.
"""

import secrets
import struct
import unicodedata
from dataclasses import dataclass, field

from therapy_diary.keys.errors import MistypedCode

GROUPS = 8
DIGITS_A_GROUP = 6
VALUES_A_GROUP = 1 << 16
LOOKALIKES = {
    "O": "0",
    "o": "0",
    "О": "0",
    "о": "0",
    "l": "1",
    "I": "1",
    "i": "1",
    "|": "1",
}  # also the Cyrillic O
UNREADABLE = "?"
LONGEST = 1000
"""Signs that are looked at; nobody types more, and a wrong paste may hold a book."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryCode:
    """A code that fulfils its own rule. Whether it opens anything is another question."""

    secret: bytes = field(repr=False)
    """16 bytes."""

    @property
    def groups(self) -> tuple[str, ...]:
        """The eight groups as they stand on paper."""
        values = struct.unpack(f">{GROUPS}H", self.secret)
        return tuple(f"{value * 11 + place:06d}" for place, value in enumerate(values, start=1))

    @property
    def text(self) -> str:
        """The whole code on one line."""
        return "-".join(self.groups)


def new_code() -> RecoveryCode:
    """A code nobody has seen yet."""
    return RecoveryCode(secret=secrets.token_bytes(2 * GROUPS))


def parse(typed: str) -> RecoveryCode:
    """The code in what somebody typed or pasted, in any digits and with any separators. Raises MistypedCode."""
    pieces = _pieces(typed[:LONGEST])
    digits = sum(len(piece) for piece in pieces)
    whole = digits == GROUPS * DIGITS_A_GROUP
    groups = pieces if len(pieces) == GROUPS and not whole else _cut("".join(pieces))
    placed = dict(enumerate(groups, start=1))
    wrong = tuple(place for place in range(1, GROUPS + 1) if not fits(placed.get(place, ""), place))
    if wrong or not whole:
        slipped = not whole and len(pieces) != GROUPS  # then all that follows is out of place too
        raise MistypedCode(wrong[:1] if slipped else wrong, digits)
    return RecoveryCode(secret=struct.pack(f">{GROUPS}H", *(int(group) // 11 for group in groups)))


def fits(group: str, place: int) -> bool:
    """Whether six ASCII digits can stand at this place (1 to 8), so that a field can be checked while typing."""
    if len(group) != DIGITS_A_GROUP or not (group.isascii() and group.isdecimal()):
        return False
    value, remainder = divmod(int(group), 11)
    return remainder == place and value < VALUES_A_GROUP


def plain_digits(typed: str) -> str:
    """The digits in what was typed, as ASCII; lookalike letters count, separators do not, the rest becomes "?"."""
    return "".join(_pieces(typed[:LONGEST]))


def _pieces(typed: str) -> list[str]:
    """Runs of digits between separators; a sign that is neither becomes a question mark, which fits nowhere."""
    pieces = [""]
    for sign in typed:
        if sign in LOOKALIKES:
            pieces[-1] += LOOKALIKES[sign]
        elif (value := unicodedata.decimal(sign, None)) is not None:
            pieces[-1] += str(value)
        elif unicodedata.category(sign) == "Cf":
            continue  # marks of writing direction come along when a code is pasted
        elif unicodedata.category(sign)[0] in "ZPC":
            pieces.append("")
        else:
            pieces[-1] += UNREADABLE
    return [piece for piece in pieces if piece]


def _cut(digits: str) -> list[str]:
    return [digits[at : at + DIGITS_A_GROUP] for at in range(0, len(digits), DIGITS_A_GROUP)]
