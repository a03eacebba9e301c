"""The keyboard's way over the board."""

from __future__ import annotations

import datetime as dt

import pytest

from merchant_desk.appointments.board.spread import Spread
from merchant_desk.appointments.ui.board_cursor import Stop, Way, grown, nearest, revealed, stepped, stops
from merchant_desk.appointments.ui.board_geometry import Card, Grid, fit, place_cards
from tests.appointments.ui.boards import DAY, at, board, line, week


@pytest.fixture
def day() -> Spread:
    return board(line("mia", "ana", 11, 12), line("eva", "ana", 12, 13.5), line("zoe", "ben", 11.25, 12))


@pytest.fixture
def grid(day: Spread) -> Grid:
    return fit(day, 30, 800, 720)


@pytest.fixture
def cards(day: Spread, grid: Grid) -> list[Card]:
    return place_cards(grid, day)


def stand(grid: Grid, cards: list[Card], column: int, hour: float) -> Stop:
    found = nearest(grid, cards, column, at(hour))
    assert found is not None
    return found


def name(stop: Stop) -> str:
    return stop.card.line.appointment_id if stop.card else ""


def test_every_card_is_a_stop_and_free_steps_between(grid: Grid, cards: list[Card]) -> None:
    there = stops(grid, cards, 0)
    assert [name(stop) for stop in there if stop.card] == ["mia", "eva"]
    assert [stop.start for stop in there] == sorted(stop.start for stop in there)
    free = [stop.start for stop in there if stop.card is None]
    assert at(10.5) in free
    assert at(13.5) in free
    assert not any(at(11) <= start < at(13.5) for start in free)


def test_down_goes_from_slot_to_card_to_card_to_slot(grid: Grid, cards: list[Card]) -> None:
    here = stand(grid, cards, 0, 10.5)
    way = []
    for _ in range(3):
        here = stepped(grid, cards, here, "down")
        way.append((name(here), here.start))
    assert way == [("mia", at(11)), ("eva", at(12)), ("", at(13.5))]
    assert name(stepped(grid, cards, here, "up")) == "eva"


def test_sideways_keeps_the_time(grid: Grid, cards: list[Card]) -> None:
    here = stand(grid, cards, 0, 11.5)
    there = stepped(grid, cards, here, "right")
    assert (there.column, name(there)) == (1, "zoe")
    assert name(stepped(grid, cards, stand(grid, cards, 0, 12), "right")) == ""
    assert name(stepped(grid, cards, stand(grid, cards, 1, 11.5), "left")) == "mia"
    assert stepped(grid, cards, there, "right") == there


@pytest.mark.parametrize(("way", "hour"), [("hour_down", 15), ("hour_up", 13)])
def test_an_hour_at_once(grid: Grid, cards: list[Card], way: Way, hour: float) -> None:
    there = stepped(grid, cards, stand(grid, cards, 1, 14), way)
    assert there.start == at(hour)


def test_a_long_card_does_not_hold_the_cursor(grid: Grid, cards: list[Card]) -> None:
    eva = stand(grid, cards, 0, 12)
    assert stepped(grid, cards, eva, "hour_down").start == at(13.5)


def test_the_ends_of_the_day(grid: Grid, cards: list[Card]) -> None:
    here = stand(grid, cards, 0, 14)
    assert stepped(grid, cards, here, "first").start == at(9)
    last = stepped(grid, cards, here, "last")
    assert last.end == at(21)
    assert stepped(grid, cards, last, "down") == last


def test_a_slot_grows_up_to_the_next_card(grid: Grid, cards: list[Card]) -> None:
    slot = stand(grid, cards, 0, 10)
    longer = grown(grid, cards, slot, 1)
    assert (longer.start, longer.end) == (at(10), at(11))
    assert grown(grid, cards, longer, 1).end == at(11)
    assert grown(grid, cards, longer, -5).end == at(10.5)
    mia = stand(grid, cards, 0, 11)
    assert grown(grid, cards, mia, 1) == mia


def test_what_is_off_the_window_is_scrolled_to(grid: Grid, cards: list[Card]) -> None:
    late, early = stand(grid, cards, 1, 20), stand(grid, cards, 0, 9)
    x, y = revealed(grid, late, (0, 0), (300, 400))
    assert x == 500
    assert y <= grid.y_of(at(20)) <= grid.y_of(at(20.5)) <= y + 400
    assert revealed(grid, early, (x, y), (300, 400)) == (0, -8)
    assert revealed(grid, stand(grid, cards, 0, 10), (0, 0), (800, 400)) == (0, 0)


def test_a_column_without_anything_has_no_stop() -> None:
    nobody = board(workers=[])
    assert nearest(fit(nobody, 30, 800, 720), [], 0, at(12)) is not None


def test_sideways_in_a_week_is_the_same_time_of_another_day() -> None:
    spread = week(line("mia", "ana", 11, 12))
    grid = fit(spread, 30, 1400, 720)
    cards = place_cards(grid, spread)
    mia = stand(grid, cards, 2, 11)
    assert name(mia) == "mia"
    there = stepped(grid, cards, mia, "right")
    assert (there.column, there.start) == (3, at(11, DAY + dt.timedelta(days=1)))
    assert name(stepped(grid, cards, there, "left")) == "mia"
    assert stepped(grid, cards, there, "first").start == at(9, DAY + dt.timedelta(days=1))
