"""The message for the day before: its words, what can be put into them, and how it reads."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from merchant_desk.appointments.reminders.model import fill
from merchant_desk.core.errors import DeskError
from merchant_desk.shell import language, notices, reminder_text
from merchant_desk.shop.model import LONGEST_REMINDER, REMINDER_FIELDS, BookingRules
from merchant_desk.widgets.buttons import Button, Chip
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.chip_row import ChipRow
from merchant_desk.widgets.fields import Field, NoteField
from merchant_desk.widgets.labels import plain_label

if TYPE_CHECKING:
    from merchant_desk.shell.frame import Frame


@dataclass(frozen=True, slots=True)
class Example:
    """Names of this shop for the preview, "" where there is none yet."""

    shop: str
    service: str
    worker: str


class ReminderCard(Card):
    """The text and its preview; who shows the card saves it. The usual words are kept as ""."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(self.tr("Reminder for the day before"))
        self._today = frame.clock.today()
        self._example = Example("", "", "")
        self.text = NoteField(lines=4, name=self.tr("Words of the reminder"))
        self.field = Field("", self.text)
        self.body.addWidget(self.field)
        self.chips = ChipRow(self.tr("Put in where the cursor is"))
        names = self._names()
        self.chips.set_chips([Chip(names[key], key=key) for key in REMINDER_FIELDS])
        self.chips.chosen.connect(self._insert)
        self.body.addWidget(Field(self.tr("Put in where the cursor is"), self.chips))
        self.usual = Button(self.tr("Back to the usual words"), role="link")
        self.usual.clicked.connect(self._back)
        self.preview = plain_label(role="secondary", wrap=True)
        self.preview.setAccessibleName(self.tr("How it reads"))
        self.body.addWidget(Field(self.tr("How it reads"), self.preview))
        self.body.addWidget(self.usual, 0, Qt.AlignmentFlag.AlignLeft)
        self.text.textChanged.connect(self._changed)
        self.show_text("")

    def show_text(self, text: str) -> None:
        """Show the shop's words, or the usual ones for ""."""
        self.text.setPlainText(text or reminder_text.usual_template(at_home=False))

    def show_example(self, example: Example) -> None:
        """Preview with these names."""
        self._example = example
        self._changed()

    def typed(self) -> str:
        """The shop's words, "" for the usual ones."""
        text = self.text.value()
        return "" if text == reminder_text.usual_template(at_home=False) else text

    def check(self) -> bool:
        """Whether it can be sent as it is; what cannot is said below it."""
        said = ""
        if len(self.text.value()) > LONGEST_REMINDER:
            said = self.tr("This is too long: {most} characters are the most.").format(most=LONGEST_REMINDER)
        else:
            try:
                BookingRules(reminder=self.text.value()).check()
            except DeskError as error:
                said = notices.sentence(error)
        self.field.set_error(said)
        return not said

    def _names(self) -> dict[str, str]:
        return {
            "name": self.tr("Customer"),
            "day": self.tr("Day"),
            "time": self.tr("Time"),
            "service": self.tr("Service"),
            "worker": self.tr("Worker"),
            "shop": self.tr("Shop"),
            "address": self.tr("Address"),
        }

    def _insert(self, key: str) -> None:
        self.text.insertPlainText(f"{{{key}}}")
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        # As an edit, so that Ctrl+Z in the field brings the own words back.
        self.text.selectAll()
        self.text.insertPlainText(reminder_text.usual_template(at_home=False))
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self) -> None:
        self.check()
        self.usual.setVisible(bool(self.typed()))
        shown, tomorrow = self._example, self._today + dt.timedelta(days=1)
        facts = {
            "name": self.tr("Ms Wang"),
            "day": reminder_text.day_words(tomorrow, self._today),
            "time": language.time_text(dt.time(15, 30)),
            "service": shown.service or self.tr("Haircut"),
            "worker": shown.worker or self.tr("Ana"),
            "shop": shown.shop,
            "address": self.tr("12 Lake Road"),
        }
        self.preview.setText(fill(self.text.value() or reminder_text.usual_template(at_home=False), facts))
