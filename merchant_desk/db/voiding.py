"""What goes with a void sale: its entries on prepaid cards count no more, its vouchers are free again."""

from __future__ import annotations

from merchant_desk.db.records import Act


def take_entries_back(act: Act, sale_id: str) -> None:
    """Before a sale turns void: strike its entries one by one, so that the trail knows which go with it.

    An entry that was struck before, because only its payment was undone, stays struck when the sale is taken
    up again. What lowers a card is struck first. Raises what the rules of the ledger refuse.
    """
    found = act.all(
        "SELECT id FROM card_entry WHERE sale_id = :sale AND voided = 0 ORDER BY"
        " CASE WHEN principal < 0 OR bonus < 0 OR units < 0 THEN 0 ELSE 1 END, id",
        sale=sale_id,
    )
    for row in found:
        act.update("card_entry", row["id"], voided=1)


def let_go_of_vouchers(act: Act, sale_id: str) -> None:
    """Vouchers that paid a sale, also those that did while it was owed, pay no more."""
    found = act.all(
        "SELECT DISTINCT voucher.id FROM payment JOIN voucher ON voucher.id = payment.voucher_id"
        " WHERE payment.sale_id = :id AND payment.amount > 0 AND voucher.state = 'redeemed'",
        id=sale_id,
    )
    for row in found:
        act.update("voucher", row["id"], state="reversed")
