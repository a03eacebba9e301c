"""What a drag over the board would do: plain arithmetic, the same for the picture and for the act."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, NamedTuple

from merchant_desk.appointments.board.taken import Taken, Trouble
from merchant_desk.appointments.model import CLOSED
from merchant_desk.appointments.ui.board_geometry import Card, Grid
from merchant_desk.core.spans import Span

if TYPE_CHECKING:
    from merchant_desk.appointments.board.spread import Spread, Strip
    from merchant_desk.appointments.model import BoardLine

Kind = Literal["book", "move", "resize"]

EDGE = 6
HIDDEN = -1


class Part(NamedTuple):
    """One card of the drag's outcome: in which column (HIDDEN: in none), whose, from when to when."""

    column: int
    start: dt.datetime
    end: dt.datetime
    line: BoardLine | None = None
    worker_id: str = ""
    place_id: str = ""


class Outcome(NamedTuple):
    """What letting go now would do, and what is wrong with that."""

    kind: Kind
    parts: tuple[Part, ...]
    trouble: Trouble = Trouble()

    @property
    def part(self) -> Part:
        """The card under the pointer."""
        return self.parts[0]

    @property
    def against(self) -> str:
        """Whose time it clashes with."""
        return self.trouble.against

    @property
    def off_shift(self) -> bool:
        """Whether it leaves a worker's shift."""
        return self.trouble.off_shift


class Move(NamedTuple):
    """A visit to be moved: its first service to `start`; None where that stays as it is.

    `into` is the name of the worker, room or chair it goes to, "" where it stays.
    """

    appointment_id: str
    start: dt.datetime
    worker_id: str | None = None
    instead_of: str | None = None
    place_id: str | None = None
    into: str = ""


class Drag(NamedTuple):
    """A drag that has begun: over free time, of a card, or of a card's lower edge.

    `x` and `y` are where it began, in pixels of the board's content.
    """

    kind: Kind
    x: float
    y: float
    grid: Grid
    spread: Spread
    taken: Taken
    card: Card | None = None

    def outcome(self, x: float, y: float) -> Outcome:
        """What letting go at this point would do."""
        if self.card is None:
            parts: tuple[Part, ...] = (self._booked(y),)
        elif self.kind == "move":
            parts = self._moved(self.card, x, y)
        else:
            parts = (self._resized(self.card, y),)
        return Outcome(self.kind, parts, self._trouble(parts))

    def changes(self, outcome: Outcome) -> bool:
        """Whether it differs from what is there already."""
        if self.card is None:
            return True
        line, part = self.card.line, outcome.part
        return (line.start, line.end, self.card.column) != (part.start, part.end, part.column)

    def move(self, card: Card, outcome: Outcome) -> Move:
        """What the drop of a card asks for."""
        part, line = outcome.part, card.line
        another = part.worker_id != line.worker_id
        strip = self.spread.strips[part.column]
        by_room = strip.kind == "place"
        elsewhere = another or (by_room and part.place_id not in {"", line.place_id})
        return Move(
            line.appointment_id,
            min(one.start for one in outcome.parts),
            part.worker_id if another else None,
            line.worker_id if another else None,
            part.place_id or None if by_room else None,
            strip.name if elsewhere else "",
        )

    def _booked(self, y: float) -> Part:
        grid = self.grid
        here, there = grid.minute_at(self.y), grid.minute_at(y)
        start = grid.floor(min(here, there))
        end = max(grid.floor(max(here, there) + grid.step - 1), start + grid.step)
        column = grid.nearest_column(self.x)
        strip = self.spread.strips[column]
        return Part(
            column,
            grid.at(start, column),
            grid.at(min(end, grid.last), column),
            None,
            strip.id if strip.kind == "worker" else "",
            strip.id if strip.kind == "place" else "",
        )

    def _moved(self, card: Card, x: float, y: float) -> tuple[Part, ...]:
        grid, line = self.grid, card.line
        column = grid.nearest_column(x)
        if not self._takes(self.spread.strips[column], line):
            column = card.column
        began = grid.minute_of(line.start, card.column)
        length = (line.end - line.start).total_seconds() / 60
        aimed = began + (y - self.y) * 60 / grid.hour_height
        # A card that does not stand on the grid is only brought onto it once it is really moved.
        close = abs(aimed - began) < grid.step / 2
        minute = began if close else min(max(grid.nearest(aimed), grid.first), grid.last - length)
        shift = grid.at(minute, column) - line.start
        strip = self.spread.strips[column]
        parts = [self._part(column, line, shift, line, strip)]
        seen = {line.line_id}
        for board in self.spread.boards:
            for other in board.lines:
                # A visit moves whole; what one worker does in it goes along to the next worker.
                if other.appointment_id == line.appointment_id and other.line_id not in seen:
                    seen.add(other.line_id)
                    parts.append(self._part(None, other, shift, line, strip))
        return tuple(parts)

    def _part(
        self, column: int | None, line: BoardLine, shift: dt.timedelta, dragged: BoardLine, strip: Strip
    ) -> Part:
        """One line of the visit, as it would stand after the drop on `strip`."""
        worker, place = line.worker_id, line.place_id or ""
        if strip.kind == "worker" and worker == dragged.worker_id:
            worker = strip.id
        if strip.kind == "place" and place and self._kind(place) == self._kind(strip.id):
            place = strip.id
        start = line.start + shift
        part = Part(HIDDEN, start, line.end + shift, line, worker, place)
        return part._replace(column=self._column(part) if column is None else column)

    def _column(self, part: Part) -> int:
        """Where a line that goes along is shown."""
        for index, strip in enumerate(self.spread.strips):
            mine = {"worker": part.worker_id, "place": part.place_id, "team": ""}[strip.kind]
            if strip.id == mine and strip.day == part.start.date():
                return index
        return HIDDEN

    def _takes(self, strip: Strip, line: BoardLine) -> bool:
        """Whether a line may be dropped there: into a room or chair only from one of its kind."""
        if strip.kind != "place" or strip.id == (line.place_id or ""):
            return True
        return bool(strip.id and line.place_id) and self._kind(strip.id) == self._kind(line.place_id)

    def _kind(self, place_id: str | None) -> str | None:
        return next((place.kind for place in self.spread.places if place.id == place_id), None)

    def _trouble(self, parts: tuple[Part, ...]) -> Trouble:
        """What is wrong with the parts: somebody's time before a full room before leaving the shift."""
        off_shift = False
        for part in parts:
            for trouble in self._part_troubles(part):
                if trouble.clashes:
                    return trouble
                off_shift = off_shift or trouble.off_shift
        return Trouble(off_shift=off_shift)

    def _part_troubles(self, part: Part) -> Iterable[Trouble]:
        busy, own = _busy(part), part.line.appointment_id if part.line is not None else ""
        if part.worker_id:
            yield self.taken.worker_trouble(part.worker_id, busy, own)
        elif not part.place_id:
            yield self.taken.team_trouble(busy)
        if part.place_id:
            # Only by room is one chosen; else a visit takes another of the kind where its own is full.
            by_room = self.spread.strips[0].kind == "place"
            look_up = self.taken.place_trouble if by_room else self.taken.kind_trouble
            yield look_up(part.place_id, busy, own)

    def _resized(self, card: Card, y: float) -> Part:
        grid, line = self.grid, card.line
        end = grid.nearest(grid.minute_at(y))
        least = grid.floor(grid.minute_of(card.last_start, card.column)) + grid.step
        stop = grid.at(max(end, least), card.column)
        return Part(card.column, line.start, stop, line, line.worker_id, line.place_id or "")


def begins(
    grid: Grid, spread: Spread, card: Card | None, x: float, y: float, taken: Taken | None = None
) -> Drag:
    """The drag that pressing at this point begins, should the pointer move."""
    known = taken or Taken(spread)
    if card is None:
        return Drag("book", x, y, grid, spread, known)
    return Drag("resize" if on_edge(spread, card, y) else "move", x, y, grid, spread, known, card)


def movable(card: Card) -> bool:
    """Whether the card may still be dragged: what is done or was cancelled stays where it was."""
    return card.line.status not in CLOSED


def resizable(spread: Spread, card: Card) -> bool:
    """Whether its end may be dragged: only a visit's last line can take longer or less."""
    return movable(card) and not any(
        line.start > card.line.start
        for board in spread.boards
        for line in board.lines
        if line.appointment_id == card.line.appointment_id
    )


def on_edge(spread: Spread, card: Card, y: float) -> bool:
    """Whether a height lies on the lower edge that resizes the card."""
    return y >= card.box.bottom - min(EDGE, card.box.height / 3) and resizable(spread, card)


def _busy(part: Part) -> Span:
    """The part with what its service needs before and after."""
    if part.line is None:
        return Span(part.start, part.end)
    line = part.line
    return Span(part.start - (line.start - line.busy_from), part.end + (line.busy_to - line.end))
