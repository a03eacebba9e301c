"""When .venv is made, mended or left alone; nothing is installed here."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from build_scripts import dev_commands, environment, qt_libraries, translations
from build_scripts.environment import Environment, Plan, SetupError, interpreter_works, plan, prepare

NOTHING = Plan(make=False, packages=False, project=False)
PROJECT = Plan(make=False, packages=False, project=True)
PACKAGES = Plan(make=False, packages=True, project=True)
EVERYTHING = Plan(make=True, packages=True, project=True)


@pytest.fixture
def ready(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Environment:
    """A project whose .venv is up to date, as far as set-up looks."""
    made = Environment(tmp_path / "project")
    for file in (made.lock, made.root / "pyproject.toml", made.python, made.command("merchant-desk")):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(file.name, encoding="utf-8")
    made.packages_stamp.write_text(made.packages_mark() + "\n", encoding="ascii")
    made.project_stamp.write_text(made.project_mark() + "\n", encoding="ascii")
    monkeypatch.setattr(environment, "interpreter_works", lambda python: python.exists())
    return made


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that prepare() starts; each succeeds, and making a venv makes its folder alone."""
    commands: list[list[str]] = []

    def run(command: Sequence[str], doing: str) -> None:
        commands.append(list(command))
        if "venv" in command:
            Path(command[-1]).mkdir()

    monkeypatch.setattr(environment, "_run", run)
    return commands


def test_what_is_up_to_date_is_left_alone(ready: Environment, started: list[list[str]]) -> None:
    assert plan(ready) == NOTHING
    assert plan(ready).nothing
    prepare(ready)
    assert started == []


def test_a_fresh_clone_gets_everything(ready: Environment) -> None:
    assert plan(Environment(ready.root / "elsewhere")) == EVERYTHING


def test_a_half_made_venv_is_made_anew(ready: Environment) -> None:
    ready.packages_stamp.unlink()
    assert plan(ready) == EVERYTHING


def test_a_spoilt_stamp_counts_as_none(ready: Environment) -> None:
    ready.packages_stamp.write_bytes(b"\xff\xfe\x00")
    assert plan(ready) == EVERYTHING


def test_a_venv_whose_python_is_gone_is_made_anew(ready: Environment) -> None:
    ready.python.unlink()
    assert plan(ready) == EVERYTHING


def test_a_new_lock_is_installed_in_place(ready: Environment) -> None:
    ready.lock.write_text("other", encoding="utf-8")
    assert plan(ready) == PACKAGES


def test_a_new_pyproject_installs_the_project_alone(ready: Environment) -> None:
    (ready.root / "pyproject.toml").write_text("other", encoding="utf-8")
    assert plan(ready) == PROJECT


def test_a_lost_command_installs_the_project_alone(ready: Environment) -> None:
    ready.command("merchant-desk").unlink()
    assert plan(ready) == PROJECT


def test_a_moved_folder_installs_the_project_anew(ready: Environment) -> None:
    moved = ready.root.rename(ready.root.with_name("moved"))
    assert plan(Environment(moved)).project


def test_an_interpreter_is_tried_not_believed(tmp_path: Path) -> None:
    assert interpreter_works(Path(sys.executable))
    assert not interpreter_works(tmp_path / "python")
    broken = tmp_path / "broken"
    broken.write_text("not a program", encoding="utf-8")
    broken.chmod(0o755)
    assert not interpreter_works(broken)


def test_packages_come_by_their_hashes_and_the_project_from_no_index(
    ready: Environment, started: list[list[str]]
) -> None:
    ready.lock.write_text("other", encoding="utf-8")
    prepare(ready)
    packages, project = started
    assert "--require-hashes" in packages
    assert str(ready.lock) in packages
    assert not [word for word in packages if "index" in word]
    assert {"--no-index", "--no-deps", "--no-build-isolation", "--editable"} <= set(project)
    assert plan(ready) == NOTHING


def test_a_broken_venv_is_replaced(ready: Environment, started: list[list[str]]) -> None:
    rubbish = ready.folder / "rubbish"
    rubbish.touch()
    ready.packages_stamp.unlink()
    prepare(ready)
    assert not rubbish.exists()
    assert started[0][1:] == ["-m", "venv", str(ready.folder)]


def test_a_file_in_the_place_of_venv_is_replaced(ready: Environment, started: list[list[str]]) -> None:
    ready.folder.rename(ready.root / "aside")
    ready.folder.touch()
    prepare(ready)
    assert ready.folder.is_dir()


def test_what_cannot_be_renewed_in_place_is_made_anew_once(
    ready: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    doings: list[str] = []

    def run(command: Sequence[str], doing: str) -> None:
        doings.append(doing)
        if doings == ["installing the packages"]:
            raise SetupError("a package half gone")
        ready.folder.mkdir(exist_ok=True)

    monkeypatch.setattr(environment, "_run", run)
    ready.lock.write_text("other", encoding="utf-8")
    prepare(ready)
    assert doings == [
        "installing the packages",
        "making .venv",
        "installing the packages",
        "installing the project into .venv",
    ]


def test_a_failed_install_leaves_no_stamp(ready: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(command: Sequence[str], doing: str) -> None:
        ready.folder.mkdir(exist_ok=True)
        if doing == "installing the packages":
            raise SetupError("no network")

    monkeypatch.setattr(environment, "_run", fail)
    ready.lock.write_text("other", encoding="utf-8")
    with pytest.raises(SetupError, match="no network"):
        prepare(ready)
    assert plan(ready) == EVERYTHING


def test_a_failing_command_stops_set_up() -> None:
    with pytest.raises(SetupError, match=r"while counting \(exit code 3\)"):
        environment._run([sys.executable, "-c", "raise SystemExit(3)"], "counting")


def test_debian_s_missing_venv_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert environment.missing_venv_package() == [f"python{version}-venv"]
    monkeypatch.setattr(sys, "platform", "darwin")
    assert environment.missing_venv_package() == []


@pytest.mark.parametrize(
    ("window", "venv_package", "done"),
    [
        (True, [], ["libraries", "venv", "translations"]),
        (False, [], ["venv"]),
        (False, ["python3.11-venv"], ["libraries", "venv"]),
    ],
)
def test_what_is_made_ready_for_what(
    monkeypatch: pytest.MonkeyPatch, window: bool, venv_package: list[str], done: list[str]
) -> None:
    steps: list[str] = []
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(dev_commands, "missing_venv_package", lambda: venv_package)
    monkeypatch.setattr(qt_libraries, "ensure", lambda *, screen, also: steps.append("libraries"))
    monkeypatch.setattr(dev_commands, "prepare", lambda environment: steps.append("venv"))
    monkeypatch.setattr(translations, "compile_stale", lambda environment: steps.append("translations"))
    dev_commands.make_ready(Environment(), window=window)
    assert steps == done
