"""Small random shops in memory, and what their visits are credited to, worked out the slow and plain way."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import strategies as st

import merchant_desk.db
from merchant_desk.core.clock import wall
from merchant_desk.db.records import Rows
from merchant_desk.db.rules import BUILT_IN_CHANNELS

START = dt.datetime(2024, 1, 15, 9, 0)
DAYS = 150
CUSTOMERS = ("ana", "bo", "cy")
CONTENTS = {"video": "short_video", "live": "live_stream", "post": "grass_post"}
CHANNELS = ("search_map", "referral", "unknown", "short_video")
STRENGTH = {"voucher": 6, "code": 5, "qr": 4, "booking_note": 3, "asked": 2, "inferred": 1}


@dataclass
class Sale:
    id: str
    customer: str | None
    at: dt.datetime
    status: str
    total: int
    refund_of: str | None = None


@dataclass
class Touch:
    id: str
    customer: str | None
    source: str
    at: dt.datetime
    evidence: str
    sale: str | None = None
    appointment: str | None = None


@dataclass
class Shop:
    sales: list[Sale] = field(default_factory=list)
    touches: list[Touch] = field(default_factory=list)
    costs: list[tuple[str, dt.date, int]] = field(default_factory=list)

    def reader(self) -> Rows:
        """The shop as rows: the real tables, without the rules that guard how rows are written."""
        conn = sqlite3.connect(":memory:")
        conn.row_factory = sqlite3.Row
        for script in ("tables.sql", "calendar.sql", "money.sql"):
            conn.executescript(Path(merchant_desk.db.__file__).with_name(script).read_text(encoding="utf-8"))
        stamps = "created_at, updated_at"
        conn.executemany(
            f"INSERT INTO customer (id, name, {stamps}) VALUES (?, ?, 0, 0)", [(c, c) for c in CUSTOMERS]
        )
        conn.executemany(
            f"INSERT INTO channel (id, kind, built_in, {stamps}) VALUES (?, ?, 1, 0, 0)",
            [(code, code) for code in BUILT_IN_CHANNELS],
        )
        conn.executemany(
            f"INSERT INTO content (id, kind, platform, title, published_at, {stamps})"
            " VALUES (?, ?, 'douyin', ?, '2024-01-01T10:00', 0, 0)",
            [(content, kind, content.title()) for content, kind in CONTENTS.items()],
        )
        conn.executemany(
            "INSERT INTO sale (id, number, customer_id, sold_at, day, status, total, takings, refund_of,"
            f" {stamps})"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)",
            [
                (s.id, s.id, s.customer, wall(s.at), wall(s.at)[:10], s.status, s.total, s.total, s.refund_of)
                for s in self.sales
            ],
        )
        conn.executemany(
            f"INSERT INTO touch (id, customer_id, content_id, channel_id, at, evidence, strength, sale_id,"
            f" appointment_id, {stamps}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)",
            [
                (
                    t.id,
                    t.customer,
                    t.source if t.source in CONTENTS else None,
                    None if t.source in CONTENTS else t.source,
                    wall(t.at),
                    t.evidence,
                    STRENGTH[t.evidence],
                    t.sale,
                    t.appointment,
                )
                for t in self.touches
            ],
        )
        conn.executemany(
            f"INSERT INTO content_cost (id, content_id, day, kind, amount, {stamps})"
            " VALUES (?, ?, ?, 'ads', ?, 0, 0)",
            [(f"cost{at}", c, day.isoformat(), amount) for at, (c, day, amount) in enumerate(self.costs)],
        )
        return Rows(conn)


@dataclass
class Credited:
    """A visit with what it is credited to: a content's or channel's id, "returning" or "unknown"."""

    customer: str | None
    day: dt.date
    sales: list[Sale]
    source: str
    first: bool

    @property
    def kind(self) -> str:
        return CONTENTS.get(self.source, self.source)


def visits(shop: Shop) -> list[Credited]:
    groups: dict[tuple[str | None, object], list[Sale]] = defaultdict(list)
    for sale in shop.sales:
        if sale.status == "paid" and sale.refund_of is None:
            whose = (sale.customer, sale.at.date()) if sale.customer else (None, sale.id)
            groups[whose].append(sale)
    return [_credited(shop, list(groups.values()), sales) for sales in groups.values()]


def _credited(shop: Shop, groups: list[list[Sale]], sales: list[Sale]) -> Credited:
    customer, day, last = sales[0].customer, sales[0].at.date(), max(sale.at for sale in sales)
    earlier = [
        max(sale.at for sale in other)
        for other in groups
        if customer and other[0].customer == customer and other[0].at.date() < day
    ]
    cut = max(earlier, default=dt.datetime.min)
    best: Touch | None = None
    for touch in shop.touches:
        mine = touch.customer == customer if customer else touch.sale == sales[0].id
        window = dt.timedelta(days=90 if touch.evidence == "asked" else 30)
        if not mine or not cut < touch.at <= last or last - touch.at > window:
            continue
        if best is None or _weight(touch) > _weight(best):
            best = touch
    source = best.source if best else ("returning" if earlier else "unknown")
    return Credited(customer, day, sales, source, bool(customer) and not earlier)


def _weight(touch: Touch) -> tuple[dt.datetime, int, str]:
    return touch.at, STRENGTH[touch.evidence], touch.id


def refunds(shop: Shop) -> list[tuple[Sale, str]]:
    """Each refund with the source of the visit whose sale it refunds."""
    by_sale = {sale.id: visit.source for visit in visits(shop) for sale in visit.sales}
    return [
        (sale, by_sale[sale.refund_of])
        for sale in shop.sales
        if sale.status == "paid" and sale.refund_of is not None
    ]


# Times that meet the edges of the windows: the same minute, 30 and 90 days, a minute beyond.
_MOMENTS = st.builds(
    lambda day, minute: START + dt.timedelta(days=day, minutes=minute),
    st.sampled_from((0, 1, 14, 29, 30, 31, 32, 60, 89, 90, 91, 92, 120, DAYS)),
    st.sampled_from((0, 0, 1, 60, 600)),
)


@st.composite
def shops(draw: st.DrawFn) -> Shop:
    shop = Shop()
    for at in range(draw(st.integers(0, 10))):
        shop.sales.append(
            Sale(
                f"s{at:02d}",
                draw(st.sampled_from((*CUSTOMERS, None))),
                draw(_MOMENTS),
                draw(st.sampled_from(("paid", "paid", "paid", "void", "open"))),
                draw(st.integers(0, 30_000)),
            )
        )
    paid = [sale for sale in shop.sales if sale.status == "paid"]
    for at in range(draw(st.integers(0, 3)) if paid else 0):
        sold = draw(st.sampled_from(paid))
        later = sold.at + dt.timedelta(days=draw(st.sampled_from((0, 3, 40))))
        status = draw(st.sampled_from(("paid", "paid", "void")))
        shop.sales.append(Sale(f"r{at}", sold.customer, later, status, -draw(st.integers(0, 9_000)), sold.id))
    sold_ids = [sale.id for sale in shop.sales]
    for at in range(draw(st.integers(0, 14))):
        sale_id = draw(st.sampled_from((None, *sold_ids)))
        customer = draw(st.sampled_from((*CUSTOMERS, None))) if sale_id else draw(st.sampled_from(CUSTOMERS))
        shop.touches.append(
            Touch(
                f"t{at:02d}",
                customer,
                draw(st.sampled_from((*CONTENTS, *CHANNELS))),
                draw(_MOMENTS),
                draw(st.sampled_from(tuple(STRENGTH))),
                sale_id,
                draw(st.sampled_from((None, "a1", "a2"))),
            )
        )
    for _ in range(draw(st.integers(0, 3))):
        when = START.date() + dt.timedelta(days=draw(st.integers(0, DAYS)))
        shop.costs.append((draw(st.sampled_from(tuple(CONTENTS))), when, draw(st.integers(0, 5_000))))
    return shop


@st.composite
def periods(draw: st.DrawFn) -> tuple[dt.date, dt.date]:
    first = START.date() + dt.timedelta(days=draw(st.integers(-5, DAYS)))
    return first, first + dt.timedelta(days=draw(st.sampled_from((0, 1, 6, 29, 30, 59, 200))))
