"""The content page, its cards, and the sheet in which a content is logged."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from merchant_desk.desk import Desk
from merchant_desk.shell import theme
from merchant_desk.shell.frame import Frame
from merchant_desk.sources import store
from merchant_desk.sources.model import Content, ContentDraft
from merchant_desk.sources.ui.content_page import ContentPage
from merchant_desk.sources.ui.content_sheet import ContentSheet
from merchant_desk.sources.ui.content_words import opens
from merchant_desk.sources.ui.qr_view import QrView
from tests.ui.conftest import NOW
from tests.ui.counter import Counter, Hand, focused
from tests.ui.plain_text import MARKUP, assert_plain, texts
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


def test_the_row_tells_what_a_content_brought(windows: Windows, desk: Desk, counter: Counter) -> None:
    video = counter.content("三分钟法式", days_ago=17, cost=123_00)
    desk.sources.add_views(video, NOW, 52_180)
    who = counter.customer()
    booked = counter.book(who)
    desk.sources.say(content_id=video, appointment_id=booked, evidence="code")
    counter.sell(246_00, customer_id=who)
    page = windows.page(ContentPage)
    title, code, *figures = _row(page)
    assert title == "三分钟法式\nShort video · Douyin · 3 Aug"
    assert code == counter.code(video)
    assert figures == ["52,180", "1", "1", "¥246", "¥123"]
    steps = [count for _word, count in page.cards.story.funnel.steps()]
    assert steps == [52_180, 1, 1, 1, 0]
    said = texts(page.cards)
    assert "¥246" in said
    assert any("2.0×" in text for text in said)


def test_one_just_logged_is_the_one_shown_when_its_list_comes_later(
    windows: Windows, counter: Counter, page_frame: Frame, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter.content("三分钟法式")
    page = windows.page(ContentPage)
    page.table.select(lambda row: row.content.title == "三分钟法式")
    late: list[Callable[[], object]] = []
    read = page_frame.background.read

    def slowly(*work: Any, key: str = "", **more: Any) -> None:
        if key == "list":
            late.append(partial(read, *work, key=key, **more))
        else:
            read(*work, key=key, **more)

    monkeypatch.setattr(page_frame.background, "read", slowly)
    page._saved(counter.content("周日晚直播", "live_stream"))
    late[-1]()
    row = page.table.current_row()
    assert row is not None
    assert row.content.title == "周日晚直播"
    assert page.cards.content_id == row.content.id


def test_kind_period_and_search_narrow_the_list(windows: Windows, counter: Counter, qtbot: QtBot) -> None:
    counter.content("三分钟法式")
    counter.content("周日晚直播", "live_stream", days_ago=40)
    counter.content("通勤猫眼合集", "grass_post", days_ago=200)
    page = windows.page(ContentPage)
    assert _titles(page) == ["三分钟法式", "周日晚直播"]
    page.period.choose("all")
    page.period.chosen.emit("all")
    assert len(_titles(page)) == 3
    hand = Hand()
    grass = next(b for b in page.kinds.findChildren(QWidget) if b.accessibleName() == "Grass posts")
    hand.click(grass)
    assert _titles(page) == ["通勤猫眼合集"]
    assert page.cards.content_id == page.table.rows()[0].content.id
    page.search.setText("sfz")
    assert _titles(page) == []
    page.kinds.choose("")
    page.search.setText("sanfenzhong")
    assert _titles(page) == ["三分钟法式"]
    page.search.setText(page.table.rows()[0].content.code.lower())
    assert _titles(page) == ["三分钟法式"]


def test_a_link_from_elsewhere_shows_that_content(windows: Windows, counter: Counter) -> None:
    old = counter.content("通勤猫眼合集", "grass_post", days_ago=300)
    counter.content("三分钟法式")
    page = windows.page(ContentPage)
    page.search.setText("法式")
    page.arrive(content_id=old)
    assert page.cards.content_id == old
    assert "通勤猫眼合集" in texts(page.cards)


def test_views_and_costs_are_noted_in_place_by_keyboard(
    windows: Windows, desk: Desk, counter: Counter, qtbot: QtBot
) -> None:
    video = counter.content("三分钟法式")
    page = windows.page(ContentPage)
    hand = Hand()
    hand.click(page.cards.story.add)
    hand.type("3204")
    hand.key(Key.Key_Return)
    assert [stat.views for stat in store.stats(desk.file, video)] == [3204]
    assert not page.cards.story.form.isVisible()
    assert focused() is page.cards.story.add
    money = page.cards.money
    hand.click(money.add)
    hand.type("abc")
    hand.key(Key.Key_Return)
    assert errors(money)
    assert money.form.amount.text() == "abc"
    hand.type("60.5", into=money.form.amount)
    money.form.kind.choose("ads")
    hand.key(Key.Key_Return)
    (cost,) = store.costs(desk.file, video)
    assert (cost.kind, cost.amount, cost.day) == ("ads", 6_050, NOW.date())
    qtbot.waitUntil(lambda: "¥60.50" in texts(money))
    assert _row(page)[-1] == "¥61"
    assert all(notice.undo is not None for notice in windows.notices)


def test_escape_closes_a_short_form_only(windows: Windows, counter: Counter, qtbot: QtBot) -> None:
    counter.content("三分钟法式")
    page = windows.page(ContentPage)
    Hand().click(page.cards.money.add)
    QTest.keyClick(focused(), Key.Key_Escape)
    assert not page.cards.money.form.isVisible()
    assert focused() is page.cards.money.add


def test_the_cards_show_the_form_whole(windows: Windows, counter: Counter, qtbot: QtBot) -> None:
    counter.content("三分钟法式")
    page = windows.page(ContentPage, 1180, 720)
    Hand().click(page.cards.money.add)
    inside = page.cards.widget()
    assert inside is not None
    assert inside.minimumSizeHint().width() <= page.cards.width() - 12, "beside the scroll bar too"

    def below() -> int:
        save = page.cards.money.form.save
        return save.mapTo(page.cards, save.rect().bottomLeft()).y() - page.cards.height()

    qtbot.waitUntil(lambda: below() < 0)


@pytest.mark.parametrize(
    ("link", "may"),
    [
        ("https://v.douyin.com/abc/", True),
        ("HTTP://a.example", True),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
        ("ms-settings:", False),
        ("https://", False),
        ("", False),
    ],
)
def test_only_web_links_are_opened(
    windows: Windows,
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
    link: str,
    may: bool,
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    desk.sources.log_content(ContentDraft("short_video", "x", NOW, url=link))
    page = windows.page(ContentPage)
    assert opens(link) is may
    assert page.cards.code.open.isVisible() is may
    page.cards.code._open()
    assert len(opened) == int(may)


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("text", ["A7K2", "https://v.douyin.com/iABC123/"])
def test_a_qr_reader_reads_the_code(qtbot: QtBot, page_frame: Frame, look: theme.Look, text: str) -> None:
    zxingcpp = pytest.importorskip("zxingcpp")
    import numpy as np

    theme.apply(QGuiApplication.instance(), look)  # type: ignore[arg-type]
    view = QrView()
    qtbot.addWidget(view)
    assert view.set_text(text)
    picture = view.grab().toImage().convertToFormat(view.grab().toImage().Format.Format_Grayscale8)
    pixels = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    found = zxingcpp.read_barcodes(np.ascontiguousarray(pixels[:, : picture.width()]))
    assert [code.text for code in found] == [text]


def test_a_text_too_long_for_a_qr_code_is_told(qtbot: QtBot) -> None:
    view = QrView()
    qtbot.addWidget(view)
    assert not view.set_text("https://a.example/" + "x" * 4000)


def test_the_sales_behind_it_are_one_press_away(
    windows: Windows, desk: Desk, counter: Counter, qtbot: QtBot, page_frame: Frame
) -> None:
    video = counter.content("三分钟法式")
    who = counter.customer()
    desk.sources.say(content_id=video, customer_id=who)
    counter.sell(customer_id=who)
    page = windows.page(ContentPage)
    wanted: list[tuple[str, object]] = []
    page_frame.place_wanted.disconnect()
    page_frame.place_wanted.connect(lambda key, where: wanted.append((key, where)))
    Hand().click(page.cards.money.sales)
    assert wanted == [("books", {"content_id": video})]


def test_a_content_logged_and_taken_back_leaves_no_complaint(windows: Windows, page_frame: Frame) -> None:
    page = windows.page(ContentPage)
    page._log()
    sheet = windows.sheet(ContentSheet)
    sheet.title.setText("x")
    sheet.press_primary()
    sheet.press_primary()
    page_frame.undo()
    assert page.nothing.isVisible()
    assert {notice.kind for notice in windows.notices} == {"info"}


def test_markup_is_text_everywhere(windows: Windows, desk: Desk, counter: Counter) -> None:
    draft = ContentDraft("short_video", MARKUP, NOW, made_by="influencer", maker_name=MARKUP, note=MARKUP)
    content_id = desk.sources.log_content(draft)
    page = windows.page(ContentPage)
    assert _row(page)[0].startswith(MARKUP)
    assert any(MARKUP in text for text in texts(page.cards))
    page.cards.code.edit_wanted.emit(content_id)
    assert windows.sheet(ContentSheet).title.text() == MARKUP
    assert_plain(page.window())
    windows.sheet(ContentSheet).shut()
    page._log()
    sheet = windows.sheet(ContentSheet)
    sheet.title.setText(MARKUP)
    sheet.press_primary()
    assert any(MARKUP in text for text in texts(sheet.done))
    assert_plain(page.window())


def test_the_window_may_be_as_narrow_as_a_small_screen(windows: Windows, counter: Counter) -> None:
    counter.content("三分钟法式")
    page = windows.page(ContentPage)
    page.window().resize(1180, 720)
    assert page.window().width() == 1180
    assert page.minimumSizeHint().width() <= 996
    assert page.bring.accessibleName()


def test_thousands_of_contents_are_listed_and_searched(windows: Windows, desk: Desk) -> None:
    with desk.file.bulk("sample_shop") as act:
        act.insert_many(
            "content",
            [
                {
                    "kind": "short_video",
                    "platform": "douyin",
                    "title": f"Video {number}",
                    "published_at": "2025-08-01T12:00",
                    "search": f"video {number}",
                }
                for number in range(3000)
            ],
        )
    page = windows.page(ContentPage)
    assert len(_titles(page)) == 3000
    page.search.setText("2999")
    assert _titles(page) == ["Video 2999"]
