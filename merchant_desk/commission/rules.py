"""Which rule holds for a worker and a line (pure)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from merchant_desk.commission.model import Rule, RuleDraft, SoldLine

_KIND_OF = {"service": "service", "add_on": "service", "product": "product", "card": "card"}


def pick(rules: Iterable[Rule], line: SoldLine, worker_id: str, day: dt.date) -> Rule | None:
    """The most specific rule that holds for the worker and the line on that day, or None.

    In this order: the worker's own for the service, for its category, for all; everybody's for the service,
    for its category, for all. Of equals the one valid since later. Tips, free and rounding lines earn
    nothing, nor does a deposit taken: its service does when it is done.
    """
    kind = None if line.deposit else _KIND_OF.get(line.kind)
    fitting = [
        rule
        for rule in rules
        if kind == rule.terms.line_kind
        and not rule.archived
        and rule.terms.valid_from <= day <= rule.terms.valid_to
        and rule.terms.worker_id in {None, worker_id}
        and rule.terms.service_id in {None, line.service_id}
        and rule.terms.category_id in {None, line.category_id}
    ]
    return max(fitting, key=_rank, default=None)


def same_reach(one: RuleDraft, other: RuleDraft) -> bool:
    """Whether two rules are for the same, at times that overlap: nobody could tell which one holds."""
    return _reach(one) == _reach(other) and (
        one.valid_from <= other.valid_to and other.valid_from <= one.valid_to
    )


def _reach(terms: RuleDraft) -> tuple[str | None, ...]:
    return terms.line_kind, terms.worker_id, terms.service_id, terms.category_id


def _rank(rule: Rule) -> tuple[bool, bool, bool, dt.date, str]:
    terms = rule.terms
    return (
        terms.worker_id is not None,
        terms.service_id is not None,
        terms.category_id is not None,
        terms.valid_from,
        rule.id,
    )
