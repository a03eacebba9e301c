from __future__ import annotations

import datetime as dt

from merchant_desk.appointments.search_store import named
from tests.appointments.salon import DAY, Salon, at

NOW = at("11:10")


def test_what_is_to_come_is_found_by_time_and_then_what_is_over_or_called_off(salon: Salon) -> None:
    salon.clock.set(NOW)
    begun = salon.book("11:00")
    off = salon.book("15:00", day=DAY + dt.timedelta(days=3))
    salon.acts.cancel(off, "shop")
    later = salon.book("15:00", day=DAY + dt.timedelta(days=40))
    over = salon.book("10:00", 30)
    salon.book("16:00", customer_id=salon.bo)
    found = named(salon.file, "an", NOW)
    assert [(one.appointment_id, one.status) for one in found] == [
        (begun, "booked"),
        (later, "booked"),
        (off, "cancelled"),
        (over, "booked"),
    ]
    assert [one.appointment_id for one in named(salon.file, "ana", NOW, 3)] == [begun, later, off]
    assert named(salon.file, "", NOW) == []
    assert named(salon.file, "%", NOW) == []
    assert named(salon.file, "nobody", NOW) == []


def test_a_visit_is_found_once_by_any_of_its_services_and_names_them_all(salon: Salon) -> None:
    made = salon.acts.book(
        salon.draft(
            salon.line("15:00"),
            salon.line("16:00", 90, service_id=salon.lash, worker_id=salon.momo),
        )
    )
    (found,) = named(salon.file, "lash", NOW)
    assert (found.appointment_id, found.service, found.start) == (made, "Gel + Lash", at("15:00"))
