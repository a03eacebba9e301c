"""Series before they are booked: their dates, what is in the way, clock changes and month ends."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

import pytest

from merchant_desk.appointments.model import AppointmentDraft
from merchant_desk.appointments.series import plan
from merchant_desk.appointments.series import store as series_store
from merchant_desk.appointments.series.acts import SeriesActs
from merchant_desk.appointments.series.plan import PlannedDate
from merchant_desk.core.clock import FixedClock
from merchant_desk.core.errors import DeskError
from merchant_desk.shop.acts import ShopActs
from merchant_desk.team.acts import TeamActs
from merchant_desk.team.model import WeekSpan
from tests.appointments.salon import DAY, Salon, at, open_salon

WEEKLY = "FREQ=WEEKLY;BYDAY=TH;COUNT=4"


def gel(salon: Salon, start: str = "10:00", day: dt.date = DAY) -> AppointmentDraft:
    return salon.draft(salon.line(start, day=day))


def refusal(salon: Salon, draft: AppointmentDraft, rule: str) -> DeskError:
    with pytest.raises(DeskError) as refused:
        plan.preview(salon.file, draft, rule)
    return refused.value


def test_every_date_is_shown_with_what_is_in_its_way(salon: Salon) -> None:
    salon.book("10:30", day=DAY + dt.timedelta(weeks=1), customer_id=salon.bo)
    ShopActs(salon.file).close_days(DAY + dt.timedelta(weeks=2), DAY + dt.timedelta(weeks=2), "Holiday")
    shown = plan.preview(salon.file, gel(salon), WEEKLY)
    assert [one.start for one in shown] == [at("10:00", DAY + dt.timedelta(weeks=week)) for week in range(4)]
    assert [one.at for one in shown] == [one.start for one in shown]
    assert [one.clash.code if one.clash else "" for one in shown] == ["", "clash", "off_shift", ""]
    taken = shown[1].clash
    assert taken is not None
    assert taken.facts["customer"] == "Bo"
    assert taken.facts["start"] == at("10:30", DAY + dt.timedelta(weeks=1))


def test_a_series_that_stands_in_its_own_way_says_so(salon: Salon) -> None:
    shown = plan.preview(salon.file, gel(salon), "FREQ=HOURLY;COUNT=3;BYMINUTE=0,30")
    assert [one.clash.code if one.clash else "" for one in shown] == ["", "clash", ""]
    own = shown[1].clash
    assert own is not None
    assert (own.facts["customer"], own.facts["start"]) == ("Ana", at("10:00"))


def test_a_moved_date_is_weighed_where_it_was_moved_to(salon: Salon) -> None:
    next_week = DAY + dt.timedelta(weeks=1)
    salon.book("10:30", day=next_week, customer_id=salon.bo)
    planned = [
        PlannedDate(at("10:00"), at("10:00")),
        PlannedDate(at("10:00", next_week), at("11:30", next_week)),
        PlannedDate(at("10:00", DAY + dt.timedelta(weeks=2)), None),
        PlannedDate(
            at("10:00", DAY + dt.timedelta(weeks=3)), at("8:00", DAY + dt.timedelta(weeks=3)), squeeze=True
        ),
    ]
    shown = plan.weigh(salon.file, gel(salon), WEEKLY, planned)
    assert [(one.at.date(), f"{one.start:%H:%M}", one.clash) for one in shown] == [
        (DAY, "10:00", None),
        (next_week, "11:30", None),
        (DAY + dt.timedelta(weeks=3), "08:00", None),
    ]


def test_four_hundred_dates_are_shown_within_a_second(salon: Salon) -> None:
    begun = time.process_time()
    shown = plan.preview(salon.file, gel(salon), "FREQ=DAILY;COUNT=400")
    assert time.process_time() - begun < 1
    assert len(shown) == 400


@pytest.mark.parametrize(
    ("rule", "code", "count"),
    [
        ("FREQ=DAILY;COUNT=401", "series_too_long", 401),
        ("FREQ=DAILY;COUNT=1000", "series_too_long", 1000),
        ("FREQ=DAILY;UNTIL=20300101", "series_too_long", 1231),
        ("FREQ=DAILY", "series_too_long", None),
        ("FREQ=MINUTELY", "series_too_long", None),
        ("FREQ=DAILY;UNTIL=20260101", "series_empty", None),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "series_empty", None),
        ("every Tuesday", "bad_rule", None),
    ],
)
def test_what_is_no_series_is_refused(salon: Salon, rule: str, code: str, count: int | None) -> None:
    error = refusal(salon, gel(salon), rule)
    assert error.code == code
    if code == "series_too_long":
        assert (error.facts["count"], error.facts["most"]) == (count, 400)


def test_forty_hours_a_thousand_times_are_refused(salon: Salon) -> None:
    forty = salon.draft(salon.line("10:00", 40 * 60))
    error = refusal(salon, forty, "FREQ=DAILY;COUNT=1000")
    assert (error.code, error.facts["minutes"], error.facts["most"]) == ("bad_minutes", 2400, 1440)


def test_somebody_who_does_not_do_it_is_said_once(salon: Salon) -> None:
    lash = salon.draft(salon.line("10:00", 90, service_id=salon.lash))
    assert refusal(salon, lash, WEEKLY).code == "not_their_service"


# ---- clock changes and month ends


def abroad(path: Path, zone: str, day: dt.date) -> Salon:
    """The salon in another zone, where Yu works around the clock."""
    salon = open_salon(path / f"{zone[:3]}.desk", FixedClock(at("9:00", day), zone))
    with salon.file.act("zone") as act:
        act.update("setting", "zone", value=f'"{zone}"')
    week = [WeekSpan(weekday, "00:00", "24:00") for weekday in range(7)]
    TeamActs(salon.file).edit_worker(salon.yu, week=week)
    return salon


@pytest.mark.parametrize(
    ("zone", "change", "spring"),
    [
        ("America/New_York", dt.date(2026, 3, 8), True),
        ("America/New_York", dt.date(2026, 11, 1), False),
        ("Australia/Sydney", dt.date(2026, 10, 4), True),
        ("Australia/Sydney", dt.date(2026, 4, 5), False),
    ],
)
def test_a_time_that_the_clock_skips_moves_on_and_says_so(
    tmp_path: Path, zone: str, change: dt.date, spring: bool
) -> None:
    week = dt.timedelta(weeks=1)
    salon = abroad(tmp_path, zone, change - 2 * week)
    draft, rule = gel(salon, "2:30", change - week), "FREQ=WEEKLY;COUNT=3"
    shown = plan.preview(salon.file, draft, rule)
    # In spring there is no 02:30 on that day; in autumn there are two of it, and wall time means the first.
    assert [f"{one.start:%H:%M}" for one in shown] == ["02:30", "03:00" if spring else "02:30", "02:30"]
    assert [one.at for one in shown] == [at("2:30", change + number * week) for number in (-1, 0, 1)]
    assert [one.why for one in shown] == ["", "clock" if spring else "", ""]
    assert all(one.clash is None for one in shown)
    acts = SeriesActs(salon.file)
    made = acts.book(draft, rule, [PlannedDate(one.at, one.start) for one in shown])
    booked = [one.appointment_id for one in series_store.members(salon.file, made)]
    # It was the clock that moved it, nobody's hand: it follows its series, and comes back with it.
    acts.move(booked[0], at("3:30", change - week), scope="all")
    assert [salon.times(one) for one in booked] == [["03:30-04:30 Yu"]] * 3
    acts.move(booked[2], at("2:15", change + week), scope="all")
    on_the_day = "03:00-04:00 Yu" if spring else "02:15-03:15 Yu"
    assert [salon.times(one) for one in booked] == [["02:15-03:15 Yu"], [on_the_day], ["02:15-03:15 Yu"]]
    salon.file.close()


def test_a_short_month_says_that_it_is_its_last_day(salon: Salon) -> None:
    salon.clock.set(at("9:00", dt.date(2026, 1, 2)))
    with salon.file.act("shifts") as act:
        for row in salon.file.all("SELECT id FROM shift"):
            act.update("shift", row["id"], valid_from="2020-01-01")
    rule = "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1;COUNT=4"
    shown = plan.preview(salon.file, gel(salon, day=dt.date(2026, 1, 31)), rule)
    assert [(one.start.month, one.start.day, one.why) for one in shown] == [
        (1, 31, ""),
        (2, 28, "month_end"),
        (3, 31, ""),
        (4, 30, "month_end"),
    ]
