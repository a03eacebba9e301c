"""Which names a shortened or mistyped word may stand for."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence

from merchant_desk.appointments.phrases import fillers
from merchant_desk.appointments.phrases.days_en import distance
from merchant_desk.appointments.phrases.line import HAN, alike
from merchant_desk.appointments.phrases.model import Hand, Offered, Person
from merchant_desk.appointments.phrases.names import keys

_FEWEST = 3
_TAIL = 4
_WHOLE = 99
_OF_MEN = frozenset({"先生", "帅哥", "哥"})


@functools.lru_cache(maxsize=4096)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name as the line compares them."""
    return tuple(word for word in re.split(r"[\s'()（）/.,&+-]+", alike(name)) if word)


def services(words: Sequence[str], offered: Iterable[Offered]) -> tuple[str, ...]:
    """Services whose name has words that begin so, in that order; failing any, whole categories."""
    offered = list(offered)
    found = [one.id for one in offered if _begins(words, words_of(one.name), _FEWEST)]
    if not found and len(words) == 1:
        found = [one.id for one in offered if _typed(words[0], one.name)]
    if not found:
        found = [
            one.id for one in offered if one.category and _begins(words, words_of(one.category), _FEWEST)
        ]
    return tuple(found)


def services_with(part: str, offered: Iterable[Offered]) -> tuple[str, ...]:
    """Services whose name holds these characters; failing any, those of the category called so."""
    offered = list(offered)
    if not HAN.match(part):
        return ()
    found = [one.id for one in offered if part in alike(one.name)]
    return tuple(found or [one.id for one in offered if alike(one.category) == part])


def near_services(words: Sequence[str], offered: Iterable[Offered]) -> tuple[str, ...]:
    """Services that were mistyped so: one letter in a short name, two in a long one."""
    typed = " ".join(words)
    if len(typed) < (_FEWEST if HAN.search(typed) else 5):
        return ()
    found = []
    for one in offered:
        name = alike(one.name)
        most = _slips(typed)
        wanted = [name] if len(words) > 1 or HAN.search(typed) else [name, *words_of(one.name)]
        if any(0 < distance(typed, other, most) <= most for other in wanted if len(other) >= _FEWEST):
            found.append(one.id)
    return tuple(found)


def workers(word: str, hands: Iterable[Hand]) -> tuple[str, ...]:
    """Workers whose name, pinyin or initials begin so."""
    if len(word) < 2 and not HAN.match(word):
        return ()
    return tuple(
        hand.id
        for hand in hands
        if any(part.startswith(word) for part in words_of(hand.name))
        or word in keys(hand.name)
        or (HAN.match(word) and word in alike(hand.name))
    )


def near_workers(word: str, hands: Iterable[Hand]) -> tuple[str, ...]:
    """Workers whose name was mistyped so: another letter, or other characters of the same sound."""
    if HAN.match(word):
        return tuple(hand.id for hand in hands if keys(word)[:1] == keys(hand.name)[:1] and len(word) > 1)
    if len(word) < _FEWEST:
        return ()
    return tuple(hand.id for hand in hands if distance(word, alike(hand.name), 1) <= 1)


def people(words: Sequence[str], known: Iterable[Person], whole: bool) -> tuple[str, ...]:
    """Customers who are called so, in part; with `whole` only by whole words, pinyin or the phone's tail."""
    known = list(known)
    word = words[0]
    if len(words) == 1 and word.isdecimal():
        return tuple(one.id for one in known if _has_number(one, word))
    if len(words) == 1 and HAN.match(word):
        return () if whole else _in_characters(word, known)
    typed = [part for one in words for part in words_of(one.removesuffix("'s"))]
    fewest = _WHOLE if whole else 2
    return tuple(
        one.id
        for one in known
        if _begins(typed, words_of(one.name), fewest)
        or (whole and len(words) == 1 and word in keys(one.name))
    )


def _has_number(person: Person, digits: str) -> bool:
    if len(digits) == _TAIL:
        return person.tail == digits
    return len(digits) > _TAIL and person.phone.endswith(digits)


def by_surname(run: str, known: Iterable[Person]) -> str:
    """The surname of 王小姐, 老王 or 王 alone, "" where it is a name or a part of one."""
    stem = fillers.titled(run)[0]
    if not stem and not any(run in alike(one.name) for one in known):
        stem = fillers.surname_called(run)
    return stem or (run if len(run) == 1 and HAN.match(run) else "")


def _in_characters(run: str, known: Sequence[Person]) -> tuple[str, ...]:
    """By a part of a Chinese name, or by the surname of 王小姐 and 老王."""
    stem, title = by_surname(run, known), fillers.titled(run)[1]
    if stem:
        called = [one for one in known if alike(one.name).startswith(stem)]
        return tuple(one.id for one in called if _not_another(one.name, title))
    return tuple(one.id for one in known if run in alike(one.name))


def _not_another(name: str, title: str) -> bool:
    """王先生 in the book is not who is called 王小姐 in the line."""
    _, own = fillers.titled(alike(name))
    return not (own and title) or (own in _OF_MEN) == (title in _OF_MEN)


def _begins(words: Sequence[str], name: Sequence[str], fewest: int) -> bool:
    """Whether each word begins a word of the name, in order; a whole word may be as short as it is."""
    at = 0
    for word in words:
        while at < len(name) and not (
            name[at] == word or (len(word) >= fewest and name[at].startswith(word))
        ):
            at += 1
        if at == len(name):
            return False
        at += 1
    return bool(words)


def _typed(word: str, name: str) -> bool:
    return len(word) >= 2 and any(
        key == word or (len(word) > 3 and key.startswith(word)) for key in keys(name)
    )


def _slips(typed: str) -> int:
    long = 6 if HAN.search(typed) else 9
    return 2 if len(typed) >= long else 1
