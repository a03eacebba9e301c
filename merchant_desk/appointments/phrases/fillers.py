"""Words that say nothing of their own, and marks that say what the name beside them is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from merchant_desk.appointments.phrases.line import HAN, L, R
from merchant_desk.appointments.phrases.mentions import Mention

_MARKS = (
    ("worker", re.compile(rf"{L}(?:with|w/|w|by|ask for){R}|w/|@|找|跟|让|由|指定")),
    ("new", re.compile(rf"{L}(?:new (?:customer|client)|new){R}|新顾客|新客户|新客人|新客")),
    ("customer", re.compile(rf"{L}for{R}|给|帮|为|替")),
    (
        "anyone",
        re.compile(
            rf"{L}(?:any ?one|any ?body|whoever(?: is free)?){R}|随便谁?|谁?都(?:行|可以)|任意|不限|谁有空"
        ),
    ),
)
_ENGLISH = re.compile(
    rf"{L}(?:i am|i'm|i|is|are|at|on|the|an?|and|or|of|to|in|please|pls|plz|thanks|thx|bk|book(?:ing|ed)?|"
    rf"add|put|appointment|appt|apt|reservation|schedule|wants?|needs?|(?:(?:she|he|they)'d )?like|would|"
    rf"hi|hey|hello|she|he|they|about|around|approx(?:imately)?|roughly|circa|ca|coming|comes|come|from|till?|until|"
    rf"also|then|plus|me|us|can|could|you|we|my|her|his|their|do|does|have|has|get|gets|getting|some|"
    rf"phone|ending|customer|client|o'clock){R}|'s{R}"
)
_CHINESE = re.compile(
    r"预约|预订|预定|一下|左右|大概|大约|差不多|顾客|客人|客户|麻烦|帮忙|安排|那天|当天|的时候|时候|(?:手机|电话)?号?尾号|"
    r"(?:手机|电话)(?=号|:|\s*\d)|想要|想做|要做|来做|过来|做个|做一个|然后|还有|以及|另外|再加|加上|时间|开始|可以|排个|排"
)
# Alone at the edge of a run of characters they are no part of a name.
_LEADING = frozenset("约订给帮替为找跟让由做要想在请的和加与到再先我去是来能接或至")
_TRAILING = frozenset("约订做的了吧啊哦呢吗呀要和跟给找")
_TITLES = re.compile(r"女士|先生|小姐姐|小姐|太太|阿姨|老师|同学|美女|帅哥|宝宝|妈妈|姐姐|姐|哥|总")


def marks(text: str, start: int, end: int) -> Iterator[Mention]:
    """What stands in a gap to say whose name follows."""
    for code, pattern in _MARKS:
        for match in pattern.finditer(text, start, end):
            yield Mention(match.start(), match.end(), "mark", code=code)


def words(text: str, start: int, end: int) -> Iterator[Mention]:
    """The filler words of a gap."""
    for pattern in (_ENGLISH, _CHINESE):
        for match in pattern.finditer(text, start, end):
            yield Mention(match.start(), match.end(), "filler")


def edges(text: str, start: int, end: int) -> tuple[int, int]:
    """A run of characters without the particles at its two ends; empty where it is nothing else."""
    while start < end and text[start] in _LEADING and not _TITLES.match(text, start + 1):
        start += 1
    while start < end and text[end - 1] in _TRAILING:
        end -= 1
    return start, end


def titled(run: str) -> tuple[str, str]:
    """A name and the title behind it: ('王', '女士') of 王女士; ('', '') where there is none."""
    match = next((one for one in _TITLES.finditer(run) if one.end() == len(run)), None)
    return (run[: match.start()], match[0]) if match else ("", "")


def is_title(run: str) -> bool:
    """Whether it is a title and nothing else."""
    return bool(_TITLES.fullmatch(run))


def surname_called(run: str) -> str:
    """The surname of 老王 and 小王, "" for anything else."""
    return run[1] if len(run) == 2 and run[0] in "老小阿大" and HAN.match(run[1]) else ""
