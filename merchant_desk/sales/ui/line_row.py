"""One thing sold, on the checkout sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from merchant_desk.core.errors import DeskError
from merchant_desk.sales.model import SaleLineDraft
from merchant_desk.sales.ui.discount_row import DiscountRow
from merchant_desk.sales.ui.inline_fields import InlineMoney, QuietNumber, inline
from merchant_desk.sales.ui.shares_box import SharesBox
from merchant_desk.shell import language
from merchant_desk.shell.icons import icon
from merchant_desk.widgets.bar_fields import Choice
from merchant_desk.widgets.buttons import Chip, IconButton
from merchant_desk.widgets.chip_row import ChipRow
from merchant_desk.widgets.drop_menu import Entry, drop_menu
from merchant_desk.widgets.fields import Field, TextField
from merchant_desk.widgets.labels import ElidedLabel, plain_label, rule

if TYPE_CHECKING:
    from merchant_desk.team.model import Worker

_MOST = 99
# A tip and a card are one each, and what is asked for them is their price.
_SINGLE = ("tip", "card")
_DONE_BY_HAND = ("service", "add_on")


class LineRow(Field):
    """Title, worker, quantity and price, all changed where they stand; what is rare is in the line's menu.

    `price_with` says what it costs with a worker; the price follows until another one is typed, and then
    a reason can be given. `draft()` is the line in minor units. While nobody is named, those who may have
    done it stand below as chips. `stock` is how many pieces of a product there are.
    """

    changed = Signal()
    removed = Signal()

    def __init__(
        self,
        line: SaleLineDraft,
        workers: Sequence[Worker],
        price_with: Callable[[str | None], int] | None = None,
        stock: int | None = None,
    ) -> None:
        self._line, self._workers = line, list(workers)
        self._price_with, self._stock = price_with, stock
        self._listed = line.unit_price if line.list_price is None else line.list_price
        self._unit_cost = line.material_cost // max(1, line.quantity)
        self._requested = line.requested
        self._covered: int | None = None
        self._row = QWidget()
        super().__init__("", self._row)
        self.hint.setContentsMargins(0, 0, 0, 6)
        self._build_row()
        self.who = ChipRow(self.tr("Who did it?"))
        self._who_line = QWidget()
        self.reason = TextField(
            line.price_reason, self.tr("Why another price?"), self.tr("Reason of the price")
        )
        self.off: DiscountRow | None = None
        self.shares: SharesBox | None = None
        self._lay_out()
        self._offer_workers()
        self._restore()
        self._recount()

    # ---- what it says

    def draft(self) -> SaleLineDraft:
        """The line as it stands here. Raises DeskError "bad_amount" or "no_name"."""
        price = self.price.value()
        if price < 0:
            raise DeskError("bad_amount", text=self.price.text())
        title = self._title()
        if not title:
            raise DeskError("no_name")
        whole = price * self.quantity.value()
        off = self.off.value(whole, whole) if self.off is not None else 0
        return self._as_line(title, price, off)

    def roughly(self) -> SaleLineDraft:
        """The same while it is typed: a price or a discount that is no amount counts as nothing."""
        price = max(0, self.price.value_or(0))
        whole = price * self.quantity.value()
        off = self.off.value_or_none(whole, whole) if self.off is not None else 0
        return self._as_line(self._title(), price, off)

    def amount(self) -> int:
        """What the line comes to; nothing while its price is no amount."""
        return self.roughly().amount

    def show_covered(self, amount: int | None) -> None:
        """What the line comes to by a pass or a voucher, in minor units; None where none covers it."""
        if amount != self._covered:
            self._covered = amount
            self.set_hint(" · ".join(self._remarks(self.roughly())))

    def state(self) -> tuple[object, ...]:
        """What somebody may have changed here."""
        off = self.off.text.text() if self.off is not None else ""
        shares = self.shares.shares() if self.shares is not None else ()
        return (
            self._title(),
            self.price.text(),
            self.quantity.value(),
            self.worker.key(),
            off,
            shares,
            self.reason.text(),
            self._requested,
        )

    @property
    def kind(self) -> str:
        """What kind of line it is."""
        return self._line.kind

    @property
    def service_id(self) -> str | None:
        """Which service it is."""
        return self._line.service_id

    @property
    def product_id(self) -> str | None:
        """Which product it is."""
        return self._line.product_id

    def set_error(self, text: str) -> None:
        super().set_error(text)
        self.price.setProperty("wrong", bool(text))
        self.price.style().unpolish(self.price)
        self.price.style().polish(self.price)
        self.price.setAccessibleDescription(text)

    # ---- how it is made

    def _build_row(self) -> None:
        line, title = self._line, self._line.title
        self.title: ElidedLabel | TextField
        if line.kind == "free":
            self.title = TextField(title, self.tr("What is it?"), self.tr("What is it?"))
            self.title.textEdited.connect(self._recount)
        else:
            self.title = ElidedLabel(title)
        self.worker = Choice([("", "—"), *((w.id, w.name) for w in self._workers)], line.worker_id or "")
        self.worker.setAccessibleName(self.tr("Who did {service}").format(service=title))
        self.quantity = QuietNumber(line.quantity, 1, 1 if line.kind in _SINGLE else _MOST)
        self.quantity.setPrefix("× ")
        self.quantity.setAccessibleName(self.tr("How many of {service}").format(service=title))
        self.price = InlineMoney(line.unit_price, self.tr("Price of {service}").format(service=title))
        self.more = IconButton(
            icon("more", 16), self.tr("More about {service}").format(service=title), size=28
        )
        self.worker.chosen.connect(self._worker_chosen)
        self.quantity.valueChanged.connect(self._recount)
        self.price.textEdited.connect(self._price_typed)
        self.more.clicked.connect(self.open_menu)
        inline(self.worker)
        for field, width in ((self.worker, 126), (self.quantity, 62), (self.price, 100)):
            field.setFixedWidth(width)
        for field in (self.worker, self.quantity):
            room = field.sizePolicy()
            room.setRetainSizeWhenHidden(True)
            field.setSizePolicy(room)
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 3, 0, 3)
        row.setSpacing(4)
        row.addWidget(self.title, 1)
        for part in (self.worker, self.quantity, self.price, self.more):
            row.addWidget(part)
        self.quantity.setVisible(line.kind not in _SINGLE)
        self._row.setFocusProxy(self.title if isinstance(self.title, TextField) and not title else self.price)

    def _lay_out(self) -> None:
        below = QHBoxLayout(self._who_line)
        below.setContentsMargins(0, 0, 0, 8)
        below.setSpacing(8)
        below.addWidget(plain_label(self.tr("Who did it?"), role="hint"))
        below.addWidget(self.who, 1)
        self.who.set_chips([Chip(worker.name, key=worker.id) for worker in self._workers])
        self.who.chosen.connect(self._who_pressed)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self.reason)
        self.reason.hide()
        whole = self.layout()
        if isinstance(whole, QVBoxLayout):
            whole.setSpacing(0)
            whole.insertWidget(0, rule("soft-rule"))
            whole.addLayout(self._column)
            whole.addWidget(self._who_line)

    def _restore(self) -> None:
        """Show what a line that was put aside has of its own."""
        if self._line.discount:
            self.discount().take_off(self._line.discount)
        if len(self._line.shares) > 1:
            self._make_shares().show_shares(self._line.shares)
        if self._line.price_reason or self._line.unit_price != self._listed:
            self._price_with = None
            self.reason.show()

    # ---- the menu

    def open_menu(self) -> QMenu:
        """Drop the line's menu down."""
        return drop_menu(self.more, self.entries())

    def entries(self) -> list[Entry]:
        """What can be done with the line besides what stands there."""
        found = []
        if self.kind in _DONE_BY_HAND:
            found.append(Entry(self.tr("Asked for this worker"), self._turn_requested, on=self._requested))
        if self.kind != "card" and len(self._workers) > 1:
            found.append(Entry(self.tr("Several workers…"), self.share, on=None))
        if self.kind not in _SINGLE:
            found.append(Entry(self.tr("Discount…"), self.reduce))
        found.append(Entry(self.tr("Take out"), self.removed.emit, gap=bool(found)))
        return found

    def reduce(self) -> None:
        """Ask for a discount of this line."""
        self.discount().take_focus()

    def discount(self) -> DiscountRow:
        """The discount of this line alone, made where there was none."""
        if self.off is None:
            self.off = DiscountRow(self._title())
            self.off.changed.connect(self._recount)
            self.off.removed.connect(self._drop_discount)
            self._column.insertWidget(0, self.off)
            self.off.show()
        return self.off

    def share(self) -> None:
        """Ask who did it together."""
        if self.shares is None:
            other = ((str(self.worker.key() or ""), 1), ("", 1))
            self._make_shares().show_shares(other)
            self._recount()
        if self.shares is not None:
            self.shares.take_focus()

    def _make_shares(self) -> SharesBox:
        self.shares = SharesBox(self._workers, self._title())
        self.shares.changed.connect(self._recount)
        self.shares.given_up.connect(self._drop_shares)
        self._column.addWidget(self.shares)
        self.shares.show()
        self.worker.hide()
        self._who_line.hide()
        return self.shares

    def _drop_shares(self) -> None:
        if self.shares is None:
            return
        left = self.shares.shares()
        self.shares.hide()
        self.shares.deleteLater()
        self.shares = None
        self.worker.show()
        self.worker.choose(left[0][0] if left else "")
        self.worker.setFocus()
        self._worker_chosen()

    def _drop_discount(self) -> None:
        if self.off is not None:
            self.off.hide()
            self.off.deleteLater()
            self.off = None
        self.price.setFocus()
        self._recount()

    def _turn_requested(self) -> None:
        self._requested = not self._requested
        self._recount()

    # ---- how it follows

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
            self._listed = self._price_with(str(self.worker.key() or "") or None)
            self.price.set_value(self._listed)
        self._recount()

    def _offer_workers(self) -> None:
        wanted = self.kind in _DONE_BY_HAND and self.shares is None
        self._who_line.setVisible(wanted and not self.worker.key() and len(self.who.chips()) > 1)

    def _recount(self) -> None:
        line = self.roughly()
        typed = self._price_with is None and self.price.value_or(self._listed) != self._listed
        if typed and self._has_list_price():
            self.reason.show()
        if self.shares is not None:
            self.shares.show_amount(line.amount)
        self.set_hint(" · ".join(self._remarks(line)))
        self.set_error("")
        self.changed.emit()

    def _has_list_price(self) -> bool:
        """Whether a price is known that another one differs from; a deposit that was not agreed has none."""
        return self.kind not in ("tip", "free") and not (self.kind == "card" and not self._listed)

    def _remarks(self, line: SaleLineDraft) -> list[str]:
        said = []
        if line.quantity > 1 or line.discount:
            counted = self.tr("{n} × {price} = {amount}")
            if line.discount:
                counted = self.tr("{n} × {price} {off} = {amount}")
            said.append(
                counted.format(
                    n=line.quantity,
                    price=language.money(line.unit_price, "always"),
                    off=language.money(-line.discount, "always"),
                    amount=language.money(line.amount, "always"),
                )
            )
        if self._covered is not None:
            amount = language.money(self._covered, "always")
            said.append(self.tr("with its pass or voucher {amount}").format(amount=amount))
        if self._requested:
            said.append(self.tr("asked for this worker"))
        if self._stock is not None and line.quantity > self._stock:
            said.append(self.tr("{n} in stock").format(n=max(0, self._stock)))
        return said

    def _title(self) -> str:
        return self.title.value() if isinstance(self.title, TextField) else self._line.title

    def _as_line(self, title: str, price: int, off: int) -> SaleLineDraft:
        quantity = self.quantity.value()
        shares = self.shares.shares() if self.shares is not None else ()
        worker_id = shares[0][0] if shares else str(self.worker.key() or "") or None
        other_price = price != self._listed and self._has_list_price()
        return replace(
            self._line,
            title=title,
            unit_price=price,
            worker_id=worker_id,
            quantity=quantity,
            discount=off,
            material_cost=self._unit_cost * quantity,
            list_price=self._listed if other_price else None,
            price_reason=self.reason.value() if other_price else "",
            requested=self._requested,
            shares=shares if len(shares) > 1 else (),
        )
