"""Whose time or chair it is, and why: the sentences of a refused booking."""

from __future__ import annotations

import datetime as dt

import pytest

from merchant_desk.core.errors import DeskError
from merchant_desk.shell import notices


def at(hour: int, minute: int = 0) -> dt.datetime:
    return dt.datetime(2025, 8, 20, hour, minute)


HELD = {"worker": "小雨", "customer": "李悦", "service": "Gel", "start": at(14), "end": at(15, 30)}
CHAIR = HELD | {"place": "Window", "kind": "chair", "capacity": 1}
OWN, OWN_AFTER = "With what comes before, this one", "With what comes after, this one"
WHO = "小雨 already has 李悦 (Gel) from 20 Aug 14:00 to 15:30."


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize(
    ("around", "said"),
    [
        ({}, WHO),
        ({"busy_until": at(15, 45)}, f"{WHO} With what comes after, that takes until 15:45."),
        ({"busy_since": at(13, 50)}, f"{WHO} With what comes before, that begins at 13:50."),
        ({"needs_from": at(15, 20)}, f"{WHO} With what comes before, this one begins at 15:20."),
        ({"needs_until": at(14, 10)}, f"{WHO} With what comes after, this one takes until 14:10."),
        (
            {"busy_until": at(15, 45), "needs_from": at(15, 40)},
            f"{WHO} With what comes after, that takes until 15:45. {OWN} begins at 15:40.",
        ),
        (
            {"busy_since": at(13, 50), "needs_until": at(13, 55)},
            f"{WHO} With what comes before, that begins at 13:50. {OWN_AFTER} takes until 13:55.",
        ),
    ],
)
def test_a_clash_that_is_only_around_the_services_says_so(around: dict[str, dt.datetime], said: str) -> None:
    assert notices.sentence(DeskError("clash", **HELD, **around, next_free=None)) == said
    told = notices.sentence(DeskError("clash", **HELD, **around, next_free=at(16)))
    assert told == f"{said} Next free: 16:00."


@pytest.mark.usefixtures("dressed")
def test_a_full_place_is_named_with_who_is_there() -> None:
    told = notices.sentence(DeskError("place_full", **CHAIR, next_free=at(15, 30)))
    assert told == "Window is taken by 李悦 (Gel) from 20 Aug 14:00 to 15:30. Next free: 15:30."
    cleaning = notices.sentence(DeskError("place_full", **CHAIR, busy_until=at(15, 45)))
    assert cleaning.endswith("to 15:30. With what comes after, that takes until 15:45.")
    assert notices.sentence(DeskError("place_full", place="Window")).startswith(
        "Window is taken at this time."
    )
    assert notices.sentence(DeskError("place_full", verb="book")).startswith("The room or chair is taken")
    none = notices.sentence(DeskError("no_place", service="Gel", kind="chair"))
    assert none.startswith("“Gel” needs a place of the kind “chair”")


@pytest.mark.usefixtures("dressed")
def test_a_mistyped_year_is_said_with_its_year() -> None:
    far = dt.datetime(1900, 1, 1, 9)
    assert notices.sentence(DeskError("long_past", start=far, day=far.date())).startswith("1 January 1900")
