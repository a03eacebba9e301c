"""Products sold by the piece: what they cost, what is there, what came in, went out and was counted.
"""
