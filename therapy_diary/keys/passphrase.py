"""Turns a passphrase into a key, slowly on purpose, so that guessing is slow too."""

import unicodedata
from dataclasses import dataclass

from therapy_diary.keys.errors import EmptyPassphrase, KeyFileDamaged, TooLittleMemory

KEY_BYTES = 32
KIBIBYTES = (8 * 1024, 1024 * 1024)
PASSES = (1, 20)
LANES = (1, 8)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one guess costs: Argon2id's memory, passes and lanes. Default: the second choice of RFC 9106, 0.2 s."""

    kibibytes: int = 64 * 1024
    passes: int = 3
    lanes: int = 4

    def check(self) -> None:
        """Refuse what no diary of ours has: a forged key file could else ask for all the memory there is."""
        asked = ((self.kibibytes, KIBIBYTES), (self.passes, PASSES), (self.lanes, LANES))
        if any(not low <= value <= high for value, (low, high) in asked):
            raise KeyFileDamaged


def key_from(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """The 32 bytes for this passphrase. Raises EmptyPassphrase, TooLittleMemory, KeyFileDamaged.

    NFKC first: keyboards and systems write the same accented letter in different ways.
    """
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    cost.check()
    if not passphrase:
        raise EmptyPassphrase
    secret = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    derive = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.kibibytes,
    ).derive
    try:
        return derive(secret)
    except MemoryError as error:
        raise TooLittleMemory from error
