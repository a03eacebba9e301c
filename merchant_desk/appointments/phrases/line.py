"""A typed line made comparable: case, width, accents and scripts alike, with every character in its place."""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass

LONGEST = 300

# Traditional characters of days, times, trades and common names, and what they are written as elsewhere.
_TRADITIONAL = (
    "點號週禮後這個兩鐘時間淩內國慶節聖誕過開頭幾約給預為誰隨臘農曆陰舊閏還顧單貓護腳臉髮療體膚繪紋線長補設計"
    "師陳張劉楊黃吳許鄭趙孫馬謝韓馮葉蘇蔣盧羅鄧蕭龍萬錢湯齊賴龔麗靜悅瑩瓊蘭鳳艷潔歐陽綺楓曉華偉傑剛強無訂請"
    "來員團圓緊鬆軟壓燙剪熱濕養雙膠貼潤綠藍紅銀鐵絲網綫韻飛詩語憶晝會議產"
)
_SIMPLIFIED = (
    "点号周礼后这个两钟时间凌内国庆节圣诞过开头几约给预为谁随腊农历阴旧闰还顾单猫护脚脸发疗体肤绘纹线长补设计"
    "师陈张刘杨黄吴许郑赵孙马谢韩冯叶苏蒋卢罗邓萧龙万钱汤齐赖龚丽静悦莹琼兰凤艳洁欧阳绮枫晓华伟杰刚强无订请"
    "来员团圆紧松软压烫剪热湿养双胶贴润绿蓝红银铁丝网线韵飞诗语忆昼会议产"
)
_SAME = dict(zip(_TRADITIONAL, _SIMPLIFIED, strict=True))
_DASHES = dict.fromkeys("‐‑‒–—―－−~～〜", "-") | dict.fromkeys("’‘´`", "'")

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "俩": 2}
_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_SPOKEN = {word: value for value, word in enumerate(_WORDS)} | {
    "a": 1,
    "an": 1,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
}

# Pieces of patterns: a Chinese or written number, an English number word, the edges of an English word.
ZH = r"(?:\d{1,4}|[零〇一二两三四五六七八九十百]{1,5})"
EN = "(?:" + "|".join(sorted((w for w in _SPOKEN if len(w) > 2), key=len, reverse=True)) + ")"
L, R = r"(?<![a-z])", r"(?![a-z])"

HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Line:
    """`text` as it was typed but for what cannot be seen, and `alike` to compare, character by character."""

    text: str
    alike: str


def prepare(typed: str) -> Line:
    """The line to read; its two texts have the same length."""
    seen = [
        " " if unicodedata.category(char) in {"Cc", "Zs", "Zl", "Zp"} else char
        for char in unicodedata.normalize("NFC", typed)
        if unicodedata.category(char) not in {"Cf", "Cs"}
    ]
    text = "".join(seen)
    return Line(text, "".join(map(_alike, text)))


def alike(name: str) -> str:
    """A name as the line compares it."""
    return prepare(name).alike


@functools.lru_cache(maxsize=8192)
def _alike(char: str) -> str:
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    form = unicodedata.normalize("NFKC", char).casefold()
    if len(form) != 1:
        form = char
    bare = unicodedata.normalize("NFD", form)
    if len(bare) > 1 and all(unicodedata.category(mark) == "Mn" for mark in bare[1:]):
        form = bare[0]
    return _SAME.get(form, _DASHES.get(form, form))


def number(text: str) -> int | None:
    """The value of digits, a Chinese number below 1000 or an English number word; None for anything else."""
    text = text.strip()
    if text.isascii() and text.isdecimal():
        return int(text)
    if text in _SPOKEN:
        return _SPOKEN[text]
    if not text or any(char not in _DIGITS and char not in "十百" for char in text):
        return None
    total, last = 0, -1
    for char in text:
        if char in "十百":
            total += (10 if char == "十" else 100) * (1 if last < 0 else last)
            last = -1
        elif last > 0:
            return None
        else:
            last = _DIGITS[char]
    return total + max(last, 0)
