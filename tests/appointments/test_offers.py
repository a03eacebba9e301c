from __future__ import annotations

import datetime as dt
import random

import pytest

from merchant_desk.appointments.availability import Step, in_a_row
from merchant_desk.appointments.clashes import worker_clash
from merchant_desk.core.errors import DeskError
from merchant_desk.core.spans import Span
from merchant_desk.team import store as team_store
from merchant_desk.team.acts import TeamActs
from merchant_desk.team.model import WeekSpan
from tests.appointments.salon import DAY, Salon, at, next_free


def found(salon: Salon, now: dt.datetime, *services: str, **how: object) -> list[str]:
    offers = next_free(salon.file, now, services or (salon.gel,), **how)
    return [f"{one.start:%d %H:%M} {one.worker}" for one in offers]


def test_the_next_free_times_of_everyone_who_does_it(salon: Salon) -> None:
    salon.book("10:00")
    assert found(salon, at("09:00"), limit=4) == [
        "20 10:00 Lin",
        "20 10:00 Momo",
        "20 10:15 Lin",
        "20 10:15 Momo",
    ]
    assert found(salon, at("09:00"), worker_id=salon.yu, limit=2, step=30) == ["20 11:00 Yu", "20 11:30 Yu"]


def test_never_before_now(salon: Salon) -> None:
    assert found(salon, at("11:01"), worker_id=salon.yu, limit=1) == ["20 11:15 Yu"]


def test_buffers_and_travel_must_fit(salon: Salon) -> None:
    assert found(salon, at("09:00"), salon.lash, limit=1) == ["20 10:15 Momo"]
    assert found(salon, at("09:00"), salon.lash, limit=1, travel=30) == ["20 10:45 Momo"]
    assert found(salon, at("17:50"), salon.lash, limit=1) == ["20 18:00 Momo"]
    assert found(salon, at("18:10"), salon.lash, limit=1) == ["20 18:15 Momo"]
    assert found(salon, at("18:10"), salon.lash, limit=1, travel=15) == ["21 10:30 Momo"]


def test_the_days_after_follow_until_the_last_one(salon: Salon) -> None:
    for worker in (salon.yu, salon.lin, salon.momo):
        TeamActs(salon.file).set_week(worker, [WeekSpan(3, "10:00", "11:00")], from_day=DAY)
    assert found(salon, at("10:30"), worker_id=salon.yu) == ["27 10:00 Yu"]
    assert found(salon, at("10:30"), worker_id=salon.yu, days=15) == ["27 10:00 Yu", "03 10:00 Yu"]
    assert found(salon, at("10:30"), worker_id=salon.yu, days=7) == []


def test_a_visit_of_several_services_is_one_workers_where_it_can_be(salon: Salon) -> None:
    offers = next_free(salon.file, at("09:00"), (salon.gel, salon.gel), limit=1)
    assert offers[0].workers == (salon.yu, salon.yu)
    offers = next_free(salon.file, at("09:00"), (salon.gel, salon.lash), limit=1)
    assert (offers[0].start, offers[0].workers) == (at("10:00"), (salon.yu, salon.momo))
    salon.book("11:00", worker_id=salon.yu)
    offers = next_free(salon.file, at("09:00"), (salon.gel, salon.gel), limit=1)
    assert (offers[0].start, offers[0].workers) == (at("10:00"), (salon.yu, salon.lin))


def test_nobody_free_or_nobody_able_is_nothing(salon: Salon) -> None:
    assert found(salon, at("09:00"), salon.lash, worker_id=salon.yu) == []
    TeamActs(salon.file).archive_worker(salon.momo)
    assert found(salon, at("09:00"), salon.lash) == []
    assert next_free(salon.file, at("09:00"), ()) == []


def test_what_began_before_midnight_holds_the_morning_too(salon: Salon) -> None:
    nights = [WeekSpan(weekday, "0:00", "24:00") for weekday in range(7)]
    TeamActs(salon.file).set_week(salon.yu, nights, from_day=DAY)
    salon.book("23:00", 150)
    tomorrow = DAY + dt.timedelta(days=1)
    assert found(salon, at("0:00", tomorrow), worker_id=salon.yu, limit=1) == ["21 01:30 Yu"]


def test_a_service_that_is_not_there_is_gone(salon: Salon) -> None:
    with pytest.raises(DeskError) as refused:
        found(salon, at("09:00"), "no")
    assert refused.value.code == "gone"


def test_what_is_offered_can_be_booked_and_nothing_is_left_out(salon: Salon) -> None:
    dice = random.Random(7)
    for _ in range(25):
        quarter = dice.randrange(40)
        start = at("10:00") + dt.timedelta(minutes=15 * quarter)
        worker = dice.choice((salon.yu, salon.lin, salon.momo))
        if (
            worker_clash(salon.file, worker, Span(start, start + dt.timedelta(minutes=30))) is None
            and quarter < 39
        ):
            salon.book(f"{start:%H:%M}", 30, worker_id=worker)
    shifts = team_store.working_spans(salon.file, DAY)
    wanted = [(60, 0, 0), (90, 10, 15)]
    offers = next_free(salon.file, at("09:00"), (salon.gel, salon.lash), days=1, step=5, limit=10_000)
    free = set()
    for minute in range(0, 600, 5):
        start = at("10:00") + dt.timedelta(minutes=minute)
        for worker in (salon.yu, salon.lin, salon.momo):
            placed = in_a_row(start, [Step(*wanted[0], worker), Step(*wanted[1], salon.momo)])
            good = all(
                worker_clash(salon.file, who, one.busy) is None
                and any(span.start <= one.busy.start and one.busy.end <= span.end for span in shifts[who])
                for one, who in zip(placed, (worker, salon.momo), strict=True)
            )
            if good:
                free.add((start, worker))
    assert free
    assert [one.start for one in offers] == sorted(one.start for one in offers)
    assert {(one.start, one.worker_id) for one in offers} == free
