"""The verbs of the till: check out, put aside, let owe, void, give back."""

from __future__ import annotations

import datetime as dt

from merchant_desk.core.clock import parse_wall
from merchant_desk.core.errors import DeskError
from merchant_desk.customers.store import name_of
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.sales import rounding, write
from merchant_desk.sales.model import SaleDraft
from merchant_desk.sales.refunds import RefundDraft
from merchant_desk.shop.acts import write_setting

# A sale this much later than the clock says that the clock went back.
_SLACK = dt.timedelta(minutes=5)


class SaleActs:
    """What happens at the till, each in one transaction."""

    def __init__(self, file: ShopFile) -> None:
        self._file = file

    def check_out(self, draft: SaleDraft) -> str:
        """Write a sale as paid, what brought the customer, and the appointment as done; gives the sale's id.

        A draft whose id is that of a paid or void sale is that sale: nothing is written twice; that of an
        open one is paid by this. Raises DeskError "clock_set_back" (now, last) unless `sold_at` is given,
        and what `write.finish` raises.
        """
        if self._is_written(draft):
            return str(draft.id)
        at = self._time(draft.sold_at)
        with self._file.act("check_out", self._subject(draft)) as act:
            return write.finish(act, draft, at)

    def hold(self, draft: SaleDraft) -> str:
        """Put a sale aside as it stands, without its payments; gives its id.

        The appointment stays as it is. Raises what `write.hold` raises.
        """
        if self._is_written(draft):
            return str(draft.id)
        with self._file.act("hold", self._subject(draft)) as act:
            return write.hold(act, draft, draft.sold_at or self._file.clock.now())

    def owe(self, draft: SaleDraft) -> str:
        """Write a sale that is paid later, with what is paid of it now; gives its id.

        Raises DeskError "clock_set_back" (now, last) unless `sold_at` is given, and what `write.owe` raises.
        """
        if self._is_written(draft):
            return str(draft.id)
        at = self._time(draft.sold_at)
        with self._file.act("owe", self._subject(draft)) as act:
            return write.owe(act, draft, at)

    def void(self, sale_id: str, reason: str) -> None:
        """Take a sale out of the takings, or a held one away; its number, lines and payments stay.

        Raises what `write.void` raises.
        """
        if not reason.strip():
            raise DeskError("no_reason")
        number = self._number(sale_id)
        if self._file.value("SELECT status FROM sale WHERE id = :id", id=sale_id) == "void":
            raise DeskError("already_void", number=number)
        with self._file.act("void", number) as act:
            write.void(act, sale_id, reason)

    def refund(self, draft: RefundDraft) -> str:
        """Give money of a paid sale back, dated now; gives the refund's id.

        A draft whose id is in the books is that refund. Raises DeskError "clock_set_back" (now, last) unless
        `sold_at` is given, and what `write.refund` raises.
        """
        if draft.id and self._file.value("SELECT 1 FROM sale WHERE id = :id", id=draft.id):
            return draft.id
        at = self._time(draft.sold_at)
        with self._file.act("refund", self._number(draft.sale_id)) as act:
            return write.refund(act, draft, at)

    def set_invoice_number(self, sale_id: str, text: str) -> None:
        """Note the number of the invoice that was made out for a sale; an empty one takes it away.

        Raises DeskError "gone".
        """
        with self._file.act("set_invoice_number", self._number(sale_id)) as act:
            act.update("sale", sale_id, invoice_number=text.strip())

    def set_rounding(self, rule: str) -> None:
        """Choose how the till rounds what is to pay, one of `rounding.RULES`. ValueError for another."""
        if rule not in rounding.RULES:
            raise ValueError(f"no such rule: {rule}")
        with self._file.act("set_rounding") as act:
            write_setting(act, rounding.KEY, rule)

    def _is_written(self, draft: SaleDraft) -> bool:
        """Whether this very sale was confirmed before.

        Raises "sale_not_open" (number) for one that was left open and that somebody else voided or paid.
        """
        sale = self._file.one("SELECT number, status, total, opened_at FROM sale WHERE id = :id", id=draft.id)
        if sale is None or sale["status"] == "open":
            return False
        if sale["opened_at"] and (sale["status"] == "void" or sale["total"] != draft.total):
            raise DeskError("sale_not_open", number=sale["number"])
        return True

    def _time(self, said: dt.datetime | None) -> dt.datetime:
        """When the sale is made. Raises "clock_set_back" where a later one is in the books."""
        if said is not None:
            return said
        now = self._file.clock.now()
        last = self._file.value(
            "SELECT max(sold_at) FROM sale WHERE day >= :day AND status = 'paid'", day=now.date().isoformat()
        )
        if last is not None and parse_wall(last) > now + _SLACK:
            raise DeskError("clock_set_back", now=now, last=parse_wall(last))
        return now

    def _number(self, sale_id: str) -> str:
        number = self._file.value("SELECT number FROM sale WHERE id = :id", id=sale_id)
        if number is None:
            raise DeskError("gone", table="sale", id=sale_id)
        return str(number)

    def _subject(self, draft: SaleDraft) -> str:
        if draft.customer_id is None:
            return " + ".join(line.title for line in draft.lines if line.title)
        return name_of(self._file, draft.customer_id)
