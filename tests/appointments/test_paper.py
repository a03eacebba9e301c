"""The day and the week on paper, as HTML: nothing is left out, nothing typed is markup."""

from __future__ import annotations

import datetime as dt

from merchant_desk.appointments.paper import SheetWords, html, sheets
from merchant_desk.appointments.period import PeriodLine

DAY = dt.date(2025, 8, 20)
WORDS = SheetWords(
    time="T",
    customer="C",
    service="S",
    worker="W",
    place="P",
    note="N",
    squeezed="squeezed in",
    nobody="nothing",
    printed="printed today",
    day=lambda day: f"day {day.day}",
)


def line(
    hour: int, customer: str = "王女士", worker: str = "小雨", day: int = 20, **more: object
) -> PeriodLine:
    start = dt.datetime(2025, 8, day, hour)
    told: dict[str, object] = {
        "appointment_id": f"a{day}{hour}{worker}",
        "line_id": f"l{day}{hour}{worker}",
        "customer": customer,
        "phone_tail": "",
        "service": "法式美甲",
        "worker_id": worker,
        "worker": worker,
        "place": "",
        "start": start,
        "end": start + dt.timedelta(hours=1),
        "status": "booked",
        "squeezed": False,
        "note": "",
        "address": "",
        "uid": "",
        "in_series": False,
        "sequence": 0,
        "changed_ms": 0,
    }
    return PeriodLine(**{**told, **more})  # type: ignore[arg-type]


def test_a_line_says_when_who_what_and_where() -> None:
    rich = line(
        14, phone_tail="6621", place="美甲台 1", note="靠窗\n怕疼", address="湖滨路 8 号", squeezed=True
    )
    text = html(sheets("小满美甲", "20 August", [DAY], [rich]), WORDS)
    for words in ("<b>14:00</b>–15:00", "王女士", "…6621", "法式美甲", "小雨", "美甲台 1", "靠窗<br/>怕疼"):
        assert words in text
    assert "<b>湖滨路 8 号</b>" in text
    assert "<i>squeezed in</i>" in text
    assert "小满美甲 · printed today" in text


def test_what_was_typed_is_no_markup() -> None:
    bad = '<img src="x">&"'
    text = html(sheets(bad, bad, [DAY], [line(14, bad, note=bad, address=bad, place=bad)]), WORDS)
    assert "<img" not in text
    assert text.count("&lt;img src=&quot;x&quot;&gt;&amp;&quot;") == 6


def test_a_column_nobody_needs_is_not_there() -> None:
    bare = html(sheets("s", "t", [DAY], [line(14)]), WORDS)
    assert ">P</th>" not in bare
    assert ">W</th>" in bare
    own = html(sheets("s", "t", [DAY], [line(14)], [("小雨", "小雨")]), WORDS)
    assert ">W</th>" not in own


def test_one_sheet_each_holds_only_ones_own() -> None:
    lines = [line(10, "甲"), line(11, "乙", "阿琳")]
    first, second, third = sheets("s", "t", [DAY], lines, [("小雨", "小雨"), ("阿琳", "阿琳"), ("M", "Momo")])
    assert [[one.customer for one in sheet.lines] for sheet in (first, second, third)] == [["甲"], ["乙"], []]
    text = html([first, second, third], WORDS)
    assert text.count("page-break-before: always") == 2
    assert "nothing" in text


def test_a_week_has_every_day_in_order() -> None:
    days = [DAY + dt.timedelta(days=count) for count in range(7)]
    text = html(sheets("s", "t", days, [line(10), line(9, day=22)]), WORDS)
    assert [text.index(f"day {20 + count}<") for count in range(7)] == sorted(
        text.index(f"day {20 + count}<") for count in range(7)
    )
    assert text.count("<table") == 2
    assert text.count("nothing") == 5
