"""A small shop to sell in."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from merchant_desk.catalog.acts import CatalogActs
from merchant_desk.catalog.model import ServiceDraft
from merchant_desk.core.clock import wall
from merchant_desk.customers.acts import CustomerActs
from merchant_desk.customers.model import CustomerDraft
from merchant_desk.db import history
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.sales.acts import SaleActs
from merchant_desk.sales.model import PaymentDraft, SaleDraft, SaleLineDraft
from merchant_desk.shop.acts import ShopActs
from merchant_desk.sources.acts import SourceActs, add_touch
from merchant_desk.sources.model import ContentDraft
from merchant_desk.team.acts import TeamActs
from tests.db import rows


@dataclass(frozen=True, slots=True)
class Shop:
    """The open file, and the ids of what stands in it."""

    file: ShopFile
    worker: str
    service: str
    customer: str
    content: str

    @property
    def sales(self) -> SaleActs:
        return SaleActs(self.file)

    def undo(self) -> history.Undone:
        return history.undo(self.file)

    def draft(self, price: int = 198_00, **more: Any) -> SaleDraft:
        """A sale of one line, paid by WeChat."""
        fields: dict[str, Any] = {
            "lines": (SaleLineDraft("Gel", price, service_id=self.service, worker_id=self.worker),),
            "payments": (PaymentDraft("wechat", price),) if price else (),
        }
        return SaleDraft(**{**fields, **more})

    def book(self, at: dt.datetime, **source: Any) -> str:
        """An appointment of the customer, with what brought them if that is given; gives its id."""
        with self.file.act("book") as act:
            end = wall(at + dt.timedelta(hours=1))
            booked = rows.appointment(act, self.customer, self.worker, self.service, wall(at), end)
            if source:
                now = self.file.clock.now()
                add_touch(act, customer_id=self.customer, appointment_id=booked, at=now, **source)
        return booked

    def status(self, appointment: str) -> str:
        return str(self.file.value("SELECT status FROM appointment WHERE id = :id", id=appointment))


def open_shop_with(file: ShopFile) -> Shop:
    """Found a shop with one worker, one service, one customer and one video."""
    ShopActs(file).set_up("Salon", "nails_lashes")
    return Shop(
        file,
        worker=TeamActs(file).add_worker("Momo"),
        service=CatalogActs(file).add_service(
            ServiceDraft("Gel", minutes=60, price=198_00, material_cost=20_00)
        ),
        customer=CustomerActs(file).add(CustomerDraft("李悦", phone="13812346621")),
        content=SourceActs(file).log_content(
            ContentDraft(
                kind="short_video",
                platform="douyin",
                title="三分钟法式",
                published_at=file.clock.now() - dt.timedelta(days=10),
            )
        ),
    )
