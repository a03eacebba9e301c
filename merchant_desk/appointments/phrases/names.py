"""Names of the shop's own, said in full: services, workers, customers, by name, pinyin or initials."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from merchant_desk.appointments.phrases.line import HAN, alike
from merchant_desk.appointments.phrases.mentions import Mention
from merchant_desk.appointments.phrases.model import Hand, Lexicon, Offered, Person
from merchant_desk.core.pinyin import fold, search_key

_FEWEST_INITIALS = 2
_NOT_THEM = re.compile(
    r"(?:不(?:要|找|是|用|想要)|别(?:找|让|是)?|除了?)\s*$"
    r"|(?<![a-z])(?:not|no|without|except|but not|any ?(?:one|body) (?:but|except)|other than)\s+"
    r"(?:(?:with|for|by)\s+)?$"
)


def find(text: str, lexicon: Lexicon) -> Iterator[Mention]:
    """Every full name of the line; people and workers of one name make one mention with all their ids."""
    kinds: tuple[tuple[str, Sequence[Person | Offered | Hand]], ...] = (
        ("service", lexicon.services),
        ("worker", lexicon.workers),
        ("person", lexicon.people),
    )
    for kind, named in kinds:
        found: dict[tuple[int, int], list[str]] = {}
        for one in named:
            for span in _spans(text, one.name, kind == "service"):
                found.setdefault(span, []).append(one.id)
        for (start, end), ids in found.items():
            yield Mention(start, end, kind, ids=tuple(dict.fromkeys(ids)))


def refused(text: str, mentions: Sequence[Mention], lexicon: Lexicon) -> list[Mention]:
    """不要小雨 and "not Bob" are anybody else of the team: who that is has to be asked."""
    taken: list[Mention] = []
    for mention in mentions:
        before = _NOT_THEM.search(text[: mention.start]) if mention.kind == "worker" else None
        if before is not None and all(one.end <= before.start() for one in taken):
            others = tuple(one.id for one in lexicon.workers if one.id not in mention.ids)
            taken.append(Mention(before.start(), mention.end, "worker", ids=others, code="not_worker"))
        else:
            taken.append(mention)
    return taken


def _spans(text: str, name: str, long_only: bool) -> Iterator[tuple[int, int]]:
    for match in pattern(name).finditer(text):
        if len(match[0]) > 1 or _alone(text, match.start(), match.end()):
            yield match.span()
    for key in keys(name):
        if len(key) < (4 if long_only else _FEWEST_INITIALS + 2):
            continue
        for match in re.finditer(rf"(?<![a-z0-9]){re.escape(key)}(?![a-z0-9])", text):
            yield match.span()


def _alone(text: str, start: int, end: int) -> bool:
    """A name of one character is one only where blanks are around it."""
    return not (text[start - 1 : start].strip() if start else "") and not text[end : end + 1].strip()


@functools.lru_cache(maxsize=4096)
def pattern(name: str) -> re.Pattern[str]:
    """How a name stands in a line: runs of blanks are alike, and no word goes on before or behind it."""
    words = alike(name).split()
    if not words:
        return re.compile(r"(?!)")
    body = r"\s*".join(map(re.escape, words))
    before = r"(?<![a-z0-9])" if _latin(words[0][0]) else ""
    after = r"(?![a-z0-9])" if _latin(words[-1][-1]) else ""
    return re.compile(before + body + after)


@functools.lru_cache(maxsize=4096)
def keys(name: str) -> tuple[str, ...]:
    """How a Chinese name is typed in Latin letters: its pinyin and its initials."""
    if not HAN.search(name):
        return ()
    return tuple(search_key(name)[len(fold(name)) :].split())


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
