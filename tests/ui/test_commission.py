"""Rules of commission, base pay, and a worker's statement, by mouse and keyboard."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from merchant_desk.catalog import store as catalog
from merchant_desk.catalog.model import ServiceDraft
from merchant_desk.commission import store
from merchant_desk.commission.model import RuleDraft, Tier
from merchant_desk.commission.ui.base_pay_sheet import BasePaySheet
from merchant_desk.commission.ui.rule_sheet import RuleSheet
from merchant_desk.commission.ui.rules_tab import CommissionTab
from merchant_desk.commission.ui.statement_sheet import StatementSheet
from merchant_desk.commission.ui.statements_tab import StatementsTab
from merchant_desk.core.clock import FixedClock
from merchant_desk.customers.model import CustomerDraft
from merchant_desk.desk import Desk
from merchant_desk.sales.model import PaymentDraft, SaleDraft, SaleLineDraft
from merchant_desk.sales.receipts.model import ReceiptSettings
from merchant_desk.shell import choose_file
from merchant_desk.shell.frame import Frame
from merchant_desk.shell.sheet import Sheet
from merchant_desk.shell.tabs import TabbedPage
from merchant_desk.team import store as team
from tests.ui.keys import type_text
from tests.ui.plain_text import MARKUP, assert_plain

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
W = TypeVar("W", bound=QWidget)
AUGUST = (dt.date(2025, 8, 1), dt.date(2025, 8, 20))


def _show(widget: W, qtbot: QtBot, width: int = 560, height: int = 1000) -> W:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


# A page goes with its last name; its tab would go with it.
PAGES: list[TabbedPage] = []


@pytest.fixture(autouse=True)
def _pages() -> Iterator[None]:
    yield
    PAGES.clear()


def _rules(frame: Frame, qtbot: QtBot) -> CommissionTab:
    page = _show(TabbedPage(frame, "services", "Services & Team", (CommissionTab,)), qtbot, 1180, 720)
    PAGES.append(page)
    tab = page.tab("commission")
    assert isinstance(tab, CommissionTab)
    return tab


def _statements(frame: Frame, qtbot: QtBot) -> StatementsTab:
    page = _show(TabbedPage(frame, "books", "Books", (StatementsTab,)), qtbot, 1180, 720)
    PAGES.append(page)
    tab = page.tab("commission")
    assert isinstance(tab, StatementsTab)
    return tab


def _worker(desk: Desk, at: int = 0) -> str:
    return team.workers(desk.file)[at].id


def _sell(desk: Desk, amount: int = 200_00, **more: object) -> str:
    line = SaleLineDraft("单色美甲", amount, worker_id=_worker(desk), **more)  # type: ignore[arg-type]
    tip = SaleLineDraft("小费", 20_00, kind="tip", worker_id=_worker(desk))
    payments = (PaymentDraft("wechat", amount + 20_00),)
    customer = desk.customers.add(CustomerDraft("李悦"))
    return desk.sales.check_out(SaleDraft((line, tip), payments, customer_id=customer))


def _errors(sheet: QWidget) -> str:
    labels = sheet.findChildren(QLabel)
    return " ".join(
        one.text() for one in labels if one.property("role") in {"error", "field-error"} and one.isVisible()
    )


# ---- rules


def test_a_first_rule_is_made_by_keyboard(
    page_frame: Frame, desk: Desk, qtbot: QtBot, sheets: list[Sheet]
) -> None:
    tab = _rules(page_frame, qtbot)
    assert tab.empty.isVisible()
    assert tab.card.isHidden()
    QTest.mouseClick(tab.new, LEFT)
    sheet = sheets[-1]
    assert isinstance(sheet, RuleSheet)
    _show(sheet, qtbot)
    sheet.rate.setFocus()
    type_text(sheet.rate, "30")
    assert sheet.example.text() == "A sale of ¥200 earns ¥60."
    sheet.extra_amount.setFocus()
    type_text(sheet.extra_amount, "10")
    assert "¥10 more" in sheet.example.text()
    QTest.keyClick(sheet, Key.Key_Return, CTRL)
    (row,) = store.rules(desk.file)
    assert row.rule.terms == RuleDraft(rate=3000, requested_amount=10_00)
    assert tab.card.isVisible()
    assert tab.empty.isHidden()
    assert [one.rule.id for one in tab.table.rows()] == [row.rule.id]


@pytest.mark.parametrize(
    ("rate", "extra", "sentence"),
    [
        ("120", "", "comes to 120 %"),
        ("90", "20", "comes to 110 %"),
        ("much", "", "“much” is no percentage"),
        ("NaN", "", "“NaN” is no percentage"),
        ("", "", "nobody earns anything"),
    ],
)
def test_what_cannot_be_is_said_at_the_field(
    page_frame: Frame, desk: Desk, qtbot: QtBot, rate: str, extra: str, sentence: str
) -> None:
    sheet = _show(RuleSheet(page_frame), qtbot)
    type_text(sheet.rate, rate)
    type_text(sheet.extra_rate, extra)
    QTest.keyClick(sheet, Key.Key_Return, CTRL)
    assert sentence in _errors(sheet)
    assert (sheet.rate.text(), sheet.extra_rate.text()) == (rate, extra)
    assert store.rules(desk.file) == []


def test_steps_of_a_worker(page_frame: Frame, desk: Desk, qtbot: QtBot) -> None:
    sheet = _show(RuleSheet(page_frame), qtbot)
    sheet.worker.choose(_worker(desk))
    sheet.kind.choose("tiered")
    sheet._dress()
    assert sheet.steps.isVisible()
    assert not sheet.rate.isVisible()
    (_first, rate), (start, second) = sheet.steps.rows()
    type_text(rate, "30")
    type_text(start, "10000")
    type_text(second, "35.5")
    QTest.mouseClick(sheet.steps.more, LEFT)
    third = sheet.steps.rows()[2]
    type_text(third[0], "8000")
    type_text(third[1], "40")
    QTest.keyClick(sheet, Key.Key_Return, CTRL)
    assert "¥8,000" in _errors(sheet)
    third[0].clear()
    type_text(third[0], "20,000")
    QTest.keyClick(sheet, Key.Key_Return, CTRL)
    (row,) = store.rules(desk.file)
    assert row.rule.terms.tiers == (Tier(0, 3000), Tier(10_000_00, 3550), Tier(20_000_00, 4000))
    assert row.worker == "小雨"


def test_a_rule_is_opened_as_it_is_changed_and_given_up(page_frame: Frame, desk: Desk, qtbot: QtBot) -> None:
    service = catalog.services(desk.file)[0]
    draft = RuleDraft(
        kind="fixed",
        amount=30_00,
        service_id=service.id,
        with_prepaid=False,
        requested_rate=500,
        valid_from=dt.date(2025, 8, 1),
    )
    rule = desk.commission.add_rule(draft)
    sheet = _show(RuleSheet(page_frame, rule), qtbot)
    assert not sheet.dirty()
    assert sheet._draft() == draft
    sheet.amount.clear()
    type_text(sheet.amount, "9999")
    QTest.keyClick(sheet, Key.Key_Return, CTRL)
    assert "more than the service costs" in _errors(sheet)
    sheet.amount.clear()
    type_text(sheet.amount, "35")
    QTest.keyClick(sheet, Key.Key_Return, CTRL)
    assert store.rules(desk.file)[0].rule.terms.amount == 35_00
    sheet = _show(RuleSheet(page_frame, rule), qtbot)
    QTest.mouseClick(sheet.in_use.archive, LEFT)
    assert store.rules(desk.file) == []
    tab = _rules(page_frame, qtbot)
    assert tab.table.rows() == []
    QTest.mouseClick(tab.archived, LEFT)
    assert len(tab.table.rows()) == 1
    sheet = _show(RuleSheet(page_frame, rule), qtbot)
    assert sheet.primary is not None
    assert not sheet.primary.isEnabled()
    QTest.mouseClick(sheet.in_use.restore, LEFT)
    assert len(store.rules(desk.file)) == 1


def test_two_rules_for_the_same_are_refused_at_the_field(page_frame: Frame, desk: Desk, qtbot: QtBot) -> None:
    desk.commission.add_rule(RuleDraft(rate=3000, worker_id=_worker(desk)))
    sheet = _show(RuleSheet(page_frame), qtbot)
    sheet.worker.choose(_worker(desk))
    type_text(sheet.rate, "20")
    QTest.keyClick(sheet, Key.Key_Return, CTRL)
    assert "There is a rule for the same (小雨)" in _errors(sheet)


def test_base_pay_is_noted_from_the_list(
    page_frame: Frame, desk: Desk, qtbot: QtBot, sheets: list[Sheet]
) -> None:
    tab = _rules(page_frame, qtbot)
    tab.pays.setFocus()
    tab.pays.step(1)
    tab.pays.choose_current()
    sheet = sheets[-1]
    assert isinstance(sheet, BasePaySheet)
    _show(sheet, qtbot)
    type_text(sheet.amount, "3000")
    QTest.keyClick(sheet, Key.Key_Return, CTRL)
    assert list(store.base_pays(desk.file).values()) == [[("2025-08-01", 3_000_00)]]
    assert max(row.amount for row in tab.pays.rows()) == 3_000_00


# ---- statements


def test_the_month_of_everybody_and_one_statement(
    page_frame: Frame, desk: Desk, qtbot: QtBot, sheets: list[Sheet]
) -> None:
    desk.commission.add_rule(RuleDraft(rate=3000, requested_rate=500))
    desk.commission.set_base_pay(_worker(desk), 3_100_00, dt.date(2025, 8, 1))
    sale = _sell(desk, requested=True)
    tab = _statements(page_frame, qtbot)
    assert [(row.worker, row.commission, row.tips) for row in tab.table.rows()] == [
        ("小雨", 70_00, 20_00),
        ("阿琳", 0, 0),
        ("Momo", 0, 0),
    ]
    # Twenty of thirty-one days.
    assert tab.sum.text() == "¥2,090.00"
    assert tab.days() == AUGUST
    tab.table.step(1)
    tab.table.choose_current()
    sheet = sheets[-1]
    assert isinstance(sheet, StatementSheet)
    _show(sheet, qtbot)
    shown = " ".join(label.text() for label in sheet.findChildren(QLabel))
    for wanted in ("小雨", "¥2,000.00", "30% of what is paid", "¥70.00", "¥10.00", "¥2,090.00"):
        assert wanted in shown
    page_frame.act(lambda one: one.sales.void(sale, "typed twice"), "", owner=sheet)
    assert sheet.page() is not None
    assert sheet.page().statement.commission == 0  # type: ignore[union-attr]
    assert tab.sum.text() == "¥2,000.00"


def test_months_and_days_of_ones_own(page_frame: Frame, desk: Desk, qtbot: QtBot, clock: FixedClock) -> None:
    desk.commission.add_rule(RuleDraft(rate=3000))
    _sell(desk)
    clock.set(dt.datetime(2025, 9, 2, 10))
    tab = _statements(page_frame, qtbot)
    assert tab.sum.text() == "¥0.00"
    QTest.mouseClick(tab.before, LEFT)
    assert tab.sum.text() == "¥80.00"
    assert tab.hint.text() == ""
    QTest.mouseClick(tab.own, LEFT)
    tab.first.set_day(dt.date(2025, 8, 21))
    tab.reload()
    assert tab.sum.text() == "¥0.00"
    assert not tab.when.isVisible()


@pytest.mark.parametrize(("chosen", "wanted"), [("zh_CN", "员工收入证明"), ("en", "Statement of earnings")])
def test_the_page_is_one_pdf_in_either_language(
    page_frame: Frame,
    desk: Desk,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    chosen: str,
    wanted: str,
) -> None:
    desk.commission.add_rule(RuleDraft(rate=3000))
    desk.commission.set_base_pay(_worker(desk), 3_100_00, dt.date(2025, 8, 1))
    for at in range(12):
        # So long that each of them takes two lines.
        named = ServiceDraft(
            f"{at} 日式高级定制渐变猫眼美甲延长甲片修复套餐含卸甲护理", minutes=60, price=100_00
        )
        service = desk.catalog.add_service(named)
        rule = RuleDraft(rate=4000 + at, basis="after_fee", service_id=service, requested_rate=100)
        desk.commission.add_rule(rule)
        _sell(desk, service_id=service, requested=True)
    desk.receipts.save(ReceiptSettings(head="愚园路 108 号\n二楼\n021-5555 6666"))
    sheet = _show(StatementSheet(page_frame, _worker(desk), *AUGUST), qtbot)
    sheet.language.choose(chosen)
    monkeypatch.setattr(choose_file, "place_to_save", lambda *_: tmp_path / "out")
    QTest.keyClick(sheet, Key.Key_Return, CTRL)
    with pypdfium2.PdfDocument(tmp_path / "out.pdf") as document:
        (page,) = [one.get_textpage().get_text_bounded() for one in document]
    for text in (wanted, "小满美甲", "小雨", "021-5555 6666", "______"):
        assert text in page


def test_a_place_that_cannot_be_written_is_said(
    page_frame: Frame, desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = _show(StatementSheet(page_frame, _worker(desk), *AUGUST), qtbot)
    monkeypatch.setattr(choose_file, "place_to_save", lambda *_: tmp_path / "nowhere" / "out.pdf")
    QTest.keyClick(sheet, Key.Key_Return, CTRL)
    assert _errors(sheet)
    assert sheet.primary is not None
    assert sheet.primary.isEnabled()


def test_typed_names_are_shown_as_they_are(page_frame: Frame, desk: Desk, qtbot: QtBot) -> None:
    desk.team.edit_worker(_worker(desk), name=MARKUP)
    rule = desk.commission.add_rule(RuleDraft(rate=3000, worker_id=_worker(desk)))
    _sell(desk)
    for widget in (
        _rules(page_frame, qtbot),
        _statements(page_frame, qtbot),
        _show(RuleSheet(page_frame, rule), qtbot),
        _show(StatementSheet(page_frame, _worker(desk), *AUGUST), qtbot),
    ):
        assert_plain(widget)
