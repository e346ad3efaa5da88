"""The person in front of the system's window that asks to unlock the keyring, played by mock_prompter.py."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def person(mode: str) -> Iterator[None]:
    """Somebody in front of the system's own window; mock_prompter.py lists the modes."""
    command = [sys.executable, str(Path(__file__).with_name("mock_prompter.py")), mode]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as prompter:
        assert prompter.stdout is not None
        prompter.stdout.readline()
        try:
            yield
        finally:
            prompter.kill()
