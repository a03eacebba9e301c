"""What must hold of money holds in the database itself, whoever writes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import TypeVar

import pytest

from merchant_desk.core.errors import DeskError
from merchant_desk.db import health
from merchant_desk.db.records import Act
from merchant_desk.db.shop_file import ShopFile
from tests.db import rows

DAY = "2026-08-20"

_T = TypeVar("_T")


def refuse(file: ShopFile, code: str, write: Callable[[Act], object]) -> None:
    """What is written is refused with that code, and nothing of it stays."""
    before = file.value("SELECT count(*) FROM change")
    with pytest.raises(DeskError) as refused, file.act("test") as act:
        write(act)
    assert refused.value.code == code
    assert file.value("SELECT count(*) FROM change") == before


def write(file: ShopFile, written: Callable[[Act], _T]) -> _T:
    with file.act("test") as act:
        return written(act)


# ---------------------------------------------------------------- a sale adds up and is final


@pytest.mark.parametrize(
    ("lines", "payments", "total"), [([100], [99], 100), ([100], [100], 99), ([], [], 0), ([100], [], 100)]
)
def test_a_sale_that_does_not_add_up_is_not_paid(
    desk_file: ShopFile, lines: list[int], payments: list[int], total: int
) -> None:
    refuse(desk_file, "sale_does_not_add_up", lambda act: rows.sale(act, 1, lines, payments, total))


@pytest.mark.parametrize(("kind", "takings"), [("service", 100), ("tip", 0)])
def test_takings_are_the_money_without_tips(desk_file: ShopFile, kind: str, takings: int) -> None:
    def sell(act: Act, said: int) -> str:
        made = rows.open_sale(act, 1, total=100, takings=said)
        rows.line(act, made, 1, 100, kind=kind)
        rows.payment(act, made, 1, 100)
        act.update("sale", made, status="paid")
        return made

    refuse(desk_file, "sale_does_not_add_up", lambda act: sell(act, 100 - takings))
    write(desk_file, lambda act: sell(act, takings))


def test_what_a_card_pays_is_not_takings(desk_file: ShopFile) -> None:
    card = a_card(desk_file)

    def sell(act: Act, said: int) -> str:
        made = rows.open_sale(act, 1, total=100, takings=said)
        rows.line(act, made, 1, 100)
        rows.payment(act, made, 1, 100, method="stored_value", card_id=card)
        act.update("sale", made, status="paid")
        return made

    refuse(desk_file, "sale_does_not_add_up", lambda act: sell(act, 100))
    write(desk_file, lambda act: sell(act, 0))


def test_no_sale_is_born_paid(desk_file: ShopFile) -> None:
    refuse(desk_file, "sale_does_not_add_up", lambda act: rows.open_sale(act, 1, status="paid"))


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM sale",
        "DELETE FROM sale_line",
        "DELETE FROM payment",
        "UPDATE sale SET total = 1",
        "UPDATE sale SET takings = 1",
        "UPDATE sale SET number = 'x'",
        "UPDATE sale SET sold_at = '2026-08-21T10:00'",
        "UPDATE sale SET status = 'open'",
        "UPDATE sale_line SET unit_price = 1, amount = 1",
        "UPDATE payment SET amount = 1",
        """INSERT INTO payment (id, sale_id, seq, at, method, amount, created_at, updated_at)
        SELECT 'x', sale_id, 9, at, method, 1, 0, 0 FROM payment""",
        """INSERT INTO sale_line (id, sale_id, seq, title, unit_price, list_price, amount, created_at,
        updated_at) SELECT 'x', sale_id, 9, title, 0, 0, 0, 0, 0 FROM sale_line LIMIT 1""",
    ],
)
def test_a_paid_sale_is_final(desk_file: ShopFile, statement: str) -> None:
    write(desk_file, lambda act: rows.sale(act, 1, [60, 40], [100]))
    with pytest.raises(sqlite3.IntegrityError, match="desk:"):
        desk_file.conn.execute(statement)
    assert health.check(desk_file) == []


def test_an_open_sale_is_changed_and_never_deleted(desk_file: ShopFile) -> None:
    made = write(desk_file, lambda act: rows.open_sale(act, 1, total=100))
    line = write(desk_file, lambda act: rows.line(act, made, 1, 100))
    write(desk_file, lambda act: act.delete("sale_line", line))
    refuse(desk_file, "sale_is_final", lambda act: act.delete("sale", made))


def test_a_number_is_given_once_and_follows_the_one_before(desk_file: ShopFile) -> None:
    refuse(desk_file, "number_out_of_sequence", lambda act: rows.sale(act, 2, [100], [100]))
    write(desk_file, lambda act: rows.sale(act, 1, [100], [100]))
    refuse(desk_file, "rule_broken", lambda act: rows.sale(act, 1, [100], [100]))
    refuse(desk_file, "number_out_of_sequence", lambda act: rows.sale(act, 3, [100], [100]))
    write(desk_file, lambda act: rows.sale(act, 2, [100], [100]))
    write(desk_file, lambda act: rows.sale(act, 1, [100], [100], at="2026-08-21T09:00"))


# ---------------------------------------------------------------- a voucher pays once


def by_voucher(act: Act, count: int, voucher: str, amount: int = 100) -> str:
    made = rows.open_sale(act, count, total=amount, takings=amount)
    rows.line(act, made, 1, amount)
    rows.payment(act, made, 1, amount, method="voucher", voucher_id=voucher)
    act.update("sale", made, status="paid")
    return made


def test_a_voucher_pays_once_unless_its_sale_was_void(desk_file: ShopFile) -> None:
    voucher = write(
        desk_file,
        lambda act: act.insert("voucher", {"platform": "douyin", "code": "1", "state": "redeemed"}),
    )
    first = write(desk_file, lambda act: by_voucher(act, 1, voucher))
    refuse(desk_file, "voucher_used", lambda act: by_voucher(act, 2, voucher))
    write(desk_file, lambda act: act.update("sale", first, status="void"))
    write(desk_file, lambda act: by_voucher(act, 2, voucher))
    refuse(desk_file, "voucher_used", lambda act: act.update("sale", first, status="paid"))


# ---------------------------------------------------------------- refunds


def refund(act: Act, count: int, sale: str, line: str, amount: int) -> str:
    made = rows.open_sale(act, count, total=-amount, takings=-amount, refund_of=sale)
    rows.line(act, made, 1, -amount, unit_price=amount, quantity=-1, refund_of_line=line)
    rows.payment(act, made, 1, -amount)
    act.update("sale", made, status="paid")
    return made


def test_no_line_gives_back_more_than_it_took(desk_file: ShopFile) -> None:
    sale = write(desk_file, lambda act: rows.sale(act, 1, [60, 40], [100]))
    other = write(desk_file, lambda act: rows.sale(act, 2, [100], [100]))
    line = desk_file.value("SELECT id FROM sale_line WHERE sale_id = :sale AND amount = 60", sale=sale)
    refuse(desk_file, "refund_too_much", lambda act: refund(act, 3, sale, line, 61))
    refuse(desk_file, "refund_too_much", lambda act: refund(act, 3, other, line, 10))
    refuse(desk_file, "refund_too_much", lambda act: refund(act, 3, sale, line, -10))
    first = write(desk_file, lambda act: refund(act, 3, sale, line, 50))
    refuse(desk_file, "refund_too_much", lambda act: refund(act, 4, sale, line, 11))
    refuse(desk_file, "sale_has_refund", lambda act: act.update("sale", sale, status="void"))
    write(desk_file, lambda act: act.update("sale", first, status="void"))
    second = write(desk_file, lambda act: refund(act, 4, sale, line, 60))
    refuse(desk_file, "refund_too_much", lambda act: act.update("sale", first, status="paid"))
    write(desk_file, lambda act: act.update("sale", second, status="void"))
    write(desk_file, lambda act: act.update("sale", sale, status="void"))


# ---------------------------------------------------------------- the ledger of a card


def a_card(file: ShopFile, **more: object) -> str:
    with file.act("card") as act:
        who = rows.customer(act)
        row = {"number": "C1", "kind": "balance", "name": "Gold", "customer_id": who, "price": 100}
        card = act.insert("card", {**row, "sold_on": DAY, **more})
        entry(act, card, kind="opening", principal=100, bonus=20)
    return card


def entry(act: Act, card: str, **more: object) -> str:
    return act.insert("card_entry", {"card_id": card, "at": f"{DAY}T10:00", **more})


def corrected(card: str, **more: object) -> Callable[[Act], str]:
    return lambda act: entry(act, card, kind="corrected", **more)


def test_no_card_falls_below_zero(desk_file: ShopFile) -> None:
    card = a_card(desk_file)
    refuse(desk_file, "card_short", corrected(card, principal=-101))
    refuse(desk_file, "card_short", corrected(card, bonus=-21))
    opening = desk_file.value("SELECT id FROM card_entry")
    write(desk_file, corrected(card, principal=-100, bonus=-20))
    refuse(desk_file, "card_short", corrected(card, principal=-1))
    refuse(desk_file, "card_short", lambda act: act.update("card_entry", opening, voided=1))


def test_a_counter_falls_no_lower_than_its_own_units(desk_file: ShopFile) -> None:
    card = a_card(desk_file, kind="pass")
    with desk_file.act("counters") as act:
        _, service = rows.chair(act)
        row = {"card_id": card, "service_id": service, "units": 2, "unit_price": 5, "principal": 9}
        both = [act.insert("card_counter", {**row, "seq": seq}) for seq in (1, 2)]
        for counter in both:
            entry(act, card, kind="corrected", counter_id=counter, units=2, principal=9)
    refuse(desk_file, "card_short", corrected(card, counter_id=both[0], units=-3))
    refuse(desk_file, "card_short", corrected(card, counter_id=both[0], units=-1, principal=-10))
    write(desk_file, corrected(card, counter_id=both[0], units=-2, principal=-9))
    refuse(desk_file, "card_short", corrected(card, counter_id=both[0], units=-1))
    write(desk_file, corrected(card, counter_id=both[1], units=-2, principal=-9))


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ({"state": "closed"}, "card_closed"),
        ({"state": "void"}, "card_closed"),
        ({"state": "paused", "paused_on": DAY}, "card_paused"),
        ({"expires_on": "2026-08-19"}, "card_expired"),
    ],
)
def test_a_card_that_does_not_pay_is_not_used(
    desk_file: ShopFile, columns: dict[str, object], code: str
) -> None:
    card = a_card(desk_file)
    sale = write(desk_file, lambda act: rows.open_sale(act, 1))
    write(desk_file, lambda act: act.update("card", card, **columns))
    refuse(desk_file, code, lambda act: entry(act, card, kind="used", principal=-1, sale_id=sale))


def test_a_card_is_used_on_its_last_day(desk_file: ShopFile) -> None:
    card = a_card(desk_file, expires_on=DAY)
    sale = write(desk_file, lambda act: rows.open_sale(act, 1))
    write(desk_file, lambda act: entry(act, card, kind="used", principal=-1, sale_id=sale))


def test_what_a_void_sale_took_is_back(desk_file: ShopFile) -> None:
    card = a_card(desk_file)

    def pay(act: Act) -> str:
        made = rows.open_sale(act, 1, total=100, takings=0)
        rows.line(act, made, 1, 100)
        rows.payment(act, made, 1, 100, method="stored_value", card_id=card)
        entry(act, card, kind="used", principal=-100, sale_id=made)
        act.update("sale", made, status="paid")
        return made

    def left() -> object:
        return desk_file.value("SELECT sum(principal) FROM card_entry WHERE voided = 0")

    sale = write(desk_file, pay)
    assert left() == 0
    write(desk_file, lambda act: act.update("sale", sale, status="void"))
    assert left() == 100
    write(desk_file, corrected(card, principal=-1))
    used = desk_file.value("SELECT id FROM card_entry WHERE kind = 'used'")
    refuse(desk_file, "card_short", lambda act: act.update("card_entry", used, voided=0))
    write(desk_file, corrected(card, principal=1))
    write(desk_file, lambda act: act.update("card_entry", used, voided=0))
    assert left() == 0


def test_what_was_used_of_a_card_stays_used_once_the_card_was_taken_back(desk_file: ShopFile) -> None:
    card = a_card(desk_file)
    sale = write(desk_file, lambda act: rows.open_sale(act, 1))
    used = write(desk_file, lambda act: entry(act, card, kind="used", principal=-1, sale_id=sale))
    write(desk_file, lambda act: act.update("card", card, state="closed"))
    refuse(desk_file, "card_taken_back", lambda act: act.update("card_entry", used, voided=1))
    refuse(desk_file, "card_taken_back", lambda act: act.update("sale", sale, status="void"))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE card_entry SET principal = 1",
        "UPDATE card_entry SET at = '2026-08-21T10:00'",
        "DELETE FROM card_entry",
        "DELETE FROM card",
    ],
)
def test_a_ledger_is_kept(desk_file: ShopFile, statement: str) -> None:
    a_card(desk_file)
    with pytest.raises(sqlite3.IntegrityError, match="desk:ledger_is_kept"):
        desk_file.conn.execute(statement)


# ---------------------------------------------------------------- a closed day


def test_a_closed_day_takes_nothing(desk_file: ShopFile) -> None:
    card = a_card(desk_file)
    sale = write(desk_file, lambda act: rows.sale(act, 1, [100], [100]))
    owed = write(desk_file, lambda act: rows.open_sale(act, 2, total=50, takings=50))
    with desk_file.act("pay") as act:
        rows.line(act, owed, 1, 50)
        part = rows.payment(act, owed, 1, 20)
        drawer = act.insert("drawer_entry", {"kind": "float", "at": f"{DAY}T09:00", "amount": 1})
    entry_id = desk_file.value("SELECT id FROM card_entry")
    write(desk_file, lambda act: act.insert("day_close", {"day": DAY, "closed_at": f"{DAY}T21:00"}))
    for late in (
        lambda act: rows.open_sale(act, 3),
        lambda act: act.update("sale", sale, status="void"),
        lambda act: act.update("sale", owed, status="void"),
        lambda act: rows.payment(act, owed, 2, 30),
        lambda act: act.delete("payment", part),
        corrected(card, principal=1),
        lambda act: act.update("card_entry", entry_id, voided=1),
        lambda act: act.insert("drawer_entry", {"kind": "float", "at": f"{DAY}T22:00", "amount": 1}),
        lambda act: act.update("drawer_entry", drawer, voided=1),
    ):
        refuse(desk_file, "day_closed", late)

    def pay_the_next_day(act: Act) -> None:
        rows.payment(act, owed, 2, 30, at="2026-08-21T10:00")
        act.update("sale", owed, sold_at="2026-08-21T10:00", day="2026-08-21")
        act.update("sale", owed, status="paid")

    write(desk_file, pay_the_next_day)
    assert health.check(desk_file) == []
