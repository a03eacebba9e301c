"""One sale whole: what was done and paid, what brought the customer, giving it back, and taking it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.core.errors import DeskError
from merchant_desk.sales.refunds import left_to_refund, pieces_left
from merchant_desk.sales.store import is_closed
from merchant_desk.sales.store import sale as read_sale
from merchant_desk.sales.ui.invoice_line import InvoiceLine
from merchant_desk.sales.ui.sale_parts import Customer, Lines, Payments, Sources, Standing
from merchant_desk.sales.ui.sale_ways import open_card, open_refund, open_sale, take_up
from merchant_desk.shell import language, notices
from merchant_desk.shell.icons import icon
from merchant_desk.shell.sheet import Sheet
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.fields import Field, TextField
from merchant_desk.widgets.labels import plain_label

if TYPE_CHECKING:
    from merchant_desk.sales.model import Sale
    from merchant_desk.shell.frame import Frame

_TOPICS = frozenset({"sales", "sources", "customers", "prepaid", "drawer"})


class SaleSheet(Sheet):
    """A sale as the books have it. A paid one can be refunded, or voided as long as its day is open."""

    follows = True

    def __init__(self, frame: Frame, sale_id: str) -> None:
        super().__init__(frame, self.tr("Sale"))
        self._sale_id = sale_id
        self.sale: Sale | None = None
        self._closed = False
        self._content = QWidget()
        self.body.addWidget(self._content)
        self.invoice = InvoiceLine()
        self.invoice.wanted.connect(self._set_invoice)
        self.invoice.hide()
        self.body.addWidget(self.invoice)
        self.reason = TextField(placeholder=self.tr("for example: wrong customer"))
        self._reason_field = Field(self.tr("Why is this sale void?"), self.reason)
        self._asking = QWidget()
        self._build_void()
        self.body.addStretch(1)
        self._build_footer()
        frame.changed.connect(self._changed)
        self.reload()

    def reload(self) -> None:
        """Read the sale again."""
        self.frame.background.read(
            lambda reader: (read_sale(reader, self._sale_id), is_closed(reader, self._sale_id)),
            self._show,
            owner=self,
            key="sale",
        )

    def press_primary(self) -> None:
        """Void it, while the reason is asked for; else go on with an open one."""
        if self._asking.isVisible() and not self._ask.isVisible():
            self.confirm.click()
        elif self.primary is not None and not self.primary.isHidden():
            super().press_primary()

    def focus_first(self) -> None:
        """The first thing that can be done about it."""
        for button in (self.primary, self.receipt, self.refund, self.void):
            if button is not None and button.isVisible():
                button.setFocus()
                return
        super().focus_first()

    def _changed(self, topics: frozenset[str]) -> None:
        if topics & _TOPICS:
            self.reload()

    # ---- how it is made

    def _build_void(self) -> None:
        asking = QVBoxLayout(self._asking)
        asking.setContentsMargins(0, 8, 0, 0)
        asking.setSpacing(8)
        asking.addWidget(self._reason_field)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self.keep = Button(self.tr("Keep the sale"))
        self.keep.clicked.connect(self._give_up)
        self.confirm = Button(self.tr("Void this sale"), role="danger")
        self.confirm.clicked.connect(self._void)
        self.reason.returnPressed.connect(self._void)
        self.reason.textEdited.connect(lambda _text: self._reason_field.set_error(""))
        buttons.addStretch(1)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.confirm)
        asking.addLayout(buttons)
        self.body.addWidget(self._asking)
        self._asking.hide()

    def _build_footer(self) -> None:
        self.void = Button(self.tr("Void…"), role="danger")
        self.void.clicked.connect(self._begin_void)
        self.locked = plain_label(self.tr("Its day is closed: refund it instead of voiding it."), role="hint")
        self.locked.setWordWrap(True)
        self.receipt = Button(self.tr("Receipt…"), icon=icon("printer", 16))
        self.receipt.clicked.connect(self._open_receipt)
        self.refund = Button(self.tr("Refund…"), icon=icon("undo", 16))
        self.refund.clicked.connect(lambda: open_refund(self.frame, self._sale_id))
        self.footer.addWidget(self.void)
        self.footer.addWidget(self.locked, 1)
        self.footer.addStretch(1)
        self.footer.addWidget(self.receipt)
        self.footer.addWidget(self.refund)
        self.set_primary(self.tr("Go on with it"), self._reopen).hide()

    # ---- what is shown

    def _show(self, found: tuple[Sale | None, bool]) -> None:
        sale, self._closed = found
        if sale is None:
            self.fail(DeskError("gone", table="sale", id=self._sale_id))
            return
        first = self.sale is None
        self.sale = sale
        now = self.frame.clock.now()
        title = self.tr("Sale {number}") if sale.refund_of is None else self.tr("Refund {number}")
        self.set_title(title.format(number=sale.number), language.moment_text(sale.sold_at, now))
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for part in self._parts(sale):
            column.addWidget(part)
        focused: QWidget | None = self.focusWidget()
        held = focused is not None and self._content.isAncestorOf(focused)
        self.body.replaceWidget(self._content, fresh)
        fresh.show()
        self._content.hide()
        self._content.deleteLater()
        self._content = fresh
        self.invoice.setVisible(sale.status == "paid" and sale.refund_of is None)
        self.invoice.show_number(sale.invoice_number)
        if sale.status == "void":
            self._asking.hide()
        self._allow()
        if self.isVisible() and (first or held):
            self.focus_first()

    def _parts(self, sale: Sale) -> list[QWidget]:
        now = self.frame.clock.now()
        standing = Standing(sale, now)
        standing.sale_wanted.connect(lambda sale_id: open_sale(self.frame, sale_id))
        customer = Customer(sale)
        customer.wanted.connect(self._go_to_customer)
        parts: list[QWidget] = [] if standing.isHidden() else [standing]
        lines, payments = Lines(sale), Payments(sale, now)
        for part in (lines, payments):
            part.card_wanted.connect(lambda card_id: open_card(self.frame, card_id))
        parts += [customer, lines, payments]
        if sale.refund_of is None:
            parts.append(Sources(sale, now))
        for title, text in ((self.tr("At the till"), sale.cashier), (self.tr("Note"), sale.note)):
            if text:
                parts.append(Field(title, plain_label(text, wrap=True)))
        return parts

    def _allow(self) -> None:
        """Offer what can be done about it as it stands."""
        sale = self.sale
        if sale is None:
            return
        asking, paid = not self._asking.isHidden(), sale.status == "paid"
        given_back = any(one.status == "paid" for one in sale.refunds)
        self.void.setVisible(sale.status == "open" or (paid and not self._closed and not given_back))
        self.locked.setVisible(paid and self._closed and sale.refund_of is None and not given_back)
        self.receipt.setVisible(paid)
        something = left_to_refund(sale) > 0 or any(pieces_left(line) > 0 for line in sale.lines)
        self.refund.setVisible(paid and sale.refund_of is None and something)
        if self.primary is not None:
            self.primary.setVisible(sale.status == "open")
        self._foot.setVisible(sale.status != "void" and not asking)

    # ---- where it leads

    def _go_to_customer(self) -> None:
        if self.sale is not None:
            self.shut()
            self.frame.go("customers", customer_id=self.sale.customer_id)

    def _open_receipt(self) -> None:
        from merchant_desk.sales.ui.receipt_print import open_receipt

        open_receipt(self.frame, self._sale_id)

    def _reopen(self) -> None:
        self.shut()
        take_up(self.frame, self._sale_id)

    # ---- what is done about it

    def _set_invoice(self, number: str) -> None:
        self.clear_errors()
        self.frame.act(
            lambda desk: desk.sales.set_invoice_number(self._sale_id, number),
            self.tr("Invoice number saved.") if number else self.tr("Invoice number removed."),
            failed=self.fail,
            owner=self,
        )

    def _begin_void(self) -> None:
        self._asking.show()
        self._allow()
        self.reason.setFocus()

    def _give_up(self) -> None:
        self.reason.clear()
        self._reason_field.set_error("")
        self._asking.hide()
        self._allow()
        self.void.setFocus()

    def _void(self) -> None:
        if self.sale is None:
            return
        reason, number = self.reason.value(), self.sale.number
        self.confirm.setEnabled(False)
        self.frame.act(
            lambda desk: desk.sales.void(self._sale_id, reason),
            self.tr("Sale {number} is void").format(number=number),
            then=lambda _none: self._voided(),
            failed=self._refused,
            owner=self,
        )

    def _voided(self) -> None:
        self.confirm.setEnabled(True)
        self.reason.clear()
        self._asking.hide()
        self.reload()

    def _refused(self, error: Exception) -> None:
        self.confirm.setEnabled(True)
        if isinstance(error, DeskError) and error.code == "no_reason":
            self.set_error(notices.sentence(error), self._reason_field)
        else:
            self.fail(error)
