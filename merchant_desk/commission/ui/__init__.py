"""The screens of commission: the rules, and what the workers earned.

Each sheet writes through the acts; what a statement looks like on paper is the room's own affair.
"""
