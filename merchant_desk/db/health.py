"""Whether a shop's file is whole: pages, references, rules, and money."""

from __future__ import annotations

from dataclasses import dataclass

from merchant_desk.db import money_checks, rules
from merchant_desk.db.shop_file import ShopFile


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that does not hold; `detail` says where."""

    code: str
    detail: str


def check(file: ShopFile) -> list[Problem]:
    """Everything that does not hold in the file, or an empty list.

    Codes: "damaged", "broken_reference", "rule_missing", "channel_missing", those of the equations of money
    (`money_checks.CHECKS`: the sale, card, voucher or day that breaks one), and "double_booking".
    """
    problems = [
        Problem("damaged", row[0]) for row in file.all("PRAGMA integrity_check(20)") if row[0] != "ok"
    ]
    problems += [
        Problem("broken_reference", f"{row['table']} {row['rowid']} -> {row['parent']}")
        for row in file.all("PRAGMA foreign_key_check")
    ]
    there = rules.present(file.conn)
    problems += [
        Problem("rule_missing", name) for name, sql in rules.wanted().items() if there.get(name) != sql
    ]
    problems += [Problem("channel_missing", code) for code in rules.channels_missing(file.conn)]
    problems += [Problem(code, row[0]) for code, query in money_checks.CHECKS for row in file.all(query)]
    problems += [Problem("double_booking", row["busy_from"]) for row in file.all(_OVERLAPS)]
    return problems


# Sorted by start, two lines of a worker overlap only if one overlaps the latest end before it.
_OVERLAPS = """
WITH live AS (
    SELECT line.worker_id, line.appointment_id, line.busy_from, line.busy_to
    FROM appointment_line line JOIN appointment ON appointment.id = line.appointment_id
    WHERE appointment.status NOT IN ('cancelled', 'no_show') AND line.squeezed = 0),
visits AS (
    SELECT worker_id, appointment_id, min(busy_from) AS busy_from, max(busy_to) AS busy_to
    FROM live GROUP BY worker_id, appointment_id),
ordered AS (
    SELECT busy_from, max(busy_to) OVER (
        PARTITION BY worker_id ORDER BY busy_from, appointment_id
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS latest
    FROM visits)
SELECT busy_from FROM ordered WHERE busy_from < latest
"""
