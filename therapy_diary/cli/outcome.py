"""How a command ends: its exit code, and what it says at its end, as a sentence or as one JSON object."""

import argparse
import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

DONE, TO_ACT_ON, WRONG_USAGE, OUR_BUG = 0, 1, 2, 3


class CannotDo(Exception):
    """Something the person can act on, in one plain sentence."""


def written(options: argparse.Namespace, out: Path) -> int:
    """Tell where something lies that anybody can read."""
    if options.json:
        print(json.dumps({"file": str(out)}))
    else:
        print(f"{out} is not encrypted. Whoever holds it can read it.")
    return DONE


def counted(options: argparse.Namespace, says: str, made: datetime, counts: dict[str, int]) -> int:
    """Tell what a backup holds."""
    if options.json:
        print(json.dumps({"file": str(options.file), "made": made.isoformat(), "counts": counts}))
        return DONE
    print(says)
    say_counts(counts)
    return DONE


def say_counts(counts: Mapping[str, int]) -> None:
    """A line for each kind of thing that is in a diary."""
    for name, count in counts.items():
        print(f"{name.replace('_', ' ')}: {count}")
