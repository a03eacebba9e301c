"""What was done and paid: sales with their lines and payments, from the counter to the books.

Attribution of a sale to what brought it is computed in insights; the touch itself is sources'.
"""
