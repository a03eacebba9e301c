"""What a visit leaves in the books: appointment, sale, payments, vouchers, touches."""

from __future__ import annotations

import datetime as dt
from typing import Final

from merchant_desk.core.clock import wall
from merchant_desk.sample import words
from merchant_desk.sample.book import Book
from merchant_desk.sample.dice import Dice, Weighted
from merchant_desk.sample.house import House
from merchant_desk.sample.ledgers import Ledgers
from merchant_desk.sample.library import Content
from merchant_desk.sample.visit import Visit
from merchant_desk.sources.model import CONTENT_KINDS, EVIDENCE

_METHODS: Final = Weighted({"wechat": 0.60, "alipay": 0.23, "cash": 0.10, "card": 0.07})
_AT_BOOKING: Final = Weighted({"booking_note": 0.5, "asked": 0.28, "code": 0.14, "qr": 0.08})
_AT_COUNTER: Final = Weighted({"asked": 0.58, "code": 0.30, "qr": 0.09, "inferred": 0.03})
_CHANNEL: Final = Weighted({"asked": 0.8, "booking_note": 0.12, "inferred": 0.08})
_KIND_ONLY: Final = 0.12  # "a video, but I don't know which"
_VOUCHERS: Final = 0.04
_LATE: Final = dt.timedelta(days=1)

# A way of paying, minor units, and the voucher or card that pays.
_Part = tuple[str, int, str | None]


class Counter:
    """Turns visits into rows of the books."""

    def __init__(self, dice: Dice, book: Book, house: House, ledgers: Ledgers) -> None:
        self._dice = dice
        self._book = book
        self._house = house
        self._ledgers = ledgers

    def appointment(self, visit: Visit) -> str:
        """Write down a visit that was booked; gives the appointment's id."""
        if visit.person is None or visit.booked is None:
            raise ValueError("only a known customer books")
        dice, book = self._dice, self._book
        by, cancelled_at, reason, late = "", None, "", False
        if visit.status == "cancelled":
            by = "customer" if dice.chance(0.85) else "shop"
            lead = (visit.start - visit.booked).total_seconds() / 60
            called_off = visit.booked + dt.timedelta(minutes=lead * dice.random.random())
            cancelled_at = wall(called_off)
            late = by == "customer" and visit.start - called_off < _LATE
            reason = dice.one(words.CANCEL_REASONS if by == "customer" else words.SHOP_CANCEL_REASONS)
        note = dice.one(words.BOOKING_NOTES) if dice.chance(0.08) else ""
        appointment_id = book.add(
            "appointment",
            visit.booked,
            customer_id=visit.person.id,
            status=visit.status,
            note=note,
            cancelled_by=by,
            cancelled_at=cancelled_at,
            cancel_reason=reason,
            late_cancel=int(late),
            series_id=visit.series,
            series_at=wall(visit.start) if visit.series else None,
        )
        for seq, part in enumerate(visit.parts, start=1):
            book.add(
                "appointment_line",
                visit.booked,
                appointment_id=appointment_id,
                seq=seq,
                service_id=part.service.id,
                worker_id=part.worker.id,
                place_id=self._house.place(part.service, part.worker),
                start=wall(part.start),
                end=wall(part.end),
                busy_from=wall(part.start),
                busy_to=wall(part.end + dt.timedelta(minutes=part.service.words.after)),
            )
        return appointment_id

    def sale(
        self,
        visit: Visit,
        number: str,
        sold_at: dt.datetime,
        appointment_id: str | None,
        *,
        stands: bool = True,
    ) -> str:
        """Write down a visit as paid at that wall time, one that does not stand as void; gives its id."""
        dice, book = self._dice, self._book
        sale_id = dice.id(sold_at)
        total, tips, lines = self._lines(visit, sale_id, sold_at)
        parts = self._parts(visit, total, sold_at)
        by_voucher = parts[0][0] == "voucher"
        price = prepaid = 0
        if stands:
            paying = None if by_voucher else self._ledgers.card_pays(visit, sale_id, total, sold_at)
            if paying is not None:
                parts, prepaid = [("stored_value", total, paying)], total
            price = self._ledgers.sell_card(visit, sale_id, lines + 1, sold_at)
            if price:
                parts = [*parts, ("wechat", price, None)]
        book.add(
            "sale",
            sold_at,
            id=sale_id,
            number=number,
            customer_id=visit.person.id if visit.person else None,
            appointment_id=appointment_id,
            sold_at=wall(sold_at),
            day=wall(sold_at)[:10],
            cashier=visit.parts[0].worker.name,
            status="open",
            total=total + price,
            takings=total - tips - prepaid + price,
        )
        self._payments(parts, sale_id, sold_at, stands=stands)
        self._touches(visit, sale_id, sold_at, appointment_id, by_voucher=by_voucher)
        return sale_id

    def told_when_booking(self, visit: Visit, appointment_id: str) -> None:
        """Note the source that was named while booking; what came out only later cannot have been."""
        if visit.booked is None or visit.kind in {"returning", "unknown"}:
            return
        if visit.content and visit.content.published > visit.booked:
            visit.content = None
        evidence = self._dice.draw(_AT_BOOKING if visit.content else _CHANNEL)
        self._touch(visit, visit.booked, evidence, appointment_id=appointment_id)

    def _lines(self, visit: Visit, sale_id: str, at: dt.datetime) -> tuple[int, int, int]:
        """The lines of a visit; gives what they come to, what of it is a tip, and how many they are."""
        dice = self._dice
        total, seq, tip = 0, 0, 0
        discounted = dice.chance(0.11)
        for seq, part in enumerate(visit.parts, start=1):
            price = part.service.words.price
            discount = 0
            if discounted and seq == 1:
                discount = price // 10 if dice.chance(0.5) else dice.one((10_00, 20_00, 30_00))
            total += self._line(
                sale_id,
                seq,
                at,
                kind="service",
                service_id=part.service.id,
                worker_id=part.worker.id,
                title=part.service.words.name,
                unit_price=price,
                discount=min(discount, price),
                material_cost=part.service.words.material_cost,
            )
        if dice.chance(0.035):
            seq += 1
            product_id, (title, price, cost) = dice.one(self._house.products)
            total += self._line(
                sale_id,
                seq,
                at,
                kind="product",
                title=title,
                product_id=product_id,
                unit_price=price,
                material_cost=cost,
            )
        if dice.chance(0.02):
            tip = dice.one((10_00, 20_00, 50_00))
            worker_id = visit.parts[0].worker.id
            seq += 1
            total += self._line(
                sale_id, seq, at, kind="tip", title="小费", worker_id=worker_id, unit_price=tip
            )
        return total, tip, seq

    def _line(
        self,
        sale_id: str,
        seq: int,
        at: dt.datetime,
        *,
        kind: str,
        title: str,
        unit_price: int,
        service_id: str | None = None,
        worker_id: str | None = None,
        product_id: str | None = None,
        discount: int = 0,
        material_cost: int = 0,
    ) -> int:
        amount = unit_price - discount
        line_id = self._book.add(
            "sale_line",
            at,
            sale_id=sale_id,
            seq=seq,
            kind=kind,
            service_id=service_id,
            product_id=product_id,
            card_id=None,
            worker_id=worker_id,
            title=title,
            quantity=1,
            unit_price=unit_price,
            list_price=unit_price,
            discount=discount,
            amount=amount,
            material_cost=material_cost,
        )
        if kind == "service" and worker_id:
            self._ledgers.earned(line_id, sale_id, worker_id, amount, at)
        if product_id:
            self._ledgers.product_sold(line_id, product_id, at)
        return amount

    def _parts(self, visit: Visit, total: int, at: dt.datetime) -> list[_Part]:
        """How the sale is paid: one or two ways, the voucher first where there is one."""
        dice = self._dice
        parts: list[_Part] = []
        left = total
        if (
            visit.person
            and visit.kind in {"short_video", "live_stream", "shelf"}
            and dice.chance(_VOUCHERS * 2)
        ):
            paid, voucher_id = self._voucher(visit, at, total)
            parts.append(("voucher", paid, voucher_id))
            left -= paid
        elif dice.chance(0.03) and left > 100_00:
            parts.append(("cash", 100_00, None))
            left -= 100_00
        if left:
            parts.append((dice.draw(_METHODS), left, None))
        return parts

    def _payments(self, parts: list[_Part], sale_id: str, at: dt.datetime, *, stands: bool) -> None:
        for seq, (method, amount, paid_by) in enumerate(parts, start=1):
            if stands:
                self._ledgers.took(method, amount)
            self._book.add(
                "payment",
                at,
                sale_id=sale_id,
                seq=seq,
                at=wall(at),
                method=method,
                amount=amount,
                fee=0,
                voucher_id=paid_by if method == "voucher" else None,
                card_id=paid_by if method == "stored_value" else None,
            )

    def _voucher(self, visit: Visit, at: dt.datetime, total: int) -> tuple[int, str]:
        """A group-buy voucher for the first service; what the customer paid for it, and its id."""
        service = visit.parts[0].service.words
        list_price = service.price
        paid = min(list_price * 68 // 100 // 100 * 100, total)
        fee = paid * 6 // 100
        influencer = paid // 10 if self._dice.chance(0.3) else 0
        code = "".join(str(self._dice.between(0, 9)) for _ in range(14))
        voucher_id = self._book.add(
            "voucher",
            at,
            platform="meituan" if visit.kind == "shelf" else "douyin",
            code=code,
            product=f"【团购】{service.name}",
            order_id="8" + "".join(str(self._dice.between(0, 9)) for _ in range(18)),
            list_price=list_price,
            customer_paid=paid,
            platform_fee=fee,
            influencer_fee=influencer,
            pays_out=paid - fee - influencer,
            state="redeemed",
            redeemed_at=wall(at),
            content_id=visit.content.id if visit.content else None,
            channel_id=None if visit.content else visit.kind,
        )
        return paid, voucher_id

    def _touches(
        self, visit: Visit, sale_id: str, at: dt.datetime, appointment_id: str | None, *, by_voucher: bool
    ) -> None:
        dice = self._dice
        if visit.kind == "returning" or not visit.said:
            return
        if visit.earlier:
            self._earlier(visit, *visit.earlier)
        if by_voucher:
            self._touch(visit, at, "voucher", sale_id=sale_id)
        elif visit.kind == "unknown":
            self._touch(visit, at, "asked", sale_id=sale_id)
        elif appointment_id and visit.content and dice.chance(0.35):
            self.told_when_booking(visit, appointment_id)
        else:
            evidence = dice.draw(_AT_COUNTER if visit.content else _CHANNEL)
            self._touch(visit, at, evidence, appointment_id=appointment_id, sale_id=sale_id)

    def _earlier(self, visit: Visit, content: Content, at: dt.datetime) -> None:
        """Another content met before the one that counts: evidence may disagree, and both are kept."""
        evidence = self._dice.one(("qr", "inferred", "asked"))
        self._book.add(
            "touch",
            at,
            customer_id=visit.person.id if visit.person else None,
            content_id=content.id,
            channel_id=None,
            at=wall(at),
            evidence=evidence,
            strength=EVIDENCE[evidence],
            appointment_id=None,
            sale_id=None,
            asked_by="",
        )

    def _touch(
        self,
        visit: Visit,
        at: dt.datetime,
        evidence: str,
        *,
        appointment_id: str | None = None,
        sale_id: str | None = None,
    ) -> None:
        # A voucher or a code names its content; only what people say can be vague.
        vague = evidence in {"asked", "inferred"} and self._dice.chance(_KIND_ONLY)
        content = None if vague else visit.content
        if content is None and visit.kind in CONTENT_KINDS and evidence in {"code", "qr"}:
            evidence = "asked"
        self._book.add(
            "touch",
            at,
            customer_id=visit.person.id if visit.person else None,
            content_id=content.id if content else None,
            channel_id=None if content else visit.kind,
            at=wall(at),
            evidence=evidence,
            strength=EVIDENCE[evidence],
            appointment_id=appointment_id,
            sale_id=sale_id,
            asked_by=visit.parts[0].worker.name if evidence == "asked" else "",
        )
