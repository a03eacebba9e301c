"""What a checkout does beyond the sale itself: cards, vouchers, stock, commission, the clock, the day."""

from __future__ import annotations

import datetime as dt

import pytest

from merchant_desk.core.clock import FixedClock
from merchant_desk.core.errors import DeskError
from merchant_desk.db import history
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.prepaid.model import CardDraft
from merchant_desk.sales import store
from merchant_desk.sales.model import PaymentDraft, SaleLineDraft
from tests.sales.counter import GEL, NOW, OIL, Counter, check_books, open_counter, voucher


@pytest.fixture
def counter(desk_file: ShopFile, clock: FixedClock) -> Counter:
    clock.set(NOW)
    return open_counter(desk_file, clock)


def refuse(counter: Counter, code: str, *lines: SaleLineDraft, **more: object) -> DeskError:
    before = counter.file.value("SELECT count(*) FROM change")
    with pytest.raises(DeskError) as caught:
        counter.sell(*lines, **more)  # type: ignore[arg-type]
    assert caught.value.code == code
    assert counter.file.value("SELECT count(*) FROM change") == before
    return caught.value


def test_a_sale_of_everything_is_kept_whole(counter: Counter) -> None:
    shares = ((counter.shop.worker, 3), (counter.other, 1))
    lines = (
        counter.service(
            180_00, list_price=GEL, price_reason="regular", requested=True, shares=shares, worker_id=None
        ),
        SaleLineDraft("Art", 20_00, kind="add_on", service_id=counter.shop.service, discount=5_00),
        counter.oil(2),
        counter.gold(),
        counter.tip(8_88),
        SaleLineDraft("Cup", 3_00, kind="free"),
        SaleLineDraft("", -88, kind="rounding"),
    )
    sale = counter.sale(counter.sell(*lines))
    for kept, line in zip(sale.lines, lines, strict=True):
        for name in (
            "kind",
            "title",
            "quantity",
            "unit_price",
            "discount",
            "amount",
            "price_reason",
            "requested",
        ):
            assert getattr(kept, name) == getattr(line, name)
    gel = sale.lines[0]
    assert (gel.worker, gel.list_price, gel.material_cost) == ("Momo", GEL, 20_00)
    assert [(share.worker, share.share) for share in gel.shares] == [("Momo", 3), ("Lin", 1)]
    assert sale.takings == sale.total - 8_88
    assert counter.stock() == 48
    assert counter.cards()[0].left == 1100_00
    # 40 % of what work and products come to, 5 % of the card; cups and tips earn nothing.
    by_worker = dict(
        tuple(row)
        for row in counter.file.all("SELECT worker_id, sum(amount) FROM commission_entry GROUP BY worker_id")
    )
    assert by_worker == {counter.shop.worker: 54_00, counter.other: 18_00}
    check_books(counter.file)
    history.undo(counter.file)
    assert (counter.stock(), counter.cards(), counter.earned()) == (50, [], 0)
    check_books(counter.file)
    history.redo(counter.file)
    assert (counter.stock(), len(counter.cards()), counter.earned()) == (48, 1, 72_00)
    check_books(counter.file)


def test_a_pass_pays_to_its_last_cent(counter: Counter) -> None:
    counter.sell(counter.ten(1000_01))
    worths = []
    for _ in range(10):
        (card,) = counter.cards()
        unit = card.counters[0]
        worths.append(unit.worth(1))
        use = PaymentDraft("pass", unit.worth(1), card_id=card.id, counter_id=unit.id, units=1)
        counter.sell(counter.service(discount=GEL - unit.worth(1)), paid=(use,))
    assert sum(worths) == 1000_01
    free = counter.cards()[0].counters[1]
    use = PaymentDraft("pass", 0, card_id=counter.cards()[0].id, counter_id=free.id, units=1)
    sold = counter.sell(counter.service(discount=GEL), paid=(use,))
    assert counter.sale(sold).payments[0].amount == 0
    assert counter.cards()[0].empty
    assert store.takings(counter.file, NOW.date()) == 1000_01
    check_books(counter.file)


def test_a_pass_that_was_used_elsewhere_meanwhile_is_refused(counter: Counter) -> None:
    counter.sell(counter.ten(1000_01))
    (card,) = counter.cards()
    unit = card.counters[0]
    use = PaymentDraft("pass", unit.worth(2), card_id=card.id, counter_id=unit.id, units=1)
    refuse(counter, "card_changed", counter.service(unit.worth(2)), paid=(use,))


def test_a_deposit_is_takings_once(counter: Counter) -> None:
    booked = counter.shop.book(NOW + dt.timedelta(days=1))
    deposit = CardDraft("deposit", "Deposit", appointment_id=booked)
    counter.sell(SaleLineDraft("Deposit", 50_00, kind="card", card=deposit))
    assert counter.shop.status(booked) == "booked"
    counter.next_day()
    (card,) = counter.cards()
    pay = (PaymentDraft("deposit", 50_00, card_id=card.id), PaymentDraft("cash", GEL - 50_00))
    counter.sell(counter.service(), paid=pay, appointment_id=booked)
    assert counter.shop.status(booked) == "done"
    days = [NOW.date(), counter.clock.today()]
    assert [store.takings(counter.file, day) for day in days] == [50_00, GEL - 50_00]
    check_books(counter.file)


@pytest.mark.parametrize("short", [True, False])
def test_a_card_pays_no_more_than_is_on_it_and_is_not_used_after_its_end(
    counter: Counter, short: bool
) -> None:
    price = 100_00 if short else 1000_00
    card = CardDraft("balance", "Gold", expires_on=NOW.date())
    counter.sell(SaleLineDraft("Gold", price, kind="card", card=card))
    card_id = counter.cards()[0].id
    if not short:
        counter.next_day()
    pay = (PaymentDraft("stored_value", GEL, card_id=card_id),)
    refuse(counter, "card_short" if short else "card_expired", counter.service(), paid=pay)


def test_a_voucher_of_a_content_says_what_brought_the_customer(counter: Counter) -> None:
    sold = counter.sell(counter.service(99_00), paid=(voucher("12 34", content_id=counter.shop.content),))
    (source,) = counter.sale(sold).sources
    assert (source.evidence, source.title) == ("voucher", "三分钟法式")
    (payment,) = counter.sale(sold).payments
    assert payment.voucher is not None
    assert (payment.voucher.code, payment.voucher.state) == ("1234", "redeemed")
    error = refuse(counter, "voucher_used", counter.service(99_00), paid=(voucher("1234"),))
    assert error.facts["number"] == counter.sale(sold).number


def test_the_clock_that_went_back_is_noticed(counter: Counter) -> None:
    counter.sell(counter.service())
    counter.clock.set(NOW - dt.timedelta(minutes=5))
    counter.sell(counter.service())
    early = NOW - dt.timedelta(minutes=6)
    counter.clock.set(early)
    assert refuse(counter, "clock_set_back", counter.service()).facts == {"now": early, "last": NOW}
    with pytest.raises(DeskError, match="clock_set_back"):
        counter.shop.sales.owe(counter.draft(counter.service(), paid=()))
    assert counter.sell(counter.service(), sold_at=early)
    counter.shop.sales.hold(counter.draft(counter.service()))


def test_a_void_sale_does_not_set_the_clock(counter: Counter) -> None:
    later = counter.sell(counter.service(), sold_at=NOW + dt.timedelta(days=300))
    refuse(counter, "clock_set_back", counter.service())
    counter.shop.sales.void(later, "typed wrong")
    assert counter.sell(counter.service())


def test_a_closed_day_takes_no_sale_and_gives_none_back(counter: Counter) -> None:
    sold = counter.sell(counter.service())
    counter.close_day()
    closed = counter.clock.today()
    refuse(counter, "day_closed", counter.oil())
    with pytest.raises(DeskError, match="day_closed") as refused:
        history.undo_act(counter.file, counter.file.value("SELECT id FROM act WHERE verb = 'check_out'"))
    assert refused.value.facts["today"] == closed, "nothing can be written down today instead"
    counter.next_day()
    late = counter.sale(counter.sell(counter.oil(), of_day=closed))
    assert (late.of_day, late.sold_at) == (closed, counter.clock.now())
    assert counter.sale(sold).status == "paid"
    assert store.takings(counter.file, closed) == GEL
    assert store.takings(counter.file, counter.clock.today()) == OIL


def test_an_invoice_number_is_noted_and_undone(counter: Counter) -> None:
    sold = counter.sell(counter.service())
    counter.close_day()
    counter.shop.sales.set_invoice_number(sold, " 0441 ")
    assert counter.sale(sold).invoice_number == "0441"
    history.undo(counter.file)
    assert counter.sale(sold).invoice_number == ""
