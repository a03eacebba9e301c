"""Dates whose hours differ from the week: other hours, off, or work on a usual day off."""

from __future__ import annotations

import datetime as dt

import pytest

from merchant_desk.core.errors import DeskError
from merchant_desk.core.spans import Span
from merchant_desk.db import history
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.shop.acts import ShopActs
from merchant_desk.team import store
from merchant_desk.team.acts import TeamActs
from merchant_desk.team.losses import date_changes
from merchant_desk.team.model import DateHours, WeekSpan
from tests.conftest import NOW

THURSDAY = NOW.date()
SATURDAY = dt.date(2026, 8, 22)
SUNDAY = dt.date(2026, 8, 23)
USUAL = [WeekSpan(weekday, "09:00", "18:00") for weekday in range(5)]


@pytest.fixture
def acts(desk_file: ShopFile) -> TeamActs:
    return TeamActs(desk_file)


@pytest.fixture
def momo(acts: TeamActs) -> str:
    return acts.add_worker("Momo", week=USUAL)


def hours(day: dt.date, *pieces: tuple[int, int]) -> list[Span]:
    midnight = dt.datetime.combine(day, dt.time())
    return [Span(midnight + dt.timedelta(hours=a), midnight + dt.timedelta(hours=b)) for a, b in pieces]


def test_other_hours_a_day_off_and_work_on_a_day_off(desk_file: ShopFile, acts: TeamActs, momo: str) -> None:
    acts.set_hours(momo, {THURSDAY: [("14:00", "18:00"), ("9:00", "12：00")], SATURDAY: [("10:00", "24:00")]})
    acts.set_hours(momo, {dt.date(2026, 8, 21): []})
    assert store.working_spans(desk_file, THURSDAY, SATURDAY) == {
        momo: hours(THURSDAY, (9, 12), (14, 18)) + hours(SATURDAY, (10, 24))
    }
    assert store.dates(desk_file, momo, THURSDAY) == [
        DateHours(THURSDAY, (("09:00", "12:00"), ("14:00", "18:00"))),
        DateHours(dt.date(2026, 8, 21), ()),
        DateHours(SATURDAY, (("10:00", "24:00"),)),
    ]
    assert store.dates(desk_file, momo, SUNDAY) == []


def test_a_date_told_again_has_only_the_new_hours_and_goes_back_to_the_week(
    desk_file: ShopFile, acts: TeamActs, momo: str
) -> None:
    acts.set_hours(momo, {THURSDAY: [("09:00", "12:00"), ("14:00", "18:00")]})
    acts.set_hours(momo, {THURSDAY: [("14:00", "18:00")]})
    assert store.hours_on(desk_file, momo, THURSDAY) == (("14:00", "18:00"),)
    acts.set_hours(momo, {THURSDAY: []})
    assert store.hours_on(desk_file, momo, THURSDAY) == ()
    acts.set_hours(momo, {THURSDAY: None})
    assert store.hours_on(desk_file, momo, THURSDAY) == (("09:00", "18:00"),)
    assert desk_file.value("SELECT count(*) FROM shift_exception") == 0
    history.undo(desk_file)
    assert store.dates(desk_file, momo, THURSDAY) == [DateHours(THURSDAY, ())]


def test_two_dates_are_one_act(desk_file: ShopFile, acts: TeamActs, momo: str) -> None:
    acts.set_hours(momo, {SATURDAY: [("20:00", "24:00")], SUNDAY: [("00:00", "02:00")]})
    night = Span(dt.datetime(2026, 8, 22, 20), dt.datetime(2026, 8, 23, 2))
    assert store.working_spans(desk_file, SATURDAY, SUNDAY) == {momo: [night]}
    history.undo(desk_file)
    assert store.dates(desk_file, momo, THURSDAY) == []


def test_breaks_of_the_weekday_hold_on_a_date_too(desk_file: ShopFile, acts: TeamActs, momo: str) -> None:
    acts.set_week(momo, USUAL, breaks=[WeekSpan(3, "12:00", "13:00")])
    acts.set_hours(momo, {THURSDAY: [("10:00", "15:00")]})
    assert store.hours_on(desk_file, momo, THURSDAY) == (("10:00", "12:00"), ("13:00", "15:00"))


def test_a_closed_shop_is_closed_for_extra_work_as_well(
    desk_file: ShopFile, acts: TeamActs, momo: str
) -> None:
    acts.set_hours(momo, {SATURDAY: [("10:00", "14:00")]})
    ShopActs(desk_file).close_days(SATURDAY, SATURDAY, "盘点")
    assert store.working_spans(desk_file, SATURDAY) == {momo: []}
    day = store.day_hours(desk_file, SATURDAY, SATURDAY)[momo][0]
    assert (day.closed, day.differs, day.spans) == (True, True, ())
    assert list(day.planned) == hours(SATURDAY, (10, 14))


@pytest.mark.parametrize(
    ("day", "start", "end", "code"),
    [
        (THURSDAY, "18:00", "10:00", "over_midnight"),
        (THURSDAY, "22:00", "02:00", "over_midnight"),
        (THURSDAY, "10:00", "10:00", "end_before_start"),
        (THURSDAY, "zehn", "18:00", "bad_time"),
        (dt.date(1900, 2, 28), "10:00", "18:00", "far_day"),
    ],
)
def test_hours_that_cannot_be(
    desk_file: ShopFile, acts: TeamActs, momo: str, day: dt.date, start: str, end: str, code: str
) -> None:
    with pytest.raises(DeskError, match=code):
        acts.set_hours(momo, {SATURDAY: [("10:00", "12:00")], day: [(start, end)]})
    assert store.dates(desk_file, momo, dt.date.min) == []
    with pytest.raises(DeskError, match="gone"):
        acts.set_hours("nobody", {SATURDAY: []})


def test_the_twenty_ninth_of_february(desk_file: ShopFile, acts: TeamActs, momo: str) -> None:
    leap = dt.date(2028, 2, 29)
    acts.set_hours(momo, {leap: [("10:00", "11:00")]})
    assert store.working_spans(desk_file, leap) == {momo: hours(leap, (10, 11))}


def test_a_date_that_goes_on_after_midnight_touches_the_next(
    desk_file: ShopFile, acts: TeamActs, momo: str
) -> None:
    friday = dt.date(2026, 8, 21)
    acts.set_week(momo, USUAL, breaks=[WeekSpan(4, "12:00", "13:00")])

    def tell(day: dt.date, *told: tuple[str, str]) -> None:
        acts.set_hours(momo, date_changes(desk_file, momo, day, told))

    tell(THURSDAY, ("20:00", "02:00"))
    assert store.working_spans(desk_file, THURSDAY, friday) == {
        momo: [
            Span(dt.datetime(2026, 8, 20, 20), dt.datetime(2026, 8, 21, 2)),
            *hours(friday, (9, 12), (13, 18)),
        ]
    }
    tell(THURSDAY, ("20:00", "01:00"))  # the hour that went on so far is gone
    assert store.hours_on(desk_file, momo, friday)[0] == ("00:00", "01:00")
    tell(THURSDAY, ("10:00", "18:00"))
    assert store.dates(desk_file, momo, friday) == []
    tell(friday, ("10:00", "14:00"))
    tell(THURSDAY, ("20:00", "02:00"))
    tell(THURSDAY)
    assert store.dates(desk_file, momo, friday) == [DateHours(friday, (("10:00", "14:00"),))]
    tell(SATURDAY, ("20:00", "02:00"))
    acts.set_hours(momo, date_changes(desk_file, momo, SATURDAY, None))
    assert store.dates(desk_file, momo, SATURDAY) == []
