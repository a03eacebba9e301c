"""Group-buy vouchers: what the shop offers on the platforms, redeeming at the counter, and settlement.

Rows of a platform's file come in through exchange.
"""
