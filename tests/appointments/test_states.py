"""What becomes of an appointment: calling off in time and late, and the way back."""

from __future__ import annotations

import datetime as dt

import pytest

from merchant_desk.appointments import states
from merchant_desk.core.errors import DeskError
from merchant_desk.customers import store as customer_store
from merchant_desk.db import history
from merchant_desk.shop.acts import write_setting
from tests.appointments.salon import Salon, at

NEXT_DAY = at("12:00") + dt.timedelta(days=1)
MINUTE = dt.timedelta(minutes=1)


def book_next_day(salon: Salon) -> str:
    return salon.book("12:00", day=NEXT_DAY.date())


@pytest.mark.parametrize(
    ("by", "before", "late"),
    [
        ("customer", dt.timedelta(hours=24), False),
        ("customer", dt.timedelta(hours=24) - MINUTE, True),
        ("customer", dt.timedelta(), True),
        ("customer", dt.timedelta(hours=-1), True),  # after it should have begun
        ("shop", dt.timedelta(hours=1), False),
    ],
)
def test_late_is_the_customer_and_less_than_a_day_before(
    salon: Salon, by: str, before: dt.timedelta, late: bool
) -> None:
    booked = book_next_day(salon)
    salon.clock.set(NEXT_DAY - before)
    salon.acts.cancel(booked, by, " child is ill ")
    found = salon.appointment(booked)
    assert (found.status, found.cancelled_by, found.cancel_reason) == ("cancelled", by, "child is ill")
    assert found.cancelled_at == NEXT_DAY - before
    assert found.late_cancel is late
    assert customer_store.missed(salon.file, salon.ana) == (0, int(late))


def test_how_late_is_the_shops_own_choice(salon: Salon) -> None:
    with salon.file.act("rules") as act:
        write_setting(act, "late_cancel_hours", 2)
    first, second = book_next_day(salon), salon.book("15:00", day=NEXT_DAY.date())
    salon.clock.set(NEXT_DAY - dt.timedelta(hours=2))
    salon.acts.cancel(first, "customer")
    salon.clock.set(NEXT_DAY + dt.timedelta(hours=2))
    salon.acts.cancel(second, "customer")
    assert [salon.appointment(one).late_cancel for one in (first, second)] == [False, True]


def test_nobody_else_calls_off(salon: Salon) -> None:
    booked = book_next_day(salon)
    with pytest.raises(ValueError, match="neighbour"):
        salon.acts.cancel(booked, "neighbour")
    assert salon.appointment(booked).status == "booked"


def test_taking_it_up_again_wipes_all_of_it_away(salon: Salon) -> None:
    booked = book_next_day(salon)
    salon.clock.set(NEXT_DAY - dt.timedelta(hours=1))
    salon.acts.cancel(booked, "customer", "no time")
    salon.acts.reopen(booked)
    found = salon.appointment(booked)
    assert (found.status, found.cancelled_by, found.cancelled_at) == ("booked", "", None)
    assert (found.cancel_reason, found.late_cancel) == ("", False)
    assert customer_store.missed(salon.file, salon.ana) == (0, 0)


def test_undo_takes_the_late_flag_back_too(salon: Salon) -> None:
    booked = book_next_day(salon)
    salon.clock.set(NEXT_DAY - dt.timedelta(hours=1))
    salon.acts.cancel(booked, "customer", "no time")
    history.undo(salon.file)
    assert salon.appointment(booked).late_cancel is False
    history.redo(salon.file)
    assert salon.appointment(booked).late_cancel is True


def test_every_step_back_is_an_undo_or_taking_up_again(salon: Salon) -> None:
    booked = salon.book("10:00")
    for step, status in ((salon.acts.confirm, "confirmed"), (salon.acts.arrive, "arrived")):
        step(booked)
        assert salon.appointment(booked).status == status
    with pytest.raises(DeskError) as refused:
        salon.acts.confirm(booked)
    assert refused.value.code == "wrong_status"
    history.undo(salon.file)
    assert salon.appointment(booked).status == "confirmed"
    salon.acts.arrive(booked)
    salon.acts.reopen(booked)
    assert salon.appointment(booked).status == "booked"
    salon.clock.set(at("10:01"))
    salon.acts.no_show(booked)
    assert customer_store.missed(salon.file, salon.ana) == (1, 0)
    history.undo(salon.file)
    assert salon.appointment(booked).status == "booked"
    assert customer_store.missed(salon.file, salon.ana) == (0, 0)


def test_late_to_the_minute() -> None:
    start = at("12:00")
    assert not states.is_late("customer", start, start - dt.timedelta(hours=1.5), 1.5)
    assert states.is_late("customer", start, start - dt.timedelta(hours=1.5) + MINUTE, 1.5)
    assert not states.is_late("shop", start, start, 24)
    assert not states.is_late("customer", start, start - MINUTE, 0)
