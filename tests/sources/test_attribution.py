from __future__ import annotations

import math
import random
from collections import Counter, defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_desk.sources.attribution import MODELS, Model, Path, markov, shares, split

ages = st.lists(st.floats(0, 4000, allow_nan=False), min_size=1, max_size=30).map(
    lambda found: sorted(found, reverse=True)
)
models = st.sampled_from(MODELS)


# -------------------- one visit's path
def test_the_time_decay_of_the_definitions() -> None:
    assert shares([14, 7, 0], "time_decay", 7) == pytest.approx([0.142857, 0.285714, 0.571429], abs=1e-6)


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        ("first", [1, 0, 0, 0]),
        ("last", [0, 0, 0, 1]),
        ("linear", [0.25, 0.25, 0.25, 0.25]),
        ("position", [0.4, 0.1, 0.1, 0.4]),
    ],
)
def test_four_touches(model: Model, expected: list[float]) -> None:
    assert shares([20, 10, 5, 1], model) == pytest.approx(expected)


def test_the_middle_of_three_gets_all_of_the_middle() -> None:
    assert shares([3, 2, 1], "position") == [0.4, 0.2, 0.4]
    assert shares([3, 2], "position") == [0.5, 0.5]


@given(models)
def test_a_lone_touch_earns_all(model: Model) -> None:
    assert shares([3], model) == [1.0]
    assert shares([], model) == []


def test_linear_counts_every_occurrence() -> None:
    earned: dict[str, float] = defaultdict(float)
    for name, share in zip(("a", "a", "b"), shares([9, 5, 1], "linear"), strict=True):
        earned[name] += share
    assert earned == pytest.approx({"a": 2 / 3, "b": 1 / 3})


def test_a_touch_after_the_visit_earns_nothing() -> None:
    assert shares([5, 2, -1], "last") == [0, 1, 0]
    assert shares([5, 2, -1], "position") == [0.5, 0.5, 0]
    assert shares([-1, -2], "linear") == [0, 0]


def test_the_three_paths_of_the_definitions_by_position() -> None:
    earned: dict[str, float] = defaultdict(float)
    for names, times in ((["search", "email"], 3), (["search", "social", "email"], 5), (["direct"], 2)):
        for name, share in zip(names, shares(list(range(len(names), 0, -1)), "position"), strict=True):
            earned[name] += times * share
    assert earned == pytest.approx({"direct": 2, "search": 3.5, "email": 3.5, "social": 1})


@given(ages, models, st.floats(0.1, 400))
def test_shares_sum_to_one(found: list[float], model: Model, half_life: float) -> None:
    earned = shares(found, model, half_life)
    assert len(earned) == len(found)
    assert math.fsum(earned) == pytest.approx(1)
    assert all(0 <= share <= 1 for share in earned)


@given(ages, models, st.integers(-(10**9), 10**9))
def test_credits_sum_to_the_value_and_a_refund_mirrors_its_sale(
    found: list[float], model: Model, value: int
) -> None:
    earned = split(value, shares(found, model))
    assert sum(earned) == value
    assert split(-value, shares(found, model)) == [-part for part in earned]


@given(ages, st.floats(0.1, 400), st.floats(-0.0, 4000))
def test_decay_halves_with_each_half_life_and_knows_no_origin(
    found: list[float], half_life: float, later: float
) -> None:
    earned = shares(found, "time_decay", half_life)
    assert earned == sorted(earned)
    assert shares([age + later for age in found], "time_decay", half_life) == pytest.approx(earned, abs=1e-6)
    pair = shares([half_life, 0], "time_decay", half_life)
    assert pair == pytest.approx([1 / 3, 2 / 3])


def test_very_old_touches_still_share() -> None:
    assert shares([90_000, 90_000], "time_decay", 0.5) == [0.5, 0.5]


@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf])
def test_an_age_must_be_a_number(bad: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        shares([bad], "last")


@pytest.mark.parametrize("half_life", [0, -1, math.inf, math.nan])
def test_a_half_life_must_be_above_zero(half_life: float) -> None:
    with pytest.raises(ValueError, match="half-life"):
        shares([1], "time_decay", half_life)


def test_an_unknown_model_is_refused() -> None:
    with pytest.raises(ValueError, match="no such model"):
        shares([1], "best")  # type: ignore[arg-type]


# -------------------- data-driven
def test_the_chain_of_the_definitions() -> None:
    found = markov([(["a", "b"], 3, 3.0, 1), (["a", "c"], 1, 1.0, 1)])
    assert {name: credit.removal_effect for name, credit in found.items()} == pytest.approx(
        {"a": 1, "b": 0.75, "c": 0.25}
    )
    assert {name: credit.conversions for name, credit in found.items()} == pytest.approx(
        {"a": 2, "b": 1.5, "c": 0.5}
    )
    assert sum(credit.value for credit in found.values()) == pytest.approx(4)


def test_a_name_behind_itself_and_empty_names_change_nothing() -> None:
    plain = markov([(["a", "b"], 3, 30.0, 1), (["b", "a", "b"], 1, 10.0, 2)])
    noisy = markov([(["a", "a", "", "a", "b", ""], 3, 30.0, 1), (["", "b", "a", "b", "b"], 1, 10.0, 2)])
    assert {k: v.conversions for k, v in noisy.items()} == pytest.approx(
        {k: v.conversions for k, v in plain.items()}
    )
    assert {k: v.value for k, v in noisy.items()} == pytest.approx({k: v.value for k, v in plain.items()})


def test_paths_without_names_or_visits_take_no_part() -> None:
    assert markov([]) == {}
    assert markov([([], 3, 30.0, 1), (["", ""], 1, 5.0, 0)]) == {}
    found = markov([(["a"], 2, 20.0, 1), ([], 9, 90.0, 0), (["b"], 0, 0.0, 0)])
    assert found["a"].conversions == pytest.approx(2)
    assert found["a"].value == pytest.approx(20)
    assert found["b"].conversions == 0


def test_nobody_paid_nobody_earns() -> None:
    found = markov([(["a", "b"], 0, 0.0, 4), (["c"], 0, 0.0, 1)])
    assert list(found) == ["a", "b", "c"]
    assert all(credit.removal_effect == credit.conversions == credit.value == 0 for credit in found.values())


@pytest.mark.parametrize("path", [(["a"], -1, 0.0, 1), (["a"], 1, 1.0, -1), (["a"], 0, 5.0, 1)])
def test_impossible_counts_are_refused(path: Path) -> None:
    with pytest.raises(ValueError, match="counts"):
        markov([path])


paths = st.lists(
    st.tuples(
        st.lists(st.sampled_from(["a", "b", "c", "d", ""]), max_size=6),
        st.integers(0, 4),
        st.integers(0, 500),
        st.integers(0, 4),
    ).map(lambda path: (path[0], path[1], float(path[2] if path[1] else 0), path[3])),
    max_size=8,
)


def paid_probability(found: list[Path], removed: str | None) -> float:
    """P(paid) by following the probability mass step by step, the long way round."""
    moves: dict[str, Counter[str]] = defaultdict(Counter)
    for names, paid, _, lost in found:
        chain = [name for name in names if name]
        if chain:
            for a, b in zip(["start", *chain], chain, strict=False):
                moves[a][b] += paid + lost
            moves[chain[-1]]["paid"] += paid
            moves[chain[-1]]["lost"] += lost
    mass, arrived = {"start": 1.0}, 0.0
    for _ in range(3000):
        ahead: dict[str, float] = defaultdict(float)
        for state, weight in mass.items():
            whole = sum(moves[state].values())
            for to, times in moves[state].items():
                if to == "paid":
                    arrived += weight * times / whole
                elif to not in ("lost", removed) and times:
                    ahead[to] += weight * times / whole
        mass = ahead
        if sum(mass.values()) < 1e-12:
            break
    return arrived


@given(paths)
def test_removal_effects_equal_the_long_way_round(found: list[Path]) -> None:
    base = paid_probability(found, None)
    for name, credit in markov(found).items():
        expected = 1 - paid_probability(found, name) / base if base else 0
        assert credit.removal_effect == pytest.approx(expected, abs=1e-6)


@given(paths, st.randoms(use_true_random=False))
def test_credits_sum_to_what_was_paid_in_any_order(found: list[Path], dice: random.Random) -> None:
    earned = markov(found)
    counted = [path for path in found if any(path[0])]
    assert sum(c.conversions for c in earned.values()) == pytest.approx(sum(path[1] for path in counted))
    assert sum(c.value for c in earned.values()) == pytest.approx(sum(path[2] for path in counted))
    shuffled = list(found)
    dice.shuffle(shuffled)
    again = markov(shuffled)
    assert {k: v.value for k, v in again.items()} == pytest.approx({k: v.value for k, v in earned.items()})
