"""What the owner does to card types, and to cards outside a sale; each is one act."""

from __future__ import annotations

import datetime as dt

from merchant_desk.core.errors import DeskError
from merchant_desk.core.pinyin import fold
from merchant_desk.customers.store import name_of
from merchant_desk.db.records import Act
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.prepaid import ledger, store
from merchant_desk.prepaid.model import CardState, CardTypeDraft, Correction, CounterState, OpeningDraft
from merchant_desk.prepaid.write import enter, put_on, write_card


class PrepaidActs:
    """The acts on card types and on cards; selling and spending is a sale's.

    A card is looked at within the act: another window may have been faster.
    """

    def __init__(self, file: ShopFile) -> None:
        self._file = file

    # ---- what the shop sells ahead

    def add_card_type(self, draft: CardTypeDraft) -> str:
        """Offer a new card type and give its id.

        Raises DeskError "no_name", "name_taken" (facts: name), "bad_amount", "no_counters", "bad_days".
        """
        draft.check()
        with self._file.act("add_card_type", subject=draft.name.strip()) as act:
            _refuse_taken(act, draft.name, except_id="")
            last = act.value("SELECT coalesce(max(seq), 0) FROM card_type")
            type_id = act.insert("card_type", {**_columns(draft), "seq": last + 1})
            _write_counters(act, type_id, draft)
            return type_id

    def edit_card_type(self, type_id: str, draft: CardTypeDraft) -> None:
        """Make the type what the draft says; cards sold already stay as they were sold.

        Raises DeskError "gone" and what `add_card_type` raises.
        """
        draft.check()
        with self._file.act("edit_card_type", subject=self._type_name(type_id)) as act:
            _refuse_taken(act, draft.name, except_id=type_id)
            act.update("card_type", type_id, **_columns(draft))
            _write_counters(act, type_id, draft)

    def archive_card_type(self, type_id: str) -> None:
        """Stop offering a type; its cards go on. Raises DeskError "gone"."""
        with self._file.act("archive_card_type", subject=self._type_name(type_id)) as act:
            act.update("card_type", type_id, archived_at=act.now_ms)

    def restore_card_type(self, type_id: str) -> None:
        """Offer a type again. Raises DeskError "gone", "name_taken"."""
        name = self._type_name(type_id)
        with self._file.act("restore_card_type", subject=name) as act:
            _refuse_taken(act, name, except_id=type_id)
            act.update("card_type", type_id, archived_at=None)

    # ---- cards

    def open_card(self, draft: OpeningDraft) -> str:
        """Take over a card from before the desk came and give its id: what is left on it is its opening.

        Raises DeskError "gone", "number_taken" (facts: number), "no_name", "bad_amount" (also where more
        would be left than was paid), "no_counters", "day_to_come" for a sale yet to come.
        """
        draft.check()
        number = draft.number.strip()
        now = self._file.clock.now()
        if draft.sold_on > now.date():
            raise DeskError("day_to_come", day=draft.sold_on)
        with self._file.act("open_card", subject=name_of(self._file, draft.customer_id)) as act:
            if number and act.value("SELECT 1 FROM card WHERE number = :number", number=number):
                raise DeskError("number_taken", number=number)
            card_id = write_card(
                act,
                draft.card,
                draft.customer_id,
                draft.paid,
                draft.sold_on,
                carries=draft.principal,
                number=number,
                note=draft.note.strip(),
            )
            put_on(
                act,
                card_id,
                draft.principal,
                draft.card.bonus,
                "opening",
                now,
                note=draft.note.strip(),
                who=self._file.who,
            )
            return card_id

    def transfer(self, card_id: str, customer_id: str, note: str = "") -> None:
        """Give a card to another customer. Raises DeskError "gone", "card_closed", "same_customer"."""
        taker = name_of(self._file, customer_id)
        with self._file.act("transfer_card", subject=self._card(card_id).number) as act:
            card = self._card(card_id)
            if customer_id == card.customer_id:
                raise DeskError("same_customer", name=taker)
            act.update("card", card_id, customer_id=customer_id)
            told = f"{card.customer} → {taker}"
            self._note(act, card_id, "transferred", f"{told} · {note.strip()}" if note.strip() else told)

    def pause(self, card_id: str, note: str = "") -> None:
        """Let a card rest: it pays nothing, and its days stand still.

        Raises DeskError "gone", "card_closed", "card_paused" or "card_expired" (facts: number, on).
        """
        with self._file.act("pause_card", subject=self._card(card_id).number) as act:
            card = self._card(card_id)
            if card.state == "paused":
                raise DeskError("card_paused", number=card.number, on=card.paused_on)
            if card.expired:
                raise DeskError("card_expired", number=card.number, on=card.expires_on)
            act.update("card", card_id, state="paused", paused_on=self._file.clock.today().isoformat())
            self._note(act, card_id, "paused", note.strip())

    def resume(self, card_id: str) -> dt.date | None:
        """Let a paused card pay again, and expire as many days later as it rested; gives that day.

        Raises DeskError "gone", "card_not_paused" (facts: number).
        """
        today = self._file.clock.today()
        with self._file.act("resume_card", subject=self._card(card_id).number) as act:
            card = self._card(card_id)
            if card.paused_on is None:
                raise DeskError("card_not_paused", number=card.number)
            rested = max(today - card.paused_on, dt.timedelta())
            expires_on = None if card.expires_on is None else card.expires_on + rested
            act.update("card", card_id, state="live", paused_on=None, expires_on=_text(expires_on))
            self._note(act, card_id, "resumed", f"{card.paused_on.isoformat()} → {today.isoformat()}")
        return expires_on

    def extend(self, card_id: str, expires_on: dt.date | None, note: str = "") -> None:
        """Let a card expire on another day, None: never.

        Raises DeskError "gone", "card_closed", and "day_is_over" (facts: day).
        """
        if expires_on is not None and expires_on < self._file.clock.today():
            raise DeskError("day_is_over", day=expires_on)
        with self._file.act("extend_card", subject=self._card(card_id).number) as act:
            card = self._card(card_id)
            act.update("card", card_id, expires_on=_text(expires_on))
            told = f"{_text(card.expires_on) or '∞'} → {_text(expires_on) or '∞'}"
            self._note(act, card_id, "extended", f"{told} · {note.strip()}" if note.strip() else told)

    def correct(self, card_id: str, correction: Correction) -> None:
        """Put something on a card or take it off, because the ledger does not tell what is so; dated now.

        Units bring or take what they are worth. Raises DeskError "gone", "card_closed", "no_reason",
        "bad_amount", "card_short", "day_closed".
        """
        correction.check()
        with self._file.act("correct_card", subject=self._card(card_id).number) as act:
            card = self._card(card_id)
            counters = {one.id: one for one in card.counters}
            if not set(correction.units) <= set(counters) or (card.kind == "pass" and correction.principal):
                raise DeskError("bad_amount", text="")
            if card.kind != "balance" and correction.bonus:
                raise DeskError("bad_amount", text="")
            now, reason, who = self._file.clock.now(), correction.reason.strip(), self._file.who
            if correction.principal or correction.bonus:
                enter(
                    act,
                    card_id,
                    "corrected",
                    now,
                    principal=correction.principal,
                    bonus=correction.bonus,
                    note=reason,
                    who=who,
                )
            for counter_id, units in correction.units.items():
                if units:
                    worth = _worth_of(card, counters[counter_id], units)
                    enter(
                        act,
                        card_id,
                        "corrected",
                        now,
                        principal=worth,
                        units=units,
                        counter_id=counter_id,
                        note=reason,
                        who=who,
                    )

    def _note(self, act: Act, card_id: str, kind: str, note: str) -> None:
        enter(act, card_id, kind, self._file.clock.now(), note=note, who=self._file.who)

    def _type_name(self, type_id: str) -> str:
        name: str | None = self._file.value("SELECT name FROM card_type WHERE id = :id", id=type_id)
        if name is None:
            raise DeskError("gone", table="card_type", id=type_id)
        return name

    def _card(self, card_id: str) -> CardState:
        card = store.state(self._file, card_id, self._file.clock.today())
        if card is None:
            raise DeskError("gone", table="card", id=card_id)
        if card.state in ("closed", "void"):
            raise DeskError("card_closed", number=card.number)
        return card


def _worth_of(card: CardState, counter: CounterState, units: int) -> int:
    """What units put on (or, below zero, taken off) a counter carry, in minor units."""
    if counter.free:
        return 0
    if units < 0:
        if -units > counter.left:
            raise DeskError("card_short", number=card.number, units_left=counter.left, units=-units)
        return -counter.worth(-units)
    return ledger.value_of_more(counter.principal, counter.left, units, counter.unit_price)


def _columns(draft: CardTypeDraft) -> dict[str, object]:
    return {
        "kind": draft.kind,
        "name": draft.name.strip(),
        "price": draft.price,
        "bonus": draft.bonus,
        "valid_days": draft.valid_days,
        "spend_first": draft.spend_first,
    }


def _write_counters(act: Act, type_id: str, draft: CardTypeDraft) -> None:
    for row in act.all("SELECT id FROM card_type_counter WHERE card_type_id = :id", id=type_id):
        act.delete("card_type_counter", row["id"])
    for seq, one in enumerate(draft.counters, start=1):
        act.insert(
            "card_type_counter",
            {
                "card_type_id": type_id,
                "seq": seq,
                "service_id": one.service_id,
                "units": one.units,
                "unit_price": one.unit_price,
                "free": int(one.free),
            },
        )


def _refuse_taken(act: Act, name: str, *, except_id: str) -> None:
    wanted = fold(name)
    for row in act.all("SELECT id, name FROM card_type WHERE archived_at IS NULL"):
        if row["id"] != except_id and fold(row["name"]) == wanted:
            raise DeskError("name_taken", name=row["name"])


def _text(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()
