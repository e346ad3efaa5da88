"""Choices kept outside the diary, in settings.ini: how the window looks and where it stood. Never a word of content."""

from contextlib import suppress
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Self

from therapy_diary.keys.whole_file import write_whole

SECTION = "window"
LARGEST = 16 * 1024
"""Bytes; ours has a few hundred, and another file in its place need not be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What was chosen, as it stands in the file. Whoever reads a choice checks that it makes sense."""

    theme: str = "system"
    text_size: int = 100
    """Per cent."""
    geometry: str = ""
    """Place and size of the window as Qt writes them, in hexadecimal."""
    page: str = "today"
    """The name of the page last shown, such as "timeline"."""
    lock_after: int = 10
    """Minutes without a touch after which the diary locks; 0 is never."""
    lock_minimised: int = 0
    """1 when the diary locks as its window is put away."""
    out_of_captures: int = 1
    """1 when the windows are kept out of screenshots and recordings, where the system can do that."""
    spelling: int = 1
    """1 when words are checked, where this computer has a dictionary."""
    place_told: int = 0
    """1 once the person was told that the folder lies where other computers can write."""


class Preferences:
    """The choices of one diary folder, read at once and written at every change."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.chosen = Choices()

    @classmethod
    def load(cls, file: Path) -> Self:
        """Read the file. One that is missing, damaged or not ours leaves the usual choices; nothing is raised."""
        preferences = cls(file)
        with suppress(OSError, ValueError), file.open(encoding="utf-8") as opened:
            preferences.chosen = _understood(_lines_of(opened.read(LARGEST)))
        return preferences

    def change(self, **choices: str | int) -> None:
        """Choose anew and write it down, without waiting for the disk: at the worst the choice is lost."""
        wanted = replace(self.chosen, **choices)  # type: ignore[arg-type]
        if wanted == self.chosen:
            return
        self.chosen = wanted
        if not self.file.parent.is_dir():
            return  # there is no diary yet, and choosing a look must not begin one
        lines = [f"{field.name} = {getattr(wanted, field.name)}" for field in fields(Choices)]
        with suppress(OSError):
            write_whole(self.file, "\n".join([f"[{SECTION}]", *lines, ""]).encode(), force=False)


def _lines_of(text: str) -> dict[str, str]:
    """What stands under our heading, by name. By hand: configparser takes 2 ms of every start for these few lines."""
    _, heading, ours = text.partition(f"[{SECTION}]\n")
    ours, _, _ = ours.partition("\n[")
    parts = (line.partition("=") for line in ours.splitlines() if heading)
    return {name.strip().lower(): value.strip() for name, sign, value in parts if sign}


def _understood(written: dict[str, str]) -> Choices:
    """The choices in the file's words, each one by itself: one that cannot be read leaves the usual."""
    choices = Choices()
    for field in fields(Choices):
        if field.name in written:
            with suppress(ValueError):
                kind = type(getattr(choices, field.name))
                choices = replace(choices, **{field.name: kind(written[field.name])})
    return choices
