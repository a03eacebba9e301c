"""The books given out: a month, whole, as one xlsx for the accountant."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from merchant_desk.commission.statements.store import statements
from merchant_desk.core.clock import last_of_month, parse_day, parse_wall
from merchant_desk.core.errors import DeskError
from merchant_desk.core.sheets import Amount, Cell, Table, write_book
from merchant_desk.db.records import Reader
from merchant_desk.exchange.books_sheets import SHEETS, BookSheet
from merchant_desk.exchange.books_words import pick, word
from merchant_desk.shop import store as shop_store

_MONTH = re.compile(r"(\d{4})-(\d{2})")


@dataclass(frozen=True, slots=True)
class MonthBook:
    """A month's sheets, read whole, and what they are counted in."""

    first: dt.date
    last: dt.date
    currency: str
    tables: tuple[Table, ...]


def month_of(text: str) -> dt.date:
    """The first day of "2025-08". Raises DeskError "bad_day" (fact `text`)."""
    found = _MONTH.fullmatch(text.strip())
    if found is None or not 1 <= int(found[2]) <= 12 or int(found[1]) < 1:
        raise DeskError("bad_day", text=text)
    return dt.date(int(found[1]), int(found[2]), 1)


def month_book(r: Reader, month: dt.date, language: str = "zh_CN") -> MonthBook:
    """The month that `month` lies in, in the words of "zh_CN" or "en": a summary, then every row."""
    first = month.replace(day=1)
    last = last_of_month(month)
    shop = shop_store.shop(r)
    tables = [_sheet(r, sheet, first, last, language) for sheet in SHEETS]
    summary = _summary(r, shop.name if shop else "", first, last, language)
    workers = _workers(r, first, last, language)
    return MonthBook(first, last, shop.currency if shop else "CNY", (summary, workers, *tables))


def save_month(path: Path, book: MonthBook) -> None:
    """Write the month as one xlsx. Raises what `core.sheets.write_table` raises."""
    write_book(path, book.tables, book.currency)


def _days(first: dt.date, last: dt.date) -> dict[str, str]:
    after = last + dt.timedelta(days=1)
    return {"first": first.isoformat(), "last": last.isoformat(), "after": after.isoformat()}


def _sheet(r: Reader, sheet: BookSheet, first: dt.date, last: dt.date, language: str) -> Table:
    found = r.all(sheet.query, **_days(first, last))
    rows = [[_cell(row[column.field], column.kind, language) for column in sheet.columns] for row in found]
    sums: list[Cell] = [
        Amount(sum(row[column.field] or 0 for row in found if row["counts"]))
        if column.kind == "money"
        else None
        for column in sheet.columns
    ]
    sums[0] = pick(("合计", "Sum"), language)
    header = [pick((column.chinese, column.english), language) for column in sheet.columns]
    return Table(pick((sheet.chinese, sheet.english), language), header, rows, [sums] if rows else [])


def _cell(value: Any, kind: str, language: str) -> Cell:
    if value is None or value == "":
        return None
    if kind in {"money", "price"}:
        return Amount(value)
    if kind == "day":
        return parse_day(value)
    if kind == "moment":
        return parse_wall(value)
    if kind == "count":
        return int(value)
    return str(value) if kind == "text" else word(kind, value, language)


def _workers(r: Reader, first: dt.date, last: dt.date, language: str) -> Table:
    """What each worker earned, stepped commission reckoned for the month."""
    names = (
        ("员工", "Worker"),
        ("完成业绩", "Work done"),
        ("底薪", "Base pay"),
        ("提成", "Commission"),
        ("小费", "Tips"),
        ("收入合计", "Income"),
    )
    found = statements(r, first, last)
    numbers = [(one.work, one.base_pay, one.commission, one.tips, one.income) for one in found]
    rows: list[list[Cell]] = [
        [one.worker, *map(Amount, money)] for one, money in zip(found, numbers, strict=True)
    ]
    sums: list[Cell] = [
        pick(("合计", "Sum"), language),
        *(Amount(sum(column)) for column in zip(*numbers, strict=True)),
    ]
    header = [pick(name, language) for name in names]
    return Table(pick(("员工", "Workers"), language), header, rows, [sums] if rows else [])


_SUMS = """
SELECT coalesce(sum(takings), 0) AS takings, coalesce(sum(total), 0) AS total,
    coalesce(sum(CASE WHEN refund_of IS NOT NULL THEN takings ELSE 0 END), 0) AS refunds,
    coalesce(sum(CASE WHEN refund_of IS NULL THEN 1 ELSE 0 END), 0) AS sales,
    coalesce(sum(CASE WHEN refund_of IS NOT NULL THEN 1 ELSE 0 END), 0) AS refunded
FROM sale WHERE status = 'paid' AND day BETWEEN :first AND :last
"""

_NOT_PAID = """
SELECT coalesce(sum(CASE WHEN status = 'void' THEN 1 ELSE 0 END), 0) AS void,
    coalesce(sum(CASE WHEN status = 'open' THEN 1 ELSE 0 END), 0) AS open
FROM sale WHERE day BETWEEN :first AND :last
"""

_TIPS = """
SELECT coalesce(sum(line.amount), 0) FROM sale_line line JOIN sale ON sale.id = line.sale_id
WHERE line.kind = 'tip' AND sale.status = 'paid' AND sale.day BETWEEN :first AND :last
"""

# What came on and went off the cards with the sales of the period: the way from the one view to the other.
_MOVED = """
SELECT entry.kind, sum(entry.principal) AS principal
FROM card_entry entry JOIN sale ON sale.id = entry.sale_id
WHERE entry.voided = 0 AND sale.status = 'paid' AND sale.day BETWEEN :first AND :last GROUP BY entry.kind
"""

_METHODS = """
SELECT payment.method, sum(payment.amount) AS amount FROM payment JOIN sale ON sale.id = payment.sale_id
WHERE sale.status <> 'void' AND payment.at >= :first AND payment.at < :after
GROUP BY payment.method ORDER BY payment.method
"""

_OWED = """
SELECT coalesce(sum(principal), 0) AS principal, coalesce(sum(bonus), 0) AS bonus
FROM card_entry WHERE voided = 0 AND at < :after
"""

_PLATFORMS = """
SELECT coalesce(sum(customer_paid), 0) AS customer_paid, coalesce(sum(platform_fee), 0) AS platform_fee,
    coalesce(sum(influencer_fee), 0) AS influencer_fee,
    coalesce(sum(worker_incentive), 0) AS worker_incentive, coalesce(sum(pays_out), 0) AS pays_out
FROM voucher WHERE state = 'redeemed' AND redeemed_at >= :first AND redeemed_at < :after
"""

_Line = tuple[tuple[str, str], Cell]


def _summary(r: Reader, shop: str, first: dt.date, last: dt.date, language: str) -> Table:
    """One page on which both views of the month are reckoned step by step."""
    days = _days(first, last)
    parts: Sequence[tuple[tuple[str, str], Iterator[_Line]]] = (
        (("营业", "Takings"), _views(r, days)),
        (("收款方式", "How it was paid"), _methods(r, days, language)),
        (("团购券（按核销日）", "Group-buy vouchers, by the day redeemed"), _vouchers(r, days)),
        (("尚欠顾客的卡余额", "What the shop still owes on cards"), _owed(r, days)),
        (("单据", "Sales"), _counts(r, days)),
    )
    rows: list[list[Cell]] = [
        [pick(("店铺", "Shop"), language), shop],
        [pick(("期间", "Period"), language), f"{first.isoformat()} – {last.isoformat()}"],
    ]
    for title, lines in parts:
        rows += [[None, None], [pick(title, language).upper(), None]]
        rows += [[pick(name, language), value] for name, value in lines]
    header = [pick(("汇总", "Summary"), language), pick(("金额", "Amount"), language)]
    return Table(pick(("汇总", "Summary"), language), header, rows)


def _one(r: Reader, query: str, days: Mapping[str, str]) -> Mapping[str, int]:
    row = r.all(query, **days)[0]
    return {name: row[name] for name in row.keys()}  # noqa: SIM118 - a row has keys and no items


def _views(r: Reader, days: Mapping[str, str]) -> Iterator[_Line]:
    sums = _one(r, _SUMS, days)
    moved = {row["kind"]: int(row["principal"]) for row in r.all(_MOVED, **days)}
    sold, refunded = moved.get("sold", 0), moved.get("refunded", 0)
    used = -(moved.get("used", 0) + moved.get("returned", 0))
    yield ("收款口径营业额", "Takings, cash view"), Amount(sums["takings"])
    yield ("其中退款", "of which refunds"), Amount(sums["refunds"])
    yield ("减：售卡本金", "less: principal of cards sold"), Amount(-sold)
    yield ("加：退卡本金", "plus: principal of cards refunded"), Amount(-refunded)
    yield ("加：耗卡本金", "plus: principal of cards used"), Amount(used)
    yield ("消耗口径营业额", "Takings, earned view"), Amount(sums["takings"] - sold - refunded + used)
    yield ("小费（归员工）", "Tips, the workers'"), Amount(int(r.value(_TIPS, **days)))
    yield ("消费单合计", "Total of the sales"), Amount(sums["total"])


def _methods(r: Reader, days: Mapping[str, str], language: str) -> Iterator[_Line]:
    for row in r.all(_METHODS, **days):
        name = word("method", row["method"], language)
        yield (name, name), Amount(row["amount"])


def _vouchers(r: Reader, days: Mapping[str, str]) -> Iterator[_Line]:
    sums = _one(r, _PLATFORMS, days)
    yield ("顾客实付", "Customers paid"), Amount(sums["customer_paid"])
    yield ("平台服务费", "Platform fees"), Amount(sums["platform_fee"])
    yield ("达人佣金", "Influencer fees"), Amount(sums["influencer_fee"])
    yield ("职人激励", "Staff incentives"), Amount(sums["worker_incentive"])
    yield ("商家应得", "Platforms pay out"), Amount(sums["pays_out"])


def _owed(r: Reader, days: Mapping[str, str]) -> Iterator[_Line]:
    sums = _one(r, _OWED, days)
    yield ("月末本金", "Principal at the month's end"), Amount(sums["principal"])
    yield ("月末赠送", "Bonus at the month's end"), Amount(sums["bonus"])


def _counts(r: Reader, days: Mapping[str, str]) -> Iterator[_Line]:
    sums, others = _one(r, _SUMS, days), _one(r, _NOT_PAID, days)
    yield ("消费单数", "Sales"), sums["sales"]
    yield ("退款单数", "Refunds"), sums["refunded"]
    yield ("作废单数", "Void sales"), others["void"]
    yield ("未结单数", "Open sales"), others["open"]
