"""The worksheet of an ending: its sections, one of them open to write in, and the way to paper."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from therapy_diary.desktop.in_turns import InTurns, Late, those_there
from therapy_diary.desktop.printing.paper import Paper
from therapy_diary.desktop.printing.parts import Part
from therapy_diary.desktop.printing.sheet import Sheet
from therapy_diary.domain.closing import (
    Audience,
    Closing,
    ClosingLine,
    ClosingSection,
    Section,
    Tick,
)
from therapy_diary.domain.therapy import Therapy, TherapyState
from therapy_diary.forms.ending_worksheet import Ui_EndingWorksheet
from therapy_diary.reports.pages.road_chart import RoadChart
from therapy_diary.reports.pages.snapshot import frozen
from therapy_diary.reports.pages.worksheet import Worksheet
from therapy_diary.storage.errors import StorageError
from therapy_diary.views.closing.audience import AudienceRow
from therapy_diary.views.closing.drawer import DrawerCard
from therapy_diary.views.closing.finish import FinishCard
from therapy_diary.views.closing.last_session import sessions_to_mark
from therapy_diary.views.closing.section import SectionCard
from therapy_diary.views.closing.section_list import SectionList
from therapy_diary.views.closing.themes import ThemesCard
from therapy_diary.views.closing.unkept import Unkept
from therapy_diary.views.column_page import order_tabs_along
from therapy_diary.views.days import date_in_words
from therapy_diary.views.page import Desk
from therapy_diary.views.records import records_of
from therapy_diary.views.room import button, in_words
from therapy_diary.views.sheets import (
    drawer_of,
    road_charts,
    small_chart,
    worksheet_file,
    worksheet_of,
    worksheet_sheet,
)
from therapy_diary.widgets.notice import Tone

MEASURE_AFTER = 600


class WorksheetRoom(QWidget):
    """What is typed, ticked and seen is in the diary within two seconds.

    The list of sections comes first, then the one in view, then the drawer; the last step when it is asked for.
    """

    turns: InTurns
    card = Late[SectionCard]()
    drawer = Late[DrawerCard]()

    change_wanted = Signal()
    taken_back = Signal()
    finished = Signal()
    """The person wants the pages kept as they stand; see FinishCard.answers() and snapshot()."""
    earlier_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._section = Section.HEAD
        self._closing: Closing | None = None
        self._therapy: Therapy | None = None
        self._page: Worksheet | None = None
        self._chart: RoadChart | None = None
        self.unkept = Unkept(desk, self)
        self.unkept.saved.connect(self._saved)
        self.unkept.failed.connect(self._not_saved)
        self._measuring = QTimer(self, singleShot=True, interval=MEASURE_AFTER)
        self._measuring.timeout.connect(self._measure)
        self.form = Ui_EndingWorksheet()
        self.form.setupUi(self)
        self.audience_row = AudienceRow(self.tr("This page is"), self)
        self.list = SectionList(self.form.sections, self.form.panes, desk.theme)
        self.themes = ThemesCard(desk, self)
        self._build()
        self.turns = InTurns(self, self._pieces())

    # what the page asks of its room

    def show_therapy(self, therapy: Therapy, closing: Closing, *, has_earlier: bool) -> None:
        """Read the diary anew; what is typed and not yet kept stays as it is."""
        self._therapy, self._closing = therapy, closing
        self.unkept.begin(therapy.id)
        today = self._desk.now().date()
        self._records = self.unkept.over(records_of(self._desk.diary, therapy, closing, today))
        self._chart = small_chart(self._records)
        ahead = closing.ahead(it.starts_at.date() for it in self._records.held) if therapy.meets else 0
        self.form.heading.set_sub(self._about_the_ending(closing, ahead))
        self.themes.show_sessions(therapy.id, ahead)
        over = therapy.state is TherapyState.CLOSED
        self._take_back.setText(self.tr("The therapy goes on") if over else self.tr("Take back the ending"))
        self._take_back.setAccessibleName(self._take_back.text())
        self._earlier.setVisible(has_earlier)
        self._show()

    def show_section(self, section: Section) -> None:
        """Go to a section of this worksheet; one it does not have is passed over."""
        if section in (rows := self.list.sections()):
            self.form.sections.setCurrentRow(rows.index(section))

    def section(self) -> Section:
        """The one in view."""
        return self._section

    def audience(self) -> Audience:
        """For whom the page in view is made."""
        return self.audience_row.audience()

    def keep(self) -> None:
        """Put what was typed into the diary. Raises StorageError."""
        self.themes.keep()
        self.unkept.keep()

    def snapshot(self) -> str:
        """The pages for each audience as they stand, as JSON."""
        return frozen({it: self._made_for(it) for it in Audience}, self._chart)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.list.place(self.width())

    # building

    def _build(self) -> None:
        form = self.form
        form.heading.set_title(self.tr("Ending"))
        self._change = button(self.tr("Change"), self.change_wanted.emit, "ghost")
        self._take_back = button(self.tr("Take back the ending"), self.taken_back.emit, "ghost")
        for act in (self._change, self._take_back):
            form.heading.add_action(act)
        form.underLayout.insertWidget(2, self.themes)
        form.underLayout.insertWidget(3, self.audience_row)
        self.audience_row.turned.connect(self._show)
        form.sections.currentRowChanged.connect(self._choose_row)
        form.blanks.clicked.connect(lambda _: self._measuring.start())
        form.bar.paper_chosen.connect(lambda _: self._measure())
        form.bar.offer(self._sheet, self._file)
        form.bar.offer_large()
        self._finish_asked = button(self.tr("Finish …"), self.ask_to_finish)
        self._earlier = button(self.tr("Finished pages"), self.earlier_wanted.emit, "ghost")
        form.bar.add_acts(self._finish_asked, self._earlier)
        self._desk.theme.changed.connect(self._place_list)
        self._place_list()
        form.unseen.hide()

    def _pieces(self) -> Iterator[None]:
        """What the head and the list are followed by."""
        self._add_card()
        yield
        self._show_section()
        self.card.show()
        yield
        self._add_drawer()

    def _add_card(self) -> None:
        card = SectionCard(self)
        card.hide()
        self.form.columnLayout.insertWidget(0, card)
        card.typed.connect(self._typed)
        card.switched.connect(self._switched)
        card.ticked.connect(self._ticked)
        card.reworded.connect(self._reworded)
        card.chart.chosen.connect(self._choose_chart)
        self.card = card

    def _add_drawer(self) -> None:
        drawer = DrawerCard(self)
        self.form.columnLayout.insertSpacing(1, 12)
        self.form.columnLayout.insertWidget(2, drawer)
        drawer.opened.connect(self._fill_drawer)
        drawer.put_in.connect(self._put_in)
        self.drawer = drawer
        order_tabs_along(self.form.underLayout)

    @cached_property
    def finish(self) -> FinishCard:
        """The last step."""
        card = FinishCard(self)
        self.form.outlet.addWidget(card)
        card.left.connect(card.hide)
        card.wanted.connect(self.finished)
        return card

    def _place_list(self) -> None:
        self.list.place(self.width())

    # what is shown

    def _show(self) -> None:
        """The worksheet with everything the diary offers, and the person's words as they now stand."""
        page = self._page = self._made_for(self.audience())
        self._section = self.list.fill(page, self._section)
        self._show_section()
        self._mark_list()
        self.list.place(self.width())
        self._measuring.start()

    def _about_the_ending(self, closing: Closing, ahead: int) -> str:
        parts = [self.tr("Begun on {date}").format(date=date_in_words(closing.opened_on))]
        if closing.planned_last_on is not None:
            planned = self.tr("last session planned for {date}")
            parts.append(planned.format(date=date_in_words(closing.planned_last_on)))
        if closing.sessions_set_aside:
            write = QLocale().toString
            told = self.tr("sessions set aside for it: {count}")
            parts.append(told.format(count=write(closing.sessions_set_aside)))
            if ahead:
                parts.append(self.tr("still ahead: {count}").format(count=write(ahead)))
        return " · ".join(parts)

    def _mark_list(self) -> None:
        """Show how far each section is, and name those whose lines wait to be seen."""
        if self._page is None:
            return
        self.list.mark(self._page, self._records.written)
        waiting = [it.short for it in self._page.sections if it.has_unseen and it.in_print]
        told = self.tr(
            "Not looked at yet: {sections}. Their lines from the diary stay off the page until then."
        )
        self.form.unseen.setText(told.format(sections=", ".join(waiting)))
        self.form.unseen.setVisible(bool(waiting))

    def _mine(self, section: Section) -> ClosingSection:
        return self._records.written.get(section, ClosingSection(section=section))

    def _show_section(self) -> None:
        """Show the chosen section. What it offers counts as seen from now on."""
        if self._page is None or not those_there(self, "card"):
            return
        section = self._page.section(self._section)
        self.card.show_section(section, self._mine(self._section), self._records.ticks, self.audience())
        on_the_road = self._section is Section.THE_ROAD
        offered = road_charts(self._records).offered() if on_the_road else ()
        self.card.chart.show_choice(offered, self._records.closing.chart)
        if those_there(self, "drawer") and self.drawer.is_open():
            self._fill_drawer()
        order_tabs_along(self.form.underLayout)
        new = [it for it in section.offers if not it.is_seen]
        if new and self.isVisible():
            for it in new:
                self.unkept.see(
                    ClosingLine(section=self._section, line=it.key, seen=it.facts, my_words=it.my_words)
                )
            self._take_up()

    def _fill_drawer(self) -> None:
        self.drawer.show_compartments(drawer_of(self._records, self._section))
        order_tabs_along(self.form.underLayout)

    def _take_up(self) -> None:
        """Let what was just given stand on the page in view."""
        self._records = self.unkept.over(self._records)
        self._page = self._made_for(self.audience())
        self._mark_list()
        self._measuring.start()

    # the person's acts

    def _choose_row(self, row: int) -> None:
        if row < 0:
            return
        self.unkept.keep_or_wait()
        self._page = self._made_for(self.audience())
        self._section = self.list.sections()[row]
        self.turns.make_all()  # only now: the section before, not on the screen yet, must not count as seen
        self._show_section()

    def _typed(self, words: str) -> None:
        self.card.form.saved.show_waiting()
        mine = self._mine(self._section)
        following = self._records.ticks.following(self._section, mine.my_text, words)
        self.unkept.write(replace(mine, my_text=words), following)
        self._records = self.unkept.over(self._records)
        self._measuring.start()

    def _switched(self, on: bool) -> None:
        self.unkept.write(replace(self._mine(self._section), draw=on))
        self._settle()

    def _ticked(self, line: str, on: bool) -> None:
        if self.audience() is Audience.ME and not line:
            self.unkept.write(replace(self._mine(self._section), in_print=on))
        else:
            tick = Tick(audience=self.audience(), section=self._section, line=line, in_print=on)
            self.unkept.tick(tick)
        self._settle()

    def _reworded(self, line: str, words: str) -> None:
        if self._page is None:
            return
        offer = next((it for it in self._page.section(self._section).offers if it.key == line), None)
        if offer is not None:
            my_words = "" if words.strip() == offer.words else words
            self.card.form.saved.show_waiting()
            self.unkept.see(
                ClosingLine(section=self._section, line=line, seen=offer.facts, my_words=my_words)
            )
            self._records = self.unkept.over(self._records)
            self._measuring.start()

    def _choose_chart(self, name: str) -> None:
        if self._therapy is None:
            return
        try:
            self.unkept.keep()
            with self._desk.diary.change():
                self._desk.diary.closings.choose_chart(self._therapy.id, name)
        except StorageError as error:
            self.form.trouble.say(in_words(error), Tone.WRONG, aloud=True)
            self.card.chart.show_choice(road_charts(self._records).offered(), self._records.closing.chart)

    def _put_in(self, text: str) -> None:
        """Put something out of the drawer into the person's words, on a line of its own."""
        mine = self.card.form.mine
        before = mine.text()
        mine.moveCursor(mine.textCursor().MoveOperation.End)
        mine.insert_as_person(f"\n{text}" if before and not before.endswith("\n") else text)
        mine.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle(self) -> None:
        """Keep a switch at once, and show what it did."""
        self._take_up()
        self._show_section()
        self.unkept.keep_or_wait()

    def ask_to_finish(self) -> None:
        """Show the last step, below the section in view, which is then all there."""
        self.turns.make_all()
        if self._therapy is not None and self._closing is not None:
            held = self._records.held
            last = held[-1].starts_at.date() if held else None
            to_mark = sessions_to_mark(self._desk.diary, self._therapy.id)
            self.finish.ask(self._therapy, self._closing, to_mark, last, self._desk.now().date())

    def _saved(self) -> None:
        self._mark_list()
        self.card.form.saved.show_saved(self._desk.now())

    def _not_saved(self, error: StorageError) -> None:
        self.card.form.saved.show_failed(in_words(error))

    # paper

    def _made_for(self, audience: Audience) -> Worksheet:
        """The worksheet as it now stands for somebody: no line that the person has not looked at is on it."""
        return worksheet_of(
            self._records,
            blanks=self.form.blanks.isChecked(),
            chart=self._chart,
            audience=audience,
            only_seen=True,
        )

    def _sheet(self, paper: Paper) -> Sheet:
        """The pages as they stand, with what was typed a moment ago."""
        self.unkept.keep_or_wait()
        return self._laid_out(self._made_for(self.audience()), paper)

    def _laid_out(self, made: Worksheet, paper: Paper) -> Sheet:
        return worksheet_sheet(made, paper, self._chart, large=self.form.bar.wants_large())

    def _file(self) -> str:
        self.unkept.keep_or_wait()
        return worksheet_file(self._made_for(self.audience()), self._chart)

    def _measure(self) -> None:
        """Say how long the pages are, and which section runs over, before anything is printed.

        Laying them out takes its time; what was typed is written first.
        """
        if self.unkept.is_due():
            self._measuring.start()
            return
        if self._therapy is None or not self.isVisible():
            return
        if not self.turns.is_whole:
            self._measuring.start()
            return
        self.card.show_own_ticks(self._mine(self._section), self._records.ticks, self.audience())
        made = self._made_for(self.audience())
        sheet = self._laid_out(made, self.form.bar.paper())
        measured = [it for it in made.printed if it.section is not Section.HEAD]
        over = [
            (section.section, section.short, part)
            for section, part in zip(measured, sheet.parts, strict=False)
            if part.over
        ]
        self._mark_written_over(sheet, over)

    def _mark_written_over(self, sheet: Sheet, over: Sequence[tuple[Section, str, Part]]) -> None:
        lines = [
            self.tr("“{section}” runs %n line(s) over page {page}.", "", part.over).format(
                section=short, page=QLocale().toString(part.page)
            )
            for _, short, part in over
        ]
        pages = self.tr("%n page(s)", "", sheet.page_count)
        whole = self.tr("Nothing is cut; all of it is printed.")
        self.form.length.setText(" ".join([*lines, whole, pages]) if lines else pages)
        mine = next((part for section, _, part in over if section is self._section), None)
        self.card.say_over(
            ""
            if mine is None
            else self.tr("This section runs %n line(s) over page {page}.", "", mine.over).format(
                page=QLocale().toString(mine.page)
            )
        )
