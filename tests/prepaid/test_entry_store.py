"""The entries of all cards, as the books ask for them."""

from __future__ import annotations

import datetime as dt

from merchant_desk.prepaid import entry_store, store
from merchant_desk.prepaid.model import Correction, EntryFilter, EntrySum, sums_of
from merchant_desk.sales.model import PaymentDraft
from tests.prepaid.shop import CARE, GEL, Shop


def _kinds(shop: Shop, **asked: object) -> list[str]:
    found = entry_store.entries(shop.file, EntryFilter(**asked))  # type: ignore[arg-type]
    return [row.entry.kind for row in found]


def test_entries_are_narrowed_by_day_kind_card_and_text(shop: Shop) -> None:
    card = shop.sell(shop.balance_card())
    first = shop.today
    shop.later(days=1)
    sale = shop.spend(card, 120_00)
    number = str(shop.file.value("SELECT number FROM sale WHERE id = :id", id=sale))
    shop.later(days=1)
    uses = shop.sell(shop.pass_card((shop.gel, 5, GEL, False)), 800_00)
    shop.prepaid.transfer(uses, shop.wang, note="送给妹妹")
    day = dt.timedelta(days=1)
    assert _kinds(shop) == ["transferred", "sold", "used", "sold"]
    assert _kinds(shop, from_day=first + day, to_day=first + day) == ["used"]
    assert _kinds(shop, to_day=first) == ["sold"]
    assert _kinds(shop, kind="sold") == ["sold", "sold"]
    assert _kinds(shop, card_kind="pass") == ["transferred", "sold"]
    for text, wanted in (("c00001", 2), (number.lower(), 1), ("wangfang", 2), ("妹妹", 1), ("%", 0)):
        assert len(_kinds(shop, text=text)) == wanted, text
    row = entry_store.entries(shop.file, EntryFilter(kind="used"))[0]
    assert (row.number, row.customer, row.entry.sale_number) == ("C00001", "李悦", number)
    assert (row.card_id, row.card_kind, row.entry.principal) == (card, "balance", -120_00)
    assert len(entry_store.entries(shop.file, EntryFilter(), limit=1)) == 1


def test_sums_leave_out_what_does_not_count(shop: Shop) -> None:
    card = shop.sell(shop.balance_card())
    shop.spend(card, 120_00)
    shop.undo()
    shop.spend(card, 50_00)
    shop.prepaid.correct(card, Correction("x", bonus=-10_00))
    sums = [
        EntrySum("sold", 1, 1000_00, 100_00, 0),
        EntrySum("used", 1, -50_00, 0, 0),
        EntrySum("corrected", 1, 0, -10_00, 0),
    ]
    rows = entry_store.entries(shop.file, EntryFilter())
    assert [row.entry.voided for row in rows if row.entry.kind == "used"] == [False, True]
    assert entry_store.entry_sums(shop.file, EntryFilter()) == sums == sums_of(rows)


def test_all_sums_together_are_what_is_owed(shop: Shop) -> None:
    card = shop.sell(shop.balance_card())
    uses = shop.sell(shop.pass_card((shop.gel, 5, GEL, False), (shop.care, 2, CARE, True)), 800_00)
    shop.spend(card, 333_00)
    shop.use(uses, units=2)
    counter = shop.card(uses).counters[0].id
    back = PaymentDraft("pass", 160_00, card_id=uses, counter_id=counter, units=1)
    shop.give_back(shop.use(uses), 160_00, back)
    shop.take_card_back(card, 400_00)
    sums = entry_store.entry_sums(shop.file, EntryFilter())
    owed = store.liability(shop.file, shop.today)
    assert sum(one.principal for one in sums) == sum(one.principal for one in owed)
    assert sum(one.units for one in sums) == sum(one.units for one in owed)
