"""Somebody's own price and minutes on one line, empty where they are as usual."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QColor, QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QWidget

from merchant_desk.core.errors import DeskError
from merchant_desk.widgets.fields import Field, MoneyField, TextField
from merchant_desk.widgets.labels import Dot, ElidedLabel, plain_label

_PRICE = 104
_MINUTES = 64
_MOST = 9999


class TermsRow(Field):
    """A name, a price, and minutes; what is usual stands in the empty fields. `key` is whose row it is."""

    changed = Signal()

    def __init__(self, key: str, name: str, currency: str, dot: QColor | QBrush | None = None) -> None:
        self.key = key
        box = QWidget()
        super().__init__("", box)
        self.price = MoneyField(currency=currency)
        self.price.setAccessibleName(self.tr("Price with {name}").format(name=name))
        self.price.setFixedWidth(_PRICE)
        self.minutes = TextField(name=self.tr("Minutes with {name}").format(name=name))
        self.minutes.setValidator(QIntValidator(0, _MOST, self.minutes))
        self.minutes.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.minutes.setFixedWidth(_MINUTES)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        if dot is not None:
            row.addWidget(Dot(dot))
        row.addWidget(ElidedLabel(name), 1)
        row.addWidget(self.price)
        row.addWidget(self.minutes)
        row.addWidget(plain_label(self.tr("min"), role="hint"))
        box.setFocusProxy(self.price)
        for line in (self.price, self.minutes):
            line.textEdited.connect(self._edited)

    def set_usual(self, price: str, minutes: str) -> None:
        """Show these, written out, where nothing is typed."""
        self.price.setPlaceholderText(price)
        self.minutes.setPlaceholderText(minutes)

    def set_value(self, price: int | None, minutes: int | None) -> None:
        """Show an own price in minor units and own minutes; None empties a field."""
        self.price.set_value(price)
        self.minutes.setText("" if minutes is None else str(minutes))

    def value(self) -> tuple[int | None, int | None]:
        """The own price in minor units and the own minutes, None where a field is empty.

        Raises DeskError "bad_amount".
        """
        price = None
        if self.price.text().strip():
            price = self.price.value()
            if price < 0:
                raise DeskError("bad_amount", text=self.price.text().strip())
        typed = self.minutes.value()
        return price, int(typed) if typed else None

    def typed(self) -> tuple[str, str]:
        """What stands in the fields."""
        return self.price.text().strip(), self.minutes.value()

    def _edited(self) -> None:
        self.set_error("")
        self.changed.emit()
