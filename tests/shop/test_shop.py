"""The shop's own facts, hours and closed days, on a real file."""

from __future__ import annotations

import datetime as dt

import pytest

from merchant_desk.core.errors import DeskError
from merchant_desk.db import history
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.shop import store
from merchant_desk.shop.acts import ShopActs
from merchant_desk.shop.model import (
    DEFAULT_OPENING,
    BookingRules,
    OpeningSpan,
    Shop,
    at_time,
    read_name,
    read_time,
)
from tests.blank import known_shop


@pytest.fixture
def acts(desk_file: ShopFile) -> ShopActs:
    return ShopActs(desk_file)


def test_a_new_file_has_no_shop(desk_file: ShopFile) -> None:
    assert store.shop(desk_file) is None
    assert store.opening(desk_file) == []


def test_setting_up(desk_file: ShopFile, acts: ShopActs) -> None:
    acts.set_up("  小满美甲 ", "nails_lashes")
    assert store.shop(desk_file) == Shop("小满美甲", "nails_lashes", "CNY", "Asia/Shanghai", 15)
    assert store.opening(desk_file) == list(DEFAULT_OPENING)


def test_setting_up_elsewhere(desk_file: ShopFile, acts: ShopActs) -> None:
    hours = [OpeningSpan(0, "9:00", "13:00"), OpeningSpan(0, "14:00", "24:00")]
    acts.set_up("Ana's", "hair", currency="USD", zone="America/New_York", opening=hours)
    assert store.shop(desk_file) == Shop("Ana's", "hair", "USD", "America/New_York", 15)
    assert store.opening(desk_file) == [OpeningSpan(0, "09:00", "13:00"), OpeningSpan(0, "14:00", "24:00")]


def test_all_that_is_saved_at_once_is_one_act(desk_file: ShopFile, acts: ShopActs) -> None:
    acts.set_up("小满美甲", "nails_lashes")
    before = store.shop(desk_file), store.opening(desk_file), store.booking_rules(desk_file)
    shop = Shop("Ana's", "hair", "USD", "America/New_York", 15)
    hours, rules = [OpeningSpan(0, "09:00", "13:00")], BookingRules(step=30, notice=120, alert=0)
    acts.save(shop, hours, rules)
    assert store.shop(desk_file) == shop._replace(step_minutes=30)
    assert (store.opening(desk_file), store.booking_rules(desk_file)) == (hours, rules)
    history.undo(desk_file)
    assert (store.shop(desk_file), store.opening(desk_file), store.booking_rules(desk_file)) == before
    for broken in (
        (shop._replace(name=" "), hours, rules),
        (shop, [OpeningSpan(0, "13:00", "09:00")], rules),
        (shop, hours, BookingRules(reminder="{price}")),
    ):
        with pytest.raises(DeskError):
            acts.save(*broken)
        assert (store.shop(desk_file), store.opening(desk_file), store.booking_rules(desk_file)) == before


def test_a_shop_without_a_name_is_refused_and_nothing_written(desk_file: ShopFile, acts: ShopActs) -> None:
    with pytest.raises(DeskError, match="no_name"):
        acts.set_up(" \u3000 ", "hair")
    assert store.shop(desk_file) is None
    assert desk_file.value("SELECT count(*) FROM act") == 0


@pytest.mark.parametrize("odd", [{"trade": "bakery"}, {"currency": "yuan"}, {"zone": "Mars/Base"}])
def test_what_no_screen_offers_is_a_fault(desk_file: ShopFile, acts: ShopActs, odd: dict[str, str]) -> None:
    acts.set_up("小满", "hair")
    before = store.shop(desk_file)
    with pytest.raises((ValueError, KeyError)):
        acts.save(known_shop(desk_file)._replace(**odd))  # type: ignore[arg-type]
    assert store.shop(desk_file) == before


def test_editing_changes_what_is_given_and_can_be_undone(desk_file: ShopFile, acts: ShopActs) -> None:
    acts.set_up("小满", "hair")
    acts.save(known_shop(desk_file)._replace(name="大满"), rules=BookingRules(step=30))
    assert store.shop(desk_file) == Shop("大满", "hair", "CNY", "Asia/Shanghai", 30)
    history.undo(desk_file)
    assert store.shop(desk_file) == Shop("小满", "hair", "CNY", "Asia/Shanghai", 15)


def test_the_clock_follows_the_zone(desk_file: ShopFile, acts: ShopActs) -> None:
    in_shanghai = desk_file.clock.epoch_ms()
    acts.set_up("Ana's", "hair", zone="Europe/London")
    assert desk_file.clock.epoch_ms() - in_shanghai == 7 * 3_600_000
    acts.save(known_shop(desk_file)._replace(zone="Asia/Shanghai"))
    assert desk_file.clock.epoch_ms() == in_shanghai


def test_setting_up_is_not_undone(desk_file: ShopFile, acts: ShopActs) -> None:
    acts.set_up("小满", "hair")
    with pytest.raises(DeskError, match="nothing_to_undo"):
        history.undo(desk_file)


def test_acts_tell_their_topic(desk_file: ShopFile, acts: ShopActs) -> None:
    told: list[frozenset[str]] = []
    desk_file.changes.subscribe(told.append)
    acts.set_up("小满", "hair")
    assert told == [frozenset({"shop"})]


def test_overlapping_and_touching_hours_become_one(desk_file: ShopFile, acts: ShopActs) -> None:
    acts.save(
        opening=[
            OpeningSpan(1, "12:00", "18:00"),
            OpeningSpan(1, "10:00", "12:00"),
            OpeningSpan(1, "11:00", "13:00"),
        ]
    )
    assert store.opening(desk_file) == [OpeningSpan(1, "10:00", "18:00")]
    acts.save(opening=[OpeningSpan(1, "10:00", "12:00"), OpeningSpan(1, "12:00", "18:00")])
    assert store.opening(desk_file) == [OpeningSpan(1, "10:00", "18:00")]


@pytest.mark.parametrize(
    ("start", "end", "code"),
    [
        ("22:00", "02:00", "over_midnight"),
        ("10:00", "10:00", "end_before_start"),
        ("25:00", "26:00", "bad_time"),
        ("10:60", "11:00", "bad_time"),
        ("ten", "11:00", "bad_time"),
        ("10:00", "24:01", "bad_time"),
    ],
)
def test_hours_that_cannot_be_are_refused(
    desk_file: ShopFile, acts: ShopActs, start: str, end: str, code: str
) -> None:
    acts.save(opening=DEFAULT_OPENING)
    with pytest.raises(DeskError, match=code):
        acts.save(opening=[OpeningSpan(0, start, end)])
    assert store.opening(desk_file) == list(DEFAULT_OPENING)


def test_new_hours_leave_alone_what_stays(desk_file: ShopFile, acts: ShopActs) -> None:
    acts.save(opening=DEFAULT_OPENING)
    kept = desk_file.value("SELECT id FROM opening WHERE weekday = 3")
    acts.save(opening=[OpeningSpan(3, "10:00", "21:00"), OpeningSpan(4, "10:00", "18:00")])
    assert desk_file.value("SELECT id FROM opening WHERE weekday = 3") == kept
    assert store.opening(desk_file) == [OpeningSpan(3, "10:00", "21:00"), OpeningSpan(4, "10:00", "18:00")]
    history.undo(desk_file)
    assert store.opening(desk_file) == list(DEFAULT_OPENING)


def test_closed_days(desk_file: ShopFile, acts: ShopActs) -> None:
    second = acts.close_days(dt.date(2027, 2, 7), dt.date(2027, 2, 7), "除夕")[0]
    first = acts.close_days(dt.date(2026, 10, 1), dt.date(2026, 10, 1))[0]
    assert [(one.id, one.day, one.name) for one in store.closed_days(desk_file)] == [
        (first, dt.date(2026, 10, 1), ""),
        (second, dt.date(2027, 2, 7), "除夕"),
    ]
    assert acts.close_days(dt.date(2026, 10, 1), dt.date(2026, 10, 1), " 国庆 ")[0] == first
    assert [one.name for one in store.closed_days(desk_file)] == ["国庆", "除夕"]
    acts.open_days([second])
    assert [one.id for one in store.closed_days(desk_file)] == [first]
    with pytest.raises(DeskError, match="gone"):
        acts.open_days([second])


def test_a_setting_nobody_chose_has_its_default(desk_file: ShopFile) -> None:
    assert store.setting(desk_file, "late_cancel_hours", 24) == 24
    assert store.setting(desk_file, "late_cancel_hours") is None


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  王 女士\n", "王 女士"),
        ("a\x00b", "ab"),
        ("<b>x</b>", "<b>x</b>"),
        ("Zoë\tO'Neil", "Zoë O'Neil"),
        ("😀", "😀"),
        ("100%_", "100%_"),
    ],
)
def test_names_stay_as_typed_on_one_line(typed: str, kept: str) -> None:
    assert read_name(typed) == kept


@pytest.mark.parametrize("blank", ["", " ", "\u3000", "\n\t", "\u200b", "\x00", "\u0301"])
def test_a_blank_name_is_none(blank: str) -> None:
    with pytest.raises(DeskError, match="no_name"):
        read_name(blank)


def test_times_are_read_and_placed_on_a_day() -> None:
    assert [read_time(text) for text in ("9:30", " 09:30 ", "9：30", "０９:３０", "24:00", "0:00")] == [
        "09:30",
        "09:30",
        "09:30",
        "09:30",
        "24:00",
        "00:00",
    ]
    assert at_time(dt.date(2026, 12, 31), "24:00") == dt.datetime(2027, 1, 1)
    assert at_time(dt.date(2026, 12, 31), "09:30") == dt.datetime(2026, 12, 31, 9, 30)
