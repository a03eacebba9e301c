"""Where everything on the day board lies: plain arithmetic between times and pixels."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from merchant_desk.appointments.lanes import lanes
from merchant_desk.appointments.model import OFF
from merchant_desk.core.spans import Span, merge, overlap, subtract

if TYPE_CHECKING:
    from merchant_desk.appointments.model import BoardLine, DayBoard

GUTTER = 56
HEADER = 46
INSET = 8
LANE_GAP = 4
LEAST_COLUMN = 168
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
    """What one worker does in one visit, and where it is drawn; `last_start` is its last service's."""

    line: BoardLine
    column: int
    box: Box
    last_start: dt.datetime


class Grid(NamedTuple):
    """One day's scale: minutes of the day from `first` to `last` down, one column per worker across."""

    day: dt.date
    first: int
    last: int
    step: int
    columns: int
    column_width: float
    hour_height: float

    @property
    def width(self) -> float:
        """All columns together, in pixels."""
        return self.columns * self.column_width

    @property
    def height(self) -> float:
        """The whole day shown, in pixels."""
        return self.y(self.last)

    def y(self, minute: float) -> float:
        """How far down a minute of the day lies; it may lie outside."""
        return (minute - self.first) * self.hour_height / 60

    def y_of(self, at: dt.datetime) -> float:
        """How far down a time lies, held inside what is shown."""
        return self.y(min(max(self.minute_of(at), self.first), self.last))

    def minute_of(self, at: dt.datetime) -> float:
        """Minutes since this day's midnight; another day's times lie below 0 or above 1440."""
        return (at - dt.datetime.combine(self.day, dt.time())).total_seconds() / 60

    def minute_at(self, y: float) -> float:
        """The minute of the day at a height, held inside what is shown."""
        return min(max(self.first + y * 60 / self.hour_height, self.first), self.last)

    def at(self, minute: float) -> dt.datetime:
        """The time of a minute of the day."""
        return dt.datetime.combine(self.day, dt.time()) + dt.timedelta(minutes=round(minute))

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
        top = self.y_of(start)
        return Box(
            column * self.column_width + INSET,
            top,
            self.column_width - 2 * INSET,
            max(self.y_of(end) - top, LEAST_CARD),
        )


def day_range(board: DayBoard) -> tuple[int, int]:
    """The first and last minute to show: whole hours around opening, shifts and cards, with some air."""
    start = dt.datetime.combine(board.day, dt.time())
    busy = [span for column in board.columns for span in column.spans]
    busy += [Span(line.start, line.end) for line in board.lines]
    minutes = [
        board.opens.hour * 60 + board.opens.minute,
        board.closes.hour * 60 + board.closes.minute or DAY_MINUTES,
    ]
    for span in busy:
        minutes += [int((edge - start).total_seconds() // 60) for edge in span]
    first = min(max(min(minutes), 0), DAY_MINUTES - 120)
    last = max(min(max(minutes), DAY_MINUTES), first + 60)
    return max(first - AIR, 0) // 60 * 60, min(-(-(last + AIR) // 60) * 60, DAY_MINUTES)


def fit(board: DayBoard, step: int, width: float, height: float) -> Grid:
    """The scale for a board in a window part of this size; what does not fit is scrolled to.

    Columns share the width but never get too narrow to read; the hours fill the height within bounds.
    """
    first, last = day_range(board)
    count = max(len(board.columns), 1)
    hour = min(max(height * 60 / (last - first), LEAST_HOUR), MOST_HOUR)
    return Grid(board.day, first, last, step, len(board.columns), max(width / count, LEAST_COLUMN), hour)


def joined(board: DayBoard) -> tuple[DayBoard, dict[str, dt.datetime]]:
    """The board with services that one worker does one right after the other in a visit as one line.

    Besides, for each such line's id, when its last service starts.
    """
    lines: list[BoardLine] = []
    open_at: dict[tuple[str, str], int] = {}
    last_starts: dict[str, dt.datetime] = {}
    for line in board.lines:
        key = (line.appointment_id, line.worker_id)
        at = open_at.get(key)
        if at is not None and line.busy_from <= lines[at].busy_to:
            before = lines[at]
            lines[at] = replace(
                before,
                service=f"{before.service} + {line.service}",
                end=line.end,
                busy_to=line.busy_to,
                squeezed=before.squeezed or line.squeezed,
            )
            last_starts[before.line_id] = line.start
        else:
            open_at[key] = len(lines)
            lines.append(line)
    return replace(board, lines=tuple(lines)), last_starts


def shown(lines: Iterable[BoardLine]) -> list[BoardLine]:
    """What the board draws: no cancelled ones, and no no-shows where somebody else has the chair since."""
    lines = list(lines)
    live = [line for line in lines if is_live(line)]
    missed = [
        line
        for line in lines
        if line.status == "no_show"
        and not any(
            other.worker_id == line.worker_id and overlap(_seen(other), _seen(line)) for other in live
        )
    ]
    return live + missed


def is_live(line: BoardLine) -> bool:
    """Whether the line holds its worker's time."""
    return line.status not in OFF


def place_cards(
    grid: Grid, board: DayBoard, last_starts: Mapping[str, dt.datetime] = MappingProxyType({})
) -> list[Card]:
    """Every card with its box, column by column, from top to bottom; overlapping ones side by side.

    `last_starts` is what `joined` gave with the board.
    """
    cards: list[Card] = []
    drawn = shown(board.lines)
    for index, column in enumerate(board.columns):
        mine = sorted(
            (line for line in drawn if line.worker_id == column.worker_id), key=lambda line: line.start
        )
        for line, lane in zip(mine, lanes([_drawn(grid, line) for line in mine]), strict=True):
            whole = grid.span_box(index, line.start, line.end)
            wide = (whole.width + LANE_GAP) / lane.count
            box = Box(whole.x + lane.index * wide, whole.y, lane.width * wide - LANE_GAP, whole.height)
            cards.append(Card(line, index, box, last_starts.get(line.line_id, line.start)))
    return cards


def card_at(cards: Sequence[Card], x: float, y: float) -> Card | None:
    """The card under a point."""
    return next((card for card in cards if card.box.holds(x, y)), None)


def closed_parts(grid: Grid, spans: Iterable[Span]) -> list[tuple[float, float]]:
    """The parts of a column outside its worker's shift, as (top, bottom)."""
    whole = Span(grid.at(grid.first), grid.at(grid.last))
    return [(grid.y_of(part.start), grid.y_of(part.end)) for part in subtract([whole], spans)]


def on_shift(spans: Sequence[Span], busy: Span) -> bool:
    """Whether a worker with these spans works through all of `busy`."""
    return any(span.start <= busy.start and busy.end <= span.end for span in merge(spans))


def _seen(line: BoardLine) -> Span:
    return Span(line.start, line.end)


def _drawn(grid: Grid, line: BoardLine) -> Span:
    """The time a card covers on the screen: a short one is drawn taller than it is."""
    least = dt.timedelta(minutes=LEAST_CARD * 60 / grid.hour_height)
    return Span(line.start, max(line.end, line.start + least))
