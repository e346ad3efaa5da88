"""The words of each command, and which of ours does what they say. A start of the window has no time for these."""

import argparse
from collections.abc import Callable
from pathlib import Path

from therapy_diary.cli import exchange, looking_after, paper
from therapy_diary.cli.options import add_options

Do = Callable[[argparse.Namespace], int]
Command = Callable[[str, str, Do], argparse.ArgumentParser]


def add_commands(parser: argparse.ArgumentParser) -> None:
    """Let the parser read commands, too; each says under `do` what does it."""
    everywhere = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    add_options(everywhere, default=argparse.SUPPRESS)
    commands = parser.add_subparsers(metavar="COMMAND")

    def command(name: str, says: str, do: Do) -> argparse.ArgumentParser:
        words = commands.add_parser(name, help=says, description=says, parents=[everywhere])
        words.set_defaults(do=do)
        return words

    init = command("init", "make a diary and print its recovery code once", looking_after.init)
    init.add_argument("--keyring", action="store_true", help="open it by this computer's keyring")
    command("check", "open the diary, verify every page and every rule, print counts", looking_after.check)
    _add_pages(command)
    _add_pictures(command)
    _add_exchange(command)
    backup = command("backup", "copy the diary, encrypted, into one file", looking_after.backup)
    backup.add_argument("file", metavar="FILE", type=Path)
    restore = command("restore", "bring a backup back", looking_after.restore)
    restore.add_argument("file", metavar="FILE", type=Path)


def _add_pages(command: Command) -> None:
    worksheet = command("worksheet", "write the ending's worksheet as a PDF", paper.worksheet)
    review = command("review", "write the page for before a session as a PDF", paper.review)
    for page, sizes in ((worksheet, ("a4", "letter")), (review, ("a4", "a5", "letter"))):
        page.add_argument("out", metavar="OUT.pdf", type=Path)
        page.add_argument("--paper", type=str.lower, choices=sizes, default="a4", help="its size")
        if page is worksheet:
            page.add_argument("--for", dest="audience", choices=("me", "therapist", "next"), default="me")
        page.add_argument("--large", action="store_true", help="in large print")


def _add_pictures(command: Command) -> None:
    chart = command("chart", "write one chart as a picture", paper.chart)
    chart.add_argument(
        "name",
        metavar="NAME",
        help="alliance, checklist, goals, overall, goal-1 or any other that the window shows; a wrong name lists all",
    )
    chart.add_argument("out", metavar="OUT.(svg|png|pdf)", type=Path)
    tour = command("tour", "drive the real window over the demo and write a picture of each page", paper.tour)
    tour.add_argument("folder", metavar="FOLDER", type=Path)
    tour.add_argument("--language", default=None, help="the language of the window, such as he")


def _add_exchange(command: Command) -> None:
    bring = command("import", "bring another diary along", exchange.bring_along)
    bring.add_argument("source", metavar="SOURCE", type=Path)
    bring.add_argument("--dry-run", action="store_true")
    bring.add_argument(
        "--split-headings",
        action="store_true",
        help="make an entry of each heading where a day holds several (RedNotebook)",
    )
    bring.add_argument("--format")
    take = command("export", "take everything away", exchange.take_away)
    take.add_argument("target", metavar="TARGET", type=Path)
    take.add_argument("--format", choices=["json", "markdown", "csv"], default="json")
    take.add_argument(
        "--never-printed", action="store_true", help="notes that may not be printed too, in Markdown"
    )
    take.add_argument("--covered", action="store_true", help="topics that are covered too, in Markdown")
