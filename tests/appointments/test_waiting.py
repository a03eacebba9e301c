"""The waiting list: who is put on it, what is offered to whom, and booking from it."""

from __future__ import annotations

import datetime as dt
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from merchant_desk.appointments.waiting import store as waiting_store
from merchant_desk.appointments.waiting.acts import WaitingActs
from merchant_desk.appointments.waiting.model import Waiting, WaitingDraft
from merchant_desk.catalog.acts import CatalogActs
from merchant_desk.catalog.model import PlaceDraft, ServiceDraft, Terms
from merchant_desk.core.changes import Changes
from merchant_desk.core.clock import FixedClock
from merchant_desk.core.errors import DeskError
from merchant_desk.core.spans import Span, overlap
from merchant_desk.customers.acts import CustomerActs
from merchant_desk.customers.model import CustomerDraft
from merchant_desk.db import history
from merchant_desk.db.open import open_shop
from merchant_desk.shop.acts import write_setting
from merchant_desk.team import store as team_store
from merchant_desk.team.acts import TeamActs
from tests.appointments.salon import DAY, Salon, at, open_salon

NEXT = DAY + dt.timedelta(days=1)


@pytest.fixture
def acts(salon: Salon) -> WaitingActs:
    return WaitingActs(salon.file)


def draft(salon: Salon, **told: Any) -> WaitingDraft:
    """Ana waits for a gel with Yu on the day, unless told otherwise."""
    usual = {"customer_id": salon.ana, "service_id": salon.gel, "worker_id": salon.yu}
    return WaitingDraft(**{**usual, "first_day": DAY, "last_day": DAY, **told})


def openings(salon: Salon) -> list[str]:
    now = salon.clock.now()
    return [
        f"{one.waiting.customer} {one.offer.start:%d %H:%M} {one.offer.worker}"
        for one in waiting_store.fitting(salon.file, now)
    ]


def fill_day(salon: Salon, *workers: str, day: dt.date = DAY, hours: range = range(10, 20)) -> list[str]:
    return [salon.book(f"{hour}:00", worker_id=one, day=day) for one in workers for hour in hours]


def refused(code: str, *args: Any) -> DeskError:
    with pytest.raises(DeskError) as error:
        args[0](*args[1:])
    assert error.value.code == code
    return error.value


# ---- put on it, and off


def test_put_on_the_list(salon: Salon, acts: WaitingActs) -> None:
    made = acts.add(draft(salon, from_time="9：30", to_time="18:00", note=" 法式 "))
    found = waiting_store.waiting(salon.file, made)
    assert found == Waiting(
        *(made, salon.ana, "Ana", "", salon.gel, "Gel", salon.yu, "Yu", DAY, DAY, "09:30", "18:00", "法式"),
        *("waiting", None, at("09:00")),
    )
    assert waiting_store.entries(salon.file) == [found]
    acts.withdraw(made)
    assert waiting_store.entries(salon.file) == []
    history.undo(salon.file)
    assert waiting_store.entries(salon.file) == [found]
    history.undo(salon.file)
    assert waiting_store.waiting(salon.file, made) is None


def test_what_can_never_be_fulfilled_is_refused(salon: Salon, acts: WaitingActs) -> None:
    refused("end_before_start", acts.add, draft(salon, last_day=DAY - dt.timedelta(days=1)))
    old = DAY - dt.timedelta(days=2)
    assert (
        refused("waiting_over", acts.add, draft(salon, first_day=old, last_day=old)).facts["last_day"] == old
    )
    refused("end_before_start", acts.add, draft(salon, from_time="15:00", to_time="15:00"))
    refused("bad_time", acts.add, draft(salon, to_time="25:00"))
    short = refused("waiting_too_short", acts.add, draft(salon, from_time="15:00", to_time="15:59"))
    assert short.facts["service"] == "Gel"
    assert short.facts["minutes"] == 60
    acts.add(draft(salon, from_time="15:00", to_time="16:00"))
    refused("not_their_service", acts.add, draft(salon, service_id=salon.lash))
    refused("gone", acts.add, draft(salon, customer_id="nobody"))
    refused("gone", acts.add, draft(salon, service_id="nothing"))
    refused("gone", acts.add, draft(salon, worker_id="nobody"))
    TeamActs(salon.file).archive_worker(salon.yu)
    refused("worker_left", acts.add, draft(salon))
    CatalogActs(salon.file).archive_service(salon.gel)
    refused("service_archived", acts.add, draft(salon, worker_id=None))


def test_a_changed_wish_keeps_its_place_in_the_line(salon: Salon, acts: WaitingActs) -> None:
    first = acts.add(draft(salon))
    acts.add(draft(salon, customer_id=salon.bo))
    acts.edit(first, draft(salon, last_day=NEXT, worker_id=None))
    assert [one.customer for one in waiting_store.entries(salon.file)] == ["Ana", "Bo"]
    assert waiting_store.entries(salon.file)[0].last_day == NEXT
    acts.withdraw(first)
    assert refused("waiting_closed", acts.edit, first, draft(salon)).facts == {"customer": "Ana"}
    refused("waiting_closed", acts.withdraw, first)
    refused("gone", acts.withdraw, "nobody")


# ---- what is offered


def test_who_waits_longest_is_offered_first(salon: Salon, acts: WaitingActs) -> None:
    booked = fill_day(salon, salon.yu)
    acts.add(draft(salon, customer_id=salon.bo))
    salon.clock.set(at("09:01"))
    acts.add(draft(salon))
    assert openings(salon) == []
    salon.acts.cancel(booked[4], "shop")
    assert openings(salon) == ["Bo 20 14:00 Yu", "Ana 20 14:00 Yu"]


def test_only_within_their_days_and_times(salon: Salon, acts: WaitingActs) -> None:
    acts.add(draft(salon, from_time="14:20", to_time="16:00"))
    assert openings(salon) == ["Ana 20 14:30 Yu"]
    fill_day(salon, salon.yu, hours=range(14, 16))
    assert openings(salon) == []
    acts.add(draft(salon, customer_id=salon.bo, first_day=NEXT, last_day=NEXT))
    assert openings(salon) == ["Bo 21 10:00 Yu"]


@pytest.mark.parametrize("way", ["cancel", "move", "no_show", "time_off", "resize"])
def test_however_a_slot_opens(salon: Salon, acts: WaitingActs, way: str) -> None:
    team = TeamActs(salon.file)
    fill_day(salon, salon.yu, hours=range(10, 19))
    off = ""
    if way == "time_off":
        off = team.add_time_off(salon.yu, at("19:00"), at("20:00"), "")
    last = "" if way == "time_off" else salon.book("19:00")
    acts.add(draft(salon, from_time="19:00", to_time="20:00", service_id=short_service(salon)))
    assert openings(salon) == []
    match way:
        case "cancel":
            salon.acts.cancel(last, "customer")
        case "move":
            salon.acts.move(last, at("19:00"), salon.lin)
        case "no_show":
            salon.clock.set(at("19:05"))
            salon.acts.no_show(last)
        case "resize":
            salon.acts.resize(last, 30)
        case _:
            team.remove_time_off(off)
    assert openings(salon) == [
        f"Ana 20 {'19:30' if way == 'resize' else '19:00' if way != 'no_show' else '19:15'} Yu"
    ]


def short_service(salon: Salon) -> str:
    return CatalogActs(salon.file).add_service(ServiceDraft("Polish", minutes=30, worker_ids=(salon.yu,)))


def test_notice_and_horizon_bound_what_is_offered(salon: Salon, acts: WaitingActs) -> None:
    acts.add(draft(salon, last_day=DAY + dt.timedelta(days=40)))
    fill_day(salon, salon.yu, day=DAY)
    far = acts.add(
        draft(
            salon, customer_id=salon.bo, first_day=DAY + dt.timedelta(days=10), last_day=dt.date(2030, 1, 1)
        )
    )
    with salon.file.act("rules") as act:
        write_setting(act, "notice_minutes", 26 * 60)
        write_setting(act, "horizon_days", 9)
    assert openings(salon) == ["Ana 21 11:00 Yu"]
    with salon.file.act("rules") as act:
        write_setting(act, "horizon_days", 10)
    assert openings(salon) == ["Ana 21 11:00 Yu", "Bo 30 10:00 Yu"]
    assert waiting_store.waiting(salon.file, far) is not None


def test_far_days_are_looked_at_too(salon: Salon, acts: WaitingActs) -> None:
    far = DAY + dt.timedelta(days=20)
    acts.add(draft(salon, last_day=far, from_time="18:30", to_time="19:30"))
    for day in range(20):
        salon.book("18:00", 120, day=DAY + dt.timedelta(days=day))
    assert openings(salon) == [f"Ana {far:%d} 18:30 Yu"]
    assert waiting_store.first_fit(salon.file, draft(salon, last_day=far), at("09:00")) is not None


def test_buffers_may_lie_outside_their_times_but_not_in_anybodys(salon: Salon, acts: WaitingActs) -> None:
    acts.add(draft(salon, service_id=salon.lash, worker_id=None, from_time="14:00", to_time="15:30"))
    assert openings(salon) == ["Ana 20 14:00 Momo"]
    salon.book("15:30", 30, worker_id=salon.momo)  # her drying time reaches into it
    assert openings(salon) == []


def test_gone_services_workers_and_days_are_not_offered(salon: Salon, acts: WaitingActs) -> None:
    acts.add(draft(salon))
    acts.add(draft(salon, customer_id=salon.bo, worker_id=None))
    TeamActs(salon.file).archive_worker(salon.yu)
    assert openings(salon) == ["Bo 20 10:00 Lin"]
    salon.clock.set(at("09:00", NEXT))
    assert openings(salon) == []
    assert len(waiting_store.entries(salon.file)) == 2


def test_nobody_is_offered_a_service_that_is_not_sold_any_more(salon: Salon, acts: WaitingActs) -> None:
    acts.add(draft(salon))
    CatalogActs(salon.file).archive_service(salon.gel)
    assert openings(salon) == []


def test_no_room_no_offer(salon: Salon, acts: WaitingActs) -> None:
    catalog = CatalogActs(salon.file)
    catalog.add_place(PlaceDraft("Bed", "bed"))
    facial = catalog.add_service(ServiceDraft("Facial", minutes=60, place_kind="bed"))
    acts.add(draft(salon, service_id=facial, worker_id=None, from_time="14:00", to_time="15:00"))
    assert openings(salon) == ["Ana 20 14:00 Yu"]
    held = salon.book("13:30", service_id=facial, worker_id=salon.lin, customer_id=salon.bo)
    assert openings(salon) == []  # two more are free, but the bed is not
    salon.acts.cancel(held, "customer")
    assert openings(salon) == ["Ana 20 14:00 Yu"]


def test_a_workers_own_minutes_count(salon: Salon, acts: WaitingActs) -> None:
    told = ServiceDraft("Wax", minutes=60, terms={salon.lin: Terms(None, 30)})
    wax = CatalogActs(salon.file).add_service(told)
    refused("waiting_too_short", acts.add, draft(salon, service_id=wax, from_time="14:00", to_time="14:30"))
    acts.add(draft(salon, service_id=wax, worker_id=None, from_time="14:00", to_time="14:30"))
    assert openings(salon) == ["Ana 20 14:00 Lin"]


def test_who_could_take_what_has_been_freed(salon: Salon, acts: WaitingActs) -> None:
    booked = fill_day(salon, salon.yu)
    acts.add(draft(salon, customer_id=salon.bo, from_time="13:00", to_time="16:00"))
    acts.add(draft(salon, from_time="16:00"))
    acts.add(draft(salon, worker_id=salon.lin))
    acts.add(draft(salon, first_day=NEXT, last_day=NEXT))
    freed = [
        (line.worker_id, Span(line.busy_from, line.busy_to)) for line in salon.appointment(booked[4]).lines
    ]
    now = salon.clock.now()
    assert waiting_store.opened_by(salon.file, freed, now) == []
    salon.acts.cancel(booked[4], "customer")
    assert [one.customer for one in waiting_store.opened_by(salon.file, freed, now)] == ["Bo"]


# ---- booked from it


def test_booking_takes_them_off_the_list_in_one_act(salon: Salon, acts: WaitingActs) -> None:
    made = acts.add(draft(salon))
    booked = acts.book(made, salon.draft(salon.line("14:00")))
    found = waiting_store.waiting(salon.file, made)
    assert found is not None
    assert (found.state, found.appointment_id) == ("booked", booked)
    assert salon.times(booked) == ["14:00-15:00 Yu"]
    refused("waiting_closed", acts.book, made, salon.draft(salon.line("16:00")))
    assert history.undo(salon.file).verb == "book_waiting"
    assert [one.id for one in waiting_store.entries(salon.file)] == [made]
    assert salon.file.value("SELECT count(*) FROM appointment") == 0
    history.redo(salon.file)
    assert waiting_store.entries(salon.file) == []
    assert salon.times(booked) == ["14:00-15:00 Yu"]


def test_a_clash_is_named_and_nothing_is_half_written(salon: Salon, acts: WaitingActs) -> None:
    made = acts.add(draft(salon))
    salon.book("14:00", customer_id=salon.bo)
    error = refused("clash", acts.book, made, salon.draft(salon.line("14:30")))
    assert (error.facts["customer"], error.facts["worker"]) == ("Bo", "Yu")
    assert [one.id for one in waiting_store.entries(salon.file)] == [made]
    acts.book(made, salon.draft(salon.line("14:30"), squeeze=True))
    assert waiting_store.entries(salon.file) == []


@pytest.mark.parametrize("way", ["withdraw", "edit", "book"])
def test_who_was_booked_in_another_window_meanwhile(
    salon: Salon, acts: WaitingActs, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    one = acts.add(draft(salon))
    theirs = open_shop(salon.file.path, salon.clock, Changes())
    real = waiting_store.waiting

    def slow(*facts: Any) -> Waiting | None:
        found = real(*facts)
        monkeypatch.setattr(waiting_store, "waiting", real)
        WaitingActs(theirs).book(one, salon.draft(salon.line("11:00")))
        return found

    monkeypatch.setattr(waiting_store, "waiting", slow)
    told = {"edit": (draft(salon),), "book": (salon.draft(salon.line("15:00")),)}
    refused("waiting_closed", getattr(acts, way), one, *told.get(way, ()))
    assert salon.file.value("SELECT count(*) FROM appointment") == 1
    theirs.close()


def test_a_time_given_to_somebody_else_leaves_who_waits(salon: Salon, acts: WaitingActs) -> None:
    made = acts.add(draft(salon))
    acts.book(made, salon.draft(salon.line("14:00"), customer_id=salon.bo))
    assert [one.id for one in waiting_store.entries(salon.file)] == [made]


# ---- properties


@pytest.fixture(scope="module")
def busy_salon(tmp_path_factory: pytest.TempPathFactory) -> Salon:
    path: Path = tmp_path_factory.mktemp("waiting") / "salon.desk"
    return open_salon(path, FixedClock(at("09:00")))


_SLOT = st.tuples(
    st.integers(0, 2), st.integers(0, 1), st.integers(40, 78), st.sampled_from((15, 45, 60, 120))
)
_WISH = st.tuples(
    *(
        st.booleans(),
        st.integers(0, 3),
        st.integers(0, 2),
        st.integers(0, 1),
        st.integers(36, 80),
        st.integers(6, 40),
    )
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_SLOT, max_size=14), st.lists(_WISH, min_size=1, max_size=5), st.integers(36, 70))
def test_offers_are_free_inside_the_wish_and_the_first(
    busy_salon: Salon, slots: list[Any], wishes: list[Any], quarter: int
) -> None:
    """Against a search through every quarter of an hour: never taken, never outside, none earlier."""
    salon, acts = busy_salon, WaitingActs(busy_salon.file)
    salon.clock.set(at("09:00"))
    team = [salon.yu, salon.lin, salon.momo]
    acts_done = len(history.trail(salon.file, 100_000))
    for who, day, start, minutes in slots:
        begin = dt.datetime.combine(DAY + dt.timedelta(days=day), dt.time()) + dt.timedelta(
            minutes=15 * start
        )
        line = salon.line("10:00", minutes, worker_id=team[who])._replace(start=begin)
        with suppress(DeskError):  # what clashes is not booked
            salon.acts.book(salon.draft(line))
    for lash, worker, first, more, start, length in wishes:
        told = {
            "service_id": salon.lash if lash else salon.gel,
            "worker_id": None if worker == 3 else salon.momo if lash else team[worker],
            "first_day": DAY + dt.timedelta(days=first),
            "last_day": DAY + dt.timedelta(days=first + more),
            "from_time": _clock(start * 15),
            "to_time": _clock(min(start * 15 + max(length * 15, 90), 24 * 60)),
        }
        acts.add(draft(salon, **told))
    now = dt.datetime.combine(DAY, dt.time()) + dt.timedelta(minutes=15 * quarter)
    salon.clock.set(now)
    found = waiting_store.fitting(salon.file, now)
    waits = waiting_store.entries(salon.file)
    assert [one.waiting for one in found] == [one for one in waits if _first(salon, one, now) is not None]
    for one in found:
        assert _first(salon, one.waiting, now) == one.offer.start
        assert one.offer.start in {
            start for start, who in _starts(salon, one.waiting, now) if who == one.offer.worker_id
        }
    for _ in range(len(history.trail(salon.file, 100_000)) - acts_done):
        if waiting_store.entries(salon.file) or salon.file.value("SELECT count(*) FROM appointment"):
            history.undo(salon.file)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _first(salon: Salon, one: Waiting, now: dt.datetime) -> dt.datetime | None:
    return min((start for start, _ in _starts(salon, one, now)), default=None)


def _starts(salon: Salon, one: Waiting, now: dt.datetime) -> list[tuple[dt.datetime, str]]:
    """Every quarter of an hour of the wish, tried with everybody who may do it."""
    minutes, before, after = (90, 10, 15) if one.service_id == salon.lash else (60, 0, 0)
    doers = [salon.momo] if one.service_id == salon.lash else [salon.yu, salon.lin, salon.momo]
    busy = salon.file.all("SELECT worker_id, busy_from, busy_to FROM appointment_line")
    taken = [(row["worker_id"], _at(row["busy_from"]), _at(row["busy_to"])) for row in busy]
    shifts = team_store.working_spans(salon.file, one.first_day, one.last_day)
    found = []
    for day in range((one.last_day - one.first_day).days + 1):
        midnight = dt.datetime.combine(one.first_day, dt.time()) + dt.timedelta(days=day)
        for quarter in range(96):
            start = midnight + dt.timedelta(minutes=15 * quarter)
            end = start + dt.timedelta(minutes=minutes)
            low, high = (midnight + _length(text) for text in (one.from_time, one.to_time))
            if start < now or start < low or end > high:
                continue
            whole = Span(start - dt.timedelta(minutes=before), end + dt.timedelta(minutes=after))
            found += [
                (start, who)
                for who in doers
                if one.worker_id in (None, who) and _is_free(who, whole, taken, shifts[who])
            ]
    return found


def _is_free(who: str, whole: Span, taken: Any, shifts: Any) -> bool:
    if not any(span.start <= whole.start and whole.end <= span.end for span in shifts):
        return False
    return not any(one == who and overlap(whole, Span(a, b)) for one, a, b in taken)


def _at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


def _length(text: str) -> dt.timedelta:
    hour, minute = text.split(":")
    return dt.timedelta(hours=int(hour), minutes=int(minute))


# ---- a long list


def test_fifty_waiting_are_answered_at_once(salon: Salon, acts: WaitingActs) -> None:
    people = CustomerActs(salon.file)
    for number in range(9):
        TeamActs(salon.file).add_worker(f"W{number}")
    team = [worker.id for worker in team_store.workers(salon.file)]
    for day in range(30):
        for worker_id in team:
            for hour in (10, 12, 14, 16, 18):
                salon.book(f"{hour}:00", 120, worker_id=worker_id, day=DAY + dt.timedelta(days=day))
    for number in range(50):
        acts.add(
            draft(
                salon,
                customer_id=people.add(CustomerDraft(f"C{number}")),
                worker_id=None if number % 3 else team[number % 12],
                last_day=DAY + dt.timedelta(days=29),
                from_time=("00:00", "14:00", "18:00")[number % 3],
            )
        )
    salon.acts.cancel(str(salon.file.value("SELECT max(id) FROM appointment")), "shop")
    begun = time.process_time()
    found = waiting_store.fitting(salon.file, salon.clock.now())
    spent = time.process_time() - begun
    assert found
    assert spent < 0.5, f"{spent:.3f} s"
