"""The command line without a process of its own: for tests of what a command does, not of how it is started."""

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QLocale

from therapy_diary import cli

Done = subprocess.CompletedProcess[str]


def called(home: Path, *arguments: str, typed: str = "") -> Done:
    """therapy-diary with these arguments, on the diary in this folder: its exit code, and what it said to whom."""
    command = ["--diary", str(home), *arguments]
    said, complained = io.StringIO(), io.StringIO()
    mask = os.umask(0o022)  # the command is stricter, and has to say so itself
    before = QLocale()  # a process would take with it how it wrote days
    try:
        with (
            patch.dict(os.environ),
            patch.object(sys, "stdin", io.StringIO(typed)),
            redirect_stdout(said),
            redirect_stderr(complained),
        ):
            code = cli.main(command)
    except SystemExit as end:  # wrong usage
        code = int(end.code or 0)
    finally:
        os.umask(mask)
        QLocale.setDefault(before)
    return Done(command, code, said.getvalue(), complained.getvalue())
