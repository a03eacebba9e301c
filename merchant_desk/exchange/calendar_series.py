"""The series rows that a calendar file's repeated events become."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from merchant_desk.core.clock import wall
from merchant_desk.db.records import Act
from merchant_desk.exchange.calendar_dates import PlannedDate, Run


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
        known = self._act.all(
            "SELECT id, series_id, series_at FROM appointment WHERE uid = :uid AND series_at IS NOT NULL",
            uid=run.uid,
        )
        series_id = next((row["series_id"] for row in known if row["series_id"]), None)
        self._seen[run.uid] = _Row(run, series_id, set(run.skipped))
        ats = {wall(at) for at in run.ats}
        since, until = wall(run.since), wall(run.until)
        return [
            row["id"] for row in known if row["series_at"] not in ats and since <= row["series_at"] < until
        ]

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
