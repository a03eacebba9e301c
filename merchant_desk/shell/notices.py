"""The sentence for every code that a refusal may carry: the only place that turns codes into words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from string import Formatter

from merchant_desk.core.errors import DeskError
from merchant_desk.shell import language
from merchant_desk.shell.sentences import sentences
from merchant_desk.shell.words import status_name, verb_name

_MONEY = frozenset({"total", "paid", "difference", "amount", "left", "worth"})
_VERBS = frozenset({"verb", "later_verb"})


def sentence(error: DeskError) -> str:
    """What happened and the way out, in the owner's words; plain text of one or two sentences."""
    facts = _written(error.facts)
    choices = _table(language.edition()).get(error.code)
    if choices is None:
        return _table(language.edition())["other"][0].format(code=error.code)
    # The first that says most with the facts there are; the last one of each code needs none.
    fitting = next(text for text in choices if _names(text) <= facts.keys())
    return fitting.format_map(facts)


def known(code: str) -> bool:
    """Whether this code has a sentence of its own."""
    return code in _table(language.edition())


@lru_cache(maxsize=1)
def _table(_edition: int) -> dict[str, tuple[str, ...]]:
    return sentences()


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def _written(facts: Mapping[str, object]) -> dict[str, str]:
    """The facts that say something, written out for people."""
    written = {name: _fact(name, value) for name, value in facts.items() if value is not None and value != ""}
    start = facts.get("start")
    for name in ("end", "next_free", "busy_until", "busy_since", "needs_from", "needs_until"):
        value = facts.get(name)
        # The day was said with the start.
        if isinstance(start, dt.datetime) and isinstance(value, dt.datetime) and value.date() == start.date():
            written[name] = language.time_text(value)
    for verb, subject, both in (("verb", "subject", "act"), ("later_verb", "later_subject", "later")):
        if verb in written:
            written[both] = " · ".join(written[name] for name in (verb, subject) if name in written)
    return written


def _fact(name: str, value: object) -> str:
    if isinstance(value, dt.datetime):
        return f"{language.short_day(value.date())} {language.time_text(value)}"
    if isinstance(value, dt.date):
        return language.full_day(value)
    if isinstance(value, dt.time):
        return language.time_text(value)
    if isinstance(value, int) and name in _MONEY:
        return language.money(abs(value))
    if isinstance(value, list | tuple):
        return language.joined([str(part) for part in value])
    if name == "status":
        return status_name(str(value))
    return verb_name(str(value)) if name in _VERBS else str(value)
