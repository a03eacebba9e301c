"""Decides the day, the time and the length from what was said of them, and what has to be asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from merchant_desk.appointments.phrases.choices import (
    answered,
    between,
    chosen,
    day_choice,
    readings,
    time_choice,
)
from merchant_desk.appointments.phrases.days import DayWord
from merchant_desk.appointments.phrases.lengths import LONGEST
from merchant_desk.appointments.phrases.line import Line
from merchant_desk.appointments.phrases.mentions import Mention
from merchant_desk.appointments.phrases.model import Answers, Choice, Lexicon, Question
from merchant_desk.appointments.phrases.times import PARTS, Clock, TimeWord

_USUAL = (("08:00", "20:00"),)
_DAYS_OFFERED = 4
_TIMES_OFFERED = 6


@dataclass(slots=True)
class When:
    """What is known so far; `asked` and `noted` hold the mentions that are asked about or kept as a note."""

    day: dt.date | None = None
    time: dt.time | None = None
    minutes: int | None = None
    questions: list[Question] = field(default_factory=list)
    remarks: list[Question] = field(default_factory=list)
    asked: set[int] = field(default_factory=set)
    noted: set[int] = field(default_factory=set)
    # Whether a day was spoken of, understood or not.
    spoken: bool = False


class Decision:
    """One line's day, time and length, decided step by step."""

    def __init__(
        self, line: Line, mentions: Sequence[Mention], lexicon: Lexicon, now: dt.datetime, answers: Answers
    ) -> None:
        self._line, self._lexicon, self._answers = line, lexicon, answers
        self._now = now.replace(second=0, microsecond=0)
        self._mentions = self._without_pairs(mentions)
        self.when = When()

    def decide(self, unexplained: bool, waiting: bool) -> When:
        """What is known in the end.

        `unexplained` says that words are left over, which might have been the day: today is not
        inferred then but asked about. With `waiting` it is not even asked yet, as another question
        about these words comes first.
        """
        self._decide_day()
        self._decide_time()
        self._decide_length()
        self._infer_day(unexplained, waiting)
        self._check_past()
        return self.when

    # ---- the day

    def _decide_day(self) -> None:
        exact: list[tuple[Mention, DayWord]] = []
        open_words: list[tuple[Mention, DayWord]] = []
        for mention in self._mentions:
            word = mention.day
            if mention.kind == "moment":
                word = DayWord((self._now + dt.timedelta(minutes=min(mention.length, LONGEST))).date())
            if word is None:
                continue
            self.when.spoken = True
            answer = self._answer("day", mention)
            if answer is not None and answer.kind == "note":
                self.when.noted.add(mention.start)
            elif answer is not None and answer.kind == "day":
                exact.append((mention, DayWord(dt.date.fromisoformat(answer.value))))
            else:
                (exact if word.date is not None else open_words).append((mention, word))
        exact, open_words = _made_certain(exact, open_words)
        for mention, word in open_words:
            self._ask_day(mention, word)
        dates = list(dict.fromkeys(word.date for _, word in exact if word.date is not None))
        if len(dates) > 1:
            self._ask_which(exact, dates)
        elif dates and not open_words:
            self.when.day = dates[0]
            for mention, word in exact:
                self._remark_day(mention, word)

    def _ask_day(self, mention: Mention, word: DayWord) -> None:
        choices = [day_choice(date) for date in word.offers]
        about = self._key("day", mention)
        if word.code == "date_or_time" and mention.time is not None:
            about = self._key("pair", mention)
            choices += readings(mention.time)
        if word.code == "unknown_day":
            choices.append(Choice("note", self._said(mention)))
        facts = {"year": word.year, "month": word.month, "day": word.day, "date": word.other}
        self._ask(Question(word.code, about, self._said(mention), tuple(choices), facts))
        self.when.asked.add(mention.start)

    def _ask_which(self, exact: Sequence[tuple[Mention, DayWord]], dates: Sequence[dt.date]) -> None:
        answer = self._answers.get("days:")
        if answer is not None and answer in map(day_choice, dates):
            self.when.day = dt.date.fromisoformat(answer.value)
            return
        said = " ".join(self._said(mention) for mention, _ in exact)
        self._ask(Question("two_days", "days:", said, tuple(map(day_choice, dates))))
        self.when.asked.update(mention.start for mention, _ in exact)

    def _remark_day(self, mention: Mention, word: DayWord) -> None:
        if word.said:
            other = (day_choice(word.other),) if word.other is not None else ()
            facts = {"date": word.date}
            said = self._said(mention)
            self.when.remarks.append(Question(word.said, self._key("day", mention), said, other, facts))

    def _infer_day(self, unexplained: bool, waiting: bool) -> None:
        """A time without a day is one of today where that is still to come and nothing speaks against it."""
        time = self.when.time
        if self.when.spoken or time is None or waiting:
            return
        today = self._now.date()
        answer = self._answers.get("day:")
        if answer is not None and answer.kind == "day":
            self.when.day = dt.date.fromisoformat(answer.value)
            return
        to_come = dt.datetime.combine(today, time) > self._now
        if to_come and not unexplained:
            self.when.day = today
            self.when.remarks.append(Question("today", "day:", "", (), {"date": today}))
            return
        first = 0 if to_come else 1
        offers = [today + dt.timedelta(days=ahead) for ahead in range(first, first + _DAYS_OFFERED)]
        self._ask(Question("which_day", "day:", "", tuple(map(day_choice, offers)), {"time": time}))

    def _check_past(self) -> None:
        day, time = self.when.day, self.when.time
        if day is None or time is None or dt.datetime.combine(day, time) >= self._now:
            return
        answer = self._answers.get("past:")
        if answer is not None and answer.kind == "day":
            self.when.day = dt.date.fromisoformat(answer.value)
            return
        tomorrow = self._now.date() + dt.timedelta(days=1)
        self._ask(Question("past_time", "past:", "", (day_choice(tomorrow),), {"time": time, "date": day}))

    # ---- the time

    def _decide_time(self) -> None:
        words = self._time_words()
        known: list[tuple[dt.time, int | None]] = []
        for mention, word in words:
            answer = self._answer("time", mention)
            if answer is not None and answer.kind in {"time", "span"}:
                known.append(chosen(answer))
            elif word.code or word.start is None:
                self._ask_time(mention, word)
            else:
                found = self._resolve(mention, word)
                if found is not None:
                    known.append(found)
        different = list(dict.fromkeys(known))
        if len(different) > 1 and len({time for time, _ in different}) > 1:
            answer = self._answers.get("times:")
            choices = tuple(time_choice(time, minutes) for time, minutes in different)
            if answer is None or answer not in choices:
                said = " ".join(self._said(mention) for mention, _ in words)
                self._ask(Question("two_times", "times:", said, choices))
                self.when.asked.update(mention.start for mention, _ in words)
                return
            different = [chosen(answer)]
        if different:
            self.when.time = different[0][0]
            self.when.minutes = next((minutes for _, minutes in different if minutes), None)

    def _time_words(self) -> list[tuple[Mention, TimeWord]]:
        """What is said of the time, with the part of the day that stands beside it."""
        words: list[tuple[Mention, TimeWord]] = []
        for mention in self._mentions:
            if mention.kind == "moment":
                at = self._now + dt.timedelta(minutes=min(mention.length, LONGEST))
                words.append((mention, TimeWord(Clock(at.hour, at.minute, True))))
            elif mention.kind == "time" and mention.time is not None:
                words.append((mention, mention.time))
        periods = [(one, one.time.period) for one in self._mentions if one.kind == "period" and one.time]
        if periods and words:
            return [(mention, word.within(periods[0][1])) for mention, word in words]
        if periods:
            mention, period = periods[0]
            noon = TimeWord(Clock(12, 0, True), said="noon")
            return [(mention, noon if period == "noon" else TimeWord(code="which_time", period=period))]
        return words

    def _ask_time(self, mention: Mention, word: TimeWord) -> None:
        if word.start is not None:
            offers = list(word.start.times())
        elif word.period:
            offers = self._hours(word.period)
        else:
            offers = []
        choices = tuple(time_choice(time) for time in offers)
        self._ask(Question(word.code, self._key("time", mention), self._said(mention), choices))
        self.when.asked.add(mention.start)

    def _hours(self, period: str) -> list[dt.time]:
        """The full hours of a part of the day at which the shop is open; all of them where it never is."""
        first, last = PARTS[period]
        hours = [dt.time(hour) for hour in range(first, last)]
        day = self.when.day
        if day == self._now.date():
            hours = [time for time in hours if dt.datetime.combine(day, time) > self._now] or hours
        return ([time for time in hours if self._open(time, day)] or hours)[:_TIMES_OFFERED]

    def _resolve(self, mention: Mention, word: TimeWord) -> tuple[dt.time, int | None] | None:
        if word.start is None:
            return None
        times = word.start.times()
        likely = self._likely(times)
        if len(likely) != 1:
            self._ask_half(mention, times)
            return None
        time, minutes = likely[0], None
        if word.end is not None:
            later = [one for one in word.end.times() if one > time]
            if not later:
                choices = (time_choice(time),)
                said = self._said(mention)
                self._ask(Question("end_before_start", self._key("time", mention), said, choices))
                self.when.asked.add(mention.start)
                return time, None
            minutes = between(time, later[0])
        if len(times) > 1:
            others = tuple(time_choice(one) for one in times if one != time)
            facts: dict[str, object] = {"time": time}
            said = self._said(mention)
            self.when.remarks.append(Question("by_opening", self._key("time", mention), said, others, facts))
        if word.said:
            said = self._said(mention)
            self.when.remarks.append(
                Question(word.said, self._key("time", mention), said, (), {"time": time})
            )
        return time, minutes

    def _likely(self, times: Sequence[dt.time]) -> Sequence[dt.time]:
        """Those of the two halves of the day at which the shop is open, and which are still to come."""
        if len(times) == 1:
            return times
        day, today = self.when.day, self._now.date()
        if day == today or (day is None and not self.when.spoken):
            coming = [one for one in times if dt.datetime.combine(today, one) > self._now]
            if len(found := [one for one in coming if self._open(one, today)]) == 1 or day == today:
                return found
        return [one for one in times if self._open(one, day)]

    def _ask_half(self, mention: Mention, times: Sequence[dt.time]) -> None:
        choices = tuple(time_choice(one) for one in times)
        self._ask(Question("am_pm", self._key("time", mention), self._said(mention), choices))
        self.when.asked.add(mention.start)

    def _open(self, time: dt.time, day: dt.date | None) -> bool:
        """Whether the shop is open then; on a day that is not known or has no hours, on any weekday."""
        opening = self._lexicon.opening
        spans = opening.get(day.weekday(), ()) if day is not None else ()
        spans = spans or tuple(span for spans in opening.values() for span in spans) or _USUAL
        text = f"{time:%H:%M}"
        return any(start <= text < end for start, end in spans)

    # ---- the length

    def _decide_length(self) -> None:
        lengths = [one for one in self._mentions if one.kind == "length"]
        said = list(dict.fromkeys([one.length for one in lengths]))
        for mention in lengths:
            if not 0 < mention.length <= LONGEST:
                facts: dict[str, object] = {"minutes": mention.length, "most": LONGEST}
                about = self._key("length", mention)
                self._ask(Question("bad_length", about, self._said(mention), (), facts))
                self.when.asked.add(mention.start)
                return
        for mention in self._mentions:
            if mention.kind == "moment" and mention.length > LONGEST:
                facts = {"minutes": mention.length, "most": LONGEST}
                about = self._key("length", mention)
                self._ask(Question("bad_length", about, self._said(mention), (), facts))
                self.when.asked.add(mention.start)
                self.when.day = self.when.time = None
        if self.when.minutes is not None:
            said = list(dict.fromkeys([self.when.minutes, *said]))
        answer = self._answers.get("lengths:")
        if len(said) > 1 and answer is not None and answer.value in map(str, said):
            said = [int(answer.value)]
        if len(said) > 1:
            choices = tuple(Choice("minutes", str(minutes)) for minutes in said)
            self._ask(Question("two_lengths", "lengths:", "", choices))
            self.when.asked.update(mention.start for mention in lengths)
        self.when.minutes = said[0] if len(said) == 1 else None

    # ---- what may be both

    def _without_pairs(self, mentions: Sequence[Mention]) -> list[Mention]:
        """Each 3-8 as the date or the time it must be, seen from what else the line says."""
        pairs = [one for one in mentions if one.kind == "pair"]
        rest = [one for one in mentions if one.kind != "pair"]
        for pair in pairs:
            answer = self._answer("pair", pair)
            if answer is not None and answer.kind != "note":
                rest.append(answered(pair, answer))
            elif any(one.kind in {"day", "moment"} for one in rest):
                rest.append(replace(pair, kind="time", day=None))
            elif any(one.kind == "time" for one in rest):
                rest.append(replace(pair, kind="day", time=None))
            else:
                rest.append(replace(pair, kind="day", day=_either(pair)))
        return sorted(rest, key=lambda one: one.start)

    # ---- asking

    def _ask(self, question: Question) -> None:
        if all(other.about != question.about for other in self.when.questions):
            self.when.questions.append(question)

    def _said(self, mention: Mention) -> str:
        return self._line.text[mention.start : mention.end].strip()

    def _key(self, kind: str, mention: Mention) -> str:
        return f"{kind}:{self._line.alike[mention.start : mention.end].strip()}"

    def _answer(self, kind: str, mention: Mention) -> Choice | None:
        return self._answers.get(self._key(kind, mention))


def _made_certain(
    exact: list[tuple[Mention, DayWord]], open_words: list[tuple[Mention, DayWord]]
) -> tuple[list[tuple[Mention, DayWord]], list[tuple[Mention, DayWord]]]:
    """A bare weekday says nothing more where a date beside it falls on that weekday."""
    dated = {word.date.weekday() for _, word in exact if word.date is not None and word.weekday is None}

    def said_by_date(word: DayWord) -> bool:
        return word.weekday is not None and word.weekday in dated

    return (
        [(mention, word) for mention, word in exact if not said_by_date(word)],
        [(mention, word) for mention, word in open_words if not said_by_date(word)],
    )


def _either(pair: Mention) -> DayWord:
    day = pair.day or DayWord()
    dates = tuple(date for date in (day.date, *day.offers) if date is not None)
    return DayWord(code="date_or_time", offers=dates)
