"""The words for prepaid cards: their kinds, their states, what is on them, and the entries of a ledger."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from merchant_desk.prepaid.store import state_of
from merchant_desk.shell import language

if TYPE_CHECKING:
    from merchant_desk.prepaid.model import CardState, LedgerEntry


def kind_name(kind: str) -> str:
    """What sort of card it is."""
    return {
        "balance": QCoreApplication.translate("card_words", "Balance card"),
        "pass": QCoreApplication.translate("card_words", "Pass"),
        "deposit": QCoreApplication.translate("card_words", "Deposit"),
    }.get(kind, kind)


def state_name(state: str) -> str:
    """Whether a card pays, as `store.state_of` says it, or why it does not."""
    return {
        "usable": QCoreApplication.translate("card_words", "Valid"),
        "paused": QCoreApplication.translate("card_words", "Paused"),
        "expired": QCoreApplication.translate("card_words", "Expired"),
        "empty": QCoreApplication.translate("card_words", "Used up"),
        "closed": QCoreApplication.translate("card_words", "Taken back"),
        "void": QCoreApplication.translate("card_words", "Void"),
    }.get(state, state)


def standing(card: CardState) -> str:
    """A card's state in a word."""
    return state_name(card.state if card.state in {"closed", "void"} else state_of(card))


def spend_name(first: str) -> str:
    """What a balance card spends first."""
    return {
        "principal": QCoreApplication.translate("card_words", "What was paid, then the bonus"),
        "bonus": QCoreApplication.translate("card_words", "The bonus, then what was paid"),
        "share": QCoreApplication.translate("card_words", "Both in proportion"),
    }.get(first, first)


def entry_name(kind: str) -> str:
    """What an entry of the ledger is."""
    return {
        "opening": QCoreApplication.translate("card_words", "Taken over"),
        "sold": QCoreApplication.translate("card_words", "Sold"),
        "used": QCoreApplication.translate("card_words", "Used"),
        "returned": QCoreApplication.translate("card_words", "Given back"),
        "refunded": QCoreApplication.translate("card_words", "Card taken back"),
        "corrected": QCoreApplication.translate("card_words", "Corrected"),
        "transferred": QCoreApplication.translate("card_words", "Another owner"),
        "paused": QCoreApplication.translate("card_words", "Paused"),
        "resumed": QCoreApplication.translate("card_words", "Goes on"),
        "extended": QCoreApplication.translate("card_words", "Another last day"),
        "closed": QCoreApplication.translate("card_words", "Closed"),
    }.get(kind, kind)


def left_on(card: CardState) -> str:
    """What is left: "¥320 + ¥50 bonus", or "French ×3, Care ×1"."""
    if card.kind == "pass":
        counts = [f"{one.service} ×{language.number(one.left)}" for one in card.counters if one.left]
        return language.joined(counts) or language.number(0)
    return with_bonus(card.principal, card.bonus)


def with_bonus(principal: int, bonus: int) -> str:
    """Two amounts that are kept apart: "¥320 + ¥50 bonus"."""
    if not bonus:
        return language.money(principal)
    text = QCoreApplication.translate("card_words", "{amount} + {bonus} bonus")
    return text.format(amount=language.money(principal), bonus=language.money(bonus))


def ends(expires_on: dt.date | None, today: dt.date) -> str:
    """Until when a card can be used."""
    if expires_on is None:
        return QCoreApplication.translate("card_words", "No end")
    if expires_on < today:
        return QCoreApplication.translate("card_words", "until {day}, over").format(
            day=language.full_day(expires_on)
        )
    return QCoreApplication.translate("card_words", "until {day}").format(day=language.full_day(expires_on))


def change_of(entry: LedgerEntry) -> str:
    """What an entry puts on or takes off: "+¥1,000 +¥100 bonus", "−1 · −¥66"."""
    parts = []
    if entry.units:
        parts.append(uses_of(entry))
    if entry.principal:
        parts.append(("+" if entry.principal > 0 else "") + language.money(entry.principal))
    if entry.bonus:
        text = QCoreApplication.translate("card_words", "{amount} bonus")
        sign = "+" if entry.bonus > 0 else ""
        parts.append(text.format(amount=sign + language.money(entry.bonus)))
    return " · ".join(parts)


def uses_of(entry: LedgerEntry) -> str:
    """The uses that an entry puts on or takes off: "−1 French", "" for none."""
    return f"{_signed(entry.units)} {entry.service}" if entry.units else ""


def _signed(units: int) -> str:
    return f"+{units}" if units > 0 else f"−{-units}"
