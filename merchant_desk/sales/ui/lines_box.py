"""What is sold: the lines of the checkout sheet, what may be added, and what comes off the whole."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from merchant_desk.catalog.model import Service
from merchant_desk.core.errors import DeskError
from merchant_desk.prepaid.model import CardType
from merchant_desk.sales.bill import Bill, Cover, bill, voucher_discount
from merchant_desk.sales.model import SaleLineDraft
from merchant_desk.sales.rounding import rounding_line
from merchant_desk.sales.ui.discount_row import DiscountRow
from merchant_desk.sales.ui.line_row import LineRow
from merchant_desk.sales.ui.of_day_row import OfDayRow
from merchant_desk.sales.ui.rounding_row import RoundingRow
from merchant_desk.sales.ui.service_finder import ServiceFinder
from merchant_desk.sales.ui.till import card_line, line_for, product_line
from merchant_desk.shell import language, notices
from merchant_desk.shell.icons import icon
from merchant_desk.stock.model import Product, read_code
from merchant_desk.widgets.buttons import Button, Chip
from merchant_desk.widgets.chip_row import ChipRow
from merchant_desk.widgets.drop_menu import Entry, drop_menu
from merchant_desk.widgets.fields import Field
from merchant_desk.widgets.labels import plain_label

if TYPE_CHECKING:
    from merchant_desk.core.clock import Clock
    from merchant_desk.sales.ui.till import Till

_ADD_ONS = 6
_WITH_WORKER = ("service", "add_on")


class LinesBox(QWidget):
    """The lines as rows, the finder that adds to them, the discount of the whole and its rounding.

    `changed` comes with every amount, `lines_changed` when a line came or went, `named` when it is known
    who did the line, so that the counter can go on.
    """

    changed = Signal()
    lines_changed = Signal()
    named = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._till: Till | None = None
        self.rows: list[LineRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._label = plain_label(self.tr("Services"), role="field-label")
        column.addWidget(self._label)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column.addLayout(self._list)
        self.add_ons = ChipRow(self.tr("Add-ons"))
        self.add_ons.chosen.connect(self._add_on_pressed)
        column.addWidget(self.add_ons)
        self.add_ons.hide()
        self.finder = ServiceFinder()
        self.finder.chosen.connect(self.add_thing)
        self.finder_field = Field("", self.finder)
        column.addWidget(self.finder_field)
        self.discount = DiscountRow()
        self.discount.changed.connect(self.changed)
        self.discount.removed.connect(self._drop_discount)
        self.discount.hide()
        column.addWidget(self.discount)
        self.rounding = RoundingRow()
        self.rounding.changed.connect(self.changed)
        column.addWidget(self.rounding)
        self.of_day = OfDayRow(clock.today())
        column.addWidget(self.of_day)
        self._links = self._build_links()
        column.addWidget(self._links)

    def _build_links(self) -> QWidget:
        links = QHBoxLayout()
        links.setContentsMargins(0, 0, 0, 0)
        links.setSpacing(12)
        self.more = Button(self.tr("Add service"), role="link", icon=icon("plus", 14))
        self.more.clicked.connect(lambda: self.ask_for("service"))
        self.reduce = Button(self.tr("Discount"), role="link", icon=icon("tag", 14))
        self.reduce.clicked.connect(self._show_discount)
        self.other = Button(self.tr("Something else"), role="link", icon=icon("more", 14))
        self.other.clicked.connect(self.open_menu)
        for link in (self.more, self.reduce, self.other):
            links.addWidget(link)
        links.addStretch(1)
        whole = QWidget()
        whole.setLayout(links)
        self.more.hide()
        self.reduce.hide()
        return whole

    # ---- what it says

    def reckon(
        self, covers: Sequence[Cover], vouchers: Sequence[tuple[int, int]] = (), firm: int = 0
    ) -> Bill:
        """What the lines come to while they are typed; what makes no sense counts as nothing.

        `vouchers` are (list price, customer paid) of those that stand for no line of their own. `firm`
        (minor units) is paid to the cent already: only what is left after it is rounded.
        """
        lines = [row.roughly() for row in self.rows]
        for row, was, now in zip(self.rows, lines, bill(lines, covers).lines, strict=True):
            row.show_covered(None if now is was else now.amount)
        off, open_to, total = self._vouchers_off(lines, covers, vouchers)
        off += self.discount.value_or_none(open_to, total)
        return self._rounded(bill(lines, covers, off), firm)

    def bill(
        self, covers: Sequence[Cover], vouchers: Sequence[tuple[int, int]] = (), firm: int = 0
    ) -> Bill | None:
        """What the lines come to, or None after saying at the field what is wrong."""
        lines = []
        for row in self.rows:
            try:
                lines.append(row.draft())
            except DeskError as error:
                self._refuse(error, row)
                return None
        if not self.of_day.settled():
            return None
        if not lines:
            self.ask_for("service")
            self._refuse(DeskError("nothing_sold"), self.finder_field)
            return None
        off, open_to, total = self._vouchers_off(lines, covers, vouchers)
        try:
            off += self.discount.value(open_to, total)
        except DeskError as error:
            self._refuse(error, self.discount)
            return None
        return self._rounded(bill(lines, covers, off), firm)

    def units(self) -> dict[str, int]:
        """How often each service is on the sale."""
        counted: dict[str, int] = {}
        for row in self.rows:
            if row.service_id is not None:
                counted[row.service_id] = counted.get(row.service_id, 0) + row.quantity.value()
        return counted

    def state(self) -> tuple[object, ...]:
        """What somebody may have changed here."""
        whole = (self.discount.text.text(), self.rounding.wanted(), self.of_day.day())
        return (*(row.state() for row in self.rows), *whole)

    # ---- what it is told

    def fill(self, till: Till) -> None:
        """Show what is on sale, and the lines that are there already."""
        self._till = till
        self.of_day.set_day(till.opened.draft.of_day if till.opened is not None else None)
        self.finder.set_things(till.services, till.products, till.card_types)
        for line in till.lines:
            if line.kind != "rounding":
                self.add(line)
        self.finder_field.setVisible(not self.rows)
        self._changed()

    def add_thing(self, thing: object) -> None:
        """A service, a product or a card that was chosen."""
        if self._till is None:
            return
        if isinstance(thing, Service):
            self._add_service(thing)
        elif isinstance(thing, Product):
            self._add_product(thing)
        elif isinstance(thing, CardType):
            self._added(card_line(thing, self._clock.today(), self._last_worker()))

    def scan(self, text: str) -> bool:
        """Add the product with that barcode; False where there is none."""
        code = read_code(text)
        products = self._till.products if self._till is not None else ()
        found = next((one for one in products if one.code == code != ""), None)
        if found is not None:
            self._add_product(found)
        return found is not None

    def add_service(self, service_id: str, times: int = 1) -> None:
        """The service that a pass or a voucher is for; so much more of it where it is there already."""
        there = next((row for row in self.rows if row.service_id == service_id), None)
        if there is not None:
            there.quantity.setValue(there.quantity.value() + times)
        elif self._till is not None and service_id in self._till.every:
            self._add_service(self._till.every[service_id])

    def add(self, line: SaleLineDraft) -> LineRow:
        """A line of any kind."""
        till = self._till
        row = LineRow(
            line,
            till.workers_for(line) if till else [],
            partial(till.price_with, line) if till and line.service_id else None,
            till.stock_of(line.product_id) if till else None,
        )
        row.changed.connect(self.changed)
        row.removed.connect(lambda: self._take_out(row))
        row.who.chosen.connect(lambda _key: self.named.emit())
        self.rows.append(row)
        self._list.addWidget(row)
        row.show()  # now, and not when the event loop comes round: it may get the focus
        return row

    def sell_only(self, line: SaleLineDraft) -> None:
        """This line and no other."""
        self._label.setText(line.title)
        self.add(line).more.hide()
        self._links.hide()
        self.finder_field.hide()
        self._changed()

    def ask_for(self, kind: str) -> None:
        """Open the finder for things of that kind."""
        self.finder_field.show()
        self.finder.ask_for(kind)

    def open_menu(self) -> QMenu:
        """Drop down what else can be sold."""
        return drop_menu(self.other, self.entries())

    def entries(self) -> list[Entry]:
        """What else can be sold besides services."""
        return [
            Entry(self.tr("Product…"), lambda: self.ask_for("product")),
            Entry(self.tr("Prepaid card…"), lambda: self.ask_for("card")),
            Entry(self.tr("Tip…"), self.add_tip, gap=True),
            Entry(self.tr("Free line…"), self.add_free),
            Entry(self.tr("Of a day that is over…"), self.of_day.ask, gap=True),
        ]

    def add_tip(self) -> None:
        """A tip for whoever did the last line."""
        self._type_into(SaleLineDraft(self.tr("Tip"), 0, "tip", worker_id=self._last_worker()))

    def add_free(self) -> None:
        """A line whose name and price are typed."""
        self._type_into(SaleLineDraft("", 0, "free", worker_id=self._last_worker()))

    # ---- lines

    def _add_service(self, service: Service) -> None:
        if self._till is None:
            return
        line = line_for(service)
        able = [worker.id for worker in self._till.workers_for(line)]
        before = self._last_worker()
        # Whoever did the last one did this one too, if they can.
        worker_id = able[0] if len(able) == 1 else before if before in able else None
        self._added(line_for(service, worker_id, self._till.terms))

    def _add_product(self, product: Product) -> None:
        there = next((row for row in self.rows if row.product_id == product.id), None)
        if there is None:
            self._added(product_line(product, self._last_worker()))
            return
        # The same barcode once more is one piece more.
        there.quantity.setValue(there.quantity.value() + 1)
        self.finder_field.hide()
        self.named.emit()

    def _added(self, line: SaleLineDraft) -> None:
        row = self.add(line)
        self.finder_field.hide()
        self._changed()
        if line.worker_id is None and line.kind in _WITH_WORKER:
            row.who.take_focus()
        else:
            self.named.emit()

    def _type_into(self, line: SaleLineDraft) -> None:
        row = self.add(line)
        self.finder_field.hide()
        self._changed()
        row.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_on_pressed(self, service_id: str) -> None:
        if self._till is not None:
            self._add_service(self._till.every[service_id])

    def _take_out(self, row: LineRow) -> None:
        self.rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._changed()
        (self.more if self.rows else self.finder).setFocus(Qt.FocusReason.OtherFocusReason)

    def _last_worker(self) -> str | None:
        named = (str(row.roughly().worker_id or "") for row in reversed(self.rows))
        return next((worker_id for worker_id in named if worker_id), None)

    def _changed(self) -> None:
        some = bool(self.rows)
        self.more.setVisible(some)
        self.reduce.setVisible(some)
        if not some:
            self.finder_field.show()
            self.discount.text.clear()
            self.discount.hide()
        self._offer_add_ons()
        self.lines_changed.emit()
        self.changed.emit()

    def _offer_add_ons(self) -> None:
        there = self.units()
        wanted = self._till is not None and any(row.kind == "service" for row in self.rows)
        offered = [one for one in (self._till.add_ons if self._till else []) if one.id not in there]
        shown = offered[:_ADD_ONS] if wanted else []
        self.add_ons.set_chips(
            [
                Chip(
                    self.tr("+ {add_on} {price}").format(add_on=one.name, price=language.money(one.price)),
                    key=one.id,
                )
                for one in shown
            ]
        )
        self.add_ons.setVisible(bool(shown))

    # ---- what comes off

    def _show_discount(self) -> None:
        self.discount.show()
        self.discount.take_focus()

    def _drop_discount(self) -> None:
        self.discount.text.clear()
        self.discount.hide()
        self.changed.emit()

    def _vouchers_off(
        self, lines: Sequence[SaleLineDraft], covers: Sequence[Cover], vouchers: Sequence[tuple[int, int]]
    ) -> tuple[int, int, int]:
        """What vouchers take off, and what is then open to a discount of all that is left to pay."""
        whole = bill(lines, covers)
        off = 0
        for list_price, customer_paid in vouchers:
            off += voucher_discount(list_price, customer_paid, whole.open_to - off)
        return off, whole.open_to - off, whole.total - off

    def _rounded(self, whole: Bill, firm: int) -> Bill:
        if self._till is None:
            return whole
        title, currency = self.tr("Rounding"), language.currency()
        line = rounding_line(whole.total - firm, self._till.rounding, title, currency)
        self.rounding.show_rounding(line.amount if line else 0)
        if line is None or not self.rounding.wanted():
            return whole
        return Bill((*whole.lines, line), whole.open_to, whole.spare)

    def _refuse(self, error: DeskError, field: Field) -> None:
        field.set_error(notices.sentence(error))
        field.widget.setFocus(Qt.FocusReason.OtherFocusReason)
