"""Who and what an event of another calendar is about: customer, services and worker, by their names."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from merchant_desk.catalog import store as catalog_store
from merchant_desk.catalog.model import Service
from merchant_desk.core.errors import DeskError
from merchant_desk.core.pinyin import fold
from merchant_desk.customers.phones import Phone, read_phone
from merchant_desk.customers.store import region
from merchant_desk.db.records import Reader
from merchant_desk.exchange.calendar_events import CalendarEvent
from merchant_desk.team import store as team_store

_LONGEST_NAME = 40
_NUMBER = re.compile(r"(?<![\w@.])\+?\d(?:[\d\s\-().]{5,18})\d(?![\w@])")
_BETWEEN = re.compile(r"[\s,，、;；/|｜·•\-–—_:：()（）【】\[\]「」“”\"+&@]+")
_WORD = re.compile(r"([\s,，、;；/|｜·:：()（）【】\[\]]+)")
_JOINT = "\ue000"  # nobody types it
# What people write beside a name and is no part of it.
_FILLERS = frozenset(
    {"预约", "预订", "电话", "手机", "手机号", "顾客", "客户", "姓名", "员工", "服务", "项目"}
    | {"with", "by", "for", "and", "tel", "phone", "appointment", "booking", "appt", "客人", "和", "跟", "由"}
)


@dataclass(frozen=True, slots=True)
class Named:
    """What an event names: known `services` in their order, a known worker, and the words that are left."""

    services: tuple[Service, ...]
    worker_id: str | None
    name: str
    phone: Phone | None


@dataclass(frozen=True, slots=True)
class Person:
    """A customer the shop knows (`id`), or one who is to be made of `name` and `phone`."""

    id: str | None
    name: str
    phone: Phone | None


class Matcher:
    """Knows the shop's names; one reading of them serves a whole file."""

    def __init__(self, r: Reader) -> None:
        self._region = region(r)
        services = [one for one in catalog_store.services(r) if not one.archived]
        self._services = {_plain(one.name).casefold(): one for one in services}
        self._service_words = _any_of(self._services)
        self._workers = {_plain(one.name).casefold(): one.id for one in team_store.workers(r)}
        self._by_phone: dict[str, tuple[str, str]] = {}
        self._by_name: dict[str, list[str]] = defaultdict(list)
        self._has_phone: set[str] = set()
        for row in r.all(
            "SELECT id, name, phone FROM customer WHERE archived_at IS NULL AND merged_into IS NULL"
            " ORDER BY phone_shared, id"
        ):
            self.learn(row["id"], row["name"], row["phone"] or "")

    def learn(self, customer_id: str, name: str, e164: str) -> None:
        """One more customer is known from now on."""
        self._by_name[fold(name)].append(customer_id)
        if e164:
            self._by_phone.setdefault(e164, (customer_id, name))
            self._has_phone.add(customer_id)

    def worker_in(self, text: str) -> str | None:
        """The worker that one of the words of `text` names: a calendar is often called by its owner."""
        return next((self._workers[word] for word in _words(text) if word in self._workers), None)

    def read(self, event: CalendarEvent) -> Named:
        """What the event names; the summary first, then its description and who takes part."""
        summary, described = _plain(event.summary), _plain(event.description)
        phone = self._phone((summary, described, *event.people))
        services = self._found_services(summary) or self._found_services(described)
        words = self._without_services(_NUMBER.sub(" ", summary))
        people = [_NUMBER.sub(" ", _plain(person)).strip() for person in event.people]
        named = (self._workers.get(word.casefold()) for word in (*words, *people))
        worker = next(filter(None, named), None)
        if worker is None:
            worker = next(
                (self._workers[p.casefold()] for p in people if p.casefold() in self._workers), None
            )
        left = [w for w in words if w.casefold() not in self._workers and w.casefold() not in _FILLERS]
        others = [person for person in people if person and person.casefold() not in self._workers]
        name = " ".join(left) or next(iter(others), "")
        return Named(services, worker, name, phone)

    def person(self, named: Named) -> Person:
        """The customer an event names, known or new.

        Raises DeskError "no_customer" where it names nobody, "several_customers" (facts: name, count) where
        more than one goes by that name and no number says who.
        """
        if named.phone is not None and named.phone.e164 in self._by_phone:
            return Person(*self._by_phone[named.phone.e164], named.phone)
        same = self._by_name.get(fold(named.name), []) if named.name else []
        if named.phone is not None:
            # Somebody of that name with another number is somebody else.
            same = [one for one in same if one not in self._has_phone]
        if len(same) > 1:
            raise DeskError("several_customers", name=named.name, count=len(same))
        if same:
            return Person(same[0], named.name, None)
        name = named.name or (named.phone.typed if named.phone else "")
        if not name or len(name) > _LONGEST_NAME or not any(char.isalnum() for char in name):
            raise DeskError("no_customer")
        return Person(None, name, named.phone)

    def phoned(self, named: Named) -> str | None:
        """The customer whose number the event has, or None."""
        found = self._by_phone.get(named.phone.e164) if named.phone else None
        return found[0] if found else None

    def is_only_phone(self, line: str) -> bool:
        """Whether a line of a description says nothing but a number: the customer's record has it."""
        plain = _plain(line)
        return bool(_NUMBER.search(plain)) and not [
            word for word in _words(_NUMBER.sub(" ", plain)) if word not in _FILLERS
        ]

    def _without_services(self, text: str) -> list[str]:
        """The words of a text that name no service; "日式美睫自然款" goes whole where "日式美睫" is known."""
        parts = _WORD.split(self._joined(text))
        named = self._service_words.search
        whole = "".join(" " if named(part.replace(_JOINT, " ")) else part for part in parts)
        for rest in (whole, self._service_words.sub(" ", text)):
            words = [word for word in _BETWEEN.split(rest.replace(_JOINT, " ")) if word]
            if words:
                return words
        return []

    def _joined(self, text: str) -> str:
        """The text with the blanks inside services' names kept from splitting them."""
        return self._service_words.sub(lambda match: match[0].replace(" ", _JOINT), text)

    def _found_services(self, text: str) -> tuple[Service, ...]:
        found = (self._services[match[0].casefold()] for match in self._service_words.finditer(text))
        return tuple({service.id: service for service in found}.values())

    def _phone(self, texts: Sequence[str]) -> Phone | None:
        for text in texts:
            for match in _NUMBER.finditer(text):
                try:
                    phone = read_phone(match[0], self._region)
                except DeskError:
                    continue  # an order number or a date is no fault of the event
                if phone is not None:
                    return phone
        return None


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _BETWEEN.split(_plain(text)) if word]


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """Finds any of the names, the longest first; Latin letters must not go on at either end."""
    longest_first = sorted((name for name in names if name), key=len, reverse=True)
    if not longest_first:
        return re.compile(r"(?!)")
    choices = "|".join(_bounded(name) for name in longest_first)
    return re.compile(choices, re.IGNORECASE)


def _bounded(name: str) -> str:
    before = r"(?<![A-Za-z0-9])" if name[0].isascii() and name[0].isalnum() else ""
    after = r"(?![A-Za-z0-9])" if name[-1].isascii() and name[-1].isalnum() else ""
    return before + re.escape(name) + after
