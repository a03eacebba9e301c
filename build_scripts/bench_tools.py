"""How the benchmarks measure: ours and its floor by turns in the same run, medians, ratios."""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of the table: ours, the floor under it, and the goal for their ratio where there is one.

    `more_is_better` is for rates, whose ratio is the floor's to ours, so that it reads like the others:
    how many times the least possible work we do.
    """

    what: str
    ours: float
    floor: float
    unit: str
    floor_is: str
    goal: float | None = None
    more_is_better: bool = False

    @property
    def ratio(self) -> float:
        """How many times the floor's cost ours is."""
        return self.floor / self.ours if self.more_is_better else self.ours / self.floor


@dataclass(frozen=True, slots=True)
class Used:
    """What a child process said, and its peak memory in megabytes where it is known."""

    said: str
    megabytes: float | None


def by_turns(ours: Callable[[], object], floor: Callable[[], object], repeats: int) -> tuple[float, float]:
    """Median milliseconds of both, run in turns after one round that does not count.

    Both must give the same answer. Raises AssertionError otherwise.
    """
    answer, expected = ours(), floor()
    if answer != expected:
        raise AssertionError(f"the answers differ:\n{answer}\n{expected}")
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(repeats):
        for work, took in zip((ours, floor), times, strict=True):
            before = time.perf_counter()
            work()
            took.append((time.perf_counter() - before) * 1000)
    return statistics.median(times[0]), statistics.median(times[1])


# A child's peak memory starts at that of the process it was forked from, so a small one stands between.
_LAUNCHER = """
import json, os, subprocess, sys
child = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
said = child.stdout.read().decode(errors="replace")
_, status, used = os.wait4(child.pid, 0)
child.returncode = os.waitstatus_to_exitcode(status)
print(json.dumps([child.returncode, said, used.ru_maxrss]))
"""


def child(command: Sequence[str], env: dict[str, str]) -> Used:
    """Run a command to its end; raises RuntimeError with what it said when it fails.

    Windows has no resource usage of children: there the peak is not known.
    """
    if not hasattr(os, "wait4"):
        done = subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, check=False)
        return _used(command, done.returncode, done.stdout + done.stderr, None)
    launcher = [sys.executable, "-S", "-c", _LAUNCHER, *command]
    told = subprocess.run(launcher, env=env, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    code, said, peak = json.loads(told.stdout)
    # Kilobytes, but bytes on macOS.
    return _used(command, code, said, peak / (1 << 20 if platform.system() == "Darwin" else 1 << 10))


def _used(command: Sequence[str], code: int, said: str, megabytes: float | None) -> Used:
    if code:
        raise RuntimeError(f"{' '.join(command)} left with {code}:\n{said}")
    return Used(said, megabytes)


def machine() -> str:
    """Processor, cores, memory and system, and nothing that names the machine."""
    cores = f"{os.cpu_count()} cores"
    return ", ".join((_processor(), cores, _memory(), _system(), f"Python {platform.python_version()}"))


def _processor() -> str:
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    except OSError:
        return platform.processor() or platform.machine()
    return platform.machine()


def _memory() -> str:
    if not hasattr(os, "sysconf"):
        return "memory unknown"
    pages, size = os.sysconf("SC_PHYS_PAGES"), os.sysconf("SC_PAGE_SIZE")
    return f"{pages * size / (1 << 30):.0f} GB"


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return f"{platform.system()} {platform.release()}"


def table(measures: Sequence[Measure]) -> list[str]:
    """The measures as lines of a Markdown table, columns aligned for reading as it is."""
    rows = [("measure", "ours", "floor", "ratio", "goal", "the floor is")]
    for one in measures:
        goal = f"<= {one.goal:.1f}" if one.goal is not None else ""
        ours, floor = _number(one.ours, one.unit), _number(one.floor, one.unit)
        rows.append((one.what, ours, floor, f"{one.ratio:.2f}", goal, one.floor_is))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    numbers = (1, 2, 3, 4)

    def line(row: Sequence[str]) -> str:
        cells = [
            text.rjust(width) if column in numbers else text.ljust(width)
            for column, (text, width) in enumerate(zip(row, widths, strict=True))
        ]
        return "| " + " | ".join(cells) + " |"

    ruler = (
        "|"
        + "|".join(
            "-" * (width + 1) + (":" if column in numbers else "-") for column, width in enumerate(widths)
        )
        + "|"
    )
    return [line(rows[0]), ruler, *(line(row) for row in rows[1:])]


def _number(value: float, unit: str) -> str:
    places = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:,.{places}f} {unit}"
