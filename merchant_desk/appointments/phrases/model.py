"""What a line is read with, and what comes of it: pieces understood, questions, remarks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

Spans = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Person:
    """A customer who may be meant; `tail` is the end of the phone, `phone` all its digits."""

    id: str
    name: str
    tail: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Offered:
    """A service by name; `doers` are the ids of the workers who do it, None for everybody."""

    id: str
    name: str
    category: str = ""
    doers: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Hand:
    """A worker by name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The names a line is read with: all services and workers, and the customers who may be meant.

    `opening` has the shop's ('HH:MM', 'HH:MM') spans by weekday, 0 is Monday; `named_days` the dates to
    offer for days that go by a name and have no fixed date (中秋). `month_first` says that 3/8 is 8 March;
    otherwise a date that can be read in two ways is asked about.
    """

    people: tuple[Person, ...] = ()
    services: tuple[Offered, ...] = ()
    workers: tuple[Hand, ...] = ()
    opening: Mapping[int, Spans] = field(default_factory=dict)
    named_days: Mapping[str, tuple[dt.date, ...]] = field(default_factory=dict)
    month_first: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a question.

    `kind` is "day" (value YYYY-MM-DD), "time" (HH:MM), "span" (HH:MM-HH:MM), "minutes", "customer" (an id;
    `name` and phone `tail` with it), "new" (the value is the new customer's name), "service" (an id),
    "worker" (an id, "" for anyone) or "note" (the words are kept as a note).
    """

    kind: str
    value: str
    name: str = ""
    tail: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What must be asked before it is taken; as a remark, what was taken and how else it could be read.

    `about` is the key of its answer, `text` the words it is about, as typed. `facts` hold what the
    sentence needs.
    """

    code: str
    about: str
    text: str
    choices: tuple[Choice, ...] = ()
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the line and what it was taken for.

    `kind` is "day", "time", "length", "customer", "service", "worker", "filler", "asked" or "left".
    """

    start: int
    end: int
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a line says. What is asked about is None until it is answered.

    `start` is naive shop time, known when day and time are; `anyone` that any worker will do; `left`
    are the words nobody understood.
    """

    text: str
    pieces: tuple[Piece, ...] = ()
    day: dt.date | None = None
    time: dt.time | None = None
    start: dt.datetime | None = None
    minutes: int | None = None
    customer: Person | None = None
    new_name: str = ""
    services: tuple[Offered, ...] = ()
    worker: Hand | None = None
    anyone: bool = False
    questions: tuple[Question, ...] = ()
    remarks: tuple[Question, ...] = ()
    left: tuple[str, ...] = ()

    @property
    def understood(self) -> bool:
        """Whether anything at all was understood."""
        found = (self.day, self.time, self.minutes, self.customer, self.worker)
        return bool(self.services or self.new_name or self.anyone) or any(one is not None for one in found)


Answers = Mapping[str, Choice]
