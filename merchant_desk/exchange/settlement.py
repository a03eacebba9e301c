"""What a platform's row says about money: paid, kept, paid out; the fees' sign is the row's own (pure)."""

from __future__ import annotations

from merchant_desk.exchange.recognise import Record

# What the platform keeps besides its software fee, for itself and for go-betweens it charges on.
_PLATFORM_FEES = (
    "platform_fee",
    "matching_fee",
    "broker_fee",
    "agency_fee",
    "boost_fee",
    "insurance",
    "partner_fee",
    "partner_fee_again",
)
# What the shop itself gives the customer off: it lowers what is paid out, and is nobody's fee.
_GIVEN_OFF = "promotion"


def settle(record: Record) -> dict[str, int]:
    """The money columns of a voucher, in minor units, none below zero but `pays_out`.

    Files write fees as positive or as negative numbers. Which of the two this row does shows in its
    own sum: received - fees = paid out. A row of a refund has every amount turned around.
    """
    received, paid_out = record.number_of("received"), record.number_of("pays_out")
    paid = record.number_of("customer_paid") or 0
    turned = -1 if (received or paid) < 0 else 1
    platform = sum(record.number_of(name) or 0 for name in _PLATFORM_FEES)
    influencer = record.number_of("influencer_fee") or 0
    worker = record.number_of("worker_incentive") or 0
    off = record.number_of(_GIVEN_OFF) or 0
    sign = _fee_sign(platform + influencer + worker + off, received, paid_out)
    fees = [max(0, turned * sign * fee) for fee in (platform, influencer, worker)]
    if paid_out is None:
        given_off = max(0, turned * sign * off)
        paid_out = turned * (abs(received if received is not None else paid) - sum(fees) - given_off)
    return {
        "list_price": abs(record.number_of("list_price") or 0),
        "customer_paid": abs(paid),
        "platform_fee": fees[0],
        "influencer_fee": fees[1],
        "worker_incentive": fees[2],
        "pays_out": turned * paid_out,
    }


def _fee_sign(fees: int, received: int | None, paid_out: int | None) -> int:
    """1 where fees are written as what is taken off, -1 where they are written as negative amounts."""
    if received is not None and paid_out is not None and received != paid_out:
        return 1 if abs(received - fees - paid_out) <= abs(received + fees - paid_out) else -1
    refund = received is not None and received < 0
    return 1 if (fees <= 0 if refund else fees >= 0) else -1
