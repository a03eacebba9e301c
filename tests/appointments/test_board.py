from __future__ import annotations

import datetime as dt
import sqlite3
from typing import Any

import pytest

from merchant_desk.appointments import store
from merchant_desk.appointments.board import store as board_store
from merchant_desk.appointments.clashes import worker_clash
from merchant_desk.core.spans import Span
from merchant_desk.shop.acts import ShopActs
from merchant_desk.shop.model import OpeningSpan
from merchant_desk.sources.acts import SourceActs
from merchant_desk.team.acts import TeamActs
from tests.appointments.salon import DAY, Salon, at
from tests.customers.till import sell, void

NEXT = DAY + dt.timedelta(days=1)


def columns(salon: Salon, day: dt.date = DAY) -> list[tuple[str, int, int]]:
    return [(one.worker, one.sales, one.takings) for one in board_store.board(salon.file, day).columns]


def test_an_empty_day_has_a_column_for_everyone_on_shift(salon: Salon) -> None:
    board = board_store.board(salon.file, DAY)
    assert (board.day, board.lines, board.opens, board.closes) == (DAY, (), dt.time(10), dt.time(20))
    assert [one.worker for one in board.columns] == ["Yu", "Lin", "Momo"]
    assert board.columns[0].spans == (Span(at("10:00"), at("20:00")),)
    assert len({one.colour for one in board.columns}) == 3


def test_lines_come_by_time_with_everything_a_card_shows(salon: Salon) -> None:
    with salon.file.act("note") as act:
        act.update("customer", salon.bo, note="allergic to glue")
    late = salon.book("15:00", note="red", customer_id=salon.bo, channel_id="referral")
    early = salon.book("11:00", after=15, worker_id=salon.lin)
    first, second = board_store.board(salon.file, DAY).lines
    assert (first.appointment_id, first.customer, first.service, first.worker) == (early, "Ana", "Gel", "Lin")
    assert (first.start, first.end, first.busy_to) == (at("11:00"), at("12:00"), at("12:15"))
    assert (first.status, first.squeezed, first.source, first.note, first.first_visit) == (
        "booked",
        False,
        "",
        "",
        True,
    )
    assert (second.appointment_id, second.source, second.note) == (late, "referral", "red · allergic to glue")


def test_cancelled_ones_are_still_told(salon: Salon) -> None:
    made = salon.book("11:00")
    salon.acts.cancel(made, "shop")
    assert [line.status for line in board_store.board(salon.file, DAY).lines] == ["cancelled"]


def test_who_paid_on_an_earlier_day_is_no_first_visit(salon: Salon) -> None:
    salon.book("11:00")
    sell(salon.file, salon.ana, at("9:00"), 100)
    (line,) = board_store.board(salon.file, DAY).lines
    assert (line.first_visit, line.source) == (True, "")
    sell(salon.file, salon.ana, at("9:00") - dt.timedelta(days=3), 100)
    (line,) = board_store.board(salon.file, DAY).lines
    assert (line.first_visit, line.source) == (False, "returning")
    assert not salon.appointment(line.appointment_id).first_visit


def test_what_was_said_for_an_appointment_far_ahead_stays_on_its_card(salon: Salon) -> None:
    later = DAY + dt.timedelta(days=60)
    salon.acts.book(salon.draft(salon.line("11:00", day=later), channel_id="scan", evidence="qr"))
    (line,) = board_store.board(salon.file, later).lines
    assert line.source == "scan"


def test_what_is_said_later_shows_at_once(salon: Salon) -> None:
    made = salon.book("11:00")
    SourceActs(salon.file).say(appointment_id=made, channel_id="shelf")
    assert [line.source for line in board_store.board(salon.file, DAY).lines] == ["shelf"]


def test_columns_count_paid_sales_and_the_workers_own_takings(salon: Salon) -> None:
    both = (("Gel", salon.yu), ("Oil", salon.lin))
    one = sell(salon.file, salon.ana, at("11:00"), 300, lines=both)
    sell(salon.file, salon.bo, at("12:00"), 200, lines=(("Gel", salon.yu), ("Oil", salon.yu)))
    sell(salon.file, salon.bo, at("12:30"), -50, lines=(("Gel", salon.yu),), refund_of=one)
    sell(salon.file, salon.bo, at("12:30", NEXT), 70, lines=(("Gel", salon.yu),))
    void(salon.file, sell(salon.file, salon.bo, at("13:00"), 900, lines=(("Gel", salon.yu),)))
    assert columns(salon) == [("Yu", 2, 450), ("Lin", 1, 0), ("Momo", 0, 0)]
    assert columns(salon, NEXT)[0] == ("Yu", 1, 70)


def test_who_did_a_line_together_share_what_it_brought(salon: Salon) -> None:
    sale = sell(salon.file, salon.ana, at("11:00"), 101)
    line = salon.file.value("SELECT id FROM sale_line WHERE sale_id = :sale", sale=sale)
    other = sell(salon.file, salon.bo, at("12:00"), 50, lines=(("Gel", salon.lin),))
    assert other
    with salon.file.act("share") as act:
        for worker, part in ((salon.yu, 70), (salon.lin, 30)):
            act.insert("sale_share", {"sale_line_id": line, "worker_id": worker, "share": part})
    assert columns(salon) == [("Yu", 1, 71), ("Lin", 2, 80), ("Momo", 0, 0)]


def test_who_is_off_has_a_column_only_with_cards(salon: Salon) -> None:
    TeamActs(salon.file).add_time_off(salon.yu, at("0:00"), at("0:00", NEXT))
    TeamActs(salon.file).add_time_off(salon.lin, at("0:00"), at("0:00", NEXT))
    salon.book("11:00", squeeze=True)
    assert [(one.worker, one.spans == ()) for one in board_store.board(salon.file, DAY).columns] == [
        ("Yu", True),
        ("Momo", False),
    ]


def test_who_left_keeps_the_column_of_old_cards(salon: Salon) -> None:
    salon.book("11:00")
    TeamActs(salon.file).archive_worker(salon.yu)
    assert [one.worker for one in board_store.board(salon.file, DAY).columns] == ["Lin", "Momo", "Yu"]
    assert [one.worker for one in board_store.board(salon.file, NEXT).columns] == ["Lin", "Momo"]


def test_a_line_over_midnight_is_on_both_days(salon: Salon) -> None:
    salon.book("23:30", squeeze=True)
    assert len(board_store.board(salon.file, DAY).lines) == 1
    assert len(board_store.board(salon.file, NEXT).lines) == 1
    salon.acts.resize(board_store.board(salon.file, DAY).lines[0].appointment_id, 30)
    assert len(board_store.board(salon.file, NEXT).lines) == 0


@pytest.mark.parametrize(
    ("opening", "hours"),
    [
        ([OpeningSpan(3, "9:00", "12:00"), OpeningSpan(3, "14:00", "24:00")], (9, 0)),
        ([OpeningSpan(0, "11:00", "19:00"), OpeningSpan(1, "8:00", "12:00")], (8, 19)),
        ([], (10, 21)),
    ],
)
def test_hours_of_the_day_or_of_the_week_where_it_is_closed(
    salon: Salon, opening: list[OpeningSpan], hours: tuple[int, int]
) -> None:
    ShopActs(salon.file).save(opening=opening)
    board = board_store.board(salon.file, DAY)
    assert (board.opens.hour, board.closes.hour) == hours


def test_a_week_is_seven_boards(salon: Salon) -> None:
    monday = DAY - dt.timedelta(days=3)
    salon.book("11:00")
    salon.book("11:00", day=NEXT)
    boards = board_store.boards(salon.file, monday, 7)
    assert [board.day for board in boards] == [monday + dt.timedelta(days=n) for n in range(7)]
    assert [len(board.lines) for board in boards] == [0, 0, 0, 1, 1, 0, 0]


# -------------------- next up
def test_next_up_names_who_is_still_to_come_once_each(salon: Salon) -> None:
    salon.clock.set(at("11:10"))
    late = salon.book("11:00")
    salon.book("10:00", 30)
    arrived = salon.book("12:00")
    salon.acts.arrive(arrived)
    salon.acts.cancel(salon.book("13:00"), "shop")
    two = salon.acts.book(
        salon.draft(
            salon.line("15:00"),
            salon.line("16:00", 90, service_id=salon.lash, worker_id=salon.momo),
            customer_id=salon.bo,
        )
    )
    salon.book("11:00", day=NEXT)
    found = store.next_up(salon.file, at("11:10"))
    assert [(one.appointment_id, one.start, one.service) for one in found] == [
        (late, at("11:00"), "Gel"),
        (two, at("15:00"), "Gel + Lash"),
    ]
    assert [one.customer for one in store.next_up(salon.file, at("11:10"), 1)] == ["Ana"]
    assert store.next_up(salon.file, at("18:00")) == []


# -------------------- who holds a time
@pytest.mark.parametrize(
    ("start", "end", "taken"),
    [
        ("10:00", "10:50", False),
        ("10:00", "10:51", True),
        ("12:10", "13:00", False),
        ("12:09", "13:00", True),
        ("11:20", "11:30", True),
        ("10:00", "20:00", True),
    ],
)
def test_a_time_is_held_half_open_with_its_buffers(salon: Salon, start: str, end: str, taken: bool) -> None:
    made = salon.book("11:00", before=10, after=10)
    found = worker_clash(salon.file, salon.yu, Span(at(start), at(end)))
    assert (found is not None) is taken
    if found is not None:
        assert (found.appointment_id, found.customer, found.service, found.worker) == (
            made,
            "Ana",
            "Gel",
            "Yu",
        )
        assert (found.start, found.busy_from) == (at("11:00"), at("10:50"))
    assert worker_clash(salon.file, salon.yu, Span(at(start), at(end)), made) is None
    assert worker_clash(salon.file, salon.lin, Span(at(start), at(end))) is None


def test_a_day_long_line_still_holds_its_last_minute(salon: Salon) -> None:
    salon.book("20:00", 24 * 60, squeeze=True)
    assert worker_clash(salon.file, salon.yu, Span(at("19:59", NEXT), at("20:30", NEXT))) is not None
    assert worker_clash(salon.file, salon.yu, Span(at("20:00", NEXT), at("20:30", NEXT))) is None


# -------------------- several days at once
def test_days_read_together_are_the_days_read_one_by_one(salon: Salon) -> None:
    TeamActs(salon.file).add_time_off(salon.yu, at("0:00"), at("0:00", NEXT))
    sell(salon.file, salon.ana, at("9:00"), 100, lines=(("Gel", salon.lin),))
    sell(salon.file, salon.ana, at("9:00", NEXT), 50, lines=(("Gel", salon.yu),))
    salon.book("11:00", worker_id=salon.lin, channel_id="referral")
    salon.book("23:30", worker_id=salon.momo, squeeze=True)
    salon.book("11:00", day=NEXT, customer_id=salon.bo, channel_id="scan")
    salon.book("12:00", day=NEXT)
    first = DAY - dt.timedelta(days=3)
    together = board_store.boards(salon.file, first, 7)
    assert together == tuple(board_store.board(salon.file, first + dt.timedelta(days=n)) for n in range(7))
    assert [len(one.lines) for one in together] == [0, 0, 0, 2, 3, 0, 0]
    assert [one.source for one in together[4].lines] == ["returning", "scan", "returning"]


def test_a_week_is_read_in_few_questions(salon: Salon) -> None:
    for hour in range(10, 19):
        for days in range(7):
            salon.book(f"{hour}:00", day=DAY + dt.timedelta(days=days))

    asked: list[str] = []

    class Counting:
        def all(self, sql: str, /, **params: object) -> list[sqlite3.Row]:
            asked.append(sql)
            return salon.file.all(sql, **params)

        def one(self, sql: str, /, **params: object) -> sqlite3.Row | None:
            asked.append(sql)
            return salon.file.one(sql, **params)

        def value(self, sql: str, /, **params: object) -> Any:
            asked.append(sql)
            return salon.file.value(sql, **params)

    board_store.board(Counting(), DAY)
    a_day = len(asked)
    asked.clear()
    boards = board_store.boards(Counting(), DAY, 7)
    assert sum(len(one.lines) for one in boards) == 63
    assert len(asked) == a_day


# -------------------- how full a day is
def test_loads_count_live_appointments_and_the_teams_minutes(salon: Salon) -> None:
    salon.book("11:00", 60, before=15, after=15)
    salon.book("11:00", 30, squeeze=True)
    salon.book("14:00", 45, worker_id=salon.lin, day=NEXT)
    salon.acts.cancel(salon.book("16:00"), "shop")
    salon.book("23:30", 60, worker_id=salon.momo, squeeze=True, day=NEXT)
    ShopActs(salon.file).close_days(NEXT + dt.timedelta(days=1), NEXT + dt.timedelta(days=1), "Away")
    loads = board_store.loads(salon.file, DAY, 3)
    assert [(one.booked, one.busy, one.open) for one in loads] == [
        (2, 90, 3 * 600),
        (2, 75, 3 * 600),
        (0, 30, 0),
    ]
    assert loads[0].share == 0.05
    assert loads[2].share == 1.0
    assert [one.mark.closed for one in loads] == [None, None, "Away"]


def test_marks_name_holidays_and_closed_days(salon: Salon) -> None:
    ShopActs(salon.file).close_days(DAY, DAY, "")
    first = dt.date(2025, 9, 20)
    marks = board_store.marks(salon.file, first, dt.date(2025, 10, 12))
    names = {day: one.holiday for day, one in marks.items() if one.holiday is not None}
    assert names[dt.date(2025, 10, 1)].called("en") == "National Day and Mid-Autumn Festival"
    assert names[dt.date(2025, 9, 28)].works
    assert dt.date(2025, 9, 20) not in marks
    assert board_store.marks(salon.file, DAY, DAY)[DAY].closed == ""
