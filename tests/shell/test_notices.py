"""Every refusal has a sentence, in plain words, with what it names."""

from __future__ import annotations

import ast
import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

import merchant_desk
from merchant_desk.core.errors import DeskError
from merchant_desk.db import faults
from merchant_desk.shell import notices, words
from merchant_desk.shell.sentences import sentences

PACKAGE = Path(merchant_desk.__file__).parent
RULES = [PACKAGE / "db" / name for name in ("rules.sql", "money_rules.sql")]


def calls(name: str) -> Iterator[tuple[Path, str]]:
    """The first literal argument of every call of `name` in the package."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
                if called == name and isinstance(node.args[0].value, str):
                    yield path, node.args[0].value


def raised_codes() -> set[str]:
    rules = "".join(path.read_text(encoding="utf-8") for path in RULES)
    from_rules = set(re.findall(r"desk:([a-z_]+)", rules))
    return {code for _, code in calls("DeskError")} | from_rules | set(faults._BY_NAME.values())


@pytest.mark.usefixtures("dressed")
def test_every_code_raised_anywhere_has_a_sentence() -> None:
    codes = raised_codes()
    assert {"clash", "sale_is_final", "disk_full", "bad_amount"} <= codes, "the search finds the known ones"
    assert sorted(code for code in codes if not notices.known(code)) == []


@pytest.mark.usefixtures("dressed")
def test_every_act_has_a_name_for_undo() -> None:
    verbs = {verb for _, verb in calls("act") if re.fullmatch(r"[a-z_]+", verb)}
    assert {"check_out", "set_up"} <= verbs, "the search finds the known ones"
    assert sorted(verbs - words.verbs()) == []


@pytest.mark.usefixtures("dressed")
def test_the_last_wording_of_each_code_needs_no_facts() -> None:
    needing = {
        code: choices[-1]
        for code, choices in sentences().items()
        if len(choices) > 1 and notices._names(choices[-1])
    }
    assert needing == {}
    alone = [
        code for code, choices in sentences().items() if len(choices) == 1 and notices._names(choices[0])
    ]
    assert alone == ["other"]


@pytest.mark.usefixtures("dressed")
class TestSentences:
    def test_a_clash_names_whom_and_the_way_out(self) -> None:
        facts = {
            "worker": "小雨",
            "customer": "李悦",
            "service": "法式美甲",
            "start": dt.datetime(2025, 8, 20, 14),
            "end": dt.datetime(2025, 8, 20, 15, 15),
        }
        told = notices.sentence(DeskError("clash", **facts, next_free=dt.datetime(2025, 8, 20, 15, 30)))
        assert told == "小雨 already has 李悦 (法式美甲) from 20 Aug 14:00 to 15:15. Next free: 15:30."
        tomorrow = notices.sentence(DeskError("clash", **facts, next_free=dt.datetime(2025, 8, 21, 10)))
        assert tomorrow.endswith("from 20 Aug 14:00 to 15:15. Next free: 21 Aug 10:00.")
        assert notices.sentence(DeskError("clash", **facts, next_free=None)).endswith("to 15:15.")
        assert notices.sentence(DeskError("clash", verb="book")).startswith("This time is taken")

    def test_money_is_written_as_money(self) -> None:
        told = notices.sentence(
            DeskError("payments_do_not_add_up", total=24600, paid=10000, difference=14600)
        )
        assert told == "The payments come to ¥100, the sale to ¥246: ¥146 apart."

    def test_zero_is_a_fact(self) -> None:
        told = notices.sentence(DeskError("payments_do_not_add_up", total=24600, paid=0, difference=24600))
        assert told.startswith("The payments come to ¥0")

    def test_an_unknown_code_word_offers_the_nearest(self) -> None:
        assert "A7K2, “三分钟法式”" in notices.sentence(
            DeskError("unknown_code", typed="A7K3", nearest="A7K2", nearest_title="三分钟法式")
        )
        assert notices.sentence(DeskError("unknown_code", typed="Q9", nearest=None)).endswith("“Q9”.")

    def test_undo_names_what_stands_on_it(self) -> None:
        told = notices.sentence(
            DeskError(
                "undo_stands_on",
                verb="book",
                subject="Ana",
                at=1,
                later_verb="check_out",
                later_subject="Ana",
            )
        )
        assert told.startswith("“Booking · Ana” cannot be undone: “Sale · Ana” came after it")

    def test_braces_and_markup_in_facts_stay_what_they_are(self) -> None:
        told = notices.sentence(DeskError("name_taken", name="{x} <b>y</b>"))
        assert "{x} <b>y</b>" in told

    def test_a_code_nobody_knows_is_still_said(self) -> None:
        assert notices.sentence(DeskError("never_heard_of")) == "This could not be done (never_heard_of)."


def test_sentences_follow_the_language(dressed: QApplication) -> None:
    before = notices.sentence(DeskError("no_name"))
    from merchant_desk.shell import language

    language.install(dressed, "zh_CN")
    language.install(dressed, "en")
    assert notices.sentence(DeskError("no_name")) == before
