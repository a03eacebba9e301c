"""The days of a month as a table to give out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from merchant_desk.core.sheets import Amount
from merchant_desk.drawer.model import CASH, COUNTED
from merchant_desk.prepaid.model import PREPAID_METHODS
from merchant_desk.shell import words

if TYPE_CHECKING:
    from merchant_desk.core.sheets import Cell
    from merchant_desk.drawer.model import DayRow


def export_rows(rows: Sequence[DayRow]) -> tuple[list[str], list[list[Cell]]]:
    """The head and one row a day, every way of paying in a column of its own."""
    methods = (*COUNTED, *PREPAID_METHODS)
    header = [
        QCoreApplication.translate("day close", "Day"),
        QCoreApplication.translate("day close", "Sales"),
        QCoreApplication.translate("day close", "Takings"),
        QCoreApplication.translate("day close", "Tips"),
        *(words.method_name(method) for method in methods),
        QCoreApplication.translate("day close", "Float"),
        QCoreApplication.translate("day close", "Put into the drawer"),
        QCoreApplication.translate("day close", "Taken out of the drawer"),
        QCoreApplication.translate("day close", "Cash expected"),
        QCoreApplication.translate("day close", "Cash counted"),
        QCoreApplication.translate("day close", "Stays in the drawer"),
        QCoreApplication.translate("day close", "Difference"),
        QCoreApplication.translate("day close", "Why it differs"),
        QCoreApplication.translate("day close", "Closed on"),
        QCoreApplication.translate("day close", "Who"),
        QCoreApplication.translate("day close", "Note"),
    ]
    return header, [_row(row, methods) for row in rows]


def _row(row: DayRow, methods: Sequence[str]) -> list[Cell]:
    close = row.close
    cash = next((one for one in close.counts if one.method == CASH), None) if close else None
    begun: list[Cell] = [
        row.day,
        row.sales,
        Amount(row.takings),
        Amount(row.tips),
        *(Amount(row.paid.get(method, 0)) for method in methods),
        Amount(row.float),
        Amount(row.cash_in),
        Amount(row.cash_out),
    ]
    if close is None or cash is None:
        return [*begun, *([None] * 8)]
    why = " · ".join(
        f"{words.method_name(one.method)}: {one.reason}" for one in close.counts if one.difference
    )
    counted: list[Cell] = [Amount(cash.expected), Amount(cash.counted), Amount(close.kept)]
    return [*begun, *counted, Amount(row.difference), why, close.closed_at, close.who, close.note]
