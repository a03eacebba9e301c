"""Sentences about money: the till, refunds, and what each of its neighbours refuses."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from merchant_desk.shell import voucher_sentences


def till() -> dict[str, tuple[str, ...]]:
    """Sales that are refused, and the days and clocks that refuse them."""
    return {
        "nothing_sold": (QCoreApplication.translate("notices", "There is nothing on this sale yet."),),
        "discount_too_much": (
            QCoreApplication.translate("notices", "A discount takes off {amount} at most, and adds nothing."),
            QCoreApplication.translate("notices", "More than there is cannot come off."),
        ),
        "payments_do_not_add_up": (
            QCoreApplication.translate(
                "notices", "The payments come to {paid}, the sale to {total}: {difference} apart."
            ),
            QCoreApplication.translate("notices", "The payments do not add up to the total."),
        ),
        "sale_does_not_add_up": (
            QCoreApplication.translate("notices", "Lines and payments do not add up. Nothing was saved."),
        ),
        "number_out_of_sequence": (
            QCoreApplication.translate(
                "notices", "The sale's number does not follow the one before. Nothing was saved."
            ),
        ),
        "sale_is_final": (
            QCoreApplication.translate(
                "notices", "A finished sale is not changed. Void it and make a new one."
            ),
        ),
        "already_paid": (
            QCoreApplication.translate("notices", "This appointment is paid already, with sale {number}."),
            QCoreApplication.translate("notices", "This appointment is paid already."),
        ),
        "already_void": (
            QCoreApplication.translate("notices", "Sale {number} is void already."),
            QCoreApplication.translate("notices", "This sale is void already."),
        ),
        "no_reason": (QCoreApplication.translate("notices", "Say why in a few words."),),
        "card_needs_customer": (
            QCoreApplication.translate("notices", "Say whose card it is: choose the customer first."),
        ),
        "clock_set_back": (
            QCoreApplication.translate(
                "notices",
                "This PC's clock says {now}, but a sale was made at {last}. Check the clock.",
            ),
            QCoreApplication.translate("notices", "This PC's clock seems to be slow. Check it."),
        ),
        "day_closed": (
            QCoreApplication.translate(
                "notices", "{today} is closed already. Open the day again under Books, Day close, to go on."
            ),
            QCoreApplication.translate(
                "notices", "This day is closed. What is to be put right is written down today."
            ),
        ),
    }


def open_sales() -> dict[str, tuple[str, ...]]:
    """What an open sale does not allow."""
    return {
        "sale_is_open": (
            QCoreApplication.translate(
                "notices", "Sale {number} of this appointment is still open. Go on with that one."
            ),
            QCoreApplication.translate(
                "notices", "A sale of this appointment is still open. Go on with that one."
            ),
        ),
        "sale_not_open": (
            QCoreApplication.translate("notices", "Sale {number} is not open any more. Look at it again."),
            QCoreApplication.translate("notices", "This sale is not open any more. Look at it again."),
        ),
        "already_owed": (
            QCoreApplication.translate(
                "notices", "Sale {number} is to be paid later. Leave it like that, or pay it now."
            ),
            QCoreApplication.translate("notices", "This sale is to be paid later already."),
        ),
        "card_needs_payment": (
            QCoreApplication.translate(
                "notices", "A prepaid card is paid when it is sold. Take it off, or pay now."
            ),
        ),
        "paid_too_much": (
            QCoreApplication.translate(
                "notices", "{paid} is paid already, and the sale comes to {total} only."
            ),
            QCoreApplication.translate("notices", "More is paid already than the sale comes to."),
        ),
    }


def refunds() -> dict[str, tuple[str, ...]]:
    """What cannot be given back."""
    return {
        "nothing_to_refund": (QCoreApplication.translate("notices", "Say what is given back."),),
        "refund_too_much": (
            QCoreApplication.translate("notices", "No more than {amount} can be given back."),
            QCoreApplication.translate("notices", "This is more than what can still be given back."),
        ),
        "other_way_reason": (
            QCoreApplication.translate("notices", "Say why the money does not go back the way it was paid."),
        ),
        "already_refunded": (
            QCoreApplication.translate("notices", "All of sale {number} has been given back already."),
            QCoreApplication.translate("notices", "All of this sale has been given back already."),
        ),
        "not_refundable": (
            QCoreApplication.translate("notices", "Sale {number} cannot be refunded: it is not paid."),
            QCoreApplication.translate("notices", "Only a paid sale can be refunded."),
        ),
        "sale_has_refund": (
            QCoreApplication.translate(
                "notices", "Some of this sale was given back. Void the refund first, or refund the rest."
            ),
        ),
    }


def paying_cards() -> dict[str, tuple[str, ...]]:
    """Prepaid cards that do not pay, and what their payments do not allow."""
    return {
        "card_short": (
            QCoreApplication.translate("notices", "Card {number} has {left} left; {amount} is asked of it."),
            QCoreApplication.translate(
                "notices", "Card {number} has paid sale {sale} since. Take that one back first."
            ),
            QCoreApplication.translate("notices", "Card {number} has {units_left} left; {units} are needed."),
            QCoreApplication.translate("notices", "There is not so much left on the card."),
        ),
        "card_closed": (
            QCoreApplication.translate("notices", "Card {number} was taken back and pays no more."),
            QCoreApplication.translate("notices", "This card was taken back and pays no more."),
        ),
        "card_taken_back": (
            QCoreApplication.translate(
                "notices", "Card {number} paid for this and was taken back since. Void that refund first."
            ),
            QCoreApplication.translate(
                "notices", "The card that paid for this was taken back since. Void that refund first."
            ),
        ),
        "card_paused": (
            QCoreApplication.translate("notices", "Card {number} has been paused since {on}."),
            QCoreApplication.translate("notices", "This card is paused."),
        ),
        "card_not_paused": (
            QCoreApplication.translate("notices", "Card {number} is not paused."),
            QCoreApplication.translate("notices", "This card is not paused."),
        ),
        "card_expired": (
            QCoreApplication.translate("notices", "Card {number} expired on {on}. It can be extended."),
            QCoreApplication.translate("notices", "This card has expired. It can be extended."),
        ),
        "card_changed": (
            QCoreApplication.translate("notices", "Card {number} has changed meanwhile. Choose it again."),
            QCoreApplication.translate("notices", "This card has changed meanwhile. Choose it again."),
        ),
        "whole_units_only": (
            QCoreApplication.translate(
                "notices", "Pass {number} takes back whole uses only, {worth} for all of this sale."
            ),
            QCoreApplication.translate("notices", "A pass takes back whole uses only."),
        ),
    }


def kept_cards() -> dict[str, tuple[str, ...]]:
    """What cannot be agreed for a prepaid card, nor done to one."""
    return {
        "no_counters": (QCoreApplication.translate("notices", "Say what the pass is for, and how often."),),
        "bad_days": (
            QCoreApplication.translate("notices", "{days} days cannot be. Leave it empty for no end."),
            QCoreApplication.translate("notices", "So many days cannot be. Leave it empty for no end."),
        ),
        "number_taken": (
            QCoreApplication.translate("notices", "There is a card {number} already."),
            QCoreApplication.translate("notices", "There is a card with this number already."),
        ),
        "same_customer": (
            QCoreApplication.translate("notices", "The card is {name}'s already."),
            QCoreApplication.translate("notices", "It is this customer's card already."),
        ),
        "day_to_come": (
            QCoreApplication.translate("notices", "{day} is still to come."),
            QCoreApplication.translate("notices", "This day is still to come."),
        ),
        "day_is_over": (
            QCoreApplication.translate("notices", "{day} is over already."),
            QCoreApplication.translate("notices", "This day is over already."),
        ),
        "ledger_is_kept": (
            QCoreApplication.translate("notices", "What is in the books stays as it is. Add a correction."),
        ),
    }


def drawer() -> dict[str, tuple[str, ...]]:
    """The drawer and the day's close."""
    return {
        "already_closed": (
            QCoreApplication.translate("notices", "{day} was closed already, on {closed_at}."),
            QCoreApplication.translate("notices", "This day was closed already."),
        ),
        "not_closed": (
            QCoreApplication.translate("notices", "{day} is not closed."),
            QCoreApplication.translate("notices", "This day is not closed."),
        ),
        "day_is_past": (
            QCoreApplication.translate(
                "notices", "{day} stays closed. What is to be put right is written down today."
            ),
            QCoreApplication.translate(
                "notices", "A day that is past stays closed. What is to be put right is written down today."
            ),
        ),
        "future_day": (
            QCoreApplication.translate("notices", "{day} is still to come. Check the date."),
            QCoreApplication.translate("notices", "This day is still to come. Check the date."),
        ),
        "day_changed": (
            QCoreApplication.translate(
                "notices", "Something was paid since you began to count. Look at the figures again."
            ),
        ),
        "no_count": (
            QCoreApplication.translate("notices", "Count the cash in the drawer first; none is 0."),
        ),
        "negative_count": (
            QCoreApplication.translate("notices", "What was counted cannot be below nothing."),
        ),
        "bad_count": (
            QCoreApplication.translate("notices", "{pieces} pieces cannot be. Check the count."),
            QCoreApplication.translate("notices", "So many pieces cannot be. Check the count."),
        ),
        "pieces_do_not_add_up": (
            QCoreApplication.translate("notices", "The pieces come to {total}, the cash counted is {paid}."),
            QCoreApplication.translate("notices", "The pieces do not come to the cash that was counted."),
        ),
        "kept_too_much": (
            QCoreApplication.translate(
                "notices", "{amount} cannot stay in the drawer: only {paid} was counted."
            ),
            QCoreApplication.translate("notices", "No more can stay in the drawer than was counted."),
        ),
        "difference_unexplained": (
            QCoreApplication.translate("notices", "It is {difference} apart. Say why in a few words."),
            QCoreApplication.translate("notices", "This differs from the books. Say why in a few words."),
        ),
    }


def stock() -> dict[str, tuple[str, ...]]:
    """Products and their stock."""
    return {
        "product_code_taken": (
            QCoreApplication.translate("notices", "The barcode {code} is that of “{name}” already."),
            QCoreApplication.translate("notices", "Another product has this barcode already."),
        ),
        "bad_pieces": (
            QCoreApplication.translate("notices", "{pieces} pieces cannot be. Check the number."),
            QCoreApplication.translate("notices", "So many pieces cannot be. Check the number."),
        ),
        "stock_short": (
            QCoreApplication.translate(
                "notices", "Only {stock} of “{name}” are there by the books. Count them first."
            ),
            QCoreApplication.translate("notices", "That many are not there by the books. Count them first."),
        ),
    }


def commission() -> dict[str, tuple[str, ...]]:
    """Rules of commission that cannot be."""
    return {
        "commission_too_high": (
            QCoreApplication.translate(
                "notices",
                "Commission above 100 % cannot be: with the extra for asked-for customers this comes to"
                " {percent} %.",
            ),
            QCoreApplication.translate("notices", "Commission above 100 % cannot be."),
        ),
        "commission_over_price": (
            QCoreApplication.translate(
                "notices",
                "{amount} is more than the service costs ({worth}): commission above 100 % cannot be.",
            ),
            QCoreApplication.translate("notices", "This is more than the service costs."),
        ),
        "commission_bad_rate": (
            QCoreApplication.translate(
                "notices", "“{text}” is no percentage. Type a number like 30 or 12.5."
            ),
            QCoreApplication.translate("notices", "This is no percentage. Type a number like 30 or 12.5."),
        ),
        "commission_nothing": (
            QCoreApplication.translate("notices", "By this rule nobody earns anything. Type how much it is."),
        ),
        "commission_no_tiers": (
            QCoreApplication.translate("notices", "Type from which amount of a month on which rate holds."),
        ),
        "commission_tiers_order": (
            QCoreApplication.translate(
                "notices", "The steps go upwards: {amount} comes after one that is as much or more."
            ),
            QCoreApplication.translate(
                "notices", "The steps go upwards, each from more than the one before."
            ),
        ),
        "commission_rule_exists": (
            QCoreApplication.translate(
                "notices", "There is a rule for the same ({rule}) at this time. Change that one instead."
            ),
            QCoreApplication.translate("notices", "There is a rule for the same at this time already."),
        ),
    }


def receipts() -> dict[str, tuple[str, ...]]:
    """Receipts and the printer they come out of."""
    return {
        "bad_printer": (
            QCoreApplication.translate(
                "notices", "“{text}” is no printer's address. Write it like 192.168.1.50."
            ),
            QCoreApplication.translate(
                "notices", "This is no printer's address. Write it like 192.168.1.50."
            ),
        ),
        "receipt_too_long": (
            QCoreApplication.translate("notices", "This is too long: {most} characters are the most."),
            QCoreApplication.translate("notices", "This is too long for a receipt."),
        ),
        "qr_too_long": (
            QCoreApplication.translate(
                "notices", "This is too long for a code that a phone reads. A short link is best."
            ),
        ),
        "printer_unknown": (
            QCoreApplication.translate(
                "notices", "There is no printer {printer} in this network. Check its address in Settings."
            ),
            QCoreApplication.translate("notices", "There is no such printer in this network."),
        ),
        "printer_refuses": (
            QCoreApplication.translate(
                "notices", "{printer} takes nothing. Is it the receipt printer, and is nobody else printing?"
            ),
            QCoreApplication.translate("notices", "The receipt printer takes nothing."),
        ),
        "printer_silent": (
            QCoreApplication.translate(
                "notices", "The receipt printer {printer} does not answer. Is it on, and in this network?"
            ),
            QCoreApplication.translate("notices", "The receipt printer does not answer. Is it on?"),
        ),
        "printer_lost": (
            QCoreApplication.translate(
                "notices",
                "The receipt printer {printer} stopped listening. Look at its paper, and print again.",
            ),
            QCoreApplication.translate("notices", "The receipt printer stopped listening. Print again."),
        ),
    }


PARTS = (
    till,
    open_sales,
    refunds,
    voucher_sentences.vouchers,
    voucher_sentences.codes,
    paying_cards,
    kept_cards,
    drawer,
    stock,
    receipts,
    commission,
)
