"""Drives the reader of key files with atheris, guided by what each byte makes it do; ends at the first surprise.

    python -m tests.faults.fuzz_key_files FOLDER [-max_total_time=SECONDS]

Only the errors of keys/errors.py may come out, and never another key than the one that went in.
"""

import hashlib
import sys
from contextlib import suppress

import atheris

with atheris.instrument_imports(include=["therapy_diary.keys"]):
    from therapy_diary.keys.errors import NoKey
    from therapy_diary.keys.recovery import RecoveryCode
    from therapy_diary.keys.slots import CHECKSUM, parse

CODE = RecoveryCode(secret=bytes(range(16)))
KEY = bytes(range(32))


def one(content: bytes) -> None:
    """As it comes, after an accident, and with a checksum that fits, as somebody makes it who knows no secret."""
    body = content.rpartition(CHECKSUM)[0] or content
    sealed = body + CHECKSUM + hashlib.sha256(body).hexdigest().encode() + b"\n"
    for raw, after_accident in ((content, False), (content, True), (sealed, False)):
        with suppress(NoKey):
            found = parse(raw, after_accident=after_accident).open_by_code(CODE)
            assert all(it.key == KEY for it in found), "a wrong key"


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
