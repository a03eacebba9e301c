"""Lines of calendar files: what is read the short way says what the library says."""

from __future__ import annotations

import re

import pytest

from merchant_desk.exchange import calendar_lines
from merchant_desk.exchange.calendar_lines import blocks

LINES = (
    "SUMMARY:王女士 法式美甲: 3/4 50%",
    "summary:",
    "DTSTART;TZID=Asia/Shanghai:20250901T130000",
    "DTSTART;value=DATE-TIME;tzid=America/New_York:20250901T130000",
    "ATTENDEE;CN=Ana;ROLE=REQ-PARTICIPANT:mailto:ana@example.org",
    'ATTENDEE;CN="Ana; Bo: Co":tel:+86138',
    "DESCRIPTION:a\\, b\\n c",
    "LOCATION;ALTREP=:x",
    "UID",
    ";:",
)


@pytest.mark.parametrize("line", LINES)
def test_the_short_way_reads_what_the_library_reads(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"BEGIN:VEVENT\r\n{line}\r\nEND:VEVENT"
    short = list(blocks(text))
    monkeypatch.setattr(calendar_lines, "_PLAIN", re.compile("(?!)"))
    assert list(blocks(text)) == short


def test_the_library_is_not_asked_for_plain_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calendar_lines, "Contentline", None)
    event, _ = blocks("BEGIN:VEVENT\r\nDTSTART;TZID=Asia/Shanghai:20250901T130000\r\nEND:VEVENT")
    found = event.first("DTSTART")
    assert found is not None
    assert (found.value, found.params) == ("20250901T130000", {"TZID": "Asia/Shanghai"})
