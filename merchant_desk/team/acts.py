"""What happens in the team: somebody comes, leaves, changes the week, takes time off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from merchant_desk.core.clock import wall
from merchant_desk.core.errors import DeskError
from merchant_desk.core.spans import Span, overlap, subtract
from merchant_desk.db.records import Act
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.shop.model import read_name, read_week
from merchant_desk.shop.store import opening
from merchant_desk.team.model import (
    FOREVER,
    Role,
    TimeOff,
    WeekSpan,
    Worker,
    WorkerChange,
    check_day,
    next_colour,
)
from merchant_desk.team.repeats import bare_rule, check_rule, ending, times, without
from merchant_desk.team.store import away, note, plans, worker
from merchant_desk.team.week_rows import (
    Spell,
    fold_breaks,
    insert_week,
    read_plan,
    write_breaks,
    write_date,
    write_week,
)


class TeamActs:
    """The acts on workers, their weeks, their dates and their time off."""

    def __init__(self, file: ShopFile) -> None:
        self._file = file

    def add_worker(
        self,
        name: str,
        role: Role = "worker",
        colour: str = "",
        week: Sequence[WeekSpan] | None = None,
        breaks: Sequence[WeekSpan] = (),
    ) -> str:
        """Take somebody on and give the new id; without a week they work whenever the shop is open.

        An empty `colour` takes one that nobody has. Raises DeskError "no_name" and what `set_week` raises.
        """
        with self._file.act("add_worker", subject=name.strip()) as act:
            return take_on(act, WorkerChange(name, role, colour, week, breaks))

    def edit_worker(
        self,
        worker_id: str,
        *,
        name: str | None = None,
        role: Role | None = None,
        colour: str | None = None,
        week: Sequence[WeekSpan] | None = None,
        breaks: Sequence[WeekSpan] | None = None,
        from_day: dt.date | None = None,
        to_day: dt.date | None = None,
        instead_of: dt.date | None = None,
    ) -> None:
        """Change what is given; a new week and its breaks hold as `set_week` says.

        With `instead_of` the plan that begins on that day is taken back first, as `drop_plan` does. Raises
        DeskError "no_name", "gone" and what `set_week` raises.
        """
        change = WorkerChange(name, role, colour, week, breaks, from_day, to_day, instead_of)
        with self._file.act("edit_worker", subject=self._worker(worker_id).name) as act:
            change_worker(act, worker_id, change)

    def archive_worker(self, worker_id: str) -> None:
        """Let somebody go: hidden from new bookings from now on.

        What they are already booked for stays on the board, to be kept or moved one by one, and
        what they earned stays in the books. Raises DeskError "gone".
        """
        with self._file.act("archive_worker", subject=self._worker(worker_id).name) as act:
            act.update("worker", worker_id, archived_at=act.now_ms)

    def restore_worker(self, worker_id: str) -> None:
        """Take somebody back, with the week they had. Raises DeskError "gone"."""
        with self._file.act("restore_worker", subject=self._worker(worker_id).name) as act:
            act.update("worker", worker_id, archived_at=None)

    def set_week(
        self,
        worker_id: str,
        spans: Iterable[WeekSpan],
        breaks: Iterable[WeekSpan] = (),
        from_day: dt.date | None = None,
        to_day: dt.date | None = None,
    ) -> None:
        """Make these the weekly shifts from `from_day` (today when None) up to and with `to_day`.

        Earlier days keep theirs; after `to_day` what was planned for then holds again, and with None the plan
        holds for good, in the place of all that was planned for later. A plan for good that holds from today
        on gives its breaks to every week; one that begins later or ends has breaks of its own, and every
        other day keeps those it had. Raises DeskError "gone", "bad_time", "end_before_start",
        "over_midnight", "bad_period" (facts: first, last), "far_day".
        """
        plan, pauses = read_plan(spans), read_plan(breaks)
        with self._file.act("set_week", subject=self._worker(worker_id).name) as act:
            _write_week(act, worker_id, plan, pauses, from_day, to_day)

    def drop_plan(self, worker_id: str, first: dt.date) -> None:
        """Take the weekly plan that begins on `first` back: the one before it goes on in its place.

        The days that are over keep it. Raises DeskError "gone" where none begins then, or it is over.
        """
        with self._file.act("set_week", subject=self._worker(worker_id).name) as act:
            _drop(act, worker_id, first)

    def set_hours(self, worker_id: str, dates: Mapping[dt.date, Iterable[tuple[str, str]] | None]) -> None:
        """Give dates hours of their own, ('HH:MM', 'HH:MM') each; none for a day off, None for the week's.

        The weekday's breaks are taken out of them as well. Raises DeskError "gone", "far_day", "bad_time",
        "end_before_start", "over_midnight".
        """
        read: dict[dt.date, list[tuple[str, str]] | None] = {}
        for day, hours in dates.items():
            check_day(day)
            week = None if hours is None else read_week((day.weekday(), *each) for each in hours)
            read[day] = None if week is None else [(start, end) for _, start, end in week]
        verb = "set_hours" if any(hours is not None for hours in read.values()) else "clear_hours"
        with self._file.act(verb, subject=self._worker(worker_id).name) as act:
            for day, told in read.items():
                write_date(act, worker_id, day.isoformat(), told)

    def add_time_off(
        self, worker_id: str, start: dt.datetime, end: dt.datetime, reason: str = "", rule: str = ""
    ) -> str:
        """Note that somebody is away and give the note's id; what is booked then stays on the board.

        With an RFC 5545 `rule` they are away again and again, each time as long; it begins at the first time
        from `start` on that the rule has. Raises DeskError "gone", "end_before_start", "far_day", "bad_rule",
        and "already_away" (facts: worker, start, end) where all of it is noted already.
        """
        if wall(end) <= wall(start):
            raise DeskError("end_before_start", start=start, end=end)
        check_day(start.date())
        check_day((end - dt.timedelta(minutes=1)).date())
        who = self._worker(worker_id)
        if rule:
            first = check_rule(rule, start)
            start, end = first, first + (end - start)
            check_day(start.date())
        with self._file.act("add_time_off", subject=who.name) as act:
            self._refuse_known(who, Span(start, end), rule)
            row = {"worker_id": worker_id, "start": wall(start), "end": wall(end), "reason": reason.strip()}
            return act.insert("time_off", {**row, "rule": rule})

    def skip_time_off(self, time_off_id: str, at: dt.datetime) -> None:
        """Take one time of what comes again back, the one that begins at `at`. Raises DeskError "gone"."""
        off = self._note(time_off_id)
        with self._file.act("skip_time_off", subject=self._worker(off.worker_id).name) as act:
            # As it is now: another window may have taken another time back.
            off = self._note(time_off_id)
            rule = without(off, at)
            if times(off._replace(rule=rule), off.start, most=1):
                act.update("time_off", off.id, rule=rule)
            else:
                act.delete("time_off", off.id)

    def end_time_off(self, time_off_id: str, day: dt.date) -> None:
        """Let what comes again end: nothing of it on `day` or later. Raises DeskError "gone", "far_day"."""
        check_day(day)
        off = self._note(time_off_id)
        with self._file.act("end_time_off", subject=self._worker(off.worker_id).name) as act:
            rule = ending(self._note(time_off_id), day)
            if rule:
                act.update("time_off", off.id, rule=rule)
            else:
                act.delete("time_off", off.id)

    def remove_time_off(self, time_off_id: str) -> None:
        """Take a note of time off away, with all its times. Raises DeskError "gone"."""
        off = self._note(time_off_id)
        with self._file.act("remove_time_off", subject=self._worker(off.worker_id).name) as act:
            act.delete("time_off", time_off_id)

    def _refuse_known(self, who: Worker, span: Span, rule: str) -> None:
        """Refuse time off of which every moment is noted already, again and again where it has a rule."""
        last = (span.end - dt.timedelta(minutes=1)).date()
        known = [
            one
            for one in away(self._file, span.start.date(), last, who.id).get(who.id, [])
            if overlap(one.span, span) and (not rule or bare_rule(one.off.rule) == rule)
        ]
        if known and not subtract([span], [one.span for one in known]):
            start, end = known[0].span
            raise DeskError("already_away", worker=who.name, start=start, end=end)

    def _worker(self, worker_id: str) -> Worker:
        found = worker(self._file, worker_id)
        if found is None:
            raise DeskError("gone", table="worker", id=worker_id)
        return found

    def _note(self, time_off_id: str) -> TimeOff:
        found = note(self._file, time_off_id)
        if found is None:
            raise DeskError("gone", table="time_off", id=time_off_id)
        return found


def insert_worker(
    act: Act, name: str, role: Role = "worker", colour: str = "", week: Sequence[WeekSpan] | None = None
) -> str:
    """Write a new worker inside an open act and give the id; see `TeamActs.add_worker`."""
    taken = [row["colour"] for row in act.all("SELECT colour FROM worker WHERE archived_at IS NULL")]
    spans = opening(act) if week is None else week
    plan = read_week((span.weekday, span.start, span.end) for span in spans)
    last = act.value("SELECT coalesce(max(seq), 0) FROM worker")
    row = {"name": read_name(name), "role": role, "colour": colour or next_colour(taken), "seq": last + 1}
    worker_id = act.insert("worker", row)
    insert_week(act, worker_id, plan)
    return worker_id


def take_on(act: Act, change: WorkerChange) -> str:
    """Write a new worker with the breaks of the week inside an open act and give the id."""
    made = insert_worker(act, change.name or "", change.role or "worker", change.colour or "", change.week)
    write_breaks(act, made, read_plan(change.breaks or ()))
    return made


def change_worker(act: Act, worker_id: str, change: WorkerChange) -> None:
    """Write what is changed of a worker inside an open act; see `TeamActs.edit_worker`."""
    given: dict[str, object] = {"role": change.role, "colour": change.colour}
    if change.name is not None:
        given["name"] = read_name(change.name)
    act.update("worker", worker_id, **{key: value for key, value in given.items() if value is not None})
    pauses = None if change.breaks is None else read_plan(change.breaks)
    if change.instead_of is not None:
        _drop(act, worker_id, change.instead_of)
    if change.week is not None:
        _write_week(act, worker_id, read_plan(change.week), pauses, change.first, change.last)
    elif pauses is not None:
        write_breaks(act, worker_id, pauses)


def _write_week(
    act: Act,
    worker_id: str,
    plan: list[Spell],
    pauses: list[Spell] | None,
    from_day: dt.date | None,
    to_day: dt.date | None,
) -> None:
    today = act.now.date()
    since, until = from_day or today, to_day or FOREVER
    for day in (from_day, to_day):
        if day is not None:
            check_day(day)
    if until < since:
        raise DeskError("bad_period", first=since, last=until)
    if pauses is not None:
        if until == FOREVER and since <= today:
            write_breaks(act, worker_id, pauses)
        else:
            plan = fold_breaks(act, worker_id, plan, pauses)
    write_week(act, worker_id, plan, since, until)


def _drop(act: Act, worker_id: str, first: dt.date) -> None:
    before, mine = None, None
    for one in plans(act, worker_id, dt.date.min):
        if one.first == first:
            mine = one
            break
        before = one
    today = act.now.date()
    if mine is None or before is None or mine.last < today:
        raise DeskError("gone", table="shift", id=worker_id)
    write_week(act, worker_id, read_plan(before.spans), max(mine.first, today), mine.last)
