"""Looking after a diary: begin it, see whether it is whole, keep a copy, and bring the copy back."""

import argparse
import json

from therapy_diary.cli.opening import keys_by_what_was_given, new_keyring, new_passphrase, opened
from therapy_diary.cli.options import clock_of, folder_of
from therapy_diary.cli.outcome import DONE, TO_ACT_ON, CannotDo, counted, say_counts


def init(options: argparse.Namespace) -> int:
    """Make a diary and print its recovery code, this once."""
    if options.demo:
        raise CannotDo("The made-up diary begins by itself; leave out --demo to begin your own.")
    from therapy_diary.vault.opening import Passphrase, begin

    folder = folder_of(options)
    way = new_keyring() if options.keyring else Passphrase(text=new_passphrase(options))
    with folder.hold():
        diary, code = begin(folder, now=clock_of(options), way=way)
        diary.close()
    if options.json:
        print(json.dumps({"diary": str(folder.path), "recovery_code": code.text}))
    else:
        print(f"A new diary lies in {folder.path}")
        print("This recovery code opens it when nothing else does. It is shown only now; keep it on paper:")
        print(f"\n    {code.text}\n")
    return DONE


def check(options: argparse.Namespace) -> int:
    """Verify every page and every rule, and print counts."""
    with opened(options) as it:
        found = it.diary.examine()
        is_quiet = found.whole and it.diary.choices.is_quiet
    report = {
        "ok": found.whole,
        "integrity": "ok" if found.whole else "damaged",
        "schema": found.schema,
        "counts": found.counts,
        "problems": list(found.problems),
    }
    if options.json:
        print(json.dumps(report))
    else:
        print(
            "Every page and every rule is as it should be."
            if found.whole
            else "Parts of this diary are damaged."
        )
        if is_quiet:
            print("Quiet mode is on, so nothing is counted here; --json gives the counts.")
        else:
            say_counts(found.counts)
        for problem in found.problems:
            print(problem)
    return DONE if found.whole else TO_ACT_ON


def backup(options: argparse.Namespace) -> int:
    """Copy the diary, encrypted, into one file."""
    from therapy_diary.vault.backup import copy_to

    if options.demo:
        raise CannotDo("The made-up diary is removed at exit and has no backup.")
    with opened(options) as it:
        made = copy_to(folder_of(options), it.diary.file, it.diary.key, options.file, it.now)
    counts = {} if made.summary is None else made.summary.counts
    return counted(options, f"{options.file} was opened again and is whole. It holds:", made.made, counts)


def restore(options: argparse.Namespace) -> int:
    """Make a backup the diary; the one before stays beside it."""
    from therapy_diary.vault.restore import lay_out

    if options.demo:
        raise CannotDo("The made-up diary is removed at exit; leave out --demo to restore a backup.")
    folder = folder_of(options)
    with folder.hold(), lay_out(folder, options.file) as found:
        preview = found.look(keys_by_what_was_given(options, found.keys))
        found.restore(clock_of(options)())
    says = "This backup is your diary now; the one before, if any, stays beside it. It holds:"
    return counted(options, says, preview.made, preview.counts)
