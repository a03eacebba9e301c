"""Commission: the rules, what a worker earns by each line, and the statement of a period.

Entries are written within the act of the sale that makes them; what is sold is the sales' affair.
"""
