"""Makes the file of the present schema for test_old_files.py, once, when a schema is released.

python -m tests.old_databases.make
"""

from __future__ import annotations

import datetime as dt
import gzip
import tempfile
from pathlib import Path

from merchant_desk.appointments.model import AppointmentDraft, LineDraft
from merchant_desk.core.clock import FixedClock
from merchant_desk.customers.model import CustomerDraft
from merchant_desk.db.open import SCHEMA
from merchant_desk.desk import Desk, open_desk
from merchant_desk.drawer.model import CloseDraft
from merchant_desk.prepaid.model import CardDraft
from merchant_desk.prepaid.store import cards_of
from merchant_desk.sales import store
from merchant_desk.sales.model import PaymentDraft, SaleDraft, SaleLineDraft
from merchant_desk.sales.refunds import RefundDraft, RefundLine
from merchant_desk.sources.model import ContentDraft

NOW = dt.datetime(2026, 8, 20, 14, 0)


def make(folder: Path) -> Path:
    """One of everything a day at the counter leaves."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "shop.desk"
        desk = open_desk(path, FixedClock(NOW))
        desk.set_up("Nails", "nails_lashes", "en", ["Momo"])
        service = desk.file.value("SELECT id FROM service ORDER BY seq LIMIT 1")
        worker = desk.file.value("SELECT id FROM worker")
        content = desk.sources.log_content(
            ContentDraft(
                kind="short_video", platform="douyin", title="Three minutes", published_at=NOW, cost=5_000
            )
        )
        ana = desk.customers.add(CustomerDraft("Ana", phone="13812345678"))
        booked = desk.appointments.book(
            AppointmentDraft(ana, (LineDraft(service, worker, NOW + dt.timedelta(hours=1), 60),))
        )
        desk.sales.check_out(
            SaleDraft(
                lines=(SaleLineDraft("Gel", 12_800, service_id=service, worker_id=worker),),
                payments=(PaymentDraft("wechat", 12_800),),
                customer_id=ana,
                appointment_id=booked,
                content_id=content,
            )
        )
        _money(desk, ana, service, worker)
        desk.file.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        desk.file.close()
        packed = folder / f"schema-{SCHEMA:04d}.desk.gz"
        packed.write_bytes(gzip.compress(path.read_bytes(), mtime=0))
        return packed


def _money(desk: Desk, customer: str, service: str, worker: str) -> None:
    """A card sold and used, a part given back, and the day closed."""
    card = CardDraft("balance", "Balance 500", bonus=5_000)
    desk.sales.check_out(
        SaleDraft(
            (SaleLineDraft("Balance 500", 50_000, kind="card", card=card),),
            (PaymentDraft("cash", 50_000),),
            customer_id=customer,
        )
    )
    (sold,) = cards_of(desk.file, customer, NOW.date())
    line = SaleLineDraft("Gel", 12_800, service_id=service, worker_id=worker)
    used = desk.sales.check_out(
        SaleDraft((line,), (PaymentDraft("stored_value", 12_800, card_id=sold.id),), customer_id=customer)
    )
    sale = store.sale(desk.file, used)
    if sale is None:
        raise LookupError(used)
    back = PaymentDraft("stored_value", 2_800, card_id=sold.id)
    desk.sales.refund(RefundDraft(used, (RefundLine(sale.lines[0].id, 2_800),), (back,), "a chip"))
    desk.drawer.close_day(CloseDraft(NOW.date(), counted={"cash": 50_000}, kept=30_000))


if __name__ == "__main__":
    make(Path(__file__).parent)
