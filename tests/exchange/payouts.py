"""Files of payouts as platforms write them, made for a test."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import xlsxwriter

DOUYIN = {
    "订单编号": "1092918730273970225",
    "关联单号": "",
    "核销ID": "1092923136781957437",
    "券码": "904562191877",
    "核销时间": "2025-06-01 12:47:00",
    "核销门店": "小满美甲",
    "核销门店ID": "73310285",
    "订单商品": "闺蜜双人美甲",
    "分账时间": "2025-06-01 13:47:00",
    "结算时间": "2025-06-02 12:47:00",
    "结算状态": "已结算",
    "券售卖金额": 239.0,
    "用户实付金额": 229.0,
    "订单实收金额": 239.0,
    "软件服务费": 5.98,
    "达人佣金": 0.0,
    "职人激励佣金": 7.17,
    "商家应得": 225.85,
}
MEITUAN = {
    "收益时间": "2025-06-21 09:37:00",
    "美团门店名称": "小满美甲",
    "美团门店ID": "73310285",
    "订单号": "1092919865832224443",
    "券号": "045026472870",
    "项目名称": "日式美睫自然款",
    "流水类型": "消费",
    "售价（美团售价）": 158.0,
    "商家承担促销费-随单抵扣": 0.0,
    "服务费（平台实际扣除）": -9.48,
    "商家应得": 148.52,
    "顾客实际支付": 158.0,
}
_AMOUNTS = (
    "券售卖金额",
    "用户实付金额",
    "订单实收金额",
    "软件服务费",
    "达人佣金",
    "职人激励佣金",
    "商家应得",
    "售价（美团售价）",
    "服务费（平台实际扣除）",
    "顾客实际支付",
)


def turned(row: Mapping[str, object], **other: object) -> dict[str, object]:
    """The row of a refund: every amount the other way round."""
    back = {
        key: -value if key in _AMOUNTS and isinstance(value, float) else value for key, value in row.items()
    }
    return {**back, **other}


def workbook(
    folder: Path, sheets: Mapping[str, Sequence[Mapping[str, object]]], name: str = "分账明细.xlsx"
) -> Path:
    """A workbook of sheets of rows; the headers are those of each sheet's first row."""
    path = folder / name
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False}) as book:
        for title, rows in sheets.items():
            sheet = book.add_worksheet(title)
            headers = list(rows[0])
            cells = [headers, *([row.get(key, "") for key in headers] for row in rows)]
            for at, line in enumerate(cells):
                sheet.write_row(at, 0, line)
    return path


def douyin(
    folder: Path, *rows: Mapping[str, object], back: Sequence[Mapping[str, object]] = (), name: str = "a.xlsx"
) -> Path:
    """Payouts of Douyin; each row says only what differs, `back` are those of the refund sheet."""
    sheets = {"分账明细-正向-团购": [{**DOUYIN, **row} for row in rows]}
    if back:
        sheets["分账明细-退款-团购"] = [{**turned(DOUYIN), **row} for row in back]
    return workbook(folder, {title: found for title, found in sheets.items() if found}, name)


def meituan(folder: Path, *rows: Mapping[str, object], name: str = "m.xlsx") -> Path:
    """Payouts of Meituan; each row says only what differs."""
    return workbook(folder, {"门店明细": [{**MEITUAN, **row} for row in rows]}, name)
