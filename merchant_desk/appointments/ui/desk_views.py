"""What the Desk can show: a day, a week or a month, by whom; and the reads that each needs."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Literal, NamedTuple

from merchant_desk.appointments.board import store as board_store
from merchant_desk.appointments.board.spread import NO_MARK, NO_MARKS, Kind, opened
from merchant_desk.shell import language
from merchant_desk.shop import store as shop_store
from merchant_desk.team import store as team_store

if TYPE_CHECKING:
    from merchant_desk.appointments.board.spread import Spread
    from merchant_desk.appointments.model import BoardPlace, DayMark
    from merchant_desk.appointments.ui.desk_side import SideRows
    from merchant_desk.appointments.ui.month_view import MonthRows
    from merchant_desk.db.records import Reader
    from merchant_desk.team.model import Worker

View = Literal["day", "week", "month"]
VIEWS: tuple[View, ...] = ("day", "week", "month")
By = tuple[Kind, str]
EVERYBODY: By = ("team", "")
ROOMS: By = ("place", "")
_WEEK = 7
# No diary goes further, and no sum of days and months leaves what a date can be.
FIRST_DAY, LAST_DAY = dt.date(1900, 1, 1), dt.date(2199, 12, 31)


class Showing(NamedTuple):
    """A view of a day, of its week or of its month; `by` says whose columns."""

    view: View
    day: dt.date
    by: By = EVERYBODY

    @property
    def first(self) -> dt.date:
        """The first day shown."""
        if self.view == "day":
            return self.day
        if self.view == "week":
            return monday_of(self.day)
        return monday_of(self.day.replace(day=1))

    def step(self, by: int) -> dt.date:
        """The day to show for going on by as many days, weeks or months."""
        if self.view == "month":
            return month_on(self.day, by)
        return self.day + dt.timedelta(days=by * (_WEEK if self.view == "week" else 1))

    def title(self, today: dt.date, short: bool = False) -> str:
        """The words for the bar; with the year where it is not today's."""
        if self.view == "month":
            return language.month_title(self.day)
        if self.view == "week":
            words = language.week_title(self.first, self.first + dt.timedelta(days=_WEEK - 1))
        else:
            words = language.brief_day(self.day) if short else language.day_title(self.day)
        return words if self.day.year == today.year else language.in_year(words, self.day.year)


class BoardRows(NamedTuple):
    """What the board shows, the step of its slots in minutes, who works here and where.

    `showing` is what was asked for, by everybody where the one asked for is not there any more.
    """

    showing: Showing
    spread: Spread
    step: int
    workers: tuple[Worker, ...]
    places: tuple[BoardPlace, ...]


def read_board(reader: Reader, showing: Showing) -> BoardRows:
    """What the picture of a day or a week needs, and nothing else."""
    shop = shop_store.shop(reader)
    workers = tuple(team_store.workers(reader))
    places = board_store.places(reader)
    view: Literal["day", "week"] = "week" if showing.view == "week" else "day"
    if not _there(showing.by, workers, places):
        showing = showing._replace(by=EVERYBODY)
    boards = board_store.boards(reader, showing.first, _WEEK if view == "week" else 1)
    marks = board_store.marks(reader, boards[0].day, boards[-1].day) if view == "week" else NO_MARKS
    return BoardRows(
        showing=showing,
        spread=opened(view, boards, showing.by, places, marks, _name(showing.by, workers, places)),
        step=shop.step_minutes if shop else shop_store.DEFAULT_STEP,
        workers=workers,
        places=tuple(place for place in places if not place.archived),
    )


def read_month(reader: Reader, showing: Showing) -> MonthRows:
    """How full the days of a month are, and of the weeks it begins and ends in."""
    from merchant_desk.appointments.ui import month_view

    return month_view.read_month(reader, showing.first, showing.day.replace(day=1))


def read_side(reader: Reader, now: dt.datetime, day: dt.date) -> tuple[SideRows, DayMark]:
    """What the cards say at `now`, naive shop time, and what is special about the day on the board."""
    # Imported on the reading thread after the first picture: today's takings need half the house.
    from merchant_desk.appointments.ui import desk_side

    return desk_side.read_side(reader, now), board_store.marks(reader, day, day).get(day, NO_MARK)


def monday_of(day: dt.date) -> dt.date:
    """The Monday of a day's week."""
    return day - dt.timedelta(days=day.weekday())


def month_on(day: dt.date, by: int) -> dt.date:
    """The same day of another month, or that month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + by, 12)
    following = dt.date(year + (month == 11), (month + 1) % 12 + 1, 1)
    last = following - dt.timedelta(days=1)
    return last.replace(day=min(day.day, last.day))


def held(day: dt.date) -> dt.date:
    """The day itself, or the end of the calendar that it lies beyond."""
    return min(max(day, FIRST_DAY), LAST_DAY)


def _there(by: By, workers: tuple[Worker, ...], places: tuple[BoardPlace, ...]) -> bool:
    if by == ROOMS:
        return any(not place.archived for place in places)
    return by == EVERYBODY or bool(_name(by, workers, places))


def _name(by: By, workers: tuple[Worker, ...], places: tuple[BoardPlace, ...]) -> str:
    everything: tuple[Worker | BoardPlace, ...] = (*workers, *places)
    return next((one.name for one in everything if one.id == by[1]), "")
