"""A platform's list of what it pays out becomes settlement rows, each with the voucher it belongs to."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING

from merchant_desk.core.clock import wall
from merchant_desk.core.ids import new_id
from merchant_desk.db.records import Act
from merchant_desk.exchange.landing import Outcome, RowNotes
from merchant_desk.exchange.own_shop import OwnShop
from merchant_desk.exchange.recognise import Record, Table
from merchant_desk.exchange.settlement import settle
from merchant_desk.exchange.voucher_sources import VoucherSources
from merchant_desk.sales.vouchers.codes import family
from merchant_desk.sales.vouchers.settling import Gone, Matcher, heed, is_owed

if TYPE_CHECKING:
    import sqlite3

_BATCH = 500
# Sheets of one file say by their names which way the money went.
_SHEETS = (("退款", "refunded"), ("补偿", "compensated"))
_GONE = ("refunded", "reversed")
_MONEY = ("list_price", "customer_paid", "platform_fee", "influencer_fee", "worker_incentive", "pays_out")


class SettlementsIn:
    """Takes rows of payouts.

    A row counts once, by what the platform calls its redemption and when it was shared out; two rows of one
    redemption are both kept and summed with their voucher. A row without a voucher stays and waits. A refund
    in it takes its voucher's sale back, and the content that it names brought its customer.
    """

    def __init__(self, act: Act, table: Table, notes: RowNotes, now: dt.datetime) -> None:
        self._act = act
        self._table = table
        self._platform = table.format.platform
        self._notes = notes
        self._now = now
        self._own = OwnShop(act, table)
        self._sources = VoucherSources(act, table)
        self._matcher = Matcher(act, family(self._platform))
        self._sheet = next((kind for word, kind in _SHEETS if word in table.sheet.name), "")
        self._met: Counter[str] = Counter()
        self._rows: list[dict[str, object]] = []
        self._heard: dict[str, Gone | None] = {}

    def take(self, record: Record) -> Outcome:
        """Make the row's settlement, bring it up to date, or recognise it."""
        other = self._own.refuse(record)
        if other is not None:
            return other
        at = self._moment(record)
        if at is None:
            return Outcome("unused", reason="no_time")
        if record.words("status") == "waiting":
            return Outcome("unused", reason="not_settled", facts={"text": self._table.said(record, "status")})
        flow = self._flow(record)
        kind = "refunded" if flow == "reversed" else flow
        columns = {**self._money(record, kind), "kind": kind, "settled_at": wall(at)}
        key = self._key(record, flow)
        known = self._act.one(
            "SELECT * FROM settlement WHERE platform = :platform AND row_key = :key",
            platform=self._platform,
            key=key,
        )
        if known is None:
            return Outcome("added", key, "settlement", self._add(record, key, flow, columns))
        changed = {name: columns[name] for name in _MONEY if known[name] != columns[name]}
        if changed:
            # The platform corrected itself: what was accepted before was another amount.
            self._act.update("settlement", known["id"], accepted=0, **changed)
        learned = self._learn(known["voucher_id"], record)
        if known["voucher_id"] is not None and (changed or self._is_unheeded(known)):
            self._hear(known["voucher_id"], record, flow)
            return Outcome("updated", key, "settlement", known["id"])
        return Outcome("updated" if changed or learned else "known", key, "settlement", known["id"])

    def finish(self) -> None:
        """Write the rows that are still waiting, and heed what they say of their vouchers."""
        self._write()
        for voucher_id, gone in self._heard.items():
            heed(self._act, voucher_id, gone, self._now)
        self._heard.clear()

    def _add(self, record: Record, key: str, flow: str, columns: dict[str, object]) -> str:
        settlement_id = new_id()
        code, order = record.words("code"), record.words("order_id")
        voucher_id = self._matcher.find(code, order)
        self._rows.append(
            {
                "id": settlement_id,
                "platform": self._platform,
                "row_key": key,
                "code": code,
                "order_id": order,
                "product": record.words("product"),
                "voucher_id": voucher_id,
                "note": self._said(record) if flow in _GONE else "",
                **columns,
            }
        )
        self._learn(voucher_id, record)
        if voucher_id is not None:
            self._hear(voucher_id, record, flow)
        if len(self._rows) >= _BATCH:
            self._write()
        return settlement_id

    def _learn(self, voucher_id: str | None, record: Record) -> bool:
        """Take the row's word for what brought the voucher's customer; whether that was new."""
        voucher = self._act.one("SELECT * FROM voucher WHERE id = :id", id=voucher_id or "")
        return voucher is not None and self._sources.learn(record, voucher)

    def _is_unheeded(self, known: sqlite3.Row) -> bool:
        """Whether a refund that is in the books could not take its voucher back on a closed day."""
        return known["kind"] == "refunded" and is_owed(self._act, known["voucher_id"], self._now)

    def _hear(self, voucher_id: str, record: Record, flow: str) -> None:
        """Remember to heed what the row says of its voucher; that it is gone outweighs all else."""
        if flow in _GONE:
            self._heard[voucher_id] = Gone(flow, self._said(record), record.moment("redeemed_at"))
        else:
            self._heard.setdefault(voucher_id, None)

    def _said(self, record: Record) -> str:
        """The platform's own words for what happened."""
        return self._table.said(record, "flow") or self._table.sheet.name

    def _write(self) -> None:
        self._act.insert_many("settlement", self._rows)
        self._rows = []

    def _moment(self, record: Record) -> dt.datetime | None:
        for field in ("settled_at", "shared_at", "redeemed_at"):
            at = record.moment(field)
            if at is not None:
                return at
        return None

    def _flow(self, record: Record) -> str:
        """Which way the money went: "settled", "refunded", "reversed" or "compensated"."""
        said = record.words("flow") or self._sheet
        if said:
            return said
        return "refunded" if (record.number_of("pays_out") or 0) < 0 else "settled"

    def _money(self, record: Record, kind: str) -> dict[str, int]:
        """The row's amounts; what a refund takes back is below zero throughout, so that all can be summed."""
        money = settle(record)
        if kind != "refunded":
            return {**money, "pays_out": record.number_of("pays_out") or 0}
        return {name: -abs(amount) for name, amount in money.items()}

    def _key(self, record: Record, flow: str) -> str:
        """What makes the row count once: which redemption, which way, when; those alike are numbered."""
        named = record.words("redemption_id") or record.words("code") or record.words("order_id")
        when = record.moment("shared_at") or record.moment("redeemed_at") or record.moment("settled_at")
        key = f"{flow}/{named}/{when.isoformat(timespec='seconds') if when else ''}"
        self._met[key] += 1
        return f"{key}/{self._met[key]}" if self._met[key] > 1 else key
