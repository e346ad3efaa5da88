"""Where the diary of this person lies on this computer, unless they say otherwise."""

import os
from collections.abc import Mapping
from pathlib import Path

NAME = "therapy-diary"
CHOSEN_BY = "THERAPY_DIARY_HOME"


def diary_folder(chosen: Path | None, environment: Mapping[str, str]) -> Path:
    """The diary folder: the one given on the command line, else THERAPY_DIARY_HOME, else the usual place."""
    named = environment.get(CHOSEN_BY)
    if chosen is None and named:
        chosen = Path(named)
    return usual_folder() if chosen is None else chosen.expanduser().absolute()


def usual_folder() -> Path:
    """Where this system keeps what programs keep for a person; not a folder that follows them to other computers."""
    from platformdirs import user_data_path

    return user_data_path(NAME, appauthor=False, roaming=False)


def keep_to_owner() -> None:
    """From now on whatever this process writes can be read by its owner only. Call it first of all."""
    os.umask(0o077)
