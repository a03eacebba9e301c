"""The cards at the right of the Desk page by mouse and keyboard, on a real shop."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from merchant_desk.desk import Desk
from merchant_desk.shell.frame import Frame
from merchant_desk.sources.model import ContentDraft
from merchant_desk.widgets.buttons import Chip
from tests.ui.salon import DAY, Bench, Hands, Salon, at, settle

YU = 0


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


# ---- the cards beside the board


def test_todays_takings_by_source(salon: Salon, open_bench: Callable[[], Bench]) -> None:
    salon.sell("李悦", 19800, "referral")
    salon.sell("王女士", 12800)
    takings = open_bench().desk_page.column.takings
    assert takings.figure.text() == "¥326"
    assert takings.counts.text().startswith("2 sale")
    assert takings.bar.accessibleName() == "Referral ¥198, Unknown ¥128"


def test_one_touch_says_what_brought_them(
    salon: Salon, desk: Desk, open_bench: Callable[[], Bench], hands: Hands
) -> None:
    content = desk.sources.log_content(
        ContentDraft("short_video", "三分钟法式", at(10, DAY - dt.timedelta(3)))
    )
    salon.book("周婷", 13.5)
    bench = open_bench()
    card = bench.desk_page.column.unknown
    assert card.isVisible()
    (row,) = card.rows()
    hands.click(row.chips()[0])
    assert hands.count == 1
    touch = desk.file.one("SELECT * FROM touch")
    assert touch is not None
    assert (touch["content_id"], touch["customer_id"]) == (content, salon.customers["周婷"])
    assert not card.isVisible()
    assert bench.board.cards[0].line.source == "short_video"
    undo = bench.toasts.shown()[-1].undo_button
    assert undo is not None
    hands.click(undo)
    assert desk.file.value("SELECT count(*) FROM touch") == 0
    assert card.isVisible()


def test_who_is_still_to_come_can_be_asked_from_all_answers(
    salon: Salon, desk: Desk, open_bench: Callable[[], Bench], hands: Hands
) -> None:
    salon.book("郑好", 18)
    bench = open_bench()
    (row,) = bench.desk_page.column.unknown.rows()
    assert row.more.text() == "Ask…"
    row.more.setFocus()
    hands.chord(Qt.Key.Key_Return)
    shown = {chip.accessibleName(): chip for chip in row.findChildren(Chip) if chip.isVisible()}
    assert "Doesn't remember" in shown
    hands.click(shown["Passing by"])
    assert desk.file.value("SELECT channel_id FROM touch") == "passing_by"
    assert bench.desk_page.column.unknown.rows() == []


def test_next_up_opens_the_appointment(salon: Salon, open_bench: Callable[[], Bench], hands: Hands) -> None:
    salon.book("吴倩", 15, "阿琳", ("甲片延长", "手绘款式美甲"))
    salon.book("赵敏", 16)
    salon.book("早", 11)
    page = open_bench()
    rows = page.desk_page.column.next.rows()
    assert [row.accessibleName().split(",")[0] for row in rows] == ["15:00", "16:00"]
    assert "甲片延长 + 手绘款式美甲" in rows[0].accessibleName()
    rows[1].setFocus()
    hands.chord(Qt.Key.Key_Space)
    assert page.sheet() is not None


def test_what_was_typed_is_shown_as_it_is(
    salon: Salon, open_bench: Callable[[], Bench], hands: Hands
) -> None:
    wild = "<b>x</b><img src=y>"
    salon.book(wild, 13)
    salon.book("<i>late</i>", 18)
    bench = open_bench()
    bench.board.setFocus(Qt.FocusReason.TabFocusReason)
    bench.board.keys.put(YU, at(13))
    assert wild in bench.board.accessibleName()
    hands.chord(Qt.Key.Key_Return)
    sheet = bench.sheet()
    assert sheet is not None
    labels = [*bench.desk_page.findChildren(QLabel), *sheet.findChildren(QLabel)]
    assert any(label.text() == wild for label in labels)
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels if label.text())
    rows = bench.desk_page.column.next.rows()
    tips = [widget.toolTip() for widget in (*labels, *rows)]
    assert not any("<b>x" in tip or "<i>late" in tip for tip in tips)


def test_an_act_elsewhere_shows_at_once(salon: Salon, open_bench: Callable[[], Bench]) -> None:
    bench = open_bench()
    assert bench.board.cards == []
    salon.book("李悦", 16)
    settle()
    assert [card.line.customer for card in bench.board.cards] == ["李悦"]
