"""Payouts of vouchers that were never taken at the till become sales, within an act that is open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from merchant_desk.catalog.store import services
from merchant_desk.core.clock import wall
from merchant_desk.core.errors import DeskError
from merchant_desk.core.ids import new_id
from merchant_desk.core.pinyin import fold
from merchant_desk.db.records import Act
from merchant_desk.sales.model import PaymentDraft, SaleDraft, SaleLineDraft
from merchant_desk.sales.vouchers.acts import by_code
from merchant_desk.sales.vouchers.model import Settlement
from merchant_desk.sales.vouchers.settling import day_closed
from merchant_desk.sales.vouchers.store import waiting_of
from merchant_desk.sales.write import write_sales

# What an undone act left in the books is no use of the voucher.
_FREE = ("issued", "reversed")
_SUMMED = ("platform_fee", "influencer_fee", "worker_incentive", "pays_out")


def write_down(act: Act, rows: Sequence[Settlement], now: dt.datetime) -> list[str]:
    """Sales of what the customers paid, each on the day of its row; gives their ids.

    All waiting rows of one code go together: a voucher that came and went is no sale, and its rows are
    accepted as they are. What falls on a closed day is written down now, pointing back. Raises DeskError
    "day_closed" where today is closed too, and "voucher_known" (code) of one used or given back.
    """
    by_name = {fold(one.name): one for one in services(act)}
    drafts = []
    for platform, code in dict.fromkeys((row.platform, row.code or row.order_id) for row in rows):
        theirs = waiting_of(act, platform, code)
        paid = sum(row.customer_paid for row in theirs)
        first = next((row for row in theirs if row.kind == "settled"), None)
        if first is None or paid <= 0:
            for row in theirs:
                act.update("settlement", row.id, accepted=1)
            continue
        at, late = first.settled_at, day_closed(act, first.settled_at)
        if late and day_closed(act, now):
            raise DeskError("day_closed", today=now.date())
        service = by_name.get(fold(first.product))
        service_id = service.id if service else None
        line = SaleLineDraft(
            first.product or code,
            paid,
            kind="service" if service else "free",
            service_id=service_id,
            material_cost=service.material_cost if service else 0,
        )
        payment = PaymentDraft("voucher", paid, voucher_id=_enter(act, theirs, code, service_id, at))
        draft = SaleDraft((line,), (payment,), id=new_id(), of_day=at.date() if late else None)
        drafts.append((draft, now if late else at))
    return write_sales(act, drafts)


def _enter(act: Act, rows: Sequence[Settlement], code: str, service_id: str | None, at: dt.datetime) -> str:
    """The voucher of a platform's rows, put in the books as redeemed and as it was paid out."""
    first = rows[0]
    known = by_code(act, first.platform, code)
    if known is not None and known["state"] not in _FREE:
        raise DeskError("voucher_known", code=code)
    sums = {name: sum(int(getattr(row, name)) for row in rows) for name in _SUMMED}
    columns: dict[str, object] = {
        "product": first.product,
        "order_id": first.order_id,
        "customer_paid": sum(row.customer_paid for row in rows),
        **{name: max(0, amount) if name != "pays_out" else amount for name, amount in sums.items()},
        "state": "redeemed",
        "redeemed_at": wall(at),
        "service_id": service_id,
    }
    if known is None:
        voucher_id = act.insert("voucher", {"platform": first.platform, "code": code, **columns})
    else:
        voucher_id = str(known["id"])
        act.update("voucher", voucher_id, **columns, state_at=None, state_reason="")
    for row in rows:
        act.update("settlement", row.id, voucher_id=voucher_id)
    return voucher_id
