"""Weekly plans that begin later and end again, and what becomes of the breaks."""

from __future__ import annotations

import datetime as dt

import pytest

from merchant_desk.core.clock import FixedClock
from merchant_desk.core.errors import DeskError
from merchant_desk.core.spans import Span
from merchant_desk.db import history
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.team import store
from merchant_desk.team.acts import TeamActs
from merchant_desk.team.losses import date_loss, week_loss
from merchant_desk.team.model import ALWAYS, FOREVER, WeekPlan, WeekSpan
from tests.conftest import NOW

THURSDAY = NOW.date()
MONDAY = dt.date(2026, 9, 7)
SUNDAY = dt.date(2026, 9, 20)
ONE_DAY = dt.timedelta(days=1)
USUAL = tuple(WeekSpan(weekday, "09:00", "18:00") for weekday in range(5))
LATE = tuple(WeekSpan(weekday, "12:00", "20:00") for weekday in range(5))
NOON = tuple(WeekSpan(weekday, "12:00", "13:00") for weekday in range(5))


@pytest.fixture
def acts(desk_file: ShopFile) -> TeamActs:
    return TeamActs(desk_file)


@pytest.fixture
def momo(acts: TeamActs) -> str:
    return acts.add_worker("Momo", week=USUAL)


def hours(day: dt.date, *pieces: tuple[int, int]) -> list[Span]:
    midnight = dt.datetime.combine(day, dt.time())
    return [Span(midnight + dt.timedelta(hours=a), midnight + dt.timedelta(hours=b)) for a, b in pieces]


def test_a_plan_from_a_day_until_a_day_and_the_earlier_one_again(
    desk_file: ShopFile, acts: TeamActs, momo: str
) -> None:
    acts.set_week(momo, LATE, from_day=MONDAY, to_day=SUNDAY)
    assert store.week(desk_file, momo, MONDAY - ONE_DAY) == list(USUAL)
    assert store.week(desk_file, momo, MONDAY) == list(LATE)
    assert store.week(desk_file, momo, SUNDAY) == list(LATE)
    assert store.week(desk_file, momo, SUNDAY + ONE_DAY) == list(USUAL)
    assert store.plans(desk_file, momo, THURSDAY) == [
        WeekPlan(ALWAYS, MONDAY - ONE_DAY, USUAL),
        WeekPlan(MONDAY, SUNDAY, LATE),
        WeekPlan(SUNDAY + ONE_DAY, FOREVER, USUAL),
    ]
    assert store.plans(desk_file, momo, SUNDAY + ONE_DAY) == [WeekPlan(SUNDAY + ONE_DAY, FOREVER, USUAL)]
    around = store.working_spans(desk_file, SUNDAY - 2 * ONE_DAY, SUNDAY + ONE_DAY)
    assert around == {momo: hours(SUNDAY - 2 * ONE_DAY, (12, 20)) + hours(SUNDAY + ONE_DAY, (9, 18))}
    history.undo(desk_file)
    assert store.plans(desk_file, momo, THURSDAY) == [WeekPlan(ALWAYS, FOREVER, USUAL)]


def test_a_plan_of_one_day_inside_another(desk_file: ShopFile, acts: TeamActs, momo: str) -> None:
    acts.set_week(momo, LATE, from_day=MONDAY, to_day=SUNDAY)
    acts.set_week(momo, (), from_day=MONDAY + ONE_DAY, to_day=MONDAY + ONE_DAY)
    assert [(plan.first, plan.spans) for plan in store.plans(desk_file, momo, THURSDAY)] == [
        (ALWAYS, USUAL),
        (MONDAY, LATE),
        (MONDAY + ONE_DAY, ()),
        (MONDAY + 2 * ONE_DAY, LATE),
        (SUNDAY + ONE_DAY, USUAL),
    ]
    assert store.working_spans(desk_file, MONDAY + ONE_DAY) == {momo: []}


def test_a_plan_that_only_changes_one_weekday_leaves_the_rows_of_the_others(
    desk_file: ShopFile, acts: TeamActs, momo: str
) -> None:
    acts.set_week(momo, (*USUAL[:4], LATE[4]), from_day=MONDAY, to_day=SUNDAY)
    assert desk_file.value("SELECT count(*) FROM shift WHERE weekday < 4") == 4
    assert desk_file.value("SELECT count(*) FROM shift WHERE weekday = 4") == 3


def test_a_plan_is_taken_back(desk_file: ShopFile, acts: TeamActs, momo: str, clock: FixedClock) -> None:
    acts.set_week(momo, LATE, from_day=MONDAY, to_day=SUNDAY)
    acts.drop_plan(momo, MONDAY)
    assert store.plans(desk_file, momo, THURSDAY) == [WeekPlan(ALWAYS, FOREVER, USUAL)]
    acts.set_week(momo, LATE, from_day=MONDAY)
    clock.set(dt.datetime.combine(MONDAY + 7 * ONE_DAY, dt.time(9)))
    acts.drop_plan(momo, MONDAY)  # the week that was worked by it keeps it
    assert [(plan.first, plan.last, plan.spans) for plan in store.plans(desk_file, momo, MONDAY)] == [
        (MONDAY, MONDAY + 6 * ONE_DAY, LATE),
        (MONDAY + 7 * ONE_DAY, FOREVER, USUAL),
    ]
    for first in (MONDAY, MONDAY + ONE_DAY, ALWAYS):
        with pytest.raises(DeskError, match="gone"):
            acts.drop_plan(momo, first)


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        (SUNDAY, MONDAY, "bad_period"),
        (dt.date(1900, 3, 1), None, "far_day"),
        (MONDAY, dt.date(2206, 9, 7), "far_day"),
        (None, THURSDAY - ONE_DAY, "bad_period"),
    ],
)
def test_a_plan_for_days_that_cannot_be(
    desk_file: ShopFile, acts: TeamActs, momo: str, first: dt.date | None, last: dt.date | None, code: str
) -> None:
    with pytest.raises(DeskError, match=code):
        acts.set_week(momo, LATE, from_day=first, to_day=last)
    assert store.plans(desk_file, momo, THURSDAY) == [WeekPlan(ALWAYS, FOREVER, USUAL)]


def test_a_plan_that_ends_has_breaks_of_its_own(desk_file: ShopFile, acts: TeamActs, momo: str) -> None:
    acts.set_week(momo, USUAL, breaks=NOON)
    three = [WeekSpan(0, "15:00", "16:00")]
    acts.set_hours(momo, {THURSDAY: [("10:00", "14:00")], SUNDAY + ONE_DAY: [("12:00", "13:00")]})
    before = store.working_spans(desk_file, THURSDAY, MONDAY - ONE_DAY)
    after = store.working_spans(desk_file, SUNDAY + ONE_DAY, SUNDAY + 30 * ONE_DAY)
    acts.set_week(momo, LATE, breaks=three, from_day=MONDAY, to_day=SUNDAY)
    assert store.working_spans(desk_file, MONDAY, MONDAY + ONE_DAY) == {
        momo: hours(MONDAY, (12, 15), (16, 20)) + hours(MONDAY + ONE_DAY, (12, 20))
    }
    assert store.working_spans(desk_file, THURSDAY, MONDAY - ONE_DAY) == before
    assert store.working_spans(desk_file, SUNDAY + ONE_DAY, SUNDAY + 30 * ONE_DAY) == after
    # The date whose only hour was a break is still a day off, not a usual day.
    assert [date.hours for date in store.dates(desk_file, momo, SUNDAY)] == [()]


def test_a_plan_that_ends_keeps_the_breaks_that_it_shares(
    desk_file: ShopFile, acts: TeamActs, momo: str
) -> None:
    acts.set_week(momo, USUAL, breaks=NOON)
    acts.set_week(momo, LATE, breaks=NOON, from_day=MONDAY, to_day=SUNDAY)
    assert store.breaks(desk_file, momo) == list(NOON)
    assert store.working_spans(desk_file, MONDAY) == {momo: hours(MONDAY, (13, 20))}


def test_a_worker_changed_without_a_week_keeps_what_is_planned(
    desk_file: ShopFile, acts: TeamActs, momo: str
) -> None:
    acts.set_week(momo, LATE, from_day=MONDAY, to_day=SUNDAY)
    acts.edit_worker(momo, name="小雨")
    assert len(store.plans(desk_file, momo, THURSDAY)) == 3
    acts.edit_worker(momo, week=LATE, breaks=NOON, from_day=SUNDAY, to_day=SUNDAY + ONE_DAY)
    assert store.working_spans(desk_file, SUNDAY + ONE_DAY) == {momo: hours(SUNDAY + ONE_DAY, (13, 20))}


def test_the_hours_that_a_change_takes_away(desk_file: ShopFile, acts: TeamActs, momo: str) -> None:
    acts.add_time_off(momo, *hours(THURSDAY, (9, 10))[0])
    lost = week_loss(desk_file, momo, LATE, (), THURSDAY, THURSDAY + ONE_DAY)
    assert lost == hours(THURSDAY, (10, 12)) + hours(THURSDAY + ONE_DAY, (9, 12))
    rest = [WeekSpan(4, "17:00", "18:00")]
    assert (
        week_loss(desk_file, momo, USUAL, rest, THURSDAY, FOREVER)[0]
        == hours(THURSDAY + ONE_DAY, (17, 18))[0]
    )
    assert week_loss(desk_file, momo, USUAL, (), THURSDAY, FOREVER) == []
    friday = THURSDAY + ONE_DAY
    assert date_loss(desk_file, momo, {friday: [("10:00", "12:00"), ("13:00", "22:00")]}) == hours(
        friday, (9, 10), (12, 13)
    )
    assert date_loss(desk_file, momo, {THURSDAY: []}) == hours(THURSDAY, (10, 18))


def test_a_plan_whose_days_change_leaves_nothing_behind(
    desk_file: ShopFile, acts: TeamActs, momo: str
) -> None:
    acts.set_week(momo, LATE, from_day=MONDAY, to_day=SUNDAY)
    last = MONDAY + 2 * ONE_DAY
    acts.edit_worker(momo, week=LATE, breaks=(), from_day=MONDAY + ONE_DAY, to_day=last, instead_of=MONDAY)
    assert [(plan.first, plan.spans) for plan in store.plans(desk_file, momo, THURSDAY)] == [
        (ALWAYS, USUAL),
        (MONDAY + ONE_DAY, LATE),
        (last + ONE_DAY, USUAL),
    ]
