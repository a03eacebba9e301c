"""What waits at the till, and deposits: the Desk's cards, the appointment's sheet, a sale's own sheet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from merchant_desk.appointments.ui.appointment_sheet import AppointmentSheet
from merchant_desk.core.clock import FixedClock
from merchant_desk.desk import Desk
from merchant_desk.prepaid.model import CardDraft
from merchant_desk.sales.model import PaymentDraft, SaleDraft, SaleLineDraft
from merchant_desk.sales.ui.checkout_sheet import CheckoutSheet
from merchant_desk.sales.ui.sale_sheet import SaleSheet
from merchant_desk.shell.frame import Frame
from merchant_desk.stock.model import ProductDraft
from tests.ui.counter import Hand, show
from tests.ui.plain_text import MARKUP, assert_plain, texts
from tests.ui.salon import Bench, Salon, settle

GEL = (SaleLineDraft("Gel", 80_00),)
Key = Qt.Key


@pytest.fixture
def salon(desk: Desk) -> Salon:
    return Salon(desk)


@pytest.fixture
def open_bench(page_frame: Frame, qtbot: QtBot) -> Callable[[], Bench]:
    """Opens the window once the shop is prepared."""
    return lambda: Bench(page_frame, qtbot)


@pytest.fixture
def hands() -> Hand:
    return Hand()


# ---------------------------------------------------------------- the Desk's card


def test_nothing_is_said_where_nothing_waits(open_bench: Callable[[], Bench]) -> None:
    column = open_bench().desk_page.column
    assert column.open_sales is None
    assert column.low is None


def test_an_open_sale_is_one_press_away(
    salon: Salon, desk: Desk, clock: FixedClock, open_bench: Callable[[], Bench], hands: Hand
) -> None:
    customer = salon.customer("李悦")
    now = clock.now()
    clock.set(now - dt.timedelta(days=2))
    owed = desk.sales.owe(SaleDraft(GEL, (PaymentDraft("cash", 30_00),), customer_id=customer))
    clock.set(now)
    held = desk.sales.hold(SaleDraft(GEL, ()))
    bench = open_bench()
    page = bench.desk_page
    wanted: list[str] = []
    page.reopen_wanted.connect(wanted.append)
    card = page.column.open_sales
    assert card is not None
    assert [row.sale_id for row in card.rows()] == [owed, held]
    assert {"李悦", "¥50", "Passing customer", "¥80"} <= set(texts(card))
    hands.click(card.rows()[1].take_up)
    hands.click(card.rows()[0].take_up)
    assert wanted == [held, owed]
    assert not card.more.isVisible()


def test_the_card_follows_what_is_paid(
    desk: Desk, page_frame: Frame, open_bench: Callable[[], Bench]
) -> None:
    sale = desk.sales.hold(SaleDraft(GEL, ()))
    bench = open_bench()
    card = bench.desk_page.column.open_sales
    assert card is not None
    desk.sales.check_out(SaleDraft(GEL, (PaymentDraft("cash", 80_00),), id=sale))
    page_frame.changed.emit(frozenset({"sales"}))
    settle()
    assert card.isHidden()


def test_the_rest_is_listed_in_the_books(
    desk: Desk,
    page_frame: Frame,
    open_bench: Callable[[], Bench],
    hands: Hand,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for _ in range(5):
        desk.sales.hold(SaleDraft(GEL, ()))
    went: list[tuple[str, object]] = []
    monkeypatch.setattr(page_frame, "go", lambda place, **where: went.append((place, where)))
    bench = open_bench()
    card = bench.desk_page.column.open_sales
    assert card is not None
    assert len(card.rows()) == 3
    assert card.more.text().startswith("2 ")
    hands.click(card.more)
    assert went[-1] == ("books", {"tab": "sales", "state": "open"})


def test_what_runs_low_is_named(
    desk: Desk,
    page_frame: Frame,
    open_bench: Callable[[], Bench],
    hands: Hand,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk.stock.add_product(ProductDraft("Oil", 30_00, low_mark=2))
    went: list[tuple[str, object]] = []
    monkeypatch.setattr(page_frame, "go", lambda place, **where: went.append((place, where)))
    bench = open_bench()
    low = bench.desk_page.column.low
    assert low is not None
    assert low.text.accessibleName() == "Running low: Oil 0"
    hands.click(low.button)
    assert went[-1] == ("services", {"tab": "products"})


def test_typed_names_are_plain_on_the_card(salon: Salon, desk: Desk, open_bench: Callable[[], Bench]) -> None:
    line = (SaleLineDraft(MARKUP, 80_00),)
    desk.sales.hold(SaleDraft(line, (), customer_id=salon.customer(MARKUP)))
    bench = open_bench()
    card = bench.desk_page.column.open_sales
    assert card is not None
    assert_plain(card)


# ---------------------------------------------------------------- an open sale's own sheet


def test_an_open_sale_is_taken_up_from_its_sheet(
    qtbot: QtBot, page_frame: Frame, desk: Desk, hands: Hand
) -> None:
    sale = desk.sales.owe(SaleDraft(GEL, (PaymentDraft("cash", 30_00),)))
    opened: list[object] = []
    page_frame.sheet_wanted.connect(opened.append)
    sheet = SaleSheet(page_frame, sale)
    show(qtbot, sheet)
    assert "Not paid in full yet" in texts(sheet)
    assert not sheet.refund.isVisible()
    assert not sheet.receipt.isVisible()
    hands.key(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (checkout,) = opened
    assert isinstance(checkout, CheckoutSheet)
    assert checkout._sale_id == sale


def test_what_is_put_aside_can_be_dropped(qtbot: QtBot, page_frame: Frame, desk: Desk, hands: Hand) -> None:
    sale = desk.sales.hold(SaleDraft(GEL, ()))
    sheet = SaleSheet(page_frame, sale)
    show(qtbot, sheet)
    assert "Put aside at the till" in texts(sheet)
    hands.click(sheet.void)
    hands.type("changed their mind")
    hands.confirm()
    assert desk.file.value("SELECT status FROM sale WHERE id = :id", id=sale) == "void"
    assert not sheet._foot.isVisible()


# ---------------------------------------------------------------- deposits


def appointment(bench: Bench, appointment_id: str) -> AppointmentSheet:
    bench.desk_page.open_appointment(appointment_id)
    sheet = bench.sheet()
    assert isinstance(sheet, AppointmentSheet)
    return sheet


def test_a_deposit_is_asked_for_by_button_and_by_key(
    salon: Salon, open_bench: Callable[[], Bench], hands: Hand
) -> None:
    booked = salon.book("李悦", 16)
    bench = open_bench()
    wanted: list[str] = []
    bench.desk_page.deposit_wanted.connect(wanted.append)
    hands.click(appointment(bench, booked).buttons["deposit"])
    assert wanted == [booked]
    appointment(bench, booked)
    hands.key(Key.Key_D)
    assert wanted == [booked, booked]


def test_a_deposit_that_was_taken_is_shown_and_not_asked_for_again(
    salon: Salon, desk: Desk, page_frame: Frame, open_bench: Callable[[], Bench]
) -> None:
    booked = salon.book("李悦", 16)
    with desk.file.act("test") as act:
        act.update("appointment", booked, deposit=50_00)
    bench = open_bench()
    sheet = appointment(bench, booked)
    assert "¥50, not taken yet" in texts(sheet)
    card = CardDraft("deposit", "Deposit", appointment_id=booked)
    sale = desk.sales.check_out(
        SaleDraft(
            (SaleLineDraft("Deposit", 50_00, kind="card", card=card),),
            (PaymentDraft("wechat", 50_00),),
            customer_id=salon.customer("李悦"),
        )
    )
    page_frame.changed.emit(frozenset({"prepaid"}))
    settle()
    assert "¥50 taken" in texts(sheet)
    assert not sheet.buttons["deposit"].isVisible()
    desk.sales.void(sale, "wrong")
    page_frame.changed.emit(frozenset({"prepaid"}))
    settle()
    assert sheet.buttons["deposit"].isVisible()


def test_nothing_is_taken_for_what_is_called_off(
    salon: Salon, desk: Desk, open_bench: Callable[[], Bench]
) -> None:
    booked = salon.book("李悦", 16)
    desk.appointments.cancel(booked, "customer", "")
    assert not appointment(open_bench(), booked).buttons["deposit"].isVisible()
