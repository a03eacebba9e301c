"""What is booked in hours that a worker is about to give up."""

from __future__ import annotations

import datetime as dt

from merchant_desk.appointments.booked import booked_within
from merchant_desk.core.spans import Span
from tests.appointments.salon import DAY, Salon, at


def span(start: str, end: str, day: dt.date = DAY) -> Span:
    return Span(at(start, day), at(end, day))


def test_appointments_that_reach_into_the_time_are_named_once(salon: Salon) -> None:
    first = salon.book("10:00")
    visit = salon.acts.book(salon.draft(salon.line("13:00"), salon.line("14:00")))
    salon.book("13:00", worker_id=salon.lin)
    found = booked_within(salon.file, salon.yu, [span("10:30", "13:30"), span("14:30", "20:00")])
    assert [(one.appointment_id, one.customer, one.start) for one in found] == [
        (first, "Ana", at("10:00")),
        (visit, "Ana", at("13:00")),
    ]
    assert found[1].services == "Gel + Gel"
    assert found[1].end == at("15:00")
    assert booked_within(salon.file, salon.yu, [span("11:00", "13:00"), span("15:00", "20:00")]) == []
    assert booked_within(salon.file, salon.yu, []) == []


def test_time_before_and_after_counts_and_what_is_over_or_called_off_does_not(salon: Salon) -> None:
    kept = salon.book("11:00", minutes=30, before=10, after=20)
    gone = salon.book("16:00")
    salon.acts.cancel(gone, "customer", "")
    assert booked_within(salon.file, salon.yu, [span("15:00", "18:00")]) == []
    for inside in (span("10:50", "10:51"), span("11:49", "11:50")):
        assert [one.appointment_id for one in booked_within(salon.file, salon.yu, [inside])] == [kept]
    assert booked_within(salon.file, salon.yu, [span("10:49", "10:50"), span("11:50", "11:51")]) == []
