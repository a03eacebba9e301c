"""One offer of the shop on a platform: what a voucher of it starts with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from merchant_desk.catalog import store as catalog
from merchant_desk.core.errors import DeskError
from merchant_desk.sales.vouchers import store
from merchant_desk.sales.vouchers.model import PLATFORMS, ProductDraft
from merchant_desk.shell import language, notices, words
from merchant_desk.shell.sheet import Sheet
from merchant_desk.widgets.bar_fields import Choice
from merchant_desk.widgets.buttons import InUse
from merchant_desk.widgets.fields import Field, MoneyField, TextField
from merchant_desk.widgets.labels import plain_label

if TYPE_CHECKING:
    from merchant_desk.catalog.model import Service
    from merchant_desk.db.records import Reader
    from merchant_desk.sales.vouchers.model import VoucherProduct
    from merchant_desk.shell.frame import Frame


@dataclass(frozen=True, slots=True)
class _Loaded:
    product: VoucherProduct | None
    services: tuple[Service, ...]


class VoucherOfferSheet(Sheet):
    """Makes an offer, or changes the one with `product_id`."""

    def __init__(self, frame: Frame, product_id: str | None = None) -> None:
        super().__init__(frame, self.tr("Voucher offer") if product_id else self.tr("New voucher offer"))
        self._id = product_id
        self._was: object = None
        self.platform = Choice([(key, words.platform_name(key)) for key in PLATFORMS], PLATFORMS[0])
        self.name = TextField(placeholder=self.tr("as the platform calls it"))
        self.name.setMaxLength(80)
        self.service = Choice()
        self.listed, self.paid = _money(), _money()
        self.platform_fee, self.influencer, self.incentive = _money(), _money(), _money()
        self.out = _money()
        self._build()
        self._was = self._typed()
        frame.background.read(lambda r: _read(r, product_id), self._show, owner=self, key="offer")

    def dirty(self) -> bool:
        return self._typed() != self._was

    def _build(self) -> None:
        self._name = Field(self.tr("Name"), self.name)
        self._service = Field(self.tr("For the service"), self.service)
        self._paid = Field(self.tr("Customer pays"), self.paid)
        self._listed = Field(self.tr("List price"), self.listed)
        self._fee = Field(self.tr("Platform fee"), self.platform_fee)
        self._influencer = Field(self.tr("Influencer"), self.influencer)
        self._incentive = Field(self.tr("Staff incentive"), self.incentive)
        self._out = Field(self.tr("Platform pays out"), self.out, self.tr("Empty: what is left."))
        self.body.addLayout(_row(Field(self.tr("Platform"), self.platform), self._name))
        self.body.addWidget(self._service)
        self.body.addLayout(_row(self._paid, self._listed))
        self.body.addLayout(_row(self._fee, self._influencer, self._incentive))
        self.body.addLayout(_row(self._out, QWidget()))
        self.body.addWidget(
            plain_label(
                self.tr(
                    "Rates differ by shop and change: take them from a payout of the platform. Vouchers that"
                    " were redeemed keep what they had."
                ),
                role="hint",
                wrap=True,
            )
        )
        for money in (self.paid, self.platform_fee, self.influencer, self.incentive):
            money.textChanged.connect(lambda _text: self._show_left())
        self.body.addStretch(1)
        self.in_use = InUse(self.tr("No longer offer it"), self.tr("Offer it again"))
        self.in_use.archive.clicked.connect(lambda: self._turn(offered=False))
        self.in_use.restore.clicked.connect(lambda: self._turn(offered=True))
        self.footer.addWidget(self.in_use)
        self.footer.addStretch(1)
        self.set_primary(self.tr("Save"), self._save)

    def _show(self, loaded: _Loaded) -> None:
        one = loaded.product
        options = [("", self.tr("No service: it covers its list price"))]
        options += [(service.id, service.name) for service in loaded.services]
        if one is not None and one.service_id and one.service_gone:
            gone = self.tr("{service} (no longer sold)").replace("{service}", one.service)
            options.append((one.service_id, gone))
        self.service.set_options(options, one.service_id if one and one.service_id else "")
        if one is not None:
            self.in_use.show_archived(one.archived)
            self.platform.choose(one.platform)
            self.name.setText(one.name)
            for field, amount in (
                (self.listed, one.list_price),
                (self.paid, one.customer_paid),
                (self.platform_fee, one.platform_fee),
                (self.influencer, one.influencer_fee),
                (self.incentive, one.worker_incentive),
            ):
                field.set_value(amount or None)
            left = one.customer_paid - one.platform_fee - one.influencer_fee - one.worker_incentive
            self.out.set_value(one.pays_out if one.pays_out != left else None)
        self._was = self._typed()
        self._show_left()
        self.refocus()

    def _show_left(self) -> None:
        fees = sum(money.value_or(0) for money in (self.platform_fee, self.influencer, self.incentive))
        left = self.paid.value_or(0) - fees
        self.out.setPlaceholderText(language.money(left) if left > 0 else "")

    def _typed(self) -> tuple[object, ...]:
        amounts = (
            self.listed,
            self.paid,
            self.platform_fee,
            self.influencer,
            self.incentive,
            self.out,
        )
        texts = tuple(money.text() for money in amounts)
        return (self.platform.key(), self.name.text(), self.service.key(), *texts)

    def _draft(self) -> ProductDraft | None:
        """What stands here; None after saying at its field which amount makes no sense."""
        amounts = []
        for field, money in (
            (self._paid, self.paid),
            (self._listed, self.listed),
            (self._fee, self.platform_fee),
            (self._influencer, self.influencer),
            (self._incentive, self.incentive),
            (self._out, self.out),
        ):
            try:
                amounts.append(money.value())
            except DeskError as error:
                self.set_error(notices.sentence(error), field)
                return None
        paid, listed, fee, influencer, incentive, out = amounts
        return ProductDraft(
            platform=str(self.platform.key()),
            name=self.name.value(),
            customer_paid=paid,
            list_price=listed,
            platform_fee=fee,
            influencer_fee=influencer,
            worker_incentive=incentive,
            pays_out=out if self.out.text().strip() else None,
            service_id=str(self.service.key() or "") or None,
        )

    def _save(self) -> None:
        self.clear_errors()
        draft = self._draft()
        if draft is None:
            return
        self.set_busy(True)
        known = self._id
        if known is None:
            self.frame.act(
                lambda desk: desk.vouchers.add_product(draft),
                self.tr("Voucher offer added."),
                then=lambda _id: self.shut(),
                failed=self._refused,
                owner=self,
            )
            return
        self.frame.act(
            lambda desk: desk.vouchers.edit_product(known, draft),
            self.tr("Voucher offer changed."),
            then=lambda _done: self.shut(),
            failed=self._refused,
            owner=self,
        )

    def _turn(self, *, offered: bool) -> None:
        known = self._id
        if known is None:
            return
        self.set_busy(True)
        self.frame.act(
            lambda desk: (
                desk.vouchers.restore_product(known) if offered else desk.vouchers.archive_product(known)
            ),
            self.tr("Offered again.") if offered else self.tr("No longer offered."),
            then=lambda _done: self.shut(),
            failed=self._refused,
            owner=self,
        )

    def _refused(self, error: Exception) -> None:
        fields = {
            "no_name": self._name,
            "name_taken": self._name,
            "bad_amount": self._paid,
            "fees_above_paid": self._fee,
        }
        if isinstance(error, DeskError) and error.code in fields:
            self.set_busy(False)
            self.set_error(notices.sentence(error), fields[error.code])
        else:
            self.fail(error)


def _money() -> MoneyField:
    return MoneyField(currency=language.currency())


def _row(*fields: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    for field in fields:
        # A sentence below one of them leaves its neighbours where they are.
        row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return row


def _read(r: Reader, product_id: str | None) -> _Loaded:
    product = store.template(r, product_id) if product_id else None
    return _Loaded(product, tuple(catalog.services(r)))
