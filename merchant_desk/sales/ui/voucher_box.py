"""A group-buy voucher at the counter: its platform and code, which of the shop's offers it is, the money."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea

from merchant_desk.catalog import store as catalog
from merchant_desk.core.errors import DeskError
from merchant_desk.sales.vouchers import store
from merchant_desk.sales.vouchers.acts import check_unused
from merchant_desk.sales.vouchers.codes import clean_code, family
from merchant_desk.sales.vouchers.model import PLATFORMS, VoucherDraft, VoucherProduct
from merchant_desk.shell import language, notices, words
from merchant_desk.widgets.bar_fields import Choice
from merchant_desk.widgets.buttons import Button, Chip
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.chip_row import ChipRow
from merchant_desk.widgets.fields import Field, MoneyField, TextField
from merchant_desk.widgets.labels import plain_label

if TYPE_CHECKING:
    import datetime as dt

    from merchant_desk.catalog.model import Service
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame

# What a refusal of the sale may say of a voucher: the sentence belongs at its code.
CODE_ERRORS = frozenset(
    {
        "no_code",
        "bad_code",
        "code_lost_digits",
        "code_masked",
        "voucher_used",
        "voucher_refunded",
        "voucher_expired",
        "voucher_on_sale",
    }
)


@dataclass(frozen=True, slots=True)
class _Offers:
    products: tuple[VoucherProduct, ...]
    services: tuple[Service, ...]
    last_platform: str


class VoucherBox(Card):
    """Takes one voucher; `added` carries its VoucherDraft, `closed` says that nobody wants one any more.

    `start()` empties it for the next one and puts the focus on the code. The code is looked up while it is
    typed, so that a used one is refused at once; `show_refusal` says at it what the sale was refused for.
    """

    added = Signal(object)
    closed = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__(padding=12)
        self._frame = frame
        self._offers = _Offers((), (), "")
        self._taken: frozenset[tuple[str, str]] = frozenset()
        self._used: DeskError | None = None
        self._build()
        self.hide()

    # ---- how it is made

    def _build(self) -> None:
        self.body.setSpacing(10)
        self.platform = Choice(
            [(key, words.platform_name(key)) for key in PLATFORMS], PLATFORMS[0], self.tr("Platform")
        )
        self.platform.chosen.connect(lambda _key: self._other_platform())
        self.code = TextField(
            placeholder=self.tr("Voucher code: type, paste or scan"), name=self.tr("Voucher code")
        )
        self.code.returnPressed.connect(self._add)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.platform, 0, Qt.AlignmentFlag.AlignTop)
        self.code_field = Field("", self.code)
        # After the field's own, which takes away the sentence about what stood there before.
        self.code.textEdited.connect(lambda _text: self._code_edited())
        top.addWidget(self.code_field, 1)
        self.body.addLayout(top)
        self.offers = ChipRow(self.tr("What was bought"))
        self.offers.chosen.connect(self._offer_chosen)
        self.body.addWidget(self.offers)
        self.instead = Choice(name=self.tr("Service instead"))
        self.instead_field = Field("", self.instead)
        self.instead_field.hide()
        self.body.addWidget(self.instead_field)
        self.body.addLayout(self._build_amounts())
        self.body.addLayout(self._build_foot())
        self.setFocusProxy(self.code)

    def _build_amounts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        self.paid = MoneyField(currency=language.currency())
        self.paid_field = Field(self.tr("Customer paid"), self.paid)
        self.listed = MoneyField(currency=language.currency())
        self.listed.setPlaceholderText(self.tr("if known"))
        for money, field in (
            (self.paid, self.paid_field),
            (self.listed, Field(self.tr("List price"), self.listed)),
        ):
            money.setMaximumWidth(140)
            money.textEdited.connect(lambda _text: self._amount_edited())
            money.returnPressed.connect(self._add)
            row.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        return row

    def _build_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.said = plain_label(role="hint", wrap=True)
        self.cancel = Button(self.tr("Cancel"), role="ghost")
        self.cancel.clicked.connect(self._close)
        self.add = Button(self.tr("Take voucher"))
        self.add.clicked.connect(self._add)
        row.addWidget(self.said, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.add)
        return row

    # ---- for the sheet it stands in

    def start(self, taken: Iterable[VoucherDraft] = ()) -> None:
        """Show it empty for the next voucher; `taken` are those that are on the sale already."""
        self._taken = frozenset((one.platform, one.code) for one in taken)
        self._used = None
        self.code.clear()
        self.code_field.set_error("")
        self.show()
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        self._frame.background.read(_read, self._fill, owner=self, key="offers")

    def show_refusal(self, error: DeskError) -> bool:
        """Say at the code what a sale was refused for; False where it is not about a voucher's code."""
        if error.code not in CODE_ERRORS:
            return False
        self.show()
        self.code_field.set_error(notices.sentence(error))
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def draft(self) -> VoucherDraft:
        """The voucher as it stands here.

        Raises DeskError "no_code", "bad_code", "code_lost_digits", "code_masked", "voucher_on_sale" (code),
        "bad_amount" and "no_voucher_amount".
        """
        code = clean_code(self.code.text())
        platform = str(self.platform.key())
        if any((one, code) in self._taken for one in family(platform)):
            raise DeskError("voucher_on_sale", code=code)
        paid, listed = self.paid.value(), self.listed.value()
        if paid <= 0:
            raise DeskError("no_voucher_amount")
        product = self._offer()
        if product is None:
            return VoucherDraft(platform, code, paid, list_price=max(listed, 0), pays_out=paid)
        service_id = self.instead.key() if product.service_gone else product.service_id
        return product.redeemed(
            code,
            platform=platform,
            customer_paid=paid,
            list_price=listed,
            service_id=str(service_id) if service_id else None,
        )

    # ---- what happens in it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()  # the voucher alone: the sheet stays
            return
        super().keyPressEvent(event)

    def _into_view(self) -> None:
        # Called a turn later: only when the sheet is laid out anew it knows how far down the box reaches.
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(self.code, 0, 24)
            around.ensureWidgetVisible(self.add, 0, 24)

    def _fill(self, offers: _Offers) -> None:
        self._offers = offers
        if offers.last_platform in PLATFORMS:
            self.platform.choose(offers.last_platform)
        self.instead.set_options(
            [("", self.tr("Nothing in particular")), *((one.id, one.name) for one in offers.services)]
        )
        self._other_platform()
        QTimer.singleShot(0, self, self._into_view)

    def _other_platform(self) -> None:
        among = family(str(self.platform.key()))
        known = [one for one in self._offers.products if one.platform in among]
        chips = [
            Chip(
                self.tr("{product} {price}").format(
                    product=one.name, price=language.money(one.customer_paid)
                ),
                checkable=True,
                key=one.id,
            )
            for one in known
        ]
        self.offers.choose("")
        self.offers.set_chips(chips)
        self.offers.setVisible(bool(chips))
        if len(known) == 1:
            self.offers.choose(known[0].id)
        self._other_offer()
        self._code_edited()

    def _offer_chosen(self, key: str) -> None:
        self._other_offer()
        if key:
            # What is missing comes next; Enter on the chip would turn it off again.
            (self.add if self.code.text().strip() else self.code).setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self, self._into_view)

    def _other_offer(self) -> None:
        product = self._offer()
        self.paid.set_value(product.customer_paid if product else None)
        self.listed.set_value(product.list_price if product and product.list_price else None)
        self.paid_field.set_error("")
        gone = product is not None and product.service_gone
        if product is not None and gone:
            self.instead_field.label.setText(
                self.tr("“{service}” is no longer sold. Instead:").format(service=product.service)
            )
            self.instead_field.label.show()
        self.instead_field.setVisible(gone)
        self._amount_edited()

    def _offer(self) -> VoucherProduct | None:
        key = self.offers.current()
        return next((one for one in self._offers.products if one.id == key), None)

    def _amount_edited(self) -> None:
        product = self._offer()
        if product is None:
            told = self.tr("The platform's fees come with its settlement.") if self._offers.products else ""
            self.said.setText(told)
            return
        self.said.setText(voucher_money(product.redeemed("")))

    def _code_edited(self) -> None:
        self._used = None
        self.code_field.set_error("")
        try:
            code = clean_code(self.code.text())
        except DeskError as error:
            if error.code in {"code_lost_digits", "code_masked"}:
                self.code_field.set_error(notices.sentence(error))
            return
        platform, now = str(self.platform.key()), self._frame.clock.now()
        self._frame.background.read(
            lambda r: _refusal(r, platform, code, now), self._looked_up, owner=self, key="code"
        )

    def _looked_up(self, refused: DeskError | None) -> None:
        self._used = refused
        if refused is not None:
            self.code_field.set_error(notices.sentence(refused))

    def _add(self) -> None:
        try:
            draft = self.draft()
        except DeskError as error:
            field = self.code_field if error.code in CODE_ERRORS else self.paid_field
            field.set_error(notices.sentence(error))
            field.widget.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self, self._into_view)
            return
        if self._used is not None:
            self.code_field.set_error(notices.sentence(self._used))
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.hide()
        self.added.emit(draft)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()


def voucher_title(draft: VoucherDraft) -> str:
    """What a voucher is called in a row of payments: 'Douyin voucher'."""
    told = QCoreApplication.translate("vouchers", "{platform} voucher")
    return told.replace("{platform}", words.platform_name(draft.platform))


def voucher_money(draft: VoucherDraft) -> str:
    """What is kept of a voucher and what is left for the shop, in one line."""
    parts = [
        (QCoreApplication.translate("vouchers", "platform fee {amount}"), draft.platform_fee),
        (QCoreApplication.translate("vouchers", "influencer {amount}"), draft.influencer_fee),
        (QCoreApplication.translate("vouchers", "staff incentive {amount}"), draft.worker_incentive),
    ]
    told = [text.replace("{amount}", language.money(-fee)) for text, fee in parts if fee]
    out = QCoreApplication.translate("vouchers", "pays out {amount}")
    return " · ".join([*told, out.replace("{amount}", language.money(draft.pays_out))])


def _read(r: Reader) -> _Offers:
    return _Offers(tuple(store.templates(r)), tuple(catalog.services(r)), store.last_platform(r))


def _refusal(r: Reader, platform: str, code: str, at: dt.datetime) -> DeskError | None:
    try:
        check_unused(r, platform, code, at)
    except DeskError as error:
        return error
    return None
