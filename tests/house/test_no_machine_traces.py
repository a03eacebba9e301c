"""Nothing in the tree names the machine it was made on, or a place packages come from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.house.tree import ROOT, own_files, shown

# Written so that this file does not contain what it looks for.
TRACES = {
    "a path of one machine": r"(?<![\w.~}\])*-])/(?:work|workspace|tmp|root)/",
    # Ana is nobody: she keeps shops on made-up drives in our tests.
    "a user's folder": r"(?i)\b[a-z]:[\\/]+users[\\/]+(?!ana\b)\w",
    "a user's folder on a Mac": r"(?<![\w.~}\])*-])/(?:Users|var/folders)/(?!ana\b)\w",
    "a package index": r"(?i)\b(?:py[p]i|pythonhoste[d]|anacond[a]|npmj[s])\.(?:org|com|io|net)\b",
    "a package mirror": r"(?i)\b(?:mirror[s]?|py[p]i|nexus|artifactory)\.[\w-]+\.(?:com|cn|net|org|io|edu)\b",
    "an index option": r"(?m)^\s*--?(?:index-ur[l]|extra-index-ur[l]|find-link[s]|trusted-hos[t])\b",
}


def traces(text: str) -> list[str]:
    """What this text gives away."""
    found = []
    for what, rule in TRACES.items():
        found += [f"{what}: {match.group(0).strip()}" for match in re.finditer(rule, text)]
    return found


def test_our_files_give_nothing_away() -> None:
    found = []
    for file in own_files():
        try:
            text = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{shown(file)}: {said}" for said in traces(text)]
    assert found == []


def test_the_lock_is_hashed_throughout() -> None:
    lock = (ROOT / "build_scripts" / "requirements.txt").read_text(encoding="utf-8")
    entries = [entry for entry in re.split(r"(?m)^(?=[\w.-]+==)", lock) if "==" in entry.split("\n", 1)[0]]
    assert len(entries) > 30
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize(
    "planted",
    [
        "see /" + "work/main/x",
        "open('/" + "tmp/x')",
        "/" + "root/.cache",
        "C:" + "\\Users\\bob7\\x",
        "/" + "Users/bob7/x",
        "https://py" + "pi.org/simple",
        "files.python" + "hosted.org",
        "https://mirror" + "s.example.cn/simple",
        "--index" + "-url somewhere",
        "  --extra-index" + "-url=x",
    ],
)
def test_traces_are_caught(planted: str) -> None:
    assert traces(planted) != []


@pytest.mark.parametrize(
    "innocent",
    [
        "tmp_path / 'shop.db'",
        "the work/ folder",
        "/" + "Users/ana/Library",
        "C:" + "\\Users\\Ana\\OneDrive",
        "https://example.com/" + "tmp/x",
        "uv pip compile --no-emit-index-url",
        "{folder}/" + "tmp/x",
        "Path('resources/translations')",
    ],
)
def test_innocent_text_is_let_through(innocent: str) -> None:
    assert traces(innocent) == []


def test_this_file_is_among_those_read() -> None:
    assert Path(__file__).resolve() in own_files()
