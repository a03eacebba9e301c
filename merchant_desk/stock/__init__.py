"""Products sold by the piece: what they cost, what is there, what came in, went out and was counted.

What is sold of them stands in the sales; this room only keeps count.
"""
