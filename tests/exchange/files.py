"""Files as platforms and spreadsheets write them, made for a test, and what a shop's file holds."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import xlsxwriter

from merchant_desk.db.shop_file import ShopFile

SAMPLES = Path(__file__).parents[1] / "samples"
CUSTOMERS = SAMPLES / "顾客名单.csv"
WORKS = SAMPLES / "作品列表.csv"
REDEMPTIONS = SAMPLES / "核销明细_20250601_20250831.xlsx"

_MONEY_ROWS = ("sale", "sale_line", "payment", "voucher")
_TRAIL = ("act", "change", "sqlite_sequence")
_BOOKKEEPING = ("updated_at", "rev", "created_at")


def text_of(rows: Iterable[Sequence[object]], delimiter: str = ",") -> str:
    """The rows as delimited text."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


def csv_file(
    folder: Path, rows: Iterable[Sequence[object]], encoding: str = "utf-8", name: str = "list.csv"
) -> Path:
    """A csv file of these rows."""
    path = folder / name
    path.write_bytes(text_of(rows).encode(encoding))
    return path


def xlsx_file(folder: Path, rows: Iterable[Sequence[object]], name: str = "list.xlsx") -> Path:
    """A workbook of these rows; numbers stay numbers."""
    path = folder / name
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("明细")
        for at, row in enumerate(rows):
            for place, cell in enumerate(row):
                sheet.write(at, place, cell)
    return path


REDEMPTION_HEADERS = (
    "订单ID",
    "券码（已撤销核销加密）",
    "核销状态",
    "核销时间",
    "商品名称",
    "商品售价（单价）",
    "券用户实付金额",
    "订单实收",
    "预计收入",
    "软件服务费",
    "达人服务费",
    "职人激励金",
    "成交渠道",
    "带货角色",
    "带货人",
)
_REDEMPTION = {
    "订单ID": "1092918730273970225",
    "券码（已撤销核销加密）": "904562191877",
    "核销状态": "已核销",
    "核销时间": "2025-06-01 12:47:00",
    "商品名称": "闺蜜双人美甲",
    "商品售价（单价）": 239.0,
    "券用户实付金额": 229.0,
    "订单实收": 239.0,
    "预计收入": 225.85,
    "软件服务费": 5.98,
    "达人服务费": 0.0,
    "职人激励金": 7.17,
    "成交渠道": "直播",
    "带货角色": "职人",
    "带货人": "阿琳",
}
_SHORT = {"order": "订单ID", "code": "券码（已撤销核销加密）", "state": "核销状态", "at": "核销时间"}


def redemptions(folder: Path, *rows: Mapping[str, object], name: str = "核销明细.xlsx") -> Path:
    """A list of redeemed vouchers; each row says only what differs from an ordinary one.

    `order`, `code`, `state` and `at` may stand for their headers.
    """
    full = [_REDEMPTION | {_SHORT.get(key, key): value for key, value in row.items()} for row in rows]
    extra = sorted({key for row in full for key in row} - set(REDEMPTION_HEADERS))
    headers = (*REDEMPTION_HEADERS, *extra)
    return xlsx_file(folder, [headers, *([row.get(key, "") for key in headers] for row in full)], name)


def snapshot(file: ShopFile, *, without_voids: bool = False) -> dict[str, list[dict[str, object]]]:
    """Every row of the shop but its trail; `without_voids` leaves out money that counts no more."""
    tables = [row["name"] for row in file.all("SELECT name FROM sqlite_master WHERE type = 'table'")]
    held = {}
    for table in sorted(set(tables) - set(_TRAIL)):
        if without_voids and table in _MONEY_ROWS:
            continue
        rows = [dict(row) for row in file.all(f"SELECT * FROM {table} ORDER BY id")]
        if without_voids:
            rows = [{key: row[key] for key in row.keys() - set(_BOOKKEEPING)} for row in rows]
        held[table] = rows
    if without_voids:
        held["sale"] = [dict(r) for r in file.all("SELECT number FROM sale WHERE status <> 'void'")]
        held["voucher"] = [dict(r) for r in file.all("SELECT code FROM voucher WHERE state <> 'reversed'")]
    return held
