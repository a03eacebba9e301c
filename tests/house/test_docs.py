"""What the pages at the top of the tree say is true of the tree."""

from __future__ import annotations

import re

import pytest

from merchant_desk.db.open import APPLICATION_ID, SCHEMA
from merchant_desk.db.records import TOPICS
from tests.house.tree import ROOT

PAGES = {page.name: page.read_text(encoding="utf-8") for page in ROOT.glob("*.md")}


@pytest.mark.parametrize("table", sorted({*TOPICS, "act", "change"}))
def test_the_schema_page_names_every_table(table: str) -> None:
    assert f"`{table}`" in PAGES["SCHEMA.md"]


def test_the_schema_page_has_the_numbers_of_the_file() -> None:
    assert f"0x{APPLICATION_ID:08X}" in PAGES["SCHEMA.md"]
    assert f"**{SCHEMA}**" in PAGES["SCHEMA.md"]


@pytest.mark.parametrize("page", ["ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_the_maps_show_every_room(page: str) -> None:
    rooms = [
        folder.name for folder in (ROOT / "merchant_desk").iterdir() if (folder / "__init__.py").is_file()
    ]
    assert rooms
    assert [room for room in rooms if f"{room}/" not in PAGES[page]] == []


def test_the_map_stays_a_map() -> None:
    assert len(PAGES["ARCHITECTURE.md"].splitlines()) < 120


@pytest.mark.parametrize("page", ["README.md", "README.zh-CN.md"])
def test_the_readme_has_the_two_commands_and_every_key(page: str) -> None:
    for command in ("run", "test"):
        assert f"    python3 build_scripts/dev.py {command}\n" in PAGES[page]
    for key in (*(f"Ctrl+{number}" for number in range(1, 7)), "Ctrl+,", "Ctrl+N", "Ctrl+K", "F1"):
        assert f"| {key} |" in PAGES[page]


def test_links_between_pages_lead_somewhere() -> None:
    dead = [
        (page, target)
        for page, text in PAGES.items()
        for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", text)
        if not (ROOT / target).exists()
    ]
    assert dead == []
