"""What the shop sells by the act: services with their time, price and cost, and who does them.

When they are booked is `appointments`, what was paid for them `sales`.
"""
