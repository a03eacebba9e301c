"""Reads a whole line: what is certain first, longest words before shorter ones, then what stands between."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from merchant_desk.appointments.phrases import (
    days_en,
    days_zh,
    fillers,
    lengths,
    names,
    numbers,
    times_en,
    times_zh,
)
from merchant_desk.appointments.phrases.gaps import fill
from merchant_desk.appointments.phrases.line import HAN, LONGEST, Line, prepare
from merchant_desk.appointments.phrases.mentions import Mention, longest_first
from merchant_desk.appointments.phrases.model import Answers, Lexicon, Person, Piece, Reading
from merchant_desk.appointments.phrases.when import Decision
from merchant_desk.appointments.phrases.who import NEW, Naming

_PIECES = {
    "day": "day",
    "time": "time",
    "period": "time",
    "moment": "time",
    "pair": "time",
    "length": "length",
    "person": "customer",
    "service": "service",
    "worker": "worker",
    "mark": "filler",
    "filler": "filler",
    "left": "left",
}
# A search each, and somebody waits for the answer.
_MOST_LOOKED_UP = 3
_MOST_WORDS = 2


def read(typed: str, lexicon: Lexicon, now: dt.datetime, answers: Answers | None = None) -> Reading:
    """What a line says to the shop at `now`, naive shop time; never raises, whatever was typed.

    `answers` holds the choices made for questions asked earlier, by the questions' `about`.
    """
    answers = answers or {}
    line = _short(prepare(typed))
    made_up = {one.value: Person(NEW + one.value, one.value) for one in answers.values() if one.kind == "new"}
    lexicon = replace(lexicon, people=(*lexicon.people, *made_up.values()))
    mentions = _mentions(line, lexicon, now)
    naming = Naming(line, mentions, lexicon, answers)
    who = naming.decide()
    left = [one for one in mentions if one.kind == "left" and one.start not in who.named]
    words = [one for one in left if any(char.isalnum() for char in line.text[one.start : one.end])]
    when = Decision(line, mentions, lexicon, now, answers).decide(bool(words), who.waiting)
    asked, noted = when.asked | who.asked, when.noted | who.noted
    pieces = tuple(_piece(line, one, asked, noted, who.named) for one in mentions)
    questions = sorted([*when.questions, *who.questions], key=lambda one: _place(line, one.text))
    start = None
    if when.day is not None and when.time is not None and all(one.code != "past_time" for one in questions):
        start = dt.datetime.combine(when.day, when.time)
    return Reading(
        text=line.text,
        pieces=pieces,
        day=when.day,
        time=when.time,
        start=start,
        minutes=when.minutes,
        customer=who.customer,
        new_name=who.new_name,
        services=tuple(who.services),
        worker=who.worker,
        anyone=who.anyone,
        questions=tuple(questions),
        remarks=tuple(when.remarks),
        left=_left(typed, line, pieces),
    )


def words_to_look_up(typed: str, lexicon: Lexicon, now: dt.datetime) -> tuple[str, ...]:
    """The words of a line that may name a customer: what is left when nobody is known."""
    line = _short(prepare(typed))
    wanted: list[str] = []
    for mention in _mentions(line, replace(lexicon, people=()), now):
        unknown_day = mention.kind == "day" and mention.day is not None and mention.day.code == "unknown_day"
        if mention.kind == "left" or unknown_day or mention.code == "unknown_worker":
            words = line.alike[mention.start : mention.end].strip().removesuffix("'s")
            several = words.split()
            wanted += [" ".join(several[:_MOST_WORDS]), *(several[:_MOST_WORDS] if several[1:] else ())]
            stem = fillers.titled(words)[0] or fillers.surname_called(words)
            wanted += [stem] if stem else []
    useful = [word for word in dict.fromkeys(wanted) if any(char.isalnum() for char in word)]
    return tuple(useful[:_MOST_LOOKED_UP])


def _mentions(line: Line, lexicon: Lexicon, now: dt.datetime) -> list[Mention]:
    text, today = line.alike, now.date()
    month_first = lexicon.month_first or bool(HAN.search(text))
    certain = longest_first(
        (
            *days_zh.find(text, today, lexicon.named_days),
            *days_en.find(text, today, lexicon.named_days),
            *numbers.find(text, today, month_first),
            *times_zh.find(text),
            *times_en.find(text),
            *lengths.find(text),
            *names.find(text, lexicon),
        )
    )
    certain = names.refused(text, certain, lexicon)
    certain = numbers.days_loosened(text, numbers.spans_joined(text, numbers.without_tails(text, certain)))
    # Who was made up a moment ago is found by the whole name only.
    known = tuple(one for one in lexicon.people if not one.id.startswith(NEW))
    return fill(line, certain, replace(lexicon, people=known), today)


def _piece(line: Line, mention: Mention, asked: set[int], noted: set[int], named: set[int]) -> Piece:
    kind = _PIECES[mention.kind]
    if mention.start in noted:
        kind = "left"
    elif mention.start in asked:
        kind = "asked"
    elif mention.start in named:
        kind = "customer"
    elif mention.kind == "mark" and mention.code == "anyone":
        kind = "worker"
    return Piece(mention.start, mention.end, line.text[mention.start : mention.end], kind)


def _left(typed: str, line: Line, pieces: Sequence[Piece]) -> tuple[str, ...]:
    left: list[str] = []
    for piece in pieces:
        # Particles were taken off in search of a name; in a note they belong to their words again.
        before = line.text[: piece.start]
        touching = bool(left) and before.endswith(left[-1]) and bool(HAN.search(left[-1]))
        if touching and (piece.kind == "left" or (piece.kind == "filler" and HAN.match(piece.text))):
            left[-1] += piece.text.strip()
        elif piece.kind == "left":
            left.append(piece.text.strip())
    rest = prepare(typed).text[len(line.text) :].strip()
    return (*left, rest) if rest else tuple(left)


def _short(line: Line) -> Line:
    """The part of a line that is read; what a whole page was pasted of is left over."""
    return Line(line.text[:LONGEST], line.alike[:LONGEST])


def _place(line: Line, words: str) -> int:
    at = line.text.find(words.split(" ", maxsplit=1)[0]) if words else -1
    return at if at >= 0 else len(line.text)
