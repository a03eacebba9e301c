"""Appointments in the palette (Ctrl+K)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from merchant_desk.appointments import search_store
from merchant_desk.appointments.model import CLOSED
from merchant_desk.shell import language, words
from merchant_desk.shell.palette import Finder, rows_finder

if TYPE_CHECKING:
    from merchant_desk.appointments.model import FoundVisit
    from merchant_desk.shell.frame import Frame


def appointment_finder(frame: Frame) -> Finder:
    """Finds appointments, also what was called off, by customer or service; opens the day and the sheet."""

    def shown(visit: FoundVisit) -> tuple[str, str]:
        said = [language.moment_text(visit.start, frame.clock.now()), visit.service]
        if visit.status in CLOSED:
            said.append(words.status_name(visit.status))
        return visit.customer, " · ".join(said)

    return rows_finder(
        frame,
        QCoreApplication.translate("finders", "Appointment"),
        "calendar",
        lambda reader, text: search_store.named(reader, text, frame.clock.now()),
        shown,
        lambda visit: frame.go("desk", day=visit.start.date(), appointment_id=visit.appointment_id),
    )
