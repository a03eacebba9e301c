"""The one way into the file for sales: finished, put aside, owed, void, given back.

Everything here is done within an act that is open already.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from merchant_desk.commission import acts as commission
from merchant_desk.core.clock import wall
from merchant_desk.core.errors import DeskError
from merchant_desk.core.ids import new_id
from merchant_desk.db import voiding
from merchant_desk.db.records import Act
from merchant_desk.prepaid import acts as prepaid
from merchant_desk.prepaid.model import PREPAID_METHODS, CardDraft
from merchant_desk.prepaid.store import draft_of
from merchant_desk.sales import rows, store
from merchant_desk.sales.model import PaymentDraft, SaleDraft, SaleLine, SaleLineDraft
from merchant_desk.sales.refunds import RefundDraft, RefundLine, check_refund, pieces_back, whole_refund
from merchant_desk.sales.vouchers import acts as vouchers
from merchant_desk.sources.acts import add_touch
from merchant_desk.stock import acts as stock

if TYPE_CHECKING:
    import sqlite3


def write_sales(act: Act, drafts: Iterable[tuple[SaleDraft, dt.datetime]]) -> list[str]:
    """Write many checked drafts as paid sales at the given naive shop times; gives their ids.

    For what was paid elsewhere and earlier: lines that sell no card and take nothing off the shelf, payments
    in money or with vouchers that are in the books. They earn no commission. Numbers are the day and a
    counter without gaps, given inside the transaction.
    """
    counters: dict[str, int] = {}
    sales, lines, shares, payments = [], [], [], []
    for draft, at in drafts:
        day = wall(at)[:10]
        counters[day] = counters.get(day) or rows.last_number(act, day)
        counters[day] += 1
        sale_id = draft.id or new_id()
        born = {"id": sale_id, "number": rows.written_number(day, counters[day]), "status": "open"}
        sales.append({**born, "sold_at": wall(at), "day": day, **rows.head_row(draft)})
        for seq, line in enumerate(draft.lines, start=1):
            line_id = new_id()
            lines.append({"id": line_id, **rows.line_row(line, sale_id, seq)})
            shares += rows.share_rows(line, line_id)
        for seq, payment in enumerate(draft.payments, start=1):
            payments.append(rows.payment_row(payment, sale_id, seq, at, payment.voucher_id))
    ids = [str(sale["id"]) for sale in sales]
    act.insert_many("sale", sales)
    act.insert_many("sale_line", lines)
    act.insert_many("sale_share", shares)
    act.insert_many("payment", payments)
    act.update_many("sale", ids, status="paid")
    return ids


def finish(act: Act, draft: SaleDraft, at: dt.datetime) -> str:
    """Write a sale that is paid in full, new or open until now; gives its id.

    Cards are sold, prepaid money and vouchers spent, products taken off the shelf, commission booked, the
    appointment done. Raises what `SaleDraft.check` raises, "already_paid" (number), "sale_is_open" (number),
    "sale_not_open" (number), and what those rooms refuse ("voucher_used", "card_short", ...).
    """
    known = _known_open(act, draft)
    paid, taken = _paid_before(act, known)
    draft.check(paid)
    sale_id = _head(act, draft, at, known, takings=draft.takings + taken)
    sold = _lines(act, draft, sale_id, at, live=True)
    _payments(act, draft.payments, sale_id, at)
    for line, line_id in sold:
        if line.kind == "product" and line.product_id is not None:
            stock.sold(act, line.product_id, line.quantity, line_id, at)
    act.update("sale", sale_id, status="paid")
    commission.book(act, sale_id)
    if draft.appointment_id:
        act.update("appointment", draft.appointment_id, status="done")
    note_source(act, draft, sale_id, at)
    return sale_id


def owe(act: Act, draft: SaleDraft, at: dt.datetime) -> str:
    """Write a sale that stays to be paid, with what is paid of it now; gives its id.

    The appointment is done. Raises what `SaleDraft.check_owed` raises, and as `finish`.
    """
    known = _known_open(act, draft)
    paid, _ = _paid_before(act, known)
    draft.check_owed(paid)
    sale_id = _head(act, draft, at, known, takings=0, opened=at, held=False)
    _lines(act, draft, sale_id, at, live=False)
    _payments(act, draft.payments, sale_id, at)
    if draft.appointment_id:
        act.update("appointment", draft.appointment_id, status="done")
    note_source(act, draft, sale_id, at)
    return sale_id


def hold(act: Act, draft: SaleDraft, at: dt.datetime) -> str:
    """Put a sale aside at the till as it stands; its payments are not written. Gives its id.

    Raises "nothing_sold", "bad_amount", "card_needs_customer", and "already_owed" (number) for one that
    something was paid of or that is owed.
    """
    known = _known_open(act, draft)
    draft.check_lines()
    if known is not None and not known["held"]:
        raise DeskError("already_owed", number=known["number"])
    sale_id = _head(act, draft, at, known, takings=0, opened=at, held=True)
    _lines(act, draft, sale_id, at, live=False)
    note_source(act, replace(draft, payments=()), sale_id, at)
    return sale_id


def void(act: Act, sale_id: str, reason: str) -> None:
    """Take a sale out of the takings, or a held one away; its number, lines and payments stay.

    Vouchers can be used again, cards sold by it are void, what cards paid is back on them, and its
    appointment can be checked out again. Raises "no_reason", "already_void" (number), "gone",
    "sale_has_refund", "day_closed", "card_short" (number, sale) where a card sold by it was used since,
    "card_taken_back" (number) where one that paid it was taken back since, "voucher_used" where a voucher
    that a refund gave back paid another sale since.
    """
    if not reason.strip():
        raise DeskError("no_reason")
    sale = act.one("SELECT * FROM sale WHERE id = :id", id=sale_id)
    if sale is None:
        raise DeskError("gone", table="sale", id=sale_id)
    if sale["status"] == "void":
        raise DeskError("already_void", number=sale["number"])
    if sale["refund_of"] is not None:
        vouchers.refuse_reused(act, sale_id)
    prepaid.refuse_taken_back(act, sale_id)
    prepaid.refuse_used_since(act, sale_id)
    voiding.take_entries_back(act, sale_id)
    act.update("sale", sale_id, status="void", void_reason=reason.strip(), voided_at=act.now_ms)
    prepaid.sale_taken_back(act, sale_id)
    _vouchers_of_void(act, sale_id, reason, gives_back=sale["refund_of"] is not None)
    if sale["appointment_id"] and not sale["held"]:
        act.update("appointment", sale["appointment_id"], status="arrived")


def refund(act: Act, draft: RefundDraft, at: dt.datetime) -> str:
    """Give money of a paid sale back, as a sale of its own at `at`; gives the refund's id.

    Balances, vouchers, commission and (where wanted) the shelf get back the shares that the sale took.
    Raises what `check_refund` raises, and "gone".
    """
    sale = store.sale(act, draft.sale_id)
    if sale is None:
        raise DeskError("gone", table="sale", id=draft.sale_id)
    check_refund(sale, draft)
    lines = {line.id: line for line in sale.lines}
    tips = sum(back.amount for back in draft.lines if lines[back.sale_line_id].kind == "tip")
    money = sum(one.amount for one in draft.payments if one.method not in PREPAID_METHODS)
    refund_id = act.insert(
        "sale",
        {
            "id": draft.id,
            "number": rows.next_number(act, at),
            "customer_id": sale.customer_id,
            "sold_at": wall(at),
            "day": wall(at)[:10],
            "cashier": draft.cashier,
            "status": "open",
            "total": -draft.total,
            "takings": tips - money,
            "refund_of": sale.id,
            "refund_reason": draft.reason.strip(),
        },
    )
    for seq, back in enumerate(draft.lines, start=1):
        _line_back(act, lines[back.sale_line_id], back, refund_id, seq, at)
    for seq, payment in enumerate(draft.payments, start=1):
        row = rows.payment_row(payment, refund_id, seq, at, payment.voucher_id)
        act.insert("payment", {**row, "amount": -payment.amount, "given": None})
        if payment.card_id is not None:
            prepaid.give_back(act, payment.card_id, sale.id, payment.amount, refund_id, at)
        elif payment.voucher_id is not None:
            _voucher_back(act, payment.voucher_id, draft.reason, at)
    act.update("sale", refund_id, status="paid")
    commission.reverse(act, refund_id)
    return refund_id


def take_back(act: Act, sale_id: str, reason: str) -> str | None:
    """Undo a paid sale in the books: void it while its day is open, else give all that is left back today.

    Gives the refund's id where there is one. Raises "gone", "no_reason", "already_void" (number).
    """
    sale = store.sale(act, sale_id)
    if sale is None:
        raise DeskError("gone", table="sale", id=sale_id)
    if sale.status == "void":
        raise DeskError("already_void", number=sale.number)
    refunded = any(one.status == "paid" for one in sale.refunds)
    if not refunded and not store.is_closed(act, sale_id):
        void(act, sale_id, reason)
        return None
    return refund(act, whole_refund(sale, reason), act.now)


def note_source(act: Act, draft: SaleDraft, sale_id: str, at: dt.datetime) -> None:
    """Note what brought the customer: what was said at the till, and what their vouchers know.

    What is said now replaces what was said when the sale was put aside; what is not said anew is then of
    the customer that the sale has now.
    """
    if draft.content_id or draft.channel_id:
        for row in act.all("SELECT id FROM touch WHERE sale_id = :id AND evidence <> 'voucher'", id=sale_id):
            act.delete("touch", row["id"])
    for row in act.all("SELECT id, customer_id FROM touch WHERE sale_id = :id", id=sale_id):
        if row["customer_id"] != draft.customer_id:
            act.update("touch", row["id"], customer_id=draft.customer_id)
    said = [(draft.content_id, draft.channel_id, draft.evidence)]
    said += [
        (payment.voucher.content_id, payment.voucher.channel_id, "voucher")
        for payment in draft.payments
        if payment.voucher is not None
    ]
    for content_id, channel_id, evidence in dict.fromkeys(said):
        if content_id or channel_id:
            add_touch(
                act,
                content_id=content_id,
                channel_id=None if content_id else channel_id,
                customer_id=draft.customer_id,
                appointment_id=draft.appointment_id,
                sale_id=sale_id,
                evidence=evidence,
                asked_by=draft.cashier,
                at=at,
            )


def _known_open(act: Act, draft: SaleDraft) -> sqlite3.Row | None:
    """The open sale that a draft goes on with; refuses where there is another for its appointment."""
    known = act.one("SELECT * FROM sale WHERE id = :id", id=draft.id) if draft.id else None
    if known is not None and known["status"] != "open":
        raise DeskError("sale_not_open", number=known["number"])
    if draft.appointment_id:
        if act.value("SELECT 1 FROM appointment WHERE id = :id", id=draft.appointment_id) is None:
            raise DeskError("gone", table="appointment", id=draft.appointment_id)
        other = act.one(
            "SELECT number, status FROM sale WHERE appointment_id = :appointment"
            " AND status IN ('open', 'paid') AND id <> :own",
            appointment=draft.appointment_id,
            own=draft.id or "",
        )
        if other is not None:
            code = "already_paid" if other["status"] == "paid" else "sale_is_open"
            raise DeskError(code, number=other["number"])
    return known


def _paid_before(act: Act, known: sqlite3.Row | None) -> tuple[int, int]:
    """What was paid of an open sale so far, and how much of that in money, in minor units."""
    if known is None:
        return 0, 0
    found = act.all("SELECT method, amount FROM payment WHERE sale_id = :id", id=known["id"])
    money = sum(row["amount"] for row in found if row["method"] not in PREPAID_METHODS)
    return sum(row["amount"] for row in found), money


def _head(
    act: Act,
    draft: SaleDraft,
    at: dt.datetime,
    known: sqlite3.Row | None,
    *,
    takings: int,
    opened: dt.datetime | None = None,
    held: bool = False,
) -> str:
    """Write the sale's own row, still open; it counts at `at` from its payment on."""
    columns = {**rows.head_row(draft), "takings": takings, "sold_at": wall(at), "day": wall(at)[:10]}
    if known is None:
        number = rows.next_number(act, at)
        begun = {"opened_at": wall(opened) if opened else None, "held": int(held)}
        return act.insert("sale", {"id": draft.id, "number": number, "status": "open", **columns, **begun})
    act.update("sale", known["id"], **columns, held=int(held))
    return str(known["id"])


def _lines(
    act: Act, draft: SaleDraft, sale_id: str, at: dt.datetime, *, live: bool
) -> list[tuple[SaleLineDraft, str]]:
    """Write the lines instead of those that an open sale had; gives each with its id."""
    waiting = _clear_lines(act, sale_id)
    written = []
    for seq, line in enumerate(draft.lines, start=1):
        card_id = None
        if line.card is not None:
            # A card that waited for this sale to be paid is the same card, with the number it was told.
            same = (line.card, line.amount, draft.customer_id)
            card_id = next((one for one, known in waiting.items() if known == same), None)
            if card_id is None:
                card_id = prepaid.sell_card(
                    act, line.card, draft.customer_id, line.amount, sale_id, at, live=live
                )
            elif live:
                prepaid.make_live(act, card_id, sale_id, at)
            waiting.pop(card_id, None)
        line_id = act.insert("sale_line", rows.line_row(line, sale_id, seq, card_id))
        for share in rows.share_rows(line, line_id):
            act.insert("sale_share", share)
        written.append((line, line_id))
    return written


def _clear_lines(act: Act, sale_id: str) -> dict[str, tuple[CardDraft | None, int, str | None]]:
    """Take the lines of an open sale away; gives the cards they were to sell, for how much and to whom."""
    cards: dict[str, tuple[CardDraft | None, int, str | None]] = {}
    for row in act.all("SELECT id, card_id FROM sale_line WHERE sale_id = :id ORDER BY seq", id=sale_id):
        for share in act.all("SELECT id FROM sale_share WHERE sale_line_id = :line", line=row["id"]):
            act.delete("sale_share", share["id"])
        act.delete("sale_line", row["id"])
        if row["card_id"]:
            card = act.one("SELECT price, customer_id FROM card WHERE id = :id", id=row["card_id"])
            draft = draft_of(act, row["card_id"])
            if card is not None:
                cards[str(row["card_id"])] = (draft, card["price"], card["customer_id"])
    return cards


def _payments(act: Act, payments: Sequence[PaymentDraft], sale_id: str, at: dt.datetime) -> None:
    """Write payments behind those made before, and spend what they spend."""
    last = act.value("SELECT coalesce(max(seq), 0) FROM payment WHERE sale_id = :id", id=sale_id)
    for seq, payment in enumerate(payments, start=last + 1):
        voucher_id = payment.voucher_id
        if payment.voucher is not None:
            voucher_id = vouchers.redeem(act, payment.voucher, at)
        act.insert("payment", rows.payment_row(payment, sale_id, seq, at, voucher_id))
        if payment.card_id is not None and payment.counter_id is not None:
            prepaid.use_units(
                act, payment.card_id, payment.counter_id, payment.units, payment.amount, sale_id, at
            )
        elif payment.card_id is not None:
            prepaid.use_balance(act, payment.card_id, payment.amount, sale_id, at)


def _line_back(act: Act, line: SaleLine, back: RefundLine, refund_id: str, seq: int, at: dt.datetime) -> None:
    """Write a refund's line with the workers of what it gives back, and put its pieces on the shelf."""
    pieces = pieces_back(line, back)
    row = rows.back_row(line, back.amount, pieces, refund_id, seq)
    restock = back.restock and pieces > 0 and line.product_id is not None
    if restock:
        # What is on the shelf again was not used up.
        row["material_cost"] = -(line.material_cost * pieces // line.quantity)
    line_id = act.insert("sale_line", row)
    for share in line.shares:
        act.insert(
            "sale_share", {"sale_line_id": line_id, "worker_id": share.worker_id, "share": share.share}
        )
    if restock and line.product_id is not None:
        stock.sold(act, line.product_id, -pieces, line_id, at)
    if line.kind == "card" and line.card_id is not None:
        prepaid.refund_card(act, line.card_id, back.amount, refund_id, at)


def _voucher_back(act: Act, voucher_id: str, reason: str, at: dt.datetime) -> None:
    """Mark a voucher as refunded when nothing that it paid is left."""
    left = act.value(
        "SELECT sum(payment.amount) FROM payment JOIN sale ON sale.id = payment.sale_id"
        " WHERE payment.voucher_id = :id AND sale.status <> 'void'",
        id=voucher_id,
    )
    if left == 0:
        vouchers.give_back(act, voucher_id, "refunded", reason, at)


def _vouchers_of_void(act: Act, sale_id: str, reason: str, *, gives_back: bool) -> None:
    """The vouchers of a void sale can be used again; those that a void refund gave back are used again."""
    found = act.all(
        "SELECT DISTINCT voucher.id, voucher.state FROM payment"
        " JOIN voucher ON voucher.id = payment.voucher_id WHERE payment.sale_id = :id",
        id=sale_id,
    )
    for row in found:
        # What a refund gave back may be called reversed or expired by hand; it pays again all the same.
        if gives_back != (row["state"] == "redeemed"):
            vouchers.give_back(act, row["id"], "redeemed" if gives_back else "reversed", reason, act.now)
