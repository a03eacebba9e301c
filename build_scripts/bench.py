"""Measures the program against the least that could do the same, in the same run, and prints the table.

python3 build_scripts/dev.py bench [--quick] [--write]
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from build_scripts import (
    bench_frames,
    bench_imports,
    bench_offers,
    bench_reads,
    bench_start,
    bench_till,
    bench_writes,
)
from build_scripts.bench_tools import ROOT, Measure, child, machine, table
from merchant_desk.core.clock import SystemClock
from merchant_desk.sample.make import make_sample_shop

TARGET = ROOT / "BENCHMARKS.md"
# The sample's present, so that the same shop is measured on any day.
MOMENT = dt.datetime(2025, 8, 20, 18, 0)
SMALL = 6_000
LARGE = 100_000

_MAKE = """
import datetime, pathlib, sys
from merchant_desk.sample.make import make_sample_shop
path, sales, moment = sys.argv[1:]
make_sample_shop(pathlib.Path(path), sales=int(sales), until=datetime.datetime.fromisoformat(moment))
"""

_HEAD = """\
# Benchmarks

Made by `python3 build_scripts/dev.py bench --write` on {day}, {machine}.

Each line was measured in turns with its floor in the same run: the least that could do the same. What
counts is the ratio, how many times the floor's cost ours is; times of their own belong to the machine.
Start-up is the processor time of a process of its own until it has painted, with its modules compiled by
a start before; the rest are medians of {repeats} rounds on the clock.
The shops are sample shops; the charts are asked for the last twelve months of one with {sales:,} sales.
"""


def measure(folder: Path, sales: int, repeats: int) -> list[Measure]:
    """Everything, largest effort last; works in `folder`, which the caller throws away."""
    small, large = folder / "small.desk", folder / "large.desk"
    measures = []
    memory = []
    for file, size in ((small, SMALL), (large, sales)):
        _say(f"making a shop of {size:,} sales")
        memory.append(_peak("-c", _MAKE, str(file), str(size), MOMENT.isoformat()))
    _say("start-up")
    home, today = folder / "home", folder / "today.desk"
    home.mkdir()
    # The window shows the PC's own today, so its shop must be of today too.
    make_sample_shop(today)
    measures += bench_start.start(today, home, repeats)
    _say(f"reads on {sales:,} sales")
    measures += bench_reads.reads(large, MOMENT, repeats)
    _say("the board while it moves")
    measures += bench_frames.frames(repeats)
    _say("the next free time")
    measures += bench_offers.next_free(folder / "diary.desk", MOMENT.replace(hour=9), repeats)
    _say("the till")
    measures += bench_till.check_out(small, MOMENT, repeats)
    _say("the sample shop")
    measures.append(bench_writes.sample(SMALL, repeats))
    _say("imports")
    measures += bench_imports.imports(folder, repeats)
    measures += _memory(memory, small, large, sales)
    return measures


def _memory(made: list[float], small: Path, large: Path, sales: int) -> list[Measure]:
    """Peak memory on the large shop beside the small one: work must not grow with the books."""
    if not all(made):
        return []
    beside = f"the same for {SMALL:,} sales"
    year = ["--from", str(bench_reads.first_of_year(MOMENT.date())), "--to", str(MOMENT.date())]
    told = [
        _peak("-m", "merchant_desk", "report", "--json", *year, "--shop", str(file))
        for file in (small, large)
    ]
    return [
        Measure(f"peak memory: making {sales:,} sales", made[1], made[0], "MB", beside),
        Measure(f"peak memory: a year's report on {sales:,} sales", told[1], told[0], "MB", beside),
    ]


def _peak(*arguments: str) -> float:
    """Megabytes that a Python with these arguments held at most; 0 where that cannot be known."""
    return child([sys.executable, *arguments], dict(os.environ)).megabytes or 0.0


def _say(what: str) -> None:
    print(f"... {what}", file=sys.stderr, flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; writes BENCHMARKS.md only when asked to."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help=f"few rounds, on {SMALL:,} sales: a look, no more"
    )
    parser.add_argument("--write", action="store_true", help="write BENCHMARKS.md too")
    options = parser.parse_args(arguments)
    if options.quick and options.write:
        parser.error("what --quick finds is too rough to be written down")
    sales, repeats = (SMALL, 3) if options.quick else (LARGE, 7)
    with tempfile.TemporaryDirectory() as folder:
        lines = table(measure(Path(folder), sales, repeats))
    print("\n".join(lines))
    if options.write:
        head = _HEAD.format(day=SystemClock().today(), machine=machine(), repeats=repeats, sales=sales)
        TARGET.write_text(head + "\n" + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
