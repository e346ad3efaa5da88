"""The command line: the same core as the window, for scripts and for looking after a diary.

Exit codes: 0 done; 1 something the person can act on, said in one line on stderr; 2 wrong usage; 3 our own bug.
The rooms: the words of the command line are in `options` and `words`, what the commands do in `looking_after`, `paper`
and `exchange`, how these get into a diary in `opening`, and how they end in `outcome`.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from therapy_diary.cli.options import clock_of, folder_of, want_only_the_window, window_parser
from therapy_diary.cli.outcome import OUR_BUG, TO_ACT_ON, CannotDo
from therapy_diary.desktop.binding import WrongBinding
from therapy_diary.keys.errors import NoKey
from therapy_diary.paths import keep_to_owner
from therapy_diary.storage.errors import StorageError, WrongLibrary
from therapy_diary.vault.errors import FolderTrouble
from therapy_diary.vault.sentences import sentence_for


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says, and return the exit code."""
    options = _understood(sys.argv[1:] if arguments is None else arguments)
    keep_to_owner()
    try:
        return _done(options)
    except CannotDo as error:
        return _say(str(error))
    except (StorageError, NoKey, FolderTrouble) as error:
        return _say(sentence_for(error))
    except WrongBinding:
        return _say(
            "This version of PySide6 ends the program after a while; install Therapy Diary again, or Python 3.12."
        )
    except KeyboardInterrupt:
        return _say("Stopped.")
    except BrokenPipeError:  # whoever reads us has heard enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return TO_ACT_ON
    except Exception as error:
        from therapy_diary.mishap import record

        place = record(error, folder_of(options).log)
        print(f"Something went wrong inside the program; it is written down in {place}.", file=sys.stderr)
        return OUR_BUG


def _understood(words: Sequence[str]) -> argparse.Namespace:
    """The command line as options, which say under `do` what is to be done; wrong usage ends here."""
    parser = window_parser()
    parser.set_defaults(do=_window)
    if not want_only_the_window(words):
        from therapy_diary.cli.words import add_commands

        add_commands(parser)
    options = parser.parse_args(words)
    if sum((options.passphrase_stdin, options.recovery_stdin, getattr(options, "keyring", False))) > 1:
        parser.error("say one way to open only")
    return options


def _done(options: argparse.Namespace) -> int:
    """The command's exit code, once all it had to say is out."""
    do: Callable[[argparse.Namespace], int] = options.do
    code = do(options)
    sys.stdout.flush()
    return code


def _window(options: argparse.Namespace) -> int:
    if not _has_screen():
        raise CannotDo(
            "There is no screen here for the window. For pictures of it: therapy-diary tour FOLDER"
        )
    if options.demo:
        from therapy_diary import app
        from therapy_diary.demo import demo

        with demo() as told:
            return app.run_demo(told, now=clock_of(options, told.now))
    from therapy_diary import program

    try:
        return program.run(folder_of(options), now=clock_of(options), locked=options.locked)
    except WrongLibrary as error:
        from therapy_diary import app

        app.refuse(sentence_for(error))  # started from a menu, nobody reads the terminal
        raise


def _has_screen() -> bool:
    """Whether Qt will find one; without this it would end the process with a core file."""
    if sys.platform != "linux":
        return True
    return any(os.environ.get(it) for it in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _say(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return TO_ACT_ON
