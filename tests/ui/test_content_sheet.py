"""The sheet in which a content is logged and changed, by keyboard and mouse."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from merchant_desk.desk import Desk
from merchant_desk.shell.frame import Frame
from merchant_desk.sources import store
from merchant_desk.sources.model import Content, ContentDraft
from merchant_desk.sources.ui.content_page import ContentPage
from merchant_desk.sources.ui.content_sheet import ContentSheet
from merchant_desk.sources.ui.content_words import read_link
from tests.ui.conftest import NOW
from tests.ui.counter import Counter, Hand, focused
from tests.ui.windows import Windows, errors

Key = Qt.Key


@pytest.fixture
def counter(desk: Desk) -> Counter:
    return Counter(desk)


@pytest.fixture
def windows(qtbot: QtBot, page_frame: Frame) -> Windows:
    return Windows(qtbot, page_frame)


def _titles(page: ContentPage) -> list[str]:
    return [row.content.title for row in page.table.rows()]


def _row(page: ContentPage, number: int = 0) -> list[str]:
    model = page.table.model()
    return [str(model.data(model.index(number, column))) for column in range(model.columnCount())]


def _only(desk: Desk) -> Content:
    (content,) = store.contents(desk.file)
    return content


def test_a_content_is_logged_by_keyboard_and_its_code_word_copied(
    windows: Windows, desk: Desk, qtbot: QtBot
) -> None:
    page = windows.page(ContentPage)
    hand = Hand()
    page.log.setFocus()
    hand.key(Key.Key_Return)
    sheet = windows.sheet(ContentSheet)
    assert sheet.title.hasFocus()
    hand.type("三分钟法式")
    hand.confirm()
    content = _only(desk)
    assert (content.title, content.kind, content.platform) == ("三分钟法式", "short_video", "douyin")
    assert content.published_at == NOW
    assert content.cost == 0
    assert sheet.done.code.text() == content.code
    assert sheet.done.isVisible()
    assert not sheet.title.isVisible()
    hand.click(sheet.done.copy)
    assert content.code in QGuiApplication.clipboard().text()
    page.setFocus()
    sheet.primary.setFocus()  # type: ignore[union-attr]
    hand.confirm()
    assert not sheet.isVisible()
    assert page.cards.content_id == content.id
    assert _titles(page) == ["三分钟法式"]
    assert next(notice for notice in windows.notices if "三分钟法式" in notice.text).undo is not None


def test_a_live_stream_is_logged_by_mouse_with_everything_about_it(
    windows: Windows, desk: Desk, counter: Counter, qtbot: QtBot
) -> None:
    page = windows.page(ContentPage)
    hand = Hand()
    assert page.nothing.button is not None
    hand.click(page.nothing.button)
    sheet = windows.sheet(ContentSheet)
    hand.click(sheet.kind.buttons["live_stream"])
    hand.type("周日晚8点", into=sheet.title)
    sheet.platform.choose("kuaishou")
    sheet.when.day.set_day(dt.date(2025, 8, 17))
    sheet.when.time.set_value(dt.time(20, 0))
    hand.click(sheet.when.over)
    sheet.when.end_time.setFocus()
    sheet.when.end_time.set_value(dt.time(22, 10))
    influencer = sheet.maker.made_by.findChildren(QWidget)
    hand.click(next(button for button in influencer if button.accessibleName() == "Influencer"))
    hand.type("小美", into=sheet.maker.name)
    hand.type("https://live.example/1", into=sheet.link)
    sheet.service.choose(counter.services[0].id)
    hand.type("1,200.50", into=sheet.cost)
    sheet.cost_kind.choose("host")
    sheet.paid.setChecked(True)
    sheet.press_primary()
    content = _only(desk)
    assert content.kind == "live_stream"
    assert content.published_at == dt.datetime(2025, 8, 17, 20, 0)
    assert content.ended_at == dt.datetime(2025, 8, 17, 22, 10)
    assert (content.made_by, content.maker_name) == ("influencer", "小美")
    assert (content.platform, content.url) == ("kuaishou", "https://live.example/1")
    assert (content.service_id, content.paid_promotion) == (counter.services[0].id, True)
    assert content.cost == 120_050
    assert [cost.kind for cost in store.costs(desk.file, content.id)] == ["host"]
    assert "Live stream · Kuaishou · 17 Aug 20:00 · 2 h 10 min" in _row(page)[0]


def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(
    windows: Windows, desk: Desk, qtbot: QtBot
) -> None:
    page = windows.page(ContentPage)
    page._log()
    sheet, hand = windows.sheet(ContentSheet), Hand()
    sheet.note.setFocus()
    hand.type("for later")
    hand.confirm()
    assert sheet.title.hasFocus()
    hand.type("Autumn")
    hand.type("abc", into=sheet.cost)
    hand.confirm()
    assert sheet.cost.hasFocus()
    assert any("abc" in error for error in errors(sheet))
    hand.type("80", into=sheet.cost)
    hand.type("see our page", into=sheet.link)
    hand.confirm()
    assert sheet.link.hasFocus()
    assert errors(sheet)
    sheet.link.clear()
    hand.click(sheet.kind.buttons["live_stream"])
    hand.click(sheet.when.over)
    sheet.when.end_day.set_day(dt.date(2025, 8, 19))
    sheet.press_primary()
    assert any("after the start" in error for error in errors(sheet))
    assert desk.file.value("SELECT count(*) FROM content") == 0
    sheet.when.end_day.set_day(dt.date(2025, 8, 21))
    sheet.press_primary()
    assert (_only(desk).title, _only(desk).note, _only(desk).cost) == ("Autumn", "for later", 8_000)


def test_editing_changes_what_was_changed_only(
    windows: Windows, desk: Desk, counter: Counter, qtbot: QtBot
) -> None:
    worker = counter.workers[1]
    content_id = desk.sources.log_content(
        ContentDraft(
            "live_stream",
            "闺蜜双人专场",
            dt.datetime(2025, 8, 6, 20, 0),
            platform="xiaohongshu",
            ended_at=dt.datetime(2025, 8, 7, 0, 40),
            url="https://a.example/x",
            made_by="worker",
            worker_id=worker.id,
            service_id=counter.services[2].id,
            paid_promotion=True,
            note="with Lin",
            cost=300_00,
            cost_kind="ads",
        )
    )
    desk.team.archive_worker(worker.id)
    before = store.content(desk.file, content_id)
    assert before is not None
    page = windows.page(ContentPage)
    hand = Hand()
    hand.click(page.cards.code.edit)
    hand.confirm()
    assert store.content(desk.file, content_id) == before
    hand.click(page.cards.code.edit)
    hand.type("闺蜜", into=windows.sheet(ContentSheet).title)
    hand.confirm()
    after = store.content(desk.file, content_id)
    assert after is not None
    assert (after.title, after.code, after.cost, after.worker_id) == ("闺蜜", before.code, 300_00, worker.id)


def test_an_untouched_sheet_closes_without_asking_and_a_chosen_kind_asks(
    windows: Windows, qtbot: QtBot
) -> None:
    page = windows.page(ContentPage)
    page._log()
    sheet = windows.sheet(ContentSheet)
    QTest.keyClick(focused(), Key.Key_Escape)
    assert not sheet.isVisible()
    page._log()
    sheet = windows.sheet(ContentSheet)
    Hand().click(sheet.kind.buttons["grass_post"])
    QTest.keyClick(focused(), Key.Key_Escape)
    assert sheet.isVisible()


def test_a_press_beside_the_fields_leaves_the_sheet_open(windows: Windows, qtbot: QtBot) -> None:
    page = windows.page(ContentPage)
    page._log()
    sheet = windows.sheet(ContentSheet)
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=QPoint(300, 20))
    assert sheet.isVisible()


@pytest.mark.parametrize(
    ("pasted", "link"),
    [
        (
            "7.43 复制打开抖音，看看【小满的作品】 https://v.douyin.com/iABC123/ 三分钟法式",
            "https://v.douyin.com/iABC123/",
        ),
        (
            "  https://www.xiaohongshu.com/explore/65?a=1&b=2 ",
            "https://www.xiaohongshu.com/explore/65?a=1&b=2",
        ),
        ("看https://a.example/x，好看", "https://a.example/x"),
        ("v.douyin.com/abc", "https://v.douyin.com/abc"),
        ("", ""),
        ("our page", None),
        ("三分钟法式", None),
    ],
)
def test_the_address_is_taken_out_of_what_was_pasted(pasted: str, link: str | None) -> None:
    assert read_link(pasted) == link


def test_archived_ones_leave_the_list_and_undo_brings_them_back(
    windows: Windows, counter: Counter, qtbot: QtBot
) -> None:
    counter.content("三分钟法式")
    page = windows.page(ContentPage)
    hand = Hand()
    hand.click(page.cards.code.edit)
    hand.click(windows.sheet(ContentSheet).archive)
    assert _titles(page) == []
    undo = windows.notices[-1].undo
    assert undo is not None
    undo()
    assert _titles(page) == ["三分钟法式"]
