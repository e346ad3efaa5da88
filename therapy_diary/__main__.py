"""Starts the program: the window, a command, or, in a frozen program, one of its two helpers."""

import gc
import os
import sys

from therapy_diary.compiled import Compiled, make_records_quickly

SELDOM = 50_000
"""Objects made until Python looks for rings among them. What a start loads stays: looking costs 10 ms and finds nothing."""


def begin_quickly() -> None:
    """What every start does first of all, before the first record is made."""
    gc.set_threshold(SELDOM, 10, 10)
    make_records_quickly(Compiled.kept("records"))


def main() -> int:
    """What the first argument asks for."""
    begin_quickly()
    from therapy_diary.keys.keychain import FROZEN_ARGUMENT

    if sys.argv[1:2] == [FROZEN_ARGUMENT]:
        from therapy_diary.keys import keyring_process

        keyring_process.main()
        os._exit(0)  # no tidying: the answer is out, and the parent waits

    try:
        from therapy_diary.storage import rekey

        if sys.argv[1:2] == [rekey.FROZEN_ARGUMENT]:
            return rekey.main()

        from therapy_diary import cli
    except ImportError as error:
        if (error.name or "").startswith("therapy_diary"):
            raise  # a bug of ours
        print(f"{error.name} is missing; install Therapy Diary again.", file=sys.stderr)
        return 1
    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
