"""Where cards, hours and shifts lie on the board."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_desk.appointments.board.spread import joined, opened, shown
from merchant_desk.appointments.ui.board_geometry import (
    INSET,
    LEAST_CARD,
    LEAST_COLUMN,
    LEAST_HOUR,
    MOST_HOUR,
    card_at,
    closed_parts,
    day_range,
    fit,
    on_shift,
    place_cards,
)
from merchant_desk.core.spans import Span
from tests.appointments.ui.boards import DAY, MONDAY, at, board, day_board, line, rooms, week


def test_the_day_shows_whole_hours_around_the_opening() -> None:
    assert day_range(board()) == (9 * 60, 21 * 60)
    assert day_range(board(shift=(9.5, 20.5))) == (9 * 60, 21 * 60)


def test_the_day_grows_for_a_card_outside_the_opening() -> None:
    first, last = day_range(board(line("early", "ana", 7, 8), line("late", "ben", 22, 23.5)))
    assert first <= 7 * 60
    assert last == 24 * 60


def test_a_card_that_goes_on_after_midnight_does_not_break_the_day() -> None:
    assert day_range(board(line("night", "ana", 23, 25)))[1] == 24 * 60


def test_a_shop_that_closes_at_midnight() -> None:
    late = day_board()._replace(closes=dt.time(0, 0))
    assert day_range(opened("day", [late]))[1] == 24 * 60


def test_hours_fill_the_height_within_bounds() -> None:
    assert fit(board(), 15, 800, 12 * 70).hour_height == 70
    assert fit(board(), 15, 800, 100).hour_height == LEAST_HOUR
    assert fit(board(), 15, 800, 5000).hour_height == MOST_HOUR


def test_columns_share_the_width_and_never_get_too_narrow() -> None:
    assert fit(board(), 15, 800, 600).column_width == 400
    many = board(workers=[f"worker{number}" for number in range(12)])
    assert fit(many, 15, 800, 600).column_width == LEAST_COLUMN


def test_times_and_heights_agree() -> None:
    grid = fit(board(), 15, 800, 720)
    assert grid.y_of(at(9)) == 0
    assert grid.y_of(at(10.5)) == pytest.approx(1.5 * grid.hour_height)
    assert grid.at(grid.minute_at(grid.y_of(at(13.25)))) == at(13.25)
    assert grid.y_of(at(3)) == 0
    assert grid.y_of(at(30)) == grid.height


@given(st.integers(0, 24 * 60), st.sampled_from([5, 10, 15, 20, 30, 60]))
def test_snapping_is_on_the_step_and_near(minute: int, step: int) -> None:
    grid = fit(board(), step, 800, 720)
    assert grid.floor(minute) % step == 0
    assert grid.floor(minute) <= minute < grid.floor(minute) + step
    assert grid.nearest(minute) % step == 0
    assert abs(grid.nearest(minute) - minute) <= step / 2


def test_points_find_their_column() -> None:
    grid = fit(board(), 15, 800, 720)
    assert [grid.column_at(x) for x in (-1, 0, 399, 400, 799, 800)] == [None, 0, 0, 1, 1, None]
    assert [grid.nearest_column(x) for x in (-50, 10, 790, 4000)] == [0, 0, 1, 1]


def test_a_card_lies_in_its_workers_column_at_its_time() -> None:
    day = board(line("mia", "ben", 11, 12))
    grid = fit(day, 15, 800, 720)
    (card,) = place_cards(grid, day)
    assert card.column == 1
    assert card.box.x == 400 + INSET
    assert card.box.width == 400 - 2 * INSET
    assert (card.box.y, card.box.bottom) == (grid.y_of(at(11)), grid.y_of(at(12)))


def test_overlapping_cards_stand_side_by_side() -> None:
    day = board(line("mia", "ana", 11, 12), line("eva", "ana", 11.5, 12.5), line("zoe", "ana", 13, 14))
    grid = fit(day, 15, 800, 720)
    boxes = {card.line.appointment_id: card.box for card in place_cards(grid, day)}
    assert boxes["mia"].right <= boxes["eva"].x
    assert boxes["eva"].right <= 400 - INSET + 0.01
    assert boxes["zoe"].width == 400 - 2 * INSET


def test_a_very_short_card_can_still_be_read_and_hides_nobody() -> None:
    day = board(line("quick", "ana", 11, 11 + 5 / 60), line("next", "ana", 11 + 5 / 60, 12))
    grid = fit(day, 5, 800, 100)
    boxes = {card.line.appointment_id: card.box for card in place_cards(grid, day)}
    assert boxes["quick"].height == LEAST_CARD
    assert boxes["quick"].right <= boxes["next"].x or boxes["quick"].bottom <= boxes["next"].y


def test_cancelled_is_not_drawn_and_a_missed_one_gives_way() -> None:
    lines = [
        line("gone", "ana", 10, 11, "cancelled"),
        line("missed", "ana", 12, 13, "no_show"),
        line("replaced", "ana", 14, 15, "no_show"),
        line("instead", "ana", 14.5, 15.5),
    ]
    assert {one.appointment_id for one in shown(lines)} == {"missed", "instead"}


def test_services_of_one_worker_in_a_row_are_one_card() -> None:
    day = day_board(
        line("mia", "ana", 10, 10.5, after=0.25),
        line("mia", "ana", 10.75, 11, part=1),
        line("mia", "ben", 11, 12, part=2),
        line("eva", "ben", 12, 13),
        line("mia", "ana", 12, 13, part=3),
    )
    whole, last_starts = joined(day)
    assert [(one.line_id, one.service, one.start, one.end) for one in whole.lines] == [
        ("mia-0", "French + French", at(10), at(11)),
        ("mia-2", "French", at(11), at(12)),
        ("eva-0", "French", at(12), at(13)),
        ("mia-3", "French", at(12), at(13)),
    ]
    assert last_starts == {"mia-0": at(10.75)}
    spread = opened("day", [day])
    cards = {card.line.line_id: card for card in place_cards(fit(spread, 15, 800, 720), spread)}
    assert cards["mia-0"].last_start == at(10.75)
    assert cards["mia-2"].last_start == at(11)


def test_the_card_under_a_point() -> None:
    day = board(line("mia", "ana", 11, 12))
    grid = fit(day, 15, 800, 720)
    cards = place_cards(grid, day)
    assert card_at(cards, 100, grid.y_of(at(11.5))) is cards[0]
    assert card_at(cards, 100, grid.y_of(at(12.5))) is None
    assert card_at(cards, 500, grid.y_of(at(11.5))) is None


def test_off_hours_are_what_the_shift_leaves() -> None:
    grid = fit(board(), 15, 800, 720)
    parts = closed_parts(grid, [Span(at(10), at(13)), Span(at(14), at(20))])
    expected = [(9, 10), (13, 14), (20, 21)]
    assert parts == [(grid.y_of(at(start)), grid.y_of(at(end))) for start, end in expected]
    assert closed_parts(grid, []) == [(0, grid.height)]


def test_on_shift_means_all_of_it() -> None:
    spans = [Span(at(10), at(13)), Span(at(13), at(18))]
    assert on_shift(spans, Span(at(12), at(14)))
    assert not on_shift(spans, Span(at(17), at(18.25)))
    assert not on_shift([], Span(at(12), at(13)))


def test_minutes_count_from_this_days_midnight() -> None:
    grid = fit(board(), 15, 800, 720)
    assert grid.minute_of(dt.datetime.combine(DAY, dt.time(14, 30))) == 870
    assert grid.minute_of(at(-1)) == -60


def test_zoom_makes_the_hours_taller() -> None:
    assert fit(board(), 15, 800, 12 * 70, zoom=2).hour_height == 140
    assert fit(board(), 15, 800, 12 * 70, zoom=0.5).hour_height == 35


def test_what_comes_before_and_after_lies_around_the_card() -> None:
    day = board(line("mia", "ana", 11, 12, before=0.25, after=0.5), line("eva", "ana", 14, 15))
    grid = fit(day, 15, 800, 720)
    mia, eva = place_cards(grid, day)
    assert (mia.busy_top, mia.busy_bottom) == (grid.y_of(at(10.75)), grid.y_of(at(12.5)))
    assert (eva.busy_top, eva.busy_bottom) == (eva.box.y, eva.box.bottom)


def test_who_did_not_come_needs_nothing_around_it() -> None:
    day = board(line("mia", "ana", 11, 12, "no_show", after=0.5))
    (mia,) = place_cards(fit(day, 15, 800, 720), day)
    assert mia.busy_bottom == mia.box.bottom


# ---- a week


def test_a_week_has_a_column_for_each_day() -> None:
    spread = week(line("mia", "ben", 11, 12), line("eva", "ana", 11, 12, day=MONDAY))
    grid = fit(spread, 15, 1400, 720)
    assert grid.days == tuple(MONDAY + dt.timedelta(days=number) for number in range(7))
    cards = {card.line.appointment_id: card for card in place_cards(grid, spread)}
    assert (cards["eva"].column, cards["mia"].column) == (0, 2)
    assert cards["mia"].box.y == cards["eva"].box.y == grid.y_of(at(11), 2)
    assert grid.at(11 * 60, 2) == at(11)
    assert grid.minute_of(at(11), 2) == 660
    assert grid.minute_of(at(11), 1) == 660 + 24 * 60


def test_a_full_week_gets_columns_that_can_be_read() -> None:
    many = [line(f"x{number}", "ana", 11, 12, part=number) for number in range(12)]
    assert fit(week(), 15, 1050, 720).column_width == 150
    crowded = fit(week(*many), 15, 1050, 720)
    assert crowded.column_width > 300
    (first, second, *_) = place_cards(crowded, week(*many))
    assert first.box.width >= 20
    assert first.box.right <= second.box.x


def test_one_workers_week_holds_only_theirs() -> None:
    spread = week(line("mia", "ben", 11, 12), line("eva", "ana", 11, 12), by=("worker", "ana"))
    assert [card.line.appointment_id for card in place_cards(fit(spread, 15, 1400, 720), spread)] == ["eva"]
    assert [strip.name for strip in spread.strips] == ["Ana"] * 7


def test_a_rooms_week_holds_only_its_lines() -> None:
    lines = (line("mia", "ben", 11, 12, place="red"), line("eva", "ana", 11, 12, place="blue"))
    spread = week(*lines, by=("place", "blue"))
    assert [card.line.appointment_id for card in place_cards(fit(spread, 15, 1400, 720), spread)] == ["eva"]


# ---- rooms


def test_a_day_by_room_loses_nobody() -> None:
    spread = rooms(line("mia", "ben", 11, 12, place="blue"), line("eva", "ana", 11, 12))
    assert [strip.id for strip in spread.strips] == ["red", "blue", "spa", ""]
    cards = {
        card.line.appointment_id: card.column for card in place_cards(fit(spread, 15, 1400, 720), spread)
    }
    assert cards == {"mia": 1, "eva": 3}


def test_no_column_for_what_has_no_room_where_all_have_one() -> None:
    assert [strip.id for strip in rooms(line("mia", "ben", 11, 12, place="spa")).strips] == [
        "red",
        "blue",
        "spa",
    ]
