"""The codes of the books in words, for files that leave the desk: Chinese and English."""

from __future__ import annotations

from merchant_desk.sales.receipts.words import words_in

# By table of words, then by code: Chinese, English.
_WORDS: dict[str, dict[str, tuple[str, str]]] = {
    "status": {"open": ("未结", "open"), "paid": ("已付", "paid"), "void": ("作废", "void")},
    "line": {
        "service": ("项目", "service"),
        "add_on": ("加项", "add-on"),
        "product": ("产品", "product"),
        "card": ("预付卡", "prepaid card"),
        "tip": ("小费", "tip"),
        "free": ("自由行", "free line"),
        "rounding": ("抹零", "rounding"),
    },
    "voucher": {
        "issued": ("未核销", "issued"),
        "redeemed": ("已核销", "redeemed"),
        "reversed": ("撤销核销", "reversed"),
        "refunded": ("已退款", "refunded"),
        "expired": ("已过期", "expired"),
    },
    "card": {
        "balance": ("储值卡", "balance card"),
        "pass": ("次卡", "pass"),
        "deposit": ("定金", "deposit"),
    },
    "entry": {
        "opening": ("期初", "opening balance"),
        "sold": ("售出", "sold"),
        "used": ("使用", "used"),
        "returned": ("退回卡内", "given back to the card"),
        "refunded": ("退卡", "refunded"),
        "corrected": ("更正", "corrected"),
        "transferred": ("转让", "transferred"),
        "paused": ("停卡", "paused"),
        "resumed": ("恢复", "resumed"),
        "extended": ("延期", "extended"),
        "closed": ("结束", "closed"),
    },
    "drawer": {"float": ("备用金", "float"), "in": ("存入", "paid in"), "out": ("取出", "paid out")},
    "yes": {"1": ("是", "yes"), "0": ("", "")},
}


def word(table: str, code: object, language: str) -> str:
    """The word for a code; one that is not known stands as it is, and nothing for none."""
    if code is None or code == "":
        return ""
    known = words_in(language)
    if table == "method":
        return known.methods.get(str(code), str(code))
    if table == "platform":
        return known.platforms.get(str(code)) or str(code)
    pair = _WORDS[table].get(str(code))
    return pick(pair, language) if pair else str(code)


def pick(pair: tuple[str, str], language: str) -> str:
    """Of (Chinese, English) the one in `language`: "zh_CN" or "en"."""
    return pair[0] if language == "zh_CN" else pair[1]
