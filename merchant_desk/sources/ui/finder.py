"""Contents in the palette (Ctrl+K)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from merchant_desk.shell import words
from merchant_desk.shell.palette import Finder, rows_finder
from merchant_desk.sources import store

if TYPE_CHECKING:
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame
    from merchant_desk.sources.model import Content

_MOST = 6


def content_finder(frame: Frame) -> Finder:
    """Finds by title and code word; opens the content's detail."""

    def read(reader: Reader, text: str) -> list[Content]:
        return store.contents(reader, text=text)[:_MOST] if text else []

    return rows_finder(
        frame,
        QCoreApplication.translate("finders", "Content"),
        "video",
        read,
        lambda row: (row.title, " · ".join(part for part in (words.source_name(row.kind), row.code) if part)),
        lambda row: frame.go("content", content_id=row.id),
    )
