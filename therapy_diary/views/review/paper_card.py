"""The page before a session on its way to paper: a tick for each part and each topic, and beside them the very page."""

from collections.abc import Iterator

from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.desktop.printing.paper import Paper
from therapy_diary.desktop.printing.sheet import Sheet
from therapy_diary.domain.topic import TopicId
from therapy_diary.insight.review import USUALLY_TICKED, Element, Review, Ticks
from therapy_diary.views.column_page import clear
from therapy_diary.views.review.in_order import InOrder
from therapy_diary.views.review.one_side import OneSide
from therapy_diary.views.room import button, in_a_row, words
from therapy_diary.views.sheets import review_file, review_fits, review_sheet, review_tries
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.notice import Notice, Tone
from therapy_diary.widgets.page_view import PageView
from therapy_diary.widgets.paper_bar import PaperBar
from therapy_diary.widgets.tick_row import TickRow

STEP_IN = 26  # pixels a topic stands further in than its part


class PaperCard(QWidget):
    """Nothing is on the paper that is not ticked. The ticks hold until the diary is locked or closed."""

    left = Signal()
    """The person wants to go back to the page itself."""
    done = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review: Review | None = None
        self._quiet = False
        self._by_hand: dict[TopicId, bool] = {}  # which topics were ticked, and which not
        self._without: frozenset[Element] = frozenset()  # the parts that are offered to be left out
        self.topics: dict[TopicId, TickRow] = {}
        self._later = QTimer(self, singleShot=True, interval=0)  # once for all that changes at once
        self._later.timeout.connect(self._show_page)
        self._tries: Iterator[Sheet] = iter(())
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._try_closer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.back = button(self.tr("Back to the page"), self.left.emit, "link")
        self.back.setIcon(icon("chevron-left", "accent"))
        in_a_row(column, self.back)
        side_by_side = InOrder(self)
        column.addWidget(side_by_side)
        choice, seen = self._choice(), self._seen()
        side_by_side.put((choice, seen), second=(seen,))

    def show_review(self, review: Review, *, quiet: bool) -> None:
        """Offer what this review has; what was ticked or not stays so."""
        if (review, quiet) == (self._review, self._quiet):
            return
        self._review, self._quiet = review, quiet
        there = set(_there(review, quiet=quiet))
        for element, row in self.elements.items():
            row.setVisible(element in there)
        self._show_topics(review)
        self._later.start()

    def ticks(self) -> Ticks:
        """What is ticked now."""
        return Ticks(
            elements=frozenset(
                it for it, row in self.elements.items() if row.is_ticked and not row.isHidden()
            ),
            topics=frozenset(it for it, row in self.topics.items() if row.is_ticked),
        )

    @property
    def is_laid_out(self) -> bool:
        """Whether the page that is shown is the one that would be printed, and not the way there."""
        return not (self._later.isActive() or self._next.isActive())

    # building

    def _choice(self) -> Card:
        card = Card(self)
        column = card.column(4)
        column.addWidget(words(self.tr("What goes on paper"), "h3", card))
        column.addWidget(
            words(
                self.tr("Only what is ticked. Of your therapist's name, the initials."),
                "sub",
                card,
            )
        )
        self.elements: dict[Element, TickRow] = {}
        for element, told in self._words().items():
            row = TickRow(told, card)
            row.tick(element in USUALLY_TICKED)
            row.ticked.connect(self._change)
            self.elements[element] = row
            column.addWidget(row)
            if element is Element.BRING:
                self._topics = QVBoxLayout()
                self._topics.setSpacing(4)
                further_in = QHBoxLayout()  # and no margin, which would not turn round for right-to-left
                further_in.addSpacing(STEP_IN)
                further_in.addLayout(self._topics, 1)
                column.addLayout(further_in)
        column.addSpacing(6)
        self.bar = PaperBar(card)
        self.bar.offer(self._sheet, self._file)
        self.bar.offer_large()
        self.bar.paper_chosen.connect(lambda _: self._later.start())
        self.bar.done.connect(self.done)
        column.addWidget(self.bar)
        return card

    def _words(self) -> dict[Element, str]:
        return {
            Element.WHEN: self.tr("When it is, and with whom"),
            Element.LINE: self.tr("The line I left myself"),
            Element.BRING: self.tr("What I want to bring"),
            Element.MEANT: self.tr("What I meant to try, and what I noticed"),
            Element.SINCE: self.tr("How much I wrote, and the titles of notes that may be printed"),
            Element.PANELS: self.tr("How it reads, one sentence each"),
            Element.THOUGHT: self.tr("The thought on this"),
            Element.QUESTION: self.tr("The question to think of"),
            Element.OWN_WORDS: self.tr("Blank lines to write on"),
        }

    def _seen(self) -> QWidget:
        seen = QWidget(self)
        column = QVBoxLayout(seen)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.too_long = Notice(seen)
        self.too_long.acted.connect(self._leave_out)
        self.one_side = OneSide(self)
        self.one_side.found.connect(self._offer_one_side)
        column.addWidget(self.too_long)
        self.page = PageView(seen)
        column.addWidget(self.page)
        return seen

    # showing

    def _show_topics(self, review: Review) -> None:
        """One tick for each topic, where the hardest are ticked at first; those kept covered are not offered."""
        clear(self._topics)
        usual = review.usual_ticks.topics
        self.topics = {}
        for it in review.to_bring:
            row = TickRow(it.wording, self)
            row.tick(self._by_hand.get(it.id, it.id in usual))
            row.ticked.connect(self._change_topics)
            self.topics[it.id] = row
            self._topics.addWidget(row)
        self._follow()

    def _change_topics(self) -> None:
        """From the first tick on the topics that are there stay as they are, whichever are hardest later."""
        self._by_hand |= {topic: row.is_ticked for topic, row in self.topics.items()}
        self._later.start()

    def _change(self) -> None:
        self._follow()
        self._later.start()

    def _follow(self) -> None:
        for row in self.topics.values():
            row.setEnabled(self.elements[Element.BRING].is_ticked)

    def _show_page(self) -> None:
        """Show the first layout at once; the best one is looked for in the turns after this."""
        if self._review is None:
            return
        self._without = frozenset()
        self.one_side.stop()
        paper, large = self.bar.paper(), self.bar.wants_large()
        self._tries = review_tries(self._review, self.ticks(), paper, quiet=self._quiet, large=large)
        self._take(next(self._tries))
        self.page.show_sheet(self._best)

    def _try_closer(self) -> None:
        closer = next(self._tries, None)
        if closer is not None:
            self._take(closer)
            return
        self.page.show_sheet(self._best)
        if self._best.overflow:
            self._say_too_long()

    def _take(self, best_so_far: Sheet) -> None:
        self._best = best_so_far
        if not best_so_far.overflow:
            self.too_long.say("")
        self._next.start()

    def _say_too_long(self) -> None:
        told = self.tr(
            "This takes more than one side. Take away a tick, or choose larger paper or smaller print."
        )
        self.too_long.say(told, Tone.MIND)
        gathered, paper, quiet, large = (
            self._gathered(),
            self.bar.paper(),
            self._quiet,
            self.bar.wants_large(),
        )
        self.one_side.look(
            self.ticks(), lambda ticks: review_fits(gathered, ticks, paper, quiet=quiet, large=large)
        )

    def _offer_one_side(self, without: frozenset[Element]) -> None:
        """Say without which parts it would be one side; a press takes their ticks away."""
        self._without = without
        names = [f"“{told}”" for it, told in self._words().items() if it in without]
        told = self.tr("This takes more than one side. Without {parts} it fits on one.")
        told = told.format(parts=QLocale().createSeparatedList(names))
        self.too_long.say(told, Tone.MIND, self.tr("Leave that out"))

    def _leave_out(self) -> None:
        for it in self._without:
            self.elements[it].tick(False)
        self._change()

    def _sheet(self, paper: Paper) -> Sheet:
        large = self.bar.wants_large()
        return review_sheet(self._gathered(), self.ticks(), paper, quiet=self._quiet, large=large)

    def _file(self) -> str:
        return review_file(self._gathered(), self.ticks(), quiet=self._quiet)

    def _gathered(self) -> Review:
        if self._review is None:
            raise RuntimeError("there is no therapy to print")
        return self._review


def _there(review: Review, *, quiet: bool) -> Iterator[Element]:
    """The parts that have something in them."""
    yield from (Element.WHEN, Element.OWN_WORDS)
    if review.line_left or review.after_a_break:
        yield Element.LINE
    if review.to_bring:
        yield Element.BRING
    if review.tasks or review.patterns:
        yield Element.MEANT
    if review.notes:
        yield Element.SINCE
    if review.panels and not quiet:
        yield Element.PANELS
    if review.thought:
        yield Element.THOUGHT
    if review.question:
        yield Element.QUESTION
