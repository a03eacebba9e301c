"""What a drag over the day board would do: plain arithmetic, the same for the picture and for the act."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from merchant_desk.appointments.model import CLOSED
from merchant_desk.appointments.ui.board_geometry import Card, Grid, is_live, on_shift
from merchant_desk.core.spans import Span, overlap

if TYPE_CHECKING:
    from merchant_desk.appointments.model import BoardLine, DayBoard

Kind = Literal["book", "move", "resize"]

EDGE = 6


class Part(NamedTuple):
    """One card of the drag's outcome: in which column, from when to when."""

    column: int
    start: dt.datetime
    end: dt.datetime
    line: BoardLine | None = None


class Outcome(NamedTuple):
    """What letting go now would do; `against` is whose time it clashes with."""

    kind: Kind
    parts: tuple[Part, ...]
    against: str = ""
    off_shift: bool = False

    @property
    def part(self) -> Part:
        """The card under the pointer."""
        return self.parts[0]


class Drag(NamedTuple):
    """A drag that has begun: over free time, of a card, or of a card's lower edge.

    `x` and `y` are where it began, in pixels of the board's content.
    """

    kind: Kind
    x: float
    y: float
    grid: Grid
    board: DayBoard
    card: Card | None = None

    def outcome(self, x: float, y: float) -> Outcome:
        """What letting go at this point would do."""
        if self.card is None:
            parts: tuple[Part, ...] = (self._booked(y),)
        elif self.kind == "move":
            parts = self._moved(self.card, x, y)
        else:
            parts = (self._resized(self.card, y),)
        return Outcome(self.kind, parts, *_trouble(self.board, parts))

    def changes(self, outcome: Outcome) -> bool:
        """Whether it differs from what is there already."""
        if self.card is None:
            return True
        line, part = self.card.line, outcome.part
        return (line.start, line.end, self.card.column) != (part.start, part.end, part.column)

    def _booked(self, y: float) -> Part:
        grid = self.grid
        here, there = grid.minute_at(self.y), grid.minute_at(y)
        start = grid.floor(min(here, there))
        end = max(grid.floor(max(here, there) + grid.step - 1), start + grid.step)
        return Part(grid.nearest_column(self.x), grid.at(start), grid.at(min(end, grid.last)))

    def _moved(self, card: Card, x: float, y: float) -> tuple[Part, ...]:
        grid, line = self.grid, card.line
        began = grid.minute_of(line.start)
        length = (line.end - line.start).total_seconds() / 60
        aimed = began + (y - self.y) * 60 / grid.hour_height
        # A card that does not stand on the grid is only brought onto it once it is really moved.
        close = abs(aimed - began) < grid.step / 2
        minute = began if close else min(max(grid.nearest(aimed), grid.first), grid.last - length)
        column = grid.nearest_column(x)
        shift = grid.at(minute) - line.start
        moved = [Part(column, line.start + shift, line.end + shift, line)]
        columns = {column.worker_id: index for index, column in enumerate(self.board.columns)}
        for other in self.board.lines:
            if other.appointment_id == line.appointment_id and other.line_id != line.line_id:
                # A visit moves whole; what one worker does in it goes along to the next worker.
                index = column if other.worker_id == line.worker_id else columns[other.worker_id]
                moved.append(Part(index, other.start + shift, other.end + shift, other))
        return tuple(moved)

    def _resized(self, card: Card, y: float) -> Part:
        grid, line = self.grid, card.line
        end = grid.nearest(grid.minute_at(y))
        least = grid.floor(grid.minute_of(card.last_start)) + grid.step
        return Part(card.column, line.start, grid.at(max(end, least)), line)


def begins(grid: Grid, board: DayBoard, card: Card | None, x: float, y: float) -> Drag:
    """The drag that pressing at this point begins, should the pointer move."""
    if card is None:
        return Drag("book", x, y, grid, board)
    return Drag("resize" if on_edge(board, card, y) else "move", x, y, grid, board, card)


def movable(card: Card) -> bool:
    """Whether the card may still be dragged: what is done or was cancelled stays where it was."""
    return card.line.status not in CLOSED


def resizable(board: DayBoard, card: Card) -> bool:
    """Whether its end may be dragged: only a visit's last line can take longer or less."""
    return movable(card) and not any(
        line.start > card.line.start
        for line in board.lines
        if line.appointment_id == card.line.appointment_id
    )


def on_edge(board: DayBoard, card: Card, y: float) -> bool:
    """Whether a height lies on the lower edge that resizes the card."""
    return y >= card.box.bottom - min(EDGE, card.box.height / 3) and resizable(board, card)


def _trouble(board: DayBoard, parts: Sequence[Part]) -> tuple[str, bool]:
    """Whose time the parts would clash with, if anybody's, and whether they leave a worker's shift."""
    off_shift = False
    for part in parts:
        column = board.columns[part.column]
        busy = _busy(part)
        off_shift = off_shift or not on_shift(column.spans, busy)
        for line in board.lines:
            mine = part.line is not None and line.appointment_id == part.line.appointment_id
            there = line.worker_id == column.worker_id and is_live(line) and not mine
            if there and overlap(Span(line.busy_from, line.busy_to), busy):
                return line.customer, off_shift
    return "", off_shift


def _busy(part: Part) -> Span:
    """The part with what its service needs before and after."""
    if part.line is None:
        return Span(part.start, part.end)
    line = part.line
    return Span(part.start - (line.start - line.busy_from), part.end + (line.busy_to - line.end))
