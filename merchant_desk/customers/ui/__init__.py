"""The screens of the people who come: the list and the card, their sheet, and the field that finds one.

What they bought is read from sales and sources; it is written by customers' acts.
"""
