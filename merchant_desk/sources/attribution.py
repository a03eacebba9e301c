"""How much of a visit each touch before it earned: the models, as pure arithmetic.

A path is one customer's touches before one visit, oldest first. Windows, cuts at paid visits and
refunds are settled by whoever builds the paths.
"""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from merchant_desk.core.money import split

__all__ = ["MODELS", "MarkovCredit", "Model", "Path", "markov", "shares", "split"]

Model = Literal["first", "last", "linear", "position", "time_decay"]
MODELS: tuple[Model, ...] = get_args(Model)
# (names in order, paid visits, their value, visits lost)
Path = tuple[Sequence[str], int, float, int]

_ENDS = 0.4
_MIDDLE = 0.2


@dataclass(frozen=True, slots=True)
class MarkovCredit:
    """What one name is credited with.

    `removal_effect` is the share of paid visits lost without it (0..1, the effects of several
    names may sum to more than 1); `conversions` and `value` are its parts of all paid visits and
    of their whole value, in the unit that went in.
    """

    removal_effect: float
    conversions: float
    value: float


def shares(ages_days: Sequence[float], model: Model, half_life_days: float = 7.0) -> list[float]:
    """The share of a visit that each touch earns: one per touch, oldest first, summing to 1.

    `ages_days` are the touches' ages at the visit, oldest first. A touch with a negative age came
    after the visit and gets 0; when no touch is left all shares are 0.

    - first, last: all to the oldest, to the newest.
    - linear: the same for each occurrence.
    - position: alone 1; two 1/2 each; more: 2/5 to both ends, 1/5 spread evenly between.
    - time_decay: weight 2^(-age / half_life_days), normalised.

    Raises ValueError for an unknown model, an age that is no number, and a half-life that is not
    above 0.
    """
    if not all(math.isfinite(age) for age in ages_days):
        raise ValueError("ages must be finite numbers")
    if not (half_life_days > 0 and math.isfinite(half_life_days)):
        raise ValueError("the half-life must be above zero")
    counted = [at for at, age in enumerate(ages_days) if age >= 0]
    weights = _weights([ages_days[at] for at in counted], model, half_life_days)
    earned = [0.0] * len(ages_days)
    for at, weight in zip(counted, weights, strict=True):
        earned[at] = weight
    return earned


def _weights(ages: list[float], model: Model, half_life_days: float) -> list[float]:
    n = len(ages)
    if not n:
        return []
    match model:
        case "first":
            return [1.0 if at == 0 else 0.0 for at in range(n)]
        case "last":
            return [1.0 if at == n - 1 else 0.0 for at in range(n)]
        case "linear":
            return [1.0 / n] * n
        case "position":
            if n < 3:
                return [1.0 / n] * n
            return [_ENDS, *[_MIDDLE / (n - 2)] * (n - 2), _ENDS]
        case "time_decay":
            # Measured from the newest: far-off ages would underflow to nothing at all.
            newest = min(ages)
            raw = [2.0 ** (-(age - newest) / half_life_days) for age in ages]
            whole = math.fsum(raw)
            return [weight / whole for weight in raw]
    raise ValueError(f"no such model: {model}")


def markov(paths: Iterable[Path]) -> dict[str, MarkovCredit]:
    """Data-driven credit by a first-order Markov chain, exact by linear algebra.

    Each path is (names oldest first, paid visits, the value of those, lost visits). The chain has
    the states start, each name, paid, lost; its transitions are the observed frequencies. The
    removal effect of c is RE(c) = 1 - P(paid | visits to c end in lost) / P(paid), and c is
    credited with RE(c) / sum(RE) of all paid visits and of all value. As a chain that returns to c
    forgets how it got there, P(paid | c removed) = P(paid) - P(ever at c) P(paid | at c), so one
    matrix inverse serves all names.

    An empty name is no step and a path without names takes no part; a name that follows itself
    counts once (staying changes no chance of leaving for paid). Without a paid visit every credit
    is 0. Names come in order of first appearance. Valid for totals, never for one customer.
    For whole minor units pass the values through `split`.

    Raises ValueError for negative counts and for value without a paid visit.

    Source: Anderl et al., "Mapping the customer journey", IJRM 33 (2016).
    """
    steps: dict[tuple[int, int], int] = defaultdict(int)
    index: dict[str, int] = {}
    started = paid_visits = 0
    value = 0.0
    ends: dict[int, int] = defaultdict(int)
    starts: dict[int, int] = defaultdict(int)
    for names, paid, worth, lost in paths:
        if paid < 0 or lost < 0 or (worth and not paid):
            raise ValueError("counts must not be negative, and value needs a paid visit")
        chain = _chain(names, index)
        weight = paid + lost
        if not chain or not weight:
            continue
        started += weight
        paid_visits += paid
        value += worth
        starts[chain[0]] += weight
        ends[chain[-1]] += paid
        steps[(chain[-1], -1)] += weight
        for step in itertools.pairwise(chain):
            steps[step] += weight
    effects = (
        _removal_effects(len(index), starts, steps, ends, started) if paid_visits else [0.0] * len(index)
    )
    whole = math.fsum(effects)
    return {
        name: MarkovCredit(
            removal_effect=effects[at],
            conversions=paid_visits * effects[at] / whole if whole else 0.0,
            value=value * effects[at] / whole if whole else 0.0,
        )
        for name, at in index.items()
    }


def _chain(names: Sequence[str], index: dict[str, int]) -> list[int]:
    chain: list[int] = []
    for name in names:
        if not name:
            continue
        at = index.setdefault(name, len(index))
        if not chain or chain[-1] != at:
            chain.append(at)
    return chain


def _removal_effects(
    count: int,
    starts: dict[int, int],
    steps: dict[tuple[int, int], int],
    ends: dict[int, int],
    started: int,
) -> list[float]:
    """RE of each name; `steps` to -1 are all ends of paths, `ends` those that were paid."""
    import numpy as np

    # A name that only paths without any visit hold is left by nobody: it stays a state with no way out.
    left = np.zeros(count)
    moves = np.zeros((count, count))
    for (a, b), weight in steps.items():
        left[a] += weight
        if b >= 0:
            moves[a, b] = weight
    left[left == 0] = 1.0
    paid = np.zeros(count)
    for at, weight in ends.items():
        paid[at] = weight
    start = np.zeros(count)
    for at, weight in starts.items():
        start[at] = weight / started
    visits = np.linalg.inv(np.eye(count) - moves / left[:, None])  # [i, j]: expected visits of j from i
    paid_from = visits @ (paid / left)
    ever_at = (start @ visits) / np.diag(visits)
    effects = ever_at * paid_from / float(start @ paid_from)
    return [min(1.0, max(0.0, float(effect))) for effect in effects]
