"""Whose sale it is: a customer with how often they came, or a passing one without a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.customers.ui.customer_picker import CustomerPicker
from merchant_desk.customers.ui.customer_words import masked
from merchant_desk.shell import theme
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.cards import Avatar
from merchant_desk.widgets.labels import plain_label

if TYPE_CHECKING:
    from merchant_desk.customers.model import CustomerRow
    from merchant_desk.shell.frame import Frame

_ELIDE = Qt.TextElideMode.ElideRight
_NAME_WIDTH = 240


@dataclass(frozen=True, slots=True)
class Who:
    """A customer as the line shows one; `visits` is on how many days they paid before."""

    id: str
    name: str
    phone: str
    visits: int


class CustomerLine(QWidget):
    """Avatar, name, masked phone and the visit's number, with "Change"; or else the search for one.

    Nobody chosen is a passing customer. `changed` comes when it is somebody else.
    """

    changed = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        self._who: Who | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._shown = QWidget()
        row = QHBoxLayout(self._shown)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self._avatar = Avatar("")
        self._name = plain_label(role="heading")
        self._phone = plain_label(role="secondary")
        self._hint = plain_label(role="hint")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        names = QHBoxLayout()
        names.setSpacing(6)
        names.addWidget(self._name)
        names.addWidget(self._phone)
        names.addStretch(1)
        texts.addLayout(names)
        texts.addWidget(self._hint)
        self.change = Button(self.tr("Change"))
        self.change.clicked.connect(self._ask)
        row.addWidget(self._avatar)
        row.addLayout(texts, 1)
        row.addWidget(self.change)
        column.addWidget(self._shown)
        self.picker = CustomerPicker(frame, self.tr("Customer (optional): name, pinyin or phone tail"))
        self.picker.chosen.connect(self._chosen)
        column.addWidget(self.picker)
        self.setFocusProxy(self.picker)
        self._shown.hide()

    @property
    def customer_id(self) -> str | None:
        """Who it is; None is a passing customer."""
        return self._who.id if self._who else None

    @property
    def name(self) -> str:
        """The name, "" for a passing customer."""
        return self._who.name if self._who else ""

    def show_customer(self, who: Who | None, left: Sequence[str] = ()) -> None:
        """Show somebody with what their cards have left, or the search for one, without saying so."""
        self._who = who
        self._shown.setVisible(who is not None)
        self.picker.setVisible(who is None)
        if who is None:
            return
        self._avatar.set_name(who.name)
        self._name.setText(QFontMetrics(theme.font(13, bold=True)).elidedText(who.name, _ELIDE, _NAME_WIDTH))
        self._name.setAccessibleName(who.name)
        self._phone.setText(masked(who.phone))
        visit = self.tr("Visit {n}").format(n=who.visits + 1) if who.visits else self.tr("First visit")
        self._hint.setText(" · ".join([visit, *left]))

    def _chosen(self, row: CustomerRow) -> None:
        self.show_customer(Who(row.id, row.name, row.phone_typed, row.visits))
        self.change.setFocus()
        self.changed.emit()

    def _ask(self) -> None:
        self.picker.clear()
        self.show_customer(None)
        self.picker.setFocus()
        self.changed.emit()
