"""One open shop file on one thread."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from merchant_desk.core.changes import Changes
from merchant_desk.core.clock import Clock
from merchant_desk.core.errors import DeskError
from merchant_desk.db.faults import desk_error
from merchant_desk.db.records import Act, Rows


class ShopFile(Rows):
    """The shop's file: reads at once, writes in acts.

    Belongs to the thread that opened it; sqlite3 itself reports another's use.
    """

    def __init__(self, conn: sqlite3.Connection, path: Path, clock: Clock, changes: Changes) -> None:
        super().__init__(conn)
        self.path = path
        self.clock = clock
        self.changes = changes
        self.who = ""
        self._acting = False

    @property
    def conn(self) -> sqlite3.Connection:
        """The connection, for the rest of this package."""
        return self._conn

    @contextmanager
    def act(
        self,
        verb: str,
        subject: str = "",
        *,
        undoable: bool = True,
        undoes: str | None = None,
        kind: str = "do",
        history: bool = True,
    ) -> Iterator[Act]:
        """One act: everything in the block is written together with its history, or not at all.

        After the commit the topics of the touched tables are published. Raises the DeskError
        of a broken rule ("clash", "sale_does_not_add_up", ...) or of the disk.
        """
        if self._acting:
            raise RuntimeError("an act is already open: pass it on instead of opening a second one")
        self._acting = True
        try:
            self._conn.execute("BEGIN IMMEDIATE")
            try:
                act = Act(self._conn, self.clock, history=history)
                self._conn.execute(
                    "INSERT INTO act (id, seq, kind, verb, subject, at, who, undoes, undoable)"
                    " SELECT ?, coalesce(max(seq), 0) + 1, ?, ?, ?, ?, ?, ?, ? FROM act",
                    (act.id, kind, verb, subject, act.now_ms, self.who, undoes, int(undoable)),
                )
                yield act
                self._conn.execute("COMMIT")
            except BaseException:
                if self._conn.in_transaction:
                    self._conn.execute("ROLLBACK")
                raise
        except sqlite3.Error as error:
            known = desk_error(error, verb=verb, path=str(self.path))
            if known is None:
                raise
            if known.code == "day_closed" and self._is_today_closed():
                # Then nothing can be written down today instead.
                known = DeskError(known.code, **known.facts, today=self.clock.today())
            raise known from error
        finally:
            self._acting = False
        self.changes.publish(act.topics)

    def _is_today_closed(self) -> bool:
        today = self.clock.today().isoformat()
        return self.one("SELECT 1 FROM day_close WHERE day = :day", day=today) is not None

    @contextmanager
    def bulk(self, verb: str) -> Iterator[Act]:
        """An act for loading many rows at once that keeps no changes and cannot be undone."""
        with self.act(verb, undoable=False, history=False) as act:
            yield act

    def close(self) -> None:
        """Close the file; what was committed is in it."""
        try:
            self._conn.close()
        except sqlite3.ProgrammingError as error:
            raise DeskError("wrong_thread") from error
