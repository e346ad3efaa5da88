"""The card of one section: what the diary offers for it, the person's own words, and what goes on the page."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapy_diary.domain.closing import Audience, ClosingSection, Section, Ticks
from therapy_diary.domain.storable import without_nul
from therapy_diary.forms.ending_section import Ui_EndingSection
from therapy_diary.reports.pages.worksheet import SheetSection
from therapy_diary.views.closing.chart_choice import ChartChoice
from therapy_diary.views.closing.offer_row import OfferRow
from therapy_diary.views.closing.own_ticks import OwnTicks
from therapy_diary.views.column_page import clear
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.notice import Tone


class SectionCard(Card):
    """Shows one section at a time. Every change is told; the card keeps nothing itself."""

    typed = Signal(str)
    switched = Signal(bool)
    """Whether what the diary holds is to be taken in."""
    ticked = Signal(str, bool)
    """The key of a line or of a sentence, or an empty one for the whole section; and whether it stands on the page."""
    reworded = Signal(str, str)
    """The key of a line, and the words that stand in its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = form = Ui_EndingSection()
        form.setupUi(self)
        self._section: Section | None = None
        self.rows: dict[str, OfferRow] = {}
        self._offers: QVBoxLayout = form.offersLayout
        self.chart = ChartChoice(self)
        form.cardLayout.insertWidget(form.cardLayout.indexOf(form.drawn) + 1, self.chart)
        self.own = OwnTicks(self)
        self.own.ticked.connect(self.ticked)
        form.cardLayout.insertWidget(form.cardLayout.indexOf(form.parts) + 1, self.own)
        form.mine.setAccessibleName(self.tr("My own words"))
        form.mine.edited.connect(lambda: self.typed.emit(without_nul(form.mine.text())))
        form.takeIn.clicked.connect(self.switched)
        form.inPrint.clicked.connect(lambda on: self.ticked.emit("", on))

    def show_section(
        self, section: SheetSection, mine: ClosingSection, ticks: Ticks, audience: Audience
    ) -> None:
        """Show a section; one that was in view already keeps the words under the cursor."""
        form = self.form
        if section.section is not self._section:
            self._section = section.section
            form.saved.show_nothing()
            self.say_over("")
            self._forget_rows()
        form.title.setText(section.title)
        form.prompt.setText(section.prompt)
        form.drawn.setVisible(bool(section.offers))
        form.takeIn.setChecked(mine.draw)
        form.inPrint.setChecked(section.in_print)
        form.parts.setText(" · ".join(section.parts))
        form.parts.setVisible(bool(section.parts))
        self._show_offers(section, mine, ticks, audience)
        if form.mine.text() != mine.my_text:
            form.mine.set_text(mine.my_text)
        form.mine.setAccessibleDescription(f"{section.title}. {section.prompt}")
        self.show_own_ticks(mine, ticks, audience)

    def show_own_ticks(self, mine: ClosingSection, ticks: Ticks, audience: Audience) -> None:
        """Show which sentences of the person's own words stand on the page."""
        self.own.show_text(mine.my_text, lambda key: ticks.of(audience, mine, key))

    def say_over(self, words: str) -> None:
        """Say that this section is too long for its page; nothing for an empty text."""
        self.form.over.say(words, Tone.MIND)

    def _show_offers(
        self, section: SheetSection, mine: ClosingSection, ticks: Ticks, audience: Audience
    ) -> None:
        if [(it.key, it.text) for it in section.offers] != [
            (it.offer.key, it.offer.text) for it in self.rows.values()
        ]:
            self._forget_rows()
            for offer in section.offers:
                row = OfferRow(offer, self.form.offers)
                row.ticked.connect(self._ticking(offer.key))
                row.reworded.connect(self._rewording(offer.key))
                self.rows[offer.key] = row
                self._offers.addWidget(row)
        for offer in section.offers:
            on = ticks.of(audience, mine, offer.key)
            self.rows[offer.key].show_offer(offer, on=on, taken_in=mine.draw)

    def _forget_rows(self) -> None:
        self.rows = {}
        clear(self._offers)

    def _ticking(self, key: str) -> Callable[[bool], None]:
        return lambda on: self.ticked.emit(key, on)

    def _rewording(self, key: str) -> Callable[[str], None]:
        return lambda words: self.reworded.emit(key, words)
