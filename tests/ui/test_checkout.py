"""The checkout sheet: a walk-in, an appointment, prices, discounts, payments, and what is refused."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from merchant_desk.catalog.model import ServiceDraft
from merchant_desk.desk import Desk
from merchant_desk.shell.frame import Frame
from tests.ui.counter import Counter, focused
from tests.ui.plain_text import MARKUP, assert_plain, texts
from tests.ui.till import Till

Key = Qt.Key
Alt = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def counter(desk: Desk) -> Counter:
    return Counter(desk)


@pytest.fixture
def walk_in(qtbot: QtBot, page_frame: Frame, counter: Counter) -> Till:
    return Till(qtbot, page_frame)


# ---------------------------------------------------------------- the walk-in


def test_a_walk_in_is_paid_with_its_source_in_six_interactions(
    qtbot: QtBot, page_frame: Frame, counter: Counter
) -> None:
    video = counter.content("三分钟法式")
    till = Till(qtbot, page_frame)
    till.hand.count = 1  # "Walk-in" on the Desk
    till.add(counter, service=1, worker=2)
    till.press(till.sheet.source.chips, f"content:{video}")
    till.pay("wechat")
    till.hand.confirm()
    assert till.hand.count <= 6
    sale = counter.row("SELECT * FROM sale")
    service = counter.services[1]
    assert (sale["status"], sale["total"], sale["customer_id"]) == ("paid", service.price, None)
    line = counter.row("SELECT * FROM sale_line")
    assert (line["title"], line["service_id"], line["worker_id"], line["material_cost"]) == (
        service.name,
        service.id,
        counter.workers[2].id,
        service.material_cost,
    )
    payment = counter.row("SELECT * FROM payment")
    assert (payment["method"], payment["amount"]) == ("wechat", service.price)
    touch = counter.row("SELECT * FROM touch")
    assert (touch["content_id"], touch["evidence"], touch["sale_id"]) == (video, "asked", sale["id"])
    assert till.done == [sale["id"]]
    assert till.closed == [True]
    assert till.said() == [f"Paid ¥{service.price // 100} · WeChat"]


def test_the_same_by_keyboard_alone(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    video = counter.content("三分钟法式")
    till = Till(qtbot, page_frame)
    till.hand.type("fashi")
    till.hand.key(Key.Key_Return)
    till.hand.key(Key.Key_Right)
    till.hand.key(Key.Key_Space)
    till.hand.type(counter.code(video).lower())
    till.hand.key(Key.Key_2, Alt)
    till.hand.confirm()
    line = counter.row("SELECT * FROM sale_line")
    assert (line["title"], line["worker_id"]) == ("法式美甲", counter.workers[1].id)
    assert counter.value("SELECT method FROM payment") == "alipay"
    assert counter.row("SELECT * FROM touch")["evidence"] == "code"
    assert till.closed == [True]


def test_the_notice_takes_the_sale_back(walk_in: Till, counter: Counter) -> None:
    walk_in.add(counter)
    walk_in.pay("cash")
    walk_in.hand.confirm()
    undo = walk_in.notices[-1].undo
    assert undo is not None
    undo()
    assert counter.value("SELECT status FROM sale") == "void"


def test_what_is_sold_most_stands_first(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    favourite = counter.services[5]
    with counter.act() as act:
        act.update("service", favourite.id, price=1_00)
    Till(qtbot, page_frame).sheet.shut()
    till = Till(qtbot, page_frame)
    till.hand.type(favourite.name)
    till.hand.key(Key.Key_Return)
    till.hand.key(Key.Key_Space)
    till.pay("cash")
    till.hand.confirm()
    assert Till(qtbot, page_frame).sheet.finder.chips.chips()[0].key == favourite.id


def test_whoever_did_the_last_one_did_this_one_too(walk_in: Till, counter: Counter) -> None:
    walk_in.add(counter, 0, worker=1)
    walk_in.add(counter, 1)
    assert [row.worker.key() for row in walk_in.sheet.lines] == [counter.workers[1].id] * 2


def test_the_only_one_who_does_it_did_it(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    only = counter.workers[2].id
    counter.desk.catalog.add_service(ServiceDraft("Brows", price=50_00, worker_ids=(only,)))
    till = Till(qtbot, page_frame)
    till.hand.type("brows")
    till.hand.key(Key.Key_Return)
    (row,) = till.sheet.lines
    assert row.worker.key() == only
    assert not row.who.isVisible()


def test_nobody_need_be_named(walk_in: Till, counter: Counter) -> None:
    walk_in.press(walk_in.sheet.finder.chips, counter.services[0].id)
    walk_in.pay("cash")
    walk_in.hand.confirm()
    assert counter.row("SELECT * FROM sale_line")["worker_id"] is None
    assert counter.value("SELECT count(*) FROM touch") == 0


def test_a_service_that_is_not_there(walk_in: Till) -> None:
    walk_in.hand.type("zzz")
    assert "No service is called that." in texts(walk_in.sheet)
    walk_in.hand.key(Key.Key_Return)
    assert walk_in.sheet.lines == []


# ---------------------------------------------------------------- whose it is


def test_a_customer_may_be_named(walk_in: Till, counter: Counter) -> None:
    customer = counter.customer()
    before = counter.desk.clock.now() - dt.timedelta(days=1)
    counter.sell(customer_id=customer, sold_at=before)
    counter.sell(customer_id=customer)
    walk_in.hand.type("liyue", walk_in.sheet.customer.picker.search)
    walk_in.hand.key(Key.Key_Return)
    assert walk_in.sheet.customer.customer_id == customer
    assert {"李悦", "138****6621", "Visit 2"} <= set(texts(walk_in.sheet))
    assert focused() is walk_in.sheet.finder.search, "what was done comes next"
    walk_in.add(counter)
    walk_in.pay("wechat")
    walk_in.hand.confirm()
    assert counter.value("SELECT customer_id FROM sale WHERE number LIKE '%-0002'") == customer


def test_a_customer_is_changed_back_to_nobody(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    till = Till(qtbot, page_frame, customer_id=counter.customer())
    assert "First visit" in texts(till.sheet)
    till.hand.click(till.sheet.customer.change)
    assert till.sheet.customer.customer_id is None
    till.add(counter)
    till.pay("wechat")
    till.hand.confirm()
    assert counter.row("SELECT * FROM sale")["customer_id"] is None


def test_what_is_known_of_a_customer_comes_with_them(
    qtbot: QtBot, page_frame: Frame, counter: Counter
) -> None:
    video = counter.content("三分钟法式")
    knows = counter.customer()
    counter.desk.sources.say(content_id=video, customer_id=knows)
    counter.customer("王敏", "13900001111")
    till = Till(qtbot, page_frame, customer_id=knows)
    assert till.sheet.source.value() == (video, None, "asked")
    till.hand.click(till.sheet.customer.change)
    assert till.sheet.source.value() is None
    till.hand.type("wangmin", till.sheet.customer.picker.search)
    till.hand.key(Key.Key_Return)
    assert till.sheet.source.value() is None


# ---------------------------------------------------------------- from an appointment


def test_an_appointment_fills_the_sheet(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    customer, video = counter.customer(), counter.content("三分钟法式")
    booked = counter.book(customer, services=2, content_id=video)
    till = Till(qtbot, page_frame, appointment_id=booked)
    assert not till.sheet.dirty()
    assert not till.sheet.finder.isVisible()
    assert "14:00 李悦 · 小雨" in texts(till.sheet)
    assert "known already: Asked" in texts(till.sheet)
    assert till.sheet.source.chips.current() == f"content:{video}"
    till.hand.key(Key.Key_Space)
    till.hand.confirm()
    assert till.hand.count == 2
    sale = counter.row("SELECT * FROM sale")
    total = sum(service.price for service in counter.services[:2])
    assert (sale["appointment_id"], sale["customer_id"], sale["total"]) == (booked, customer, total)
    lines = counter.desk.file.all("SELECT title, worker_id FROM sale_line ORDER BY seq")
    assert [tuple(line) for line in lines] == [
        (service.name, counter.workers[0].id) for service in counter.services[:2]
    ]
    assert counter.value("SELECT status FROM appointment") == "done"
    assert counter.value("SELECT count(*) FROM touch") == 1


def test_what_was_known_can_be_corrected(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    video = counter.content("三分钟法式")
    booked = counter.book(counter.customer(), content_id=video)
    till = Till(qtbot, page_frame, appointment_id=booked)
    till.press(till.sheet.source.chips, "channel:referral")
    till.pay("wechat")
    till.hand.confirm()
    rows = counter.desk.file.all("SELECT content_id, channel_id, sale_id FROM touch ORDER BY id")
    sale = counter.value("SELECT id FROM sale")
    assert [tuple(row) for row in rows] == [(video, None, None), (None, "referral", sale)]


def test_somebody_who_left_still_did_it(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    booked = counter.book(counter.customer())
    counter.desk.team.archive_worker(counter.workers[0].id)
    till = Till(qtbot, page_frame, appointment_id=booked)
    assert till.sheet.lines[0].worker.key() == counter.workers[0].id
    till.add(counter, 1, worker=1)
    assert till.sheet.lines[1].worker.findData(counter.workers[0].id) == -1


def test_an_appointment_paid_elsewhere_is_refused_here(
    qtbot: QtBot, page_frame: Frame, counter: Counter
) -> None:
    booked = counter.book(counter.customer())
    till = Till(qtbot, page_frame, appointment_id=booked)
    counter.sell(appointment_id=booked)
    till.pay("cash")
    till.hand.confirm()
    assert any("20250820-0001" in error for error in till.errors())
    assert till.closed == []
    assert counter.value("SELECT count(*) FROM sale") == 1
    assert till.sheet.primary is not None
    assert till.sheet.primary.isEnabled()


# ---------------------------------------------------------------- prices, quantities, discounts


def test_price_and_quantity_are_typed_where_they_stand(walk_in: Till, counter: Counter) -> None:
    walk_in.add(counter)
    (row,) = walk_in.sheet.lines
    walk_in.hand.type("88.5", row.price)
    walk_in.hand.type("3", row.quantity.lineEdit())
    assert walk_in.sheet.total.text() == "¥265.50"
    assert "3 × ¥88.50 = ¥265.50" in texts(walk_in.sheet)
    walk_in.pay("card")
    walk_in.hand.confirm()
    line = counter.row("SELECT * FROM sale_line")
    assert (line["quantity"], line["unit_price"], line["amount"]) == (3, 88_50, 265_50)
    assert line["material_cost"] == 3 * counter.services[0].material_cost


def test_a_typed_price_is_tidied_when_it_is_left(walk_in: Till, counter: Counter) -> None:
    walk_in.add(counter)
    (row,) = walk_in.sheet.lines
    walk_in.hand.type("1234.5", row.price)
    walk_in.hand.key(Key.Key_Tab)
    assert row.price.text() == "¥1,234.50"
    assert row.price.value() == 1234_50


@pytest.mark.parametrize("typed", ["abc", "-5", "1.234"])
def test_a_price_that_is_none_is_said_at_the_price(walk_in: Till, counter: Counter, typed: str) -> None:
    walk_in.add(counter)
    (row,) = walk_in.sheet.lines
    walk_in.hand.type(typed, row.price)
    walk_in.pay("cash")
    walk_in.hand.confirm()
    assert counter.value("SELECT count(*) FROM sale") == 0
    assert row.error.isVisible()
    assert typed in row.error.text()
    assert focused() is row.price
    assert row.price.text() == typed
    walk_in.hand.type("10", row.price)
    assert not row.error.isVisible()
    walk_in.hand.confirm()
    assert counter.row("SELECT * FROM sale")["total"] == 10_00


def test_a_line_is_taken_out(walk_in: Till, counter: Counter) -> None:
    walk_in.add(counter, 0)
    walk_in.add(counter, 1)
    walk_in.pay("wechat")
    walk_in.choose(walk_in.sheet.lines[0].more, "Take out")
    assert walk_in.sheet.total.text() == f"¥{counter.services[1].price // 100}.00"
    walk_in.choose(walk_in.sheet.lines[0].more, "Take out")
    assert walk_in.sheet.finder.isVisible()
    walk_in.hand.confirm()
    assert walk_in.errors()
    assert counter.value("SELECT count(*) FROM sale") == 0


@pytest.mark.parametrize(
    ("way", "typed", "total"),
    [("off", "20", 246_00), ("percent", "10", 239_40), ("make_it", "200", 200_00), ("off", "8折", 212_80)],
)
def test_a_discount_is_spread_over_the_lines(
    walk_in: Till, counter: Counter, way: str, typed: str, total: int
) -> None:
    for at, price in ((0, "198"), (1, "68")):
        walk_in.add(counter, at)
        walk_in.hand.type(price, walk_in.sheet.lines[at].price)
    walk_in.hand.click(walk_in.sheet.reduce)
    walk_in.hand.click(walk_in.sheet.discount.way._buttons[way])
    walk_in.sheet.discount.text.insert(typed)
    walk_in.sheet.discount.text.textEdited.emit(typed)
    assert walk_in.sheet.total.text() == f"¥{total // 100}.{total % 100:02d}"
    walk_in.pay("wechat")
    walk_in.hand.confirm()
    assert counter.row("SELECT * FROM sale")["total"] == total
    rows = counter.desk.file.all("SELECT unit_price, discount FROM sale_line ORDER BY seq")
    assert [row["unit_price"] for row in rows] == [198_00, 68_00]
    assert sum(row["discount"] for row in rows) == 266_00 - total
    assert all(row["discount"] > 0 for row in rows)


def test_a_percentage_follows_the_lines(walk_in: Till, counter: Counter) -> None:
    walk_in.add(counter, 0)
    walk_in.hand.click(walk_in.sheet.reduce)
    walk_in.hand.click(walk_in.sheet.discount.way._buttons["percent"])
    walk_in.hand.type("50")
    walk_in.add(counter, 1)
    both = counter.services[0].price + counter.services[1].price
    assert walk_in.sheet.payments._total == both // 2


def test_a_discount_that_is_too_large_is_said_there(walk_in: Till, counter: Counter) -> None:
    walk_in.add(counter)
    walk_in.hand.click(walk_in.sheet.reduce)
    walk_in.hand.type("9999")
    walk_in.pay("cash")
    walk_in.hand.confirm()
    assert walk_in.sheet.discount.error.isVisible()
    assert walk_in.sheet.discount.text.text() == "9999"
    assert counter.value("SELECT count(*) FROM sale") == 0
    walk_in.hand.click(walk_in.sheet.discount.remove)
    walk_in.hand.confirm()
    assert counter.row("SELECT * FROM sale")["total"] == counter.services[0].price


def test_a_gift_needs_no_payment(walk_in: Till, counter: Counter) -> None:
    walk_in.add(counter)
    walk_in.hand.click(walk_in.sheet.reduce)
    walk_in.hand.click(walk_in.sheet.discount.way._buttons["make_it"])
    walk_in.hand.type("0")
    walk_in.hand.confirm()
    assert counter.row("SELECT * FROM sale")["total"] == 0
    assert counter.value("SELECT count(*) FROM payment") == 0
    assert walk_in.said() == ["Done · nothing to pay"]


# ---------------------------------------------------------------- payments


def paid(counter: Counter) -> list[tuple[str, int]]:
    rows = counter.desk.file.all("SELECT method, amount FROM payment ORDER BY seq")
    return [(row["method"], row["amount"]) for row in rows]


@pytest.fixture
def owed(walk_in: Till, counter: Counter) -> Till:
    """246 yuan to pay."""
    walk_in.add(counter)
    walk_in.hand.type("246", walk_in.sheet.lines[0].price)
    return walk_in


def test_another_way_takes_the_place_of_the_first(owed: Till, counter: Counter) -> None:
    owed.pay("wechat")
    owed.pay("cash")
    assert [row.method for row in owed.sheet.payments.rows()] == ["cash"]
    assert not owed.sheet.payments.buttons["wechat"].isChecked()
    owed.hand.confirm()
    assert paid(counter) == [("cash", 246_00)]


def test_the_same_button_takes_the_payment_back(owed: Till) -> None:
    owed.pay("wechat")
    owed.pay("wechat")
    assert owed.sheet.payments.rows() == []


def test_two_ways_share_the_sum(owed: Till, counter: Counter) -> None:
    owed.pay("cash")
    owed.hand.type("100", owed.sheet.payments.rows()[0].amount)
    owed.pay("wechat")
    assert owed.sheet.payments.rows()[1].amount.text() == "¥146.00"
    owed.hand.confirm()
    assert paid(counter) == [("cash", 100_00), ("wechat", 146_00)]
    assert owed.said() == ["Paid ¥246 · Cash, WeChat"]


def test_the_rest_follows_the_total(owed: Till, counter: Counter) -> None:
    owed.pay("wechat")
    owed.hand.type("300", owed.sheet.lines[0].price)
    owed.hand.confirm()
    assert paid(counter) == [("wechat", 300_00)]


def test_cash_gives_change(owed: Till, counter: Counter) -> None:
    owed.pay("cash")
    owed.hand.type("300", owed.sheet.payments.rows()[0].amount)
    assert "Change ¥54.00" in texts(owed.sheet)
    owed.hand.confirm()
    assert paid(counter) == [("cash", 246_00)]
    assert owed.said() == ["Paid ¥246 · Cash · change ¥54"]


@pytest.mark.parametrize(("typed", "told"), [("200", "¥46 not paid yet"), ("300", "¥54 too much")])
def test_payments_that_do_not_add_up_are_refused_and_stay(
    owed: Till, counter: Counter, typed: str, told: str
) -> None:
    owed.pay("card")
    owed.hand.type(typed, owed.sheet.payments.rows()[0].amount)
    assert any(told in text for text in texts(owed.sheet))
    owed.hand.confirm()
    assert owed.errors()
    assert counter.value("SELECT count(*) FROM sale") == 0
    assert owed.closed == []
    assert owed.sheet.payments.rows()[0].amount.value() == int(typed) * 100


def test_without_a_payment_it_says_what_is_missing(owed: Till, counter: Counter) -> None:
    owed.hand.confirm()
    assert owed.errors() == ["Choose how ¥246 is paid."]
    assert focused() is owed.sheet.payments.buttons["wechat"]
    assert counter.value("SELECT count(*) FROM sale") == 0
    owed.pay("cash")
    assert owed.errors() == []


def test_an_amount_that_is_none_is_said_there(owed: Till, counter: Counter) -> None:
    owed.pay("cash")
    (row,) = owed.sheet.payments.rows()
    owed.hand.type("x", row.amount)
    owed.hand.confirm()
    assert row.error.isVisible()
    assert counter.value("SELECT count(*) FROM sale") == 0


def test_nothing_more_is_paid_than_is_owed(owed: Till) -> None:
    owed.pay("cash")
    owed.hand.type("246", owed.sheet.payments.rows()[0].amount)
    owed.pay("wechat")
    assert [row.method for row in owed.sheet.payments.rows()] == ["cash"]
    assert owed.sheet.payments.nothing_left.isVisible()


def test_a_payment_is_taken_out(owed: Till) -> None:
    owed.pay("cash")
    owed.hand.click(owed.sheet.payments.rows()[0].remove)
    assert owed.sheet.payments.rows() == []
    assert not owed.sheet.payments.buttons["cash"].isChecked()


# ---------------------------------------------------------------- done


def test_confirmed_twice_is_one_sale(owed: Till, counter: Counter) -> None:
    owed.pay("cash")
    owed.sheet._finish()
    owed.sheet._finish()
    assert counter.value("SELECT count(*) FROM sale") == 1


def test_nothing_on_the_sale_is_said_where_services_are_added(walk_in: Till) -> None:
    walk_in.hand.confirm()
    assert len(walk_in.errors()) == 1
    assert focused() is walk_in.sheet.finder.search


def test_a_code_word_that_names_nothing_yet_stops_it(
    qtbot: QtBot, page_frame: Frame, counter: Counter
) -> None:
    word = counter.code(counter.content("三分钟法式"))
    till = Till(qtbot, page_frame)
    till.add(counter)
    till.pay("cash")
    till.hand.type(word[:3] + ("2" if word[3] != "2" else "3"), till.sheet.source.code)
    till.hand.confirm()
    assert counter.value("SELECT count(*) FROM sale") == 0
    till.hand.click(till.sheet.source.yes)
    till.hand.confirm()
    assert counter.row("SELECT * FROM touch")["evidence"] == "code"


def test_leaving_asks_only_where_something_would_be_lost(walk_in: Till, counter: Counter) -> None:
    assert not walk_in.sheet.dirty()
    walk_in.add(counter)
    assert walk_in.sheet.dirty()
    walk_in.hand.key(Key.Key_Escape)
    assert walk_in.closed == []
    walk_in.hand.click(walk_in.sheet._keep)
    assert len(walk_in.sheet.lines) == 1


def test_an_untouched_sheet_just_closes(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    till = Till(qtbot, page_frame, appointment_id=counter.book(counter.customer()))
    till.hand.key(Key.Key_Escape)
    assert till.closed == [True]


def test_typed_texts_are_plain(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    service = counter.desk.catalog.add_service(ServiceDraft(MARKUP, price=50_00))
    counter.desk.team.edit_worker(counter.workers[0].id, name=MARKUP)
    till = Till(qtbot, page_frame, customer_id=counter.customer(MARKUP))
    till.hand.type("<b>")
    till.press(till.sheet.finder.chips, service)
    assert MARKUP in texts(till.sheet)
    assert_plain(till.sheet)


def test_every_control_has_a_name_and_a_way_by_keyboard(owed: Till) -> None:
    owed.hand.click(owed.sheet.reduce)
    owed.pay("cash")
    named = [
        widget
        for kind in (QAbstractButton, QLineEdit)
        for widget in owed.sheet.findChildren(kind)
        if widget.isVisible() and not widget.objectName().startswith("qt_")
    ]
    assert [widget for widget in named if not widget.accessibleName()] == []
    seen = set()
    for _ in range(60):
        seen.add(focused())
        owed.hand.key(Key.Key_Tab)
    sheet = owed.sheet
    row = sheet.lines[0]
    for reached in (
        sheet.customer.picker.search,
        row.worker,
        row.quantity,
        row.price,
        row.more,
        sheet.more,
        sheet.other,
        sheet.reduce,
        sheet.discount.text,
        sheet.source.code,
        sheet.payments.buttons["wechat"],
        sheet.payments.buttons["card"],
        sheet.payments.buttons["voucher"],
        sheet.later,
        sheet.receipt,
        sheet.payments.rows()[0].amount,
        sheet.payments.rows()[0].remove,
        sheet.primary,
    ):
        assert reached in seen, reached.accessibleName()  # type: ignore[union-attr]
    assert seen & set(sheet.source.chips.chips())
