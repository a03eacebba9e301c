"""Customers in the palette (Ctrl+K)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from merchant_desk.customers import store
from merchant_desk.shell.palette import Finder, rows_finder

if TYPE_CHECKING:
    from merchant_desk.customers.model import CustomerRow
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame

_MOST = 6


def customer_finder(frame: Frame) -> Finder:
    """Finds by name, pinyin, initials and phone; opens the customer's card."""

    def read(reader: Reader, text: str) -> list[CustomerRow]:
        return store.search(reader, text, _MOST) if text else []

    return rows_finder(
        frame,
        QCoreApplication.translate("finders", "Customer"),
        "user",
        read,
        lambda row: (row.name, row.phone_tail),
        lambda row: frame.go("customers", customer_id=row.id),
    )
