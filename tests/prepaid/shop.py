"""A small shop that sells prepaid cards."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from merchant_desk.catalog.acts import CatalogActs
from merchant_desk.catalog.model import ServiceDraft
from merchant_desk.core.clock import FixedClock
from merchant_desk.customers.acts import CustomerActs
from merchant_desk.customers.model import CustomerDraft
from merchant_desk.db import history
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.prepaid import store
from merchant_desk.prepaid.keeping import PrepaidActs
from merchant_desk.prepaid.model import CardDraft, CardState, CounterDraft
from merchant_desk.sales.acts import SaleActs
from merchant_desk.sales.model import PaymentDraft, SaleDraft, SaleLineDraft
from merchant_desk.sales.refunds import RefundDraft, RefundLine
from merchant_desk.shop.acts import ShopActs
from merchant_desk.team.acts import TeamActs

GEL = 198_00
CARE = 68_00


@dataclass(frozen=True, slots=True)
class Books:
    """The open file with its acts, and what both views of the money say."""

    file: ShopFile
    clock: FixedClock

    @property
    def sales(self) -> SaleActs:
        return SaleActs(self.file)

    @property
    def prepaid(self) -> PrepaidActs:
        return PrepaidActs(self.file)

    @property
    def today(self) -> dt.date:
        return self.clock.today()

    def later(self, **span: int) -> None:
        self.clock.set(self.clock.now() + dt.timedelta(**span))

    def undo(self) -> None:
        history.undo(self.file)

    def redo(self) -> None:
        history.redo(self.file)

    def earned(self) -> int:
        """The earned view of everything: takings of paid sales less what their sales put on cards."""
        takings = self.file.value("SELECT coalesce(sum(takings), 0) FROM sale WHERE status = 'paid'")
        moved = self.file.value(
            "SELECT coalesce(sum(principal), 0) FROM card_entry WHERE voided = 0 AND sale_id IS NOT NULL"
        )
        return int(takings - moved)

    def takings(self) -> int:
        return int(self.file.value("SELECT coalesce(sum(takings), 0) FROM sale WHERE status = 'paid'"))


@dataclass(frozen=True, slots=True)
class Shop(Books):
    """The ids of what stands in the shop, and the usual ways to sell and spend."""

    worker: str
    gel: str
    care: str
    li: str
    wang: str

    def balance_card(self, bonus: int = 100_00, **more: object) -> CardDraft:
        return CardDraft("balance", "储值 1000", bonus, **more)  # type: ignore[arg-type]

    def pass_card(self, *counters: tuple[str, int, int, bool], **more: object) -> CardDraft:
        parts = counters or (
            (self.gel, 5, GEL, False),
            (self.care, 3, CARE, False),
            (self.care, 1, CARE, True),
        )
        drafts = tuple(CounterDraft(*part) for part in parts)
        return CardDraft("pass", "美甲次卡", counters=drafts, **more)  # type: ignore[arg-type]

    def sell(self, card: CardDraft, price: int = 1000_00, method: str = "wechat", **more: object) -> str:
        """Sell a card for money; gives the card's id."""
        line = SaleLineDraft(card.name, price, kind="card", card=card)
        payments = (PaymentDraft(method, price),) if price else ()
        draft = SaleDraft((line,), payments, customer_id=self.li, **more)  # type: ignore[arg-type]
        sale = self.sales.check_out(draft)
        return str(self.file.value("SELECT card_id FROM sale_line WHERE sale_id = :id", id=sale))

    def pay(self, amount: int, *payments: PaymentDraft, **more: object) -> str:
        """A service of `amount`, paid as said and the rest by WeChat; gives the sale's id."""
        rest = amount - sum(one.amount for one in payments)
        ways = (*payments, PaymentDraft("wechat", rest)) if rest else payments
        line = SaleLineDraft("Gel", amount, service_id=self.gel, worker_id=self.worker)
        return self.sales.check_out(SaleDraft((line,), ways, customer_id=self.li, **more))  # type: ignore[arg-type]

    def spend(self, card_id: str, amount: int) -> str:
        return self.pay(amount, PaymentDraft("stored_value", amount, card_id=card_id))

    def use(self, card_id: str, counter: int = 0, units: int = 1) -> str:
        """Use units of a pass, at what they are worth; gives the sale's id."""
        one = self.card(card_id).counters[counter]
        worth = one.worth(units)
        payment = PaymentDraft("pass", worth, card_id=card_id, counter_id=one.id, units=units)
        return self.pay(worth, payment)

    def give_back(self, sale: str, amount: int, *payments: PaymentDraft) -> str:
        """Refund `amount` of a sale's first line; gives the refund's id."""
        line = self.file.value("SELECT id FROM sale_line WHERE sale_id = :id ORDER BY seq", id=sale)
        return self.sales.refund(RefundDraft(sale, (RefundLine(line, amount),), payments, "不满意"))

    def take_card_back(self, card_id: str, amount: int, method: str = "wechat") -> str:
        """Refund a card for `amount`; gives the refund's id."""
        sale = self.file.value(
            "SELECT sale_id FROM sale_line WHERE card_id = :id AND quantity > 0", id=card_id
        )
        payments = (PaymentDraft(method, amount),) if amount else ()
        return self.give_back(sale, amount, *payments)

    def card(self, card_id: str) -> CardState:
        found = store.state(self.file, card_id, self.today)
        assert found is not None
        return found

    def took(self, sale_id: str) -> tuple[int, int]:
        """Principal and bonus that the first entry of a sale put on its card; below zero it took them off."""
        row = self.file.one(
            "SELECT principal, bonus FROM card_entry WHERE sale_id = :sale ORDER BY id LIMIT 1", sale=sale_id
        )
        assert row is not None
        return row["principal"], row["bonus"]

    def on(self, card_id: str) -> tuple[int, int, int]:
        """Principal, bonus and units on a card."""
        card = self.card(card_id)
        return card.principal, card.bonus, card.units


def open_shop_with(file: ShopFile, clock: FixedClock) -> Shop:
    """Found a shop with one worker, two services and two customers."""
    ShopActs(file).set_up("Salon", "nails_lashes")
    catalog, customers = CatalogActs(file), CustomerActs(file)
    return Shop(
        file,
        clock,
        worker=TeamActs(file).add_worker("Momo"),
        gel=catalog.add_service(ServiceDraft("Gel", minutes=60, price=GEL)),
        care=catalog.add_service(ServiceDraft("Care", minutes=30, price=CARE)),
        li=customers.add(CustomerDraft("李悦", phone="13812346621")),
        wang=customers.add(CustomerDraft("王芳", phone="13812346622")),
    )
