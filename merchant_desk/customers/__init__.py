"""The people who come: finding them while they stand at the counter, their card, their consent.

What they came for is in `appointments` and `sales`; what brought them is in `sources`.
"""
