"""Questionnaires: those that were switched on, those that wait in the box, and adding one from a file."""

import functools
from collections.abc import Callable
from contextlib import suppress
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapy_diary.desktop.background import charts_background
from therapy_diary.domain.measure import (
    KeptMeasure,
    Measure,
    MeasureAnswers,
    MeasureAnswersId,
    MeasureId,
    Origin,
)
from therapy_diary.domain.measure_flaw import OtherContent
from therapy_diary.insight.measure_score import reaches_safety
from therapy_diary.reports.charts.course import course
from therapy_diary.reports.charts.panel import Panel
from therapy_diary.reports.charts.panels import measure_panels
from therapy_diary.storage.errors import StorageError
from therapy_diary.views.column_page import ColumnPage, along, clear
from therapy_diary.views.half_given import HalfGiven, keep_or_say, trouble_in_words
from therapy_diary.views.measure.adding import Adding
from therapy_diary.views.measure.answering import Answering
from therapy_diary.views.measure.kept_card import KeptMeasureCard
from therapy_diary.views.measure.shelf import Shelved, of_file, shelf, switch_on
from therapy_diary.views.measure.support import Support
from therapy_diary.views.measure.whose import whose
from therapy_diary.views.page import Desk
from therapy_diary.views.records import chart_records_of, panel_records_of
from therapy_diary.views.room import button, words
from therapy_diary.views.voice import window_voice
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.notice import Notice, Tone
from therapy_diary.widgets.words_and_acts import WordsAndActs

DRAFT = "measure:"
CORRECTED = " corrected"  # no item is called so


class QuestionnairesPage(ColumnPage):
    """Nothing is on by itself. While one is being answered, the page holds nothing else."""

    name: ClassVar[str] = "questionnaires"
    rests_when_quiet: ClassVar[bool] = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.half = HalfGiven(desk, self)
        self.answering: Answering | None = None
        self._corrected: MeasureAnswers | None = None
        self.cards: dict[MeasureId, KeptMeasureCard] = {}
        self._shown: tuple[Shelved, ...] | None = None
        self._background = charts_background()
        self.heading.set_title(self.tr("Questionnaires"))
        self.heading.set_sub(
            self.tr("Only those you switch on. A score is no diagnosis, and nothing here is ever due.")
        )
        self.trouble = Notice(self)
        self.column.addWidget(self.trouble)
        self.support = Support(self)
        self.support.contacts_wanted.connect(self._show_contacts)
        self.column.addWidget(self.support)
        self._place = QVBoxLayout()
        self.column.addLayout(self._place)
        self._kept = QVBoxLayout()
        self._kept.setSpacing(14)
        self.column.addLayout(self._kept)
        self.others = Card(self)
        self._others = self.others.column(12)
        self.column.addWidget(self.others)
        self.adding = Adding(desk.diary, self)
        self.adding.wanted.connect(self._add)
        self.column.addWidget(self.adding)
        self.column.addStretch(1)
        self.half.failed.connect(self._say_failed)
        self.half.recovered.connect(lambda: self.trouble.say(""))

    # what the window asks of a page

    def refresh(self) -> None:
        """Show what the diary holds now; what is half answered stays."""
        there = shelf(self.desk.diary)
        self._show_kept([it.kept for it in there if it.is_on and it.kept is not None])
        if there != self._shown:
            self._shown = there
            self._show_others([it for it in there if not it.is_on])
        if self.answering is None:
            self._go_on_answering([it.kept for it in there if it.kept is not None])
        self._show_parts()
        self.order_tabs()

    def keep(self) -> None:
        """Put what is half answered into the encrypted file. Raises StorageError."""
        self.half.keep()

    # what is shown

    def _show_kept(self, kept: list[KeptMeasure]) -> None:
        wanted = {it.id for it in kept}
        for gone in [it for it in self.cards if it not in wanted]:
            card = self.cards.pop(gone)
            self._kept.removeWidget(card)
            card.hide()
            card.deleteLater()
        for it in kept:
            if it.id not in self.cards:
                self.cards[it.id] = self._new_card(it)
                self._kept.addWidget(self.cards[it.id])
            answers = self.desk.diary.measures.answers_of(it.id)
            shows_bands = self.desk.diary.choices.shows_bands(it.measure.code)
            made = functools.partial(self._panels, it, answers)
            self.cards[it.id].show_answers(answers, made, shows_bands=shows_bands)

    def _new_card(self, kept: KeptMeasure) -> KeptMeasureCard:
        card = KeptMeasureCard(kept, self._background)
        diary, code = self.desk.diary, kept.measure.code
        card.answer_wanted.connect(lambda: self._answer(kept))
        card.correct_wanted.connect(lambda given: self._correct(kept, given))
        card.off_wanted.connect(lambda: self._change(lambda: diary.measures.enable(kept.id, False)))
        card.bands_wanted.connect(lambda shown: self._change(lambda: diary.choices.show_bands(code, shown)))
        return card

    def _panels(self, kept: KeptMeasure, answers: list[MeasureAnswers]) -> tuple[Panel, ...]:
        therapy, voice, today = self.desk.diary.therapies.current(), window_voice(), self.desk.now().date()
        records = panel_records_of(self.desk.diary, therapy, today)
        of_charts = chart_records_of(self.desk.diary, therapy)
        over = course(of_charts.sessions, of_charts.milestones, voice)
        return measure_panels(kept, answers, records, over, voice) if answers else ()

    def _show_others(self, others: list[Shelved]) -> None:
        clear(self._others)
        self._others.addWidget(words(self.tr("Not switched on"), "h3", self.others))
        for it in others:
            row = WordsAndActs(self.others)
            for text, role in ((it.measure.title, "label"), (whose(it.measure.rights), "caption")):
                row.words.addWidget(of_file(along(text, role, row), it.measure))
            on = button(self.tr("Switch on"), functools.partial(self._switch_on, it), "chip")
            on.setAccessibleName(self.tr("Switch on: {title}").format(title=it.measure.title))
            row.add_act(of_file(on, it.measure))
            self._others.addWidget(row)

    def _show_parts(self) -> None:
        """Either a questionnaire that is being answered, or all of them."""
        answering = self.answering is not None
        for card in self.cards.values():
            card.setVisible(not answering)
        self.others.setVisible(not answering and any(not it.is_on for it in self._shown or ()))
        self.adding.setVisible(not answering)

    # answering

    def _go_on_answering(self, kept: list[KeptMeasure]) -> None:
        """Bring back what was half answered, if anything was."""
        for it in kept:
            draft = self.half.at(_place(it))
            if draft is not None:
                self._open(it)
                if self.answering is not None:
                    self.answering.set_given(draft)
                self._corrected = self._given(draft.get(CORRECTED))
                return

    def _given(self, number: object) -> MeasureAnswers | None:
        """The answers that a draft was changing, if they are still there."""
        if isinstance(number, int):
            with suppress(KeyError):
                return self.desk.diary.measures.given(MeasureAnswersId(number))
        return None

    def _answer(self, kept: KeptMeasure) -> None:
        self._corrected = None
        self.support.hide()
        self._open(kept)
        self._show_parts()
        self.order_tabs()
        self._begin_at_the_top()

    def _correct(self, kept: KeptMeasure, given: MeasureAnswers) -> None:
        self._answer(kept)
        self._corrected = given
        if self.answering is not None:
            self.answering.set_given(given.answers)

    def _open(self, kept: KeptMeasure) -> None:
        self._close()
        made = self.answering = Answering(kept, self)
        made.edited.connect(lambda: self._touch(made))
        made.support.contacts_wanted.connect(self._show_contacts)
        made.wanted.connect(self._keep_answers)
        made.cancelled.connect(self._cancel)
        self._place.addWidget(made)

    def _touch(self, made: Answering) -> None:
        number = {} if self._corrected is None else {CORRECTED: self._corrected.id}
        self.half.touch(_place(made.kept), made.answers() | number)
        was_shown = not made.support.isHidden()
        made.show_support(self.desk.diary.contacts.all)
        if was_shown is made.support.isHidden():
            self.order_tabs()

    def _begin_at_the_top(self) -> None:
        if self.answering is not None:
            first = next(iter(self.answering.rows.values()))
            first.segments()[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.verticalScrollBar().setValue(0)

    def _keep_answers(self) -> None:
        made, corrected = self.answering, self._corrected
        if made is None:
            return
        diary, now, kept, answers = self.desk.diary, self.desk.now(), made.kept, made.answers()
        therapy = diary.therapies.current()
        self.answering = None  # before the diary tells this page
        try:
            with diary.change():
                if corrected is not None:
                    diary.measures.correct(corrected.id, answers)
                else:
                    diary.measures.answer(
                        kept.id, now, answers, therapy=None if therapy is None else therapy.id
                    )
                self.half.settle(_place(kept))
        except StorageError as error:
            self.answering = made
            made.trouble.say(trouble_in_words(error), Tone.WRONG, aloud=True)
            self._show_parts()
            return
        self.answering = made
        self._finish()
        self.said.emit(self.tr("Kept."))
        if reaches_safety(kept.measure, answers):
            self._show_support()
        else:
            self.cards[kept.id].answer.setFocus(Qt.FocusReason.OtherFocusReason)

    def _cancel(self) -> None:
        if self.answering is not None:
            self.half.touch(_place(self.answering.kept), None)
        self._finish()

    def _finish(self) -> None:
        self._corrected = None
        self._close()
        self._show_parts()
        self.order_tabs()

    def _close(self) -> None:
        made, self.answering = self.answering, None
        if made is not None:
            self._place.removeWidget(made)
            made.hide()
            made.deleteLater()

    def _show_support(self) -> None:
        """The person's own contacts stay in sight after the answers were kept."""
        self.support.show_contacts(self.desk.diary.contacts.all())
        self.order_tabs()
        self.area.verticalScrollBar().setValue(0)
        self.support.more.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_contacts(self) -> None:
        self.asked_for.emit("too_much", None)

    # the person's other acts

    def _switch_on(self, it: Shelved) -> None:
        if self._change(lambda: switch_on(self.desk.diary, it)):
            self.said.emit(self.tr("Switched on."))

    def _add(self, measure: Measure) -> None:
        measures = self.desk.diary.measures

        def change() -> None:
            measures.enable(
                measures.add(measure, Origin.ADDED_BY_ME).id, True
            )  # it may be there, switched off

        try:
            done = self._change(change)
        except OtherContent as why:
            self.adding.refuse(why)
            return
        if done:
            self.adding.forget()
            self.said.emit(self.tr("Added, and switched on."))

    def _change(self, change: Callable[[], object]) -> bool:
        return keep_or_say(self.desk.diary, change, self.trouble)

    def _say_failed(self, error: StorageError) -> None:
        self.trouble.say(trouble_in_words(error), Tone.WRONG, aloud=True)


def _place(kept: KeptMeasure) -> str:
    return f"{DRAFT}{kept.measure.code}:{kept.measure.version}"
