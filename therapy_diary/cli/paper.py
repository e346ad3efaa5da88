"""What a command writes to be looked at: pages for paper, one chart, and the pictures of the tour."""

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from therapy_diary.cli.opening import opened
from therapy_diary.cli.outcome import DONE, CannotDo, written


def worksheet(options: argparse.Namespace) -> int:
    """Write the ending's worksheet as a PDF."""
    from therapy_diary.desktop.printing.paper import Paper
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


def review(options: argparse.Namespace) -> int:
    """Write the page for before a session as a PDF."""
    from therapy_diary.desktop.printing.paper import Paper
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


def chart(options: argparse.Namespace) -> int:
    """Write one chart as a picture."""
    from therapy_diary.paper import write_chart
    from therapy_diary.reports.charts.catalogue import FORMATS

    if options.out.suffix.lower().removeprefix(".") not in FORMATS:
        raise CannotDo(f"A chart is written to a file that ends in {', '.join(FORMATS)}.")
    with opened(options) as it, _told_plainly():
        write_chart(it.diary, options.name, options.out, it.now.date())
    return written(options, options.out)


def tour(options: argparse.Namespace) -> int:
    """Write a picture of each page of the window."""
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


def _must_be_pdf(out: Path) -> None:
    if out.suffix.lower() != ".pdf":
        raise CannotDo("This page is written as a PDF. Choose a file that ends in .pdf.")


def _languages() -> list[str]:
    from therapy_diary import resources

    names = (resources.ROOT / "translations").glob("therapy_diary_*.qm")
    return sorted(it.stem.removeprefix("therapy_diary_") for it in names)


@contextmanager
def _told_plainly() -> Iterator[None]:
    """Trouble with paper comes out as one sentence."""
    from therapy_diary.desktop.printing.problem import SENTENCES, PrintProblem
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
