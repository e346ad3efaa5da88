import stat
from pathlib import Path

import pytest

from therapy_diary.preferences import Choices, Preferences


def test_a_choice_is_there_at_the_next_start(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    Preferences.load(file).change(theme="dark", text_size=150)
    chosen = Preferences.load(file).chosen
    assert (chosen.theme, chosen.text_size) == ("dark", 150)


def test_only_the_owner_can_read_the_file(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    Preferences.load(file).change(theme="dark")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_choosing_a_look_does_not_begin_a_diary_folder(tmp_path: Path) -> None:
    preferences = Preferences.load(tmp_path / "nowhere" / "settings.ini")
    preferences.change(theme="dark")
    assert preferences.chosen.theme == "dark"
    assert not (tmp_path / "nowhere").exists()


def test_what_is_chosen_already_is_not_written_again(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    preferences = Preferences.load(file)
    preferences.change(theme="dark")
    file.unlink()
    preferences.change(theme="dark")
    assert not file.exists()


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\xff\xfe", b"no section", b"[window]\ntheme", b"[other]\ntheme = dark\n", b"x" * 100_000],
)
def test_a_damaged_file_leaves_the_usual_choices(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.ini"
    file.write_bytes(content)
    assert Preferences.load(file).chosen == Choices()


def test_one_unreadable_choice_does_not_cost_the_others(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    file.write_text("[window]\ntheme = dark\ntext_size = huge\nunknown = 1\n")
    chosen = Preferences.load(file).chosen
    assert (chosen.theme, chosen.text_size) == ("dark", 100)


def test_a_folder_in_place_of_the_file_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "settings.ini").mkdir()
    preferences = Preferences.load(tmp_path / "settings.ini")
    preferences.change(theme="dark")
    assert preferences.chosen.theme == "dark"
