"""The books and one sale whole: what is listed, what it comes to, and voiding with a reason."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from merchant_desk.core.clock import FixedClock
from merchant_desk.desk import Desk
from merchant_desk.sales.model import PaymentDraft
from merchant_desk.sales.ui.books_page import BooksPage
from merchant_desk.sales.ui.sale_sheet import SaleSheet
from merchant_desk.shell.frame import Frame, Notice
from merchant_desk.widgets.table import Cell
from tests.ui.counter import Counter, Hand, focused, show
from tests.ui.plain_text import MARKUP, assert_plain, texts

Key = Qt.Key
NOW = dt.datetime(2025, 8, 20, 14, 24)


@pytest.fixture
def counter(desk: Desk) -> Counter:
    return Counter(desk)


@pytest.fixture
def sold(counter: Counter, clock: FixedClock) -> dict[str, str]:
    """Five sales by name: today's two, one six days old, one of July, and a void one of today."""
    customer = counter.customer()
    video = counter.content("三分钟法式", days_ago=60)
    ids = {}
    for name, days, price, more in (
        ("july", 40, 300_00, {"customer_id": customer}),
        ("week", 6, 200_00, {"title": "Care", "channel_id": "passing_by"}),
        ("today", 0, 100_00, {"customer_id": customer, "content_id": video, "evidence": "code"}),
        ("gift", 0, 20_00, {"payments": (PaymentDraft("cash", 15_00), PaymentDraft("card", 5_00))}),
        ("void", 0, 70_00, {"title": "Lash"}),
    ):
        clock.set(NOW - dt.timedelta(days=days))
        ids[name] = counter.sell(price, **more)
    counter.desk.sales.void(ids["void"], "wrong price")
    return ids


class Books:
    """The page on screen."""

    def __init__(self, qtbot: QtBot, frame: Frame) -> None:
        self.page = BooksPage(frame)
        self.wanted: list[str] = []
        self.page.sale_wanted.connect(self.wanted.append)
        show(qtbot, self.page, 1180, 720)
        self.hand = Hand()

    def prices(self) -> list[int]:
        return [row.total // 100 for row in self.page.table.rows()]

    def period(self, key: str) -> None:
        self.hand.click(self.page.period._buttons[key])

    def cells(self, row: int) -> list[Cell]:
        table = self.page.table
        return [table._rows.cell(row, column) for column in range(table.model().columnCount())]

    def foot(self) -> tuple[str, str]:
        return self.page.counted.text(), self.page.sum.text()


@pytest.fixture
def books(qtbot: QtBot, page_frame: Frame, sold: dict[str, str]) -> Books:
    return Books(qtbot, page_frame)


# ---------------------------------------------------------------- the list


def test_today_is_shown_first(books: Books) -> None:
    assert books.prices() == [70, 20, 100]


@pytest.mark.parametrize(
    ("period", "prices", "total"),
    [
        ("today", [70, 20, 100], "¥120.00"),
        ("week", [70, 20, 100, 200], "¥320.00"),
        ("month", [70, 20, 100, 200], "¥320.00"),
        ("all", [70, 20, 100, 200, 300], "¥620.00"),
    ],
)
def test_periods(books: Books, period: str, prices: list[int], total: str) -> None:
    books.period(period)
    assert books.prices() == prices
    assert books.foot()[1] == total


def test_the_foot_counts_void_sales_apart(books: Books) -> None:
    assert books.foot()[0].startswith("2 ")
    assert "1 " in books.foot()[0].split("·")[1]


def test_a_row_says_it_all(books: Books) -> None:
    when, customer, services, source, methods, total, status = books.cells(2)
    assert (when.text, when.hint) == ("today 14:24", "20250820-0001")
    assert (customer.text, services.text, services.hint) == ("李悦", "Gel", "小雨")
    assert (source.text, source.hint) == ("Short video", "三分钟法式")
    assert source.dot is not None
    assert (methods.text, total.text, status.text) == ("WeChat", "¥100.00", "Paid")
    assert not total.struck


def test_two_ways_of_paying_are_both_named(books: Books) -> None:
    assert books.cells(1)[4].text == "Cash, Bank card"
    assert books.cells(1)[1].text == "Passing customer"


def test_a_void_sale_is_struck_through(books: Books) -> None:
    when, _, services, _, methods, total, status = books.cells(0)
    assert status.text == "Void"
    assert all(cell.struck for cell in (when, services, methods, total))


def test_the_search_narrows_list_and_sum(books: Books) -> None:
    books.period("all")
    books.hand.type("care", books.page.search)
    assert books.prices() == [200]
    assert books.foot()[1] == "¥200.00"
    books.hand.type("liyue", books.page.search)
    assert books.prices() == [100, 300]
    books.hand.type("nothing", books.page.search)
    assert books.prices() == []


def test_what_is_not_listed_is_counted(
    qtbot: QtBot, page_frame: Frame, sold: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("merchant_desk.sales.ui.books_page._LISTED", 2)
    books = Books(qtbot, page_frame)
    books.period("all")
    assert books.prices() == [70, 20]
    assert books.foot()[1] == "¥620.00"
    assert "newest 2" in books.page.more.text()


def test_empty_books_say_what_to_do(qtbot: QtBot, page_frame: Frame) -> None:
    books = Books(qtbot, page_frame)
    assert "Walk-in" in books.page.table._empty
    assert books.foot()[1] == "¥0.00"


def test_a_new_sale_appears_by_itself(books: Books, counter: Counter, page_frame: Frame) -> None:
    page_frame.background.run(lambda _desk: counter.sell(55_00))
    page_frame.changed.emit(frozenset({"sales"}))
    assert books.prices()[0] == 55


def test_a_row_is_opened_by_mouse_and_by_keyboard(books: Books, sold: dict[str, str]) -> None:
    table = books.page.table
    place = table.visualRect(table.model().index(2, 2)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert books.wanted == [sold["today"]]
    books.hand.click(books.page.search)
    books.hand.key(Key.Key_Down)
    books.hand.key(Key.Key_Up)
    books.hand.key(Key.Key_Return)
    assert books.wanted[-1] == books.page.table.current_row().id  # type: ignore[union-attr]
    table.setFocus()
    books.hand.key(Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    books.hand.key(Key.Key_Return)
    assert books.wanted[-1] == sold["void"]


# ---------------------------------------------------------------- the sales behind a number


def test_a_chart_opens_the_sales_behind_it(books: Books, sold: dict[str, str]) -> None:
    books.page.arrive(kind="short_video", from_day=dt.date(2025, 8, 1), to_day="2025-08-31")
    assert [row.id for row in books.page.table.rows()] == [sold["today"]]
    assert books.page.filter.text() == "Short video · 1 August 2025 – 31 August 2025"
    assert books.foot() == (books.foot()[0], "¥100.00")
    assert books.page.period.current() == "", "no period is on that is not the one shown"
    books.hand.click(books.page.filter)
    assert not books.page.filter.isVisible()
    assert books.page.period.current() == "today"
    assert books.prices() == [70, 20, 100]


def test_a_content_opens_its_sales(books: Books, counter: Counter, sold: dict[str, str]) -> None:
    content = counter.value("SELECT id FROM content")
    books.page.arrive(content_id=content, from_day="2025-08-20", to_day="2025-08-20")
    assert [row.id for row in books.page.table.rows()] == [sold["today"]]
    assert books.page.filter.text() == "Short video “三分钟法式” · 20 August 2025"


def test_the_rows_of_a_number_say_what_they_are_credited_to(books: Books, sold: dict[str, str]) -> None:
    books.page.arrive(kind="unknown", from_day="2025-07-01", to_day="2025-08-20")
    rows = books.page.table.rows()
    assert sold["july"] in [row.id for row in rows]
    assert {row.source_kind for row in rows} == {"unknown"}


def test_ctrl_f_goes_to_the_search(books: Books, sold: dict[str, str]) -> None:
    books.page.table.setFocus()
    books.hand.key(Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert focused() is books.page.search


def test_a_search_works_within_a_number(books: Books) -> None:
    books.page.arrive(from_day="2025-08-01", to_day="2025-08-20")
    assert sorted(books.prices()) == [20, 100, 200]
    books.hand.type("care", books.page.search)
    assert books.prices() == [200]
    assert books.foot()[1] == "¥200.00"


def test_a_period_takes_the_place_of_the_number(books: Books) -> None:
    books.page.arrive(kind="short_video", from_day="2025-08-01", to_day="2025-08-20")
    books.period("all")
    assert not books.page.filter.isVisible()
    assert len(books.prices()) == 5


# ---------------------------------------------------------------- one sale


class Opened:
    """A sale's sheet on screen."""

    def __init__(self, qtbot: QtBot, frame: Frame, sale_id: str) -> None:
        self.notices: list[Notice] = []
        self.went: list[tuple[str, Any]] = []
        frame.notice_wanted.connect(self.notices.append)
        frame.place_wanted.connect(lambda place, where: self.went.append((place, where)))
        self.sheet = SaleSheet(frame, sale_id)
        show(qtbot, self.sheet)
        self.hand = Hand()

    def texts(self) -> set[str]:
        return set(texts(self.sheet))


def test_a_sale_shows_everything(qtbot: QtBot, page_frame: Frame, sold: dict[str, str]) -> None:
    opened = Opened(qtbot, page_frame, sold["today"])
    assert {
        "Sale 20250820-0001",
        "today 14:24",
        "李悦",
        "138****6621",
        "Gel",
        "小雨",
        "¥100.00",
        "WeChat",
        "Short video “三分钟法式”",
        "Code word · today 14:24",
    } <= opened.texts()
    assert opened.sheet.void.isVisible()


def test_discount_and_quantity_are_shown(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    from merchant_desk.sales.model import SaleDraft, SaleLineDraft

    sale = counter.desk.sales.check_out(
        SaleDraft(
            (SaleLineDraft("Gel", 50_00, quantity=2, discount=10_00),),
            (PaymentDraft("wechat", 90_00),),
            cashier="小雨",
            note="下次再来",
        )
    )
    shown = Opened(qtbot, page_frame, sale).texts()
    assert {"2 × ¥50.00 · discount −¥10.00", "¥90.00", "Passing customer", "下次再来"} <= shown
    assert "Nothing was said at this sale." in shown


def test_a_voucher_says_its_different_numbers(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    with counter.act() as act:
        voucher = act.insert(
            "voucher",
            {
                "platform": "douyin",
                "code": "109822104471",
                "state": "redeemed",
                "list_price": 198_00,
                "customer_paid": 129_00,
                "pays_out": 121_26,
            },
        )
    sale = counter.sell(129_00, payments=(PaymentDraft("voucher", 129_00, voucher_id=voucher),))
    shown = Opened(qtbot, page_frame, sale).texts()
    assert "Douyin Group-buy voucher 109822104471" in shown
    assert "list price ¥198.00 · the platform pays out ¥121.26" in shown


def test_a_sale_leads_to_its_customer(qtbot: QtBot, page_frame: Frame, sold: dict[str, str]) -> None:
    opened = Opened(qtbot, page_frame, sold["today"])
    customer = opened.sheet.sale.customer_id  # type: ignore[union-attr]
    button = next(
        b for b in opened.sheet.findChildren(type(opened.sheet.void)) if b.text() == "Open customer"
    )
    opened.hand.click(button)
    assert opened.went == [("customers", {"customer_id": customer})]


def test_void_asks_for_a_reason(
    qtbot: QtBot, page_frame: Frame, counter: Counter, sold: dict[str, str]
) -> None:
    opened = Opened(qtbot, page_frame, sold["today"])
    opened.hand.click(opened.sheet.void)
    assert focused() is opened.sheet.reason
    opened.hand.key(Key.Key_Return)
    assert opened.sheet._reason_field.error.isVisible()
    assert counter.value("SELECT status FROM sale WHERE id = :id", id=sold["today"]) == "paid"
    opened.hand.type("wrong customer")
    assert not opened.sheet._reason_field.error.isVisible()
    opened.hand.confirm()
    row = counter.row("SELECT status, void_reason FROM sale WHERE id = :id", id=sold["today"])
    assert row == {"status": "void", "void_reason": "wrong customer"}
    assert {"This sale is void", "wrong customer", "today 14:24"} <= opened.texts()
    assert not opened.sheet.void.isVisible()
    notice = opened.notices[-1]
    assert notice.text == "Sale 20250820-0001 is void"
    assert notice.undo is not None
    notice.undo()
    page_frame.changed.emit(frozenset({"sales"}))
    assert opened.sheet.void.isVisible()
    assert "This sale is void" not in opened.texts()


def test_a_void_can_be_given_up(
    qtbot: QtBot, page_frame: Frame, counter: Counter, sold: dict[str, str]
) -> None:
    opened = Opened(qtbot, page_frame, sold["today"])
    opened.hand.click(opened.sheet.void)
    opened.hand.type("hm")
    opened.hand.click(opened.sheet.keep)
    assert opened.sheet.void.isVisible()
    assert not opened.sheet.dirty()
    assert counter.value("SELECT status FROM sale WHERE id = :id", id=sold["today"]) == "paid"


def test_a_sale_voided_elsewhere_is_refused_here(
    qtbot: QtBot, page_frame: Frame, counter: Counter, sold: dict[str, str]
) -> None:
    opened = Opened(qtbot, page_frame, sold["today"])
    opened.hand.click(opened.sheet.void)
    opened.hand.type("wrong")
    page_frame.blockSignals(True)  # what happened elsewhere is not heard of yet
    with counter.act() as act:
        act.update("sale", sold["today"], status="void", void_reason="elsewhere")
    page_frame.blockSignals(False)
    opened.hand.key(Key.Key_Return)
    assert "20250820-0001" in opened.sheet._error.text()
    assert opened.sheet.reason.text() == "wrong"


def test_a_void_elsewhere_is_seen_here(
    qtbot: QtBot, page_frame: Frame, counter: Counter, sold: dict[str, str]
) -> None:
    opened = Opened(qtbot, page_frame, sold["today"])
    counter.desk.sales.void(sold["today"], "elsewhere")
    assert {"This sale is void", "elsewhere"} <= opened.texts()
    assert not opened.sheet.void.isVisible()


def test_a_sale_that_was_undone_says_so(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    sale = counter.sell()
    counter.desk.undo()
    assert "Taken back with Undo." in Opened(qtbot, page_frame, sale).texts()


def test_what_was_typed_is_plain(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    customer, content = counter.customer(MARKUP), counter.content(MARKUP)
    sale = counter.sell(title=MARKUP, customer_id=customer, content_id=content, note=MARKUP, cashier=MARKUP)
    counter.desk.sales.void(sale, MARKUP)
    opened = Opened(qtbot, page_frame, sale)
    assert [text for text in texts(opened.sheet) if MARKUP in text]
    assert_plain(opened.sheet)
    assert_plain(Books(qtbot, page_frame).page)
