"""What stands between the words that are certain: fillers, short and mistyped names, and what is left."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from merchant_desk.appointments.phrases import fillers, likeness, times
from merchant_desk.appointments.phrases.days_en import meant
from merchant_desk.appointments.phrases.line import EN, HAN, Line, alike, number
from merchant_desk.appointments.phrases.mentions import Mention, gaps, longest_first
from merchant_desk.appointments.phrases.model import Lexicon

_WORD = re.compile(r"[\u3400-\u9fff]+|[^\W_\u3400-\u9fff]+(?:['._-][^\W_\u3400-\u9fff]+)*")
_HOUR = re.compile(rf"\d{{1,2}}|{EN}")
_MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a gap; `mark` is what stands before it to say what it is, "" for nothing."""

    start: int
    end: int
    text: str
    mark: str = ""

    @property
    def han(self) -> bool:
        """Whether it is written in characters."""
        return bool(HAN.match(self.text))


def fill(line: Line, certain: Sequence[Mention], lexicon: Lexicon, today: dt.date) -> list[Mention]:
    """The mentions of the whole line by place: `certain` and whatever can be made of the rest.

    What nobody understands is of kind "left".
    """
    text = line.alike
    found = list(certain)
    said = [*(one for a, b in gaps(len(text), found) for one in _says_nothing(text, a, b))]
    found += longest_first(said)
    found += _bare_hours(text, found)
    known_person = any(one.kind == "person" for one in found)
    for step in (_services, _workers):
        found += [one for run in _whole_runs(text, found) for one in step(run, lexicon)]
    found += [one for run in _runs(text, found) for one in _people(run, lexicon, known_person, whole=True)]
    found += [one for run in _runs(text, found) for one in _day_like(run, today)]
    known_person = known_person or any(one.kind == "person" for one in found)
    runs = _whole_runs(text, found)
    found += [one for run in runs for one in _people(run, lexicon, known_person, whole=False)]
    found += [one for run in _runs(text, found) for one in _mistyped(run, lexicon)]
    found += [Mention(run[0].start, run[-1].end, "left", code=run[0].mark) for run in _runs(text, found)]
    found += list(_signs(text, found))
    return sorted(found, key=lambda one: one.start)


def _says_nothing(text: str, start: int, end: int) -> Iterator[Mention]:
    yield from fillers.marks(text, start, end)
    yield from fillers.words(text, start, end)
    for match in _WORD.finditer(text, start, end):
        if not HAN.match(match[0]):
            continue
        if fillers.is_title(match[0]):
            yield Mention(match.start(), match.end(), "filler")
            continue
        first, last = fillers.edges(text, match.start(), match.end())
        if first >= last:
            yield Mention(match.start(), match.end(), "filler")
            continue
        if match.start() < first:
            yield Mention(match.start(), first, "filler")
        if last < match.end():
            yield Mention(last, match.end(), "filler")


def _bare_hours(text: str, found: Sequence[Mention]) -> Iterator[Mention]:
    """A number right behind a day or a part of it is an hour: "tmr 11", "fri evening 7"."""
    if any(one.kind == "time" for one in found):
        return
    ends = {one.end for one in found if one.kind in {"day", "period"}}
    for run in _runs(text, found):
        word = run[0]
        before = len(text[: word.start].rstrip())
        hour = number(word.text) if _HOUR.fullmatch(word.text) else None
        if before in ends and hour is not None and 1 <= hour <= 24:
            yield Mention(word.start, word.end, "time", time=times.word(hour, 0))
            return


def _runs(text: str, found: Sequence[Mention]) -> list[list[Word]]:
    """The words nothing has been made of, in runs with only blanks between; Chinese ones stand alone."""
    marked = {one.end: one.code for one in found if one.kind == "mark"}
    runs: list[list[Word]] = []
    for start, end in gaps(len(text), found):
        fresh = True
        for match in _WORD.finditer(text, start, end):
            mark = marked.get(len(text[: match.start()].rstrip()), "")
            word = Word(match.start(), match.end(), match[0], mark)
            joined = not fresh and not word.han and not runs[-1][-1].han
            if joined and not text[runs[-1][-1].end : word.start].strip():
                runs[-1].append(word)
            else:
                runs.append([word])
            fresh = False
    return runs


def _whole_runs(text: str, found: Sequence[Mention]) -> list[list[Word]]:
    """The runs without single characters that a name goes on with: the 王 of 王小雨 is no 王 of its own."""
    edges = {edge for one in found if one.kind in {"worker", "person"} for edge in (one.start, one.end)}
    return [
        run
        for run in _runs(text, found)
        if not (run[0].han and len(run[0].text) == 1 and edges & {run[0].start, run[0].end})
    ]


def _services(run: Sequence[Word], lexicon: Lexicon) -> Iterator[Mention]:
    if run[0].han:
        yield from _services_in(run[0].text, run[0].start, lexicon)
        return
    names = {word for person in lexicon.people for word in likeness.words_of(person.name)}
    for part in _parts(run):
        words = [word.text for word in part]
        if len(part) == 1 and (words[0] in names or part[0].mark == "worker"):
            continue
        ids, code = likeness.services(words, lexicon.services), ""
        if not ids and len(part) > 1:
            ids, code = likeness.near_services(words, lexicon.services), "unknown_service"
        if ids:
            yield Mention(part[0].start, part[-1].end, "service", ids=ids, code=code)
            yield from _around(run, part, lambda rest: _services(rest, lexicon))
            return


def _services_in(run: str, at: int, lexicon: Lexicon) -> Iterator[Mention]:
    """Shortened names inside a run of characters, the longest first."""
    if len(run) < 2:
        return
    near = likeness.near_services([run], lexicon.services)
    if near:
        yield Mention(at, at + len(run), "service", ids=near, code="unknown_service")
        return
    for size in range(min(len(run), 12), 1, -1):
        for start in range(len(run) - size + 1):
            ids = likeness.services_with(run[start : start + size], lexicon.services)
            if ids:
                yield Mention(at + start, at + start + size, "service", ids=ids)
                yield from _services_in(run[:start], at, lexicon)
                yield from _services_in(run[start + size :], at + start + size, lexicon)
                return


def _workers(run: Sequence[Word], lexicon: Lexicon) -> Iterator[Mention]:
    """A worker's name that is short or mistyped, where something says that one is meant."""
    word = run[0]
    same_sound = word.han and not any(word.text in alike(one.name) for one in lexicon.people)
    if word.mark != "worker" and not same_sound:
        return
    if word.mark != "worker":
        near = likeness.near_workers(word.text, lexicon.workers)
        if near:
            yield Mention(word.start, word.end, "worker", ids=near, code="unknown_worker")
        return
    ids = likeness.workers(word.text, lexicon.workers)
    if ids:
        yield Mention(word.start, word.end, "worker", ids=ids)
        return
    near = likeness.near_workers(word.text, lexicon.workers)
    if near:
        yield Mention(word.start, word.end, "worker", ids=near, code="unknown_worker")


def _people(run: Sequence[Word], lexicon: Lexicon, known: bool, whole: bool) -> Iterator[Mention]:
    """Customers by a part of the name, by pinyin, initials or the phone's tail.

    Once somebody is `known` only a phone's tail is still looked at.
    """
    for part in _parts(run):
        words = [word.text for word in part]
        if known and not (len(words) == 1 and words[0].isdecimal()):
            continue
        ids = likeness.people(words, lexicon.people, whole)
        if ids:
            code = "by_surname" if likeness.by_surname(words[0], lexicon.people) else ""
            yield Mention(part[0].start, part[-1].end, "person", ids=ids, code=code)
            yield from _around(run, part, lambda rest: _people(rest, lexicon, True, whole))
            return


def _day_like(run: Sequence[Word], today: dt.date) -> Iterator[Mention]:
    for word in run:
        said = meant(word.text, today)
        if said is not None:
            yield Mention(word.start, word.end, "day", day=said)


def _mistyped(run: Sequence[Word], lexicon: Lexicon) -> Iterator[Mention]:
    if run[0].han:
        return
    for part in _parts(run):
        near = likeness.near_services([word.text for word in part], lexicon.services)
        if near:
            yield Mention(part[0].start, part[-1].end, "service", ids=near, code="unknown_service")
            yield from _around(run, part, lambda rest: _mistyped(rest, lexicon))
            return


def _parts(run: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """The stretches of a run, longest first."""
    for size in range(min(len(run), _MOST_WORDS), 0, -1):
        for at in range(len(run) - size + 1):
            yield run[at : at + size]


def _around(
    run: Sequence[Word], part: Sequence[Word], step: Callable[[Sequence[Word]], Iterator[Mention]]
) -> Iterator[Mention]:
    """The same step for what stands before and behind a part of the run."""
    at = run.index(part[0])
    for rest in (run[:at], run[at + len(part) :]):
        if rest:
            yield from step(rest)


def _signs(text: str, found: Iterable[Mention]) -> Iterator[Mention]:
    """Marks and blanks are fillers; a sign that is neither a letter nor punctuation (☆) is left over."""
    for start, end in gaps(len(text), found):
        for at in range(start, end):
            if not text[at].isspace():
                yield Mention(at, at + 1, "filler" if _punctuation(text[at]) else "left")


def _punctuation(char: str) -> bool:
    return unicodedata.category(char)[0] == "P" or char in "+=|~^<>"
