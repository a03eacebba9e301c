"""Where things are: one variable moves everything, and shipped files are found."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from merchant_desk.core import paths


def test_one_variable_moves_the_data(home: Path) -> None:
    assert paths.data_dir() == home
    assert paths.default_shop() == home / "shop.desk"
    assert paths.log_dir() == home / "logs"


@pytest.mark.parametrize(
    ("platform", "variable", "end"),
    [
        ("win32", "LOCALAPPDATA", "Merchant Desk"),
        ("linux", "XDG_DATA_HOME", "merchant-desk"),
    ],
)
def test_each_system_has_its_own_folder(
    platform: str, variable: str, end: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("MERCHANT_DESK_HOME")
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv(variable, str(tmp_path))
    assert paths.data_dir() == tmp_path / end


def test_backups_lie_beside_the_shop(tmp_path: Path) -> None:
    assert paths.backup_dir(tmp_path / "nails.desk") == tmp_path / "backups" / "nails"


def test_a_frozen_program_brings_its_own_resources(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / "pinyin.txt").write_text("", encoding="utf-8")
    assert paths.resource("pinyin.txt").is_file()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resource("pinyin.txt") == tmp_path / "resources" / "pinyin.txt"
