"""What else can be done from the Desk: the entries of its "More" menu, one line each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from merchant_desk.appointments.ui.desk_page import DeskPage


class Entry(NamedTuple):
    """A line of the menu; with `gap` a thin line stands above it."""

    icon: str
    text: str
    act: Callable[[], object]
    gap: bool = False


def entries(page: DeskPage) -> Sequence[Entry]:
    """The menu of the Desk, from top to bottom; sheets are imported when they are opened."""
    del page
    return []
