"""Time off that comes again, without one of its times, and until it ends."""

from __future__ import annotations

import datetime as dt
import sys

import pytest

from merchant_desk.core.errors import DeskError
from merchant_desk.core.spans import Span
from merchant_desk.db import history
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.team import store
from merchant_desk.team.acts import TeamActs
from merchant_desk.team.model import WeekSpan
from tests.conftest import NOW

THURSDAY = NOW.date()
TUESDAY = dt.datetime(2026, 8, 25, 14)
TUESDAYS = "FREQ=WEEKLY;BYDAY=TU"
FOUR = dt.timedelta(hours=4)
WEEK = dt.timedelta(weeks=1)
EVERY_DAY = [WeekSpan(weekday, "09:00", "18:00") for weekday in range(7)]


@pytest.fixture
def acts(desk_file: ShopFile) -> TeamActs:
    return TeamActs(desk_file)


@pytest.fixture
def momo(acts: TeamActs) -> str:
    return acts.add_worker("Momo", week=EVERY_DAY)


def starts(file: ShopFile, worker_id: str, days: int = 60) -> list[dt.datetime]:
    """When the worker's time off begins in the days from Thursday on."""
    each = store.away(file, THURSDAY, THURSDAY + dt.timedelta(days=days), worker_id)
    return [one.span.start for one in each.get(worker_id, [])]


def test_every_tuesday_afternoon(desk_file: ShopFile, acts: TeamActs, momo: str) -> None:
    off = acts.add_time_off(momo, TUESDAY, TUESDAY + FOUR, "培训", TUESDAYS)
    assert starts(desk_file, momo, 20) == [TUESDAY, TUESDAY + WEEK, TUESDAY + 2 * WEEK]
    later = TUESDAY.date() + 100 * WEEK
    assert store.working_spans(desk_file, later) == {
        momo: [Span(dt.datetime.combine(later, dt.time(9)), dt.datetime.combine(later, dt.time(14)))]
    }
    assert [(one.id, one.start) for one in store.time_off(desk_file, momo, later, later + WEEK)] == [
        (off, TUESDAY)
    ]
    assert store.time_off(desk_file, momo, THURSDAY, THURSDAY) == []


def test_a_rule_begins_at_its_first_time(desk_file: ShopFile, acts: TeamActs, momo: str) -> None:
    wednesday = TUESDAY + dt.timedelta(days=1)
    acts.add_time_off(momo, wednesday, wednesday + FOUR, "", TUESDAYS)
    assert store.time_off(desk_file, momo, THURSDAY, THURSDAY + 4 * WEEK)[0].start == TUESDAY + WEEK


def test_whole_days_that_reach_into_the_days_asked_for(
    desk_file: ShopFile, acts: TeamActs, momo: str
) -> None:
    first = dt.datetime(2026, 8, 21)
    acts.add_time_off(momo, first, first + dt.timedelta(days=3), "", "FREQ=WEEKLY;INTERVAL=2")
    monday, sunday = dt.date(2026, 9, 7), dt.date(2026, 9, 6)
    assert store.working_spans(desk_file, sunday) == {momo: []}
    assert store.working_spans(desk_file, monday)[momo] != []
    assert [one.span.start for one in store.away(desk_file, sunday, sunday)[momo]] == [
        dt.datetime(2026, 9, 4)
    ]


def test_one_of_its_times_is_taken_back(desk_file: ShopFile, acts: TeamActs, momo: str) -> None:
    off = acts.add_time_off(momo, TUESDAY, TUESDAY + FOUR, "", TUESDAYS)
    acts.skip_time_off(off, TUESDAY + WEEK)
    acts.skip_time_off(off, TUESDAY)
    assert starts(desk_file, momo, 26) == [TUESDAY + 2 * WEEK, TUESDAY + 3 * WEEK]
    for moment in (TUESDAY, TUESDAY + dt.timedelta(hours=1)):
        with pytest.raises(DeskError, match="gone"):
            acts.skip_time_off(off, moment)
    history.undo(desk_file)
    assert starts(desk_file, momo, 12) == [TUESDAY]


def test_the_last_of_its_times_taken_back_takes_the_note_with_it(
    desk_file: ShopFile, acts: TeamActs, momo: str
) -> None:
    off = acts.add_time_off(momo, TUESDAY, TUESDAY + FOUR, "", TUESDAYS + ";COUNT=2")
    acts.skip_time_off(off, TUESDAY)
    assert starts(desk_file, momo) == [TUESDAY + WEEK]
    acts.skip_time_off(off, TUESDAY + WEEK)
    assert store.note(desk_file, off) is None


@pytest.mark.parametrize("rule", [TUESDAYS, TUESDAYS + ";COUNT=9", TUESDAYS + ";UNTIL=20261001T000000"])
def test_it_ends_from_a_day_on(desk_file: ShopFile, acts: TeamActs, momo: str, rule: str) -> None:
    off = acts.add_time_off(momo, TUESDAY, TUESDAY + FOUR, "", rule)
    acts.skip_time_off(off, TUESDAY + WEEK)
    acts.end_time_off(off, (TUESDAY + 3 * WEEK).date())
    assert starts(desk_file, momo, 200) == [TUESDAY, TUESDAY + 2 * WEEK]
    acts.end_time_off(off, (TUESDAY + 8 * WEEK).date())  # it has ended before
    assert starts(desk_file, momo, 200) == [TUESDAY, TUESDAY + 2 * WEEK]
    acts.end_time_off(off, TUESDAY.date())
    assert store.note(desk_file, off) is None
    history.undo(desk_file)
    assert starts(desk_file, momo, 200) == [TUESDAY, TUESDAY + 2 * WEEK]


@pytest.mark.parametrize(
    "rule",
    [
        "every tuesday",
        "FREQ=HOURLY",
        "FREQ=MINUTELY",
        "FREQ=WEEKLY;UNTIL=20200101T000000",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    ],
)
def test_a_rule_that_cannot_be(desk_file: ShopFile, acts: TeamActs, momo: str, rule: str) -> None:
    with pytest.raises(DeskError, match="bad_rule"):
        acts.add_time_off(momo, TUESDAY, TUESDAY + FOUR, "", rule)
    assert starts(desk_file, momo) == []


def test_the_last_of_february(desk_file: ShopFile, acts: TeamActs, momo: str) -> None:
    leap = dt.datetime(2028, 2, 29)
    rule = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1"
    acts.add_time_off(momo, leap, leap + dt.timedelta(days=1), "生日", rule)
    days = [one.span.start.date() for one in store.away(desk_file, leap.date(), dt.date(2032, 3, 1))[momo]]
    assert days == [leap.date(), *(dt.date(year, 2, 28) for year in (2029, 2030, 2031)), dt.date(2032, 2, 29)]


@pytest.mark.parametrize("year", [1900, 2126])
def test_a_date_in_another_century(desk_file: ShopFile, acts: TeamActs, momo: str, year: int) -> None:
    day = TUESDAY.replace(year=year)
    with pytest.raises(DeskError, match="far_day"):
        acts.add_time_off(momo, day, day + FOUR)
    with pytest.raises(DeskError, match="far_day"):
        acts.add_time_off(momo, min(day, TUESDAY), max(day, TUESDAY))
    assert desk_file.value("SELECT count(*) FROM time_off") == 0


def test_time_off_that_is_noted_already_is_refused_and_overlapping_time_off_counts_once(
    desk_file: ShopFile, acts: TeamActs, momo: str
) -> None:
    monday = dt.datetime(2026, 8, 24)
    day = dt.timedelta(days=1)
    acts.add_time_off(momo, monday, monday + 2 * day)
    acts.add_time_off(momo, monday + day, monday + 3 * day)  # part of it is new
    for first, last in ((monday, monday + day), (monday + day, monday + 3 * day), (monday, monday + 3 * day)):
        with pytest.raises(DeskError, match="already_away") as refused:
            acts.add_time_off(momo, first, last)
        assert refused.value.facts["worker"] == "Momo"
    assert store.working_spans(desk_file, monday.date(), (monday + 2 * day).date()) == {momo: []}


def test_the_same_repeated_time_off_twice_is_refused_and_leave_over_it_is_not(
    desk_file: ShopFile, acts: TeamActs, momo: str
) -> None:
    acts.add_time_off(momo, TUESDAY, TUESDAY + FOUR, "", TUESDAYS)
    with pytest.raises(DeskError, match="already_away"):
        acts.add_time_off(momo, TUESDAY, TUESDAY + FOUR, "", TUESDAYS)
    acts.add_time_off(momo, TUESDAY, TUESDAY + FOUR, "", "FREQ=MONTHLY")
    acts.add_time_off(momo, dt.datetime(2026, 8, 24), dt.datetime(2026, 8, 29))
    assert len(store.time_off(desk_file, momo, THURSDAY, THURSDAY + WEEK)) == 3


def test_what_a_day_lacks_and_why(desk_file: ShopFile, acts: TeamActs, momo: str) -> None:
    off = acts.add_time_off(momo, TUESDAY, TUESDAY + FOUR, "培训", TUESDAYS)
    acts.add_time_off(momo, dt.datetime(2026, 8, 26, 19), dt.datetime(2026, 8, 26, 21))
    days = store.day_hours(desk_file, TUESDAY.date(), dt.date(2026, 8, 26))[momo]
    assert [(one.off.id, one.span.start) for one in days[0].away] == [(off, TUESDAY)]
    assert [span.minutes for span in days[0].spans] == [5 * 60]
    assert [span.minutes for span in days[0].planned] == [9 * 60]
    assert days[1].away == ()  # in the evening nobody works anyway


def test_a_file_without_rules_does_not_import_what_reads_them(
    desk_file: ShopFile, acts: TeamActs, momo: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    acts.add_time_off(momo, TUESDAY, TUESDAY + FOUR)
    monkeypatch.setitem(sys.modules, "merchant_desk.core.recurrence", None)
    monkeypatch.setitem(sys.modules, "dateutil", None)
    assert store.working_spans(desk_file, TUESDAY.date())[momo][0].minutes == 5 * 60
