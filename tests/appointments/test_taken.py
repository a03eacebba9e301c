"""Who holds which time: looked up, compared with looking at every line of every minute."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from merchant_desk.appointments.board.spread import opened
from merchant_desk.appointments.board.taken import Taken
from merchant_desk.appointments.model import BoardLine, BoardPlace
from merchant_desk.core.spans import Span
from tests.appointments.ui.boards import MONDAY, at, day_board, line

_WORKERS = ("ana", "ben")
_PLACES = (BoardPlace("red", "Red", "chair", 1, ""), BoardPlace("blue", "Blue", "chair", 2, ""))
_QUARTER = 0.25

spans = st.tuples(st.integers(0, 60), st.integers(1, 8)).map(lambda at: (9 + at[0] / 4, 9 + sum(at) / 4))


@st.composite
def lines(draw: st.DrawFn) -> list[BoardLine]:
    """A few lines on two days, overlapping or not, some over midnight, some missed."""
    made = []
    for number in range(draw(st.integers(0, 7))):
        start, end = draw(spans)
        made.append(
            line(
                f"x{number}",
                draw(st.sampled_from(_WORKERS)),
                start,
                end,
                draw(st.sampled_from(["booked", "booked", "done", "no_show", "cancelled"])),
                before=draw(st.sampled_from([0, _QUARTER])),
                after=draw(st.sampled_from([0, _QUARTER])),
                place=draw(st.sampled_from(["", "red", "blue"])),
                day=MONDAY + dt.timedelta(days=draw(st.integers(0, 1))),
            )
        )
    return made


def _minutes(span: Span) -> list[dt.datetime]:
    count = int((span.end - span.start).total_seconds() // 60)
    return [span.start + dt.timedelta(minutes=number) for number in range(count)]


def _held(all_lines: list[BoardLine], own: str, at_minute: dt.datetime) -> list[BoardLine]:
    return [
        one
        for one in all_lines
        if one.status not in {"cancelled", "no_show"}
        and one.appointment_id != own
        and one.busy_from <= at_minute < one.busy_to
    ]


@given(lines(), spans, st.integers(0, 1), st.sampled_from(["", "x0", "x1"]))
def test_a_time_is_taken_when_one_of_its_minutes_is(
    made: list[BoardLine], wanted: tuple[float, float], day: int, own: str
) -> None:
    days = [MONDAY, MONDAY + dt.timedelta(days=1)]
    boards = [day_board(*made, day=one) for one in days]
    taken = Taken(opened("week", boards, places=_PLACES))
    busy = Span(at(wanted[0], days[day]), at(wanted[1], days[day]))
    shown = [one for board in boards for one in board.lines]
    minutes = [_held(shown, own, minute) for minute in _minutes(busy)]
    for worker in _WORKERS:
        expected = any(one.worker_id == worker for held in minutes for one in held)
        assert bool(taken.worker_trouble(worker, busy, own).against) == expected
    for place in _PLACES:
        full = any(sum(one.place_id == place.id for one in held) >= place.capacity for held in minutes)
        assert bool(taken.place_trouble(place.id, busy, own).full) == full


def test_one_more_may_go_to_another_chair_of_the_kind() -> None:
    red = line("mia", "ana", 11, 12, place="red")
    taken = Taken(opened("day", [day_board(red)], places=_PLACES))
    busy = Span(at(11), at(12))
    assert taken.place_trouble("red", busy).full == "Red"
    assert taken.kind_trouble("red", busy).full == ""


def test_off_shift_is_said_and_a_taken_time_before_that() -> None:
    taken = Taken(opened("day", [day_board(line("mia", "ana", 19, 21))]))
    late, later = Span(at(20), at(20.5)), Span(at(22), at(23))
    assert taken.worker_trouble("ana", late).against == "Mia"
    assert taken.worker_trouble("ben", later).off_shift
    assert taken.worker_trouble("who left", Span(at(11), at(12))).off_shift


def test_the_team_is_asked_as_a_whole() -> None:
    taken = Taken(opened("day", [day_board(line("mia", "ana", 11, 12), line("eva", "ben", 11.5, 12.5))]))
    assert not taken.team_trouble(Span(at(11), at(11.5))).clashes
    assert taken.team_trouble(Span(at(11), at(11.75))).nobody
    assert taken.team_trouble(Span(at(8), at(9))).off_shift
