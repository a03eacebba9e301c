"""The series rows that a calendar file's repeated events become."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from merchant_desk.core.clock import wall
from merchant_desk.db.records import Act
from merchant_desk.exchange.calendar_dates import PlannedDate, Run
from merchant_desk.exchange.calendar_known import dates_of


@dataclass(slots=True)
class _Row:
    run: Run
    id: str | None
    skipped: set[dt.datetime] = field(default_factory=set)


class SeriesRows:
    """Makes a series where the first of its dates is taken; one known from before is brought up to date."""

    def __init__(self, act: Act) -> None:
        self._act = act
        self._seen: dict[str, _Row] = {}

    def left_out(self, date: PlannedDate) -> Sequence[str]:
        """Ids of appointments this UID has here and the file's series not any more; told once a series."""
        run = date.run
        if run is None or run.uid in self._seen:
            return ()
        known = dates_of(self._act, run.uid)
        ids = {one.series_id for one in known if one.series_id is not None}
        # What was parted or moved as a whole here has a rule of its own since.
        theirs = len(ids) == 1 and all(one.in_place for one in known)
        self._seen[run.uid] = _Row(run, ids.pop() if theirs else None, set(run.skipped))
        ats = {wall(at) for at in run.ats}
        since, until = wall(run.since), wall(run.until)
        return [one.appointment_id for one in known if one.at not in ats and since <= one.at < until]

    def row_for(self, date: PlannedDate) -> str | None:
        """The id of the date's series, made now where it is new; None where it is in none.

        A rule on the clock of another zone is not kept: on the shop's clock it would mean other days.
        """
        if date.run is None or not date.run.rule:
            return None
        row = self._seen[date.run.uid]
        if row.id is None:
            row.id = self._act.insert(
                "series", {"rule": row.run.rule, "start": wall(row.run.start), "skipped": "[]"}
            )
        return row.id

    def leave_out(self, date: PlannedDate) -> None:
        """This date of a series is not taken."""
        if date.run is not None and date.series_at is not None:
            self._seen[date.run.uid].skipped.add(date.series_at)

    def finish(self) -> None:
        """Write each series' rule, and which of its dates are left out."""
        for row in self._seen.values():
            if row.id is not None and row.run.rule:
                skipped = json.dumps([wall(at) for at in sorted(row.skipped)])
                self._act.update(
                    "series", row.id, rule=row.run.rule, start=wall(row.run.start), skipped=skipped
                )
