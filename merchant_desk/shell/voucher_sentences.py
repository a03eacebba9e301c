"""Sentences about group-buy vouchers: codes that cannot be read, and vouchers that pay no more."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def vouchers() -> dict[str, tuple[str, ...]]:
    """Group-buy vouchers that are refused."""
    return {
        "voucher_used": (
            QCoreApplication.translate(
                "notices", "This voucher was used on {day} by {customer}, in sale {number}."
            ),
            QCoreApplication.translate("notices", "This voucher was used on {day}, in sale {number}."),
            QCoreApplication.translate("notices", "This voucher was used on {day}."),
            QCoreApplication.translate("notices", "This voucher has been used already."),
        ),
        "voucher_refunded": (
            QCoreApplication.translate(
                "notices", "Voucher {code} was refunded: the customer has the money back."
            ),
            QCoreApplication.translate(
                "notices", "This voucher was refunded: the customer has the money back."
            ),
        ),
        "voucher_expired": (
            QCoreApplication.translate("notices", "This voucher expired on {day}."),
            QCoreApplication.translate("notices", "This voucher has expired."),
        ),
        "voucher_on_sale": (
            QCoreApplication.translate("notices", "Voucher {code} is on this sale already."),
            QCoreApplication.translate("notices", "This voucher is on this sale already."),
        ),
        "voucher_on_open_sale": (
            QCoreApplication.translate(
                "notices",
                "This voucher pays a part of sale {number}, which is still open. Finish that first.",
            ),
            QCoreApplication.translate("notices", "This voucher pays a part of a sale that is still open."),
        ),
        "voucher_known": (
            QCoreApplication.translate(
                "notices", "Voucher {code} is in the books already. Match the row with it instead."
            ),
            QCoreApplication.translate("notices", "This voucher is in the books already."),
        ),
    }


def codes() -> dict[str, tuple[str, ...]]:
    """What is no code, and what else is missing of a voucher or an offer."""
    return {
        "no_code": (QCoreApplication.translate("notices", "Type or paste the voucher's code."),),
        "bad_code": (
            QCoreApplication.translate(
                "notices", "“{text}” is no voucher code. Type the digits below the QR code."
            ),
            QCoreApplication.translate("notices", "This is no voucher code."),
        ),
        "code_lost_digits": (
            QCoreApplication.translate(
                "notices",
                "“{text}” has lost digits in a spreadsheet. Copy the whole code from the platform.",
            ),
            QCoreApplication.translate("notices", "This code has lost digits in a spreadsheet."),
        ),
        "code_masked": (
            QCoreApplication.translate(
                "notices", "“{text}” hides some digits. Ask the customer for the whole code."
            ),
            QCoreApplication.translate("notices", "This code hides some of its digits."),
        ),
        "no_voucher_amount": (
            QCoreApplication.translate("notices", "Choose what was bought, or type what the customer paid."),
        ),
        "no_platform": (QCoreApplication.translate("notices", "Say which platform it is."),),
        "fees_above_paid": (
            QCoreApplication.translate("notices", "The fees come to more than the customer pays."),
        ),
        "bad_state": (QCoreApplication.translate("notices", "A voucher is redeemed at the till only."),),
        "other_platform": (
            QCoreApplication.translate("notices", "The row and the voucher are of different platforms."),
        ),
    }
