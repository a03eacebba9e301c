"""Whose a platform's payout is, and what it says of its voucher. Done within an act that is open already."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from merchant_desk.core.clock import wall
from merchant_desk.core.errors import DeskError
from merchant_desk.db.records import Act, Reader, in_list
from merchant_desk.sales import store, write
from merchant_desk.sales.model import PaymentDraft, Sale
from merchant_desk.sales.refunds import RefundDraft, RefundLine, left_of
from merchant_desk.sales.vouchers.acts import give_back
from merchant_desk.sales.vouchers.codes import fits, is_hidden

if TYPE_CHECKING:
    import sqlite3

_FEES = ("platform_fee", "influencer_fee", "worker_incentive")


@dataclass(frozen=True, slots=True)
class Gone:
    """A platform's word that a voucher is no more: its state, why, and when it had been redeemed."""

    state: str
    reason: str
    redeemed_at: dt.datetime | None = None


class Matcher:
    """Finds the voucher that a platform's row belongs to: by code, or by order where that is hidden."""

    def __init__(self, r: Reader, platforms: Sequence[str]) -> None:
        self._r = r
        self._marks, self._platforms = in_list("platform", platforms)
        self._orders: dict[str, list[tuple[str, str]]] | None = None
        self._known: dict[tuple[str, str], str] = {}
        self._claimed: set[str] = set()

    def find(self, code: str, order: str) -> str | None:
        """The voucher's id, None where none fits. Rows of one code and order have the same one."""
        found = self._known.get((code, order)) or self._by_code(code) or self._by_order(code, order)
        if found is not None:
            self._known[code, order] = found
            self._claimed.add(found)
        return found

    def _by_code(self, code: str) -> str | None:
        if not code or is_hidden(code):
            return None
        for sql in (
            "SELECT id FROM voucher WHERE code = :code",
            # An earlier row found its voucher although that hides its code.
            "SELECT voucher_id FROM settlement WHERE voucher_id IS NOT NULL AND code = :code",
        ):
            among = f" AND platform IN {self._marks} LIMIT 1"
            found: str | None = self._r.value(sql + among, code=code, **self._platforms)
            if found is not None:
                return found
        return None

    def _by_order(self, code: str, order: str) -> str | None:
        if not order:
            return None
        if self._orders is None:
            self._orders = {}
            for row in self._r.all(
                f"SELECT id, order_id, code FROM voucher WHERE order_id <> '' AND platform IN {self._marks}"
                " ORDER BY redeemed_at, id",
                **self._platforms,
            ):
                self._orders.setdefault(row["order_id"], []).append((row["id"], row["code"]))
        there = self._orders.get(order, [])
        if not code:
            return there[0][0] if len(there) == 1 else None
        fitting = [one for one, known in there if _may_be(code, known)]
        return next((one for one in fitting if one not in self._claimed), None)


def _may_be(code: str, known: str) -> bool:
    if is_hidden(code):
        return fits(code, known) or (is_hidden(known) and code in known.split("/"))
    return is_hidden(known) and fits(known, code)


def match_waiting(act: Act, platforms: Sequence[str], now: dt.datetime) -> int:
    """Give rows that wait the vouchers which are in the books by now; gives how many found theirs."""
    matcher = Matcher(act, platforms)
    marks, params = in_list("platform", platforms)
    waiting = act.all(
        "SELECT id, code, order_id, kind, note FROM settlement WHERE voucher_id IS NULL AND accepted = 0"
        f" AND platform IN {marks}",
        **params,
    )
    found = [(row, matcher.find(row["code"], row["order_id"])) for row in waiting]
    matched = [(row, voucher_id) for row, voucher_id in found if voucher_id is not None]
    for row, voucher_id in matched:
        act.update("settlement", row["id"], voucher_id=voucher_id)
    for row, voucher_id in matched:
        gone = Gone("refunded", row["note"] or row["kind"]) if row["kind"] == "refunded" else None
        heed(act, voucher_id, gone, now)
    return len(matched)


def heed(act: Act, voucher_id: str, gone: Gone | None, now: dt.datetime) -> None:
    """Take a voucher's settlement at its word: fees nobody knew, and that it was refunded."""
    voucher = act.one("SELECT * FROM voucher WHERE id = :id", id=voucher_id)
    rows = act.all("SELECT * FROM settlement WHERE voucher_id = :id ORDER BY settled_at, id", id=voucher_id)
    if voucher is None or not rows:
        return
    if gone is not None and voucher["state"] == "redeemed" and _is_gone(voucher, rows, gone):
        if not day_closed(act, now) and on_open_sale(act, voucher_id) is None:
            take_back(act, voucher_id, gone.state, gone.reason, now)
        return
    _learn(act, voucher, rows)


def is_owed(r: Reader, voucher_id: str, now: dt.datetime) -> bool:
    """Whether a voucher counts although the platform took all of it back, and today can still tell so."""
    voucher = r.one("SELECT * FROM voucher WHERE id = :id AND state = 'redeemed'", id=voucher_id)
    if voucher is None or day_closed(r, now) or on_open_sale(r, voucher_id) is not None:
        return False
    rows = r.all("SELECT * FROM settlement WHERE voucher_id = :id", id=voucher_id)
    return _is_gone(voucher, rows, Gone("refunded", ""))


def _is_gone(voucher: sqlite3.Row, rows: Sequence[sqlite3.Row], gone: Gone) -> bool:
    """Whether nothing is left of what the customer paid, and it was not redeemed anew since."""
    last = max(row["settled_at"] for row in rows if row["kind"] == "refunded")
    if gone.redeemed_at is not None:
        last = max(last, wall(gone.redeemed_at))
    if (voucher["redeemed_at"] or "") > last:
        return False
    taken = sum(row["customer_paid"] for row in rows if row["kind"] == "settled")
    back = -sum(row["customer_paid"] for row in rows if row["kind"] == "refunded")
    return bool(back >= (taken or voucher["customer_paid"]))


def _learn(act: Act, voucher: sqlite3.Row, rows: Sequence[sqlite3.Row]) -> None:
    """Where the counter knew no fees, those of the platform are what is expected."""
    order = next((row["order_id"] for row in rows if row["order_id"]), "")
    told: dict[str, object] = {} if voucher["order_id"] or not order else {"order_id": order}
    sums = {name: sum(row[name] for row in rows) for name in (*_FEES, "pays_out")}
    if promises_nothing(voucher) and min(sums.values()) >= 0:
        told |= sums
    act.update("voucher", voucher["id"], **told)


def promises_nothing(voucher: sqlite3.Row) -> bool:
    """Whether a voucher was typed in without anything that says what its platform keeps."""
    return (
        voucher["voucher_product_id"] is None
        and not voucher["order_id"]
        and not any(voucher[name] for name in _FEES)
        and voucher["pays_out"] in {0, voucher["customer_paid"]}
    )


def take_back(act: Act, voucher_id: str, state: str, reason: str, now: dt.datetime) -> None:
    """A platform took a redeemed voucher back: so does the sale, of which only the voucher's part goes.

    A sale that it paid alone is void where its day is open. Raises "day_closed" where today is closed, and
    "voucher_on_open_sale" (number) where the sale is not finished.
    """
    waiting = on_open_sale(act, voucher_id)
    if waiting is not None:
        raise DeskError("voucher_on_open_sale", number=waiting)
    sale = _paid_sale(act, voucher_id)
    if sale is not None:
        left = _left(sale, voucher_id)
        if _pays_alone(sale, voucher_id):
            write.take_back(act, sale.id, reason)
        elif left > 0:
            write.refund(act, _refund(act, sale, voucher_id, left, reason), now)
    give_back(act, voucher_id, state, reason, now)


def on_open_sale(r: Reader, voucher_id: str) -> str | None:
    """The number of the open sale that a voucher pays a part of, None where there is none."""
    found: str | None = r.value(
        "SELECT sale.number FROM payment JOIN sale ON sale.id = payment.sale_id"
        " WHERE payment.voucher_id = :voucher AND sale.status = 'open'",
        voucher=voucher_id,
    )
    return found


def needs_today(r: Reader, voucher_id: str) -> bool:
    """Whether taking a voucher back is a refund dated today, as its sale cannot be made void."""
    sale = _paid_sale(r, voucher_id)
    if sale is None:
        return False
    if _pays_alone(sale, voucher_id):
        return store.is_closed(r, sale.id)
    return _left(sale, voucher_id) > 0


def _paid_sale(r: Reader, voucher_id: str) -> Sale | None:
    """The newest paid sale that a voucher pays a part of, None where there is none."""
    sale_id = r.value(
        "SELECT sale.id FROM payment JOIN sale ON sale.id = payment.sale_id"
        " WHERE payment.voucher_id = :voucher AND payment.amount > 0 AND sale.status = 'paid'"
        " ORDER BY sale.sold_at DESC LIMIT 1",
        voucher=voucher_id,
    )
    return None if sale_id is None else store.sale(r, sale_id)


def _pays_alone(sale: Sale, voucher_id: str) -> bool:
    """Whether a voucher paid all of a sale of which nothing was given back."""
    return all(one.way[1] == voucher_id for one in sale.payments) and not sale.given_back


def _left(sale: Sale, voucher_id: str) -> int:
    """What of a voucher's payment was not given back yet, in minor units."""
    return sum(one.amount for one in (*sale.payments, *sale.given_back) if one.way[1] == voucher_id)


def _refund(act: Act, sale: Sale, voucher_id: str, amount: int, reason: str) -> RefundDraft:
    """The refund of a voucher's part: of the line it was for first, then of the others."""
    own = act.value("SELECT service_id FROM voucher WHERE id = :id", id=voucher_id)
    lines = sorted(
        (line for line in sale.lines if line.kind != "rounding"),
        key=lambda line: (line.kind == "tip", own is None or line.service_id != own),
    )
    backs, rest = [], amount
    for line in lines:
        part = min(left_of(line), rest)
        if part > 0:
            backs.append(RefundLine(line.id, part))
            rest -= part
    given = amount - rest
    return RefundDraft(
        sale.id, tuple(backs), (PaymentDraft("voucher", given, voucher_id=voucher_id),), reason
    )


def day_closed(r: Reader, at: dt.datetime) -> bool:
    """Whether the day of a naive shop time is closed in the books."""
    return r.value("SELECT 1 FROM day_close WHERE day = :day", day=wall(at)[:10]) is not None
