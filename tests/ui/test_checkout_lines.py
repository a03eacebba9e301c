"""The lines of the checkout sheet: every kind, their menus, what comes off one and what is rounded."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from merchant_desk.catalog.model import ServiceDraft
from merchant_desk.desk import Desk
from merchant_desk.prepaid.model import CardTypeDraft
from merchant_desk.sales.ui.rounding_card import RoundingCard
from merchant_desk.shell.frame import Frame
from merchant_desk.stock.model import ProductDraft
from tests.ui.counter import Counter, focused, show
from tests.ui.plain_text import texts
from tests.ui.till import Till

Key = Qt.Key
BARCODE = "6901234567892"


@pytest.fixture
def counter(desk: Desk) -> Counter:
    return Counter(desk)


@pytest.fixture
def walk_in(qtbot: QtBot, page_frame: Frame, counter: Counter) -> Till:
    counter.desk.stock.add_product(ProductDraft("护甲油", 68_00, cost=20_00, code=BARCODE))
    counter.desk.catalog.add_service(ServiceDraft("加钻", price=20_00, add_on=True))
    counter.desk.prepaid.add_card_type(CardTypeDraft("balance", "储值 1000", 1000_00, bonus=100_00))
    return Till(qtbot, page_frame)


def lines(counter: Counter) -> list[dict[str, object]]:
    return [dict(row) for row in counter.desk.file.all("SELECT * FROM sale_line ORDER BY seq")]


def test_an_add_on_is_one_press_below_its_service(walk_in: Till, counter: Counter) -> None:
    assert not walk_in.sheet.sold.add_ons.isVisible()
    walk_in.add(counter, worker=1)
    (chip,) = walk_in.sheet.sold.add_ons.chips()
    assert chip.text() == "+ 加钻 ¥20"
    walk_in.hand.click(chip)
    assert not walk_in.sheet.sold.add_ons.isVisible()
    walk_in.pay("wechat")
    walk_in.hand.confirm()
    service, add_on = lines(counter)
    assert (add_on["kind"], add_on["title"], add_on["worker_id"]) == ("add_on", "加钻", service["worker_id"])


def test_a_barcode_finds_its_product_where_services_are_added(walk_in: Till, counter: Counter) -> None:
    walk_in.hand.type(BARCODE)
    walk_in.hand.key(Key.Key_Return)
    walk_in.hand.click(walk_in.sheet.more)
    walk_in.hand.type(BARCODE)
    walk_in.hand.key(Key.Key_Return)
    (row,) = walk_in.sheet.lines
    assert row.quantity.value() == 2
    assert "2 × ¥68.00 = ¥136.00 · 0 in stock" in texts(walk_in.sheet)
    walk_in.pay("cash")
    walk_in.hand.confirm()
    (line,) = lines(counter)
    assert (line["kind"], line["quantity"], line["amount"], line["material_cost"]) == (
        "product",
        2,
        136_00,
        40_00,
    )
    assert counter.value("SELECT sum(quantity) FROM stock_entry") == -2


def test_a_barcode_scanned_where_code_words_go_is_the_product(walk_in: Till, counter: Counter) -> None:
    walk_in.add(counter)
    assert focused() is walk_in.sheet.source.code
    for _ in range(2):
        walk_in.hand.type(BARCODE)
        walk_in.hand.key(Key.Key_Return)
    assert [row.quantity.value() for row in walk_in.sheet.lines] == [1, 2]
    assert walk_in.sheet.source.code.text() == ""
    assert walk_in.errors() == []


def test_a_product_is_chosen_from_the_menu(walk_in: Till) -> None:
    walk_in.choose(walk_in.sheet.other, "Product…")
    assert focused() is walk_in.sheet.finder.search
    (chip,) = walk_in.sheet.finder.chips.chips()
    walk_in.hand.click(chip)
    assert [row.kind for row in walk_in.sheet.lines] == ["product"]


def test_a_card_is_sold_to_somebody_with_a_name(walk_in: Till, counter: Counter) -> None:
    walk_in.choose(walk_in.sheet.other, "Prepaid card…")
    (chip,) = walk_in.sheet.finder.chips.chips()
    walk_in.hand.click(chip)
    walk_in.pay("wechat")
    walk_in.hand.confirm()
    assert walk_in.errors() == ["Say whose card it is: choose the customer first."]
    assert focused() is walk_in.sheet.customer.picker.search
    customer = counter.customer()
    walk_in.hand.type("liyue", walk_in.sheet.customer.picker.search)
    walk_in.hand.key(Key.Key_Return)
    walk_in.hand.confirm()
    card = counter.row("SELECT * FROM card")
    assert (card["customer_id"], card["price"], card["bonus"], card["state"]) == (
        customer,
        1000_00,
        100_00,
        "live",
    )
    assert counter.row("SELECT * FROM sale")["takings"] == 1000_00


def test_a_tip_is_the_workers(walk_in: Till, counter: Counter) -> None:
    walk_in.add(counter, worker=2)
    walk_in.choose(walk_in.sheet.other, "Tip…")
    assert focused() is walk_in.sheet.lines[1].price
    walk_in.hand.type("20")
    walk_in.pay("alipay")
    walk_in.hand.confirm()
    sale, (service, tip) = counter.row("SELECT * FROM sale"), lines(counter)
    assert (tip["kind"], tip["amount"], tip["worker_id"]) == ("tip", 20_00, counter.workers[2].id)
    assert sale["takings"] == sale["total"] - 20_00 == service["amount"]


def test_a_free_line_is_named_and_priced(walk_in: Till, counter: Counter) -> None:
    walk_in.choose(walk_in.sheet.other, "Free line…")
    (row,) = walk_in.sheet.lines
    assert focused() is row.title
    walk_in.pay("cash")
    walk_in.hand.confirm()
    assert row.error.isVisible()
    walk_in.hand.type("停车", row.title)
    walk_in.hand.type("10.5", row.price)
    walk_in.hand.confirm()
    (line,) = lines(counter)
    assert (line["kind"], line["title"], line["amount"]) == ("free", "停车", 10_50)


def test_another_price_has_a_reason(walk_in: Till, counter: Counter) -> None:
    walk_in.add(counter)
    (row,) = walk_in.sheet.lines
    assert not row.reason.isVisible()
    walk_in.hand.type("88", row.price)
    walk_in.hand.type("熟客", row.reason)
    walk_in.pay("wechat")
    walk_in.hand.confirm()
    (line,) = lines(counter)
    assert (line["unit_price"], line["list_price"], line["price_reason"]) == (
        88_00,
        counter.services[0].price,
        "熟客",
    )


def test_one_line_alone_is_reduced(walk_in: Till, counter: Counter) -> None:
    walk_in.add(counter, 0)
    walk_in.add(counter, 1)
    first, _second = walk_in.sheet.lines
    walk_in.choose(first.more, "Discount…")
    walk_in.hand.type("28")
    assert f"−¥28.00 = ¥{counter.services[0].price // 100 - 28}.00" in first.hint.text()
    walk_in.pay("wechat")
    walk_in.hand.confirm()
    assert [line["discount"] for line in lines(counter)] == [28_00, 0]


def test_a_line_reduced_too_far_says_so(walk_in: Till, counter: Counter) -> None:
    walk_in.add(counter)
    walk_in.choose(walk_in.sheet.lines[0].more, "Discount…")
    walk_in.hand.type("9999")
    walk_in.pay("wechat")
    walk_in.hand.confirm()
    assert walk_in.errors()
    assert counter.value("SELECT count(*) FROM sale") == 0
    off = walk_in.sheet.lines[0].off
    assert off is not None
    walk_in.hand.click(off.remove)
    walk_in.hand.confirm()
    assert counter.row("SELECT * FROM sale")["total"] == counter.services[0].price


def test_the_worker_was_asked_for(walk_in: Till, counter: Counter) -> None:
    walk_in.add(counter)
    (row,) = walk_in.sheet.lines
    walk_in.choose(row.more, "Asked for this worker")
    assert "asked for this worker" in row.hint.text()
    walk_in.pay("wechat")
    walk_in.hand.confirm()
    assert lines(counter)[0]["requested"] == 1


def test_two_did_it_together(walk_in: Till, counter: Counter) -> None:
    walk_in.add(counter, worker=0)
    (row,) = walk_in.sheet.lines
    walk_in.choose(row.more, "Several workers…")
    shares = row.shares
    assert shares is not None
    assert focused() is shares.rows[1].worker
    walk_in.hand.key(Key.Key_Down)
    walk_in.hand.key(Key.Key_Down)
    walk_in.hand.type("30", shares.rows[1].part.lineEdit())
    assert [one.part.value() for one in shares.rows] == [70, 30]
    walk_in.pay("wechat")
    walk_in.hand.confirm()
    found = counter.desk.file.all("SELECT worker_id, share FROM sale_share ORDER BY id")
    assert [tuple(one) for one in found] == [(counter.workers[0].id, 70), (counter.workers[1].id, 30)]
    assert lines(counter)[0]["worker_id"] == counter.workers[0].id


def test_one_of_two_is_left_over(walk_in: Till, counter: Counter) -> None:
    walk_in.add(counter, worker=0)
    (row,) = walk_in.sheet.lines
    row.share()
    assert row.shares is not None
    walk_in.hand.click(row.shares.rows[1].remove)
    assert row.worker.isVisible()
    assert row.draft().shares == ()
    walk_in.pay("wechat")
    walk_in.hand.confirm()
    assert counter.value("SELECT count(*) FROM sale_share") == 0


def test_the_whole_discount_leaves_the_tip_alone(walk_in: Till, counter: Counter) -> None:
    walk_in.add(counter)
    walk_in.choose(walk_in.sheet.other, "Tip…")
    walk_in.hand.type("20")
    walk_in.hand.click(walk_in.sheet.reduce)
    walk_in.hand.click(walk_in.sheet.discount.way._buttons["percent"])
    walk_in.hand.type("50")
    walk_in.pay("wechat")
    walk_in.hand.confirm()
    assert [line["amount"] for line in lines(counter)] == [counter.services[0].price // 2, 20_00]


@pytest.mark.parametrize(
    ("rule", "total"), [("dime_down", 88_70), ("yuan_down", 88_00), ("yuan_nearest", 89_00)]
)
def test_the_total_is_rounded_after_the_shops_rule(
    qtbot: QtBot, page_frame: Frame, counter: Counter, rule: str, total: int
) -> None:
    counter.desk.sales.set_rounding(rule)
    till = Till(qtbot, page_frame)
    till.add(counter)
    assert not till.sheet.sold.rounding.isVisible()
    till.hand.type("88.76", till.sheet.lines[0].price)
    till.pay("cash")
    till.hand.confirm()
    assert counter.row("SELECT * FROM sale")["total"] == total
    line = lines(counter)[-1]
    assert (line["kind"], line["amount"]) == ("rounding", total - 88_76)


def test_it_is_not_rounded_this_time(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    counter.desk.sales.set_rounding("yuan_down")
    till = Till(qtbot, page_frame)
    till.add(counter)
    till.hand.type("88.76", till.sheet.lines[0].price)
    till.hand.click(till.sheet.sold.rounding.turn)
    till.pay("cash")
    till.hand.confirm()
    assert [line["kind"] for line in lines(counter)] == ["service"]


def test_the_rule_is_chosen_in_settings(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    card = RoundingCard(page_frame)
    show(qtbot, card, height=200)
    assert card.rule.key() == "none"
    card.rule.setFocus()
    QTest.keyClick(card.rule, Key.Key_Down)
    assert counter.value("SELECT value FROM setting WHERE id = 'rounding'") == '"dime_down"'
    counter.desk.undo()
    assert card.rule.key() == "none"
