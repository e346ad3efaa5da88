"""Gives the readers a million made-up files in all, and prints how many each was given and could read.

    python -m tests.exchange.fuzz_long [--runs 1000000] [--seconds N] [--only READER …] [-o FILE]

Four in ten are small files of each kind with some harm done, one in ten shapes from Hypothesis, which take longer, and half
is what atheris finds, guided by what each byte makes a reader do. Where atheris is not installed, there are twice as many
of the others. One run is one reader on one file; our own file, which is taken into a diary each time, has fewer of them.
All take ten to twenty minutes of one quiet core. With --seconds, the time is shared out in the same way, and it ends when
that or the runs are over. With --only, these readers alone get all of it, and no shapes. The first surprise ends it; so do Ctrl+C and being told to end, and the table is written.
"""

import argparse
import json
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from itertools import count
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.exchange.fuzzed import READERS, Tally, first_of, read_everywhere, read_one, seeds
from tests.exchange.test_fuzz import ENTRIES, JSON, LINES, as_json
from therapy_diary.exchange.formats import FORMATS, Format

TOLD_EVERY = 15.0
"""Seconds between two words about how far it has come."""
SELDOM = 10
"""Rounds in one of which our own file is harmed too."""
FAR = 10.0**6
"""Seconds that are as good as endless."""
AT_ONCE = 100
"""Examples that Hypothesis makes before it begins anew: it slows down over time."""
LARGEST = 12_000


def main(arguments: list[str]) -> int:
    """Run, and print the table. 0 when no reader raised anything but its own error."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=1_000_000)
    parser.add_argument("--seconds", type=float, default=float("inf"), help="end after so long")
    names = [it.name for it in READERS]
    parser.add_argument("--only", nargs="+", choices=names, default=names, help="these readers alone")
    parser.add_argument("-o", "--out", type=Path, help="write the table here as well")
    options = parser.parse_args(arguments)
    began, guided = time.monotonic(), find_spec("atheris") is not None
    tally, failed = Tally(), False
    among = [it for it in READERS if it.name in options.only]
    ended = threading.Event()
    for it in (
        signal.SIGTERM,
        signal.SIGINT,
    ):  # nothing is raised: it might come inside what throws exceptions away
        signal.signal(it, lambda *_: ended.set())

    def share(tenths: int) -> Share:
        return Share(tally, options.runs * tenths // 10, began, options.seconds * tenths / 10, ended)

    try:
        harm(among, tally, share(4 if guided else 8))
        if len(among) == len(READERS):
            shapes(tally, share(5 if guided else 10))
        elif not guided:
            harm(among, tally, share(10))
        failed = guided and by_coverage(among, tally, share(10))
    except Exception:  # what a reader raised: the table is wanted all the same
        traceback.print_exc()
        failed = True
    if ended.is_set():
        print("Stopped; so much was run:")
    table = table_of(tally, time.monotonic() - began, guided=guided)
    print(table)
    if options.out:
        options.out.write_text(table + "\n", encoding="utf-8")
    return int(failed)


@dataclass(slots=True)
class Share:
    """How far a part of it may go: until so many runs are counted, or so long after the beginning."""

    tally: Tally
    runs: int
    began: float
    seconds: float
    ended: threading.Event
    told: float = field(default_factory=time.monotonic)

    @property
    def left(self) -> int:
        """Runs."""
        return max(0, self.runs - self.tally.runs.total())

    @property
    def time(self) -> float:
        """Seconds that are left."""
        return self.began + self.seconds - time.monotonic()

    def goes_on(self) -> bool:
        """Whether something of it is left. Says now and then how far it has come."""
        if time.monotonic() - self.told >= TOLD_EVERY:
            self.told = time.monotonic()
            print(f"{self.tally.runs.total():,} runs in {self.told - self.began:.0f} s", flush=True)
        return self.left > 0 and self.time > 0 and not self.ended.is_set()


def harm(among: Sequence[Format], tally: Tally, share: Share) -> None:
    """Files of each kind with bytes left out, doubled, turned over, or taken from another."""
    dice = random.Random(time.time_ns())  # noqa: S311
    made = [it for it in READERS if it in among or it is not FORMATS[0]]  # ours takes a while to make
    others = [content for it in made for content in seeds(it)]
    for turn in count():
        for kind in among:
            if kind is FORMATS[0] and turn % SELDOM and len(among) > 1:
                continue
            if not share.goes_on():
                return
            own = seeds(kind)
            read_one(kind, harmed(own[turn % len(own)], others, dice), tally)


def harmed(content: bytes, seeds: Sequence[bytes], dice: random.Random) -> bytes:
    """A file with one to three pieces of it changed."""
    for _ in range(dice.randint(1, 3)):
        at = dice.randrange(len(content) + 1)
        until = min(len(content), at + dice.randint(1, 12))
        other = dice.choice(seeds)
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


def shapes(tally: Tally, share: Share) -> None:
    """Whatever Hypothesis thinks of, read by every reader."""
    of_json = (JSON | ENTRIES).map(as_json)
    of_lines = LINES.map(lambda it: it.encode("utf-8", "surrogatepass"))
    content = of_json | of_lines | st.binary(max_size=300)

    def read(it: bytes) -> None:
        if share.goes_on():
            read_everywhere(it, tally)

    while share.goes_on():
        _examples(content, min(AT_ONCE, -(-share.left // len(READERS))), read)


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


def by_coverage(among: Sequence[Format], tally: Tally, share: Share) -> bool:
    """What atheris finds; whether it found something that is wrong."""
    with tempfile.TemporaryDirectory() as folder:
        place, counts = Path(folder) / "corpus", Path(folder) / "counts.json"
        place.mkdir()
        for kind in among:
            for number, content in enumerate(seeds(kind)):
                (place / f"{kind.name} {number}").write_bytes(bytes([first_of(kind, among)]) + content)
        names = ",".join(it.name for it in among)
        command = [sys.executable, "-m", "tests.exchange.fuzz_readers", str(counts), names]
        limits = [
            f"-atheris_runs={share.left}", f"-max_len={LARGEST}", "-rss_limit_mb=512", "-print_final_stats=0"
        ]  # fmt: skip
        if share.time < FAR:
            limits.append(f"-max_total_time={max(1, round(share.time))}")
        running = subprocess.Popen([*command, *limits, str(place)])
        try:
            while running.poll() is None and not share.ended.wait(1):
                pass
            running.terminate()
            return running.wait() != 0 and not share.ended.is_set()
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
