"""The project's own Python in `.venv`: made when missing, mended when broken, renewed with the lock."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

_HAS_PIP = "import sys, importlib.util as u; sys.exit(u.find_spec('pip') is None)"


class SetupError(Exception):
    """Set-up cannot go on; the text says why and what to do, and is shown as it is."""


@dataclass(frozen=True, slots=True)
class Environment:
    """Where the project's Python lives, and what it was made from."""

    root: Path = ROOT

    @property
    def folder(self) -> Path:
        """The virtual environment's folder."""
        return self.root / ".venv"

    @property
    def lock(self) -> Path:
        """The pinned and hashed list of everything installed into it."""
        return self.root / "build_scripts" / "requirements.txt"

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.command("python")

    def command(self, name: str) -> Path:
        """Path of a command installed into it."""
        if os.name == "nt":
            return self.folder / "Scripts" / f"{name}.exe"
        return self.folder / "bin" / name

    @property
    def packages_stamp(self) -> Path:
        """Says which lock the installed packages came from; written last, so its absence means half-made."""
        return self.folder / "packages.stamp"

    @property
    def project_stamp(self) -> Path:
        """Says which pyproject.toml and folder the installed `merchant-desk` command belongs to."""
        return self.folder / "project.stamp"

    def packages_mark(self) -> str:
        """What `packages_stamp` holds when the packages are up to date."""
        return _digest(self.lock.read_bytes())

    def project_mark(self) -> str:
        """What `project_stamp` holds when the project is installed; the folder counts, as it can be moved."""
        return _digest((self.root / "pyproject.toml").read_bytes() + str(self.root).encode())


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _stamped(stamp: Path) -> str | None:
    try:
        return stamp.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None


def interpreter_works(python: Path) -> bool:
    """Whether this interpreter starts and has pip; a venv can outlive the Python it was made from."""
    if not python.exists():
        return False
    try:
        done = subprocess.run([python, "-c", _HAS_PIP], capture_output=True, check=False, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


@dataclass(frozen=True, slots=True)
class Plan:
    """What set-up has to do, each step implying the ones after it."""

    make: bool
    packages: bool
    project: bool

    @property
    def nothing(self) -> bool:
        """Whether everything is in place."""
        return not (self.make or self.packages or self.project)


def plan(environment: Environment) -> Plan:
    """Look at what is there, change nothing, and say what is to be done."""
    stamped = _stamped(environment.packages_stamp)
    if stamped is None or not interpreter_works(environment.python):
        return Plan(make=True, packages=True, project=True)
    packages = stamped != environment.packages_mark()
    project = (
        packages
        or _stamped(environment.project_stamp) != environment.project_mark()
        or not environment.command("merchant-desk").exists()
    )
    return Plan(make=False, packages=packages, project=project)


def missing_venv_package() -> list[str]:
    """The Debian package that `python -m venv` lacks here, if any: Debian ships Python without it."""
    if sys.platform == "linux" and importlib.util.find_spec("ensurepip") is None:
        return [f"python{sys.version_info.major}.{sys.version_info.minor}-venv"]
    return []


def prepare(environment: Environment) -> Plan:
    """Bring the environment up to date and return what was done; raise SetupError when that fails."""
    todo = plan(environment)
    if todo.make:
        _make(environment)
    if todo.packages:
        try:
            _install_packages(environment)
        except SetupError:
            if todo.make:
                raise
            # An environment that cannot be brought up to date in place is made anew, once.
            _make(environment)
            _install_packages(environment)
    if todo.project:
        _install_project(environment)
    return todo


def _make(environment: Environment) -> None:
    print("Making .venv ...", flush=True)
    try:
        if environment.folder.is_symlink() or environment.folder.is_file():
            environment.folder.unlink()
        elif environment.folder.exists():
            shutil.rmtree(environment.folder)
    except OSError as error:
        raise SetupError(
            f"The old .venv is in use and cannot be replaced ({error}). Close what uses it, or delete it."
        ) from error
    # Started from inside .venv, this very interpreter is about to go: the one beneath it stays.
    python = getattr(sys, "_base_executable", None) or sys.executable
    _run([python, "-m", "venv", str(environment.folder)], "making .venv")


def _install_packages(environment: Environment) -> None:
    print("Installing the pinned packages (about 200 MB the first time) ...", flush=True)
    environment.packages_stamp.unlink(missing_ok=True)
    options = ["--require-hashes", "--only-binary", ":all:", "--requirement", str(environment.lock)]
    _run([*_pip_install(environment), *options], "installing the packages")
    environment.packages_stamp.write_text(environment.packages_mark() + "\n", encoding="ascii")


def _install_project(environment: Environment) -> None:
    # The build backend is in the lock, so nothing is fetched here.
    options = ["--no-index", "--no-deps", "--no-build-isolation", "--editable", str(environment.root)]
    _run([*_pip_install(environment), *options], "installing the project into .venv")
    environment.project_stamp.write_text(environment.project_mark() + "\n", encoding="ascii")


def _pip_install(environment: Environment) -> list[str]:
    pip = [str(environment.python), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    return [*pip, "install", "--quiet"]


def _run(command: Sequence[str], doing: str) -> None:
    done = subprocess.run(command, check=False)
    if done.returncode:
        raise SetupError(f"Set-up stopped while {doing} (exit code {done.returncode}); the reason is above.")
