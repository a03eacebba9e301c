"""Money given back at the counter: sales, balances, vouchers, commission and stock go back with it."""

from __future__ import annotations

import pytest

from merchant_desk.core.clock import FixedClock
from merchant_desk.core.errors import DeskError
from merchant_desk.core.ids import new_id
from merchant_desk.db import history
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.sales import store, write
from merchant_desk.sales.books import store as books
from merchant_desk.sales.books.model import BookFilter
from merchant_desk.sales.model import PaymentDraft, SaleLineDraft
from merchant_desk.sales.receipts import store as receipt_store
from merchant_desk.sales.refunds import RefundDraft, RefundLine, left_to_refund, way_back, whole_refund
from merchant_desk.sales.vouchers.back_office import VoucherActs
from tests.sales.counter import GEL, NOW, OIL, Counter, check_books, open_counter, voucher


@pytest.fixture
def counter(desk_file: ShopFile, clock: FixedClock) -> Counter:
    clock.set(NOW)
    return open_counter(desk_file, clock)


def refuse(counter: Counter, code: str, draft: RefundDraft) -> DeskError:
    before = counter.file.value("SELECT count(*) FROM change")
    with pytest.raises(DeskError) as caught:
        counter.shop.sales.refund(draft)
    assert caught.value.code == code
    assert counter.file.value("SELECT count(*) FROM change") == before
    return caught.value


def give_all(counter: Counter, sale_id: str) -> str:
    return counter.shop.sales.refund(whole_refund(counter.sale(sale_id), "unhappy"))


def line_refund(counter: Counter, sale_id: str, at: int, **more: object) -> RefundDraft:
    sale = counter.sale(sale_id)
    line = sale.lines[at]
    fields = {"amount": line.amount, "quantity": line.quantity, **more}
    back = RefundLine(line.id, **fields)  # type: ignore[arg-type]
    return RefundDraft(sale_id, (back,), way_back(sale, back.amount, (back,)), "unhappy")


def test_a_whole_refund_leaves_nothing(counter: Counter) -> None:
    split = ((counter.shop.worker, 2), (counter.other, 1))
    rounding = SaleLineDraft("", -36, kind="rounding")
    lines = (counter.service(198_36, shares=split, discount=7), counter.oil(3), counter.tip(10_00), rounding)
    total = sum(line.amount for line in lines)
    paid = (PaymentDraft("cash", 100_01, given=101_00), PaymentDraft("wechat", total - 100_01))
    sold = counter.sell(*lines, paid=paid)
    assert (counter.earned() > 0, counter.stock()) == (True, 47)
    counter.next_day()
    back = counter.sale(give_all(counter, sold))
    assert (back.total, back.takings, back.refund_of, back.number) == (
        -total,
        10_00 - total,
        sold,
        "20260821-0001",
    )
    assert {one.method: one.amount for one in back.payments} == {
        "cash": -100_01,
        "wechat": 100_01 - total,
    }
    assert (counter.earned(), counter.stock()) == (0, 50)
    assert [line.quantity for line in back.lines] == [-1, -3, -1, -1]
    assert [share.share for share in back.lines[0].shares] == [2, 1]
    sale = counter.sale(sold)
    assert left_to_refund(sale) == 0
    assert [(one.number, one.total) for one in sale.refunds] == [("20260821-0001", -total)]
    assert back.refund_of_number == sale.number
    assert refuse(counter, "already_refunded", whole_refund_of(counter, sold)).facts["number"]
    check_books(counter.file)


def whole_refund_of(counter: Counter, sale_id: str) -> RefundDraft:
    line = counter.sale(sale_id).lines[0]
    return RefundDraft(sale_id, (RefundLine(line.id, 1),), (PaymentDraft("cash", 1),), "again")


def test_some_pieces_of_a_line_go_back_on_the_shelf(counter: Counter) -> None:
    sold = counter.sell(counter.oil(3, discount=1_00))
    amount = 2 * OIL - 66
    draft = line_refund(counter, sold, 0, amount=amount, quantity=2, restock=True)
    counter.shop.sales.refund(draft)
    line = counter.sale(sold).lines[0]
    assert (line.refunded, line.refunded_quantity, counter.stock()) == (amount, 2, 49)
    refuse(counter, "bad_amount", line_refund(counter, sold, 0, amount=1, quantity=2))
    assert give_all(counter, sold)
    assert counter.stock() == 50
    check_books(counter.file)


def test_money_only_brings_no_piece_back(counter: Counter) -> None:
    sold = counter.sell(counter.oil(3))
    counter.shop.sales.refund(line_refund(counter, sold, 0, amount=5_00, quantity=0, restock=True))
    line = counter.sale(sold).lines[0]
    assert (line.refunded, line.refunded_quantity, counter.stock()) == (5_00, 0, 47)


def test_another_way_needs_a_reason(counter: Counter) -> None:
    sold = counter.sell(counter.service())
    line = counter.sale(sold).lines[0]
    back = (RefundLine(line.id, 50_00),)
    plain = RefundDraft(sold, back, (PaymentDraft("cash", 50_00),), "late")
    refuse(counter, "other_way_reason", plain)
    said = RefundDraft(sold, back, (PaymentDraft("cash", 50_00, reason="no phone"),), "late")
    refund = counter.sale(counter.shop.sales.refund(said))
    assert [(one.method, one.amount, one.reason) for one in refund.payments] == [("cash", -50_00, "no phone")]
    rest = counter.sale(give_all(counter, sold))
    assert [(one.method, one.amount) for one in rest.payments] == [("wechat", -(GEL - 50_00))]
    check_books(counter.file)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"reason": " "}, "no_reason"),
        ({"lines": ()}, "nothing_to_refund"),
        ({"payments": (PaymentDraft("wechat", GEL - 1),)}, "payments_do_not_add_up"),
        ({"payments": (PaymentDraft("wechat", 0),)}, "payments_do_not_add_up"),
        ({"lines": (RefundLine("nothing", 1),)}, "gone"),
        ({"sale_id": "nothing"}, "gone"),
    ],
)
def test_a_refund_that_makes_no_sense_is_refused(
    counter: Counter, change: dict[str, object], code: str
) -> None:
    sold = counter.sell(counter.service())
    whole = whole_refund(counter.sale(sold), "unhappy")
    fields = {name: getattr(whole, name) for name in ("sale_id", "lines", "payments", "reason")}
    refuse(counter, code, RefundDraft(**{**fields, **change}))


def test_more_than_was_paid_is_never_given_back(counter: Counter) -> None:
    sold = counter.sell(counter.service(), counter.oil())
    line = counter.sale(sold).lines[1]
    draft = RefundDraft(sold, (RefundLine(line.id, OIL + 1),), (PaymentDraft("wechat", OIL + 1),), "unhappy")
    assert refuse(counter, "refund_too_much", draft).facts["amount"] == OIL


def test_only_a_paid_sale_is_refunded(counter: Counter) -> None:
    held = counter.shop.sales.hold(counter.draft(counter.service()))
    back = give_all(counter, counter.sell(counter.service()))
    for sale_id in (held, back):
        refuse(counter, "not_refundable", whole_refund_of(counter, sale_id))
        with pytest.raises(DeskError, match="not_refundable"):
            whole_refund(counter.sale(sale_id), "x")


def test_a_refund_confirmed_twice_is_one(counter: Counter) -> None:
    sold = counter.sell(counter.service(), counter.oil())
    line = counter.sale(sold).lines[0]
    draft = RefundDraft(
        sold, (RefundLine(line.id, 1_00),), (PaymentDraft("wechat", 1_00),), "late", id=new_id()
    )
    assert counter.shop.sales.refund(draft) == counter.shop.sales.refund(draft) == draft.id
    assert len(counter.sale(sold).refunds) == 1


def test_a_balance_gets_back_what_it_paid(counter: Counter) -> None:
    counter.sell(counter.gold())
    (card,) = counter.cards()
    sold = counter.sell(counter.service(), paid=(PaymentDraft("stored_value", GEL, card_id=card.id),))
    assert counter.cards()[0].left == 1100_00 - GEL
    back = counter.sale(give_all(counter, sold))
    assert (back.takings, counter.cards()[0].left) == (0, 1100_00)
    check_books(counter.file)
    history.undo(counter.file)
    assert counter.cards()[0].left == 1100_00 - GEL
    check_books(counter.file)


def test_a_pass_gets_its_use_back_with_the_service(counter: Counter) -> None:
    counter.sell(counter.ten())
    (card,) = counter.cards()
    unit = card.counters[0]
    worth = unit.worth(1)
    use = PaymentDraft("pass", worth, card_id=card.id, counter_id=unit.id, units=1)
    sold = counter.sell(
        counter.service(discount=GEL - worth), counter.oil(), paid=(use, PaymentDraft("cash", OIL))
    )
    draft = line_refund(counter, sold, 0)
    assert [(one.method, one.amount) for one in draft.payments] == [("pass", worth)]
    counter.shop.sales.refund(draft)
    assert counter.cards()[0].units == 11
    oil = line_refund(counter, sold, 1)
    assert [(one.method, one.amount) for one in oil.payments] == [("cash", OIL)]
    counter.shop.sales.refund(oil)
    check_books(counter.file)


def test_a_card_that_is_taken_back_is_closed_and_a_void_opens_it(counter: Counter) -> None:
    sold = counter.sell(counter.gold())
    (card,) = counter.cards()
    counter.sell(counter.service(), paid=(PaymentDraft("stored_value", GEL, card_id=card.id),))
    line = counter.sale(sold).lines[0]
    left = 1000_00 - GEL
    back = counter.shop.sales.refund(
        RefundDraft(sold, (RefundLine(line.id, left, 1),), (PaymentDraft("wechat", left),), "moves away")
    )
    assert (counter.cards()[0].state, counter.cards()[0].left) == ("closed", 0)
    check_books(counter.file)
    counter.shop.sales.void(back, "stays")
    assert (counter.cards()[0].state, counter.cards()[0].left) == ("live", 1100_00 - GEL)
    check_books(counter.file)


def test_a_card_that_was_used_is_not_taken_from_under_its_uses(counter: Counter) -> None:
    sold = counter.sell(counter.gold())
    (card,) = counter.cards()
    used = counter.sell(counter.service(), paid=(PaymentDraft("stored_value", GEL, card_id=card.id),))
    with pytest.raises(DeskError) as caught:
        counter.shop.sales.void(sold, "wrong")
    assert caught.value.code == "card_short"
    assert caught.value.facts == {"number": card.number, "sale": counter.sale(used).number}
    check_books(counter.file)


def test_a_sale_stays_once_the_card_that_paid_it_was_taken_back(counter: Counter) -> None:
    sold = counter.sell(counter.gold())
    (card,) = counter.cards()
    paid = counter.sell(counter.service(), paid=(PaymentDraft("stored_value", GEL, card_id=card.id),))
    selling = str(counter.file.value("SELECT id FROM act ORDER BY seq DESC LIMIT 1"))
    back = give_all(counter, sold)
    before = counter.file.value("SELECT count(*) FROM change")
    with pytest.raises(DeskError) as caught:
        counter.shop.sales.void(paid, "wrong")
    assert (caught.value.code, caught.value.facts["number"]) == ("card_taken_back", card.number)
    with pytest.raises(DeskError) as caught:
        history.undo_act(counter.file, selling)
    assert (caught.value.code, caught.value.facts["later_verb"]) == ("undo_stands_on", "refund")
    assert counter.file.value("SELECT count(*) FROM change") == before
    counter.shop.sales.void(back, "stays")
    counter.shop.sales.void(paid, "wrong")
    assert counter.cards()[0].left == 1100_00
    check_books(counter.file)


def test_a_voucher_called_expired_pays_again_when_its_refund_is_void(counter: Counter) -> None:
    sold = counter.sell(counter.service(), paid=(voucher("1234"), PaymentDraft("cash", GEL - 99_00)))
    voucher_id = str(counter.file.value("SELECT id FROM voucher"))
    VoucherActs(counter.file).set_state(voucher_id, "expired", "the platform says so")
    (back,) = counter.sale(sold).refunds
    counter.shop.sales.void(back.id, "it is good after all")
    assert counter.file.value("SELECT state FROM voucher") == "redeemed"
    check_books(counter.file)


def test_a_refund_is_not_void_once_its_voucher_paid_another_sale(counter: Counter) -> None:
    pay = (voucher("1234"), PaymentDraft("cash", GEL - 99_00))
    sold = counter.sell(counter.service(), paid=pay)
    voucher_id = str(counter.file.value("SELECT id FROM voucher"))
    VoucherActs(counter.file).set_state(voucher_id, "reversed", "wrong customer")
    (back,) = counter.sale(sold).refunds
    again = counter.sale(counter.sell(counter.service(), paid=pay))
    before = counter.file.value("SELECT count(*) FROM change")
    with pytest.raises(DeskError) as caught:
        counter.shop.sales.void(back.id, "stays")
    assert (caught.value.code, caught.value.facts["number"]) == ("voucher_used", again.number)
    with pytest.raises(DeskError, match="voucher_used"), counter.file.act("void") as act:
        act.update("sale", back.id, status="void")
    assert counter.file.value("SELECT count(*) FROM change") == before
    check_books(counter.file)


def test_a_voucher_is_used_again_after_a_void_and_refunded_after_a_refund(counter: Counter) -> None:
    def state() -> str:
        return str(counter.file.value("SELECT state FROM voucher"))

    pay = (voucher("1234"), PaymentDraft("cash", GEL - 99_00))
    sold = counter.sell(counter.service(), paid=pay)
    with pytest.raises(DeskError, match="voucher_used"):
        counter.sell(counter.service(), paid=pay)
    counter.shop.sales.void(sold, "wrong customer")
    assert state() == "reversed"
    history.undo(counter.file)
    assert state() == "redeemed"
    history.redo(counter.file)
    again = counter.sell(counter.service(), paid=pay)
    assert state() == "redeemed"
    back = give_all(counter, again)
    assert state() == "refunded"
    check_books(counter.file)
    counter.shop.sales.void(back, "stays")
    assert state() == "redeemed"
    check_books(counter.file)


def test_a_part_is_given_back_in_money_before_the_voucher(counter: Counter) -> None:
    pay = (voucher("1234"), PaymentDraft("cash", GEL + OIL - 99_00))
    sold = counter.sell(counter.service(), counter.oil(), paid=pay)
    sale = counter.sale(sold)
    assert [(one.method, one.amount) for one in way_back(sale, 50_00)] == [("cash", 50_00)]
    ways = way_back(sale, 200_00)
    assert {one.method: one.amount for one in ways} == {"voucher": 33_00, "cash": 167_00}
    back = (RefundLine(sale.lines[0].id, GEL), RefundLine(sale.lines[1].id, 2_00))
    counter.shop.sales.refund(RefundDraft(sold, back, ways, "unhappy"))
    assert counter.file.value("SELECT state FROM voucher") == "redeemed", "66 of it still pay"
    give_all(counter, sold)
    assert counter.file.value("SELECT state FROM voucher") == "refunded"


@pytest.mark.parametrize("closed", [False, True])
def test_taking_back_voids_an_open_day_and_refunds_a_closed_one(counter: Counter, closed: bool) -> None:
    pay = (voucher("1"), PaymentDraft("cash", GEL + 2 * OIL - 99_00))
    sold = counter.sell(counter.service(), counter.oil(2), paid=pay)
    if closed:
        counter.close_day()
        counter.next_day()
        with pytest.raises(DeskError, match="day_closed"):
            counter.shop.sales.void(sold, "x")
    with counter.file.act("import") as act:
        back = write.take_back(act, sold, "revoked")
    assert counter.sale(sold).status == ("paid" if closed else "void")
    assert (back is not None) == closed
    if back is not None:
        assert counter.sale(back).sold_at == counter.clock.now()
    assert store.takings(counter.file, counter.clock.today()) == (-(GEL + 2 * OIL) if closed else 0)
    assert (counter.earned(), counter.stock()) == (0, 50)
    check_books(counter.file)


def test_taking_back_what_was_refunded_in_part_gives_the_rest(counter: Counter) -> None:
    sold = counter.sell(counter.service(), counter.oil(2))
    counter.shop.sales.refund(line_refund(counter, sold, 1, amount=OIL, quantity=1))
    with counter.file.act("import") as act:
        back = write.take_back(act, sold, "revoked")
    assert back is not None
    assert counter.sale(back).total == -(GEL + OIL)
    assert store.takings(counter.file, NOW.date()) == 0
    check_books(counter.file)


def test_a_sale_with_a_refund_is_not_void(counter: Counter) -> None:
    sold = counter.sell(counter.service())
    back = give_all(counter, sold)
    with pytest.raises(DeskError, match="sale_has_refund"):
        counter.shop.sales.void(sold, "x")
    with pytest.raises(DeskError) as caught:
        history.undo_act(counter.file, counter.file.value("SELECT id FROM act WHERE verb = 'check_out'"))
    assert caught.value.code == "undo_stands_on"
    assert caught.value.facts["later_verb"] == "refund"
    counter.shop.sales.void(back, "x")
    counter.shop.sales.void(sold, "x")
    check_books(counter.file)


def test_a_refund_is_undone_and_done_again(counter: Counter) -> None:
    sold = counter.sell(counter.service(), counter.oil())
    earned = counter.earned()
    give_all(counter, sold)
    history.undo(counter.file)
    assert (counter.earned(), counter.stock(), left_to_refund(counter.sale(sold))) == (earned, 49, GEL + OIL)
    history.redo(counter.file)
    assert (counter.earned(), counter.stock(), left_to_refund(counter.sale(sold))) == (0, 50, 0)
    check_books(counter.file)


def test_a_refund_is_no_visit_and_nothing_sold(counter: Counter) -> None:
    sold = counter.sell(counter.service())
    counter.next_day()
    give_all(counter, sold)
    assert store.visits(counter.file, counter.shop.customer) == 1
    assert store.often_sold(counter.file, NOW.date()) == {counter.shop.service: 1}


def test_the_receipt_of_a_part_names_what_comes_back_and_no_discount(counter: Counter) -> None:
    sold = counter.sell(counter.service(discount=10_00), counter.oil(3))
    gel, oil = counter.sale(sold).lines
    back = counter.shop.sales.refund(
        RefundDraft(
            sold,
            (RefundLine(gel.id, 50_00), RefundLine(oil.id, 2 * OIL, 2)),
            (PaymentDraft("wechat", 50_00 + 2 * OIL),),
            "broken",
        )
    )
    receipt = receipt_store.receipt(counter.file, back)
    assert receipt is not None
    told = [(line.quantity, line.unit_price, line.discount, line.amount) for line in receipt.lines]
    assert told == [(-1, 50_00, 0, -50_00), (-2, OIL, 0, -2 * OIL)]
    assert (receipt.discount, receipt.total) == (0, -50_00 - 2 * OIL)


def test_those_who_did_a_line_together_are_all_named_in_the_books(counter: Counter) -> None:
    counter.sell(counter.service(shares=((counter.shop.worker, 2), (counter.other, 1))), counter.oil())
    (row,) = books.rows(counter.file, BookFilter())
    assert row.sale.workers == "Momo, Lin"
