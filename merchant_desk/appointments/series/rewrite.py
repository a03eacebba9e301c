"""Rewrites the dates of a series within an open act, after one of them was changed."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from merchant_desk.appointments import rooms, rules, store
from merchant_desk.appointments.busy import Busy, kept
from merchant_desk.appointments.model import Appointment, AppointmentDraft
from merchant_desk.appointments.series import change as series_change
from merchant_desk.appointments.series import store as series_store
from merchant_desk.appointments.series.change import NewDates
from merchant_desk.appointments.series.plan import Refusals, Scope, refuse
from merchant_desk.appointments.series.store import Member, Series
from merchant_desk.appointments.write import check_sequence, columns, note_source, rewrite_lines, set_status
from merchant_desk.core.clock import real_wall, wall
from merchant_desk.core.errors import DeskError
from merchant_desk.db.records import Act
from merchant_desk.shop import store as shop_store


@dataclass(frozen=True, slots=True)
class _Target:
    """A date that changes: as it is, what it is to be, and its lines now with their whole ways back.

    `shift` moves these lines as they are; None has the draft's laid out anew.
    """

    known: Appointment
    draft: AppointmentDraft
    lines: Sequence[Busy]
    shift: dt.timedelta | None

    @property
    def moves(self) -> bool:
        """Whether its lines change at all."""
        return self.shift != dt.timedelta()


def change(
    act: Act, known: Appointment, draft: AppointmentDraft, scope: Scope, place_id: str | None = None
) -> None:
    """Make `known` what the draft says and let the other dates of the scope ("later", "all") follow.

    With `place_id` this date goes to that room or chair. Raises DeskError "series_clashes", or the refusal
    itself where `known` is the only date that does not fit, "gone", "changed_meanwhile", and what
    `rules.check_lines` raises.
    """
    check_sequence(act, known.id, draft.sequence)
    whole = series_store.series(act, known.series_id or "")
    if whole is None:
        raise DeskError("gone", table="series", id=known.series_id)
    members = series_store.members(act, whole.id)
    later = scope == "later" and members[0].appointment_id != known.id
    own = rules.kept_lines(act, known)
    before = series_change.as_draft(known, own)
    moved = _new_dates(whole, members, known, draft, later=later)
    others = series_store.others(act, known, scope, act.now)
    zone = shop_store.zone(act)
    targets = [_edited(act, known, own, before, draft, place_id)]
    targets += [_following(act, one, before, draft, moved, zone) for one in others]
    _rewrite_series(act, whole, members, moved, later=later)
    _rewrite_dates(act, targets, place_id)
    if (draft.content_id, draft.channel_id) != (known.content_id, known.channel_id):
        note_source(act, known.id, draft)


def walls(moments: Iterable[dt.datetime]) -> str:
    """Wall times as a series keeps what was left out."""
    return json.dumps([wall(at) for at in sorted(moments)])


def _new_dates(
    whole: Series, members: Sequence[Member], known: Appointment, draft: AppointmentDraft, *, later: bool
) -> NewDates:
    """The rule after the change, and where each date of the scope goes in it."""
    at = known.series_at or known.start
    every = sorted({*(one.at for one in members), *whole.skipped})
    concerned = [one for one in every if one >= at] if later else every
    rule = series_change.counted_on(whole.rule, len(concerned)) if later else whole.rule
    start = concerned[0] if later else whole.start
    shift = draft.lines[0].start - known.start
    if not shift:
        return NewDates(rule, start, {one: one for one in concerned})
    return series_change.new_dates(rule, start, concerned, at, shift)


def _edited(
    act: Act,
    known: Appointment,
    own: Sequence[Busy],
    before: AppointmentDraft,
    draft: AppointmentDraft,
    place_id: str | None,
) -> _Target:
    """The date that is changed by hand; its lines are not questioned again where they stay."""
    if place_id is not None or draft.squeeze:
        return _Target(known, draft, own, None)
    lines = rules.laid_out(act, draft, known.id)
    now = [kept(line) for line in known.lines]
    same = len(lines) == len(now) and all(
        line.same_but_squeezed(old) for line, old in zip(lines, now, strict=True)
    )
    if same:
        return _Target(known, draft, own, dt.timedelta())
    shift = draft.lines[0].start - known.start
    asked = any(line.place_id is not None for line in draft.lines)
    alike = series_change.shape(draft) == series_change.shape(before) and not asked
    return _Target(known, draft, own, shift if alike and shift else None)


def _following(
    act: Act,
    other: Appointment,
    before: AppointmentDraft,
    after: AppointmentDraft,
    moved: NewDates,
    zone: str,
) -> _Target:
    """Another date; where it was moved by hand it keeps its time."""
    own = rules.kept_lines(act, other)
    mine = series_change.as_draft(other, own)
    at = other.series_at or other.start
    by_hand = other.start != real_wall(at, zone)
    start = other.start if by_hand else real_wall(moved.became.get(at, at), zone)
    draft = series_change.merged(before, after, mine, start)
    shift = None if series_change.follows(before, after, mine) else start - other.start
    return _Target(other, draft, own, shift)


def _rewrite_series(
    act: Act, whole: Series, members: Sequence[Member], moved: NewDates, *, later: bool
) -> None:
    """Bring rule, first date and each date's place in the rule up to date; part the series for "later"."""
    series_id = whole.id
    fresh = {
        "rule": moved.rule,
        "start": wall(moved.start),
        "skipped": walls(moved.became[at] for at in whole.skipped if at in moved.became),
    }
    if later:
        stay = [at for at in whole.skipped if at not in moved.became]
        count = len(stay) + sum(one.at not in moved.became for one in members)
        act.update("series", whole.id, rule=series_change.ended(whole.rule, count), skipped=walls(stay))
        series_id = act.insert("series", fresh)
    else:
        act.update("series", whole.id, **fresh)
    # What goes later begins with the last: two dates that came with one calendar entry never share a time.
    forth = any(new > old for old, new in moved.became.items())
    for one in reversed(members) if forth else members:
        if one.at in moved.became:
            at = wall(moved.became[one.at])
            act.update("appointment", one.appointment_id, series_id=series_id, series_at=at)


def _rewrite_dates(act: Act, targets: Sequence[_Target], place_id: str | None) -> None:
    """Bring the appointments to what they should be.

    Those whose time changes step aside first, as if they were called off, so that one date may take the
    time that another one leaves. Taking it up again, the database judges each of them.
    """
    for one in targets:
        if one.moves:
            set_status(act, one.known, "cancelled")
    refused: Refusals = []
    edited: DeskError | None = None
    for number, one in sorted(enumerate(targets), key=lambda pair: pair[1].draft.lines[0].start):
        act.update("appointment", one.known.id, customer_id=one.draft.customer_id, **columns(one.draft))
        if not one.moves:
            continue
        lines = _lines(act, one, place_id if number == 0 else None)
        if number == 0:
            (rules.check_lines if one.shift is None else rules.check_workers)(act, lines)
        questioned = [line for line in lines if not line.squeezed]
        refusal = rules.misfit(act, questioned, one.known.id)
        if refusal is not None:
            refused.append((one.draft.lines[0].start, refusal))
            edited = refusal if number == 0 else edited
            continue
        rewrite_lines(act, one.known, lines)
        _take_up(act, one)
    if edited is not None and len(refused) == 1:
        raise edited
    refuse(refused)


def _lines(act: Act, target: _Target, place_id: str | None) -> list[Busy]:
    """What is to be written: its own lines at another time, or those of the draft."""
    if target.shift is None:
        lines = rules.laid_out(act, target.draft, target.known.id)
        return rules.settled(act, rooms.sent_to(act, lines, place_id), target.known.id)
    shifted = [line.shifted(target.shift, line.worker_id, squeezed=False) for line in target.lines]
    return rules.settled(act, shifted, target.known.id)


def _take_up(act: Act, target: _Target) -> None:
    """Give it back the status it had, at its new time."""
    known = target.known
    now = store.appointment(act, known.id) if target.draft.travel_minutes else None
    if now is not None:
        # The way to a home visit begins where the one before is done.
        set_status(act, now, known.status)
    else:
        act.update("appointment", known.id, status=known.status)
