"""The ending of a therapy: begun and taken back with one click, and its worksheet, written section by section."""

from dataclasses import replace
from datetime import date
from typing import ClassVar

from PySide6.QtCore import QDate, QLocale, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QListWidgetItem, QPushButton, QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.desktop.printing import Paper, Sheet
from therapy_diary.domain.closing import Closing, ClosingSection, DecidedBy, Section, Variant
from therapy_diary.domain.found import Found
from therapy_diary.domain.note import without_nul
from therapy_diary.domain.therapy import Therapy, TherapyState
from therapy_diary.domain.topic import TopicKind
from therapy_diary.forms.ending import Ui_Ending
from therapy_diary.reports.pages.worksheet import SheetSection, Worksheet
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import StorageError
from therapy_diary.vault.sentences import CONTEXT, sentence_for
from therapy_diary.views.column import ReadableWidth
from therapy_diary.views.days import date_in_words, whole_year_format
from therapy_diary.views.draft_writer import DraftWriter
from therapy_diary.views.page import Desk, Page
from therapy_diary.views.records import records_of
from therapy_diary.views.sheets import small_chart, worksheet_file, worksheet_of, worksheet_sheet
from therapy_diary.widgets.date_fields import settle_fields
from therapy_diary.widgets.notice import Tone

SAVE_AFTER = 1_200  # milliseconds from the first letter to the file
TRY_AGAIN = 5_000
MEASURE_AFTER = 600
SUGGESTED_ASIDE = 3
LIST_WIDTH = 216  # pixels at 100 % text
LEAST_CARD = 340  # beside the list; where there is less room, the card stands below it
ROWS_ABOVE = 4  # of the list when the card stands below it


class EndingPage(Page):
    """Asks what kind of ending it is, then shows the worksheet; what is typed is in the diary within two seconds."""

    name: ClassVar[str] = "ending"
    rests_when_quiet: ClassVar[bool] = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._therapy: Therapy | None = None
        self._closing: Closing | None = None
        self._whole: Worksheet | None = None  # with everything drawn, whatever is switched off
        self._section = Section.HEAD
        self._typed: dict[Section, ClosingSection] = {}
        self._changing = False
        self._saving = QTimer(self, singleShot=True)
        self._saving.timeout.connect(self._begin_to_save)
        self._given: dict[Section, ClosingSection] = {}  # to the writer
        self._writer = DraftWriter(desk.diary, self)
        self._writer.written.connect(self._saved)
        self._writer.failed.connect(self._not_saved)
        self._measuring = QTimer(self, singleShot=True, interval=MEASURE_AFTER)
        self._measuring.timeout.connect(self._measure)
        self.form = Ui_Ending()
        self.form.setupUi(self)
        self._build()

    # what the window asks of a page

    def refresh(self) -> None:
        """Read the diary anew; what is typed and not yet kept stays as it is."""
        diary = self.desk.diary
        self._therapy = diary.therapies.current()
        self._closing = None if self._therapy is None else diary.closings.at(self._therapy.id)
        if self._therapy is None:
            self.form.stack.setCurrentWidget(self.form.empty)
        elif self._is_under_way() and not self._changing:
            self._read()
            self._show_worksheet()
        elif self.form.stack.currentWidget() is not self.form.before:
            self._show_before()

    def show_subject(self, subject: object) -> None:
        """Choose the section in which words were Found."""
        self.refresh()
        sections = self.form.sections
        if not isinstance(subject, Found):
            return
        for row in range(sections.count()):
            if sections.item(row).data(Qt.ItemDataRole.UserRole) == subject.part:
                sections.setCurrentRow(row)
                self.form.mine.setFocus()

    def keep(self) -> None:
        """Put what was typed into the diary. Raises StorageError."""
        self._saving.stop()
        if self._therapy is None or not self._typed:
            return
        closings = self.desk.diary.closings
        self._writer.forget()
        with self.desk.diary.quiet_change():
            for section in self._typed.values():
                closings.write(self._therapy.id, section)
        self._typed.clear()
        self.form.saved.show_saved(self.desk.now())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_list()

    def print_page(self) -> None:
        """What the print key does here."""
        if self.form.stack.currentWidget() is self.form.under:
            self.form.bar.ask_to_print()

    # building

    def _build(self) -> None:
        form = self.form
        ReadableWidth(self.desk.theme, self, form.beforeColumn, form.underColumn)
        form.empty.say(
            "sunset",
            self.tr("There is no therapy here yet"),
            self.tr("When one comes to its end, this page helps to say goodbye."),
            self.tr("Write the first note"),
        )
        form.empty.acted.connect(lambda: self.asked_for.emit("session_note", None))
        form.beforeHeading.set_title(self.tr("Ending"))
        form.beforeHeading.set_sub(self.tr("A goodbye with room for it"))
        for variant, words, _ in self._variants():
            form.variant.addItem(words, variant)
        for decided, words in self._deciders():
            form.decidedBy.addItem(words, decided)
        form.variant.currentIndexChanged.connect(self._describe_variant)
        form.hasLast.toggled.connect(form.lastOn.setEnabled)
        form.begin.setIcon(icon("sunset", "on_accent"))
        form.begin.clicked.connect(self._begin)
        form.leaveIt.clicked.connect(self._leave_it)
        form.heading.set_title(self.tr("Ending"))
        self._change = self._action(self.tr("Change"), self._show_before)
        self._take_back = self._action(self.tr("Take back the ending"), self._take_it_back)
        form.sections.currentRowChanged.connect(self._choose_row)
        form.mine.setAccessibleName(self.tr("My own words"))
        form.mine.edited.connect(self._typed_words)
        form.takeIn.clicked.connect(lambda on: self._switched(draw=on))
        form.inPrint.clicked.connect(lambda on: self._switched(in_print=on))
        form.blanks.clicked.connect(lambda _: self._measuring.start())
        form.bar.paper_chosen.connect(lambda _: self._measure())
        form.bar.done.connect(self.said)
        form.bar.offer(self._sheet, self._file)
        self.desk.theme.changed.connect(self._fit_list)
        form.lastOn.setDisplayFormat(whole_year_format())
        settle_fields(self)
        self._describe_variant()
        self._fit_list()

    def _action(self, words: str, act: object) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("kind", "ghost")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(act)
        self.form.heading.add_action(button)
        return button

    def _fit_list(self) -> None:
        tokens = self.desk.theme.tokens()
        side = tokens.size("icon") - 2
        self.form.sections.setIconSize(QSize(side, side))
        self._place_list()

    def _place_list(self) -> None:
        """Beside the card and whole, or above it and short, by the room there is."""
        tokens, form = self.desk.theme.tokens(), self.form
        larger, rows = tokens.base_px / tokens.sizes["base"], form.sections.count()
        beside = self.width() - 80 >= (LIST_WIDTH + LEAST_CARD) * larger
        directions = QBoxLayout.Direction
        form.panes.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        if beside:
            form.sections.setFixedWidth(round(LIST_WIDTH * larger))
        else:
            form.sections.setMinimumWidth(0)
            form.sections.setMaximumWidth(self.width())
        shown = rows if beside else min(rows, ROWS_ABOVE)
        form.sections.setFixedHeight(sum(form.sections.sizeHintForRow(it) for it in range(shown)) + 6)
        form.sections.scrollToItem(form.sections.currentItem())

    def _variants(self) -> list[tuple[Variant, str, str]]:
        return [
            (
                Variant.GOALS,
                self.tr("Looking back on the way we went"),
                self.tr("For when enough has happened, or the time is over for other reasons."),
            ),
            (
                Variant.FIT,
                self.tr("Parting because it does not fit"),
                self.tr("With room for what did not fit, and for what you now know you need."),
            ),
        ]

    def _deciders(self) -> list[tuple[DecidedBy | None, str]]:
        return [
            (None, self.tr("I leave this open")),
            (DecidedBy.ME, self.tr("I did")),
            (DecidedBy.THERAPIST, self.tr("My therapist did")),
            (DecidedBy.TOGETHER, self.tr("We did, together")),
            (DecidedBy.OUTSIDE, self.tr("It came from outside")),
        ]

    # before an ending is begun

    def _is_under_way(self) -> bool:
        ending = self._therapy is not None and self._therapy.state in (
            TherapyState.ENDING,
            TherapyState.CLOSED,
        )
        return ending and self._closing is not None

    def _show_before(self) -> None:
        """The questions, filled with what was answered before."""
        form, closing, today = self.form, self._closing, self.desk.now().date()
        self._changing = self._is_under_way()
        last = None if closing is None else closing.planned_last_on
        if closing is not None:
            form.variant.setCurrentIndex(form.variant.findData(closing.variant))
            form.decidedBy.setCurrentIndex(max(form.decidedBy.findData(closing.decided_by), 0))
        form.hasLast.setChecked(last is not None)
        form.lastOn.setDate(_qdate(last or today))
        aside = SUGGESTED_ASIDE if closing is None else closing.sessions_set_aside
        form.setAside.setValue(aside or 0)
        form.begin.setText(self.tr("Keep this") if self._changing else self.tr("&Begin an ending"))
        form.leaveIt.setVisible(self._changing)
        taken_back = closing is not None and not self._changing
        form.beforeTrouble.say(
            self.tr("You began an ending before and took it back. What you wrote then is still here.")
            if taken_back
            else ""
        )
        form.stack.setCurrentWidget(form.before)

    def _leave_it(self) -> None:
        self._changing = False
        self.refresh()

    def _describe_variant(self) -> None:
        words = {variant: told for variant, _, told in self._variants()}
        self.form.variantWords.setText(words[Variant(self.form.variant.currentData())])

    def _asked(self, therapy: Therapy) -> Closing:
        form = self.form
        decided = form.decidedBy.currentData()
        return Closing(
            therapy=therapy.id,
            variant=Variant(form.variant.currentData()),
            decided_by=None if decided is None else DecidedBy(decided),
            opened_on=self.desk.now().date() if self._closing is None else self._closing.opened_on,
            planned_last_on=_pydate(form.lastOn.date()) if form.hasLast.isChecked() else None,
            sessions_set_aside=form.setAside.value() or None,
        )

    def _begin(self) -> None:
        therapy, diary = self._therapy, self.desk.diary
        if therapy is None:
            return
        was, self._changing = self._changing, False
        try:
            with diary.change():
                diary.closings.begin(self._asked(therapy))
                if therapy.state is not TherapyState.CLOSED:
                    diary.therapies.move_to(therapy.id, TherapyState.ENDING)
                if not was and not any(
                    it.kind is TopicKind.ENDING for it in diary.topics.waiting(therapy.id)
                ):
                    diary.topics.add(
                        therapy.id,
                        self.tr("How we want to end"),
                        self.desk.now().date(),
                        kind=TopicKind.ENDING,
                        source="closing",
                    )
        except StorageError as error:
            self._changing = was
            self.form.beforeTrouble.say(_sentence(error), Tone.WRONG, aloud=True)
            return
        self.refresh()
        self.form.sections.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_it_back(self) -> None:
        """The therapy goes on; what was said and written about the ending stays in the diary."""
        if self._therapy is None:
            return
        try:
            self.keep()
            with self.desk.diary.change():
                self.desk.diary.therapies.move_to(self._therapy.id, TherapyState.ACTIVE)
        except StorageError as error:
            self.form.trouble.say(_sentence(error), Tone.WRONG, aloud=True)
            return
        self.refresh()
        self._show_before()
        self.said.emit(self.tr("The ending is taken back. Your words are kept."))

    # the worksheet

    def _read(self) -> None:
        """The worksheet with everything drawn in, and the person's words as they now stand."""
        if self._therapy is None or self._closing is None:
            return
        records = records_of(self.desk.diary, self._therapy, self._closing, self.desk.now().date())
        self._records = replace(records, written={**records.written, **self._typed})
        all_drawn = {key: replace(it, draw=True) for key, it in self._records.written.items()}
        self._whole = worksheet_of(replace(self._records, written=all_drawn), blanks=False, chart=False)

    def _show_worksheet(self) -> None:
        form, whole = self.form, self._whole
        if whole is None or self._therapy is None:
            return
        form.heading.set_sub(self._about_the_ending())
        self._take_back.setVisible(self._therapy.state is TherapyState.ENDING)
        shown = [
            Section(form.sections.item(it).data(Qt.ItemDataRole.UserRole))
            for it in range(form.sections.count())
        ]
        if shown != [it.section for it in whole.sections]:
            self._fill_list(whole)
        self._mark_written()
        self._place_list()
        if form.stack.currentWidget() is not form.under:
            form.stack.setCurrentWidget(form.under)
        self._show_section(again=True)
        self._measuring.start()

    def _about_the_ending(self) -> str:
        closing = self._closing
        if closing is None:
            return ""
        parts = [self.tr("Begun on {date}").format(date=date_in_words(closing.opened_on))]
        if closing.planned_last_on is not None:
            parts.append(
                self.tr("last session planned for {date}").format(date=date_in_words(closing.planned_last_on))
            )
        if closing.sessions_set_aside:
            parts.append(
                self.tr("sessions set aside for it: {count}").format(
                    count=QLocale().toString(closing.sessions_set_aside)
                )
            )
        return " · ".join(parts)

    def _fill_list(self, whole: Worksheet) -> None:
        form = self.form
        form.sections.blockSignals(True)
        form.sections.clear()
        for it in whole.sections:
            item = QListWidgetItem(it.short)
            item.setData(Qt.ItemDataRole.UserRole, it.section)
            form.sections.addItem(item)
        here = [it.section for it in whole.sections]
        self._section = self._section if self._section in here else here[0]
        form.sections.setCurrentRow(here.index(self._section))
        form.sections.blockSignals(False)

    def _mark_written(self) -> None:
        """A pencil beside the sections that have words of the person's own."""
        for row in range(self.form.sections.count()):
            item = self.form.sections.item(row)
            written = bool(self._written(Section(item.data(Qt.ItemDataRole.UserRole))).my_text.strip())
            item.setIcon(icon("pencil" if written else "minus", "accent" if written else "text3"))
            told = self.tr("{section}, with your words") if written else self.tr("{section}, still empty")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, told.format(section=item.text()))

    def _written(self, section: Section) -> ClosingSection:
        if section in self._typed:
            return self._typed[section]
        return self._records.written.get(section, ClosingSection(section=section))

    def _choose_row(self, row: int) -> None:
        if row < 0:
            return
        self._save_quietly()
        self._section = Section(self.form.sections.item(row).data(Qt.ItemDataRole.UserRole))
        self._show_section(again=False)

    def _show_section(self, *, again: bool) -> None:
        """Show the chosen section; again, when it was in view already, leaves the words under the cursor alone."""
        form, written = self.form, self._written(self._section)
        if self._whole is None:
            return
        section = self._whole.section(self._section)
        form.title.setText(section.title)
        form.prompt.setText(section.prompt)
        drawn = self._drawn_words(section)
        form.drawn.setVisible(bool(drawn))
        form.drawnWords.setText(drawn)
        form.drawnWords.setEnabled(written.draw)
        form.takeIn.setChecked(written.draw)
        form.inPrint.setChecked(written.in_print)
        form.parts.setText(" · ".join(section.parts))
        form.parts.setVisible(bool(section.parts))
        if form.mine.text() != written.my_text:
            form.mine.set_text(written.my_text)
        form.mine.setAccessibleDescription(f"{section.title}. {section.prompt}")
        if not again:
            form.saved.show_nothing()

    def _drawn_words(self, section: SheetSection) -> str:
        lines = [f"{it.aside}  \u2068{it.text}\u2069" if it.aside else it.text for it in section.lines]
        for goal in section.goals:
            words = f"\u2068{goal.first}\u2069"
            if goal.last:
                words = self.tr("{first} → {last}").format(first=words, last=f"\u2068{goal.last}\u2069")
            if goal.latest:
                words += " · " + self.tr("{start} to {latest}").format(start=goal.start, latest=goal.latest)
            lines.append(f"{words} · {goal.state}")
        if section.section is Section.THE_ROAD and self._records.alliance:
            lines.append(self.tr("and a small chart of how it was between you"))
        return "\n".join(lines)

    # the person's acts

    def _typed_words(self) -> None:
        words = without_nul(self.form.mine.text())
        self._note(replace(self._written(self._section), my_text=words))

    def _switched(self, *, draw: bool | None = None, in_print: bool | None = None) -> None:
        written = self._written(self._section)
        self._note(
            replace(
                written,
                draw=written.draw if draw is None else draw,
                in_print=written.in_print if in_print is None else in_print,
            )
        )
        self.form.drawnWords.setEnabled(self._written(self._section).draw)
        self._save_quietly()

    def _note(self, section: ClosingSection) -> None:
        self._typed[section.section] = section
        self.form.saved.show_waiting()
        if not self._saving.isActive():
            self._saving.start(SAVE_AFTER)

    def _save_quietly(self) -> None:
        """Save, or say why not and try again; the words stay on the page meanwhile."""
        self._records = replace(self._records, written={**self._records.written, **self._typed})
        try:
            self.keep()
        except StorageError as error:
            self._not_saved(error)
        self._mark_written()
        self._measuring.start()

    def _begin_to_save(self) -> None:
        """The same beside the window, while the person types on."""
        therapy, given = self._therapy, dict(self._typed)
        if therapy is None or not given:
            return
        self._records = replace(self._records, written={**self._records.written, **given})
        self._given = given

        def put(diary: Diary) -> None:
            for section in given.values():
                diary.closings.write(therapy.id, section)

        self._writer.write(put)
        self._mark_written()
        self._measuring.start()

    def _saved(self) -> None:
        """What was typed since waits for the next time."""
        self._typed = {it: there for it, there in self._typed.items() if self._given.get(it) is not there}
        if not self._typed:
            self.form.saved.show_saved(self.desk.now())

    def _not_saved(self, error: StorageError) -> None:
        self.form.saved.show_failed(_sentence(error))
        self._saving.start(TRY_AGAIN)

    # paper

    def _sheet(self, paper: Paper) -> Sheet:
        """The pages as they stand, with what was typed a moment ago."""
        self._save_quietly()
        return self._laid_out(paper)

    def _file(self) -> str:
        self._save_quietly()
        return worksheet_file(*self._made())

    def _laid_out(self, paper: Paper) -> Sheet:
        made, drawing = self._made()
        return worksheet_sheet(made, paper, drawing)

    def _made(self) -> tuple[Worksheet, bytes | None]:
        """The worksheet as it now stands, and its drawing."""
        records = replace(self._records, written={**self._records.written, **self._typed})
        drawing = small_chart(records)
        blanks = self.form.blanks.isChecked()
        return worksheet_of(records, blanks=blanks, chart=drawing is not None), drawing

    def _measure(self) -> None:
        """Say how long the pages are, before anything is printed."""
        if self._whole is None or self.form.stack.currentWidget() is not self.form.under:
            return
        made = self._laid_out(self.form.bar.paper())
        over = made.overflow
        if over:
            told = self.tr(
                "Lines beyond the second page: {count}. Nothing is cut; all of it is printed."
            ).format(count=QLocale().toString(over))
        elif made.page_count > 1:
            told = self.tr("Two pages")
        else:
            told = self.tr("One page")
        self.form.length.setText(told)


def _sentence(error: StorageError) -> str:
    return sentence_for(error, lambda text: QApplication.translate(CONTEXT, text))


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _pydate(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
