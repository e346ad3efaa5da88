"""The one command: what it answers, what it chooses, and what it asks a system to install."""

import ast
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
DEV = ROOT / "packaging" / "dev.py"


def answer(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, DEV, *arguments], capture_output=True, encoding="utf-8", check=False
    )


@pytest.mark.parametrize("arguments", [[], ["trun"], ["--verbose"]])
def test_a_wrong_command_is_answered_with_the_usage_and_exit_code_2(arguments: list[str]) -> None:
    done = answer(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "packaging/dev.py run" in done.stderr


def test_who_asks_for_help_gets_the_usage() -> None:
    done = answer("--help")
    assert done.returncode == 0
    for command in ("run", "test", "lint", "check", "tour", "faults", "bench", "doctor"):
        assert f"packaging/dev.py {command} " in done.stdout


def test_it_needs_nothing_but_the_standard_library() -> None:
    names = set[str]()
    for node in ast.walk(ast.parse(DEV.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add((node.module or "").split(".")[0])
    assert names <= sys.stdlib_module_names


def test_uv_is_taken_where_it_is_there(dev: ModuleType) -> None:
    assert list(dev.ways(uv=True, ensurepip=True, pip=True)) == ["uv", "venv", "pip"]


def test_a_usual_python_makes_the_environment_and_its_own_pip_fills_it(dev: ModuleType) -> None:
    make, install = dev.ways(uv=False, ensurepip=True, pip=True)["venv"]
    assert make == [dev.OUTER, "-m", "venv", str(dev.ENV)]
    assert install[:3] == [str(dev.PYTHON), "-m", "pip"]


def test_on_a_bare_debian_the_pip_outside_fills_an_environment_without_pip(dev: ModuleType) -> None:
    ways = dev.ways(uv=False, ensurepip=False, pip=True)
    assert list(ways) == ["pip"]
    make, install = ways["pip"]
    assert "--without-pip" in make
    assert install[:5] == [dev.OUTER, "-m", "pip", "--python", str(dev.PYTHON)]


def test_without_uv_venv_and_pip_there_is_no_way(dev: ModuleType) -> None:
    assert dev.ways(uv=False, ensurepip=False, pip=False) == {}


def test_only_packages_that_are_not_there_are_asked_for(dev: ModuleType) -> None:
    assert dev.still_wanted(["libgl1", "libegl1"], {"libegl1"}, {"libgl1", "libegl1"}) == ["libgl1"]


def test_a_newer_debian_is_asked_for_the_names_it_has(dev: ModuleType) -> None:
    known = {"libglib2.0-0t64", "libgl1"}
    assert dev.still_wanted(["libglib2.0-0", "libgl1"], set(), known) == ["libglib2.0-0t64", "libgl1"]
    assert dev.still_wanted(["libglib2.0-0"], {"libglib2.0-0t64"}, known) == []


def test_the_line_to_type_can_be_pasted_as_it_stands(dev: ModuleType) -> None:
    line = dev.install_line(["libgl1", "libegl1"], root=False)
    assert line == "sudo apt-get install --yes --no-install-recommends libgl1 libegl1"


def test_root_installs_without_sudo_and_without_a_question(dev: ModuleType) -> None:
    words = dev.install_line(["libgl1"], root=True).split()
    assert words[0] == "apt-get"
    assert {"--yes", "libgl1"} <= set(words)


@pytest.mark.parametrize(
    ("settings", "system"),
    [
        ({"DISPLAY": ":0"}, "linux"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux"),
        ({"QT_QPA_PLATFORM": "vnc"}, "linux"),
        ({}, "win32"),
        ({}, "darwin"),
    ],
)
def test_a_window_can_be_seen(dev: ModuleType, settings: dict[str, str], system: str) -> None:
    assert dev.has_screen(settings, system)


@pytest.mark.parametrize(
    ("settings", "system"),
    [({}, "linux"), ({"DISPLAY": ""}, "linux"), ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, "linux")],
)
def test_nobody_would_see_a_window(dev: ModuleType, settings: dict[str, str], system: str) -> None:
    assert not dev.has_screen(settings, system)


@pytest.mark.parametrize(
    "arguments",
    [[], ["--demo"], ["--diary", "somewhere"], ["--diary=somewhere", "--now", "2026-03-04T12:00"]],
)
def test_a_call_without_a_subcommand_opens_the_window(dev: ModuleType, arguments: list[str]) -> None:
    assert dev.opens_window(arguments)


@pytest.mark.parametrize("arguments", [["check"], ["--demo", "review", "out.pdf"], ["--version"], ["--help"]])
def test_a_call_that_needs_no_window_is_passed_on_as_it_is(dev: ModuleType, arguments: list[str]) -> None:
    assert not dev.opens_window(arguments)


def test_a_step_is_taken_once_and_again_when_its_files_change(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "ENV", tmp_path)
    taken: list[str] = []
    for proof in ("first", "first", "second"):
        dev.once("step", proof, lambda proof=proof: taken.append(proof))
    assert taken == ["first", "second"]


def test_a_step_that_failed_is_taken_again(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "ENV", tmp_path)

    def fail() -> None:
        raise SystemExit(1)

    with pytest.raises(SystemExit):
        dev.once("step", "same", fail)
    taken: list[str] = []
    dev.once("step", "same", lambda: taken.append("step"))
    assert taken == ["step"]


def test_the_exit_code_of_a_program_is_passed_on(dev: ModuleType) -> None:
    assert dev.start(sys.executable, "-c", "raise SystemExit(3)") == 3


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signals to end a program with")
def test_a_program_ended_by_a_signal_says_so_as_in_a_shell(dev: ModuleType) -> None:
    assert dev.start(sys.executable, "-c", "import os, signal; os.kill(os.getpid(), signal.SIGTERM)") == 143


def test_what_a_program_says_is_read_as_utf8_whatever_the_system_speaks(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    assert dev.ask(sys.executable, "-c", r"print('\u05e9\u05dc\u05d5\u05dd')") == (True, "שלום")


def test_a_program_that_is_not_there_is_an_answer_too(dev: ModuleType) -> None:
    there, words = dev.ask("no-such-program-anywhere")
    assert not there
    assert words


def test_ci_calls_the_test_command_of_the_readme() -> None:
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "python3 packaging/dev.py test\n" in ci
    assert "python3 packaging/dev.py test --rest\n" in ci
    assert "if " not in ci  # nothing is left out, however slow the computer is
    assert "python3 packaging/dev.py lint\n" in ci
    assert "python3 packaging/dev.py test" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_what_tests_write_is_gone_when_they_end(dev: ModuleType) -> None:
    with dev.room_for_tests() as place:
        folder = Path(place or "/nowhere")
        assert folder.is_dir() == bool(place)
    assert not folder.exists()


def test_a_system_without_room_in_memory_uses_its_disk(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "MEMORY", tmp_path / "nowhere")
    with dev.room_for_tests() as place:
        assert place is None
