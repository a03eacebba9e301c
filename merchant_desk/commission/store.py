"""Reads the rules of commission, and of a sale what they work on."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from merchant_desk.commission.model import Earned, Paid, Rule, RuleDraft, RuleRow, SoldLine, Tier
from merchant_desk.core.clock import parse_day
from merchant_desk.db.records import Reader
from merchant_desk.shop.store import setting

# Worker id -> [[day from which it holds, minor units a month], ...] by day.
BASE_PAY_KEY = "base_pay"

_RULES = """
SELECT rule.*, coalesce(worker.name, '') AS worker, coalesce(service.name, '') AS service,
    coalesce(category.name, '') AS category,
    EXISTS (SELECT 1 FROM commission_entry entry WHERE entry.rule_id = rule.id) AS used
FROM commission_rule rule LEFT JOIN worker ON worker.id = rule.worker_id
LEFT JOIN service ON service.id = rule.service_id LEFT JOIN category ON category.id = rule.category_id
"""
# Whose rule is more specific comes later in its group, as it is the one that holds.
_ORDER = (
    " ORDER BY CASE WHEN rule.archived_at IS NULL THEN 0 ELSE 1 END, rule.line_kind DESC,"
    " CASE WHEN rule.worker_id IS NULL THEN 0 ELSE 1 END, worker.seq, worker.id,"
    " CASE WHEN rule.service_id IS NOT NULL THEN 2 WHEN rule.category_id IS NOT NULL THEN 1 ELSE 0 END,"
    " category.seq, service.seq, rule.valid_from, rule.id"
)


@dataclass(frozen=True, slots=True)
class SoldSale:
    """A paid sale as commission sees it; `day` is the one it belongs to, `at` wall time as text."""

    at: str
    day: dt.date
    lines: tuple[SoldLine, ...]
    payments: tuple[Paid, ...]


@dataclass(frozen=True, slots=True)
class LineBack:
    """A line that gives back what `of_line` was: `returned` of its `whole` so far, this one included."""

    line: str
    of_line: str
    returned: int
    whole: int


@dataclass(frozen=True, slots=True)
class Entry:
    """What somebody earned by a line, and what refunds took back of it (below zero)."""

    id: str
    worker_id: str
    rule_id: str
    earned: Earned
    taken_back: Earned


# ---- rules


def rules(r: Reader, archived: bool = False) -> list[RuleRow]:
    """The rules that hold, general before particular; with `archived` also those that hold no more, last."""
    where = "" if archived else "WHERE rule.archived_at IS NULL"
    return [_row(row) for row in r.all(_RULES + where + _ORDER)]


def rule(r: Reader, rule_id: str) -> RuleRow | None:
    """One rule, archived or not."""
    row = r.one(_RULES + "WHERE rule.id = :id", id=rule_id)
    return None if row is None else _row(row)


def live_rules(r: Reader) -> list[Rule]:
    """The rules that are not archived, whenever they are valid."""
    return [_rule(row) for row in r.all("SELECT * FROM commission_rule WHERE archived_at IS NULL")]


def used(r: Reader, rule_id: str) -> bool:
    """Whether anything was ever earned by the rule, counted or not."""
    return r.value("SELECT 1 FROM commission_entry WHERE rule_id = :id LIMIT 1", id=rule_id) is not None


def names(r: Reader, terms: RuleDraft) -> tuple[str, str]:
    """The names of whom and what the rule is for, "" where it is for all."""
    whom = r.value("SELECT name FROM worker WHERE id = :id", id=terms.worker_id)
    what = r.value("SELECT name FROM service WHERE id = :id", id=terms.service_id)
    group = r.value("SELECT name FROM category WHERE id = :id", id=terms.category_id)
    return str(whom or ""), str(what or group or "")


def base_pays(r: Reader) -> dict[str, list[tuple[str, int]]]:
    """Worker id -> (day, minor units a month from then on), by day."""
    kept: dict[str, list[list[Any]]] = setting(r, BASE_PAY_KEY, {})
    return {worker: [(str(day), int(amount)) for day, amount in pays] for worker, pays in kept.items()}


def terms_of(row: Mapping[str, Any] | sqlite3.Row) -> RuleDraft:
    """What a rule's row says."""
    return RuleDraft(
        kind=row["kind"],
        worker_id=row["worker_id"],
        service_id=row["service_id"],
        category_id=row["category_id"],
        line_kind=row["line_kind"],
        basis=row["basis"],
        rate=row["rate"],
        amount=row["amount"],
        tiers=tuple(Tier(start, rate) for start, rate in json.loads(row["tiers"] or "[]")),
        whole=bool(row["whole"]),
        with_prepaid=bool(row["with_prepaid"]),
        requested_rate=row["requested_rate"],
        requested_amount=row["requested_amount"],
        valid_from=parse_day(row["valid_from"]),
        valid_to=parse_day(row["valid_to"]),
    )


def _rule(row: sqlite3.Row) -> Rule:
    return Rule(row["id"], terms_of(row), row["archived_at"] is not None)


def _row(row: sqlite3.Row) -> RuleRow:
    return RuleRow(_rule(row), row["worker"], row["service"], row["category"], bool(row["used"]))


# ---- a sale

_LINES = """
SELECT line.id, line.kind, line.quantity, line.amount, line.list_price, line.service_id, line.requested,
    line.worker_id, service.category_id, CASE WHEN card.kind = 'deposit' THEN 1 ELSE 0 END AS deposit
FROM sale_line line LEFT JOIN service ON service.id = line.service_id LEFT JOIN card ON card.id = line.card_id
WHERE line.sale_id = :sale ORDER BY line.seq
"""

_SHARES = """
SELECT share.sale_line_id, share.worker_id, share.share FROM sale_share share
JOIN sale_line line ON line.id = share.sale_line_id WHERE line.sale_id = :sale ORDER BY share.id
"""

# A deposit is the visit's own money, paid ahead of it: only cards count as prepaid.
_PAYMENTS = """
SELECT payment.id, payment.method, payment.amount, payment.card_id, voucher.service_id,
    coalesce(voucher.platform_fee + voucher.influencer_fee, 0) AS fees
FROM payment LEFT JOIN voucher ON voucher.id = payment.voucher_id
WHERE payment.sale_id = :sale AND payment.method <> 'pass' ORDER BY payment.seq
"""

_PASSES = """
SELECT -sum(entry.principal) AS amount, counter.service_id FROM card_entry entry
JOIN card_counter counter ON counter.id = entry.counter_id
WHERE entry.sale_id = :sale AND entry.kind = 'used' AND entry.voided = 0
GROUP BY counter.service_id ORDER BY counter.service_id
"""


def sold(r: Reader, sale_id: str) -> SoldSale | None:
    """A sale's lines and payments; None for a refund, and where the sale is not there."""
    head = r.one(
        "SELECT sold_at, coalesce(of_day, day) AS day FROM sale WHERE id = :id AND refund_of IS NULL",
        id=sale_id,
    )
    if head is None:
        return None
    shares: dict[str, list[tuple[str, int]]] = {}
    for row in r.all(_SHARES, sale=sale_id):
        shares.setdefault(row["sale_line_id"], []).append((row["worker_id"], row["share"]))
    lines = []
    for row in r.all(_LINES, sale=sale_id):
        alone = [(row["worker_id"], 1)] if row["worker_id"] is not None else []
        lines.append(
            SoldLine(
                id=row["id"],
                kind=row["kind"],
                quantity=row["quantity"],
                amount=row["amount"],
                list_price=row["list_price"],
                service_id=row["service_id"],
                category_id=row["category_id"],
                requested=bool(row["requested"]),
                deposit=bool(row["deposit"]),
                workers=tuple(shares.get(row["id"], alone)),
            )
        )
    paid = [
        Paid(row["amount"], row["method"] == "stored_value", row["service_id"], row["fees"])
        for row in r.all(_PAYMENTS, sale=sale_id)
    ]
    paid += [Paid(row["amount"], True, row["service_id"]) for row in r.all(_PASSES, sale=sale_id)]
    return SoldSale(head["sold_at"], parse_day(head["day"]), tuple(lines), tuple(paid))


# ---- a refund

# What was free is given back by how many of it.
_BACK = """
SELECT back.id, back.refund_of_line, sold.amount, sold.quantity,
    (SELECT sum(other.amount) FROM sale_line other JOIN sale s ON s.id = other.sale_id
        WHERE other.refund_of_line = sold.id AND (s.status = 'paid' OR s.id = :sale)) AS amount_back,
    (SELECT sum(other.quantity) FROM sale_line other JOIN sale s ON s.id = other.sale_id
        WHERE other.refund_of_line = sold.id AND (s.status = 'paid' OR s.id = :sale)) AS quantity_back
FROM sale_line back JOIN sale_line sold ON sold.id = back.refund_of_line
WHERE back.sale_id = :sale ORDER BY back.seq
"""

_ENTRIES = """
SELECT entry.id, entry.worker_id, entry.rule_id, entry.base, entry.amount, entry.requested,
    coalesce(sum(gone.base), 0) AS base_gone, coalesce(sum(gone.amount), 0) AS amount_gone,
    coalesce(sum(gone.requested), 0) AS requested_gone
FROM commission_entry entry LEFT JOIN (
    SELECT taken.reverses, taken.base, taken.amount, taken.requested FROM commission_entry taken
    JOIN sale ON sale.id = taken.sale_id WHERE sale.status = 'paid' AND taken.reverses IS NOT NULL
) AS gone ON gone.reverses = entry.id
WHERE entry.sale_line_id = :line AND entry.reverses IS NULL
GROUP BY entry.id, entry.worker_id, entry.rule_id, entry.base, entry.amount, entry.requested ORDER BY entry.id
"""


def given_back(r: Reader, refund_sale_id: str) -> list[LineBack]:
    """The lines of a refund with how much of what they refund is given back by now."""
    found: dict[str, LineBack] = {}
    for row in r.all(_BACK, sale=refund_sale_id):
        by_amount = row["amount"] != 0
        found.setdefault(
            row["refund_of_line"],
            LineBack(
                line=row["id"],
                of_line=row["refund_of_line"],
                returned=-(row["amount_back"] if by_amount else row["quantity_back"]),
                whole=row["amount"] if by_amount else row["quantity"],
            ),
        )
    return list(found.values())


def entries_of_line(r: Reader, line_id: str) -> list[Entry]:
    """What was earned by a line, and what paid refunds took back of it so far."""
    return [
        Entry(
            row["id"],
            row["worker_id"],
            row["rule_id"],
            Earned(row["base"], row["amount"], row["requested"]),
            Earned(row["base_gone"], row["amount_gone"], row["requested_gone"]),
        )
        for row in r.all(_ENTRIES, line=line_id)
    ]
