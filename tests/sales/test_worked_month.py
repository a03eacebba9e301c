"""The month reckoned by hand in the guide, played at the desk: the books say what the hand said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from merchant_desk.appointments.model import AppointmentDraft, LineDraft
from merchant_desk.catalog.model import ServiceDraft
from merchant_desk.commission.model import RuleDraft, Tier
from merchant_desk.commission.statements.store import statement
from merchant_desk.core.clock import FixedClock, wall
from merchant_desk.customers.model import CustomerDraft
from merchant_desk.db import health
from merchant_desk.desk import Desk, open_desk
from merchant_desk.drawer import store as drawer
from merchant_desk.drawer.model import CloseDraft
from merchant_desk.prepaid.model import CardDraft, CardTypeDraft, CounterDraft
from merchant_desk.prepaid.store import card_types, cards_of, deposit_of
from merchant_desk.sales import store
from merchant_desk.sales.books import store as books
from merchant_desk.sales.books.model import BookFilter
from merchant_desk.sales.model import PaymentDraft, SaleDraft, SaleLineDraft
from merchant_desk.sales.refunds import RefundDraft, RefundLine
from merchant_desk.sales.vouchers.model import ProductDraft as OfferDraft
from merchant_desk.sales.vouchers.store import templates
from merchant_desk.sales.worked_month import minor, worked_month
from merchant_desk.stock.model import ProductDraft
from merchant_desk.stock.store import stock_of

MONTH = worked_month()
FIRST = dt.date.fromisoformat(MONTH["month"] + "-01")
LAST = FIRST.replace(day=31)


class Player:
    """Does at the desk what the file says, and keeps the ids it was given."""

    def __init__(self, desk: Desk, clock: FixedClock) -> None:
        self.desk = desk
        self.clock = clock
        self.ids: dict[str, str] = {}
        self.sales: dict[int, str] = {}
        self.booked: dict[str, str] = {}

    def furnish(self) -> None:
        """The shop as it stands before the first day."""
        desk = self.desk
        self.clock.set(dt.datetime.combine(FIRST, dt.time(9)))
        desk.set_up("Nails", "pet_care", "en", ["one", "two"])
        workers = [row["id"] for row in desk.file.all("SELECT id FROM worker ORDER BY seq, id")]
        self.ids |= dict(zip(MONTH["workers"], workers, strict=True))
        for key, name in MONTH["customers"].items():
            self.ids[key] = desk.customers.add(CustomerDraft(name["en"] + "."))
        for key, item in MONTH["items"].items():
            if item["kind"] in {"service", "add_on"}:
                self.ids[key] = desk.catalog.add_service(
                    ServiceDraft(
                        item["en"],
                        price=minor(item["price"]),
                        material_cost=minor(item["cost"]),
                        add_on=item["kind"] == "add_on",
                    )
                )
            elif item["kind"] == "product":
                product = ProductDraft(item["en"], minor(item["price"]), minor(item["cost"]))
                self.ids[key] = desk.stock.add_product(product, item["stock"])
            elif item["kind"] in {"balance", "pass"}:
                self._card_type(key, item)
        for key, offer in MONTH["offers"].items():
            self.ids[key] = desk.vouchers.add_product(
                OfferDraft(
                    offer["platform"],
                    key,
                    minor(offer["paid"]),
                    minor(offer["list"]),
                    minor(offer["fee"]),
                    minor(offer["influencer"]),
                    pays_out=minor(offer["pays_out"]),
                    service_id=self.ids[offer["item"]],
                )
            )
        for rule in MONTH["commission"]:
            tiers = tuple(Tier(minor(start), rate * 100) for start, rate in rule.get("tiers", ()))
            desk.commission.add_rule(
                RuleDraft(
                    kind="tiered" if tiers else "percent",
                    worker_id=self.ids[rule["worker"]] if "worker" in rule else None,
                    line_kind=rule["of"],
                    basis=rule["basis"],
                    rate=rule.get("rate", 0) * 100,
                    tiers=tiers,
                    requested_amount=minor(rule.get("requested", 0)),
                )
            )

    def _card_type(self, key: str, item: Mapping[str, Any]) -> None:
        counters: tuple[CounterDraft, ...] = ()
        if item["kind"] == "pass":
            counters = (CounterDraft(self.ids[item["service"]], item["units"], minor(item["unit_price"])),)
        self.ids[key] = self.desk.prepaid.add_card_type(
            CardTypeDraft(
                item["kind"], item["en"], minor(item["price"]), minor(item.get("bonus", 0)), counters
            )
        )

    def day(self, figures: Mapping[str, Any]) -> None:
        """One day from its first sale to its close."""
        day = FIRST.replace(day=figures["day"])
        if day.day == MONTH["entries"][0]["day"]:
            self.clock.set(dt.datetime.combine(day, dt.time(9)))
            self.desk.drawer.set_float(minor(MONTH["float"]))
        for entry in MONTH["entries"]:
            if entry["day"] == day.day:
                self.clock.set(dt.datetime.combine(day, dt.time.fromisoformat(entry["time"])))
                self.entry(entry)
        self.clock.set(dt.datetime.combine(day, dt.time(20)))
        for moved in MONTH["drawer"]:
            if moved["day"] == day.day:
                move = self.desk.drawer.pay_out if moved["kind"] == "out" else self.desk.drawer.pay_in
                move(minor(moved["amount"]), moved["en"])
        short = MONTH["expected"]["short"]
        self.desk.drawer.close_day(
            CloseDraft(
                day,
                counted={"cash": minor(figures["counted"])},
                reasons={"cash": short["en"]} if short["day"] == day.day else {},
                kept=minor(figures["kept"]),
            )
        )

    def entry(self, entry: Mapping[str, Any]) -> None:
        if entry.get("refund_of"):
            self.sales[entry["n"]] = self._refund(entry)
        elif entry.get("pays_off"):
            self._pay_off(entry)
        else:
            self.sales[entry["n"]] = self._sell(entry)

    def _sell(self, entry: Mapping[str, Any]) -> str:
        draft = SaleDraft(
            lines=tuple(self._line(line, entry) for line in entry["lines"]),
            payments=tuple(self._payment(payment, entry) for payment in entry["pay"]),
            customer_id=self.ids[entry["who"]] if "who" in entry else None,
            of_day=FIRST.replace(day=entry["of_day"]) if "of_day" in entry else None,
        )
        sales = self.desk.sales
        if entry.get("owe"):
            return sales.owe(draft)
        if entry.get("held"):
            held = sales.hold(draft)
            return sales.check_out(self._again(held, draft.payments))
        done = sales.check_out(draft)
        if entry.get("void"):
            sales.void(done, "mistake")
        return done

    def _pay_off(self, entry: Mapping[str, Any]) -> None:
        payments = tuple(self._payment(payment, entry) for payment in entry["pay"])
        self.desk.sales.check_out(self._again(self.sales[entry["n"]], payments))

    def _again(self, sale_id: str, payments: tuple[PaymentDraft, ...]) -> SaleDraft:
        """An open sale taken up again from the books, with what is paid of it now."""
        found = store.reopened(self.desk.file, sale_id)
        assert found is not None
        return SaleDraft(
            lines=found.draft.lines, payments=payments, customer_id=found.draft.customer_id, id=sale_id
        )

    def _line(self, line: list[Any], entry: Mapping[str, Any]) -> SaleLineDraft:
        key, worker, more = line[0], line[1], line[2] if len(line) > 2 else {}
        item = MONTH["items"][key]
        kind = {"balance": "card", "pass": "card", "deposit": "card"}.get(item["kind"], item["kind"])
        price = minor(item.get("price", 0))
        quantity = more.get("quantity", 1)
        return SaleLineDraft(
            title=item["en"],
            unit_price=minor(more["price"]) if "price" in more else price,
            kind=kind,
            service_id=self.ids[key] if kind in {"service", "add_on"} else None,
            worker_id=self.ids[worker] if worker else None,
            quantity=quantity,
            discount=minor(more.get("discount", 0)),
            material_cost=minor(item.get("cost", 0)) * quantity,
            list_price=price if "price" in more and kind == "service" else None,
            price_reason="regular" if "price" in more and kind == "service" else "",
            requested=bool(more.get("requested")),
            shares=tuple((self.ids[who], part) for who, part in more.get("shares", {}).items()),
            product_id=self.ids[key] if kind == "product" else None,
            card=self._card(key, item, entry) if kind == "card" else None,
        )

    def _card(self, key: str, item: Mapping[str, Any], entry: Mapping[str, Any]) -> CardDraft:
        if item["kind"] == "deposit":
            start = dt.datetime.combine(FIRST.replace(day=entry["day"] + 1), dt.time(10))
            self.booked[entry["who"]] = self.desk.appointments.book(
                AppointmentDraft(
                    self.ids[entry["who"]], (LineDraft(self.ids["french"], self.ids["n"], start, 60),)
                )
            )
            return CardDraft("deposit", item["en"], appointment_id=self.booked[entry["who"]])
        (found,) = [one for one in card_types(self.desk.file) if one.id == self.ids[key]]
        return found.draft(FIRST.replace(day=entry["day"]))

    def _payment(self, payment: list[Any], entry: Mapping[str, Any]) -> PaymentDraft:
        method, amount, more = payment[0], minor(payment[1]), payment[2] if len(payment) > 2 else {}
        given = minor(more["given"]) if "given" in more else None
        if method == "voucher":
            (offer,) = [one for one in templates(self.desk.file) if one.id == self.ids[more["offer"]]]
            return PaymentDraft(method, amount, voucher=offer.redeemed(more["code"]))
        if method == "deposit":
            found = deposit_of(self.desk.file, self.booked[entry["who"]], FIRST.replace(day=entry["day"]))
            assert found is not None
            return PaymentDraft(method, amount, card_id=found.id)
        if method in {"stored_value", "pass"}:
            kind = "balance" if method == "stored_value" else "pass"
            day = FIRST.replace(day=entry["day"])
            (card,) = [one for one in self._cards(entry["who"], day) if one.kind == kind]
            if method == "stored_value":
                return PaymentDraft(method, amount, card_id=card.id)
            return PaymentDraft(method, amount, card_id=card.id, counter_id=card.counters[0].id, units=1)
        return PaymentDraft(method, amount, given=given)

    def _cards(self, who: str, day: dt.date) -> list[Any]:
        return list(cards_of(self.desk.file, self.ids[who], day))

    def _refund(self, entry: Mapping[str, Any]) -> str:
        sale = store.sale(self.desk.file, self.sales[entry["refund_of"]])
        assert sale is not None
        lines = tuple(
            RefundLine(sale.lines[at - 1].id, minor(amount), restock=bool(entry.get("restock")))
            for at, amount in entry["lines"]
        )
        vouchers = [payment.voucher.id for payment in sale.payments if payment.voucher]
        back = tuple(
            PaymentDraft(
                payment[0],
                minor(payment[1]),
                voucher_id=vouchers[0] if payment[0] == "voucher" else None,
                reason="no terminal" if len(payment) > 2 else "",
            )
            for payment in entry["pay"]
        )
        return self.desk.sales.refund(RefundDraft(sale.id, lines, back, "as agreed"))


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Player]:
    folder: Path = tmp_path_factory.mktemp("month")
    clock = FixedClock(dt.datetime.combine(FIRST, dt.time(9)))
    desk = open_desk(folder / "shop.desk", clock)
    player = Player(desk, clock)
    player.furnish()
    for figures in MONTH["expected"]["days"]:
        player.day(figures)
    yield player
    desk.file.close()


def earned(played: Player, from_day: dt.date, to_day: dt.date) -> int:
    return books.sums(played.desk.file, BookFilter(from_day=from_day, to_day=to_day)).earned


@pytest.mark.parametrize("figures", MONTH["expected"]["days"], ids=lambda figures: str(figures["day"]))
def test_every_day_comes_to_what_the_hand_reckoned(played: Player, figures: Mapping[str, Any]) -> None:
    day = FIRST.replace(day=figures["day"])
    found = drawer.day(played.desk.file, day)
    assert {one.method: one.amount for one in found.sums if one.amount} == {
        method: minor(amount) for method, amount in figures["methods"].items() if amount
    }
    assert found.takings == minor(figures["takings"])
    assert found.tips == minor(figures["tips"])
    assert earned(played, day, day) == minor(figures["earned"])
    assert found.close is not None
    (cash,) = [count for count in found.close.counts if count.method == "cash"]
    assert (cash.expected, cash.counted) == (minor(figures["drawer"]), minor(figures["counted"]))


def test_the_month_comes_to_what_the_hand_reckoned(played: Player) -> None:
    file, expected = played.desk.file, MONTH["expected"]["month"]
    rows = file.all(
        "SELECT payment.method, sum(payment.amount) AS amount FROM payment"
        " JOIN sale ON sale.id = payment.sale_id WHERE sale.status <> 'void' GROUP BY payment.method"
    )
    assert {row["method"]: row["amount"] for row in rows} == {
        method: minor(amount) for method, amount in expected["methods"].items()
    }
    takings = sum(
        store.takings(file, FIRST.replace(day=figures["day"])) for figures in MONTH["expected"]["days"]
    )
    assert takings == minor(expected["takings"])
    assert earned(played, FIRST, LAST) == minor(expected["earned"])


@pytest.mark.parametrize("worker", MONTH["workers"])
def test_the_statements_come_to_what_the_hand_reckoned(played: Player, worker: str) -> None:
    expected = MONTH["expected"]["commission"][worker]
    found = statement(played.desk.file, played.ids[worker], FIRST, LAST)
    assert found is not None
    by_kind = dict.fromkeys(("service", "product", "card"), 0)
    for source in found.sources:
        by_kind[source.rule.rule.terms.line_kind] += source.amount - source.requested
    assert by_kind == {
        "service": minor(expected["services"]),
        "product": minor(expected["products"]),
        "card": minor(expected["cards"]),
    }
    assert found.requested == minor(expected["requested"])
    assert found.tips == minor(expected["tips"])
    assert found.income == minor(expected["total"])


@pytest.mark.parametrize("who", MONTH["expected"]["cards"])
def test_the_cards_have_left_what_the_hand_reckoned(played: Player, who: str) -> None:
    expected = MONTH["expected"]["cards"][who]
    cards = [one for one in cards_of(played.desk.file, played.ids[who], LAST) if one.kind != "deposit"]
    assert len(cards) == 1
    assert cards[0].principal == minor(expected["principal"])
    assert cards[0].bonus == minor(expected.get("bonus", 0))
    assert cards[0].units == expected.get("units", 0)


@pytest.mark.parametrize("product", MONTH["expected"]["stock"])
def test_the_shelf_holds_what_the_hand_counted(played: Player, product: str) -> None:
    assert stock_of(played.desk.file, played.ids[product]) == MONTH["expected"]["stock"][product]


def test_the_platforms_pay_out_what_the_hand_reckoned(played: Player) -> None:
    out = partial(
        played.desk.file.value, "SELECT coalesce(sum(pays_out), 0) FROM voucher WHERE state = :state"
    )
    assert out(state="redeemed") == minor(MONTH["expected"]["vouchers"]["pays_out"])
    back = played.desk.file.value("SELECT count(*) FROM voucher WHERE state IN ('reversed', 'refunded')")
    assert back == MONTH["expected"]["vouchers"]["reversed"]


def test_there_are_sixty_sales_of_every_kind_and_their_numbers_have_no_gap(played: Player) -> None:
    assert len(played.sales) == 60
    numbers = [row["number"] for row in played.desk.file.all("SELECT number FROM sale ORDER BY number")]
    for figures in MONTH["expected"]["days"]:
        day = wall(dt.datetime.combine(FIRST.replace(day=figures["day"]), dt.time()))[:10].replace("-", "")
        counted = [int(number[9:]) for number in numbers if number.startswith(day)]
        assert counted == list(range(1, len(counted) + 1))
    assert health.check(played.desk.file) == []
