"""When somebody is free: pure arithmetic on spans of naive shop time."""

from __future__ import annotations

import datetime as dt
import heapq
import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from merchant_desk.core.errors import DeskError
from merchant_desk.core.spans import Span, merge, subtract


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


def full_spans(busy_spans: Iterable[Span], capacity: int) -> list[Span]:
    """Where a room or chair that takes `capacity` at once takes nobody more: sorted, apart from each other.

    `busy_spans` are those of everybody in it; they may be unsorted. Raises ValueError below one.
    """
    if capacity < 1:
        raise ValueError("a place takes at least one")
    real = [span for span in busy_spans if span.start < span.end]
    comes, goes = sorted([span.start for span in real]), sorted([span.end for span in real])
    # From when so many have come until one of them has to be gone, for each one who goes.
    return merge(Span(*turn) for turn in zip(comes[capacity - 1 :], goes, strict=False))


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
    free = free_spans(open_spans, busy_spans)
    return list(_grid(free, minutes, step, before, after))


def _grid(
    free: Sequence[Span],
    minutes: int,
    step: int,
    before: int,
    after: int,
    not_before: dt.datetime = dt.datetime.min,
) -> Iterator[dt.datetime]:
    lead, needed = dt.timedelta(minutes=before), dt.timedelta(minutes=minutes + after)
    stride = dt.timedelta(minutes=step)
    for span in free:
        if span.end <= not_before:
            continue
        # The first candidate that leaves room before it, still on the free span's own grid.
        wait = max(lead, not_before - span.start)
        start = span.start + -(-wait // stride) * stride
        while start + needed <= span.end:
            yield start
            start += stride


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


def holding(busy: Span, free: Sequence[Span]) -> Span | None:
    """The one of the `free` spans (sorted, apart) that `busy` lies wholly inside, or None."""
    at = bisect_right(free, (busy.start, dt.datetime.max)) - 1
    return free[at] if at >= 0 and busy.end <= free[at].end else None


def fits(busy: Span, free: Sequence[Span]) -> bool:
    """Whether `busy` lies wholly inside one of the `free` spans (sorted, apart)."""
    return holding(busy, free) is not None


def clear(busy: Span, taken: Sequence[Span]) -> bool:
    """Whether `busy` meets none of the `taken` spans (sorted, apart)."""
    at = bisect_left(taken, (busy.end,)) - 1
    return at < 0 or taken[at].end <= busy.start


@dataclass(frozen=True, slots=True)
class Wish:
    """One service asked for: its minutes and buffers, and the workers who may do it, preferred ones first.

    `own_minutes` are those of workers who take another time for it. It needs one of the `places`,
    preferred ones first; None where it needs none.
    """

    minutes: int
    before: int
    after: int
    workers: tuple[str, ...]
    own_minutes: Mapping[str, int] = field(default_factory=dict)
    places: tuple[str, ...] | None = None

    def step(self, worker_id: str) -> Step:
        """The service, done by that worker."""
        return Step(self.own_minutes.get(worker_id, self.minutes), self.before, self.after, worker_id)


@dataclass(frozen=True, slots=True)
class Diary:
    """What is known of the time to come; all spans sorted and apart, as `free_spans` gives them.

    `free` is when each worker is at work and not busy, `full` when a place takes nobody more. A worker who
    goes from one home visit to the next does not come back in between: `free_coming` is `free` without the
    ways back from home visits, and `leaving` when each worker sets out for one.
    """

    free: Mapping[str, Sequence[Span]]
    full: Mapping[str, Sequence[Span]] = field(default_factory=dict)
    free_coming: Mapping[str, Sequence[Span]] | None = None
    leaving: Mapping[str, frozenset[dt.datetime]] = field(default_factory=dict)

    def free_for(self, travel: int) -> Mapping[str, Sequence[Span]]:
        """When each worker could be at a visit with so many minutes of way there and back."""
        return self.free if not travel or self.free_coming is None else self.free_coming


class Visit(NamedTuple):
    """A way to do a whole visit: for each service who does it, and in which room or chair."""

    start: dt.datetime
    workers: tuple[str, ...]
    places: tuple[str | None, ...]


class _Part(NamedTuple):
    """One service of a visit that is being put together."""

    worker_id: str
    place_id: str | None
    span: Span
    ready: dt.datetime


class _Search:
    """Puts one visit together after the other, from the same wishes and the same diary."""

    def __init__(self, wishes: Sequence[Wish], diary: Diary, travel: int) -> None:
        self.wishes = wishes
        self.free = diary.free_for(travel)
        self._diary = diary
        self._travel = dt.timedelta(minutes=travel)
        self._lengths: list[Mapping[str, dt.timedelta]] = []
        for wish in wishes:
            minutes = {worker_id: wish.step(worker_id).minutes for worker_id in wish.workers}
            for least in minutes.values():
                if least < 1:
                    raise DeskError("no_minutes", minutes=least)
            self._lengths.append({who: dt.timedelta(minutes=length) for who, length in minutes.items()})
        self._before = [dt.timedelta(minutes=wish.before) for wish in wishes]
        self._after = [dt.timedelta(minutes=wish.after) for wish in wishes]

    def at(self, start: dt.datetime, first_worker: str | None) -> Visit | None:
        """The first way to do the whole visit that begins just at `start`."""
        parts = self._completed([], start, first_worker)
        if parts is None:
            return None
        return Visit(start, tuple(part.worker_id for part in parts), tuple(part.place_id for part in parts))

    def _completed(
        self, parts: list[_Part], start: dt.datetime, first_worker: str | None
    ) -> list[_Part] | None:
        """`parts` completed so that all of the visit is free, or None."""
        if len(parts) == len(self.wishes):
            return parts if not self._travel or self._ways_back_are_free(parts) else None
        workers: Iterable[str] = self.wishes[len(parts)].workers
        if parts:
            workers = sorted(workers, key=lambda worker_id: worker_id != parts[-1].worker_id)
        elif first_worker is not None:
            workers = (first_worker,)
        for worker_id in workers:
            part = self._part(parts, worker_id, start)
            if part is not None:
                found = self._completed([*parts, part], start, first_worker)
                if found is not None:
                    return found
        return None

    def _part(self, parts: Sequence[_Part], worker_id: str, start: dt.datetime) -> _Part | None:
        """The next service done by that worker, or None where the worker or every place is taken."""
        at = len(parts)
        begin, lead = (parts[-1].span.end if parts else start), self._before[at]
        mine = next((part for part in reversed(parts) if part.worker_id == worker_id), None)
        if mine is None:
            lead += self._travel
        else:
            begin = max(begin, mine.ready + lead)
        end = begin + self._lengths[at][worker_id]
        busy = Span(begin - lead, end + self._after[at])
        if not fits(busy, self.free.get(worker_id, ())):
            return None
        places = self.wishes[at].places
        if places is None or self._travel:
            return _Part(worker_id, None, Span(begin, end), busy.end)
        before = parts[-1].place_id if parts else None
        for place_id in sorted(places, key=lambda place_id: place_id != before):
            if clear(busy, self._diary.full.get(place_id, ())):
                return _Part(worker_id, place_id, Span(begin, end), busy.end)
        return None

    def _ways_back_are_free(self, parts: Sequence[_Part]) -> bool:
        """Whether each worker can come back after their last service, or goes straight on to a home visit."""
        for worker_id, last in {part.worker_id: part for part in parts}.items():
            there = holding(Span(last.span.start, last.ready), self.free.get(worker_id, ()))
            if there is None:
                return False
            late = last.ready + self._travel > there.end
            if late and there.end not in self._diary.leaving.get(worker_id, ()):
                return False
        return True


def visit_starts(
    wishes: Sequence[Wish],
    diary: Diary,
    step: int,
    not_before: dt.datetime,
    travel: int = 0,
    until: dt.datetime = dt.datetime.max,
) -> Iterator[Visit]:
    """When a whole visit could begin, who would do each service, and where; earliest first.

    Each worker who may do the first service is offered on the grid of their own free spans, from
    `not_before` and before `until`; for the rest the same worker and the same place are tried first, then
    the others in order. With `travel` it is a home visit, which needs no place. Raises DeskError
    "no_minutes".
    """
    if not wishes:
        return
    search, first = _Search(wishes, diary, travel), wishes[0]

    def candidates(rank: int, worker_id: str) -> Iterator[tuple[dt.datetime, int, str]]:
        spans, alone = search.free.get(worker_id, ()), first.step(worker_id)
        lead = alone.before + travel
        for start in _grid(spans, alone.minutes, step, lead, alone.after, not_before):
            if start >= until:
                return
            yield start, rank, worker_id

    streams = (candidates(rank, worker_id) for rank, worker_id in enumerate(first.workers))
    for start, _, worker_id in heapq.merge(*streams):
        found = search.at(start, worker_id)
        if found is not None:
            yield found


def visit_at(wishes: Sequence[Wish], diary: Diary, start: dt.datetime, travel: int = 0) -> Visit | None:
    """The first way to do a whole visit that begins just at `start`, or None where there is none."""
    return _Search(wishes, diary, travel).at(start, None) if wishes else None
