"""Bring another diary along, and take everything of this one away."""

import argparse
import json
import sys

from therapy_diary.cli.opening import opened
from therapy_diary.cli.outcome import DONE, WRONG_USAGE, CannotDo, written


def bring_along(options: argparse.Namespace) -> int:
    """Bring in what another diary holds, or only say what would come."""
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


def take_away(options: argparse.Namespace) -> int:
    """Write everything as plain files, as far as the person lets it go along."""
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
