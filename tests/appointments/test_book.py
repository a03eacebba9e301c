from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from merchant_desk.appointments import rules, store
from merchant_desk.appointments.board import store as board_store
from merchant_desk.appointments.model import LineDraft
from merchant_desk.catalog.acts import CatalogActs
from merchant_desk.core.errors import DeskError
from merchant_desk.customers.acts import CustomerActs
from merchant_desk.db import history
from merchant_desk.shop.acts import ShopActs
from merchant_desk.sources import store as source_store
from merchant_desk.sources.acts import SourceActs
from merchant_desk.sources.model import ContentDraft
from merchant_desk.team.acts import TeamActs
from tests.appointments.salon import DAY, Salon, at
from tests.blank import known_shop


def refusal(act: Callable[[], object]) -> DeskError:
    with pytest.raises(DeskError) as refused:
        act()
    return refused.value


def nothing_written(salon: Salon) -> bool:
    return not salon.file.all("SELECT id FROM appointment")


# -------------------- what is kept
def test_a_booked_visit_is_all_there(salon: Salon) -> None:
    made = salon.acts.book(
        salon.draft(
            salon.line("10:30", 60, before=5, after=10),
            note=" wants red ",
            address="12 Lane",
            travel_minutes=20,
            deposit=5000,
        )
    )
    found = salon.appointment(made)
    assert (found.customer, found.status, found.note, found.address) == (
        "Ana",
        "booked",
        "wants red",
        "12 Lane",
    )
    assert (found.travel_minutes, found.deposit, found.squeezed, found.sale_id) == (20, 5000, False, None)
    assert (found.start, found.end, found.first_visit) == (at("10:30"), at("11:30"), True)
    (line,) = found.lines
    assert (line.service, line.worker, line.minutes) == ("Gel", "Yu", 60)
    assert (line.busy_from, line.busy_to) == (at("10:05"), at("12:00"))


def test_several_services_run_one_after_another_each_with_a_worker(salon: Salon) -> None:
    made = salon.acts.book(
        salon.draft(
            salon.line("12:00", 90, service_id=salon.lash, worker_id=salon.momo, before=10, after=15),
            salon.line("11:00", 60),
            travel_minutes=0,
        )
    )
    assert salon.times(made) == ["11:00-12:00 Yu", "12:00-13:30 Momo"]
    assert salon.busy(made) == ["11:00-12:00", "11:50-13:45"]


def test_one_workers_services_share_the_buffers_between_them(salon: Salon) -> None:
    made = salon.acts.book(
        salon.draft(salon.line("11:00", 60, after=15), salon.line("12:00", 30, before=10), travel_minutes=20)
    )
    assert salon.busy(made) == ["10:40-12:00", "12:00-12:50"]


def test_what_brings_the_customer_is_noted_with_the_booking(salon: Salon) -> None:
    video = SourceActs(salon.file).log_content(ContentDraft("short_video", "Red", at("08:00")))
    made = salon.acts.book(salon.draft(salon.line("11:00"), content_id=video, evidence="code"))
    found = salon.appointment(made)
    assert (found.source, found.content_id, found.evidence, found.source_title) == (
        "short_video",
        video,
        "code",
        "Red",
    )
    (touch,) = source_store.touches_of(salon.file, salon.ana)
    assert (touch.appointment_id, touch.at) == (made, at("09:00"))
    history.undo(salon.file)
    assert source_store.touches_of(salon.file, salon.ana) == []
    assert store.appointment(salon.file, made) is None


def test_seconds_are_dropped(salon: Salon) -> None:
    draft = salon.draft(LineDraft(salon.gel, salon.yu, at("11:00").replace(second=59), 60))
    assert salon.times(salon.acts.book(draft)) == ["11:00-12:00 Yu"]


# -------------------- what cannot be
def test_a_visit_needs_a_service(salon: Salon) -> None:
    assert refusal(lambda: salon.acts.book(salon.draft())).code == "no_service"


@pytest.mark.parametrize(
    ("minutes", "facts", "code"),
    [
        (0, {}, "no_minutes"),
        (-30, {}, "no_minutes"),
        (24 * 60 + 1, {}, "bad_minutes"),
        (60, {"before": -1}, "bad_minutes"),
        (60, {"after": -1}, "bad_minutes"),
        (23 * 60, {"after": 61}, "bad_minutes"),
    ],
)
def test_a_length_must_make_sense(salon: Salon, minutes: int, facts: dict[str, int], code: str) -> None:
    assert refusal(lambda: salon.book("11:00", minutes, **facts)).code == code
    assert nothing_written(salon)


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"travel_minutes": -1}, "bad_minutes"),
        ({"travel_minutes": 481}, "bad_minutes"),
        ({"deposit": -1}, "bad_amount"),
    ],
)
def test_travel_and_deposit_must_make_sense(salon: Salon, facts: dict[str, int], code: str) -> None:
    assert refusal(lambda: salon.acts.book(salon.draft(salon.line("11:00"), **facts))).code == code


def test_who_and_what_must_be_there(salon: Salon) -> None:
    for table, act in {
        "customer": lambda: salon.book("11:00", customer_id="no"),
        "service": lambda: salon.book("11:00", service_id="no"),
        "worker": lambda: salon.book("11:00", worker_id="no"),
        "content": lambda: salon.book("11:00", content_id="no"),
        "channel": lambda: salon.book("11:00", channel_id="no"),
    }.items():
        error = refusal(act)
        assert (error.code, error.facts["table"]) == ("gone", table)
    assert nothing_written(salon)


def test_a_service_no_longer_sold_is_refused(salon: Salon) -> None:
    CatalogActs(salon.file).archive_service(salon.gel)
    error = refusal(lambda: salon.book("11:00"))
    assert (error.code, error.facts) == ("service_archived", {"service": "Gel"})


def test_a_worker_who_left_is_refused_even_squeezed(salon: Salon) -> None:
    TeamActs(salon.file).archive_worker(salon.yu)
    error = refusal(lambda: salon.book("11:00", squeeze=True))
    assert (error.code, error.facts) == ("worker_left", {"worker": "Yu"})


def test_a_worker_who_does_not_do_it_is_refused(salon: Salon) -> None:
    error = refusal(lambda: salon.book("11:00", 90, service_id=salon.lash))
    assert (error.code, error.facts) == ("not_their_service", {"worker": "Yu", "service": "Lash"})


def test_one_worker_serves_one_visit_once_at_a_time(salon: Salon) -> None:
    draft = salon.draft(salon.line("11:00"), salon.line("11:59", 30))
    assert refusal(lambda: salon.acts.book(draft)).code == "same_visit_clash"
    two = salon.draft(salon.line("11:00"), salon.line("11:00", worker_id=salon.lin))
    assert salon.times(salon.acts.book(two)) == ["11:00-12:00 Yu", "11:00-12:00 Lin"]


# -------------------- on shift
@pytest.mark.parametrize(
    ("start", "facts", "fits"),
    [
        ("10:00", {}, True),
        ("19:00", {}, True),
        ("9:59", {}, False),
        ("19:01", {}, False),
        ("10:00", {"before": 1}, False),
        ("19:00", {"after": 1}, False),
        ("10:00", {"travel_minutes": 5}, False),
        ("10:05", {"travel_minutes": 5}, True),
    ],
)
def test_all_of_the_workers_time_must_lie_on_shift(
    salon: Salon, start: str, facts: dict[str, int], fits: bool
) -> None:
    if fits:
        salon.book(start, **facts)
        return
    error = refusal(lambda: salon.book(start, **facts))
    assert (error.code, error.facts["worker"], error.facts["start"]) == ("off_shift", "Yu", at(start))


def test_off_shift_says_when_it_would_fit(salon: Salon) -> None:
    assert refusal(lambda: salon.book("8:00")).facts["next_free"] == at("10:00")
    late = refusal(lambda: salon.book("19:30"))
    assert late.facts["next_free"] == at("10:00", DAY + dt.timedelta(days=1))


@pytest.mark.parametrize("reason", ["time off", "closed day", "no shift any more"])
def test_time_off_closed_days_and_days_without_a_shift_are_off_shift(salon: Salon, reason: str) -> None:
    if reason == "time off":
        TeamActs(salon.file).add_time_off(salon.yu, at("12:00"), at("13:00"))
    elif reason == "closed day":
        ShopActs(salon.file).close_days(DAY, DAY, "Holiday")
    else:
        TeamActs(salon.file).set_week(salon.yu, (), from_day=DAY)
    assert refusal(lambda: salon.book("11:30")).code == "off_shift"


@pytest.mark.parametrize(
    ("day", "code"), [(dt.date(1900, 1, 1), "long_past"), (dt.date(2226, 8, 20), "far_ahead")]
)
def test_a_year_that_was_mistyped_is_refused_squeezed_or_not(salon: Salon, day: dt.date, code: str) -> None:
    for squeeze in (False, True):
        error = refusal(lambda squeeze=squeeze: salon.book("11:30", day=day, squeeze=squeeze))  # type: ignore[misc]
        assert (error.code, error.facts["start"]) == (code, at("11:30", day))
    made = salon.book("11:30")
    assert refusal(lambda: salon.acts.move(made, at("11:30", day))).code == code
    edited = salon.draft(salon.line("11:30", day=day))
    assert refusal(lambda: salon.acts.edit(made, edited)).code == code


def test_squeezing_in_works_off_shift_and_is_recorded(salon: Salon) -> None:
    made = salon.book("21:00", squeeze=True)
    assert salon.appointment(made).squeezed


def test_a_squeezed_visit_may_run_over_midnight_and_on_29_february(salon: Salon) -> None:
    leap = dt.date(2028, 2, 29)
    made = salon.book("23:30", squeeze=True, day=leap)
    assert salon.appointment(made).end == at("0:30", dt.date(2028, 3, 1))
    assert [line.line_id for line in board_store.board(salon.file, dt.date(2028, 3, 1)).lines] == [
        salon.appointment(made).lines[0].id
    ]


# -------------------- clashes
def test_a_clash_names_who_holds_the_time_and_what_is_free_next(salon: Salon) -> None:
    salon.book("11:00", 90, customer_id=salon.bo)
    error = refusal(lambda: salon.book("12:00"))
    assert error.code == "clash"
    assert {
        name: error.facts[name] for name in ("worker", "customer", "service", "start", "end", "next_free")
    } == {
        "worker": "Yu",
        "customer": "Bo",
        "service": "Gel",
        "start": at("11:00"),
        "end": at("12:30"),
        "next_free": at("12:30"),
    }
    assert salon.file.value("SELECT count(*) FROM appointment") == 1


def test_buffers_clash_too_and_what_is_free_next_leaves_room_for_them(salon: Salon) -> None:
    salon.book("11:00", 60, after=15)
    assert refusal(lambda: salon.book("12:00", customer_id=salon.bo)).code == "clash"
    error = refusal(lambda: salon.book("12:00", before=10, customer_id=salon.bo))
    assert error.facts["next_free"] == at("12:30")
    salon.book("12:30", before=15, customer_id=salon.bo)


def test_touching_is_free(salon: Salon) -> None:
    salon.book("11:00", after=15)
    salon.book("12:15", customer_id=salon.bo)
    salon.book("10:00", customer_id=salon.bo)
    assert salon.file.value("SELECT count(*) FROM appointment") == 3


def test_another_worker_is_no_clash(salon: Salon) -> None:
    salon.book("11:00")
    salon.book("11:00", worker_id=salon.lin, customer_id=salon.bo)


def test_the_second_line_of_a_visit_can_clash(salon: Salon) -> None:
    salon.book("12:00", worker_id=salon.lin, customer_id=salon.bo)
    draft = salon.draft(salon.line("11:00"), salon.line("12:00", worker_id=salon.lin))
    error = refusal(lambda: salon.acts.book(draft))
    assert (error.code, error.facts["worker"]) == ("clash", "Lin")
    assert error.facts["next_free"] == at("12:00")


def test_squeezing_in_is_allowed_recorded_and_holds_its_time(salon: Salon) -> None:
    salon.book("11:00")
    made = salon.book("11:30", customer_id=salon.bo, squeeze=True)
    assert salon.appointment(made).squeezed
    assert [line.squeezed for line in board_store.board(salon.file, DAY).lines] == [False, True]
    error = refusal(lambda: salon.book("12:15"))
    assert (error.code, error.facts["customer"]) == ("clash", "Bo")


def test_nothing_free_within_two_weeks_is_said_by_none(salon: Salon) -> None:
    salon.book("11:00")
    TeamActs(salon.file).set_week(salon.yu, (), from_day=DAY + dt.timedelta(days=1))
    TeamActs(salon.file).add_time_off(salon.yu, at("12:00"), at("20:00"))
    assert refusal(lambda: salon.book("11:00")).facts["next_free"] is None


def test_the_time_is_looked_at_within_the_act_and_nowhere_else(
    salon: Salon, monkeypatch: pytest.MonkeyPatch
) -> None:
    salon.book("11:00", customer_id=salon.bo)
    made = salon.book("14:00")
    looked: list[bool] = []
    real = rules.held

    def held(*facts: object) -> object:
        looked.append(salon.file.conn.in_transaction)
        return real(*facts)  # type: ignore[arg-type]

    monkeypatch.setattr(rules, "held", held)
    error = refusal(lambda: salon.book("11:30"))
    assert (error.code, error.facts["customer"], error.facts["next_free"]) == ("clash", "Bo", at("12:00"))
    assert refusal(lambda: salon.acts.move(made, at("11:30"))).code == "clash"
    assert refusal(lambda: salon.acts.resize(made, 400)).code == "off_shift"
    assert looked == [True, True]
    assert salon.file.value("SELECT count(*) FROM appointment") == 2
    assert not salon.file.conn.in_transaction


def test_a_room_holds_no_more_than_its_capacity(salon: Salon) -> None:
    with salon.file.act("room") as act:
        room = act.insert("place", {"name": "Room", "capacity": 1})
    salon.book("11:00", place_id=room)
    error = refusal(lambda: salon.book("11:30", place_id=room, worker_id=salon.lin))
    assert error.code == "place_full"
    salon.book("12:00", place_id=room, worker_id=salon.lin)


def test_an_archived_customer_keeps_their_place_in_the_book(salon: Salon) -> None:
    made = salon.book("11:00")
    CustomerActs(salon.file).archive(salon.ana)
    assert salon.appointment(made).customer == "Ana"


# -------------------- clocks that change
def test_a_time_that_a_clock_change_skips_moves_on_with_the_whole_visit(salon: Salon) -> None:
    ShopActs(salon.file).save(known_shop(salon.file)._replace(zone="America/New_York"))
    spring = dt.date(2027, 3, 14)
    draft = salon.draft(salon.line("2:30", 30, day=spring), salon.line("3:00", 30, day=spring), squeeze=True)
    assert salon.times(salon.acts.book(draft)) == ["03:00-03:30 Yu", "03:30-04:00 Yu"]


def test_a_time_that_exists_twice_is_the_first(salon: Salon) -> None:
    ShopActs(salon.file).save(known_shop(salon.file)._replace(zone="Australia/Sydney"))
    made = salon.book("2:30", day=dt.date(2027, 4, 4), squeeze=True)
    assert salon.times(made) == ["02:30-03:30 Yu"]
