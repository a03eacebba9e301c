"""Where everything on the board lies: plain arithmetic between times and pixels."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from merchant_desk.appointments.board.lanes import lanes
from merchant_desk.appointments.board.spread import is_live, shown
from merchant_desk.core.spans import Span, merge, subtract

if TYPE_CHECKING:
    from merchant_desk.appointments.board.spread import Spread, Strip
    from merchant_desk.appointments.model import BoardLine

GUTTER = 56
HEADER = 46
INSET = 8
LANE_GAP = 4
WEEK_INSET = 4
WEEK_LANE_GAP = 2
LEAST_COLUMN = 168
LEAST_DAY = 112
MOST_DAY = 420
LEAST_LANE = 32
LEAST_HOUR = 58
MOST_HOUR = 96
LEAST_CARD = 22
AIR = 30
DAY_MINUTES = 24 * 60


class Box(NamedTuple):
    """A rectangle in pixels of the board's content: 0, 0 is below the header, right of the hours."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The first pixel to its right."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The first pixel below it."""
        return self.y + self.height

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies inside."""
        return self.x <= x < self.right and self.y <= y < self.bottom


class Card(NamedTuple):
    """What one worker does in one visit, and where it is drawn; `last_start` is its last service's.

    From `busy_top` to `busy_bottom` its worker is busy with what comes before and after as well.
    """

    line: BoardLine
    column: int
    box: Box
    last_start: dt.datetime
    busy_top: float
    busy_bottom: float


class Grid(NamedTuple):
    """The scale: minutes of the day from `first` to `last` down, one column with its day after the other."""

    day: dt.date
    days: tuple[dt.date, ...]
    first: int
    last: int
    step: int
    column_width: float
    hour_height: float
    inset: int = INSET
    gap: int = LANE_GAP

    @property
    def columns(self) -> int:
        """How many there are."""
        return len(self.days)

    @property
    def width(self) -> float:
        """All columns together, in pixels."""
        return self.columns * self.column_width

    @property
    def height(self) -> float:
        """The whole day shown, in pixels."""
        return self.y(self.last)

    def day_of(self, column: int) -> dt.date:
        """A column's day; the first one's where there is no such column."""
        return self.days[column] if 0 <= column < len(self.days) else self.day

    def y(self, minute: float) -> float:
        """How far down a minute of the day lies; it may lie outside."""
        return (minute - self.first) * self.hour_height / 60

    def y_of(self, at: dt.datetime, column: int = 0) -> float:
        """How far down a time lies in a column, held inside what is shown."""
        return self.y(min(max(self.minute_of(at, column), self.first), self.last))

    def minute_of(self, at: dt.datetime, column: int = 0) -> float:
        """Minutes since midnight of the column's day; another day's times lie below 0 or above 1440."""
        passed = at - dt.datetime.combine(self.day_of(column), dt.time())
        return passed.days * DAY_MINUTES + passed.seconds / 60

    def minute_at(self, y: float) -> float:
        """The minute of the day at a height, held inside what is shown."""
        return min(max(self.first + y * 60 / self.hour_height, self.first), self.last)

    def at(self, minute: float, column: int = 0) -> dt.datetime:
        """The time of a minute of the column's day."""
        return dt.datetime.combine(self.day_of(column), dt.time()) + dt.timedelta(minutes=round(minute))

    def floor(self, minute: float) -> int:
        """The step at or before a minute."""
        return int(minute // self.step) * self.step

    def nearest(self, minute: float) -> int:
        """The step closest to a minute."""
        return self.floor(minute + self.step / 2)

    def column_at(self, x: float) -> int | None:
        """Which column a point lies in, or None beside them."""
        if not 0 <= x < self.width:
            return None
        return min(int(x / self.column_width), self.columns - 1)

    def nearest_column(self, x: float) -> int:
        """The column closest to a point."""
        return min(max(int(x // self.column_width), 0), self.columns - 1)

    def span_box(self, column: int, start: dt.datetime, end: dt.datetime) -> Box:
        """The whole inside width of a column, from `start` to `end`."""
        top = self.y_of(start, column)
        return Box(
            column * self.column_width + self.inset,
            top,
            self.column_width - 2 * self.inset,
            max(self.y_of(end, column) - top, LEAST_CARD),
        )


def day_range(spread: Spread) -> tuple[int, int]:
    """The first and last minute to show: whole hours around opening, shifts and cards, with some air."""
    minutes = []
    for board in spread.boards:
        start = dt.datetime.combine(board.day, dt.time())
        minutes += [
            board.opens.hour * 60 + board.opens.minute,
            board.closes.hour * 60 + board.closes.minute or DAY_MINUTES,
        ]
        busy = [span for column in board.columns for span in column.spans]
        busy += [Span(line.start, line.end) for line in board.lines]
        for span in busy:
            minutes += [int((edge - start).total_seconds() // 60) for edge in span]
    first = min(max(min(minutes), 0), DAY_MINUTES - 120)
    last = max(min(max(minutes), DAY_MINUTES), first + 60)
    return max(first - AIR, 0) // 60 * 60, min(-(-(last + AIR) // 60) * 60, DAY_MINUTES)


def fit(spread: Spread, step: int, width: float, height: float, zoom: float = 1.0) -> Grid:
    """The scale for a window part of this size; what does not fit is scrolled to.

    Columns share the width but never get too narrow to read; the hours fill the height within bounds,
    times `zoom`.
    """
    first, last = day_range(spread)
    days = tuple(strip.day for strip in spread.strips)
    hour = min(max(height * 60 / (last - first), LEAST_HOUR), MOST_HOUR) * zoom
    share = width / max(len(days), 1)
    if spread.view == "day":
        return Grid(spread.first, days, first, last, step, max(share, LEAST_COLUMN), hour)
    tight = Grid(spread.first, days, first, last, step, share, hour, WEEK_INSET, WEEK_LANE_GAP)
    needed = 2 * WEEK_INSET + LEAST_LANE * max(_lane_counts(tight, spread), default=1)
    return tight._replace(column_width=max(share, LEAST_DAY, min(needed, MOST_DAY)))


def place_cards(grid: Grid, spread: Spread) -> list[Card]:
    """Every card with its box, column by column, from top to bottom; overlapping ones side by side."""
    cards: list[Card] = []
    for index, strip in enumerate(spread.strips):
        mine = _drawn_lines(strip)
        for line, lane in zip(mine, lanes([_drawn(grid, line) for line in mine]), strict=True):
            whole = grid.span_box(index, line.start, line.end)
            wide = (whole.width + grid.gap) / lane.lanes
            box = Box(
                whole.x + lane.number * wide, whole.y, max(lane.width * wide - grid.gap, 6), whole.height
            )
            cards.append(
                Card(
                    line,
                    index,
                    box,
                    spread.last_starts.get(line.line_id, line.start),
                    grid.y_of(line.busy_from, index) if is_live(line) else box.y,
                    max(grid.y_of(line.busy_to, index), box.bottom) if is_live(line) else box.bottom,
                )
            )
    return cards


def card_at(cards: Sequence[Card], x: float, y: float) -> Card | None:
    """The card under a point."""
    return next((card for card in cards if card.box.holds(x, y)), None)


def closed_parts(grid: Grid, spans: Iterable[Span], column: int = 0) -> list[tuple[float, float]]:
    """The parts of a column outside its shifts, as (top, bottom)."""
    whole = Span(grid.at(grid.first, column), grid.at(grid.last, column))
    return [(grid.y_of(part.start, column), grid.y_of(part.end, column)) for part in subtract([whole], spans)]


def on_shift(spans: Sequence[Span], busy: Span) -> bool:
    """Whether a worker with these spans works through all of `busy`."""
    return any(span.start <= busy.start and busy.end <= span.end for span in merge(spans))


def _lane_counts(grid: Grid, spread: Spread) -> list[int]:
    """The most cards side by side, column by column."""
    counts = []
    for strip in spread.strips:
        found = lanes([_drawn(grid, line) for line in _drawn_lines(strip)])
        counts.append(max((lane.lanes for lane in found), default=1))
    return counts


def _drawn_lines(strip: Strip) -> list[BoardLine]:
    return sorted(shown(strip.lines), key=lambda line: (line.start, line.end, line.line_id))


def _drawn(grid: Grid, line: BoardLine) -> Span:
    """The time a card covers on the screen: with what comes before and after, a short one taller."""
    least = dt.timedelta(minutes=LEAST_CARD * 60 / grid.hour_height)
    start, end = (line.busy_from, line.busy_to) if is_live(line) else (line.start, line.end)
    return Span(start, max(end, line.start + least))
