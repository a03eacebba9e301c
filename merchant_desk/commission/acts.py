"""What the owner does to the rules of commission; and what a sale and a refund write down of it."""

from __future__ import annotations

import datetime as dt
import json

from merchant_desk.commission import store
from merchant_desk.commission.model import Earned, RuleDraft
from merchant_desk.commission.reckon import earn, spread, taken_back
from merchant_desk.commission.rules import pick, same_reach
from merchant_desk.core.errors import DeskError
from merchant_desk.db.records import Act, Reader
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.shop.acts import write_setting

# Days from which a base pay holds, with the amount.
_Pays = list[tuple[str, int]]


class CommissionActs:
    """The acts on the rules, and on what a worker is paid in any case."""

    def __init__(self, file: ShopFile) -> None:
        self._file = file

    def add_rule(self, draft: RuleDraft) -> str:
        """Set a rule and give its id; it holds for sales from now on.

        Raises what `RuleDraft.check` raises, "commission_over_price" (amount, worth) where a fixed amount is
        more than its service costs, "commission_rule_exists" where another is for the same at the same time.
        """
        with self._file.act("add_commission_rule", self._subject(draft)) as act:
            _refuse(act, draft, except_id="")
            return act.insert("commission_rule", _columns(draft))

    def edit_rule(self, rule_id: str, draft: RuleDraft) -> str:
        """Make the rule what the draft says; gives its id from then on.

        What was earned by it stays as it was: a rule that was used is archived and a new one takes its place.
        Raises "gone", and what `add_rule` raises.
        """
        row = store.rule(self._file, rule_id)
        if row is None or row.rule.archived:
            raise DeskError("gone", table="commission_rule", id=rule_id)
        with self._file.act("edit_commission_rule", self._subject(draft)) as act:
            _refuse(act, draft, except_id=rule_id)
            if draft == row.rule.terms:
                return rule_id
            if store.used(act, rule_id):
                act.update("commission_rule", rule_id, archived_at=act.now_ms)
                return act.insert("commission_rule", _columns(draft))
            act.update("commission_rule", rule_id, **_columns(draft))
            return rule_id

    def archive_rule(self, rule_id: str) -> None:
        """Let a rule hold no more; what was earned by it stays. Raises DeskError "gone"."""
        row = store.rule(self._file, rule_id)
        if row is None:
            raise DeskError("gone", table="commission_rule", id=rule_id)
        with self._file.act("archive_commission_rule", self._subject(row.rule.terms)) as act:
            act.update("commission_rule", rule_id, archived_at=act.now_ms)

    def restore_rule(self, rule_id: str) -> None:
        """Let a rule hold again. Raises DeskError "gone", "commission_rule_exists"."""
        row = store.rule(self._file, rule_id)
        if row is None:
            raise DeskError("gone", table="commission_rule", id=rule_id)
        with self._file.act("restore_commission_rule", self._subject(row.rule.terms)) as act:
            _refuse(act, row.rule.terms, except_id=rule_id)
            act.update("commission_rule", rule_id, archived_at=None)

    def set_base_pay(self, worker_id: str, amount: int, since: dt.date) -> None:
        """Note what a worker is paid each month in any case, from a day on; minor units, 0 is none.

        Raises DeskError "gone", "bad_amount".
        """
        name = self._file.value("SELECT name FROM worker WHERE id = :id", id=worker_id)
        if name is None:
            raise DeskError("gone", table="worker", id=worker_id)
        if amount < 0:
            raise DeskError("bad_amount", text="")
        with self._file.act("set_base_pay", str(name)) as act:
            pays = store.base_pays(act)
            mine: _Pays = [(day, some) for day, some in pays.get(worker_id, ()) if day != since.isoformat()]
            pays[worker_id] = sorted([*mine, (since.isoformat(), amount)])
            write_setting(act, store.BASE_PAY_KEY, pays)

    def _subject(self, draft: RuleDraft) -> str:
        """Whose and what for, as far as the rule names it."""
        return " · ".join(name for name in store.names(self._file, draft) if name)


def book(act: Act, sale_id: str) -> None:
    """Within another act: write what the workers earn by a sale that was paid just now.

    Its lines, shares, payments and card entries are in the act already. Writes nothing of a refund.
    """
    rules = store.live_rules(act)
    sale = store.sold(act, sale_id) if rules else None
    if sale is None:
        return
    money = spread(sale.lines, sale.payments)
    for line in sale.lines:
        for place, (worker_id, _share) in enumerate(line.workers):
            rule = pick(rules, line, worker_id, sale.day)
            if rule is None:
                continue
            earned = earn(line, money[line.id], rule.terms, place)
            if rule.terms.kind == "tiered" or any(earned):
                _write(act, sale_id, line.id, worker_id, rule.id, sale.at, earned)


def reverse(act: Act, refund_sale_id: str) -> None:
    """Within another act: take back what was earned by the lines that a refund gives back, in proportion."""
    at = act.value("SELECT sold_at FROM sale WHERE id = :id", id=refund_sale_id)
    for back in store.given_back(act, refund_sale_id):
        for entry in store.entries_of_line(act, back.of_line):
            earned = taken_back(entry.earned, (back.returned, back.whole), entry.taken_back)
            if any(earned):
                _write(act, refund_sale_id, back.line, entry.worker_id, entry.rule_id, at, earned, entry.id)


def _write(
    act: Act,
    sale_id: str,
    line_id: str,
    worker_id: str,
    rule_id: str,
    at: str,
    earned: Earned,
    reverses: str | None = None,
) -> None:
    act.insert(
        "commission_entry",
        {
            "sale_id": sale_id,
            "sale_line_id": line_id,
            "worker_id": worker_id,
            "rule_id": rule_id,
            "at": at,
            "base": earned.base,
            "amount": earned.amount,
            "requested": earned.requested,
            "reverses": reverses,
        },
    )


def _refuse(r: Reader, draft: RuleDraft, except_id: str) -> None:
    draft.check()
    price = r.value("SELECT price FROM service WHERE id = :id", id=draft.service_id)
    # Work that is free for the customer may still earn something.
    if draft.kind == "fixed" and price and draft.amount + draft.requested_amount > price:
        raise DeskError("commission_over_price", amount=draft.amount + draft.requested_amount, worth=price)
    for other in store.live_rules(r):
        if other.id != except_id and same_reach(other.terms, _plain(draft)):
            whose = " · ".join(name for name in store.names(r, other.terms) if name)
            raise DeskError("commission_rule_exists", id=other.id, rule=whose)


def _plain(draft: RuleDraft) -> RuleDraft:
    return store.terms_of(_columns(draft))


def _columns(draft: RuleDraft) -> dict[str, object]:
    """The row of a rule; what its kind has no use for is left empty."""
    service = draft.line_kind == "service"
    return {
        "worker_id": draft.worker_id,
        "service_id": draft.service_id if service else None,
        "category_id": draft.category_id if service and draft.service_id is None else None,
        "line_kind": draft.line_kind,
        "basis": draft.basis,
        "kind": draft.kind,
        "rate": draft.rate if draft.kind == "percent" else 0,
        "amount": draft.amount if draft.kind == "fixed" else 0,
        "tiers": json.dumps(draft.tiers) if draft.kind == "tiered" else None,
        "whole": int(draft.whole and draft.kind == "tiered"),
        "with_prepaid": int(draft.with_prepaid),
        "requested_rate": draft.requested_rate,
        "requested_amount": draft.requested_amount,
        "valid_from": draft.valid_from.isoformat(),
        "valid_to": draft.valid_to.isoformat(),
    }
