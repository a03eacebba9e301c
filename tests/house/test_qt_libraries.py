"""What is said and done when a Linux system lacks what Qt borrows from it."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass, field

import pytest

from build_scripts import qt_libraries
from build_scripts.environment import SetupError
from build_scripts.qt_libraries import CHINESE_FONT, Missing, advice, ensure, library_loads, look


@dataclass
class System:
    """A make-believe Linux: what is missing, who we are, and what apt was asked for."""

    lacks: set[str] = field(default_factory=set)
    font: bool = True
    installed: list[str] = field(default_factory=list)
    apt_works: bool = True

    def loads(self, name: str) -> bool:
        return name not in self.lacks

    def has_font(self) -> bool:
        return self.font

    def install(self, packages: Iterable[str]) -> None:
        self.installed = list(packages)
        if self.apt_works:
            self.lacks = set()
            self.font = True


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> System:
    """The make-believe system in the place of the real one; we are root with apt."""
    pretended = System()
    real_look = qt_libraries.look

    def pretend(*, screen: bool, also: Iterable[str] = ()) -> Missing:
        return real_look(screen=screen, also=also, loads=pretended.loads, font=pretended.has_font)

    monkeypatch.setattr(qt_libraries, "look", pretend)
    monkeypatch.setattr(qt_libraries, "install", pretended.install)
    monkeypatch.setattr(qt_libraries, "can_install", lambda: True)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    return pretended


@pytest.fixture
def as_somebody(system: System, monkeypatch: pytest.MonkeyPatch) -> System:
    """The same system for an ordinary user."""
    monkeypatch.setattr(qt_libraries, "can_install", lambda: False)
    return system


def test_a_bare_debian_lacks_everything() -> None:
    missing = look(screen=True, loads=lambda name: False, font=lambda: False)
    assert {"libegl1", "libgl1", "libxcb-cursor0", "libxkbcommon-x11-0", CHINESE_FONT} <= set(
        missing.packages
    )
    assert missing.stops


def test_offscreen_asks_for_no_screen_libraries() -> None:
    missing = look(screen=False, loads=lambda name: False, font=lambda: True)
    assert "libegl1" in missing.packages
    assert not [name for name in missing.packages if "xcb" in name]


def test_a_complete_system_is_left_alone(system: System) -> None:
    ensure(screen=True)
    assert system.installed == []


def test_root_with_apt_installs_what_is_missing_and_nothing_else(system: System) -> None:
    system.lacks = {"libEGL.so.1"}
    system.font = False
    ensure(screen=True)
    assert system.installed == ["libegl1", CHINESE_FONT]


def test_the_venv_package_comes_along(system: System) -> None:
    ensure(screen=False, also=["python3.11-venv"])
    assert system.installed == ["python3.11-venv"]


def test_what_apt_does_not_bring_is_named(system: System) -> None:
    system.lacks = {"libGL.so.1"}
    system.apt_works = False
    with pytest.raises(SetupError, match=r"Still missing after installing: libGL\.so\.1"):
        ensure(screen=False)


def test_somebody_is_told_the_one_line(as_somebody: System) -> None:
    as_somebody.lacks = {"libEGL.so.1", "libxcb-cursor.so.0"}
    with pytest.raises(SetupError) as told:
        ensure(screen=True)
    lines = str(told.value).splitlines()
    assert lines[0].startswith(
        "Qt needs system libraries that are missing here: libEGL.so.1, libxcb-cursor.so.0."
    )
    assert lines[1].split(maxsplit=2)[:2] == ["sudo", "apt-get"]
    assert lines[1].endswith("libegl1 libxcb-cursor0")
    assert len(lines) == 2
    assert as_somebody.installed == []


def test_without_apt_the_libraries_are_named() -> None:
    said = advice(Missing(("libEGL.so.1",), ("libegl1",)), apt=False)
    assert "libEGL.so.1" in said
    assert "package manager" in said
    assert "apt-get" not in said


def test_a_python_without_venv_is_named(as_somebody: System) -> None:
    with pytest.raises(SetupError, match=r"cannot make a virtual environment(?s:.*)python3\.11-venv"):
        ensure(screen=False, also=["python3.11-venv"])


def test_a_missing_font_alone_is_said_and_does_not_stop(
    as_somebody: System, capsys: pytest.CaptureFixture[str]
) -> None:
    as_somebody.font = False
    ensure(screen=True)
    assert CHINESE_FONT in capsys.readouterr().out


@pytest.mark.parametrize(("code", "fails"), [(0, False), (100, True)])
def test_apt_is_asked_quietly_and_its_failure_told(
    monkeypatch: pytest.MonkeyPatch, code: int, fails: bool
) -> None:
    asked: list[list[str]] = []

    def run(command: list[str], **options: object) -> subprocess.CompletedProcess[str]:
        asked.append(command)
        # A failed update alone is no failure.
        return subprocess.CompletedProcess(command, code if "install" in command else 100)

    monkeypatch.setattr(subprocess, "run", run)
    expected = pytest.raises(SetupError, match="libegl1") if fails else contextlib.nullcontext()
    with expected:
        qt_libraries.install(["libegl1"])
    assert [command[2] for command in asked] == ["update", "install"]
    assert asked[1][-1] == "libegl1"


@pytest.mark.parametrize(("user", "apt", "can"), [(0, True, True), (1000, True, False), (0, False, False)])
def test_only_root_with_apt_installs(
    monkeypatch: pytest.MonkeyPatch, user: int, apt: bool, can: bool
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: user, raising=False)
    monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/apt-get" if apt else None)
    assert qt_libraries.can_install() is can


def test_a_library_is_tried_not_believed() -> None:
    assert not library_loads("libsurely-not-here.so.7")
