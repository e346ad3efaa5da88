"""The questions before an ending: what kind it is, who decided, and how much time is set aside for it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.domain.closing import Closing, DecidedBy, Variant
from therapy_diary.domain.therapy import EndKind, Therapy, TherapyState
from therapy_diary.forms.ending_before import Ui_EndingBefore
from therapy_diary.views.closing.words import decider_words, end_kind_words, variant_words
from therapy_diary.views.days import pydate, qdate, whole_year_format
from therapy_diary.views.page import Desk
from therapy_diary.widgets.date_fields import settle_fields

SUGGESTED_ASIDE = 3
ROOM_FOR_BOTH = 620  # page width, in pixels at 100 % text, from which fields stand beside their labels


class BeforeRoom(QWidget):
    """Asks, and changes nothing by itself. A therapy that is over already is not asked about sessions to come."""

    begun = Signal()
    """What was answered holds; see answers()."""
    left = Signal()
    """It is to stay as it was."""
    earlier_wanted = Signal()
    """The pages of an ending that was finished before."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._closing: Closing | None = None
        self._narrow = False
        self.form = form = Ui_EndingBefore()
        form.setupUi(self)
        form.beforeHeading.set_title(self.tr("Ending"))
        form.beforeHeading.set_sub(self.tr("A goodbye with room for it"))
        for variant, (name, _) in variant_words().items():
            form.variant.addItem(name, variant)
        for decided, name in decider_words().items():
            form.decidedBy.addItem(name, decided)
        form.why.addItem(self.tr("I leave this open"), None)
        for why, name in end_kind_words().items():
            form.why.addItem(name, why)
        form.variant.currentIndexChanged.connect(self._describe_variant)
        form.hasLast.toggled.connect(form.lastOn.setEnabled)
        form.begin.setIcon(icon("sunset", "on_accent"))
        form.begin.clicked.connect(self.begun)
        form.leaveIt.clicked.connect(self.left)
        form.earlier.clicked.connect(self.earlier_wanted)
        for choice in (
            form.variant,
            form.why,
            form.decidedBy,
        ):  # narrower than their longest words, if need be
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(12)
        form.setAside.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        form.lastOn.setDisplayFormat(whole_year_format())
        settle_fields(self)
        self._describe_variant()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The longest choices stand beside what they are called, or below it where they would be cut."""
        super().resizeEvent(event)
        form, narrow = self.form, self.width() < self._desk.theme.tokens().scaled(ROOM_FOR_BOTH)
        if narrow is self._narrow:
            return
        self._narrow = narrow
        for row, choice in {0: form.variant, 2: form.variantWords, 4: form.why, 6: form.decidedBy}.items():
            form.questionsLayout.removeWidget(choice)
            if narrow:  # the form leaves every second row free for this
                form.questionsLayout.addWidget(choice, row + 1, 0, 1, 2)
            else:
                form.questionsLayout.addWidget(choice, row, 1)

    def show_answers(
        self, therapy: Therapy, closing: Closing | None, *, changing: bool, has_earlier: bool
    ) -> None:
        """The questions, filled with what was answered before. changing: an ending is under way.

        has_earlier: pages were finished, and can be looked at.
        """
        self._closing, form = closing, self.form
        last = None if closing is None else closing.planned_last_on
        if closing is not None:
            form.variant.setCurrentIndex(form.variant.findData(closing.variant))
            form.decidedBy.setCurrentIndex(max(form.decidedBy.findData(closing.decided_by), 0))
            form.why.setCurrentIndex(max(form.why.findData(closing.why), 0))
        form.hasLast.setChecked(last is not None)
        form.lastOn.setDate(qdate(last or self._desk.now().date()))
        aside = SUGGESTED_ASIDE if closing is None else closing.sessions_set_aside
        form.setAside.setValue(aside or 0)
        over = therapy.state is TherapyState.CLOSED
        if over and closing is None:
            form.setAside.setValue(0)
        for it in (form.hasLast, form.lastOn, form.asideLabel, form.setAside, form.asideWords):
            it.setVisible(not over)
        begin = self.tr("&Write the worksheet") if over else self.tr("&Begin an ending")
        form.begin.setText(self.tr("Keep this") if changing else begin)
        form.leaveIt.setVisible(changing)
        form.earlier.setVisible(has_earlier and not changing)
        form.whatItIsNot.setVisible(not over)
        form.beforeTrouble.say(self._about(over=over, taken_back=closing is not None and not changing))

    def answers(self, therapy: Therapy) -> Closing:
        """The ending as it is now answered."""
        form = self.form
        decided, why = form.decidedBy.currentData(), form.why.currentData()
        return Closing(
            therapy=therapy.id,
            variant=Variant(form.variant.currentData()),
            decided_by=None if decided is None else DecidedBy(decided),
            why=None if why is None else EndKind(why),
            opened_on=self._desk.now().date() if self._closing is None else self._closing.opened_on,
            planned_last_on=pydate(form.lastOn.date()) if form.hasLast.isChecked() else None,
            sessions_set_aside=form.setAside.value() or None,
        )

    def _about(self, *, over: bool, taken_back: bool) -> str:
        if taken_back:
            return self.tr("You began an ending before and took it back. What you wrote then is still here.")
        if over:
            return self.tr(
                "This therapy is over. A goodbye can be written now, also where there was no time for one."
            )
        return ""

    def _describe_variant(self) -> None:
        _, told = variant_words()[Variant(self.form.variant.currentData())]
        self.form.variantWords.setText(told)
