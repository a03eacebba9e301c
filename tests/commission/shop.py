"""A small shop whose workers earn commission."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from merchant_desk.catalog.acts import CatalogActs
from merchant_desk.catalog.model import ServiceDraft
from merchant_desk.commission.acts import CommissionActs
from merchant_desk.commission.model import RuleDraft, Statement
from merchant_desk.commission.statements import store as statements
from merchant_desk.core.clock import FixedClock
from merchant_desk.customers.acts import CustomerActs
from merchant_desk.customers.model import CustomerDraft
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.sales.acts import SaleActs
from merchant_desk.sales.model import PaymentDraft, SaleDraft, SaleLineDraft
from merchant_desk.sales.refunds import RefundDraft, RefundLine
from merchant_desk.shop.acts import ShopActs
from merchant_desk.team.acts import TeamActs

GEL = 198_00
LASHES = 300_00


@dataclass(frozen=True, slots=True)
class Shop:
    """The open file, and the ids of what stands in it."""

    file: ShopFile
    clock: FixedClock
    rain: str
    lin: str
    gel: str
    lashes: str
    li: str
    wang: str

    @property
    def sales(self) -> SaleActs:
        return SaleActs(self.file)

    @property
    def commission(self) -> CommissionActs:
        return CommissionActs(self.file)

    def rule(self, rate: int = 3000, **more: Any) -> str:
        return self.commission.add_rule(RuleDraft(**{"rate": rate, **more}))

    def line(self, price: int = GEL, **more: Any) -> SaleLineDraft:
        fields: dict[str, Any] = {"service_id": self.gel, "worker_id": self.rain}
        return SaleLineDraft("Gel", price, **{**fields, **more})

    def sell(self, *lines: SaleLineDraft, payments: tuple[PaymentDraft, ...] = (), **more: Any) -> str:
        """Check out these lines, what is not paid yet by WeChat; gives the sale's id."""
        sold = lines or (self.line(),)
        rest = sum(line.amount for line in sold) - sum(one.amount for one in payments)
        paid = (*payments, PaymentDraft("wechat", rest)) if rest else payments
        return self.sales.check_out(SaleDraft(sold, paid, **{"customer_id": self.li, **more}))

    def give_back(self, sale_id: str, *amounts: int) -> str:
        """Give back these amounts of the sale's lines, in their order, by WeChat; 0 leaves a line out."""
        ids = [
            row["id"]
            for row in self.file.all("SELECT id FROM sale_line WHERE sale_id = :id ORDER BY seq", id=sale_id)
        ]
        lines = tuple(RefundLine(line, some) for line, some in zip(ids, amounts, strict=True) if some)
        back = (PaymentDraft("wechat", sum(amounts), reason="so agreed"),)
        return self.sales.refund(RefundDraft(sale_id, lines, back, "did not hold"))

    def entries(self, sale_id: str) -> list[tuple[str, int, int, int]]:
        """(worker id, base, amount, requested) of a sale, in the order of writing."""
        rows = self.file.all(
            "SELECT worker_id, base, amount, requested FROM commission_entry WHERE sale_id = :id ORDER BY id",
            id=sale_id,
        )
        return [tuple(row) for row in rows]

    def month(self, worker: str, month: int = 8, year: int = 2026) -> Statement:
        first = dt.date(year, month, 1)
        last = (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
        found = statements.statement(self.file, worker, first, last)
        assert found is not None
        return found


def open_shop_with(file: ShopFile, clock: FixedClock) -> Shop:
    """Found a shop with two workers, two services and two customers."""
    ShopActs(file).set_up("小满美甲", "nails_lashes")
    return Shop(
        file,
        clock,
        rain=TeamActs(file).add_worker("小雨"),
        lin=TeamActs(file).add_worker("阿琳"),
        gel=CatalogActs(file).add_service(ServiceDraft("Gel", "美甲", 60, price=GEL)),
        lashes=CatalogActs(file).add_service(ServiceDraft("Lashes", "美睫", 60, price=LASHES)),
        li=CustomerActs(file).add(CustomerDraft("李悦", phone="13812346621")),
        wang=CustomerActs(file).add(CustomerDraft("王静", phone="13812346622")),
    )
