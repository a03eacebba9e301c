"""Sentences about time: bookings that are refused, the states of appointments, series, calendar files."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def booking() -> dict[str, tuple[str, ...]]:
    """Bookings that are refused."""
    return {
        "clash": (
            QCoreApplication.translate(
                "notices",
                "{worker} already has {customer} ({service}) from {start} to {end}. Next free: {next_free}.",
            ),
            QCoreApplication.translate(
                "notices", "{worker} already has {customer} ({service}) from {start} to {end}."
            ),
            QCoreApplication.translate("notices", "This time is taken already. Choose another one."),
        ),
        "place_full": (
            QCoreApplication.translate(
                "notices", "The room or chair is taken at this time. Choose another one."
            ),
        ),
        "off_shift": (
            QCoreApplication.translate(
                "notices", "{worker} does not work then. Choose another time, or squeeze it in."
            ),
            QCoreApplication.translate(
                "notices", "Nobody works then. Choose another time, or squeeze it in."
            ),
        ),
        "worker_left": (
            QCoreApplication.translate(
                "notices", "{worker} is not on the team any more. Choose somebody else."
            ),
            QCoreApplication.translate("notices", "This worker is not on the team any more."),
        ),
        "service_archived": (
            QCoreApplication.translate("notices", "“{service}” is not offered any more. Choose another one."),
            QCoreApplication.translate("notices", "This service is not offered any more."),
        ),
        "not_their_service": (
            QCoreApplication.translate("notices", "{worker} does not do “{service}”. Choose somebody else."),
            QCoreApplication.translate("notices", "This worker does not do this service."),
        ),
        "same_visit_clash": (
            QCoreApplication.translate("notices", "{worker} cannot do two things of this visit at once."),
            QCoreApplication.translate("notices", "One worker cannot do two things at once."),
        ),
        "no_service": (QCoreApplication.translate("notices", "Choose at least one service."),),
    }


def states() -> dict[str, tuple[str, ...]]:
    """What an appointment's state does not allow."""
    return {
        "appointment_closed": (
            QCoreApplication.translate(
                "notices", "This appointment is over ({status}) and cannot be changed."
            ),
            QCoreApplication.translate("notices", "This appointment is over and cannot be changed."),
        ),
        "wrong_status": (
            QCoreApplication.translate("notices", "This does not go with an appointment that is: {status}."),
            QCoreApplication.translate("notices", "This does not go with the appointment as it is now."),
        ),
        "not_begun": (
            QCoreApplication.translate("notices", "It is not missed yet: it begins at {start}."),
            QCoreApplication.translate("notices", "It is not missed yet: it has not begun."),
        ),
    }


PARTS = (booking, states)
