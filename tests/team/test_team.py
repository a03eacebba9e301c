"""Workers come, change their weeks, are away and leave; the board learns who works when."""

from __future__ import annotations

import datetime as dt

import pytest

from merchant_desk.core.clock import FixedClock
from merchant_desk.core.errors import DeskError
from merchant_desk.core.spans import Span
from merchant_desk.db import history
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.shop.acts import ShopActs
from merchant_desk.shop.model import OpeningSpan
from merchant_desk.team import store
from merchant_desk.team.acts import TeamActs
from merchant_desk.team.model import WORKER_COLOURS, TimeOff, WeekSpan, Worker
from tests.conftest import NOW

THURSDAY = NOW.date()
FRIDAY = THURSDAY + dt.timedelta(days=1)
NINE_TO_SIX = [WeekSpan(weekday, "09:00", "18:00") for weekday in range(5)]


@pytest.fixture
def acts(desk_file: ShopFile) -> TeamActs:
    return TeamActs(desk_file)


def hours(day: dt.date, start: int, end: int) -> Span:
    midnight = dt.datetime.combine(day, dt.time())
    return Span(midnight + dt.timedelta(hours=start), midnight + dt.timedelta(hours=end))


def test_a_worker_comes(desk_file: ShopFile, acts: TeamActs) -> None:
    momo = acts.add_worker(" Momo ", role="owner", week=NINE_TO_SIX)
    assert store.workers(desk_file) == [Worker(momo, "Momo", WORKER_COLOURS[0], "owner", False)]
    assert store.week(desk_file, momo, THURSDAY) == NINE_TO_SIX
    assert store.worker(desk_file, "nobody") is None


@pytest.mark.parametrize("name", ["", "  ", "\u200b"])
def test_a_worker_has_a_name(desk_file: ShopFile, acts: TeamActs, name: str) -> None:
    with pytest.raises(DeskError, match="no_name"):
        acts.add_worker(name)
    assert store.workers(desk_file) == []


def test_without_a_week_they_work_when_the_shop_is_open(desk_file: ShopFile, acts: TeamActs) -> None:
    ShopActs(desk_file).set_up("小满", "hair", opening=[OpeningSpan(3, "10:00", "20:00")])
    momo = acts.add_worker("Momo")
    assert store.week(desk_file, momo, THURSDAY) == [WeekSpan(3, "10:00", "20:00")]
    off = acts.add_worker("Lin", week=[])
    assert store.week(desk_file, off, THURSDAY) == []


def test_everyone_gets_a_colour_nobody_has(desk_file: ShopFile, acts: TeamActs) -> None:
    for at in range(len(WORKER_COLOURS) + 2):
        acts.add_worker(f"W{at}")
    colours = [worker.colour for worker in store.workers(desk_file)]
    assert colours[: len(WORKER_COLOURS)] == list(WORKER_COLOURS)
    assert set(colours[len(WORKER_COLOURS) :]) <= set(WORKER_COLOURS)
    assert acts.add_worker("red", colour="#FF0000")
    assert store.workers(desk_file)[-1].colour == "#FF0000"


def test_editing_a_worker(desk_file: ShopFile, acts: TeamActs) -> None:
    momo = acts.add_worker("Momo")
    acts.edit_worker(momo, name="小雨", role="manager", colour="#123456")
    assert store.worker(desk_file, momo) == Worker(momo, "小雨", "#123456", "manager", False)
    acts.edit_worker(momo, name="阿琳")
    assert store.worker(desk_file, momo) == Worker(momo, "阿琳", "#123456", "manager", False)
    with pytest.raises(DeskError, match="no_name"):
        acts.edit_worker(momo, name=" ")
    with pytest.raises(DeskError, match="gone"):
        acts.edit_worker("nobody", name="x")


def test_who_left_is_hidden_and_what_they_are_booked_for_stays(desk_file: ShopFile, acts: TeamActs) -> None:
    momo, lin = acts.add_worker("Momo", week=NINE_TO_SIX), acts.add_worker("Lin", week=NINE_TO_SIX)
    line = book(desk_file, momo)
    acts.archive_worker(momo)
    assert [worker.name for worker in store.workers(desk_file)] == ["Lin"]
    assert [(w.name, w.archived) for w in store.workers(desk_file, archived=True)] == [
        ("Lin", False),
        ("Momo", True),
    ]
    assert set(store.working_spans(desk_file, THURSDAY)) == {lin}
    assert desk_file.value("SELECT worker_id FROM appointment_line WHERE id = :id", id=line) == momo
    acts.restore_worker(momo)
    assert [worker.name for worker in store.workers(desk_file)] == ["Momo", "Lin"]
    assert store.week(desk_file, momo, THURSDAY) == NINE_TO_SIX


def book(file: ShopFile, worker_id: str) -> str:
    with file.act("book") as act:
        service = act.insert("service", {"name": "Gel", "minutes": 60, "price": 100})
        customer = act.insert("customer", {"name": "Ana"})
        made = act.insert("appointment", {"customer_id": customer})
        spans = dict.fromkeys(("start", "busy_from"), "2026-08-27T10:00")
        spans |= dict.fromkeys(("end", "busy_to"), "2026-08-27T11:00")
        row = {"appointment_id": made, "seq": 1, "service_id": service, "worker_id": worker_id}
        return act.insert("appointment_line", {**row, **spans})


@pytest.mark.parametrize(
    ("start", "end", "code"),
    [
        ("22:00", "02:00", "over_midnight"),
        ("09:00", "09:00", "end_before_start"),
        ("9", "18:00", "bad_time"),
    ],
)
def test_a_shift_that_cannot_be_is_refused(
    desk_file: ShopFile, acts: TeamActs, start: str, end: str, code: str
) -> None:
    momo = acts.add_worker("Momo", week=NINE_TO_SIX)
    with pytest.raises(DeskError, match=code):
        acts.set_week(momo, [WeekSpan(0, start, end)])
    with pytest.raises(DeskError, match=code):
        acts.set_week(momo, NINE_TO_SIX, breaks=[WeekSpan(0, start, end)])
    with pytest.raises(DeskError, match=code):
        acts.add_worker("Lin", week=[WeekSpan(0, start, end)])
    assert store.week(desk_file, momo, THURSDAY) == NINE_TO_SIX
    assert len(store.workers(desk_file)) == 1


def test_a_new_week_holds_from_today_and_yesterday_keeps_the_old(
    desk_file: ShopFile, acts: TeamActs, clock: FixedClock
) -> None:
    momo = acts.add_worker("Momo", week=NINE_TO_SIX)
    late = [WeekSpan(weekday, "12:00", "20:00") for weekday in range(5)]
    acts.set_week(momo, late)
    assert store.week(desk_file, momo, THURSDAY - dt.timedelta(days=1)) == NINE_TO_SIX
    assert store.week(desk_file, momo, THURSDAY) == late
    clock.set(NOW + dt.timedelta(days=7))
    acts.set_week(momo, [late[0], WeekSpan(5, "10:00", "14:00")])
    assert store.week(desk_file, momo, THURSDAY) == late
    assert store.week(desk_file, momo, THURSDAY + dt.timedelta(days=7)) == [
        late[0],
        WeekSpan(5, "10:00", "14:00"),
    ]
    history.undo(desk_file)
    assert store.week(desk_file, momo, THURSDAY + dt.timedelta(days=7)) == late
    history.undo(desk_file)
    assert store.week(desk_file, momo, THURSDAY) == NINE_TO_SIX


def test_changing_ones_mind_on_the_same_day_leaves_one_plan(desk_file: ShopFile, acts: TeamActs) -> None:
    momo = acts.add_worker("Momo", week=NINE_TO_SIX)
    acts.set_week(momo, [WeekSpan(3, "12:00", "20:00")])
    acts.set_week(momo, [WeekSpan(3, "13:00", "21:00")])
    assert store.week(desk_file, momo, THURSDAY) == [WeekSpan(3, "13:00", "21:00")]
    assert desk_file.value("SELECT count(*) FROM shift WHERE valid_to = '9999-12-31'") == 1


def test_a_week_can_begin_later(desk_file: ShopFile, acts: TeamActs) -> None:
    momo = acts.add_worker("Momo", week=NINE_TO_SIX)
    monday = dt.date(2026, 9, 7)
    acts.set_week(momo, [WeekSpan(0, "12:00", "20:00")], from_day=monday)
    assert store.week(desk_file, momo, monday - dt.timedelta(days=1)) == NINE_TO_SIX
    assert store.week(desk_file, momo, monday) == [WeekSpan(0, "12:00", "20:00")]


def test_a_week_from_today_takes_the_place_of_all_that_was_planned_later(
    desk_file: ShopFile, acts: TeamActs
) -> None:
    momo = acts.add_worker("Momo", week=NINE_TO_SIX)
    late, monday = [WeekSpan(0, "12:00", "20:00")], dt.date(2026, 9, 7)
    acts.set_week(momo, late, from_day=monday)
    acts.set_week(momo, NINE_TO_SIX)
    assert store.week(desk_file, momo, THURSDAY) == NINE_TO_SIX
    assert store.week(desk_file, momo, monday) == NINE_TO_SIX
    acts.set_week(momo, late, from_day=monday)
    acts.set_week(momo, late)
    assert store.week(desk_file, momo, THURSDAY) == late
    assert store.week(desk_file, momo, monday) == late


def test_breaks_are_kept_and_replaced(desk_file: ShopFile, acts: TeamActs) -> None:
    momo = acts.add_worker("Momo", week=NINE_TO_SIX)
    acts.set_week(momo, NINE_TO_SIX, breaks=[WeekSpan(3, "12:00", "13:00"), WeekSpan(4, "12:00", "13:00")])
    acts.set_week(momo, NINE_TO_SIX, breaks=[WeekSpan(3, "12:00", "13:00")])
    assert store.breaks(desk_file, momo) == [WeekSpan(3, "12:00", "13:00")]
    assert store.working_spans(desk_file, THURSDAY) == {
        momo: [hours(THURSDAY, 9, 12), hours(THURSDAY, 13, 18)]
    }
    with pytest.raises(DeskError, match="gone"):
        acts.set_week("nobody", NINE_TO_SIX)


def test_time_off(desk_file: ShopFile, acts: TeamActs) -> None:
    momo = acts.add_worker("Momo", week=NINE_TO_SIX)
    start, end = dt.datetime(2026, 8, 20, 15), dt.datetime(2026, 8, 21, 12)
    off = acts.add_time_off(momo, start, end, " 培训 ")
    assert store.time_off(desk_file, momo, THURSDAY, THURSDAY) == [TimeOff(off, momo, start, end, "培训")]
    assert store.time_off(desk_file, momo, FRIDAY, FRIDAY) == [TimeOff(off, momo, start, end, "培训")]
    assert store.time_off(desk_file, momo, dt.date(2026, 8, 22), dt.date(2026, 8, 30)) == []
    assert store.working_spans(desk_file, THURSDAY, FRIDAY) == {
        momo: [hours(THURSDAY, 9, 15), hours(FRIDAY, 12, 18)]
    }
    acts.remove_time_off(off)
    assert store.working_spans(desk_file, THURSDAY) == {momo: [hours(THURSDAY, 9, 18)]}
    with pytest.raises(DeskError, match="gone"):
        acts.remove_time_off(off)


def test_time_off_that_ends_at_midnight_does_not_touch_the_next_day(
    desk_file: ShopFile, acts: TeamActs
) -> None:
    momo = acts.add_worker("Momo", week=NINE_TO_SIX)
    acts.add_time_off(momo, dt.datetime(2026, 8, 20), dt.datetime(2026, 8, 21))
    assert store.time_off(desk_file, momo, FRIDAY, FRIDAY) == []
    assert store.working_spans(desk_file, THURSDAY, FRIDAY) == {momo: [hours(FRIDAY, 9, 18)]}


@pytest.mark.parametrize("minutes", [0, -30])
def test_time_off_ends_after_it_starts(desk_file: ShopFile, acts: TeamActs, minutes: int) -> None:
    momo = acts.add_worker("Momo")
    with pytest.raises(DeskError, match="end_before_start"):
        acts.add_time_off(momo, NOW, NOW + dt.timedelta(minutes=minutes))
    with pytest.raises(DeskError, match="gone"):
        acts.add_time_off("nobody", NOW, NOW + dt.timedelta(hours=1))


def test_an_exception_stands_in_for_the_weekday(desk_file: ShopFile, acts: TeamActs) -> None:
    momo = acts.add_worker("Momo", week=NINE_TO_SIX)
    acts.set_week(momo, NINE_TO_SIX, breaks=[WeekSpan(3, "12:00", "13:00")])
    with desk_file.act("exceptions") as act:
        thursday, friday = {"worker_id": momo, "day": "2026-08-20"}, {"worker_id": momo, "day": "2026-08-21"}
        act.insert("shift_exception", {**thursday, "start": "11:00", "end": "14:00"})
        act.insert("shift_exception", {**thursday, "start": "20:00", "end": "24:00"})
        act.insert("shift_exception", friday)
    assert store.working_spans(desk_file, THURSDAY, FRIDAY) == {
        momo: [hours(THURSDAY, 11, 12), hours(THURSDAY, 13, 14), hours(THURSDAY, 20, 24)]
    }


def test_a_closed_day_has_no_shifts_nor_exceptions(desk_file: ShopFile, acts: TeamActs) -> None:
    momo = acts.add_worker("Momo", week=NINE_TO_SIX)
    with desk_file.act("exception") as act:
        row = {"worker_id": momo, "day": "2026-08-20", "start": "11:00", "end": "14:00"}
        act.insert("shift_exception", row)
    ShopActs(desk_file).close_days(THURSDAY, THURSDAY, "盘点")
    assert store.working_spans(desk_file, THURSDAY, FRIDAY) == {momo: [hours(FRIDAY, 9, 18)]}


def test_a_plan_that_changes_inside_the_asked_days(desk_file: ShopFile, acts: TeamActs) -> None:
    momo = acts.add_worker("Momo", week=NINE_TO_SIX)
    acts.set_week(momo, [WeekSpan(4, "12:00", "20:00")], from_day=FRIDAY)
    assert store.working_spans(desk_file, THURSDAY, FRIDAY) == {
        momo: [hours(THURSDAY, 9, 18), hours(FRIDAY, 12, 20)]
    }


def test_a_day_without_a_shift_is_an_empty_list(desk_file: ShopFile, acts: TeamActs) -> None:
    momo = acts.add_worker("Momo", week=NINE_TO_SIX)
    assert store.working_spans(desk_file, dt.date(2026, 8, 22)) == {momo: []}
