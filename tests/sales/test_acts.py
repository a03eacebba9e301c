"""At the till: checked out once, numbered in order, voided with a reason, taken back whole."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from merchant_desk.core.clock import FixedClock
from merchant_desk.core.errors import DeskError
from merchant_desk.core.ids import new_id
from merchant_desk.db import history
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.sales import store
from merchant_desk.sales.books import store as book
from merchant_desk.sales.books.model import BookFilter
from merchant_desk.sales.model import PaymentDraft, SaleLineDraft, SaleRow
from merchant_desk.sales.refunds import left_to_refund, whole_refund
from merchant_desk.shop.acts import ShopActs
from tests.blank import known_shop, new_shop
from tests.sales.counter import check_books
from tests.sales.shop import Shop, open_shop_with

NOW = dt.datetime(2026, 8, 20, 14, 0)


def books(shop: Shop) -> list[SaleRow]:
    """The sales as the books list them."""
    return [row.sale for row in book.rows(shop.file, BookFilter())]


@pytest.fixture
def shop(desk_file: ShopFile) -> Shop:
    return open_shop_with(desk_file)


@contextmanager
def a_shop() -> Iterator[tuple[Shop, FixedClock]]:
    """A shop of its own for each example of a property."""
    clock = FixedClock(NOW)
    with TemporaryDirectory() as folder:
        file = new_shop(Path(folder) / "shop.desk", clock)
        try:
            yield open_shop_with(file), clock
        finally:
            file.close()


def counts(file: ShopFile) -> dict[str, int]:
    tables = ("sale", "sale_line", "payment", "touch", "act")
    return {table: file.value(f"SELECT count(*) FROM {table}") for table in tables}


def refused(code: str) -> pytest.RaisesExc[DeskError]:
    return pytest.raises(DeskError, match=f"^{code}")


# ---------------------------------------------------------------- checking out


def test_a_sale_is_written_whole(shop: Shop) -> None:
    sale_id = shop.sales.check_out(
        shop.draft(
            customer_id=shop.customer,
            lines=(
                SaleLineDraft("Gel", 198_00, service_id=shop.service, worker_id=shop.worker, discount=10_00),
                SaleLineDraft("Care", 34_00, quantity=2),
            ),
            payments=(PaymentDraft("wechat", 200_00), PaymentDraft("cash", 56_00)),
            content_id=shop.content,
            evidence="code",
            cashier="Momo",
            note="<b>x</b>",
        )
    )
    sale = store.sale(shop.file, sale_id)
    assert sale is not None
    assert (sale.status, sale.total, sale.number, sale.sold_at) == ("paid", 256_00, "20260820-0001", NOW)
    assert (sale.customer, sale.customer_phone, sale.cashier, sale.note) == (
        "李悦",
        "13812346621",
        "Momo",
        "<b>x</b>",
    )
    assert [(line.title, line.worker, line.quantity, line.discount, line.amount) for line in sale.lines] == [
        ("Gel", "Momo", 1, 10_00, 188_00),
        ("Care", "", 2, 0, 68_00),
    ]
    assert [(payment.method, payment.amount) for payment in sale.payments] == [
        ("wechat", 200_00),
        ("cash", 56_00),
    ]
    assert [(source.kind, source.title, source.evidence, source.asked_by) for source in sale.sources] == [
        ("short_video", "三分钟法式", "code", "Momo")
    ]
    assert (sale.void_reason, sale.voided_at) == ("", None)


def test_a_passing_customer_may_say_what_brought_them(shop: Shop) -> None:
    sale_id = shop.sales.check_out(shop.draft(channel_id="passing_by"))
    touch = shop.file.one("SELECT * FROM touch")
    assert touch is not None
    assert (touch["customer_id"], touch["sale_id"], touch["channel_id"]) == (None, sale_id, "passing_by")


def test_without_an_answer_nothing_is_said(shop: Shop) -> None:
    shop.sales.check_out(shop.draft(customer_id=shop.customer))
    assert counts(shop.file)["touch"] == 0


def test_a_gift_is_a_sale_without_payment(shop: Shop) -> None:
    sale_id = shop.sales.check_out(shop.draft(lines=(SaleLineDraft("Gel", 100, discount=100),), payments=()))
    sale = store.sale(shop.file, sale_id)
    assert sale is not None
    assert (sale.total, sale.payments, sale.status) == (0, (), "paid")


@settings(max_examples=15)
@given(st.lists(st.integers(0, 3), min_size=1, max_size=8))
def test_confirming_twice_is_one_sale(confirmed: list[int]) -> None:
    with a_shop() as (shop, _clock):
        ids = [new_id() for _ in range(4)]
        for which in confirmed:
            draft = shop.draft(100 + which, id=ids[which], channel_id="passing_by")
            assert shop.sales.check_out(draft) == ids[which]
        distinct = sorted(set(confirmed))
        assert counts(shop.file)["sale"] == counts(shop.file)["touch"] == len(distinct)
        assert store.takings(shop.file, NOW.date()) == sum(100 + which for which in distinct)


def test_confirming_again_after_an_undo_does_not_sell_again(shop: Shop) -> None:
    draft = shop.draft(id=new_id())
    sale_id = shop.sales.check_out(draft)
    shop.undo()
    assert shop.sales.check_out(draft) == sale_id
    assert store.takings(shop.file, NOW.date()) == 0


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"lines": ()}, "nothing_sold"),
        ({"payments": (PaymentDraft("wechat", 1),)}, "payments_do_not_add_up"),
        ({"payments": ()}, "payments_do_not_add_up"),
        ({"lines": (SaleLineDraft("Gel", -5),)}, "bad_amount"),
        ({"customer_id": "nobody"}, "gone"),
        ({"appointment_id": "never"}, "gone"),
        ({"channel_id": "nowhere"}, "gone"),
    ],
    ids=["nothing", "too little", "unpaid", "below zero", "customer", "appointment", "channel"],
)
def test_what_is_refused_leaves_nothing_behind(shop: Shop, change: dict[str, Any], code: str) -> None:
    before = counts(shop.file)
    with refused(code):
        shop.sales.check_out(shop.draft(**change))
    assert counts(shop.file) == before


# ---------------------------------------------------------------- from an appointment


def test_checking_out_ends_the_appointment(shop: Shop) -> None:
    booked = shop.book(NOW)
    shop.sales.check_out(shop.draft(customer_id=shop.customer, appointment_id=booked))
    assert shop.status(booked) == "done"


def test_an_appointment_is_paid_once(shop: Shop) -> None:
    booked = shop.book(NOW)
    shop.sales.check_out(shop.draft(customer_id=shop.customer, appointment_id=booked))
    before = counts(shop.file)
    with pytest.raises(DeskError) as caught:
        shop.sales.check_out(shop.draft(customer_id=shop.customer, appointment_id=booked))
    assert (caught.value.code, caught.value.facts) == ("already_paid", {"number": "20260820-0001"})
    assert counts(shop.file) == before


def test_the_sheet_of_a_paid_appointment_confirmed_twice_is_not_refused(shop: Shop) -> None:
    draft = shop.draft(customer_id=shop.customer, appointment_id=shop.book(NOW), id=new_id())
    assert shop.sales.check_out(draft) == shop.sales.check_out(draft)


def test_what_was_said_at_the_booking_stands_in_the_books_once(shop: Shop) -> None:
    booked = shop.book(NOW, content_id=shop.content)
    sale_id = shop.sales.check_out(shop.draft(customer_id=shop.customer, appointment_id=booked))
    sale = store.sale(shop.file, sale_id)
    assert sale is not None
    assert [source.title for source in sale.sources] == ["三分钟法式"]
    assert [row.source_title for row in books(shop)] == ["三分钟法式"]
    assert counts(shop.file)["touch"] == 1


def test_two_answers_are_both_kept_and_the_stronger_counts(shop: Shop) -> None:
    booked = shop.book(NOW, channel_id="passing_by")
    sale_id = shop.sales.check_out(
        shop.draft(customer_id=shop.customer, appointment_id=booked, content_id=shop.content, evidence="code")
    )
    sale = store.sale(shop.file, sale_id)
    assert sale is not None
    assert [source.evidence for source in sale.sources] == ["code", "asked"]
    (row,) = books(shop)
    assert (row.source_kind, row.source_title) == ("short_video", "三分钟法式")


# ---------------------------------------------------------------- numbers

STEPS = st.lists(
    st.tuples(
        st.sampled_from(["sell", "sell", "hold", "owe", "pay", "refund", "void", "undo", "refused"]),
        st.integers(0, 2),
    ),
    max_size=14,
)


@settings(max_examples=20)
@given(STEPS)
def test_numbers_run_without_gaps_whatever_becomes_of_the_sales(steps: list[tuple[str, int]]) -> None:
    with a_shop() as (shop, clock):
        for what, day in steps:
            clock.set(NOW + dt.timedelta(days=day))
            paid = [row for row in books(shop) if row.status == "paid"]
            if what == "sell":
                shop.sales.check_out(shop.draft(100, sold_at=clock.now()))
            elif what == "hold":
                shop.sales.hold(shop.draft(100))
            elif what == "owe":
                shop.sales.owe(shop.draft(100, payments=(), sold_at=clock.now()))
            elif what == "pay":
                for row in store.open_sales(shop.file)[:1]:
                    shop.sales.check_out(shop.draft(100, id=row.id, sold_at=clock.now()))
            elif what == "refund" and paid:
                given = store.sale(shop.file, paid[0].id)
                if given is not None and left_to_refund(given):
                    shop.sales.refund(dataclasses.replace(whole_refund(given, "x"), sold_at=clock.now()))
            elif what == "void" and paid:
                with contextlib.suppress(DeskError):
                    shop.sales.void(paid[0].id, "wrong")
            elif what == "undo" and paid:
                shop.undo()
            elif what == "refused":
                with refused("payments_do_not_add_up"):
                    shop.sales.check_out(shop.draft(100, payments=(), sold_at=clock.now()))
        check_books(shop.file)
        for day in range(3):
            date = (NOW + dt.timedelta(days=day)).date()
            standing = shop.file.all(
                "SELECT total FROM sale WHERE status = 'paid' AND day = :day", day=date.isoformat()
            )
            assert store.takings(shop.file, date) == sum(row["total"] for row in standing)


def test_a_day_may_have_more_than_9999_sales(shop: Shop) -> None:
    shop.sales.check_out(shop.draft(100))
    with shop.file.act("test") as act:
        for count in range(2, 10_001):
            number = f"20260820-{count:04d}"
            act.insert(
                "sale",
                {"number": number, "sold_at": "2026-08-20T09:00", "day": "2026-08-20", "status": "open"},
            )
    sale = store.sale(shop.file, shop.sales.check_out(shop.draft(100)))
    assert sale is not None
    assert sale.number == "20260820-10001"


# ---------------------------------------------------------------- void


def test_a_void_sale_keeps_everything_and_counts_for_nothing(shop: Shop, clock: FixedClock) -> None:
    sale_id = shop.sales.check_out(shop.draft(customer_id=shop.customer))
    clock.set(NOW + dt.timedelta(minutes=30))
    shop.sales.void(sale_id, "  wrong customer ")
    sale = store.sale(shop.file, sale_id)
    assert sale is not None
    assert (sale.status, sale.void_reason, sale.voided_at) == (
        "void",
        "wrong customer",
        NOW + dt.timedelta(minutes=30),
    )
    assert (sale.number, sale.total, len(sale.lines), len(sale.payments)) == ("20260820-0001", 198_00, 1, 1)
    assert store.takings(shop.file, NOW.date()) == 0
    assert store.visits(shop.file, shop.customer) == 0
    assert store.often_sold(shop.file, NOW.date()) == {}


def test_the_time_of_a_void_is_the_shops(desk_file: ShopFile, clock: FixedClock) -> None:
    shop = open_shop_with(desk_file)
    clock.move_to("America/New_York")
    ShopActs(shop.file).save(known_shop(shop.file)._replace(zone="America/New_York"))
    sale_id = shop.sales.check_out(shop.draft())
    shop.sales.void(sale_id, "wrong")
    sale = store.sale(shop.file, sale_id)
    assert sale is not None
    assert sale.voided_at == NOW


@pytest.mark.parametrize("reason", ["", "   "])
def test_a_void_needs_a_reason(shop: Shop, reason: str) -> None:
    sale_id = shop.sales.check_out(shop.draft())
    with refused("no_reason"):
        shop.sales.void(sale_id, reason)


def test_a_sale_is_voided_once(shop: Shop) -> None:
    sale_id = shop.sales.check_out(shop.draft())
    shop.sales.void(sale_id, "wrong")
    with pytest.raises(DeskError) as caught:
        shop.sales.void(sale_id, "again")
    assert (caught.value.code, caught.value.facts["number"]) == ("already_void", "20260820-0001")


def test_what_is_not_there_cannot_be_voided(shop: Shop) -> None:
    with refused("gone"):
        shop.sales.void("nothing", "wrong")


def test_an_appointment_is_paid_anew_after_a_void(shop: Shop) -> None:
    booked = shop.book(NOW)
    first = shop.sales.check_out(shop.draft(customer_id=shop.customer, appointment_id=booked))
    shop.sales.void(first, "wrong price")
    assert shop.status(booked) == "arrived"
    shop.sales.check_out(shop.draft(150_00, customer_id=shop.customer, appointment_id=booked))
    assert shop.status(booked) == "done"
    assert store.takings(shop.file, NOW.date()) == 150_00


def test_voiding_a_sale_whose_appointment_has_another_leaves_that_alone(shop: Shop) -> None:
    booked = shop.book(NOW)
    first = shop.sales.check_out(shop.draft(customer_id=shop.customer, appointment_id=booked))
    shop.undo()
    shop.sales.check_out(shop.draft(customer_id=shop.customer, appointment_id=booked))
    with refused("already_void"):
        shop.sales.void(first, "wrong")
    assert shop.status(booked) == "done"


# ---------------------------------------------------------------- undo


def test_undoing_a_sale_voids_it_and_takes_the_rest_back(shop: Shop) -> None:
    booked = shop.book(NOW)
    sale_id = shop.sales.check_out(
        shop.draft(customer_id=shop.customer, appointment_id=booked, content_id=shop.content)
    )
    undone = shop.undo()
    assert (undone.verb, undone.subject) == ("check_out", "李悦")
    sale = store.sale(shop.file, sale_id)
    assert sale is not None
    assert (sale.status, sale.sources, len(sale.lines)) == ("void", (), 1)
    assert sale.voided_at == NOW
    assert shop.status(booked) == "booked"
    assert store.takings(shop.file, NOW.date()) == 0


def test_redoing_brings_the_sale_back(shop: Shop) -> None:
    booked = shop.book(NOW)
    sale_id = shop.sales.check_out(
        shop.draft(customer_id=shop.customer, appointment_id=booked, content_id=shop.content)
    )
    before = store.sale(shop.file, sale_id)
    shop.undo()
    history.redo(shop.file)
    assert store.sale(shop.file, sale_id) == before
    assert shop.status(booked) == "done"


def test_undoing_a_void_makes_the_sale_count_again(shop: Shop) -> None:
    booked = shop.book(NOW)
    sale_id = shop.sales.check_out(shop.draft(customer_id=shop.customer, appointment_id=booked))
    before = store.sale(shop.file, sale_id)
    shop.sales.void(sale_id, "wrong")
    shop.undo()
    assert store.sale(shop.file, sale_id) == before
    assert shop.status(booked) == "done"


def test_a_void_cannot_be_undone_once_the_appointment_was_paid_anew(shop: Shop) -> None:
    booked = shop.book(NOW)
    first = shop.sales.check_out(shop.draft(customer_id=shop.customer, appointment_id=booked))
    shop.sales.void(first, "wrong")
    void_act = shop.file.value("SELECT id FROM act WHERE verb = 'void'")
    shop.sales.check_out(shop.draft(customer_id=shop.customer, appointment_id=booked))
    with refused("undo_stands_on"):
        history.undo_act(shop.file, void_act)
    assert store.takings(shop.file, NOW.date()) == 198_00


@settings(max_examples=10)
@given(st.lists(st.sampled_from(["walk_in", "booked", "void"]), min_size=1, max_size=6))
def test_everything_at_the_till_can_be_taken_back(steps: list[str]) -> None:
    with a_shop() as (shop, _clock):
        booked = [shop.book(NOW + dt.timedelta(hours=hour)) for hour in range(len(steps))]
        statuses = [shop.status(one) for one in booked]
        acts = 0
        for at, step in enumerate(steps):
            paid = [row for row in books(shop) if row.status == "paid"]
            if step == "void" and not paid:
                continue
            if step == "void":
                shop.sales.void(paid[-1].id, "wrong")
            else:
                appointment = booked[at] if step == "booked" else None
                shop.sales.check_out(
                    shop.draft(customer_id=shop.customer, appointment_id=appointment, channel_id="referral")
                )
            acts += 1
        made = shop.file.value("SELECT count(*) FROM sale")
        for _ in range(acts):
            shop.undo()
        assert [shop.status(one) for one in booked] == statuses
        assert counts(shop.file)["touch"] == 0
        assert store.takings(shop.file, NOW.date()) == 0
        rows = shop.file.all("SELECT status, void_reason FROM sale")
        assert [(row["status"], row["void_reason"]) for row in rows] == [("void", "undone")] * made
