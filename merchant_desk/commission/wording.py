"""A rule in words, in whatever language the words are given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from merchant_desk.commission.model import RuleDraft, RuleRow


@dataclass(frozen=True, slots=True)
class RuleWords:
    """What a rule is said with; {rate} is a percentage and {amount} money, both written out.

    `bases` are for each basis, with {rate}. `steps` has {steps}, `step` {amount} and {rate}.
    """

    all_services: str
    products: str
    cards: str
    bases: dict[str, str]
    each: str
    step: str
    steps: dict[bool, str]
    without_prepaid: str
    requested: str
    since: str
    until: str
    comma: str
    money: Callable[[int], str]
    day: Callable[[dt.date], str]


def percent(rate: int) -> str:
    """A rate in hundredths of a percent written out: 1250 is '12.5%'."""
    return f"{rate / 100:g}%"


def reach(row: RuleRow, words: RuleWords) -> str:
    """What the rule is for."""
    if row.rule.terms.line_kind == "product":
        return words.products
    if row.rule.terms.line_kind == "card":
        return words.cards
    return row.service or row.category or words.all_services


def how_much(terms: RuleDraft, words: RuleWords) -> str:
    """What the rule comes to, without its extras: '30% of what is paid'."""
    if terms.kind == "fixed":
        return words.each.format(amount=words.money(terms.amount))
    rate = percent(terms.rate)
    if terms.kind == "tiered":
        steps = [
            words.step.format(amount=words.money(tier.start), rate=percent(tier.rate))
            if tier.start
            else percent(tier.rate)
            for tier in terms.tiers
        ]
        rate = words.steps[terms.whole].format(steps=words.comma.join(steps))
    return words.bases[terms.basis].format(rate=rate)


def extras(terms: RuleDraft, words: RuleWords) -> list[str]:
    """What the rule says besides: the extra for asked-for customers, prepaid cards, and when it holds."""
    told = []
    more = [percent(terms.requested_rate)] if terms.requested_rate else []
    more += [words.money(terms.requested_amount)] if terms.requested_amount else []
    if more:
        told.append(words.requested.format(more=" + ".join(more)))
    if not terms.with_prepaid and terms.line_kind != "card":
        told.append(words.without_prepaid)
    if terms.valid_from > dt.date.min:
        told.append(words.since.format(day=words.day(terms.valid_from)))
    if terms.valid_to < dt.date.max:
        told.append(words.until.format(day=words.day(terms.valid_to)))
    return told
