"""When somebody is free: pure arithmetic on spans of naive shop time."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from merchant_desk.core.errors import DeskError
from merchant_desk.core.spans import Span, subtract


@dataclass(frozen=True, slots=True)
class Step:
    """One service of a visit: minutes of service, minutes before and after it, and who does it."""

    minutes: int
    before: int = 0
    after: int = 0
    worker_id: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a step came to lie: `span` is what the customer sees, `busy` what the worker is busy."""

    span: Span
    busy: Span


def free_spans(open_spans: Iterable[Span], busy_spans: Iterable[Span]) -> list[Span]:
    """What of `open_spans` no busy span covers: sorted, half-open, apart from each other.

    Either may be unsorted or overlap; spans without length are ignored; open spans that touch are one.
    """
    return subtract(open_spans, busy_spans)


def start_times(
    open_spans: Iterable[Span],
    busy_spans: Iterable[Span],
    minutes: int,
    step: int,
    before: int = 0,
    after: int = 0,
) -> list[dt.datetime]:
    """When a service of `minutes` could begin, earliest first.

    Candidates lie every `step` minutes from the start of each free span; `before` and `after` are
    minutes the worker is busy around the service, and all of it must fit into that free span.
    `busy_spans` hold their own buffers already.

    Raises DeskError "no_minutes" for a service without length and ValueError for a step below 1 or
    negative buffers.
    """
    if minutes < 1:
        raise DeskError("no_minutes", minutes=minutes)
    if step < 1 or before < 0 or after < 0:
        raise ValueError("step must be at least 1 and buffers not negative")
    lead, needed = dt.timedelta(minutes=before), dt.timedelta(minutes=minutes + after)
    stride = dt.timedelta(minutes=step)
    found: list[dt.datetime] = []
    for free in free_spans(open_spans, busy_spans):
        # The first candidate that leaves room before it, still on the free span's own grid.
        start = free.start + -(-lead // stride) * stride
        while start + needed <= free.end:
            found.append(start)
            start += stride
    return found


def in_a_row(start: dt.datetime, steps: Sequence[Step], travel: int = 0) -> list[Placed]:
    """Where each service of one visit lies when the first begins at `start`.

    One follows the other at once, or as soon as the minutes after its worker's service before and
    before this one are over. `travel` minutes go before a worker's first and after a
    worker's last service of the visit. Raises DeskError "no_minutes".
    """
    spans: list[Span] = []
    ready: dict[str, dt.datetime] = {}
    for step in steps:
        if step.minutes < 1:
            raise DeskError("no_minutes", minutes=step.minutes)
        begin = spans[-1].end if spans else start
        if step.worker_id in ready:
            begin = max(begin, ready[step.worker_id] + dt.timedelta(minutes=step.before))
        spans.append(Span(begin, begin + dt.timedelta(minutes=step.minutes)))
        ready[step.worker_id] = spans[-1].end + dt.timedelta(minutes=step.after)
    return placed(spans, steps, travel)


def placed(spans: Sequence[Span], steps: Sequence[Step], travel: int = 0) -> list[Placed]:
    """The busy span around each service of one visit; `travel` as for `in_a_row`.

    Where one worker's services follow so closely that their buffers meet, the later one's begin where
    the earlier one's end: a worker is busy once at a time.
    """
    of_worker: dict[str, list[int]] = {}
    for at in sorted(range(len(steps)), key=lambda at: spans[at].start):
        of_worker.setdefault(steps[at].worker_id, []).append(at)
    out: list[Placed] = []
    for at, (span, step) in enumerate(zip(spans, steps, strict=True)):
        mine = of_worker[step.worker_id]
        there = travel if mine[0] == at else 0
        back = travel if mine[-1] == at else 0
        busy = Span(
            span.start - dt.timedelta(minutes=step.before + there),
            span.end + dt.timedelta(minutes=step.after + back),
        )
        out.append(Placed(span, busy))
    for mine in of_worker.values():
        for one, after in itertools.pairwise(mine):
            meet = min(out[one].busy.end, spans[after].start)
            if spans[one].end <= spans[after].start:
                out[one] = Placed(spans[one], Span(out[one].busy.start, meet))
                out[after] = Placed(spans[after], Span(max(out[after].busy.start, meet), out[after].busy.end))
    return out


def fits(busy: Span, free: Sequence[Span]) -> bool:
    """Whether `busy` lies wholly inside one of the `free` spans."""
    return any(span.start <= busy.start and busy.end <= span.end for span in free)


@dataclass(frozen=True, slots=True)
class Wish:
    """One service asked for: its minutes and buffers, and the workers who may do it, preferred ones first."""

    minutes: int
    before: int
    after: int
    workers: tuple[str, ...]

    def step(self, worker_id: str) -> Step:
        """The service, done by that worker."""
        return Step(self.minutes, self.before, self.after, worker_id)


def visit_starts(
    wishes: Sequence[Wish],
    free: Mapping[str, Sequence[Span]],
    step: int,
    not_before: dt.datetime,
    travel: int = 0,
) -> list[tuple[dt.datetime, tuple[str, ...]]]:
    """When a whole visit could begin and who would do each service, earliest first.

    `free` holds each worker's free spans. Each worker who may do the first service is offered on the
    grid of their own free spans; for the rest the same worker is tried first, then the others in
    order. Raises DeskError "no_minutes".
    """
    if not wishes:
        return []
    first, *rest = wishes
    found: list[tuple[dt.datetime, int, tuple[str, ...]]] = []
    for rank, worker_id in enumerate(first.workers):
        spans = free.get(worker_id, ())
        alone = first.after + travel if not rest else first.after
        for start in start_times(spans, (), first.minutes, step, first.before + travel, alone):
            if start < not_before:
                continue
            team = _team(wishes, [worker_id], start, free, travel) if rest else [worker_id]
            if team is not None:
                found.append((start, rank, tuple(team)))
    return [(start, team) for start, _, team in sorted(found)]


def _team(
    wishes: Sequence[Wish],
    chosen: list[str],
    start: dt.datetime,
    free: Mapping[str, Sequence[Span]],
    travel: int,
) -> list[str] | None:
    """`chosen` completed to workers for all services so that all of it is free, or None."""
    if len(chosen) == len(wishes):
        steps = [wish.step(worker_id) for wish, worker_id in zip(wishes, chosen, strict=True)]
        at = in_a_row(start, steps, travel)
        good = all(fits(one.busy, free.get(step.worker_id, ())) for one, step in zip(at, steps, strict=True))
        return chosen if good else None
    able = sorted(wishes[len(chosen)].workers, key=lambda worker_id: worker_id != chosen[-1])
    teams = (_team(wishes, [*chosen, worker_id], start, free, travel) for worker_id in able)
    return next((team for team in teams if team is not None), None)
