"""How long other diaries take until they can be used, with 10,000 entries, beside ours with the same ones.

Debian's packages of RedNotebook, CherryTree and Lifeograph, each over a journal in its own format, under an X server
without a screen; ours with the key in hand. Usable is when the window has been painted for the last time before it rests. Nothing is installed
here: what is missing is named instead of measured.
"""

import json
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks import peer_journals, stores

COUNT = 10_000
HERE = Path(__file__).parent
SYSTEM_PYTHON = Path("/usr/bin/python3")
SCREEN = ("xvfb-run", "--auto-servernum", "--server-args=-screen 0 1600x1000x24", "dbus-run-session", "--")
TOOLS = {"xvfb-run": "xvfb", "openbox": "openbox", "dbus-run-session": "dbus", "/usr/bin/python3": "python3"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A program: what is started over which journal, what writes that, and how many times as fast ours must be."""

    name: str
    command: tuple[str, ...]
    journal: str
    write: Callable[[Path, int], None]
    at_least: float

    @property
    def is_here(self) -> bool:
        return shutil.which(self.command[0]) is not None


OURS = Peer(
    name="ours, encrypted",
    command=(sys.executable, str(HERE / "open_program.py")),
    journal="ours",
    write=peer_journals.ours,
    at_least=1,
)
PEERS = (
    Peer(
        name="RedNotebook",
        command=("/usr/bin/rednotebook", "--date", "2026-05-18"),
        journal="rednotebook",
        write=peer_journals.rednotebook,
        at_least=10,
    ),
    Peer(
        name="CherryTree",
        command=("/usr/bin/cherrytree", "-N"),
        journal="perf.ctb",
        write=peer_journals.cherrytree,
        at_least=10,
    ),
    Peer(
        name="Lifeograph",
        command=("/usr/bin/lifeograph", "--open"),
        journal="perf.diary",
        write=peer_journals.lifeograph,
        at_least=40,
    ),
)


def table(rounds: int) -> list[str]:
    """The lines of a Markdown table, or what is missing for one."""
    lacking = [package for tool, package in TOOLS.items() if shutil.which(tool) is None]
    if not _has_xlib():
        lacking.append("python3-xlib")
    if lacking:
        return [f"Not measured here: {', '.join(lacking)} not installed."]
    here = [it for it in PEERS if it.is_here]
    seen = _watched([OURS, *here], rounds)
    lines = [
        "| 10,000 entries | usable after, s | half of them | × ours | must be | processor until then, s | × ours | MiB |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for it in (OURS, *here):
        low, middle, high = statistics.quantiles((one["usable"] for one in seen[it.name]), n=4)
        work, memory = (statistics.median(one[what] for one in seen[it.name]) for what in ("work", "memory"))
        cells = [
            f"{it.name}{_version(it)}",
            f"{middle:.2f}",
            f"{low:.2f}-{high:.2f}",
            f"{_times(seen, it, 'usable'):.1f}",
            "" if it is OURS else f"{it.at_least:.0f}",
            f"{work:.2f}",
            f"{_times(seen, it, 'work'):.1f}",
            f"{memory:.0f}",
        ]
        lines.append(f"| {' | '.join(cells)} |")
    missing = [it.name for it in PEERS if not it.is_here]
    return [*lines, *([f"\nNot installed here: {', '.join(missing)}."] if missing else [])]


def _times(seen: dict[str, list[dict[str, float]]], peer: Peer, what: str) -> float:
    """How many times as much as ours, round by round."""
    pairs = zip(seen[peer.name], seen[OURS.name], strict=True)
    return statistics.median(one[what] / ours[what] for one, ours in pairs)


def _watched(programs: list[Peer], rounds: int) -> dict[str, list[dict[str, float]]]:
    jobs = {it.name: _job(it) for it in programs}
    done = subprocess.run(
        [*SCREEN, str(SYSTEM_PYTHON), str(HERE / "watch_window.py"), str(rounds)],
        input=json.dumps(jobs),
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    last = done.stdout.strip().rpartition("\n")[2]  # xvfb-run lets the words of all errors in as well
    found: dict[str, list[dict[str, float]]] = json.loads(last)
    return found


def _job(peer: Peer) -> dict[str, object]:
    """What to start, each with a home of its own."""
    place = stores.shelf() / f"peers-{COUNT}"
    journal, home = place / peer.journal, place / f"home-{peer.journal}"
    home.mkdir(parents=True, exist_ok=True)
    if not journal.exists():
        beside = place / f"{peer.journal}.part"
        shutil.rmtree(beside, ignore_errors=True)
        beside.unlink(missing_ok=True)
        peer.write(beside, COUNT)
        beside.rename(journal)
    environment = {
        "HOME": str(home),
        **{f"XDG_{it}_HOME": str(home / it.lower()) for it in ("CONFIG", "DATA", "CACHE", "STATE")},
        "GSETTINGS_BACKEND": "memory",
        "NO_AT_BRIDGE": "1",
        "LIBGL_ALWAYS_SOFTWARE": "1",
        "QT_QPA_PLATFORM": "xcb",
    }
    return {"command": [*peer.command, str(journal)], "environment": environment}


def _has_xlib() -> bool:
    asked = [str(SYSTEM_PYTHON), "-c", "import Xlib"]
    return SYSTEM_PYTHON.exists() and subprocess.run(asked, check=False, capture_output=True).returncode == 0


def _version(peer: Peer) -> str:
    if peer is OURS or shutil.which("dpkg-query") is None:
        return ""
    asked = ["dpkg-query", "-W", "-f", "${Version}", Path(peer.command[0]).name]
    said = subprocess.run(asked, check=False, capture_output=True, text=True)
    return f" {said.stdout}" if said.returncode == 0 else ""
