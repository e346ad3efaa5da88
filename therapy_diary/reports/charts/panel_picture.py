"""A small panel with its sentence, its table, and what is said at each place."""

from collections.abc import Iterator
from functools import partial

from therapy_diary.reports.charts.panel import Panel, PanelPoint
from therapy_diary.reports.charts.panel_figure import USUAL_HEIGHT, panel_figure
from therapy_diary.reports.charts.picture import ChartPoint, Picture
from therapy_diary.reports.charts.trend_words import detail_sentence, trend_sentence
from therapy_diary.reports.charts.voice import Voice


def panel_key(voice: Voice) -> str:
    """What is drawn in every panel, in words."""
    return voice.translate(
        "charts",
        "A dot is an answer: hollow if parts were left out, ringed if it was filled in later."
        " The line is the middle of neighbouring answers."
        " The shaded band is where most of your answers lie; an upright bar is a break."
        " Dotted lines are milestones and changes of wording.",
    )


def panel_picture(panel: Panel, voice: Voice) -> Picture:
    """The picture of a panel. A leaning is told with the table, where somebody asked for the details."""
    translate = voice.translate
    since = "" if panel.since is None else voice.long_day(panel.since)
    sentence = trend_sentence(panel.trend, panel.write, voice, since=since)
    detail = detail_sentence(panel.trend, panel.write, voice, since=since)
    leaning = detail[len(sentence) :].strip()
    return Picture(
        name=panel.name,
        title=panel.title,
        sentence=sentence or translate("charts", "Nothing was answered in this span."),
        columns=(
            translate("charts", "Date"),
            translate("charts", "Session"),
            translate("charts", "Answer"),
            translate("charts", "Remarks"),
        ),
        rows=tuple(_rows(panel, voice)),
        note=" ".join(it for it in (leaning, panel.note) if it),
        points=tuple(_points(panel, voice)),
        is_empty=not panel.answered,
        usual_height=USUAL_HEIGHT,
        draw=partial(panel_figure, panel, voice),
        key=panel_key(voice),
    )


def _remarks(it: PanelPoint, voice: Voice) -> list[str]:
    told = [it.remark] if it.remark else []
    return [*told, *([voice.translate("charts", "filled in later")] if it.late else [])]


def _rows(panel: Panel, voice: Voice) -> Iterator[tuple[str, str, str, str]]:
    """Every answer and every day without one, with the marks and breaks between."""
    happened = panel.happened()
    for first, last in panel.shaded():
        told = voice.translate("charts", "break, until {day}").format(day=voice.long_day(last))
        happened.setdefault(first, []).append(told)
    rows = []
    for it in panel.points:
        remarks = [*_remarks(it, voice), *happened.pop(it.day, [])]
        number = "" if it.session is None else str(it.session)
        value = "" if it.value is None else panel.write(it.value)
        rows.append((it.day, (voice.long_day(it.day), number, value, "; ".join(remarks))))
    rows += [(day, (voice.long_day(day), "", "", "; ".join(told))) for day, told in happened.items()]
    yield from (cells for _, cells in sorted(rows, key=lambda it: it[0]))


def _points(panel: Panel, voice: Voice) -> Iterator[ChartPoint]:
    happened = panel.happened()
    places = []
    for it in panel.points:
        said = voice.translate("charts", "not answered") if it.value is None else panel.write(it.value)
        lines = [said, *_remarks(it, voice), *happened.pop(it.day, [])]
        title = voice.long_day(it.day)
        if it.session is not None:
            title = voice.translate("charts", "Session {number}, {day}").format(number=it.session, day=title)
        places.append((it.day, ChartPoint(x=it.day.toordinal(), y=it.value, title=title, lines=tuple(lines))))
    for day, told in happened.items():
        point = ChartPoint(x=day.toordinal(), y=None, title=voice.long_day(day), lines=tuple(told))
        places.append((day, point))
    yield from (point for _, point in sorted(places, key=lambda it: it[0]))
