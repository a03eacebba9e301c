"""One voucher whole: what it was worth to whom, the sale it paid, and what its platform paid out for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.core.errors import DeskError
from merchant_desk.sales.ui.voucher_words import amount_row, payout_kind, shown_code, signed
from merchant_desk.sales.vouchers import store
from merchant_desk.sales.vouchers.back_office import SETTABLE
from merchant_desk.shell import language, notices, words
from merchant_desk.shell.icons import icon
from merchant_desk.shell.sheet import Sheet
from merchant_desk.sources.ui.source_words import source_words
from merchant_desk.widgets.bar_fields import Choice
from merchant_desk.widgets.buttons import Button, IconButton
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.fields import Field, TextField
from merchant_desk.widgets.labels import plain_label, rule

if TYPE_CHECKING:
    from collections.abc import Callable

    from merchant_desk.sales.vouchers.model import Settlement, Voucher
    from merchant_desk.shell.frame import Frame


class VoucherSheet(Sheet):
    """Shows a voucher; `sale_wanted` carries the id of the sale that it paid."""

    sale_wanted = Signal(str)

    def __init__(self, frame: Frame, voucher_id: str) -> None:
        super().__init__(frame, self.tr("Voucher"))
        self._id = voucher_id
        self._page = QWidget()
        self.body.addWidget(self._page)
        self.state = Choice([(key, words.status_name(key)) for key in SETTABLE], SETTABLE[0])
        self.reason = TextField(placeholder=self.tr("e.g. refunded on the platform"))
        self._reason = Field(self.tr("Reason"), self.reason)
        self._back = self._build_back()
        self.body.addWidget(self._back)
        self.body.addStretch(1)
        self.take_back = Button(self.tr("Take back…"), role="danger")
        self.take_back.clicked.connect(self._ask_back)
        self.take_back.hide()
        self.accept = Button(self.tr("Accept the difference"))
        self.accept.clicked.connect(self._accept)
        self.accept.hide()
        self.footer.addWidget(self.take_back)
        self.footer.addStretch(1)
        self.footer.addWidget(self.accept)
        self.set_primary(self.tr("Close"), self.shut, role="")
        frame.changed.connect(self._changed)
        self._reload()

    def _changed(self, topics: frozenset[str]) -> None:
        if topics & {"sales", "vouchers"}:
            self._reload()

    def _reload(self) -> None:
        self.frame.background.read(
            lambda r: store.voucher(r, self._id), self._show, owner=self, key="voucher"
        )

    # ---- what is shown

    def _show(self, voucher: Voucher | None) -> None:
        if voucher is None:
            self.shut()
            return
        self.set_title(
            self.tr("{platform} voucher").replace("{platform}", words.platform_name(voucher.platform)),
            words.status_name(voucher.state),
        )
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._head(voucher))
        column.addWidget(self._money(voucher))
        column.addWidget(self._settled(voucher))
        self.body.replaceWidget(self._page, page)
        self._page.deleteLater()
        self._page = page
        self.take_back.setVisible(voucher.state in {"issued", "redeemed"} and self._back.isHidden())
        self.accept.setVisible(voucher.differs)

    def _head(self, voucher: Voucher) -> Card:
        card = Card(padding=14)
        code = plain_label(shown_code(voucher.code), role="figure-small")
        code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.body.addWidget(code)
        if voucher.product:
            card.body.addWidget(plain_label(voucher.product, role="strong", wrap=True))
        now = self.frame.clock.now()
        told = []
        if voucher.redeemed_at is not None:
            told.append(language.moment_text(voucher.redeemed_at, now))
        if voucher.service and voucher.service != voucher.product:
            told.append(voucher.service)
        if voucher.source_kind:
            told.append(source_words(voucher.source_kind, voucher.source_title))
        if voucher.order_id:
            told.append(self.tr("order {number}").replace("{number}", voucher.order_id))
        if told:
            card.body.addWidget(plain_label(" · ".join(told), role="hint", wrap=True))
        if voucher.state_at is not None and voucher.state_reason:
            since = language.moment_text(voucher.state_at, now)
            state = words.status_name(voucher.state)
            card.body.addWidget(plain_label(f"{state} · {since} · {voucher.state_reason}", wrap=True))
        if voucher.sale_id is not None:
            card.body.addLayout(self._sale_link(voucher, voucher.sale_id))
        return card

    def _sale_link(self, voucher: Voucher, sale_id: str) -> QHBoxLayout:
        parts = [self.tr("Sale {number}").replace("{number}", voucher.sale_number)]
        if voucher.customer:
            parts.append(voucher.customer)
        if voucher.sale_status != "paid":
            parts.append(words.status_name(voucher.sale_status))
        link = Button(" · ".join(parts), role="link", icon=icon("receipt", 14))
        link.clicked.connect(lambda: self.sale_wanted.emit(sale_id))
        row = QHBoxLayout()
        row.addWidget(link)
        row.addStretch(1)
        return row

    def _money(self, voucher: Voucher) -> Card:
        card = Card(self.tr("What it is worth"), padding=14)
        if voucher.list_price:
            card.body.addLayout(amount_row(self.tr("List price"), language.money(voucher.list_price)))
        card.body.addLayout(amount_row(self.tr("Customer paid"), language.money(voucher.customer_paid)))
        for name, fee in (
            (self.tr("Platform fee"), voucher.platform_fee),
            (self.tr("Influencer"), voucher.influencer_fee),
            (self.tr("Staff incentive"), voucher.worker_incentive),
        ):
            if fee:
                card.body.addLayout(amount_row(name, language.money(-fee)))
        card.body.addLayout(
            amount_row(self.tr("Platform pays out"), language.money(voucher.pays_out), strong=True)
        )
        return card

    def _settled(self, voucher: Voucher) -> Card:
        card = Card(self.tr("Paid out by the platform"), padding=14)
        if not voucher.settled:
            told = self.tr("No payout is known yet. Import the platform's list of payouts under Settings.")
            card.body.addWidget(plain_label(told, role="hint", wrap=True))
            return card
        for one in voucher.settled:
            card.body.addLayout(self._payout(one))
        card.body.addWidget(rule("soft-rule"))
        expected = voucher.pays_out if voucher.state == "redeemed" else 0
        off = voucher.paid_out - expected
        card.body.addLayout(amount_row(self.tr("Together"), language.money(voucher.paid_out), strong=True))
        if off:
            accepted = all(one.accepted for one in voucher.settled)
            name = self.tr("Difference, accepted") if accepted else self.tr("Difference to the books")
            card.body.addLayout(amount_row(name, signed(off), bad=not accepted))
        return card

    def _payout(self, one: Settlement) -> QHBoxLayout:
        parts = [payout_kind(one.kind), language.near_day(one.settled_at.date(), self.frame.clock.today())]
        if one.note:
            parts.append(one.note)
        row = amount_row(" · ".join(parts), language.money(one.pays_out))
        name = self.tr("This payout is another voucher's")
        loosen = IconButton(icon("x", 14), name, size=24)
        loosen.clicked.connect(lambda: self._unmatch(one.id))
        row.addWidget(loosen)
        return row

    # ---- what can be done

    def _build_back(self) -> Card:
        card = Card(self.tr("Take the voucher back"), role="warn-card", padding=14)
        told = self.tr(
            "The sale that it paid is taken back with it; of a sale paid in other ways too, only its part."
        )
        card.body.addWidget(plain_label(told, role="hint", wrap=True))
        card.body.addWidget(Field(self.tr("It was"), self.state))
        card.body.addWidget(self._reason)
        row = QHBoxLayout()
        self.sure = Button(self.tr("Take back"), role="danger")
        self.sure.clicked.connect(self._do_take_back)
        keep = Button(self.tr("Cancel"), role="ghost")
        keep.clicked.connect(self._keep_it)
        row.addStretch(1)
        row.addWidget(keep)
        row.addWidget(self.sure)
        card.body.addLayout(row)
        card.hide()
        return card

    def _ask_back(self) -> None:
        self.take_back.hide()
        self._back.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_it(self) -> None:
        self.reason.clear()
        self._reason.set_error("")
        self._back.hide()
        self.take_back.show()
        self.take_back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _do_take_back(self) -> None:
        state, reason = str(self.state.key()), self.reason.value()
        self._act(
            lambda desk: desk.vouchers.set_state(self._id, state, reason), self.tr("Voucher taken back.")
        )

    def _accept(self) -> None:
        self._act(lambda desk: desk.vouchers.accept([self._id]), self.tr("Difference accepted."))

    def _unmatch(self, settlement_id: str) -> None:
        self._act(lambda desk: desk.vouchers.unmatch(settlement_id), self.tr("The payout waits again."))

    def _act(self, work: Callable[..., object], said: str) -> None:
        self.clear_errors()
        self.set_busy(True)
        self.frame.act(work, said, then=self._done, failed=self._refused, owner=self)

    def _done(self, _answer: object) -> None:
        self.set_busy(False)
        self.reason.clear()
        self._back.hide()

    def _refused(self, error: Exception) -> None:
        if isinstance(error, DeskError) and error.code == "no_reason":
            self.set_busy(False)
            self.set_error(notices.sentence(error), self._reason)
        else:
            self.fail(error)
