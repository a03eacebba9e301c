"""Ticking off who has been reminded."""

from __future__ import annotations

from collections.abc import Sequence

from merchant_desk.core.clock import wall
from merchant_desk.core.errors import DeskError
from merchant_desk.db.shop_file import ShopFile


class ReminderActs:
    """The acts on reminders."""

    def __init__(self, file: ShopFile) -> None:
        self._file = file

    def mark_reminded(self, appointment_ids: Sequence[str], *, sent: bool = True) -> None:
        """The customer was told of these appointments now; with `sent` False that was a mistake.

        What is so already is left alone. Raises DeskError "gone".
        """
        verb = "mark_reminded" if sent else "unmark_reminded"
        changed = [one for one in appointment_ids if self._told(one) is not sent]
        if not changed:
            return
        with self._file.act(verb, self._customer(changed[0])) as act:
            for appointment_id in changed:
                act.update("appointment", appointment_id, reminded_at=wall(act.now) if sent else None)

    def _told(self, appointment_id: str) -> bool:
        row = self._file.one("SELECT reminded_at FROM appointment WHERE id = :id", id=appointment_id)
        if row is None:
            raise DeskError("gone", table="appointment", id=appointment_id)
        return row["reminded_at"] is not None

    def _customer(self, appointment_id: str) -> str:
        return str(
            self._file.value(
                "SELECT customer.name FROM appointment"
                " JOIN customer ON customer.id = appointment.customer_id WHERE appointment.id = :id",
                id=appointment_id,
            )
        )
