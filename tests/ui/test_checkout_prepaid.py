"""Paying at the counter with what was paid before: balance cards, passes, deposits, vouchers."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from merchant_desk.core.clock import FixedClock
from merchant_desk.desk import Desk
from merchant_desk.prepaid import store as prepaid_store
from merchant_desk.prepaid.model import CardDraft, CardState, CounterDraft
from merchant_desk.sales.model import PaymentDraft, SaleDraft, SaleLineDraft
from merchant_desk.shell.frame import Frame
from tests.ui.counter import Counter, focused
from tests.ui.plain_text import MARKUP, assert_plain, texts
from tests.ui.till import Till


@pytest.fixture
def counter(desk: Desk) -> Counter:
    return Counter(desk)


class Wallet:
    """A customer with cards."""

    def __init__(self, counter: Counter) -> None:
        self.counter = counter
        self.customer = counter.customer()

    def buy(self, card: CardDraft, price: int) -> None:
        line = SaleLineDraft(card.name, price, "card", card=card)
        draft = SaleDraft((line,), (PaymentDraft("wechat", price),), customer_id=self.customer)
        self.counter.desk.sales.check_out(draft)

    def balance(self, price: int = 300_00, bonus: int = 20_00, name: str = "储值 300") -> None:
        self.buy(CardDraft("balance", name, bonus=bonus), price)

    def card(self, kind: str) -> CardState:
        day = self.counter.desk.clock.today()
        (found,) = (
            c for c in prepaid_store.cards_of(self.counter.desk.file, self.customer, day) if c.kind == kind
        )
        return found

    def a_pass(self, service: int = 0, units: int = 3, price: int = 100_00, **more: object) -> None:
        counters = (CounterDraft(self.counter.services[service].id, units, 50_00),)
        self.buy(CardDraft("pass", "次卡", counters=counters, **more), price)  # type: ignore[arg-type]


@pytest.fixture
def wallet(counter: Counter) -> Wallet:
    return Wallet(counter)


def last_sale(counter: Counter) -> dict[str, object]:
    return dict(counter.desk.file.all("SELECT * FROM sale ORDER BY number DESC LIMIT 1")[0])


def payments(counter: Counter) -> list[tuple[str, int]]:
    rows = counter.desk.file.all(
        "SELECT method, amount FROM payment WHERE sale_id = :id ORDER BY seq", id=last_sale(counter)["id"]
    )
    return [(row["method"], row["amount"]) for row in rows]


def key(till: Till, method: str) -> str:
    (found,) = (key for key in till.sheet.payments.buttons if key.startswith(f"{method}:"))
    return found


# ---------------------------------------------------------------- balance cards


def test_a_balance_pays_and_says_what_is_left(
    qtbot: QtBot, page_frame: Frame, counter: Counter, wallet: Wallet
) -> None:
    wallet.balance()
    till = Till(qtbot, page_frame, customer_id=wallet.customer)
    assert "First visit · balance ¥320" in texts(till.sheet), "the card was bought on this visit"
    till.add(counter)
    till.hand.type("120", till.sheet.lines[0].price)
    balance = key(till, "stored_value")
    assert till.sheet.payments.buttons[balance].text() == "Balance ¥320"
    till.pay(balance)
    till.hand.confirm()
    assert payments(counter) == [("stored_value", 120_00)]
    assert last_sale(counter)["takings"] == 0
    assert wallet.card("balance").left == 200_00
    assert till.said() == ["Paid ¥120 · Balance card"]


def test_what_the_balance_lacks_is_paid_another_way(
    qtbot: QtBot, page_frame: Frame, counter: Counter, wallet: Wallet
) -> None:
    wallet.balance()
    till = Till(qtbot, page_frame, customer_id=wallet.customer)
    till.add(counter)
    till.hand.type("400", till.sheet.lines[0].price)
    till.pay(key(till, "stored_value"))
    assert "To pay · ¥80 not paid yet" in texts(till.sheet)
    till.pay("wechat")
    till.hand.confirm()
    assert payments(counter) == [("stored_value", 320_00), ("wechat", 80_00)]


def test_more_than_the_card_has_is_refused_at_its_amount(
    qtbot: QtBot, page_frame: Frame, counter: Counter, wallet: Wallet
) -> None:
    wallet.balance()
    till = Till(qtbot, page_frame, customer_id=wallet.customer)
    till.add(counter)
    till.hand.type("400", till.sheet.lines[0].price)
    till.pay(key(till, "stored_value"))
    (row,) = till.sheet.payments.rows()
    till.hand.type("400", row.amount)
    till.hand.confirm()
    assert row.error.isVisible()
    assert wallet.card("balance").left == 320_00


def test_another_customer_has_other_cards(
    qtbot: QtBot, page_frame: Frame, counter: Counter, wallet: Wallet
) -> None:
    wallet.balance()
    till = Till(qtbot, page_frame, customer_id=wallet.customer)
    till.add(counter)
    till.pay(key(till, "stored_value"))
    till.hand.click(till.sheet.customer.change)
    assert till.sheet.payments.rows() == []
    assert not any(":" in key for key in till.sheet.payments.buttons)


def test_a_card_that_was_spent_meanwhile(
    qtbot: QtBot, page_frame: Frame, counter: Counter, wallet: Wallet
) -> None:
    wallet.balance()
    till = Till(qtbot, page_frame, customer_id=wallet.customer)
    till.add(counter)
    till.hand.type("200", till.sheet.lines[0].price)
    till.pay(key(till, "stored_value"))
    spent = PaymentDraft("stored_value", 300_00, card_id=wallet.card("balance").id)
    draft = SaleDraft((SaleLineDraft("x", 300_00),), (spent,), customer_id=wallet.customer)
    counter.desk.sales.check_out(draft)
    till.hand.confirm()
    assert len(till.errors()) == 1
    assert till.sheet.payments.buttons[key(till, "stored_value")].text() == "Balance ¥20"
    till.pay("wechat")
    till.hand.confirm()
    assert payments(counter) == [("stored_value", 20_00), ("wechat", 180_00)]


# ---------------------------------------------------------------- passes


def test_a_pass_pays_for_its_service(
    qtbot: QtBot, page_frame: Frame, counter: Counter, wallet: Wallet
) -> None:
    wallet.a_pass()
    till = Till(qtbot, page_frame, customer_id=wallet.customer)
    till.add(counter, 0)
    till.add(counter, 1)
    till.pay(key(till, "pass"))
    assert "with its pass or voucher ¥33.33" in till.sheet.lines[0].hint.text()
    till.pay("wechat")
    till.hand.confirm()
    assert payments(counter) == [("pass", 33_33), ("wechat", counter.services[1].price)]
    assert wallet.card("pass").units == 2
    line = counter.desk.file.all(
        "SELECT * FROM sale_line WHERE sale_id = :id ORDER BY seq", id=last_sale(counter)["id"]
    )[0]
    assert (line["amount"], line["unit_price"]) == (33_33, counter.services[0].price)


def test_only_what_is_left_is_rounded(
    qtbot: QtBot, page_frame: Frame, counter: Counter, wallet: Wallet
) -> None:
    counter.desk.sales.set_rounding("yuan_down")
    wallet.a_pass()
    till = Till(qtbot, page_frame, customer_id=wallet.customer)
    till.add(counter, 0)
    till.add(counter, 1)
    till.hand.type("68.40", till.sheet.lines[1].price)
    till.pay(key(till, "pass"))
    till.pay("wechat")
    till.hand.confirm()
    assert payments(counter) == [("pass", 33_33), ("wechat", 68_00)]
    till = Till(qtbot, page_frame, customer_id=wallet.customer)
    till.pay(key(till, "pass"))
    till.hand.confirm()
    assert payments(counter) == [("pass", 33_34)]


def test_a_pass_brings_its_service_along(
    qtbot: QtBot, page_frame: Frame, counter: Counter, wallet: Wallet
) -> None:
    wallet.a_pass()
    till = Till(qtbot, page_frame, customer_id=wallet.customer)
    till.pay(key(till, "pass"))
    assert [row.service_id for row in till.sheet.lines] == [counter.services[0].id]
    (row,) = till.sheet.payments.rows()
    till.hand.type("3", row.units.lineEdit())
    assert till.sheet.lines[0].quantity.value() == 3
    till.hand.confirm()
    assert payments(counter) == [("pass", 100_00)]
    assert wallet.card("pass").units == 0


def test_without_its_service_a_pass_goes(
    qtbot: QtBot, page_frame: Frame, counter: Counter, wallet: Wallet
) -> None:
    wallet.a_pass()
    till = Till(qtbot, page_frame, customer_id=wallet.customer)
    till.pay(key(till, "pass"))
    till.sheet.lines[0].removed.emit()
    assert till.sheet.payments.rows() == []
    till.pay(key(till, "pass"))
    till.sheet.payments.rows()[0].units.setValue(2)
    till.sheet.lines[0].quantity.setValue(1)
    assert till.sheet.payments.rows()[0].units.value() == 1


def test_a_free_use_costs_nothing(qtbot: QtBot, page_frame: Frame, counter: Counter, wallet: Wallet) -> None:
    gift = CounterDraft(counter.services[1].id, 1, 0, free=True)
    wallet.buy(
        CardDraft("pass", "次卡", counters=(CounterDraft(counter.services[0].id, 2, 50_00), gift)), 100_00
    )
    till = Till(qtbot, page_frame, customer_id=wallet.customer)
    till.add(counter, 1)
    pressed = next(
        key
        for key, offer in till.sheet.payments._offers.items()
        if offer.means.counter and offer.means.counter.free
    )
    assert till.sheet.payments.buttons[pressed].text() == "Pass · 1 free"
    till.pay(pressed)
    assert f"次卡 · {counter.services[1].name}" in texts(till.sheet)
    till.hand.confirm()
    assert last_sale(counter)["total"] == 0
    assert payments(counter) == [("pass", 0)]


def test_an_expired_pass_is_not_offered(
    qtbot: QtBot, page_frame: Frame, counter: Counter, wallet: Wallet, clock: FixedClock
) -> None:
    wallet.a_pass(expires_on=dt.date(2025, 8, 20))
    clock.set(dt.datetime(2025, 8, 21, 10))
    till = Till(qtbot, page_frame, customer_id=wallet.customer)
    assert not any(key.startswith("pass") for key in till.sheet.payments.buttons)


def test_the_whole_discount_leaves_a_covered_line_alone(
    qtbot: QtBot, page_frame: Frame, counter: Counter, wallet: Wallet
) -> None:
    wallet.a_pass()
    till = Till(qtbot, page_frame, customer_id=wallet.customer)
    till.add(counter, 0)
    till.add(counter, 1)
    till.pay(key(till, "pass"))
    till.hand.click(till.sheet.reduce)
    till.hand.type("8折")
    till.pay("wechat")
    till.hand.confirm()
    assert payments(counter) == [("pass", 33_33), ("wechat", counter.services[1].price * 8 // 10)]


# ---------------------------------------------------------------- deposits


def test_a_deposit_is_taken_and_set_against_the_visit(
    qtbot: QtBot, page_frame: Frame, counter: Counter, wallet: Wallet
) -> None:
    booked = counter.book(wallet.customer, deposit=50_00)
    taking = Till(qtbot, page_frame, deposit_for=booked)
    assert {"Deposit", "14:00 李悦"} <= set(texts(taking.sheet))
    assert not taking.sheet.source.isVisible()
    assert not taking.sheet.later.isVisible()
    assert not taking.sheet.payments.buttons["voucher"].isVisible()
    assert focused() is taking.sheet.payments.buttons["wechat"]
    taking.pay("wechat")
    taking.hand.confirm()
    assert counter.value("SELECT status FROM appointment") == "booked"
    assert wallet.card("deposit").appointment_id == booked
    till = Till(qtbot, page_frame, appointment_id=booked)
    assert [row.method for row in till.sheet.payments.rows()] == ["deposit"]
    assert not till.sheet.dirty()
    till.pay("cash")
    till.hand.confirm()
    price = counter.services[0].price
    assert payments(counter) == [("deposit", 50_00), ("cash", price - 50_00)]
    assert counter.value("SELECT status FROM appointment") == "done"
    assert last_sale(counter)["takings"] == price - 50_00


def test_a_deposit_that_was_not_agreed_is_typed(
    qtbot: QtBot, page_frame: Frame, counter: Counter, wallet: Wallet
) -> None:
    booked = counter.book(wallet.customer)
    till = Till(qtbot, page_frame, deposit_for=booked)
    assert focused() is till.sheet.lines[0].price
    till.hand.type("30")
    assert not till.sheet.lines[0].reason.isVisible(), "there was no other price"
    till.pay("cash")
    till.hand.confirm()
    assert wallet.card("deposit").left == 30_00


def test_a_deposit_waits_for_its_own_visit(
    qtbot: QtBot, page_frame: Frame, counter: Counter, wallet: Wallet
) -> None:
    booked, other = counter.book(wallet.customer), counter.book(wallet.customer)
    deposit = CardDraft("deposit", "定金", appointment_id=booked)
    wallet.buy(deposit, 50_00)
    till = Till(qtbot, page_frame, appointment_id=other)
    assert not any(key.startswith("deposit") for key in till.sheet.payments.buttons)


# ---------------------------------------------------------------- vouchers


def offer(counter: Counter, service_id: str | None = None) -> None:
    """An offer on Douyin: 129 yuan for 198, of which the platform keeps 7.74."""
    row = {
        "platform": "douyin",
        "name": "单色美甲团购",
        "service_id": service_id,
        "list_price": 198_00,
        "customer_paid": 129_00,
        "platform_fee": 7_74,
        "pays_out": 121_26,
    }
    with counter.act() as act:
        act.insert("voucher_product", row)


def test_a_voucher_sets_its_line_and_pays_it(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    offer(counter, service_id=counter.services[0].id)
    till = Till(qtbot, page_frame)
    till.pay("voucher")
    assert focused() is till.sheet.voucher.code
    till.hand.type("1098 2210 4471")
    till.hand.click(till.sheet.voucher.add)
    assert [row.service_id for row in till.sheet.lines] == [counter.services[0].id]
    assert till.sheet.total.text() == "¥129.00"
    assert {"Douyin voucher", "1098 2210 4471"} <= set(texts(till.sheet))
    till.hand.confirm()
    assert payments(counter) == [("voucher", 129_00)]
    voucher = counter.row("SELECT * FROM voucher")
    assert (voucher["code"], voucher["state"], voucher["platform_fee"]) == ("109822104471", "redeemed", 7_74)


def test_after_a_voucher_the_rest_is_paid(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    offer(counter, service_id=counter.services[0].id)
    till = Till(qtbot, page_frame)
    till.add(counter, 1)
    till.pay("voucher")
    till.hand.type("109822104471")
    till.hand.key(Qt.Key.Key_Return)
    assert focused() is till.sheet.payments.buttons["wechat"]
    till.hand.key(Qt.Key.Key_Space)
    till.hand.confirm()
    assert [method for method, _amount in payments(counter)] == ["voucher", "wechat"]


def test_a_code_that_stands_there_is_taken_before_it_is_paid(
    qtbot: QtBot, page_frame: Frame, counter: Counter
) -> None:
    offer(counter, service_id=counter.services[0].id)
    till = Till(qtbot, page_frame)
    till.add(counter)
    till.pay("wechat")
    till.pay("voucher")
    till.hand.type("109822104471")
    till.hand.confirm()
    assert counter.value("SELECT count(*) FROM sale") == 0
    assert till.sheet.total.text() == "¥129.00"
    till.hand.confirm()
    assert payments(counter) == [("voucher", 129_00)]


def test_a_voucher_without_a_service_stands_for_its_list_price(
    qtbot: QtBot, page_frame: Frame, counter: Counter
) -> None:
    offer(counter)
    till = Till(qtbot, page_frame)
    till.add(counter)
    till.hand.type("266", till.sheet.lines[0].price)
    till.pay("voucher")
    till.hand.type("109822104471")
    till.hand.click(till.sheet.voucher.add)
    till.pay("wechat")
    till.hand.confirm()
    assert payments(counter) == [("voucher", 129_00), ("wechat", 68_00)]
    assert last_sale(counter)["total"] == 197_00


def test_the_same_code_is_refused_where_it_is_typed(
    qtbot: QtBot, page_frame: Frame, counter: Counter
) -> None:
    offer(counter, service_id=counter.services[0].id)
    for _ in range(2):
        till = Till(qtbot, page_frame)
        till.pay("voucher")
        till.hand.type("109822104471")
        till.hand.click(till.sheet.voucher.add)
        if till.sheet.lines:
            till.hand.confirm()
    (refusal,) = till.errors()
    assert refusal.startswith("This voucher")
    assert counter.value("SELECT count(*) FROM sale") == 1


def test_typed_texts_on_cards_are_plain(
    qtbot: QtBot, page_frame: Frame, counter: Counter, wallet: Wallet
) -> None:
    wallet.balance(name=MARKUP)
    till = Till(qtbot, page_frame, customer_id=wallet.customer)
    till.add(counter)
    till.pay(key(till, "stored_value"))
    assert MARKUP in texts(till.sheet)
    assert_plain(till.sheet)
