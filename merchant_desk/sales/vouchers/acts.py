"""What happens to group-buy vouchers: redeemed, given back, offered, and settled by the platform."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING

from merchant_desk.core.clock import parse_wall, wall
from merchant_desk.core.errors import DeskError
from merchant_desk.db.records import Act, Reader, in_list
from merchant_desk.sales.vouchers.codes import clean_code, family
from merchant_desk.sales.vouchers.model import VoucherDraft

if TYPE_CHECKING:
    import sqlite3


def redeem(act: Act, draft: VoucherDraft, at: dt.datetime) -> str:
    """Within another act: redeem a voucher at a naive shop time; gives its id for the payment.

    One that is in the books and not used up is brought to what the draft says. Raises what
    `VoucherDraft.check` and `clean_code` raise, "voucher_used" (facts: code, number, day, customer),
    "voucher_refunded" (code), "voucher_expired" (code, day).
    """
    draft.check()
    code = clean_code(draft.code)
    known = by_code(act, draft.platform, code)
    columns = _columns(draft, code, at)
    if known is None:
        voucher_id = act.insert("voucher", columns)
        _take_waiting(act, draft.platform, code, voucher_id)
        return voucher_id
    refuse_used(act, known, at)
    del columns["platform"], columns["order_id"]
    if not draft.content_id and not draft.channel_id:
        # What a platform's file said of its source stands.
        del columns["content_id"], columns["channel_id"]
    act.update("voucher", known["id"], **columns)
    return str(known["id"])


def _take_waiting(act: Act, platform: str, code: str, voucher_id: str) -> None:
    """Give a voucher the platform's rows that told of its code before it was taken."""
    marks, params = in_list("platform", family(platform))
    for row in act.all(
        f"SELECT id FROM settlement WHERE voucher_id IS NULL AND code = :code AND platform IN {marks}",
        code=code,
        **params,
    ):
        act.update("settlement", row["id"], voucher_id=voucher_id)


def give_back(act: Act, voucher_id: str, state: str, reason: str, at: dt.datetime) -> None:
    """Within another act: a voucher is used no more ("reversed", "refunded"), and why. Raises "gone"."""
    act.update("voucher", voucher_id, state=state, state_at=wall(at), state_reason=reason.strip())


def by_code(r: Reader, platform: str, code: str) -> sqlite3.Row | None:
    """The voucher with that whole code on the platform, or on one that shares its vouchers."""
    marks, params = in_list("platform", family(platform))
    rows = r.all(f"SELECT * FROM voucher WHERE platform IN {marks} AND code = :code", code=code, **params)
    # Used ones first: they refuse.
    return min(rows, key=lambda row: (row["state"] != "redeemed", row["platform"] != platform), default=None)


def check_unused(r: Reader, platform: str, code: str, at: dt.datetime) -> None:
    """Raise what `redeem` would raise of a whole code, before anything is written."""
    known = by_code(r, platform, code)
    if known is not None:
        refuse_used(r, known, at)


def refuse_used(r: Reader, known: sqlite3.Row, at: dt.datetime) -> None:
    """Raise "voucher_used", "voucher_refunded" or "voucher_expired" where a known voucher pays no more."""
    code = known["code"]
    if known["state"] == "redeemed":
        raise DeskError("voucher_used", code=code, **_use(r, known))
    if known["state"] == "refunded":
        raise DeskError("voucher_refunded", code=code)
    expires = known["expires_on"]
    if known["state"] == "expired" or (expires is not None and expires < wall(at)[:10]):
        facts = {"day": dt.date.fromisoformat(expires)} if expires else {}
        raise DeskError("voucher_expired", code=code, **facts)


def refuse_reused(r: Reader, refund_id: str) -> None:
    """Raise "voucher_used" where a voucher that a refund gave back has paid another sale since."""
    found = r.all(
        "SELECT DISTINCT voucher.code, voucher.id, voucher.redeemed_at, refund.refund_of FROM sale AS refund"
        " JOIN payment AS mine ON mine.sale_id = refund.id JOIN voucher ON voucher.id = mine.voucher_id"
        " JOIN payment AS later ON later.voucher_id = voucher.id JOIN sale ON sale.id = later.sale_id"
        " WHERE refund.id = :id AND later.amount > 0 AND sale.status <> 'void'"
        " AND sale.id <> refund.refund_of AND voucher.state = 'redeemed'",
        id=refund_id,
    )
    for row in found:
        raise DeskError("voucher_used", code=row["code"], **_use(r, row, but=row["refund_of"]))


def _use(r: Reader, known: sqlite3.Row, but: str = "") -> Mapping[str, object]:
    """Where a voucher was used: the sale's number, its day, the customer's name if any; `but` is left out."""
    sale = r.one(
        "SELECT sale.number, sale.sold_at, coalesce(customer.name, '') AS customer FROM payment"
        " JOIN sale ON sale.id = payment.sale_id LEFT JOIN customer ON customer.id = sale.customer_id"
        " WHERE payment.voucher_id = :id AND payment.amount > 0 AND sale.status <> 'void'"
        " AND sale.id <> :but ORDER BY sale.sold_at DESC LIMIT 1",
        id=known["id"],
        but=but,
    )
    if sale is not None:
        facts: dict[str, object] = {"number": sale["number"], "day": parse_wall(sale["sold_at"]).date()}
        return facts | ({"customer": sale["customer"]} if sale["customer"] else {})
    return {"day": parse_wall(known["redeemed_at"]).date()} if known["redeemed_at"] else {}


def _columns(draft: VoucherDraft, code: str, at: dt.datetime) -> dict[str, object]:
    return {
        "platform": draft.platform,
        "code": code,
        "product": draft.product.strip(),
        "order_id": "",
        "list_price": draft.list_price,
        "customer_paid": draft.customer_paid,
        "platform_fee": draft.platform_fee,
        "influencer_fee": draft.influencer_fee,
        "worker_incentive": draft.worker_incentive,
        "pays_out": draft.pays_out,
        "state": "redeemed",
        "redeemed_at": wall(at),
        "state_at": None,
        "state_reason": "",
        "voucher_product_id": draft.voucher_product_id,
        "service_id": draft.service_id,
        "content_id": draft.content_id,
        "channel_id": draft.channel_id,
    }
