"""The board while it moves: frame times over a week of 400 appointments, against painting one pixmap.

Run as a program it measures and prints them as JSON; it needs a process of its own for its window.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import statistics
import sys
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from build_scripts.bench_tools import Measure, child

if TYPE_CHECKING:
    from merchant_desk.appointments.model import DayBoard
    from merchant_desk.appointments.ui.board import BoardView

APPOINTMENTS = 400
WORKERS = 8
GOAL_MS = 16
_SIZE = (1440, 900)
_MONDAY = dt.date(2025, 8, 18)
_SURNAMES = "王李张刘陈杨黄赵吴周"
_SERVICES = ("法式美甲", "单色美甲", "日式美睫", "卸甲 + 猫眼美甲", "手部护理")
_SOURCES = ("short_video", "live_stream", "grass_post", "search_map", "referral", "unknown")
_WAYS = ("dragging", "scrolling")


def frames(repeats: int) -> list[Measure]:
    """The 95th percentile of the time from an event until its picture stands, in a child process."""
    env = {**os.environ}
    env.setdefault("QT_QPA_PLATFORM", "offscreen")
    told = child([sys.executable, "-m", "build_scripts.bench_frames", str(repeats)], env)
    times = json.loads(told.said.splitlines()[-1])
    floor = f"painting one pixmap as large ({_SIZE[0]}x{_SIZE[1]}, {env['QT_QPA_PLATFORM']})"
    return [
        Measure(
            f"week of {APPOINTMENTS}: a frame while {way}, 95th percentile (goal: under {GOAL_MS} ms)",
            times[way],
            times["floor"],
            "ms",
            floor,
        )
        for way in _WAYS
    ]


def _measured(repeats: int) -> dict[str, float]:
    """Milliseconds by what was done, taken in turns."""
    import merchant_desk.shell.plain_imports  # noqa: F401 - before anything else of the window
    from merchant_desk.shell import language, theme

    app = theme.application(sys.argv[:1])
    language.install(app, "zh_CN")
    theme.apply(app, "light")
    moves = {"dragging": _drags(_board()), "scrolling": _scrolls(_board()), "floor": _bare()}
    times: dict[str, list[float]] = {name: [] for name in moves}
    for turn in range(20 + 60 * repeats):
        for name, move in moves.items():
            before = time.perf_counter()
            next(move)
            app.processEvents()
            if turn >= 20:
                times[name].append((time.perf_counter() - before) * 1000)
    return {name: statistics.quantiles(taken, n=20)[-1] for name, taken in times.items()}


def _board() -> BoardView:
    from merchant_desk.appointments.board.spread import opened
    from merchant_desk.appointments.ui.board import BoardView

    board = BoardView()
    board.resize(*_SIZE)
    board.set_zoom(130)  # so that there is something to scroll
    board.show_spread(opened("week", _week()), 15, dt.datetime(2025, 8, 20, 14, 24))
    board.show()
    return board


def _bare() -> Iterator[None]:
    """A window that lays one pixmap down."""
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QLabel

    picture = QPixmap(*_SIZE)
    picture.fill()
    window = QLabel()
    window.setPixmap(picture)
    window.resize(*_SIZE)
    window.show()
    while True:
        window.update()
        yield


def _drags(board: BoardView) -> Iterator[None]:
    """A card in the air, over the whole week and back."""
    from PySide6.QtCore import QEvent, QPointF, Qt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    from merchant_desk.appointments.ui.board_drag import movable
    from merchant_desk.appointments.ui.board_geometry import GUTTER, HEADER

    port = board.viewport()

    def send(kind: QEvent.Type, at: QPointF) -> None:
        held = Qt.MouseButton.LeftButton
        event = QMouseEvent(
            kind, at, QPointF(port.mapToGlobal(at)), held, held, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(port, event)

    card = next(card for card in board.cards[len(board.cards) // 2 :] if movable(card))
    across, down = board.horizontalScrollBar(), board.verticalScrollBar()
    across.setValue(round(card.box.x - 300))
    down.setValue(round(card.box.y - 200))
    grip = QPointF(
        GUTTER + card.box.x + card.box.width / 2 - across.value(), HEADER + card.box.y - down.value() + 8
    )
    send(QEvent.Type.MouseButtonPress, grip)
    step = 0
    while True:
        step += 1
        x = GUTTER + 40 + (step * 37) % (port.width() - GUTTER - 80)
        y = HEADER + 60 + (step * 23) % (port.height() - HEADER - 120)
        send(QEvent.Type.MouseMove, QPointF(x, y))
        if not board.mouse.lifted:
            raise RuntimeError("nothing is in the air")
        yield


def _scrolls(board: BoardView) -> Iterator[None]:
    """The wheel, down to the evening and back."""
    bar = board.verticalScrollBar()
    step = 24
    while True:
        if not bar.minimum() < bar.value() + step < bar.maximum():
            step = -step
        bar.setValue(bar.value() + step)
        yield


def _week() -> list[DayBoard]:
    """Seven full days of eight workers, with what a card can have; the same at every run."""
    from merchant_desk.appointments.model import BoardLine, Column, DayBoard
    from merchant_desk.core.spans import Span

    boards: list[DayBoard] = []
    made = 0
    for number in range(7):
        day = _MONDAY + dt.timedelta(days=number)
        open_at = dt.datetime.combine(day, dt.time(9))
        spans = (Span(open_at, open_at + dt.timedelta(hours=12)),)
        columns = tuple(
            Column(f"w{worker}", f"员工{worker}", "#5B7DB1", spans, 0, 0) for worker in range(WORKERS)
        )
        lines: list[BoardLine] = []
        until = APPOINTMENTS * (number + 1) // 7
        while made < until:
            at = len(lines)
            start = open_at + dt.timedelta(minutes=90 * (at // WORKERS) + 15 * (at % 5))
            end = start + dt.timedelta(minutes=60)
            lines.append(
                BoardLine(
                    line_id=f"l{made}",
                    appointment_id=f"a{made}",
                    customer_id=f"c{made}",
                    customer=f"{_SURNAMES[made % 10]}女士",
                    service_id="s",
                    service=_SERVICES[made % 5],
                    worker_id=f"w{at % WORKERS}",
                    worker=f"员工{at % WORKERS}",
                    start=start,
                    end=end,
                    busy_from=start,
                    busy_to=end + dt.timedelta(minutes=10 * (made % 2)),
                    status=("booked", "confirmed", "done", "arrived")[made % 4],
                    squeezed=made % 29 == 0,
                    source=_SOURCES[made % 6],
                    note="",
                    first_visit=made % 7 == 0,
                )
            )
            made += 1
        boards.append(DayBoard(day, columns, tuple(lines), dt.time(9), dt.time(21)))
    return boards


def _main(arguments: list[str]) -> None:
    print(json.dumps(_measured(int(arguments[0]))))


if __name__ == "__main__":
    _main(sys.argv[1:])
