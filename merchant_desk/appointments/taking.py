"""How a visit takes up its time: lines laid out, looked at and written in one act, nobody being faster."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from merchant_desk.appointments import rules
from merchant_desk.appointments.busy import Busy
from merchant_desk.core.errors import DeskError
from merchant_desk.db.records import Act, Reader
from merchant_desk.db.shop_file import ShopFile

T = TypeVar("T")

# Refusals because of the time, which say when it would be free.
TAKEN = frozenset({"clash", "off_shift", "place_full", "no_place"})


def not_squeezed(lines: Sequence[Busy]) -> list[Busy]:
    """The lines whose time has to be free."""
    return [line for line in lines if not line.squeezed]


def take_time(
    file: ShopFile,
    verb: str,
    subject: str,
    lines_of: Callable[[Reader], list[Busy]],
    write: Callable[[Act, list[Busy]], T],
    *,
    own: str | None = None,
    check: Callable[[Reader, list[Busy]], None] = rules.check_lines,
    asked: Callable[[list[Busy]], list[Busy]] = not_squeezed,
    look: Callable[[Reader, Sequence[Busy], str | None], DeskError | None] = rules.misfit,
) -> T:
    """Write the lines of `lines_of` as one act, or refuse; gives what `write` gives.

    `check` refuses what cannot be whatever the time, `look` what is wrong with the time of those `asked`
    for; `own` is the appointment's id. Raises what they raise and give: a time that is taken with the fact
    `next_free`, a naive datetime or None, which is looked for when the act is over.
    """
    lines: list[Busy] = []
    try:
        with file.act(verb, subject) as act:
            lines = lines_of(act)
            check(act, lines)
            refusal = look(act, asked(lines), own)
            if refusal is not None:
                raise refusal
            return write(act, lines)
    except DeskError as error:
        if error.code in TAKEN:
            say_next_free(file, error, lines, own)
        raise


def say_next_free(file: ShopFile, error: DeskError, lines: Sequence[Busy], own: str | None) -> None:
    """Add to a refusal of these lines because of their time the fact `next_free`."""
    error.facts["next_free"] = rules.next_free(file, lines, own, file.clock.now())
