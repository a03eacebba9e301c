"""A year of holidays out of the files that go round, and what is said of broken ones."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from merchant_desk.core.errors import DeskError
from merchant_desk.shop.holiday_files import LARGEST, read_years
from merchant_desk.shop.holidays import Holiday

D = dt.date
WANTED = {
    2027: [
        Holiday(D(2026, 12, 31), "元旦"),
        Holiday(D(2027, 1, 1), "元旦"),
        Holiday(D(2027, 2, 6), "春节"),
        Holiday(D(2027, 2, 20), "春节", works=True),
    ]
}


def as_json(days: object, year: object = 2027) -> bytes:
    return json.dumps({"$schema": "x", "year": year, "papers": [], "days": days}, ensure_ascii=False).encode()


def entry(name: object, date: object, off: object) -> dict[str, object]:
    return {"name": name, "date": date, "isOffDay": off}


def test_json_as_it_is_published() -> None:
    rows = [
        entry("春节", "2027-02-06", True),
        entry("元旦", "2026-12-31", True),
        entry("元旦", "2027-01-01", True),
        entry("春节", "2027-02-20", False),
    ]
    assert read_years(as_json(rows), "2027.json") == WANTED
    assert read_years(b"\xef\xbb\xbf" + as_json(rows), "2027.json") == WANTED
    by_day = read_years(as_json(rows, year=None), "2027.json")
    assert list(by_day) == [2026, 2027]


@pytest.mark.parametrize(
    "table",
    [
        "day,name,works\n2027-01-01,元旦,0\n2027-02-06,春节,\n\n2027-02-20,春节,1\n",
        "2027-01-01,元旦\n2027-02-06,春节\n2027-02-20,春节,上班\n",
        "日期,名称,类型\n2027-01-01,元旦,休\n2027-02-06,春节,休\n2027-02-20,春节,班\n",
        "日期\t名称\t上班\n2027/1/1\t元旦\t休\n2027/2/6\t春节\t休\n2027/2/20\t春节\t班\n",
        "name;date;workday\r\n元旦;20270101;no\r\n春节;2027年2月6日;no\r\n春节;2027.2.20;yes\r\n",
    ],
    ids=["headed", "bare", "kinds", "tabs", "semicolons"],
)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_tables(table: str, encoding: str) -> None:
    assert read_years(table.encode(encoding), "days.csv") == {2027: WANTED[2027][1:]}


def test_a_calendar_says_with_its_names_who_works() -> None:
    events = [
        ("20270101", "20270102", "元旦（休）"),
        ("20270206", "20270207", "春节 假期"),
        ("20270220", "20270221", "春节 补班"),
    ]
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x"]
    for number, (first, after, name) in enumerate(events):
        lines += ["BEGIN:VEVENT", f"UID:{number}", "DTSTAMP:20260101T000000Z"]
        lines += [f"DTSTART;VALUE=DATE:{first}", f"DTEND;VALUE=DATE:{after}", f"SUMMARY:{name}", "END:VEVENT"]
    lines += [
        "BEGIN:VEVENT",
        "UID:m",
        "DTSTART:20270301T090000Z",
        "SUMMARY:会议",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    assert read_years("\r\n".join(lines).encode(), "cn.ics") == {2027: WANTED[2027][1:]}


def test_a_calendar_with_a_holiday_of_several_days() -> None:
    text = (
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20271225\r\n"
        "DTEND;VALUE=DATE:20271227\r\nSUMMARY;LANGUAGE=en:Christmas\\, as\r\n  ever\r\nDESCRIPTION:x\r\n"
        "BEGIN:VALARM\r\nSUMMARY:no\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    name = "Christmas, as ever"
    assert read_years(text.encode(), "x.ics") == {
        2027: [Holiday(D(2027, 12, 25), name), Holiday(D(2027, 12, 26), name)]
    }


@pytest.mark.parametrize(
    ("summary", "name", "works"),
    [
        ("Workers' Day", "Workers' Day", False),
        ("Spring Festival (working day)", "Spring Festival", True),
        ("【班】春节", "春节", True),
        ("（休）端午节", "端午节", False),
        ("国庆节、中秋节 假期", "国庆节、中秋节", False),
        ("开渔休渔日", "开渔休渔日", False),
        ("补班", "补班", True),
    ],
)
def test_the_mark_beside_a_name_says_who_works(summary: str, name: str, works: bool) -> None:
    text = f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20271225\nSUMMARY:{summary}\nEND:VEVENT\nEND:VCALENDAR"
    assert read_years(text.encode(), "x.ics") == {2027: [Holiday(D(2027, 12, 25), name, works)]}


@pytest.mark.parametrize("end", ["20271225", "20271224", "20290101", "2027"])
def test_a_holiday_that_ends_nowhere(end: str) -> None:
    text = (
        f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20271225\nDTEND:{end}\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR"
    )
    with pytest.raises(DeskError, match="bad_holiday"):
        read_years(text.encode(), "x.ics")


BROKEN = {
    "nothing": (b"", "no_holidays_yet"),
    "a year to come": (as_json([]), "no_holidays_yet"),
    "half of JSON": (b"{", "not_holidays"),
    "a list": (b"[1, 2]", "not_holidays"),
    "days that are none": (b'{"days": 3}', "not_holidays"),
    "deep": (b"[" * 100_000, "not_holidays"),
    "30 February": (as_json([entry("春节", "2027-02-30", True)]), "bad_holiday"),
    "no name": (as_json([entry("", "2027-02-06", True)]), "bad_holiday"),
    "no yes or no": (as_json([entry("春节", "2027-02-06", "yes")]), "bad_holiday"),
    "a word for a day": (as_json(["春节"]), "bad_holiday"),
    "a letter": (b"Dear customer,\nhello\n", "not_holidays"),
    "a program": (b"\x00\x01\x02\x03" * 50, "not_holidays"),
    "noise": (bytes(range(128, 256)) * 3, "not_holidays"),
    "30 February in a row": ("2027-01-01,元旦\n2027-02-30,春节\n".encode(), "bad_holiday"),
    "no name in a row": ("2027-01-01,元旦\n2027-02-06,\n".encode(), "bad_holiday"),
    "maybe in a row": ("2027-01-01,元旦,maybe\n".encode(), "bad_holiday"),
    "an event without a day": (
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        "bad_holiday",
    ),
    "half of a calendar": (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "not_holidays"),
    "an empty calendar": (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "no_holidays_yet"),
    "too much": (b" " * (LARGEST + 1), "too_large"),
}


@pytest.mark.parametrize("case", list(BROKEN))
def test_broken_files_are_refused_by_name(case: str) -> None:
    data, code = BROKEN[case]
    with pytest.raises(DeskError, match=code) as refusal:
        read_years(data, "假期.csv")
    assert refusal.value.facts["file"] == "假期.csv"


def test_the_entry_that_is_wrong_is_named() -> None:
    with pytest.raises(DeskError) as refusal:
        read_years("day,name\n2027-01-01,元旦\n6 Feb,春节\n".encode(), "x.csv")
    assert (refusal.value.facts["line"], refusal.value.facts["text"]) == (3, "6 Feb, 春节")
