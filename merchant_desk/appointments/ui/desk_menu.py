"""What else can be done from the Desk: the entries of its "More" menu, one line each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from merchant_desk.appointments.ui.desk_page import DeskPage


class Entry(NamedTuple):
    """A line of the menu; with `gap` a thin line stands above it."""

    icon: str
    text: str
    act: Callable[[], object]
    gap: bool = False


def entries(page: DeskPage) -> Sequence[Entry]:
    """The menu of the Desk, from top to bottom; sheets are imported when they are opened."""
    return [
        Entry("users", QCoreApplication.translate("desk_menu", "Waiting list"), partial(_list_waiting, page)),
        Entry(
            "phone", QCoreApplication.translate("desk_menu", "Tomorrow's reminders"), partial(_remind, page)
        ),
        Entry(
            "printer",
            QCoreApplication.translate("desk_menu", "Print or PDF…"),
            partial(_print, page),
            gap=True,
        ),
        Entry(
            "download",
            QCoreApplication.translate("desk_menu", "Calendar file (.ics)…"),
            lambda: page.calendar_wanted.emit(page.day()),
        ),
    ]


def _list_waiting(page: DeskPage) -> None:
    from merchant_desk.appointments.ui.waiting_list_sheet import WaitingListSheet

    page.frame.open_sheet(WaitingListSheet(page.frame))


def _print(page: DeskPage) -> None:
    from merchant_desk.appointments.ui.paper_sheet import PaperSheet

    day, (kind, whose) = page.day(), page.showing().by
    worker_id = whose if kind == "worker" else None
    sheet = PaperSheet(page.frame, day, week=page.showing().view != "day", worker_id=worker_id)
    page.frame.open_sheet(sheet)


def _remind(page: DeskPage) -> None:
    from merchant_desk.appointments.ui.reminder_sheet import ReminderSheet

    page.frame.open_sheet(ReminderSheet(page.frame))
