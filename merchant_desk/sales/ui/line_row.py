"""One thing sold, on the checkout sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.core.errors import DeskError
from merchant_desk.sales.model import SaleLineDraft
from merchant_desk.sales.ui.inline_fields import InlineMoney, inline
from merchant_desk.shell import language
from merchant_desk.shell.icons import icon
from merchant_desk.widgets.bar_fields import Choice
from merchant_desk.widgets.buttons import Chip, IconButton
from merchant_desk.widgets.chip_row import ChipRow
from merchant_desk.widgets.fields import Field, NumberField
from merchant_desk.widgets.labels import ElidedLabel, plain_label, rule

if TYPE_CHECKING:
    from merchant_desk.team.model import Worker

_MOST = 99


class LineRow(Field):
    """Title, worker, quantity and price, all but the title changed where they stand.

    `price_with` says what it costs with a worker; the price follows until another one is typed. `draft()`
    is the line in minor units. While nobody is named, those who may have done it stand below as chips.
    """

    changed = Signal()
    removed = Signal()

    def __init__(
        self,
        line: SaleLineDraft,
        workers: Sequence[Worker],
        price_with: Callable[[str | None], int] | None = None,
    ) -> None:
        self._line = line
        self._price_with = price_with
        self._unit_cost = line.material_cost // max(1, line.quantity)
        self._row = QWidget()
        super().__init__("", self._row)
        self.title = ElidedLabel(line.title)
        self.worker = Choice([("", "—"), *((w.id, w.name) for w in workers)], line.worker_id or "")
        self.worker.setAccessibleName(self.tr("Who did {service}").format(service=line.title))
        self.quantity = NumberField(line.quantity, 1, _MOST)
        self.quantity.setPrefix("× ")
        self.quantity.setAccessibleName(self.tr("How many of {service}").format(service=line.title))
        self.price = InlineMoney(line.unit_price, self.tr("Price of {service}").format(service=line.title))
        self.remove = IconButton(
            icon("x", 16), self.tr("Take {service} out").format(service=line.title), size=28
        )
        self.who = ChipRow(self.tr("Who did it?"))
        self._who_line = QWidget()
        self._lay_out(workers)
        self._row.setFocusProxy(self.price)
        self.worker.chosen.connect(self._worker_chosen)
        self.who.chosen.connect(self._who_pressed)
        self.quantity.valueChanged.connect(self._recount)
        self.price.textEdited.connect(self._price_typed)
        self.remove.clicked.connect(self.removed)
        self._offer_workers()
        self._recount()

    def draft(self) -> SaleLineDraft:
        """The line as it stands here, without discount. Raises DeskError "bad_amount"."""
        price = self.price.value()
        if price < 0:
            raise DeskError("bad_amount", text=self.price.text())
        quantity = self.quantity.value()
        return SaleLineDraft(
            title=self._line.title,
            unit_price=price,
            kind=self._line.kind,
            service_id=self._line.service_id,
            worker_id=str(self.worker.key() or "") or None,
            quantity=quantity,
            material_cost=self._unit_cost * quantity,
        )

    def amount(self) -> int:
        """What the line comes to; nothing while its price is no amount."""
        return max(0, self.price.value_or(0)) * self.quantity.value()

    @property
    def service_id(self) -> str | None:
        """Which service it is."""
        return self._line.service_id

    def set_error(self, text: str) -> None:
        super().set_error(text)
        self.price.setProperty("wrong", bool(text))
        self.price.style().unpolish(self.price)
        self.price.style().polish(self.price)
        self.price.setAccessibleDescription(text)

    def _lay_out(self, workers: Sequence[Worker]) -> None:
        for field in (self.worker, self.quantity):
            inline(field)
        self.worker.setFixedWidth(126)
        self.quantity.setFixedWidth(62)
        self.price.setFixedWidth(100)
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 3, 0, 3)
        row.setSpacing(4)
        for part, stretch in ((self.title, 1), (self.worker, 0), (self.quantity, 0), (self.price, 0)):
            row.addWidget(part, stretch)
        row.addWidget(self.remove)
        below = QHBoxLayout(self._who_line)
        below.setContentsMargins(0, 0, 0, 8)
        below.setSpacing(8)
        below.addWidget(plain_label(self.tr("Who did it?"), role="hint"))
        below.addWidget(self.who, 1)
        self.who.set_chips([Chip(worker.name, key=worker.id) for worker in workers])
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.setSpacing(0)
            column.insertWidget(0, rule("soft-rule"))
            column.addWidget(self._who_line)

    def _who_pressed(self, worker_id: str) -> None:
        self.worker.choose(worker_id)
        had_focus = any(chip.hasFocus() for chip in self.who.chips())
        self._offer_workers()
        if had_focus:
            self.worker.setFocus()
        self._propose()

    def _worker_chosen(self) -> None:
        self._offer_workers()
        self._propose()

    def _price_typed(self) -> None:
        self._price_with = None
        self._recount()

    def _propose(self) -> None:
        """The price with whoever does it now."""
        if self._price_with is not None:
            self.price.set_value(self._price_with(str(self.worker.key() or "") or None))
        self._recount()

    def _offer_workers(self) -> None:
        self._who_line.setVisible(not self.worker.key() and len(self.who.chips()) > 1)

    def _recount(self) -> None:
        quantity = self.quantity.value()
        self.set_hint(
            self.tr("{n} × {price} = {amount}").format(
                n=quantity,
                price=language.money(self.price.value_or(0), "always"),
                amount=language.money(self.amount(), "always"),
            )
            if quantity > 1
            else ""
        )
        self.set_error("")
        self.changed.emit()
