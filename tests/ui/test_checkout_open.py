"""Sales that are put aside or paid later, a clock that was set back, and the receipt after."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from merchant_desk.core.clock import FixedClock
from merchant_desk.desk import Desk
from merchant_desk.prepaid.model import CardTypeDraft
from merchant_desk.sales.ui import checkout_sheet
from merchant_desk.shell.frame import Frame
from tests.ui.counter import Counter
from tests.ui.plain_text import texts
from tests.ui.till import Till


@pytest.fixture
def counter(desk: Desk) -> Counter:
    return Counter(desk)


def sale(counter: Counter) -> dict[str, object]:
    return counter.row("SELECT * FROM sale")


def payments(counter: Counter) -> list[tuple[str, int, str]]:
    rows = counter.desk.file.all("SELECT method, amount, at FROM payment ORDER BY seq")
    return [(row["method"], row["amount"], row["at"]) for row in rows]


def test_a_sale_is_put_aside_and_gone_on_with(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    till = Till(qtbot, page_frame)
    till.add(counter, worker=1)
    till.hand.type("100", till.sheet.lines[0].price)
    till.hand.type("熟客", till.sheet.lines[0].reason)
    till.pay("wechat")
    till.choose(till.sheet.later, "Put aside")
    assert till.closed == [True]
    held = sale(counter)
    assert (held["status"], held["held"], held["total"]) == ("open", 1, 100_00)
    assert payments(counter) == []

    again = Till(qtbot, page_frame, sale_id=str(held["id"]))
    assert str(held["number"]) in texts(again.sheet)
    assert not again.sheet.dirty()
    (row,) = again.sheet.lines
    assert (row.price.value(), row.reason.text(), row.worker.key()) == (100_00, "熟客", counter.workers[1].id)
    again.add(counter, 1)
    again.pay("cash")
    again.hand.confirm()
    paid = sale(counter)
    assert (paid["status"], paid["number"]) == ("paid", held["number"])
    assert paid["total"] == 100_00 + counter.services[1].price


def test_what_brought_them_comes_back_with_a_sale_and_is_said_once(
    qtbot: QtBot, page_frame: Frame, counter: Counter
) -> None:
    till = Till(qtbot, page_frame)
    till.add(counter)
    till.press(till.sheet.source.chips, "channel:referral")
    till.choose(till.sheet.later, "Put aside")
    held, customer = str(sale(counter)["id"]), counter.customer()
    again = Till(qtbot, page_frame, sale_id=held)
    assert again.sheet.source.value() == (None, "referral", "asked")
    again.press(again.sheet.source.chips, "channel:passing_by")
    again.press(again.sheet.source.chips, "channel:referral")
    again.hand.type("liyue", again.sheet.customer.picker.search)
    again.hand.key(Qt.Key.Key_Return)
    assert again.sheet.source.value() == (None, "referral", "asked")
    again.pay("wechat")
    again.hand.confirm()
    touch = counter.row("SELECT count(*) AS said, channel_id, customer_id FROM touch")
    assert touch == {"said": 1, "channel_id": "referral", "customer_id": customer}


def test_a_digit_with_alt_goes_to_the_amount(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    till = Till(qtbot, page_frame)
    till.add(counter)
    till.hand.key(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    till.hand.type("500")
    till.hand.confirm()
    assert counter.row("SELECT method, given FROM payment") == {"method": "cash", "given": 500_00}


def test_part_is_paid_now_and_the_rest_later(
    qtbot: QtBot, page_frame: Frame, counter: Counter, clock: FixedClock
) -> None:
    booked = counter.book(counter.customer())
    till = Till(qtbot, page_frame, appointment_id=booked)
    till.hand.type("200", till.sheet.lines[0].price)
    till.pay("wechat")
    till.hand.type("80", till.sheet.payments.rows()[0].amount)
    till.choose(till.sheet.later, "Pay later")
    assert till.said() == ["¥120 to be paid later. It waits under open sales."]
    owed = sale(counter)
    assert (owed["status"], owed["held"]) == ("open", 0)
    assert counter.value("SELECT status FROM appointment") == "done"

    clock.set(dt.datetime(2025, 8, 21, 10, 0))
    again = Till(qtbot, page_frame, sale_id=str(owed["id"]))
    assert again.sheet.total.text() == "¥120.00"
    assert "WeChat" in texts(again.sheet)
    assert [entry.text for entry in again.sheet.later_entries()] == ["Pay later"]
    again.hand.confirm()
    assert again.errors() == ["Choose how ¥120 is paid."]
    again.pay("cash")
    again.hand.confirm()
    paid = sale(counter)
    assert (paid["status"], paid["day"], paid["total"]) == ("paid", "2025-08-21", 200_00)
    assert payments(counter) == [("wechat", 80_00, "2025-08-20T14:24"), ("cash", 120_00, "2025-08-21T10:00")]


def test_a_discount_comes_back_with_a_sale_that_was_put_aside(
    qtbot: QtBot, page_frame: Frame, counter: Counter
) -> None:
    till = Till(qtbot, page_frame)
    till.add(counter, 0)
    till.add(counter, 1)
    till.hand.click(till.sheet.reduce)
    till.hand.type("30")
    till.choose(till.sheet.later, "Put aside")
    total = sale(counter)["total"]
    again = Till(qtbot, page_frame, sale_id=str(sale(counter)["id"]))
    assert again.sheet.payments.total == total == sum(one.price for one in counter.services[:2]) - 30_00


def test_an_appointment_goes_on_with_its_open_sale(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    booked = counter.book(counter.customer())
    till = Till(qtbot, page_frame, appointment_id=booked)
    till.add(counter, 1)
    till.choose(till.sheet.later, "Put aside")
    assert counter.value("SELECT status FROM appointment") == "booked"
    again = Till(qtbot, page_frame, appointment_id=booked)
    assert len(again.sheet.lines) == 2
    again.pay("cash")
    again.hand.confirm()
    assert sale(counter)["status"] == "paid"
    assert counter.value("SELECT status FROM appointment") == "done"


def test_a_card_waits_for_its_payment(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    counter.desk.prepaid.add_card_type(CardTypeDraft("balance", "储值 1000", 1000_00))
    till = Till(qtbot, page_frame, customer_id=counter.customer())
    till.sheet.sold.ask_for("card")
    till.hand.click(till.sheet.finder.chips.chips()[0])
    till.choose(till.sheet.later, "Pay later")
    assert till.errors() == ["A prepaid card is paid when it is sold. Take it off, or pay now."]
    till.choose(till.sheet.later, "Put aside")
    assert counter.row("SELECT * FROM card")["state"] == "void"
    again = Till(qtbot, page_frame, sale_id=str(sale(counter)["id"]))
    assert [row.kind for row in again.sheet.lines] == ["card"]
    again.pay("cash")
    again.hand.confirm()
    assert counter.row("SELECT * FROM card")["state"] == "live"


def test_confirmed_twice_by_key_is_one_sale(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    till = Till(qtbot, page_frame)
    till.add(counter)
    till.pay("cash")
    till.hand.confirm()
    till.hand.confirm()
    till.choose(till.sheet.later, "Pay later")
    assert sale(counter)["status"] == "paid"
    assert len(payments(counter)) == 1


def test_nothing_is_not_put_aside(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    till = Till(qtbot, page_frame)
    till.choose(till.sheet.later, "Put aside")
    assert till.errors()
    assert counter.value("SELECT count(*) FROM sale") == 0


def test_a_sale_that_was_paid_elsewhere_is_not_gone_on_with(
    qtbot: QtBot, page_frame: Frame, counter: Counter
) -> None:
    sale_id = counter.sell()
    till = Till(qtbot, page_frame, sale_id=sale_id)
    assert len(till.errors()) == 1
    assert till.sheet.primary is not None
    assert not till.sheet.primary.isEnabled()


def test_a_clock_that_went_back_is_asked_about(
    qtbot: QtBot, page_frame: Frame, counter: Counter, clock: FixedClock
) -> None:
    counter.sell()
    clock.set(dt.datetime(2025, 8, 20, 9, 0))
    till = Till(qtbot, page_frame)
    till.add(counter)
    till.pay("cash")
    assert not till.sheet.clock_right.isVisible()
    till.hand.confirm()
    assert len(till.errors()) == 1
    assert counter.value("SELECT count(*) FROM sale") == 1
    till.hand.click(till.sheet.clock_right)
    assert till.closed == [True]
    assert counter.value("SELECT sold_at FROM sale WHERE number LIKE '%-0002'") == "2025-08-20T09:00"


def test_a_receipt_is_printed_where_it_is_wanted(
    qtbot: QtBot, page_frame: Frame, counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[str] = []
    monkeypatch.setattr(checkout_sheet, "print_receipt", lambda _frame, sale_id: printed.append(sale_id))
    for wanted in (False, True, True):
        till = Till(qtbot, page_frame)
        if wanted and not till.sheet.receipt.isChecked():
            till.hand.click(till.sheet.receipt)
        till.add(counter)
        till.pay("cash")
        till.hand.confirm()
        till.sheet.close()
    assert len(printed) == 2
    assert page_frame.preferences.receipt


def test_cash_that_was_handed_over_is_written_down(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    till = Till(qtbot, page_frame)
    till.add(counter)
    till.hand.type("246", till.sheet.lines[0].price)
    till.pay("cash")
    till.hand.type("300", till.sheet.payments.rows()[0].amount)
    till.hand.confirm()
    payment = counter.row("SELECT * FROM payment")
    assert (payment["amount"], payment["given"]) == (246_00, 300_00)


def test_a_forgotten_sale_is_written_today_and_points_back(
    qtbot: QtBot, page_frame: Frame, counter: Counter, clock: FixedClock
) -> None:
    day = clock.today()
    till = Till(qtbot, page_frame)
    till.add(counter, worker=1)
    till.choose(till.sheet.other, "Of a day that is over…")
    row = till.sheet.sold.of_day
    assert row.day() == day - dt.timedelta(days=1)
    row.field.set_day(day)
    till.pay("wechat")
    till.hand.confirm()
    assert till.errors() == ["Choose a day that is over. A sale of today needs none."]
    row.field.set_day(day - dt.timedelta(days=3))
    till.hand.confirm()
    paid = sale(counter)
    assert (paid["day"], paid["of_day"]) == (day.isoformat(), (day - dt.timedelta(days=3)).isoformat())


def test_a_forgotten_sale_stays_one_when_it_is_put_aside(
    qtbot: QtBot, page_frame: Frame, counter: Counter, clock: FixedClock
) -> None:
    day = clock.today()
    till = Till(qtbot, page_frame)
    till.add(counter, worker=1)
    till.choose(till.sheet.other, "Of a day that is over…")
    till.choose(till.sheet.later, "Put aside")
    again = Till(qtbot, page_frame, sale_id=str(sale(counter)["id"]))
    assert again.sheet.sold.of_day.day() == day - dt.timedelta(days=1)
    assert not again.sheet.dirty()
    again.hand.click(again.sheet.sold.of_day.remove)
    again.pay("wechat")
    again.hand.confirm()
    assert sale(counter)["of_day"] is None
