#!/usr/bin/env python3
"""The one command for people, for CI and for a new computer.

    python3 packaging/dev.py run [ARGS]          start the diary; without a screen, take the tour
    python3 packaging/dev.py test [PYTEST ARGS]  run the tests, without a screen; --rest those that take long, --thorough all
    python3 packaging/dev.py lint                the linters and the type checker
    python3 packaging/dev.py check               lint, then all tests
    python3 packaging/dev.py tour FOLDER         a picture of every page, and the two PDFs
    python3 packaging/dev.py faults [--full]     kills, power cuts, full disks, flipped bytes: a table of what came of it
    python3 packaging/dev.py bench               how long starting, searching and saving take
    python3 packaging/dev.py doctor              what this computer has, and what it lacks

The first call makes .venv, from packaging/requirements.lock and by hash; later calls start at once.
It needs Python 3.11 or newer with pip, venv or uv, and nothing else: standard library only.
"""

from __future__ import annotations

import hashlib
import os
import platform
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    Settings = dict[str, str] | None  # environment variables, besides those that are there

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "packaging" / "requirements.lock"
ENV = ROOT / ".venv"
PYTHON = ENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OUTER = getattr(sys, "_base_executable", sys.executable)  # not the one in .venv, which may be made anew

LIBRARIES = {  # what PySide6 leaves to the system, as Debian and Ubuntu name it
    "offscreen": "libdbus-1-3 libegl1 libfontconfig1 libgl1 libglib2.0-0 libgssapi-krb5-2 libxkbcommon0",
    "screen": "libcups2 libwayland-client0 libwayland-cursor0 libwayland-egl1 libx11-xcb1 libxcb-cursor0 "
    "libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 "
    "libxcb-xkb1 libxkbcommon-x11-0",
}
TEST_TOOLS = {  # program: its Debian packages
    "dbus-daemon": "dbus",  # with the next, a real keyring
    "gcc": "gcc libc6-dev",  # for a disk that fails when it is told to
    "gnome-keyring-daemon": "gnome-keyring",
    "pdftotext": "poppler-utils",  # another reader of our PDFs
    "strace": "strace",  # a witness of everything that is written
    "xvfb-run": f"xvfb xauth {LIBRARIES['screen']}",  # an X server, for what only X does
}
LINTERS = (["ruff", "check"], ["ruff", "format", "--check"], ["mypy"])
START_QT = "import matplotlib, sqlcipher3; from PySide6.QtWidgets import QApplication; QApplication([])"
MEMORY = Path("/dev/shm")  # noqa: S108 - a file system in memory on Linux, private to this run's folder
ROOM_FOR_TESTS = 4 * 1024**3
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


def start(*command: str | Path, folder: Path = ROOT, settings: Settings = None) -> int:
    """Run a command, let it speak for itself, and return its exit code."""
    code = subprocess.run(command, cwd=folder, env=surroundings(settings), check=False).returncode
    return code if code >= 0 else 128 - code  # ended by a signal: as a shell would say it


def ask(*command: str | Path, settings: Settings = None) -> tuple[bool, str]:
    """Whether a command succeeds, and what it has to say."""
    pipes: Any = {"input": b"", "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    try:
        done = subprocess.run(command, env=surroundings(settings), check=False, **pipes)
    except OSError as error:
        return False, str(error)
    return done.returncode == 0, done.stdout.decode("utf-8", "replace").strip()


def surroundings(settings: Settings) -> dict[str, str]:
    return {**os.environ, "PYTHONUTF8": "1", **(settings or {})}


def say(line: str) -> None:
    print(line, flush=True)


# Packages of the system


def still_wanted(wanted: Iterable[str], installed: set[str], known: set[str]) -> list[str]:
    """The packages to install, by the name this system has for them: since 2024 some end in t64."""
    names = [f"{name}t64" if f"{name}t64" in known else name for name in wanted]
    return [name for name in names if name not in installed]


def install_line(packages: Iterable[str], *, root: bool) -> str:
    line = ["install", "--yes", "--no-install-recommends", *packages]
    patient = ["-o", "DPkg::Lock::Timeout=300"]  # a new machine may be busy with its first updates
    return shlex.join(["apt-get", *patient, *line] if root else ["sudo", "apt-get", *line])


def provide(wanted: list[str], why: str) -> bool:
    """Install Debian packages when that is ours to do; otherwise say what would install them."""
    if not shutil.which("apt-get"):
        say(f"{why} The Debian packages with what it needs: {' '.join(wanted)}")
        return False
    root = os.geteuid() == 0
    if root:
        ask("apt-get", "update")  # may fail for a source we do not need
    listed = ask("dpkg-query", "--show", "--showformat=${db:Status-Status} ${Package}\n")[1].splitlines()
    installed = {line.removeprefix("installed ") for line in listed}
    missing = still_wanted(wanted, installed, set(ask("apt-cache", "pkgnames")[1].split()))
    line = install_line(missing, root=root)
    if not missing:
        say(f"{why} Every package known to help is installed.")
    elif not root:
        say(f"{why} This installs what is missing:\n  {line}")
    else:
        say(f"{why} Installing {' '.join(missing)} ...")
        done, output = ask(*shlex.split(line), settings={"DEBIAN_FRONTEND": "noninteractive"})
        if not done:
            say(f"{output}\nThis did not succeed:\n  {line}")
        return done
    return False


# The environment in .venv


def ways(*, uv: bool, ensurepip: bool, pip: bool) -> dict[str, tuple[list[str], list[str]]]:
    """The ways to make .venv, best first: what makes it, and what installs into it."""
    outer, inner, env = str(OUTER), str(PYTHON), str(ENV)
    install = ["install", "--quiet", "--disable-pip-version-check"]
    found = {}
    if uv:
        with_uv = ["uv", "pip", "install", "-q", "--compile-bytecode", "-p", inner]
        found["uv"] = (["uv", "venv", "-q", "-p", outer, env], with_uv)
    if ensurepip:
        found["venv"] = ([outer, "-m", "venv", env], [inner, "-m", "pip", *install])
    if pip:  # Debian keeps ensurepip in a package of its own, so its pip works from outside
        bare = [outer, "-m", "venv", "--without-pip", env]
        found["pip"] = (bare, [outer, "-m", "pip", "--python", inner, *install])
    return found


def ways_here() -> dict[str, tuple[list[str], list[str]]]:
    return ways(
        uv=ask("uv", "--version")[0],
        ensurepip=ask(OUTER, "-c", "import ensurepip")[0],
        pip=ask(OUTER, "-m", "pip", "--version")[0],
    )


def make_environment() -> None:
    """Make .venv anew with exactly what the lock names; nothing is built on the way."""
    if not ways_here():
        provide(["python3-venv"], "Python has neither pip nor venv.")
    for name, (make, install) in ways_here().items():
        say(f"Making .venv with {name}, about 150 MB to download, once ...")
        shutil.rmtree(ENV, ignore_errors=True)
        by_hash = [*install, "--only-binary", ":all:", "--require-hashes", "-r", str(LOCK)]
        if not start(*make) and not start(*by_hash):
            (ENV / ".installer").write_text("\n".join(install), encoding="utf-8")
            return
        say(f"That did not succeed with {name}.")
    raise SystemExit(1)


def start_qt(kind: str) -> None:
    """Let Qt itself say whether it starts here, and provide the libraries it lacks."""
    settings = OFFSCREEN if kind == "offscreen" else {}
    wanted = LIBRARIES["offscreen"] if kind == "offscreen" else " ".join(LIBRARIES.values())
    for _attempt in range(2):
        starts, output = ask(PYTHON, "-c", START_QT, settings=settings)
        if starts:
            return
        words = output.splitlines() or ["it says nothing"]
        reason = words[-1 if words[0].startswith("Traceback") else 0]
        if not provide(wanted.split(), f"Qt does not start here ({reason})."):
            break
    raise SystemExit(1)


def add_project() -> None:
    """Put the checkout itself into .venv; this also writes the forms and the translations."""
    say("Adding the diary to .venv ...")
    install = (ENV / ".installer").read_text(encoding="utf-8").split("\n")
    if start(*install, "--no-build-isolation", "--no-deps", "--editable", ROOT):
        raise SystemExit(1)


def once(step: str, proof: str, do: Callable[[], None]) -> None:
    """Take a step of the set-up, unless it was taken for the very same files and Python."""
    stamp = ENV / f".done-{step}"
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != proof:
        do()
        stamp.write_text(proof, encoding="utf-8")


def get_ready(kind: str) -> None:
    """See to it that .venv is there, that Qt starts, and that the forms are as fresh as ui/."""
    packages = hashlib.sha256(LOCK.read_bytes() + f"{sys.version} {ENV}".encode()).hexdigest()
    project = hashlib.sha256((ROOT / "pyproject.toml").read_bytes() + packages.encode()).hexdigest()
    once("packages", packages, make_environment)
    once(f"qt-{kind}", packages, lambda: start_qt(kind))
    once("project", project, add_project)
    if start(PYTHON, ROOT / "packaging" / "generate.py"):
        raise SystemExit(1)


# The commands


def has_screen(settings: Mapping[str, str] = os.environ, system: str = sys.platform) -> bool:
    """Whether a window can be seen here: Qt may be told so; on Linux and the like a display is named."""
    if chosen := settings.get("QT_QPA_PLATFORM"):
        return not chosen.startswith(("offscreen", "minimal"))
    named = settings.get("DISPLAY") or settings.get("WAYLAND_DISPLAY")
    return system in ("win32", "darwin") or bool(named)


def opens_window(arguments: list[str]) -> bool:
    """Whether the program would open its window: it is given no subcommand, no --help, no --version."""
    rest = iter(arguments)
    for argument in rest:
        if argument in ("--diary", "--now"):
            next(rest, None)
        elif argument != "--demo" and not argument.startswith(("--diary=", "--now=")):
            return False
    return True


def run(arguments: list[str]) -> int:
    screen = has_screen()
    get_ready("screen" if screen else "offscreen")
    if not screen and opens_window(arguments):
        say("There is no screen here, so this is the tour instead: look into the folder tour.")
        arguments = ["tour", "tour"]
    settings = None if screen else OFFSCREEN
    return start(PYTHON, "-m", "therapy_diary", *arguments, folder=Path.cwd(), settings=settings)


def test(arguments: list[str]) -> int:
    """Without a screen. A test that lacks a tool is skipped and says why; in CI it fails."""
    get_ready("offscreen")
    in_ci = os.environ.get("CI", "").lower() not in ("", "0", "false")
    lacking = [tool for tool in TEST_TOOLS if sys.platform == "linux" and not shutil.which(tool)]
    if lacking:
        lot = "fail" if in_ci else "are skipped"
        why = f"Tests that need {', '.join(lacking)} {lot} without."
        provide(" ".join(TEST_TOOLS[tool] for tool in lacking).split(), why)
    settings = OFFSCREEN | ({"THERAPY_DIARY_TEST_REQUIRE": "all"} if in_ci else {})
    settings["PYTHONDONTWRITEBYTECODE"] = ""  # else each program that a test starts compiles itself anew
    if sys.platform == "linux":
        settings["LC_ALL"] = "C.UTF-8"  # the same everywhere; Qt warns about a locale that is not UTF-8
    # The whole suite on every core, file by file in their order: those with few long tests would else come last.
    is_whole = not set(arguments) - {"--thorough", "--rest"}
    spread = ["-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder"] if is_whole else []
    with room_for_tests() as place:
        where = (
            [] if place is None else ["--basetemp", f"{place}/t"]
        )  # short: a socket's path has 100 letters
        settings |= {} if place is None else {"TMPDIR": place}
        return start(PYTHON, "-m", "pytest", *spread, *where, *arguments, settings=settings)


@contextmanager
def room_for_tests() -> Iterator[str | None]:
    """Where tests put their files: in memory where the system has room there, for most of their time is a disk's.

    None is wherever such files usually go.

    What they look at is the same: a process that is killed loses nothing of what it gave to either.
    """
    try:
        found = os.statvfs(MEMORY)
        roomy = found.f_bavail * found.f_frsize > ROOM_FOR_TESTS and not found.f_flag & os.ST_NOEXEC
    except (OSError, AttributeError):
        roomy = False
    if not roomy:
        yield None
        return
    with TemporaryDirectory(prefix="td-", dir=MEMORY, ignore_cleanup_errors=True) as place:
        Path(place).chmod(0o711)  # some tests are another user for a while
        yield place


def lint(_arguments: list[str]) -> int:
    get_ready("offscreen")
    worst = 0
    for linter in LINTERS:
        say(f"{' '.join(linter)}:")
        worst = max(worst, start(PYTHON, "-m", *linter))
    return worst


def check(arguments: list[str]) -> int:
    return max(lint([]), test(arguments or ["--thorough"]))


def tour(arguments: list[str]) -> int:
    get_ready("offscreen")
    return start(PYTHON, "-m", "therapy_diary", "tour", *arguments, folder=Path.cwd(), settings=OFFSCREEN)


def bench(arguments: list[str]) -> int:
    get_ready("offscreen")
    return start(PYTHON, ROOT / "tests" / "benchmarks" / "run.py", *arguments)


def faults(arguments: list[str]) -> int:
    """The full numbers take some hours; a table at the end, and with -o FILE in a file as well."""
    get_ready("offscreen")
    return start(PYTHON, ROOT / "tests" / "faults" / "run_full.py", *arguments, settings=OFFSCREEN)


def doctor(_arguments: list[str]) -> int:
    """Ask everything again, whatever was found before, and say it line by line."""
    for stamp in ENV.glob(".done-qt-*"):
        stamp.unlink()
    say(f"Python {platform.python_version()} at {OUTER}, on {platform.platform()}")
    say(f"Ways to make .venv: {', '.join(ways_here()) or 'none'}")
    for kind in ("offscreen", "screen") if has_screen() else ("offscreen",):
        get_ready(kind)
        say(f"Qt starts ({kind}).")
    for tool, package in TEST_TOOLS.items():
        say(f"{tool}: {shutil.which(tool) or f'not here, only some tests need it (Debian: {package})'}")
    return 0


def main(arguments: list[str]) -> int:
    commands = {it.__name__: it for it in (run, test, lint, check, tour, faults, bench, doctor)}
    name, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if sys.version_info < (3, 11):  # noqa: UP036  (an older Python may well start this file)
        say(f"The diary needs Python 3.11 or newer; this is {platform.python_version()}.")
        return 1
    if name not in commands:
        wants_help = name in ("help", "-h", "--help")
        print(__doc__, file=sys.stdout if wants_help else sys.stderr)
        return 0 if wants_help else 2
    try:
        return commands[name](rest)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
