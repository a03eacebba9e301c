"""A platform's list of redeemed vouchers becomes vouchers, and sales of those that were redeemed for good."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from merchant_desk.catalog.store import services
from merchant_desk.core.clock import wall
from merchant_desk.core.ids import new_id
from merchant_desk.core.pinyin import fold
from merchant_desk.db.records import Act
from merchant_desk.exchange.landing import Outcome, RowNotes
from merchant_desk.exchange.own_shop import OwnShop
from merchant_desk.exchange.recognise import Record, Table
from merchant_desk.exchange.settlement import settle
from merchant_desk.exchange.voucher_sources import VoucherSources
from merchant_desk.sales.model import PaymentDraft, SaleDraft, SaleLineDraft
from merchant_desk.sales.vouchers.codes import family, fits, is_hidden
from merchant_desk.sales.vouchers.model import VoucherProduct
from merchant_desk.sales.vouchers.settling import (
    day_closed,
    match_waiting,
    needs_today,
    on_open_sale,
    take_back,
)
from merchant_desk.sales.vouchers.store import templates
from merchant_desk.sales.write import write_sales
from merchant_desk.sources.model import EVIDENCE
from merchant_desk.team.store import workers

if TYPE_CHECKING:
    import sqlite3

_BATCH = 500
_STATES = ("redeemed", "reversed", "refunded")


@dataclass(frozen=True, slots=True)
class _Redemption:
    """One row of the file; `code` is the whole code, or order and visible digits where it is hidden.

    `money` are a voucher's money columns, `key` is what makes the row count once: a voucher may be
    revoked and redeemed again.
    """

    record: Record
    key: str
    code: str
    shown: str
    order: str
    state: str
    at: dt.datetime
    money: Mapping[str, int]

    @property
    def is_hidden(self) -> bool:
        """Whether the file does not show the whole code."""
        return is_hidden(self.shown)

    @property
    def minute(self) -> str:
        """When it was redeemed, as rows keep it."""
        return wall(self.at)


class VouchersIn:
    """Takes rows of redemptions.

    A redeemed voucher is a paid sale of what the customer paid, without a customer's name, with the
    platform's row as evidence of what brought it. One revoked, or refunded later, is no sale; where an
    earlier file had it as redeemed, its sale is made void now. The platform hides the code of such
    rows: their order and the code's visible digits say which voucher it is. What falls on a closed day is
    written down now, pointing back at that day.
    """

    def __init__(self, act: Act, table: Table, notes: RowNotes, now: dt.datetime) -> None:
        self._act = act
        self._now = now
        self._own = OwnShop(act, table)
        self._closed: dict[dt.date, bool] = {}
        self._table = table
        self._platform = table.format.platform
        self._notes = notes
        self._services = {fold(service.name): service for service in services(act)}
        self._by_id = {service.id: service for service in services(act, archived=True)}
        self._products = _offered(act, self._platform)
        self._workers = {fold(worker.name): worker.id for worker in workers(act)}
        self._sources = VoucherSources(act, table)
        self._hidden = self._by_order("AND code LIKE '%*%'")
        self._orders: dict[str, list[tuple[str, str]]] | None = None
        self._met: Counter[str] = Counter()
        self._claimed: set[str] = set()
        self._waiting: set[str] = set()
        self._vouchers: list[dict[str, object]] = []
        self._sales: list[tuple[SaleDraft, dt.datetime]] = []
        self._touches: list[dict[str, object]] = []

    def take(self, record: Record) -> Outcome:
        """Make the row's voucher, bring it up to date, or recognise it."""
        other = self._own.refuse(record)
        if other is not None:
            return other
        at, paid = record.moment("redeemed_at"), record.number_of("customer_paid")
        state, shown, order = record.words("state"), record.words("code"), record.words("order_id")
        if at is None or paid is None or (paid < 0 and state == "redeemed"):
            place = self._table.places["customer_paid"]
            facts = {"header": self._table.headers[place], "text": self._table.said(record, "customer_paid")}
            return Outcome("unused", reason="bad_value", facts=facts)
        if is_hidden(shown) and not order:
            return Outcome("unused", reason="masked_code", facts={"code": shown})
        code = self._code(shown, order)
        key = f"{code}/{state}/{wall(at)}"
        if self._notes.knows(key):
            return Outcome("known", key)
        if self._is_closed(self._now) and self._is_closed(at):
            return Outcome("unused", reason="today_closed")
        row = _Redemption(record, key, code, shown, order, state, at, settle(record))
        if row.code in self._waiting or (order in self._waiting and (row.is_hidden or order in self._hidden)):
            self._write()
        found = self._find(row)
        if found is None:
            return Outcome("added", row.key, "voucher", self._add(row))
        self._claimed.add(found["id"])
        return self._bring_up_to_date(row, found)

    def finish(self) -> None:
        """Write the vouchers, sales and touches that are still waiting, and let payouts find them."""
        self._write()
        match_waiting(self._act, family(self._platform), self._now)

    def _write(self) -> None:
        self._act.insert_many("voucher", self._vouchers)
        write_sales(self._act, self._sales)
        self._act.insert_many("touch", self._touches)
        self._vouchers, self._sales, self._touches = [], [], []
        self._waiting = set()

    def _code(self, shown: str, order: str) -> str:
        """The code to keep; vouchers of one order that show the same digits are numbered as they come."""
        if not is_hidden(shown):
            return shown
        code = f"{order}/{shown}"
        self._met[code] += 1
        return f"{code}/{self._met[code]}" if self._met[code] > 1 else code

    def _find(self, row: _Redemption) -> sqlite3.Row | None:
        """The voucher that a row is about, if it is in the books."""
        found = self._act.one(
            "SELECT * FROM voucher WHERE platform = :platform AND code = :code",
            platform=self._platform,
            code=row.code,
        )
        if found is not None or not row.order:
            return found
        if row.is_hidden:
            self._orders = self._orders if self._orders is not None else self._by_order()
            like = [one for one, code in self._orders.get(row.order, ()) if fits(row.shown, code)]
        else:
            like = [one for one, code in self._hidden.get(row.order, ()) if fits(code, row.shown)]
        rows = [
            found
            for one in like
            if one not in self._claimed
            and (found := self._act.one("SELECT * FROM voucher WHERE id = :id", id=one)) is not None
        ]
        return min(rows, key=lambda found: found["redeemed_at"] != row.minute, default=None)

    def _add(self, row: _Redemption) -> str:
        voucher_id = new_id()
        columns = self._columns(row)
        self._vouchers.append({"id": voucher_id, "platform": self._platform, "code": row.code, **columns})
        self._waiting |= {row.code, row.order} - {""}
        if self._orders is not None:
            self._orders.setdefault(row.order, []).append((voucher_id, row.code))
        if row.is_hidden:
            self._hidden.setdefault(row.order, []).append((voucher_id, row.code))
        if row.state == "redeemed":
            self._sell(row, voucher_id, columns)
        if len(self._vouchers) >= _BATCH:
            self._write()
        return voucher_id

    def _bring_up_to_date(self, row: _Redemption, found: sqlite3.Row) -> Outcome:
        was, known_at = found["state"], found["redeemed_at"] or ""
        # What an undone import left behind has lost its notes: it starts anew.
        stands = any(self._notes.knows(f"{found['code']}/{state}/{known_at}") for state in _STATES)
        left_behind = was == "reversed" and not stands
        told_before = stands and row.minute <= known_at
        # Given back by the shop, or by a payout: what was redeemed before that is no sale again.
        given_back = was == "refunded" and row.minute <= (found["state_at"] or "")
        if row.state == "redeemed" and was != "redeemed" and not (told_before or given_back):
            self._revive(row, found)
            changed = True
        elif row.state == "redeemed":
            # Redeemed at the counter, or revoked since: only what the platform says of the money is new.
            changed = self._learn(row, found)
        elif (stands and row.minute < known_at) or (was == row.state and not left_behind):
            changed = False
        elif (waiting := on_open_sale(self._act, found["id"])) is not None:
            return Outcome("unused", reason="open_sale", facts={"number": waiting})
        elif self._is_closed(self._now) and needs_today(self._act, found["id"]):
            return Outcome("unused", reason="refund_today_closed")
        else:
            self._revoke(row, found)
            changed = True
        if left_behind:
            return Outcome("added", row.key, "voucher", found["id"])
        return Outcome("updated" if changed else "known", row.key, "voucher", found["id"])

    def _revive(self, row: _Redemption, found: sqlite3.Row) -> None:
        """A voucher that was not redeemed, or no longer, is now: its sale is a new one."""
        columns = self._columns(row)
        self._act.update("voucher", found["id"], code=row.code, **columns)
        self._sell(row, found["id"], columns)
        self._write()

    def _learn(self, row: _Redemption, found: sqlite3.Row) -> bool:
        """Take the platform's word for its fees, its order, what brought it, and a code that was hidden."""
        told: dict[str, object] = {"order_id": row.order, **row.money}
        # What the customer paid stands in the books already.
        del told["customer_paid"]
        if is_hidden(found["code"]) and not row.is_hidden:
            told["code"] = row.code
        changed = {name: value for name, value in told.items() if value and found[name] != value}
        self._act.update("voucher", found["id"], **changed)
        return self._sources.learn(row.record, found) or bool(changed)

    def _revoke(self, row: _Redemption, found: sqlite3.Row) -> None:
        """A voucher was revoked or refunded: it is no takings any more."""
        if found["state"] == "redeemed":
            take_back(self._act, found["id"], row.state, self._table.said(row.record, "state"), self._now)
        else:
            self._act.update("voucher", found["id"], **self._columns(row))

    def _columns(self, row: _Redemption) -> dict[str, object]:
        title = row.record.words("product")
        product = self._products.get(fold(title))
        service = self._services.get(fold(title))
        return {
            "product": title,
            "voucher_product_id": product.id if product else None,
            "service_id": service.id if service else product.service_id if product else None,
            "order_id": row.order,
            **row.money,
            "state": row.state,
            "redeemed_at": row.minute,
            **self._sources.of(row.record, row.minute),
        }

    def _sell(self, row: _Redemption, voucher_id: str, columns: Mapping[str, object]) -> None:
        """Put the sale that the voucher paid among those waiting, with what the row says brought it."""
        product, paid = row.record.words("product"), row.money["customer_paid"]
        listed = max(row.money["list_price"], paid)
        service = self._by_id.get(str(columns["service_id"]))
        by_worker = row.record.words("seller_role") == "worker"
        line = SaleLineDraft(
            title=product,
            unit_price=listed,
            discount=listed - paid,
            service_id=service.id if service else None,
            worker_id=self._workers.get(fold(row.record.words("seller"))) if by_worker else None,
            material_cost=service.material_cost if service else 0,
        )
        payment = PaymentDraft("voucher", paid, voucher_id=voucher_id)
        sale_id = new_id()
        late = self._is_closed(row.at)
        draft = SaleDraft((line,), (payment,), id=sale_id, of_day=row.at.date() if late else None)
        self._sales.append((draft, self._now if late else row.at))
        if columns["content_id"] is None and columns["channel_id"] is None:
            return
        self._touches.append(
            {
                "content_id": columns["content_id"],
                "channel_id": columns["channel_id"],
                "at": row.minute,
                "evidence": "voucher",
                "strength": EVIDENCE["voucher"],
                "sale_id": sale_id,
                "note": self._sources.said(row.record),
            }
        )

    def _is_closed(self, at: dt.datetime) -> bool:
        day = at.date()
        if day not in self._closed:
            self._closed[day] = day_closed(self._act, at)
        return self._closed[day]

    def _by_order(self, only: str = "") -> dict[str, list[tuple[str, str]]]:
        orders: dict[str, list[tuple[str, str]]] = {}
        for row in self._act.all(
            f"SELECT id, order_id, code FROM voucher WHERE platform = :platform AND order_id <> '' {only}",
            platform=self._platform,
        ):
            orders.setdefault(row["order_id"], []).append((row["id"], row["code"]))
        return orders


def _offered(act: Act, platform: str) -> dict[str, VoucherProduct]:
    """What the shop offers on the platform, by name."""
    return {fold(one.name): one for one in templates(act) if one.platform in family(platform)}
