"""Public holidays: what is built in, what a year loaded later changes, and whose they are."""

from __future__ import annotations

import datetime as dt

import pytest

from merchant_desk.core.errors import DeskError
from merchant_desk.db import history
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.shop import store
from merchant_desk.shop.acts import ShopActs
from merchant_desk.shop.holidays import Holiday, built_in

D = dt.date
SPRING_2027 = [Holiday(D(2027, 2, 6) + dt.timedelta(days=day), "春节") for day in range(3)]


@pytest.fixture
def acts(desk_file: ShopFile) -> ShopActs:
    made = ShopActs(desk_file)
    made.set_up("小满", "hair")
    return made


def spells(year: int) -> list[tuple[str, str, str]]:
    """The notice of a year, written by hand: name, first and last day off."""
    found: list[tuple[str, str, str]] = []
    for one in built_in("cn", year):
        if one.works:
            continue
        name, last = one.name, f"{one.day:%m-%d}"
        before = f"{one.day - dt.timedelta(days=1):%m-%d}"
        if found and found[-1][0] == name and found[-1][2] == before:
            found[-1] = (name, found[-1][1], last)
        else:
            found.append((name, last, last))
    return found


def working(year: int) -> str:
    """The swapped working days of a year."""
    return " ".join(f"{one.day:%m-%d}" for one in built_in("cn", year) if one.works)


def test_the_notices_of_three_years() -> None:
    assert spells(2024) == [
        ("元旦", "01-01", "01-01"),
        ("春节", "02-10", "02-17"),
        ("清明节", "04-04", "04-06"),
        ("劳动节", "05-01", "05-05"),
        ("端午节", "06-10", "06-10"),
        ("中秋节", "09-15", "09-17"),
        ("国庆节", "10-01", "10-07"),
    ]
    assert working(2024) == "02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12"
    assert spells(2025) == [
        ("元旦", "01-01", "01-01"),
        ("春节", "01-28", "02-04"),
        ("清明节", "04-04", "04-06"),
        ("劳动节", "05-01", "05-05"),
        ("端午节", "05-31", "06-02"),
        ("国庆节、中秋节", "10-01", "10-08"),
    ]
    assert working(2025) == "01-26 02-08 04-27 09-28 10-11"
    assert spells(2026) == [
        ("元旦", "01-01", "01-03"),
        ("春节", "02-15", "02-23"),
        ("清明节", "04-04", "04-06"),
        ("劳动节", "05-01", "05-05"),
        ("端午节", "06-19", "06-21"),
        ("中秋节", "09-25", "09-27"),
        ("国庆节", "10-01", "10-07"),
    ]
    assert working(2026) == "01-04 02-14 02-28 05-09 09-20 10-10"


@pytest.mark.parametrize(("year", "statutory"), [(2024, 11), (2025, 13), (2026, 13)])
def test_swapping_gives_no_day_away(year: int, statutory: int) -> None:
    """Weekdays off less weekend days worked are the days the law gives that year."""
    days = built_in("cn", year)
    assert len({one.day for one in days}) == len(days)
    assert all(one.day.weekday() >= 5 for one in days if one.works)
    off = sum(one.day.weekday() < 5 for one in days if not one.works)
    assert off - sum(one.works for one in days) == statutory


def test_holidays_have_both_names() -> None:
    days = [one for year in (2024, 2025, 2026) for one in built_in("cn", year)]
    assert all(one.english and one.called("en") != one.called("zh_CN") for one in days)
    assert Holiday(D(2027, 1, 1), "店庆").called("en") == "店庆"


def test_a_span_of_days_is_read_over_the_turn_of_the_year(desk_file: ShopFile, acts: ShopActs) -> None:
    found = store.holidays(desk_file, D(2025, 10, 8), D(2026, 1, 1))
    assert [(one.day, one.called("en"), one.works) for one in found] == [
        (D(2025, 10, 8), "National Day and Mid-Autumn Festival", False),
        (D(2025, 10, 11), "National Day and Mid-Autumn Festival", True),
        (D(2026, 1, 1), "New Year's Day", False),
    ]


def test_a_year_without_data_is_not_announced(desk_file: ShopFile, acts: ShopActs) -> None:
    assert store.announced(desk_file, 2026)
    assert not store.announced(desk_file, 2027)
    assert store.announced(desk_file, 2019)  # long past: there is nothing to wait for
    assert store.holidays(desk_file, D(2027, 1, 1), D(2027, 12, 31)) == []


def test_a_later_year_is_loaded_and_undone(desk_file: ShopFile, acts: ShopActs) -> None:
    acts.load_holidays(2027, [*SPRING_2027, Holiday(D(2027, 2, 20), " 春节 ", works=True)])
    found = store.holidays(desk_file, D(2027, 1, 1), D(2027, 12, 31))
    assert [(one.day.day, one.works) for one in found] == [(6, False), (7, False), (8, False), (20, True)]
    assert {one.called("en") for one in found} == {"Spring Festival"}
    assert store.announced(desk_file, 2027)
    history.undo(desk_file)
    assert not store.announced(desk_file, 2027)
    assert store.holidays(desk_file, D(2027, 1, 1), D(2027, 12, 31)) == []
    history.redo(desk_file)
    assert len(store.holidays(desk_file, D(2027, 1, 1), D(2027, 12, 31))) == 4


def test_loading_a_year_again_corrects_it(desk_file: ShopFile, acts: ShopActs) -> None:
    acts.load_holidays(2026, [Holiday(D(2026, 10, 1), "国庆节"), Holiday(D(2026, 10, 8), "国庆节")])
    assert [one.day for one in store.holidays(desk_file, D(2026, 1, 1), D(2026, 12, 31))] == [
        D(2026, 10, 1),
        D(2026, 10, 8),
    ]
    assert len(store.holidays(desk_file, D(2025, 1, 1), D(2025, 12, 31))) == len(built_in("cn", 2025))
    acts.load_holidays(2026, [Holiday(D(2026, 10, 1), "国庆节", works=True)])
    assert [one.works for one in store.holidays(desk_file, D(2026, 1, 1), D(2026, 12, 31))] == [True]
    acts.forget_holidays(2026)
    assert store.holidays(desk_file, D(2026, 1, 1), D(2026, 12, 31)) == list(built_in("cn", 2026))
    assert desk_file.value("SELECT count(*) FROM holiday") == 0


def test_a_new_year_that_begins_in_december_leaves_the_old_year_alone(
    desk_file: ShopFile, acts: ShopActs
) -> None:
    eve = Holiday(D(2026, 12, 31), "元旦", english="New Year's Day")
    acts.load_holidays(2027, [eve, *SPRING_2027])
    whole = store.holidays(desk_file, D(2026, 1, 1), D(2026, 12, 31))
    assert whole == [*built_in("cn", 2026), eve]
    acts.load_holidays(2026, [Holiday(D(2026, 5, 1), "劳动节")])
    days = [one.day for one in store.holidays(desk_file, D(2026, 1, 1), D(2026, 12, 31))]
    assert days == [D(2026, 5, 1), D(2026, 12, 31)]
    acts.load_holidays(2027, SPRING_2027)
    days = [one.day for one in store.holidays(desk_file, D(2026, 1, 1), D(2026, 12, 31))]
    assert days == [D(2026, 5, 1)]


@pytest.mark.parametrize(
    ("days", "code"),
    [
        ([], "no_holidays_yet"),
        ([Holiday(D(2028, 2, 1), "春节")], "other_year"),
        ([Holiday(D(2026, 11, 30), "春节")], "other_year"),
        ([Holiday(D(2027, 2, 1), "春节"), Holiday(D(2027, 2, 1), "春节", works=True)], "holiday_twice"),
        ([Holiday(D(2027, 2, 1), " ")], "no_name"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_written(
    desk_file: ShopFile, acts: ShopActs, days: list[Holiday], code: str
) -> None:
    with pytest.raises(DeskError, match=code):
        acts.load_holidays(2027, [*days])
    assert not store.announced(desk_file, 2027)


def test_elsewhere_they_are_off_until_they_are_wanted(desk_file: ShopFile) -> None:
    acts = ShopActs(desk_file)
    acts.set_up("Ana's", "hair", currency="USD", zone="America/New_York")
    year = (D(2026, 1, 1), D(2026, 12, 31))
    assert store.holiday_calendar(desk_file) == ""
    assert store.holidays(desk_file, *year) == []
    assert store.announced(desk_file, 2031), "nobody waits for it"
    acts.load_holidays(2026, [Holiday(D(2026, 7, 4), "Independence Day")])
    assert [one.called("zh_CN") for one in store.holidays(desk_file, *year)] == ["Independence Day"]
    acts.forget_holidays(2026)
    acts.choose_holidays("cn")
    assert store.holidays(desk_file, *year) == list(built_in("cn", 2026))
    history.undo(desk_file)
    assert store.holiday_calendar(desk_file) == ""
    with pytest.raises(ValueError, match="mars"):
        acts.choose_holidays("mars")


def test_a_shop_in_china_may_go_without(desk_file: ShopFile, acts: ShopActs) -> None:
    assert store.holiday_calendar(desk_file) == "cn"
    acts.choose_holidays("")
    assert store.holidays(desk_file, D(2026, 1, 1), D(2026, 12, 31)) == []
