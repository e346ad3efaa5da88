"""The reflective checklist as a drawing small enough for a printed page: a row for each question, breaks between, and never a total."""

from therapy_diary.reports.charts.checklist_figure import ChecklistChart
from therapy_diary.reports.charts.small_drawing import HEIGHT, LETTER, RIGHT, WIDTH, drawing, room_for, text
from therapy_diary.reports.charts.style import read_ink, step_look
from therapy_diary.reports.charts.voice import Voice

ABOVE, BELOW = 2, 16
NUMBER = 8  # height of the number in a cell
WIDEST, NARROWEST = 40, 9  # of a cell
SMALLEST = 8.5  # letters of the names, which stand as close as the rows


def small_checklist(chart: ChecklistChart, voice: Voice) -> bytes | None:
    """The drawing, None while nothing was answered. Where there are more days than fit, the latest."""
    profile, places = chart.profile, chart.places
    if not profile.days:
        return None
    ink = read_ink("light")
    names = [chart.form.question(str(row.question)).short for row in profile.rows]
    left = room_for(names) * SMALLEST / LETTER
    high = (HEIGHT - ABOVE - BELOW) / len(profile.rows)
    fit = (WIDTH - left - RIGHT) / NARROWEST
    shown = [number for number, place in enumerate(places) if places[-1] - place <= fit - 1]
    begin = places[shown[0]] - 0.5
    wide = min((WIDTH - left - RIGHT) / (places[-1] + 0.5 - begin), WIDEST)
    parts = [
        f'<rect x="{left + (starts - begin) * wide:.1f}" y="{ABOVE}" width="{(ends - starts) * wide:.1f}"'
        f' height="{HEIGHT - ABOVE - BELOW}" fill="{ink.hover}"/>'
        for starts, ends in chart.breaks
        if starts > begin
    ]
    for number, (name, row) in enumerate(zip(names, profile.rows, strict=True)):
        top = ABOVE + number * high
        parts.append(text(name, left - 8, top + high / 2 + SMALLEST * 0.35, "end", ink.text2, SMALLEST))
        for day in shown:
            answer = row.answers[day]
            if answer is None:
                continue
            colour, said, on_it = step_look(answer.answer, ink)
            at = left + (places[day] - 0.5 - begin) * wide
            parts.append(
                f'<rect x="{at + 0.5:.1f}" y="{top + 0.5:.1f}" width="{wide - 1:.1f}" height="{high - 1:.1f}"'
                f' fill="{colour}"/>'
            )
            parts.append(text(said, at + wide / 2, top + high / 2 + NUMBER * 0.36, "middle", on_it, NUMBER))
    first, last = profile.days[shown[0]].answered_on, profile.days[-1].answered_on
    end = left + (places[-1] + 0.5 - begin) * wide
    parts.append(text(voice.long_day(first), left, HEIGHT - 5, "start", ink.text3))
    if end - left > 130:
        parts.append(text(voice.long_day(last), end, HEIGHT - 5, "end", ink.text3))
    return drawing(parts)
