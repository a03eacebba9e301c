"""From what SQLite says to the code of a DeskError."""

from __future__ import annotations

import sqlite3

from merchant_desk.core.errors import DeskError

_BY_NAME = {
    "SQLITE_FULL": "disk_full",
    "SQLITE_BUSY": "locked",
    "SQLITE_LOCKED": "locked",
    "SQLITE_READONLY": "read_only_folder",
    "SQLITE_CANTOPEN": "read_only_folder",
    "SQLITE_PERM": "read_only_folder",
    "SQLITE_CORRUPT": "damaged",
    "SQLITE_NOTADB": "not_a_shop",
    "SQLITE_IOERR_SHMSIZE": "disk_full",  # no room for the journal's index, which is made at the start
    "SQLITE_IOERR": "disk_error",
}


def desk_error(error: sqlite3.Error, **facts: object) -> DeskError | None:
    """The DeskError that stands for what SQLite said, or None where it is a fault of ours.

    A rule's refusal carries its own code ('desk:clash'); broken constraints become "phone_taken",
    "in_use" or "rule_broken"; troubles of the disk and the file have a code each.
    """
    said = str(error)
    if said.startswith("desk:"):
        return DeskError(said.removeprefix("desk:"), **facts)
    name = getattr(error, "sqlite_errorname", "") or ""
    if name == "SQLITE_CONSTRAINT_FOREIGNKEY" or said.startswith("FOREIGN KEY"):
        return DeskError("in_use", **facts)
    if isinstance(error, sqlite3.IntegrityError):
        if "customer.phone" in said or "customer_phone" in said:
            return DeskError("phone_taken", **facts)
        return DeskError("rule_broken", detail=said, **facts)
    for prefix, code in _BY_NAME.items():
        if name == prefix or name.startswith(prefix + "_"):
            return DeskError(code, **facts)
    return None
