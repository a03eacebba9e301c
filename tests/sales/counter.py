"""A counter with everything on it: a shop that sells services, products and cards, and pays commission."""

from __future__ import annotations

import datetime as dt
from collections import Counter as Count
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from merchant_desk.commission.acts import CommissionActs
from merchant_desk.commission.model import RuleDraft
from merchant_desk.core.clock import FixedClock, wall
from merchant_desk.db import health
from merchant_desk.db.records import Reader
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.prepaid import store as prepaid
from merchant_desk.prepaid.model import CardDraft, CardState, CounterDraft
from merchant_desk.sales import store
from merchant_desk.sales.model import PaymentDraft, Sale, SaleDraft, SaleLineDraft
from merchant_desk.sales.vouchers.model import VoucherDraft
from merchant_desk.stock.acts import StockActs
from merchant_desk.stock.model import ProductDraft
from merchant_desk.team.acts import TeamActs
from tests.blank import new_shop
from tests.sales.shop import Shop, open_shop_with

NOW = dt.datetime(2026, 8, 20, 14, 0)
GEL = 198_00
OIL = 68_00


@dataclass(frozen=True, slots=True)
class Counter:
    """The shop with its product and a second worker; 40 % of what is paid is the workers'."""

    shop: Shop
    clock: FixedClock
    product: str
    other: str

    @property
    def file(self) -> ShopFile:
        return self.shop.file

    def service(self, price: int = GEL, **more: object) -> SaleLineDraft:
        columns = {"service_id": self.shop.service, "worker_id": self.shop.worker, "material_cost": 20_00}
        return SaleLineDraft("Gel", price, **{**columns, **more})  # type: ignore[arg-type]

    def oil(self, quantity: int = 1, **more: object) -> SaleLineDraft:
        columns = {"kind": "product", "product_id": self.product, "quantity": quantity}
        return SaleLineDraft("Oil", OIL, **{**columns, **more})  # type: ignore[arg-type]

    def tip(self, amount: int) -> SaleLineDraft:
        return SaleLineDraft("Tip", amount, kind="tip", worker_id=self.shop.worker)

    def gold(self, price: int = 1000_00, bonus: int = 100_00) -> SaleLineDraft:
        return SaleLineDraft("Gold", price, kind="card", card=CardDraft("balance", "Gold", bonus=bonus))

    def ten(self, price: int = 1000_00) -> SaleLineDraft:
        """A pass of ten, and one on top."""
        counters = (
            CounterDraft(self.shop.service, 10, 150_00),
            CounterDraft(self.shop.service, 1, 150_00, free=True),
        )
        return SaleLineDraft("Ten", price, kind="card", card=CardDraft("pass", "Ten", counters=counters))

    def draft(
        self, *lines: SaleLineDraft, paid: tuple[PaymentDraft, ...] | None = None, **more: object
    ) -> SaleDraft:
        """A sale of the customer; paid by WeChat where nothing is said."""
        total = sum(line.amount for line in lines)
        payments = paid if paid is not None else (PaymentDraft("wechat", total),) if total else ()
        named = {"customer_id": self.shop.customer, **more}
        return SaleDraft(lines, payments, **named)  # type: ignore[arg-type]

    def sell(
        self, *lines: SaleLineDraft, paid: tuple[PaymentDraft, ...] | None = None, **more: object
    ) -> str:
        return self.shop.sales.check_out(self.draft(*lines, paid=paid, **more))

    def sale(self, sale_id: str) -> Sale:
        found = store.sale(self.file, sale_id)
        assert found is not None
        return found

    def cards(self) -> list[CardState]:
        return prepaid.cards_of(self.file, self.shop.customer, self.clock.today())

    def stock(self) -> int:
        return int(
            self.file.value(
                "SELECT coalesce(sum(entry.quantity), 0) FROM stock_entry entry"
                " LEFT JOIN sale_line line ON line.id = entry.sale_line_id"
                " LEFT JOIN sale ON sale.id = line.sale_id WHERE sale.id IS NULL OR sale.status = 'paid'"
            )
        )

    def earned(self) -> int:
        """What the workers have earned by sales that count."""
        return int(
            self.file.value(
                "SELECT coalesce(sum(entry.amount), 0) FROM commission_entry entry"
                " JOIN sale ON sale.id = entry.sale_id WHERE sale.status = 'paid'"
            )
        )

    def close_day(self) -> None:
        """Close today as a row: what the drawer asks before is not the till's."""
        day = self.clock.today().isoformat()
        with self.file.act("close_day") as act:
            act.insert("day_close", {"day": day, "closed_at": wall(self.clock.now())})

    def next_day(self) -> None:
        self.clock.set(self.clock.now() + dt.timedelta(days=1))


def open_counter(file: ShopFile, clock: FixedClock) -> Counter:
    shop = open_shop_with(file)
    CommissionActs(file).add_rule(RuleDraft(rate=40_00))
    CommissionActs(file).add_rule(RuleDraft(line_kind="card", rate=5_00))
    product = StockActs(file).add_product(ProductDraft("Oil", OIL, cost=30_00), pieces=50)
    return Counter(shop, clock, product, TeamActs(file).add_worker("Lin"))


@contextmanager
def a_counter() -> Iterator[Counter]:
    """A counter of its own for each example of a property."""
    clock = FixedClock(NOW)
    with TemporaryDirectory() as folder:
        file = new_shop(Path(folder) / "shop.desk", clock)
        try:
            yield open_counter(file, clock)
        finally:
            file.close()


def voucher(code: str, paid: int = 99_00, **more: object) -> PaymentDraft:
    """A voucher typed at the counter, as a payment."""
    draft = VoucherDraft("douyin", code, paid, list_price=GEL, pays_out=paid, **more)  # type: ignore[arg-type]
    return PaymentDraft("voucher", paid, voucher=draft)


def check_books(r: Reader) -> None:
    """Whatever was done at the counter: the books add up."""
    for sale in r.all("SELECT * FROM sale WHERE status = 'paid'"):
        lines = r.all("SELECT * FROM sale_line WHERE sale_id = :id", id=sale["id"])
        payments = r.all("SELECT * FROM payment WHERE sale_id = :id", id=sale["id"])
        assert all(row["amount"] == row["quantity"] * row["unit_price"] - row["discount"] for row in lines)
        assert sum(row["amount"] for row in lines) == sale["total"] == sum(row["amount"] for row in payments)
    _numbers(r)
    _cards(r)
    _refunds(r)
    _vouchers(r)
    assert health.check(r) == []  # type: ignore[arg-type]


def _numbers(r: Reader) -> None:
    days: Count[str] = Count()
    for (number,) in r.all("SELECT number FROM sale ORDER BY substr(number, 1, 8), length(number), number"):
        days[number[:8]] += 1
        assert number == f"{number[:8]}-{days[number[:8]]:04d}"


def _cards(r: Reader) -> None:
    """What cards paid is what went off them, what was sold is on them, and none is below zero."""
    paid = r.all(
        "SELECT payment.sale_id, payment.card_id, sum(payment.amount) AS amount FROM payment"
        " JOIN sale ON sale.id = payment.sale_id WHERE card_id IS NOT NULL AND sale.status <> 'void'"
        " GROUP BY payment.sale_id, payment.card_id"
    )
    for row in paid:
        off = r.value(
            "SELECT -sum(principal + bonus) FROM card_entry WHERE sale_id = :sale AND card_id = :card"
            " AND kind IN ('used', 'returned') AND voided = 0",
            sale=row["sale_id"],
            card=row["card_id"],
        )
        assert off == row["amount"]
    for row in r.all(
        "SELECT line.amount, line.card_id, sale.id FROM sale_line line JOIN sale ON sale.id = line.sale_id"
        " WHERE line.kind = 'card' AND sale.status = 'paid' AND sale.refund_of IS NULL"
    ):
        on = r.value(
            "SELECT sum(principal) FROM card_entry WHERE sale_id = :sale AND card_id = :card"
            " AND kind = 'sold' AND voided = 0",
            sale=row["id"],
            card=row["card_id"],
        )
        assert on == row["amount"]
    for left in r.all(
        "SELECT sum(principal) AS principal, sum(bonus) AS bonus, sum(units) AS units FROM card_entry"
        " WHERE voided = 0 GROUP BY card_id"
    ):
        assert min(left) >= 0
    counted = r.all(
        "SELECT entry.id FROM card_entry entry JOIN sale ON sale.id = entry.sale_id"
        " WHERE entry.voided = 0 AND sale.status = 'void'"
    )
    assert counted == []


def _refunds(r: Reader) -> None:
    """A sale that was given back whole has earned nobody anything, and none gives back more than it took."""
    for row in r.all(
        "SELECT sale.id, sale.total, sum(back.total) AS back FROM sale"
        " JOIN sale back ON back.refund_of = sale.id"
        " WHERE sale.status = 'paid' AND back.status = 'paid' GROUP BY sale.id, sale.total"
    ):
        assert row["total"] + row["back"] >= 0
        left = r.value(
            "SELECT sum(quantity) FROM sale_line line JOIN sale ON sale.id = line.sale_id"
            " WHERE (sale.id = :id OR sale.refund_of = :id) AND sale.status = 'paid'",
            id=row["id"],
        )
        earned = r.value(
            "SELECT coalesce(sum(entry.amount), 0) FROM commission_entry entry"
            " JOIN sale ON sale.id = entry.sale_id"
            " WHERE (sale.id = :id OR sale.refund_of = :id) AND sale.status = 'paid'",
            id=row["id"],
        )
        if left == 0 and row["total"] + row["back"] == 0:
            assert earned == 0


def _vouchers(r: Reader) -> None:
    """A voucher is redeemed as long as it pays for a sale that counts."""
    for row in r.all("SELECT id, state FROM voucher"):
        paid = r.value(
            "SELECT coalesce(sum(payment.amount), 0) FROM payment JOIN sale ON sale.id = payment.sale_id"
            " WHERE voucher_id = :id AND sale.status <> 'void'",
            id=row["id"],
        )
        assert (row["state"] == "redeemed") == (paid > 0)
