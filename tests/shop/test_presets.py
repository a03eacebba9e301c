"""Every trade starts with a list of services that its owner could keep."""

from __future__ import annotations

import pytest

from merchant_desk.shop.model import TRADES
from merchant_desk.shop.presets import preset

LANGUAGES = ("zh_CN", "en")


@pytest.mark.parametrize("trade", TRADES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_is_usable_as_it_is(trade: str, language: str) -> None:
    services = preset(trade, language)
    assert 10 <= len(services) <= 16
    assert len({service.name.casefold() for service in services}) == len(services)
    assert 2 <= len({service.category for service in services}) <= 6
    for service in services:
        assert service.name.strip() == service.name != ""
        assert service.category.strip() == service.category != ""
        assert 5 <= service.minutes <= 480
        assert service.minutes % 5 == service.before % 5 == service.after % 5 == 0
        assert 10_00 <= service.price <= 5_000_00
        assert 0 <= service.material_cost < service.price


@pytest.mark.parametrize("trade", TRADES)
def test_both_languages_say_the_same(trade: str) -> None:
    chinese, english = preset(trade, "zh_CN"), preset(trade, "en")
    assert [(s.minutes, s.before, s.after, s.price, s.material_cost, s.at_home) for s in chinese] == [
        (s.minutes, s.before, s.after, s.price, s.material_cost, s.at_home) for s in english
    ]
    assert all(any("\u4e00" <= char <= "\u9fff" for char in service.name) for service in chinese)
    assert all(service.name.isascii() and service.category.isascii() for service in english)
    assert [[a.category == b.category for b in chinese] for a in chinese] == [
        [a.category == b.category for b in english] for a in english
    ]


def test_who_goes_to_the_customer() -> None:
    for trade in ("housekeeping", "home_repair"):
        assert all(service.at_home for service in preset(trade, "en"))
    dining = preset("private_dining", "zh_CN")
    assert {service.category for service in dining if service.at_home} == {"上门私厨"}
    for trade in ("nails_lashes", "hair", "beauty_massage", "fitness"):
        assert not any(service.at_home for service in preset(trade, "en"))


def test_another_language_reads_english() -> None:
    assert preset("hair", "de") == preset("hair", "en") != preset("hair", "zh_CN")


def test_an_unknown_trade_is_a_fault() -> None:
    with pytest.raises(KeyError):
        preset("bakery", "en")
