"""A discount, as it is said at the till."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from merchant_desk.core.errors import DeskError
from merchant_desk.sales.bill import read_whole
from merchant_desk.sales.discount import Way
from merchant_desk.shell import language
from merchant_desk.shell.icons import icon
from merchant_desk.widgets.buttons import IconButton, Segmented
from merchant_desk.widgets.fields import Field, TextField
from merchant_desk.widgets.labels import plain_label


class DiscountRow(Field):
    """So much off, so many percent off, or what it is to come to; follows the amount as that changes.

    `of` names what it is taken off, for who listens to the screen.
    """

    changed = Signal()
    removed = Signal()

    def __init__(self, of: str = "") -> None:
        self._row = QWidget()
        super().__init__("", self._row)
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 3, 0, 3)
        row.setSpacing(8)
        self.way = Segmented(
            [
                ("off", self.tr("Amount off")),
                ("percent", self.tr("Percent off")),
                ("make_it", self.tr("Make it")),
            ],
            name=self.tr("Kind of discount"),
        )
        named = self.tr("Discount of {what}").format(what=of) if of else self.tr("Discount")
        self.text = TextField(name=named)
        self.text.setFixedWidth(96)
        self.shown = plain_label()
        self.remove = IconButton(icon("x", 16), self.tr("No discount"), size=28)
        row.addWidget(self.way)
        row.addWidget(self.text)
        row.addStretch(1)
        row.addWidget(self.shown)
        row.addWidget(self.remove)
        self._row.setFocusProxy(self.text)
        self.way.chosen.connect(self._other_way)
        self.text.textEdited.connect(lambda _text: self._edited())
        self.remove.clicked.connect(self._give_up)
        self._show_example()

    def value(self, open_to: int, total: int) -> int:
        """Minor units off `total`, of which `open_to` may be reduced. Raises DeskError "bad_amount"."""
        return read_whole(self._chosen(), self.text.text(), open_to, total, language.currency())

    def value_or_none(self, open_to: int, total: int) -> int:
        """The same, nothing off while what is typed makes no sense; shows what it comes to."""
        try:
            discount = self.value(open_to, total)
        except DeskError:
            discount = 0
        self.shown.setText(language.money(-discount, "always") if discount else "")
        return discount

    def take_focus(self) -> None:
        """Put the focus where the amount is typed."""
        self.text.setFocus()

    def take_off(self, amount: int) -> None:
        """Stand for a discount of `amount` minor units that was given before."""
        self.way.choose("off")
        self._show_example()
        self.text.setText(language.money(amount))

    def _chosen(self) -> Way:
        key = self.way.current()
        return "percent" if key == "percent" else "make_it" if key == "make_it" else "off"

    def _show_example(self) -> None:
        examples = {"off": "20", "percent": "10", "make_it": "200"}
        self.text.setPlaceholderText(examples[self._chosen()])

    def _other_way(self) -> None:
        self._show_example()
        self.text.setFocus()
        self._edited()

    def _edited(self) -> None:
        self.set_error("")
        self.changed.emit()

    def _give_up(self) -> None:
        self.text.clear()
        self.set_error("")
        self.removed.emit()
