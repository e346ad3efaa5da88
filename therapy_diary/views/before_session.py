"""The two minutes before a session: when it is, the line left last time, what to bring, and what gathered since."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property
from itertools import pairwise
from typing import ClassVar

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.desktop.in_turns import InTurns, Late, those_there
from therapy_diary.domain.setting import Place
from therapy_diary.domain.therapy import TherapyState
from therapy_diary.insight.review import Review, initials
from therapy_diary.views.column_page import ColumnPage, stops_in
from therapy_diary.views.days import day_in_words, start_in_words
from therapy_diary.views.goal.keys import on_keys
from therapy_diary.views.page import Desk
from therapy_diary.views.review.aside_card import AsideCard
from therapy_diary.views.review.at_rest import AtRestCard
from therapy_diary.views.review.bring_card import BringCard
from therapy_diary.views.review.in_order import InOrder
from therapy_diary.views.review.meant_card import MeantCard
from therapy_diary.views.review.panels_card import PanelsCard
from therapy_diary.views.review.paper_card import PaperCard
from therapy_diary.views.review.reading_card import ReadingCard
from therapy_diary.views.review.since_card import SinceCard
from therapy_diary.views.room import button, in_a_row, words
from therapy_diary.views.several.needs_card import NeedsCard
from therapy_diary.views.sheets import review_of
from therapy_diary.widgets.along_page import stand_along_page
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.empty_state import EmptyState
from therapy_diary.widgets.words_label import breakable

WHOLE = (0, 0)
FOLDS = (WHOLE, (2, 3), (1, 2), (1, 1))
"""Lines of each topic and of its first sentence, from all of them on."""

PAUSE = 60  # milliseconds without a new size, after which the page is fitted to it


class BeforeSessionPage(ColumnPage):
    """Shows the review in the order that helps first, without a need to scroll. Nothing on it counts as left undone."""

    name: ClassVar[str] = "before_session"

    quiet_wanted = Signal(bool)
    """Numbers are to be hidden, or shown again."""

    turns: InTurns
    meant, since, panels = Late[MeantCard](), Late[SinceCard](), Late[PanelsCard]()
    reading, aside, needs = Late[ReadingCard](), Late[AsideCard](), Late[NeedsCard]()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._review: Review | None = None
        self._order: tuple[QWidget, ...] = ()
        self._fitting = QTimer(self, singleShot=True, interval=0)  # once for all that changes at once
        self._fitting.timeout.connect(self._fit)
        self._resizing = QTimer(self, singleShot=True, interval=PAUSE)  # an edge that is drawn: many sizes
        self._resizing.timeout.connect(self._fit)
        desk.theme.changed.connect(self._resizing.start)
        self._fills: dict[Card, Callable[[Review], None]] = {}  # each card that is there, and what fills it
        self.column.setContentsMargins(40, 16, 40, 8)
        self.column.setSpacing(8)
        self._add_empty()
        self._add_cards()
        self._add_foot()
        self.column.addStretch(1)
        self.turns = InTurns(self, self._pieces())

    # what the window asks of a page

    def refresh(self) -> None:
        """Gather the review anew; a half-typed topic stays."""
        diary = self.desk.diary
        therapy = diary.therapies.current()
        self.empty.setVisible(therapy is None)
        self.heading.setVisible(therapy is not None)
        if therapy is None:
            self._show_on_screen(cards=False, foot=False, paper=False)
            return
        review = self._review = review_of(diary, therapy, self.desk.now())
        self._show_head(review)
        self._show_line(review)
        for fill in self._fills.values():
            fill(review)
        self.at_rest.show_therapy(therapy)
        self.quiet.setText(self.tr("Show numbers again") if self.is_quiet else self.tr("Hide numbers"))
        self.quiet.setAccessibleName(self.quiet.text())
        self._arrange()
        self._show_paper(self._on_paper())

    def show_subject(self, subject: object) -> None:
        """ "add" puts the cursor where something to bring is written."""
        if subject == "add":
            self._show_paper(False)
            self.bring.begin_a_line()

    def keep(self) -> None:
        """Put a half-typed topic into the encrypted file. Raises StorageError."""
        self.bring.half.keep()

    def keyboard_begins_at(self) -> QWidget:
        """Where something to bring is written, not at the head of the page."""
        return self.bring.wording

    def print_page(self) -> None:
        """What the print key does here."""
        if self._review is not None:
            self._show_paper(True)
            self.paper.bar.ask_to_print()

    # building

    def _add_empty(self) -> None:
        self.empty = EmptyState(self)
        self.empty.say(
            "hourglass",
            self.tr("There is no therapy here yet"),
            self.tr("Once there is, this page gathers what you want to bring to the next session."),
            self.tr("Write the first note"),
        )
        self.empty.acted.connect(lambda: self.asked_for.emit("session_note", None))
        self.column.addWidget(self.empty)

    def _add_cards(self) -> None:
        """In the order of the page; they stand in two columns where there is room."""
        self.cards = InOrder(self)
        self.left, self.question = Card(self.cards), Card(self.cards)
        self.bring = BringCard(self.desk, self.cards)
        self.left_title, self.left_line = self._pair(self.left, "h2")
        stand_along_page(self.left_line)
        title, self.question_words = self._pair(self.question, "")
        title.setText(self.tr("To think of, if you like; it needs no answer"))
        self.question.hide()  # it comes last: where it stands depends on what else is there
        self.at_rest = AtRestCard(self._asking, self._preparing, self.cards)
        self.at_rest.timeline_wanted.connect(lambda: self.asked_for.emit("timeline", None))
        self.bring.said.connect(self.said)
        self.bring.grown.connect(self._fitting.start)
        self._fills[self.bring] = self.bring.show_review
        self.column.addWidget(self.cards)

    def _asking(self) -> list[QWidget]:
        """The cards there that ask for something, which nothing does while no session is to come."""
        return [self.left, *those_there(self, "meant", "panels", "reading", "aside"), self.question]

    def _preparing(self) -> list[QWidget]:
        """Those that make sense as long as the therapy has not ended."""
        return [self.bring, *those_there(self, "since")]

    def _pieces(self) -> Iterator[None]:
        """The cards below and beside what is to be brought, one by one."""
        desk, cards = self.desk, self.cards
        self.needs = NeedsCard(desk, cards)
        self._add(self.needs, lambda it: self.needs.show_therapy(it.therapy, first=it.last is None))
        self.meant = MeantCard(desk, cards)
        self._add(self.meant, self._if_it_meets(lambda it: self.meant.show_therapy(it.therapy)))
        yield
        self.since = SinceCard(cards)
        self._add(self.since, lambda it: self.since.show_review(it, quiet=self.is_quiet))
        yield
        self.panels = PanelsCard(desk, cards)
        self.panels.shown.connect(self._panels_are_there)
        self._add(self.panels, self._if_it_meets(lambda it: self.panels.show_therapy(it.therapy)))
        yield
        self.reading = ReadingCard(desk, cards)
        self.reading.ending_wanted.connect(lambda: self.asked_for.emit("ending", None))
        self.reading.contacts_wanted.connect(lambda: self.asked_for.emit("too_much", None))
        self._add(self.reading, self._if_it_meets(lambda it: self.reading.show_therapy(it.therapy)))
        yield
        self.aside = AsideCard(desk, cards)
        self._add(self.aside, self._if_it_meets(self._show_aside))
        self._add(self.question, self._show_question)

    def _add(self, card: Card, fill: Callable[[Review], None]) -> None:
        """Put a card onto the page as it then is."""
        self._fills[card] = fill
        if isinstance(card, MeantCard | ReadingCard | AsideCard | NeedsCard):
            card.said.connect(self.said)
        if self._review is not None:
            fill(self._review)
            self.at_rest.show_therapy(self._review.therapy)
            self._arrange()
            self._fitting.start()

    @staticmethod
    def _if_it_meets(fill: Callable[[Review], None]) -> Callable[[Review], None]:
        return lambda review: fill(review) if review.therapy.meets else None

    def _show_aside(self, review: Review) -> None:
        beside = not self.reading.isHidden()
        self.aside.show_therapy(review.therapy, number=review.number, beside_reading=beside)

    def _show_question(self, review: Review) -> None:
        self.question.setVisible(review.therapy.meets)
        self.question_words.setText(review.question)

    @cached_property
    def paper(self) -> PaperCard:
        """What stands in the place of the page on its way to paper; made when it is first wanted."""
        paper = PaperCard(self.area.widget())
        paper.hide()
        paper.left.connect(lambda: self._show_paper(False))
        paper.done.connect(self.said)
        on_keys(paper, QKeySequence(Qt.Key.Key_Escape), lambda: self._show_paper(False))
        self.column.insertWidget(self.column.count() - 1, paper)
        return paper

    def _on_paper(self) -> bool:
        """Whether the page gave its place to what goes onto paper."""
        return any(not it.isHidden() for it in those_there(self, "paper"))

    @staticmethod
    def _pair(card: Card, role: str) -> tuple[QLabel, QLabel]:
        """A small line with the words it is about under it."""
        column = card.column(2)
        column.setContentsMargins(20, 10, 20, 10)
        above, below = words("", "caption", card), words("", role, card)
        column.addWidget(above)
        column.addWidget(below)
        return above, below

    def _add_foot(self) -> None:
        self.ready = button(self.tr("I am ready"), self._be_ready, "primary")
        self.to_paper = button(self.tr("Print …"), lambda: self._show_paper(True))
        self.to_paper.setIcon(icon("printer"))
        self.quiet = button("", lambda: self.quiet_wanted.emit(not self.is_quiet), "ghost")
        self.quiet.setIcon(icon("eye-off"))
        self.same_subject = button(
            self.tr("The same subject again"), lambda: self.asked_for.emit("same_subject", None), "ghost"
        )
        self.same_subject.setIcon(icon("history"))
        every = button(self.tr("Everything to bring"), lambda: self.asked_for.emit("topics", None), "ghost")
        every.setIcon(icon("message-square-quote"))
        self.foot = in_a_row(self.column, self.ready, self.to_paper, self.quiet, every, self.same_subject)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._resizing.start()

    # showing

    def _fit(self) -> None:
        """Shorten what is to bring as far as the page then needs no scrolling; where nothing helps, not at all."""
        if self.cards.isHidden():
            return
        bring = self.bring
        for _ in range(2):  # again where the offer of every word came, which may take a line of its own
            offered = bring.offers_words
            bring.fold(*(self._lines_that_fit() if bring.may_be_folded else WHOLE))
            bring.offer_words()
            if bring.offers_words is offered:
                break
            for part in (*bring.rows, bring, self.cards):
                part.updateGeometry()  # else what they are in would ask them later

    def _lines_that_fit(self) -> tuple[int, int]:
        self._lay_out()
        spare = self._spare()
        return next((it for it in FOLDS if self._taller_folded(it) <= spare), WHOLE)

    def _lay_out(self) -> None:
        """Else the rows would still be as wide as they were."""
        parts = (self.cards, self.bring, *self.bring.rows)
        for layout in (self.column, *(it.layout() for it in parts)):
            if layout is not None:
                layout.activate()

    def _spare(self) -> int:
        """Pixels of height that are left; below zero where it scrolls. A column is no wider than reads well."""
        room, inside = self.area.viewport(), self.area.widget()
        width = room.width() if inside is None else min(room.width(), inside.maximumWidth())
        return room.height() - self.column.totalHeightForWidth(width)

    def _taller_folded(self, lines: tuple[int, int]) -> int:
        return self.cards.taller_by(self.bring, self.bring.taller_folded(*lines))

    def _arrange(self) -> None:
        """The question stands below what is shorter: where nothing was thought of, below what is to bring."""
        beside, thoughts = (
            those_there(self, "meant", "since", "panels"),
            those_there(self, "reading", "aside"),
        )
        left_behind = those_there(self, "needs")
        self._order = (self.at_rest, *left_behind, self.left, self.bring, *beside, *thoughts, self.question)
        has_thought = any(not it.isHidden() for it in thoughts)
        self.cards.put(self._order, [*beside, *([self.question] if has_thought else [])])
        self.order_tabs()

    def order_tabs(self) -> None:
        """In the order of the parts, in two columns as in one."""
        parts: list[QWidget] = [*self._order, self.foot, *those_there(self, "paper")]
        stops = [stop for it in parts if (layout := it.layout()) is not None for stop in stops_in(layout)]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _show_head(self, review: Review) -> None:
        meets, number = review.therapy.meets, review.number
        therapist = review.therapy.therapist_name.strip() if meets else ""
        if self.is_quiet or not meets:
            title = self.tr("Before the session with {name}") if therapist else self.tr("Before the session")
        elif therapist:
            title = self.tr("Before session {number} with {name}")
        else:
            title = self.tr("Before session {number}")
        self.heading.set_title(title.format(number=number, name=therapist))
        self.heading.set_sub(self._when(review))

    def _show_line(self, review: Review) -> None:
        """The line left last time; after a long break, also from when it is."""
        line, told = review.line_left, self.tr("The line you left yourself")
        if review.last is not None and review.after_a_break:
            told = (
                self.tr("Last time was on {date}; you wrote:")
                if line
                else self.tr("Last time was on {date}.")
            )
            told = told.format(date=day_in_words(review.last.starts_at.date()))
        self.left.setVisible(bool(line) or review.after_a_break)
        self.left_title.setText(told)
        self.left_line.setText(breakable(line))
        self.left_line.setVisible(bool(line))

    def _when(self, review: Review) -> str:
        if review.next is None:
            return self.tr("No date yet") if review.therapy.meets else ""
        starts_at = review.next.starts_at
        parts = [start_in_words(starts_at)]
        if review.next.place is not None:
            parts.append(self._place(review.next.place))
        days = (starts_at.date() - review.now.date()).days
        if days < 2:
            parts.append(self.tr("today") if days == 0 else self.tr("tomorrow"))
        elif not self.is_quiet:
            parts.append(self.tr("in {count} days").format(count=QLocale().toString(days)))
        return " · ".join(parts)

    def _place(self, place: Place) -> str:
        return {
            Place.ROOM: self.tr("in the room"),
            Place.ONLINE: self.tr("online"),
            Place.PHONE: self.tr("by phone"),
            Place.MIXED: self.tr("in the room or from afar"),
        }[place]

    # the way out: onto paper, or into the room

    def _show_paper(self, wanted: bool) -> None:
        """Put what goes onto paper in the place of the page, or the page back."""
        if self._review is None:
            return
        was = self._on_paper()
        has_foot = self._review.therapy.state is not TherapyState.CLOSED
        self._show_on_screen(cards=not wanted, foot=not wanted and has_foot, paper=wanted)
        self._show_on_paper()
        self._fitting.start()
        if wanted is not was:
            self.area.verticalScrollBar().setValue(0)
            (self.paper.back if wanted else self.to_paper).setFocus()

    def _show_on_screen(self, *, cards: bool, foot: bool, paper: bool) -> None:
        self.cards.setVisible(cards)
        self.foot.setVisible(foot)
        if paper or those_there(self, "paper"):
            self.paper.setVisible(paper)

    def _panels_are_there(self) -> None:
        self.order_tabs()
        if self.turns.is_whole:  # else they came while somebody waits for all of the page, and goes on then
            self._show_on_paper()
        self._fitting.start()

    def _show_on_paper(self) -> None:
        """With the panels and the thought that are on the page now; the name in the thought becomes initials."""
        review = self._review
        if review is None or not self._on_paper():
            return
        short = initials(review.therapy.therapist_name)
        thought = self.reading.in_words(short) or self.aside.in_words()
        self.paper.show_review(
            replace(review, panels=self.panels.panels, thought=thought), quiet=self.is_quiet
        )

    def _be_ready(self) -> None:
        """The two minutes are over: nothing of this is left on the screen."""
        self.asked_for.emit("today", None)
        self.said.emit(self.tr("All of it stays here, whatever comes up."))
