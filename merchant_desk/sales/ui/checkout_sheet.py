"""Checking out: what was sold, what brought the customer, how it was paid."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu

from merchant_desk.core.errors import DeskError
from merchant_desk.core.ids import new_id
from merchant_desk.sales.model import PaymentDraft, SaleDraft
from merchant_desk.sales.ui.customer_line import CustomerLine
from merchant_desk.sales.ui.due_line import DueLine, paid_words
from merchant_desk.sales.ui.lines_box import LinesBox
from merchant_desk.sales.ui.payments_box import PaymentsBox
from merchant_desk.sales.ui.prepaid_means import left_words, offers, voucher_means
from merchant_desk.sales.ui.receipt_print import print_receipt
from merchant_desk.sales.ui.till import Asked, Till, Visitor, deposit_line, read_till, read_visitor
from merchant_desk.sales.ui.voucher_box import VoucherBox
from merchant_desk.shell import language, notices
from merchant_desk.shell.clock_button import ClockButton
from merchant_desk.shell.icons import icon
from merchant_desk.shell.sheet import Sheet
from merchant_desk.sources.ui.source_picker import SourcePicker
from merchant_desk.widgets.buttons import Button, IconButton
from merchant_desk.widgets.drop_menu import Entry, drop_menu
from merchant_desk.widgets.fields import Field

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from merchant_desk.desk import Desk
    from merchant_desk.sales.bill import Bill, Cover
    from merchant_desk.sales.ui.line_row import LineRow
    from merchant_desk.sales.vouchers.model import VoucherDraft
    from merchant_desk.shell.frame import Frame

_CARD_TROUBLES = ("card_short", "card_changed", "card_expired", "card_paused", "card_closed")


class CheckoutSheet(Sheet):
    """A sale at the counter, filled from an appointment or an open sale where there is one.

    With `deposit_for` it takes the deposit of that appointment. `done` carries the id of the sale, whether it
    was paid, put aside or is to be paid later. The sheet is one sale however often it is confirmed.
    """

    done = Signal(str)

    def __init__(
        self,
        frame: Frame,
        appointment_id: str | None = None,
        customer_id: str | None = None,
        sale_id: str | None = None,
        deposit_for: str | None = None,
    ) -> None:
        asked = Asked(appointment_id, customer_id, sale_id, deposit_for)
        walk_in = not (appointment_id or sale_id or deposit_for)
        super().__init__(frame, self.tr("Checkout"), self.tr("walk-in") if walk_in else "")
        self._asked = asked
        self._sale_id = sale_id or new_id()
        self._till: Till | None = None
        self._visitor = Visitor()
        self._there: dict[str, int] = {}
        self._sold_at: dt.datetime | None = None
        self._build()
        self._untouched = self._state()
        today = frame.clock.today()
        frame.background.read(
            lambda reader: read_till(reader, today, asked), self._fill, owner=self, key="till"
        )

    @property
    def lines(self) -> list[LineRow]:
        """The lines as they stand here."""
        return self.sold.rows

    # ---- how it is made

    def _build(self) -> None:
        self.customer = CustomerLine(self.frame)
        self.customer.changed.connect(self._other_customer)
        self._customer_field = Field(self.tr("Customer"), self.customer)
        self.body.addWidget(self._customer_field)
        self.sold = LinesBox(self.frame.clock)
        self.finder, self.more, self.other = self.sold.finder, self.sold.more, self.sold.other
        self.reduce, self.discount = self.sold.reduce, self.sold.discount
        self.sold.changed.connect(self._add_up)
        self.sold.lines_changed.connect(self._subject_changed)
        self.sold.named.connect(self._go_on_to_source)
        self.body.addWidget(self.sold)
        self.source = SourcePicker(self.frame, customer_id=self._asked.customer_id)
        self.source.elsewhere = self.sold.scan
        self.body.addWidget(self.source)
        if self._asked.deposit_for is not None:
            self.source.hide()
        self.payments = PaymentsBox(self)
        self.payments.changed.connect(self._add_up)
        self.payments.service_wanted.connect(self.sold.add_service)
        self.payments.voucher_wanted.connect(self._ask_for_voucher)
        self.voucher = VoucherBox(self.frame)
        self.voucher.added.connect(self._add_voucher)
        self.voucher.closed.connect(self.payments.setFocus)
        self.payments.place_of_voucher.addWidget(self.voucher)
        self._payments_field = Field(self.tr("Payment"), self.payments)
        self.body.addWidget(self._payments_field)
        self.body.addStretch(1)
        self._build_footer()

    def _build_footer(self) -> None:
        self._due = DueLine()
        self.total = self._due.total
        self.footer.addWidget(self._due)
        self.footer.addStretch(1)
        self.clock_right = ClockButton()
        self.clock_right.clicked.connect(self._trust_clock)
        self.footer.addWidget(self.clock_right)
        self.later = IconButton(icon("more"), self.tr("Put aside or pay later"), size=40, bordered=True)
        self.later.clicked.connect(self.open_later)
        self.footer.addWidget(self.later)
        self.receipt = Button(self.tr("Receipt"), hint=self.tr("Print a receipt with every sale"))
        self.receipt.setProperty("scale", "big")
        self.receipt.setCheckable(True)
        self.receipt.setChecked(self.frame.preferences.receipt)
        self.receipt.toggled.connect(partial(setattr, self.frame.preferences, "receipt"))
        self.footer.addWidget(self.receipt)
        self.set_primary(self.tr("Done"), self._finish)

    # ---- how it is filled

    def _fill(self, till: Till) -> None:
        self._till = till
        if self._asked.sale_id and till.opened is None:
            self.fail(DeskError("sale_not_open"))
            self.set_busy(True)  # for good: there is nothing to go on with
            return
        self._show_visitor(till.visitor)
        self.sold.fill(till)
        if till.opened is not None:
            self._sale_id = till.opened.draft.id or self._sale_id
            self.set_title(self.tr("Checkout"), till.opened.number)
            now = self.frame.clock.now()
            made = [(one, language.moment_text(one.at, now) if one.at else "") for one in till.opened.paid]
            self.payments.show_before(made)
        elif till.deposit is not None:
            self.set_title(self.tr("Deposit"), till.heading(self.customer.name))
            self.sold.sell_only(deposit_line(self.tr("Deposit"), till.deposit, self._asked.deposit_for))
            self.payments.money_only()
            self.later.hide()  # what is paid ahead is paid now
            self.customer.change.hide()
        elif till.start is not None and till.visitor.who is not None:
            self.set_title(self.tr("Checkout"), till.heading(self.customer.name))
        self.payments.press_at_once()
        self._add_up()
        self._untouched = self._state()
        if self.isVisible():
            self.focus_first()

    def focus_first(self) -> None:
        unnamed = [row for row in self.lines if not row.price.value_or(0) and row.kind == "card"]
        if unnamed:
            unnamed[0].widget.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        (self.payments if self.lines else self.finder).setFocus(Qt.FocusReason.OtherFocusReason)

    def dirty(self) -> bool:
        return self._state() != self._untouched

    def _state(self) -> tuple[object, ...]:
        """What somebody may have changed here."""
        return (
            self.customer.customer_id,
            self.sold.state(),
            self.source.value(),
            self.source.code.text(),
            tuple((row.means.key, row.amount.text()) for row in self.payments.rows()),
            self.voucher.isVisibleTo(self) and self.voucher.code.text(),
        )

    # ---- whose it is, and what brought them

    def _other_customer(self) -> None:
        self._subject_changed()
        self._read_visitor()
        if self.customer.customer_id is not None:
            self.focus_first()

    def _read_visitor(self, trouble: str = "") -> None:
        """Who it is and what their cards have left; `trouble` is what they were refused for."""

        def show(visitor: Visitor) -> None:
            self._show_visitor(visitor)
            if trouble:
                self.set_error(trouble, self._payments_field)

        today, whose = self.frame.clock.today(), (self.customer.customer_id, self._sale_id)
        self.frame.background.read(lambda r: read_visitor(r, today, *whose), show, owner=self, key="visitor")

    def _show_visitor(self, visitor: Visitor) -> None:
        self._visitor = visitor
        self.customer.show_customer(visitor.who, left_words(visitor.cards))
        self.source.know(visitor.said, visitor.how)
        if self._asked.deposit_for is None:
            self.payments.show_offers(offers(visitor.cards, self._appointment_id()))

    def _subject_changed(self) -> None:
        service_id = self.lines[0].service_id if self.lines else None
        self.source.set_subject(service_id, self.customer.customer_id)

    def _go_on_to_source(self) -> None:
        if self.source.isVisible():
            known = self.source.value() is not None
            (self.payments if known else self.source.code).setFocus(Qt.FocusReason.OtherFocusReason)

    def _appointment_id(self) -> str | None:
        if self._till is not None and self._till.opened is not None:
            return self._till.opened.draft.appointment_id
        return self._asked.appointment_id

    def _ask_for_voucher(self) -> None:
        self.voucher.start([row.means.voucher for row in self.payments.rows() if row.means.voucher])

    def _add_voucher(self, draft: VoucherDraft) -> None:
        self.payments.add_voucher(voucher_means(draft))
        # Where its service is new here, it is asked first who did it.
        if not any(row.who.isVisible() for row in self.lines):
            self.payments.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- money

    def _add_up(self) -> None:
        there = self.sold.units()
        if there != self._there:
            self._there = there
            self.payments.show_services(there)
        whole = self.sold.reckon(*self._paid_otherwise())
        self.payments.set_total(whole.total)
        left = self.payments.settled().left if self.payments.rows() else 0
        self._due.show_due(self.payments.total, left)
        # What was missing may be there by now; if not, it is said again.
        self.set_error("", self._payments_field)

    def _billed(self) -> Bill | None:
        return self.sold.bill(*self._paid_otherwise())

    def _paid_otherwise(self) -> tuple[list[Cover], list[tuple[int, int]], int]:
        """What passes and vouchers make of the lines, vouchers for no line, and what needs no rounding."""
        covers, rows = self.payments.covers(), self.payments.rows()
        vouchers = self.payments.whole_vouchers(self.sold.reckon(covers).spare)
        firm = sum(row.tender().given or 0 for row in rows if row.means.firm)
        return covers, vouchers, firm + self._paid_before()

    # ---- put aside, or paid later

    def open_later(self) -> QMenu:
        """Drop down what else can be done with the sale than paying it now."""
        return drop_menu(self.later, self.later_entries())

    def later_entries(self) -> list[Entry]:
        """What else can be done with the sale than paying it now."""
        owed = self._till is not None and self._till.opened is not None and not self._till.opened.held
        found = [Entry(self.tr("Put aside"), self._hold), Entry(self.tr("Pay later"), self._owe)]
        return found[1:] if owed else found

    def _hold(self) -> None:
        self.clear_errors()
        # Nothing is paid of it yet: what passes and vouchers make of the lines comes with the payment.
        whole = self.sold.bill(())
        if whole is not None:
            draft = self._sale(whole, ())
            self._write(lambda desk: desk.sales.hold(draft), self.tr("Put aside. It waits under open sales."))

    def _owe(self) -> None:
        self.clear_errors()
        whole = self._billed()
        if whole is None or not self._payments_read() or not self.source.settled():
            return
        draft = self._sale(whole, self.payments.payments())
        left = language.money(draft.total - draft.paid - self._paid_before())
        said = self.tr("{amount} to be paid later. It waits under open sales.").format(amount=left)
        self._write(lambda desk: desk.sales.owe(draft), said)

    # ---- done

    def _finish(self) -> None:
        self.clear_errors()
        draft = self._draft()
        if draft is not None:
            said = paid_words(draft, self.payments.settled().change)
            self._write(lambda desk: desk.sales.check_out(draft), said, self._paid_for)

    def _write(
        self, work: Callable[[Desk], str], said: str, then: Callable[[str], object] | None = None
    ) -> None:
        if self.primary is None or not self.primary.isEnabled():
            return
        self.set_busy(True)
        self.frame.act(work, said, then=then or self._written, failed=self._refused, owner=self)

    def _draft(self) -> SaleDraft | None:
        """The sale as it stands here, or None after saying what is missing."""
        if self._take_voucher():
            return None
        whole = self._billed()
        if whole is None or not self._payments_read() or not self.source.settled():
            return None
        draft = self._sale(whole, self.payments.payments())
        try:
            draft.check(self._paid_before())
        except DeskError as error:
            self._say(error, draft)
            return None
        return draft

    def _take_voucher(self) -> bool:
        """Take a voucher whose code stands there untaken: what it changes is to be seen before it is paid."""
        waits = self.voucher.isVisible() and bool(self.voucher.code.text().strip())
        if waits:
            self.voucher.add.click()
        return waits

    def _sale(self, whole: Bill, payments: tuple[PaymentDraft, ...]) -> SaleDraft:
        said = self.source.new_value() or (None, None, "asked")
        known = self._till.opened.draft if self._till is not None and self._till.opened else None
        return SaleDraft(
            id=self._sale_id,
            customer_id=self.customer.customer_id,
            appointment_id=self._appointment_id(),
            lines=whole.lines,
            payments=payments,
            content_id=said[0],
            channel_id=said[1],
            evidence=said[2],
            note=known.note if known else "",
            cashier=known.cashier if known else "",
            of_day=self.sold.of_day.day(),
            sold_at=self._sold_at,
        )

    def _payments_read(self) -> bool:
        wrong = self.payments.check()
        if wrong is None:
            return True
        row, error = wrong
        self.set_error(notices.sentence(error), row)
        return False

    def _paid_before(self) -> int:
        return sum(one.amount for one in self._till.opened.paid) if self._till and self._till.opened else 0

    def _say(self, error: DeskError, draft: SaleDraft) -> None:
        """What is missing, at the field it belongs to."""
        if error.code == "card_needs_customer":
            self.set_error(notices.sentence(error), self._customer_field)
            return
        text = notices.sentence(error)
        if error.code == "payments_do_not_add_up" and not draft.payments:
            left = draft.total - self._paid_before()
            text = self.tr("Choose how {amount} is paid.").format(amount=language.money(left))
        self.set_error(text, self._payments_field)

    def _refused(self, error: Exception) -> None:
        self.set_busy(False)
        if not isinstance(error, DeskError):
            self.fail(error)
        elif error.code == "clock_set_back":
            self.fail(error)
            self._ask_about_clock(asking=True)
        elif error.code in _CARD_TROUBLES:
            # What is on a card was changed elsewhere: what can be paid with it is read again.
            self._read_visitor(notices.sentence(error))
        elif not self.voucher.show_refusal(error):
            self.fail(error)

    def _ask_about_clock(self, *, asking: bool) -> None:
        self.clock_right.setVisible(asking)
        self.later.setVisible(not asking and self._asked.deposit_for is None)
        self.receipt.setVisible(not asking)
        if asking:
            self.clock_right.setFocus(Qt.FocusReason.OtherFocusReason)

    def _trust_clock(self) -> None:
        self._sold_at = self.frame.clock.now()
        self._ask_about_clock(asking=False)
        self._finish()

    def _paid_for(self, sale_id: str) -> None:
        self._written(sale_id)
        if self.frame.preferences.receipt:
            print_receipt(self.frame, sale_id)

    def _written(self, sale_id: str) -> None:
        self.done.emit(sale_id)
        self.shut()
