"""What vouchers and payouts are called, and the small parts their screens share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout

from merchant_desk.sales.vouchers.codes import grouped, is_hidden
from merchant_desk.shell import language, theme
from merchant_desk.widgets.labels import ElidedLabel, plain_label

if TYPE_CHECKING:
    from merchant_desk.sales.vouchers.model import VoucherRow

SETTLEMENTS = ("waiting", "differs", "settled", "accepted", "none")


def settlement_name(key: str) -> str:
    """How far the platform has paid a voucher out."""
    names = {
        "waiting": QCoreApplication.translate("vouchers", "Not paid out yet"),
        "differs": QCoreApplication.translate("vouchers", "Differs"),
        "settled": QCoreApplication.translate("vouchers", "Paid out"),
        "accepted": QCoreApplication.translate("vouchers", "Difference accepted"),
        "none": QCoreApplication.translate("vouchers", "Nothing to pay out"),
    }
    return names.get(key, key)


def payout_kind(kind: str) -> str:
    """Which way a platform's row went."""
    names = {
        "settled": QCoreApplication.translate("vouchers", "Paid out"),
        "refunded": QCoreApplication.translate("vouchers", "Taken back"),
        "compensated": QCoreApplication.translate("vouchers", "Compensation"),
    }
    return names.get(kind, kind)


def shown_code(code: str) -> str:
    """A code as it is read; one that the platform hides shows what is known of it."""
    return code.split("/")[1] if is_hidden(code) and "/" in code else grouped(code)


def difference(row: VoucherRow) -> int:
    """What the platform paid more (below zero: less) than the books expect, in minor units."""
    return row.settled - (row.pays_out if row.state == "redeemed" else 0)


def signed(amount: int) -> str:
    """An amount with its sign: '+¥6.85', '−¥6.85'."""
    told = language.money(amount, "always")
    return f"+{told}" if amount > 0 else told


def amount_row(name: str, amount: str, *, strong: bool = False, bad: bool = False) -> QHBoxLayout:
    """A name at the left and its amount at the right."""
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(ElidedLabel(name, role="strong" if strong else "secondary"), 1)
    told = plain_label(amount, role="bad" if bad else "strong" if strong else "")
    told.setFont(theme.font(13, bold=strong))
    row.addWidget(told)
    return row
