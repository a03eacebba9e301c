"""Giving money back for a sale: all of it or by line, the way it came or another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from merchant_desk.core.errors import DeskError
from merchant_desk.core.ids import new_id
from merchant_desk.prepaid import store as prepaid_store
from merchant_desk.sales.one_sale import sale as read_sale
from merchant_desk.sales.refunds import RefundDraft, RefundLine, left_of, pieces_left, way_back
from merchant_desk.sales.ui.refund_rows import BackRow, WayRow
from merchant_desk.sales.ui.sale_parts import section, way_name
from merchant_desk.shell import language, notices, words
from merchant_desk.shell.clock_button import ClockButton
from merchant_desk.shell.sheet import Sheet
from merchant_desk.widgets.fields import Field, TextField
from merchant_desk.widgets.labels import plain_label

if TYPE_CHECKING:
    import datetime as dt

    from merchant_desk.db.records import Reader
    from merchant_desk.prepaid.ledger import RefundDue
    from merchant_desk.sales.model import PaymentDraft, Sale
    from merchant_desk.shell.frame import Frame

    _Way = tuple[str, str, str]


class RefundSheet(Sheet):
    """Begins with all that is left of the sale; what stays is unticked or lowered.

    The sheet is one refund however often it is confirmed.
    """

    def __init__(self, frame: Frame, sale_id: str) -> None:
        super().__init__(frame, self.tr("Refund"))
        self._refund_id = new_id()
        self._sale_id = sale_id
        self.sale: Sale | None = None
        self.rows: list[BackRow] = []
        self.ways: list[WayRow] = []
        self._others: dict[_Way, str] = {}
        self._sold_at: dt.datetime | None = None
        self._build()
        self._untouched = self._state()
        today = frame.clock.today()
        frame.background.read(
            lambda reader: _read(reader, sale_id, today), self._fill, failed=self.fail, owner=self, key="sale"
        )

    def dirty(self) -> bool:
        return self._state() != self._untouched

    # ---- how it is made

    def _build(self) -> None:
        self._lines_box = QWidget()
        self._lines = section(self._lines_box, self.tr("What comes back"))
        self._rounding = plain_label(role="hint")
        self._rounding.hide()
        self._lines_field = Field("", self._lines_box)
        self.body.addWidget(self._lines_field)
        ways_box = QWidget()
        self._ways = section(ways_box, self.tr("Goes back by"))
        self._ways.setSpacing(4)
        self._ways_field = Field("", ways_box)
        self.body.addWidget(self._ways_field)
        self._remark = plain_label(
            self.tr("Take the voucher back on its platform as well: the money goes back from there."),
            role="hint",
            wrap=True,
        )
        self._remark.hide()
        self.body.addWidget(self._remark)
        self.other_reason = TextField(placeholder=self.tr("for example: the card has expired"))
        self._other_field = Field(self.tr("Why another way than it came?"), self.other_reason)
        self._other_field.hide()
        self.body.addWidget(self._other_field)
        self.reason = TextField(placeholder=self.tr("for example: not happy with the colour"))
        self._reason_field = Field(self.tr("Why is it given back?"), self.reason)
        self.body.addWidget(self._reason_field)
        self.body.addStretch(1)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(plain_label(self.tr("To give back"), role="hint"))
        self.total = plain_label(language.money(0, "always"), role="figure")
        self.total.setAccessibleName(self.tr("To give back"))
        texts.addWidget(self.total)
        self.footer.addLayout(texts)
        self.footer.addStretch(1)
        self.clock_right = ClockButton()
        self.clock_right.clicked.connect(self._trust_clock)
        self.footer.addWidget(self.clock_right)
        self.set_primary(self.tr("Give back"), self._give_back)

    def focus_first(self) -> None:
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _state(self) -> tuple[object, ...]:
        """What somebody may have changed here."""
        return (
            self.reason.text(),
            self.other_reason.text(),
            tuple((row.chosen.isChecked(), row.amount.text(), row.pieces.value()) for row in self.rows),
            tuple(self._others.items()),
        )

    # ---- how it is filled

    def _fill(self, found: tuple[Sale, dict[str, RefundDue]]) -> None:
        self.sale, due = found
        who = self.sale.customer or self.tr("Passing customer")
        self.set_title(self.tr("Refund"), f"{self.sale.number} · {who}")
        for line in self.sale.lines:
            if line.kind == "rounding" or (left_of(line) == 0 and pieces_left(line) <= 0):
                continue
            row = BackRow(line, due.get(line.id))
            row.changed.connect(self._add_up)
            self.rows.append(row)
            self._lines.addWidget(row)
        self._lines.addWidget(self._rounding)
        self._add_up()
        self._untouched = self._state()
        if self.isVisible():
            self.focus_first()

    def _add_up(self) -> None:
        sale = self.sale
        if sale is None:
            return
        self.clear_errors()
        lines = self._back([row.value_or_none() for row in self.rows])
        total = sum(line.amount for line in lines)
        self.total.setText(language.money(total, "always"))
        try:
            payments = way_back(sale, total, lines)
        except DeskError as error:
            payments = ()
            self._lines_field.set_error(notices.sentence(error))
        self._show_ways(payments)

    def _back(self, chosen: list[RefundLine | None]) -> tuple[RefundLine, ...]:
        """The lines that come back; the rounding goes with them where everything else does."""
        lines = [line for line in chosen if line is not None]
        whole = bool(lines) and all(row.is_whole() for row in self.rows)
        rest = [
            RefundLine(line.id, left_of(line), max(0, pieces_left(line)))
            for line in (self.sale.lines if self.sale is not None else ())
            if line.kind == "rounding" and left_of(line) != 0
        ]
        added = rest if whole else []
        self._rounding.setVisible(bool(added))
        if added:
            amount = language.money(sum(line.amount for line in added), "always")
            self._rounding.setText(self.tr("with the rounding of {amount}").replace("{amount}", amount))
        return (*lines, *added)

    def _show_ways(self, payments: tuple[PaymentDraft, ...]) -> None:
        if [row.payment for row in self.ways] == list(payments):
            self._remember()
            return
        for old in self.ways:
            self._ways.removeWidget(old)
            old.hide()
            old.deleteLater()
        names = {payment.way: way_name(payment) for payment in self.sale.payments} if self.sale else {}
        self.ways = []
        for payment in payments:
            way = _way(payment)
            name = names.get(way, words.method_name(payment.method))
            row = WayRow(payment, name, self._others.get(way, ""))
            row.changed.connect(self._remember)
            self.ways.append(row)
            self._ways.addWidget(row)
            row.show()
        self._remember()

    def _remember(self) -> None:
        """Keep what was chosen for a way, and ask for what belongs to it."""
        for row in self.ways:
            self._others[_way(row.payment)] = row.other()
        self._others = {way: other for way, other in self._others.items() if other}
        others = any(row.other() for row in self.ways)
        self._other_field.setVisible(others)
        vouchers = [row for row in self.ways if row.payment.method == "voucher" and not row.other()]
        self._remark.setVisible(bool(vouchers))

    # ---- done

    def _give_back(self) -> None:
        self.clear_errors()
        draft = self._draft()
        if draft is None:
            return
        self.set_busy(True)
        methods = dict.fromkeys(words.method_name(payment.method) for payment in draft.payments)
        said = self.tr("{amount} given back").replace("{amount}", language.money(draft.total))
        self.frame.act(
            lambda desk: desk.sales.refund(draft),
            " · ".join(part for part in (said, language.joined(list(methods))) if part),
            then=lambda _id: self.shut(),
            failed=self._refused,
            owner=self,
        )

    def _draft(self) -> RefundDraft | None:
        """The refund as it stands here, or None after saying what is wrong."""
        chosen: list[RefundLine | None] = []
        for row in self.rows:
            try:
                chosen.append(row.value())
            except DeskError as error:
                self.set_error(notices.sentence(error), row)
                return None
            if row.amount.value() < 0:
                refusal = DeskError("bad_amount", text=row.amount.text())
                self.set_error(notices.sentence(refusal), row)
                return None
        lines = self._back(chosen)
        reason = self.other_reason.value()
        # What goes as it came is counted first; only what comes on top of that needs its own reason.
        ways = sorted(self.ways, key=lambda way: bool(way.other()))
        return RefundDraft(
            self._sale_id,
            lines,
            tuple(row.draft(reason) for row in ways),
            self.reason.value(),
            id=self._refund_id,
            sold_at=self._sold_at,
        )

    def _trust_clock(self) -> None:
        self._sold_at = self.frame.clock.now()
        self.clock_right.hide()
        self._give_back()

    def _refused(self, error: Exception) -> None:
        self.clock_right.answers(error)
        places = {
            "no_reason": self._reason_field,
            "other_way_reason": self._other_field,
            "nothing_to_refund": self._lines_field,
            "refund_too_much": self._lines_field,
            "payments_do_not_add_up": self._ways_field,
            "card_closed": self._ways_field,
            "whole_units_only": self._ways_field,
        }
        if isinstance(error, DeskError) and error.code in places:
            self.set_busy(False)
            self.set_error(notices.sentence(error), places[error.code])
        else:
            self.fail(error)


def _way(payment: PaymentDraft) -> _Way:
    return payment.method, payment.voucher_id or "", payment.card_id or ""


def _read(reader: Reader, sale_id: str, today: dt.date) -> tuple[Sale, dict[str, RefundDue]]:
    """The sale, and for each line that sold a card what its refund comes to. Raises DeskError "gone"."""
    sale = read_sale(reader, sale_id)
    if sale is None:
        raise DeskError("gone", table="sale", id=sale_id)
    due = {}
    for line in sale.lines:
        card = prepaid_store.card(reader, line.card_id, today) if line.card_id else None
        if card is not None:
            due[line.id] = card.refund
    return sale, due
