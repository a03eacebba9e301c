"""Group-buy vouchers, read: what is offered, what is in the books, and how the platforms' payouts compare."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Sequence

from merchant_desk.core.clock import parse_wall
from merchant_desk.core.pinyin import fold
from merchant_desk.db.records import Reader, in_list, literal
from merchant_desk.sales.vouchers.model import (
    Settlement,
    Voucher,
    VoucherFilter,
    VoucherProduct,
    VoucherRow,
    VoucherTotals,
)
from merchant_desk.shop.store import setting

# Names and ids of this shop on the platforms, as their files write them.
OWN_SHOPS_KEY = "platform_shops"

_PRODUCTS = """
SELECT product.*, coalesce(service.name, '') AS service, service.archived_at IS NOT NULL AS service_gone
FROM voucher_product AS product LEFT JOIN service ON service.id = product.service_id
"""


def templates(r: Reader, archived: bool = False) -> list[VoucherProduct]:
    """What is offered on the platforms, by platform in the shop's order; with `archived` what was, too."""
    rows = r.all(
        _PRODUCTS + "WHERE (product.archived_at IS NULL OR :archived = 1)"
        " ORDER BY product.archived_at IS NOT NULL, product.platform, product.seq, product.name",
        archived=int(archived),
    )
    return [_product(row) for row in rows]


def template(r: Reader, product_id: str) -> VoucherProduct | None:
    """One product, or None."""
    row = r.one(_PRODUCTS + "WHERE product.id = :id", id=product_id)
    return None if row is None else _product(row)


def last_platform(r: Reader) -> str:
    """Where the voucher redeemed last came from, "" where there is none."""
    found = r.value(
        "SELECT platform FROM voucher WHERE redeemed_at IS NOT NULL ORDER BY redeemed_at DESC LIMIT 1"
    )
    return found or ""


def own_shops(r: Reader) -> tuple[str, ...]:
    """Names and ids of this shop on the platforms, as the owner wrote them."""
    return tuple(setting(r, OWN_SHOPS_KEY, ()))


# The sale a voucher pays: one that counts first, the newest of several.
_SALE = """
(SELECT sale.id FROM payment JOIN sale ON sale.id = payment.sale_id
    WHERE payment.voucher_id = voucher.id AND payment.amount > 0
    ORDER BY sale.status = 'void', sale.sold_at DESC, sale.number DESC LIMIT 1)
"""

_SETTLED = """
LEFT JOIN (SELECT voucher_id, sum(pays_out) AS settled, min(accepted) AS accepted FROM settlement
    WHERE voucher_id IS NOT NULL GROUP BY voucher_id) AS paid ON paid.voucher_id = voucher.id
"""

# "waiting" has no row of the platform yet; "none" is owed nothing and got nothing.
_SETTLEMENT = """
CASE WHEN paid.voucher_id IS NULL THEN CASE WHEN voucher.state = 'redeemed' THEN 'waiting' ELSE 'none' END
    WHEN paid.settled = CASE WHEN voucher.state = 'redeemed' THEN voucher.pays_out ELSE 0 END THEN 'settled'
    WHEN paid.accepted = 1 THEN 'accepted' ELSE 'differs' END
"""

_FOUND = (
    "FROM voucher "
    + _SETTLED
    + "LEFT JOIN sale ON sale.id = "
    + _SALE
    + """
LEFT JOIN customer ON customer.id = sale.customer_id
WHERE (:platform = '' OR voucher.platform = :platform) AND (:state = '' OR voucher.state = :state)
AND (:from_day = '' OR voucher.redeemed_at >= :from_day)
AND (:to_day = '' OR voucher.redeemed_at < :to_day)
AND (:text = '' OR voucher.code LIKE :like ESCAPE '!' OR voucher.order_id LIKE :like ESCAPE '!'
    OR lower(voucher.product) LIKE :like ESCAPE '!' OR sale.number LIKE :like ESCAPE '!'
    OR customer.search LIKE :like ESCAPE '!')
"""
    + "AND (:settlement = '' OR "
    + _SETTLEMENT
    + " = :settlement) "
)

_COLUMNS = (
    "SELECT voucher.id, voucher.platform, voucher.code, voucher.product, voucher.state, voucher.redeemed_at,"
    " voucher.list_price, voucher.customer_paid,"
    " voucher.platform_fee + voucher.influencer_fee + voucher.worker_incentive AS fees, voucher.pays_out,"
    " coalesce(paid.settled, 0) AS settled, " + _SETTLEMENT + " AS settlement, sale.id AS sale_id,"
    " coalesce(sale.number, '') AS sale_number, coalesce(customer.name, '') AS customer "
)

_ROWS = _COLUMNS + _FOUND + "ORDER BY voucher.redeemed_at DESC, voucher.id DESC LIMIT :limit"

_TOTALS = (
    "SELECT count(*) AS count, coalesce(sum(CASE WHEN voucher.state = 'redeemed' THEN 1 END), 0) AS redeemed,"
    " coalesce(sum(CASE WHEN voucher.state = 'redeemed' THEN voucher.customer_paid END), 0) AS customer_paid,"
    " coalesce(sum(CASE WHEN voucher.state = 'redeemed'"
    " THEN voucher.platform_fee + voucher.influencer_fee + voucher.worker_incentive END), 0) AS fees,"
    " coalesce(sum(CASE WHEN voucher.state = 'redeemed' THEN voucher.pays_out END), 0) AS pays_out,"
    " coalesce(sum(paid.settled), 0) AS settled " + _FOUND
)


_WHOLE = (
    "SELECT voucher.*, coalesce(service.name, '') AS service,"
    " coalesce(content.kind, channel.kind, '') AS source_kind,"
    " coalesce(content.title, channel.name, '') AS source_title, sale.id AS sale_id,"
    " coalesce(sale.number, '') AS sale_number, coalesce(sale.status, '') AS sale_status,"
    " coalesce(customer.name, '') AS customer FROM voucher"
    " LEFT JOIN service ON service.id = voucher.service_id"
    " LEFT JOIN content ON content.id = voucher.content_id"
    " LEFT JOIN channel ON channel.id = voucher.channel_id LEFT JOIN sale ON sale.id = "
    + _SALE
    + "LEFT JOIN customer ON customer.id = sale.customer_id "
)


def vouchers(r: Reader, asked: VoucherFilter | None = None, limit: int = 500) -> list[VoucherRow]:
    """Vouchers, those redeemed last first."""
    return [_row(row) for row in r.all(_ROWS, **_asked(asked or VoucherFilter()), limit=limit)]


def totals(r: Reader, asked: VoucherFilter | None = None) -> VoucherTotals:
    """What all the vouchers that `vouchers` would find come to, however many are listed."""
    return VoucherTotals(*r.all(_TOTALS, **_asked(asked or VoucherFilter()))[0])


def differences(r: Reader, limit: int = 500) -> list[VoucherRow]:
    """Vouchers whose payouts do not come to what the books expect, accepted ones left out."""
    return vouchers(r, VoucherFilter(settlement="differs"), limit)


_ALONE = """
FROM settlement WHERE voucher_id IS NULL AND accepted = 0 AND (:platform = '' OR platform = :platform)
AND (:from_day = '' OR settled_at >= :from_day) AND (:to_day = '' OR settled_at < :to_day)
AND (:text = '' OR code LIKE :like ESCAPE '!' OR order_id LIKE :like ESCAPE '!'
    OR lower(product) LIKE :like ESCAPE '!')
"""


def unmatched(r: Reader, asked: VoucherFilter | None = None, limit: int = 500) -> list[Settlement]:
    """The platform's rows that belong to no voucher and were not accepted as they are, newest first.

    Of the filter the text, the platform and the days count; the days are those of the payout.
    """
    rows = r.all(
        f"SELECT * {_ALONE} ORDER BY settled_at DESC, id DESC LIMIT :limit", **_alone(asked), limit=limit
    )
    return [_settlement(row) for row in rows]


def unmatched_totals(r: Reader, asked: VoucherFilter | None = None) -> VoucherTotals:
    """What all the rows that `unmatched` would find come to, however many are listed; none is redeemed."""
    (row,) = r.all(
        "SELECT count(*) AS count, coalesce(sum(customer_paid), 0) AS paid,"
        f" coalesce(sum(pays_out), 0) AS settled {_ALONE}",
        **_alone(asked),
    )
    return VoucherTotals(row["count"], 0, row["paid"], 0, 0, row["settled"])


def unmatched_count(r: Reader) -> int:
    """How many rows `unmatched` would find without a text."""
    return int(r.value("SELECT count(*) FROM settlement WHERE voucher_id IS NULL AND accepted = 0"))


def waiting_of(r: Reader, platform: str, code: str) -> list[Settlement]:
    """The platform's rows of a code (of an order where they name no code) that belong to no voucher."""
    rows = r.all(
        "SELECT * FROM settlement WHERE voucher_id IS NULL AND platform = :platform"
        " AND CASE WHEN code = '' THEN order_id ELSE code END = :code ORDER BY settled_at, id",
        platform=platform,
        code=code,
    )
    return [_settlement(row) for row in rows]


def settlement(r: Reader, settlement_id: str) -> Settlement | None:
    """One row of the platform, or None."""
    row = r.one("SELECT * FROM settlement WHERE id = :id", id=settlement_id)
    return None if row is None else _settlement(row)


def likely(r: Reader, row: Settlement, limit: int = 20) -> list[VoucherRow]:
    """Vouchers that a platform's row may belong to: of its order first, then of its amount and time."""
    around = dt.timedelta(days=45)
    found = r.all(
        "SELECT voucher.id FROM voucher LEFT JOIN settlement ON settlement.voucher_id = voucher.id"
        " WHERE voucher.platform = :platform AND settlement.id IS NULL"
        " AND ((voucher.order_id <> '' AND voucher.order_id = :order_id)"
        "  OR (voucher.customer_paid = :paid"
        "   AND voucher.redeemed_at >= :first AND voucher.redeemed_at <= :last))"
        " ORDER BY voucher.order_id <> :order_id, voucher.product <> :product,"
        " voucher.redeemed_at DESC LIMIT :limit",
        platform=row.platform,
        order_id=row.order_id,
        paid=row.customer_paid,
        product=row.product,
        first=(row.settled_at - around).isoformat(),
        last=(row.settled_at + around).isoformat(),
        limit=limit,
    )
    ids = [one["id"] for one in found]
    known = {one.id: one for one in _of(r, ids)}
    return [known[one] for one in ids]


def voucher(r: Reader, voucher_id: str) -> Voucher | None:
    """One voucher whole, or None."""
    row = r.one(_WHOLE + "WHERE voucher.id = :id", id=voucher_id)
    if row is None:
        return None
    settled = r.all("SELECT * FROM settlement WHERE voucher_id = :id ORDER BY settled_at, id", id=voucher_id)
    return _voucher(row, tuple(_settlement(one) for one in settled))


def _of(r: Reader, ids: Sequence[str]) -> list[VoucherRow]:
    if not ids:
        return []
    marks, params = in_list("id", ids)
    rows = r.all(f"{_COLUMNS}{_FOUND}AND voucher.id IN {marks}", **_asked(VoucherFilter()), **params)
    return [_row(row) for row in rows]


def _asked(asked: VoucherFilter) -> dict[str, object]:
    after = asked.to_day + dt.timedelta(days=1) if asked.to_day else None
    return {
        "platform": asked.platform,
        "state": asked.state,
        "settlement": asked.settlement,
        "from_day": asked.from_day.isoformat() if asked.from_day else "",
        "to_day": after.isoformat() if after else "",
        **_like(asked.text),
    }


def _alone(asked: VoucherFilter | None) -> dict[str, object]:
    wanted = _asked(asked or VoucherFilter())
    return {name: wanted[name] for name in ("platform", "from_day", "to_day", "text", "like")}


def _like(text: str) -> dict[str, object]:
    typed = fold(text)
    if typed.replace(" ", "").isdigit():
        # A code is read aloud in fours.
        typed = typed.replace(" ", "")
    return {"text": typed, "like": f"%{literal(typed)}%"}


def _product(row: sqlite3.Row) -> VoucherProduct:
    return VoucherProduct(
        id=row["id"],
        platform=row["platform"],
        name=row["name"],
        service_id=row["service_id"],
        service=row["service"],
        service_gone=bool(row["service_gone"]),
        list_price=row["list_price"],
        customer_paid=row["customer_paid"],
        platform_fee=row["platform_fee"],
        influencer_fee=row["influencer_fee"],
        worker_incentive=row["worker_incentive"],
        pays_out=row["pays_out"],
        archived=row["archived_at"] is not None,
    )


def _row(row: sqlite3.Row) -> VoucherRow:
    return VoucherRow(
        id=row["id"],
        platform=row["platform"],
        code=row["code"],
        product=row["product"],
        state=row["state"],
        redeemed_at=_moment(row["redeemed_at"]),
        list_price=row["list_price"],
        customer_paid=row["customer_paid"],
        fees=row["fees"],
        pays_out=row["pays_out"],
        settled=row["settled"],
        settlement=row["settlement"],
        sale_id=row["sale_id"],
        sale_number=row["sale_number"],
        customer=row["customer"],
    )


def _settlement(row: sqlite3.Row) -> Settlement:
    return Settlement(
        id=row["id"],
        platform=row["platform"],
        code=row["code"],
        order_id=row["order_id"],
        product=row["product"],
        kind=row["kind"],
        settled_at=parse_wall(row["settled_at"]),
        customer_paid=row["customer_paid"],
        platform_fee=row["platform_fee"],
        influencer_fee=row["influencer_fee"],
        worker_incentive=row["worker_incentive"],
        pays_out=row["pays_out"],
        voucher_id=row["voucher_id"],
        accepted=bool(row["accepted"]),
        note=row["note"],
    )


def _voucher(row: sqlite3.Row, settled: tuple[Settlement, ...]) -> Voucher:
    return Voucher(
        id=row["id"],
        platform=row["platform"],
        code=row["code"],
        product=row["product"],
        order_id=row["order_id"],
        state=row["state"],
        state_at=_moment(row["state_at"]),
        state_reason=row["state_reason"],
        redeemed_at=_moment(row["redeemed_at"]),
        expires_on=dt.date.fromisoformat(row["expires_on"]) if row["expires_on"] else None,
        list_price=row["list_price"],
        customer_paid=row["customer_paid"],
        platform_fee=row["platform_fee"],
        influencer_fee=row["influencer_fee"],
        worker_incentive=row["worker_incentive"],
        pays_out=row["pays_out"],
        voucher_product_id=row["voucher_product_id"],
        service_id=row["service_id"],
        service=row["service"],
        source_kind=row["source_kind"],
        source_title=row["source_title"],
        sale_id=row["sale_id"],
        sale_number=row["sale_number"],
        sale_status=row["sale_status"],
        customer=row["customer"],
        settled=settled,
    )


def _moment(text: str | None) -> dt.datetime | None:
    return parse_wall(text) if text else None
