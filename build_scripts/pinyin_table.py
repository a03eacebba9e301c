"""Makes resources/pinyin.txt from pypinyin: python -m build_scripts.pinyin_table.

The program ships the table, not pypinyin: it needs toneless readings of single characters and nothing else.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

from build_scripts.environment import ROOT

TABLE = ROOT / "resources" / "pinyin.txt"

# The unified ideographs of Unicode's first plane, and the zero people write in dates and names.
CHARACTERS = [0x3007, *range(0x4E00, 0xA000)]

# A reading beside the first is kept when the phrases really use it.
LEAST_PHRASES = 2
LEAST_SHARE = 0.04

# pypinyin lists these the other way round, or counts idioms where names and services are meant.
PREFERRED = {
    "娜": "na",
    "长": "chang",
    "長": "chang",
    "靓": "liang",
    "茄": "qie",
    "还": "hai",
    "给": "gei",
    "朘": "juan",
}

HEADER = """\
# Toneless readings of Chinese characters; ü is written v. Made by build_scripts/pinyin_table.py from pypinyin
# (MIT). A line is a syllable and the characters read so, or one character and its readings, commonest first.
"""


def toneless(reading: str) -> str:
    """The letters of a reading with tone marks: 'lǚ' becomes 'lv'."""
    letters = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(letter for letter in letters if "a" <= letter <= "z")


def phrase_counts() -> dict[str, Counter[str]]:
    """How often pypinyin's phrases use each reading of each character."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for phrase, readings in PHRASES_DICT.items():
        if len(phrase) == len(readings):
            for char, choices in zip(phrase, readings, strict=True):
                counts[char][toneless(choices[0])] += 1
    return counts


def readings_of(char: str, counts: Counter[str]) -> list[str]:
    """The readings worth keeping, commonest first; empty when pypinyin has none."""
    listed = list(dict.fromkeys(toneless(one) for one in PINYIN_DICT.get(ord(char), "").split(",")))
    listed = [reading for reading in listed if reading]
    if not listed:
        return []
    first = listed[0]
    total = sum(counts.values())
    likeliest = max(listed, key=lambda reading: counts[reading])
    if counts[likeliest] >= 5 and counts[likeliest] >= 4 * counts[first]:
        first = likeliest
    first = PREFERRED.get(char, first)
    others = [
        reading
        for reading in listed
        if reading != first and counts[reading] >= LEAST_PHRASES and counts[reading] >= LEAST_SHARE * total
    ]
    return [first, *sorted(others, key=lambda reading: -counts[reading])]


def table() -> str:
    """The whole table as text."""
    counts = phrase_counts()
    one: dict[str, list[str]] = defaultdict(list)
    several: list[str] = []
    for code in CHARACTERS:
        char = chr(code)
        readings = readings_of(char, counts[char])
        if len(readings) == 1:
            one[readings[0]].append(char)
        elif readings:
            several.append(" ".join([char, *readings]))
    lines = [f"{syllable} {''.join(chars)}" for syllable, chars in sorted(one.items())]
    return HEADER + "\n".join([*lines, *several]) + "\n"


def main(path: Path = TABLE) -> None:
    """Write the table."""
    text = table()
    path.write_text(text, encoding="utf-8", newline="\n")
    print(f"{path.name}: {len(text.encode()):,} bytes")


if __name__ == "__main__":
    main()
