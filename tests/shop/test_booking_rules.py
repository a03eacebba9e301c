"""How the shop gives its time away, and closing over a run of days."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from merchant_desk.core.errors import DeskError
from merchant_desk.db import history
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.shop import store
from merchant_desk.shop.acts import MOST_CLOSED, ShopActs
from merchant_desk.shop.model import BookingRules, unknown_fields

D = dt.date
RULES = BookingRules(30, 120, 45, 12, 0, "{name}，{day} {time} {service}，{worker} @ {shop} {address}")


@pytest.fixture
def acts(desk_file: ShopFile) -> ShopActs:
    made = ShopActs(desk_file)
    made.set_up("小满", "hair")
    return made


def test_rules_are_kept_in_one_act(desk_file: ShopFile, acts: ShopActs) -> None:
    assert store.booking_rules(desk_file) == BookingRules()
    acts.save(rules=RULES)
    assert store.booking_rules(desk_file) == RULES
    shop = store.shop(desk_file)
    assert shop is not None
    assert shop.step_minutes == 30
    acts.save(rules=RULES._replace(horizon=90))
    history.undo(desk_file)
    assert store.booking_rules(desk_file) == RULES
    history.undo(desk_file)
    assert store.booking_rules(desk_file) == BookingRules()


@pytest.mark.parametrize(
    "change",
    [
        {"step": 7},
        {"notice": -1},
        {"notice": 43_201},
        {"horizon": 0},
        {"horizon": 731},
        {"late_hours": -1},
        {"alert": 241},
        {"reminder": "x" * 1001},
    ],
)
def test_what_no_screen_offers_is_a_fault(
    desk_file: ShopFile, acts: ShopActs, change: dict[str, Any]
) -> None:
    with pytest.raises(ValueError, match="booking rules"):
        acts.save(rules=RULES._replace(**change))
    assert store.booking_rules(desk_file) == BookingRules()


def test_a_reminder_that_names_what_is_not_known_is_refused(desk_file: ShopFile, acts: ShopActs) -> None:
    with pytest.raises(DeskError, match="unknown_field") as refusal:
        acts.save(rules=RULES._replace(reminder="{name}: {price}, {time}"))
    assert refusal.value.facts["field"] == "{price}"
    assert "{address}" in refusal.value.facts["fields"]  # type: ignore[operator]
    assert store.booking_rules(desk_file) == BookingRules()


def test_braces_that_would_be_sent_as_they_stand() -> None:
    assert unknown_fields("{name}{day}{time}{service}{worker}{shop}{address}") == []
    assert unknown_fields("a } b { c :{ }") == ["{ }"]
    assert unknown_fields("{Name} {客户} ｛name｝ { day } {客户}") == [
        "{Name}",
        "{客户}",
        "｛name｝",
        "{ day }",
    ]
    assert unknown_fields("one {\n} line") == []


def test_closing_over_a_run_of_days_is_one_act(desk_file: ShopFile, acts: ShopActs) -> None:
    known = acts.close_days(D(2026, 2, 16), D(2026, 2, 16), "除夕")[0]
    ids = acts.close_days(D(2026, 2, 15), D(2026, 2, 18), " 春节 ")
    assert ids[1] == known
    assert [(one.id, one.day.day, one.name) for one in store.closed_days(desk_file)] == [
        (ids[0], 15, "春节"),
        (ids[1], 16, "春节"),
        (ids[2], 17, "春节"),
        (ids[3], 18, "春节"),
    ]
    history.undo(desk_file)
    assert [(one.day.day, one.name) for one in store.closed_days(desk_file)] == [(16, "除夕")]
    history.redo(desk_file)
    acts.open_days(ids[1:])
    assert [one.day.day for one in store.closed_days(desk_file)] == [15]
    history.undo(desk_file)
    assert len(store.closed_days(desk_file)) == 4
    with pytest.raises(DeskError, match="gone"):
        acts.open_days([ids[0], "none"])
    assert len(store.closed_days(desk_file)) == 4


def test_a_single_day_and_a_leap_day(desk_file: ShopFile, acts: ShopActs) -> None:
    acts.close_days(D(2028, 2, 29), D(2028, 2, 29))
    assert [one.day for one in store.closed_days(desk_file)] == [D(2028, 2, 29)]


def test_periods_that_cannot_be_are_refused(desk_file: ShopFile, acts: ShopActs) -> None:
    with pytest.raises(DeskError, match="bad_period"):
        acts.close_days(D(2026, 2, 18), D(2026, 2, 17))
    with pytest.raises(DeskError, match="too_many_days") as refusal:
        acts.close_days(D(2026, 1, 1), D(2027, 1, 2))
    assert refusal.value.facts == {"days": MOST_CLOSED + 1, "most": MOST_CLOSED}
    assert store.closed_days(desk_file) == []
