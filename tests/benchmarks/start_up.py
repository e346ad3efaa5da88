"""How long the program takes to its first paint, beside an empty window of the same library.

Each round starts one process of each kind, one after the other, so that a busy minute slows all of them.
The time runs from just before the process is started until the first paint is on the window.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks import a_keyring, stores
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.opening import Passphrase, begin

CHILD = Path(__file__).with_name("first_paint.py")
ROOT = Path(__file__).parents[2]


@dataclass(slots=True, kw_only=True)
class Kind:
    """One kind of window, and what its processes took."""

    name: str
    window: str
    file: Path
    settings: Mapping[str, str] = field(default_factory=dict)
    """Environment variables, where it needs a session of its own."""
    times: list[float] = field(default_factory=list)
    work: list[float] = field(default_factory=list)
    heavy: list[str] = field(default_factory=list)


def first_paint(kind: Kind, platform: str) -> tuple[float, float]:
    """The milliseconds one process took, and those of them a processor worked for it."""
    environment = {**os.environ, **kind.settings, "QT_QPA_PLATFORM": platform, "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, CHILD, kind.window, repr(time.monotonic()), kind.file]
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE)
    answer = json.loads(done.stdout)
    kind.heavy = answer["heavy"]
    return float(answer["ms"]), float(answer["work"])


def kinds(sizes: list[int], session: Mapping[str, str] | None) -> list[Kind]:
    """The empty window, the page that asks for the passphrase, and the diary on two pages at each size.

    session: the environment of a keyring, for the whole program from its command line on.
    """
    files = {size: stores.diary_of(size) for size in sizes}
    first, most = files[sizes[0]], sizes[-1]
    by_keyring: list[Kind] = []
    if session is not None:
        folder = a_keyring.diary_in(dict(session), most).path
        by_keyring = [
            Kind(name="program, its first window", window="shell", file=folder, settings=session),
            Kind(
                name=f"program, key from the keyring, timeline, {most:,} notes",
                window="keyring",
                file=folder,
                settings=session,
            ),
        ]
    return [
        Kind(name="empty window", window="empty", file=first),
        Kind(name="lock page", window="lock", file=_locked() / "diary"),
        Kind(name=f"today, {sizes[-1]:,} notes", window="today", file=files[sizes[-1]]),
        *(Kind(name=f"timeline, {size:,} notes", window="timeline", file=files[size]) for size in sizes),
        *by_keyring,
    ]


def table(sizes: list[int], platform: str, rounds: int) -> list[str]:
    """The lines of a Markdown table."""
    with ExitStack() as stack:
        session = stack.enter_context(a_keyring.session()) if a_keyring.is_here() else None
        measured = kinds(sizes, session)
        for number in range(rounds + 1):
            for kind in measured:
                took, work = first_paint(kind, platform)
                if number:  # the first round only warms the byte code and the file cache
                    kind.times.append(took)
                    kind.work.append(work)
    return _lines(measured, platform)


def _lines(measured: list[Kind], platform: str) -> list[str]:
    floor = measured[0]
    lines = [
        f"| first paint ({platform}) | ms | half of them | × empty window | processor ms | × empty window | heavy libraries |",
        "|---|--:|--:|--:|--:|--:|---|",
    ]
    for kind in measured:
        low, middle, high = statistics.quantiles(kind.times, n=4)
        cells = [
            kind.name,
            f"{middle:.0f}",
            f"{low:.0f}-{high:.0f}",
            f"{_times(kind.times, floor.times):.2f}",
            f"{statistics.median(kind.work):.0f}",
            f"{_times(kind.work, floor.work):.2f}",
            ", ".join(kind.heavy) or "none",
        ]
        lines.append(f"| {' | '.join(cells)} |")
    ten, hundred = (
        next((it for it in measured if it.name == f"timeline, {size:,} notes"), None)
        for size in (10_000, 100_000)
    )
    if ten is not None and hundred is not None:
        lines += [
            "",
            f"Timeline, 100,000 notes beside 10,000: {_times(hundred.work, ten.work):.2f} × the processor time.",
        ]
    return lines


def _times(ours: list[float], floor: list[float]) -> float:
    """How many times as long, round by round."""
    return statistics.median(it / base for it, base in zip(ours, floor, strict=True))


def _locked() -> Path:
    """The folder of a diary that opens by passphrase."""
    place = stores.shelf() / "locked"
    if not place.exists():
        folder = DiaryFolder(place)
        with folder.hold():
            diary, _ = begin(
                folder, now=lambda: stores.NOW, way=Passphrase(text="a passphrase to measure by")
            )
        diary.close()
    return place
