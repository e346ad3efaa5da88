"""What charts cost: the first one beside matplotlib alone, a hover beside a drawing, and what its import does to typing.

charts.py KIND (started by table()): prints one JSON list of milliseconds. What includes the import is of the processor.
The page once more, a hover and a drawing are by the clock, from the act to the paint of the finished picture: figures are
drawn in a thread of their own, which the time of one thread leaves out and that of the process counts twice where it waits.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
HOVERS = 60
TIMES = 7  # the page once more, and a drawing: the least of so many counts
KEYS = 80


def table(rounds: int) -> list[str]:
    """The lines of a Markdown table; kinds take turns."""
    kinds = ("bare", "same", "ours", "again", "hover", "typing")
    found: dict[str, list[list[float]]] = {kind: [] for kind in kinds}
    for number in range(rounds + 1):
        for kind in kinds:
            answer = _measure(kind)
            if number:
                found[kind].append(answer)
    bare, same, ours = ([it[0] for it in found[kind]] for kind in ("bare", "same", "ours"))
    ratio = statistics.median(it / floor for it, floor in zip(ours, bare, strict=True))
    to_same = statistics.median(it / floor for it, floor in zip(ours, same, strict=True))
    again = min(it[0] for it in found["again"])
    imported = max(it[1] for it in found["again"])
    moved, drawn = (min(it[number] for it in found["hover"]) for number in (0, 1))
    gaps, raw = ([it[number] for it in found["typing"]] for number in (0, 1))
    return [
        "| charts | ms | beside |",
        "|---|--:|---|",
        f"| import of matplotlib and one bare drawing | {statistics.median(bare):.0f} | |",
        f"| import of matplotlib and our first figure, without a window | {statistics.median(same):.0f} | |",
        f"| first chart of the page, import included | {statistics.median(ours):.0f} | {ratio:.2f} × the first line, {to_same:.2f} × the second |",
        f"| the page once more, by the clock | {again:.0f} | {imported:.0f} modules imported |",
        f"| hover, by the clock | {moved:.1f} | {moved / drawn:.3f} × drawing it anew ({drawn:.0f}) |",
        f"| longest gap between keys while it is imported | {statistics.median(gaps):.0f} | {min(raw):.0f} to {max(raw):.0f} with the time in which other programs had the cores |",
    ]


def _measure(kind: str) -> list[float]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, __file__, kind], env=environment, check=True, stdout=subprocess.PIPE
    )
    return [float(it) for it in json.loads(done.stdout.splitlines()[-1])]


def bare() -> list[float]:
    """The import and one drawing of two lines with forty points, as large as ours."""
    began = time.process_time()
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(9, 3.4), dpi=100)
    axes = figure.add_subplot()
    axes.plot(range(40), [it * 7919 % 11 for it in range(40)])
    axes.plot(range(40), [it * 104729 % 11 for it in range(40)])
    FigureCanvasAgg(figure).draw()
    return [(time.process_time() - began) * 1000]


def same() -> list[float]:
    """The import and the first figure of the page, drawn by matplotlib into memory."""
    from therapy_diary.demo import demo
    from therapy_diary.reports.charts.catalogue import CHARTS, picture
    from therapy_diary.reports.charts.style import read_ink
    from therapy_diary.reports.charts.voice import Voice
    from therapy_diary.views.records import chart_records_of

    with demo() as told:
        began = time.process_time()
        from matplotlib.backends.backend_agg import FigureCanvasAgg

        records = chart_records_of(told.diary, told.diary.therapies.current())
        FigureCanvasAgg(picture(next(iter(CHARTS)), records, Voice()).figure(read_ink())).draw()
        return [(time.process_time() - began) * 1000]


def _with_demo(do: Callable[..., list[float]]) -> list[float]:
    from therapy_diary.__main__ import begin_quickly

    begin_quickly()  # as the program does
    from therapy_diary import app
    from therapy_diary.demo import demo
    from therapy_diary.desktop.traces import keep_charts_inside
    from therapy_diary.preferences import Preferences

    keep_charts_inside(Path(os.environ.get("TMPDIR", "/tmp")) / "therapy-diary-bench-charts")  # noqa: S108
    with demo() as told:
        preferences = Preferences.load(told.folder / "settings.ini")
        application, theme = app.dress(preferences)
        window = app.build_window(told.diary, lambda: told.now, theme, preferences)
        window.resize(1280, 832)
        window.show()
        _turn(application, 0.6)
        return do(application, window)


def _turn(application: object, seconds: float, until: Callable[[], bool] = lambda: False) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end and not until():
        application.processEvents()  # type: ignore[attr-defined]
        time.sleep(0.002)


def _first_chart(application: object, window: object) -> object:
    """The first chart that has come into view."""
    from therapy_diary.widgets.chart_view import ChartView

    def found() -> list[object]:
        charts = window.findChildren(ChartView)  # type: ignore[attr-defined]
        return [it for it in charts if it.isVisible()]

    _turn(application, 30, lambda: bool(found()))
    return found()[0]


def _until_painted(application: object, chart: object, act: Callable[[], object]) -> float:
    """Milliseconds by the clock from an act to the end of the turn that paints the finished picture."""
    from PySide6.QtCore import QEvent, QEventLoop, QObject

    painted = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and chart.is_drawn():  # type: ignore[attr-defined]
                painted.append(watched)
            return False

    watch = Watch()
    chart.installEventFilter(watch)  # type: ignore[attr-defined]
    began = time.perf_counter()
    act()
    while not painted:
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)  # type: ignore[attr-defined]
    taken = (time.perf_counter() - began) * 1000
    chart.removeEventFilter(watch)  # type: ignore[attr-defined]
    return taken


def ours() -> list[float]:
    """From the click to the first chart on the page."""

    def do(application: object, window: object) -> list[float]:
        began = time.process_time()
        window.show_page("progress")  # type: ignore[attr-defined]
        chart = _first_chart(application, window)
        _turn(application, 30, chart.is_drawn)  # type: ignore[attr-defined]
        return [(time.process_time() - began) * 1000]

    return _with_demo(do)


def again() -> list[float]:
    """The page left and shown once more: milliseconds, and how many modules that imports."""

    def do(application: object, window: object) -> list[float]:
        window.show_page("progress")  # type: ignore[attr-defined]
        chart = _first_chart(application, window)
        _turn(application, 30, chart.is_drawn)  # type: ignore[attr-defined]
        _turn(application, 3)
        taken, known = [], len(sys.modules)
        for _ in range(TIMES):
            window.show_page("today")  # type: ignore[attr-defined]
            _turn(application, 0.3)
            taken.append(_until_painted(application, chart, lambda: window.show_page("progress")))  # type: ignore[attr-defined]
            _turn(application, 0.3)
        return [min(taken), len(sys.modules) - known]

    return _with_demo(do)


def hover() -> list[float]:
    """One step of the pointer painted, and the whole figure drawn anew and painted."""

    def do(application: object, window: object) -> list[float]:
        from PySide6.QtCore import QPoint
        from PySide6.QtTest import QTest

        window.show_page("progress")  # type: ignore[attr-defined]
        chart = _first_chart(application, window)
        _turn(application, 30, chart.is_drawn)  # type: ignore[attr-defined]
        _turn(application, 3)
        moved = []
        places = [across for across, _ in chart._drawn.places]  # type: ignore[attr-defined]
        for step in range(HOVERS):  # each step comes to another point, so that it is painted
            there = QPoint(round(places[step % len(places)]), chart.height() // 2)  # type: ignore[attr-defined]
            moved.append(_until_painted(application, chart, lambda: QTest.mouseMove(chart, there)))  # type: ignore[call-overload]  # noqa: B023
        drawn = [_until_painted(application, chart, lambda: _draw_anew(chart)) for _ in range(TIMES)]
        return [statistics.median(moved), min(drawn)]

    return _with_demo(do)


def _draw_anew(chart: object) -> None:
    """As after a change: what was drawn is not to be seen any more."""
    build, points = chart._build, chart._points  # type: ignore[attr-defined]
    chart.show_chart(chart.accessibleName(), "", build, points)  # type: ignore[attr-defined]


def typing() -> list[float]:
    """The longest gap between two keys that the window took while matplotlib was imported beside it."""

    def do(application: object, window: object) -> list[float]:
        from PySide6.QtTest import QTest

        from tests.benchmarks.longest_turn import stood_in_line
        from therapy_diary.desktop.background import Background
        from therapy_diary.reports.charts.library import leave_out_help
        from therapy_diary.widgets.charts_ahead import import_charts

        window.show_subject("session_note", None)  # type: ignore[attr-defined]
        _turn(application, 0.5)
        field, background, ended = window.page.form.text, Background(None), []  # type: ignore[attr-defined]
        background.run(lambda: import_charts(leave_out_help), lambda _: ended.append(1))
        raw, longest, last, stood = 0.0, 0.0, time.perf_counter(), stood_in_line("/proc/self/task")
        while not ended:
            QTest.keyClicks(field, "a")
            application.processEvents()  # type: ignore[attr-defined]
            now, since = time.perf_counter(), stood_in_line("/proc/self/task")
            raw = max(raw, now - last)
            longest = max(
                longest, now - last - max(since - stood, 0.0)
            )  # a thread that ended is counted no more
            last, stood = now, since
            time.sleep(0.005)
        return [longest * 1000, raw * 1000]

    return _with_demo(do)


KINDS = {it.__name__: it for it in (bare, same, ours, again, hover, typing)}

if __name__ == "__main__":
    print(json.dumps(KINDS[sys.argv[1]]()), flush=True)
    os._exit(0)
