"""What the diary is opened at: days side by side, or one day by worker or by room. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple

from merchant_desk.appointments.model import OFF, BoardLine, BoardPlace, DayBoard, DayMark
from merchant_desk.core.spans import Span, merge, overlap

Kind = Literal["worker", "place", "team"]
NO_MARK = DayMark()
NO_MARKS: Mapping[dt.date, DayMark] = MappingProxyType({})


class Strip(NamedTuple):
    """One column: a day of one worker, of one room or chair, or of everybody.

    `id` is the worker's or the place's, "" for lines without a place and for the team. `spans` is when
    somebody works there. `sales` and `takings` (minor units) are the worker's own of the day.
    """

    day: dt.date
    kind: Kind
    id: str
    name: str
    spans: tuple[Span, ...]
    lines: tuple[BoardLine, ...]
    colour: str = ""
    sales: int = 0
    takings: int = 0
    mark: DayMark = NO_MARK

    def holds(self, line: BoardLine) -> bool:
        """Whether the line stands in this column, if it is on this day."""
        if self.kind == "worker":
            return line.worker_id == self.id
        return self.kind == "team" or (line.place_id or "") == self.id


class Spread(NamedTuple):
    """The columns on the screen, and all that is known of their days.

    `boards` hold every line of the days, whether a column shows it or not; `last_starts` maps the id of a
    line that was joined from several services to the start of the last one.
    """

    view: Literal["day", "week"]
    strips: tuple[Strip, ...]
    boards: tuple[DayBoard, ...]
    places: tuple[BoardPlace, ...] = ()
    last_starts: Mapping[str, dt.datetime] = MappingProxyType({})

    @property
    def first(self) -> dt.date:
        """The first day shown."""
        return self.boards[0].day


def opened(
    view: Literal["day", "week"],
    boards: Sequence[DayBoard],
    by: tuple[Kind, str] = ("team", ""),
    places: Sequence[BoardPlace] = (),
    marks: Mapping[dt.date, DayMark] = NO_MARKS,
    name: str = "",
) -> Spread:
    """The days of `boards` as they are shown.

    A day has a column for each worker, or with `by` "place" for each room and chair, and one more for
    what has none. A week has a column for each day: of everybody, or with `by` ("worker" or "place", id)
    of that one, whose name is `name`.
    """
    joined_boards, last_starts = [], {}
    for board in boards:
        whole, starts = joined(board, apart=by[0] == "place")
        joined_boards.append(whole)
        last_starts.update(starts)
    if view == "week":
        strips = [_week_strip(board, by, name, marks.get(board.day, NO_MARK)) for board in joined_boards]
    elif by[0] == "place":
        strips = _place_strips(joined_boards[0], places)
    else:
        strips = _worker_strips(joined_boards[0])
    return Spread(view, tuple(strips), tuple(joined_boards), tuple(places), last_starts)


def joined(board: DayBoard, apart: bool = False) -> tuple[DayBoard, dict[str, dt.datetime]]:
    """The board with services that one worker does one right after the other in a visit as one line.

    With `apart` only those in one and the same room or chair. Besides, for each such line's id, when its
    last service starts.
    """
    lines: list[BoardLine] = []
    open_at: dict[tuple[str, str, str | None], int] = {}
    last_starts: dict[str, dt.datetime] = {}
    for line in board.lines:
        key = (line.appointment_id, line.worker_id, line.place_id if apart else None)
        at = open_at.get(key)
        if at is not None and line.busy_from <= lines[at].busy_to:
            before = lines[at]
            lines[at] = before._replace(
                service=f"{before.service} + {line.service}",
                end=line.end,
                busy_to=line.busy_to,
                squeezed=before.squeezed or line.squeezed,
            )
            last_starts[before.line_id] = line.start
        else:
            open_at[key] = len(lines)
            lines.append(line)
    return board._replace(lines=tuple(lines)), last_starts


def is_live(line: BoardLine) -> bool:
    """Whether the line holds its worker's time."""
    return line.status not in OFF


def shown(lines: Iterable[BoardLine]) -> list[BoardLine]:
    """What the board draws: no cancelled ones, and no no-shows where somebody else has the chair since."""
    lines = list(lines)
    live = [line for line in lines if is_live(line)]
    missed = [
        line
        for line in lines
        if line.status == "no_show"
        and not any(
            other.worker_id == line.worker_id
            and overlap(Span(other.start, other.end), Span(line.start, line.end))
            for other in live
        )
    ]
    return live + missed


def _worker_strips(board: DayBoard) -> list[Strip]:
    return [
        Strip(
            board.day,
            "worker",
            column.worker_id,
            column.worker,
            column.spans,
            tuple(line for line in board.lines if line.worker_id == column.worker_id),
            column.colour,
            column.sales,
            column.takings,
        )
        for column in board.columns
    ]


def _place_strips(board: DayBoard, places: Iterable[BoardPlace]) -> list[Strip]:
    spans = _anybody(board)
    strips = []
    for place in places:
        lines = tuple(line for line in board.lines if line.place_id == place.id)
        if lines or not place.archived:
            strips.append(Strip(board.day, "place", place.id, place.name, spans, lines, place.colour))
    rest = tuple(line for line in board.lines if not line.place_id)
    if rest or not strips:
        strips.append(Strip(board.day, "place", "", "", spans, rest))
    return strips


def _week_strip(board: DayBoard, by: tuple[Kind, str], name: str, mark: DayMark) -> Strip:
    kind, key = by
    if kind == "worker":
        spans = next((column.spans for column in board.columns if column.worker_id == key), ())
    else:
        spans = _anybody(board)
    strip = Strip(board.day, kind, key, name, spans, (), mark=mark)
    return strip._replace(lines=tuple(line for line in board.lines if strip.holds(line)))


def _anybody(board: DayBoard) -> tuple[Span, ...]:
    """When at least one worker is on shift."""
    return tuple(merge(span for column in board.columns for span in column.spans))
