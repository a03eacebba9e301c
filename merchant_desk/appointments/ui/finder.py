"""Coming appointments in the palette (Ctrl+K)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from merchant_desk.appointments import store
from merchant_desk.core.pinyin import fold, search_key
from merchant_desk.shell import language
from merchant_desk.shell.palette import Finder, rows_finder

if TYPE_CHECKING:
    from merchant_desk.appointments.model import BoardLine
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame

_MOST = 6
_LOOKED_AT = 300


def appointment_finder(frame: Frame) -> Finder:
    """Finds what is still to come by customer or service; goes to its day and opens its sheet."""
    now = frame.clock.now()

    def read(reader: Reader, text: str) -> list[BoardLine]:
        wanted = fold(text)
        if not wanted:
            return []
        coming = store.next_up(reader, now, _LOOKED_AT)
        return [line for line in coming if wanted in search_key(line.customer, line.service)][:_MOST]

    return rows_finder(
        frame,
        QCoreApplication.translate("finders", "Appointment"),
        "calendar",
        read,
        lambda line: (line.customer, f"{language.moment_text(line.start, now)} · {line.service}"),
        lambda line: frame.go("desk", day=line.start.date(), appointment_id=line.appointment_id),
    )
