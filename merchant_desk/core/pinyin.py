"""How names are typed to find them: toneless pinyin, initials, and the folded text that searches compare."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterable, Sequence

from merchant_desk.core.paths import resource

MOST_SPELLINGS = 8

# Surnames that are not read as the character is elsewhere, in both scripts; two characters before one.
_SURNAME_READINGS = """
尉迟 yu chi,尉遲 yu chi,万俟 mo qi,萬俟 mo qi,长孙 zhang sun,長孫 zhang sun,单于 chan yu,單于 chan yu
澹台 tan tai,澹臺 tan tai,乐正 yue zheng,樂正 yue zheng
单 shan,單 shan,曾 zeng,仇 qiu,朴 piao,查 zha,解 xie,盖 ge,蓋 ge,区 ou,區 ou,翟 zhai,缪 miao,繆 miao
乐 yue,樂 yue,员 yun,員 yun,召 shao,秘 bi,洗 xian,折 she,繁 po,种 chong,覃 qin,薄 bo,卜 bu,盛 sheng
隗 kui,柏 bai,牟 mou,句 gou,蔚 yu,尉 wei,都 du,宿 su,贾 jia,黑 he,冯 feng,阿 a,褚 chu,陆 lu,汤 tang
艾 ai,沓 ta,佴 nai,郇 xun
"""


@functools.cache
def _table() -> dict[str, tuple[str, ...]]:
    readings: dict[str, tuple[str, ...]] = {}
    for line in resource("pinyin.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        first, *rest = line.split(" ")
        if first.isascii():
            readings.update(dict.fromkeys(rest[0], (first,)))
        else:
            readings[first] = tuple(rest)
    return readings


@functools.cache
def _surnames() -> dict[str, tuple[str, ...]]:
    entries = (entry.split(" ") for entry in _SURNAME_READINGS.strip().replace("\n", ",").split(","))
    return {surname: tuple(readings) for surname, *readings in entries}


def syllables(char: str) -> tuple[str, ...]:
    """The toneless readings of one character, commonest first, ü written v; () when it is not Chinese."""
    return _table().get(char, ())


def fold(text: str) -> str:
    """`text` as searches compare it: compatibility forms, case and runs of blanks made alike.

    Characters that only steer the layout go: they come along unseen when a name is pasted.
    """
    seen = "".join(char for char in text if unicodedata.category(char) != "Cf")
    alike = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", seen).casefold())
    return " ".join(alike.split())


def unaccented(text: str) -> str:
    """`text` without the accents on its letters: 'zoë' becomes 'zoe'."""
    parts = unicodedata.normalize("NFD", text)
    bare = "".join(char for char in parts if unicodedata.category(char) != "Mn")
    return unicodedata.normalize("NFC", bare)


def search_key(name: str, *more: str) -> str:
    """What a search by name, pinyin, initials or one of `more` finds: words with blanks between them.

    The folded name comes first; then how it is typed: its full pinyin (the surname read as a
    surname) and other spellings, or the name without accents; then initials; then `more`, folded.
    A name without Chinese characters has initials only where it has several words.
    """
    folded = fold(name)
    spellings = _spellings(folded)
    if spellings:
        typed = ["".join(spelling) for spelling in spellings]
        short = ["".join(syllable[0] for syllable in spelling) for spelling in spellings]
    else:
        typed = [unaccented(folded)]
        short = ["".join(word[0] for word in folded.split(" "))] if " " in folded else []
    # Where initials follow, the typed form stays even when it is the name again: searches rank by place.
    if not short and typed == [folded]:
        typed = []
    keys = [*dict.fromkeys(typed), *dict.fromkeys(short), *dict.fromkeys(fold(one) for one in more)]
    return " ".join(key for key in (folded, *keys) if key)


def _spellings(folded: str) -> list[tuple[str, ...]]:
    """The ways to type a name with Chinese in it, likeliest first; none when it has no Chinese."""
    known = [syllables(char) for char in folded]
    if not any(known):
        return []
    surname = _surname(folded)
    choices: list[Sequence[str]] = [(syllable,) for syllable in surname]
    if len(surname) == 1:
        # "单" opens 单小姐, but 单色美甲 too.
        choices = [tuple(dict.fromkeys((surname[0], *known[0][:1])))]
    start = len(choices)
    run = ""
    for char, readings in zip(folded[start:], known[start:], strict=True):
        if not readings and char.isalnum():
            run += char
            continue
        if run:
            choices.append((run,))
            run = ""
        if readings:
            choices.append(tuple(_typed(readings)))
    if run:
        choices.append((run,))
    return _one_change_each(choices)


def _surname(folded: str) -> tuple[str, ...]:
    known = _surnames()
    return known.get(folded[:2]) or known.get(folded[:1]) or ()


def _typed(readings: Iterable[str]) -> Iterable[str]:
    """The readings as people type them: ü is v on most keyboards, but many type u."""
    for reading in readings:
        yield reading
        if reading in {"lv", "nv"}:
            yield reading.replace("v", "u")


def _one_change_each(choices: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """The first choice everywhere, then each other choice in turn: names rarely hold two odd readings."""
    first = [options[0] for options in choices]
    spellings = [tuple(first)]
    for place, options in enumerate(choices):
        spellings += [(*first[:place], option, *first[place + 1 :]) for option in options[1:]]
    return spellings[:MOST_SPELLINGS]
