"""What a drag over the board would do."""

from __future__ import annotations

import datetime as dt

import pytest

from merchant_desk.appointments.board.spread import Spread, opened
from merchant_desk.appointments.board.taken import Trouble
from merchant_desk.appointments.ui.board_drag import Drag, Move, Outcome, begins, movable, on_edge
from merchant_desk.appointments.ui.board_geometry import Card, Grid, fit, place_cards
from tests.appointments.ui.boards import DAY, PLACES, at, board, day_board, line, rooms, week


def laid(day: Spread, step: int = 15) -> tuple[Grid, dict[str, Card]]:
    grid = fit(day, step, 800, 720)
    return grid, {card.line.line_id: card for card in place_cards(grid, day)}


def drag(day: Spread, kind: str, line_id: str, hours: float, columns: int = 0, step: int = 15) -> Outcome:
    grid, cards = laid(day, step)
    card = cards[line_id]
    x, y = card.box.x + 20, card.box.bottom - 1 if kind == "resize" else card.box.y + 10
    begun = begins(grid, day, card, x, y)
    assert begun.kind == kind
    return begun.outcome(x + columns * grid.column_width, y + hours * grid.hour_height)


def test_drawing_over_free_time_takes_the_touched_steps() -> None:
    day = board()
    grid, _ = laid(day)
    begun = begins(grid, day, None, 500, grid.y_of(at(14)) + 3)
    down = begun.outcome(500, grid.y_of(at(15)) + 3)
    assert (down.part.column, down.part.start, down.part.end) == (1, at(14), at(15.25))
    up = begun.outcome(120, grid.y_of(at(13)) + 1)
    assert (up.part.column, up.part.start, up.part.end) == (1, at(13), at(14.25))
    still = begun.outcome(500, begun.y)
    assert still.part.end == at(14.25)


def test_moving_snaps_and_keeps_the_length() -> None:
    day = board(line("mia", "ana", 11, 12.25))
    moved = drag(day, "move", "mia-0", 1.1, columns=1)
    assert (moved.part.column, moved.part.start, moved.part.end) == (1, at(12), at(13.25))


def test_a_card_off_the_grid_stays_off_it_until_it_moves() -> None:
    day = board(line("mia", "ana", 11 + 5 / 60, 12))
    assert drag(day, "move", "mia-0", 0.05, columns=1).part.start == at(11 + 5 / 60)
    assert drag(day, "move", "mia-0", 0.5).part.start == at(11.5)


def test_moving_stays_inside_the_day_shown() -> None:
    day = board(line("mia", "ana", 11, 12))
    assert drag(day, "move", "mia-0", 20).part.end == at(21)
    assert drag(day, "move", "mia-0", -20).part.start == at(9)


def test_a_visit_moves_whole() -> None:
    day = board(
        line("mia", "ana", 11, 12), line("mia", "ana", 12, 12.5, part=1), line("mia", "ben", 12.5, 13, part=2)
    )
    moved = drag(day, "move", "mia-2", 2)
    assert {(part.line.line_id, part.start, part.end) for part in moved.parts if part.line} == {
        ("mia-0", at(13), at(14.5)),
        ("mia-2", at(14.5), at(15)),
    }
    assert moved.part.line is not None
    assert moved.part.line.line_id == "mia-2"


def test_the_lower_edge_resizes_and_only_the_last_line_has_one() -> None:
    day = board(line("mia", "ana", 11, 12), line("mia", "ben", 12, 13, part=1))
    assert drag(day, "resize", "mia-1", 0.5).part.end == at(13.5)
    assert drag(day, "resize", "mia-1", -5).part.end == at(12.25)
    _, cards = laid(day)
    assert not on_edge(day, cards["mia-0"], cards["mia-0"].box.bottom - 1)


@pytest.mark.parametrize("status", ["done", "no_show"])
def test_what_is_over_is_not_dragged(status: str) -> None:
    day = board(line("mia", "ana", 11, 12, status))
    _, cards = laid(day)
    assert not movable(cards["mia-0"])
    assert not on_edge(day, cards["mia-0"], cards["mia-0"].box.bottom - 1)


def test_a_clash_is_named_and_touching_is_free() -> None:
    day = board(line("mia", "ana", 11, 12), line("eva", "ana", 13, 14))
    assert drag(day, "move", "mia-0", 1).against == ""
    assert drag(day, "move", "mia-0", 1.25).against == "Eva"
    assert drag(day, "move", "mia-0", 1.25, columns=1).against == ""
    assert drag(day, "resize", "mia-0", 1.25).against == "Eva"


def test_a_clash_counts_what_comes_before_and_after() -> None:
    day = board(line("mia", "ana", 11, 12, after=0.25), line("eva", "ana", 13, 14, before=0.25))
    assert drag(day, "move", "mia-0", 0.5).against == ""
    assert drag(day, "move", "mia-0", 0.75).against == "Eva"


def test_who_did_not_come_holds_no_time() -> None:
    day = board(line("mia", "ana", 11, 12), line("eva", "ana", 13, 14, "no_show"))
    assert drag(day, "move", "mia-0", 2).against == ""


def test_leaving_the_shift_is_said() -> None:
    day = board(line("mia", "ana", 11, 12))
    assert not drag(day, "move", "mia-0", -1).off_shift
    assert drag(day, "move", "mia-0", -1.25).off_shift


def test_a_drag_back_to_where_it_was_changes_nothing() -> None:
    day = board(line("mia", "ana", 11, 12))
    grid, cards = laid(day)
    begun: Drag = begins(grid, day, cards["mia-0"], 30, cards["mia-0"].box.y + 5)
    assert not begun.changes(begun.outcome(40, begun.y + 2))
    assert begun.changes(begun.outcome(40, begun.y + grid.hour_height))
    assert begun.changes(begun.outcome(440, begun.y))


# ---- a week


DAYS = dt.timedelta(days=1)
NEXT = DAY + DAYS


def test_sideways_in_a_week_is_another_day_at_the_same_time() -> None:
    spread = week(line("mia", "ana", 11, 12))
    moved = drag(spread, "move", "mia-0", 0, columns=1)
    assert (moved.part.start, moved.part.worker_id) == (at(11, NEXT), "ana")
    grid, cards = laid(spread)
    begun = begins(grid, spread, cards["mia-0"], 0, 0)
    assert begun.move(cards["mia-0"], moved) == Move("mia", at(11, NEXT))


def test_a_visit_of_two_workers_goes_to_another_day_whole() -> None:
    spread = week(line("mia", "ana", 11, 12), line("mia", "ben", 12, 13, part=1))
    moved = drag(spread, "move", "mia-1", 1, columns=-2)
    assert {(part.line.line_id, part.start, part.column) for part in moved.parts if part.line} == {
        ("mia-0", at(12, DAY - 2 * DAYS), 0),
        ("mia-1", at(13, DAY - 2 * DAYS), 0),
    }


def test_a_clash_on_the_other_day_is_found_for_the_cards_own_worker() -> None:
    eva, zoe = line("eva", "ana", 11.5, 12, day=NEXT), line("zoe", "ben", 11, 12, day=NEXT)
    spread = week(line("mia", "ana", 11, 12), eva, zoe)
    assert drag(spread, "move", "mia-0", 0, columns=1).against == "Eva"
    assert drag(spread, "move", "mia-0", 1, columns=1).against == ""
    assert drag(spread, "move", "mia-0", 0, columns=2).against == ""


def test_drawing_in_the_teams_week_clashes_where_nobody_is_free() -> None:
    both = (line("mia", "ana", 11, 12), line("eva", "ben", 11, 12))
    spread = week(*both)
    grid, _ = laid(spread)
    x = 2.5 * grid.column_width
    free = begins(grid, spread, None, x, grid.y_of(at(13), 2) + 2).outcome(x, grid.y_of(at(13.5), 2))
    taken = begins(grid, spread, None, x, grid.y_of(at(11), 2) + 2).outcome(x, grid.y_of(at(11.5), 2))
    early = begins(grid, spread, None, x, grid.y_of(at(9), 2) + 2).outcome(x, grid.y_of(at(9.5), 2))
    assert (free.part.start, free.part.worker_id, free.trouble) == (at(13), "", Trouble())
    assert taken.trouble.nobody
    assert early.off_shift


def test_in_one_workers_week_only_the_day_changes() -> None:
    spread = week(line("mia", "ana", 11, 12), by=("worker", "ana"))
    moved = drag(spread, "move", "mia-0", 1, columns=1)
    grid, cards = laid(spread)
    assert begins(grid, spread, cards["mia-0"], 0, 0).move(cards["mia-0"], moved) == Move("mia", at(12, NEXT))


# ---- rooms


def test_a_card_goes_to_another_chair_of_its_kind_and_to_no_other() -> None:
    spread = rooms(line("mia", "ana", 11, 12, place="red"))
    grid, cards = laid(spread)
    begun = begins(grid, spread, cards["mia-0"], 30, cards["mia-0"].box.y + 5)
    there = drag(spread, "move", "mia-0", 0, columns=1)
    assert begun.move(cards["mia-0"], there) == Move("mia", at(11), place_id="blue", into="Blue")
    elsewhere = drag(spread, "move", "mia-0", 1, columns=2)
    assert (elsewhere.part.column, elsewhere.part.start) == (0, at(12))


def test_a_card_without_a_room_stays_without() -> None:
    spread = rooms(line("mia", "ana", 11, 12))
    assert drag(spread, "move", "mia-0", 1, columns=-2).part.column == 3


def test_a_full_chair_is_named_and_capacity_counts() -> None:
    eva = line("eva", "ben", 11, 12, place="blue")
    zoe = line("zoe", "cat", 11.5, 12.5, place="blue")
    mia = line("mia", "ana", 14, 15, place="red")
    assert drag(rooms(mia, eva), "move", "mia-0", -3, columns=1).trouble == Trouble()
    assert drag(rooms(mia, eva, zoe), "move", "mia-0", -3, columns=1).trouble.full == "Blue"
    assert drag(rooms(mia, eva, zoe), "move", "mia-0", -2, columns=1).trouble == Trouble()


def test_two_that_only_follow_each_other_fill_one_seat() -> None:
    eva, zoe = line("eva", "ben", 11, 12, place="blue"), line("zoe", "cat", 12, 13, place="blue")
    mia = line("mia", "ana", 15, 17, place="blue")
    assert drag(rooms(mia, eva, zoe), "move", "mia-0", -4).trouble == Trouble()


def test_by_worker_a_visit_may_take_another_chair_of_its_kind_but_not_where_none_is_left() -> None:
    def by_worker(place: str) -> Outcome:
        lines = (line("mia", "ana", 11, 12, place=place), line("eva", "ben", 13, 14, place=place))
        return drag(opened("day", [day_board(*lines)], places=PLACES), "move", "mia-0", 2)

    assert by_worker("red").trouble == Trouble()
    assert by_worker("spa").trouble.full == "Spa"
