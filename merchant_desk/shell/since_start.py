"""How long this process has been alive, for measuring the start."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from merchant_desk.shell.program import Program

_IMPORTED = time.perf_counter()


def tell(app: QApplication, program: Program) -> int:
    """Write how long it took until the first page stood on the screen with its rows, and leave.

    Gives the exit code: 1 where there is no page to wait for.
    """

    def painted() -> None:
        processor, wall = milliseconds()
        sys.stdout.write(f"{processor:.0f} ms processor, {wall:.0f} ms wall\n")
        app.exit(0)

    bench = program.window.bench()
    page = bench.page() if bench is not None else None
    if page is None:
        return 1
    page.painted.connect(painted)
    program.stuck.connect(lambda: app.exit(1))
    return app.exec()


def milliseconds() -> tuple[float, float]:
    """Processor time (user and system) and wall time since the process began.

    Where the system does not tell when that was, wall time counts from the import of this module.
    """
    return time.process_time() * 1000, _wall_ms()


def _wall_ms() -> float:
    if sys.platform != "linux":
        return (time.perf_counter() - _IMPORTED) * 1000
    # Field 22 of the process's own line: clock ticks from the boot to its beginning.
    ticks = int(Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()[19])
    up = float(Path("/proc/uptime").read_text(encoding="ascii").split()[0])
    return (up - ticks / os.sysconf("SC_CLK_TCK")) * 1000
