"""The words on a statement, in the language of who reads it and not in the window's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from merchant_desk.commission.wording import RuleWords
from merchant_desk.core.money import format_money

LANGUAGES = ("zh_CN", "en")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@dataclass(frozen=True, slots=True)
class StatementWords:
    """What is written on a statement beside the shop's own text; {…} are filled in."""

    title: str
    name: str
    period: str
    issued: str
    kind: str
    basis: str
    amount: str
    base_pay: str
    commission: str
    requested: str
    by_steps: str
    tips: str
    income: str
    more_rules: str
    none: str
    work_title: str
    work: str
    customers: str
    asked_by_name: str
    again: str
    own_content: str
    people: str
    people_money: str
    note: str
    yuan: str
    shop_signs: str
    worker_signs: str
    date: str
    rules: RuleWords


def chinese_day(day: dt.date) -> str:
    """'2025年8月20日'."""
    return f"{day.year}年{day.month}月{day.day}日"


def english_day(day: dt.date) -> str:
    """'20 August 2025'."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def day_text(language: str, day: dt.date) -> str:
    """A date with its year, in that language."""
    return english_day(day) if language == "en" else chinese_day(day)


def words(language: str, currency: str) -> StatementWords:
    """The words in one of LANGUAGES, amounts in that currency."""

    def money(minor: int) -> str:
        return format_money(minor, currency)

    return _english(money) if language == "en" else _chinese(money)


def _chinese(money: Callable[[int], str]) -> StatementWords:
    return StatementWords(
        title="员工收入证明",
        name="姓名",
        period="期间",
        issued="开具日期",
        kind="项目",
        basis="计提基数",
        amount="金额",
        base_pay="底薪",
        commission="提成合计",
        requested="（其中指定奖励 {amount}）",
        by_steps="{told}（阶梯提成平均）",
        tips="小费",
        income="收入合计",
        more_rules="其他 {count} 项",
        none="本期没有提成",
        work_title="工作情况",
        work="服务业绩",
        customers="服务顾客",
        asked_by_name="指定的顾客",
        again="再次光顾本人的顾客",
        own_content="本人作品带来的顾客及其消费",
        people="{count} 位",
        people_money="{count} 位，{amount}",
        note="金额为税前，单位为{currency}，按门店账目于开具日期计算。",
        yuan="人民币元",
        shop_signs="门店签字盖章",
        worker_signs="员工签字",
        date="日期",
        rules=RuleWords(
            all_services="所有项目",
            products="产品销售",
            cards="卡项销售",
            bases={"paid": "实收的 {rate}", "list": "原价的 {rate}", "after_fee": "扣平台费后的 {rate}"},
            each="每次 {amount}",
            step="满 {amount} 起 {rate}",
            steps={False: "分段 {steps}", True: "阶梯 {steps}"},
            without_prepaid="不含耗卡",
            requested="指定另加 {more}",
            since="{day}起",
            until="至{day}",
            comma="，",
            money=money,
            day=chinese_day,
        ),
    )


def _english(money: Callable[[int], str]) -> StatementWords:
    return StatementWords(
        title="Statement of earnings",
        name="Name",
        period="Period",
        issued="Date of issue",
        kind="Earned by",
        basis="Base",
        amount="Amount",
        base_pay="Base pay",
        commission="Commission, all",
        requested="({amount} of it for customers who asked for them)",
        by_steps="{told} (on the average of the steps)",
        tips="Tips",
        income="Income, all",
        more_rules="{count} others",
        none="No commission in this period",
        work_title="The work behind it",
        work="Their work came to",
        customers="Customers served",
        asked_by_name="Customers who asked for them by name",
        again="Customers who came back to them",
        own_content="Customers their own content brought, and what these paid",
        people="{count}",
        people_money="{count}, {amount}",
        note="Amounts are before tax, in {currency}, reckoned from the shop's books on the date of issue.",
        yuan="CNY (yuan)",
        shop_signs="For the shop: signature and stamp",
        worker_signs="Signature of the worker",
        date="Date",
        rules=RuleWords(
            all_services="All services",
            products="Products sold",
            cards="Prepaid cards sold",
            bases={
                "paid": "{rate} of what is paid",
                "list": "{rate} of the list price",
                "after_fee": "{rate} after platform fees",
            },
            each="{amount} each",
            step="{rate} from {amount}",
            steps={False: "by parts {steps}", True: "by the month {steps}"},
            without_prepaid="without prepaid",
            requested="+{more} when asked for",
            since="from {day}",
            until="until {day}",
            comma=", ",
            money=money,
            day=english_day,
        ),
    )
