"""Checking out: what was done, what brought the customer, how it was paid."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.core.errors import DeskError
from merchant_desk.core.ids import new_id
from merchant_desk.sales.model import METHODS, SaleDraft, SaleLineDraft, spread_discount
from merchant_desk.sales.ui.customer_line import CustomerLine
from merchant_desk.sales.ui.discount_row import DiscountRow
from merchant_desk.sales.ui.line_row import LineRow
from merchant_desk.sales.ui.payments_box import PaymentsBox
from merchant_desk.sales.ui.service_finder import ServiceFinder
from merchant_desk.sales.ui.till import Till, known_source, line_for, read_till
from merchant_desk.shell import language, notices, words
from merchant_desk.shell.icons import icon
from merchant_desk.shell.sheet import Sheet
from merchant_desk.sources.ui.source_picker import SourcePicker
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.fields import Field
from merchant_desk.widgets.labels import plain_label, plain_tip

if TYPE_CHECKING:
    from merchant_desk.catalog.model import Service
    from merchant_desk.shell.frame import Frame
    from merchant_desk.sources.model import Touch


class CheckoutSheet(Sheet):
    """A sale at the counter, filled from an appointment where there is one.

    `done` carries the id of the sale. The sheet is one sale however often it is confirmed.
    """

    done = Signal(str)

    def __init__(
        self, frame: Frame, appointment_id: str | None = None, customer_id: str | None = None
    ) -> None:
        super().__init__(frame, self.tr("Checkout"), "" if appointment_id else self.tr("walk-in"))
        self._sale_id = new_id()
        self._appointment_id = appointment_id
        self._till: Till | None = None
        self.lines: list[LineRow] = []
        self._build(customer_id)
        self._untouched = self._state()
        today = frame.clock.today()
        frame.background.read(
            lambda reader: read_till(reader, today, appointment_id, customer_id),
            self._fill,
            owner=self,
            key="till",
        )

    # ---- how it is made

    def _build(self, customer_id: str | None) -> None:
        self.customer = CustomerLine(self.frame)
        self.customer.changed.connect(self._other_customer)
        self.body.addWidget(Field(self.tr("Customer"), self.customer))
        self.body.addLayout(self._build_lines())
        self.source = SourcePicker(self.frame, customer_id=customer_id)
        self.body.addWidget(self.source)
        self.payments = PaymentsBox()
        self.payments.changed.connect(self._add_up)
        self._payments_field = Field(self.tr("Payment"), self.payments)
        self.body.addWidget(self._payments_field)
        self.body.addStretch(1)
        self._build_footer()
        for number, method in enumerate(METHODS, start=1):
            keys = QKeySequence(f"Alt+{number}")
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.payments.press, method))
            plain_tip(self.payments.buttons[method], keys.toString(QKeySequence.SequenceFormat.NativeText))

    def _build_lines(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(plain_label(self.tr("Services"), role="field-label"))
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column.addLayout(self._list)
        self.finder = ServiceFinder()
        self.finder.chosen.connect(self._add_service)
        self._finder_field = Field("", self.finder)
        column.addWidget(self._finder_field)
        self.discount = DiscountRow()
        self.discount.changed.connect(self._add_up)
        self.discount.removed.connect(self._drop_discount)
        self.discount.hide()
        column.addWidget(self.discount)
        links = QHBoxLayout()
        links.setSpacing(12)
        self.more = Button(self.tr("Add service"), role="link", icon=icon("plus", 14))
        self.more.clicked.connect(self._show_finder)
        self.reduce = Button(self.tr("Discount"), role="link", icon=icon("tag", 14))
        self.reduce.clicked.connect(self._show_discount)
        links.addWidget(self.more)
        links.addWidget(self.reduce)
        links.addStretch(1)
        self._links = QWidget()
        self._links.setLayout(links)
        links.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._links)
        self._links.hide()
        return column

    def _build_footer(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(0)
        self._due = plain_label(self.tr("To pay"), role="hint")
        self.total = plain_label(language.money(0, "always"), role="figure")
        self.total.setAccessibleName(self.tr("To pay"))
        texts.addWidget(self._due)
        texts.addWidget(self.total)
        self.footer.addLayout(texts)
        self.footer.addStretch(1)
        self.set_primary(self.tr("Done"), self._finish)

    # ---- how it is filled

    def _fill(self, till: Till) -> None:
        self._till = till
        self.finder.set_services(till.services)
        self.customer.show_customer(till.who)
        for line in till.lines:
            self._add_line(line)
        self._know(till.known)
        self._finder_field.hide()
        self._lines_changed()
        self._untouched = self._state()
        if till.start is not None and till.who is not None:
            self.set_title(self.tr("Checkout"), self._heading(till))
        if self.isVisible():
            self.focus_first()

    def _heading(self, till: Till) -> str:
        names = {worker.id: worker.name for worker in till.workers}
        did = dict.fromkeys(names[line.worker_id] for line in till.lines if line.worker_id in names)
        time = language.time_text(till.start) if till.start else ""
        parts = [f"{time} {self.customer.name}".strip(), language.joined(list(did))]
        return " · ".join(part for part in parts if part)

    def focus_first(self) -> None:
        (self.payments if self.lines else self.finder).setFocus(Qt.FocusReason.OtherFocusReason)

    def dirty(self) -> bool:
        return self._state() != self._untouched

    def _state(self) -> tuple[object, ...]:
        """What somebody may have changed here."""
        return (
            self.customer.customer_id,
            tuple((row.price.text(), row.quantity.value(), row.worker.key()) for row in self.lines),
            self.discount.text.text(),
            self.source.value(),
            self.source.code.text(),
            tuple(row.method for row in self.payments.rows()),
        )

    # ---- lines

    def _add_service(self, service: Service) -> None:
        if self._till is None:
            return
        line = line_for(service)
        able = [worker.id for worker in self._till.workers_for(line)]
        before = self.lines[-1].worker.key() if self.lines else None
        # Whoever did the last one did this one too, if they can.
        worker_id = able[0] if len(able) == 1 else before if before in able else None
        row = self._add_line(line_for(service, str(worker_id) if worker_id else None, self._till.terms))
        self._finder_field.hide()
        self._lines_changed()
        if worker_id:
            self.source.code.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            row.who.take_focus()

    def _add_line(self, line: SaleLineDraft) -> LineRow:
        till = self._till
        row = LineRow(
            line, till.workers_for(line) if till else [], partial(till.price_with, line) if till else None
        )
        row.changed.connect(self._add_up)
        row.removed.connect(lambda: self._take_out(row))
        row.who.chosen.connect(lambda _key: self.source.code.setFocus(Qt.FocusReason.OtherFocusReason))
        self.lines.append(row)
        self._list.addWidget(row)
        row.show()  # now, and not when the event loop comes round: it may get the focus
        return row

    def _take_out(self, row: LineRow) -> None:
        self.lines.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._lines_changed()
        (self.more if self.lines else self.finder).setFocus(Qt.FocusReason.OtherFocusReason)

    def _lines_changed(self) -> None:
        some = bool(self.lines)
        self._links.setVisible(some)
        if not some:
            self._finder_field.show()
            self._drop_discount()
        self._subject_changed()
        self._add_up()

    def _subject_changed(self) -> None:
        self.source.set_subject(_service_of(self.lines), self.customer.customer_id)

    def _other_customer(self) -> None:
        self._subject_changed()
        today, customer_id = self.frame.clock.today(), self.customer.customer_id
        self.frame.background.read(
            lambda reader: known_source(reader, today, customer_id), self._know, owner=self, key="known"
        )

    def _know(self, touch: Touch | None) -> None:
        if touch is None:
            self.source.know(None)
            return
        self.source.know(
            (touch.content_id, touch.channel_id, touch.evidence),
            self.tr("known already: {evidence}").format(evidence=words.evidence_name(touch.evidence)),
        )

    def _show_finder(self) -> None:
        self._finder_field.show()
        self.finder.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_discount(self) -> None:
        self.discount.show()
        self.discount.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_discount(self) -> None:
        self.discount.text.clear()
        self.discount.hide()
        self._add_up()

    # ---- money

    def _add_up(self) -> None:
        listed = sum(row.amount() for row in self.lines)
        total = listed - self.discount.value_or_none(listed)
        self.payments.set_total(total)
        self.total.setText(language.money(total, "always"))
        left = self.payments.settled().left if self.payments.rows() else 0
        told = self.tr("To pay")
        if left > 0:
            told = self.tr("To pay · {amount} not paid yet").format(amount=language.money(left))
        elif left < 0:
            told = self.tr("To pay · {amount} too much").format(amount=language.money(-left))
        self._due.setText(told)
        # What was missing may be there by now; if not, it is said again.
        self.set_error("", self._payments_field)

    # ---- done

    def _finish(self) -> None:
        self.clear_errors()
        draft = self._draft()
        if draft is None:
            return
        self.set_busy(True)
        self.frame.act(
            lambda desk: desk.sales.check_out(draft),
            self._said(draft),
            then=self._finished,
            failed=self.fail,
            owner=self,
        )

    def _draft(self) -> SaleDraft | None:
        """The sale as it stands here, or None after saying what is missing."""
        lines = []
        for row in self.lines:
            try:
                lines.append(row.draft())
            except DeskError as error:
                self.set_error(notices.sentence(error), row)
                return None
        if not lines:
            self._show_finder()
            self.set_error(notices.sentence(DeskError("nothing_sold")), self._finder_field)
            return None
        try:
            discount = self.discount.value(sum(line.amount for line in lines))
        except DeskError as error:
            self.set_error(notices.sentence(error), self.discount)
            return None
        wrong = self.payments.check()
        if wrong is not None:
            refusal = DeskError("bad_amount", text=wrong.amount.text())
            self.set_error(notices.sentence(refusal), wrong)
            return None
        if not self.source.settled():
            return None
        said = self.source.new_value() or (None, None, "asked")
        draft = SaleDraft(
            id=self._sale_id,
            customer_id=self.customer.customer_id,
            appointment_id=self._appointment_id,
            lines=spread_discount(lines, discount),
            payments=self.payments.settled().payments,
            content_id=said[0],
            channel_id=said[1],
            evidence=said[2],
        )
        return draft if self._paid(draft) else None

    def _paid(self, draft: SaleDraft) -> bool:
        try:
            draft.check()
        except DeskError as error:
            text = notices.sentence(error)
            if not draft.payments:
                text = self.tr("Choose how {amount} is paid.").format(amount=language.money(draft.total))
            self.set_error(text, self._payments_field)
            return False
        return True

    def _said(self, draft: SaleDraft) -> str:
        if not draft.total:
            return self.tr("Done · nothing to pay")
        methods = dict.fromkeys(words.method_name(payment.method) for payment in draft.payments)
        change = self.payments.settled().change
        text = self.tr("Paid {amount} · {methods}")
        if change:
            text = self.tr("Paid {amount} · {methods} · change {change}")
        return text.format(
            amount=language.money(draft.total),
            methods=language.joined(list(methods)),
            change=language.money(change),
        )

    def _finished(self, sale_id: str) -> None:
        self.done.emit(sale_id)
        self.shut()


def _service_of(lines: list[LineRow]) -> str | None:
    return lines[0].service_id if lines else None
