"""The keyboard's way over the board: from card to free slot to card, column by column."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal, NamedTuple

from merchant_desk.appointments.ui.board_geometry import Card, Grid

_AIR = 8

Way = Literal["up", "down", "left", "right", "hour_up", "hour_down", "first", "last"]


class Stop(NamedTuple):
    """Where the cursor may stand: a card, or a free slot from `start` to `end`."""

    column: int
    start: dt.datetime
    end: dt.datetime
    card: Card | None = None


def stops(grid: Grid, cards: Sequence[Card], column: int) -> list[Stop]:
    """A column's cards and the free steps between them, in the order of time."""
    mine = [card for card in cards if card.column == column]
    found = [Stop(column, card.line.start, card.line.end, card) for card in mine]
    for minute in range(grid.first, grid.last, grid.step):
        start, end = grid.at(minute, column), grid.at(min(minute + grid.step, grid.last), column)
        if not any(card.line.start < end and start < card.line.end for card in mine):
            found.append(Stop(column, start, end))
    return sorted(found, key=lambda stop: (stop.start, stop.card.box.x if stop.card else 0.0))


def nearest(grid: Grid, cards: Sequence[Card], column: int, at: dt.datetime) -> Stop | None:
    """The stop of a column that covers a time, or else the one closest to it."""
    there = stops(grid, cards, column)
    covering = [stop for stop in there if stop.start <= at < stop.end]
    if covering:
        return covering[0]
    return min(there, key=lambda stop: abs(stop.start - at), default=None)


def stepped(grid: Grid, cards: Sequence[Card], here: Stop, way: Way) -> Stop:
    """Where a key takes the cursor; at an edge it stays."""
    if way in {"left", "right"}:
        column = here.column + (1 if way == "right" else -1)
        if not 0 <= column < grid.columns:
            return here
        same_time = here.start + (grid.day_of(column) - grid.day_of(here.column))
        return nearest(grid, cards, column, same_time) or here
    if way in {"hour_up", "hour_down"}:
        hour = dt.timedelta(hours=1 if way == "hour_down" else -1)
        moved = nearest(grid, cards, here.column, here.start + hour) or here
        # A card longer than an hour must not hold the cursor.
        return moved if moved != here else stepped(grid, cards, here, "down" if way == "hour_down" else "up")
    there = stops(grid, cards, here.column)
    if not there:
        return here
    if way in {"first", "last"}:
        return there[0] if way == "first" else there[-1]
    at = there.index(here) if here in there else 0
    return there[min(max(at + (1 if way == "down" else -1), 0), len(there) - 1)]


def grown(grid: Grid, cards: Sequence[Card], here: Stop, steps: int) -> Stop:
    """A free slot made longer or shorter by `steps`, as far as the next card and at least one step."""
    if here.card is not None:
        return here
    step = dt.timedelta(minutes=grid.step)
    end = max(here.end + steps * step, here.start + step)
    starts = [card.line.start for card in cards if card.column == here.column]
    limit = min([at for at in starts if at >= here.end], default=grid.at(grid.last, here.column))
    return Stop(here.column, here.start, min(end, limit))


def revealed(grid: Grid, stop: Stop, at: tuple[int, int], room: tuple[int, int]) -> tuple[int, int]:
    """Where to scroll so that a stop is seen, from `at` in a window part of size `room`: (x, y) in pixels."""
    x, y = at
    top = grid.y_of(stop.start, stop.column) - _AIR
    bottom = grid.y_of(stop.end, stop.column) + _AIR
    if top < y or bottom - top > room[1]:
        y = round(top)
    elif bottom > y + room[1]:
        y = round(bottom - room[1])
    left = stop.column * grid.column_width
    if left < x:
        x = round(left)
    elif left + grid.column_width > x + room[0]:
        x = round(left + grid.column_width - room[0])
    return x, y
