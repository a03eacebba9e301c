"""Which rule holds, beside the plainest way to find it; and what a rule may say."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_desk.commission.model import Rule, RuleDraft, SoldLine, Tier
from merchant_desk.commission.rules import pick, same_reach
from merchant_desk.core.errors import DeskError

DAYS = [dt.date(2025, 8, day) for day in (1, 10, 20, 31)]

targets = st.sampled_from([(None, None), ("s1", None), ("s2", None), (None, "c1"), (None, "c2")])


@st.composite
def drafts(draw: st.DrawFn) -> RuleDraft:
    service, category = draw(targets)
    first, last = sorted((draw(st.sampled_from(DAYS)), draw(st.sampled_from(DAYS))))
    return RuleDraft(
        worker_id=draw(st.sampled_from([None, "w1", "w2"])),
        service_id=service,
        category_id=category,
        line_kind=draw(st.sampled_from(["service", "product"])),
        rate=1,
        valid_from=first,
        valid_to=last,
    )


@st.composite
def rule_books(draw: st.DrawFn) -> list[Rule]:
    """Rules of which no two are for the same at the same time, as the acts keep it."""
    kept: list[RuleDraft] = []
    for one in draw(st.lists(drafts(), max_size=12)):
        if not any(same_reach(one, other) for other in kept):
            kept.append(one)
    archived = draw(st.lists(st.booleans(), min_size=len(kept), max_size=len(kept)))
    return [Rule(f"r{at}", one, archived[at]) for at, one in enumerate(kept)]


lines = st.builds(
    SoldLine,
    id=st.just("line"),
    kind=st.sampled_from(["service", "add_on", "product", "card", "tip", "free", "rounding"]),
    quantity=st.just(1),
    amount=st.just(100),
    list_price=st.just(100),
    service_id=st.sampled_from([None, "s1", "s2"]),
    category_id=st.sampled_from([None, "c1", "c2"]),
)


@given(rule_books(), lines, st.sampled_from(["w1", "w2"]), st.sampled_from(DAYS))
def test_the_most_specific_rule_holds(rules: list[Rule], line: SoldLine, worker: str, day: dt.date) -> None:
    found = pick(rules, line, worker, day)
    assert found == _step_by_step(rules, line, worker, day)


def _step_by_step(rules: list[Rule], line: SoldLine, worker: str, day: dt.date) -> Rule | None:
    """The six steps of the rule book, one after the other."""
    kind = "service" if line.kind == "add_on" else line.kind
    targets: list[tuple[str | None, str | None]] = [(line.service_id, None)] if line.service_id else []
    targets += [(None, line.category_id)] if line.category_id else []
    for whose in (worker, None):
        for service, category in [*targets, (None, None)]:
            for rule in rules:
                said = (rule.terms.worker_id, rule.terms.service_id, rule.terms.category_id)
                valid = rule.terms.valid_from <= day <= rule.terms.valid_to
                right = said == (whose, service, category) and rule.terms.line_kind == kind
                if right and valid and not rule.archived:
                    return rule
    return None


def test_a_deposit_taken_earns_nothing() -> None:
    rule = Rule("r", RuleDraft(line_kind="card", rate=500))
    card = SoldLine("line", "card", 1, 100, 100)
    deposit = SoldLine("line", "card", 1, 100, 100, deposit=True)
    assert pick([rule], card, "w", DAYS[0]) == rule
    assert pick([rule], deposit, "w", DAYS[0]) is None


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (RuleDraft(rate=10_001), "commission_too_high"),
        (RuleDraft(rate=9_000, requested_rate=1_001), "commission_too_high"),
        (RuleDraft("tiered", tiers=(Tier(0, 9_500),), requested_rate=501), "commission_too_high"),
        (RuleDraft("fixed", amount=5, requested_rate=10_001), "commission_too_high"),
        (RuleDraft(), "commission_nothing"),
        (RuleDraft("fixed"), "commission_nothing"),
        (RuleDraft("tiered"), "commission_no_tiers"),
        (RuleDraft("tiered", tiers=(Tier(500, 100), Tier(500, 200))), "commission_tiers_order"),
        (RuleDraft("tiered", tiers=(Tier(500, 100), Tier(0, 200))), "commission_tiers_order"),
        (RuleDraft(rate=-1), "bad_amount"),
        (RuleDraft("fixed", amount=-1), "bad_amount"),
        (RuleDraft(rate=1, valid_from=DAYS[1], valid_to=DAYS[0]), "bad_period"),
    ],
)
def test_a_rule_that_cannot_be_is_refused(draft: RuleDraft, code: str) -> None:
    with pytest.raises(DeskError) as refused:
        draft.check()
    assert refused.value.code == code


def test_all_of_it_may_go_to_the_worker() -> None:
    RuleDraft(rate=9_000, requested_rate=1_000).check()
