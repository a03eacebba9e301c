"""抹零: what is to pay, rounded as the shop likes it, as a line of the sale."""

from __future__ import annotations

from merchant_desk.core.money import digits
from merchant_desk.db.records import Reader
from merchant_desk.sales.model import SaleLineDraft
from merchant_desk.shop import store as shop_store

KEY = "rounding"

# Not at all; down to ten cents; down to a whole unit of the currency; to the nearest one.
RULES = ("none", "dime_down", "yuan_down", "yuan_nearest")


def rule_of(r: Reader) -> str:
    """The shop's rule, "none" where nothing was chosen."""
    chosen = str(shop_store.setting(r, KEY, "none"))
    return chosen if chosen in RULES else "none"


def rounding(total: int, rule: str, currency: str = "CNY") -> int:
    """What to add to `total` minor units (mostly below zero) so that it is round; half a unit goes up.

    A currency without a minor unit is round already.
    """
    if rule == "none" or digits(currency) == 0 or total <= 0:
        return 0
    if rule == "dime_down":
        return -(total % 10)
    rest = total % 100
    if rule == "yuan_nearest" and rest >= 50:
        return 100 - rest
    return -rest


def rounding_line(total: int, rule: str, title: str, currency: str = "CNY") -> SaleLineDraft | None:
    """The line that makes `total` round, None where it is."""
    amount = rounding(total, rule, currency)
    return SaleLineDraft(title, amount, kind="rounding") if amount else None
