"""Decides who comes, for what and with whom from the names that were said, and what has to be asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from merchant_desk.appointments.phrases import fillers
from merchant_desk.appointments.phrases.line import HAN, Line, alike
from merchant_desk.appointments.phrases.mentions import Mention
from merchant_desk.appointments.phrases.model import (
    Answers,
    Choice,
    Hand,
    Lexicon,
    Offered,
    Person,
    Question,
)

# The id of somebody the answer "a new customer" made up for this line.
NEW = "new:"
MOST_CHOICES = 8
_LONGEST_NAME = 4
_MOST_WORDS = 3


@dataclass(slots=True)
class Who:
    """What is known so far; `asked` and `noted` as in `When`."""

    customer: Person | None = None
    new_name: str = ""
    services: list[Offered] = field(default_factory=list)
    worker: Hand | None = None
    anyone: bool = False
    questions: list[Question] = field(default_factory=list)
    asked: set[int] = field(default_factory=set)
    noted: set[int] = field(default_factory=set)
    # Words that name a new customer for certain, or wait to be told that they do.
    named: set[int] = field(default_factory=set)
    waiting: bool = False


class Naming:
    """One line's customer, services and worker, decided step by step."""

    def __init__(self, line: Line, mentions: Sequence[Mention], lexicon: Lexicon, answers: Answers) -> None:
        self._line, self._mentions, self._answers = line, list(mentions), answers
        self._people = {one.id: one for one in lexicon.people}
        self._offered = {one.id: one for one in lexicon.services}
        self._hands = {one.id: one for one in lexicon.workers}
        self._both = _named_alike(lexicon)
        self.who = Who()

    def decide(self) -> Who:
        """What is known in the end."""
        self._whose_part()
        self._decide_services()
        self._decide_customer()
        self._decide_worker()
        self._check_doer()
        return self.who

    # ---- parts of longer names

    def _whose_part(self) -> None:
        """王小雨 is not the worker 小雨, nor Ana Lopez the customer Ana: where it goes on is asked."""
        for mention in self._of("person", "worker"):
            left = next((one for one in self._of("left") if self._goes_on(mention, one)), None)
            if left is None:
                continue
            start, end = min(mention.start, left.start), max(mention.end, left.end)
            whole = self._line.text[start:end]
            about = f"customer:{self._line.alike[start:end]}"
            answer = self._answers.get(about)
            if answer is not None and answer.kind in {"customer", "worker", "note"}:
                self.who.noted.add(left.start)
                continue
            choices = [Choice("new", whole)]
            choices += [self._customer(one) for one in mention.ids if one in self._people]
            choices += [self._worker(one) for one in mention.ids if one in self._hands]
            self._ask(Question("unknown_customer", about, whole, tuple(choices)), mention, left)
            self.who.waiting = True

    def _goes_on(self, mention: Mention, left: Mention) -> bool:
        between = self._line.text[min(mention.end, left.end) : max(mention.start, left.start)]
        word = self._line.text[left.start : left.end]
        if HAN.match(word):
            return not between and len(word) == 1
        if mention.kind == "worker" or left.start < mention.end:
            return False
        return not between.strip() and word.isalpha() and not left.code

    # ---- what

    def _decide_services(self) -> None:
        for mention in self._of("service"):
            answer = self._answer("service", mention)
            if answer is not None and answer.kind == "note":
                self.who.noted.add(mention.start)
                continue
            ids = (answer.value,) if answer is not None and answer.kind == "service" else mention.ids
            chosen = answer is not None or not mention.code
            if len(ids) == 1 and chosen and ids[0] in self._offered:
                if self._offered[ids[0]] not in self.who.services:
                    self.who.services.append(self._offered[ids[0]])
                continue
            choices = [Choice("service", one, self._offered[one].name) for one in mention.ids[:MOST_CHOICES]]
            if mention.code:
                choices.append(Choice("note", self._said(mention)))
            code = mention.code or "which_service"
            self._ask(
                Question(code, self._key("service", mention), self._said(mention), tuple(choices)), mention
            )

    # ---- who comes

    def _decide_customer(self) -> None:
        said = [one for one in self._of("person") if one.start not in self.who.asked]
        for mention in self._of("worker"):
            also = self._namesakes(mention)
            if also and not said and self._is_customer(mention):
                said = [Mention(mention.start, mention.end, "person", ids=also)]
        if not said:
            if not self.who.waiting:
                self._name_from_what_is_left()
            return
        ids = set(said[0].ids)
        for mention in said[1:]:
            if not ids & set(mention.ids):
                self._ask_customer("two_customers", said, [one for each in said for one in each.ids])
                return
            ids &= set(mention.ids)
        if len(ids) > 1 or any(one.code == "by_surname" for one in said):
            self._ask_customer("which_customer", said, [one for one in said[0].ids if one in ids])
            return
        self._take(self._people[ids.pop()])

    def _ask_customer(self, code: str, said: Sequence[Mention], ids: Sequence[str]) -> None:
        words = " ".join(self._said(mention) for mention in said)
        about = "customer:" + " ".join(self._line.alike[one.start : one.end] for one in said)
        answer = self._answers.get(about)
        if answer is not None and answer.value in self._people:
            self._take(self._people[answer.value])
            return
        if answer is not None and answer.kind == "new":
            self.who.new_name = answer.value
            return
        choices = [self._customer(one) for one in dict.fromkeys(ids)][:MOST_CHOICES]
        if code == "which_customer" and not words.isdecimal():
            choices.append(Choice("new", words))
        self._ask(Question(code, about, words, tuple(choices)), *said)

    def _take(self, person: Person) -> None:
        if person.id.startswith(NEW):
            self.who.new_name = person.name
        else:
            self.who.customer = person

    def _name_from_what_is_left(self) -> None:
        left = [one for one in self._of("left") if self._like_a_name(one) and one.start not in self.who.noted]
        marked = [one for one in left if one.code in {"new", "customer"} or self._titled(one)]
        for mention in (*marked, *left):
            answer = self._answer("customer", mention)
            if answer is not None and answer.kind == "note":
                self.who.noted.add(mention.start)
                continue
            name = self._said(mention).removesuffix("'s").removesuffix("’s")
            if mention.code == "new" or (answer is not None and answer.kind == "new"):
                self.who.new_name = name
                self.who.named.add(mention.start)
                return
            choices = (Choice("new", name), Choice("note", self._said(mention)))
            about = self._key("customer", mention)
            self._ask(Question("unknown_customer", about, name, choices), mention)
            self.who.named.add(mention.start)
            # A name that nothing marks as one might as well be a word for the day.
            self.who.waiting = mention not in marked
            return

    def _like_a_name(self, mention: Mention) -> bool:
        said = self._said(mention)
        if mention.code == "worker" or not any(char.isalpha() for char in said):
            return False
        if any(char.isdigit() for char in said):
            return False
        longest = _LONGEST_NAME + (2 if self._titled(mention) else 0)
        return len(said) <= longest if HAN.search(said) else len(said.split()) <= _MOST_WORDS

    def _titled(self, mention: Mention) -> bool:
        return bool(fillers.titled(self._said(mention))[0])

    # ---- with whom

    def _decide_worker(self) -> None:
        self.who.anyone = any(one.kind == "mark" and one.code == "anyone" for one in self._mentions)
        said = [one for one in self._of("worker") if one.start not in self.who.asked]
        for mention in list(said):
            also = self._namesakes(mention)
            if also and self._is_customer(mention):
                said.remove(mention)
            elif also and self.who.customer is None and not self._is_worker(mention):
                choices = [self._worker(one) for one in mention.ids] + [self._customer(one) for one in also]
                answer = self._answer("either", mention)
                if answer is not None and answer.kind == "customer":
                    self._take(self._people[answer.value])
                    said.remove(mention)
                elif answer is None:
                    about = self._key("either", mention)
                    question = Question("worker_or_customer", about, self._said(mention), tuple(choices))
                    self._ask(question, mention)
                    said.remove(mention)
        for mention in list(said):
            answer = self._answer("worker", mention)
            if answer is not None and answer.kind == "note":
                self.who.noted.add(mention.start)
                said.remove(mention)
            elif mention.code and (answer is None or answer.value not in self._hands):
                choices = [self._worker(one) for one in mention.ids[:MOST_CHOICES]]
                choices.append(Choice("note", self._said(mention)))
                about = self._key("worker", mention)
                self._ask(Question(mention.code, about, self._said(mention), tuple(choices)), mention)
                return
        ids = list(dict.fromkeys(one for mention in said for one in self._meant(mention)))
        answer = self._answers.get("workers:")
        if len(ids) > 1 and answer is not None and answer.value in {*ids, ""}:
            ids = [answer.value] if answer.value else []
        if len(ids) > 1:
            words = " ".join(self._said(mention) for mention in said)
            choices = [*map(self._worker, ids), Choice("worker", "")]
            self._ask(Question("two_workers", "workers:", words, tuple(choices)), *said)
        elif ids:
            self.who.worker = self._hands[ids[0]]

    def _meant(self, mention: Mention) -> Sequence[str]:
        answer = self._answer("worker", mention)
        return (answer.value,) if answer is not None and answer.value in self._hands else mention.ids

    def _check_doer(self) -> None:
        worker = self.who.worker
        if worker is None:
            return
        missing = [one for one in self.who.services if one.doers is not None and worker.id not in one.doers]
        if not missing:
            return
        able = [
            one
            for one in self._hands
            if all(each.doers is None or one in each.doers for each in self.who.services)
        ]
        about = f"doer:{worker.id}:{missing[0].id}"
        answer = self._answers.get(about)
        if answer is not None and answer.kind == "worker":
            self.who.worker = self._hands.get(answer.value)
            self.who.anyone = self.who.anyone or self.who.worker is None
            return
        choices = [*map(self._worker, able[:MOST_CHOICES]), Choice("worker", "")]
        facts = {"worker": worker.name, "service": missing[0].name}
        self._ask(Question("not_their_service", about, worker.name, tuple(choices), facts))
        self.who.worker = None

    def _namesakes(self, mention: Mention) -> tuple[str, ...]:
        """The customers called like the worker who is named."""
        return () if mention.code else self._both.get(mention.ids, ())

    def _is_worker(self, mention: Mention) -> bool:
        return self._mark_before(mention) == "worker" or self._line.alike[mention.end :][:1] == "做"

    def _is_customer(self, mention: Mention) -> bool:
        answer = self._answer("either", mention)
        if answer is not None:
            return answer.kind == "customer"
        behind = self._line.alike[mention.end :]
        return self._mark_before(mention) in {"customer", "new"} or behind.startswith("'s")

    def _mark_before(self, mention: Mention) -> str:
        end = len(self._line.text[: mention.start].rstrip())
        return next((one.code for one in self._of("mark") if one.end == end), "")

    # ---- asking

    def _of(self, *kinds: str) -> list[Mention]:
        return [one for one in self._mentions if one.kind in kinds]

    def _ask(self, question: Question, *mentions: Mention) -> None:
        self.who.questions.append(question)
        self.who.asked.update(mention.start for mention in mentions)

    def _customer(self, person_id: str) -> Choice:
        person = self._people[person_id]
        return Choice("customer", person.id, person.name, person.tail)

    def _worker(self, worker_id: str) -> Choice:
        return Choice("worker", worker_id, self._hands[worker_id].name)

    def _said(self, mention: Mention) -> str:
        return self._line.text[mention.start : mention.end].strip()

    def _key(self, kind: str, mention: Mention) -> str:
        return f"{kind}:{self._line.alike[mention.start : mention.end].strip()}"

    def _answer(self, kind: str, mention: Mention) -> Choice | None:
        return self._answers.get(self._key(kind, mention))


def _named_alike(lexicon: Lexicon) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Workers (by the ids of a mention) and the customers who have the same name."""
    people: dict[str, list[str]] = {}
    for person in lexicon.people:
        people.setdefault(alike(person.name), []).append(person.id)
    hands: dict[str, list[str]] = {}
    for hand in lexicon.workers:
        hands.setdefault(alike(hand.name), []).append(hand.id)
    return {tuple(ids): tuple(people[name]) for name, ids in hands.items() if name in people}
