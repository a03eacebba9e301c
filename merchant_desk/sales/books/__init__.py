"""What the books list: sales and payments of a period, narrowed by what was sold, by whom, how it was paid.

Reading only; one sale whole is read in sales.one_sale.
"""
