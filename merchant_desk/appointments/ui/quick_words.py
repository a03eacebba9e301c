"""What the quick entry line says: its questions, its remarks, its choices, and what it understood."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication

from merchant_desk.appointments.phrases.model import Choice, Question, Reading
from merchant_desk.shell import language

_LONGEST = 36


def sentence(question: Question, today: dt.date) -> str:
    """A question or a remark in words; what was typed stands in it as it was typed."""
    said = _sentences().get(question.code, "{text}")
    facts = question.facts
    day, time = facts.get("date"), facts.get("time")
    if question.code == "no_such_day":
        said, month = _no_such_day(question)
        said = said.replace("{month}", month).replace("{number}", str(facts.get("day", "")))
    parts = {
        "{day}": day_words(day, today) if isinstance(day, dt.date) else "",
        "{time}": language.time_text(time) if isinstance(time, dt.time) else "",
        "{worker}": short(str(facts.get("worker", ""))),
        "{service}": short(str(facts.get("service", ""))),
        "{text}": short(question.text),
    }
    for mark, words in parts.items():
        said = said.replace(mark, words)
    return said


def choice_text(choice: Choice, today: dt.date) -> str:
    """A choice as its chip shows it."""
    if choice.kind == "day":
        return day_words(dt.date.fromisoformat(choice.value), today)
    if choice.kind == "span":
        return choice.value.replace("-", "–")
    if choice.kind == "minutes":
        return language.minutes_text(int(choice.value))
    if choice.kind == "new":
        return _new(choice.value)
    if choice.kind == "note":
        said = QCoreApplication.translate("quick", "Keep “{words}” as a note")
        return said.replace("{words}", short(choice.value, 20))
    if choice.kind == "worker" and not choice.value:
        return QCoreApplication.translate("quick", "Anyone")
    if choice.kind == "customer" and choice.tail:
        return f"{short(choice.name)} · {choice.tail}"
    return short(choice.name or choice.value)


def day_words(day: dt.date, today: dt.date) -> str:
    """A day with its weekday: 'Fri 6 Mar', 'Thu tomorrow'."""
    return f"{language.weekday_name(day.weekday(), short=True)} {language.near_day(day, today)}"


def understood(reading: Reading, today: dt.date) -> list[str]:
    """What the line was understood to say, piece by piece in the order of a booking."""
    words: list[str] = []
    if reading.day is not None:
        words.append(day_words(reading.day, today))
    if reading.time is not None:
        words.append(language.time_text(reading.time))
    if reading.minutes is not None:
        words.append(language.minutes_text(reading.minutes))
    if reading.customer is not None:
        words.append(short(reading.customer.name))
    elif reading.new_name:
        words.append(_new(reading.new_name))
    words += [short(service.name) for service in reading.services]
    if reading.worker is not None:
        said = QCoreApplication.translate("quick", "with {worker}")
        words.append(said.replace("{worker}", short(reading.worker.name)))
    elif reading.anyone:
        words.append(QCoreApplication.translate("quick", "with anyone"))
    if reading.left:
        said = QCoreApplication.translate("quick", "Note: {words}")
        words.append(said.replace("{words}", short(" ".join(reading.left))))
    return words


def short(words: str, longest: int = _LONGEST) -> str:
    """Words that fit a chip."""
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"


def _new(name: str) -> str:
    said = QCoreApplication.translate("quick", "New customer “{name}”")
    return said.replace("{name}", short(name))


def _no_such_day(question: Question) -> tuple[str, str]:
    """The sentence for a day that no calendar has, and its month in words."""
    year, month = question.facts.get("year"), question.facts.get("month")
    if isinstance(year, int) and isinstance(month, int) and 1 <= month <= 12 and year > 0:
        said = QCoreApplication.translate("quick", "{month} has no day {number}. Which day is meant?")
        return said, language.month_title(dt.date(year, month, 1))
    return QCoreApplication.translate("quick", "“{text}” is no date. Which day is meant?"), ""


def _sentences() -> dict[str, str]:
    return {**_of_days(), **_of_times(), **_of_names(), **_remarks()}


def _of_days() -> dict[str, str]:
    return {
        "unknown_day": QCoreApplication.translate("quick", "“{text}” is no day I know. Which day is meant?"),
        "vague_day": QCoreApplication.translate("quick", "“{text}”: which day?"),
        "which_week": QCoreApplication.translate("quick", "“{text}”: today or next week?"),
        "past_day": QCoreApplication.translate("quick", "“{text}” is over. Which day is meant?"),
        "day_month": QCoreApplication.translate("quick", "“{text}” can be read in two ways. Which day?"),
        "date_or_time": QCoreApplication.translate("quick", "“{text}”: is that a day or a time?"),
        "two_days": QCoreApplication.translate("quick", "Two days were said: {text}. Which one?"),
        "repeats": QCoreApplication.translate(
            "quick", "“{text}” comes again and again: choose that below. Which is the first day?"
        ),
        "which_day": QCoreApplication.translate("quick", "On which day, at {time}?"),
        "past_time": QCoreApplication.translate("quick", "{day} {time} is over. Which day is meant?"),
    }


def _of_times() -> dict[str, str]:
    return {
        "which_time": QCoreApplication.translate("quick", "“{text}”: at what time?"),
        "am_pm": QCoreApplication.translate("quick", "“{text}”: which of the two?"),
        "bad_time": QCoreApplication.translate("quick", "“{text}” is no time of day. Type another one."),
        "two_times": QCoreApplication.translate("quick", "Two times were said: {text}. Which one?"),
        "end_before_start": QCoreApplication.translate(
            "quick", "“{text}” ends before it begins. Take only the beginning?"
        ),
        "bad_length": QCoreApplication.translate(
            "quick", "“{text}” is no length: an appointment takes from 1 minute to 24 hours."
        ),
        "two_lengths": QCoreApplication.translate("quick", "Two lengths were said. Which one?"),
    }


def _of_names() -> dict[str, str]:
    return {
        "which_customer": QCoreApplication.translate("quick", "Who is “{text}”?"),
        "two_customers": QCoreApplication.translate("quick", "Two customers were named. Who is it for?"),
        "unknown_customer": QCoreApplication.translate("quick", "No customer is called “{text}”."),
        "which_service": QCoreApplication.translate("quick", "Several services fit “{text}”. Which one?"),
        "unknown_service": QCoreApplication.translate(
            "quick", "No service is called “{text}”. Is one of these meant?"
        ),
        "unknown_worker": QCoreApplication.translate(
            "quick", "Nobody on the team is called “{text}”. Who is meant?"
        ),
        "not_worker": QCoreApplication.translate("quick", "“{text}”: who does it then?"),
        "two_workers": QCoreApplication.translate("quick", "Several of the team were named. Who does it?"),
        "worker_or_customer": QCoreApplication.translate(
            "quick", "“{text}” is on the team, and a customer too. Who is meant?"
        ),
        "not_their_service": QCoreApplication.translate(
            "quick", "{worker} does not do {service}. Who does it?"
        ),
    }


def _remarks() -> dict[str, str]:
    return {
        "by_opening": QCoreApplication.translate("quick", "“{text}” was read as {time}: you are open then."),
        "today": QCoreApplication.translate("quick", "No day was said: read as today."),
        "next_week": QCoreApplication.translate("quick", "“{text}” was read as the one of next week."),
        "next_month": QCoreApplication.translate("quick", "“{text}” was read as the one of next month."),
        "next_year": QCoreApplication.translate("quick", "“{text}” was read as the one of next year."),
        "noon": QCoreApplication.translate("quick", "“{text}” was read as {time}."),
    }
