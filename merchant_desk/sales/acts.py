"""The verbs of the till: check out, void."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from merchant_desk.core.clock import wall
from merchant_desk.core.errors import DeskError
from merchant_desk.core.ids import new_id
from merchant_desk.customers.store import name_of
from merchant_desk.db.records import Act
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.sales.model import SaleDraft
from merchant_desk.sources.acts import add_touch


class SaleActs:
    """What happens at the till, each in one transaction."""

    def __init__(self, file: ShopFile) -> None:
        self._file = file

    def check_out(self, draft: SaleDraft) -> str:
        """Write a paid sale, what brought the customer, and the appointment as done; gives the sale's id.

        A draft whose id is in the books already is that sale: nothing is written twice. Raises
        DeskError "nothing_sold", "bad_amount", "payments_do_not_add_up", "already_paid" (number).
        """
        draft.check()
        if draft.id and self._file.value("SELECT 1 FROM sale WHERE id = :id", id=draft.id):
            return draft.id
        with self._file.act("check_out", self._subject(draft)) as act:
            if draft.appointment_id:
                _finish_appointment(act, draft.appointment_id)
            at = draft.sold_at or self._file.clock.now()
            (sale_id,) = write_sales(act, [(draft, at)])
            if draft.content_id or draft.channel_id:
                add_touch(
                    act,
                    content_id=draft.content_id,
                    channel_id=draft.channel_id,
                    customer_id=draft.customer_id,
                    appointment_id=draft.appointment_id,
                    sale_id=sale_id,
                    evidence=draft.evidence,
                    asked_by=draft.cashier,
                    at=at,
                )
        return sale_id

    def void(self, sale_id: str, reason: str) -> None:
        """Take a sale out of the takings; its number, lines and payments stay.

        Its appointment can be checked out again. Raises DeskError "no_reason", "already_void", "gone".
        """
        if not reason.strip():
            raise DeskError("no_reason")
        sale = self._file.one("SELECT number, status, appointment_id FROM sale WHERE id = :id", id=sale_id)
        if sale is None:
            raise DeskError("gone", table="sale", id=sale_id)
        if sale["status"] == "void":
            raise DeskError("already_void", number=sale["number"])
        with self._file.act("void", sale["number"]) as act:
            void_sale(act, sale_id, reason.strip())
            if sale["appointment_id"]:
                act.update("appointment", sale["appointment_id"], status="arrived")

    def _subject(self, draft: SaleDraft) -> str:
        if draft.customer_id is None:
            return ", ".join(line.title for line in draft.lines)
        return name_of(self._file, draft.customer_id)


def void_sale(act: Act, sale_id: str, reason: str) -> None:
    """Within another act: set a paid sale void, saying why."""
    act.update("sale", sale_id, status="void", void_reason=reason, voided_at=act.now_ms)


def write_sales(act: Act, drafts: Iterable[tuple[SaleDraft, dt.datetime]]) -> list[str]:
    """Within another act: write checked drafts as paid sales at the given naive shop times; gives their ids.

    Numbers are the day and a counter without gaps, given inside the transaction.
    """
    counters: dict[str, int] = {}
    sales, lines, payments = [], [], []
    for draft, at in drafts:
        day = wall(at)[:10]
        counters[day] = counters.get(day) or _last_number(act, day)
        counters[day] += 1
        sale_id = draft.id or new_id()
        sales.append(_sale_row(draft, sale_id, at, f"{day.replace('-', '')}-{counters[day]:04d}"))
        for seq, line in enumerate(draft.lines, start=1):
            lines.append(
                {
                    "sale_id": sale_id,
                    "seq": seq,
                    "kind": line.kind,
                    "service_id": line.service_id,
                    "worker_id": line.worker_id,
                    "title": line.title,
                    "quantity": line.quantity,
                    "unit_price": line.unit_price,
                    "list_price": line.unit_price if line.list_price is None else line.list_price,
                    "discount": line.discount,
                    "amount": line.amount,
                    "material_cost": line.material_cost,
                }
            )
        for seq, payment in enumerate(draft.payments, start=1):
            payments.append(
                {
                    "sale_id": sale_id,
                    "seq": seq,
                    "at": wall(at),
                    "method": payment.method,
                    "amount": payment.amount,
                    "fee": payment.fee,
                    "voucher_id": payment.voucher_id,
                }
            )
    ids = [str(sale["id"]) for sale in sales]
    act.insert_many("sale", sales)
    act.insert_many("sale_line", lines)
    act.insert_many("payment", payments)
    act.update_many("sale", ids, status="paid")
    return ids


def _sale_row(draft: SaleDraft, sale_id: str, at: dt.datetime, number: str) -> dict[str, object]:
    return {
        "id": sale_id,
        "number": number,
        "customer_id": draft.customer_id,
        "appointment_id": draft.appointment_id,
        "sold_at": wall(at),
        "day": wall(at)[:10],
        "cashier": draft.cashier,
        "status": "open",
        "total": draft.total,
        "takings": draft.takings,
        "note": draft.note,
    }


def _last_number(act: Act, day: str) -> int:
    found = act.value(
        "SELECT max(CAST(substr(number, 10) AS INTEGER)) FROM sale WHERE number >= :first AND number < :after",
        first=f"{day.replace('-', '')}-",
        after=f"{day.replace('-', '')}.",
    )
    return int(found or 0)


def _finish_appointment(act: Act, appointment_id: str) -> None:
    paid = act.value(
        "SELECT number FROM sale WHERE appointment_id = :id AND status = 'paid'", id=appointment_id
    )
    if paid is not None:
        raise DeskError("already_paid", number=paid)
    act.update("appointment", appointment_id, status="done")
