"""From a sale to its neighbours: another sale, its refund, the till, the card it sold or was paid with."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from merchant_desk.shell.frame import Frame


def open_sale(frame: Frame, sale_id: str) -> None:
    """Open a sale's sheet above what is open."""
    from merchant_desk.sales.ui.sale_sheet import SaleSheet

    frame.open_sheet(SaleSheet(frame, sale_id))


def open_refund(frame: Frame, sale_id: str) -> None:
    """Open the sheet that gives a sale back."""
    from merchant_desk.sales.ui.refund_sheet import RefundSheet

    frame.open_sheet(RefundSheet(frame, sale_id))


def take_up(frame: Frame, sale_id: str) -> None:
    """Open an open sale at the till again."""
    from merchant_desk.sales.ui.checkout_sheet import CheckoutSheet

    frame.open_sheet(CheckoutSheet(frame, sale_id=sale_id))


def take_deposit(frame: Frame, appointment_id: str) -> None:
    """Open the till for the deposit of an appointment."""
    from merchant_desk.sales.ui.checkout_sheet import CheckoutSheet

    frame.open_sheet(CheckoutSheet(frame, deposit_for=appointment_id))


def open_card(frame: Frame, card_id: str) -> None:
    """Open a prepaid card's sheet; its sales, its refund and its owner are reached from there."""
    from merchant_desk.prepaid.ui.card_sheet import CardSheet

    sheet = CardSheet(frame, card_id)
    sheet.sale_wanted.connect(lambda sale_id: open_sale(frame, sale_id))
    sheet.refund_wanted.connect(lambda sale_id: open_refund(frame, sale_id))
    sheet.customer_wanted.connect(lambda customer_id: frame.go("customers", customer_id=customer_id))
    frame.open_sheet(sheet)
