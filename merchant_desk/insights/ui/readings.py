"""The line under a chart: computed from its numbers, in the language of the window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from merchant_desk.insights.model import Growth
from merchant_desk.insights.series import TakingsSeries
from merchant_desk.shell import language, words


class Readings(QObject):
    """The sentences; an object of Qt's, because only that speaks in plurals."""

    def takings(self, series: TakingsSeries) -> str:
        """Which source brought the most, and for how much nobody knows it; empty without takings."""
        sums = {kind: sum(series.takings[kind]) for kind in series.kinds}
        total = sum(sums.values())
        if total <= 0:
            return ""
        known = {kind: value for kind, value in sums.items() if kind not in {"unknown", "returning"}}
        parts = []
        if known:
            best = max(known, key=lambda kind: known[kind])
            told = self.tr("{source} brought the most: {amount}, {share} of the takings")
            parts.append(_filled(told, best, known[best], total))
        if sums.get("unknown"):
            told = self.tr("for {amount} ({share}) nobody knows what brought them")
            parts.append(_filled(told, "unknown", sums["unknown"], total))
        return _sentence(parts)

    def growth(self, rows: Sequence[Growth]) -> str:
        """Who beats the industry's growth and who trails it, in points; empty without last year."""
        return _sentence([self._beside_industry(row) for row in rows if row.growth is not None])

    def _beside_industry(self, row: Growth) -> str:
        points = round(((row.growth or 0.0) - row.industry) * 100)
        if points > 0:
            told = self.tr("{source} beats the industry by %n point(s)", "", points)
        elif points < 0:
            told = self.tr("{source} trails it by %n point(s)", "", -points)
        else:
            told = self.tr("{source} keeps up with the industry")
        return told.format(source=words.source_name(row.kind))


def _filled(told: str, kind: str, value: int, total: int) -> str:
    return told.format(
        source=words.source_name(kind),
        amount=language.money(value, "never"),
        share=language.percent(value / total),
    )


def _sentence(parts: Sequence[str]) -> str:
    if not parts:
        return ""
    chinese = language.current() == "zh_CN"
    if chinese:
        return "；".join(parts) + "。"
    # A source's name stands capitalised by itself; within the sentence it is a word like others.
    first, *others = parts
    line = "; ".join([first[:1].upper() + first[1:], *(part[:1].lower() + part[1:] for part in others)])
    return line + "."
