"""The project's own files, as the house rules read them."""

from __future__ import annotations

import ast
import os
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "merchant_desk"

_NOT_OURS = {".git", ".venv", "__pycache__", "build", "dist", "node_modules"}


@cache
def own_files() -> tuple[Path, ...]:
    """Every file that is, or would be, committed; found by hand where there is no git."""
    listed = None
    if (ROOT / ".git").exists():
        command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        try:
            listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
        except OSError:
            listed = None
    if listed is not None and listed.returncode == 0:
        names = listed.stdout.decode("utf-8").split("\0")
        found = [ROOT / name for name in names if name]
    else:
        found = list(_walk(ROOT))
    return tuple(sorted(file for file in found if file.is_file()))


def _walk(folder: Path) -> Iterator[Path]:
    for at, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name not in _NOT_OURS and not name.endswith("_cache")]
        yield from (Path(at) / name for name in files if not name.endswith((".pyc", ".qm")))


def python_files(*folders: str) -> list[Path]:
    """The Python files under these folders of the project."""
    tops = [ROOT / folder for folder in folders]
    return [file for file in own_files() if file.suffix == ".py" and any(top in file.parents for top in tops)]


def parsed(file: Path) -> ast.Module:
    """A file's syntax tree."""
    return ast.parse(file.read_text(encoding="utf-8"), filename=str(file))


def shown(file: Path) -> str:
    """A file's name as the rules print it."""
    return file.relative_to(ROOT).as_posix()
