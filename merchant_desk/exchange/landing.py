"""What came of each row of a file, and the notes of it that make a row count once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Literal, Protocol

from merchant_desk.db.records import Act
from merchant_desk.exchange.recognise import Record

Result = Literal["added", "updated", "known", "unused"]
_BATCH = 500


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a row: for "unused" the reason's code and facts, else which of our rows it became."""

    result: Result
    key: str = ""
    table: str = ""
    target_id: str = ""
    reason: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)


class Landing(Protocol):
    """Makes our rows of a file's records, within one act."""

    def take(self, record: Record) -> Outcome:
        """Decide about one record; what it becomes may be written with later ones."""

    def finish(self) -> None:
        """Write what is still waiting."""


class RowNotes:
    """The notes of one file's run: which row key became what, kept in import_row."""

    def __init__(self, act: Act, format_key: str, run_id: str) -> None:
        self._act = act
        self._format = format_key
        self._run = run_id
        self._waiting: list[dict[str, object]] = []
        self._keys: set[str] = set()
        self.written = 0

    def knows(self, key: str) -> bool:
        """Whether a row with this key was used before, in this run or an earlier one."""
        return key in self._keys or self._noted(key) is not None

    def note(self, record: Record, outcome: Outcome) -> None:
        """Note a row that was used; one noted before now tells of this run."""
        if outcome.key in self._keys:
            return
        earlier = self._noted(outcome.key)
        if earlier is None:
            self._wait(record, outcome.key, outcome.result, outcome)
            return
        self._keys.add(outcome.key)
        self.written += 1
        self._act.update(
            "import_row", earlier, run_id=self._run, row_number=record.number, outcome=outcome.result
        )

    def note_unused(self, record: Record, outcome: Outcome, raw: Mapping[str, str]) -> None:
        """Note a row that could not be used, as the file has it; the same row again is the same note."""
        told = json.dumps(raw, ensure_ascii=False, separators=(",", ":"))
        key = f"unused:{digest(told)}"
        if not self.knows(key):
            self._wait(record, key, "unused", outcome, told)

    def finish(self) -> None:
        """Write the notes that are still waiting."""
        self._act.insert_many("import_row", self._waiting)
        self._waiting = []

    def _wait(self, record: Record, key: str, result: str, outcome: Outcome, raw: str = "") -> None:
        self._keys.add(key)
        self.written += 1
        self._waiting.append(
            {
                "run_id": self._run,
                "format": self._format,
                "row_key": key,
                "row_number": record.number,
                "outcome": result,
                "reason": outcome.reason,
                "target_table": outcome.table,
                "target_id": outcome.target_id,
                "raw": raw,
            }
        )
        if len(self._waiting) >= _BATCH:
            self.finish()

    def _noted(self, key: str) -> str | None:
        found: str | None = self._act.value(
            "SELECT id FROM import_row WHERE format = :format AND row_key = :key",
            format=self._format,
            key=key,
        )
        return found


def digest(text: str) -> str:
    """A short fingerprint of a text, the same on every machine."""
    return blake2b(text.encode(), digest_size=12).hexdigest()
