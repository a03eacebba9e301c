"""The people who do the work: their week, their breaks, their time off, and who works when.

What they do is `catalog`; what they are booked for is `appointments`.
"""
