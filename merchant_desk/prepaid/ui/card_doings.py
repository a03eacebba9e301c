"""What is done to a card by hand, each in a box below its buttons: give away, pause, last day, correct."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from merchant_desk.core.errors import DeskError
from merchant_desk.customers.ui.customer_picker import CustomerPicker
from merchant_desk.prepaid.model import Correction
from merchant_desk.prepaid.ui.card_words import ends
from merchant_desk.prepaid.ui.end_day import EndDay
from merchant_desk.shell import language, notices
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.fields import Field, MoneyField, NumberField, TextField
from merchant_desk.widgets.labels import plain_label

if TYPE_CHECKING:
    from merchant_desk.desk import Desk
    from merchant_desk.prepaid.model import CardState
    from merchant_desk.shell.frame import Frame

_MOST_UNITS = 999


class Doing(Card):
    """A box with fields, a button that does it and one that leaves it; `ended` comes after either."""

    ended = Signal()

    def __init__(self, frame: Frame, card: CardState, title: str, hint: str, does: str) -> None:
        super().__init__(title, padding=14)
        self.card = card
        self._frame = frame
        self._error = plain_label(role="field-error", wrap=True)
        self._error.hide()
        if hint:
            self.body.addWidget(plain_label(hint, role="hint", wrap=True))
        self.note = TextField(placeholder=self.tr("may be empty"))
        self.note.setMaxLength(120)
        self._note = Field(self.tr("Note"), self.note)
        self.does = Button(does, role="primary")
        self.does.clicked.connect(self.press)
        self.leave = Button(self.tr("Leave it"))
        self.leave.clicked.connect(self.ended)

    def press(self) -> None:
        """Do it. Each box says how."""
        raise NotImplementedError

    def _finish(self) -> None:
        """Put the note, the error and the buttons below the fields."""
        self.body.addWidget(self._note)
        self.body.addWidget(self._error)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.does)
        self.body.addLayout(row)

    def _act(self, work: Callable[[Desk], Any], said: str | Callable[[Any], str]) -> None:
        self._error.hide()
        self.does.setEnabled(False)
        self._frame.act(work, said, lambda _done: self.ended.emit(), self._refused, owner=self)

    def _refused(self, error: Exception) -> None:
        self.does.setEnabled(True)
        if not isinstance(error, DeskError):
            self._frame.fail(error)
            return
        if error.code == "no_reason":
            self._note.set_error(notices.sentence(error))
            self.note.setFocus()
            return
        self._error.setText(notices.sentence(error))
        self._error.show()


class Transfer(Doing):
    """The card goes to another customer, with all that is on it."""

    def __init__(self, frame: Frame, card: CardState) -> None:
        super().__init__(
            frame,
            card,
            self.tr("Give it to another customer"),
            self.tr("All that is on it goes along; the ledger says who had it before."),
            self.tr("Give it"),
        )
        self.picker = CustomerPicker(frame)
        self._who = Field(self.tr("To whom"), self.picker)
        self.body.addWidget(self._who)
        self._finish()

    def press(self) -> None:
        taker = self.picker.customer
        if taker is None:
            self._who.set_error(self.tr("Choose who gets it."))
            return
        card_id, note = self.card.id, self.note.value()
        said = self.tr("Card {number} is now {name}'s.").format(number=self.card.number, name=taker.name)
        self._act(lambda desk: desk.prepaid.transfer(card_id, taker.id, note), said)


class Pause(Doing):
    """The card rests: it pays nothing, and its days stand still."""

    def __init__(self, frame: Frame, card: CardState) -> None:
        super().__init__(
            frame,
            card,
            self.tr("Pause it"),
            self.tr("It pays nothing meanwhile. When it goes on, the days it rested are added at its end."),
            self.tr("Pause"),
        )
        self._finish()

    def press(self) -> None:
        card_id, note = self.card.id, self.note.value()
        said = self.tr("Card {number} is paused.").format(number=self.card.number)
        self._act(lambda desk: desk.prepaid.pause(card_id, note), said)


class Extend(Doing):
    """Another last day, or none."""

    def __init__(self, frame: Frame, card: CardState) -> None:
        today = frame.clock.today()
        hint = self.tr("Now: {until}").format(until=ends(card.expires_on, today))
        super().__init__(frame, card, self.tr("Another last day"), hint, self.tr("Change it"))
        self.until = EndDay(max(card.expires_on or today, today), self.tr("Last day"))
        self._until = Field(self.tr("Last day"), self.until)
        self.body.addWidget(self._until)
        self._finish()

    def press(self) -> None:
        card_id, day, note = self.card.id, self.until.day(), self.note.value()
        said = self.tr("Card {number}: {until}.").format(
            number=self.card.number, until=ends(day, self._frame.clock.today())
        )
        self._act(lambda desk: desk.prepaid.extend(card_id, day, note), said)


class Correct(Doing):
    """Something is put on the card or taken off it by hand, with a reason."""

    def __init__(self, frame: Frame, card: CardState) -> None:
        super().__init__(
            frame,
            card,
            self.tr("Correct what is on it"),
            self.tr(
                "The ledger is never edited: this adds an entry of today. Below zero takes something off."
                " It is neither taken in nor earned."
            ),
            self.tr("Write it down"),
        )
        self.principal = MoneyField(None, language.currency())
        self.bonus = MoneyField(None, language.currency())
        self.units: dict[str, NumberField] = {}
        self._principal = Field(self.tr("Paid part, more or less"), self.principal)
        self._bonus = Field(self.tr("Bonus, more or less"), self.bonus)
        row = QHBoxLayout()
        row.setSpacing(12)
        if card.kind == "pass":
            for one in card.counters:
                number = NumberField(0, -one.left, _MOST_UNITS)
                self.units[one.id] = number
                label = self.tr("{service}, {n} left").format(service=one.service, n=one.left)
                self.body.addWidget(Field(label, number))
        else:
            row.addWidget(self._principal, 1)
            if card.kind == "balance":
                row.addWidget(self._bonus, 1)
            self.body.addLayout(row)
        self._note.label.setText(self.tr("Why"))
        self.note.setPlaceholderText("")
        self._finish()

    def press(self) -> None:
        amounts = []
        for money, field in ((self.principal, self._principal), (self.bonus, self._bonus)):
            try:
                amounts.append(money.value())
            except DeskError as error:
                field.set_error(notices.sentence(error))
                money.setFocus()
                return
        units = {key: number.value() for key, number in self.units.items()}
        correction = Correction(self.note.value(), amounts[0], amounts[1], units)
        if not any((*amounts, *units.values())):
            self._error.setText(self.tr("Say what is put on or taken off."))
            self._error.show()
            return
        card_id = self.card.id
        said = self.tr("Card {number} corrected.").format(number=self.card.number)
        self._act(lambda desk: desk.prepaid.correct(card_id, correction), said)
