"""The verbs of the back office: what is offered on the platforms, and putting right what they paid out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from merchant_desk.core.errors import DeskError
from merchant_desk.db.records import Act
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.sales.vouchers import store
from merchant_desk.sales.vouchers.codes import family
from merchant_desk.sales.vouchers.late import write_down
from merchant_desk.sales.vouchers.model import ProductDraft, Settlement, Voucher, VoucherProduct
from merchant_desk.sales.vouchers.settling import Gone, heed, take_back
from merchant_desk.shop.acts import write_setting

# What an owner may say of a voucher by hand; it is redeemed only at the till.
SETTABLE = ("reversed", "refunded", "expired")


class VoucherActs:
    """The acts on products, vouchers and settlement rows."""

    def __init__(self, file: ShopFile) -> None:
        self._file = file

    def add_product(self, draft: ProductDraft) -> str:
        """Offer something on a platform; gives its id.

        Raises what `ProductDraft.check` raises, and "name_taken" (name) where the platform has one so called.
        """
        draft.check()
        with self._file.act("add_voucher_product", draft.name.strip()) as act:
            _refuse_taken(act, draft.platform, draft.name, "")
            last = act.value("SELECT coalesce(max(seq), 0) FROM voucher_product")
            return act.insert("voucher_product", {**_product_columns(draft), "seq": last + 1})

    def edit_product(self, product_id: str, draft: ProductDraft) -> None:
        """Make the product what the draft says; vouchers redeemed before stay.

        Raises DeskError "gone" and what `add_product` raises.
        """
        draft.check()
        self._product(product_id)
        with self._file.act("edit_voucher_product", draft.name.strip()) as act:
            _refuse_taken(act, draft.platform, draft.name, product_id)
            act.update("voucher_product", product_id, **_product_columns(draft))

    def archive_product(self, product_id: str) -> None:
        """Offer it no more. Raises DeskError "gone"."""
        with self._file.act("archive_voucher_product", self._product(product_id).name) as act:
            act.update("voucher_product", product_id, archived_at=act.now_ms)

    def restore_product(self, product_id: str) -> None:
        """Offer it again. Raises DeskError "gone", "name_taken"."""
        known = self._product(product_id)
        with self._file.act("restore_voucher_product", known.name) as act:
            _refuse_taken(act, known.platform, known.name, product_id)
            act.update("voucher_product", product_id, archived_at=None)

    def set_state(self, voucher_id: str, state: str, reason: str) -> None:
        """Say that a voucher was reversed, refunded or has expired, and why; the sale it paid goes with it.

        Of a sale that was paid in other ways too only the voucher's part is given back. Raises "no_reason",
        "gone", "bad_state", and "day_closed" where today is closed.
        """
        if state not in SETTABLE:
            raise DeskError("bad_state")
        if not reason.strip():
            raise DeskError("no_reason")
        known = self._voucher(voucher_id)
        with self._file.act("voucher_state", known.code) as act:
            take_back(act, voucher_id, state, reason.strip(), self._file.clock.now())

    def match(self, settlement_id: str, voucher_id: str) -> None:
        """Say whose a platform's row is. Raises DeskError "gone", "other_platform"."""
        row, known = self._settlement(settlement_id), self._voucher(voucher_id)
        if known.platform not in family(row.platform):
            raise DeskError("other_platform")
        with self._file.act("match_settlement", known.code) as act:
            act.update("settlement", settlement_id, voucher_id=voucher_id, accepted=0)
            gone = Gone("refunded", row.note or row.kind) if row.kind == "refunded" else None
            heed(act, voucher_id, gone, self._file.clock.now())

    def unmatch(self, settlement_id: str) -> None:
        """A platform's row is not its voucher's after all; it waits again. Raises DeskError "gone"."""
        row = self._settlement(settlement_id)
        with self._file.act("unmatch_settlement", row.code or row.order_id) as act:
            act.update("settlement", settlement_id, voucher_id=None, accepted=0)

    def accept(self, voucher_ids: Sequence[str], note: str = "") -> None:
        """Leave differences of these vouchers as they are, saying why where there is something to say."""
        with self._file.act("accept_settlement", self._codes(voucher_ids)) as act:
            for voucher_id in voucher_ids:
                for row in act.all("SELECT id FROM settlement WHERE voucher_id = :id", id=voucher_id):
                    act.update(
                        "settlement", row["id"], accepted=1, **({"note": note.strip()} if note else {})
                    )

    def accept_rows(self, settlement_ids: Sequence[str], note: str = "") -> None:
        """Leave platform's rows that belong to no voucher as they are. Raises DeskError "gone"."""
        first = self._settlement(settlement_ids[0]) if settlement_ids else None
        with self._file.act("accept_settlement", first.code if first else "") as act:
            for one in settlement_ids:
                act.update("settlement", one, accepted=1, **({"note": note.strip()} if note else {}))

    def write_down(self, settlement_ids: Sequence[str]) -> list[str]:
        """Write sales for payouts of vouchers that were never taken at the till; gives the sales' ids.

        Raises DeskError "gone" and what `late.write_down` raises.
        """
        rows = [self._settlement(one) for one in settlement_ids]
        with self._file.act("write_down_settlement", ", ".join(row.code for row in rows[:3])) as act:
            return write_down(act, rows, self._file.clock.now())

    def set_own_shops(self, names: Iterable[str]) -> None:
        """Say how the platforms call this shop, by name or id; rows of other shops are left out."""
        kept = list(dict.fromkeys(name.strip() for name in names if name.strip()))
        with self._file.act("own_shops", ", ".join(kept)) as act:
            write_setting(act, store.OWN_SHOPS_KEY, kept)

    def _product(self, product_id: str) -> VoucherProduct:
        found = store.template(self._file, product_id)
        if found is None:
            raise DeskError("gone", table="voucher_product", id=product_id)
        return found

    def _voucher(self, voucher_id: str) -> Voucher:
        found = store.voucher(self._file, voucher_id)
        if found is None:
            raise DeskError("gone", table="voucher", id=voucher_id)
        return found

    def _settlement(self, settlement_id: str) -> Settlement:
        found = store.settlement(self._file, settlement_id)
        if found is None:
            raise DeskError("gone", table="settlement", id=settlement_id)
        return found

    def _codes(self, voucher_ids: Sequence[str]) -> str:
        return ", ".join(self._voucher(one).code for one in voucher_ids[:3])


def _refuse_taken(act: Act, platform: str, name: str, except_id: str) -> None:
    taken = act.value(
        "SELECT name FROM voucher_product WHERE platform = :platform AND lower(name) = :name"
        " AND archived_at IS NULL AND id <> :id",
        platform=platform,
        name=name.strip().lower(),
        id=except_id,
    )
    if taken is not None:
        raise DeskError("name_taken", name=taken)


def _product_columns(draft: ProductDraft) -> dict[str, object]:
    return {
        "platform": draft.platform,
        "name": draft.name.strip(),
        "service_id": draft.service_id,
        "list_price": draft.list_price,
        "customer_paid": draft.customer_paid,
        "platform_fee": draft.platform_fee,
        "influencer_fee": draft.influencer_fee,
        "worker_incentive": draft.worker_incentive,
        "pays_out": draft.paid_out,
    }
