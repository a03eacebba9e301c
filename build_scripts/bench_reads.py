"""Reading: the day board, customer search and every query of the charts, against SQL written by hand."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from build_scripts import bench_floors as floors
from build_scripts.bench_tools import Measure, by_turns
from merchant_desk.appointments.board import store as board_store
from merchant_desk.appointments.model import DayBoard
from merchant_desk.core.changes import Changes
from merchant_desk.core.clock import FixedClock, wall
from merchant_desk.customers import store as customers
from merchant_desk.db.open import connect, open_shop
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.insights import queries
from merchant_desk.insights.model import Figures
from merchant_desk.insights.periods import previous, same_period_last_year

# A name in pinyin, by its initials and in characters, and the tail of a phone, key by key.
_TYPED = ("l", "li", "liy", "liyu", "liyue", "w", "wq", "李", "李悦", "6", "66", "662", "6621")
_MOST_FOUND = 50
_WEEK = dt.timedelta(days=6)
_BY_HAND = "the same answer by SQL written by hand"


def reads(path: Path, moment: dt.datetime, repeats: int) -> list[Measure]:
    """Median milliseconds of each read on the shop at `path`, whose present is `moment`."""
    file = open_shop(path, FixedClock(moment), Changes(), read_only=True)
    with closing(connect(path)) as conn:
        conn.row_factory = None
        measures = []
        for what, ours, floor in _questions(file, conn, moment.date()):
            measures.append(Measure(what, *by_turns(ours, floor, repeats), "ms", _BY_HAND))
        measures.append(_search(file, conn, repeats))
    file.close()
    return measures


def _questions(
    file: ShopFile, conn: sqlite3.Connection, today: dt.date
) -> list[tuple[str, Callable[[], object], Callable[[], object]]]:
    """What is asked, how the program answers and how the floor does; all of a year except the counter's."""
    first = first_of_year(today)
    before = previous(first, today)
    year_before = same_period_last_year(first, today)

    def growth_by_hand() -> list[object]:
        now, then = floors.by_kind(conn, first, today), floors.by_kind(conn, *year_before)
        return [(kind, now[kind], then[kind]) for kind in ("short_video", "live_stream", "grass_post")]

    return [
        ("day board", lambda: _board(board_store.board(file, today)), lambda: floors.board(conn, today)),
        (
            "week board",
            lambda: [_board(board) for board in board_store.boards(file, today - _WEEK, 7)],
            lambda: [floors.board(conn, today - _WEEK + dt.timedelta(days=n)) for n in range(7)],
        ),
        (
            "today's takings by source",
            lambda: sorted(queries.today(file, today).by_source),
            lambda: sorted((row[1], row[2]) for row in floors.by_source(conn, today, today)),
        ),
        (
            "charts: takings by source, a year by months",
            lambda: sorted(
                (row.bucket, row.kind, row.takings, row.visits)
                for row in queries.takings_by_source(file, first, today)
            ),
            lambda: floors.by_source(conn, first, today),
        ),
        (
            "charts: growth of a year against the year before",
            lambda: [
                (row.kind, row.takings, row.last_year) for row in queries.growth_by_kind(file, first, today)
            ],
            growth_by_hand,
        ),
        (
            "charts: best contents of a year",
            lambda: _contents(file, first, today),
            lambda: floors.contents(conn, first, today),
        ),
        (
            "charts: figures of a year and the one before",
            lambda: _figures(file, first, today),
            lambda: [floors.figures(conn, first, today), floors.figures(conn, *before)],
        ),
        (
            "charts: the sales behind a bar",
            lambda: [row.number for row in queries.sales_behind(file, first, today, "live_stream")],
            lambda: floors.behind(conn, first, today, "live_stream"),
        ),
    ]


def first_of_year(today: dt.date) -> dt.date:
    """The first day of the year that ends today."""
    return same_period_last_year(today, today)[0] + dt.timedelta(days=1)


def _board(board: DayBoard) -> tuple[floors.Rows, floors.Rows]:
    lines: floors.Rows = [
        (
            line.line_id,
            line.customer,
            line.service,
            line.worker_id,
            wall(line.start),
            wall(line.end),
            line.status,
            line.source,
            line.first_visit,
        )
        for line in board.lines
    ]
    sold: floors.Rows = [
        (column.worker_id, column.sales, column.takings) for column in board.columns if column.sales
    ]
    return sorted(lines), sorted(sold)


def _contents(file: ShopFile, first: dt.date, last: dt.date) -> floors.Rows:
    return sorted(
        (
            row.content_id,
            row.takings,
            row.new_customers,
            row.return_of,
            row.returned,
            row.cost,
            row.bookings,
            row.views,
        )
        for row in queries.best_contents(file, first, last)
    )


def _figures(file: ShopFile, first: dt.date, last: dt.date) -> list[tuple[object, ...]]:
    def plain(of: Figures) -> tuple[object, ...]:
        told = of.takings, of.visits, of.new_customers, of.content_cost
        return (*told, of.returns.of, of.returns.returned)

    found = queries.figures(file, first, last)
    return [plain(found.now), plain(found.before)]


def _search(file: ShopFile, conn: sqlite3.Connection, repeats: int) -> Measure:
    """All keys of a few searches; where more are found than shown, which ones is a matter of ranking."""

    def ours() -> list[object]:
        return [_shown({row.id for row in customers.search(file, typed, _MOST_FOUND)}) for typed in _TYPED]

    def floor() -> list[object]:
        return [_shown(floors.search(conn, typed)) for typed in _TYPED]

    ours_ms, floor_ms = by_turns(ours, floor, repeats)
    return Measure(
        f"customer search, each keystroke ({customers.count(file):,} customers)",
        ours_ms / len(_TYPED),
        floor_ms / len(_TYPED),
        "ms",
        "LIKE over the search column, the first 50, unranked",
    )


def _shown(found: set[object] | set[str]) -> object:
    return len(found) if len(found) == _MOST_FOUND else sorted(map(str, found))
