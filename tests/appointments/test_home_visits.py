"""Home visits: the way there and back, and from one straight to the next."""

from __future__ import annotations

import random

import pytest

from merchant_desk.appointments import offers
from merchant_desk.appointments.availability import Wish
from merchant_desk.core.errors import DeskError
from merchant_desk.db import health, history
from tests.appointments.salon import Salon, at
from tests.appointments.test_book import refusal


def test_the_worker_is_away_before_and_after(salon: Salon) -> None:
    made = salon.book("11:00", travel_minutes=30)
    assert salon.busy(made) == ["10:30-12:30"]
    assert refusal(lambda: salon.book("12:15")).facts["busy_until"] == at("12:30")
    salon.book("12:30")


def test_the_next_ones_way_begins_where_the_first_is_done(salon: Salon) -> None:
    first = salon.book("11:00", travel_minutes=30)
    error = refusal(lambda: salon.book("12:15", travel_minutes=30, customer_id=salon.bo))
    assert (error.code, error.facts["customer"], error.facts["next_free"]) == ("clash", "Ana", at("12:30"))
    second = salon.book("12:30", travel_minutes=30, customer_id=salon.bo)
    assert salon.busy(first) == ["10:30-12:00"]
    assert salon.busy(second) == ["12:00-14:00"]
    # It is the next one's way that counts: a near one is reached sooner.
    third = salon.book("13:40", 15, travel_minutes=10)
    assert salon.busy(second) == ["12:00-13:30"]
    assert salon.busy(third) == ["13:30-14:05"]
    assert health.check(salon.file) == []


def test_one_before_a_known_one_goes_straight_on(salon: Salon) -> None:
    later = salon.book("13:00", travel_minutes=30)
    sooner = salon.book("11:30", travel_minutes=45, customer_id=salon.bo)
    assert salon.busy(sooner) == ["10:45-12:30"]
    assert salon.busy(later) == ["12:30-14:30"]
    assert refusal(lambda: salon.book("11:45", travel_minutes=45)).code == "clash"


def test_when_the_next_one_goes_the_way_back_is_whole_again(salon: Salon) -> None:
    first = salon.book("11:00", travel_minutes=30)
    second = salon.book("12:30", travel_minutes=30, customer_id=salon.bo)
    for go in ("cancel", "move", "edit"):
        if go == "cancel":
            salon.acts.cancel(second, "customer")
        elif go == "move":
            salon.acts.move(second, at("16:00"))
        else:
            salon.acts.edit(second, salon.draft(salon.line("16:00"), customer_id=salon.bo))
        assert salon.busy(first) == ["10:30-12:30"], go
        history.undo(salon.file)
        assert (salon.busy(first), salon.busy(second)) == (["10:30-12:00"], ["12:00-14:00"]), go


def test_taken_up_again_it_goes_straight_on_again(salon: Salon) -> None:
    first = salon.book("11:00", travel_minutes=30)
    second = salon.book("12:30", travel_minutes=30, customer_id=salon.bo)
    salon.acts.cancel(second, "customer")
    salon.acts.reopen(second)
    assert (salon.busy(first), salon.busy(second)) == (["10:30-12:00"], ["12:00-14:00"])


def test_moved_away_the_first_one_has_its_whole_way_back(salon: Salon) -> None:
    first = salon.book("11:00", travel_minutes=30)
    salon.book("12:30", travel_minutes=30, customer_id=salon.bo)
    salon.acts.move(first, at("15:00"))
    assert salon.busy(first) == ["14:30-16:30"]
    salon.acts.move(first, at("11:00"))
    assert salon.busy(first) == ["10:30-12:00"]


def test_who_was_squeezed_into_a_way_back_keeps_that_time(salon: Salon) -> None:
    first = salon.book("11:00", travel_minutes=30)
    second = salon.book("12:30", travel_minutes=30, customer_id=salon.bo)
    salon.book("12:20", 10, squeeze=True)
    salon.acts.cancel(second, "customer")
    assert salon.busy(first) == ["10:30-12:20"]


def test_another_worker_drives_alone(salon: Salon) -> None:
    salon.book("11:00", travel_minutes=30)
    other = salon.book("12:30", travel_minutes=30, worker_id=salon.lin)
    assert salon.busy(other) == ["12:00-14:00"]
    assert refusal(lambda: salon.book("12:00")).code == "clash"


@pytest.mark.parametrize("squeezed", ["10:45", "11:45"])
def test_calling_off_is_never_refused_for_what_was_squeezed_in_over_the_one_before(
    salon: Salon, squeezed: str
) -> None:
    first = salon.book("11:00", travel_minutes=30)
    second = salon.book("12:30", travel_minutes=30, customer_id=salon.bo)
    salon.book(squeezed, 30, squeeze=True, customer_id=salon.bo)
    salon.acts.cancel(second, "customer")
    assert salon.appointment(second).status == "cancelled"
    assert salon.busy(first) == ["10:30-12:00"]
    assert health.check(salon.file) == []


def try_to_book(salon: Salon, start: str, minutes: int, travel: int) -> bool:
    try:
        salon.book(start, minutes, travel_minutes=travel)
    except DeskError:
        return False
    return True


@pytest.mark.parametrize("seed", [3, 4, 5])
def test_what_is_offered_for_home_visits_can_be_booked_and_nothing_is_left_out(
    salon: Salon, seed: int
) -> None:
    dice = random.Random(seed)
    for _ in range(10):
        start = f"{dice.randrange(10, 19)}:{dice.choice(('00', '20', '40'))}"
        try_to_book(salon, start, 30, dice.choice((0, 0, 20, 40)))
    wanted = [Wish(20, 0, 0, (salon.yu,))]
    straight_on = 0
    for travel in (0, 10, 30):
        found = offers.offers(salon.file, at("09:00"), wanted, days=1, step=5, limit=999, travel=travel)
        told = {one.start for one in found}
        for minute in range(0, 600, 10):
            start = f"{10 + minute // 60}:{minute % 60:02}"
            before = salon.file.value("SELECT count(*) FROM change WHERE table_name = 'appointment_line'")
            booked = try_to_book(salon, start, 20, travel)
            assert booked == (at(start) in told), (start, travel)
            if booked:
                now = salon.file.value("SELECT count(*) FROM change WHERE table_name = 'appointment_line'")
                straight_on += now - before > 1
                history.undo(salon.file)
    assert straight_on, "none of them goes from home to home"


@pytest.mark.parametrize("travel", [-5, 8 * 60 + 1])
def test_a_way_that_cannot_be_is_refused(salon: Salon, travel: int) -> None:
    assert refusal(lambda: salon.book("11:00", travel_minutes=travel)).code == "bad_minutes"
