"""Sales, touches and appointments as the customer's card meets them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from merchant_desk.core.clock import wall
from merchant_desk.db.shop_file import ShopFile

_STRENGTH = {"voucher": 6, "code": 5, "qr": 4, "booking_note": 3, "asked": 2, "inferred": 1}


def sell(
    file: ShopFile,
    customer_id: str,
    at: dt.datetime,
    total: int,
    *,
    lines: tuple[tuple[str, str | None], ...] = (("Gel", None),),
    refund_of: str | None = None,
    kinds: Mapping[str, str] | None = None,
) -> str:
    """A paid sale of lines (title, worker id), the whole amount on the first; gives its id.

    `kinds` are title -> kind of the lines that are no service.
    """
    with file.act("sell") as act:
        day = wall(at)[:10].replace("-", "")
        before = act.value("SELECT count(*) FROM sale WHERE number LIKE :day", day=f"{day}-%")
        row = {"number": f"{day}-{before + 1:04d}", "customer_id": customer_id, "status": "open"}
        money = {"total": total, "takings": total}
        sale = act.insert(
            "sale", {**row, **money, "sold_at": wall(at), "day": wall(at)[:10], "refund_of": refund_of}
        )
        for seq, (title, worker) in enumerate(lines):
            amount = 0 if seq else total
            line = {"sale_id": sale, "seq": seq, "title": title, "worker_id": worker, "amount": amount}
            line["kind"] = (kinds or {}).get(title, "service")
            price = {
                "unit_price": abs(amount),
                "list_price": abs(amount),
                "quantity": -1 if amount < 0 else 1,
            }
            back = act.value(
                "SELECT id FROM sale_line WHERE sale_id = :sale AND seq = :seq", sale=refund_of, seq=seq
            )
            act.insert("sale_line", {**line, **price, "refund_of_line": back})
        paid = {"sale_id": sale, "seq": 0, "at": wall(at), "method": "cash", "amount": total}
        act.insert("payment", paid)
        act.update("sale", sale, status="paid")
    return sale


def void(file: ShopFile, sale_id: str) -> None:
    with file.act("void") as act:
        act.update("sale", sale_id, status="void", void_reason="mistake")


def content(file: ShopFile, title: str, kind: str = "short_video") -> str:
    with file.act("content") as act:
        row = {"kind": kind, "platform": "douyin", "title": title, "published_at": "2026-01-01T08:00"}
        return act.insert("content", row)


def touch(
    file: ShopFile,
    customer_id: str,
    at: dt.datetime,
    *,
    content_id: str | None = None,
    channel_id: str | None = None,
    evidence: str = "asked",
) -> str:
    with file.act("touch") as act:
        row = {"customer_id": customer_id, "content_id": content_id, "channel_id": channel_id}
        return act.insert(
            "touch", {**row, "at": wall(at), "evidence": evidence, "strength": _STRENGTH[evidence]}
        )


def book(
    file: ShopFile,
    customer_id: str,
    start: dt.datetime,
    lines: tuple[tuple[str, str], ...],
    **columns: object,
) -> str:
    """An appointment of lines (service id, worker id), an hour each, one after another; gives its id."""
    with file.act("book") as act:
        made = act.insert("appointment", {"customer_id": customer_id, **columns})
        for seq, (service, worker) in enumerate(lines):
            begins = wall(start + dt.timedelta(hours=seq))
            ends = wall(start + dt.timedelta(hours=seq + 1))
            row = {"appointment_id": made, "seq": seq, "service_id": service, "worker_id": worker}
            times = {"start": begins, "end": ends, "busy_from": begins, "busy_to": ends}
            act.insert("appointment_line", {**row, **times})
    return made
