"""The Desk page by mouse and keyboard, on a real shop."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from merchant_desk.appointments.ui.appointment_sheet import AppointmentSheet
from merchant_desk.appointments.ui.booking_sheet import BookingSheet
from merchant_desk.core.clock import FixedClock
from merchant_desk.db.records import Reader
from merchant_desk.desk import Desk
from merchant_desk.shell.frame import Frame
from tests.ui.salon import DAY, Bench, Hands, Salon, at, move, settle

ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
YU, LIN, MOMO = 0, 1, 2


@pytest.fixture
def salon(desk: Desk) -> Salon:
    return Salon(desk)


@pytest.fixture
def open_bench(page_frame: Frame, qtbot: QtBot) -> Callable[[], Bench]:
    """Opens the window once the shop is prepared."""

    return lambda: Bench(page_frame, qtbot)


@pytest.fixture
def hands() -> Hands:
    return Hands()


def lifted(bench: Bench) -> bool:
    """Whether a drag has a card in the air."""
    return bool(bench.board.mouse.lifted)


# ---- the board


def test_a_click_on_free_time_books_there(
    salon: Salon, open_bench: Callable[[], Bench], hands: Hands
) -> None:
    bench = open_bench()
    hands.click(bench.board.viewport(), bench.spot(LIN, 16.25))
    sheet = bench.sheet()
    assert isinstance(sheet, BookingSheet)
    assert sheet.when.start() == at(16.25)
    hands.click(sheet.lines.search.table.viewport(), QPoint(40, 10))
    assert sheet.lines.rows()[0].worker_id == salon.worker("阿琳")


def test_a_click_on_a_card_opens_it(salon: Salon, open_bench: Callable[[], Bench], hands: Hands) -> None:
    salon.book("李悦", 16)
    bench = open_bench()
    hands.click(bench.board.viewport(), bench.spot(YU, 16.5))
    sheet = bench.sheet()
    assert isinstance(sheet, AppointmentSheet)
    assert sheet.accessibleName() == "李悦"


def test_drawing_over_free_time_books_that_long(
    salon: Salon, open_bench: Callable[[], Bench], hands: Hands
) -> None:
    bench = open_bench()
    start, end = bench.spot(MOMO, 16), bench.spot(MOMO, 17.5, down=-4)
    hands.drag(bench.board, start, end)
    sheet = bench.sheet()
    assert isinstance(sheet, BookingSheet)
    assert sheet.when.start() == at(16)
    hands.click(sheet.lines.search.table.viewport(), QPoint(40, 10))
    assert sheet.lines.picks()[0].minutes == 90


def test_a_card_is_dragged_to_another_time_and_worker_and_undone(
    salon: Salon, open_bench: Callable[[], Bench], hands: Hands
) -> None:
    salon.book("李悦", 16)
    bench = open_bench()
    hands.drag(bench.board, bench.spot(YU, 16.25), bench.spot(LIN, 17.25))
    assert salon.lines() == [("李悦", "阿琳", "单色美甲", "17:00", "18:00")]
    (card,) = bench.board.cards
    assert card.column == LIN
    assert bench.board.mouse.outcome is None
    undo = bench.toasts.shown()[-1].undo_button
    assert undo is not None
    hands.click(undo)
    assert salon.lines() == [("李悦", "小雨", "单色美甲", "16:00", "17:00")]


def test_the_lower_edge_makes_it_longer(salon: Salon, open_bench: Callable[[], Bench], hands: Hands) -> None:
    salon.book("李悦", 16)
    bench = open_bench()
    hands.drag(bench.board, bench.spot(YU, 17, down=-3), bench.spot(YU, 17.5))
    assert salon.lines() == [("李悦", "小雨", "单色美甲", "16:00", "17:30")]


def test_a_visits_services_in_a_row_are_one_card_whose_end_is_the_last_ones(
    salon: Salon, open_bench: Callable[[], Bench], hands: Hands
) -> None:
    salon.book("赵敏", 16, "小雨", ("卸甲", "单色美甲"), minutes=30)
    bench = open_bench()
    (card,) = bench.board.cards
    assert card.line.service == "卸甲 + 单色美甲"
    hands.drag(bench.board, bench.spot(YU, 17, down=-3), bench.spot(YU, 17.5))
    assert salon.lines() == [
        ("赵敏", "小雨", "卸甲", "16:00", "16:30"),
        ("赵敏", "小雨", "单色美甲", "16:30", "17:30"),
    ]
    hands.drag(bench.board, bench.spot(YU, 16.25), bench.spot(MOMO, 18.25))
    assert salon.lines() == [
        ("赵敏", "Momo", "卸甲", "18:00", "18:30"),
        ("赵敏", "Momo", "单色美甲", "18:30", "19:30"),
    ]


def test_esc_takes_a_drag_back(salon: Salon, open_bench: Callable[[], Bench], hands: Hands) -> None:
    salon.book("李悦", 16)
    bench = open_bench()
    start, end = bench.spot(YU, 16.25), bench.spot(LIN, 18)
    with hands.holding(bench.board, start) as port:
        move(port, start, end)
        assert lifted(bench)
        QTest.keyClick(bench.board, Qt.Key.Key_Escape)
        assert not lifted(bench)
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    assert salon.lines() == [("李悦", "小雨", "单色美甲", "16:00", "17:00")]
    assert bench.notices() == []
    assert bench.sheet() is None


def test_a_drag_onto_somebody_is_shown_and_refused_by_name(
    salon: Salon, open_bench: Callable[[], Bench], hands: Hands
) -> None:
    salon.book("李悦", 16)
    salon.book("王女士", 18)
    bench = open_bench()
    start, end = bench.spot(YU, 16.25), bench.spot(YU, 17.75)
    with hands.holding(bench.board, start) as port:
        move(port, start, end)
        outcome = bench.board.mouse.outcome
        assert outcome is not None
        assert outcome.against == "王女士"
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    assert salon.lines("李悦") == [("李悦", "小雨", "单色美甲", "16:00", "17:00")]
    assert "王女士" in bench.notices()[-1]
    assert bench.board.mouse.outcome is None


def test_the_board_by_keyboard_alone(salon: Salon, open_bench: Callable[[], Bench], hands: Hands) -> None:
    salon.book("李悦", 16)
    bench = open_bench()
    bench.board.setFocus(Qt.FocusReason.TabFocusReason)
    hands.chord(Qt.Key.Key_End)
    hands.chord(Qt.Key.Key_Home)
    for _ in range(60):
        if "李悦" in bench.board.accessibleName():
            break
        hands.chord(Qt.Key.Key_Down)
    name = bench.board.accessibleName()
    assert "李悦" in name
    assert "16:00" in name
    hands.chord(Qt.Key.Key_Down)
    assert "小雨" in bench.board.accessibleName()
    assert "17:00" in bench.board.accessibleName()
    hands.chord(Qt.Key.Key_Right)
    hands.chord(Qt.Key.Key_Down, SHIFT)
    hands.chord(Qt.Key.Key_Return)
    sheet = bench.sheet()
    assert isinstance(sheet, BookingSheet)
    assert sheet.when.start() == at(17)
    hands.click(sheet.lines.search.table.viewport(), QPoint(40, 10))
    assert sheet.lines.picks()[0].minutes == 30
    assert sheet.lines.picks()[0].worker_id == salon.worker("阿琳")


def test_a_card_is_opened_moved_and_made_longer_by_keyboard(
    salon: Salon, open_bench: Callable[[], Bench], hands: Hands
) -> None:
    salon.book("李悦", 16)
    bench = open_bench()
    bench.board.setFocus(Qt.FocusReason.TabFocusReason)
    bench.board.keys.put(YU, at(16))
    hands.chord(Qt.Key.Key_Down, ALT)
    assert salon.lines() == [("李悦", "小雨", "单色美甲", "16:15", "17:15")]
    hands.chord(Qt.Key.Key_Right, ALT)
    assert salon.lines() == [("李悦", "阿琳", "单色美甲", "16:15", "17:15")]
    bench.board.keys.put(LIN, at(16.5))
    hands.chord(Qt.Key.Key_Down, ALT | SHIFT)
    assert salon.lines() == [("李悦", "阿琳", "单色美甲", "16:15", "17:30")]
    hands.chord(Qt.Key.Key_Return)
    assert isinstance(bench.sheet(), AppointmentSheet)


def test_the_day_opens_at_the_present_hour(salon: Salon, open_bench: Callable[[], Bench]) -> None:
    bench = open_bench()
    bench.resize(1180, 720)
    settle()
    bench.desk_page.show_day(DAY + dt.timedelta(days=1))
    bench.desk_page.show_day(DAY)
    settle()
    now = bench.height_of(14.4)
    assert bench.board.verticalScrollBar().maximum() > 0
    assert 60 < now < bench.board.viewport().height() / 2


def test_painted_is_said_once_the_board_is_on_screen(page_frame: Frame, qtbot: QtBot) -> None:
    from merchant_desk.appointments.ui.desk_page import DeskPage

    page = DeskPage(page_frame)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.painted, timeout=5000):
        page.show()
    assert page.board.spread is not None


def test_painted_is_said_where_nobody_is_on_shift(page_frame: Frame, desk: Desk, qtbot: QtBot) -> None:
    from merchant_desk.appointments.ui.desk_page import DeskPage

    desk.shop.close_days(DAY, DAY, "盘点")
    page = DeskPage(page_frame)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.painted, timeout=5000):
        page.show()
    assert page.nobody is not None
    assert page.nobody.isVisible()


def test_the_board_is_read_alone_and_painted_before_the_cards(
    page_frame: Frame, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from merchant_desk.appointments.ui.desk_page import DeskPage

    reads: list[str] = []
    read = page_frame.background.read

    def counted(work: Callable[[Reader], object], *args: object, **kwargs: object) -> None:
        reads.append(str(kwargs.get("key")))
        read(work, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(page_frame.background, "read", counted)
    page = DeskPage(page_frame)
    qtbot.addWidget(page)
    page.painted.connect(lambda: reads.append("painted"))
    with qtbot.waitSignal(page.loaded, timeout=5000):
        page.show()
    assert reads[:3] == ["board", "painted", "side"]


# ---- the bar


def test_days_go_back_and_on_and_home(salon: Salon, open_bench: Callable[[], Bench], hands: Hands) -> None:
    salon.book("李悦", 11, day=DAY + dt.timedelta(days=1))
    bench = open_bench()
    page = bench.desk_page
    assert page.title_label.text() == "Wednesday 20 August"
    hands.click(page.buttons["on"])
    assert page.title_label.text() == "Thursday 21 August"
    assert [card.line.customer for card in bench.board.cards] == ["李悦"]
    hands.click(page.buttons["back"])
    hands.click(page.buttons["back"])
    assert page.day() == DAY - dt.timedelta(days=1)
    hands.click(page.buttons["today"])
    assert page.day() == DAY


def test_midnight_turns_the_page(
    page_frame: Frame, clock: FixedClock, salon: Salon, open_bench: Callable[[], Bench]
) -> None:
    salon.book("李悦", 11, day=DAY + dt.timedelta(days=1))
    bench = open_bench()
    clock.set(at(24))
    page_frame.minute.emit(clock.now())
    settle()
    assert bench.desk_page.title_label.text() == "Thursday 21 August"
    assert [card.line.customer for card in bench.board.cards] == ["李悦"]


def test_a_day_that_was_chosen_stays_over_midnight(
    page_frame: Frame, clock: FixedClock, open_bench: Callable[[], Bench]
) -> None:
    bench = open_bench()
    bench.desk_page.show_day(DAY + dt.timedelta(days=5))
    clock.set(at(24))
    page_frame.minute.emit(clock.now())
    assert bench.desk_page.day() == DAY + dt.timedelta(days=5)


def test_the_search_field_opens_the_palette(
    open_bench: Callable[[], Bench], hands: Hands, qtbot: QtBot
) -> None:
    page = open_bench().desk_page
    with qtbot.waitSignal(page.palette_wanted) as said:
        hands.click(page.search)
    assert said.args == [""]
    page.search.setFocus()
    with qtbot.waitSignal(page.palette_wanted) as said:
        hands.word("l")
    assert said.args == ["l"]


def test_walk_in_and_new(open_bench: Callable[[], Bench], hands: Hands, qtbot: QtBot) -> None:
    bench = open_bench()
    with qtbot.waitSignal(bench.desk_page.walk_in_wanted):
        hands.click(bench.desk_page.buttons["walk_in"])
    hands.click(bench.desk_page.buttons["new"])
    assert isinstance(bench.sheet(), BookingSheet)
