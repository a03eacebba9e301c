"""A list of customers becomes customers: doubles merged by phone, and what they said brought them."""

from __future__ import annotations

import datetime as dt
import json

from merchant_desk.core.clock import wall
from merchant_desk.core.errors import DeskError
from merchant_desk.core.ids import new_id
from merchant_desk.core.pinyin import fold
from merchant_desk.customers.acts import customer_columns, search_column
from merchant_desk.customers.model import CustomerDraft, read_birthday
from merchant_desk.customers.phones import Phone, read_phone
from merchant_desk.customers.store import region
from merchant_desk.db.records import Act
from merchant_desk.exchange.encoding import is_lost
from merchant_desk.exchange.landing import Outcome, RowNotes, digest
from merchant_desk.exchange.recognise import Record, Table
from merchant_desk.sources.model import EVIDENCE

_BATCH = 500
_FILLED = ("wechat", "gender", "birthday", "address")
_LIVE = "archived_at IS NULL AND coalesce(merged_into, '') = ''"


class CustomersIn:
    """Takes rows of a customer list.

    A phone is one customer: what is known already stays as the owner typed it, empty fields are
    filled and differing notes joined. A row without a phone is the customer without one of that
    name, unless birthday or WeChat say otherwise; two such rows of one file stay two customers.
    What the list says brought somebody is kept as an answer, dated by the list or else with the time
    of the import, so that it never changes what earlier visits are credited to; who has been here
    or has been asked already gets no undated answer.
    """

    def __init__(self, act: Act, table: Table, notes: RowNotes, now: dt.datetime) -> None:
        self._act = act
        self._table = table
        self._notes = notes
        self._now = now
        self._region = region(act)
        self._by_phone: dict[str, str] = {}
        self._by_name: dict[str, str] = {}
        self._fresh: dict[str, dict[str, object]] = {}
        self._touches: list[dict[str, object]] = []
        self._answered: set[str] = set()
        known = act.all(
            f"SELECT id, name, phone FROM customer WHERE {_LIVE} ORDER BY phone_shared DESC, id DESC"
        )
        for row in known:
            if row["phone"] is None:
                self._by_name[fold(row["name"])] = row["id"]
            else:
                self._by_phone[row["phone"]] = row["id"]

    def take(self, record: Record) -> Outcome:
        """Make, fill or recognise the row's customer."""
        name = record.words("name")
        if not name:
            return Outcome("unused", reason="no_name")
        if is_lost(name):
            return Outcome("unused", reason="broken_text", facts={"text": name})
        try:
            phone = read_phone(record.words("phone"), self._region)
        except DeskError as error:
            return Outcome("unused", reason=error.code, facts=error.facts)
        key = f"{phone.e164 if phone else name}/{digest(json.dumps(self._table.raw(record.row)))}"
        if self._notes.knows(key):
            return Outcome("known", key)
        draft = self._draft(record)
        customer_id = self._same(draft, phone)
        if customer_id is None:
            customer_id = self._add(draft, phone)
            changed, result = True, "added"
        else:
            changed, result = self._merge(customer_id, draft), "updated"
        changed = self._answer(customer_id, record, fresh=result == "added") or changed
        if not changed:
            return Outcome("known", key)
        return Outcome("added" if result == "added" else "updated", key, "customer", customer_id)

    def finish(self) -> None:
        """Write the customers and answers that are still waiting."""
        self._act.insert_many("customer", self._fresh.values())
        self._act.insert_many("touch", self._touches)
        self._fresh = {}
        self._touches = []

    def _draft(self, record: Record) -> CustomerDraft:
        note = record.words("note")
        typed = record.words("birthday")
        try:
            birthday = read_birthday(typed, self._now.date())
        except DeskError:
            # A year of birth by its animal is worth keeping where it can be read, though not counted.
            birthday = ""
            note = _joined(note, f"{self._table.headers[self._table.places['birthday']]}: {typed}")
        return CustomerDraft(
            name=record.words("name"),
            wechat=record.words("wechat"),
            gender=record.words("gender"),
            birthday=birthday,
            address=record.words("address"),
            note=note,
        )

    def _same(self, draft: CustomerDraft, phone: Phone | None) -> str | None:
        if phone is not None:
            return self._by_phone.get(phone.e164)
        found = self._by_name.get(fold(draft.name))
        if found is None:
            return None
        row = self._row(found)
        differs = any(
            row[name] and getattr(draft, name) not in ("", row[name]) for name in ("wechat", "birthday")
        )
        return None if differs else found

    def _add(self, draft: CustomerDraft, phone: Phone | None) -> str:
        customer_id = new_id()
        self._fresh[customer_id] = {"id": customer_id, **customer_columns(draft, phone)}
        if phone is not None:
            self._by_phone[phone.e164] = customer_id
        if len(self._fresh) >= _BATCH:
            self.finish()
        return customer_id

    def _merge(self, customer_id: str, draft: CustomerDraft) -> bool:
        row = self._row(customer_id)
        changed = {name: getattr(draft, name) for name in _FILLED if not row[name] and getattr(draft, name)}
        # Two who share a phone, or one who goes by two names: the other name is not lost.
        other_name = draft.name if fold(draft.name) != fold(str(row["name"])) else ""
        note = _joined(str(row["note"]), other_name, draft.note)
        if note != row["note"]:
            changed["note"] = note
        if "wechat" in changed:
            e164 = str(row["phone"] or "")
            changed["search"] = search_column(str(row["name"]), changed["wechat"], e164)
        fresh = self._fresh.get(customer_id)
        if fresh is not None:
            fresh.update(changed)
        elif changed:
            self._act.update("customer", customer_id, **changed)
        return bool(changed)

    def _row(self, customer_id: str) -> dict[str, object]:
        fresh = self._fresh.get(customer_id)
        if fresh is not None:
            return fresh
        row = self._act.one("SELECT * FROM customer WHERE id = :id", id=customer_id)
        if row is None:
            raise DeskError("gone", table="customer", id=customer_id)
        return dict(row)

    def _answer(self, customer_id: str, record: Record, *, fresh: bool) -> bool:
        """Keep what the list says brought the customer; gives whether anything was kept."""
        channel = record.words("channel")
        since = record.moment("since")
        if (
            not channel
            or customer_id in self._answered
            or not (fresh or since or self._is_blank(customer_id))
        ):
            return False
        at = wall(since or self._now)
        if not fresh and self._has_touch(customer_id, channel, at):
            return False
        self._answered.add(customer_id)
        self._touches.append(
            {
                "customer_id": customer_id,
                "channel_id": channel,
                "at": at,
                "evidence": "asked",
                "strength": EVIDENCE["asked"],
                "note": self._table.said(record, "channel"),
            }
        )
        return True

    def _is_blank(self, customer_id: str) -> bool:
        """Whether nobody has asked the customer yet and no visit is paid."""
        seen = self._act.value(
            "SELECT 1 WHERE EXISTS (SELECT 1 FROM touch WHERE customer_id = :id)"
            " OR EXISTS (SELECT 1 FROM sale WHERE customer_id = :id AND status = 'paid')",
            id=customer_id,
        )
        return seen is None

    def _has_touch(self, customer_id: str, channel: str, at: str) -> bool:
        found = self._act.value(
            "SELECT 1 FROM touch WHERE customer_id = :id AND channel_id = :channel AND at = :at",
            id=customer_id,
            channel=channel,
            at=at,
        )
        return found is not None


def _joined(note: str, *more: str) -> str:
    """A note with what it does not say yet on lines of its own."""
    lines = [note] if note else []
    lines.extend(one for one in more if one and one not in note)
    return "\n".join(lines)
