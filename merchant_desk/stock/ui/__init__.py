"""The screens of products: their list in Services & Team, and a product's sheet.

How one is sold is the checkout's, in sales.
"""
