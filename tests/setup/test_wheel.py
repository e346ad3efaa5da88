"""The wheel people install: what is in it, and whether it starts far from the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_code_forms_resources_and_migrations(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    package = ROOT / "therapy_diary"
    wanted = {it.relative_to(ROOT).as_posix() for it in [*package.rglob("*.py"), *package.rglob("*.sql")]}
    wanted |= {f"therapy_diary/forms/{form.stem}.py" for form in (ROOT / "ui").glob("*.ui")}
    for file in (it for it in (ROOT / "resources").rglob("*") if it.is_file()):
        wanted.add(f"therapy_diary/{file.relative_to(ROOT).as_posix()}")
    assert wanted <= held
    assert any(name.endswith(".sql") for name in held)


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    for name in zipfile.ZipFile(wheel).namelist():
        assert name.startswith("therapy_diary"), name
        assert "__pycache__" not in name


def test_the_wheel_names_its_command_and_its_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (points,) = (it for it in archive.namelist() if it.endswith("entry_points.txt"))
        assert "therapy-diary = therapy_diary.__main__:main" in archive.read(points).decode()
        assert any(it.endswith("licenses/LICENSE") for it in archive.namelist())


def test_the_program_starts_from_the_wheel_and_finds_its_resources_there(wheel: Path, tmp_path: Path) -> None:
    """Once more by hand, with a real installation: uv tool install dist/*.whl && therapy-diary --version"""
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    environment = {**os.environ, "PYTHONPATH": str(site), "THERAPY_DIARY_HOME": str(tmp_path / "home")}

    def say(*arguments: str) -> str:
        command = [sys.executable, *arguments]
        done = subprocess.run(
            command, cwd=tmp_path, env=environment, check=False, capture_output=True, encoding="utf-8"
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    code = "from therapy_diary import resources; print(resources.ROOT); print(resources.text('theme/app.qss') != '')"
    assert say("-c", code).splitlines() == [str(site / "therapy_diary" / "resources"), "True"]
    assert say("-m", "therapy_diary", "--version")
