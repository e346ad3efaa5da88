"""The lock: everything the project asks for, in one version, with hashes."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PIN = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^\s;]+)(?P<rest>(?:.*\\\n)*.*)", re.MULTILINE)


def toml(name: str) -> dict[str, Any]:
    return tomllib.loads((ROOT / name).read_text(encoding="utf-8"))


def asked_for() -> list[Requirement]:
    """What pyproject.toml asks for to run, to build and to develop."""
    project = toml("pyproject.toml")
    groups = project["dependency-groups"]
    words = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    words += [it for group in ("build", "dev") for it in groups[group] if isinstance(it, str)]
    return [Requirement(it) for it in words]


def pins() -> dict[str, list[tuple[str, set[str]]]]:
    """Each name in packaging/requirements.lock: its versions, each with its hashes."""
    found: dict[str, list[tuple[str, set[str]]]] = {}
    for pin in PIN.finditer((ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")):
        hashes = set(re.findall(r"--hash=(sha256:[0-9a-f]{64})", pin["rest"]))
        found.setdefault(canonicalize_name(pin["name"]), []).append((pin["version"], hashes))
    return found


@pytest.mark.parametrize("requirement", asked_for(), ids=str)
def test_what_the_project_asks_for_is_in_the_lock(requirement: Requirement) -> None:
    versions = [version for version, _hashes in pins()[canonicalize_name(requirement.name)]]
    assert versions
    assert all(requirement.specifier.contains(version) for version in versions)


def test_everything_in_the_lock_has_a_hash() -> None:
    assert all(hashes for versions in pins().values() for _version, hashes in versions)


def test_both_locks_name_the_same_files() -> None:
    """After a change: uv lock && uv export --locked --no-emit-project -o packaging/requirements.lock"""
    for package in toml("uv.lock")["package"]:
        for version, hashes in pins().get(package["name"], []):
            if version == package["version"]:
                files = (
                    [*package.get("wheels", []), package["sdist"]]
                    if "sdist" in package
                    else package["wheels"]
                )
                assert hashes == {file["hash"] for file in files}
    known = {(package["name"], package.get("version")) for package in toml("uv.lock")["package"]}
    assert {(name, version) for name, versions in pins().items() for version, _hashes in versions} <= known


def test_the_lock_was_made_for_these_very_requirements() -> None:
    (ours,) = (it for it in toml("uv.lock")["package"] if it["name"] == "therapy-diary")
    locked = {(it["name"], it.get("specifier", "")) for it in ours["metadata"]["requires-dist"]}
    project = toml("pyproject.toml")["project"]
    extras = [it for extra in project["optional-dependencies"].values() for it in extra]
    wanted = [Requirement(it) for it in [*project["dependencies"], *extras]]
    in_one_order = {(name, frozenset(specifier.split(","))) for name, specifier in locked}
    assert in_one_order == {
        (canonicalize_name(it.name), frozenset(str(it.specifier).split(","))) for it in wanted
    }
