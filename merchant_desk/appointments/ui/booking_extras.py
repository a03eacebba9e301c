"""What else belongs to a booking: a home visit's address and way, a note, a deposit."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.appointments.model import LONGEST_TRAVEL
from merchant_desk.shell import language
from merchant_desk.shell.icons import icon
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.fields import Field, MoneyField, NoteField, NumberField, TextField


class HomeVisit(QWidget):
    """Where to go and how long the way is; one line until somebody wants a home visit.

    `changed` comes when the way or the address did, by hand.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._asked = False
        self._usual = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.open = Button(self.tr("Home visit"), role="link", icon=icon("map-pin", 16))
        self.open.clicked.connect(self._go_home)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        self.fields = QWidget()
        row = QHBoxLayout(self.fields)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self.address = TextField(name=self.tr("Address"))
        self.address.textEdited.connect(lambda _text: self.changed.emit())
        self.travel = NumberField(
            0, 0, LONGEST_TRAVEL, 5, suffix=self.tr(" min"), name=self.tr("Way there and back, each")
        )
        self.travel.setFixedWidth(120)
        self.travel.valueChanged.connect(lambda _value: self.changed.emit())
        row.addWidget(Field(self.tr("Home visit to"), self.address), 1)
        row.addWidget(Field(self.tr("Way, each"), self.travel))
        column.addWidget(self.fields)
        self.close_it = Button(self.tr("In the shop instead"), role="link")
        self.close_it.clicked.connect(self._stay)
        column.addWidget(self.close_it, 0, Qt.AlignmentFlag.AlignLeft)
        self._show()

    def is_wanted(self) -> bool:
        """Whether it is a home visit as it stands."""
        return self._asked or self._usual

    def address_text(self) -> str:
        """Where to go, "" for a visit in the shop."""
        return self.address.value() if self.is_wanted() else ""

    def minutes(self) -> int:
        """The minutes of way there, and of way back; 0 for a visit in the shop."""
        return self.travel.value() if self.is_wanted() else 0

    def expect(self, usual: bool) -> None:
        """Whether what was chosen is usually done at home."""
        self._usual = usual
        self._show()

    def suggest(self, address: str) -> None:
        """The customer's address, unless another one was typed."""
        if not self.address.isModified():
            self.address.setText(address)

    def show_visit(self, address: str, travel: int) -> None:
        """What an appointment has, without saying so."""
        self._asked = bool(address or travel)
        self.address.setText(address)
        self.travel.blockSignals(True)
        self.travel.setValue(travel)
        self.travel.blockSignals(False)
        self._show()

    def _go_home(self) -> None:
        self._asked = True
        self._show()
        self.address.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _stay(self) -> None:
        self._asked = self._usual = False
        self._show()
        self.open.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _show(self) -> None:
        wanted = self.is_wanted()
        self.fields.setVisible(wanted)
        self.open.setVisible(not wanted)
        self.close_it.setVisible(self._asked)


class NoteAndDeposit(QWidget):
    """What to know before they come, and what they left for it."""

    def __init__(self) -> None:
        super().__init__()
        self._offered = True
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self.note = NoteField(placeholder=self.tr("What to know before they sit down"), lines=2)
        row.addWidget(Field(self.tr("Note"), self.note), 1, Qt.AlignmentFlag.AlignTop)
        self.deposit = MoneyField(currency=language.currency(), name=self.tr("Deposit"))
        self.deposit.setFixedWidth(120)
        self.deposit_field = Field(self.tr("Deposit"), self.deposit)
        self.take = QCheckBox(self.tr("Take it now"))
        self.take.hide()
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(self.deposit_field)
        column.addWidget(self.take)
        column.addStretch(1)
        row.addLayout(column)
        self.deposit.textChanged.connect(lambda _text: self._offer())

    def offer_taking(self, offered: bool) -> None:
        """Whether it may be asked to take the deposit at once."""
        self._offered = offered
        self._offer()

    def takes_now(self) -> bool:
        """Whether the deposit is to be paid as soon as the appointment is booked."""
        return not self.take.isHidden() and self.take.isChecked()

    def show_values(self, note: str, deposit: int) -> None:
        """What an appointment has; its deposit is taken on its own sheet."""
        self.offer_taking(False)
        self.note.setPlainText(note)
        self.deposit.set_value(deposit or None)

    def _offer(self) -> None:
        self.take.setVisible(self._offered and self.deposit.value_or(0) > 0)
