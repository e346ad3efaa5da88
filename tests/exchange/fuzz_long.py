"""Gives the readers a million made-up files in all, and prints how many each was given and could read.

    python -m tests.exchange.fuzz_long [--runs 1000000] [-o FILE]

Four in ten are small files of each kind with some harm done, one in ten shapes from Hypothesis, which take longer, and half
is what atheris finds, guided by what each byte makes a reader do. Where atheris is not installed, there are twice as many
of the others. One run is one reader on one file; all take five to ten minutes of one quiet core. The first surprise ends
it; Ctrl+C as well, and the table is printed.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.exchange.fuzzed import READERS, SEEDS, Tally, read_everywhere, read_one
from tests.exchange.test_fuzz import ENTRIES, JSON, LINES, as_json

AT_ONCE = 2_000
"""Examples that Hypothesis makes before it begins anew: it slows down over time."""
LARGEST = 4096


def main(arguments: list[str]) -> int:
    """Run, and print the table. 0 when no reader raised anything but its own error."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=1_000_000)
    parser.add_argument("-o", "--out", type=Path, help="write the table here as well")
    options = parser.parse_args(arguments)
    began, guided = time.monotonic(), find_spec("atheris") is not None
    tally, failed = Tally(), False
    try:
        harm(tally, options.runs * (4 if guided else 8) // 10)
        shapes(tally, options.runs * (5 if guided else 10) // 10)
        failed = guided and by_coverage(tally, options.runs - tally.runs.total())
    except KeyboardInterrupt:
        print("Stopped; so much was run:")
    table = table_of(tally, time.monotonic() - began, guided=guided)
    print(table)
    if options.out:
        options.out.write_text(table + "\n", encoding="utf-8")
    return int(failed)


def harm(tally: Tally, until: int) -> None:
    """Files of each kind with bytes left out, doubled, turned over, or taken from another."""
    dice = random.Random(time.time_ns())  # noqa: S311
    while tally.runs.total() < until:
        for kind in READERS:
            read_one(kind, harmed(SEEDS[kind.name].encode(), dice), tally)


def harmed(content: bytes, dice: random.Random) -> bytes:
    """A file with one to three pieces of it changed."""
    for _ in range(dice.randint(1, 3)):
        at = dice.randrange(len(content) + 1)
        until = min(len(content), at + dice.randint(1, 12))
        other = dice.choice(list(SEEDS.values())).encode()
        where = dice.randrange(len(other))
        new = dice.choice(
            (
                b"",
                content[at:until] * dice.randint(2, 5),
                dice.randbytes(dice.randint(1, 4)),
                other[where : where + dice.randint(1, 40)],
                dice.choice(
                    (b"\x00", b"\xff\xfe", b"null", b"-1", b"9" * 400, b"[", b"}", b'"', b"\\ud83d", b"\n\n")
                ),
            )
        )
        content = (content[:at] + new + content[until:])[:LARGEST]
    return content


def shapes(tally: Tally, until: int) -> None:
    """Whatever Hypothesis thinks of, read by every reader."""
    of_json = (JSON | ENTRIES).map(as_json)
    of_lines = LINES.map(lambda it: it.encode("utf-8", "surrogatepass"))
    content = of_json | of_lines | st.binary(max_size=300)
    while tally.runs.total() < until:
        left = -(-(until - tally.runs.total()) // len(READERS))
        _examples(content, min(AT_ONCE, left), lambda it: read_everywhere(it, tally))


def _examples(content: st.SearchStrategy[bytes], count: int, read: Callable[[bytes], object]) -> None:
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(content)
    def run(it: bytes) -> None:
        read(it)

    run()


def by_coverage(tally: Tally, runs: int) -> bool:
    """What atheris finds; whether it found something that is wrong."""
    with tempfile.TemporaryDirectory() as folder:
        place, counts = Path(folder) / "corpus", Path(folder) / "counts.json"
        place.mkdir()
        for number, kind in enumerate(READERS):
            (place / kind.name).write_bytes(bytes([number]) + SEEDS[kind.name].encode())
        command = [sys.executable, "-m", "tests.exchange.fuzz_readers", str(counts)]
        limits = [f"-atheris_runs={runs}", f"-max_len={LARGEST}", "-rss_limit_mb=512", "-print_final_stats=0"]
        try:
            return subprocess.run([*command, *limits, str(place)], check=False).returncode != 0
        finally:
            if counts.exists():
                for name, found in json.loads(counts.read_text(encoding="utf-8")).items():
                    getattr(tally, name).update(Counter(found))


def table_of(tally: Tally, seconds: float, *, guided: bool) -> str:
    """A line for each reader, and all together."""
    lines = [
        f"{tally.runs.total():,} runs in {seconds:.0f} s, {'with' if guided else 'without'} atheris.",
        "",
        "| Reader | Runs | Files with entries | Entries |",
        "|---|---|---|---|",
    ]
    lines += [
        f"| {it.name} | {tally.runs[it.name]:,} | {tally.read[it.name]:,} | {tally.entries[it.name]:,} |"
        for it in READERS
    ]
    total = (tally.runs.total(), tally.read.total(), tally.entries.total())
    return "\n".join([*lines, "| all | {:,} | {:,} | {:,} |".format(*total)])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
