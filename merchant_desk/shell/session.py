"""One shop's file while it is open: its changes, its clock, its two threads, and the frame on them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from merchant_desk.core.changes import Changes
from merchant_desk.core.clock import Clock, SystemClock
from merchant_desk.shell.background import Background, Unfurnished
from merchant_desk.shell.frame import Frame

if TYPE_CHECKING:
    from merchant_desk.db.shop_file import ShopFile
    from merchant_desk.desk import Desk
    from merchant_desk.shell.preferences import Preferences

OpenDesk = Callable[[Path, Clock, Changes], "Desk | Unfurnished"]
OpenFile = Callable[[Path, Clock, Changes], "ShopFile"]


class Session:
    """Opens the file on its threads as soon as it is made; `close()` before another one is opened."""

    def __init__(
        self,
        path: Path,
        preferences: Preferences,
        open_desk: OpenDesk,
        open_file: OpenFile,
        clock: Clock | None = None,
        inline: bool = False,
    ) -> None:
        self.path = path
        self.zone = preferences.zone
        self.is_new = not path.exists()
        ticking = clock or SystemClock(self.zone)
        changes = Changes()
        self.background = Background(
            lambda: open_desk(path, ticking, changes), lambda: open_file(path, ticking, changes), inline
        )
        self.frame = Frame(self.background, ticking, preferences, changes)

    def close(self) -> None:
        """Finish what is queued, then let the file go."""
        self.frame.close()
        self.background.close()
