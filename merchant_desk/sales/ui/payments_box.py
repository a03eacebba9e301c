"""How a sale is paid: one press pays the rest; amounts are typed over where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from merchant_desk.core.errors import DeskError
from merchant_desk.sales.bill import Cover
from merchant_desk.sales.model import METHODS, Payment, PaymentDraft
from merchant_desk.sales.tender import Settled, Tender, settle
from merchant_desk.sales.ui.payment_row import Means, PaidRow, PaymentRow, money_means
from merchant_desk.sales.ui.prepaid_means import Offer
from merchant_desk.shell import language, words
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.labels import plain_label, plain_tip
from merchant_desk.widgets.scrolling import bring_into_view

_ACROSS = 4


class PaymentsBox(QWidget):
    """The buttons of the ways to pay, and below them what each pays, with the change in cash.

    Alt and a digit press them from anywhere in `sheet`. A customer's cards stand among the buttons.
    `voucher_wanted` asks for the code of a voucher, which comes back through `add_voucher`. `service_wanted`
    carries the service of a pass or a voucher, and how many of it are missing on the sale.
    """

    changed = Signal()
    voucher_wanted = Signal()
    service_wanted = Signal(str, int)

    def __init__(self, sheet: QWidget) -> None:
        super().__init__()
        self._total = 0
        self._money_only = False
        self._before: tuple[Payment, ...] = ()
        self._offers: dict[str, Offer] = {}
        self._rows: list[PaymentRow] = []
        self._there: dict[str, int] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        for at in range(_ACROSS):
            self._grid.setColumnStretch(at, 1)
        self.buttons: dict[str, Button] = {}
        for method in METHODS:
            self._add_button(method, words.method_name(method))
        self._add_button("voucher", self.tr("Voucher"))
        column.addLayout(self._grid)
        self.place_of_voucher = QVBoxLayout()
        column.addLayout(self.place_of_voucher)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column.addLayout(self._list)
        self.change = plain_label(role="subtitle")
        self.change.hide()
        column.addWidget(self.change)
        self.nothing_left = plain_label(
            self.tr("Nothing is left to pay. Change an amount first."), role="hint"
        )
        self.nothing_left.hide()
        column.addWidget(self.nothing_left)
        self.setFocusProxy(self.buttons[METHODS[0]])
        self._listen(sheet)

    # ---- what it says

    def rows(self) -> list[PaymentRow]:
        """The payments as they stand here."""
        return list(self._rows)

    @property
    def total(self) -> int:
        """What there is to pay, in minor units, less what was paid before."""
        return self._total

    def settled(self) -> Settled:
        """What the payments come to; an amount that makes no sense counts as nothing."""
        return settle(self._total, [_readable(row) for row in self._rows])

    def payments(self) -> tuple[PaymentDraft, ...]:
        """The payments as they are written down."""
        made = (row.payment(amount) for row, amount in zip(self._rows, self.settled().amounts, strict=True))
        return tuple(one for one in made if one is not None)

    def covers(self) -> list[Cover]:
        """What passes and vouchers make of the services they were pressed for."""
        found = []
        for row in self._rows:
            counter, voucher = row.means.counter, row.means.voucher
            if counter is not None:
                units = row.units.value()
                found.append(Cover(counter.service_id, units, counter.worth(units), row.means.name))
            elif voucher is not None and voucher.service_id:
                found.append(Cover(voucher.service_id, 1, voucher.customer_paid, row.means.name))
        return found

    def whole_vouchers(self, spare: Sequence[Cover] = ()) -> list[tuple[int, int]]:
        """(list price, customer paid) of the vouchers that stand for no line, `spare` covers among them."""
        lost = list(spare)
        found = []
        for row in self._rows:
            voucher = row.means.voucher
            if voucher is None:
                continue
            own = Cover(voucher.service_id or "", 1, voucher.customer_paid, row.means.name)
            if voucher.service_id and own not in lost:
                continue
            if own in lost:
                lost.remove(own)
            found.append((voucher.list_price, voucher.customer_paid))
        return found

    def check(self) -> tuple[PaymentRow, DeskError] | None:
        """The first payment whose amount makes no sense, and what is wrong with it."""
        for row in self._rows:
            try:
                row.tender()
            except DeskError as error:
                return row, error
        return None

    # ---- what it is told

    def set_total(self, total: int) -> None:
        """What all the lines come to, in minor units; the payment of the rest follows it."""
        self._total = total - sum(payment.amount for payment in self._before)
        self._refresh()

    def show_before(self, payments: Sequence[tuple[Payment, str]]) -> None:
        """What was paid of this sale before, each with when that was."""
        self._before = tuple(payment for payment, _when in payments)
        for at, (payment, when) in enumerate(payments):
            name = words.method_name(payment.method)
            self._list.insertWidget(at, PaidRow(name, when, payment.amount))

    def money_only(self) -> None:
        """Nothing but money: what is paid ahead is not paid with what was paid ahead."""
        self._money_only = True
        self.show_offers(())

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """The customer's cards; what was to be paid with another customer's goes."""
        self._offers = {offer.means.key: offer for offer in offers}
        for row in [row for row in self._rows if row.means.card_id]:
            if row.means.key in self._offers:
                row.set_means(self._offers[row.means.key].means)
            else:
                self._drop(row)
        for key in [key for key in self.buttons if ":" in key]:
            button = self.buttons.pop(key)
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        for offer in offers:
            self._add_button(offer.means.key, offer.text, offer.tip)
        self.show_services(self._there)
        self._refresh()
        self.changed.emit()

    def show_services(self, there: dict[str, int]) -> None:
        """How often each service is on the sale: passes for these come first, the others need room."""
        self._there = dict(there)
        held = [offer for offer in self._offers.values() if offer.means.counter is not None]
        fitting = [o for o in held if o.means.counter is not None and there.get(o.means.counter.service_id)]
        others = [offer for offer in held if offer not in fitting]
        shown = [o for o in self._offers.values() if o.means.counter is None] + fitting
        shown += others[: max(0, _ACROSS - 1 - len(shown))]
        keys = [*METHODS, *(() if self._money_only else ("voucher",)), *(offer.means.key for offer in shown)]
        for key, button in self.buttons.items():
            if key in keys:
                at = keys.index(key)
                self._grid.addWidget(button, at // _ACROSS, at % _ACROSS)
            button.setVisible(key in keys)
        for row in list(self._rows):
            counter = row.means.counter
            if counter is not None and not there.get(counter.service_id):
                self._drop(row)
            elif counter is not None:
                row.lower_units(there[counter.service_id])
        self._refresh()

    def press_at_once(self) -> None:
        """Pay with the deposit that was taken for this very visit."""
        for key in [key for key, offer in self._offers.items() if offer.at_once]:
            self.press(key)

    def press(self, key: str) -> None:
        """Pay the rest with that way, or take its payment back."""
        there = next((row for row in self._rows if row.means.key == key), None)
        self.nothing_left.hide()
        if there is not None:
            self._drop(there)
        elif key == "voucher":
            if not self._money_only:
                self.voucher_wanted.emit()
        else:
            self._pay(self._offers[key].means if key in self._offers else money_means(key))
        self._refresh()
        self.changed.emit()

    def add_voucher(self, means: Means) -> None:
        """A voucher that was found good."""
        self._add(means)
        self._want(means)
        self._refresh()
        self.changed.emit()

    # ---- rows

    def _listen(self, sheet: QWidget) -> None:
        """Alt and a digit press the ways to pay from anywhere in the sheet."""
        for number, method in enumerate((*METHODS, "voucher"), start=1):
            keys = QKeySequence(f"Alt+{number}")
            shortcut = QShortcut(keys, sheet)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._reach, method))
            plain_tip(self.buttons[method], keys.toString(QKeySequence.SequenceFormat.NativeText))

    def _reach(self, key: str) -> None:
        """Press it from afar, and go where its amount is typed."""
        self.press(key)
        row = next((row for row in self._rows if row.means.key == key), None)
        if row is not None:
            row.widget.setFocus(Qt.FocusReason.OtherFocusReason)
        elif key != "voucher":
            self.buttons[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def _clicked(self, key: str) -> None:
        if key == "cash":
            self._reach(key)  # what is handed over is typed next
        else:
            self.press(key)

    def _pay(self, means: Means) -> None:
        rest = next((row for row in self._rows if row.is_rest), None)
        if means.firm:
            self._add(means)
            self._want(means)
        elif rest is not None and self.settled().left <= 0:
            # The whole was to be paid in one way, and now it is another one.
            if rest.means.limit == means.limit:
                rest.set_means(means)
            else:
                self._drop(rest)
                self._add(means)
        elif not self._rows or self.settled().left > 0:
            self._add(means)
        else:
            self.nothing_left.show()

    def _want(self, means: Means) -> None:
        """Ask for what a pass or a voucher is for, as often as the sale lacks it."""
        service_id = means.counter.service_id if means.counter else None
        service_id = means.voucher.service_id if means.voucher else service_id
        if service_id:
            wanted = sum(cover.units for cover in self.covers() if cover.service_id == service_id)
            missing = wanted - self._there.get(service_id, 0)
            if missing > 0:
                self.service_wanted.emit(service_id, missing)

    def _add(self, means: Means) -> None:
        row = PaymentRow(means)
        row.changed.connect(lambda: self._row_edited(row))
        row.removed.connect(lambda: self._removed(row))
        self._rows.append(row)
        self._list.addWidget(row)
        row.show()
        bring_into_view(row)

    def _drop(self, row: PaymentRow) -> None:
        self._rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _row_edited(self, row: PaymentRow) -> None:
        self._want(row.means)
        self._edited()

    def _removed(self, row: PaymentRow) -> None:
        self._drop(row)
        self.buttons.get(row.means.key, self.buttons["voucher"]).setFocus()
        self._edited()

    def _edited(self) -> None:
        self.nothing_left.hide()
        self._refresh()
        self.changed.emit()

    def _refresh(self) -> None:
        settled = self.settled()
        for row, amount in zip(self._rows, settled.amounts, strict=True):
            row.show_rest(amount)
        used = {row.means.key for row in self._rows} | {row.method for row in self._rows if row.means.voucher}
        for key, button in self.buttons.items():
            button.setChecked(key in used)
        self.change.setText(
            self.tr("Change {amount}").format(amount=language.money(settled.change, "always"))
        )
        shown = self.change.isVisibleTo(self)
        self.change.setVisible(settled.change > 0)
        if settled.change > 0 and not shown:
            bring_into_view(self.change)

    def _add_button(self, key: str, text: str, tip: str = "") -> None:
        button = Button(text)
        button.setCheckable(True)
        button.clicked.connect(lambda _on=False: self._clicked(key))
        if tip:
            plain_tip(button, tip)
            button.setAccessibleDescription(tip)
        self.buttons[key] = button
        at = len(self.buttons) - 1
        self._grid.addWidget(button, at // _ACROSS, at % _ACROSS)


def _readable(row: PaymentRow) -> Tender:
    try:
        return row.tender()
    except DeskError:
        return Tender(row.method, 0)
