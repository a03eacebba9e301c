"""Imports: a customer list and a voucher statement of invented rows, rows written per second."""

from __future__ import annotations

import csv
import datetime as dt
from functools import partial
from pathlib import Path

import xlsxwriter

from build_scripts.bench_tools import Measure
from build_scripts.bench_writes import written
from merchant_desk.core.changes import Changes
from merchant_desk.core.clock import SystemClock
from merchant_desk.db.open import create_shop, open_shop
from merchant_desk.exchange.imports import ImportActs

_ROWS = 5_000
_SOURCES = ("抖音", "小红书", "朋友介绍", "路过", "大众点评", "")
_DONE = ("已核销", "已核销", "已核销", "已核销", "已撤销核销")
_THROUGH = ("直播", "视频", "搜索/商城", "线下扫码")


def imports(folder: Path, repeats: int) -> list[Measure]:
    """Each file into an empty shop."""
    customers, vouchers = folder / "顾客名单.csv", folder / "核销明细.xlsx"
    _customer_list(customers)
    _voucher_statement(vouchers)
    files = (("customers (csv)", customers), ("vouchers (xlsx)", vouchers))
    return [
        written(f"import of {_ROWS:,} {what}", partial(_take_in, file), repeats, _empty_shop)
        for what, file in files
    ]


def _empty_shop(path: Path) -> None:
    create_shop(path, SystemClock(), Changes()).close()


def _take_in(file: Path, path: Path) -> None:
    shop = open_shop(path, SystemClock(), Changes())
    (report,) = ImportActs(shop).run([file])
    shop.close()
    if report.added != _ROWS:
        raise AssertionError(f"{file.name}: {report.added} rows added, {len(report.unused)} unused")


def _customer_list(path: Path) -> None:
    with path.open("w", encoding="gb18030", newline="") as file:
        sheet = csv.writer(file)
        sheet.writerow(("姓名", "手机", "性别", "生日", "备注", "来源"))
        for number in range(_ROWS):
            phone = f"138-0000-{number:04d}"
            sheet.writerow((f"顾客{number}", phone, "女", "1995-06-12", "", _SOURCES[number % len(_SOURCES)]))


def _voucher_statement(path: Path) -> None:
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet("核销明细")
    start = dt.datetime(2025, 1, 1, 10)
    for number in range(-1, _ROWS):
        at = str(start + dt.timedelta(minutes=53 * number))
        row = {
            "订单ID": str(10**18 + number),
            "下单时间": at,
            "券码（已撤销核销加密）": f"{904_000_000_000 + number}",
            "核销状态": _DONE[number % len(_DONE)],
            "核销时间": at,
            "撤销核销时间": at if _DONE[number % len(_DONE)] == "已撤销核销" else "",
            "商品名称": "猫眼+手部护理",
            "商品类型": "团购",
            "购买数量": 1,
            "商品售价（单价）": 198.0,
            "券用户实付金额": 188.0,
            "订单实收": 188.0,
            "预计收入": 177.11,
            "软件服务费": 4.7,
            "达人服务费": 0.0,
            "职人激励金": 5.64,
            "成交渠道": _THROUGH[number % len(_THROUGH)],
            "带货角色": "商家",
            "带货人": "小满美甲",
        }
        # Row -1 is the head.
        for column, (header, value) in enumerate(row.items()):
            sheet.write(number + 1, column, header if number < 0 else value)
    book.close()
