"""Reads what the workers earned from one day to another; sales that are void or not paid count nowhere."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping

from merchant_desk.commission.model import Asked, Source, Statement
from merchant_desk.commission.pay import base_pay
from merchant_desk.commission.reckon import part
from merchant_desk.commission.store import base_pays, rules
from merchant_desk.commission.tiers import TierEntry, earned
from merchant_desk.core.clock import parse_day
from merchant_desk.core.money import split
from merchant_desk.db.records import Reader, in_list
from merchant_desk.team import store as team_store

_KEY = tuple[str, str]
_HUNDREDTHS = 10_000

_SOURCES = """
SELECT entry.worker_id, entry.rule_id, sum(entry.base) AS base, sum(entry.amount) AS amount,
    sum(entry.requested) AS requested, sum(CASE WHEN entry.reverses IS NULL THEN 1 ELSE 0 END) AS lines
FROM commission_entry entry JOIN sale ON sale.id = entry.sale_id
WHERE sale.status = 'paid' AND sale.day >= :from_day AND sale.day < :after
AND (:worker = '' OR entry.worker_id = :worker)
GROUP BY entry.worker_id, entry.rule_id
"""

_TIER_ENTRIES = """
SELECT entry.worker_id, entry.rule_id, entry.base, substr(entry.at, 1, 10) AS day,
    substr(origin.at, 1, 10) AS of_day
FROM commission_entry entry JOIN commission_rule rule ON rule.id = entry.rule_id
JOIN sale ON sale.id = entry.sale_id LEFT JOIN commission_entry origin ON origin.id = entry.reverses
WHERE rule.kind = 'tiered' AND sale.status = 'paid' AND sale.day >= :from_day AND sale.day < :after
AND (:worker = '' OR entry.worker_id = :worker)
"""

# What was taken back, until a day, of what was earned in some months.
_TAKEN_LATER = """
SELECT entry.worker_id, entry.rule_id, entry.base, substr(entry.at, 1, 10) AS day,
    substr(origin.at, 1, 10) AS of_day
FROM commission_entry origin JOIN commission_rule rule ON rule.id = origin.rule_id
JOIN commission_entry entry ON entry.reverses = origin.id JOIN sale ON sale.id = entry.sale_id
WHERE rule.kind = 'tiered' AND sale.status = 'paid' AND substr(origin.at, 1, 7) IN {months}
AND sale.day < :from_day AND (:worker = '' OR entry.worker_id = :worker)
"""

# Lines a worker did, alone or with others; a shared line's own worker is the first of them.
_DONE = """
WITH done AS (
    SELECT line.id AS line_id, line.worker_id, 1 AS alone FROM sale_line line
    JOIN sale ON sale.id = line.sale_id WHERE line.worker_id IS NOT NULL
    AND sale.status = 'paid' AND sale.day BETWEEN :from_day AND :to_day
    AND NOT EXISTS (SELECT 1 FROM sale_share share WHERE share.sale_line_id = line.id)
    UNION ALL
    SELECT share.sale_line_id, share.worker_id, 0 FROM sale_share share
    JOIN sale_line line ON line.id = share.sale_line_id JOIN sale ON sale.id = line.sale_id
    WHERE sale.status = 'paid' AND sale.day BETWEEN :from_day AND :to_day
)
"""

# A refund's lines are shared as what they refund was. `gone` is what refunds before it gave back of that.
_WORK = """
SELECT line.kind, line.amount, coalesce(sold.id, line.id) AS shared_as,
    CASE WHEN sold.id IS NULL THEN 0 ELSE (
        SELECT coalesce(sum(other.amount), 0) FROM sale_line other
        JOIN sale earlier ON earlier.id = other.sale_id
        WHERE other.refund_of_line = sold.id AND earlier.status = 'paid' AND earlier.number < sale.number)
    END AS gone,
    coalesce(line.worker_id, sold.worker_id) AS worker_id
FROM sale_line line JOIN sale ON sale.id = line.sale_id
LEFT JOIN sale_line sold ON sold.id = line.refund_of_line
WHERE sale.status = 'paid' AND sale.day BETWEEN :from_day AND :to_day AND line.kind <> 'rounding'
AND (line.kind <> 'card' OR NOT EXISTS (
    SELECT 1 FROM card WHERE card.id = line.card_id AND card.kind = 'deposit'))
AND coalesce(line.worker_id, sold.worker_id) IS NOT NULL
ORDER BY line.id
"""

_SHARES = """
SELECT share.sale_line_id, share.worker_id, share.share FROM sale_share share
JOIN sale_line line ON line.id = share.sale_line_id JOIN sale ON sale.id = line.sale_id
WHERE sale.status = 'paid' AND (sale.day BETWEEN :from_day AND :to_day OR EXISTS (
    SELECT 1 FROM sale refund WHERE refund.refund_of = sale.id AND refund.status = 'paid'
    AND refund.day BETWEEN :from_day AND :to_day))
ORDER BY share.id
"""

_ASKED = (
    _DONE
    + """
SELECT done.worker_id, count(DISTINCT sale.customer_id) AS customers,
    count(DISTINCT CASE WHEN line.requested = 1 THEN sale.customer_id END) AS requested,
    count(DISTINCT CASE WHEN EXISTS (
        SELECT 1 FROM sale earlier JOIN sale_line did ON did.sale_id = earlier.id
        WHERE earlier.customer_id = sale.customer_id AND earlier.day < sale.day AND earlier.status = 'paid'
        AND coalesce(earlier.refund_of, '') = '' AND did.kind IN ('service', 'add_on', 'free')
        AND (did.worker_id = done.worker_id OR EXISTS (SELECT 1 FROM sale_share share
            WHERE share.sale_line_id = did.id AND share.worker_id = done.worker_id))
    ) THEN sale.customer_id END) AS again
FROM done JOIN sale_line line ON line.id = done.line_id JOIN sale ON sale.id = line.sale_id
WHERE sale.customer_id IS NOT NULL AND coalesce(sale.refund_of, '') = ''
AND line.kind IN ('service', 'add_on', 'free') AND (:worker = '' OR done.worker_id = :worker)
GROUP BY done.worker_id
"""
)


def statements(
    r: Reader, from_day: dt.date, to_day: dt.date, worker_id: str | None = None
) -> list[Statement]:
    """The statements of all workers, in the shop's order; who left only where there is something to state.

    With `worker_id` that worker's alone, always.
    """
    asked_for = {
        "from_day": from_day.isoformat(),
        "to_day": to_day.isoformat(),
        "after": _after(to_day),
        "worker": worker_id or "",
    }
    sources = _sources(r, from_day, to_day, asked_for)
    work, tips = _work(r, asked_for)
    asked = {row["worker_id"]: Asked(*tuple(row)[1:]) for row in r.all(_ASKED, **asked_for)}
    pays = base_pays(r)
    found = []
    for worker in team_store.workers(r, archived=True):
        if worker_id not in {None, worker.id}:
            continue
        statement = Statement(
            worker_id=worker.id,
            worker=worker.name,
            from_day=from_day,
            to_day=to_day,
            base_pay=0 if worker.archived else base_pay(pays.get(worker.id, ()), from_day, to_day),
            work=work[worker.id],
            sources=tuple(sources[worker.id]),
            tips=tips[worker.id],
            asked=asked.get(worker.id, Asked()),
        )
        if not worker.archived or worker_id or statement.sources or statement.work or statement.tips:
            found.append(statement)
    return found


def statement(r: Reader, worker_id: str, from_day: dt.date, to_day: dt.date) -> Statement | None:
    """One worker's statement, or None where there is no such worker."""
    return next(iter(statements(r, from_day, to_day, worker_id)), None)


def _sources(
    r: Reader, from_day: dt.date, to_day: dt.date, asked_for: Mapping[str, str]
) -> dict[str, list[Source]]:
    rows = {(row["worker_id"], row["rule_id"]): row for row in r.all(_SOURCES, **asked_for)}
    tiers = _tier_entries(r, from_day, to_day, asked_for["worker"])
    found: dict[str, list[Source]] = defaultdict(list)
    for rule in rules(r, archived=True):
        own = rule.rule.id
        for worker_id in dict.fromkeys(worker for worker, of_rule in rows if of_rule == own):
            row = rows[worker_id, own]
            base, amount, rate = row["base"], row["amount"], None
            if rule.rule.terms.kind == "tiered":
                made = earned(tiers[worker_id, own], rule.rule.terms, from_day, to_day)
                amount += made
                rate = part(made, _HUNDREDTHS, base) if base > 0 else None
            found[worker_id].append(Source(rule, row["lines"], base, amount, row["requested"], rate))
    return found


def _work(r: Reader, asked_for: Mapping[str, str]) -> tuple[Counter[str], Counter[str]]:
    """Worker id -> what their lines came to, and their tips; what several did is split by their shares."""
    shares: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for row in r.all(_SHARES, **asked_for):
        shares[row["sale_line_id"]].append((row["worker_id"], row["share"]))
    work: Counter[str] = Counter()
    tips: Counter[str] = Counter()
    for row in r.all(_WORK, **asked_for):
        did = shares.get(row["shared_as"]) or [(row["worker_id"], 1)]
        shared = [share for _worker, share in did]
        # In steps of all that was given back by then, so that a whole refund leaves nothing to anybody.
        before, now = split(row["gone"], shared), split(row["gone"] + row["amount"], shared)
        for at, (worker_id, _share) in enumerate(did):
            (tips if row["kind"] == "tip" else work)[worker_id] += now[at] - before[at]
    return work, tips


def _after(day: dt.date) -> str:
    """The day after, as what every time of that day is before."""
    return (day + dt.timedelta(days=1)).isoformat()


def _tier_entries(r: Reader, from_day: dt.date, to_day: dt.date, worker: str) -> dict[_KEY, list[TierEntry]]:
    """The entries of tiered rules in the period's months and in those that the period takes back from."""
    first = from_day.replace(day=1)
    rows = r.all(_TIER_ENTRIES, from_day=first.isoformat(), after=_after(to_day), worker=worker)
    # A month before is read whole, up to its own last day.
    months = {row["of_day"][:7] for row in rows if row["of_day"] and row["of_day"] < first.isoformat()}
    for month in sorted(months):
        start = parse_day(f"{month}-01")
        rows += r.all(_TIER_ENTRIES, from_day=start.isoformat(), after=f"{month}-99", worker=worker)
    if months:
        marks, names = in_list("month", sorted(months))
        earlier = r.all(_TAKEN_LATER.format(months=marks), from_day=first.isoformat(), worker=worker, **names)
        rows += [row for row in earlier if row["day"][:7] not in months]
    found: dict[_KEY, list[TierEntry]] = defaultdict(list)
    for row in rows:
        of_day = parse_day(row["of_day"]) if row["of_day"] else None
        found[row["worker_id"], row["rule_id"]].append(TierEntry(parse_day(row["day"]), row["base"], of_day))
    return found
