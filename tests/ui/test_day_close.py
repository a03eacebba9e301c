"""The day close in the books: what is expected, counting, closing, money in and out, the month, paper."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtNetwork import QHostAddress, QTcpServer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from merchant_desk.core.clock import FixedClock
from merchant_desk.desk import Desk
from merchant_desk.drawer import store
from merchant_desk.drawer.model import CloseDraft
from merchant_desk.drawer.ui import day_close_tab
from merchant_desk.drawer.ui.close_sheet import CloseSheet
from merchant_desk.drawer.ui.day_close_tab import DayCloseTab
from merchant_desk.drawer.ui.day_paper_sheet import DayPaperSheet
from merchant_desk.drawer.ui.entry_sheet import EntrySheet
from merchant_desk.sales.receipts.model import ReceiptSettings
from merchant_desk.shell import choose_file
from merchant_desk.shell.frame import Frame, Notice
from merchant_desk.shell.sheet import Sheet
from merchant_desk.shell.tabs import TabbedPage
from tests.drawer.till import owe, pay
from tests.ui.keys import type_text
from tests.ui.plain_text import MARKUP, assert_plain

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
TODAY = dt.date(2025, 8, 20)
W = TypeVar("W", bound=QWidget)


@pytest.fixture
def page(page_frame: Frame, qtbot: QtBot) -> TabbedPage:
    """The tab's page, on screen."""
    return show(TabbedPage(page_frame, "books", "Books", (DayCloseTab,)), qtbot, 1000, 680)


@pytest.fixture
def tab(page: TabbedPage) -> DayCloseTab:
    """The tab itself."""
    found = page.tab("day_close")
    assert isinstance(found, DayCloseTab)
    return found


def show(widget: W, qtbot: QtBot, width: int = 560, height: int = 900) -> W:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


def close_sheet(frame: Frame, qtbot: QtBot, day: dt.date = TODAY) -> CloseSheet:
    return show(CloseSheet(frame, day), qtbot)


def press(sheet: Sheet) -> None:
    QTest.keyClick(sheet, Qt.Key.Key_Return, CTRL)


def button(widget: QWidget, text: str) -> QPushButton:
    return next(one for one in widget.findChildren(QPushButton) if one.text().startswith(text))


def put_money_in(desk: Desk) -> None:
    """A float of 300, 198 in cash, 100 by WeChat."""
    desk.drawer.set_float(300_00)
    pay(desk.file, [("cash", 198_00), ("wechat", 100_00)])


def shown(tab: DayCloseTab) -> dict[str, tuple[int, int | None]]:
    """Method -> what is expected and what was counted, as the table has it."""
    rows = tab.day_view.table.rows()
    return {row.method: (row.expected, row.count.counted if row.count else None) for row in rows}


def test_the_day_shows_what_should_be_there(desk: Desk, tab: DayCloseTab) -> None:
    assert shown(tab) == dict.fromkeys(("cash", "wechat", "alipay", "card"), (0, None))
    put_money_in(desk)
    assert shown(tab)["cash"] == (498_00, None)
    assert shown(tab)["wechat"] == (100_00, None)


def test_a_day_is_counted_by_pieces_and_closed_with_the_keyboard(
    desk: Desk, page_frame: Frame, qtbot: QtBot, tab: DayCloseTab, said: list[Notice]
) -> None:
    put_money_in(desk)
    sheet = close_sheet(page_frame, qtbot)
    for value, many in ((100_00, 4), (50_00, 1), (20_00, 2), (5_00, 1), (1_00, 3)):
        sheet.pieces.box(value).setFocus()
        sheet.pieces.box(value).selectAll()
        QTest.keyClicks(sheet.pieces.box(value), str(many))
    assert sheet.rows["cash"].amount.text() == "498"
    assert sheet.kept.text() == "300"
    press(sheet)
    close = store.close_of(desk.file, TODAY)
    assert close is not None
    assert close.pieces == ((100_00, 4), (50_00, 1), (20_00, 2), (5_00, 1), (1_00, 3))
    assert (close.cash, close.kept, close.handed_over) == (498_00, 300_00, 198_00)
    assert said[-1].undo
    assert shown(tab)["cash"] == (498_00, 498_00)
    assert not tab.close_day.isVisible()
    page_frame.undo()
    assert tab.close_day.isVisible()


def test_a_difference_needs_its_reason(desk: Desk, page_frame: Frame, qtbot: QtBot) -> None:
    put_money_in(desk)
    sheet = close_sheet(page_frame, qtbot)
    row = sheet.rows["cash"]
    assert not row.why.isVisible()
    type_text(row.amount, "495")
    assert row.why.isVisible()
    press(sheet)
    assert store.close_of(desk.file, TODAY) is None
    assert "3" in row.why.error.text()
    type_text(row.reason, "找错零")
    press(sheet)
    close = store.close_of(desk.file, TODAY)
    assert close is not None
    assert [(one.method, one.difference, one.reason) for one in close.counts] == [
        ("cash", -3_00, "找错零"),
        ("wechat", 0, ""),
    ]


def test_cash_has_to_be_counted(desk: Desk, page_frame: Frame, qtbot: QtBot) -> None:
    put_money_in(desk)
    sheet = close_sheet(page_frame, qtbot)
    press(sheet)
    assert sheet.rows["cash"].field.error.text()
    assert store.close_of(desk.file, TODAY) is None


def test_a_sum_typed_by_hand_takes_the_pieces_away(desk: Desk, page_frame: Frame, qtbot: QtBot) -> None:
    put_money_in(desk)
    sheet = close_sheet(page_frame, qtbot)
    sheet.pieces.box(100_00).setValue(3)
    sheet.rows["cash"].amount.clear()
    type_text(sheet.rows["cash"].amount, "498")
    assert sheet.pieces.pieces() == {}
    assert sheet.rows["cash"].amount.text() == "498"
    press(sheet)
    close = store.close_of(desk.file, TODAY)
    assert close is not None
    assert (close.cash, close.pieces) == (498_00, ())


@pytest.mark.parametrize("typed", ["-1", "abc"])
def test_a_count_that_is_none_is_refused_at_its_field(
    desk: Desk, page_frame: Frame, qtbot: QtBot, typed: str
) -> None:
    put_money_in(desk)
    sheet = close_sheet(page_frame, qtbot)
    type_text(sheet.rows["cash"].amount, typed)
    type_text(sheet.rows["cash"].reason, "x")
    press(sheet)
    assert sheet.rows["cash"].field.error.text()
    assert store.close_of(desk.file, TODAY) is None
    assert sheet.rows["cash"].amount.text() == typed, "nothing typed is lost"


def test_more_cannot_stay_than_was_counted(desk: Desk, page_frame: Frame, qtbot: QtBot) -> None:
    put_money_in(desk)
    sheet = close_sheet(page_frame, qtbot)
    type_text(sheet.rows["cash"].amount, "498")
    sheet.kept.clear()
    type_text(sheet.kept, "500")
    press(sheet)
    assert "498" in sheet._kept.error.text()
    assert store.close_of(desk.file, TODAY) is None


def test_open_sales_are_told_and_keep_nothing_open(desk: Desk, page_frame: Frame, qtbot: QtBot) -> None:
    owe(desk.file, 200_00, [])
    pay(desk.file, [], held=True)
    sheet = close_sheet(page_frame, qtbot)
    assert sheet.warning.isVisible()
    press(sheet)
    assert store.close_of(desk.file, TODAY) is not None


def test_what_was_paid_while_counting_is_said(desk: Desk, page_frame: Frame, qtbot: QtBot) -> None:
    put_money_in(desk)
    sheet = close_sheet(page_frame, qtbot)
    type_text(sheet.rows["cash"].amount, "498")
    pay(desk.file, [("wechat", 20_00)])
    press(sheet)
    assert store.close_of(desk.file, TODAY) is None
    assert sheet.rows["wechat"].amount.placeholderText() == "¥120"
    press(sheet)
    assert store.close_of(desk.file, TODAY) is not None


def test_a_day_closed_meanwhile_is_not_closed_twice(desk: Desk, page_frame: Frame, qtbot: QtBot) -> None:
    sheet = close_sheet(page_frame, qtbot)
    desk.drawer.close_day(CloseDraft(TODAY, {}))
    press(sheet)
    assert sheet._error.isVisible()
    again = close_sheet(page_frame, qtbot)
    assert again.primary is not None
    assert not again.primary.isEnabled()


def test_a_slow_clock_is_asked_about_once(
    desk: Desk, page_frame: Frame, qtbot: QtBot, clock: FixedClock
) -> None:
    put_money_in(desk)
    clock.set(clock.now() - dt.timedelta(hours=3))
    sheet = close_sheet(page_frame, qtbot)
    type_text(sheet.rows["cash"].amount, "498")
    assert not sheet.clock_is_right.isVisible()
    press(sheet)
    assert store.close_of(desk.file, TODAY) is None
    QTest.mouseClick(sheet.clock_is_right, LEFT)
    assert store.close_of(desk.file, TODAY) is not None


# ---- money in and out


def test_money_goes_in_and_out_and_is_struck(
    desk: Desk, page_frame: Frame, qtbot: QtBot, tab: DayCloseTab, sheets: list[Sheet]
) -> None:
    for text in ("Float", "Money in", "Money out"):
        QTest.mouseClick(button(tab.day_view, text), LEFT)
    for sheet, amount in zip(sheets, ("300", "100", "36.5"), strict=True):
        assert isinstance(sheet, EntrySheet)
        show(sheet, qtbot)
        type_text(sheet.amount, amount)
        if sheet.usual.chips():
            QTest.mouseClick(sheet.usual.chips()[0], LEFT)
        press(sheet)
    found = store.day(desk.file, TODAY)
    assert found.expected["cash"] == 363_50
    assert [(one.kind, one.reason) for one in found.entries] == [
        ("float", ""),
        ("in", "Change from the bank"),
        ("out", "Supplies"),
    ]
    assert shown(tab)["cash"] == (363_50, None)
    tab.day_view.strike_wanted.emit(found.entries[-1].id)
    assert shown(tab)["cash"] == (400_00, None)


def test_an_entry_without_a_reason_or_an_amount_is_refused_at_its_field(
    desk: Desk, page_frame: Frame, qtbot: QtBot
) -> None:
    sheet = show(EntrySheet(page_frame, "out", TODAY), qtbot)
    press(sheet)
    assert sheet._amount.error.text()
    type_text(sheet.amount, "5")
    press(sheet)
    assert sheet._reason.error.text()
    assert store.day(desk.file, TODAY).entries == ()
    type_text(sheet.reason, "棉片")
    press(sheet)
    assert store.day(desk.file, TODAY).cash_out == 5_00


# ---- other days, the month, paper


def test_a_closed_today_is_opened_again_and_an_earlier_day_is_not(
    desk: Desk, tab: DayCloseTab, clock: FixedClock
) -> None:
    desk.drawer.close_day(CloseDraft(TODAY - dt.timedelta(days=1), {}))
    desk.drawer.close_day(CloseDraft(TODAY, {}))
    QTest.mouseClick(button(tab.day_view, "Open it again"), LEFT)
    assert store.close_of(desk.file, TODAY) is None
    QTest.mouseClick(tab.before, LEFT)
    assert store.close_of(desk.file, TODAY - dt.timedelta(days=1)) is not None
    assert not [
        one
        for one in tab.day_view.findChildren(QPushButton)
        if one.text().startswith("Open it") and one.isVisible()
    ]
    assert not tab.close_day.isVisible()


def test_days_that_were_forgotten_are_a_press_away(desk: Desk, tab: DayCloseTab) -> None:
    desk.drawer.close_day(CloseDraft(TODAY - dt.timedelta(days=4), {}))
    pay(desk.file, [("cash", 5_00)], dt.datetime(2025, 8, 18, 12))
    tab.reload()
    QTest.mouseClick(button(tab.day_view, "18 Aug"), LEFT)
    assert tab.when.text().startswith("Monday 18 August")
    assert shown(tab)["cash"] == (5_00, None)


def test_a_month_lists_its_days_and_opens_one(
    desk: Desk, tab: DayCloseTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_money_in(desk)
    pay(desk.file, [("cash", 5_00)], dt.datetime(2025, 8, 18, 12))
    QTest.mouseClick(button(tab, "Month"), LEFT)
    rows = tab.month_view.table.rows()
    assert [row.day.day for row in rows] == [20, 18]
    given: list[tuple[str, list[str], list[list[object]]]] = []
    monkeypatch.setattr(
        day_close_tab, "export_table", lambda _frame, *table: given.append((table[0], table[1], table[2]))
    )
    QTest.mouseClick(tab.export, LEFT)
    title, header, out = given[0]
    assert title == "Day closes August 2025"
    assert all(len(row) == len(header) for row in out)
    QTest.mouseClick(tab.before, LEFT)
    assert tab.month_view.table.rows() == []
    QTest.mouseClick(tab.after, LEFT)
    assert not tab.after.isEnabled()
    tab.month_view.table.select(lambda row: row.day.day == 18)
    tab.month_view.table.setFocus()
    tab.month_view.table.choose_current()
    assert shown(tab)["cash"] == (5_00, None)
    assert tab.day_view.table.hasFocus(), "the keyboard stays in the page"


def test_a_month_cuts_off_no_sum(desk: Desk, tab: DayCloseTab) -> None:
    pay(desk.file, [("cash", 1_234_567_89)], dt.datetime(2025, 8, 18, 12))
    QTest.mouseClick(button(tab, "Month"), LEFT)
    table = tab.month_view.table
    font = QFont(table.font())
    font.setPixelSize(13)
    font.setBold(True)
    for column, text in ((0, "Mon 18 Aug"), (2, "¥1,234,567.89"), (3, "¥1,234,567.89")):
        assert table.columnWidth(column) >= QFontMetrics(font).horizontalAdvance(text) + 24


def test_arriving_at_a_day_shows_it(desk: Desk, tab: DayCloseTab) -> None:
    pay(desk.file, [("cash", 5_00)], dt.datetime(2025, 8, 18, 12))
    tab.arrive(day="2025-08-18")
    assert shown(tab)["cash"] == (5_00, None)
    tab.arrive(day=TODAY)
    assert shown(tab)["cash"] == (0, None)


@pytest.mark.parametrize("size", ["a4", "80", "58"])
def test_a_closed_day_goes_on_paper_again(
    desk: Desk, page_frame: Frame, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: str
) -> None:
    put_money_in(desk)
    desk.drawer.pay_out(5_00, "<b>棉片</b>")
    desk.drawer.close_day(CloseDraft(TODAY, {"cash": 490_00}, reasons={"cash": "找错零"}))
    sheet = show(DayPaperSheet(page_frame, TODAY), qtbot)
    sheet.paper_size.choose(size)
    sheet.paper_size.chosen.emit(size)
    assert sheet.picture.pixmap().width() > 100
    path = tmp_path / "day.pdf"
    monkeypatch.setattr(choose_file, "place_to_save", lambda *_args: path)
    press(sheet)
    assert path.read_bytes().startswith(b"%PDF")


def test_what_is_typed_is_shown_as_it_is(
    desk: Desk, page_frame: Frame, qtbot: QtBot, tab: DayCloseTab
) -> None:
    desk.drawer.pay_in(1_00, MARKUP, who=MARKUP)
    assert_plain(tab)
    draft = CloseDraft(TODAY, {"cash": 0}, reasons={"cash": MARKUP}, note=MARKUP, who=MARKUP)
    desk.drawer.close_day(draft)
    assert_plain(tab)


def test_a_day_goes_to_the_receipt_printer(desk: Desk, page_frame: Frame, qtbot: QtBot) -> None:
    put_money_in(desk)
    desk.drawer.close_day(CloseDraft(TODAY, {"cash": 498_00}))
    server, heard = QTcpServer(), bytearray()
    assert server.listen(QHostAddress("127.0.0.1"))

    def take() -> None:
        socket = server.nextPendingConnection()
        socket.readyRead.connect(lambda: heard.extend(socket.readAll().data()))

    server.newConnection.connect(take)
    assert not show(DayPaperSheet(page_frame, TODAY), qtbot).direct.isVisible()
    desk.receipts.save(ReceiptSettings(printer=f"127.0.0.1:{server.serverPort()}"))
    sheet = show(DayPaperSheet(page_frame, TODAY), qtbot)
    QTest.mouseClick(sheet.direct, LEFT)
    qtbot.waitUntil(lambda: "￥498.00" in bytes(heard).decode("gb18030", "ignore"))
    server.close()
