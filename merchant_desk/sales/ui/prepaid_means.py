"""A customer's cards as ways to pay: what the button says, and what its row does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from merchant_desk.sales.ui.payment_row import Means
from merchant_desk.sales.ui.voucher_box import voucher_money, voucher_title
from merchant_desk.sales.vouchers.codes import grouped
from merchant_desk.shell import language, words

if TYPE_CHECKING:
    from merchant_desk.prepaid.model import CardState, CounterState
    from merchant_desk.sales.vouchers.model import VoucherDraft


@dataclass(frozen=True, slots=True)
class Offer:
    """A card to pay with: `text` stands on the button with what is left, `tip` says which card it is.

    What was taken for the very appointment pays `at_once`.
    """

    means: Means
    text: str
    tip: str
    at_once: bool = False


def offers(cards: Sequence[CardState], appointment_id: str | None) -> list[Offer]:
    """The ways to pay that these cards are, the deposit of the appointment first.

    A deposit taken for another appointment waits for that one.
    """
    found = []
    for card in cards:
        if not card.usable:
            continue
        if card.kind == "pass":
            found += [_pass(card, counter) for counter in card.counters if counter.left]
        elif card.kind == "balance":
            text = QCoreApplication.translate("prepaid_means", "Balance {amount}")
            found.append(_money(card, "stored_value", text))
        elif appointment_id is None or card.appointment_id == appointment_id:
            text = QCoreApplication.translate("prepaid_means", "Deposit {amount}")
            mine = appointment_id is not None
            found.insert(0, replace(_money(card, "deposit", text), at_once=mine))
    return found


def left_words(cards: Sequence[CardState]) -> list[str]:
    """What a customer has left, in a few words for beside the name."""
    usable = [card for card in cards if card.usable]
    units = sum(card.units for card in usable)
    balance = sum(card.left for card in usable if card.kind == "balance")
    said = []
    if units:
        said.append(QCoreApplication.translate("prepaid_means", "{n} left on passes").format(n=units))
    if balance:
        text = QCoreApplication.translate("prepaid_means", "balance {amount}")
        said.append(text.format(amount=language.money(balance)))
    return said


def voucher_means(voucher: VoucherDraft) -> Means:
    """A voucher as a way to pay, with what the platform keeps and pays out."""
    return Means(
        f"voucher:{voucher.platform}:{voucher.code}",
        "voucher",
        voucher_title(voucher),
        note=grouped(voucher.code),
        below=voucher_money(voucher) if voucher.pays_out or voucher.platform_fee else "",
        voucher=voucher,
    )


def _money(card: CardState, method: str, text: str) -> Offer:
    means = Means(
        f"{method}:{card.id}",
        method,
        words.method_name(method),
        note=card.name if card.name != words.method_name(method) else "",
        limit=card.left,
        card_id=card.id,
    )
    return Offer(means, text.format(amount=language.money(card.left)), f"{card.name} · {card.number}")


def _pass(card: CardState, counter: CounterState) -> Offer:
    name = words.method_name("pass")
    means = Means(
        f"pass:{counter.id}",
        "pass",
        name,
        note=f"{card.name} · {counter.service}",
        card_id=card.id,
        counter=counter,
    )
    # One pass may have both for one service: the button tells which of them it takes.
    if counter.free:
        text = QCoreApplication.translate("prepaid_means", "Pass · {n} free")
    else:
        text = QCoreApplication.translate("prepaid_means", "Pass · {n} left")
    return Offer(means, text.format(n=counter.left), f"{card.name} · {counter.service} · {card.number}")
