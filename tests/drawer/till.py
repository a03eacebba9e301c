"""The smallest sales that put money into a drawer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from merchant_desk.db.shop_file import ShopFile

PREPAID = {"stored_value", "pass", "deposit"}


def pay(
    file: ShopFile,
    paid: Sequence[tuple[str, int]],
    at: dt.datetime | None = None,
    *,
    tip: int = 0,
    held: bool = False,
) -> str:
    """A sale with these payments (method, minor units), paid unless it is `held` or owes; gives its id."""
    at = at or file.clock.now()
    moment = at.isoformat(timespec="minutes")[:16]
    day = moment[:10]
    total = sum(amount for _, amount in paid)
    last = file.value("SELECT count(*) FROM sale WHERE day = :day", day=day)
    with file.act("check_out") as act:
        sale_id = act.insert(
            "sale",
            {
                "number": f"{day.replace('-', '')}-{last + 1:04d}",
                "sold_at": moment,
                "day": day,
                "status": "open",
                "held": int(held),
                "total": total,
                "takings": sum(amount for method, amount in paid if method not in PREPAID) - tip,
            },
        )
        for seq, (kind, amount) in enumerate((("free", total - tip), ("tip", tip))):
            if amount or kind == "free":
                line = {"sale_id": sale_id, "seq": seq, "kind": kind, "title": "Gel", "unit_price": amount}
                act.insert("sale_line", {**line, "list_price": amount, "amount": amount})
        for seq, (method, amount) in enumerate(paid):
            row = {"sale_id": sale_id, "seq": seq, "at": moment, "method": method, "amount": amount}
            act.insert("payment", row)
        if not held:
            act.update("sale", sale_id, status="paid")
    return sale_id


def owe(file: ShopFile, total: int, paid: Sequence[tuple[str, int]]) -> str:
    """A sale that is paid in part; gives its id."""
    moment = file.clock.now().isoformat(timespec="minutes")[:16]
    day = moment[:10]
    last = file.value("SELECT count(*) FROM sale WHERE day = :day", day=day)
    with file.act("owe") as act:
        number = f"{day.replace('-', '')}-{last + 1:04d}"
        row = {"number": number, "sold_at": moment, "day": day, "status": "open", "total": total}
        sale_id = act.insert("sale", {**row, "opened_at": moment, "takings": total})
        line = {"sale_id": sale_id, "seq": 1, "title": "Gel", "unit_price": total}
        act.insert("sale_line", {**line, "list_price": total, "amount": total})
        for seq, (method, amount) in enumerate(paid):
            act.insert(
                "payment", {"sale_id": sale_id, "seq": seq, "at": moment, "method": method, "amount": amount}
            )
    return sale_id


def void(file: ShopFile, sale_id: str) -> None:
    """Take a sale out of the takings."""
    with file.act("void") as act:
        act.update("sale", sale_id, status="void", void_reason="x", voided_at=act.now_ms)
