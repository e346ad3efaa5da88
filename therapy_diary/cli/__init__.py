"""The command line: the same core as the window, for scripts and for looking after a diary.

Exit codes: 0 done; 1 something the person can act on, said in one line on stderr; 2 wrong usage; 3 our own bug.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from therapy_diary.cli.opening import keys_by_what_was_given, new_keyring, new_passphrase, opened
from therapy_diary.cli.options import add_options, clock_of, folder_of, want_only_the_window, window_parser
from therapy_diary.cli.outcome import DONE, OUR_BUG, TO_ACT_ON, WRONG_USAGE, CannotDo, counted, written
from therapy_diary.desktop.binding import WrongBinding
from therapy_diary.keys.errors import NoKey
from therapy_diary.paths import keep_to_owner
from therapy_diary.storage.errors import StorageError, WrongLibrary
from therapy_diary.vault.errors import FolderTrouble
from therapy_diary.vault.sentences import sentence_for


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says, and return the exit code."""
    words = sys.argv[1:] if arguments is None else arguments
    parser = window_parser()
    parser.set_defaults(command=None)
    if not want_only_the_window(words):
        _add_commands(parser)
    options = parser.parse_args(words)
    if sum((options.passphrase_stdin, options.recovery_stdin, getattr(options, "keyring", False))) > 1:
        parser.error("say one way to open only")
    keep_to_owner()
    try:
        return _run(options)
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


def _run(options: argparse.Namespace) -> int:
    """The command's exit code, once all it had to say is out."""
    commands: dict[str | None, Callable[[argparse.Namespace], int]] = {
        None: _window,
        "init": _init,
        "check": _check,
        "worksheet": _worksheet,
        "review": _review,
        "chart": _chart,
        "tour": _tour,
        "import": _import,
        "export": _export,
        "backup": _backup,
        "restore": _restore,
    }
    code = commands[options.command](options)
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


def _init(options: argparse.Namespace) -> int:
    if options.demo:
        raise CannotDo("The made-up diary begins by itself; leave out --demo to begin your own.")
    from therapy_diary.vault.opening import Passphrase, begin

    folder = folder_of(options)
    way = new_keyring() if options.keyring else Passphrase(text=new_passphrase(options))
    with folder.hold():
        diary, code = begin(folder, now=clock_of(options), way=way)
        diary.close()
    if options.json:
        print(json.dumps({"diary": str(folder.path), "recovery_code": code.text}))
    else:
        print(f"A new diary lies in {folder.path}")
        print("This recovery code opens it when nothing else does. It is shown only now; keep it on paper:")
        print(f"\n    {code.text}\n")
    return DONE


def _check(options: argparse.Namespace) -> int:
    with opened(options) as it:
        found = it.diary.examine()
        is_quiet = found.whole and it.diary.choices.is_quiet
    report = {
        "ok": found.whole,
        "integrity": "ok" if found.whole else "damaged",
        "schema": found.schema,
        "counts": found.counts,
        "problems": list(found.problems),
    }
    if options.json:
        print(json.dumps(report))
    else:
        print(
            "Every page and every rule is as it should be."
            if found.whole
            else "Parts of this diary are damaged."
        )
        if is_quiet:
            print("Quiet mode is on, so nothing is counted here; --json gives the counts.")
        for name, count in () if is_quiet else found.counts.items():
            print(f"{name.replace('_', ' ')}: {count}")
        for problem in found.problems:
            print(problem)
    return DONE if found.whole else TO_ACT_ON


def _worksheet(options: argparse.Namespace) -> int:
    from therapy_diary.desktop.printing import Paper
    from therapy_diary.domain.closing import Audience
    from therapy_diary.paper import write_worksheet

    _must_be_pdf(options.out)
    paper, audience = Paper(options.paper), Audience(options.audience)
    with opened(options) as it, _told_plainly():
        left_out = write_worksheet(it.diary, options.out, it.now, paper, audience, large=options.large)
    if left_out:
        said = "Left out, because nobody has looked at them yet: lines from the diary for"
        print(f"{said} {', '.join(left_out)}. Look at these sections in the window.", file=sys.stderr)
    return written(options, options.out)


def _review(options: argparse.Namespace) -> int:
    from therapy_diary.desktop.printing import Paper
    from therapy_diary.paper import write_review

    _must_be_pdf(options.out)
    with opened(options) as it, _told_plainly():
        pages = write_review(it.diary, options.out, it.now, Paper(options.paper), large=options.large)
    if pages > 1:
        print(
            f"It takes {pages} sides. In the window you can choose what goes on paper; larger paper helps, too.",
            file=sys.stderr,
        )
    return written(options, options.out)


def _must_be_pdf(out: Path) -> None:
    if out.suffix.lower() != ".pdf":
        raise CannotDo("This page is written as a PDF. Choose a file that ends in .pdf.")


def _chart(options: argparse.Namespace) -> int:
    from therapy_diary.paper import write_chart
    from therapy_diary.reports.charts.catalogue import FORMATS

    if options.out.suffix.lower().removeprefix(".") not in FORMATS:
        raise CannotDo(f"A chart is written to a file that ends in {', '.join(FORMATS)}.")
    with opened(options) as it, _told_plainly():
        write_chart(it.diary, options.name, options.out, it.now.date())
    return written(options, options.out)


def _tour(options: argparse.Namespace) -> int:
    from therapy_diary.tour import take_tour

    if options.language is not None and options.language.split("_")[0] not in _languages():
        raise CannotDo(f"The window does not speak that language. It speaks: {', '.join(_languages())}.")
    with _told_plainly():
        try:
            pictures = take_tour(options.folder, language=options.language)
        except OSError as error:
            raise CannotDo("The pictures could not be written there. Choose another folder.") from error
    if options.json:
        print(json.dumps({"files": [it.name for it in pictures]}))
    else:
        print(f"{len(pictures)} pictures and pages are in {options.folder}")
    return DONE


def _languages() -> list[str]:
    from therapy_diary import resources

    names = (resources.ROOT / "translations").glob("therapy_diary_*.qm")
    return sorted(it.stem.removeprefix("therapy_diary_") for it in names)


def _backup(options: argparse.Namespace) -> int:
    from therapy_diary.vault.backup import copy_to

    if options.demo:
        raise CannotDo("The made-up diary is removed at exit and has no backup.")
    with opened(options) as it:
        made = copy_to(folder_of(options), it.diary.file, it.diary.key, options.file, it.now)
    counts = {} if made.summary is None else made.summary.counts
    return counted(options, f"{options.file} was opened again and is whole. It holds:", made.made, counts)


def _restore(options: argparse.Namespace) -> int:
    from therapy_diary.vault.restore import lay_out

    if options.demo:
        raise CannotDo("The made-up diary is removed at exit; leave out --demo to restore a backup.")
    folder = folder_of(options)
    with folder.hold(), lay_out(folder, options.file) as found:
        preview = found.look(keys_by_what_was_given(options, found.keys))
        found.restore(clock_of(options)())
    says = "This backup is your diary now; the one before, if any, stays beside it. It holds:"
    return counted(options, says, preview.made, preview.counts)


def _import(options: argparse.Namespace) -> int:
    from therapy_diary.exchange.bringing import bring, look_through
    from therapy_diary.exchange.errors import ExchangeTrouble
    from therapy_diary.exchange.formats import NAMES
    from therapy_diary.exchange.sentences import as_object, as_text, sentence_for

    if options.format not in {None, *NAMES}:
        print(f"There is no format of that name. There are: {', '.join(NAMES)}.", file=sys.stderr)
        return WRONG_USAGE
    with opened(options) as it:
        try:
            do = look_through if options.dry_run else bring
            report = do(
                it.diary, options.source, now=it.now, name=options.format, split=options.split_headings
            )
        except ExchangeTrouble as error:
            raise CannotDo(sentence_for(error)) from error
    said = as_text(report, dry_run=options.dry_run, split=options.split_headings)
    print(json.dumps(as_object(report)) if options.json else said)
    return DONE


def _export(options: argparse.Namespace) -> int:
    from therapy_diary.exchange.choice import Choice, held_back
    from therapy_diary.exchange.errors import ExchangeTrouble
    from therapy_diary.exchange.sentences import sentence_for
    from therapy_diary.exchange.taking import Kind, take

    kind = Kind(options.format)
    choice = Choice(never_printed=options.never_printed, covered=options.covered)
    with opened(options) as it:
        try:
            take(it.diary, options.target, kind, choice=choice)
        except ExchangeTrouble as error:
            raise CannotDo(sentence_for(error)) from error
        stays = held_back(it.diary, choice) if kind is Kind.MARKDOWN else 0
    if stays and not options.json:
        print(f"{stays} notes may not be printed and stayed out; with --never-printed they go along.")
    return written(options, options.target)


@contextmanager
def _told_plainly() -> Iterator[None]:
    """Trouble with paper comes out as one sentence."""
    from therapy_diary.desktop.printing import SENTENCES, PrintProblem
    from therapy_diary.paper import CannotBeRead, IsQuiet, NoSuchChart, NothingAnswered, NothingToDraw

    try:
        yield
    except PrintProblem as error:
        raise CannotDo(SENTENCES[error.kind]) from error
    except NothingToDraw as error:
        raise CannotDo("There is no therapy in this diary yet. Begin one in the window.") from error
    except NoSuchChart as error:
        raise CannotDo(f"There is no chart of that name. There are: {', '.join(error.args[0])}.") from error
    except NothingAnswered as error:
        raise CannotDo(str(error)) from error
    except IsQuiet as error:
        raise CannotDo(
            "Quiet mode is on: no numbers and no charts. Press F12 in the window to show everything again."
        ) from error
    except CannotBeRead as error:
        raise CannotDo("The finished pages cannot be read by this version of the program.") from error


def _say(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return TO_ACT_ON


def _add_commands(parser: argparse.ArgumentParser) -> None:
    everywhere = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    add_options(everywhere, default=argparse.SUPPRESS)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    def command(name: str, says: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=says, description=says, parents=[everywhere])

    init = command("init", "make a diary and print its recovery code once")
    init.add_argument("--keyring", action="store_true", help="open it by this computer's keyring")
    command("check", "open the diary, verify every page and every rule, print counts")
    for name, says in (("worksheet", "the ending's worksheet"), ("review", "the page for before a session")):
        paper = command(name, f"write {says} as a PDF")
        paper.add_argument("out", metavar="OUT.pdf", type=Path)
        sizes = ("a4", "letter") if name == "worksheet" else ("a4", "a5", "letter")
        paper.add_argument("--paper", type=str.lower, choices=sizes, default="a4", help="its size")
        if name == "worksheet":
            paper.add_argument("--for", dest="audience", choices=("me", "therapist", "next"), default="me")
        paper.add_argument("--large", action="store_true", help="in large print")
    chart = command("chart", "write one chart as a picture")
    chart.add_argument(
        "name",
        metavar="NAME",
        help="alliance, checklist, goals, overall, goal-1 or any other that the window shows; a wrong name lists all",
    )
    chart.add_argument("out", metavar="OUT.(svg|png|pdf)", type=Path)
    tour = command("tour", "drive the real window over the demo and write a picture of each page")
    tour.add_argument("folder", metavar="FOLDER", type=Path)
    tour.add_argument("--language", default=None, help="the language of the window, such as he")
    bring = command("import", "bring another diary along")
    bring.add_argument("source", metavar="SOURCE", type=Path)
    bring.add_argument("--dry-run", action="store_true")
    bring.add_argument(
        "--split-headings",
        action="store_true",
        help="make an entry of each heading where a day holds several (RedNotebook)",
    )
    bring.add_argument("--format")
    take = command("export", "take everything away")
    take.add_argument("target", metavar="TARGET", type=Path)
    take.add_argument("--format", choices=["json", "markdown", "csv"], default="json")
    take.add_argument(
        "--never-printed", action="store_true", help="notes that may not be printed too, in Markdown"
    )
    take.add_argument("--covered", action="store_true", help="topics that are covered too, in Markdown")
    command("backup", "copy the diary, encrypted, into one file").add_argument(
        "file", metavar="FILE", type=Path
    )
    command("restore", "bring a backup back").add_argument("file", metavar="FILE", type=Path)
