"""Services in the palette (Ctrl+K)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from merchant_desk.catalog import store
from merchant_desk.core.pinyin import fold, search_key
from merchant_desk.shell import language
from merchant_desk.shell.palette import Finder, rows_finder

if TYPE_CHECKING:
    from merchant_desk.catalog.model import Service
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame

_MOST = 6


def service_finder(frame: Frame) -> Finder:
    """Finds by name and pinyin; opens the service in the catalogue."""

    def read(reader: Reader, text: str) -> list[Service]:
        wanted = fold(text)
        return [row for row in store.services(reader) if wanted and wanted in search_key(row.name)][:_MOST]

    return rows_finder(
        frame,
        QCoreApplication.translate("finders", "Service"),
        "scissors",
        read,
        lambda row: (row.name, language.money(row.price)),
        lambda row: frame.go("services", tab="services", service_id=row.id),
    )
