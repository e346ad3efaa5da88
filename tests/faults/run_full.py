"""Stages every fault in its full number, which takes about an hour, and prints a table of what came of it.

    python tests/faults/run_full.py [--full | --trials N] [-o RESULTS.md] [PYTEST ARGS]

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
from datetime import datetime
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
VARIABLE = "THERAPY_DIARY_TEST_FAULTS"


def main(arguments: list[str]) -> int:
    """Run, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--full", action="store_true", help="the full numbers, about an hour")
    parser.add_argument("--trials", metavar="N", type=int, help="this many of everything")
    parser.add_argument("-o", "--out", metavar="FILE", type=Path, help="write the table here as well")
    options, rest = parser.parse_known_args(arguments)
    amount = "full" if options.full else "short" if options.trials is None else str(options.trials)
    with tempfile.TemporaryDirectory() as place:
        report = Path(place) / "report.xml"
        pytest = ["pytest", str(HERE), "-q", "-o", "faulthandler_timeout=0", "-o", "junit_family=xunit1"]
        done = subprocess.run(
            [sys.executable, "-m", *pytest, f"--junitxml={report}", *rest],
            cwd=ROOT,
            env={**os.environ, VARIABLE: amount, "QT_QPA_PLATFORM": "offscreen"},
            check=False,
        )
        table = "\n".join(table_of(report, amount)) if report.exists() else "pytest wrote no report."
    print(table)
    if options.out is not None:
        options.out.write_text(table + "\n", encoding="utf-8")
    return done.returncode


def table_of(report: Path, amount: str) -> list[str]:
    """One line for each test, those of many rooms or sizes counted together."""
    lines = [
        f"Faults staged on {datetime.now():%Y-%m-%d}, numbers: {amount}. {versions()}",
        "",
        "| Fault | Outcome | Numbers | Seconds |",
        "|---|---|---|---|",
    ]
    rows: dict[str, list[ET.Element]] = {}
    for case in ET.parse(report).iter("testcase"):  # noqa: S314
        name = case.get("name", "")
        rows.setdefault(
            name.partition("[")[0] if "full_disk" in case.get("classname", "") else name, []
        ).append(case)
    for name, cases in rows.items():
        bad = [it for it in cases if it.find("failure") is not None or it.find("error") is not None]
        skipped = [it for it in cases if it.find("skipped") is not None]
        outcome = f"FAILED {len(bad)}" if bad else "skipped" if skipped else "passed"
        told = [f"{it.get('name')}: {it.get('value')}" for case in cases for it in case.iter("property")]
        numbers = "; ".join(told) or (f"{len(cases)} sizes" if len(cases) > 1 else "")
        seconds = sum(float(it.get("time", 0)) for it in cases)
        says = name.removeprefix("test_").replace("_", " ")
        lines.append(f"| {says} | {outcome} | {numbers.replace('|', '/')} | {seconds:.0f} |")
    return lines


def versions() -> str:
    """What it ran on."""
    from therapy_diary import __version__
    from therapy_diary.storage.connection import library

    system = f"Python {platform.python_version()}, {ssl.OPENSSL_VERSION}, {platform.platform()}"
    return f"Therapy Diary {__version__}, {library()}, {system}."


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main(sys.argv[1:]))
