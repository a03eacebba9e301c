"""The books beside the sales: prepaid cards, commission, stock, offers on the platforms, counted days."""

from __future__ import annotations

import datetime as dt
from collections import Counter as Sums
from dataclasses import dataclass
from typing import Final

from merchant_desk.commission.reckon import part
from merchant_desk.core.clock import wall
from merchant_desk.sample import words
from merchant_desk.sample.book import Book
from merchant_desk.sample.dice import Dice
from merchant_desk.sample.house import House
from merchant_desk.sample.visit import Visit

_CARD_SOLD: Final = 0.022  # of the returning customers' visits
_DAYS: Final = 60  # so long the team has its commission and the days are counted
_RATE: Final = 3000
_WHOLE: Final = 10_000
_FLOAT: Final = 300_00
_NEARLY_EMPTY: Final = 100_00
_SHORT: Final = 0.06
_DELIVERED: Final = 24
_VALID: Final = dt.timedelta(days=365)


@dataclass(slots=True)
class _Purse:
    card_id: str
    principal: int
    bonus: int
    ends: dt.datetime

    def holds(self, amount: int, at: dt.datetime) -> bool:
        return at.date() <= self.ends.date() and self.principal + self.bonus >= amount


class Ledgers:
    """Keeps what cards hold and what a day took, while the sales are written down."""

    def __init__(self, dice: Dice, book: Book, house: House) -> None:
        self._dice = dice
        self._book = book
        self._house = house
        self._purses: dict[str, _Purse] = {}
        self._stock: Sums[str] = Sums()
        self._types: list[tuple[str, str, int, int]] = []
        self._rule = ""
        self._numbers = 0
        self._taken: Sums[str] = Sums()
        self._kept = 0
        self._since = house.moment.date() - dt.timedelta(days=_DAYS)

    def furnish(self) -> None:
        """What is offered ahead and on the platforms, and the rule of commission."""
        at = dt.datetime.combine(self._house.first, dt.time(8)) - dt.timedelta(days=29)
        for seq, (name, price, bonus) in enumerate(words.BALANCES):
            row = {"kind": "balance", "name": name, "price": price, "bonus": bonus, "valid_days": _VALID.days}
            self._types.append((self._add("card_type", at, **row, seq=seq), name, price, bonus))
        name, service, units, price = words.PASS
        pass_id = self._add(
            "card_type", at, kind="pass", name=name, price=price, bonus=0, valid_days=None, seq=9
        )
        self._add(
            "card_type_counter",
            at,
            card_type_id=pass_id,
            seq=0,
            service_id=self._house.services[service].id,
            units=units,
            unit_price=self._house.services[service].words.price,
        )
        for seq, (platform, service) in enumerate(words.OFFERS):
            sold = self._house.services[service]
            paid = sold.words.price * 68 // 100 // 100 * 100
            fee = paid * 6 // 100
            self._add(
                "voucher_product",
                at,
                platform=platform,
                name=f"【团购】{service}",
                service_id=sold.id,
                list_price=sold.words.price,
                customer_paid=paid,
                platform_fee=fee,
                pays_out=paid - fee,
                seq=seq,
            )
        self._rule = self._add(
            "commission_rule", at, kind="percent", rate=_RATE, valid_from=self._since.isoformat()
        )

    def sell_card(self, visit: Visit, sale_id: str, seq: int, at: dt.datetime) -> int:
        """Now and then a customer who comes again buys a balance card; gives what it costs, else 0."""
        person = visit.person
        if person is None or person.last is None or not self._dice.chance(_CARD_SOLD):
            return 0
        before = self._purses.get(person.id)
        if before is not None and before.holds(_NEARLY_EMPTY, at):
            return 0
        type_id, name, price, bonus = self._dice.one(self._types)
        self._numbers += 1
        card_id = self._add(
            "card",
            at,
            number=f"C{self._numbers:05d}",
            kind="balance",
            name=name,
            card_type_id=type_id,
            customer_id=person.id,
            price=price,
            bonus=bonus,
            sold_on=wall(at)[:10],
            expires_on=wall(at + _VALID)[:10],
        )
        self._add(
            "sale_line",
            at,
            sale_id=sale_id,
            seq=seq,
            kind="card",
            service_id=None,
            product_id=None,
            card_id=card_id,
            worker_id=visit.parts[0].worker.id,
            title=name,
            quantity=1,
            unit_price=price,
            list_price=price,
            discount=0,
            amount=price,
            material_cost=0,
        )
        self._entry(card_id, "sold", at, sale_id, price, bonus)
        self._purses[person.id] = _Purse(card_id, price, bonus, at + _VALID)
        return price

    def card_pays(self, visit: Visit, sale_id: str, amount: int, at: dt.datetime) -> str | None:
        """The card that pays for the visit, principal first; None where there is none with enough on it."""
        purse = self._purses.get(visit.person.id if visit.person else "")
        if purse is None or amount <= 0 or not purse.holds(amount, at):
            return None
        principal = min(amount, purse.principal)
        purse.principal -= principal
        purse.bonus -= amount - principal
        self._entry(purse.card_id, "used", at, sale_id, -principal, principal - amount)
        return purse.card_id

    def earned(self, line_id: str, sale_id: str, worker_id: str, amount: int, at: dt.datetime) -> None:
        """The commission of a service."""
        if at.date() >= self._since and amount:
            self._add(
                "commission_entry",
                at,
                sale_id=sale_id,
                sale_line_id=line_id,
                worker_id=worker_id,
                rule_id=self._rule,
                at=wall(at),
                base=amount,
                amount=part(amount, _RATE, _WHOLE),
            )

    def product_sold(self, line_id: str, product_id: str, at: dt.datetime) -> None:
        """One piece off the shelf, which is filled when it is empty."""
        common = {"product_id": product_id, "unit_cost": None}
        if self._stock[product_id] < 1:
            row = {**common, "kind": "in", "quantity": _DELIVERED, "sale_line_id": None}
            self._add("stock_entry", at, at=wall(at), **row)
            self._stock[product_id] += _DELIVERED
        self._stock[product_id] -= 1
        row = {**common, "kind": "sold", "quantity": -1, "sale_line_id": line_id}
        self._add("stock_entry", at, at=wall(at), **row)

    def took(self, method: str, amount: int) -> None:
        """A payment that stands."""
        self._taken[method] += amount

    def evening(self, day: dt.date) -> None:
        """Count and close a day that is over."""
        taken, self._taken = self._taken, Sums()
        if not self._since <= day < self._house.moment.date():
            return
        at = dt.datetime.combine(day, dt.time(21, 40))
        if not self._kept:
            morning = dt.datetime.combine(day, dt.time(9, 30))
            self._add("drawer_entry", morning, kind="float", at=wall(morning), amount=_FLOAT)
            self._kept = _FLOAT
        expected = {"cash": self._kept + taken.pop("cash", 0), **taken}
        short = 2_00 if self._dice.chance(_SHORT) else 0
        # A day without cash leaves no more in the drawer than there was.
        kept = min(_FLOAT, expected["cash"]) - short
        close_id = self._add(
            "day_close",
            at,
            day=day.isoformat(),
            closed_at=wall(at),
            float=self._kept,
            kept=kept,
        )
        for method, should in expected.items():
            missing = short if method == "cash" else 0
            self._add(
                "day_count",
                at,
                day_close_id=close_id,
                method=method,
                expected=should,
                counted=should - missing,
                reason=words.SHORT_REASON if missing else "",
            )
        self._kept = kept

    def _entry(
        self, card_id: str, kind: str, at: dt.datetime, sale_id: str, principal: int, bonus: int
    ) -> None:
        row = {"kind": kind, "sale_id": sale_id, "principal": principal, "bonus": bonus}
        self._add("card_entry", at, card_id=card_id, at=wall(at), **row)

    def _add(self, table: str, made_at: dt.datetime, /, **columns: object) -> str:
        # Keys of its own dice: the story of the shop is the same with and without these books.
        return self._book.add(table, made_at, id=self._dice.id(made_at), **columns)
