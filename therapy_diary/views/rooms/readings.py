"""Whether readings are shown, and every limit that words and readings go by, each with its usual value."""

from dataclasses import asdict
from typing import ClassVar

from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox, QVBoxLayout

from therapy_diary.insight.limit_words import LimitGroup
from therapy_diary.insight.limits import DEFAULT, LARGEST, Limits
from therapy_diary.storage.errors import StorageError
from therapy_diary.views.room import Room, button, in_a_row, in_words, words
from therapy_diary.views.thoughts import limit_words, limits_in_use, readings_are_off
from therapy_diary.widgets.date_fields import settle_fields
from therapy_diary.widgets.notice import Notice, Tone
from therapy_diary.widgets.words_and_acts import WordsAndActs

FIELD = 140  # pixels a number takes
DECIMALS = 2


class ReadingsRoom(Room):
    """A change holds at once; one that would make no sense is said and taken back."""

    name: ClassVar[str] = "readings"

    def build(self) -> None:
        """Make the cards."""
        column = self.card(self.tr("A thought on this"))
        column.addWidget(
            words(
                self.tr(
                    "At most one, and only on the page before a session. It says what it rests on."
                    " The diary cannot tell what it means."
                ),
                "sub",
                self,
            )
        )
        self.off = words(self.tr("You chose to have none shown."), "", self)
        self.again = button(self.tr("Show readings again"), lambda: self._want_readings(True))
        self.stop = button(self.tr("Show no readings"), lambda: self._want_readings(False))
        column.addWidget(self.off)
        in_a_row(column, self.again, self.stop)
        self.said_here = Notice(self)
        column.addWidget(self.said_here)
        self.fields: dict[str, QSpinBox | QDoubleSpinBox] = {}
        intro, groups = limit_words()
        column = self.card(self.tr("Limits"))
        column.addWidget(words(intro, "sub", self))
        self.usual = button(self.tr("All limits as usual"), lambda: self._keep({}))
        in_a_row(column, self.usual)
        for it in groups:
            self._add_group(self.card(it.title), it)
        settle_fields(self)

    def refresh(self) -> None:
        """Show what is chosen now."""
        limits = limits_in_use(self.desk.diary)
        for name, field in self.fields.items():
            field.blockSignals(True)
            field.setValue(getattr(limits, name))
            field.blockSignals(False)
        self.usual.setEnabled(limits != DEFAULT)
        therapy = self.desk.diary.therapies.current()
        are_off = therapy is not None and readings_are_off(self.desk.diary, therapy.id)
        for part in (self.off, self.again):
            part.setVisible(are_off)
        self.stop.setVisible(therapy is not None and not are_off)

    def _add_group(self, column: QVBoxLayout, group: LimitGroup) -> None:
        usual = group.said(DEFAULT)
        for name, sentence in group.sentences.items():
            default = getattr(DEFAULT, name)
            field: QSpinBox | QDoubleSpinBox
            if isinstance(default, int):
                field = QSpinBox()
                field.setRange(0, LARGEST)
            else:
                field = QDoubleSpinBox()
                field.setDecimals(DECIMALS)
                field.setRange(0.0, LARGEST)
                field.setSingleStep(0.1 if default >= 0.5 else 0.01)
            field.setKeyboardTracking(False)
            field.setFixedWidth(FIELD)
            told = sentence.replace("{value}.", "…").replace("{value}", "…")
            field.setAccessibleName(told)
            field.setAccessibleDescription(self.tr("Usually: {sentence}").format(sentence=usual[name]))
            field.valueChanged.connect(lambda _: self._changed())
            self.fields[name] = field
            row = WordsAndActs(self)
            label = words(told, "", row)
            label.setBuddy(field)
            row.words.addWidget(label)
            usually = self.tr("usually {value}").format(value=f"{default:g}")
            row.words.addWidget(words(usually, "caption", row))
            row.add_act(field)
            column.addWidget(row)

    def _changed(self) -> None:
        try:
            wanted = Limits.changed({name: self._value(name) for name in asdict(DEFAULT)})
        except ValueError:
            self.said_here.say(
                self.tr("These limits do not go together. It is as it was."), Tone.MIND, aloud=True
            )
            self.refresh()
            return
        self._keep(wanted.changes())

    def _value(self, name: str) -> int | float:
        value = self.fields[name].value()
        return round(value, DECIMALS) if isinstance(value, float) else value

    def _keep(self, changes: dict[str, int | float]) -> None:
        try:
            with self.desk.diary.change():
                self.desk.diary.choices.change_limits(changes)
        except StorageError as error:
            self.said_here.say(in_words(error), Tone.WRONG, aloud=True)
        else:
            self.said_here.say("")
        self.refresh()

    def _want_readings(self, wanted: bool) -> None:
        """None from here on, without one having to be shown first; or again, also where one was answered so."""
        diary, therapy = self.desk.diary, self.desk.diary.therapies.current()
        if therapy is not None:
            try:
                with diary.change():
                    diary.choices.want_readings(wanted)
                    if wanted:
                        diary.readings.turn_on_again(therapy.id)
            except StorageError as error:
                self.said_here.say(in_words(error), Tone.WRONG, aloud=True)
        self.refresh()
        (self.stop if wanted else self.again).setFocus()
