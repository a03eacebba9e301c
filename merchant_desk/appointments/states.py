"""How an appointment comes to an end without its service, and what stays on record of it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from merchant_desk.appointments.model import CANCELLERS
from merchant_desk.core.clock import wall
from merchant_desk.shop.store import booking_rules

if TYPE_CHECKING:
    from merchant_desk.db.records import Reader

# What taking an appointment up again wipes away.
UNCANCELLED = {"cancelled_by": "", "cancelled_at": None, "cancel_reason": "", "late_cancel": 0}


def is_late(by: str, start: dt.datetime, now: dt.datetime, late_hours: float) -> bool:
    """Whether calling off now is late: by the customer, and less than `late_hours` before `start`.

    After the start it is late as well. The shop is never late: nobody but the customer has it on the card.
    """
    return by == "customer" and start - now < dt.timedelta(hours=late_hours)


def cancelled(r: Reader, start: dt.datetime, by: str, reason: str, now: dt.datetime) -> dict[str, object]:
    """What else an appointment for `start` has on record that is called off now, by "customer" or "shop".

    Goes with the status "cancelled". Raises ValueError for anybody else.
    """
    if by not in CANCELLERS:
        raise ValueError(f"cancelled by nobody we know: {by}")
    return {
        "cancelled_by": by,
        "cancelled_at": wall(now),
        "cancel_reason": reason.strip(),
        "late_cancel": int(is_late(by, start, now, booking_rules(r).late_hours)),
    }
