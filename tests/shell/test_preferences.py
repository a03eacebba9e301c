"""What this PC remembers, and what it makes of nonsense."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray

from merchant_desk.core.clock import DEFAULT_ZONE
from merchant_desk.shell.preferences import LANGUAGES, Preferences


def test_nothing_chosen_yet(home: Path) -> None:
    kept = Preferences()
    assert kept.language in LANGUAGES
    assert (kept.look, kept.shop, kept.zone, kept.geometry) == ("system", None, DEFAULT_ZONE, QByteArray())


def test_what_was_chosen_is_there_at_the_next_start(home: Path) -> None:
    kept = Preferences()
    kept.language, kept.look, kept.zone = "zh_CN", "dark", "Europe/Berlin"
    kept.shop = home / "小满美甲.desk"
    kept.zoom = 144
    kept.geometry = QByteArray(b"\x00\x01geometry")
    again = Preferences()
    assert (again.language, again.look, again.zone) == ("zh_CN", "dark", "Europe/Berlin")
    assert again.zoom == 144
    assert again.shop == home / "小满美甲.desk"
    assert again.geometry == QByteArray(b"\x00\x01geometry")


def test_nonsense_in_the_file_is_no_choice(home: Path) -> None:
    nonsense = "[General]\nlanguage=klingon\nlook=pink\nzoom=huge\n"
    (home / "preferences.ini").write_text(nonsense, encoding="utf-8")
    kept = Preferences()
    assert kept.language in LANGUAGES
    assert kept.look == "system"
    assert kept.zoom == 100
