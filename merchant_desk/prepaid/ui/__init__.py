"""The screens of prepaid cards: their types, the books' tab of cards, and one card whole.

What a customer has shows on the customer's own card through `customer_cards`.
"""
