"""The books: which sales are listed, what they come to, and the sales behind a number."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from merchant_desk.core.clock import FixedClock
from merchant_desk.desk import Desk
from merchant_desk.prepaid.model import CardDraft
from merchant_desk.sales.model import PaymentDraft, SaleDraft, SaleLineDraft
from merchant_desk.sales.one_sale import sale as read_sale
from merchant_desk.sales.refunds import whole_refund
from merchant_desk.sales.ui.payments_tab import PaymentsTab
from merchant_desk.sales.ui.sales_tab import SalesTab
from merchant_desk.shell.frame import Frame
from merchant_desk.shell.tabs import TabbedPage
from merchant_desk.widgets.table import Cell
from tests.ui.counter import Counter, Hand, focused, show
from tests.ui.plain_text import MARKUP, assert_plain

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
        self.window = TabbedPage(frame, "books", "Books", (PaymentsTab, SalesTab))
        self.window.choose("sales")
        tab = self.window.tab("sales")
        assert isinstance(tab, SalesTab)
        self.page = tab
        self.wanted: list[str] = []
        self.page.sale_wanted.connect(self.wanted.append)
        show(qtbot, self.window, 1002, 720)
        self.hand = Hand()

    def prices(self) -> list[int]:
        return [row.sale.total // 100 for row in self.page.table.rows()]

    def period(self, key: str) -> None:
        self.hand.click(self.page.period.strip._buttons[key])

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
    monkeypatch.setattr("merchant_desk.sales.ui.sales_tab._LISTED", 2)
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
    assert books.wanted[-1] == books.page.table.current_row().sale.id  # type: ignore[union-attr]
    table.setFocus()
    books.hand.key(Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    books.hand.key(Key.Key_Return)
    assert books.wanted[-1] == sold["void"]


# ---------------------------------------------------------------- the sales behind a number


def test_a_chart_opens_the_sales_behind_it(books: Books, sold: dict[str, str]) -> None:
    books.page.arrive(kind="short_video", from_day=dt.date(2025, 8, 1), to_day="2025-08-31")
    assert [row.sale.id for row in books.page.table.rows()] == [sold["today"]]
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
    assert [row.sale.id for row in books.page.table.rows()] == [sold["today"]]
    assert books.page.filter.text() == "Short video “三分钟法式” · 20 August 2025"


def test_the_rows_of_a_number_say_what_they_are_credited_to(books: Books, sold: dict[str, str]) -> None:
    books.page.arrive(kind="unknown", from_day="2025-07-01", to_day="2025-08-20")
    rows = books.page.table.rows()
    assert sold["july"] in [row.sale.id for row in rows]
    assert {row.sale.source_kind for row in rows} == {"unknown"}


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


# ---------------------------------------------------------------- narrowed


def choose(books: Books, key: str, value: str) -> None:
    """As by mouse or keyboard in the drop-down."""
    choice = books.page.narrowed._choices[key][0]
    choice.choose(value)
    choice.activated.emit(choice.currentIndex())


def test_own_days(books: Books) -> None:
    books.period("own")
    assert focused() is books.page.period.first
    books.page.period.first.set_day(dt.date(2025, 7, 1))
    books.page.period.last.set_day(dt.date(2025, 8, 14))
    assert books.prices() == [200, 300]
    books.page.period.first.set_day(dt.date(2025, 8, 20))
    assert books.page.period.last.day() == dt.date(2025, 8, 20), "the last day is never before the first"
    assert books.prices() == [70, 20, 100]


def test_choices_narrow_the_list_and_the_sum(books: Books, counter: Counter) -> None:
    books.period("all")
    choose(books, "state", "void")
    assert books.prices() == [70]
    assert books.foot()[1] == "¥0.00"
    books.hand.click(books.page.narrowed.clear)
    assert len(books.prices()) == 5
    assert not books.page.narrowed.clear.isVisible()
    choose(books, "method", "cash")
    assert books.prices() == [20]
    choose(books, "method", "")
    choose(books, "worker", counter.workers[0].id)
    assert len(books.prices()) == 5
    assert "These lines ¥620" in books.page.others.text()
    choose(books, "worker", counter.workers[1].id)
    assert books.prices() == []
    assert "No sale fits" in books.page.table._empty


def test_rows_picked_are_added_up(books: Books) -> None:
    books.period("all")
    table = books.page.table
    for number, modifier in (
        (1, Qt.KeyboardModifier.ControlModifier),
        (3, Qt.KeyboardModifier.ControlModifier),
    ):
        place = table.visualRect(table.model().index(number, 2)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, modifier, place)
    assert books.wanted == [], "picking opens nothing"
    assert [row.sale.total for row in table.picks()] == [20_00, 200_00]
    assert books.foot()[1] == "¥220.00"
    assert books.foot()[0].startswith("2 ")
    table.setFocus()
    books.hand.key(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert books.foot()[1] == "¥620.00"
    books.hand.key(Key.Key_Home)
    assert books.foot()[1] == "¥620.00", "one row alone is no selection"


def test_refunds_and_open_sales_are_told_apart(
    qtbot: QtBot, page_frame: Frame, counter: Counter, sold: dict[str, str]
) -> None:
    whole = read_sale(counter.desk.file, sold["today"])
    assert whole is not None
    counter.desk.sales.refund(whole_refund(whole, "broken"))
    line = (SaleLineDraft("Gel", 80_00),)
    counter.desk.sales.owe(SaleDraft(line, (PaymentDraft("cash", 30_00),)))
    counter.desk.sales.hold(SaleDraft(line, ()))
    books = Books(qtbot, page_frame)
    states = {books.cells(row)[0].hint[-4:]: books.cells(row)[6] for row in range(6)}
    assert (states["0001"].text, states["0001"].hint) == ("Paid", "¥100 given back")
    assert (states["0004"].text, states["0004"].hint) == ("Refund", "of 20250820-0001")
    assert (states["0005"].text, states["0005"].hint) == ("To pay later", "¥50 to pay")
    assert (states["0006"].text, states["0006"].hint) == ("Put aside", "¥80 to pay")
    assert books.foot()[1] == "¥20.00"
    assert "¥130 to pay" in books.foot()[0]


def test_what_is_open_is_one_press_away(
    qtbot: QtBot, page_frame: Frame, counter: Counter, clock: FixedClock
) -> None:
    clock.set(NOW - dt.timedelta(days=50))
    sale = counter.desk.sales.hold(SaleDraft((SaleLineDraft("Gel", 80_00),), ()))
    clock.set(NOW)
    books = Books(qtbot, page_frame)
    assert books.prices() == []
    books.hand.click(books.page.waiting)
    assert [row.sale.id for row in books.page.table.rows()] == [sale]
    assert not books.page.waiting.isVisible()


def test_takings_and_earned_are_shown_where_they_differ(
    qtbot: QtBot, page_frame: Frame, counter: Counter
) -> None:
    card = SaleLineDraft("Card", 500_00, kind="card", card=CardDraft("balance", "Card", bonus=50_00))
    draft = SaleDraft((card,), (PaymentDraft("cash", 500_00),), customer_id=counter.customer())
    counter.desk.sales.check_out(draft)
    books = Books(qtbot, page_frame)
    assert books.foot()[1] == "¥500.00"
    assert books.page.others.text() == "Earned ¥0"


# ---------------------------------------------------------------- links, and what goes out


def test_a_link_from_a_chart_finds_its_tab(books: Books, sold: dict[str, str]) -> None:
    books.window.choose("payments")
    books.window.arrive(kind="short_video", from_day=dt.date(2025, 8, 1), to_day=dt.date(2025, 8, 31))
    assert books.page.isVisible()
    assert [row.sale.id for row in books.page.table.rows()] == [sold["today"]]
    books.window.choose("payments")
    books.window.arrive(content_id="nothing", from_day="2025-08-01", to_day="2025-08-31")
    assert books.page.isVisible()
    books.window.choose("payments")
    books.window.arrive()
    assert not books.page.isVisible(), "a link that says nothing stays where it is"
    books.window.arrive(tab="sales", state="void")
    assert [row.sale.id for row in books.page.table.rows()] == [sold["void"]]


def test_the_table_goes_out_with_what_was_asked(
    books: Books, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "books.csv"
    monkeypatch.setattr("merchant_desk.shell.choose_file.place_to_save", lambda *_args: path)
    books.period("all")
    choose(books, "method", "card")
    books.hand.click(books.page.export)
    lines = path.read_text("utf-8-sig").splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("Number,Time,Customer")
    assert "20250820-0002" in lines[1]
    assert "20.00" in lines[1]


def test_what_goes_out_adds_up_to_what_the_screen_says(
    books: Books, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "books.csv"
    monkeypatch.setattr("merchant_desk.shell.choose_file.place_to_save", lambda *_args: path)
    books.period("all")
    books.hand.click(books.page.export)
    head, *rows = (line.split(",") for line in path.read_text("utf-8-sig").splitlines())
    states = [row[head.index("State")] for row in rows]
    assert "Void" in states
    for column in ("Takings", "Earned"):
        assert sum(float(row[head.index(column)]) for row in rows) == 620, column


# ---------------------------------------------------------------- payments


class Payments:
    """The payments on screen."""

    def __init__(self, qtbot: QtBot, frame: Frame) -> None:
        self.window = TabbedPage(frame, "books", "Books", (PaymentsTab, SalesTab))
        tab = self.window.tab("payments")
        assert isinstance(tab, PaymentsTab)
        self.tab = tab
        self.wanted: list[str] = []
        tab.sale_wanted.connect(self.wanted.append)
        show(qtbot, self.window, 1002, 720)
        self.hand = Hand()

    def amounts(self) -> list[int]:
        return [row.amount // 100 for row in self.tab.table.rows()]


@pytest.fixture
def payments(qtbot: QtBot, page_frame: Frame, sold: dict[str, str]) -> Payments:
    return Payments(qtbot, page_frame)


def test_every_payment_of_today(payments: Payments, sold: dict[str, str]) -> None:
    assert payments.amounts() == [70, 5, 15, 100]
    assert payments.tab.sum.text() == "¥120.00"
    assert payments.tab.counted.text().startswith("3 ")
    table = payments.tab.table
    place = table.visualRect(table.model().index(2, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert payments.wanted == [sold["gift"]]
    table.setFocus()
    payments.hand.key(Key.Key_Return)
    assert payments.wanted == [sold["gift"]] * 2


def test_payments_are_narrowed(payments: Payments, counter: Counter, sold: dict[str, str]) -> None:
    whole = read_sale(counter.desk.file, sold["gift"])
    assert whole is not None
    counter.desk.sales.refund(whole_refund(whole, "broken"))
    way = payments.tab.narrowed._choices["way"][0]
    way.choose("out")
    way.activated.emit(way.currentIndex())
    assert payments.amounts() == [-5, -15]
    assert payments.tab.sum.text() == "−¥20.00"
    payments.hand.click(payments.tab.narrowed.clear)
    payments.window.arrive(method="card")
    assert payments.amounts() == [-5, 5]
    payments.hand.click(payments.tab.narrowed.clear)
    payments.hand.type("liyue", payments.tab.search)
    assert payments.amounts() == [100]


def test_payments_picked_are_added_up(payments: Payments) -> None:
    payments.tab.table.setFocus()
    payments.hand.key(Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    payments.hand.key(Key.Key_Down)
    payments.hand.key(Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert payments.tab.sum.text() == "¥20.00"
    payments.hand.key(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert payments.tab.sum.text() == "¥120.00", "what is void counts nothing"


def test_what_cards_paid_is_said_apart(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    customer = counter.customer()
    card = SaleLineDraft("Card", 500_00, kind="card", card=CardDraft("balance", "Card"))
    draft = SaleDraft((card,), (PaymentDraft("cash", 500_00),), customer_id=customer)
    counter.desk.sales.check_out(draft)
    card_id = str(counter.value("SELECT id FROM card"))
    counter.sell(
        80_00, customer_id=customer, payments=(PaymentDraft("stored_value", 80_00, card_id=card_id),)
    )
    payments = Payments(qtbot, page_frame)
    assert payments.tab.ahead.text() == "¥80 of it by prepaid cards"
    number = str(counter.value("SELECT number FROM card"))
    assert payments.tab.table._rows.cell(0, 1).hint == number
    payments.hand.type(number, payments.tab.search)
    assert payments.amounts() == [80]


def test_typed_texts_are_plain_in_both_lists(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    counter.sell(title=MARKUP, customer_id=counter.customer(MARKUP), content_id=counter.content(MARKUP))
    assert_plain(Books(qtbot, page_frame).window)
    assert_plain(Payments(qtbot, page_frame).window)
