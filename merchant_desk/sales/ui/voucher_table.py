"""The columns of the vouchers and of the payouts, and their rows as they are given out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from merchant_desk.core.sheets import Amount
from merchant_desk.sales.ui.voucher_words import (
    difference,
    payout_kind,
    settlement_name,
    shown_code,
    signed,
)
from merchant_desk.sales.vouchers.model import Settlement, VoucherRow, VoucherTotals
from merchant_desk.shell import language, theme, words
from merchant_desk.widgets.table import Cell, Column

if TYPE_CHECKING:
    import datetime as dt

    from merchant_desk.core.clock import Clock
    from merchant_desk.core.sheets import Cell as SheetCell


def voucher_columns(clock: Clock) -> list[Column[VoucherRow]]:
    """When, what, the sale it paid, and the four amounts that are never one."""
    return [
        Column(
            QCoreApplication.translate("vouchers", "Redeemed"),
            lambda row: _moment(row.redeemed_at, clock),
            width=136,
            sort=lambda row: str(row.redeemed_at),
        ),
        Column(QCoreApplication.translate("vouchers", "Voucher"), _voucher),
        Column(
            QCoreApplication.translate("vouchers", "Sale"),
            lambda row: Cell(row.sale_number, row.customer),
            width=134,
        ),
        Column(
            QCoreApplication.translate("vouchers", "Customer paid"),
            _paid,
            align="right",
            width=116,
            sort=lambda row: row.customer_paid,
        ),
        Column(
            QCoreApplication.translate("vouchers", "Pays out"),
            _out,
            align="right",
            width=104,
            sort=lambda row: row.pays_out,
        ),
        Column(
            QCoreApplication.translate("vouchers", "Paid out"),
            _settled,
            align="right",
            width=104,
            sort=difference,
        ),
        Column(
            QCoreApplication.translate("vouchers", "State"),
            lambda row: Cell(words.status_name(row.state), settlement_name(row.settlement)),
            width=138,
        ),
    ]


def payout_columns(clock: Clock) -> list[Column[Settlement]]:
    """When, what, what the customer paid and what the platform pays out."""
    return [
        Column(
            QCoreApplication.translate("vouchers", "Day"),
            lambda row: _moment(row.settled_at, clock),
            width=136,
            sort=lambda row: row.settled_at,
        ),
        Column(QCoreApplication.translate("vouchers", "Payout"), _payout),
        Column(
            QCoreApplication.translate("vouchers", "Customer paid"),
            lambda row: language.money(row.customer_paid),
            kind="figure",
            width=116,
            sort=lambda row: row.customer_paid,
        ),
        Column(
            QCoreApplication.translate("vouchers", "Paid out"),
            lambda row: language.money(row.pays_out),
            kind="figure",
            width=104,
            sort=lambda row: row.pays_out,
        ),
    ]


def totals_of(rows: Sequence[VoucherRow]) -> VoucherTotals:
    """What some vouchers come to; money is of redeemed ones alone."""
    counted = [row for row in rows if row.state == "redeemed"]
    return VoucherTotals(
        count=len(rows),
        redeemed=len(counted),
        customer_paid=sum(row.customer_paid for row in counted),
        fees=sum(row.fees for row in counted),
        pays_out=sum(row.pays_out for row in counted),
        settled=sum(row.settled for row in rows),
    )


def sheet_header() -> list[str]:
    """The head of the vouchers given out as a file."""
    return [
        QCoreApplication.translate("vouchers", "Redeemed"),
        QCoreApplication.translate("vouchers", "Platform"),
        QCoreApplication.translate("vouchers", "Code"),
        QCoreApplication.translate("vouchers", "Product"),
        QCoreApplication.translate("vouchers", "State"),
        QCoreApplication.translate("vouchers", "Sale"),
        QCoreApplication.translate("vouchers", "Customer"),
        QCoreApplication.translate("vouchers", "List price"),
        QCoreApplication.translate("vouchers", "Customer paid"),
        QCoreApplication.translate("vouchers", "Fees"),
        QCoreApplication.translate("vouchers", "Pays out"),
        QCoreApplication.translate("vouchers", "Paid out"),
        QCoreApplication.translate("vouchers", "Payout"),
    ]


def sheet_row(row: VoucherRow) -> list[SheetCell]:
    """A voucher as a row of the file."""
    return [
        row.redeemed_at,
        words.platform_name(row.platform),
        row.code,
        row.product,
        words.status_name(row.state),
        row.sale_number,
        row.customer,
        Amount(row.list_price),
        Amount(row.customer_paid),
        Amount(row.fees),
        Amount(row.pays_out),
        Amount(row.settled),
        settlement_name(row.settlement),
    ]


def payout_totals_of(rows: Sequence[Settlement]) -> VoucherTotals:
    """What some payouts without a voucher come to."""
    paid, out = sum(row.customer_paid for row in rows), sum(row.pays_out for row in rows)
    return VoucherTotals(len(rows), 0, paid, 0, 0, out)


def payout_sheet_header() -> list[str]:
    """The head of the payouts given out as a file."""
    return [
        QCoreApplication.translate("vouchers", "Day"),
        QCoreApplication.translate("vouchers", "Platform"),
        QCoreApplication.translate("vouchers", "Code"),
        QCoreApplication.translate("vouchers", "Product"),
        QCoreApplication.translate("vouchers", "State"),
        QCoreApplication.translate("vouchers", "Customer paid"),
        QCoreApplication.translate("vouchers", "Paid out"),
    ]


def payout_sheet_row(row: Settlement) -> list[SheetCell]:
    """A payout as a row of the file."""
    return [
        row.settled_at,
        words.platform_name(row.platform),
        row.code or row.order_id,
        row.product,
        payout_kind(row.kind),
        Amount(row.customer_paid),
        Amount(row.pays_out),
    ]


def _moment(at: dt.datetime | None, clock: Clock) -> Cell:
    if at is None:
        return Cell("")
    return Cell(language.near_day(at.date(), clock.today()), language.time_text(at))


def _voucher(row: VoucherRow) -> Cell:
    code = shown_code(row.code)
    return Cell(row.product or code, f"{words.platform_name(row.platform)} · {code}", bold=True)


def _paid(row: VoucherRow) -> Cell:
    listed = QCoreApplication.translate("vouchers", "of {price}")
    hint = listed.replace("{price}", language.money(row.list_price))
    less = row.list_price > row.customer_paid
    return Cell(language.money(row.customer_paid), hint if less else "", struck=row.state != "redeemed")


def _out(row: VoucherRow) -> Cell:
    if row.state != "redeemed":
        return Cell("–", colour=theme.tokens().ink3)
    return Cell(language.money(row.pays_out), language.money(-row.fees) if row.fees else "")


def _settled(row: VoucherRow) -> Cell:
    if row.settlement in {"waiting", "none"}:
        return Cell("–", colour=theme.tokens().ink3)
    off = difference(row)
    bad = theme.tokens().danger if row.settlement == "differs" else ""
    return Cell(language.money(row.settled), signed(off) if off else "", colour=bad)


def _payout(row: Settlement) -> Cell:
    parts = [words.platform_name(row.platform), payout_kind(row.kind), shown_code(row.code)]
    return Cell(row.product or row.order_id, " · ".join(part for part in parts if part), bold=True)
