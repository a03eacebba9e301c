"""The charts page in a real window: its numbers are those of the books, and each leads to its sales."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from merchant_desk.customers.model import CustomerDraft
from merchant_desk.desk import Desk
from merchant_desk.insights.model import Growth
from merchant_desk.insights.ui.charts_page import ChartsPage
from merchant_desk.insights.ui.readings import Readings
from merchant_desk.sales.model import PaymentDraft, SaleDraft, SaleLineDraft
from merchant_desk.shell import theme
from merchant_desk.shell.frame import Frame
from merchant_desk.sources.model import ContentDraft

TITLE = "<b>Three</b> minutes"


def sell(desk: Desk, amount: int, at: dt.datetime, customer: str | None = None, **source: Any) -> None:
    desk.sales.check_out(
        SaleDraft(
            lines=(SaleLineDraft("Gel", amount),),
            payments=(PaymentDraft("cash", amount),),
            customer_id=customer,
            sold_at=at,
            **source,
        )
    )


@pytest.fixture
def content(desk: Desk) -> str:
    """A video that brought one sale in July and one in August, beside a passer-by and an unknown."""
    made = desk.sources.log_content(
        ContentDraft(
            kind="short_video",
            platform="douyin",
            title=TITLE,
            published_at=dt.datetime(2025, 7, 1, 9, 0),
            cost=10_000,
        )
    )
    ana = desk.customers.add(CustomerDraft("Ana"))
    sell(desk, 30_000, dt.datetime(2025, 7, 3, 15, 0), ana, content_id=made)
    sell(desk, 20_000, dt.datetime(2025, 8, 4, 15, 0), content_id=made)
    sell(desk, 5_000, dt.datetime(2025, 8, 5, 15, 0), channel_id="passing_by")
    sell(desk, 7_000, dt.datetime(2025, 8, 6, 15, 0))
    return made


@pytest.fixture
def page(qtbot: QtBot, page_frame: Frame, content: str) -> ChartsPage:
    shown = ChartsPage(page_frame)
    qtbot.addWidget(shown)
    shown.resize(1256, 900)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def texts(page: ChartsPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_the_figures_are_those_of_the_books(page: ChartsPage) -> None:
    shown = texts(page)
    assert "¥620" in shown
    assert "4" in shown
    assert "too few yet" in shown
    assert page.takings.reading.text() == (
        "Short video brought the most: ¥500, 81% of the takings;"
        " for ¥70 (11%) nobody knows what brought them."
    )


def test_a_click_on_a_bar_asks_for_the_sales_behind_it(qtbot: QtBot, page: ChartsPage) -> None:
    view = page.takings.view
    rect = view.rect_of(("2025-08", "short_video"))
    assert rect.height() > 4
    with qtbot.waitSignal(page.sales_wanted) as asked:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    assert asked.args == ["short_video", dt.date(2025, 8, 1), dt.date(2025, 8, 20)]


def test_a_bar_under_the_mouse_says_its_exact_number(page: ChartsPage) -> None:
    view = page.takings.view
    view.hovered.emit(("2025-07", "short_video"), QPoint(40, 40))
    assert page.takings.tip.isVisible()
    assert page.takings.tip.text().splitlines()[:2] == ["July 2025", "Short video  ¥300"]
    assert page.takings.tip.textFormat() == Qt.TextFormat.PlainText
    view.hovered.emit(None, QPoint())
    assert not page.takings.tip.isVisible()


def test_the_legend_is_the_keyboards_way(qtbot: QtBot, page: ChartsPage) -> None:
    legend = [b for b in page.findChildren(QPushButton) if b.property("role") == "legend"]
    chip = next(b for b in legend if b.accessibleName().startswith("Passing by"))
    assert chip.accessibleName() == "Passing by: ¥50"
    chip.setFocus()
    with qtbot.waitSignal(page.sales_wanted) as asked:
        QTest.keyClick(chip, Qt.Key.Key_Space)
    assert asked.args[0] == "passing_by"


def test_contents_are_listed_with_what_they_cost_and_brought(
    qtbot: QtBot, page: ChartsPage, content: str
) -> None:
    (row,) = page.contents.table.rows()
    assert (row.cost, row.takings, row.roas, row.return_rate) == (10_000, 50_000, 5.0, None)
    index = page.contents.table.model().index(0, 0)
    assert page.contents.table.model().data(index).startswith(TITLE)
    page.contents.table.setFocus()
    page.contents.table.select(lambda _row: True)
    with qtbot.waitSignal(page.content_wanted) as asked:
        QTest.keyClick(page.contents.table, Qt.Key.Key_Return)
    assert asked.args == [content, dt.date(2024, 9, 1), dt.date(2025, 8, 20)]


def test_another_period_counts_anew(page: ChartsPage) -> None:
    segments = {b.text(): b for b in page.period.findChildren(QPushButton)}
    QTest.mouseClick(segments["This month"], Qt.MouseButton.LeftButton)
    assert "¥320" in texts(page)
    assert page.takings.view.rect_of(("2025-08-04", "short_video")).height() > 4
    QTest.mouseClick(segments["Any…"], Qt.MouseButton.LeftButton)
    page.first.set_day(dt.date(2025, 7, 1))
    page.last.set_day(dt.date(2025, 7, 31))
    page.first.changed.emit(dt.date(2025, 7, 1))
    assert "¥300" in texts(page)
    page.first.set_day(dt.date(2025, 9, 1))
    page.first.changed.emit(dt.date(2025, 9, 1))
    assert page.wrong.text() == "The first day comes after the last."
    assert "¥300" in texts(page), "the numbers stay until the days make sense"


def test_days_in_order_leave_no_mark_of_an_error(page: ChartsPage) -> None:
    page.period.choose("any")
    page.period.chosen.emit("any")
    picture = page.grab().toImage()
    shown = {picture.pixelColor(x, 20).name() for x in range(picture.width())}
    assert theme.tokens().danger_soft.lower() not in shown


def test_what_was_published_and_brought_nobody_is_listed_too(page: ChartsPage, desk: Desk) -> None:
    quiet = ContentDraft(
        kind="grass_post",
        platform="xiaohongshu",
        title="Quiet",
        published_at=dt.datetime(2025, 8, 1, 9, 0),
    )
    made = desk.sources.log_content(quiet)
    desk.sources.add_views(made, dt.datetime(2025, 8, 2, 9, 0), 1_234)
    row = page.contents.table.rows()[-1]
    assert (row.title, row.takings, row.views) == ("Quiet", 0, 1_234)
    model = page.contents.table.model()
    assert "1,234" in {model.data(model.index(1, column)) for column in range(model.columnCount())}


def test_a_sale_elsewhere_shows_at_once(page: ChartsPage, desk: Desk) -> None:
    sell(desk, 100_000, dt.datetime(2025, 8, 19, 15, 0), channel_id="referral")
    assert "¥1,620" in texts(page)


def test_growth_is_read_from_its_numbers() -> None:
    rows = [
        Growth("short_video", 196, 100, 0.96, 0.83),
        Growth("live_stream", 223, 100, 1.23, 1.23),
        Growth("grass_post", 172, 100, 0.72, 1.13),
    ]
    assert Readings().growth(rows).startswith("Short video beats the industry by 13 point")
    assert "; live stream keeps up with the industry" in Readings().growth(rows)
    assert "; grass post trails it by 41 point" in Readings().growth(rows)
    assert Readings().growth([Growth("short_video", 5, 0, None, 0.83)]) == ""
