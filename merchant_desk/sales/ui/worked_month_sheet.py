"""The guide's worked month: every kind of sale, and what the books say of it, to be checked by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QTextBrowser

from merchant_desk.sales.worked_month import GuideWords, html
from merchant_desk.shell import language, theme, words
from merchant_desk.shell.sheet import Sheet
from merchant_desk.widgets.labels import plain_label

if TYPE_CHECKING:
    from merchant_desk.shell.frame import Frame


class WorkedMonthSheet(Sheet):
    """A month of 60 sales with its prices, its days and its sums."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame, self.tr("A worked month"), self.tr("60 sales, reckoned by hand"))
        self.body.addWidget(
            plain_label(
                self.tr(
                    "Takings are what customers paid, without tips. Earned is what was done for it: a card"
                    " counts when it is used. Over a card's life both are the same."
                ),
                role="secondary",
                wrap=True,
            )
        )
        self.text = QTextBrowser()
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setAccessibleName(self.tr("A worked month"))
        self.text.document().setDefaultFont(theme.font(13))
        self.text.document().setDocumentMargin(0)
        self.text.setHtml(html(language.current(), self._words()))
        self.body.addWidget(self.text, 1)

    def _words(self) -> GuideWords:
        return GuideWords(
            prices=self.tr("Prices"),
            commission=self.tr("Commission"),
            offer=self.tr(
                "Voucher for {name}: list price {price}, the customer pays {paid}, platform fee {fee},"
                " influencer {influencer}, the platform pays out {pays_out}"
            ),
            number=self.tr("No. {n}"),
            figures=self.tr("Takings {takings}, earned {earned}."),
            tips=self.tr("Tips {tips}."),
            drawer=self.tr("Drawer: expected {expected}, counted {counted}."),
            month=self.tr("The whole month"),
            takings=self.tr("Takings"),
            earned=self.tr("Earned"),
            total=self.tr("Together"),
            services=self.tr("Commission on services"),
            requested=self.tr("Extra where asked for"),
            products=self.tr("Commission on products"),
            cards=self.tr("Commission on cards sold"),
            tip=self.tr("Tips"),
            card=self.tr("{who} still has a bonus of {bonus} on the card."),
            piece=self.tr("{name}: {n} left in stock (20 at the start)."),
            passing=self.tr("passing"),
            money=lambda amount: language.money(amount, "always"),
            day=language.full_day,
            method=words.method_name,
        )
