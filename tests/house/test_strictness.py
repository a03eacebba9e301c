"""What our pytest settings promise: warnings, Qt's and the log's, fail the test that causes them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import ROOT

PLANTED = """
import logging, os, warnings
import pytest

def test_python_warns():
    warnings.warn("old")

def test_log_warns():
    logging.getLogger("desk").warning("disk nearly full")

@pytest.mark.log_warnings("nearly full")
def test_announced_log_warning():
    logging.getLogger("desk").warning("disk nearly full")

@pytest.mark.log_warnings("nearly full")
def test_announced_but_silent():
    logging.getLogger("desk").info("disk nearly full")

def test_qt_warns(qapp):
    from PySide6.QtCore import qWarning
    qWarning("no such slot")

@pytest.mark.xfail(reason="planted")
def test_unexpected_pass():
    pass

def test_home_is_its_own(home, tmp_path):
    assert os.environ["MERCHANT_DESK_HOME"] == str(home)
    assert tmp_path in home.parents

def test_quiet():
    logging.getLogger("desk").info("all well")
"""


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """Planted test -> the outcomes pytest reports for it under our settings."""
    file = tmp_path_factory.mktemp("strict") / "test_planted.py"
    file.write_text(PLANTED, encoding="utf-8")
    return _outcomes(_pytest(file)[1])


def _pytest(file: Path) -> tuple[int, str]:
    options = ["-c", str(ROOT / "pyproject.toml"), "-p", "tests.conftest", "-p", "no:cacheprovider", "-v"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, str(file)],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if not name.startswith("PYTEST")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def _outcomes(said: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for test, outcome in re.findall(r"::(test_\w+) (PASSED|FAILED|ERROR)", said):
        found.setdefault(test, set()).add(outcome)
    assert found, said
    return found


@pytest.mark.parametrize(
    "test",
    [
        "test_python_warns",
        "test_log_warns",
        "test_announced_but_silent",
        "test_qt_warns",
        "test_unexpected_pass",
    ],
)
def test_trouble_fails(outcomes: dict[str, set[str]], test: str) -> None:
    assert outcomes[test] & {"FAILED", "ERROR"}


@pytest.mark.parametrize("test", ["test_announced_log_warning", "test_home_is_its_own", "test_quiet"])
def test_what_is_in_order_passes(outcomes: dict[str, set[str]], test: str) -> None:
    assert outcomes[test] == {"PASSED"}


def test_an_unknown_mark_fails(tmp_path: Path) -> None:
    file = tmp_path / "test_planted.py"
    file.write_text("import pytest\n\n@pytest.mark.sloow\ndef test_it(): pass\n", encoding="utf-8")
    code, said = _pytest(file)
    assert code != 0
    assert "sloow" in said
