from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from merchant_desk.core.clock import FixedClock, wall
from merchant_desk.core.errors import DeskError
from merchant_desk.customers.store import card
from merchant_desk.db import history
from merchant_desk.db.rules import BUILT_IN_CHANNELS
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.sources import store
from merchant_desk.sources.acts import SourceActs, add_touch
from merchant_desk.sources.credit import last_touches
from merchant_desk.sources.model import EVIDENCE, SOURCE_KINDS, ContentDraft
from tests.conftest import NOW
from tests.customers.till import book, sell, void

DAY = NOW.date()
VIDEO = ContentDraft("short_video", "French in three minutes", NOW - dt.timedelta(days=3), platform="douyin")


def ago(**time: float) -> dt.datetime:
    return NOW - dt.timedelta(**time)


@dataclass
class Shop:
    """A shop with two customers, a worker, two services, and a video."""

    file: ShopFile
    acts: SourceActs
    ana: str
    bo: str
    worker: str
    gel: str
    lash: str
    video: str

    def touched(self, customer_id: str) -> list[tuple[str, str]]:
        return [(wall(one.at), one.kind) for one in store.touches_of(self.file, customer_id)]

    def unasked(self, day: dt.date = DAY) -> list[str]:
        return [one.name for one in store.unknown_today(self.file, day)]


@pytest.fixture
def shop(desk_file: ShopFile) -> Shop:
    acts = SourceActs(desk_file)
    with desk_file.act("prepare") as act:
        ana, bo = (act.insert("customer", {"name": name}) for name in ("Ana", "Bo"))
        worker = act.insert("worker", {"name": "Yu"})
        gel, lash = (
            act.insert("service", {"name": name, "minutes": 60, "price": 100}) for name in ("Gel", "Lash")
        )
    return Shop(desk_file, acts, ana, bo, worker, gel, lash, acts.log_content(VIDEO))


# -------------------- channels
def test_the_built_in_channels_are_there_with_doesnt_remember_last(shop: Shop) -> None:
    found = store.channels(shop.file)
    assert [one.id for one in found] == list(BUILT_IN_CHANNELS)
    assert all(one.kind == one.id and one.built_in and not one.name for one in found)
    assert {one.kind for one in found} <= set(SOURCE_KINDS)


def test_a_channel_of_the_shops_own_counts_as_other(shop: Shop) -> None:
    made = shop.acts.add_channel("  Gym next door ")
    found = {one.id: one for one in store.channels(shop.file)}
    assert (found[made].kind, found[made].name, found[made].built_in) == ("other", "Gym next door", False)
    assert list(found)[-1] == "unknown"
    with pytest.raises(DeskError) as refused:
        shop.acts.add_channel("gym NEXT door")
    assert refused.value.code == "name_taken"
    with pytest.raises(DeskError) as refused:
        shop.acts.add_channel(" ")
    assert refused.value.code == "no_name"


# -------------------- saying
def test_what_was_said_is_kept_with_its_evidence(shop: Shop) -> None:
    shop.acts.say(customer_id=shop.ana, content_id=shop.video, evidence="code", asked_by="Yu", note="laughed")
    (found,) = store.touches_of(shop.file, shop.ana)
    assert (found.content_id, found.channel_id, found.kind) == (shop.video, None, "short_video")
    assert (found.source.title, found.evidence, found.strength) == ("French in three minutes", "code", 5)
    assert (found.at, found.asked_by, found.note) == (NOW, "Yu", "laughed")


def test_disagreeing_answers_are_both_kept_and_the_stronger_counts(shop: Shop) -> None:
    shop.acts.say(customer_id=shop.ana, content_id=shop.video, evidence="code")
    shop.acts.say(customer_id=shop.ana, channel_id="passing_by", evidence="asked")
    assert len(store.touches_of(shop.file, shop.ana)) == 2
    found = store.visit_touches(shop.file, DAY, [shop.ana])[shop.ana]
    assert found.kind == "short_video"


def test_every_evidence_weighs_what_the_file_says(shop: Shop) -> None:
    for evidence in EVIDENCE:
        shop.acts.say(customer_id=shop.ana, channel_id="scan", evidence=evidence)
    assert {one.evidence: one.strength for one in store.touches_of(shop.file, shop.ana)} == dict(EVIDENCE)


def test_an_answer_after_paying_counts_for_the_visit_that_was_paid(shop: Shop) -> None:
    sale = sell(shop.file, shop.ana, ago(hours=2), 100)
    shop.acts.say(sale_id=sale, content_id=shop.video)
    assert shop.touched(shop.ana) == [(wall(ago(hours=2)), "short_video")]
    assert store.visit_touches(shop.file, DAY, [shop.ana])[shop.ana].kind == "short_video"


def test_an_answer_for_an_appointment_is_the_customers(shop: Shop) -> None:
    appointment = book(shop.file, shop.bo, NOW + dt.timedelta(hours=1), ((shop.gel, shop.worker),))
    shop.acts.say(appointment_id=appointment, channel_id="referral")
    assert shop.touched(shop.bo) == [(wall(NOW), "referral")]
    assert list(store.touches_said_for(shop.file, [appointment])) == [appointment]


def test_a_sale_without_a_name_can_be_told_too(shop: Shop) -> None:
    sale = sell(shop.file, None, ago(hours=2), 100)  # type: ignore[arg-type]
    made = shop.acts.say(sale_id=sale, channel_id="passing_by")
    row = shop.file.one("SELECT customer_id, at FROM touch WHERE id = :id", id=made)
    assert row is not None
    assert tuple(row) == (None, wall(ago(hours=2)))


@pytest.mark.parametrize(
    ("given_facts", "table"),
    [
        ({"customer_id": "no", "channel_id": "scan"}, "customer"),
        ({"sale_id": "no", "channel_id": "scan"}, "sale"),
        ({"appointment_id": "no", "channel_id": "scan"}, "appointment"),
        ({"customer_id": "ana", "channel_id": "no"}, "channel"),
        ({"customer_id": "ana", "content_id": "no"}, "content"),
    ],
)
def test_what_is_not_there_is_gone(shop: Shop, given_facts: dict[str, str], table: str) -> None:
    facts = {name: shop.ana if value == "ana" else value for name, value in given_facts.items()}
    with pytest.raises(DeskError) as refused:
        shop.acts.say(**facts)  # type: ignore[arg-type]
    assert (refused.value.code, refused.value.facts["table"]) == ("gone", table)


def test_a_touch_is_of_one_thing_and_of_somebody(shop: Shop) -> None:
    with shop.file.act("try") as act:
        for wrong in (
            {"customer_id": shop.ana},
            {"customer_id": shop.ana, "content_id": shop.video, "channel_id": "scan"},
            {"channel_id": "scan"},
            {"customer_id": shop.ana, "channel_id": "scan", "evidence": "guess"},
        ):
            with pytest.raises(ValueError, match=r"touch|evidence"):
                add_touch(act, at=NOW, **wrong)


def test_undo_unsays(shop: Shop) -> None:
    shop.acts.say(customer_id=shop.ana, channel_id="scan")
    history.undo(shop.file)
    assert store.touches_of(shop.file, shop.ana) == []


# -------------------- who was not asked
def test_todays_customers_without_a_touch_are_named_by_time(shop: Shop) -> None:
    appointment = book(
        shop.file, shop.bo, NOW + dt.timedelta(hours=1), ((shop.gel, shop.worker), (shop.lash, shop.worker))
    )
    sale = sell(shop.file, shop.ana, ago(hours=2), 100, lines=(("Gel", None), ("Oil", None)))
    ana, bo = store.unknown_today(shop.file, DAY)
    assert (ana.name, ana.appointment_id, ana.sale_id, ana.start, ana.service) == (
        "Ana",
        None,
        sale,
        ago(hours=2),
        "Gel + Oil",
    )
    assert (bo.name, bo.appointment_id, bo.sale_id) == ("Bo", appointment, None)
    assert (bo.start, bo.service) == (NOW + dt.timedelta(hours=1), "Gel + Lash")


def test_what_was_done_is_named_without_tip_and_rounding(shop: Shop) -> None:
    kinds = {"Rounded": "rounding", "Thanks": "tip"}
    lines = (("Gel", None), ("Rounded", None), ("Thanks", None))
    sale = sell(shop.file, shop.ana, ago(hours=2), 100, lines=lines, kinds=kinds)
    (ana,) = store.unknown_today(shop.file, DAY)
    assert (ana.service, ana.sale_id) == ("Gel", sale)


def test_an_appointment_and_its_sale_are_one_question(shop: Shop) -> None:
    appointment = book(shop.file, shop.bo, ago(hours=3), ((shop.gel, shop.worker),), status="done")
    sale = sell(shop.file, shop.bo, ago(hours=2), 100)
    (bo,) = store.unknown_today(shop.file, DAY)
    assert (bo.appointment_id, bo.sale_id, bo.start) == (appointment, sale, ago(hours=3))


def test_whoever_answered_is_not_asked_again(shop: Shop) -> None:
    book(shop.file, shop.ana, NOW, ((shop.gel, shop.worker),), status="arrived")
    sell(shop.file, shop.bo, ago(hours=1), 100)
    assert shop.unasked() == ["Bo", "Ana"]
    shop.acts.say(customer_id=shop.ana, channel_id="unknown")
    (bo,) = store.unknown_today(shop.file, DAY)
    shop.acts.say(customer_id=bo.customer_id, sale_id=bo.sale_id, content_id=shop.video)
    assert shop.unasked() == []


@pytest.mark.parametrize(("status", "asked"), [("booked", True), ("no_show", False), ("cancelled", False)])
def test_only_visits_that_take_place_are_asked_about(shop: Shop, status: str, asked: bool) -> None:
    book(shop.file, shop.ana, NOW, ((shop.gel, shop.worker),), status=status)
    assert (shop.unasked() == ["Ana"]) is asked
    assert shop.unasked(DAY + dt.timedelta(days=1)) == []


def test_a_voided_sale_is_no_visit(shop: Shop) -> None:
    sale = sell(shop.file, shop.ana, NOW, 100)
    void(shop.file, sale)
    assert shop.unasked() == []


def test_money_given_back_is_no_visit(shop: Shop) -> None:
    shop.acts.say(customer_id=shop.ana, content_id=shop.video, at=ago(days=9))
    sale = sell(shop.file, shop.ana, ago(days=8), 100)
    shop.acts.say(customer_id=shop.ana, channel_id="scan", at=ago(days=7))
    sell(shop.file, shop.ana, ago(days=6), -50, refund_of=sale)
    sell(shop.file, shop.bo, NOW, -50, refund_of=sale)
    assert shop.unasked() == []
    sell(shop.file, shop.ana, NOW, 100)
    assert store.visit_touches(shop.file, DAY, [shop.ana])[shop.ana].kind == "scan"


def test_a_touch_is_used_up_by_the_visit_it_brought(shop: Shop) -> None:
    shop.acts.say(customer_id=shop.ana, content_id=shop.video, at=ago(days=9))
    sell(shop.file, shop.ana, ago(days=8), 100)
    sell(shop.file, shop.ana, NOW, 100)
    assert shop.unasked() == ["Ana"]
    assert store.visit_touches(shop.file, DAY, [shop.ana])[shop.ana].kind == "returning"
    earlier = store.visit_touches(shop.file, DAY - dt.timedelta(days=8), [shop.ana])[shop.ana]
    assert (earlier.kind, earlier.returning) == ("short_video", False)


@pytest.mark.parametrize(
    ("evidence", "days", "counts"),
    [("code", 30, True), ("code", 31, False), ("asked", 31, True), ("asked", 90, True), ("asked", 91, False)],
)
def test_a_touch_counts_within_its_window(shop: Shop, evidence: str, days: int, counts: bool) -> None:
    shop.acts.say(customer_id=shop.ana, channel_id="scan", evidence=evidence, at=ago(days=days))
    sell(shop.file, shop.ana, NOW, 100)
    assert (shop.unasked() == []) is counts


def test_a_touch_after_the_day_does_not_count(shop: Shop) -> None:
    sell(shop.file, shop.ana, NOW, 100)
    shop.acts.say(customer_id=shop.ana, channel_id="scan", at=NOW + dt.timedelta(minutes=1))
    assert shop.unasked() == ["Ana"]


times = st.integers(0, 120 * 24 * 4).map(lambda quarters: ago(minutes=15 * quarters))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(times, max_size=5),
    st.lists(
        st.tuples(times, st.sampled_from(["asked", "code", "qr"]), st.sampled_from(BUILT_IN_CHANNELS)),
        max_size=6,
    ),
)
def test_what_brings_somebody_is_what_the_customers_card_says(
    shop: Shop, sales: list[dt.datetime], said: list[tuple[dt.datetime, str, str]]
) -> None:
    with shop.file.act("customer") as act:
        customer = act.insert("customer", {"name": "Cy"})
    for at in sales:
        sell(shop.file, customer, at, 100)
    for at, evidence, channel in said:
        shop.acts.say(customer_id=customer, channel_id=channel, evidence=evidence, at=at)
    days: dict[dt.date, dt.datetime] = {}
    for at in sorted(sales):
        days[at.date()] = at
    expected = last_touches(days, card(shop.file, customer).touches)
    for day, touch in expected.items():
        found = store.visit_touches(shop.file, day, [customer])[customer]
        assert (found.touch.id if found.touch else None) == (touch.id if touch else None)
        assert found.returning == any(earlier < day for earlier in days)


# -------------------- likeliest first
def names(shop: Shop, now: dt.datetime = NOW, **how: object) -> list[str]:
    return [one.title for one in store.likely(shop.file, now, **how)]  # type: ignore[arg-type]


def test_only_recent_contents_are_likely_unless_somebody_named_one_lately(shop: Shop) -> None:
    old = shop.acts.log_content(VIDEO._replace(title="old", published_at=ago(days=60)))
    shop.acts.log_content(VIDEO._replace(title="to come", published_at=NOW + dt.timedelta(minutes=1)))
    assert names(shop) == ["French in three minutes"]
    shop.acts.say(customer_id=shop.ana, content_id=old, at=ago(days=15))
    assert names(shop) == ["French in three minutes"]
    shop.acts.say(customer_id=shop.ana, content_id=old, at=ago(days=13))
    assert names(shop) == ["French in three minutes", "old"]
    assert names(shop, days=70) == ["old", "French in three minutes"]


def test_live_now_then_the_service_asked_for_then_what_others_name_then_the_newest(shop: Shop) -> None:
    named = shop.acts.log_content(VIDEO._replace(title="named", published_at=ago(days=20)))
    shop.acts.log_content(VIDEO._replace(title="promotes", published_at=ago(days=25), service_id=shop.gel))
    shop.acts.log_content(VIDEO._replace(title="newest", published_at=ago(days=1)))
    live = {"kind": "live_stream", "published_at": ago(hours=1)}
    shop.acts.log_content(VIDEO._replace(title="live", ended_at=NOW + dt.timedelta(hours=1), **live))  # type: ignore[arg-type]
    shop.acts.log_content(VIDEO._replace(title="over", ended_at=ago(minutes=1), **live))  # type: ignore[arg-type]
    shop.acts.say(customer_id=shop.bo, content_id=named)
    rest = ["named", "over", "newest", "French in three minutes"]
    assert names(shop, service_id=shop.gel) == ["live", "promotes", *rest]
    assert names(shop) == ["live", *rest, "promotes"]
    assert names(shop, limit=2) == ["live", "named"]
    assert names(shop, NOW + dt.timedelta(hours=2))[0] == "named"


def test_a_stream_that_nobody_ended_is_over_after_a_while(shop: Shop, clock: FixedClock) -> None:
    shop.acts.log_content(VIDEO._replace(kind="live_stream", title="open", published_at=ago(hours=5)))
    shop.acts.log_content(VIDEO._replace(title="named", published_at=ago(days=9)))
    named = store.contents(shop.file, text="named")[0].id
    shop.acts.say(customer_id=shop.bo, content_id=named)
    assert names(shop)[0] == "open"
    assert names(shop, NOW + dt.timedelta(hours=2))[0] == "named"
