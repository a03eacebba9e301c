"""The commands of build_scripts/dev.py; each does all the set-up it needs by itself."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence

from build_scripts import qt_libraries, translations
from build_scripts.environment import Environment, SetupError, missing_venv_package, prepare

USAGE = """\
python3 build_scripts/dev.py COMMAND

  run [ARGUMENTS]    start Merchant Desk; the arguments are merchant-desk's own (run --help shows them)
  test [ARGUMENTS]   run the tests; the arguments are pytest's own (test tests/sales -k refund)
  check [STEP ...]   format, lint, types, contracts, tests: all of them, or the steps named
  bench [ARGUMENTS]  measure, and print the table of BENCHMARKS.md
  setup              only make everything ready: .venv, system libraries, translations

The first start makes .venv and installs the pinned packages; later ones only look whether that still holds.
"""

NO_SCREEN = """\
This machine has no screen: neither DISPLAY nor WAYLAND_DISPLAY is set, so no window can open.
Start it from a desktop session. Without a window there are: run demo, import, check, backup, report."""

# Commands of merchant-desk that open no window, and so need neither a screen nor Qt's libraries.
WINDOWLESS = frozenset({"demo", "import", "check", "backup", "report"})
_ANSWERS_AND_LEAVES = frozenset({"--help", "--version"})
_TAKES_A_VALUE = frozenset({"--shop"})

CHECKS: Mapping[str, tuple[str, ...]] = {
    "format": ("ruff", "format", "--check", "--quiet", "."),
    "lint": ("ruff", "check", "--quiet", "."),
    "types": ("mypy",),
    "contracts": ("lint-imports", "--no-logo"),
    "tests": ("pytest",),
}


def needs_window(arguments: Sequence[str]) -> bool:
    """Whether these arguments of merchant-desk make it open a window."""
    if _ANSWERS_AND_LEAVES.intersection(arguments):
        return False
    rest = iter(arguments)
    for argument in rest:
        if argument in _TAKES_A_VALUE:
            next(rest, None)
        elif not argument.startswith("-"):
            return argument not in WINDOWLESS
    return True


def has_screen(environ: Mapping[str, str], platform: str) -> bool:
    """Whether a window can be shown; whoever names a Qt platform knows what they do."""
    if platform != "linux":
        return True
    return any(environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def needs_x_libraries(environ: Mapping[str, str]) -> bool:
    """Whether Qt is going to talk to an X server."""
    named = environ.get("QT_QPA_PLATFORM", "")
    return named.startswith("xcb") if named else bool(environ.get("DISPLAY"))


def pytest_arguments(arguments: Sequence[str]) -> list[str]:
    """What to hand to pytest: the whole suite runs on every core, a selection in one process, as asked."""
    return list(arguments) if arguments else ["-n", "auto", "--dist", "worksteal"]


def make_ready(environment: Environment, *, window: bool = True, screen: bool = False) -> None:
    """Do the set-up: system libraries and translations (for a `window`), X libraries (`screen`), .venv."""
    venv_package = missing_venv_package()
    if sys.platform == "linux" and (window or venv_package):
        qt_libraries.ensure(screen=screen, also=venv_package)
    prepare(environment)
    if window:
        translations.compile_stale(environment)


def run(arguments: Sequence[str]) -> int:
    """Start the program with its own arguments, in the folder the user stands in."""
    environment = Environment()
    window = needs_window(arguments)
    if window and not has_screen(os.environ, sys.platform):
        print(NO_SCREEN, file=sys.stderr)
        return 2
    make_ready(environment, window=window, screen=window and needs_x_libraries(os.environ))
    return _call([str(environment.command("merchant-desk")), *arguments])


def test(arguments: Sequence[str]) -> int:
    """Run pytest."""
    environment = Environment()
    make_ready(environment)
    return _in_venv(environment, ["pytest", *pytest_arguments(arguments)])


def check(arguments: Sequence[str]) -> int:
    """Run the named checks, or all; every one runs, so that one failure does not hide the next."""
    unknown = [name for name in arguments if name not in CHECKS]
    if unknown:
        print(f"No such check: {', '.join(unknown)}. There are: {', '.join(CHECKS)}.", file=sys.stderr)
        return 2
    environment = Environment()
    make_ready(environment)
    failed = []
    for name in arguments or CHECKS:
        print(f"== {name}", flush=True)
        command = [*CHECKS[name], *(pytest_arguments(()) if name == "tests" else ())]
        if _in_venv(environment, command):
            failed.append(name)
    print("Failed: " + ", ".join(failed) if failed else "All well.", flush=True)
    return 1 if failed else 0


def bench(arguments: Sequence[str]) -> int:
    """Measure."""
    environment = Environment()
    make_ready(environment)
    return _call([str(environment.python), str(environment.root / "build_scripts" / "bench.py"), *arguments])


def setup(arguments: Sequence[str]) -> int:
    """Make everything ready and say so."""
    if arguments:
        print(USAGE, file=sys.stderr)
        return 2
    make_ready(Environment(), screen=needs_x_libraries(os.environ))
    print("Ready.")
    return 0


COMMANDS: Mapping[str, Callable[[Sequence[str]], int]] = {
    "run": run,
    "test": test,
    "check": check,
    "bench": bench,
    "setup": setup,
}


def _in_venv(environment: Environment, command: Sequence[str]) -> int:
    return _call([str(environment.command(command[0])), *command[1:]], cwd=str(environment.root))


def _call(command: Sequence[str], cwd: str | None = None) -> int:
    try:
        return subprocess.run(command, cwd=cwd, check=False).returncode
    except KeyboardInterrupt:
        return 130


def main(arguments: Sequence[str]) -> int:
    """Do the command named first and return its exit code."""
    if not arguments or arguments[0] in {"-h", "--help"}:
        print(USAGE)
        return 0 if arguments else 2
    command = COMMANDS.get(arguments[0])
    if command is None:
        print(f"No such command: {arguments[0]}\n\n{USAGE}", file=sys.stderr)
        return 2
    try:
        return command(arguments[1:])
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
