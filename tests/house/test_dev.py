"""What build_scripts/dev.py decides, without installing anything."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from build_scripts import dev_commands
from build_scripts.dev_commands import has_screen, main, needs_window, needs_x_libraries, pytest_arguments
from build_scripts.environment import SetupError
from tests.house.tree import ROOT

DEV = ROOT / "build_scripts" / "dev.py"

Call = list[str]


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[Call]:
    """Every command that would have been started; each succeeds. Nothing is set up."""
    started: list[Call] = []

    def call(command: Sequence[str], cwd: str | None = None) -> int:
        started.append([Path(command[0]).stem, *command[1:]])
        return 0

    def make_ready(environment: object, *, window: bool = True, screen: bool = False) -> None:
        started.append(["make_ready", f"window={window}", f"screen={screen}"])

    monkeypatch.setattr(dev_commands, "_call", call)
    monkeypatch.setattr(dev_commands, "make_ready", make_ready)
    return started


@pytest.fixture
def no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Linux machine that nobody looks at."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")


# ---- an old Python


def test_the_door_can_be_read_by_an_old_python() -> None:
    ast.parse(DEV.read_text(encoding="utf-8"), feature_version=(3, 4))


def test_an_old_python_is_refused_plainly() -> None:
    pretend = f"import sys, runpy; sys.version_info = (3, 10, 4, 'final', 0); runpy.run_path({str(DEV)!r})"
    done = subprocess.run([sys.executable, "-c", pretend], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "needs Python 3.11 or newer; this is Python 3.10" in done.stderr
    assert "Traceback" not in done.stderr


# ---- a machine without a screen


@pytest.mark.parametrize(
    ("environ", "platform", "shown"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_where_a_window_can_be_shown(environ: dict[str, str], platform: str, shown: bool) -> None:
    assert has_screen(environ, platform) is shown


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["desk"], True),
        (["--shop", "mine.shop"], True),
        (["--shop", "import"], True),
        (["--shop=mine.shop", "--time-start"], True),
        (["--self-test"], True),
        (["--help"], False),
        (["--version"], False),
        (["demo", "--seed", "3", "new.shop"], False),
        (["--shop", "mine.shop", "import", "a.csv"], False),
        (["import", "a.csv", "--shop", "mine.shop"], False),
        (["check", "--shop", "mine.shop"], False),
        (["backup"], False),
        (["report", "--json"], False),
        (["desk", "--help"], False),
    ],
)
def test_which_arguments_open_a_window(arguments: list[str], window: bool) -> None:
    assert needs_window(arguments) is window


@pytest.mark.usefixtures("no_screen")
def test_run_without_a_screen_says_so(calls: list[Call], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run"]) == 2
    said = capsys.readouterr().err
    assert "This machine has no screen" in said
    assert "demo, import, check, backup, report" in said
    assert calls == []


@pytest.mark.usefixtures("no_screen")
def test_commands_without_a_window_need_no_screen(calls: list[Call]) -> None:
    assert main(["run", "import", "a.csv", "--shop", "mine.shop"]) == 0
    assert calls == [
        ["make_ready", "window=False", "screen=False"],
        ["merchant-desk", "import", "a.csv", "--shop", "mine.shop"],
    ]


def test_run_on_a_screen_asks_for_its_libraries(calls: list[Call], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    assert main(["run", "--shop", "mine.shop"]) == 0
    assert calls == [
        ["make_ready", "window=True", "screen=True"],
        ["merchant-desk", "--shop", "mine.shop"],
    ]


@pytest.mark.parametrize(
    ("environ", "needed"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
        ({"QT_QPA_PLATFORM": "xcb"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, False),
    ],
)
def test_when_qt_talks_to_an_x_server(environ: dict[str, str], needed: bool) -> None:
    assert needs_x_libraries(environ) is needed


# ---- the other commands


def test_the_whole_suite_runs_on_every_core_and_a_selection_as_asked(calls: list[Call]) -> None:
    assert main(["test"]) == 0
    assert main(["test", "tests/sales", "-k", "refund"]) == 0
    assert [call for call in calls if call[0] == "pytest"] == [
        ["pytest", "-n", "auto", "--dist", "worksteal"],
        ["pytest", "tests/sales", "-k", "refund"],
    ]
    assert pytest_arguments(["-x"]) == ["-x"]


def test_check_runs_every_step_even_after_a_failure(
    calls: list[Call], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail_at_types(command: Sequence[str], cwd: str | None = None) -> int:
        calls.append([Path(command[0]).stem])
        return 1 if "mypy" in command[0] else 0

    monkeypatch.setattr(dev_commands, "_call", fail_at_types)
    assert main(["check"]) == 1
    assert [call[0] for call in calls] == ["make_ready", "ruff", "ruff", "mypy", "lint-imports", "pytest"]
    assert "Failed: types" in capsys.readouterr().out


def test_check_runs_the_named_steps_alone(calls: list[Call], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "lint", "types"]) == 0
    assert [call[0] for call in calls] == ["make_ready", "ruff", "mypy"]
    assert main(["check", "spelling"]) == 2
    assert "No such check: spelling" in capsys.readouterr().err


def test_the_program_s_exit_code_is_passed_on(calls: list[Call], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev_commands, "_call", lambda command, cwd=None: 7)
    assert main(["run", "check"]) == 7
    assert main(["test"]) == 7


def test_a_set_up_that_fails_is_told_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(environment: object, **_: object) -> None:
        raise SetupError("No network.")

    monkeypatch.setattr(dev_commands, "make_ready", fail)
    assert main(["test"]) == 1
    assert capsys.readouterr().err == "No network.\n"


@pytest.mark.parametrize(
    ("arguments", "code"), [([], 2), (["--help"], 0), (["paint"], 2), (["setup", "x"], 2)]
)
def test_usage_is_shown(
    calls: list[Call], capsys: pytest.CaptureFixture[str], arguments: list[str], code: int
) -> None:
    assert main(arguments) == code
    said = capsys.readouterr()
    assert "build_scripts/dev.py COMMAND" in said.out + said.err
    assert calls == []


def test_ci_runs_the_readme_s_test_command_last() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").strip().splitlines()
    assert lines[-1] == "python3 build_scripts/dev.py test"
    assert "set -euo pipefail" in lines
    if os.name != "nt":
        assert os.access(ROOT / ".ci" / "run", os.X_OK)
