"""Stages every fault of rows.py in its full number, which takes some hours, and prints a table of what came of it.

    python tests/faults/run_full.py [--full | --trials N] [--rows 1,2,3] [-o FILE] [PYTEST ARGS]

Without --full the short form runs, as in every test run. The exit code is that of pytest.
"""

import argparse
import os
import platform
import ssl
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from tests.faults.amount import VARIABLE
from tests.faults.rows import ROWS

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = "FUZZ_EXAMPLES"
MANY_EXAMPLES = 20_000
"""For the readers of other programs' files; see tests/exchange/README.md."""
MOST_TOLD = 12
"""Numbers in one cell of the table."""


def main(arguments: list[str]) -> int:
    """Run, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--full", action="store_true", help="the full numbers, some hours")
    parser.add_argument("--trials", metavar="N", type=int, help="this many of everything")
    parser.add_argument("--rows", metavar="N,N", help="only these rows of the table")
    parser.add_argument("-o", "--out", metavar="FILE", type=Path, help="write the table here as well")
    options, rest = parser.parse_known_args(arguments)
    amount = "full" if options.full else "short" if options.trials is None else str(options.trials)
    wanted = {int(it) for it in options.rows.split(",")} if options.rows else {it.number for it in ROWS}
    tests = dict.fromkeys(path for row in ROWS if row.number in wanted for path in row.tests)
    places = dict.fromkeys(it.partition("::")[0] for it in tests)
    settings = {VARIABLE: amount, "QT_QPA_PLATFORM": "offscreen"}
    if options.full:
        settings[EXAMPLES] = str(MANY_EXAMPLES)
    with tempfile.TemporaryDirectory() as place:
        report = Path(place) / "report.xml"
        pytest = ["pytest", *places, "-q", "-o", "faulthandler_timeout=0", "-o", "junit_family=xunit1"]
        done = subprocess.run(
            [sys.executable, "-m", *pytest, f"--junitxml={report}", *rest],
            cwd=ROOT,
            env={**os.environ, **settings},
            check=False,
        )
        table = "\n".join(table_of([report], amount)) if report.exists() else "pytest wrote no report."
    print(table)
    if options.out is not None:
        options.out.write_text(table + "\n", encoding="utf-8")
    return done.returncode


@dataclass(slots=True)
class Outcome:
    """What came of the tests of one row."""

    cases: list[ET.Element] = field(default_factory=list)

    def of(self, *, controls: bool) -> str:
        """In a word, for the controls or for the rest: passed, FAILED, skipped, not run."""
        some = [it for it in self.cases if ("control" in it.get("name", "")) == controls]
        bad = [it for it in some if it.find("failure") is not None or it.find("error") is not None]
        skipped = [it for it in some if it.find("skipped") is not None]
        if bad:
            return f"FAILED {len(bad)} of {len(some)}"
        if not some:
            return "not run"
        passed = f"{len(some) - len(skipped)} {'seen to fail' if controls else 'passed'}"
        return f"{passed}, {len(skipped)} skipped" if skipped else passed

    @property
    def numbers(self) -> str:
        """What the tests have told; the same word of many sizes only once."""
        told = [f"{it.get('name')}: {it.get('value')}" for case in self.cases for it in case.iter("property")]
        if len(told) > MOST_TOLD:
            told = [*told[:MOST_TOLD], f"and {len(told) - MOST_TOLD} more"]
        return "; ".join(dict.fromkeys(told)).replace("|", "/").replace("\n", " ")

    @property
    def seconds(self) -> float:
        """Together, also for setting up."""
        return sum(float(it.get("time", 0)) for it in self.cases)


def table_of(reports: list[Path], amount: str) -> list[str]:
    """A line for each row of the reference that was run."""
    cases = [it for report in reports for it in ET.parse(report).iter("testcase")]  # noqa: S314
    lines = [
        f"Faults staged on {datetime.now():%Y-%m-%d}, numbers: {amount}. {versions()}",
        "",
        "| Row | What | Outcome | Controls | Numbers | Seconds |",
        "|---|---|---|---|---|---|",
    ]
    for row in ROWS:
        found = Outcome([it for it in cases if row.holds(it.get("file", ""), it.get("name", ""))])
        if found.cases:
            lines.append(
                f"| {row.number} | {row.what} | {found.of(controls=False)} | {found.of(controls=True)} "
                f"| {found.numbers} | {found.seconds:.0f} |"
            )
    return lines


def versions() -> str:
    """What it ran on."""
    from therapy_diary import __version__
    from therapy_diary.storage.connection import library

    system = f"Python {platform.python_version()}, {ssl.OPENSSL_VERSION}, {platform.platform()}"
    return f"Therapy Diary {__version__}, {library()}, {system}."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
