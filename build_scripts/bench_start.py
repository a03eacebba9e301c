"""Start-up: processor time until today's board is painted, against a bare window of the same Qt."""

from __future__ import annotations

import os
import re
import statistics
import sys
from pathlib import Path

from build_scripts.bench_tools import Measure, Used, child

GOAL = 1.6

_BARE = """
import sys
import time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Bare(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, application.quit)

application = QApplication(sys.argv)
window = Bare()
window.resize(1440, 900)
window.show()
application.exec()
print(f"{time.process_time() * 1000:.0f} ms processor")
"""


def start(shop: Path, home: Path, repeats: int) -> list[Measure]:
    """Median processor time until each has painted, as it tells itself, and peak memory of both.

    `shop` has appointments today; `home` is for the program's own data.
    """
    env = {**os.environ, "MERCHANT_DESK_HOME": str(home), "PYTHONPYCACHEPREFIX": str(home / "compiled")}
    env.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Where Python may not keep what it compiled, it would compile every module anew at every start.
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    ours_command = [sys.executable, "-m", "merchant_desk", "--shop", str(shop), "--time-start"]
    bare_command = [sys.executable, "-c", _BARE]
    ours: list[Used] = []
    bare: list[Used] = []
    # The first round fills the disk cache and the compiled files, and does not count.
    for _ in range(repeats + 1):
        ours.append(child(ours_command, env))
        bare.append(child(bare_command, env))
    del ours[0], bare[0]
    measures = [
        Measure(
            "start to today's painted board, processor time",
            statistics.median(_told(used) for used in ours),
            statistics.median(_told(used) for used in bare),
            "ms",
            f"a bare PySide6 window painted once ({env['QT_QPA_PLATFORM']})",
            GOAL,
        )
    ]
    peak, bare_peak = _peak(ours), _peak(bare)
    if peak and bare_peak:
        measures.append(Measure("the same, peak memory", peak, bare_peak, "MB", "the same bare window"))
    return measures


def _told(used: Used) -> float:
    """The milliseconds of processor time that a run says it took; its leaving is no part of them."""
    found = re.search(r"(\d+) ms processor", used.said)
    if found is None:
        raise RuntimeError(f"no time in what was said:\n{used.said}")
    return float(found[1])


def _peak(runs: list[Used]) -> float:
    known = [used.megabytes for used in runs if used.megabytes]
    return statistics.median(known) if known else 0.0
