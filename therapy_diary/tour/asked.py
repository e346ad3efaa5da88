"""What opens on the page of questionnaires: a history, a file looked at before it is kept, one refused, and contacts beside an answer.

The file is written for it into the demo's folder. It is kept for one answer to be chosen, and forgotten again.
"""

from therapy_diary.demo import Demo
from therapy_diary.domain.measure import Origin
from therapy_diary.domain.measure_file import read_measure
from therapy_diary.tour.camera import Camera, TourStopped
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.questionnaires import QuestionnairesPage

EVENINGS = """\
schema = 1
items = [
  { id = "rest", text = "I could let the day go.", options = "degree" },
  { id = "alone", text = "I did not want to be alone with my thoughts.", options = "degree", reverse = true },
  { id = "harm", text = "I thought of hurting myself.", options = "degree", reverse = true, safety = { at_least = 1 } },
]

[measure]
code = "evenings"
version = "1.0"
title = "How the evenings are"
language = "en"
intro = "Think of the last three evenings."
every = "weekly"

[rights]
holder = "Noa’s practice"
licence = "for the people who come there"

[options]
degree = [
  { value = 0, label = "not at all" },
  { value = 1, label = "a little" },
  { value = 2, label = "mostly" },
]

[[scales]]
id = "total"
title = "Evenings"
items = ["rest", "alone", "harm"]
score = "sum"
better = "higher"
missing = { rule = "refuse" }
"""
MISTYPED = EVENINGS.replace('missing = { rule = "refuse" }', 'misssing = { rule = "refuse" }')


def take(told: Demo, window: MainWindow, camera: Camera) -> None:
    """Each of the four, whole."""
    window.show_subject("questionnaires", None)
    page = window.page
    if not isinstance(page, QuestionnairesPage):
        raise TourStopped
    answered = next(it for it in page.cards.values() if not it.history.isHidden())
    answered.history.click()
    camera.take_whole(window, "questionnaires-history")
    answered.history.click()
    file = told.folder / "evenings.toml"
    for name, text in (("refused", MISTYPED), ("adding", EVENINGS)):
        file.write_text(text, encoding="utf-8")
        page.adding.look_at(file)
        camera.wait(lambda: not page.adding.is_reading)
        camera.take_whole(window, f"questionnaires-{name}")
        page.adding.forget()
    file.unlink()
    _beside_an_answer(told, page, window, camera)


def _beside_an_answer(told: Demo, page: QuestionnairesPage, window: MainWindow, camera: Camera) -> None:
    """The person's own contacts, right where an answer asks for them."""
    with told.diary.change():
        kept = told.diary.measures.add(read_measure(EVENINGS), Origin.ADDED_BY_ME, enabled=True)
    page.cards[kept.id].answer.click()
    if page.answering is None:
        raise TourStopped
    page.answering.rows["harm"].segments()[1].click()
    camera.take_whole(window, "questionnaires-support")
    page.answering.cancelled.emit()
    with told.diary.change():
        told.diary.measures.take_back(kept.id)
