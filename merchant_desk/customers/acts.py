"""What happens to a customer's record: made, changed, agreed to something, put away."""

from __future__ import annotations

import json
from collections.abc import Mapping

from merchant_desk.core.clock import wall
from merchant_desk.core.errors import DeskError
from merchant_desk.core.pinyin import search_key
from merchant_desk.customers.model import Customer, CustomerDraft, read_birthday
from merchant_desk.customers.phones import Phone, read_phone, search_words, shown
from merchant_desk.customers.store import customer, region
from merchant_desk.db.records import Act
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.shop.model import read_name


class CustomerActs:
    """The acts on customers."""

    def __init__(self, file: ShopFile) -> None:
        self._file = file

    def add(self, draft: CustomerDraft, same_phone_ok: bool = False) -> str:
        """Note a new customer and give the id.

        A number that another has is refused, unless `same_phone_ok` says the two share it. Raises
        DeskError "no_name", "bad_phone", "masked_phone", "phone_taken" (facts: name, id, phone of
        the other), "bad_birthday".
        """
        columns, phone = self._columns(draft)
        with self._file.act("add_customer", subject=str(columns["name"])) as act:
            columns |= self._sharing(act, phone, same_phone_ok, except_id="")
            return act.insert("customer", columns)

    def edit(self, customer_id: str, draft: CustomerDraft, same_phone_ok: bool = False) -> None:
        """Make the customer what the draft says; a number kept as it was is not questioned again.

        Raises DeskError "gone", "refers_to_self" and what `add` raises.
        """
        columns, phone = self._columns(draft)
        before = self._known(customer_id)
        if draft.referred_by == customer_id:
            raise DeskError("refers_to_self", name=before.name)
        with self._file.act("edit_customer", subject=str(columns["name"])) as act:
            if (phone.e164 if phone else "") != before.phone:
                columns |= self._sharing(act, phone, same_phone_ok, except_id=customer_id)
            act.update("customer", customer_id, **columns)

    def record_consent(self, customer_id: str, what: str, by: str) -> None:
        """Keep what the customer agreed to now, and who asked. Raises DeskError "gone"."""
        agreed = {"what": what.strip(), "at": wall(self._file.clock.now()), "by": by.strip()}
        with self._file.act("record_consent", subject=self._known(customer_id).name) as act:
            act.update("customer", customer_id, consent=json.dumps(agreed, ensure_ascii=False))

    def withdraw_consent(self, customer_id: str) -> None:
        """Take the consent back; the history keeps that it was given. Raises DeskError "gone"."""
        with self._file.act("withdraw_consent", subject=self._known(customer_id).name) as act:
            act.update("customer", customer_id, consent=None)

    def archive(self, customer_id: str) -> None:
        """Put the record away: out of lists and search, its number free for another.

        Visits, takings and appointments stay what they are. Raises DeskError "gone".
        """
        with self._file.act("archive_customer", subject=self._known(customer_id).name) as act:
            act.update("customer", customer_id, archived_at=act.now_ms)

    def _known(self, customer_id: str) -> Customer:
        found = customer(self._file, customer_id)
        if found is None:
            raise DeskError("gone", table="customer", id=customer_id)
        return found

    def _columns(self, draft: CustomerDraft) -> tuple[dict[str, object], Phone | None]:
        phone = read_phone(draft.phone, region(self._file))
        birthday = read_birthday(draft.birthday, self._file.clock.today())
        return {**customer_columns(draft, phone), "birthday": birthday}, phone

    def _sharing(
        self, act: Act, phone: Phone | None, same_phone_ok: bool, *, except_id: str
    ) -> Mapping[str, object]:
        """Whether the number is shared, as a column; refuses where it is taken and nobody said it may be."""
        if phone is None:
            return {"phone_shared": 0}
        other = act.one(
            "SELECT id, name FROM customer WHERE phone = :phone AND id <> :own AND archived_at IS NULL"
            " AND merged_into IS NULL ORDER BY phone_shared, id LIMIT 1",
            phone=phone.e164,
            own=except_id,
        )
        if other is not None and not same_phone_ok:
            home = region(self._file)
            raise DeskError("phone_taken", name=other["name"], id=other["id"], phone=shown(phone.e164, home))
        return {"phone_shared": int(other is not None)}


def customer_columns(draft: CustomerDraft, phone: Phone | None) -> dict[str, object]:
    """A customer row's columns for a draft whose phone is read, for acts that write many at once.

    The birthday is taken as it stands. Raises DeskError "no_name".
    """
    name = read_name(draft.name)
    wechat = draft.wechat.strip()
    return {
        "name": name,
        "phone": phone.e164 if phone else None,
        "phone_typed": phone.typed if phone else "",
        "phone_tail": phone.tail if phone else "",
        "wechat": wechat,
        "gender": draft.gender,
        "birthday": draft.birthday,
        "address": draft.address.strip(),
        "note": draft.note.strip(),
        "search": search_column(name, wechat, phone.e164 if phone else ""),
        "referred_by": draft.referred_by,
    }


def search_column(name: str, wechat: str = "", e164: str = "") -> str:
    """What `store.search` looks through for a customer: name, pinyin, initials, WeChat name, digits."""
    return search_key(name, wechat, *search_words(e164))
