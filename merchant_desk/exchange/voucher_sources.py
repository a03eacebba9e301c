"""What a platform's row says brought a voucher's customer, and how it is noted with the sale that it paid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from merchant_desk.core.clock import parse_wall
from merchant_desk.core.pinyin import fold
from merchant_desk.db.records import Act
from merchant_desk.exchange.recognise import Record, Table
from merchant_desk.sources.acts import add_touch
from merchant_desk.sources.model import EVIDENCE

if TYPE_CHECKING:
    import sqlite3

Source = dict[str, str | None]

_SALE = """
SELECT sale.* FROM payment JOIN sale ON sale.id = payment.sale_id
WHERE payment.voucher_id = :voucher AND payment.amount > 0 AND sale.status = 'paid'
"""

# What was said of the visit until now, at the till or when it was booked.
_SAID = """
SELECT touch.id, touch.content_id, touch.channel_id, touch.evidence,
    coalesce(content.kind, touch.channel_id) AS kind
FROM touch LEFT JOIN content ON content.id = touch.content_id
WHERE touch.sale_id = :sale OR (touch.appointment_id = :appointment AND touch.customer_id = :customer)
ORDER BY touch.strength DESC, touch.id
"""


class VoucherSources:
    """Reads a file's sources within an act, and gives them to the vouchers that its rows are about."""

    def __init__(self, act: Act, table: Table) -> None:
        self._act = act
        self._table = table
        self._contents: dict[str, list[tuple[str, str]]] = {}
        for row in act.all(
            "SELECT id, title, published_at FROM content WHERE archived_at IS NULL ORDER BY published_at, id"
        ):
            self._contents.setdefault(fold(row["title"]), []).append((row["published_at"], row["id"]))

    def of(self, record: Record, redeemed_at: str) -> Source:
        """The content that the row names, or else its channel; both None where it names neither."""
        content_id = self._content(record.words("content"), redeemed_at)
        return {
            "content_id": content_id,
            "channel_id": None if content_id else record.words("channel") or None,
        }

    def said(self, record: Record) -> str:
        """The platform's own word for the channel."""
        return self._table.said(record, "channel")

    def learn(self, record: Record, voucher: sqlite3.Row) -> bool:
        """Give a voucher in the books the row's source where it has none, or a channel only.

        Whether there was something to learn. What was said of the sale already and agrees is the same touch,
        now with the platform's word for it; what disagrees stays beside it.
        """
        source = self.of(record, voucher["redeemed_at"] or "")
        more = source["channel_id"] is not None and voucher["channel_id"] is None
        if voucher["content_id"] is not None or not (source["content_id"] or more):
            return False
        self._act.update("voucher", voucher["id"], **source)
        sale = self._act.one(_SALE, voucher=voucher["id"])
        if sale is not None:
            self._credit(record, voucher, sale, source)
        return True

    def _credit(self, record: Record, voucher: sqlite3.Row, sale: sqlite3.Row, source: Source) -> None:
        proven = {"evidence": "voucher", "note": self.said(record)}
        for said in self._act.all(
            _SAID, sale=sale["id"], appointment=sale["appointment_id"], customer=sale["customer_id"]
        ):
            if self._agree(said, source, voucher["channel_id"]):
                named = source if source["content_id"] else {}
                self._act.update("touch", said["id"], strength=EVIDENCE["voucher"], **proven, **named)
                return
        add_touch(
            self._act,
            content_id=source["content_id"],
            channel_id=source["channel_id"],
            customer_id=sale["customer_id"],
            appointment_id=sale["appointment_id"],
            sale_id=sale["id"],
            at=parse_wall(sale["sold_at"]),
            **proven,
        )

    def _agree(self, said: sqlite3.Row, source: Source, channel_before: str | None) -> bool:
        """Whether both speak of one content, or one of them of its kind; or the platform says it closer."""
        if source["content_id"] is None:
            return bool(said["kind"] == source["channel_id"])
        if said["content_id"] is not None:
            return bool(said["content_id"] == source["content_id"])
        if said["evidence"] == "voucher" and said["channel_id"] == channel_before:
            return True
        kind = self._act.value("SELECT kind FROM content WHERE id = :id", id=source["content_id"])
        return bool(said["channel_id"] == kind)

    def _content(self, title: str, redeemed_at: str) -> str | None:
        """The content of that title; of several the last one published before the voucher was redeemed."""
        published = self._contents.get(fold(title), []) if title else []
        before = [content_id for at, content_id in published if at <= redeemed_at]
        if before:
            return before[-1]
        return published[0][1] if published else None
